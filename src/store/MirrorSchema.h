#pragma once

#include "Db.h"

namespace naryad::store {

const QVector<SchemaStep> &mirrorSchema();

} // namespace naryad::store
