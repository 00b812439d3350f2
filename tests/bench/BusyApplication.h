#pragma once

#include <QApplication>

namespace naryad::bench {

/// An application that knows how long its GUI thread was at work on events.
class BusyApplication : public QApplication
{
public:
    using QApplication::QApplication;

    /// Milliseconds spent on events of the GUI thread since it was last asked; what is being handled at this
    /// very moment counts up to here. 0 where the application is another one.
    static double takeBusyMs();

    bool notify(QObject *receiver, QEvent *event) override;

private:
    double m_busy = 0;
    double m_since = 0; ///< of the event that is being handled
    bool m_handling = false;
};

} // namespace naryad::bench
