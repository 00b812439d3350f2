#pragma once

#include "Db.h"
#include "store/Mirror.h"

namespace naryad::store {

/// The writing connection and what is done inside a transaction that is already open.
class Mirror::Private
{
public:
    void writeJournalRow(const JournalRow &row);
    void putMeta(const QString &key, const QString &value);

    std::unique_ptr<SQLite::Database> database;
    bool rebuilt = false;
};

} // namespace naryad::store
