#include "TaskCodec.h"

#include "FieldCodec.h"
#include "JsonRead.h"

#include <QCoreApplication>

namespace naryad::api {

namespace {

/// The one system status the vendor's own program treats as finished.
constexpr qint64 FinishedStatus = 7;

/// `employee` is one object; `employees`, where it stands instead, a list whose first is the worker.
Known<NamedRef> readWorker(const Json &task)
{
    const Json one = task.value("employee");
    if (!one.isMissing())
        return readKnownRef(one);
    const Json many = task.value("employees");
    if (!many.isArray())
        return readKnownRef(many);
    const auto workers = many.items();
    return workers.isEmpty() ? Known<NamedRef>::fromService({}) : readKnownRef(workers.first());
}

void readStatus(const Json &json, Task &task)
{
    const Json value = firstOf(json, {"task_status", "taskStatus", "status"});
    if (isNothing(value))
        return;
    NamedRef status = readRef(value);
    if (value.isString() && !readInteger(value))
        status = {QString(), value.toString()};
    task.status = Known<NamedRef>::fromService(status);
    const auto system = readInteger(firstOf(value, {"statusId", "status_id"}));
    if (system)
        task.finished = Known<bool>::fromService(*system == FinishedStatus);
}

Result<QVector<FieldRow>> readFieldRows(const Json &value, const QString &place)
{
    const auto rows = readRows(value, place);
    if (!rows)
        return fail(rows.error());
    QVector<FieldRow> fields;
    fields.reserve(rows->size());
    for (const Json &row : *rows) {
        const RowHead head = readRowHead(row);
        FieldRow field;
        field.rowId = head.rowId;
        field.fieldId = head.fieldId;
        field.name = head.name;
        field.typeId = head.typeId;
        field.parent = head.parent;
        field.visibleToMobile = head.visibleToMobile;
        field.required = head.required;
        field.value = readFieldValue(field.type(), row.value("value"));
        fields.append(field);
    }
    return fields;
}

} // namespace

NamedRef readClosingResult(const QByteArray &body)
{
    // The documented answer has none of these: most are not read a second time.
    const bool mayTell = body.contains("resolution") || body.contains("\"result") || body.contains("tatus");
    const Result<Json> root = mayTell ? parseAnswer(body) : Result<Json>(Json());
    if (!root)
        return {};
    const auto whole = [](const NamedRef &ref) { return !ref.id.isEmpty() && !ref.name.isEmpty(); };
    const NamedRef told = readRef(firstOf(*root, {"resolution", "result", "result_status", "resultStatus"}));
    if (whole(told))
        return told;
    const Json status = firstOf(*root, {"task_status", "taskStatus", "status"});
    const NamedRef finished = readRef(status);
    const auto system = readInteger(firstOf(status, {"statusId", "status_id"}));
    return system == FinishedStatus && whole(finished) ? finished : NamedRef();
}

Result<Task> readTask(const QByteArray &body, const QString &askedId, const AccountZone &zone)
{
    const Result<Json> root = parseAnswer(body);
    if (!root)
        return fail(root.error());
    const Json &json = *root;
    // Any of these makes it a task; an empty object or another thing's answer has none.
    const bool isTask = !firstOf(json, {"id", "template", "tasktemplate", "props", "draft"}).isMissing();
    if (!isTask)
        return badAnswer(QString(), QCoreApplication::translate("naryad::api", "This is no task."));

    Task task;
    task.id = readId(json.value("id"));
    if (task.id.isEmpty())
        task.id = askedId;
    if (!askedId.isEmpty() && task.id != askedId)
        return badAnswer(
            QStringLiteral("id"), QCoreApplication::translate("naryad::api", "This is another task."));
    task.number = readText(firstOf(json, {"name", "number"}));
    task.createdAt = readKnownMoment(firstOf(json, {"createdAt", "created_at"}), zone);
    task.plannedStart = readKnownMoment(firstOf(json, {"plannedVisitTime", "planned_visit_time"}), zone);
    task.plannedEnd = readKnownMoment(firstOf(json, {"plannedEndVisitTime", "planned_end_visit_time"}), zone);
    task.draft = readKnownFlag(json.value("draft"));
    task.taskTemplate = readRef(firstOf(json, {"template", "tasktemplate", "taskTemplate"}));
    task.contractor = readKnownRef(json.value("contractor"));
    task.worker = readWorker(json);
    task.address = readKnownAddress(json);
    task.resultCheck = readKnownFlag(firstOf(json, {"verificationRequired", "verification_required"}));
    readStatus(json, task);
    const auto details = readFieldRows(json.value("props"), QStringLiteral("props"));
    if (!details)
        return fail(details.error());
    task.details = *details;
    const auto report = readFieldRows(json.value("checklist"), QStringLiteral("checklist"));
    if (!report)
        return fail(report.error());
    task.report = *report;
    return task;
}

} // namespace naryad::api
