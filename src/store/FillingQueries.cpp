#include "Finder.h"
#include "JournalText.h"
#include "ListSql.h"
#include "ReaderQueries.h"
#include "SearchText.h"
#include "TaskColumns.h"
#include "TaskSearch.h"
#include "core/CommandKinds.h"
#include "core/Phone.h"
#include "core/Serial.h"
#include "core/Text.h"

#include <algorithm>

namespace naryad::store {

// What this computer knows that helps to fill in a task.

namespace {

constexpr qint64 LongestTask = 31 * 24 * 3600; ///< seconds; a longer one is not found by what it overlaps
constexpr int ReadForAddresses = 60; ///< of each kind, whose texts are looked into

bool holdsAll(const QString &text, const QStringList &words)
{
    const QString folded = foldText(text);
    return std::all_of(
        words.begin(), words.end(), [&folded](const QString &word) { return folded.contains(word); });
}

/// Addresses as they are found: each place once, with its coordinates where somebody told them.
class Places
{
public:
    Places(const QStringList &words, int limit)
        : m_words(words)
        , m_limit(limit)
    {}

    void add(const Known<Address> &known)
    {
        Address address = known.value;
        if (!known.isKnown() || address.text.isEmpty() || !holdsAll(address.text, m_words))
            return;
        address.notKnown = {};
        const auto same = std::find_if(m_found.begin(), m_found.end(), [&address](const Address &one) {
            return foldText(one.text) == foldText(address.text) && one.entrance == address.entrance
                && one.floor == address.floor && one.room == address.room && one.notes == address.notes;
        });
        if (same == m_found.end()) {
            if (m_found.size() < m_limit)
                m_found.append(address);
        } else if (same->latitude.isEmpty()) {
            same->latitude = address.latitude;
            same->longitude = address.longitude;
        }
    }

    /// What begins as it was typed stands first.
    QVector<Address> found() const
    {
        QVector<Address> sorted = m_found;
        std::stable_partition(sorted.begin(), sorted.end(), [this](const Address &address) {
            return foldText(address.text).startsWith(m_words.constFirst());
        });
        return sorted;
    }

private:
    QStringList m_words;
    int m_limit;
    QVector<Address> m_found;
};

} // namespace

Result<TaskCard> ReaderQueries::lastTaskOf(const QString &contractorId)
{
    const SQLite::Transaction snapshot(mirror());
    Cursor names(mirror(), sql::NamesOfId);
    Cursor last(mirror(), sql::LastOfContractor);
    names.with(static_cast<int>(NameKind::Contractor), contractorId);
    // A contractor may have had several names: the latest of their latest tasks.
    std::pair<qint64, RowId> best{-3, 0};
    while (names.next()) {
        if (last.with(names.number(0)).next())
            best = std::max(best, std::pair(last.number(1), RowId(last.number(0))));
    }
    RowReader reader(mirror(), m_names, packing());
    const auto row = best.second == 0 ? std::nullopt : reader.read(best.second);
    if (!row)
        return fail(ErrorKind::NotFound);
    TaskCard card;
    card.row = *row;
    reader.readCard(card);
    return card;
}

Result<QVector<TaskRow>> ReaderQueries::tasksOfWorker(
    const QString &workerId, const QDateTime &from, const QDateTime &until, int limit)
{
    const SQLite::Transaction snapshot(mirror());
    const qint64 begin = from.toSecsSinceEpoch();
    const qint64 end = until.isValid() ? std::max(begin + 1, until.toSecsSinceEpoch()) : begin + 1;
    Cursor names(mirror(), sql::NamesOfId);
    Cursor tasks(mirror(), sql::WorkersTasks);
    RowReader reader(mirror(), m_names, packing());
    QVector<TaskRow> found;
    names.with(static_cast<int>(NameKind::Worker), workerId);
    while (names.next()) {
        tasks.with(std::max<qint64>(1, begin - LongestTask), end, names.number(0));
        while (found.size() < limit && tasks.next()) {
            const auto state = static_cast<TaskState>(tasks.number(3));
            // Without an end it stands for its beginning.
            const bool meets = tasks.number(2) > begin || tasks.number(1) >= begin;
            if (!meets || state == TaskState::Closed || state == TaskState::Gone)
                continue;
            if (const auto row = reader.read(tasks.number(0)))
                found.append(*row);
        }
    }
    std::stable_sort(found.begin(), found.end(), [](const TaskRow &a, const TaskRow &b) {
        return a.plannedStart.value < b.plannedStart.value;
    });
    return found;
}

Result<QVector<Address>> ReaderQueries::addresses(const QString &typed, int limit)
{
    const SQLite::Transaction snapshot(mirror());
    m_sample.refresh(mirror());
    for (const QString &reading : {typed, swapLayout(typed)}) {
        const QStringList words = wordsToFind(reading);
        if (words.isEmpty())
            continue;
        Places places(words, limit);
        Cursor card(mirror(), sql::ContractorCard);
        const QStringList ids
            = Finder(mirror(), m_sample, m_givenUp).contractorIds(reading, ReadForAddresses);
        for (const QString &id : ids) {
            if (card.with(id).next())
                places.add(serial::contractorFromJson(objectOf(card.text(0).toUtf8())).address);
        }
        TaskQuery query;
        query.text = reading;
        bool complete = true;
        RowReader reader(mirror(), m_names, packing());
        const QVector<RowId> rows
            = TaskSearch(mirror(), m_sample, query, m_givenUp).rows(ReadForAddresses, complete);
        for (const RowId row : rows) {
            TaskCard task;
            if (const auto read = reader.read(row)) {
                task.row = *read;
                reader.readCard(task);
                places.add(task.task.address);
            }
        }
        if (const QVector<Address> found = places.found(); !found.isEmpty())
            return found;
    }
    return QVector<Address>();
}

const char *const MadeHereSql
    = "SELECT entry FROM command WHERE state NOT IN ('sent','dropped') AND subject = 'local:' || token AND "
      "instr(entry, '\"create-contractor\"') > 0 ORDER BY id DESC";

/// Those of them that hold every word, by name or phone; so that one typed with the line down is not made
/// again for its next task.
QVector<Contractor> ReaderQueries::contractorsMadeHere(const QString &typed)
{
    const QStringList words = wordsToFind(typed);
    const QStringList swapped = wordsToFind(swapLayout(typed));
    const QVector<TypedPhone> typedNumbers = typedPhones(typed);
    SQLite::Statement find(journal(), MadeHereSql);
    QVector<Contractor> made;
    while (find.executeStep()) {
        const auto entry = entryFromJson(objectOf(bytesAt(find, 0)));
        const auto *create = entry ? std::get_if<CreateContractor>(&entry->command) : nullptr;
        if (!create)
            continue;
        Contractor contractor;
        contractor.id = localId(entry->token);
        contractor.name = create->body.name;
        contractor.address = create->body.address;
        contractor.detailsLoaded = true;
        QVector<Phone> phones;
        bool hasPhone = false;
        for (const QString &number : create->body.phones) {
            Phone phone;
            phone.number = number;
            phones.append(phone);
            hasPhone |= phoneMatch(number, typedNumbers) != PhoneMatch::None;
        }
        contractor.phones = Known<QVector<Phone>>::fromHere(phones);
        if (hasPhone || holdsAll(contractor.name, words)
            || (!swapped.isEmpty() && holdsAll(contractor.name, swapped)))
            made.append(contractor);
    }
    return made;
}

const char *const SaidSql = "SELECT entry FROM command WHERE token=?1";

Result<JournalEntry> ReaderQueries::said(const QString &token)
{
    SQLite::Statement find(journal(), SaidSql);
    bindAll(find, token);
    if (find.executeStep()) {
        if (auto entry = entryFromJson(objectOf(bytesAt(find, 0))))
            return *entry;
    }
    return fail(ErrorKind::NotFound);
}

} // namespace naryad::store
