#include "Puller.h"

#include "core/Log.h"

#include <algorithm>

using namespace std::chrono_literals;

namespace naryad::sync {

namespace {

constexpr int DetailsInFlight
    = 9; ///< of the read channel's twelve; the lists and the user's looks use the rest
constexpr int QueueRows = 500;
constexpr int WriteRows = 50; ///< what a kill may cost is so many, and those in flight
constexpr auto WriteDelay = 150ms;

} // namespace

Puller::Puller(Services &services, store::Mirror &mirror, const Clock &clock, QObject *parent)
    : QObject(parent)
    , m_services(services)
    , m_mirror(mirror)
    , m_clock(clock)
    , m_feeds(services, mirror, clock)
    , m_lists(services, mirror, clock, m_feeds)
    , m_taskWalk(services, mirror, clock)
    , m_witness(services, mirror, clock)
{
    connect(&m_feeds, &TypeFeeds::named, this, [this](store::CardKind kind) { m_lists.readNamed(kind); });
    connect(&m_feeds, &TypeFeeds::failed, this, &Puller::note);
    connect(&m_feeds, &TypeFeeds::finished, this, [this] {
        // Only now it is known which lists have a feed.
        if (!mustPause())
            m_lists.start(std::exchange(m_listsAfterFeeds, Lists::None));
        finishIfIdle();
    });
    connect(&m_taskWalk, &TaskWalk::progressed, this, &Puller::progressed);
    connect(&m_taskWalk, &TaskWalk::finished, this, &Puller::taskWalkEnded);
    connect(&m_taskWalk, &TaskWalk::tasksWanted, this, [this](bool newRows) {
        if (newRows) {
            MirrorChange change;
            change.taskListChanged = true;
            Q_EMIT tasksRead({}, change);
        }
        readWanted();
    });
    connect(&m_witness, &TaskWitness::unknown, this, &Puller::onUnknown);
    connect(&m_witness, &TaskWitness::suspects, this, [this](const QStringList &ids) {
        for (const QString &id : ids) {
            if (auto wanted = m_mirror.wantTask(id); !wanted) {
                storageFailed(wanted.error());
                return;
            }
        }
        readWanted();
    });
    connect(&m_lists, &ListWalk::listsRead, this, &Puller::listsRead);
    connect(&m_lists, &ListWalk::wordTold, this, &Puller::wordTold);
    connect(&m_lists, &ListWalk::progressed, this, &Puller::progressed);
    connect(&m_lists, &ListWalk::failed, this, &Puller::note);
    connect(&m_lists, &ListWalk::finished, this, &Puller::finishIfIdle);
}

void Puller::look(Lists lists)
{
    if (!m_running) {
        m_running = true;
        m_error.reset();
        m_failed.clear();
        m_stepDone = 0;
        m_stepTotal = 0;
    }
    if (!m_looking) {
        m_looking = true;
        m_feedRead = false;
    }
    m_listsAfterFeeds = std::max(m_listsAfterFeeds, lists);
    holdWalk();
    if (m_feedRunning)
        m_feedAgain = true;
    else
        askFeed();
    m_feeds.look();
    // None is worth asking, or all have failed already.
    if (!m_feeds.isBusy() && !mustPause())
        m_lists.start(std::exchange(m_listsAfterFeeds, Lists::None));
    Q_EMIT progressed();
}

void Puller::setPaused(bool paused)
{
    m_paused = paused;
    if (!paused && !m_running) {
        // For what was parked; the caller looks.
        m_running = true;
        m_error.reset();
    }
    m_lists.setPaused(paused);
    holdWalk();
    finishIfIdle();
}

void Puller::walkTasks(std::chrono::seconds every)
{
    holdWalk();
    m_taskWalk.startIfDue(every);
    Q_EMIT progressed();
}

/// Details and looks go before the pages of the task list.
void Puller::holdWalk()
{
    m_taskWalk.setHeld(m_paused || m_running);
}

/// Reads what has been marked, where no look does it anyway.
void Puller::readWanted()
{
    if (!m_running) {
        m_running = true;
        m_error.reset();
        m_failed.clear();
    }
    holdWalk();
    if (const auto counts = m_mirror.counts())
        m_stepTotal = m_stepDone + counts->detailsMissing;
    pumpDetails();
    finishIfIdle();
}

void Puller::onUnknown(const QStringList &ids)
{
    m_unknown = ids;
    askUnknown();
}

/// One at a time: where ids are external ones, none is found, and the first answer ends it.
void Puller::askUnknown()
{
    if (m_unknown.isEmpty() || m_paused)
        return;
    const QString id = m_unknown.takeFirst();
    if (m_inFlight.contains(id))
        return;
    m_inFlight.insert(id);
    if (!m_running) {
        m_running = true;
        m_error.reset();
        m_failed.clear();
    }
    holdWalk();
    const quint64 generation = m_generation;
    m_services.tasks.task(id, false).then(
        this, [this, generation, id](const Result<api::Snapshot<Task>> &answer) {
            if (generation != m_generation)
                return;
            if (answer) {
                onTask({id, 0}, answer);
                askUnknown();
                return;
            }
            m_inFlight.remove(id);
            m_unknown.clear();
            finishIfIdle();
        });
}

void Puller::stop()
{
    ++m_generation;
    writeFetched();
    m_lists.stop();
    m_feeds.stop();
    stopTaskWalk();
    m_witness.stop();
    m_unknown.clear();
    m_queue.clear();
    m_inFlight.clear();
    m_overtaken.clear();
    m_feedRunning = false;
    m_feedAgain = false;
    m_running = false;
    m_looking = false;
}

void Puller::askFeed()
{
    m_feedAgain = false;
    const auto usn = m_mirror.taskUsn();
    if (!usn) {
        storageFailed(usn.error());
        return;
    }
    m_feedRunning = true;
    const quint64 generation = m_generation;
    m_services.updates.updates(QStringLiteral("task"), *usn)
        .then(this, [this, generation](const Result<QVector<api::Update>> &answer) {
            if (generation == m_generation)
                onFeed(answer);
        });
}

void Puller::onFeed(const Result<QVector<api::Update>> &answer)
{
    m_feedRunning = false;
    if (!answer) {
        m_feedAgain = false; // asking once more just now would fare no better
        note(answer.error());
        pumpDetails();
        finishIfIdle();
        return;
    }
    if (!answer->isEmpty()) {
        QVector<store::FeedItem> items;
        items.reserve(answer->size());
        qint64 last = 0;
        for (const api::Update &update : *answer) {
            items.append({update.objectId, update.usn, update.time});
            last = std::max(last, update.usn);
        }
        const auto before = m_mirror.taskUsn();
        if (auto noted = m_mirror.noteFeed(items, last); !noted) {
            storageFailed(noted.error());
            return;
        }
        // What the feed named last is wanted first.
        m_queue.clear();
        MirrorChange change;
        change.taskListChanged = true;
        Q_EMIT tasksRead({}, change);
        // A server that never moves its usn on would be asked for ever.
        if (answer->size() >= api::UpdateRows && before && last > *before)
            m_feedAgain = true;
    }
    if (m_feedAgain) {
        askFeed();
    } else {
        m_feedRead = true;
        m_witness.askIfDue();
    }
    if (const auto counts = m_mirror.counts())
        m_stepTotal = m_stepDone + counts->detailsMissing;
    pumpDetails();
    Q_EMIT progressed();
    finishIfIdle();
}

bool Puller::mustPause() const
{
    return m_error && stopsAsking(*m_error);
}

void Puller::refill()
{
    QStringList excluded(m_inFlight.begin(), m_inFlight.end());
    excluded += QStringList(m_failed.begin(), m_failed.end());
    for (const Fetched &fetched : std::as_const(m_fetchedBatch))
        excluded.append(fetched.task.value.id);
    const auto wanted = m_mirror.wantedTasks(QueueRows, excluded);
    if (!wanted) {
        storageFailed(wanted.error());
        return;
    }
    m_queue = *wanted;
    std::reverse(m_queue.begin(), m_queue.end()); // taken from the back
}

void Puller::pumpDetails()
{
    if (!m_running || m_paused)
        return;
    while (!mustPause() && m_inFlight.size() < DetailsInFlight) {
        if (m_queue.isEmpty()) {
            refill();
            if (m_queue.isEmpty())
                return;
        }
        const store::WantedTask wanted = m_queue.takeLast();
        if (!m_inFlight.contains(wanted.id) && !m_failed.contains(wanted.id))
            askTask(wanted, false);
    }
}

void Puller::askTask(const store::WantedTask &wanted, bool foreground)
{
    m_inFlight.insert(wanted.id);
    m_lookedAt.insert(wanted.id, m_clock.now());
    const quint64 generation = m_generation;
    m_services.tasks.task(wanted.id, foreground)
        .then(this, [this, generation, wanted](const Result<api::Snapshot<Task>> &answer) {
            if (generation == m_generation)
                onTask(wanted, answer);
        });
}

void Puller::onTask(const store::WantedTask &wanted, const Result<api::Snapshot<Task>> &answer)
{
    m_inFlight.remove(wanted.id);
    if (m_overtaken.remove(wanted.id)) {
        // It stays wanted.
        pumpDetails();
        finishIfIdle();
        return;
    }
    ++m_stepDone;
    if (answer) {
        ++m_fetched;
        m_fetchedBatch.append({{answer->value, answer->raw}, wanted.usn});
        if (const NamedRef result = api::TaskService::closingResult(answer->raw); !result.isNothing())
            Q_EMIT resultTold(result);
        if (m_fetchedBatch.size() >= WriteRows) {
            writeFetched();
        } else if (!m_writePlanned) {
            m_writePlanned = true;
            m_clock.after(WriteDelay, this, [this] {
                m_writePlanned = false;
                writeFetched();
                finishIfIdle();
            });
        }
    } else if (answer.error().kind == ErrorKind::NotFound) {
        onTaskGone(wanted.id);
    } else {
        m_failed.insert(wanted.id);
        note(answer.error());
        m_taskWalk.answered(wanted.id, false);
    }
    pumpDetails();
    Q_EMIT progressed();
    finishIfIdle();
}

void Puller::onTaskGone(const QString &id)
{
    const auto row = m_mirror.markTaskGone(id);
    if (!row) {
        storageFailed(row.error());
        return;
    }
    MirrorChange change;
    change.tasks.append(*row);
    change.taskListChanged = true;
    Q_EMIT tasksRead({id}, change);
    m_taskWalk.answered(id, true);
}

void Puller::writeFetched()
{
    if (m_fetchedBatch.isEmpty())
        return;
    QVector<store::Kept<Task>> tasks;
    QVector<qint64> asked;
    QStringList ids;
    for (const Fetched &fetched : std::as_const(m_fetchedBatch)) {
        tasks.append(fetched.task);
        asked.append(fetched.askedAtUsn);
        ids.append(fetched.task.value.id);
    }
    m_fetchedBatch.clear();
    const auto rows = m_mirror.applyTasks(tasks, asked);
    if (!rows) {
        storageFailed(rows.error());
        return;
    }
    MirrorChange change;
    change.tasks = *rows;
    change.taskListChanged = true;
    Q_EMIT tasksRead(ids, change);
    for (const QString &id : std::as_const(ids))
        m_taskWalk.answered(id, false);
}

/// Somebody may wait for its end.
void Puller::stopTaskWalk()
{
    const bool walked = m_taskWalk.isRunning();
    m_taskWalk.stop();
    if (walked)
        Q_EMIT taskWalkEnded();
}

void Puller::note(const Error &error)
{
    if (!m_error || (!stopsAsking(*m_error) && stopsAsking(error)))
        m_error = error;
    if (stopsAsking(error)) {
        m_queue.clear();
        m_lists.stop();
        stopTaskWalk();
        m_listsAfterFeeds = Lists::None;
    }
    qCInfo(lcSync) << "not read:" << toName(error.kind) << error.asked << error.httpStatus;
}

void Puller::storageFailed(const Error &error)
{
    note(error);
    m_fetchedBatch.clear();
    finishIfIdle();
}

void Puller::finishIfIdle()
{
    if (!m_running || isBusy())
        return;
    if (!m_fetchedBatch.isEmpty()) {
        writeFetched();
        if (!m_running)
            return;
    }
    if (!mustPause() && !m_paused && m_queue.isEmpty())
        refill();
    if (!mustPause() && !m_paused && !m_queue.isEmpty()) {
        pumpDetails();
        return;
    }
    m_running = false;
    holdWalk();
    if (m_running)
        return; // the walk went on and wants details already
    m_stepDone = 0;
    m_stepTotal = 0;
    Q_EMIT progressed();
    if (std::exchange(m_looking, false))
        Q_EMIT finished();
    else
        Q_EMIT lookedAt();
}

} // namespace naryad::sync
