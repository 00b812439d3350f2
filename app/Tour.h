#pragma once

#include "CommandLine.h"

namespace naryad::app {

/// `naryad tour FOLDER`: opens every screen on the demo company and writes a PNG of each. Returns the exit
/// status; says each file on standard output.
int runTour(const CommandLine &line);

} // namespace naryad::app
