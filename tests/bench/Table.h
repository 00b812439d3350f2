#pragma once

#include "Figure.h"

namespace naryad::bench {

/// The JSON lines of a run as the text of docs/performance.md: what was measured on, a line a figure with
/// its floor and goal, and of each that is not met what its limit is.
QString performanceText(const Lines &figures);

/// Reads the lines of these files, a later one of the same figure in the place of an earlier one, and writes
/// the text ("-": to standard output). The exit status.
int writeTable(const QString &file, const QStringList &lineFiles);

} // namespace naryad::bench
