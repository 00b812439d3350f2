#pragma once

#include <QString>

namespace naryad::exports {

/// A file name from text that came from anywhere: no separators of paths, control characters or leading dots,
/// at most 120 bytes of UTF-8 with its suffix; never a name that a system keeps for itself. `suffix` is
/// without its dot.
QString fileName(const QString &text, const QString &suffix);

} // namespace naryad::exports
