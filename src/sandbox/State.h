#pragma once

#include "Company.h"

namespace naryad::sandbox {

/// Writes what the company is made from and all that clients changed. Replaces the file only once all is
/// written.
Result<void> saveState(Company &company, const QString &file);

/// The saved company, answering as `options` say. Storage error; Damaged where the file is not whole or is
/// none.
Result<std::unique_ptr<Company>> loadState(const Options &options, const QString &file);

} // namespace naryad::sandbox
