#pragma once

#include <QIcon>

namespace naryad::ui {

enum class ActivityPicture {
    Tasks,
    Outbox,
};

/// A line drawing in the palette's own text colour, sharp at any size and scale, right in dark palettes too.
QIcon activityIcon(ActivityPicture picture);

} // namespace naryad::ui
