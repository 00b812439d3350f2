#include "QrCode.h"

#include <qrencode.h>

#include <memory>

namespace naryad::ui {

std::optional<QrCode> qrCodeOf(const QString &text)
{
    const QByteArray bytes = text.toUtf8();
    if (bytes.isEmpty())
        return std::nullopt;
    const std::unique_ptr<QRcode, void (*)(QRcode *)> made(
        QRcode_encodeData(
            static_cast<int>(bytes.size()), reinterpret_cast<const unsigned char *>(bytes.constData()), 0,
            QR_ECLEVEL_Q),
        QRcode_free);
    if (!made)
        return std::nullopt;
    QrCode code;
    code.width = made->width;
    code.modules.resize(code.width * code.width);
    for (int i = 0; i < code.modules.size(); ++i)
        code.modules.setBit(i, (made->data[i] & 1) != 0);
    return code;
}

} // namespace naryad::ui
