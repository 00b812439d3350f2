#pragma once

#include "ChangeBatcher.h"
#include "Courier.h"
#include "JournalCallTimes.h"
#include "JournalOverlay.h"
#include "MirrorHealth.h"
#include "Progress.h"
#include "Puller.h"
#include "Services.h"
#include "core/Account.h"
#include "core/SyncState.h"
#include "store/Journal.h"
#include "store/Mirror.h"
#include "sync/Engine.h"

#include <QObject>
#include <QPromise>
#include <QSet>

#include <memory>
#include <vector>

namespace naryad::sync {

/// The engine's inside, on the engine thread: owns both writing connections, both channels, puller and
/// courier, and decides when to look. Never touches a widget; the façade carries calls in and signals out.
class EngineCore : public QObject
{
    Q_OBJECT
public:
    EngineCore(Account account, const QString &key, const Clock &clock, EngineOptions options);
    ~EngineCore() override;

    /// Opens both files; nothing is sent or asked before begin().
    Result<void> open();
    void begin();
    QStringList notices() const { return m_notices; }
    /// Nothing new begins; waits a moment for a write on its way, since its answer is worth having.
    void shutDown();

    void setKey(const QString &key);
    void syncOnce(std::shared_ptr<QPromise<Result<SyncState>>> promise);
    Result<CommandId> submit(const Command &command, const QString &draftKey, const QString &token = {});
    Result<CommandId> submitAs(const QString &token, const Command &command);
    Result<QVector<CommandId>> submitAll(const QVector<Command> &commands);
    Result<void> keepDraft(const Draft &draft) { return m_journal->keepDraft(draft); }
    Result<void> dropDraft(const QString &key) { return m_journal->dropDraft(key); }
    Result<void> decide(CommandId id, Decision decision, const QString &objectId);
    Result<void> recall(CommandId id);
    Result<CommandId> recallLast();
    QFuture<Result<QVector<FoundObject>>> lookFor(CommandId id) { return m_courier->lookFor(id); }
    void lookAtPersons(const QString &contractorId, const QStringList &persons);
    QFuture<Result<Contractor>> findContractor(const QString &externalId);
    void setHold(std::chrono::seconds hold);
    void setLookEvery(std::chrono::milliseconds every);
    Result<TaskNumbers> taskNumbers() const { return m_journal->taskNumbers(); }
    Result<TaskNumbers> setTaskNumbers(TaskNumbers::By by, const QString &prefix, std::optional<qint64> next)
    {
        return m_journal->setTaskNumbers(by, prefix, next);
    }
    void sendBeforeQuitting(
        std::chrono::milliseconds atMost, std::shared_ptr<QPromise<Result<SyncState>>> promise);
    void refresh();
    void setPaused(bool paused);
    void setRequestsPerSecond(int rate) { m_services->reads.setRequestsPerSecond(rate); }
    Result<void> keepViews(const QString &views) { return m_journal->setViews(views); }
    Result<void> keepResult(const NamedRef &result) { return m_journal->keepResult(result); }
    Result<void> dropResult(const QString &id) { return m_journal->dropResult(id); }
    Result<void> keepWord(const DictionaryEntry &word) { return m_journal->keepWord(word); }
    Result<void> dropWord(DictionaryKind kind, const QString &id) { return m_journal->dropWord(kind, id); }
    Puller *puller() { return m_puller.get(); }
    /// What this computer said, with what became of each.
    const JournalOverlay &said() const { return *m_overlay; }
    /// Something is being sent, looked for or read right now.
    bool isBusy() const { return m_courier->isBusy() || m_puller->isBusy(); }
    bool isOpen() const { return m_courier != nullptr; }

Q_SIGNALS:
    void stateChanged(const naryad::SyncState &state);
    void mirrorChanged(const naryad::MirrorChange &change);
    /// The file was damaged and another has taken its place: readers open it anew. `notice`: in words.
    void mirrorReplaced(const QString &notice);

private:
    void wire();
    void look(Lists lists);
    void lookLater(std::chrono::milliseconds delay);
    void onLookFinished();
    void onMirrorDamaged();
    void onLookedAt();
    void onSent();
    void onObjectChanged(ObjectKind kind, const QString &id);
    void noteMirror(const Result<void> &written);
    Result<Command> completed(const Command &command);
    void noteResult(CommandId id);
    store::Intent intentOf(const Command &command) const;
    void showSaid(const QVector<JournalEntry> &entries);
    tl::unexpected<Error> notJournalled(const Error &error);
    void onTasksRead(const QStringList &ids, const MirrorChange &change);
    void onLine(const std::optional<Error> &error);
    // What no feed names (EngineCards.cpp).
    void wantCardsOfLastRun();
    QStringList cardsOf(ObjectKind kind, const QString &id);
    void tellLists();
    void tellState();
    void tellStateSoon();
    void beginOnce();
    void finishOnce();

    Account m_account;
    QString m_key;
    const Clock &m_clock;
    EngineOptions m_options;
    QStringList m_notices;

    std::unique_ptr<store::Mirror> m_mirror;
    std::unique_ptr<store::Journal> m_journal;
    std::unique_ptr<MirrorHealth> m_health;
    std::unique_ptr<JournalCallTimes> m_callTimes;
    std::unique_ptr<Services> m_services;
    std::unique_ptr<JournalOverlay> m_overlay;
    std::unique_ptr<Puller> m_puller;
    std::unique_ptr<Courier> m_courier;
    std::unique_ptr<ChangeBatcher> m_batcher;

    QSet<QString> m_resultsTold; ///< numbers of results this run has met in answers
    QSet<QString> m_wordsTold; ///< of other dictionaries: kind, number, name
    SyncState m_state;
    Progress m_progress;
    std::optional<Error> m_storageError; ///< of the journal
    std::optional<Error> m_mirrorError; ///< until all of a look could be written again
    bool m_keyRefused = false;
    bool m_offline = false;
    bool m_everLooked = false;
    bool m_stateTold = false;
    bool m_tellPlanned = false;
    int m_offlineTries = 0;
    quint64 m_lookTimer = 0; ///< only the newest planned look runs
    enum class Once {
        No,
        Sending,
        Reading,
        Walking, ///< the task list, with all else done
    };
    Once m_once = Once::No;
    std::vector<std::shared_ptr<QPromise<Result<SyncState>>>> m_onceWaiters;
    /// Asked for while one was reading: the next is theirs.
    std::vector<std::shared_ptr<QPromise<Result<SyncState>>>> m_nextOnceWaiters;
};

} // namespace naryad::sync
