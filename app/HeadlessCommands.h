#pragma once

#include "CommandLine.h"

namespace naryad::app {

/// `naryad connect ADDRESS`: checks the key on standard input and keeps it. Returns the exit status.
int runConnect(const CommandLine &line);

/// `naryad export LIST`: a list of the mirror as a file; needs neither line nor key, and may run beside the
/// window. A JSON summary on standard output. Returns the exit status.
int runExport(const CommandLine &line);

/// `naryad sync`: journal out, changes in; a JSON summary on standard output. Returns the exit status.
int runSync(const CommandLine &line);

} // namespace naryad::app
