#pragma once

#include "core/AccountZone.h"
#include "core/Clock.h"
#include "models/Details.h"
#include "sync/CommandDesk.h"

namespace naryad::store {
class Reader;
}

namespace naryad::ui {

/// What the composition root hands to every screen. References outlive the screens. The reader is only
/// passed on to the models a screen makes; screens never call it.
struct Desk
{
    store::Reader &reader;
    models::Details &details;
    sync::CommandDesk &commands;
    const Clock &clock;
    AccountZone zone;
};

} // namespace naryad::ui
