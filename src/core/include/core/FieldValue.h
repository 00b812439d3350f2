#pragma once

#include "core/Ids.h"

#include <QByteArray>
#include <QString>

namespace naryad {

/// Type ids of custom fields (the numbers are the service's). Anything else is kept and shown read-only.
enum class FieldType {
    Unknown = 0,
    Text = 1,
    Number = 2,
    Checkbox = 3,
    Section = 4,
    List = 5,
    Picture = 6,
    Signature = 7,
};

/// The type behind a number of the service; Unknown for numbers nobody documented.
FieldType fieldTypeFromId(int id);

/// The value of a custom field, typed by what was understood of it. A value type.
///
/// `Other` holds what was not understood as the raw JSON text it came in, so that it can go back unchanged.
class FieldValue
{
public:
    enum class Kind {
        Empty,
        Text,
        Number,
        Checkbox,
        Option,
        Files,
        Other,
    };

    FieldValue() = default;
    static FieldValue text(const QString &text);
    /// A number as canonical decimal text ("100", "-0.5"); kept as text so that no digit is lost.
    static FieldValue number(const QString &digits);
    static FieldValue checkbox(bool checked);
    static FieldValue option(const NamedRef &option);
    static FieldValue files(int count, const QByteArray &rawJson);
    static FieldValue other(const QByteArray &rawJson);

    Kind kind() const { return m_kind; }
    bool isEmpty() const;
    QString asText() const { return m_text; } ///< Text and Number
    bool isChecked() const { return m_checked; }
    NamedRef asOption() const { return m_option; }
    int fileCount() const { return m_count; }
    QByteArray rawJson() const { return m_raw; } ///< Files and Other

    /// One line for lists, search and cards; checkbox, files in the interface language.
    QString displayText() const;

    friend bool operator==(const FieldValue &, const FieldValue &) = default;

private:
    Kind m_kind = Kind::Empty;
    QString m_text;
    bool m_checked = false;
    NamedRef m_option;
    int m_count = 0;
    QByteArray m_raw;
};

/// Reads a number as people type it: comma or dot, a leading minus, spaces between digits. Empty = no number.
QString canonicalNumber(const QString &typed);

} // namespace naryad
