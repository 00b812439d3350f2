#pragma once

#include <QDateTime>

#include <algorithm>
#include <chrono>

namespace naryad::api {

/// A budget of so many tokens a second, of which it saves up one second's. Asks no clock itself.
class TokenBucket
{
public:
    /// 0: without bound.
    void setRate(int perSecond, const QDateTime &now)
    {
        m_rate = std::max(0, perSecond);
        m_tokens = m_rate;
        m_filled = now;
    }

    /// Takes one; false where there is none now.
    bool take(const QDateTime &now)
    {
        if (m_rate == 0)
            return true;
        fill(now);
        if (m_tokens < 1)
            return false;
        m_tokens -= 1;
        return true;
    }

    /// Until there is one again, at least a millisecond.
    std::chrono::milliseconds wait(const QDateTime &now)
    {
        if (m_rate == 0)
            return std::chrono::milliseconds(1);
        fill(now);
        const double missing = std::max(0.0, 1 - m_tokens);
        return std::chrono::milliseconds(1 + static_cast<qint64>(missing * 1000 / m_rate));
    }

private:
    void fill(const QDateTime &now)
    {
        // A clock that was set back gives nothing.
        const qint64 passed = std::max<qint64>(0, m_filled.msecsTo(now));
        m_tokens = std::min<double>(m_rate, m_tokens + static_cast<double>(passed) * m_rate / 1000);
        m_filled = now;
    }

    int m_rate = 0;
    double m_tokens = 0;
    QDateTime m_filled;
};

} // namespace naryad::api
