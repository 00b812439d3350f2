#include "ContractorJson.h"
#include "EquipmentJson.h"
#include "FieldJson.h"
#include "Handlers.h"
#include "TaskJson.h"

namespace naryad::sandbox {

namespace {

QJsonArray idsJson(const QVector<qint64> &ids)
{
    QJsonArray array;
    for (qint64 id : ids)
        array.append(textId(id));
    return array;
}

QJsonObject taskTruth(const Company &company, const StoredTask &task)
{
    QJsonObject json = taskJson(company, task, true);
    QJsonArray comments;
    QJsonArray commentIds;
    for (const StoredComment &comment : task.comments) {
        comments.append(comment.text);
        commentIds.append(textId(comment.id));
    }
    json.insert(key("closed_result"), task.closedResult);
    json.insert(key("closed_note"), task.closedNote);
    json.insert(key("comments"), comments);
    json.insert(key("comment_ids"), commentIds);
    json.insert(key("usn"), textId(company.feed(key("task"))->numberOf(task.id)));
    return json;
}

QJsonObject personTruth(const Company &, const StoredPerson &person)
{
    return {
        {key("id"), textId(person.id)},
        {key("contractor"), textId(person.contractorId)},
        {key("externalId"), person.externalId},
        {key("name"), person.name},
        {key("deleted"), person.deleted}};
}

QJsonObject phoneTruth(const Company &, const StoredPhone &phone)
{
    return {
        {key("id"), textId(phone.id)},
        {key("contractor"), textId(phone.contractorId)},
        {key("person"), textId(phone.personId)},
        {key("name"), phone.name},
        {key("createdAt"), textId(phone.createdAt)},
        {key("deleted"), phone.deleted}};
}

QJsonObject contractorTruth(const Company &company, const StoredContractor &contractor)
{
    QJsonObject json = contractorJson(company, contractor);
    QJsonArray persons;
    for (qint64 id : contractor.persons)
        persons.append(personTruth(company, *company.persons().find(id)));
    QJsonArray phones;
    for (qint64 id : contractor.phones)
        phones.append(phoneTruth(company, *company.phones().find(id)));
    json.insert(key("externalId"), contractor.externalId);
    json.insert(key("template"), textId(contractor.templateId));
    json.insert(key("person"), persons);
    json.insert(key("phone"), phones);
    json.insert(key("usn"), textId(company.feed(key("contractor"))->numberOf(contractor.id)));
    return json;
}

QJsonObject templateTruth(const Company &company, const StoredTemplate &made)
{
    return templateJson(company, made, true);
}

QJsonObject fieldTruth(const Company &, const StoredField &field)
{
    return fieldJson(field);
}

QJsonObject modelTruth(const Company &, const StoredModel &model)
{
    QJsonObject json = named(model.id, model.name);
    json.insert(key("type"), textId(model.typeId));
    json.insert(key("manufacture"), textId(model.makerId));
    return json;
}

/// Everything there is, by kind; one place for what the paths under /sandbox/ have in common.
template <class Do> void eachKind(const Company &company, Do act)
{
    act("task", company.tasks(), taskTruth);
    act("contractor", company.contractors(), contractorTruth);
    act("person", company.persons(), personTruth);
    act("phone", company.phones(), phoneTruth);
    act("template", company.templates(), templateTruth);
    act("field", company.fields(), fieldTruth);
    act("model", company.models(), modelTruth);
    act("equipment", company.equipment(), equipmentJson);
}

QJsonObject counts(const Company &company)
{
    QJsonObject json{{key("employee"), company.catalogue().employees.size()}};
    eachKind(company, [&json](const char *kind, const auto &shelf, auto) {
        json.insert(key(kind), shelf.size());
    });
    return json;
}

std::optional<Reply> newIds(const Company &company, const QString &asked)
{
    std::optional<Reply> reply;
    eachKind(company, [&reply, &asked](const char *kind, const auto &shelf, auto) {
        if (asked == QLatin1String(kind))
            reply = ok(idsJson(shelf.made()));
    });
    return reply;
}

} // namespace

std::optional<Reply> inspect(const Company &company, const Ask &ask)
{
    const QString root = QStringLiteral("/sandbox/");
    if (!ask.path.startsWith(root))
        return std::nullopt;
    const QString name = ask.path.mid(root.size());
    if (name == QLatin1String("counts"))
        return ok(counts(company));
    if (name == QLatin1String("new-tasks"))
        return newIds(company, key("task"));
    if (name == QLatin1String("new"))
        return newIds(company, ask.asked("kind"));
    std::optional<Reply> reply;
    eachKind(company, [&](const char *kind, const auto &shelf, auto truth) {
        if (name != QLatin1String(kind))
            return;
        const auto found = shelf.find(ask.id);
        reply = found ? ok(truth(company, *found)) : refuse(Code::NotFound, u(u"Объект не найден"));
    });
    return reply;
}

} // namespace naryad::sandbox
