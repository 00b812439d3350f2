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
