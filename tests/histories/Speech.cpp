#include "Speech.h"

#include <algorithm>

namespace naryad::test {

namespace {

using Kind = Thing::Kind;

constexpr int FirstHour = 24; ///< of planned times that are a command's own
constexpr quint32 StaleOutOf = 3; ///< one editor in so many was opened before others changed the thing

/// Ids of this computer become references of the sort that commands carry for their subject.
void localise(Command &command)
{
    std::visit(
        [](auto &one) {
            if constexpr (requires { one.object; })
                one.object = refOf(one.object.id);
            else if constexpr (requires { one.task; })
                one.task = refOf(one.task.id);
        },
        command);
}

std::optional<Kind> subjectKind(const Command &command)
{
    if (std::holds_alternative<UpdateTask>(command))
        return Kind::Draft;
    if (std::holds_alternative<UpdateSubdivision>(command))
        return Kind::Subdivision;
    switch (kindOf(command)) {
    case ObjectKind::Task:
        return Kind::SentTask;
    case ObjectKind::Contractor:
        return Kind::Contractor;
    case ObjectKind::Person:
        return Kind::Person;
    case ObjectKind::Phone:
        return Kind::Phone;
    case ObjectKind::TemplateField:
        return Kind::Field;
    case ObjectKind::Template:
        return Kind::Template;
    case ObjectKind::EquipmentModel:
        return Kind::Model;
    case ObjectKind::Equipment:
        return Kind::Equipment;
    }
    return std::nullopt;
}

} // namespace

TaskBody formOf(const TaskBody &said, const Task &now)
{
    TaskBody body = said;
    body.number = now.number;
    if (now.plannedStart.isKnown())
        body.plannedStart = now.plannedStart.value;
    if (now.plannedEnd.isKnown())
        body.plannedEnd = now.plannedEnd.value;
    if (now.contractor.isKnown())
        body.contractor = now.contractor;
    if (now.address.isKnown())
        body.address = now.address;
    body.details.clear();
    for (const FieldRow &row : now.details)
        body.details.append({row.fieldId, row.name, row.typeId, row.value});
    return body;
}

QString textIn(const TaskBody &body)
{
    return body.details.isEmpty() ? QString() : body.details.first().value.asText();
}

void setTextIn(TaskBody &body, const QString &text)
{
    if (!body.details.isEmpty())
        body.details.first().value = FieldValue::text(text);
}

Speech::Speech(const World &world, const QString &extraField)
    : m_world(world)
    , m_extraField(extraField)
{
    const auto draft = std::get<UpdateTask>(sampleCommand(world, QStringLiteral("update-task")));
    const auto client = std::get<UpdateContractor>(sampleCommand(world, QStringLiteral("update-contractor")));
    TaskBody task = draft.body;
    task.number = QStringLiteral("draft");
    ContractorBody contractor = client.body;
    contractor.name = QStringLiteral("client");
    m_things = {
        {Kind::Draft, world.draft, {}, task},
        {Kind::SentTask, world.sentTask, {}, task},
        {Kind::Contractor, world.contractor, {}, {}, contractor},
        {Kind::Subdivision, world.subdivision},
        {Kind::Person, world.person, world.contractor},
        {Kind::Phone, world.phone, world.contractor},
        {Kind::Field, world.field},
        {Kind::Template, world.taskTemplate},
        {Kind::Template, world.spareTemplate},
        {Kind::Model, world.model},
        {Kind::Model, world.spareModel},
        {Kind::Equipment, world.equipment},
    };
    // What everything else stands on stays.
    for (Thing &thing : m_things)
        thing.taken = thing.id == world.taskTemplate || thing.id == world.model || thing.id == world.field;
}

Thing *Speech::pick(Kind kind, quint32 choice)
{
    QVector<Thing *> fit;
    for (Thing &thing : m_things) {
        const bool base
            = thing.id == m_world.taskTemplate || thing.id == m_world.model || thing.id == m_world.field;
        if (thing.kind == kind && (!thing.taken || base))
            fit.append(&thing);
    }
    return fit.isEmpty() ? nullptr : fit.at(static_cast<qsizetype>(choice % fit.size()));
}

Said Speech::say(int number, quint32 kind, quint32 b, quint32 c, const Truth &truth)
{
    m_chosen = m_world;
    const auto choose = [&](Kind of, QString &place) {
        const Thing *thing = pick(of, b >> 8);
        if (thing)
            place = thing->id;
        return thing;
    };
    choose(Kind::Draft, m_chosen.draft);
    choose(Kind::SentTask, m_chosen.sentTask);
    choose(Kind::Contractor, m_chosen.contractor);
    choose(Kind::Subdivision, m_chosen.subdivision);
    if (c % 4 == 0)
        choose(Kind::Template, m_chosen.taskTemplate);
    if (c % 3 == 0)
        choose(Kind::Model, m_chosen.model);
    const Thing *person = choose(Kind::Person, m_chosen.person);
    const Thing *phone = choose(Kind::Phone, m_chosen.phone);
    m_personOwner = person ? person->owner : m_world.contractor;
    m_phoneOwner = phone ? phone->owner : m_world.contractor;
    choose(Kind::Equipment, m_chosen.equipment);
    Said said;
    const QVector<Command> all = sampleCommands(m_chosen);
    said.command = all.at(static_cast<qsizetype>(kind % all.size()));
    if (isDelete(said.command)) {
        const Kind of = *subjectKind(said.command);
        Thing *thing = pick(of, b);
        if (thing && !thing->taken) {
            std::visit(
                [thing](auto &one) {
                    if constexpr (requires { one.object; })
                        one.object = {thing->id, {}};
                },
                said.command);
        } else {
            said.command = all.at(2); // a comment instead
        }
    }
    said.mark = QByteArrayLiteral("op-") + QByteArray::number(number) + '-';
    said.name = serviceCommandOf(said.command);
    fill(said, b, c, truth);
    localise(said.command);
    return said;
}

void Speech::fill(Said &said, quint32 b, quint32 c, const Truth &truth)
{
    const QString mark = QString::fromLatin1(said.mark);
    if (auto *task = std::get_if<CreateTask>(&said.command)) {
        TaskBody &body = task->body;
        body.address.value.text = mark;
        body.number = b % 2 ? mark : QString();
        body.draft = b % 5 < 3;
        if (!body.draft)
            body.worker = Known<NamedRef>::fromHere(m_world.worker);
        if (c % 3 != 0) {
            body.plannedStart = body.plannedStart.addSecs(3600 * (FirstHour + c % 500));
            body.plannedEnd = body.plannedStart.addSecs(3600);
        }
        setTextIn(body, mark);
    } else if (auto *update = std::get_if<UpdateTask>(&said.command)) {
        changeTask(said, *update, b, c, truth);
    } else if (auto *comment = std::get_if<AddComment>(&said.command)) {
        comment->text = mark;
    } else if (auto *close = std::get_if<CloseTask>(&said.command)) {
        close->note = mark;
    } else if (auto *add = std::get_if<AddTaskFields>(&said.command)) {
        add->task = {m_chosen.sentTask, {}};
        add->fields.first().field = {m_extraField, {}, 1, FieldValue::text(mark)};
    } else if (auto *remove = std::get_if<RemoveTaskFields>(&said.command)) {
        Thing *thing = pick(Kind::SentTask, b >> 8);
        if (thing && !thing->shorn) {
            remove->task = {thing->id, {}};
            said.mark.clear();
        } else {
            said.command = AddComment{{m_chosen.sentTask, {}}, mark, {}};
        }
    } else if (auto *create = std::get_if<CreateContractor>(&said.command)) {
        create->body.name = mark;
        create->body.externalId = b % 2 ? Known<QString>::fromHere(mark) : Known<QString>();
        if (c % 3 == 0)
            create->body.phones = {QStringLiteral("+7 ") + QString::number(c)};
    } else if (auto *change = std::get_if<UpdateContractor>(&said.command)) {
        changeContractor(said, *change, b, c, truth);
    } else if (auto *branch = std::get_if<AddSubdivision>(&said.command)) {
        branch->body.name = mark;
        branch->body.externalId = b % 2 ? mark : QString();
    } else if (auto *moved = std::get_if<UpdateSubdivision>(&said.command)) {
        moved->body.name = mark;
    } else if (auto *person = std::get_if<CreatePerson>(&said.command)) {
        person->body.name = mark;
        if (b % 2)
            person->body.phones = {mark};
    } else if (auto *renamed = std::get_if<UpdatePerson>(&said.command)) {
        renamed->body.name = mark;
        renamed->body.contractorId = m_personOwner;
    } else if (auto *phone = std::get_if<CreatePhone>(&said.command)) {
        phone->body.number = mark;
        // One said for a person whose deletion was said before may be made, and go with him.
        if (b % 3 == 0 && pick(Kind::Person, b >> 8))
            phone->body = {m_chosen.person, PhoneParent::Person, mark};
    } else if (auto *redialled = std::get_if<UpdatePhone>(&said.command)) {
        redialled->body.number = mark;
        redialled->body.parentId = m_phoneOwner;
    } else if (auto *field = std::get_if<CreateTemplateField>(&said.command)) {
        field->body.name = mark;
    } else if (auto *grown = std::get_if<UpdateTemplateField>(&said.command)) {
        grown->body.values.last().name = mark;
    } else if (auto *made = std::get_if<CreateTemplate>(&said.command)) {
        made->body.name = mark;
    } else if (auto *template2 = std::get_if<UpdateTemplate>(&said.command)) {
        template2->body.name = mark;
    } else if (auto *model = std::get_if<CreateEquipmentModel>(&said.command)) {
        model->body.name = mark;
    } else if (auto *model2 = std::get_if<UpdateEquipmentModel>(&said.command)) {
        model2->body.name = mark;
    } else if (auto *piece = std::get_if<CreateEquipment>(&said.command)) {
        piece->body.serialNumber = mark;
    } else if (auto *piece2 = std::get_if<UpdateEquipment>(&said.command)) {
        piece2->body.serialNumber = mark;
    }
    if (isDelete(said.command))
        said.mark.clear();
    said.name = serviceCommandOf(said.command);
}

/// An editor opened over what the service tells now, or a while ago.
void Speech::changeTask(Said &said, UpdateTask &update, quint32 b, quint32 c, const Truth &truth)
{
    const QString mark = QString::fromLatin1(said.mark);
    const auto thing = std::find_if(m_things.begin(), m_things.end(), [this](const Thing &one) {
        return one.kind == Kind::Draft && one.id == m_chosen.draft;
    });
    TaskBody base = thing == m_things.end() ? update.body : thing->task;
    const QString id = truth.idOf(m_chosen.draft);
    if (!id.isEmpty() && !truth.isSaid(m_chosen.draft) && b % StaleOutOf != 0) {
        if (const auto now = truth.task(id))
            base = formOf(base, *now);
    }
    update.body = base;
    said.part = c % 2 || base.details.isEmpty() ? QStringLiteral("number") : QStringLiteral("text");
    if (said.part == QLatin1String("number")) {
        said.before = base.number;
        update.body.number = mark;
    } else {
        said.before = textIn(base);
        setTextIn(update.body, mark);
    }
    if (c % 5 == 0) {
        update.body.draft = false;
        update.body.worker = Known<NamedRef>::fromHere(m_world.worker);
    }
    update.base = base;
}

void Speech::changeContractor(Said &said, UpdateContractor &update, quint32 b, quint32 c, const Truth &truth)
{
    const QString mark = QString::fromLatin1(said.mark);
    const auto thing = std::find_if(m_things.begin(), m_things.end(), [this](const Thing &one) {
        return one.kind == Kind::Contractor && one.id == m_chosen.contractor;
    });
    ContractorBody base = thing == m_things.end() ? update.body : thing->contractor;
    const QString id = truth.idOf(m_chosen.contractor);
    if (!id.isEmpty() && !truth.isSaid(m_chosen.contractor) && b % StaleOutOf != 0) {
        if (const auto now = truth.contractor(id))
            base = contractorBodyOf(*now);
    }
    base.externalId = {};
    base.persons.clear();
    base.phones.clear();
    update.body = base;
    said.part = c % 2 ? QStringLiteral("name") : QStringLiteral("address");
    if (c % 2) {
        said.before = base.name;
        update.body.name = mark;
    } else {
        said.before = base.address.value.text;
        update.body.address.value.text = mark;
    }
    update.base = base;
}

void Speech::keep(const Said &said, const QString &token)
{
    const QString id = subjectOf(said.command, token).key();
    const auto add = [&](Kind kind, const QString &owner = {}) {
        Thing thing;
        thing.kind = kind;
        thing.id = id;
        thing.owner = owner;
        m_things.append(thing);
    };
    for (Thing &thing : m_things) {
        if (thing.id != id)
            continue;
        thing.taken = thing.taken || isDelete(said.command);
        thing.shorn = thing.shorn || std::holds_alternative<RemoveTaskFields>(said.command);
        if (const auto *update = std::get_if<UpdateTask>(&said.command)) {
            thing.task = update->body;
            if (!update->body.draft)
                thing.kind = Kind::SentTask;
        }
        if (const auto *update = std::get_if<UpdateContractor>(&said.command))
            thing.contractor = update->body;
    }
    if (const auto *task = std::get_if<CreateTask>(&said.command)) {
        add(task->body.draft ? Kind::Draft : Kind::SentTask);
        m_things.last().task = task->body;
    } else if (const auto *contractor = std::get_if<CreateContractor>(&said.command)) {
        add(Kind::Contractor);
        m_things.last().contractor = contractor->body;
    } else if (const auto *branch = std::get_if<AddSubdivision>(&said.command)) {
        add(Kind::Subdivision, branch->body.contractorId);
    } else if (const auto *person = std::get_if<CreatePerson>(&said.command)) {
        add(Kind::Person, person->body.contractorId);
    } else if (const auto *phone = std::get_if<CreatePhone>(&said.command)) {
        if (phone->body.parentKind == PhoneParent::Contractor)
            add(Kind::Phone, phone->body.parentId);
    } else if (std::holds_alternative<CreateTemplate>(said.command)) {
        add(Kind::Template);
    } else if (std::holds_alternative<CreateEquipmentModel>(said.command)) {
        add(Kind::Model);
    } else if (std::holds_alternative<CreateEquipment>(said.command)) {
        add(Kind::Equipment);
    }
}

} // namespace naryad::test
