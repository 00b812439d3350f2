#include "core/CommandKinds.h"

#include <QJsonDocument>
#include <QStringList>

namespace naryad {

namespace {

const QLatin1String LocalPrefix("local:");

/// Calls `fn(kind, id)` for every reference in a body; `id` can be written where the body can.
template <class Body, class Fn> void visitBody(Body &body, Fn fn)
{
    using Plain = std::remove_const_t<Body>;
    if constexpr (std::is_same_v<Plain, TaskBody>) {
        fn(ObjectKind::Template, body.taskTemplate.id);
        if (body.contractor.isKnown())
            fn(ObjectKind::Contractor, body.contractor.value.id);
        for (auto &entry : body.details)
            fn(ObjectKind::TemplateField, entry.fieldId);
    } else if constexpr (std::is_same_v<Plain, SubdivisionBody>) {
        fn(ObjectKind::Contractor, body.contractorId);
        if (body.templateId.isKnown())
            fn(ObjectKind::Template, body.templateId.value);
    } else if constexpr (std::is_same_v<Plain, PersonBody>) {
        fn(ObjectKind::Contractor, body.contractorId);
    } else if constexpr (std::is_same_v<Plain, PhoneBody>) {
        fn(body.parentKind == PhoneParent::Person ? ObjectKind::Person : ObjectKind::Contractor,
           body.parentId);
    } else if constexpr (std::is_same_v<Plain, TemplateBody>) {
        for (auto *rows : {&body.details, &body.report}) {
            for (auto &row : *rows)
                fn(ObjectKind::TemplateField, row.fieldId);
        }
    } else if constexpr (std::is_same_v<Plain, EquipmentBody>) {
        if (body.model.isKnown())
            fn(ObjectKind::EquipmentModel, body.model.value.id);
        if (body.contractor.isKnown())
            fn(ObjectKind::Contractor, body.contractor.value.id);
    }
}

template <class OneCommand, class Fn> void visitCommand(OneCommand &command, Fn fn)
{
    if constexpr (requires { command.body; })
        visitBody(command.body, fn);
    if constexpr (requires { command.base; }) {
        if (command.base)
            visitBody(*command.base, fn);
    }
    if constexpr (std::is_same_v<std::remove_const_t<OneCommand>, AddTaskFields>) {
        for (auto &addition : command.fields) {
            fn(ObjectKind::TemplateField, addition.field.fieldId);
            fn(ObjectKind::TemplateField, addition.sectionFieldId);
        }
    }
    if constexpr (std::is_same_v<std::remove_const_t<OneCommand>, RemoveTaskFields>) {
        for (auto &field : command.fields)
            fn(ObjectKind::TemplateField, field.id);
    }
}

template <class Body> constexpr ObjectKind kindOfBody()
{
    if constexpr (std::is_same_v<Body, ContractorBody> || std::is_same_v<Body, SubdivisionBody>)
        return ObjectKind::Contractor;
    else if constexpr (std::is_same_v<Body, PersonBody>)
        return ObjectKind::Person;
    else if constexpr (std::is_same_v<Body, PhoneBody>)
        return ObjectKind::Phone;
    else if constexpr (std::is_same_v<Body, TemplateFieldBody>)
        return ObjectKind::TemplateField;
    else if constexpr (std::is_same_v<Body, TemplateBody>)
        return ObjectKind::Template;
    else if constexpr (std::is_same_v<Body, EquipmentModelBody>)
        return ObjectKind::EquipmentModel;
    else if constexpr (std::is_same_v<Body, EquipmentBody>)
        return ObjectKind::Equipment;
    else
        return ObjectKind::Task;
}

struct Kind
{
    template <class Body> ObjectKind operator()(const Create<Body> &) const { return kindOfBody<Body>(); }
    template <class Body> ObjectKind operator()(const Update<Body> &) const { return kindOfBody<Body>(); }
    template <class Body> ObjectKind operator()(const Delete<Body> &) const { return kindOfBody<Body>(); }
    template <class OfTask> ObjectKind operator()(const OfTask &) const { return ObjectKind::Task; }
};

struct IsCreate
{
    template <class Body> bool operator()(const Create<Body> &) const { return true; }
    template <class Other> bool operator()(const Other &) const { return false; }
};

struct IsUpdate
{
    template <class Body> bool operator()(const Update<Body> &) const { return true; }
    bool operator()(const UpdateTask &) const { return true; }
    template <class Other> bool operator()(const Other &) const { return false; }
};

struct IsDelete
{
    template <class Body> bool operator()(const Delete<Body> &) const { return true; }
    template <class Other> bool operator()(const Other &) const { return false; }
};

struct LookKey
{
    static QString joined(const QStringList &parts) { return parts.join(QChar(0x1f)); }

    QString operator()(const CreateTask &create) const
    {
        const TaskBody &body = create.body;
        return joined(
            {QStringLiteral("task"), body.taskTemplate.id, body.number,
             body.plannedStart.toUTC().toString(Qt::ISODate), body.plannedEnd.toUTC().toString(Qt::ISODate)});
    }
    QString operator()(const CreatePerson &create) const
    {
        return joined({QStringLiteral("person"), create.body.contractorId, create.body.name});
    }
    QString operator()(const CreatePhone &create) const
    {
        return joined({QStringLiteral("phone"), create.body.parentId, create.body.number});
    }
    QString operator()(const CreateTemplateField &create) const
    {
        return joined({QStringLiteral("field"), create.body.name});
    }
    QString operator()(const CreateTemplate &create) const
    {
        return joined({QStringLiteral("template"), create.body.name});
    }
    QString operator()(const CreateEquipmentModel &create) const
    {
        return joined({QStringLiteral("model"), create.body.name});
    }
    QString operator()(const CreateEquipment &create) const
    {
        return joined({QStringLiteral("equipment"), create.body.serialNumber});
    }
    template <class Other> QString operator()(const Other &) const { return {}; }
};

/// What it says of its object says nothing about what that object is.
bool isHarmless(const JournalEntry &entry)
{
    return std::holds_alternative<AddComment>(entry.command)
        && (entry.state == CommandState::Refused || entry.state == CommandState::Unsure);
}

} // namespace

QString toName(ObjectKind kind)
{
    switch (kind) {
    case ObjectKind::Task:
        return QStringLiteral("task");
    case ObjectKind::Contractor:
        return QStringLiteral("contractor");
    case ObjectKind::Person:
        return QStringLiteral("person");
    case ObjectKind::Phone:
        return QStringLiteral("phone");
    case ObjectKind::TemplateField:
        return QStringLiteral("field");
    case ObjectKind::Template:
        return QStringLiteral("template");
    case ObjectKind::EquipmentModel:
        return QStringLiteral("model");
    case ObjectKind::Equipment:
        return QStringLiteral("equipment");
    }
    return {};
}

ObjectKind kindOf(const Command &command)
{
    return std::visit(Kind{}, command);
}

bool isCreate(const Command &command)
{
    return std::visit(IsCreate{}, command);
}

bool isUpdate(const Command &command)
{
    return std::visit(IsUpdate{}, command);
}

bool isDelete(const Command &command)
{
    return std::visit(IsDelete{}, command);
}

bool isHeldFirst(const Command &command)
{
    if (const auto *create = std::get_if<CreateTask>(&command))
        return !create->body.draft;
    if (const auto *update = std::get_if<UpdateTask>(&command))
        return !update->body.draft;
    return std::holds_alternative<AddComment>(command) || std::holds_alternative<CloseTask>(command)
        || isDelete(command);
}

QString localId(const QString &token)
{
    return LocalPrefix + token;
}

QString localToken(const QString &id)
{
    return id.startsWith(LocalPrefix) ? id.mid(LocalPrefix.size()) : QString();
}

ObjectRef refOf(const QString &id)
{
    const QString token = localToken(id);
    return token.isEmpty() ? ObjectRef{id, {}} : ObjectRef{{}, token};
}

QVector<Reference> referencesOf(const Command &command)
{
    QVector<Reference> references;
    const auto add = [&references](ObjectKind kind, const QString &id) {
        const Reference reference{kind, id};
        if (!id.isEmpty() && !references.contains(reference))
            references.append(reference);
    };
    std::visit([&add](const auto &one) { visitCommand(one, add); }, command);
    return references;
}

QVector<ObjectRef> dependsOn(const Command &command)
{
    QVector<ObjectRef> needed;
    const ObjectRef subject = subjectOf(command, {});
    if (!subject.token.isEmpty())
        needed.append(subject);
    const QVector<Reference> references = referencesOf(command);
    for (const Reference &reference : references) {
        const ObjectRef ref = refOf(reference.id);
        if (ref.isLocal() && !needed.contains(ref))
            needed.append(ref);
    }
    return needed;
}

Command resolved(const Command &command, const std::function<QString(const QString &token)> &idOf)
{
    Command copy = command;
    const auto fill = [&idOf](ObjectKind, QString &id) {
        const QString token = localToken(id);
        if (token.isEmpty())
            return;
        if (const QString real = idOf(token); !real.isEmpty())
            id = real;
    };
    std::visit([&fill](auto &one) { visitCommand(one, fill); }, copy);
    return copy;
}

QString lookKey(const Command &command)
{
    return std::visit(LookKey{}, command);
}

QueueOrder::QueueOrder(std::function<QString(const QString &token)> idOf)
    : m_idOf(std::move(idOf))
{}

QString QueueOrder::keyOf(ObjectKind kind, const ObjectRef &ref) const
{
    const QString id = ref.isLocal() ? m_idOf(ref.token) : ref.id;
    return toName(kind) + QLatin1Char(':') + (id.isEmpty() ? ref.key() : id);
}

CommandId QueueOrder::take(const JournalEntry &entry)
{
    const bool create = isCreate(entry.command);
    const QString key = keyOf(kindOf(entry.command), subjectOf(entry.command, entry.token));
    CommandId front = m_last.value(key);
    const QVector<ObjectRef> needed = dependsOn(entry.command);
    for (const ObjectRef &ref : needed) {
        if (front == 0 && m_idOf(ref.token).isEmpty())
            front = m_making.value(ref.token);
    }
    const QString look = create
        ? lookKey(resolved(entry.command, [this](const QString &token) { return m_idOf(token); }))
        : QString();
    if (front == 0 && !look.isEmpty())
        front = m_inDoubt.value(look);
    // What takes an object away goes after all that still speaks of it.
    if (front == 0 && isDelete(entry.command))
        front = m_named.value(key);

    if (!isHarmless(entry))
        m_last.insert(key, entry.id);
    if (create)
        m_making.insert(entry.token, entry.id);
    // Sent once without a clear answer, it may be there; a look could take the next one for it.
    const bool inDoubt = entry.doubts > 0 || entry.state == CommandState::Unsure;
    if (!look.isEmpty() && inDoubt && entry.state != CommandState::Refused)
        m_inDoubt.insert(look, entry.id);
    if (!waitsForUser(entry)) {
        const QVector<Reference> references = referencesOf(entry.command);
        for (const Reference &reference : references)
            m_named.insert(keyOf(reference.kind, refOf(reference.id)), entry.id);
    }
    return front;
}

} // namespace naryad
