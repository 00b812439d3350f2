#pragma once

#include "Db.h"

struct sqlite3_stmt;

namespace naryad::store {

/// A prepared query that is read a million times: SQLite's own, without what a wrapper costs a row.
/// Throws SQLite::Exception. Not past its database.
class Cursor
{
public:
    Cursor(SQLite::Database &database, const char *sql);
    ~Cursor();
    Q_DISABLE_COPY(Cursor)
    Cursor(Cursor &&other) noexcept;
    Cursor &operator=(Cursor &&other) = delete;

    /// Begins anew with these parameters, from 1 on.
    template <class... Values> Cursor &with(const Values &...values)
    {
        rewind();
        int index = 0;
        (set(++index, values), ...);
        return *this;
    }
    bool next(); ///< false at the end
    qint64 number(int column) const;
    QString text(int column) const;
    /// The UTF-8 itself; valid until the next step.
    QByteArrayView utf8(int column) const;

private:
    void rewind();
    void set(int index, qint64 value);
    void set(int index, int value) { set(index, static_cast<qint64>(value)); }
    void set(int index, const QString &value);

    SQLite::Database &m_database;
    sqlite3_stmt *m_statement = nullptr;
};

} // namespace naryad::store
