#include "TaskCodec.h"

#include "FieldCodec.h"
#include "JsonRead.h"

#include <QCoreApplication>

namespace naryad::api {

namespace {

/// The one system status the vendor's own program treats as finished.
constexpr qint64 FinishedStatus = 7;

QDateTime readMoment(const QJsonValue &value, const AccountZone &zone)
{
    return isNothing(value) ? QDateTime() : zone.fromServiceText(readText(value));
}

Known<QDateTime> readKnownMoment(const QJsonValue &value, const AccountZone &zone)
{
    if (value.isUndefined())
        return {};
    const QDateTime moment = readMoment(value, zone);
    // Unreadable is not the same as told to be without a time.
    if (!moment.isValid() && !isNothing(value))
        return {};
    return Known<QDateTime>::fromService(moment);
}

Known<bool> readKnownFlag(const QJsonValue &value)
{
    const auto flag = readFlag(value);
    return flag ? Known<bool>::fromService(*flag) : Known<bool>();
}

Known<NamedRef> readKnownRef(const QJsonValue &value)
{
    return value.isUndefined() ? Known<NamedRef>() : Known<NamedRef>::fromService(readRef(value));
}

/// `employee` is one object; `employees`, where it stands instead, a list whose first is the worker.
Known<NamedRef> readWorker(const QJsonObject &task)
{
    const QJsonValue one = firstOf(task, {"employee"});
    if (!one.isUndefined())
        return readKnownRef(one);
    const QJsonValue many = firstOf(task, {"employees"});
    if (many.isArray())
        return Known<NamedRef>::fromService(
            many.toArray().isEmpty() ? NamedRef() : readRef(many.toArray().first()));
    return readKnownRef(many);
}

Known<Address> readAddress(const QJsonObject &task)
{
    const QJsonValue text = firstOf(task, {"address"});
    const QJsonValue entrance = firstOf(task, {"addressPorch", "address_porch"});
    const QJsonValue floor = firstOf(task, {"addressFloor", "address_floor"});
    const QJsonValue room = firstOf(task, {"addressRoom", "address_room"});
    const QJsonValue notes = firstOf(task, {"addressInfo", "address_info"});
    const QJsonValue latitude = firstOf(task, {"lat"});
    const QJsonValue longitude = firstOf(task, {"lon"});
    bool told = false;
    for (const QJsonValue &part : {text, entrance, floor, room, notes, latitude, longitude})
        told = told || !part.isUndefined();
    if (!told)
        return {};
    return Known<Address>::fromService(
        {readText(text), readText(entrance), readText(floor), readText(room), readText(notes),
         readText(latitude), readText(longitude)});
}

void readStatus(const QJsonObject &json, Task &task)
{
    const QJsonValue value = firstOf(json, {"task_status", "taskStatus", "status"});
    if (isNothing(value))
        return;
    NamedRef status = readRef(value);
    if (value.isString() && !readInteger(value))
        status = {QString(), value.toString()};
    task.status = Known<NamedRef>::fromService(status);
    const auto system = readInteger(firstOf(value.toObject(), {"statusId", "status_id"}));
    if (system)
        task.finished = Known<bool>::fromService(*system == FinishedStatus);
}

Result<QVector<FieldRow>> readFieldRows(const QJsonValue &value, const QString &place)
{
    const auto rows = readRows(value, place);
    if (!rows)
        return fail(rows.error());
    QVector<FieldRow> fields;
    fields.reserve(rows->size());
    for (const QJsonObject &row : *rows) {
        const RowHead head = readRowHead(row);
        FieldRow field;
        field.rowId = head.rowId;
        field.fieldId = head.fieldId;
        field.name = head.name;
        field.typeId = head.typeId;
        field.parent = head.parent;
        field.visibleToMobile = head.visibleToMobile;
        field.required = head.required;
        field.value = readFieldValue(field.type(), row.value(QLatin1String("value")));
        fields.append(field);
    }
    return fields;
}

} // namespace

Result<Task> readTask(const QByteArray &body, const QString &askedId, const AccountZone &zone)
{
    const Result<QJsonValue> root = parseAnswer(body);
    if (!root)
        return fail(root.error());
    const QJsonObject json = root->toObject();
    // Any of these makes it a task; an empty object or another thing's answer has none.
    const bool isTask = !firstOf(json, {"id", "template", "tasktemplate", "props", "draft"}).isUndefined();
    if (!isTask)
        return badAnswer(QString(), QCoreApplication::translate("naryad::api", "This is no task."));

    Task task;
    task.id = readId(json.value(QLatin1String("id")));
    if (task.id.isEmpty())
        task.id = askedId;
    if (!askedId.isEmpty() && task.id != askedId)
        return badAnswer(
            QStringLiteral("id"), QCoreApplication::translate("naryad::api", "This is another task."));
    task.number = readText(firstOf(json, {"name", "number"}));
    task.createdAt = readKnownMoment(firstOf(json, {"createdAt", "created_at"}), zone);
    task.plannedStart = readKnownMoment(firstOf(json, {"plannedVisitTime", "planned_visit_time"}), zone);
    task.plannedEnd = readKnownMoment(firstOf(json, {"plannedEndVisitTime", "planned_end_visit_time"}), zone);
    task.draft = readKnownFlag(json.value(QLatin1String("draft")));
    task.taskTemplate = readRef(firstOf(json, {"template", "tasktemplate", "taskTemplate"}));
    task.contractor = readKnownRef(firstOf(json, {"contractor"}));
    task.worker = readWorker(json);
    task.address = readAddress(json);
    task.resultCheck = readKnownFlag(firstOf(json, {"verificationRequired", "verification_required"}));
    readStatus(json, task);
    const auto details = readFieldRows(json.value(QLatin1String("props")), QStringLiteral("props"));
    if (!details)
        return fail(details.error());
    task.details = *details;
    const auto report = readFieldRows(json.value(QLatin1String("checklist")), QStringLiteral("checklist"));
    if (!report)
        return fail(report.error());
    task.report = *report;
    return task;
}

} // namespace naryad::api
