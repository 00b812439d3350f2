#pragma once

#include <QKeySequence>

/// Keys that are others on macOS, where the usual ones belong to the system or to other habits.
namespace naryad::ui::keys {

inline QKeySequence refresh()
{
#ifdef Q_OS_MACOS
    return QKeySequence(Qt::CTRL | Qt::Key_R);
#else
    return QKeySequence(Qt::Key_F5);
#endif
}

inline QKeySequence details()
{
#ifdef Q_OS_MACOS
    return QKeySequence(Qt::CTRL | Qt::ALT | Qt::Key_P);
#else
    return QKeySequence(Qt::Key_F8);
#endif
}

} // namespace naryad::ui::keys
