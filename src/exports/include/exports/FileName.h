#pragma once

#include "core/Error.h"

#include <QString>

namespace naryad::exports {

/// A file name from text that came from anywhere: no separators of paths, control characters or leading dots,
/// at most 120 bytes of UTF-8 with its suffix; never a name that a system keeps for itself. `suffix` is
/// without its dot.
QString fileName(const QString &text, const QString &suffix);

/// What a user told a dialog, with this suffix (without its dot) where it has another or none: then it is not
/// the name the dialog asked about.
QString withSuffix(const QString &file, const QString &suffix);

/// The error of a file that is there and that nobody said was to be replaced.
Error fileIsThere(const QString &file);

} // namespace naryad::exports
