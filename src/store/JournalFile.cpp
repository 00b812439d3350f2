#include "JournalPrivate.h"
#include "JournalSchema.h"
#include "TaskColumns.h"
#include "core/Log.h"

#include <QCoreApplication>
#include <QFile>
#include <QSet>

#include <sqlite3.h>

namespace naryad::store {

namespace {

constexpr int BackupsKept = 7;

} // namespace

Result<void> Journal::Private::openFile(const QString &file)
{
    return guarded([this, &file]() -> Result<void> {
        database = openForWriting(file, Durability::Full, Check::Yes);
        const int version = schemaVersion(*database);
        if (version > journalSchema().size()) {
            return fail(
                ErrorKind::Storage,
                QCoreApplication::translate("naryad::store", "A newer version of the program wrote it."));
        }
        migrate(*database, journalSchema(), [this, version] {
            backUp(QStringLiteral("before-migration-%1").arg(version));
        });
        return {};
    });
}

/// Whole or not at all: a backup broken off would else stand for the day's.
void Journal::Private::backUp(const QString &stamp)
{
    const QString target = beside(QStringLiteral("journal-") + stamp + QStringLiteral(".db"));
    const QString part = target + QStringLiteral(".part");
    QFile::remove(part);
    makePrivateFile(part);
    SQLite::Statement vacuum(*database, "VACUUM INTO ?");
    bindAll(vacuum, part);
    vacuum.exec();
    QFile::remove(target);
    if (!QFile::rename(part, target))
        throw SQLite::Exception("the backup could not be named", SQLITE_CANTOPEN);
}

/// The daily ones, oldest first.
QStringList Journal::Private::backups() const
{
    return QFileInfo(path).dir().entryList({QStringLiteral("journal-2*.db")}, QDir::Files, QDir::Name);
}

/// Once a day; a failure is no reason not to start, since the text copy stands beside it.
void Journal::Private::backUpDaily()
{
    const QString stamp = clock.now().date().toString(Qt::ISODate);
    if (QFile::exists(beside(QStringLiteral("journal-") + stamp + QStringLiteral(".db"))))
        return;
    const auto done = guarded([&]() -> Result<void> {
        backUp(stamp);
        return {};
    });
    if (!done) {
        qCWarning(lcStore) << "journal not backed up:" << done.error().words;
        return;
    }
    QStringList old = backups();
    while (old.size() > BackupsKept)
        QFile::remove(beside(old.takeFirst()));
}

/// After damage. The new file takes its place only when all is in it: one broken off here would else be
/// taken for a sound journal in which nothing was ever said.
Result<void> Journal::Private::replaceDamaged()
{
    damaged = true;
    database.reset();
    const QString fresh = path + QStringLiteral(".restored");
    for (const char *suffix : {"", "-wal", "-shm"})
        QFile::remove(fresh + QLatin1String(suffix));
    if (auto opened = openFile(fresh); !opened)
        return opened;
    if (auto restored = restore(); !restored)
        return restored;
    // All of it in the one file that is renamed: closing alone would leave it in the log when the disk
    // fails.
    const auto whole = guarded([this]() -> Result<void> {
        SQLite::Statement checkpoint(*database, "PRAGMA wal_checkpoint(TRUNCATE)");
        if (!checkpoint.executeStep() || numberAt(checkpoint, 0) != 0)
            return fail(ErrorKind::Storage);
        return {};
    });
    if (!whole)
        return whole;
    database.reset();
    for (const char *suffix : {"-wal", "-shm"})
        QFile::remove(fresh + QLatin1String(suffix));
    setAside(path, QString::number(clock.now().toSecsSinceEpoch()));
    if (!QFile::rename(fresh, path))
        return fail(ErrorKind::Storage, {}, ErrorCause::ReadOnly);
    return openFile(path);
}

/// What the text copy tells, and of the newest sound backup what the text does not tell.
Result<void> Journal::Private::restore()
{
    JournalTold told = JournalText::read(beside(QStringLiteral("journal.txt")));
    QStringList old = backups();
    for (bool taken = false; !taken && !old.isEmpty();)
        taken = takeFromBackup(beside(old.takeLast()), told);
    return guarded([&]() -> Result<void> {
        SQLite::Transaction transaction(*database);
        for (JournalEntry &entry : told.entries) {
            if (!told.whole && !isFinal(entry.state)) {
                doubt(
                    entry,
                    QCoreApplication::translate(
                        "naryad::store",
                        "The journal was damaged: it is not known whether this was sent since."));
                // What was known before an attempt that is not told here is lost: a look could not tell.
                entry.needsUser = true;
            }
            write(entry);
        }
        for (const NamedRef &result : std::as_const(told.results))
            writeResult(result);
        for (const DictionaryEntry &word : std::as_const(told.words))
            writeWord(word);
        transaction.commit();
        return {};
    });
}

/// False where the backup can't be read. Meta is only there; what it tells of commands is the older word.
bool Journal::Private::takeFromBackup(const QString &file, JournalTold &told)
{
    const auto taken = guarded([&]() -> Result<void> {
        SQLite::Database backup(file.toStdString(), SQLite::OPEN_READONLY);
        QSet<CommandId> known;
        for (const JournalEntry &entry : std::as_const(told.entries))
            known.insert(entry.id);
        QVector<JournalEntry> more;
        SQLite::Statement commands(backup, "SELECT entry FROM command ORDER BY id");
        while (commands.executeStep()) {
            const auto entry = entryFromJson(objectOf(bytesAt(commands, 0)));
            if (entry && !known.contains(entry->id))
                more.append(*entry);
        }
        QVector<NamedRef> results;
        SQLite::Statement named(backup, "SELECT id, name FROM result");
        while (named.executeStep()) {
            if (const NamedRef one{textAt(named, 0), textAt(named, 1)}; !told.droppedResults.contains(one.id))
                results.append(one);
        }
        QVector<DictionaryEntry> words;
        if (backup.tableExists("dictionary")) {
            for (const DictionaryKind kind :
                 {DictionaryKind::EquipmentTypes, DictionaryKind::Manufacturers,
                  DictionaryKind::EquipmentFields, DictionaryKind::VisitDays, DictionaryKind::FieldTypes}) {
                const QVector<DictionaryEntry> kept = wordsOf(backup, kind);
                for (const DictionaryEntry &word : kept) {
                    if (!told.droppedWords.contains(DroppedWord{word.kind, word.id}))
                        words.append(word);
                }
            }
        }
        SQLite::Statement meta(backup, "SELECT key, value FROM meta");
        SQLite::Transaction transaction(*database);
        while (meta.executeStep())
            writeMeta(textAt(meta, 0), textAt(meta, 1));
        transaction.commit();
        // A text that lacks what the backup has is not the whole story.
        told.whole = told.whole && more.isEmpty();
        told.entries = more + told.entries;
        told.results = results + told.results;
        told.words = words + told.words;
        return {};
    });
    return taken.has_value();
}

} // namespace naryad::store
