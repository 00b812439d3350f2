#pragma once

#include <QIcon>
#include <QPalette>
#include <QString>

namespace naryad::ui {

/// A square of a template's colour with an edge that tells it from the ground; crossed out where it has none.
QIcon swatch(const QString &colour, const QPalette &palette);

} // namespace naryad::ui
