#pragma once

#include "Company.h"
#include "Wire.h"

namespace naryad::sandbox {

/// A contractor as get-contractor tells it.
QJsonObject contractorJson(const Company &company, const StoredContractor &contractor);

/// The dispatcher all is made by.
QJsonObject authorJson(const Company &company);

} // namespace naryad::sandbox
