#include "TaskWitness.h"

#include "core/Log.h"

#include <algorithm>

using namespace std::chrono_literals;

namespace naryad::sync {

namespace {

constexpr std::chrono::seconds Every = 30min;
constexpr qsizetype EventRows = 100;

QString lastKey()
{
    return QStringLiteral("taskupdates.last");
}

/// Where the feed stood at the last call that caught up; empty while none has.
QString usnKey()
{
    return QStringLiteral("taskupdates.usn");
}

} // namespace

TaskWitness::TaskWitness(Services &services, store::Mirror &mirror, const Clock &clock, QObject *parent)
    : QObject(parent)
    , m_services(services)
    , m_mirror(mirror)
    , m_clock(clock)
{}

void TaskWitness::askIfDue()
{
    const auto before = m_services.times.lastTaskUpdates();
    const auto last = m_mirror.meta(lastKey());
    const auto usn = m_mirror.taskUsn();
    if (m_inFlight || !before || !last || !usn)
        return;
    const std::chrono::seconds least = m_asked && !m_behind ? Every : api::TaskUpdatesEvery;
    if (before->isValid() && before->secsTo(m_clock.now()) < least.count() && *before <= m_clock.now())
        return;
    m_asked = true;
    m_inFlight = true;
    ++m_requests;
    const std::optional<qint64> lastId
        = last->isEmpty() ? std::nullopt : std::optional<qint64>(last->toLongLong());
    const quint64 generation = m_generation;
    m_services.updates.taskUpdates(lastId).then(
        this, [this, generation, lastId, usn = *usn](const Result<QVector<api::TaskEvent>> &answer) {
            if (generation == m_generation)
                onAnswer(lastId, usn, answer);
        });
}

void TaskWitness::onAnswer(
    std::optional<qint64> last, qint64 usn, const Result<QVector<api::TaskEvent>> &answer)
{
    m_inFlight = false;
    if (!answer) {
        qCInfo(lcSync) << "get-taskupdates:" << toName(answer.error().kind) << answer.error().httpStatus;
        return;
    }
    m_behind = answer->size() >= EventRows;
    const QString since = m_mirror.meta(usnKey()).value_or(QString());
    QStringList ids;
    qint64 newest = last.value_or(0);
    for (const api::TaskEvent &event : *answer) {
        newest = std::max(newest, event.id);
        if (!ids.contains(event.taskId))
            ids.append(event.taskId);
    }
    // Events say no time. Until the first call that caught up they may be a week old, and what is mirrored
    // has been read since; from then on all happened after that call, and a feed that does its work has
    // named each task at a higher usn than it had then.
    if (!since.isEmpty()) {
        if (const auto old = m_mirror.tasksNotNamedSince(ids, since.toLongLong()); old && !old->isEmpty())
            Q_EMIT suspects(*old);
    }
    ids.removeIf([this](const QString &id) { return m_mirror.isMirrored(id).value_or(true); });
    if (!ids.isEmpty())
        Q_EMIT unknown(ids);
    auto kept = m_mirror.setMeta(lastKey(), newest == 0 ? QString() : QString::number(newest));
    if (kept && !m_behind)
        kept = m_mirror.setMeta(usnKey(), QString::number(usn));
    if (!kept)
        qCInfo(lcSync) << "get-taskupdates: its place was not kept";
}

} // namespace naryad::sync
