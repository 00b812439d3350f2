#include "SerialParts.h"
#include "core/Serial.h"

namespace naryad::serial {

namespace {

QJsonObject modelToJson(const EquipmentModel &model)
{
    return {
        {key("id"), model.id},
        {key("name"), model.name},
        {key("manufacturer"), knownToJson(model.manufacturer, refToJson)},
        {key("type"), knownToJson(model.type, refToJson)}};
}

EquipmentModel modelFrom(const QJsonValue &value)
{
    const QJsonObject json = value.toObject();
    return {
        json.value(key("id")).toString(), json.value(key("name")).toString(),
        knownFromJson<NamedRef>(json.value(key("manufacturer")), refFromJson),
        knownFromJson<NamedRef>(json.value(key("type")), refFromJson)};
}

QJsonArray valuesToJson(const QVector<EquipmentValue> &values)
{
    return listToJson(values, [](const EquipmentValue &value) {
        return QJsonObject{
            {key("field"), value.fieldId},
            {key("name"), value.name},
            {key("type"), value.typeId},
            {key("value"), valueToJson(value.value)},
            {key("odd"), rawToJson(value.notUnderstood)}};
    });
}

QVector<EquipmentValue> valuesFromJson(const QJsonValue &json)
{
    return listFromJson<EquipmentValue>(json, [](const QJsonValue &value) {
        const QJsonObject row = value.toObject();
        return EquipmentValue{
            row.value(key("field")).toString(), row.value(key("name")).toString(),
            row.value(key("type")).toInt(), valueFromJson(row.value(key("value"))),
            rawFromJson(row.value(key("odd")))};
    });
}

} // namespace

QJsonObject toJson(const EquipmentModel &model)
{
    return modelToJson(model);
}

EquipmentModel equipmentModelFromJson(const QJsonObject &json)
{
    return modelFrom(json);
}

QJsonObject toJson(const Equipment &equipment)
{
    return {
        {key("id"), equipment.id},
        {key("serial"), equipment.serialNumber},
        {key("description"), knownToJson(equipment.description, textToJson)},
        {key("inventory"), knownToJson(equipment.inventoryNumber, textToJson)},
        {key("external"), knownToJson(equipment.externalId, textToJson)},
        {key("contractor"), knownToJson(equipment.contractor, refToJson)},
        {key("model"), knownToJson(equipment.model, modelToJson)},
        {key("values"), knownToJson(equipment.values, valuesToJson)},
        {key("created"), knownToJson(equipment.createdAt, timeToJson)},
        {key("author"), knownToJson(equipment.author, refToJson)},
        {key("employee"), knownToJson(equipment.employee, refToJson)},
        {key("odd"), rawToJson(equipment.notUnderstood)}};
}

Equipment equipmentFromJson(const QJsonObject &json)
{
    Equipment equipment;
    equipment.id = json.value(key("id")).toString();
    equipment.serialNumber = json.value(key("serial")).toString();
    equipment.description = knownFromJson<QString>(json.value(key("description")), textFromJson);
    equipment.inventoryNumber = knownFromJson<QString>(json.value(key("inventory")), textFromJson);
    equipment.externalId = knownFromJson<QString>(json.value(key("external")), textFromJson);
    equipment.contractor = knownFromJson<NamedRef>(json.value(key("contractor")), refFromJson);
    equipment.model = knownFromJson<EquipmentModel>(json.value(key("model")), modelFrom);
    equipment.values = knownFromJson<QVector<EquipmentValue>>(json.value(key("values")), valuesFromJson);
    equipment.createdAt = knownFromJson<QDateTime>(json.value(key("created")), timeFromJson);
    equipment.author = knownFromJson<NamedRef>(json.value(key("author")), refFromJson);
    equipment.employee = knownFromJson<NamedRef>(json.value(key("employee")), refFromJson);
    equipment.notUnderstood = rawFromJson(json.value(key("odd")));
    return equipment;
}

QJsonObject toJson(const EquipmentModelBody &body)
{
    return {
        {key("name"), body.name},
        {key("type"), knownToJson(body.type, refToJson)},
        {key("manufacturer"), knownToJson(body.manufacturer, refToJson)}};
}

EquipmentModelBody equipmentModelBodyFromJson(const QJsonObject &json)
{
    return {
        json.value(key("name")).toString(), knownFromJson<NamedRef>(json.value(key("type")), refFromJson),
        knownFromJson<NamedRef>(json.value(key("manufacturer")), refFromJson)};
}

QJsonObject toJson(const EquipmentBody &body)
{
    return {
        {key("serial"), body.serialNumber},
        {key("model"), knownToJson(body.model, refToJson)},
        {key("contractor"), knownToJson(body.contractor, refToJson)},
        {key("values"), knownToJson(body.values, valuesToJson)},
        {key("odd"), rawToJson(body.notUnderstood)}};
}

EquipmentBody equipmentBodyFromJson(const QJsonObject &json)
{
    EquipmentBody body;
    body.serialNumber = json.value(key("serial")).toString();
    body.model = knownFromJson<NamedRef>(json.value(key("model")), refFromJson);
    body.contractor = knownFromJson<NamedRef>(json.value(key("contractor")), refFromJson);
    body.values = knownFromJson<QVector<EquipmentValue>>(json.value(key("values")), valuesFromJson);
    body.notUnderstood = rawFromJson(json.value(key("odd")));
    return body;
}

} // namespace naryad::serial
