#include "Cursor.h"
#include "JournalText.h"
#include "ListSql.h"
#include "ReaderQueries.h"
#include "TaskColumns.h"
#include "core/CommandKinds.h"
#include "core/Pending.h"

#include <QSet>

#include <algorithm>
#include <map>

/// One client with all that belongs to it.
namespace naryad::store {

namespace {

constexpr int Highest = 100; ///< parents; more are a mistake of the service's

/// Persons with their phones: the client's own list tells some of them, its phones may name others.
void takePersons(ContractorCard &card)
{
    card.persons = card.contractor.persons.value;
    const QVector<Phone> &phones = card.contractor.phones.value;
    for (const Phone &phone : phones) {
        if (phone.personId.isEmpty()) {
            card.phones.append(phone);
            continue;
        }
        auto person = std::find_if(card.persons.begin(), card.persons.end(), [&phone](const Person &one) {
            return one.id == phone.personId;
        });
        if (person == card.persons.end()) {
            Person unnamed;
            unnamed.id = phone.personId;
            person = card.persons.insert(card.persons.end(), unnamed);
        }
        const QVector<Phone> &own = person->phones.value;
        const bool known
            = std::any_of(own.begin(), own.end(), [&phone](const Phone &one) { return one.id == phone.id; });
        if (!known) {
            person->phones.value.append(phone);
            person->phones.source = card.contractor.phones.source;
        }
    }
}

/// What the client is for commands: itself, its persons and its phones.
class Subjects
{
public:
    explicit Subjects(const ContractorCard &card)
    {
        add(ObjectKind::Contractor, card.contractor.id);
        for (const Person &person : card.persons) {
            add(ObjectKind::Person, person.id);
            for (const Phone &phone : person.phones.value)
                add(ObjectKind::Phone, phone.id);
        }
        for (const Phone &phone : card.phones)
            add(ObjectKind::Phone, phone.id);
    }

    bool contains(ObjectKind kind, const QString &id) const
    {
        return m_keys.contains(subjectKey(kind, refOf(id)));
    }
    void add(ObjectKind kind, const QString &id)
    {
        if (!id.isEmpty() && !contains(kind, id)) {
            m_keys.insert(subjectKey(kind, refOf(id)));
            m_all.append({kind, id});
        }
    }
    const QVector<Reference> &all() const { return m_all; }

private:
    QSet<QString> m_keys;
    QVector<Reference> m_all;
};

/// Speaks of the client or of somebody of its: a new person, a subdivision, equipment.
bool isAbout(const JournalEntry &entry, const Subjects &subjects)
{
    const ObjectRef subject = subjectOf(entry.command, entry.token);
    if (subjects.contains(kindOf(entry.command), subject.key()))
        return true;
    const QVector<Reference> references = referencesOf(entry.command);
    return std::any_of(references.begin(), references.end(), [&subjects](const Reference &one) {
        return subjects.contains(one.kind, one.id);
    });
}

} // namespace

QVector<NamedRef> ReaderQueries::pathOf(NamedRef parent, const ContractorLaid &laid)
{
    QVector<NamedRef> path;
    QSet<QString> seen;
    SQLite::Statement find(mirror(), "SELECT name, parent_id, parent_name FROM contractor WHERE id=?");
    while (!parent.isNothing() && path.size() < Highest && !seen.contains(parent.id)) {
        seen.insert(parent.id);
        NamedRef above;
        find.reset();
        bindAll(find, parent.id);
        if (const auto *made = laid.find(parent.id)) {
            parent.name = made->contractor.name;
            above = made->contractor.parent;
        } else if (find.executeStep()) {
            parent.name = laid.renamed.value(parent.id, textAt(find, 0));
            above = {textAt(find, 1), textAt(find, 2)};
        }
        path.prepend(parent);
        parent = above;
    }
    return path;
}

QVector<JournalEntry> ReaderQueries::saidOf(const ContractorCard &card)
{
    std::map<CommandId, JournalEntry> said;
    Subjects subjects(card);
    Cursor about(journal(), CardSql);
    for (const Reference &one : subjects.all()) {
        const ObjectRef object = refOf(one.id);
        about.with(subjectKey(one.kind, object), subjectKey(one.kind, object), object.id);
        while (about.next()) {
            const auto entry = entryFromJson(objectOf(about.utf8(0).toByteArray()));
            // The ids of other kinds may be the same.
            if (entry && kindOf(entry->command) == one.kind)
                said.insert_or_assign(entry->id, *entry);
        }
    }
    // What is not on the service yet has no id to be asked by. A person made here may have phones made here.
    const QVector<JournalEntry> open = openContractorCommands(journal());
    for (const JournalEntry &entry : open) {
        if (!isAbout(entry, subjects))
            continue;
        said.insert_or_assign(entry.id, entry);
        if (kindOf(entry.command) == ObjectKind::Person)
            subjects.add(ObjectKind::Person, subjectOf(entry.command, entry.token).key());
    }
    QVector<JournalEntry> all;
    for (const auto &[id, entry] : said)
        all.append(entry);
    return all;
}

Result<ContractorCard> ReaderQueries::contractorCard(const QString &id, int tasks)
{
    const ContractorLaid laid = m_contractors.laid(mirror(), journal());
    ContractorCard card;
    const QString known = laid.resolved(id);
    if (const auto *made = laid.find(known))
        card.contractor = made->contractor;
    else if (auto mirrored = contractor(known))
        card.contractor = *mirrored;
    else
        return tl::unexpected(mirrored.error());
    card.path = pathOf(card.contractor.parent, laid);
    takePersons(card);
    card.said = saidOf(card);
    for (const JournalEntry &entry : std::as_const(card.said)) {
        const PendingState pending = pendingOf(entry.state);
        if (urgency(pending) > urgency(card.pending))
            card.pending = pending;
    }
    card.subdivisions = subdivisionsOf(known).value_or(QVector<ContractorRow>());
    card.equipment = equipmentOf(known).value_or(QVector<Equipment>());
    card.tasks = tasksOf(known, tasks).value_or(QVector<TaskRow>());
    Cursor names(mirror(), sql::NamesOfId);
    Cursor count(mirror(), sql::CountOfContractor);
    names.with(static_cast<int>(NameKind::Contractor), known);
    while (names.next()) {
        if (count.with(names.number(0)).next())
            card.taskCount += count.number(0);
    }
    return card;
}

} // namespace naryad::store
