#include "EngineCore.h"

#include "core/Serial.h"

#include <algorithm>

using namespace std::chrono_literals;

namespace naryad::sync {

namespace {

constexpr auto LongestHold = 120s;

} // namespace

void EngineCore::syncOnce(std::shared_ptr<QPromise<Result<SyncState>>> promise)
{
    // One that reads already may have read past what this one asks for.
    const bool late = m_once == Once::Reading || m_once == Once::Walking;
    (late ? m_nextOnceWaiters : m_onceWaiters).push_back(std::move(promise));
    if (m_once == Once::No)
        beginOnce();
}

void EngineCore::beginOnce()
{
    m_once = Once::Sending;
    m_courier->forgetBackoff();
    m_courier->releaseHeld();
}

void EngineCore::finishOnce()
{
    m_once = Once::No;
    tellState();
    const auto waiters = std::exchange(m_onceWaiters, {});
    for (const auto &waiter : waiters) {
        waiter->addResult(Result<SyncState>(m_state));
        waiter->finish();
    }
    if (m_nextOnceWaiters.empty() || m_once != Once::No)
        return;
    m_onceWaiters = std::exchange(m_nextOnceWaiters, {});
    beginOnce();
}

void EngineCore::setHold(std::chrono::seconds hold)
{
    m_options.hold = std::clamp(hold, 0s, LongestHold);
}

void EngineCore::setLookEvery(std::chrono::milliseconds every)
{
    m_options.lookEvery = every;
    if (m_options.autoStart && !m_keyRefused)
        lookLater(every);
}

/// With the number this program gives a new task, and with what an update began from, as far as the mirror
/// can tell, where its editor does not say.
Result<Command> EngineCore::completed(const Command &command)
{
    Command whole = command;
    if (auto *create = std::get_if<CreateTask>(&whole); create && create->body.number.isEmpty()) {
        auto number = m_journal->takeTaskNumber();
        if (!number)
            return tl::unexpected(number.error());
        create->body.number = *number;
    }
    auto *update = std::get_if<UpdateTask>(&whole);
    if (update && !update->base && !update->task.isLocal()) {
        const auto mirrored = m_mirror->mirrored(update->task.id);
        if (mirrored && *mirrored && (*mirrored)->task.plannedStart.isKnown())
            update->base = serial::taskBodyFromJson(taskAsBody((*mirrored)->task));
    }
    return whole;
}

Result<CommandId> EngineCore::submitAs(const QString &token, const Command &command)
{
    if (const JournalEntry *said = m_overlay->creating(token)) {
        return said->state == CommandState::Dropped ? Result<CommandId>(fail(ErrorKind::BadInput))
                                                    : Result<CommandId>(said->id);
    }
    return submit(command, {}, token);
}

/// What is chosen for a task of its template the next time: only what the service took, never one it may
/// refuse. A preference: where it can't be kept, nothing is lost.
void EngineCore::noteResult(CommandId id)
{
    const auto entry = m_journal->entry(id);
    const auto *said = entry ? std::get_if<CloseTask>(&entry->command) : nullptr;
    if (!said || entry->state != CommandState::Sent)
        return;
    const CloseTask &close = *said;
    QString templateId;
    if (close.task.isLocal()) {
        const JournalEntry *made = m_overlay->creating(close.task.token);
        const auto *create = made ? std::get_if<CreateTask>(&made->command) : nullptr;
        templateId = create ? create->body.taskTemplate.id : QString();
    } else if (const auto mirrored = m_mirror->mirrored(close.task.id); mirrored && *mirrored) {
        templateId = (*mirrored)->task.taskTemplate.id;
    }
    m_journal->noteResultUsed(templateId, close.result.id);
}

/// What can't be taken back on the service is held for a moment.
store::Intent EngineCore::intentOf(const Command &command) const
{
    if (m_options.hold <= 0s || !isHeldFirst(command))
        return {command};
    return {command, CommandState::Held, m_clock.now().addSecs(m_options.hold.count())};
}

tl::unexpected<Error> EngineCore::notJournalled(const Error &error)
{
    m_storageError = error;
    tellState();
    return tl::unexpected(error);
}

/// From here on it is on disk: whatever else fails, the intention is kept.
void EngineCore::showSaid(const QVector<JournalEntry> &entries)
{
    m_storageError.reset();
    for (const JournalEntry &entry : entries) {
        if (const auto change = m_overlay->update(entry))
            m_batcher->note(*change);
        else
            m_mirrorError = change.error();
    }
    m_batcher->flush();
    m_courier->wake();
    tellState();
}

Result<CommandId> EngineCore::submit(const Command &command, const QString &draftKey, const QString &token)
{
    const auto entry = completed(command).and_then([&](const Command &whole) {
        const store::Intent intent = intentOf(whole);
        return m_journal->append(intent.command, intent.state, draftKey, intent.notBefore, token);
    });
    if (!entry)
        return notJournalled(entry.error());
    showSaid({*entry});
    return entry->id;
}

Result<QVector<CommandId>> EngineCore::submitAll(const QVector<Command> &commands)
{
    QVector<store::Intent> intents;
    for (const Command &command : commands) {
        const auto whole = completed(command);
        if (!whole)
            return notJournalled(whole.error());
        intents.append(intentOf(*whole));
    }
    const auto entries = m_journal->appendAll(intents);
    if (!entries)
        return notJournalled(entries.error());
    showSaid(*entries);
    QVector<CommandId> ids;
    for (const JournalEntry &entry : *entries)
        ids.append(entry.id);
    return ids;
}

Result<void> EngineCore::decide(CommandId id, Decision decision, const QString &objectId)
{
    auto decided = m_courier->decide(id, decision, objectId);
    m_batcher->flush();
    tellState();
    return decided;
}

Result<void> EngineCore::recall(CommandId id)
{
    auto recalled = m_courier->recall(id);
    m_batcher->flush();
    tellState();
    return recalled;
}

Result<CommandId> EngineCore::recallLast()
{
    for (auto id = m_overlay->open().rbegin(); id != m_overlay->open().rend(); ++id) {
        const CommandId last = *id;
        if (m_overlay->entries().at(last).state != CommandState::Held)
            continue;
        return recall(last).map([last] { return last; });
    }
    return fail(ErrorKind::BadInput);
}

void EngineCore::sendBeforeQuitting(
    std::chrono::milliseconds atMost, std::shared_ptr<QPromise<Result<SyncState>>> promise)
{
    const auto answer = [this, promise] {
        if (!isOpen() || promise->future().isFinished())
            return;
        tellState();
        promise->addResult(Result<SyncState>(m_state));
        promise->finish();
    };
    connect(
        m_courier.get(), &Courier::idle, this,
        [this, answer] {
            if (isOpen() && m_courier->isIdle())
                answer();
        },
        Qt::QueuedConnection);
    m_clock.after(atMost, this, answer);
    m_courier->releaseHeld();
}

/// Progress comes with every answer, and counting costs a look through the mirror: a few times a second do.

} // namespace naryad::sync
