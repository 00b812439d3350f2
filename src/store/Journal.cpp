#include "store/Journal.h"

#include "Db.h"
#include "JournalText.h"
#include "TaskColumns.h"
#include "core/Log.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QUuid>

namespace naryad::store {

namespace {

constexpr int BackupsKept = 7;

const QStringList &journalSchema()
{
    static const QStringList steps {
        QStringLiteral("CREATE TABLE command(id INTEGER PRIMARY KEY AUTOINCREMENT, token TEXT NOT NULL UNIQUE, "
                       "state TEXT NOT NULL, result_id TEXT NOT NULL, entry TEXT NOT NULL);"
                       "CREATE INDEX command_open ON command(id) WHERE state NOT IN ('sent','dropped');"
                       "CREATE TABLE meta(key TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;"
                       "CREATE TABLE result(id TEXT PRIMARY KEY, name TEXT NOT NULL) WITHOUT ROWID;"),
        QStringLiteral("CREATE TABLE draft(key TEXT PRIMARY KEY, kind TEXT NOT NULL, body TEXT NOT NULL, "
                       "changed TEXT NOT NULL) WITHOUT ROWID;"),
    };
    return steps;
}

} // namespace

class Journal::Private
{
public:
    Private(const QString &where, const Clock &time)
        : path(where)
        , clock(time)
        , text(beside(QStringLiteral("journal.txt")))
    {
    }

    QString beside(const QString &name) const { return QFileInfo(path).dir().filePath(name); }

    Result<void> openFile()
    {
        return guarded([this]() -> Result<void> {
            database = openForWriting(path, true);
            migrate(*database, journalSchema(), [this] { backUp(QStringLiteral("before-migration")); });
            if (!isSound(*database))
                return fail(ErrorKind::Storage, {}, ErrorCause::Damaged);
            return {};
        });
    }

    void backUp(const QString &stamp)
    {
        const QString target = beside(QStringLiteral("journal-") + stamp + QStringLiteral(".db"));
        QFile::remove(target);
        SQLite::Statement vacuum(*database, "VACUUM INTO ?");
        bindAll(vacuum, target);
        vacuum.exec();
        QFile::setPermissions(target, QFile::ReadOwner | QFile::WriteOwner);
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
        if (!done)
            qCWarning(lcStore) << "journal not backed up:" << done.error().words;
        const QDir folder = QFileInfo(path).dir();
        QStringList backups = folder.entryList({QStringLiteral("journal-2*.db")}, QDir::Files, QDir::Name);
        while (backups.size() > BackupsKept)
            QFile::remove(folder.filePath(backups.takeFirst()));
    }

    void write(const JournalEntry &entry)
    {
        SQLite::Statement statement(*database,
            "INSERT INTO command(id, token, state, result_id, entry) VALUES(?1,?2,?3,?4,?5) "
            "ON CONFLICT(id) DO UPDATE SET state=?3, result_id=?4, entry=?5");
        bindAll(statement, entry.id, entry.token, toName(entry.state), entry.resultId, compact(entryToJson(entry)));
        statement.exec();
    }

    void eraseDraft(const QString &key)
    {
        SQLite::Statement erase(*database, "DELETE FROM draft WHERE key=?");
        bindAll(erase, key);
        erase.exec();
    }

    /// What `call` answers, a failure with this file as its place.
    template <class Call>
    Result<void> here(Call call)
    {
        auto done = guarded(std::move(call));
        if (!done && done.error().place.isEmpty())
            done.error().place = path;
        return done;
    }

    /// One transaction and one line of text: both are on disk when it returns.
    Result<void> store(const JournalEntry &entry, const QString &draftKey = {})
    {
        return here([&]() -> Result<void> {
            SQLite::Transaction transaction(*database);
            write(entry);
            if (!draftKey.isEmpty())
                eraseDraft(draftKey);
            if (auto copied = text.append(entry); !copied)
                return copied;
            transaction.commit();
            return {};
        });
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

    Result<void> restoreFromText(const QVector<JournalEntry> &entries)
    {
        return guarded([&]() -> Result<void> {
            SQLite::Transaction transaction(*database);
            for (const JournalEntry &entry : entries)
                write(entry);
            transaction.commit();
            return {};
        });
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
            entry.state = CommandState::Unsure;
            Error error;
            error.kind = ErrorKind::Ambiguous;
            error.words = QCoreApplication::translate(
                "naryad::store", "The program ended while this was being sent.");
            error.asked = serviceCommandOf(entry.command);
            entry.error = error;
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
{
}

Journal::~Journal() = default;

Result<std::unique_ptr<Journal>> Journal::open(const QString &path, const Clock &clock)
{
    auto priv = std::make_unique<Private>(path, clock);
    const QString mark = priv->beside(QStringLiteral("journal.mark"));
    const bool stoodBefore = QFile::exists(mark);
    const bool missing = QFileInfo(path).size() == 0;

    Result<void> opened;
    if (!(stoodBefore && missing))
        opened = priv->openFile();
    const bool damaged = (stoodBefore && missing) || (!opened && opened.error().cause == ErrorCause::Damaged);
    if (damaged) {
        priv->database.reset();
        setAside(path, QString::number(clock.now().toSecsSinceEpoch()));
        priv->damaged = true;
        opened = priv->openFile();
        if (opened)
            opened = priv->restoreFromText(JournalText::read(priv->beside(QStringLiteral("journal.txt"))));
    }
    if (!opened) {
        opened.error().place = path;
        return tl::unexpected(opened.error());
    }
    QFile marker(mark);
    if (!stoodBefore && !marker.open(QIODevice::WriteOnly)) {
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
        entry.id = d->database->execAndGet(
            "SELECT max(coalesce((SELECT max(id) FROM command),0),"
            "coalesce((SELECT seq FROM sqlite_sequence WHERE name='command'),0))+1").getInt64();
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
        SQLite::Statement write(*d->database, "INSERT OR REPLACE INTO meta(key, value) VALUES(?,?)");
        bindAll(write, key, value);
        write.exec();
        return {};
    });
}

Result<void> Journal::keepDraft(const Draft &draft)
{
    return d->here([&]() -> Result<void> {
        SQLite::Statement write(
            *d->database, "INSERT OR REPLACE INTO draft(key, kind, body, changed) VALUES(?,?,?,?)");
        bindAll(write, draft.key, toName(draft.kind), QString::fromUtf8(compact(draftBody(draft))),
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
    return guarded([&]() -> Result<void> {
        SQLite::Statement write(*d->database,
            "INSERT INTO result(id, name) VALUES(?1,?2) ON CONFLICT(id) DO UPDATE SET name=?2 WHERE ?2<>''");
        bindAll(write, result.id, result.name);
        write.exec();
        return {};
    });
}

} // namespace naryad::store
