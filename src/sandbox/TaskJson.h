#pragma once

#include "Company.h"
#include "Wire.h"

namespace naryad::sandbox {

/// A task as get-task tells it; where `full`, with what the document's sample lacks.
QJsonObject taskJson(const Company &company, const StoredTask &task, bool full);

/// "2021-10-29T09:48:36Z", or null.
QJsonValue isoTime(const QDateTime &time);

} // namespace naryad::sandbox
