#pragma once

#include "core/Commands.h"

#include <QString>

namespace naryad::ui {

/// A create said in front of the form's own command, under a token by which that speaks of what it makes.
struct SaidFirst
{
    QString token; ///< a UUID
    Command command;
};

} // namespace naryad::ui
