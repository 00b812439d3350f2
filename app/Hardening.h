#pragma once

namespace naryad::app {

/// Keeps the key out of core dumps and other processes' reach, and what is written out of other users', as
/// far as the system offers it. Linux: not dumpable, no core file, umask 077. macOS: no core file, umask 077.
/// Windows has no umask: files are as closed as the folder they are made in, and the user's own is.
/// Call it before any file is made and any thread started.
void hardenProcess();

} // namespace naryad::app
