#pragma once

namespace naryad::app {

/// Keeps the key out of core dumps and other processes' reach, as far as the system offers it.
/// Linux: not dumpable, no core file. macOS: no core file. Windows: nothing of the kind is needed or offered.
void hardenProcess();

} // namespace naryad::app
