#include "Db.h"

#include <QFile>

#include <sqlite3.h>

namespace naryad::store {

Error errorOf(const SQLite::Exception &exception)
{
    Error error;
    error.kind = ErrorKind::Storage;
    error.words = QString::fromUtf8(exception.what());
    switch (exception.getErrorCode() & 0xff) {
    case SQLITE_FULL:
        error.cause = ErrorCause::DiskFull;
        break;
    case SQLITE_READONLY:
    case SQLITE_CANTOPEN:
    case SQLITE_PERM:
        error.cause = ErrorCause::ReadOnly;
        break;
    case SQLITE_CORRUPT:
    case SQLITE_NOTADB:
        error.cause = ErrorCause::Damaged;
        break;
    default:
        break;
    }
    return error;
}

std::unique_ptr<SQLite::Database> openForWriting(const QString &path, bool full)
{
    // Made by us first, so that it is never readable to others, not even for a moment.
    if (QFile file(path); !file.exists() && file.open(QIODevice::WriteOnly))
        file.setPermissions(QFile::ReadOwner | QFile::WriteOwner);
    auto database = std::make_unique<SQLite::Database>(
        path.toStdString(), SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE, 5000);
    database->exec("PRAGMA journal_mode=WAL");
    database->exec(full ? "PRAGMA synchronous=FULL" : "PRAGMA synchronous=NORMAL");
    database->exec("PRAGMA cache_size=-8192");
    database->exec("PRAGMA wal_autocheckpoint=4000");
    database->exec("CREATE TABLE IF NOT EXISTS write_probe(at INTEGER)");
    database->exec("INSERT INTO write_probe VALUES(1)");
    database->exec("DELETE FROM write_probe");
    return database;
}

bool isSound(SQLite::Database &database)
{
    SQLite::Statement check(database, "PRAGMA quick_check(1)");
    return check.executeStep() && textAt(check, 0) == QLatin1String("ok");
}

void migrate(SQLite::Database &database, const QStringList &steps, const std::function<void()> &before)
{
    const int from = database.execAndGet("PRAGMA user_version").getInt();
    if (from >= steps.size())
        return;
    if (from > 0 && before)
        before();
    for (int step = from; step < steps.size(); ++step) {
        SQLite::Transaction transaction(database);
        database.exec(steps.at(step).toStdString());
        database.exec("PRAGMA user_version=" + std::to_string(step + 1));
        transaction.commit();
    }
}

void setAside(const QString &path, const QString &stamp)
{
    for (const char *suffix : {"", "-wal", "-shm"}) {
        const QString part = path + QLatin1String(suffix);
        if (QFile::exists(part))
            QFile::rename(part, path + QStringLiteral(".damaged-") + stamp + QLatin1String(suffix));
    }
}

} // namespace naryad::store
