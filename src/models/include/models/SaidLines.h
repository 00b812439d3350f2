#pragma once

#include "core/AccountZone.h"
#include "core/Commands.h"

#include <QStringList>

namespace naryad::models {

/// What a command says, a line for each part: what the user typed, for reading and copying.
QStringList saidLines(const Command &command, const AccountZone &zone);

} // namespace naryad::models
