#include "core/Clock.h"

#include <QTimer>

namespace naryad {

QDateTime SystemClock::now() const
{
    return QDateTime::currentDateTimeUtc();
}

void SystemClock::after(std::chrono::milliseconds delay, QObject *context, std::function<void()> call) const
{
    QTimer::singleShot(delay, context, std::move(call));
}

} // namespace naryad
