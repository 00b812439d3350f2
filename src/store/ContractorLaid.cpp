#include "ContractorLaid.h"

#include "Cursor.h"
#include "JournalText.h"
#include "ListSql.h"
#include "Said.h"
#include "TaskColumns.h"
#include "core/CommandKinds.h"
#include "core/Pending.h"

#include <algorithm>
#include <utility>

namespace naryad::store {

namespace {

constexpr int Lately = 1000; ///< commands; what was sent before them has been read back since

void take(QVector<Phone> &phones, const QStringList &numbers, const QString &personId)
{
    for (const QString &number : numbers) {
        Phone phone;
        phone.number = number;
        phone.personId = personId;
        phones.append(phone);
    }
}

template <class Contacts>
void takePersons(Contractor &contractor, QVector<Phone> &phones, const Contacts &contacts)
{
    QVector<Person> persons;
    for (const auto &contact : contacts) {
        Person person;
        person.name = contact.name;
        QVector<Phone> own;
        take(own, contact.phones, {});
        person.phones = Known<QVector<Phone>>::fromHere(own);
        persons.append(person);
    }
    contractor.persons = Known<QVector<Person>>::fromHere(persons);
    contractor.phones = Known<QVector<Phone>>::fromHere(phones);
}

/// What a create makes, as far as it was said; nothing for other commands.
std::optional<ContractorLaid::Made> madeBy(const JournalEntry &entry)
{
    ContractorLaid::Made made;
    Contractor &contractor = made.contractor;
    QVector<Phone> phones;
    if (const auto *create = std::get_if<CreateContractor>(&entry.command)) {
        contractor.name = create->body.name;
        contractor.externalId = create->body.externalId;
        contractor.address = create->body.address;
        take(phones, create->body.phones, {});
        takePersons(contractor, phones, create->body.persons);
    } else if (const auto *add = std::get_if<AddSubdivision>(&entry.command)) {
        contractor.name = add->body.name;
        contractor.externalId = Known<QString>::fromHere(add->body.externalId);
        contractor.address = add->body.address;
        made.parentId = add->body.contractorId;
        takePersons(contractor, phones, add->body.contacts);
    } else {
        return std::nullopt;
    }
    contractor.id = entry.resultId.isEmpty() ? localId(entry.token) : entry.resultId;
    contractor.detailsLoaded = true;
    made.row = -entry.id;
    made.token = entry.token;
    made.said = saidBy(contractor);
    made.phones = phonesOf(contractor);
    made.pending = pendingOf(entry.state);
    return made;
}

/// Another name than it had; empty: none.
template <class Change> QString newNameBy(const Change &update)
{
    return update.base && update.base->name == update.body.name ? QString() : update.body.name;
}

QString idOf(const ObjectRef &object)
{
    return object.key();
}

/// Reads the journal through, the oldest command first.
class Reading
{
public:
    Reading(SQLite::Database &journal, SQLite::Database &mirror)
        : m_journal(journal)
        , m_mirrored(mirror, sql::ContractorRowOfId)
    {}

    ContractorLaid all()
    {
        sentLately();
        const QVector<JournalEntry> open = openContractorCommands(m_journal);
        for (const JournalEntry &entry : open)
            takeOpen(entry);
        for (ContractorLaid::Made &made : m_laid.made) {
            made.contractor.parent.id = m_laid.resolved(made.parentId);
            made.pending = std::max(
                made.pending, m_laid.pending.value(made.contractor.id),
                [](PendingState a, PendingState b) { return urgency(a) < urgency(b); });
        }
        return std::move(m_laid);
    }

private:
    /// What has got its id: it goes on under its local row until it is mirrored.
    void sentLately()
    {
        Cursor sent(m_journal, sql::ContractorsSentLately);
        sent.with(Lately);
        while (sent.next()) {
            const auto entry = entryFromJson(objectOf(sent.utf8(0).toByteArray()));
            auto made = entry ? madeBy(*entry) : std::nullopt;
            if (!made)
                continue;
            m_laid.idOf.insert(localId(entry->token), entry->resultId);
            if (m_mirrored.with(entry->resultId).next())
                m_laid.became.append({made->row, m_mirrored.number(0)});
            else
                m_laid.made.append(*made);
        }
    }

    void takeOpen(const JournalEntry &entry)
    {
        const PendingState state = pendingOf(entry.state);
        if (const auto made = madeBy(entry)) {
            m_laid.made.append(*made);
            mark(made->contractor.id, state);
        } else if (const auto *client = std::get_if<UpdateContractor>(&entry.command)) {
            rename(idOf(client->object), newNameBy(*client), state);
        } else if (const auto *subdivision = std::get_if<UpdateSubdivision>(&entry.command)) {
            rename(idOf(subdivision->object), newNameBy(*subdivision), state);
        } else if (const auto *person = std::get_if<CreatePerson>(&entry.command)) {
            m_ownerOfPerson.insert(localId(entry.token), person->body.contractorId);
            mark(person->body.contractorId, state);
        } else if (const auto *changed = std::get_if<UpdatePerson>(&entry.command)) {
            mark(changed->body.contractorId, state);
        } else if (const auto *phone = std::get_if<CreatePhone>(&entry.command)) {
            markPhone(phone->body, state);
        } else if (const auto *other = std::get_if<UpdatePhone>(&entry.command)) {
            markPhone(other->body, state);
        }
    }

    void rename(const QString &object, const QString &name, PendingState state)
    {
        const QString id = m_laid.resolved(object);
        mark(id, state);
        if (name.isEmpty() || state == PendingState::Refused)
            return;
        const auto made
            = std::find_if(m_laid.made.begin(), m_laid.made.end(), [&id](const ContractorLaid::Made &one) {
                  return one.contractor.id == id;
              });
        if (made == m_laid.made.end()) {
            m_laid.renamed.insert(id, name);
            return;
        }
        made->contractor.name = name;
        made->said.append(name);
    }

    void markPhone(const PhoneBody &body, PendingState state)
    {
        mark(
            body.parentKind == PhoneParent::Contractor ? body.parentId : m_ownerOfPerson.value(body.parentId),
            state);
    }

    void mark(const QString &object, PendingState state)
    {
        if (object.isEmpty())
            return;
        PendingState &known = m_laid.pending[m_laid.resolved(object)];
        if (urgency(state) > urgency(known))
            known = state;
    }

    SQLite::Database &m_journal;
    Cursor m_mirrored;
    ContractorLaid m_laid;
    QHash<QString, QString> m_ownerOfPerson; ///< of persons made here
};

} // namespace

const ContractorLaid::Made *ContractorLaid::find(const QString &id) const
{
    const auto found
        = std::find_if(made.begin(), made.end(), [&](const Made &one) { return one.contractor.id == id; });
    return found == made.end() ? nullptr : &*found;
}

QString ContractorLaid::resolved(const QString &id) const
{
    return idOf.value(id, id);
}

QVector<JournalEntry> openContractorCommands(SQLite::Database &journal)
{
    Cursor open(journal, sql::ContractorsSaid);
    QVector<JournalEntry> entries;
    while (open.next()) {
        if (const auto entry = entryFromJson(objectOf(open.utf8(0).toByteArray())))
            entries.append(*entry);
    }
    return entries;
}

ContractorLaid contractorsLaid(SQLite::Database &journal, SQLite::Database &mirror)
{
    return Reading(journal, mirror).all();
}

} // namespace naryad::store
