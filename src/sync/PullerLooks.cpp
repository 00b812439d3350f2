#include "Puller.h"

#include <algorithm>

/// What is read out of turn, because the user looks at it or has changed it, and how far all of it is.
namespace naryad::sync {

namespace {

constexpr qint64 LookAgainSeconds = 20;

} // namespace

void Puller::lookAtTask(const QString &id)
{
    if (id.isEmpty() || m_inFlight.contains(id))
        return;
    const QDateTime last = m_lookedAt.value(id);
    if (last.isValid() && last.secsTo(m_clock.now()) < LookAgainSeconds)
        return;
    if (!m_running) {
        m_running = true;
        m_error.reset();
        m_failed.clear();
    }
    holdWalk();
    // Usn 0: a mark the feed has set stays, so nothing named meanwhile is lost.
    askTask({id, 0}, true);
    ++m_stepTotal;
}

void Puller::lookAtContractor(const QString &id)
{
    m_lists.lookAtContractor(id);
}

void Puller::lookAtTemplate(const QString &id)
{
    m_lists.lookAtTemplate(id);
}

void Puller::lookAtEquipment(const QString &id)
{
    m_lists.lookAtEquipment(id);
}

void Puller::taskChanged(const QString &id)
{
    // An answer that is not written yet is as old as one on its way.
    m_fetchedBatch.removeIf([&id](const Fetched &fetched) { return fetched.task.value.id == id; });
    if (m_inFlight.contains(id))
        m_overtaken.insert(id);
    if (auto wanted = m_mirror.wantTask(id); !wanted)
        storageFailed(wanted.error());
}

void Puller::cardChanged(ObjectKind kind, const QString &id)
{
    switch (kind) {
    case ObjectKind::Contractor:
        return m_lists.readAgain(store::CardKind::Contractor, id);
    case ObjectKind::Template:
        return m_lists.readAgain(store::CardKind::Template, id);
    case ObjectKind::Equipment:
        return m_lists.readAgain(store::CardKind::Equipment, id);
    case ObjectKind::TemplateField:
        return m_lists.readFieldAgain(id);
    default:
        return;
    }
}

void Puller::listChanged(ObjectKind kind)
{
    m_lists.readListAgain(kind);
}

SyncState::Step Puller::step() const
{
    if (!m_inFlight.isEmpty() || (!m_queue.isEmpty() && !m_paused))
        return SyncState::Step::Details;
    if (m_feedRunning)
        return SyncState::Step::Feed;
    if (m_lists.isBusy())
        return SyncState::Step::Lists;
    return SyncState::Step::None;
}

int Puller::done() const
{
    return step() == SyncState::Step::Lists ? m_lists.done() : m_stepDone;
}

int Puller::total() const
{
    return step() == SyncState::Step::Lists ? m_lists.total() : std::max(m_stepTotal, m_stepDone);
}

} // namespace naryad::sync
