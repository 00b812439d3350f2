#pragma once

#include "Figure.h"

namespace naryad::bench {

/// One line for each goal, at the greatest number of tasks measured; a goal nothing was measured for says so.
QString summaryText(const Lines &lines);

} // namespace naryad::bench
