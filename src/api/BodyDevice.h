#pragma once

#include <QByteArray>
#include <QIODevice>

namespace naryad::api {

/// The body of one write, readable once and from the front only.
///
/// Qt repeats a request by itself when the connection breaks, unless its body can't be rewound: this device
/// can't. What was taken of it also tells whether a failed write can have reached the service at all.
class BodyDevice final : public QIODevice
{
    Q_OBJECT
public:
    explicit BodyDevice(QByteArray body, QObject *parent = nullptr);

    /// Bytes handed out so far. 0 = surely nothing of the body left this computer.
    qint64 taken() const { return m_taken; }

    bool isSequential() const override { return true; }
    bool seek(qint64) override { return false; } ///< also what a rewinding calls; a refusal is no news
    bool atEnd() const override { return m_taken >= m_body.size(); }
    qint64 bytesAvailable() const override { return m_body.size() - m_taken; }

protected:
    qint64 readData(char *data, qint64 maxSize) override;
    qint64 writeData(const char *data, qint64 size) override;

private:
    const QByteArray m_body;
    qint64 m_taken = 0;
};

} // namespace naryad::api
