#pragma once

#include "TaskColumns.h"

namespace naryad::store {

/// Writes what lists show of tasks, and keeps the text index in step with it. Inside a transaction of the
/// caller's; throws SQLite::Exception. Thread: the connection's.
class TaskWriter
{
public:
    explicit TaskWriter(SQLite::Database &database);

    /// The row of a service id, made where there is none: nothing known of it, its details wanted.
    RowId rowFor(const QString &serviceId);
    /// Makes a row that is only the journal's (below 0), where there is none.
    void makeLocalRow(RowId row, const QString &token);
    /// What the list shows of a row that is there.
    void write(RowId row, const TaskColumns &columns, TaskState state);
    /// A row that is only the journal's goes.
    void removeLocalRow(RowId row);

private:
    qint64 nameId(NameKind kind, const Known<NamedRef> &name);
    qint64 putText(RowId row, qint64 key, qint64 plan, const QString &text);
    void takeText(qint64 key);
    qint64 freeKey(RowId row, qint64 plan);

    SQLite::Database &m_database;
    SQLite::Statement m_find;
    SQLite::Statement m_make;
    SQLite::Statement m_write;
    SQLite::Statement m_keyOf;
    SQLite::Statement m_nameOf;
    SQLite::Statement m_makeName;
    SQLite::Statement m_textOf;
    SQLite::Statement m_putText;
    SQLite::Statement m_dropText;
    SQLite::Statement m_index;
    SQLite::Statement m_unindex;
};

/// The least key of a text whose task is planned at `plan` (a column's value), and the greatest. Keys ascend
/// with the plan; the lower bits tell the tasks of one minute apart. What has no time stands below.
qint64 firstKeyOf(qint64 plan);
qint64 lastKeyOf(qint64 plan);

} // namespace naryad::store
