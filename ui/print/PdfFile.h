#pragma once

#include "core/Result.h"

#include <QString>

#include <functional>

class QPdfWriter;

namespace naryad::ui {

/// Writes a PDF as a whole or not at all: `paint` sets its pages and fills them. Errors: BadInput where the
/// file is there and not `overwrite`; Storage, with the file's own words. Waits for the disk.
Result<void> writePdfFile(
    const QString &title, const QString &file, bool overwrite,
    const std::function<void(QPdfWriter &)> &paint);

} // namespace naryad::ui
