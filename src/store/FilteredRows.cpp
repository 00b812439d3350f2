#include "FilteredRows.h"

#include "ListSql.h"
#include "TaskColumns.h"

#include <algorithm>

namespace naryad::store {

namespace {

constexpr size_t ManyListed = 50000; ///< more are not looked up one by one
constexpr qint64 NoState = -1; ///< no task is in it

/// Several ordered sources as one; the best next row of all comes first.
class Merged : public RowSource
{
public:
    Merged(std::vector<Cursor> cursors, bool descending)
        : m_cursors(std::move(cursors))
        , m_descending(descending)
    {
        for (Cursor &cursor : m_cursors)
            m_there.push_back(cursor.next());
    }

    bool next(RowId &row, qint64 &plan) override
    {
        size_t best = m_cursors.size();
        for (size_t i = 0; i < m_cursors.size(); ++i) {
            if (m_there[i] && (best == m_cursors.size() || stands(i, best)))
                best = i;
        }
        if (best == m_cursors.size())
            return false;
        row = m_cursors[best].number(0);
        plan = m_cursors[best].number(1);
        m_there[best] = m_cursors[best].next();
        return true;
    }

private:
    bool stands(size_t one, size_t other) const
    {
        const auto place
            = [this](size_t i) { return std::pair(m_cursors[i].number(1), m_cursors[i].number(0)); };
        return m_descending ? place(one) > place(other) : place(one) < place(other);
    }

    std::vector<Cursor> m_cursors;
    std::vector<bool> m_there; ///< which of them have a row left
    bool m_descending;
};

/// Rows that were gathered.
class Gathered : public RowSource
{
public:
    Gathered(std::vector<std::pair<qint64, RowId>> rows, bool descending)
        : m_rows(std::move(rows))
    {
        std::sort(m_rows.begin(), m_rows.end());
        if (descending)
            std::reverse(m_rows.begin(), m_rows.end());
    }

    bool next(RowId &row, qint64 &plan) override
    {
        if (m_next >= m_rows.size())
            return false;
        std::tie(plan, row) = m_rows[m_next++];
        return true;
    }

private:
    std::vector<std::pair<qint64, RowId>> m_rows;
    size_t m_next = 0;
};

/// Only what the filter lets through.
class Checked : public RowSource
{
public:
    Checked(std::unique_ptr<RowSource> source, FilteredRows &filter)
        : m_source(std::move(source))
        , m_filter(filter)
    {}

    bool next(RowId &row, qint64 &plan) override
    {
        while (m_source->next(row, plan)) {
            if (m_filter.accepts(row))
                return true;
        }
        return false;
    }

private:
    std::unique_ptr<RowSource> m_source;
    FilteredRows &m_filter;
};

bool holds(const std::vector<qint64> &values, qint64 value)
{
    return std::find(values.begin(), values.end(), value) != values.end();
}

} // namespace

FilteredRows::FilteredRows(SQLite::Database &database, const TaskFilter &filter)
    : m_database(database)
    , m_columns(database, sql::FilterColumns)
    , m_isPending(database, sql::IsPending)
    , m_everything(filter.isEmpty())
{
    if (m_everything)
        return;
    if (filter.withoutTime) {
        m_planFrom = 0;
        m_planBefore = 1;
        m_planBound = true;
    } else if (filter.plannedFrom.isValid() || filter.plannedBefore.isValid()) {
        m_planBound = true;
        m_planFrom
            = filter.plannedFrom.isValid() ? std::max<qint64>(1, filter.plannedFrom.toSecsSinceEpoch()) : 1;
        if (filter.plannedBefore.isValid())
            m_planBefore = filter.plannedBefore.toSecsSinceEpoch();
    }
    readStates(filter);
    m_pendingOnly = filter.pendingOnly;
    readNames(filter);
    if (m_pendingOnly) {
        Cursor pending(database, sql::Pending);
        while (pending.next())
            m_listed.push_back(pending.number(0));
        m_by = By::Listed;
    } else if (m_byContractor) {
        m_by = By::Contractor;
    }
    if (filter.changedSince.isValid()) {
        m_changedBound = true;
        Cursor since(database, sql::FeedSince);
        since.with(filter.changedSince.toSecsSinceEpoch());
        const qint64 first = since.next() ? since.number(0) : 0;
        m_usnFrom = first > 0 ? first : std::numeric_limits<qint64>::max();
        if (m_by == By::Plan && !(m_planBound && m_planFrom > 0 && filter.plannedBefore.isValid()))
            list(sql::ChangedSince, m_usnFrom);
    }
    const bool days = m_planBound && (filter.withoutTime || filter.plannedBefore.isValid());
    if (m_by == By::Plan && !days)
        m_by = m_byWorker ? By::Worker : !m_states.empty() ? By::State : By::Plan;
}

/// A plan passes only in the states in which no closing is known.
void FilteredRows::readStates(const TaskFilter &filter)
{
    QVector<TaskState> states = filter.states;
    if (filter.planPassedAt.isValid()) {
        m_endBefore = filter.planPassedAt.toSecsSinceEpoch();
        if (states.isEmpty())
            states = {TaskState::NotKnown, TaskState::Draft, TaskState::Sent, TaskState::ToBeSent};
        states.removeAll(TaskState::Closed);
        states.removeAll(TaskState::Gone);
        if (states.isEmpty())
            m_states.push_back(NoState);
    }
    for (const TaskState state : states)
        m_states.push_back(static_cast<qint64>(state));
}

/// A thing's name may have changed: then tasks tell it by each name it had.
void FilteredRows::readNames(const TaskFilter &filter)
{
    Cursor ofId(m_database, sql::NamesOfId);
    const auto read = [&ofId](NameKind kind, const QString &id, std::vector<qint64> &names) {
        ofId.with(static_cast<int>(kind), id);
        while (ofId.next())
            names.push_back(ofId.number(0));
    };
    m_byContractor = !filter.contractorId.isEmpty();
    if (m_byContractor)
        read(NameKind::Contractor, filter.contractorId, m_contractors);
    m_byWorker = !filter.workerId.isEmpty() || filter.workerNotKnown;
    if (!filter.workerId.isEmpty()) {
        read(NameKind::Worker, filter.workerId, m_workers);
    } else if (filter.workerNotKnown) {
        Cursor notKnown(m_database, sql::NameNotKnown);
        notKnown.with(static_cast<int>(NameKind::Worker));
        if (notKnown.next())
            m_workers.push_back(notKnown.number(0));
    }
}

/// The rows themselves, unless they are too many to be looked up one by one.
void FilteredRows::list(const char *sql, qint64 parameter)
{
    Cursor rows(m_database, sql);
    rows.with(parameter);
    while (rows.next()) {
        m_listed.push_back(rows.number(0));
        if (m_listed.size() > ManyListed) {
            m_listed.clear();
            return;
        }
    }
    m_by = By::Listed;
}

bool FilteredRows::accepts(RowId row, qint64 *textKey)
{
    if (m_everything && !textKey)
        return true;
    m_columns.with(row);
    if (!m_columns.next())
        return false;
    if (textKey)
        *textKey = m_columns.number(5);
    const qint64 plan = m_columns.number(0);
    if (m_planBound && (plan < m_planFrom || plan >= m_planBefore))
        return false;
    if (!m_states.empty() && !holds(m_states, m_columns.number(1)))
        return false;
    if (m_endBefore > 0 && (m_columns.number(6) <= 0 || m_columns.number(6) >= m_endBefore))
        return false;
    if (m_byContractor && !holds(m_contractors, m_columns.number(2)))
        return false;
    if (m_byWorker && !holds(m_workers, m_columns.number(3)))
        return false;
    if (m_changedBound && m_columns.number(4) < m_usnFrom)
        return false;
    return !m_pendingOnly || m_isPending.with(row).next();
}

const std::vector<qint64> &FilteredRows::driving() const
{
    return m_by == By::Contractor ? m_contractors : m_by == By::Worker ? m_workers : m_states;
}

std::unique_ptr<RowSource> FilteredRows::candidates(bool descending)
{
    if (m_by == By::Listed) {
        std::vector<std::pair<qint64, RowId>> rows;
        for (const RowId row : m_listed) {
            if (m_columns.with(row).next())
                rows.emplace_back(m_columns.number(0), row);
        }
        return std::make_unique<Gathered>(std::move(rows), descending);
    }
    std::vector<Cursor> cursors;
    if (m_by == By::Plan) {
        cursors.emplace_back(m_database, descending ? sql::PlanDescending : sql::PlanAscending);
        cursors.back().with(m_planFrom, m_planBefore);
    } else {
        const char *const query = m_by == By::Contractor
            ? (descending ? sql::ContractorDescending : sql::ContractorAscending)
            : m_by == By::Worker ? (descending ? sql::WorkerDescending : sql::WorkerAscending)
                                 : (descending ? sql::StateDescending : sql::StateAscending);
        for (const qint64 value : driving()) {
            cursors.emplace_back(m_database, query);
            cursors.back().with(m_planFrom, m_planBefore, value);
        }
    }
    return std::make_unique<Merged>(std::move(cursors), descending);
}

/// Beside the bounds of the plan, which every index keeps.
int FilteredRows::conditions() const
{
    return int(!m_states.empty()) + int(m_byContractor) + int(m_byWorker) + int(m_changedBound)
        + int(m_pendingOnly) + int(m_endBefore > 0);
}

std::unique_ptr<RowSource> FilteredRows::rows(bool descending)
{
    auto source = candidates(descending);
    // One condition that is the index itself needs no look at the row.
    const bool said = m_by == By::Plan ? conditions() == 0 : m_by != By::Listed && conditions() == 1;
    if (said)
        return source;
    return std::make_unique<Checked>(std::move(source), *this);
}

bool FilteredRows::isNarrow(int rows)
{
    if (m_everything)
        return false;
    if (m_by == By::Listed)
        return m_listed.size() <= static_cast<size_t>(rows);
    const auto source = candidates(true);
    RowId row = 0;
    qint64 plan = 0;
    for (int i = 0; i <= rows; ++i) {
        if (!source->next(row, plan))
            return true;
    }
    return false;
}

/// All in SQLite: these may be very many.
qint64 FilteredRows::countPlanPassed()
{
    Cursor counted(m_database, sql::CountPlanPassed);
    qint64 all = 0;
    for (const qint64 state : m_states)
        all += counted.with(state, m_endBefore).next() ? counted.number(0) : 0;
    return all;
}

qint64 FilteredRows::count()
{
    const auto sum = [this](const char *query, const std::vector<qint64> &values) {
        Cursor counted(m_database, query);
        qint64 all = 0;
        for (const qint64 value : values)
            all += counted.with(value).next() ? counted.number(0) : 0;
        return all;
    };
    if (conditions() == 0) {
        Cursor counted(m_database, sql::CountPlan);
        return counted.with(m_planFrom, m_planBefore).next() ? counted.number(0) : 0;
    }
    if (conditions() == 1 && !m_planBound && m_by == By::State)
        return sum(sql::CountState, m_states);
    if (conditions() == 2 && !m_planBound && m_by == By::State && m_endBefore > 0)
        return countPlanPassed();
    if (conditions() == 1 && !m_planBound && m_by == By::Worker)
        return sum(sql::CountWorker, m_workers);
    if (conditions() == 1 && !m_planBound && m_by == By::Contractor)
        return sum(sql::CountContractor, m_contractors);
    const auto source = rows(true);
    RowId row = 0;
    qint64 plan = 0;
    qint64 counted = 0;
    while (source->next(row, plan))
        ++counted;
    return counted;
}

} // namespace naryad::store
