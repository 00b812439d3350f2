#pragma once

#include "core/Clock.h"

#include <QMutex>
#include <QPointer>

#include <vector>

namespace naryad::test {

/// A clock that stands still until the test moves it. advance() runs what fell due, each in its context's
/// thread. Thread: any.
class ManualClock final : public Clock
{
public:
    explicit ManualClock(QDateTime start = QDateTime({2026, 11, 24}, {9, 0}, Qt::UTC));

    QDateTime now() const override;
    void after(std::chrono::milliseconds delay, QObject *context, std::function<void()> call) const override;

    void advance(std::chrono::milliseconds step);
    /// Timers not yet due whose context still lives.
    int pending() const;
    /// Moves it to the next timer that is due, and runs what then is. False where there is none so soon.
    bool jump(std::chrono::milliseconds atMost = std::chrono::hours(1000));

private:
    struct Timer
    {
        QDateTime due;
        QPointer<QObject> context;
        std::function<void()> call;
    };
    mutable QMutex m_lock;
    QDateTime m_now;
    mutable std::vector<Timer> m_timers;
};

} // namespace naryad::test
