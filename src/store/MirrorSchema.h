#pragma once

#include <QStringList>

namespace naryad::store {

/// mirror.db, step by step; a step that has been released is never changed.
const QStringList &mirrorSchema();

} // namespace naryad::store
