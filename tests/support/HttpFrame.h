#pragma once

#include <QByteArray>
#include <QHash>
#include <QList>
#include <QString>

#include <optional>
#include <utility>

class QTcpSocket;

namespace naryad::test {

/// One whole request as it stood on the wire.
struct HttpRequest
{
    QByteArray method;
    QByteArray target; ///< path and query
    QHash<QByteArray, QByteArray> headers; ///< names in lower case
    QByteArray body;
    QByteArray raw; ///< all of its bytes

    /// The last part of the path: "create-task".
    QString command() const;
};

using HttpHeaders = QList<std::pair<QByteArray, QByteArray>>;

/// The request at the buffer's start once its headers are complete; the body may still be missing.
std::optional<HttpRequest> peekHead(const QByteArray &buffer);

/// Takes one whole request (by Content-Length) off the buffer's start.
std::optional<HttpRequest> takeRequest(QByteArray &buffer);

/// Whether the buffer holds a whole response, by Content-Length or chunks; one with neither ends with its
/// connection, so `closed` completes it.
bool isWholeResponse(const QByteArray &buffer, bool closed);

/// An HTTP/1.1 response with its Content-Length.
QByteArray httpResponse(
    int status, const QByteArray &body, const HttpHeaders &headers = {},
    const QByteArray &contentType = QByteArrayLiteral("application/json"));

/// Closes with a reset instead of a farewell: what the peer has not read yet is lost.
void resetConnection(QTcpSocket &socket);

} // namespace naryad::test
