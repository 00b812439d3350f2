#pragma once

#include "Db.h"
#include "core/TaskCard.h"

namespace naryad::store {

/// Keeps what is found beside tasks: the text of contractors with their persons and phones, employees,
/// templates, fields and equipment. Inside a transaction of the caller's; throws SQLite::Exception.
class EntityIndex
{
public:
    explicit EntityIndex(SQLite::Database &database);

    /// `said`: all it tells that somebody could look for.
    void put(Hit::Kind kind, const QString &id, const QStringList &said);
    /// All phones of a contractor and its persons, as they are written.
    void putPhones(const QString &contractorId, const QStringList &phones);

private:
    SQLite::Database &m_database;
    SQLite::Statement m_find;
    SQLite::Statement m_make;
    SQLite::Statement m_change;
    SQLite::Statement m_index;
    SQLite::Statement m_unindex;
};

} // namespace naryad::store
