#pragma once

#include "core/Error.h"

namespace naryad::sync {

/// True for failures that mean "no use in asking for more now": no line, no key, told to wait.
bool stopsAsking(const Error &error);

} // namespace naryad::sync
