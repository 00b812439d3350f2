#pragma once

#include "core/Result.h"

#include <SQLiteCpp/SQLiteCpp.h>

#include <QByteArray>
#include <QString>
#include <QStringList>
#include <QVector>

#include <functional>
#include <memory>
#include <utility>

namespace naryad::store {

/// An SQLite exception as our error: full, read-only and damaged disks are told apart.
Error errorOf(const SQLite::Exception &exception);

/// Runs `call`, which returns a Result, and turns what SQLite throws into an error. The edge of this room.
template <class Call> auto guarded(Call call) -> decltype(call())
{
    try {
        return call();
    } catch (const SQLite::Exception &exception) {
        return tl::unexpected<Error>(errorOf(exception));
    }
}

inline void bind(SQLite::Statement &statement, int index, const QString &text)
{
    const QByteArray utf8 = text.toUtf8();
    statement.bind(index, std::string(utf8.constData(), static_cast<size_t>(utf8.size())));
}

inline void bind(SQLite::Statement &statement, int index, const QByteArray &bytes)
{
    statement.bind(index, bytes.constData(), static_cast<int>(bytes.size()));
}

inline void bind(SQLite::Statement &statement, int index, qint64 number)
{
    statement.bind(index, static_cast<int64_t>(number));
}

inline void bind(SQLite::Statement &statement, int index, int number)
{
    statement.bind(index, number);
}

inline void bind(SQLite::Statement &statement, int index, bool flag)
{
    statement.bind(index, flag ? 1 : 0);
}

/// Binds every value in order from 1.
template <class... Values> void bindAll(SQLite::Statement &statement, const Values &...values)
{
    int index = 0;
    (bind(statement, ++index, values), ...);
}

inline QString textAt(SQLite::Statement &statement, int column)
{
    const SQLite::Column value = statement.getColumn(column);
    return QString::fromUtf8(value.getText(), value.getBytes());
}

inline QByteArray bytesAt(SQLite::Statement &statement, int column)
{
    const SQLite::Column value = statement.getColumn(column);
    return QByteArray(static_cast<const char *>(value.getBlob()), value.getBytes());
}

inline qint64 numberAt(SQLite::Statement &statement, int column)
{
    return statement.getColumn(column).getInt64();
}

/// Makes the file, empty, where there is none; closed to other users in any case.
void makePrivateFile(const QString &path);

enum class Durability {
    Normal, ///< the last commits may be lost with the power; for what can be had again
    Full, ///< on the disk when the commit returns
};

enum class Check {
    Yes, ///< quick_check before anything is written
    No,
};

/// Opens or makes a database for writing, closed to other users, in WAL mode with the given durability, and
/// proves that it can be written. Throws SQLite::Exception; what the check finds is an SQLITE_CORRUPT.
std::unique_ptr<SQLite::Database> openForWriting(const QString &path, Durability durability, Check check);

/// quick_check; throws SQLite::Exception with SQLITE_CORRUPT where it finds something.
void checkSound(SQLite::Database &database);

/// The file that says of a database: damage was met in it.
QString suspectMark(const QString &path);

/// How many steps of migrate() it has seen.
int schemaVersion(SQLite::Database &database);

/// One step of a file's form: SQL, then, in the same transaction, what SQL alone can't do.
struct SchemaStep
{
    QString sql;
    std::function<void(SQLite::Database &)> then{};
};

/// Runs the steps from schemaVersion() on, each in a transaction of its own; `before` once if any has to run
/// on a database that holds something.
void migrate(
    SQLite::Database &database, const QVector<SchemaStep> &steps, const std::function<void()> &before = {});
void migrate(SQLite::Database &database, const QStringList &steps, const std::function<void()> &before = {});

/// Moves a database with its -wal and -shm aside as `<path>.damaged-<stamp>`, over nothing that lies there.
void setAside(const QString &path, const QString &stamp);

} // namespace naryad::store
