#pragma once

#include "Company.h"
#include "Strict.h"

namespace naryad::sandbox {

Reply noSuchTask();

/// Whether the value may be written into a field of that kind, and how it is then stored: a list's option may
/// come as {id, name} or as a bare id and is kept as {id, name}. Refuses what may not; `before` is what the
/// field holds.
QJsonValue checkedValue(Strict &in, const StoredField &field, const QJsonValue &before);

/// Reads a whole task body into `task`, which holds what it was before; refuses what breaks a rule.
void readTask(Strict &in, Company &company, StoredTask &task);

} // namespace naryad::sandbox
