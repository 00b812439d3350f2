#pragma once

#include "ListWalk.h"
#include "Services.h"
#include "StopsAsking.h"
#include "TaskWalk.h"
#include "TaskWitness.h"
#include "TypeFeeds.h"
#include "core/Clock.h"
#include "core/Dictionary.h"
#include "core/SyncState.h"
#include "core/TaskCard.h"
#include "store/Mirror.h"

#include <QHash>
#include <QObject>
#include <QSet>

#include <optional>

namespace naryad::sync {

/// Brings the mirror up to date: the change feed, then the details it asked for, newest first; beside them
/// the lists. Resumes where it stopped, since every mark is in the mirror.
///
/// Thread: the engine's. Owns no connection. Never sends a write, never runs two of the same request.
class Puller : public QObject
{
    Q_OBJECT
public:
    Puller(Services &services, store::Mirror &mirror, const Clock &clock, QObject *parent = nullptr);

    /// Looks for changes now: the feeds, the details and cards they name, and the small lists it is time for.
    /// A look that is running is not doubled: it reads the feeds once more and walks the lists too.
    void look(Lists lists);
    bool isBusy() const
    {
        return m_feedRunning || m_feedAgain || m_feeds.isBusy() || !m_inFlight.isEmpty() || m_lists.isBusy();
    }
    /// Background details and lists wait while paused; feeds and what the user looks at are read.
    void setPaused(bool paused);
    bool isPaused() const { return m_paused; }
    /// Goes on with the walk of the task list, or begins one, where it is time; it is no part of a look.
    void walkTasks(std::chrono::seconds every);
    bool isWalkingTasks() const { return m_taskWalk.isRunning(); }
    bool isTaskWalkDue(std::chrono::seconds every) const { return m_taskWalk.isDue(every); }
    /// Drops what is queued; answers on their way are ignored.
    void stop();

    /// One task read now, before the others; not more often than every few seconds.
    void lookAtTask(const QString &id);
    void lookAtContractor(const QString &id);
    void lookAtTemplate(const QString &id);
    void lookAtEquipment(const QString &id);
    /// The object was changed on the service a moment ago: answers that are on their way are older than that
    /// and are not taken. A task is read by the next look, a card at once.
    void taskChanged(const QString &id);
    void cardChanged(ObjectKind kind, const QString &id);
    /// What only the list of this kind tells of has changed.
    void listChanged(ObjectKind kind);

    SyncState::Step step() const;
    int done() const;
    int total() const;
    int detailsFetched() const { return m_fetched; }
    int listRequests() const { return m_lists.requests() + m_taskWalk.requests(); }
    int witnessRequests() const { return m_witness.requests(); }
    int tasksListed() const { return m_taskWalk.tasksSeen(); }
    /// The first failure of the look that is running or was last.
    const std::optional<Error> &error() const { return m_error; }
    QDateTime contractorsReadAt() const { return m_lists.contractorsReadAt(); }
    /// The look that was last read the feed to its end.
    bool isFeedRead() const { return m_feedRead; }
    /// It walked the lists, and each to its end.
    bool areListsRead() const { return m_lists.isComplete(); }

Q_SIGNALS:
    /// An answer tells what a task was closed with.
    void resultTold(const naryad::NamedRef &result);
    /// An answer tells what a number of a dictionary means.
    void wordTold(naryad::DictionaryKind kind, const naryad::NamedRef &word);
    /// Something to show in the status line moved.
    void progressed();
    /// Tasks the service has just been asked about, written to the mirror.
    void tasksRead(const QStringList &ids, const naryad::MirrorChange &change);
    void listsRead();
    /// The look is over; error() says how.
    void finished();
    /// What the user looked at was read, with no look around it; error() says how.
    void lookedAt();
    void taskWalkEnded();

private:
    struct Fetched
    {
        store::Kept<Task> task;
        qint64 askedAtUsn = 0;
    };

    void askFeed();
    void onFeed(const Result<QVector<api::Update>> &answer);
    void pumpDetails();
    void refill();
    void askTask(const store::WantedTask &wanted, bool foreground);
    void onTask(const store::WantedTask &wanted, const Result<api::Snapshot<Task>> &answer);
    void writeFetched();
    void onTaskGone(const QString &id);
    void onUnknown(const QStringList &ids);
    void askUnknown();
    void readWanted();
    void holdWalk();
    void stopTaskWalk();
    void note(const Error &error);
    bool mustPause() const;
    void finishIfIdle();
    void storageFailed(const Error &error);

    Services &m_services;
    store::Mirror &m_mirror;
    const Clock &m_clock;
    TypeFeeds m_feeds;
    ListWalk m_lists;
    TaskWalk m_taskWalk;
    TaskWitness m_witness;
    Lists m_listsAfterFeeds = Lists::None;
    bool m_paused = false;
    QStringList m_unknown; ///< ids get-taskupdates named that are not mirrored
    bool m_running = false;
    bool m_looking = false; ///< what runs is a look, not only a task the user looks at
    bool m_feedRead = false;
    bool m_feedRunning = false;
    bool m_feedAgain = false;
    quint64 m_generation = 0;
    QVector<store::WantedTask> m_queue;
    QSet<QString> m_inFlight;
    QSet<QString> m_failed; ///< ids that gave an odd answer in this look: not asked again before the next
    QSet<QString> m_overtaken; ///< in flight, and changed since they were asked for
    QVector<Fetched> m_fetchedBatch;
    bool m_writePlanned = false;
    QHash<QString, QDateTime> m_lookedAt;
    int m_fetched = 0;
    int m_stepDone = 0;
    int m_stepTotal = 0;
    std::optional<Error> m_error;
};

} // namespace naryad::sync
