#include "Cursor.h"

#include <sqlite3.h>

#include <utility>

namespace naryad::store {

Cursor::Cursor(SQLite::Database &database, const char *sql)
    : m_database(database)
{
    if (sqlite3_prepare_v2(database.getHandle(), sql, -1, &m_statement, nullptr) != SQLITE_OK)
        throw SQLite::Exception(database.getHandle());
}

Cursor::Cursor(Cursor &&other) noexcept
    : m_database(other.m_database)
    , m_statement(std::exchange(other.m_statement, nullptr))
{}

Cursor::~Cursor()
{
    sqlite3_finalize(m_statement);
}

void Cursor::rewind()
{
    sqlite3_reset(m_statement);
}

void Cursor::set(int index, qint64 value)
{
    sqlite3_bind_int64(m_statement, index, value);
}

void Cursor::set(int index, const QString &value)
{
    const QByteArray utf8 = value.toUtf8();
    sqlite3_bind_text(m_statement, index, utf8.constData(), static_cast<int>(utf8.size()), SQLITE_TRANSIENT);
}

bool Cursor::next()
{
    switch (sqlite3_step(m_statement)) {
    case SQLITE_ROW:
        return true;
    case SQLITE_DONE:
        sqlite3_reset(m_statement);
        return false;
    default:
        throw SQLite::Exception(m_database.getHandle());
    }
}

qint64 Cursor::number(int column) const
{
    return sqlite3_column_int64(m_statement, column);
}

QByteArrayView Cursor::utf8(int column) const
{
    const auto *text = reinterpret_cast<const char *>(sqlite3_column_text(m_statement, column));
    return {text, sqlite3_column_bytes(m_statement, column)};
}

QString Cursor::text(int column) const
{
    return QString::fromUtf8(utf8(column));
}

} // namespace naryad::store
