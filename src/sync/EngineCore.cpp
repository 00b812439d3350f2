#include "EngineCore.h"

#include "Rereads.h"
#include "core/Log.h"
#include "core/Serial.h"
#include "core/Threads.h"

#include <QCoreApplication>
#include <QDir>
#include <QEventLoop>
#include <QTimer>

#include <algorithm>

using namespace std::chrono_literals;

namespace naryad::sync {

namespace {

constexpr auto LastWriteWait = 3000ms;
constexpr auto TellEvery = 100ms;

QString rebuiltNotice()
{
    return QCoreApplication::translate(
        "naryad::sync", "The mirror file was damaged. It has been set aside and is being filled anew.");
}

} // namespace

EngineCore::EngineCore(Account account, const QString &key, const Clock &clock, EngineOptions options)
    : m_account(std::move(account))
    , m_key(key)
    , m_clock(clock)
    , m_options(options)
{
    redactFromLog(m_key);
}

EngineCore::~EngineCore() = default;

Result<void> EngineCore::open()
{
    yieldToTheScreen();
    const QDir folder(m_account.folder);
    auto journal = store::Journal::open(folder.filePath(QStringLiteral("journal.db")), m_clock);
    if (!journal)
        return tl::unexpected(journal.error());
    auto mirror = store::Mirror::open(folder.filePath(QStringLiteral("mirror.db")));
    if (!mirror)
        return tl::unexpected(mirror.error());
    m_journal = std::move(*journal);
    m_mirror = std::move(*mirror);
    if (m_journal->wasDamaged()) {
        m_notices.append(QCoreApplication::translate(
            "naryad::sync",
            "The journal file was damaged. It has been set aside, and what its text copy tells was restored. "
            "Check the Outbox."));
    }
    if (m_mirror->wasRebuilt()) {
        m_notices.append(rebuiltNotice());
    }

    api::Limits limits;
    limits.stall = m_options.stall;
    limits.total = m_options.total;
    m_callTimes = std::make_unique<JournalCallTimes>(*m_journal);
    m_services = std::make_unique<Services>(
        api::Endpoint{m_account.base, m_key}, AccountZone(m_account.zoneId), m_clock, limits, *m_callTimes);
    m_services->reads.setRequestsPerSecond(m_options.requestsPerSecond);
    m_overlay = std::make_unique<JournalOverlay>(*m_mirror, *m_journal);
    m_puller = std::make_unique<Puller>(*m_services, *m_mirror, m_clock);
    m_courier
        = std::make_unique<Courier>(*m_services, *m_mirror, *m_journal, *m_overlay, m_clock, limits.total);
    m_batcher = std::make_unique<ChangeBatcher>(m_clock);
    m_health = std::make_unique<MirrorHealth>(folder.filePath(QStringLiteral("mirror.db")), m_clock);
    wire();
    return {};
}

/// What takes its time with a long journal. Until it is done the screens read the rows of the last run.
void EngineCore::begin()
{
    if (auto rebuilt = m_overlay->rebuild(); !rebuilt) {
        // What was said is on disk, but not in order here: nothing of it goes out.
        m_storageError = rebuilt.error();
        m_courier->stop();
    }
    m_health->begin(m_mirror->wasBrokenOff());
    MirrorChange change;
    change.taskListChanged = true;
    change.journalChanged = true;
    m_batcher->note(change);
    if (const auto last = m_mirror->meta(QStringLiteral("last.success")); last && !last->isEmpty())
        m_state.lastSuccess = QDateTime::fromSecsSinceEpoch(last->toLongLong(), Qt::UTC);
    tellState();
    wantCardsOfLastRun();
    // Without a key there is nothing to ask yet: setKey() begins.
    m_courier->setPaused(m_key.isEmpty());
    if (m_options.autoStart && !m_key.isEmpty()) {
        m_courier->wake();
        look(Lists::Due);
    }
}

/// What the service said can be had again; what was said here is in the journal.
void EngineCore::onMirrorDamaged()
{
    m_puller->stop();
    auto renewed = m_mirror->rebuild();
    if (renewed)
        renewed = m_overlay->rebuild();
    if (!renewed) {
        m_storageError = renewed.error();
        tellState();
        return;
    }
    // What is not mirrored yet must not look like a company without tasks.
    m_state.lastSuccess = {};
    Q_EMIT mirrorReplaced(rebuiltNotice());
    MirrorChange change;
    change.taskListChanged = true;
    change.listsChanged = true;
    change.journalChanged = true;
    m_batcher->note(change);
    m_batcher->flush();
    look(Lists::All);
}

void EngineCore::wire()
{
    connect(m_health.get(), &MirrorHealth::damaged, this, &EngineCore::onMirrorDamaged);
    connect(m_batcher.get(), &ChangeBatcher::changed, this, &EngineCore::mirrorChanged);
    connect(m_puller.get(), &Puller::progressed, this, &EngineCore::tellStateSoon);
    connect(m_puller.get(), &Puller::tasksRead, this, &EngineCore::onTasksRead);
    connect(m_puller.get(), &Puller::resultTold, this, [this](const NamedRef &result) {
        // Most say one of a few: the journal is asked once for each.
        if (m_resultsTold.contains(result.id))
            return;
        if (m_journal->learnResult(result))
            m_resultsTold.insert(result.id);
    });
    connect(
        m_puller.get(), &Puller::wordTold, this, [this](DictionaryKind kind, const NamedRef &word) {
            const QString told = toName(kind) + u':' + word.id + u':' + word.name;
            if (!m_wordsTold.contains(told) && m_journal->learnWord(kind, word))
                m_wordsTold.insert(told);
        });
    connect(m_puller.get(), &Puller::listsRead, this, [this] {
        MirrorChange change;
        change.listsChanged = true;
        m_batcher->note(change);
    });
    connect(m_puller.get(), &Puller::finished, this, &EngineCore::onLookFinished);
    connect(m_puller.get(), &Puller::lookedAt, this, &EngineCore::onLookedAt);
    connect(
        m_puller.get(), &Puller::taskWalkEnded, this,
        [this] {
            if (isOpen() && m_once == Once::Walking && !m_puller->isWalkingTasks())
                finishOnce();
        },
        Qt::QueuedConnection);
    connect(m_courier.get(), &Courier::settled, this, [this](CommandId id, const MirrorChange &change) {
        m_storageError.reset();
        // Before the change is told: who reads it then finds the result there.
        noteResult(id);
        m_batcher->note(change);
        tellState();
    });
    connect(m_courier.get(), &Courier::lineTold, this, &EngineCore::onLine);
    connect(m_courier.get(), &Courier::objectChanged, this, &EngineCore::onObjectChanged);
    connect(m_courier.get(), &Courier::storageFailed, this, [this](const Error &error) {
        m_storageError = error;
        tellState();
    });
    connect(m_courier.get(), &Courier::mirrorFailed, this, [this](const Error &error) {
        m_mirrorError = error;
        tellState();
    });
    connect(m_courier.get(), &Courier::idle, this, &EngineCore::onSent, Qt::QueuedConnection);
}

/// All that could be sent of `syncOnce()` has been; now the changes come in.
void EngineCore::onSent()
{
    if (!isOpen() || m_once != Once::Sending || !m_courier->isIdle())
        return;
    m_once = Once::Reading;
    if (m_keyRefused)
        finishOnce();
    else
        look(Lists::All);
}

void EngineCore::shutDown()
{
    if (!isOpen())
        return;
    m_courier->stop();
    ++m_lookTimer;
    if (m_courier->isSending()) {
        QEventLoop loop;
        connect(m_courier.get(), &Courier::idle, &loop, &QEventLoop::quit);
        QTimer::singleShot(LastWriteWait, &loop, &QEventLoop::quit);
        loop.exec();
    }
    m_puller->stop();
    m_health.reset();
    for (auto *waiters : {&m_onceWaiters, &m_nextOnceWaiters}) {
        for (const auto &waiter : *waiters)
            waiter->finish();
        waiters->clear();
    }
    // The channels go first, while those who wait for them still live: what was on its way is told as given
    // up.
    disconnect(m_courier.get(), nullptr, this, nullptr);
    disconnect(m_puller.get(), nullptr, this, nullptr);
    m_services.reset();
    m_callTimes.reset();
    m_courier.reset();
    m_puller.reset();
    m_overlay.reset();
    m_mirror.reset();
    m_journal.reset();
}

void EngineCore::look(Lists lists)
{
    if (m_keyRefused)
        return;
    m_everLooked = true;
    // Reading much takes longer than that, and what changes meanwhile shows up all the same. The look's end
    // plans anew.
    if (m_options.autoStart)
        lookLater(m_options.lookEvery);
    m_puller->look(lists);
}

void EngineCore::lookLater(std::chrono::milliseconds delay)
{
    const quint64 timer = ++m_lookTimer;
    m_clock.after(delay, this, [this, timer] {
        if (timer == m_lookTimer && isOpen())
            look(Lists::Due);
    });
}

void EngineCore::refresh()
{
    m_courier->forgetBackoff();
    look(Lists::OnRequest);
}

void EngineCore::setPaused(bool paused)
{
    if (paused == m_puller->isPaused())
        return;
    m_puller->setPaused(paused);
    if (paused)
        m_progress.clear();
    else
        look(Lists::Due);
    tellState();
}

void EngineCore::onTasksRead(const QStringList &ids, const MirrorChange &change)
{
    MirrorChange all = change;
    const auto laid = m_overlay->tasksRead(ids);
    if (laid) {
        all.tasks += laid->tasks;
        all.moved += laid->moved;
    } else {
        m_mirrorError = laid.error();
    }
    m_batcher->note(all);
}

void EngineCore::onLine(const std::optional<Error> &error)
{
    if (!error) {
        m_offline = false;
    } else if (error->kind == ErrorKind::KeyRefused) {
        m_keyRefused = true;
        m_state.lastError = error;
    } else if (error->kind == ErrorKind::NotSent || error->kind == ErrorKind::Offline) {
        m_offline = true;
        m_state.lastError = error;
    }
    tellState();
}

void EngineCore::onLookFinished()
{
    const std::optional<Error> error = m_puller->error();
    const bool stopped = error && stopsAsking(*error);
    const bool hadSucceeded = m_state.lastSuccess.isValid();
    m_state.lastError = error;
    m_offline = error && (error->kind == ErrorKind::Offline || error->kind == ErrorKind::TimedOut);
    if (error && error->kind == ErrorKind::KeyRefused) {
        m_keyRefused = true;
        m_courier->setPaused(true);
    }
    if (!stopped) {
        m_offlineTries = 0;
        const QDateTime now = m_clock.now();
        // One task or card that can't be read is told, but the rest is up to date.
        if (m_puller->isFeedRead())
            m_state.lastSuccess = now;
        const auto written = m_mirror->setMeta(
            QStringLiteral("last.success"), QString::number(m_state.lastSuccess.toSecsSinceEpoch()));
        m_mirrorError = written ? std::nullopt : std::optional(written.error());
        // The line is there again: what waited for it goes at once.
        m_courier->forgetBackoff();
    }
    m_batcher->flush();
    tellState();
    if (m_options.autoStart && !m_keyRefused) {
        std::chrono::milliseconds delay = m_options.lookEvery;
        if (stopped) {
            ++m_offlineTries;
            delay = std::min(delay, std::chrono::milliseconds(2000) * (1 << std::min(m_offlineTries, 5)));
            delay = std::max(delay, std::chrono::milliseconds(error->retryAfter));
        }
        lookLater(delay);
    }
    const bool walks = !stopped && m_puller->isFeedRead() && !m_puller->isPaused()
        && (m_options.autoStart || (m_once == Once::Reading && hadSucceeded));
    if (walks)
        m_puller->walkTasks(m_options.walkTasksEvery);
    if (m_once == Once::Reading && m_puller->isWalkingTasks())
        m_once = Once::Walking;
    else if (m_once == Once::Reading)
        finishOnce();
}

/// It tells of the line, but not that the mirror is up to date, and the next look comes when it would have.
void EngineCore::onLookedAt()
{
    const std::optional<Error> error = m_puller->error();
    if (error && error->kind == ErrorKind::KeyRefused) {
        m_keyRefused = true;
        m_courier->setPaused(true);
    }
    if (error)
        m_state.lastError = error;
    if (error && (error->kind == ErrorKind::Offline || error->kind == ErrorKind::TimedOut))
        m_offline = true;
    else if (!error || !stopsAsking(*error))
        m_offline = false;
    tellState();
}

void EngineCore::setKey(const QString &key)
{
    redactFromLog(key);
    m_services->setKey(key);
    m_keyRefused = false;
    m_state.lastError.reset();
    m_courier->setPaused(false);
    // What was asked with the former key may have been refused already: its end would say so of this one.
    m_puller->stop();
    look(Lists::Due);
    tellState();
}

void EngineCore::tellStateSoon()
{
    if (m_tellPlanned)
        return;
    m_tellPlanned = true;
    m_clock.after(TellEvery, this, [this] {
        m_tellPlanned = false;
        if (isOpen())
            tellState();
    });
}

void EngineCore::tellState()
{
    SyncState state = m_state;
    if (const auto counts = m_mirror->counts()) {
        state.tasksKnown = counts->tasks;
        state.detailsMissing = counts->detailsMissing;
    }
    state.waiting = m_overlay->count({CommandState::Held, CommandState::Waiting, CommandState::Sending});
    state.unsure = m_overlay->count({CommandState::Unsure});
    state.refused = m_overlay->count({CommandState::Refused});
    state.unsureForUser = m_overlay->unsureForUserCount();
    state.conflicts = m_overlay->conflictCount();
    state.listRequests = m_puller->listRequests();
    state.witnessRequests = m_puller->witnessRequests();
    state.requests = m_services->requestCount() - state.listRequests - state.witnessRequests;
    state.paused = m_puller->isPaused();
    state.tasksListed = m_puller->tasksListed();
    state.minutesLeft = -1;
    // Nobody knows how long it takes where nothing comes in.
    if (state.detailsMissing > 0 && !state.paused && m_puller->isBusy()) {
        m_progress.note(m_puller->detailsFetched(), m_clock.now());
        state.minutesLeft = m_progress.minutesFor(state.detailsMissing);
    }
    state.details = m_puller->detailsFetched();
    state.sent = m_courier->sentCount();
    state.step = m_puller->step();
    state.done = m_puller->done();
    state.total = m_puller->total();
    if (m_mirrorError)
        state.lastError = m_mirrorError;
    if (m_storageError)
        state.lastError = m_storageError;
    if (m_keyRefused)
        state.phase = SyncState::Phase::KeyRefused;
    else if (m_offline)
        state.phase = SyncState::Phase::Offline;
    else if (m_puller->isBusy())
        state.phase = SyncState::Phase::Syncing;
    else if (state.lastError)
        state.phase = SyncState::Phase::Trouble;
    else
        state.phase = m_everLooked ? SyncState::Phase::Online : SyncState::Phase::Starting;
    if (m_stateTold && state == m_state)
        return;
    m_stateTold = true;
    m_state = state;
    Q_EMIT stateChanged(m_state);
}

} // namespace naryad::sync
