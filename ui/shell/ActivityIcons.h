#pragma once

#include <QIcon>

namespace naryad::ui {

enum class ActivityPicture {
    Tasks,
    Contractors,
    Templates,
    Equipment,
    Outbox,
    Caller, ///< a telephone's receiver
    Offline, ///< a ring with a stroke through it
    KeyRefused, ///< a cross in a square
    Trouble, ///< a triangle with a mark of exclamation
};

/// A line drawing in the palette's own text colour, sharp at any size and scale, right in dark palettes too.
QIcon activityIcon(ActivityPicture picture);

} // namespace naryad::ui
