#include "ManualClock.h"

#include <QMutexLocker>

#include <algorithm>

namespace naryad::test {

ManualClock::ManualClock(QDateTime start)
    : m_now(std::move(start))
{}

QDateTime ManualClock::now() const
{
    QMutexLocker guard(&m_lock);
    return m_now;
}

void ManualClock::after(std::chrono::milliseconds delay, QObject *context, std::function<void()> call) const
{
    QMutexLocker guard(&m_lock);
    m_timers.push_back({m_now.addMSecs(delay.count()), context, std::move(call)});
}

void ManualClock::advance(std::chrono::milliseconds step)
{
    std::vector<Timer> due;
    {
        QMutexLocker guard(&m_lock);
        m_now = m_now.addMSecs(step.count());
        const auto split = std::stable_partition(
            m_timers.begin(), m_timers.end(), [this](const Timer &timer) { return timer.due > m_now; });
        due.assign(std::make_move_iterator(split), std::make_move_iterator(m_timers.end()));
        m_timers.erase(split, m_timers.end());
    }
    std::stable_sort(
        due.begin(), due.end(), [](const Timer &left, const Timer &right) { return left.due < right.due; });
    for (Timer &timer : due) {
        if (timer.context)
            QMetaObject::invokeMethod(timer.context.data(), std::move(timer.call), Qt::QueuedConnection);
    }
}

int ManualClock::pending() const
{
    QMutexLocker guard(&m_lock);
    return static_cast<int>(std::count_if(
        m_timers.begin(), m_timers.end(), [](const Timer &timer) { return !timer.context.isNull(); }));
}

bool ManualClock::jump(std::chrono::milliseconds atMost)
{
    QDateTime next;
    {
        QMutexLocker guard(&m_lock);
        for (const Timer &timer : m_timers) {
            if (timer.context && (!next.isValid() || timer.due < next))
                next = timer.due;
        }
    }
    const auto step
        = std::chrono::milliseconds(next.isValid() ? std::max<qint64>(0, now().msecsTo(next)) : 0);
    if (!next.isValid() || step > atMost)
        return false;
    advance(step);
    return true;
}

} // namespace naryad::test
