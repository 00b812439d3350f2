#include "Db.h"

#include <QFile>
#include <QFileInfo>

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
    case SQLITE_INTERRUPT:
        error.kind = ErrorKind::Cancelled;
        break;
    default:
        break;
    }
    return error;
}

namespace {

constexpr auto OwnerOnly = QFile::ReadOwner | QFile::WriteOwner;

} // namespace

void checkSound(SQLite::Database &database)
{
    SQLite::Statement check(database, "PRAGMA quick_check(1)");
    if (!check.executeStep() || textAt(check, 0) != QLatin1String("ok"))
        throw SQLite::Exception("quick_check found damage", SQLITE_CORRUPT);
}

QString suspectMark(const QString &path)
{
    return path + QStringLiteral(".suspect");
}

void makePrivateFile(const QString &path)
{
    // Made by us and not by SQLite, so that it is never readable to others, not even for a moment.
    if (QFile file(path); !file.exists())
        file.open(QIODevice::WriteOnly, OwnerOnly);
    else if (
        file.permissions() & (QFile::ReadGroup | QFile::WriteGroup | QFile::ReadOther | QFile::WriteOther))
        file.setPermissions(file.permissions() & OwnerOnly);
}

std::unique_ptr<SQLite::Database> openForWriting(const QString &path, Durability durability, Check check)
{
    makePrivateFile(path);
    // SQLite would open it for reading, and leave files beside it that can't be written either.
    if (const QFileInfo file(path); file.exists() && !file.isWritable())
        throw SQLite::Exception("the file is read-only", SQLITE_READONLY);
    auto database = std::make_unique<SQLite::Database>(
        path.toStdString(), SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE, 5000);
    // First of all: nothing is written to a damaged file.
    if (check == Check::Yes)
        checkSound(*database);
    database->exec("PRAGMA journal_mode=WAL");
    database->exec(durability == Durability::Full ? "PRAGMA synchronous=FULL" : "PRAGMA synchronous=NORMAL");
    database->exec("PRAGMA cache_size=-8192");
    database->exec("PRAGMA wal_autocheckpoint=4000");
    database->exec("BEGIN IMMEDIATE; CREATE TABLE IF NOT EXISTS write_probe(at INTEGER);"
                   "INSERT INTO write_probe VALUES(1); DELETE FROM write_probe; COMMIT");
    return database;
}

int schemaVersion(SQLite::Database &database)
{
    return database.execAndGet("PRAGMA user_version").getInt();
}

void migrate(SQLite::Database &database, const QStringList &steps, const std::function<void()> &before)
{
    QVector<SchemaStep> all;
    for (const QString &step : steps)
        all.append({step});
    migrate(database, all, before);
}

void migrate(
    SQLite::Database &database, const QVector<SchemaStep> &steps, const std::function<void()> &before)
{
    const int from = schemaVersion(database);
    if (from >= steps.size())
        return;
    if (from > 0 && before)
        before();
    for (int step = from; step < steps.size(); ++step) {
        SQLite::Transaction transaction(database);
        database.exec(steps.at(step).sql.toStdString());
        if (steps.at(step).then)
            steps.at(step).then(database);
        database.exec("PRAGMA user_version=" + std::to_string(step + 1));
        transaction.commit();
    }
}

void setAside(const QString &path, const QString &stamp)
{
    QString target = path + QStringLiteral(".damaged-") + stamp;
    for (int again = 2; QFile::exists(target); ++again)
        target = path + QStringLiteral(".damaged-%1-%2").arg(stamp).arg(again);
    for (const char *suffix : {"", "-wal", "-shm"}) {
        const QString part = path + QLatin1String(suffix);
        if (QFile::exists(part))
            QFile::rename(part, target + QLatin1String(suffix));
    }
}

} // namespace naryad::store
