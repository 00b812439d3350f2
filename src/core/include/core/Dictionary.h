#pragma once

#include <QMetaType>
#include <QString>

#include <optional>

namespace naryad {

/// Numbers of the account's own that no command of the service lists: what each means is learned from answers
/// that tell both, else typed here once.
enum class DictionaryKind {
    Results, ///< closing results
    EquipmentTypes,
    Manufacturers,
    EquipmentFields,
    VisitDays,
    FieldTypes,
};

/// A short stable name of a kind ("equipment types"), for the journal. Not translated.
QString toName(DictionaryKind kind);
/// Nothing for a name this version does not know.
std::optional<DictionaryKind> dictionaryKindFromName(const QString &name);

/// One number and what it means.
struct DictionaryEntry
{
    enum class Source {
        Typed, ///< by the user, whose word stands over what answers tell
        Learned, ///< from an answer
    };

    DictionaryKind kind = DictionaryKind::Results;
    QString id;
    QString name; ///< empty: not known yet
    Source source = Source::Typed;
    friend bool operator==(const DictionaryEntry &, const DictionaryEntry &) = default;
};

} // namespace naryad
