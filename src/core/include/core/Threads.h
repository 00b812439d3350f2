#pragma once

namespace naryad {

/// Makes the thread that calls it give way to the one that draws, for good. Linux: nicer by 10 for this thread;
/// Windows: below normal; macOS: utility class; elsewhere it does nothing.
void yieldToTheScreen();

} // namespace naryad
