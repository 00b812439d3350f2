#include "TemplateCodec.h"

#include "FieldCodec.h"

#include <QRegularExpression>

#include <limits>

namespace naryad::api {

namespace {

/// "#rrggbb" in lower case, also from "rrggbb" and "#rgb"; empty for anything else.
QString colourOf(const QString &told)
{
    static const QRegularExpression six(QStringLiteral("^#?([0-9a-f]{6})$"));
    static const QRegularExpression three(QStringLiteral("^#([0-9a-f])([0-9a-f])([0-9a-f])$"));
    const QString text = told.trimmed().toLower();
    if (const auto match = six.match(text); match.hasMatch())
        return QLatin1Char('#') + match.captured(1);
    if (const auto match = three.match(text); match.hasMatch()) {
        QString colour = QStringLiteral("#");
        for (int i = 1; i <= 3; ++i)
            colour += match.captured(i) + match.captured(i);
        return colour;
    }
    return {};
}

QString readColour(const Json &value, Keeper &keeper)
{
    const QString colour = colourOf(readText(value));
    if (colour.isEmpty() && !isNothing(value))
        keeper.keep(value, "color");
    return colour;
}

std::optional<int> readDuration(const Json &value, Keeper &keeper)
{
    const auto seconds = readInteger(value);
    if (seconds && *seconds >= 0 && *seconds <= std::numeric_limits<int>::max())
        return static_cast<int>(*seconds);
    if (!isNothing(value))
        keeper.keep(value, "visitDuration");
    return std::nullopt;
}

Result<QVector<TemplateRow>> readTemplateRows(const Json &value, const QString &place)
{
    const auto rows = readRows(value, place);
    if (!rows)
        return fail(rows.error());
    QVector<TemplateRow> result;
    result.reserve(rows->size());
    for (const Json &row : *rows) {
        const RowHead head = readRowHead(row);
        result.append(
            {head.rowId, head.fieldId, head.name, head.typeId, head.parent, head.visibleToMobile,
             head.required, head.notUnderstood});
    }
    return result;
}

ListOption readListOption(const Json &row)
{
    ListOption option;
    Keeper keeper(row, option.notUnderstood);
    option.id = keeper.ref({"id"}, "id").id;
    option.name = keeper.text({"name"}, "name");
    const Json deleted = row.value("deleted");
    option.deleted = readFlag(deleted).value_or(false);
    if (!readFlag(deleted) && !isNothing(deleted))
        keeper.keep(deleted, "deleted");
    return option;
}

} // namespace

Result<Template> readTemplate(const QByteArray &body, const QString &askedId, const AccountZone &zone)
{
    const auto object = readNamedObject(body, askedId);
    if (!object)
        return fail(object.error());
    const Json &json = object->json;
    Template result;
    Keeper keeper(json, result.notUnderstood);
    result.id = object->id;
    result.name = keeper.text({"name"}, "name");
    result.colour = readColour(firstOf(json, {"color", "colour"}), keeper);
    result.visitDay = keeper.ref({"visit"}, "visit");
    result.visitDurationSeconds = readDuration(firstOf(json, {"visitDuration", "visit_duration"}), keeper);
    result.createdAt = readKnownMoment(firstOf(json, {"createdAt", "created_at"}), zone);
    const auto details = readTemplateRows(json.value("props"), QStringLiteral("props"));
    if (!details)
        return fail(details.error());
    result.details = *details;
    const auto report = readTemplateRows(json.value("checklist"), QStringLiteral("checklist"));
    if (!report)
        return fail(report.error());
    result.report = *report;
    return result;
}

Result<TemplateField> readTemplateField(const QByteArray &body, const QString &askedId)
{
    const auto object = readNamedObject(body, askedId);
    if (!object)
        return fail(object.error());
    const Json &json = object->json;
    TemplateField field;
    Keeper keeper(json, field.notUnderstood);
    field.id = object->id;
    field.name = keeper.text({"name"}, "name");
    const Json type = json.value("type");
    field.typeId = readId(type).toInt();
    field.typeName = readText(type.value("name"));
    if (field.typeId == 0 && !isNothing(type))
        keeper.keep(type, "type");
    const auto rows = readRows(firstOf(json, {"valueList", "selectionValues"}), QStringLiteral("valueList"));
    if (!rows)
        return fail(rows.error());
    for (const Json &row : *rows)
        field.values.append(readListOption(row));
    return field;
}

} // namespace naryad::api
