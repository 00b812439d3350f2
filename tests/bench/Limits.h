#pragma once

#include <QString>

namespace naryad::bench {

/// Why a figure's goal is not met: what its limit is. `name` tells one line of a bench from another (a
/// class, a column, a part); a bench's own text where there is none for the line.
QString limitText(const QString &bench, const QString &name);

} // namespace naryad::bench
