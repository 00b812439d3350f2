#pragma once

#include "Company.h"
#include "Wire.h"

namespace naryad::sandbox {

/// A field as get-template-field tells it.
QJsonObject fieldJson(const StoredField &field);

/// A template as get-template tells it; where `full`, with the section of each row, which the sample lacks.
QJsonObject templateJson(const Company &company, const StoredTemplate &made, bool full);

} // namespace naryad::sandbox
