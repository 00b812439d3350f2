#pragma once

#include <QBitArray>
#include <QString>

#include <optional>

namespace naryad::ui {

/// A QR code as its modules, without the quiet zone around it.
struct QrCode
{
    int width = 0; ///< modules a side
    QBitArray modules; ///< row by row; set: dark

    bool isDark(int x, int y) const { return modules.testBit(y * width + x); }
};

/// The code of a text (UTF-8, a quarter of it may be unreadable); nothing where it is empty or does not fit
/// into one.
std::optional<QrCode> qrCodeOf(const QString &text);

} // namespace naryad::ui
