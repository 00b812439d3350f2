#include "TaskCodec.h"

#include "FieldCodec.h"
#include "JsonText.h"

namespace naryad::api {

namespace {

enum class Purpose {
    Create,
    Update,
};

/// How an update says "none" of a reference, which the document does not show: null is among the service's
/// own spellings of nothing, and leaving the key out could keep who was there before.
QByteArray nothing()
{
    return QByteArrayLiteral("null");
}

void addRef(JsonObjectText &json, const char *key, const Known<NamedRef> &ref, Purpose purpose)
{
    if (!ref.isKnown())
        return;
    if (!ref.value.isNothing())
        json.add(key, jsonRef(ref.value.id));
    else if (purpose == Purpose::Update)
        json.add(key, nothing());
}

void addText(JsonObjectText &json, const char *key, const QString &text, Purpose purpose)
{
    if (!text.isEmpty() || purpose == Purpose::Update)
        json.add(key, jsonText(text));
}

/// A time that is none is left out, in an update too: the document calls both times optional and shows no
/// other form, and a null would have to pass for a date.
void addTime(JsonObjectText &json, const char *key, const QDateTime &moment, const AccountZone &zone)
{
    if (moment.isValid())
        json.add(key, jsonText(zone.toServiceText(moment)));
}

void addAddress(JsonObjectText &json, const Known<Address> &known, Purpose purpose)
{
    if (!known.isKnown())
        return;
    const Address &address = known.value;
    addText(json, "address", address.text, purpose);
    addText(json, "addressPorch", address.entrance, purpose);
    addText(json, "addressFloor", address.floor, purpose);
    addText(json, "addressRoom", address.room, purpose);
    addText(json, "addressInfo", address.notes, purpose);
    // Without both the service finds the place by the address itself.
    if (!address.latitude.isEmpty() || !address.longitude.isEmpty()) {
        json.add("lat", jsonText(address.latitude));
        json.add("lon", jsonText(address.longitude));
    }
}

/// Rows without a value are left out: a value has its type's form, and "no value" has none.
QByteArray propsText(const QVector<FieldEntry> &details)
{
    JsonArrayText rows;
    for (const FieldEntry &entry : details) {
        const auto value = writeFieldValue(entry);
        if (!value)
            continue;
        JsonObjectText row;
        row.add("field", jsonRef(entry.fieldId));
        row.add("value", *value);
        rows.add(row.text());
    }
    return rows.text();
}

QByteArray taskText(const TaskBody &body, const AccountZone &zone, Purpose purpose)
{
    JsonObjectText json;
    if (!body.number.isEmpty())
        json.add("number", jsonText(body.number));
    json.add("template", jsonRef(body.taskTemplate.id));
    addRef(json, "employee", body.worker, purpose);
    addRef(json, "contractor", body.contractor, purpose);
    json.add("draft", jsonFlag(body.draft));
    addAddress(json, body.address, purpose);
    if (body.resultCheck.isKnown())
        json.add("verificationRequired", jsonFlag(body.resultCheck.value));
    addTime(json, "plannedVisitTime", body.plannedStart, zone);
    addTime(json, "plannedEndVisitTime", body.plannedEnd, zone);
    json.add("props", propsText(body.details));
    return json.text();
}

} // namespace

QByteArray createTaskBody(const TaskBody &body, const AccountZone &zone)
{
    return taskText(body, zone, Purpose::Create);
}

QByteArray updateTaskBody(const TaskBody &body, const AccountZone &zone)
{
    return taskText(body, zone, Purpose::Update);
}

QByteArray commentBody(const QString &taskId, const QString &message)
{
    JsonObjectText json;
    json.add("message", jsonText(message));
    json.add("task", jsonRef(taskId));
    return json.text();
}

QByteArray closeBody(const QString &resultId, const QString &note)
{
    JsonObjectText json;
    json.add("result_status", jsonText(resultId));
    json.add("results_description", jsonText(note));
    return json.text();
}

} // namespace naryad::api
