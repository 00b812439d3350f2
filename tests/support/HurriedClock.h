#pragma once

#include "core/Clock.h"

#include <QTimer>

namespace naryad::test {

/// The system's time, but no waiting: what is to run later runs with the next turn of the event loop. For
/// tests where it matters that something is tried again, and not how long the program waits before.
class HurriedClock final : public Clock
{
public:
    QDateTime now() const override { return QDateTime::currentDateTimeUtc(); }
    void after(std::chrono::milliseconds, QObject *context, std::function<void()> call) const override
    {
        QTimer::singleShot(0, context, std::move(call));
    }
};

} // namespace naryad::test
