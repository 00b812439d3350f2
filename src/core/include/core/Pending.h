#pragma once

#include "core/CommandEntry.h"
#include "core/Task.h"

namespace naryad {

/// What a command is to the thing it is about.
PendingState pendingOf(CommandState state);

/// How much it needs the user, from 0 on: what waits for him stands before what merely takes its time.
int urgency(PendingState state);

} // namespace naryad
