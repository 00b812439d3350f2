#include "BodyDevice.h"

#include <algorithm>
#include <cstring>

namespace naryad::api {

BodyDevice::BodyDevice(QByteArray body, QObject *parent)
    : QIODevice(parent)
    , m_body(std::move(body))
{
    // Unbuffered: a buffer of QIODevice's own would make "taken" run ahead of the wire.
    open(QIODevice::ReadOnly | QIODevice::Unbuffered);
}

qint64 BodyDevice::readData(char *data, qint64 maxSize)
{
    const qint64 count = std::min(maxSize, static_cast<qint64>(m_body.size()) - m_taken);
    if (count <= 0)
        return maxSize == 0 ? 0 : -1;
    std::memcpy(data, m_body.constData() + m_taken, static_cast<size_t>(count));
    m_taken += count;
    return count;
}

qint64 BodyDevice::writeData(const char *, qint64)
{
    return -1;
}

} // namespace naryad::api
