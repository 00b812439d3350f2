#include "Progress.h"

#include <cmath>

namespace naryad::sync {

namespace {

constexpr qint64 WindowMs = 60000;
constexpr qint64 SampleMs = 1000;
constexpr qint64 LeastMs = 2000; ///< less says nothing yet

} // namespace

void Progress::note(int fetched, const QDateTime &now)
{
    // A clock that was set back, or a long stop: what was measured before says nothing any more.
    if (!m_samples.empty()) {
        const qint64 passed = m_samples.back().first.msecsTo(now);
        if (passed < 0 || passed > WindowMs)
            m_samples.clear();
        else if (passed < SampleMs)
            return;
    }
    m_samples.emplace_back(now, fetched);
    while (m_samples.size() > 2 && m_samples.front().first.msecsTo(now) > WindowMs)
        m_samples.pop_front();
}

int Progress::minutesFor(int missing) const
{
    if (m_samples.size() < 2)
        return -1;
    const auto passed = static_cast<double>(m_samples.front().first.msecsTo(m_samples.back().first));
    const int fetched = m_samples.back().second - m_samples.front().second;
    if (passed < LeastMs || fetched <= 0)
        return -1;
    return static_cast<int>(std::ceil(missing * passed / fetched / 60000));
}

} // namespace naryad::sync
