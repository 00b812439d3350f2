#pragma once

#include "core/Clock.h"

#include <QDateTime>
#include <QObject>

#include <functional>

namespace naryad::sync {

/// Rings once something is due. An earlier ring serves a later one, too: who is woken sets it again. A member
/// of its owner; thread: the owner's. Never rings after the owner is gone.
class Alarm
{
public:
    Alarm(const Clock &clock, QObject *owner, std::function<void()> ring);
    void setFor(const QDateTime &due);

private:
    const Clock &m_clock;
    QObject *m_owner;
    std::function<void()> m_ring;
    QDateTime m_due; ///< of the timer that is running; invalid: none
};

} // namespace naryad::sync
