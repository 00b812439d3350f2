#include "SerialParts.h"
#include "core/Serial.h"

namespace naryad::serial {

namespace {

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
    const QJsonObject json = value.toObject();
    return {
        json.value(key("field")).toString(), json.value(key("name")).toString(),
        json.value(key("type")).toInt(), valueFromJson(json.value(key("value")))};
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

template <class Body> Body bodyFromJson(const QJsonObject &json)
{
    if constexpr (std::is_same_v<Body, TaskBody>)
        return taskBodyFromJson(json);
    else if constexpr (std::is_same_v<Body, ContractorBody>)
        return contractorBodyFromJson(json);
    else if constexpr (std::is_same_v<Body, SubdivisionBody>)
        return subdivisionBodyFromJson(json);
    else if constexpr (std::is_same_v<Body, PersonBody>)
        return personBodyFromJson(json);
    else if constexpr (std::is_same_v<Body, PhoneBody>)
        return phoneBodyFromJson(json);
    else if constexpr (std::is_same_v<Body, TemplateFieldBody>)
        return templateFieldBodyFromJson(json);
    else if constexpr (std::is_same_v<Body, TemplateBody>)
        return templateBodyFromJson(json);
    else if constexpr (std::is_same_v<Body, EquipmentModelBody>)
        return equipmentModelBodyFromJson(json);
    else
        return equipmentBodyFromJson(json);
}

template <class Body> std::optional<Body> baseFromJson(const QJsonObject &json)
{
    if (!json.contains(key("base")))
        return std::nullopt;
    return bodyFromJson<Body>(json.value(key("base")).toObject());
}

/// Writes what a command holds; the subjects of the first commands, all tasks, are under "task".
struct Write
{
    QJsonObject &json;

    template <class Body> void operator()(const Create<Body> &create) const
    {
        json.insert(key("body"), toJson(create.body));
    }

    template <class Body> void operator()(const Update<Body> &update) const
    {
        json.insert(key("object"), objectRefToJson(update.object));
        json.insert(key("body"), toJson(update.body));
        if (update.base)
            json.insert(key("base"), toJson(*update.base));
    }

    template <class Body> void operator()(const Delete<Body> &remove) const
    {
        json.insert(key("object"), objectRefToJson(remove.object));
        json.insert(key("name"), remove.name);
    }

    void operator()(const UpdateTask &update) const
    {
        json.insert(key("task"), objectRefToJson(update.task));
        json.insert(key("body"), toJson(update.body));
        if (update.base)
            json.insert(key("base"), toJson(*update.base));
    }

    void operator()(const AddComment &comment) const
    {
        about(comment);
        json.insert(key("text"), comment.text);
    }

    void operator()(const CloseTask &close) const
    {
        about(close);
        json.insert(key("result"), refToJson(close.result));
        json.insert(key("note"), close.note);
    }

    void operator()(const AddTaskFields &add) const
    {
        about(add);
        json.insert(
            key("fields"), listToJson(add.fields, [](const TaskFieldAddition &one) { return toJson(one); }));
    }

    void operator()(const RemoveTaskFields &remove) const
    {
        about(remove);
        json.insert(key("fields"), listToJson(remove.fields, refToJson));
    }

    template <class OfTask> void about(const OfTask &command) const
    {
        json.insert(key("task"), objectRefToJson(command.task));
        json.insert(key("number"), command.taskNumber);
        json.insert(key("name"), command.taskName);
    }
};

template <class OneCommand> struct Read;

template <class Body> struct Read<Create<Body>>
{
    static Command from(const QJsonObject &json)
    {
        return Create<Body>{bodyFromJson<Body>(json.value(key("body")).toObject())};
    }
};

template <class Body> struct Read<Update<Body>>
{
    static Command from(const QJsonObject &json)
    {
        return Update<Body>{
            objectRefFromJson(json.value(key("object"))),
            bodyFromJson<Body>(json.value(key("body")).toObject()), baseFromJson<Body>(json)};
    }
};

template <class Body> struct Read<Delete<Body>>
{
    static Command from(const QJsonObject &json)
    {
        return Delete<Body>{objectRefFromJson(json.value(key("object"))), json.value(key("name")).toString()};
    }
};

template <> struct Read<UpdateTask>
{
    static Command from(const QJsonObject &json)
    {
        return UpdateTask{
            objectRefFromJson(json.value(key("task"))), taskBodyFromJson(json.value(key("body")).toObject()),
            baseFromJson<TaskBody>(json)};
    }
};

/// The rest are about a task and say its number and name for showing.
template <class OneCommand> OneCommand aboutTask(const QJsonObject &json)
{
    OneCommand command;
    command.task = objectRefFromJson(json.value(key("task")));
    command.taskNumber = json.value(key("number")).toString();
    command.taskName = json.value(key("name")).toString();
    return command;
}

template <> struct Read<AddComment>
{
    static Command from(const QJsonObject &json)
    {
        auto comment = aboutTask<AddComment>(json);
        comment.text = json.value(key("text")).toString();
        return comment;
    }
};

template <> struct Read<CloseTask>
{
    static Command from(const QJsonObject &json)
    {
        auto close = aboutTask<CloseTask>(json);
        close.result = refFromJson(json.value(key("result")));
        close.note = json.value(key("note")).toString();
        return close;
    }
};

template <> struct Read<AddTaskFields>
{
    static Command from(const QJsonObject &json)
    {
        auto add = aboutTask<AddTaskFields>(json);
        add.fields = listFromJson<TaskFieldAddition>(json.value(key("fields")), [](const QJsonValue &one) {
            return taskFieldAdditionFromJson(one.toObject());
        });
        return add;
    }
};

template <> struct Read<RemoveTaskFields>
{
    static Command from(const QJsonObject &json)
    {
        auto remove = aboutTask<RemoveTaskFields>(json);
        remove.fields = listFromJson<NamedRef>(json.value(key("fields")), refFromJson);
        return remove;
    }
};

using Reader = Command (*)(const QJsonObject &);

template <size_t... Index> Reader readerNamed(const QString &name, std::index_sequence<Index...>)
{
    Reader found = nullptr;
    const auto tryOne = [&]<size_t I>(std::integral_constant<size_t, I>) {
        using One = std::variant_alternative_t<I, Command>;
        if (!found && serviceCommandOf(Command(std::in_place_index<I>)) == name)
            found = &Read<One>::from;
    };
    (tryOne(std::integral_constant<size_t, Index>{}), ...);
    return found;
}

} // namespace

QJsonObject toJson(const TaskBody &body)
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

TaskBody taskBodyFromJson(const QJsonObject &json)
{
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

QJsonObject toJson(const FoundObject &found)
{
    return {
        {key("id"), found.id},
        {key("title"), found.title},
        {key("owner"), knownToJson(found.owner, refToJson)},
        {key("start"), knownToJson(found.start, timeToJson)},
        {key("end"), knownToJson(found.end, timeToJson)},
        {key("template"), refToJson(found.taskTemplate)},
        {key("worker"), knownToJson(found.worker, refToJson)},
        {key("created"), knownToJson(found.createdAt, timeToJson)}};
}

FoundObject foundObjectFromJson(const QJsonObject &json)
{
    return {
        json.value(key("id")).toString(),
        json.value(key("title")).toString(),
        knownFromJson<NamedRef>(json.value(key("owner")), refFromJson),
        knownFromJson<QDateTime>(json.value(key("start")), timeFromJson),
        knownFromJson<QDateTime>(json.value(key("end")), timeFromJson),
        refFromJson(json.value(key("template"))),
        knownFromJson<NamedRef>(json.value(key("worker")), refFromJson),
        knownFromJson<QDateTime>(json.value(key("created")), timeFromJson)};
}

QJsonObject toJson(const FieldConflict &conflict)
{
    QJsonObject json{{key("part"), conflict.part}, {key("name"), conflict.name}};
    // Undefined is left out, and read back as undefined.
    const std::pair<const char *, QJsonValue> values[]{
        {"base", conflict.base}, {"mine", conflict.mine}, {"theirs", conflict.theirs}};
    for (const auto &[name, value] : values) {
        if (!value.isUndefined())
            json.insert(key(name), value);
    }
    return json;
}

FieldConflict fieldConflictFromJson(const QJsonObject &json)
{
    return {
        json.value(key("part")).toString(), json.value(key("name")).toString(), json.value(key("base")),
        json.value(key("mine")), json.value(key("theirs"))};
}

QJsonObject toJson(const Command &command)
{
    QJsonObject json{{key("command"), serviceCommandOf(command)}};
    std::visit(Write{json}, command);
    return json;
}

Result<Command> commandFromJson(const QJsonObject &json)
{
    const QString name = json.value(key("command")).toString();
    const Reader read = readerNamed(name, std::make_index_sequence<std::variant_size_v<Command>>{});
    if (!read)
        return fail(ErrorKind::BadAnswer, name);
    return read(json);
}

} // namespace naryad::serial
