#pragma once

#include "core/Account.h"
#include "core/Clock.h"
#include "core/Result.h"
#include "core/SyncState.h"
#include "core/TaskCard.h"
#include "sync/CommandDesk.h"

#include <QFuture>
#include <QObject>

#include <chrono>
#include <memory>
#include <optional>

namespace naryad::sync {

struct EngineOptions
{
    std::chrono::milliseconds lookEvery{60000}; ///< between looks for changes
    std::chrono::milliseconds stall{15000};
    std::chrono::milliseconds total{60000};
    std::chrono::seconds walkTasksEvery{24 * 3600}; ///< between walks of the whole task list
    int requestsPerSecond = 0; ///< in the background; 0: as fast as six connections allow
    std::chrono::seconds hold{10}; ///< see Engine::setHold()
    bool autoStart = true; ///< false: only when refresh() is called
};

/// The account at work: mirror, journal, puller and courier on one engine thread, behind a façade.
///
/// Owns the engine thread and, on it, both writing connections and both channels. The façade lives in the
/// thread it was made in (the GUI's); its signals arrive there. The destructor stops the thread.
class Engine : public QObject, public CommandDesk
{
    Q_OBJECT
public:
    Engine(Account account, const QString &key, const Clock &clock, EngineOptions options = {});
    ~Engine() override;

    /// Opens both files, and waits for no more than that. After it, screens can read; the journal's commands
    /// and the network start by themselves.
    Result<void> open();
    /// What open() found to tell the user (a damaged file set aside, …), in words; usually empty.
    QStringList notices() const;

    QString mirrorPath() const;
    QString journalPath() const;

    const SyncState &state() const { return m_state; }

    /// A new key after KeyRefused: everything goes on.
    void setKey(const QString &key);
    /// Background requests a second from now on; 0: no bound.
    void setRequestsPerSecond(int rate);
    /// Between looks for changes, from now on.
    void setLookEvery(std::chrono::milliseconds every);
    /// While paused, details and lists wait; the feed is still looked at, what the user looks at is still
    /// read, and what the user says still goes out. Kept as long as the program runs.
    void setPaused(bool paused);
    /// For how long what can't be taken back waits before it is sent: 0 to 120 s.
    void setHold(std::chrono::seconds hold);
    /// Who numbers new tasks of this account.
    QFuture<Result<TaskNumbers>> taskNumbers();
    /// In one step; without a `next` the count goes on where it stands. Answers what holds from now on.
    /// Errors: Storage.
    QFuture<Result<TaskNumbers>>
    setTaskNumbers(TaskNumbers::By by, const QString &prefix, std::optional<qint64> next);
    /// Before quitting: cuts every hold and sends what can be sent, for at most so long. What then still
    /// waits goes at the next start.
    QFuture<Result<SyncState>> sendBeforeQuitting(std::chrono::milliseconds atMost = std::chrono::seconds(5));
    /// One complete synchronisation: journal out (nothing is held), changes in. Ready when nothing more can
    /// be done now. The walk of the whole task list is part of it where it is due and this is not the
    /// account's first.
    QFuture<Result<SyncState>> syncOnce();

    QFuture<Result<CommandId>> submit(const Command &command, const QString &draftKey = {}) override;
    QFuture<Result<CommandId>> submitAs(const QString &token, const Command &command) override;
    QFuture<Result<QVector<CommandId>>> submitAll(const QVector<Command> &commands) override;
    QFuture<Result<void>> keepDraft(const Draft &draft) override;
    QFuture<Result<void>> dropDraft(const QString &key) override;
    QFuture<Result<void>> keepViews(const QString &views) override;
    QFuture<Result<void>> decide(CommandId id, Decision decision, const QString &objectId = {}) override;
    QFuture<Result<void>> recall(CommandId id) override;
    QFuture<Result<CommandId>> recallLast() override;
    QFuture<Result<QVector<FoundObject>>> lookFor(CommandId id) override;
    void lookAtTask(const QString &id) override;
    void lookAtContractor(const QString &id) override;
    void lookAtTemplate(const QString &id) override;
    void lookAtEquipment(const QString &id) override;
    void lookAtPersons(const QString &contractorId, const QStringList &persons) override;
    QFuture<Result<Contractor>> findContractor(const QString &externalId) override;
    void refresh() override;
    QFuture<Result<void>> keepResult(const NamedRef &result) override;
    QFuture<Result<void>> dropResult(const QString &id) override;
    QFuture<Result<void>> keepWord(const DictionaryEntry &word) override;
    QFuture<Result<void>> dropWord(DictionaryKind kind, const QString &id) override;

Q_SIGNALS:
    void stateChanged(const naryad::SyncState &state);
    void mirrorChanged(const naryad::MirrorChange &change);
    /// The mirror's file was damaged and another has taken its place: readers open it anew. `notice`: in
    /// words.
    void mirrorReplaced(const QString &notice);

private:
    class Private;
    SyncState m_state;
    std::unique_ptr<Private> d;
};

/// Asks the service one small question with this key. Ready with success only if it answered as the API does;
/// otherwise the exact reason: KeyRefused, Offline (NoSuchHost, ConnectionRefused, TlsFailed), NotTheApi, …
QFuture<Result<void>> checkConnection(const QUrl &base, const QString &key, const Clock &clock);

} // namespace naryad::sync
