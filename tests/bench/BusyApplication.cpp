#include "BusyApplication.h"

#include "Figures.h"

#include <QThread>

#include <utility>

namespace naryad::bench {

double BusyApplication::takeBusyMs()
{
    auto *self = dynamic_cast<BusyApplication *>(QCoreApplication::instance());
    if (!self)
        return 0;
    const double now = nowMs();
    if (self->m_handling)
        self->m_busy += now - self->m_since;
    self->m_since = now;
    return std::exchange(self->m_busy, 0);
}

bool BusyApplication::notify(QObject *receiver, QEvent *event)
{
    // Events of other threads come here too, and those that an event sends are part of it.
    if (QThread::currentThread() != thread() || m_handling)
        return QApplication::notify(receiver, event);
    m_handling = true;
    m_since = nowMs();
    const bool handled = QApplication::notify(receiver, event);
    m_busy += nowMs() - m_since;
    m_handling = false;
    return handled;
}

} // namespace naryad::bench
