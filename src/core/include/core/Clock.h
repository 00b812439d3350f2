#pragma once

#include <QDateTime>
#include <QObject>

#include <chrono>
#include <functional>

namespace naryad {

/// Time as a dependency: nothing in the program asks the system for the time or starts a timer by itself
/// where a test must be able to move it. Thread: any; implementations are stateless or lock.
class Clock
{
public:
    virtual ~Clock() = default;

    /// Now, in UTC.
    virtual QDateTime now() const = 0;

    /// Runs `call` once in `context`'s thread after `delay`, unless `context` dies first.
    /// Call it from `context`'s own thread.
    virtual void
    after(std::chrono::milliseconds delay, QObject *context, std::function<void()> call) const = 0;
};

class SystemClock final : public Clock
{
public:
    QDateTime now() const override;
    void after(std::chrono::milliseconds delay, QObject *context, std::function<void()> call) const override;
};

} // namespace naryad
