#pragma once

#include "Services.h"
#include "core/Clock.h"
#include "store/Mirror.h"

#include <QMap>
#include <QObject>
#include <QSet>

#include <optional>

namespace naryad::sync {

/// Walks the service's whole task list in the background, ten rows a page: finds tasks the feed does not
/// name and tasks that are there no more. Its place is on disk, so that it goes on there after a stop or
/// kill.
///
/// Nothing is concluded from a page alone. Pages are no snapshot: a task made or removed while the walk is
/// under way shifts those behind it, so a task may be met twice or slip through between two pages. So what
/// the pages did not name is only a suspicion: the details of each such task are marked wanted, and gone is
/// what get-task answers NotFound to, be the list as wrong as it may. A task that slipped through costs one
/// request. A new one that slipped through is named by the feed, by get-taskupdates, or by the next walk. A
/// service that lists only some of its tasks would cost a request for every other one each day: after each
/// stretch in which hardly any had really gone the search ends, and the next walk goes on behind it.
///
/// Thread: the engine's. Never holds more of the list than some pages; asks nothing while it is held.
class TaskWalk : public QObject
{
    Q_OBJECT
public:
    TaskWalk(Services &services, store::Mirror &mirror, const Clock &clock, QObject *parent = nullptr);

    /// Begins a walk, or goes on with the one on disk, where the last was ended `every` ago or never.
    void startIfDue(std::chrono::seconds every);
    bool isDue(std::chrono::seconds every) const;
    void stop();
    /// While held nothing new is asked for: details and what the user looks at go first.
    void setHeld(bool held);
    bool isRunning() const { return m_running; }

    /// These details have been read, or could not be; `gone`: the service has no such task.
    void answered(const QString &taskId, bool gone);

    int requests() const { return m_requests; }
    /// Tasks of the pages seen by the walk under way.
    int tasksSeen() const { return m_running ? m_place.page * api::PageRows : 0; }
    /// Why the last walk ended before its time; forgotten by the next.
    const std::optional<Error> &error() const { return m_error; }

Q_SIGNALS:
    void progressed();
    /// Details are wanted now that were not; `newRows`: also of tasks that had no row.
    void tasksWanted(bool newRows);
    void finished();

private:
    void pump();
    void askPage(int page);
    void onPage(int page, const Result<api::Page<NamedRef>> &answer);
    bool takePage(const api::Page<NamedRef> &page);
    void endPages(bool certain);
    void search();
    void end();
    void fail(const Error &error);

    Services &m_services;
    store::Mirror &m_mirror;
    const Clock &m_clock;
    bool m_running = false;
    bool m_held = false;
    quint64 m_generation = 0;
    store::TaskWalkPlace m_place;
    int m_nextPage = 0; ///< to ask for; those from m_place.page on are on their way or wait for their turn
    int m_inFlight = 0;
    QMap<int, api::Page<NamedRef>> m_early; ///< pages that came before one in front of them
    QStringList m_lastPage; ///< ids of the page taken last
    RowId m_searchFrom = 0; ///< where the search for missing tasks began
    bool m_wrapped = false; ///< it has gone through to the end, and on from the first row
    bool m_searchPlanned = false;
    QSet<QString> m_suspects; ///< missing tasks whose details are asked for
    int m_suspected = 0; ///< of this stretch
    int m_reallyGone = 0;
    int m_requests = 0;
    QDateTime m_notBefore; ///< after a failure that says nothing of the line
    std::optional<Error> m_error;
};

} // namespace naryad::sync
