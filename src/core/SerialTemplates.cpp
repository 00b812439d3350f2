#include "SerialParts.h"
#include "core/Serial.h"

namespace naryad::serial {

namespace {

QJsonObject rowToJson(const TemplateRow &row)
{
    return {
        {key("row"), row.rowId},
        {key("field"), row.fieldId},
        {key("name"), row.name},
        {key("type"), row.typeId},
        {key("parent"), row.parent},
        {key("visible"), optionalToJson(row.visibleToMobile)},
        {key("required"), optionalToJson(row.required)},
        {key("odd"), rawToJson(row.notUnderstood)}};
}

TemplateRow rowFromJson(const QJsonValue &value)
{
    const QJsonObject json = value.toObject();
    TemplateRow row;
    row.rowId = json.value(key("row")).toString();
    row.fieldId = json.value(key("field")).toString();
    row.name = json.value(key("name")).toString();
    row.typeId = json.value(key("type")).toInt();
    row.parent = json.value(key("parent")).toString();
    row.visibleToMobile = optionalFromJson(json.value(key("visible")));
    row.required = optionalFromJson(json.value(key("required")));
    row.notUnderstood = rawFromJson(json.value(key("odd")));
    return row;
}

QJsonObject optionToJson(const ListOption &option)
{
    return {
        {key("id"), option.id},
        {key("name"), option.name},
        {key("deleted"), option.deleted},
        {key("odd"), rawToJson(option.notUnderstood)}};
}

ListOption optionFromJson(const QJsonValue &value)
{
    const QJsonObject json = value.toObject();
    return {
        json.value(key("id")).toString(), json.value(key("name")).toString(),
        json.value(key("deleted")).toBool(), rawFromJson(json.value(key("odd")))};
}

/// What a template and its body have in common.
template <class T> QJsonObject templateToJson(const T &value)
{
    return {
        {key("name"), value.name},
        {key("colour"), value.colour},
        {key("visit"), refToJson(value.visitDay)},
        {key("duration"),
         value.visitDurationSeconds ? QJsonValue(*value.visitDurationSeconds) : QJsonValue()},
        {key("details"), listToJson(value.details, rowToJson)},
        {key("report"), listToJson(value.report, rowToJson)},
        {key("odd"), rawToJson(value.notUnderstood)}};
}

template <class T> T templateOf(const QJsonObject &json)
{
    T value;
    value.name = json.value(key("name")).toString();
    value.colour = json.value(key("colour")).toString();
    value.visitDay = refFromJson(json.value(key("visit")));
    if (json.value(key("duration")).isDouble())
        value.visitDurationSeconds = json.value(key("duration")).toInt();
    value.details = listFromJson<TemplateRow>(json.value(key("details")), rowFromJson);
    value.report = listFromJson<TemplateRow>(json.value(key("report")), rowFromJson);
    value.notUnderstood = rawFromJson(json.value(key("odd")));
    return value;
}

template <class T> QJsonObject fieldToJson(const T &field)
{
    return {
        {key("name"), field.name},
        {key("type"), field.typeId},
        {key("typeName"), field.typeName},
        {key("values"), listToJson(field.values, optionToJson)},
        {key("odd"), rawToJson(field.notUnderstood)}};
}

template <class T> T fieldOf(const QJsonObject &json)
{
    T field;
    field.name = json.value(key("name")).toString();
    field.typeId = json.value(key("type")).toInt();
    field.typeName = json.value(key("typeName")).toString();
    field.values = listFromJson<ListOption>(json.value(key("values")), optionFromJson);
    field.notUnderstood = rawFromJson(json.value(key("odd")));
    return field;
}

} // namespace

QJsonObject toJson(const Template &value)
{
    QJsonObject json = templateToJson(value);
    json.insert(key("id"), value.id);
    json.insert(key("created"), knownToJson(value.createdAt, timeToJson));
    return json;
}

Template templateFromJson(const QJsonObject &json)
{
    Template value = templateOf<Template>(json);
    value.id = json.value(key("id")).toString();
    value.createdAt = knownFromJson<QDateTime>(json.value(key("created")), timeFromJson);
    return value;
}

QJsonObject toJson(const TemplateField &field)
{
    QJsonObject json = fieldToJson(field);
    json.insert(key("id"), field.id);
    return json;
}

TemplateField templateFieldFromJson(const QJsonObject &json)
{
    TemplateField field = fieldOf<TemplateField>(json);
    field.id = json.value(key("id")).toString();
    return field;
}

QJsonObject toJson(const TemplateBody &body)
{
    return templateToJson(body);
}

TemplateBody templateBodyFromJson(const QJsonObject &json)
{
    return templateOf<TemplateBody>(json);
}

QJsonObject toJson(const TemplateFieldBody &body)
{
    return fieldToJson(body);
}

TemplateFieldBody templateFieldBodyFromJson(const QJsonObject &json)
{
    return fieldOf<TemplateFieldBody>(json);
}

} // namespace naryad::serial
