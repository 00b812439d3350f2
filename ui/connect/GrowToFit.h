#pragma once

#include <QLayout>
#include <QWidget>

namespace naryad::ui {

/// Makes a window as high as its words need at its present width; never smaller. Call it on LayoutRequest: a
/// window that is already on the screen is not enlarged by Qt when a message appears in it, and would crush
/// its contents.
inline void growToFit(QWidget *window)
{
    const QLayout *layout = window->layout();
    const int needed = layout->hasHeightForWidth() ? layout->totalHeightForWidth(window->width())
                                                   : layout->totalSizeHint().height();
    if (window->height() < needed)
        window->resize(window->width(), needed);
}

} // namespace naryad::ui
