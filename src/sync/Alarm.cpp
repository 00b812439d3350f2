#include "Alarm.h"

#include <algorithm>

using namespace std::chrono_literals;

namespace naryad::sync {

Alarm::Alarm(const Clock &clock, QObject *owner, std::function<void()> ring)
    : m_clock(clock)
    , m_owner(owner)
    , m_ring(std::move(ring))
{}

void Alarm::setFor(const QDateTime &due)
{
    if (m_due.isValid() && m_due <= due)
        return;
    m_due = due;
    const auto wait = std::chrono::milliseconds(std::max<qint64>(0, m_clock.now().msecsTo(due)));
    m_clock.after(wait + 10ms, m_owner, [this, due] {
        if (m_due != due)
            return;
        m_due = {};
        m_ring();
    });
}

} // namespace naryad::sync
