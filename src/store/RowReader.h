#pragma once

#include "Db.h"
#include "Packing.h"
#include "core/TaskCard.h"

#include <QHash>

#include <optional>

namespace naryad::store {

/// Names by their number in the file; a number never comes to mean another name. One connection's.
using NameCache = QHash<qint64, Known<NamedRef>>;

/// Reads rows of the task list. Not past the statement that made it: it holds prepared statements.
class RowReader
{
public:
    RowReader(SQLite::Database &mirror, NameCache &names, Packing &packing);

    /// nullopt where there is no such row.
    std::optional<TaskRow> read(RowId row);
    /// Of the row read last: its whole task and the service's answer as it came.
    void readCard(TaskCard &card);

private:
    Known<NamedRef> name(qint64 id);
    QString colourOf(const QString &templateId);

    NameCache &m_names;
    Packing &m_packing;
    SQLite::Statement m_row;
    SQLite::Statement m_laid;
    SQLite::Statement m_body;
    SQLite::Statement m_name;
    SQLite::Statement m_colour;
    RowId m_number = 0;
};

} // namespace naryad::store
