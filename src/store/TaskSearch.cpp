#include "TaskSearch.h"

#include "ListSql.h"
#include "Phones.h"
#include "SearchText.h"
#include "TaskColumns.h"
#include "TaskWriter.h"
#include "core/Phone.h"
#include "core/Text.h"

#include <sqlite3.h>

#include <algorithm>

namespace naryad::store {

namespace {

constexpr int Narrow = 3000; ///< rows a filter leaves that are read one by one, without the index
constexpr int Sparse = 5000; ///< hits that are gathered before any other order is begun with
constexpr int PhoneDigits = 4; ///< of a typed number before contractors are looked for by it
constexpr int PhoneWord = 7; ///< of a typed number that is a phone wherever it stands
constexpr int RowsBetweenLooks = 256;
constexpr int ManyInside = 1000; ///< met before the screen is full of beginnings: those are looked for alone

/// What was typed, as it is and as the same keys in the other layout.
QVector<QStringList> readingsOf(const QString &typed)
{
    QVector<QStringList> numbers;
    const QVector<TypedPhone> phones = typedPhones(typed);
    for (const TypedPhone &phone : phones) {
        if (phone.digits.size() < PhoneWord)
            continue;
        numbers.append({phone.digits});
        if (!phone.beginning.isEmpty())
            numbers.append({phone.beginning});
    }
    if (!numbers.isEmpty())
        return numbers;
    const QStringList words = wordsToFind(typed);
    const QStringList swapped = wordsToFind(swapLayout(typed));
    QVector<QStringList> readings{words};
    if (!swapped.isEmpty() && swapped != words)
        readings.append(swapped);
    return readings;
}

bool isShort(const QByteArray &word)
{
    return QString::fromUtf8(word).size() <= 3; // the space before it is one
}

} // namespace

TaskSearch::TaskSearch(
    SQLite::Database &database, const TrigramSample &sample, const TaskQuery &query,
    const std::function<bool()> &givenUp)
    : m_database(database)
    , m_sample(sample)
    , m_query(query)
    , m_givenUp(givenUp)
    , m_filter(database, query.filter)
    , m_textOf(database, sql::TextOfKey)
{
    m_narrow = m_filter.isNarrow(Narrow);
}

/// Long loops over short queries: SQLite itself can't be told to end them.
void TaskSearch::look() const
{
    if (m_givenUp && m_givenUp())
        throw SQLite::Exception("given up", SQLITE_INTERRUPT);
}

QVector<RowId> TaskSearch::rows(int limit, bool &complete)
{
    QVector<RowId> found;
    for (const QStringList &words : readingsOf(m_query.text)) {
        m_words.clear();
        for (const QString &word : words)
            m_words.append(' ' + word.toUtf8());
        m_allShort = std::all_of(m_words.begin(), m_words.end(), isShort);
        complete = true;
        found = m_query.sort == TaskQuery::Sort::Plan && m_query.descending ? ranked(words, limit, complete)
                                                                            : sorted(limit, complete);
        if (!found.isEmpty())
            break;
    }
    return found;
}

TaskSearch::Where TaskSearch::whereIn(QByteArrayView text) const
{
    Where where = Where::Beginning;
    for (const QByteArray &word : m_words) {
        if (text.indexOf(word) >= 0)
            continue;
        if (isShort(word) || text.indexOf(QByteArrayView(word).sliced(1)) < 0)
            return Where::Nowhere;
        where = Where::Inside;
    }
    return where;
}

/// False when the pass has enough.
bool TaskSearch::add(Hits &hits, const Extent &extent, Where where, RowId row) const
{
    if (m_ranked.contains(row))
        return true;
    if (where == Where::Beginning || extent.together)
        hits.beginning.append(row);
    else
        hits.inside.append(row);
    const bool begun = extent.enough >= 0 && hits.beginning.size() >= extent.enough;
    const bool within = extent.enoughInside >= 0 && hits.inside.size() >= extent.enoughInside;
    if (!begun && !within)
        return true;
    hits.complete = false;
    return false;
}

TaskSearch::Hits TaskSearch::pass(const Extent &extent)
{
    return m_narrow ? passOfFilter(extent) : passOfIndex(extent);
}

TaskSearch::Hits TaskSearch::passOfFilter(const Extent &extent)
{
    Hits hits;
    const auto source = m_filter.rows(true);
    RowId row = 0;
    qint64 plan = 0;
    while (source->next(row, plan)) {
        qint64 key = 0;
        if (!m_filter.accepts(row, &key) || key == 0 || !m_textOf.with(key).next())
            continue; // what is known only by its id says nothing
        const Where where = whereIn(m_textOf.utf8(1));
        const bool counts = where == Where::Beginning || (where == Where::Inside && !extent.onlyBeginning);
        if (counts && !add(hits, extent, where, row))
            break;
    }
    return hits;
}

QVector<QStringList> TaskSearch::trigramsOfWords(bool atBeginning) const
{
    QVector<QStringList> trigrams;
    for (const QByteArray &word : m_words)
        trigrams.append(trigramsOf(QString::fromUtf8(word).mid(1), atBeginning));
    return trigrams;
}

TaskSearch::Hits TaskSearch::passOfIndex(const Extent &extent)
{
    const QStringList asked = m_sample.toAsk(trigramsOfWords(extent.onlyBeginning));
    // One trigram is the whole word at its beginning: then a hit needs no second look.
    const bool exact = m_allShort && asked.size() == m_words.size();
    const QString match = matchOf(asked);
    Cursor found(m_database, sql::FoundDescending);
    constexpr qint64 Never = std::numeric_limits<qint64>::max();
    const qint64 before = m_filter.planBefore();
    const qint64 least = firstKeyOf(m_filter.planFrom());
    const qint64 most = before == Never ? Never : lastKeyOf(before - 1);
    Hits hits;
    int looked = 0;
    // SQLite can't be told to end within one step of this; a fifth of a second is the longest seen of a
    // million.
    found.with(match, least, most);
    while (found.next()) {
        if (++looked % RowsBetweenLooks == 0)
            look();
        if (!m_textOf.with(found.number(0)).next())
            continue;
        const Where where = exact ? Where::Beginning : whereIn(m_textOf.utf8(1));
        if (where == Where::Nowhere || (where == Where::Inside && extent.onlyBeginning))
            continue;
        const RowId row = m_textOf.number(0);
        if (m_filter.accepts(row) && !add(hits, extent, where, row))
            break;
    }
    look();
    return hits;
}

void TaskSearch::takeExact(const QStringList &words, QVector<RowId> &rows)
{
    if (words.size() != 1)
        return;
    Cursor exact(m_database, sql::NumberIs);
    exact.with(sortKey(words.constFirst()));
    while (exact.next()) {
        if (m_filter.accepts(exact.number(0)))
            rows.append(exact.number(0));
    }
}

/// The tasks of those whose phone was typed, that are not there `before`; the latest plan first.
TaskSearch::ByPhone TaskSearch::rowsByPhone(const QVector<RowId> &before)
{
    QVector<TypedPhone> typed = typedPhones(m_query.text);
    typed.removeIf([](const TypedPhone &one) { return one.digits.size() < PhoneDigits; });
    if (typed.isEmpty())
        return {};
    RowSet taken;
    for (const RowId row : before)
        taken.insert(row);
    Cursor names(m_database, sql::NamesOfId);
    Cursor tasks(m_database, sql::ContractorDescending);
    std::vector<std::pair<qint64, RowId>> first;
    std::vector<std::pair<qint64, RowId>> later;
    for (const PhoneOwner &owner : ownersOfPhone(m_database, typed)) {
        const bool whole = owner.match == PhoneMatch::Whole || owner.match == PhoneMatch::End;
        names.with(static_cast<int>(NameKind::Contractor), owner.contractorId);
        while (names.next()) {
            tasks.with(m_filter.planFrom(), m_filter.planBefore(), names.number(0));
            while (tasks.next()) {
                const RowId row = tasks.number(0);
                if (taken.contains(row) || !m_filter.accepts(row))
                    continue;
                taken.insert(row);
                (whole ? first : later).emplace_back(tasks.number(1), row);
            }
        }
        look();
    }
    ByPhone rows;
    for (auto *some : {&first, &later})
        std::sort(some->rbegin(), some->rend());
    for (const auto &[plan, row] : first)
        rows.first.append(row);
    for (const auto &[plan, row] : later)
        rows.later.append(row);
    return rows;
}

QVector<RowId> TaskSearch::ranked(const QStringList &words, int limit, bool &complete)
{
    QVector<RowId> rows;
    takeExact(words, rows);
    const ByPhone byPhone = rowsByPhone(rows);
    rows += byPhone.first;
    m_ranked = {};
    for (const RowId row : rows + byPhone.later)
        m_ranked.insert(row);
    m_atBeginning = rows.size();
    if (limit >= 0 && rows.size() >= limit) {
        complete = false;
        return rows.mid(0, limit);
    }
    if (limit < 0) {
        const Hits all = pass({m_allShort, false});
        m_atBeginning += all.beginning.size();
        return rows + all.beginning + byPhone.later + all.inside;
    }
    const qsizetype wanted = limit - rows.size();
    const Hits hits = pass({m_allShort, false, wanted, ManyInside});
    complete = hits.complete;
    m_atBeginning += hits.beginning.size();
    if (complete || hits.beginning.size() >= wanted) {
        rows += hits.beginning + byPhone.later + hits.inside;
        complete = complete && rows.size() <= limit;
        return rows.mid(0, limit);
    }
    const Hits begun = pass({true, false, wanted});
    m_atBeginning = rows.size() + begun.beginning.size();
    return (rows + begun.beginning + byPhone.later + (begun.complete ? hits.inside : QVector<RowId>()))
        .mid(0, limit);
}

bool TaskSearch::finds(qint64 key)
{
    return key != 0 && m_textOf.with(key).next() && whereIn(m_textOf.utf8(1)) != Where::Nowhere;
}

QVector<RowId> TaskSearch::sorted(int limit, bool &complete)
{
    m_ranked = {};
    TaskListing listing(m_database);
    const ByPhone theirs = rowsByPhone({});
    const QVector<RowId> byPhone = theirs.first + theirs.later;
    for (const RowId row : byPhone)
        m_ranked.insert(row);
    const Hits hits = pass({m_allShort, true, limit < 0 ? -1 : Sparse});
    if (hits.complete) {
        const QVector<RowId> rows
            = listing.ordered(byPhone + hits.beginning, m_query.sort, m_query.descending);
        complete = limit < 0 || rows.size() <= limit;
        return complete ? rows : rows.mid(0, limit);
    }
    // So frequent that the order itself meets enough of them soon.
    complete = false;
    QVector<RowId> rows;
    int looked = 0;
    listing.walk(m_query.sort, m_query.descending, [&](RowId row) {
        if (++looked % RowsBetweenLooks == 0)
            look();
        qint64 key = 0;
        if (m_filter.accepts(row, &key) && (m_ranked.contains(row) || finds(key)))
            rows.append(row);
        return rows.size() < limit;
    });
    return rows;
}

} // namespace naryad::store
