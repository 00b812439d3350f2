#pragma once

#include "core/Clock.h"
#include "core/Commands.h"
#include "core/Dictionary.h"
#include "core/Draft.h"
#include "core/Result.h"
#include "core/TaskNumbers.h"

#include <QString>
#include <QVector>

#include <memory>
#include <optional>

namespace naryad::store {

/// How an attempt ended, for Journal::settle().
struct Outcome
{
    CommandState state = CommandState::Waiting;
    QString resultId;
    std::optional<Error> error;
    QDateTime notBefore; ///< for Waiting and Unsure
    int looks = 0; ///< whole looks that found nothing of it
    bool needsUser = false; ///< for Unsure
    QVector<FoundObject> found{};
    QVector<FieldConflict> conflicts{}; ///< for Refused
    QString warning{};
    std::optional<Consent> consent{}; ///< what the user decided, kept for ever
    std::optional<Command> command{}; ///< as the user's decision changed it
};

/// A command to be journalled, with what append() takes of it.
struct Intent
{
    Command command;
    CommandState state = CommandState::Waiting; ///< or Held
    QDateTime notBefore{};
    QString token{}; ///< empty: one is made
};

/// journal.db: what the user said and what became of it. Never deleted, never guessed.
///
/// Owns one SQLite connection (WAL, synchronous FULL) and the append-only text copy beside it
/// (`journal.txt`, one JSON a line, fsync'd; commands and closing results). Thread: the one it was opened in
/// (the engine's). Every function that changes something is one transaction and is on disk when it returns.
class Journal
{
public:
    /// Opens or makes the file (0600), checks it (quick_check), backs it up once a day (`journal-<date>.db`,
    /// the last 7 kept) and before a migration (`journal-before-migration-<version>.db`), and turns every
    /// `Sending` into `Unsure`: a previous run ended in the middle of it. A command whose saving failed, and
    /// which the file holds all the same, is Refused: it is the user's to send or drop. A damaged file is set
    /// aside, never deleted, and what journal.txt tells is restored, with what only the newest sound backup
    /// tells; `wasDamaged()` says so. A restored command is Unsure where it may have gone further than could
    /// be read. A missing or empty file where a journal stood before (its marker file `journal.mark`, or its
    /// text copy, lies beside it) counts as damaged. A file of a newer program is refused.
    static Result<std::unique_ptr<Journal>> open(const QString &path, const Clock &clock);
    ~Journal();

    bool wasDamaged() const;

    /// The intent, on disk when this returns. `state` is Waiting or Held. The draft under `draftKey`, which
    /// it was typed as, goes in the same transaction; of a held command it is put by. `token`: a UUID nobody
    /// else has, by which others speak of what it makes; empty: one is made.
    Result<JournalEntry> append(
        const Command &command, CommandState state = CommandState::Waiting, const QString &draftKey = {},
        const QDateTime &notBefore = {}, const QString &token = {});
    /// Several intents in their order, in one transaction: all of them are on disk when this returns, or
    /// none.
    Result<QVector<JournalEntry>> appendAll(const QVector<Intent> &intents);
    /// A held command is dropped, and the draft it was typed as is there again, in one step. BadInput where
    /// it is held no more.
    Result<void> recall(CommandId id);
    /// Before the first byte: Sending, attempt + 1, the frozen body and the pre-image. `merged`: what others
    /// changed meanwhile and the body leaves as they did.
    Result<void> beginAttempt(
        CommandId id, const QByteArray &body, const QByteArray &preImage,
        const QVector<FieldConflict> &merged = {});
    /// After the attempt, a look or a decision of the user.
    Result<void> settle(CommandId id, const Outcome &outcome);

    /// What was found out about a command after it was done, beside what is told of it already.
    Result<void> warn(CommandId id, const QString &warning);

    Result<JournalEntry> entry(CommandId id) const;
    /// All that is not final, oldest first: the Courier's work and the Outbox's open part.
    Result<QVector<JournalEntry>> open() const;
    /// Everything ever said, oldest first, from `after` on (0: all).
    Result<QVector<JournalEntry>> all(CommandId after = 0) const;

    /// Small facts of this computer about the account (last get-taskupdates, session).
    Result<QString> meta(const QString &key) const;
    Result<void> setMeta(const QString &key, const QString &value);

    /// Who numbers new tasks.
    Result<TaskNumbers> taskNumbers() const;
    /// In one step; without a `next` the count goes on where it stands. Answers what holds from now on.
    Result<TaskNumbers> setTaskNumbers(TaskNumbers::By by, const QString &prefix, std::optional<qint64> next);
    /// The number for one new task, counted on; empty where the service numbers them.
    Result<QString> takeTaskNumber();

    /// The user's own views of the task list, as the screen writes them; all at once.
    Result<void> setViews(const QString &views);

    /// What is typed into a form and not said yet, over what was kept under the same key; changed now.
    Result<void> keepDraft(const Draft &draft);
    Result<void> dropDraft(const QString &key);

    /// The dictionary of closing results, as the user keeps it: id → name (no command lists them).
    Result<QVector<NamedRef>> results() const;
    /// An empty name leaves a known one as it is.
    Result<void> keepResult(const NamedRef &result);
    /// Takes one out of the dictionary; nothing that was said with it changes.
    Result<void> dropResult(const QString &id);
    /// A result an answer of the service told of: kept where its number is new here, or has no name yet. What
    /// the user called it stays.
    Result<void> learnResult(const NamedRef &result);
    // The other dictionaries (JournalDictionary.cpp), by the same rules; of kind Results these are the above.
    Result<QVector<DictionaryEntry>> dictionary(DictionaryKind kind) const; ///< by name
    Result<void> keepWord(const DictionaryEntry &word);
    Result<void> dropWord(DictionaryKind kind, const QString &id);
    Result<void> learnWord(DictionaryKind kind, const NamedRef &word);
    /// What was chosen for a task of this template (empty: not known) last: offered the next time.
    Result<void> noteResultUsed(const QString &templateId, const QString &resultId);

private:
    class Private;
    explicit Journal(std::unique_ptr<Private> d);
    std::unique_ptr<Private> d;
};

} // namespace naryad::store
