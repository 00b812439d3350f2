#pragma once

#include "Company.h"
#include "Wire.h"

namespace naryad::sandbox {

/// A piece of equipment as get-equipment tells it.
QJsonObject equipmentJson(const Company &company, const StoredEquipment &piece);

} // namespace naryad::sandbox
