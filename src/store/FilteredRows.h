#pragma once

#include "Cursor.h"
#include "core/TaskCard.h"

#include <limits>
#include <memory>
#include <vector>

namespace naryad::store {

/// Rows with their plan in the list's order, one after another.
class RowSource
{
public:
    virtual ~RowSource() = default;
    virtual bool next(RowId &row, qint64 &plan) = 0;
};

/// What a filter lets through, and the rows it does by the index that narrows most. Reads only; throws
/// SQLite::Exception. Not past its database, nor the transaction it was made in.
class FilteredRows
{
public:
    FilteredRows(SQLite::Database &database, const TaskFilter &filter);

    bool isEverything() const { return m_everything; }
    /// Lets this row through; `textKey` is its place in the text index.
    bool accepts(RowId row, qint64 *textKey = nullptr);
    /// All it lets through by plan. Rows come from the narrowest index, checked by accepts() where that alone
    /// does not say it.
    std::unique_ptr<RowSource> rows(bool descending);
    /// At most so many rows have to be looked at to know all it lets through.
    bool isNarrow(int rows);
    qint64 count();

    qint64 planFrom() const { return m_planFrom; }
    qint64 planBefore() const { return m_planBefore; }

private:
    enum class By {
        Plan,
        Contractor,
        Worker,
        State,
        Listed, ///< m_listed: few rows, looked up one by one
    };
    void readNames(const TaskFilter &filter);
    void readStates(const TaskFilter &filter);
    void list(const char *sql, qint64 parameter);
    std::unique_ptr<RowSource> candidates(bool descending);
    const std::vector<qint64> &driving() const;
    int conditions() const;
    qint64 countPlanPassed();

    SQLite::Database &m_database;
    Cursor m_columns;
    Cursor m_isPending;
    bool m_everything = true;
    qint64 m_planFrom = std::numeric_limits<qint64>::min();
    qint64 m_planBefore = std::numeric_limits<qint64>::max();
    bool m_planBound = false;
    bool m_pendingOnly = false;
    qint64 m_usnFrom = std::numeric_limits<qint64>::min();
    bool m_changedBound = false;
    qint64 m_endBefore = 0; ///< 0: no bound
    bool m_byContractor = false;
    bool m_byWorker = false;
    std::vector<qint64> m_contractors; ///< numbers of names; so also below
    std::vector<qint64> m_workers;
    std::vector<qint64> m_states;
    std::vector<RowId> m_listed;
    By m_by = By::Plan;
};

} // namespace naryad::store
