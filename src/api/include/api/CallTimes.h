#pragma once

#include "core/Result.h"

#include <QDateTime>

namespace naryad::api {

/// When a command that may be asked only so often was asked last. Kept over restarts by whoever implements
/// it, since the service counts on. Thread: the channels'.
class CallTimes
{
public:
    virtual ~CallTimes() = default;

    /// UTC; invalid = never. An error (Storage) forbids the asking as much as a recent time does.
    virtual Result<QDateTime> lastTaskUpdates() const = 0;
    /// On disk when it returns: it is called before the first byte goes out.
    virtual Result<void> setLastTaskUpdates(const QDateTime &moment) = 0;
};

} // namespace naryad::api
