#include "Finder.h"
#include "JournalText.h"
#include "ListSql.h"
#include "Phones.h"
#include "ReaderQueries.h"
#include "SearchText.h"
#include "TaskColumns.h"
#include "core/Text.h"

#include <algorithm>
#include <limits>

/// Who is calling, and what is known of him.
namespace naryad::store {

namespace {

constexpr int MostTasksLooked = 1000; ///< of one contractor
constexpr int MostOpen = 20;
constexpr int MostLast = 5;
constexpr int MostEquipment = 50;
constexpr qsizetype PhoneWord = 7; ///< digits that are a phone and no part of a name
constexpr int MostComments = 5;
constexpr int DeepestTree = 32; ///< a parent that is its own child must not go on for ever

bool isOpen(TaskState state)
{
    return state == TaskState::Draft || state == TaskState::Sent || state == TaskState::ToBeSent;
}

/// A contractor's tasks, the latest plan first, whatever names it had.
class TasksOfContractor
{
public:
    explicit TasksOfContractor(SQLite::Database &mirror)
        : m_names(mirror, sql::NamesOfId)
        , m_tasks(mirror, sql::ContractorDescending)
        , m_columns(mirror, sql::FilterColumns)
    {}

    struct Task
    {
        qint64 plan = 0;
        RowId row = 0;
        TaskState state = TaskState::NotKnown;
    };

    /// False in `complete` where there are more than are looked at.
    QVector<Task> of(const QString &contractorId, bool &complete)
    {
        QVector<Task> found;
        complete = true;
        int names = 0;
        m_names.with(static_cast<int>(NameKind::Contractor), contractorId);
        while (m_names.next()) {
            ++names;
            m_tasks.with(
                std::numeric_limits<qint64>::min(), std::numeric_limits<qint64>::max(), m_names.number(0));
            int looked = 0;
            while (m_tasks.next()) {
                if (++looked > MostTasksLooked) {
                    complete = false;
                    break;
                }
                const RowId row = m_tasks.number(0);
                if (m_columns.with(row).next())
                    found.append({m_tasks.number(1), row, static_cast<TaskState>(m_columns.number(1))});
            }
        }
        if (names > 1) {
            std::stable_sort(found.begin(), found.end(), [](const Task &a, const Task &b) {
                return std::tie(a.plan, a.row) > std::tie(b.plan, b.row);
            });
        }
        return found;
    }

private:
    Cursor m_names;
    Cursor m_tasks;
    Cursor m_columns;
};

/// The contractor's name with those of all its parents before it.
QString pathWords(SQLite::Database &mirror, const Contractor &contractor)
{
    QStringList names{contractor.name};
    NamedRef parent = contractor.parent;
    SQLite::Statement find(mirror, "SELECT name, parent_id, parent_name FROM contractor WHERE id=?");
    while (!parent.isNothing() && names.size() < DeepestTree) {
        find.reset();
        bindAll(find, parent.id);
        const bool known = find.executeStep();
        names.prepend(known ? textAt(find, 0) : parent.name);
        parent = known ? NamedRef{textAt(find, 1), textAt(find, 2)} : NamedRef();
    }
    names.removeAll(QString());
    return names.join(QStringLiteral(" / "));
}

/// Whose the phone is; empty where it is the contractor's own, or nobody told whose.
QString personOf(const Contractor &contractor, const Phone &phone)
{
    for (const Person &person : contractor.persons.value) {
        const bool listed
            = std::any_of(person.phones.value.begin(), person.phones.value.end(), [&phone](const Phone &one) {
                  return one.number == phone.number;
              });
        if (!person.deleted && (listed || (!person.id.isEmpty() && person.id == phone.personId)))
            return person.name;
    }
    return {};
}

QVector<Phone> allPhones(const Contractor &contractor)
{
    QVector<Phone> phones = contractor.phones.value;
    for (const Person &person : contractor.persons.value) {
        if (!person.deleted)
            phones += person.phones.value;
    }
    phones.removeIf([](const Phone &phone) { return phone.deleted || phone.number.isEmpty(); });
    return phones;
}

bool says(const QString &name, const QString &typed)
{
    const QString text = QLatin1Char(' ') + foldText(name);
    for (const QString &reading : {typed, swapLayout(typed)}) {
        const QStringList words = wordsToFind(reading);
        const bool all = std::all_of(
            words.begin(), words.end(), [&text](const QString &word) { return text.contains(word); });
        if (all && !words.isEmpty())
            return true;
    }
    return false;
}

/// What of the contractor was meant: the phone that fits best, else the person who is called so.
void findOut(
    Caller &caller, const Contractor &contractor, const QString &typed, const QVector<TypedPhone> &numbers)
{
    const QVector<Phone> phones = allPhones(contractor);
    for (const Phone &phone : phones) {
        const PhoneMatch match = phoneMatch(phone.number, numbers);
        if (match < caller.match) {
            caller.match = match;
            caller.phone = phone.number;
            caller.person = personOf(contractor, phone);
        }
    }
    if (caller.match != PhoneMatch::None)
        return;
    if (!says(contractor.name, typed)) {
        for (const Person &person : contractor.persons.value) {
            if (!person.deleted && says(person.name, typed))
                caller.person = person.name;
        }
    }
    for (const Phone &phone : phones) {
        if (caller.phone.isEmpty() && personOf(contractor, phone) == caller.person)
            caller.phone = phone.number;
    }
    if (caller.phone.isEmpty() && !phones.isEmpty())
        caller.phone = phones.constFirst().number;
}

} // namespace

Result<QVector<Caller>> ReaderQueries::callers(const QString &typed, int limit)
{
    if (wordsToFind(typed).isEmpty())
        return QVector<Caller>();
    QVector<Contractor> found = contractorsMadeHere(typed);
    const SQLite::Transaction snapshot(mirror());
    const QVector<TypedPhone> numbers = typedPhones(typed);
    QStringList ids;
    const QVector<PhoneOwner> owners = ownersOfPhone(mirror(), numbers);
    for (const PhoneOwner &owner : owners.mid(0, limit))
        ids.append(owner.contractorId);
    // Names are looked through only where they may hold more than the phones did.
    const bool whole = !ids.isEmpty() && numbers.constFirst().digits.size() >= PhoneWord;
    if (!whole && ids.size() < limit) {
        const auto hits = Finder(mirror(), m_sample, m_givenUp).callers(typed, limit);
        for (const Finder::Found &one : hits) {
            if (!ids.contains(one.hit.id))
                ids.append(one.hit.id);
        }
    }
    SQLite::Statement find(
        mirror(), "SELECT id, name, parent_id, parent_name, card FROM contractor WHERE id=? AND gone=0");
    for (const QString &id : std::as_const(ids)) {
        find.reset();
        bindAll(find, id);
        if (find.executeStep())
            found.append(contractorOf(find));
    }
    TasksOfContractor tasks(mirror());
    QVector<Caller> callers;
    for (const Contractor &contractor : std::as_const(found)) {
        Caller caller;
        caller.contractor = {contractor.id, contractor.name};
        caller.path = pathWords(mirror(), contractor);
        findOut(caller, contractor, typed, numbers);
        bool complete = true;
        const auto theirs = tasks.of(contractor.id, complete);
        caller.openTasks = std::count_if(
            theirs.begin(), theirs.end(), [](const auto &task) { return isOpen(task.state); });
        caller.moreTasks = !complete;
        callers.append(caller);
    }
    // A phone says more than a name that holds its digits.
    std::stable_sort(
        callers.begin(), callers.end(), [](const Caller &a, const Caller &b) { return a.match < b.match; });
    return callers.mid(0, limit);
}

Result<CallerCard> ReaderQueries::callerCard(const QString &contractorId)
{
    const auto known = contractor(contractorId);
    if (!known)
        return tl::unexpected(known.error());
    CallerCard card;
    card.contractor = *known;
    card.lastAddress = known->address;
    bool hasAddress = false;
    {
        const SQLite::Transaction snapshot(mirror());
        card.path = pathWords(mirror(), *known);
        bool complete = true;
        const auto tasks = TasksOfContractor(mirror()).of(contractorId, complete);
        card.moreOpen = !complete;
        RowReader reader(mirror(), m_names, packing());
        for (const auto &task : tasks) {
            QVector<TaskRow> &rows = isOpen(task.state) ? card.open : card.last;
            const bool full = rows.size() >= (isOpen(task.state) ? MostOpen : MostLast);
            card.moreOpen = card.moreOpen || (full && isOpen(task.state));
            const auto row = full || task.state == TaskState::Gone ? std::nullopt : reader.read(task.row);
            if (!row)
                continue;
            rows.append(*row);
            if (hasAddress)
                continue;
            TaskCard whole;
            whole.row = *row;
            reader.readCard(whole);
            hasAddress = whole.task.address.isKnown() && !whole.task.address.value.text.isEmpty();
            if (hasAddress)
                card.lastAddress = whole.task.address;
        }
    }
    SQLite::Statement owned(mirror(), sql::EquipmentIdsOf);
    bindAll(owned, contractorId, MostEquipment);
    QStringList ids;
    while (owned.executeStep())
        ids.append(textAt(owned, 0));
    if (auto equipment = equipmentCards(ids))
        card.equipment = *equipment;
    readComments(card);
    return card;
}

/// The newest of what was said from here about the tasks on the card.
void ReaderQueries::readComments(CallerCard &card)
{
    SQLite::Statement find(journal(), CardSql);
    for (const TaskRow &row : card.open + card.last) {
        find.reset();
        bindAll(
            find, row.id.isEmpty() ? QString() : subjectKey(ObjectRef{row.id, {}}),
            subjectKey(ObjectRef{{}, row.token}), row.id);
        while (find.executeStep()) {
            auto entry = entryFromJson(objectOf(bytesAt(find, 0)));
            if (entry && std::holds_alternative<AddComment>(entry->command))
                card.comments.append(*entry);
        }
    }
    std::sort(card.comments.begin(), card.comments.end(), [](const JournalEntry &a, const JournalEntry &b) {
        return a.id > b.id;
    });
    card.comments = card.comments.mid(0, MostComments);
}

} // namespace naryad::store
