#include "Preparation.h"

#include "CommandRequests.h"
#include "Merge.h"

#include <QCoreApplication>

namespace naryad::sync {

namespace {

constexpr qint64 ListFreshSeconds = 60;

QFuture<Result<Prepared>> ready(Result<Prepared> prepared)
{
    return QtFuture::makeReadyFuture(std::move(prepared));
}

/// What most of the reads come to: their error, or the prepared command with something filled in.
template <class T, class Fill>
QFuture<Result<Prepared>>
filled(QObject *context, QFuture<Result<T>> future, const Prepared &prepared, Fill fill)
{
    return future.then(context, [prepared, fill](const Result<T> &answer) -> Result<Prepared> {
        if (!answer)
            return tl::unexpected(answer.error());
        Prepared done = prepared;
        fill(done, *answer);
        return done;
    });
}

} // namespace

std::optional<std::pair<ListKind, QString>> listedAs(const Command &command)
{
    if (const auto *field = std::get_if<CreateTemplateField>(&command))
        return std::pair(ListKind::TemplateFields, field->body.name);
    if (const auto *made = std::get_if<CreateTemplate>(&command))
        return std::pair(ListKind::Templates, made->body.name);
    if (const auto *model = std::get_if<CreateEquipmentModel>(&command))
        return std::pair(ListKind::EquipmentModels, model->body.name);
    if (const auto *equipment = std::get_if<CreateEquipment>(&command))
        return std::pair(ListKind::Equipment, equipment->body.serialNumber);
    return std::nullopt;
}

QStringList personIdsOf(const Contractor &contractor)
{
    QStringList ids;
    for (const Person &person : contractor.persons.value)
        ids.append(person.id);
    for (const Phone &phone : contractor.phones.value) {
        if (!phone.personId.isEmpty())
            ids.append(phone.personId);
    }
    ids.removeDuplicates();
    return ids;
}

QMap<QString, int> fieldCounts(const Task &task)
{
    QMap<QString, int> counts;
    for (const auto *rows : {&task.details, &task.report}) {
        for (const FieldRow &row : *rows)
            ++counts[row.fieldId];
    }
    return counts;
}

Preparation::Preparation(Services &services, store::Mirror &mirror, const Clock &clock, QObject *parent)
    : QObject(parent)
    , m_services(services)
    , m_mirror(mirror)
    , m_clock(clock)
{}

QFuture<Result<Prepared>>
Preparation::prepare(const JournalEntry &entry, const Command &command, const QString &id)
{
    const auto known = preImageOf(m_mirror);
    if (!known)
        return ready(tl::unexpected(known.error()));
    Prepared prepared{{}, *known, {}, {}};
    if (isUpdate(command))
        return forUpdate(command, id, prepared);
    // A body that may have arrived is frozen: another attempt says exactly the same.
    if (entry.doubts > 0) {
        if (const auto frozen = thaw(entry.body)) {
            prepared.request = *frozen;
            return ready(prepared);
        }
    }
    prepared.request = requestOf(m_services, command, id, entry.token);
    if (const auto listed = listedAs(command))
        return forListed(listed->first, listed->second, prepared);
    if (hasOwnExternalId(command))
        return forExternalId(externalIdOf(command, entry.token), prepared);
    if (std::holds_alternative<CreateTask>(command)) {
        return filled(this, endOfFeed(m_services, known->usn), prepared, [](Prepared &done, qint64 usn) {
            done.before.usn = usn;
        });
    }
    if (const auto *person = std::get_if<CreatePerson>(&command))
        return forPerson(*person, prepared);
    if (const auto *phone = std::get_if<CreatePhone>(&command))
        return forPhone(*phone, prepared);
    if (const auto *add = std::get_if<AddTaskFields>(&command))
        return forTaskFields(*add, id, prepared);
    if (std::holds_alternative<CloseTask>(command)) {
        return filled(
            this, m_services.tasks.task(id, true), prepared,
            [](Prepared &done, const api::Snapshot<Task> &answer) {
                done.before.closed = answer.value.finished.value;
            });
    }
    return ready(prepared);
}

/// Never the whole body over somebody's work (with a base to tell what was changed here).
QFuture<Result<Prepared>> Preparation::forUpdate(const Command &command, const QString &id, Prepared prepared)
{
    return filled(
        this, reread(m_services, command, id), prepared,
        [this, command, id](Prepared &done, const Reread &now) {
            const QJsonObject mine = bodyOf(command);
            const QJsonObject base = baseOf(command);
            const Merged merged = base.isEmpty() ? Merged{mine, {}, {}} : merge(base, mine, now.body);
            done.conflicts = merged.conflicts;
            done.merged = merged.others;
            done.before.before = now.body;
            done.before.sent = merged.body;
            done.before.raw = now.raw;
            done.request = requestOf(m_services, withBody(command, merged.body, base), id, {});
        });
}

QStringList Preparation::idsNamed(const QVector<ContractorListItem> &rows, const QString &name)
{
    QStringList ids;
    for (const ContractorListItem &row : rows) {
        if (row.name == name)
            ids.append(row.id);
    }
    return ids;
}

QFuture<Result<Prepared>> Preparation::forListed(ListKind list, const QString &name, Prepared prepared)
{
    const KnownList &known = m_lists[static_cast<int>(list)];
    const qint64 age = known.at.isValid() ? known.at.secsTo(m_clock.now()) : ListFreshSeconds;
    if (age >= 0 && age < ListFreshSeconds) {
        prepared.before.ids = idsNamed(known.rows, name);
        return ready(prepared);
    }
    return filled(
        this, wholeList(m_services, list), prepared,
        [this, list, name](Prepared &done, const QVector<ContractorListItem> &rows) {
            m_lists.insert(static_cast<int>(list), {m_clock.now(), rows});
            done.before.ids = idsNamed(rows, name);
        });
}

QFuture<Result<Prepared>> Preparation::forExternalId(const QString &externalId, Prepared prepared)
{
    return m_services.contractors.contractorByExternalId(externalId, true)
        .then(
            this,
            [prepared, externalId](const Result<api::Snapshot<Contractor>> &answer) -> Result<Prepared> {
                if (!answer && answer.error().kind == ErrorKind::NotFound)
                    return prepared;
                if (!answer)
                    return tl::unexpected(answer.error());
                return fail(
                    ErrorKind::Refused,
                    QCoreApplication::translate(
                        "naryad::sync", "The external id %1 is taken: “%2” has it. Nothing was sent.")
                        .arg(externalId, answer->value.name));
            });
}

QFuture<Result<Prepared>> Preparation::forPerson(const CreatePerson &create, Prepared prepared)
{
    return filled(
        this, m_services.contractors.contractor(create.body.contractorId, true), prepared,
        [](Prepared &done, const api::Snapshot<Contractor> &answer) {
            done.before.ids = personIdsOf(answer.value);
        });
}

QFuture<Result<Prepared>> Preparation::forPhone(const CreatePhone &create, Prepared prepared)
{
    const auto keep = [](Prepared &done, const QVector<Phone> &phones) {
        for (const Phone &phone : phones)
            done.before.ids.append(phone.id);
    };
    const QString parent = create.body.parentId;
    if (create.body.parentKind == PhoneParent::Person) {
        return filled(
            this, m_services.contractors.person(parent, true), prepared,
            [keep](Prepared &done, const api::Snapshot<Person> &answer) {
                keep(done, answer.value.phones.value);
            });
    }
    return filled(
        this, m_services.contractors.contractor(parent, true), prepared,
        [keep](Prepared &done, const api::Snapshot<Contractor> &answer) {
            keep(done, answer.value.phones.value);
        });
}

QFuture<Result<Prepared>>
Preparation::forTaskFields(const AddTaskFields &add, const QString &id, Prepared prepared)
{
    return filled(
        this, m_services.tasks.task(id, true), prepared,
        [add](Prepared &done, const api::Snapshot<Task> &answer) {
            const QMap<QString, int> counts = fieldCounts(answer.value);
            for (const TaskFieldAddition &one : add.fields)
                done.before.counts.insert(one.field.fieldId, counts.value(one.field.fieldId));
        });
}

} // namespace naryad::sync
