#pragma once

#include <QtGlobal>

namespace naryad::bench {

/// What a process has in memory that no file stands behind, in MB.
double anonymousMb(qint64 process);
/// The same of this one.
double anonymousMb();

} // namespace naryad::bench
