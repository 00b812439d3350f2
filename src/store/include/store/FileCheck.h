#pragma once

#include "core/Result.h"

#include <QString>

#include <functional>

namespace naryad::store {

/// Looks through a database file on a connection of its own, which takes seconds for a large one; for a
/// thread that has the time. Errors: Storage with the cause Damaged; Cancelled once `givenUp` says so.
Result<void> checkFile(const QString &path, const std::function<bool()> &givenUp);

/// Damage was met in it: it is set aside at the next opportunity.
void markSuspect(const QString &path);
bool isSuspect(const QString &path);

} // namespace naryad::store
