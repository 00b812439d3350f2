#include "JournalPrivate.h"
#include "TaskColumns.h"
#include "core/CommandKinds.h"

#include <QCoreApplication>
#include <QUuid>

namespace naryad::store {

/// No number is given twice, also where the newest row was taken back.
CommandId Journal::Private::nextId() const
{
    return database
        ->execAndGet("SELECT max(coalesce((SELECT max(id) FROM command),0),"
                     "coalesce((SELECT seq FROM sqlite_sequence WHERE name='command'),0))+1")
        .getInt64();
}

JournalEntry Journal::Private::fresh(const Intent &intent, CommandId id) const
{
    JournalEntry entry;
    entry.id = id;
    entry.token = intent.token.isEmpty() ? QUuid::createUuid().toString(QUuid::WithoutBraces) : intent.token;
    entry.command = intent.command;
    entry.state = intent.state;
    entry.createdAt = clock.now();
    entry.notBefore = intent.notBefore;
    return entry;
}

void Journal::Private::write(const JournalEntry &entry)
{
    SQLite::Statement statement(
        *database,
        "INSERT INTO command(id, token, state, result_id, entry, subject, settled) "
        "VALUES(?1,?2,?3,?4,?5,?6,?7) "
        "ON CONFLICT(id) DO UPDATE SET state=?3, result_id=?4, entry=?5, settled=?7");
    bindAll(
        statement, entry.id, entry.token, toName(entry.state), entry.resultId, compact(entryToJson(entry)),
        subjectKey(kindOf(entry.command), subjectOf(entry.command, entry.token)),
        entry.settledAt.isValid() ? entry.settledAt.toMSecsSinceEpoch() : 0);
    statement.exec();
}

void Journal::Private::eraseDraft(const QString &key)
{
    SQLite::Statement erase(*database, "DELETE FROM draft WHERE key=?");
    bindAll(erase, key);
    erase.exec();
}

void Journal::Private::holdDraft(CommandId id, const QString &key)
{
    SQLite::Statement hold(
        *database,
        "INSERT OR REPLACE INTO held_draft(command, key, kind, body, changed) "
        "SELECT ?, key, kind, body, changed FROM draft WHERE key=?");
    bindAll(hold, id, key);
    hold.exec();
}

/// What has been typed under its key since stays; then it comes back under another.
void Journal::Private::bringDraftBack(CommandId id)
{
    SQLite::Statement back(
        *database,
        "INSERT INTO draft(key, kind, body, changed) "
        "SELECT CASE WHEN EXISTS(SELECT 1 FROM draft d WHERE d.key=h.key) THEN h.key || ':' || h.command "
        "ELSE h.key END, kind, body, changed FROM held_draft h WHERE command=?");
    bindAll(back, id);
    back.exec();
}

void Journal::Private::eraseHeldDraft(CommandId id)
{
    SQLite::Statement erase(*database, "DELETE FROM held_draft WHERE command=?");
    bindAll(erase, id);
    erase.exec();
}

/// A number typed without a name keeps the name it had.
void Journal::Private::writeResult(const NamedRef &result)
{
    SQLite::Statement statement(
        *database,
        "INSERT INTO result(id, name) VALUES(?1,?2) ON CONFLICT(id) DO UPDATE SET name=?2 WHERE ?2<>''");
    bindAll(statement, result.id, result.name);
    statement.exec();
}

void Journal::Private::eraseResult(const QString &id)
{
    SQLite::Statement erase(*database, "DELETE FROM result WHERE id=?");
    bindAll(erase, id);
    erase.exec();
    SQLite::Statement forget(*database, "DELETE FROM meta WHERE value=?1 AND substr(key, 1, length(?2))=?2");
    bindAll(forget, id, resultUsedPrefix());
    forget.exec();
}

Result<QVector<JournalEntry>> Journal::Private::select(const std::string &sql, qint64 parameter) const
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

void Journal::Private::writeMeta(const QString &key, const QString &value)
{
    SQLite::Statement statement(*database, "INSERT OR REPLACE INTO meta(key, value) VALUES(?,?)");
    bindAll(statement, key, value);
    statement.exec();
}

QString Journal::Private::readMeta(const QString &key) const
{
    SQLite::Statement find(*database, "SELECT value FROM meta WHERE key=?");
    bindAll(find, key);
    return find.executeStep() ? textAt(find, 0) : QString();
}

void Journal::Private::doubt(JournalEntry &entry, const QString &why)
{
    entry.state = CommandState::Unsure;
    Error error;
    error.kind = ErrorKind::Ambiguous;
    error.words = why;
    error.asked = serviceCommandOf(entry.command);
    entry.error = error;
}

/// Of a commit that failed, and was told to have failed, the log may hold all the same: the disk that could
/// not write for sure could not take back for sure. Its lines of text were taken back, which tells it from
/// what was acknowledged; it is for the user to say whether it goes. Only the newest, with those said in the
/// same step, can be such ones.
Result<void> Journal::Private::refuseTakenBack()
{
    const auto newest = select("SELECT entry FROM command ORDER BY id DESC LIMIT 1", 0);
    if (!newest)
        return tl::unexpected(newest.error());
    const auto mayBe = [](const JournalEntry &entry) {
        return entry.attempts == 0
            && (entry.state == CommandState::Waiting || entry.state == CommandState::Held);
    };
    if (newest->isEmpty() || !mayBe(newest->first()) || text.lacking({newest->first().token}).isEmpty())
        return {};
    const auto open = select("SELECT entry FROM command WHERE state IN ('waiting','held') ORDER BY id", 0);
    if (!open)
        return tl::unexpected(open.error());
    QStringList tokens;
    for (const JournalEntry &entry : *open)
        tokens.append(entry.token);
    const QSet<QString> lacking = text.lacking(tokens);
    for (JournalEntry entry : *open) {
        if (!mayBe(entry) || !lacking.contains(entry.token))
            continue;
        entry.state = CommandState::Refused;
        entry.notBefore = {};
        Error error;
        error.kind = ErrorKind::Storage;
        error.words = QCoreApplication::translate(
            "naryad::store",
            "The disk failed while this was being saved, and you were told so. Nothing of it was sent.");
        entry.error = error;
        if (auto refused = store(entry); !refused)
            return refused;
    }
    return {};
}

/// A run that ended while sending can't know what became of it.
Result<void> Journal::Private::doubtInterrupted(Journal &journal)
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
        ++entry.doubts;
        entry.attemptEndedAt = clock.now();
        if (auto stored = store(entry); !stored)
            return stored;
    }
    return {};
}

} // namespace naryad::store
