#include "EquipmentCodec.h"

#include "FieldCodec.h"

namespace naryad::api {

namespace {

/// A manufacturer or type: `{mName}` or `{tName}` in the document, an ordinary reference for all we know.
Known<NamedRef> readMaker(const Json &value, const char *nameKey)
{
    if (value.isMissing())
        return {};
    NamedRef ref = readRef(value);
    const QString name = readText(value.value(nameKey));
    if (!name.isEmpty())
        ref.name = name;
    return Known<NamedRef>::fromService(ref);
}

Known<EquipmentModel> readModel(const Json &value)
{
    const Known<NamedRef> ref = readKnownRef(value);
    if (!ref.isKnown())
        return {};
    EquipmentModel model;
    model.id = ref.value.id;
    model.name = ref.value.name;
    model.manufacturer = readMaker(firstOf(value, {"manufacture", "manufacturer"}), "mName");
    model.type = readMaker(value.value("type"), "tName");
    return Known<EquipmentModel>::fromService(model);
}

EquipmentValue readValueRow(const Json &row)
{
    const RowHead head = readRowHead(row);
    EquipmentValue value;
    value.fieldId = head.fieldId;
    value.name = head.name;
    value.typeId = head.typeId;
    value.value = readEquipmentValue(row.value("value"));
    if (head.notUnderstood.contains(QStringLiteral("field")))
        value.notUnderstood.insert(
            QStringLiteral("field"), head.notUnderstood.value(QStringLiteral("field")));
    return value;
}

/// The document's sample is empty; a create writes the same as `props`.
Result<Known<QVector<EquipmentValue>>> readValues(const Json &equipment)
{
    const Json list = firstOf(equipment, {"equipmentFieldValues", "equipment_field_values", "props"});
    if (list.isMissing())
        return Known<QVector<EquipmentValue>>();
    const auto rows = readRows(list, QStringLiteral("equipmentFieldValues"));
    if (!rows)
        return fail(rows.error());
    QVector<EquipmentValue> values;
    for (const Json &row : *rows)
        values.append(readValueRow(row));
    return Known<QVector<EquipmentValue>>::fromService(values);
}

} // namespace

Result<Equipment> readEquipment(const QByteArray &body, const QString &askedId, const AccountZone &zone)
{
    const auto object = readNamedObject(body, askedId);
    if (!object)
        return fail(object.error());
    const Json &json = object->json;
    Equipment equipment;
    Keeper keeper(json, equipment.notUnderstood);
    equipment.id = object->id;
    equipment.serialNumber = keeper.text({"name", "serialNumber", "serial_number"}, "serialNumber");
    equipment.description = readKnownText(json.value("description"));
    equipment.inventoryNumber = readKnownText(firstOf(json, {"inventoryNumber", "inventory_number"}));
    equipment.externalId = readKnownText(firstOf(json, {"externalId", "external_id"}));
    equipment.contractor = keeper.knownRef({"contractor"}, "contractor");
    keeper.knownRef({"equipmentModel", "equipment_model", "model"}, "model");
    equipment.model = readModel(firstOf(json, {"equipmentModel", "equipment_model", "model"}));
    equipment.createdAt = readKnownMoment(firstOf(json, {"createdAt", "created_at"}), zone);
    equipment.author = readKnownRef(json.value("author"));
    equipment.employee = readKnownRef(json.value("employee"));
    const auto values = readValues(json);
    if (!values)
        return fail(values.error());
    equipment.values = *values;
    return equipment;
}

} // namespace naryad::api
