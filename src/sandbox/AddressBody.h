#pragma once

#include "Stored.h"
#include "Strict.h"

namespace naryad::sandbox {

/// `address`, `addressPorch`, … as tasks and contractors have them; where `snake` is set, `address_porch`, …
/// as subdivisions do. Without lat and lon the place may be found by the address (Options::geocode).
void readAddress(Strict &in, Address &address, bool isSnake, const Options &options);

} // namespace naryad::sandbox
