#pragma once

#include "core/Commands.h"
#include "core/Task.h"

namespace naryad {

/// The body that says again what a task is, to change a part of it: what the answer left out stays not known.
/// Whether it is a draft is not in it.
TaskBody taskBodyOf(const Task &task);

} // namespace naryad
