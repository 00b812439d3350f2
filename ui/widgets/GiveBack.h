#pragma once

#include <QDialog>

namespace naryad::ui {

/// What is typed right after a window has closed is meant for the one behind it. The window manager gives
/// that the keyboard only after a while, and until then keys would go nowhere: so it is asked for at once.
inline void giveKeyboardBack(const QDialog &closed)
{
    QWidget *behind = closed.parentWidget() ? closed.parentWidget()->window() : nullptr;
    if (behind && behind->isVisible() && !behind->isMinimized())
        behind->activateWindow();
}

} // namespace naryad::ui
