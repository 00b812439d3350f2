#pragma once

#include "FilteredRows.h"
#include "RowSet.h"
#include "TaskColumns.h"
#include "store/Reader.h"

#include <functional>

namespace naryad::store {

/// Row numbers in the order of any column. Reads only; throws SQLite::Exception. Not past its database, nor
/// the transaction it was made in.
class TaskListing
{
public:
    /// Told of each row in turn; false ends it.
    using Take = std::function<bool(RowId row)>;

    explicit TaskListing(SQLite::Database &database)
        : m_database(database)
    {}

    /// Every task. Within one name or state the latest plan stands first.
    void walk(TaskQuery::Sort sort, bool descending, const Take &take);
    /// Some tasks, put in the same order. `rows`: by plan, the latest first.
    QVector<RowId> ordered(const QVector<RowId> &rows, TaskQuery::Sort sort, bool descending);

private:
    void walkNames(NameKind kind, const char *query, bool descending, const Take &take);
    void walkStates(bool descending, const Take &take);

    SQLite::Database &m_database;
};

} // namespace naryad::store
