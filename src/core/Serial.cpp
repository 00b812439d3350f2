#include "core/Serial.h"

#include "SerialParts.h"

namespace naryad::serial {

namespace {

QJsonObject rowToJson(const FieldRow &row)
{
    return {
        {key("row"), row.rowId},
        {key("field"), row.fieldId},
        {key("name"), row.name},
        {key("type"), row.typeId},
        {key("parent"), row.parent},
        {key("value"), valueToJson(row.value)},
        {key("visible"), optionalToJson(row.visibleToMobile)},
        {key("required"), optionalToJson(row.required)}};
}

FieldRow rowFromJson(const QJsonValue &value)
{
    const QJsonObject json = value.toObject();
    FieldRow row;
    row.rowId = json.value(key("row")).toString();
    row.fieldId = json.value(key("field")).toString();
    row.name = json.value(key("name")).toString();
    row.typeId = json.value(key("type")).toInt();
    row.parent = json.value(key("parent")).toString();
    row.value = valueFromJson(json.value(key("value")));
    row.visibleToMobile = optionalFromJson(json.value(key("visible")));
    row.required = optionalFromJson(json.value(key("required")));
    return row;
}

QJsonObject entryToJson(const FieldEntry &entry)
{
    return {
        {key("field"), entry.fieldId},
        {key("name"), entry.name},
        {key("type"), entry.typeId},
        {key("value"), valueToJson(entry.value)}};
}

FieldEntry entryFromJson(const QJsonValue &value)
{
    const FieldRow row = rowFromJson(value);
    return {row.fieldId, row.name, row.typeId, row.value};
}

QJsonObject bodyToJson(const TaskBody &body)
{
    return {
        {key("number"), body.number},
        {key("template"), refToJson(body.taskTemplate)},
        {key("contractor"), knownToJson(body.contractor, refToJson)},
        {key("worker"), knownToJson(body.worker, refToJson)},
        {key("draft"), body.draft},
        {key("address"), knownToJson(body.address, addressToJson)},
        {key("check"), knownToJson(body.resultCheck, boolToJson)},
        {key("start"), timeToJson(body.plannedStart)},
        {key("end"), timeToJson(body.plannedEnd)},
        {key("details"), listToJson(body.details, entryToJson)}};
}

TaskBody bodyFromJson(const QJsonValue &value)
{
    const QJsonObject json = value.toObject();
    TaskBody body;
    body.number = json.value(key("number")).toString();
    body.taskTemplate = refFromJson(json.value(key("template")));
    body.contractor = knownFromJson<NamedRef>(json.value(key("contractor")), refFromJson);
    body.worker = knownFromJson<NamedRef>(json.value(key("worker")), refFromJson);
    body.draft = json.value(key("draft")).toBool(true);
    body.address = knownFromJson<Address>(json.value(key("address")), addressFromJson);
    body.resultCheck = knownFromJson<bool>(json.value(key("check")), boolFromJson);
    body.plannedStart = timeFromJson(json.value(key("start")));
    body.plannedEnd = timeFromJson(json.value(key("end")));
    body.details = listFromJson<FieldEntry>(json.value(key("details")), entryFromJson);
    return body;
}

QJsonObject objectRefToJson(const ObjectRef &ref)
{
    return {{key("id"), ref.id}, {key("token"), ref.token}};
}

ObjectRef objectRefFromJson(const QJsonValue &value)
{
    const QJsonObject json = value.toObject();
    return {json.value(key("id")).toString(), json.value(key("token")).toString()};
}

} // namespace

QJsonObject toJson(const Task &task)
{
    return {
        {key("id"), task.id},
        {key("number"), task.number},
        {key("created"), knownToJson(task.createdAt, timeToJson)},
        {key("start"), knownToJson(task.plannedStart, timeToJson)},
        {key("end"), knownToJson(task.plannedEnd, timeToJson)},
        {key("draft"), knownToJson(task.draft, boolToJson)},
        {key("template"), refToJson(task.taskTemplate)},
        {key("contractor"), knownToJson(task.contractor, refToJson)},
        {key("worker"), knownToJson(task.worker, refToJson)},
        {key("address"), knownToJson(task.address, addressToJson)},
        {key("check"), knownToJson(task.resultCheck, boolToJson)},
        {key("status"), knownToJson(task.status, refToJson)},
        {key("finished"), knownToJson(task.finished, boolToJson)},
        {key("details"), listToJson(task.details, rowToJson)},
        {key("report"), listToJson(task.report, rowToJson)}};
}

Task taskFromJson(const QJsonObject &json)
{
    Task task;
    task.id = json.value(key("id")).toString();
    task.number = json.value(key("number")).toString();
    task.createdAt = knownFromJson<QDateTime>(json.value(key("created")), timeFromJson);
    task.plannedStart = knownFromJson<QDateTime>(json.value(key("start")), timeFromJson);
    task.plannedEnd = knownFromJson<QDateTime>(json.value(key("end")), timeFromJson);
    task.draft = knownFromJson<bool>(json.value(key("draft")), boolFromJson);
    task.taskTemplate = refFromJson(json.value(key("template")));
    task.contractor = knownFromJson<NamedRef>(json.value(key("contractor")), refFromJson);
    task.worker = knownFromJson<NamedRef>(json.value(key("worker")), refFromJson);
    task.address = knownFromJson<Address>(json.value(key("address")), addressFromJson);
    task.resultCheck = knownFromJson<bool>(json.value(key("check")), boolFromJson);
    task.status = knownFromJson<NamedRef>(json.value(key("status")), refFromJson);
    task.finished = knownFromJson<bool>(json.value(key("finished")), boolFromJson);
    task.details = listFromJson<FieldRow>(json.value(key("details")), rowFromJson);
    task.report = listFromJson<FieldRow>(json.value(key("report")), rowFromJson);
    return task;
}

QJsonObject toJson(const TaskFieldAddition &addition)
{
    return {
        {key("toReport"), addition.to == TaskFieldAddition::To::Report},
        {key("field"), entryToJson(addition.field)},
        {key("section"), addition.sectionFieldId},
        {key("position"), addition.position ? QJsonValue(*addition.position) : QJsonValue()}};
}

TaskFieldAddition taskFieldAdditionFromJson(const QJsonObject &json)
{
    TaskFieldAddition addition;
    if (json.value(key("toReport")).toBool())
        addition.to = TaskFieldAddition::To::Report;
    addition.field = entryFromJson(json.value(key("field")));
    addition.sectionFieldId = json.value(key("section")).toString();
    if (json.value(key("position")).isDouble())
        addition.position = json.value(key("position")).toInt();
    return addition;
}

QJsonObject toJson(const Command &command)
{
    QJsonObject json{{key("command"), serviceCommandOf(command)}};
    if (const auto *create = std::get_if<CreateTask>(&command)) {
        json.insert(key("body"), bodyToJson(create->body));
        return json;
    }
    json.insert(key("task"), objectRefToJson(subjectOf(command, {})));
    if (const auto *update = std::get_if<UpdateTask>(&command)) {
        json.insert(key("body"), bodyToJson(update->body));
    } else if (const auto *comment = std::get_if<AddComment>(&command)) {
        json.insert(key("text"), comment->text);
        json.insert(key("number"), comment->taskNumber);
        json.insert(key("name"), comment->taskName);
    } else if (const auto *close = std::get_if<CloseTask>(&command)) {
        json.insert(key("result"), refToJson(close->result));
        json.insert(key("note"), close->note);
        json.insert(key("number"), close->taskNumber);
        json.insert(key("name"), close->taskName);
    }
    return json;
}

Result<Command> commandFromJson(const QJsonObject &json)
{
    const QString name = json.value(key("command")).toString();
    const ObjectRef task = objectRefFromJson(json.value(key("task")));
    if (name == QLatin1String("create-task"))
        return Command(CreateTask{bodyFromJson(json.value(key("body")))});
    if (name == QLatin1String("update-task"))
        return Command(UpdateTask{task, bodyFromJson(json.value(key("body")))});
    if (name == QLatin1String("create-comment"))
        return Command(AddComment{
            task, json.value(key("text")).toString(), json.value(key("number")).toString(),
            json.value(key("name")).toString()});
    if (name == QLatin1String("close-task")) {
        return Command(CloseTask{
            task, refFromJson(json.value(key("result"))), json.value(key("note")).toString(),
            json.value(key("number")).toString(), json.value(key("name")).toString()});
    }
    return fail(ErrorKind::BadAnswer, name);
}

QJsonObject toJson(const Error &error)
{
    return {{key("kind"), toName(error.kind)}, {key("cause"), static_cast<int>(error.cause)},
            {key("status"), error.httpStatus}, {key("code"), error.serviceCode},
            {key("words"), error.words},       {key("asked"), error.asked},
            {key("place"), error.place},       {key("retry"), static_cast<qint64>(error.retryAfter.count())}};
}

Error errorFromJson(const QJsonObject &json)
{
    Error error;
    error.kind = errorKindFromName(json.value(key("kind")).toString());
    error.cause = static_cast<ErrorCause>(json.value(key("cause")).toInt());
    error.httpStatus = json.value(key("status")).toInt();
    error.serviceCode = json.value(key("code")).toString();
    error.words = json.value(key("words")).toString();
    error.asked = json.value(key("asked")).toString();
    error.place = json.value(key("place")).toString();
    error.retryAfter = std::chrono::seconds(json.value(key("retry")).toInteger());
    return error;
}

} // namespace naryad::serial
