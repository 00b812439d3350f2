#include "EquipmentCodec.h"

#include "BodyText.h"
#include "FieldCodec.h"

namespace naryad::api {

namespace {

QByteArray valuesText(const QVector<EquipmentValue> &values)
{
    JsonArrayText rows;
    for (const EquipmentValue &value : values) {
        BodyText row(Purpose::Update, value.notUnderstood);
        row.add("value", writeEquipmentValue(value.value));
        if (!value.fieldId.isEmpty() || !row.addKept("field"))
            row.add("field", refText(value.fieldId));
        rows.add(row.text());
    }
    return rows.text();
}

QByteArray equipmentText(const EquipmentBody &body, Purpose purpose)
{
    BodyText json(purpose, body.notUnderstood);
    json.addName("serialNumber", body.serialNumber);
    const bool said = body.values.isKnown() && (purpose == Purpose::Update || !body.values.value.isEmpty());
    if (said)
        json.add("props", valuesText(body.values.value));
    json.addRef("model", body.model);
    json.addRef("contractor", body.contractor);
    return json.text();
}

QByteArray modelText(const EquipmentModelBody &body, Purpose purpose)
{
    BodyText json(purpose);
    json.addName("name", body.name);
    json.addRef("type", body.type, jsonText);
    json.addRef("manufacture", body.manufacturer, jsonText);
    return json.text();
}

} // namespace

QByteArray createEquipmentBody(const EquipmentBody &body)
{
    return equipmentText(body, Purpose::Create);
}

QByteArray updateEquipmentBody(const EquipmentBody &body)
{
    return equipmentText(body, Purpose::Update);
}

QByteArray createModelBody(const EquipmentModelBody &body)
{
    return modelText(body, Purpose::Create);
}

QByteArray updateModelBody(const EquipmentModelBody &body)
{
    return modelText(body, Purpose::Update);
}

} // namespace naryad::api
