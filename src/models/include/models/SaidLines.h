#pragma once

#include "core/AccountZone.h"
#include "core/Commands.h"

#include <QStringList>

namespace naryad::models {

/// What a command says, a line for each part: what the user typed, for reading and copying; of an update only
/// what it changes, as far as it is known what it was.
QStringList saidLines(const Command &command, const AccountZone &zone);

} // namespace naryad::models
