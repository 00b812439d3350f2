#include "TaskCodec.h"

#include "BodyText.h"
#include "FieldCodec.h"

namespace naryad::api {

namespace {

/// A time that is none is left out, in an update too: the document calls both times optional and shows no
/// other form, and a null would have to pass for a date.
void addTime(BodyText &json, const char *key, const QDateTime &moment, const AccountZone &zone)
{
    if (moment.isValid())
        json.add(key, jsonText(zone.toServiceText(moment)));
}

/// Rows without a value are left out: a value has its type's form, and "no value" has none. So are rows whose
/// field could not be read: nothing could be said of them.
QByteArray propsText(const QVector<FieldEntry> &details)
{
    JsonArrayText rows;
    for (const FieldEntry &entry : details) {
        const auto value = writeFieldValue(entry);
        if (!value || entry.fieldId.isEmpty())
            continue;
        JsonObjectText row;
        row.add("field", refText(entry.fieldId));
        row.add("value", *value);
        rows.add(row.text());
    }
    return rows.text();
}

QByteArray taskText(const TaskBody &body, const AccountZone &zone, Purpose purpose)
{
    BodyText json(purpose);
    if (!body.number.isEmpty())
        json.add("number", jsonText(body.number));
    json.add("template", refText(body.taskTemplate.id));
    json.addRef("employee", body.worker);
    json.addRef("contractor", body.contractor);
    json.add("draft", jsonFlag(body.draft));
    json.addAddress(body.address, AddressV5);
    if (body.resultCheck.isKnown())
        json.add("verificationRequired", jsonFlag(body.resultCheck.value));
    addTime(json, "plannedVisitTime", body.plannedStart, zone);
    addTime(json, "plannedEndVisitTime", body.plannedEnd, zone);
    json.add("props", propsText(body.details));
    return json.text();
}

const char *sectionOf(TaskFieldAddition::To to)
{
    return to == TaskFieldAddition::To::Report ? "checklist" : "props";
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
    json.add("task", refText(taskId));
    return json.text();
}

QByteArray closeBody(const QString &resultId, const QString &note)
{
    JsonObjectText json;
    json.add("result_status", jsonText(resultId));
    json.add("results_description", jsonText(note));
    return json.text();
}

QByteArray addFieldsBody(const QVector<TaskFieldAddition> &fields)
{
    JsonArrayText rows;
    for (const TaskFieldAddition &addition : fields) {
        JsonObjectText row;
        row.add("to", jsonText(QString::fromLatin1(sectionOf(addition.to))));
        row.add("field", refText(addition.field.fieldId));
        // Which id a parent is meant by is not told beyond the document's example: the section's field id.
        if (!addition.sectionFieldId.isEmpty())
            row.add("parent", refText(addition.sectionFieldId));
        if (addition.position)
            row.add("position", QByteArray::number(*addition.position));
        if (const auto value = writeFieldValue(addition.field))
            row.add("value", *value);
        rows.add(row.text());
    }
    return rows.text();
}

QByteArray removeFieldsBody(const QStringList &fieldIds)
{
    JsonArrayText rows;
    for (const QString &id : fieldIds) {
        JsonObjectText row;
        row.add("field", refText(id));
        rows.add(row.text());
    }
    return rows.text();
}

} // namespace naryad::api
