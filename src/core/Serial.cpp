#include "core/Serial.h"

#include <QJsonArray>

namespace naryad::serial {

namespace {

QString key(const char *name)
{
    return QString::fromLatin1(name);
}

QJsonObject refToJson(const NamedRef &ref)
{
    return {{key("id"), ref.id}, {key("name"), ref.name}};
}

NamedRef refFromJson(const QJsonValue &json)
{
    const QJsonObject object = json.toObject();
    return {object.value(key("id")).toString(), object.value(key("name")).toString()};
}

QJsonValue timeToJson(const QDateTime &moment)
{
    return moment.isValid() ? QJsonValue(moment.toUTC().toString(Qt::ISODateWithMs)) : QJsonValue();
}

QDateTime timeFromJson(const QJsonValue &json)
{
    return json.isString() ? QDateTime::fromString(json.toString(), Qt::ISODateWithMs).toUTC() : QDateTime();
}

template <class T, class To>
QJsonObject knownToJson(const Known<T> &known, To to)
{
    return {{key("source"), static_cast<int>(known.source)}, {key("value"), QJsonValue(to(known.value))}};
}

template <class T, class From>
Known<T> knownFromJson(const QJsonValue &json, From from)
{
    const QJsonObject object = json.toObject();
    Known<T> known;
    const int source = object.value(key("source")).toInt();
    if (source < 1 || source > 2)
        return known;
    known.source = static_cast<Source>(source);
    known.value = from(object.value(key("value")));
    return known;
}

QJsonValue boolToJson(bool value)
{
    return value;
}

bool boolFromJson(const QJsonValue &json)
{
    return json.toBool();
}

QJsonValue optionalToJson(const std::optional<bool> &value)
{
    return value ? QJsonValue(*value) : QJsonValue();
}

std::optional<bool> optionalFromJson(const QJsonValue &json)
{
    return json.isBool() ? std::optional(json.toBool()) : std::nullopt;
}

QJsonObject addressToJson(const Address &address)
{
    return {{key("text"), address.text}, {key("entrance"), address.entrance}, {key("floor"), address.floor},
        {key("room"), address.room}, {key("notes"), address.notes}, {key("latitude"), address.latitude},
        {key("longitude"), address.longitude}};
}

Address addressFromJson(const QJsonValue &json)
{
    const QJsonObject object = json.toObject();
    const auto part = [&object](const char *name) { return object.value(key(name)).toString(); };
    return {part("text"), part("entrance"), part("floor"), part("room"), part("notes"), part("latitude"),
        part("longitude")};
}

QJsonObject valueToJson(const FieldValue &value)
{
    QJsonObject json {{key("kind"), static_cast<int>(value.kind())}};
    switch (value.kind()) {
    case FieldValue::Kind::Empty:
        break;
    case FieldValue::Kind::Text:
    case FieldValue::Kind::Number:
        json.insert(key("text"), value.asText());
        break;
    case FieldValue::Kind::Checkbox:
        json.insert(key("checked"), value.isChecked());
        break;
    case FieldValue::Kind::Option:
        json.insert(key("option"), refToJson(value.asOption()));
        break;
    case FieldValue::Kind::Files:
        json.insert(key("count"), value.fileCount());
        json.insert(key("raw"), QString::fromUtf8(value.rawJson()));
        break;
    case FieldValue::Kind::Other:
        json.insert(key("raw"), QString::fromUtf8(value.rawJson()));
        break;
    }
    return json;
}

FieldValue valueFromJson(const QJsonValue &value)
{
    const QJsonObject json = value.toObject();
    switch (static_cast<FieldValue::Kind>(json.value(key("kind")).toInt())) {
    case FieldValue::Kind::Text:
        return FieldValue::text(json.value(key("text")).toString());
    case FieldValue::Kind::Number:
        return FieldValue::number(json.value(key("text")).toString());
    case FieldValue::Kind::Checkbox:
        return FieldValue::checkbox(json.value(key("checked")).toBool());
    case FieldValue::Kind::Option:
        return FieldValue::option(refFromJson(json.value(key("option"))));
    case FieldValue::Kind::Files:
        return FieldValue::files(json.value(key("count")).toInt(), json.value(key("raw")).toString().toUtf8());
    case FieldValue::Kind::Other:
        return FieldValue::other(json.value(key("raw")).toString().toUtf8());
    case FieldValue::Kind::Empty:
        break;
    }
    return {};
}

template <class T, class To>
QJsonArray listToJson(const QVector<T> &values, To to)
{
    QJsonArray array;
    for (const T &value : values)
        array.append(to(value));
    return array;
}

template <class T, class From>
QVector<T> listFromJson(const QJsonValue &json, From from)
{
    QVector<T> values;
    const QJsonArray array = json.toArray();
    values.reserve(array.size());
    for (const QJsonValue &value : array)
        values.append(from(value));
    return values;
}

QJsonObject rowToJson(const FieldRow &row)
{
    return {{key("row"), row.rowId}, {key("field"), row.fieldId}, {key("name"), row.name},
        {key("type"), row.typeId}, {key("parent"), row.parent}, {key("value"), valueToJson(row.value)},
        {key("visible"), optionalToJson(row.visibleToMobile)}, {key("required"), optionalToJson(row.required)}};
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

QJsonObject templateRowToJson(const TemplateRow &row)
{
    return {{key("row"), row.rowId}, {key("field"), row.fieldId}, {key("name"), row.name},
        {key("type"), row.typeId}, {key("parent"), row.parent},
        {key("visible"), optionalToJson(row.visibleToMobile)}, {key("required"), optionalToJson(row.required)}};
}

TemplateRow templateRowFromJson(const QJsonValue &value)
{
    const FieldRow row = rowFromJson(value);
    return {row.rowId, row.fieldId, row.name, row.typeId, row.parent, row.visibleToMobile, row.required};
}

QJsonObject entryToJson(const FieldEntry &entry)
{
    return {{key("field"), entry.fieldId}, {key("name"), entry.name}, {key("type"), entry.typeId},
        {key("value"), valueToJson(entry.value)}};
}

FieldEntry entryFromJson(const QJsonValue &value)
{
    const FieldRow row = rowFromJson(value);
    return {row.fieldId, row.name, row.typeId, row.value};
}

QJsonObject bodyToJson(const TaskBody &body)
{
    return {{key("number"), body.number}, {key("template"), refToJson(body.taskTemplate)},
        {key("contractor"), knownToJson(body.contractor, refToJson)},
        {key("worker"), knownToJson(body.worker, refToJson)}, {key("draft"), body.draft},
        {key("address"), knownToJson(body.address, addressToJson)},
        {key("check"), knownToJson(body.resultCheck, boolToJson)},
        {key("start"), timeToJson(body.plannedStart)}, {key("end"), timeToJson(body.plannedEnd)},
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
    return {{key("id"), task.id}, {key("number"), task.number},
        {key("created"), knownToJson(task.createdAt, timeToJson)},
        {key("start"), knownToJson(task.plannedStart, timeToJson)},
        {key("end"), knownToJson(task.plannedEnd, timeToJson)}, {key("draft"), knownToJson(task.draft, boolToJson)},
        {key("template"), refToJson(task.taskTemplate)},
        {key("contractor"), knownToJson(task.contractor, refToJson)},
        {key("worker"), knownToJson(task.worker, refToJson)},
        {key("address"), knownToJson(task.address, addressToJson)},
        {key("check"), knownToJson(task.resultCheck, boolToJson)},
        {key("status"), knownToJson(task.status, refToJson)},
        {key("finished"), knownToJson(task.finished, boolToJson)},
        {key("details"), listToJson(task.details, rowToJson)}, {key("report"), listToJson(task.report, rowToJson)}};
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

QJsonObject toJson(const Template &value)
{
    return {{key("id"), value.id}, {key("name"), value.name}, {key("colour"), value.colour},
        {key("visit"), refToJson(value.visitDay)},
        {key("duration"), value.visitDurationSeconds ? QJsonValue(*value.visitDurationSeconds) : QJsonValue()},
        {key("details"), listToJson(value.details, templateRowToJson)},
        {key("report"), listToJson(value.report, templateRowToJson)}};
}

Template templateFromJson(const QJsonObject &json)
{
    Template value;
    value.id = json.value(key("id")).toString();
    value.name = json.value(key("name")).toString();
    value.colour = json.value(key("colour")).toString();
    value.visitDay = refFromJson(json.value(key("visit")));
    if (json.value(key("duration")).isDouble())
        value.visitDurationSeconds = json.value(key("duration")).toInt();
    value.details = listFromJson<TemplateRow>(json.value(key("details")), templateRowFromJson);
    value.report = listFromJson<TemplateRow>(json.value(key("report")), templateRowFromJson);
    return value;
}

QJsonObject toJson(const TemplateField &field)
{
    return {{key("id"), field.id}, {key("name"), field.name}, {key("type"), field.typeId},
        {key("values"), listToJson(field.values, [](const ListOption &option) {
             return QJsonObject {{key("id"), option.id}, {key("name"), option.name}, {key("deleted"), option.deleted}};
         })}};
}

TemplateField templateFieldFromJson(const QJsonObject &json)
{
    TemplateField field;
    field.id = json.value(key("id")).toString();
    field.name = json.value(key("name")).toString();
    field.typeId = json.value(key("type")).toInt();
    field.values = listFromJson<ListOption>(json.value(key("values")), [](const QJsonValue &value) {
        const QJsonObject option = value.toObject();
        return ListOption {option.value(key("id")).toString(), option.value(key("name")).toString(),
            option.value(key("deleted")).toBool()};
    });
    return field;
}

QJsonObject toJson(const Contractor &contractor)
{
    return {{key("id"), contractor.id}, {key("name"), contractor.name}, {key("parent"), refToJson(contractor.parent)},
        {key("external"), contractor.externalId}, {key("address"), addressToJson(contractor.address)},
        {key("loaded"), contractor.detailsLoaded}, {key("phones"), listToJson(contractor.phones, [](const Phone &phone) {
             return QJsonObject {{key("id"), phone.id}, {key("number"), phone.number}, {key("person"), phone.personId},
                 {key("deleted"), phone.deleted}};
         })}};
}

Contractor contractorFromJson(const QJsonObject &json)
{
    Contractor contractor;
    contractor.id = json.value(key("id")).toString();
    contractor.name = json.value(key("name")).toString();
    contractor.parent = refFromJson(json.value(key("parent")));
    contractor.externalId = json.value(key("external")).toString();
    contractor.address = addressFromJson(json.value(key("address")));
    contractor.detailsLoaded = json.value(key("loaded")).toBool();
    contractor.phones = listFromJson<Phone>(json.value(key("phones")), [](const QJsonValue &value) {
        const QJsonObject phone = value.toObject();
        return Phone {phone.value(key("id")).toString(), phone.value(key("number")).toString(),
            phone.value(key("person")).toString(), phone.value(key("deleted")).toBool()};
    });
    return contractor;
}

QJsonObject toJson(const Command &command)
{
    QJsonObject json {{key("command"), serviceCommandOf(command)}};
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
    } else if (const auto *close = std::get_if<CloseTask>(&command)) {
        json.insert(key("result"), refToJson(close->result));
        json.insert(key("note"), close->note);
        json.insert(key("number"), close->taskNumber);
    }
    return json;
}

Result<Command> commandFromJson(const QJsonObject &json)
{
    const QString name = json.value(key("command")).toString();
    const ObjectRef task = objectRefFromJson(json.value(key("task")));
    if (name == QLatin1String("create-task"))
        return Command(CreateTask {bodyFromJson(json.value(key("body")))});
    if (name == QLatin1String("update-task"))
        return Command(UpdateTask {task, bodyFromJson(json.value(key("body")))});
    if (name == QLatin1String("create-comment"))
        return Command(AddComment {task, json.value(key("text")).toString(), json.value(key("number")).toString()});
    if (name == QLatin1String("close-task")) {
        return Command(CloseTask {task, refFromJson(json.value(key("result"))), json.value(key("note")).toString(),
            json.value(key("number")).toString()});
    }
    return fail(ErrorKind::BadAnswer, name);
}

QJsonObject toJson(const Error &error)
{
    return {{key("kind"), toName(error.kind)}, {key("cause"), static_cast<int>(error.cause)},
        {key("status"), error.httpStatus}, {key("code"), error.serviceCode}, {key("words"), error.words},
        {key("asked"), error.asked}, {key("place"), error.place},
        {key("retry"), static_cast<qint64>(error.retryAfter.count())}};
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
