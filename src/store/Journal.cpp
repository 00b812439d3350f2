#include "store/Journal.h"

#include "Db.h"
#include "JournalSchema.h"
#include "JournalText.h"
#include "TaskColumns.h"
#include "core/Log.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QSet>
#include <QUuid>

#include <sqlite3.h>

namespace naryad::store {

namespace {

constexpr int BackupsKept = 7;

} // namespace

class Journal::Private
{
public:
    Private(const QString &where, const Clock &time)
        : path(where)
        , clock(time)
        , text(beside(QStringLiteral("journal.txt")))
    {}

    QString beside(const QString &name) const { return QFileInfo(path).dir().filePath(name); }

    Result<void> openFile(const QString &file)
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
    void backUp(const QString &stamp)
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
    QStringList backups() const
    {
        return QFileInfo(path).dir().entryList({QStringLiteral("journal-2*.db")}, QDir::Files, QDir::Name);
    }

    /// Once a day; a failure is no reason not to start, since the text copy stands beside it.
    void backUpDaily()
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

    void write(const JournalEntry &entry)
    {
        SQLite::Statement statement(
            *database,
            "INSERT INTO command(id, token, state, result_id, entry, subject, settled) "
            "VALUES(?1,?2,?3,?4,?5,?6,?7) "
            "ON CONFLICT(id) DO UPDATE SET state=?3, result_id=?4, entry=?5, settled=?7");
        bindAll(
            statement, entry.id, entry.token, toName(entry.state), entry.resultId,
            compact(entryToJson(entry)), subjectKey(subjectOf(entry.command, entry.token)),
            entry.settledAt.isValid() ? entry.settledAt.toMSecsSinceEpoch() : 0);
        statement.exec();
    }

    void eraseDraft(const QString &key)
    {
        SQLite::Statement erase(*database, "DELETE FROM draft WHERE key=?");
        bindAll(erase, key);
        erase.exec();
    }

    /// What `call` answers, a failure with this file as its place.
    template <class Call> Result<void> here(Call call)
    {
        auto done = guarded(std::move(call));
        if (!done && done.error().place.isEmpty())
            done.error().place = path;
        return done;
    }

    /// One transaction and one line of text: both are on disk when it returns, or neither.
    template <class Told, class Write> Result<void> store(const Told &told, Write writeRow)
    {
        return here([&]() -> Result<void> {
            SQLite::Transaction transaction(*database);
            writeRow();
            if (auto copied = text.append(told); !copied)
                return copied;
            try {
                transaction.commit();
            } catch (const SQLite::Exception &) {
                text.takeBack();
                throw;
            }
            return {};
        });
    }

    /// With it goes the draft it was typed in.
    Result<void> store(const JournalEntry &entry, const QString &draftKey = {})
    {
        return store(entry, [&] {
            write(entry);
            if (!draftKey.isEmpty())
                eraseDraft(draftKey);
        });
    }

    /// A number typed without a name keeps the name it had.
    void writeResult(const NamedRef &result)
    {
        SQLite::Statement statement(
            *database,
            "INSERT INTO result(id, name) VALUES(?1,?2) ON CONFLICT(id) DO UPDATE SET name=?2 WHERE ?2<>''");
        bindAll(statement, result.id, result.name);
        statement.exec();
    }

    Result<QVector<JournalEntry>> select(const std::string &sql, qint64 parameter) const
    {
        return guarded([&]() -> Result<QVector<JournalEntry>> {
            SQLite::Statement find(*database, sql);
            if (find.getBindParameterCount() > 0)
                bindAll(find, parameter);
            QVector<JournalEntry> entries;
            while (find.executeStep()) {
                auto entry = entryFromJson(objectOf(bytesAt(find, 0)));
                if (!entry)
                    return tl::unexpected(entry.error());
                entries.append(*entry);
            }
            return entries;
        });
    }

    /// After damage. The new file takes its place only when all is in it: one broken off here would else be
    /// taken for a sound journal in which nothing was ever said.
    Result<void> replaceDamaged()
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
    Result<void> restore()
    {
        JournalTold told = JournalText::read(beside(QStringLiteral("journal.txt")));
        QStringList old = backups();
        for (bool taken = false; !taken && !old.isEmpty();)
            taken = takeFromBackup(beside(old.takeLast()), told);
        return guarded([&]() -> Result<void> {
            SQLite::Transaction transaction(*database);
            for (JournalEntry &entry : told.entries) {
                if (!told.whole && !isFinal(entry.state))
                    doubt(
                        entry,
                        QCoreApplication::translate(
                            "naryad::store",
                            "The journal was damaged: it is not known whether this was sent since."));
                write(entry);
            }
            for (const NamedRef &result : std::as_const(told.results))
                writeResult(result);
            transaction.commit();
            return {};
        });
    }

    /// False where the backup can't be read. Meta is only there; what it tells of commands is the older word.
    bool takeFromBackup(const QString &file, JournalTold &told)
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
            while (named.executeStep())
                results.append({textAt(named, 0), textAt(named, 1)});
            SQLite::Statement meta(backup, "SELECT key, value FROM meta");
            SQLite::Transaction transaction(*database);
            while (meta.executeStep())
                writeMeta(textAt(meta, 0), textAt(meta, 1));
            transaction.commit();
            // A text that lacks what the backup has is not the whole story.
            told.whole = told.whole && more.isEmpty();
            told.entries = more + told.entries;
            told.results = results + told.results;
            return {};
        });
        return taken.has_value();
    }

    void writeMeta(const QString &key, const QString &value)
    {
        SQLite::Statement statement(*database, "INSERT OR REPLACE INTO meta(key, value) VALUES(?,?)");
        bindAll(statement, key, value);
        statement.exec();
    }

    static void doubt(JournalEntry &entry, const QString &why)
    {
        entry.state = CommandState::Unsure;
        Error error;
        error.kind = ErrorKind::Ambiguous;
        error.words = why;
        error.asked = serviceCommandOf(entry.command);
        entry.error = error;
    }

    /// A run that ended while sending can't know what became of it.
    Result<void> doubtInterrupted(Journal &journal)
    {
        const auto entries = journal.open();
        if (!entries)
            return tl::unexpected(entries.error());
        for (JournalEntry entry : *entries) {
            if (entry.state != CommandState::Sending)
                continue;
            doubt(
                entry,
                QCoreApplication::translate("naryad::store", "The program ended while this was being sent."));
            if (auto stored = store(entry); !stored)
                return stored;
        }
        return {};
    }

    QString path;
    const Clock &clock;
    std::unique_ptr<SQLite::Database> database;
    JournalText text;
    bool damaged = false;
};

Journal::Journal(std::unique_ptr<Private> priv)
    : d(std::move(priv))
{}

Journal::~Journal() = default;

Result<std::unique_ptr<Journal>> Journal::open(const QString &path, const Clock &clock)
{
    auto priv = std::make_unique<Private>(path, clock);
    const QString mark = priv->beside(QStringLiteral("journal.mark"));
    // The text copy tells it too, should the mark have been lost.
    const bool stoodBefore
        = QFile::exists(mark) || QFileInfo(priv->beside(QStringLiteral("journal.txt"))).size() > 0;
    const bool missing = QFileInfo(path).size() == 0;

    Result<void> opened;
    if (!(stoodBefore && missing))
        opened = priv->openFile(path);
    if ((stoodBefore && missing) || (!opened && opened.error().cause == ErrorCause::Damaged))
        opened = priv->replaceDamaged();
    if (!opened) {
        opened.error().place = path;
        return tl::unexpected(opened.error());
    }
    makePrivateFile(mark);
    if (!QFile::exists(mark)) {
        Error error;
        error.kind = ErrorKind::Storage;
        error.cause = ErrorCause::ReadOnly;
        error.place = mark;
        return fail(error);
    }
    priv->backUpDaily();
    std::unique_ptr<Journal> journal(new Journal(std::move(priv)));
    if (auto doubted = journal->d->doubtInterrupted(*journal); !doubted)
        return tl::unexpected(doubted.error());
    return journal;
}

bool Journal::wasDamaged() const
{
    return d->damaged;
}

Result<JournalEntry> Journal::append(const Command &command, CommandState state, const QString &draftKey)
{
    return guarded([&]() -> Result<JournalEntry> {
        JournalEntry entry;
        entry.id = d->database
                       ->execAndGet("SELECT max(coalesce((SELECT max(id) FROM command),0),"
                                    "coalesce((SELECT seq FROM sqlite_sequence WHERE name='command'),0))+1")
                       .getInt64();
        entry.token = QUuid::createUuid().toString(QUuid::WithoutBraces);
        entry.command = command;
        entry.state = state;
        entry.createdAt = d->clock.now();
        if (auto stored = d->store(entry, draftKey); !stored)
            return tl::unexpected(stored.error());
        return entry;
    });
}

Result<void> Journal::beginAttempt(CommandId id, const QByteArray &body, const QByteArray &preImage)
{
    auto found = entry(id);
    if (!found)
        return tl::unexpected(found.error());
    if (found->state != CommandState::Waiting)
        return fail(ErrorKind::BadInput);
    found->state = CommandState::Sending;
    ++found->attempts;
    found->body = body;
    // What was known before the very first attempt: a later one must not hide what the first may have made.
    if (found->preImage.isEmpty())
        found->preImage = preImage;
    found->lastAttemptAt = d->clock.now();
    found->notBefore = {};
    return d->store(*found);
}

Result<void> Journal::settle(CommandId id, const Outcome &outcome)
{
    auto found = entry(id);
    if (!found)
        return tl::unexpected(found.error());
    if (isFinal(found->state))
        return fail(ErrorKind::BadInput);
    found->state = outcome.state;
    if (!outcome.resultId.isEmpty())
        found->resultId = outcome.resultId;
    found->error = outcome.error;
    found->notBefore = outcome.notBefore;
    if (isFinal(outcome.state))
        found->settledAt = d->clock.now();
    return d->store(*found);
}

Result<JournalEntry> Journal::entry(CommandId id) const
{
    const auto found = d->select("SELECT entry FROM command WHERE id=?", id);
    if (!found)
        return tl::unexpected(found.error());
    if (found->isEmpty())
        return fail(ErrorKind::BadInput);
    return found->first();
}

Result<QVector<JournalEntry>> Journal::open() const
{
    return d->select("SELECT entry FROM command WHERE state NOT IN ('sent','dropped') ORDER BY id", 0);
}

Result<QVector<JournalEntry>> Journal::all(CommandId after) const
{
    return d->select("SELECT entry FROM command WHERE id>? ORDER BY id", after);
}

Result<QString> Journal::meta(const QString &key) const
{
    return guarded([&]() -> Result<QString> {
        SQLite::Statement find(*d->database, "SELECT value FROM meta WHERE key=?");
        bindAll(find, key);
        return find.executeStep() ? textAt(find, 0) : QString();
    });
}

Result<void> Journal::setMeta(const QString &key, const QString &value)
{
    return guarded([&]() -> Result<void> {
        d->writeMeta(key, value);
        return {};
    });
}

Result<void> Journal::keepDraft(const Draft &draft)
{
    return d->here([&]() -> Result<void> {
        SQLite::Statement write(
            *d->database, "INSERT OR REPLACE INTO draft(key, kind, body, changed) VALUES(?,?,?,?)");
        bindAll(
            write, draft.key, toName(draft.kind), QString::fromUtf8(compact(draftBody(draft))),
            d->clock.now().toUTC().toString(Qt::ISODateWithMs));
        write.exec();
        return {};
    });
}

Result<void> Journal::dropDraft(const QString &key)
{
    return d->here([&]() -> Result<void> {
        d->eraseDraft(key);
        return {};
    });
}

Result<QVector<NamedRef>> Journal::results() const
{
    return guarded([&]() -> Result<QVector<NamedRef>> {
        SQLite::Statement find(*d->database, "SELECT id, name FROM result ORDER BY name, id");
        QVector<NamedRef> results;
        while (find.executeStep())
            results.append({textAt(find, 0), textAt(find, 1)});
        return results;
    });
}

Result<void> Journal::keepResult(const NamedRef &result)
{
    return d->store(result, [&] { d->writeResult(result); });
}

} // namespace naryad::store
