#include "core/TemplateFile.h"

#include "core/CommandKinds.h"
#include "core/Text.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRegularExpression>

#include <algorithm>

namespace naryad {

namespace {

constexpr int Version = 1;
constexpr qsizetype MostBytes = 8 * 1024 * 1024;

QString key(const char *name)
{
    return QString::fromLatin1(name);
}

QJsonValue flagToJson(const std::optional<bool> &flag)
{
    return flag ? QJsonValue(*flag) : QJsonValue();
}

std::optional<bool> flagOf(const QJsonValue &value)
{
    return value.isBool() ? std::optional(value.toBool()) : std::nullopt;
}

QJsonArray rowsToJson(const QVector<FiledRow> &rows)
{
    QJsonArray array;
    for (const FiledRow &row : rows) {
        QJsonObject json{
            {key("name"), row.name},
            {key("type"), row.typeId},
            {key("visibleToMobile"), flagToJson(row.visibleToMobile)},
            {key("required"), flagToJson(row.required)}};
        if (fieldTypeFromId(row.typeId) == FieldType::List)
            json.insert(key("values"), QJsonArray::fromStringList(row.values));
        array.append(json);
    }
    return array;
}

tl::unexpected<Error> bad(const QString &place)
{
    Error error;
    error.kind = ErrorKind::BadInput;
    error.place = place;
    return tl::unexpected(error);
}

Result<QVector<FiledRow>> rowsFromJson(const QJsonValue &value, const QString &place)
{
    if (!value.isArray())
        return bad(place);
    QVector<FiledRow> rows;
    const QJsonArray array = value.toArray();
    for (const QJsonValue one : array) {
        const QString here = QStringLiteral("%1[%2]").arg(place).arg(rows.size());
        FiledRow row;
        row.name = one[key("name")].toString().trimmed();
        row.typeId = one[key("type")].toInt();
        if (row.name.isEmpty())
            return bad(here + QStringLiteral(".name"));
        if (row.typeId <= 0)
            return bad(here + QStringLiteral(".type"));
        const QJsonArray values = one[key("values")].toArray();
        for (const QJsonValue text : values) {
            if (!text.isString())
                return bad(here + QStringLiteral(".values"));
            row.values.append(text.toString());
        }
        row.visibleToMobile = flagOf(one[key("visibleToMobile")]);
        row.required = flagOf(one[key("required")]);
        rows.append(row);
    }
    return rows;
}

QStringList namesOf(const QVector<ListOption> &values)
{
    QStringList names;
    for (const ListOption &value : values) {
        if (!value.deleted)
            names.append(value.name);
    }
    return names;
}

QVector<FiledRow> filed(const QVector<TemplateRow> &rows, const QVector<TemplateField> &fields)
{
    QVector<FiledRow> result;
    for (const TemplateRow &row : rows) {
        const auto field = std::find_if(
            fields.begin(), fields.end(), [&row](const TemplateField &one) { return one.id == row.fieldId; });
        FiledRow one{row.name, row.typeId, {}, row.visibleToMobile, row.required};
        if (field != fields.end())
            one = {field->name, field->typeId, namesOf(field->values), row.visibleToMobile, row.required};
        result.append(one);
    }
    return result;
}

/// Finds or makes the fields of a file's rows.
class Fields
{
public:
    Fields(
        const QVector<TemplateField> &known, const std::function<QString()> &newToken, ImportedTemplate &to)
        : m_known(known)
        , m_newToken(newToken)
        , m_to(to)
    {}

    QVector<TemplateRow> rowsOf(const QVector<FiledRow> &filedRows)
    {
        QVector<TemplateRow> rows;
        m_used.clear();
        for (const FiledRow &one : filedRows) {
            TemplateRow row;
            row.name = one.name;
            row.typeId = one.typeId;
            row.visibleToMobile = one.visibleToMobile;
            row.required = one.required;
            const TemplateField *field = find(one);
            row.fieldId = field ? field->id : localId(made(one));
            if (field)
                row.name = field->name;
            m_used.append(row.fieldId);
            rows.append(row);
        }
        return rows;
    }

private:
    static QStringList lackedBy(const TemplateField &field, const FiledRow &row)
    {
        const QStringList has = namesOf(field.values);
        QStringList lacks = row.values;
        lacks.removeIf([&has](const QString &value) { return has.contains(value); });
        return lacks;
    }

    const TemplateField *find(const FiledRow &row)
    {
        const TemplateField *best = nullptr;
        for (const TemplateField &field : m_known) {
            if (field.typeId != row.typeId || foldText(field.name) != foldText(row.name)
                || m_used.contains(field.id))
                continue;
            if (!best || lackedBy(field, row).size() < lackedBy(*best, row).size())
                best = &field;
        }
        if (best && !lackedBy(*best, row).isEmpty())
            m_to.lacking.append({best->name, lackedBy(*best, row)});
        return best;
    }

    QString made(const FiledRow &row)
    {
        const auto known = std::find_if(m_to.made.begin(), m_to.made.end(), [&](const NewField &one) {
            return one.body.typeId == row.typeId && foldText(one.body.name) == foldText(row.name)
                && !m_used.contains(localId(one.token));
        });
        if (known != m_to.made.end())
            return known->token;
        NewField field{m_newToken(), {row.name, row.typeId}};
        for (const QString &value : row.values)
            field.body.values.append({{}, value});
        m_to.made.append(field);
        return field.token;
    }

    const QVector<TemplateField> &m_known;
    const std::function<QString()> &m_newToken;
    ImportedTemplate &m_to;
    QStringList m_used; ///< by the list at hand: no list has a field twice
};

} // namespace

TemplateFile fileOf(const TemplateBody &body, const QVector<TemplateField> &fields)
{
    return {
        body.name,
        body.colour,
        body.visitDay,
        body.visitDurationSeconds,
        filed(body.details, fields),
        filed(body.report, fields)};
}

QByteArray toText(const TemplateFile &file)
{
    QJsonObject json{
        {key("naryad"), key("template")},
        {key("version"), Version},
        {key("name"), file.name},
        {key("colour"), file.colour},
        {key("details"), rowsToJson(file.details)},
        {key("report"), rowsToJson(file.report)}};
    if (!file.visitDay.isNothing()) {
        json.insert(
            key("visitDay"), QJsonObject{{key("id"), file.visitDay.id}, {key("name"), file.visitDay.name}});
    }
    if (file.visitDurationSeconds)
        json.insert(key("visitDuration"), *file.visitDurationSeconds);
    return QJsonDocument(json).toJson(QJsonDocument::Indented);
}

Result<TemplateFile> templateFileFromText(const QByteArray &text)
{
    if (text.size() > MostBytes)
        return bad(key("size"));
    QJsonParseError parsed;
    const QJsonDocument document = QJsonDocument::fromJson(text, &parsed);
    if (!document.isObject())
        return bad(QStringLiteral("JSON:%1").arg(parsed.offset));
    const QJsonObject json = document.object();
    if (json.value(key("naryad")).toString() != key("template"))
        return bad(key("naryad"));
    if (json.value(key("version")).toInt() != Version)
        return bad(key("version"));
    TemplateFile file;
    file.name = json.value(key("name")).toString().trimmed();
    if (file.name.isEmpty())
        return bad(key("name"));
    static const QRegularExpression colour(QStringLiteral("^#[0-9a-f]{6}$"));
    file.colour = json.value(key("colour")).toString().toLower();
    if (!file.colour.isEmpty() && !colour.match(file.colour).hasMatch())
        return bad(key("colour"));
    const QJsonObject visit = json.value(key("visitDay")).toObject();
    file.visitDay = {visit.value(key("id")).toString(), visit.value(key("name")).toString()};
    if (const int seconds = json.value(key("visitDuration")).toInt(-1); seconds >= 0)
        file.visitDurationSeconds = seconds;
    const auto details = rowsFromJson(json.value(key("details")), key("details"));
    if (!details)
        return tl::unexpected(details.error());
    const auto report = rowsFromJson(json.value(key("report")), key("report"));
    if (!report)
        return tl::unexpected(report.error());
    file.details = *details;
    file.report = *report;
    return file;
}

ImportedTemplate importedOf(
    const TemplateFile &file, const QVector<TemplateField> &known, const QVector<NamedRef> &visitDays,
    const std::function<QString()> &newToken)
{
    ImportedTemplate imported;
    imported.body.name = file.name;
    imported.body.colour = file.colour;
    imported.body.visitDay = file.visitDay;
    for (const NamedRef &day : visitDays) {
        if (!file.visitDay.name.isEmpty() && foldText(day.name) == foldText(file.visitDay.name))
            imported.body.visitDay = day;
    }
    imported.body.visitDurationSeconds = file.visitDurationSeconds;
    Fields fields(known, newToken, imported);
    imported.body.details = fields.rowsOf(file.details);
    imported.body.report = fields.rowsOf(file.report);
    return imported;
}

} // namespace naryad
