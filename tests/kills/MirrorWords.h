#pragma once

#include <QString>

namespace naryad::test {

/// All that a mirror tells of the service, in an order of its own: two that tell the same are equal. Rows'
/// numbers, what has gone and what this computer laid over it are left out. Empty: it can't be read.
QString mirrorWords(const QString &folder);

} // namespace naryad::test
