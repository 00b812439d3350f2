#pragma once

#include "core/Result.h"
#include "core/Template.h"

#include <QByteArray>
#include <QString>
#include <QStringList>
#include <QVector>

#include <functional>
#include <optional>

namespace naryad {

/// A field that a form has thought of and the service does not have yet: made by the command with this token,
/// so that localId(token) names it.
struct NewField
{
    QString token; ///< a UUID
    TemplateFieldBody body;
    friend bool operator==(const NewField &, const NewField &) = default;
};

/// One row of a template in a file: the field as a person knows it, for another account has other ids.
struct FiledRow
{
    QString name;
    int typeId = 0;
    QStringList values{}; ///< of a list, without the removed ones
    std::optional<bool> visibleToMobile{};
    std::optional<bool> required{};
    friend bool operator==(const FiledRow &, const FiledRow &) = default;
};

/// A template as a file of this program (JSON, UTF-8) holds it.
struct TemplateFile
{
    QString name;
    QString colour; ///< "#rrggbb" or empty
    NamedRef visitDay{};
    std::optional<int> visitDurationSeconds{};
    QVector<FiledRow> details{};
    QVector<FiledRow> report{};
    friend bool operator==(const TemplateFile &, const TemplateFile &) = default;
};

/// `fields`: the definitions of the rows' fields, as far as they are known.
TemplateFile fileOf(const TemplateBody &body, const QVector<TemplateField> &fields);

QByteArray toText(const TemplateFile &file);
/// BadInput with the place where the text is no such file.
Result<TemplateFile> templateFileFromText(const QByteArray &text);

/// A template of a file with the fields of this account in it.
struct ImportedTemplate
{
    TemplateBody body;
    QVector<NewField> made; ///< those that this account lacks, in the order they are to be said
    /// Fields taken though their list lacks values of the file: the field's name and what it lacks.
    QVector<QPair<QString, QStringList>> lacking;
};

/// Each row gets the field of its name and type (the whole name, whatever its case); where several are called
/// so, the one that has the most of its values. What is not there is made, once each. A visit day is taken
/// by its name where `visitDays` has it, else by its id.
ImportedTemplate importedOf(
    const TemplateFile &file, const QVector<TemplateField> &known, const QVector<NamedRef> &visitDays,
    const std::function<QString()> &newToken);

} // namespace naryad
