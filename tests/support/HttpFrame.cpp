#include "HttpFrame.h"

#include <QTcpSocket>

#ifdef Q_OS_WIN
#include <winsock2.h>
#else
#include <sys/socket.h>
#endif

namespace naryad::test {

namespace {

const QByteArray HeadEnd = QByteArrayLiteral("\r\n\r\n");

QHash<QByteArray, QByteArray> readHeaders(const QByteArray &head)
{
    QHash<QByteArray, QByteArray> headers;
    const QList<QByteArray> lines = head.split('\n');
    for (qsizetype i = 1; i < lines.size(); ++i) {
        const qsizetype colon = lines.at(i).indexOf(':');
        if (colon > 0)
            headers.insert(lines.at(i).left(colon).trimmed().toLower(), lines.at(i).mid(colon + 1).trimmed());
    }
    return headers;
}

QByteArray reason(int status)
{
    static const QHash<int, QByteArray> words{
        {200, "OK"},
        {302, "Found"},
        {307, "Temporary Redirect"},
        {308, "Permanent Redirect"},
        {400, "Bad Request"},
        {401, "Unauthorized"},
        {404, "Not Found"},
        {408, "Request Timeout"},
        {429, "Too Many Requests"},
        {500, "Internal Server Error"},
        {502, "Bad Gateway"},
        {503, "Service Unavailable"}};
    return words.value(status, QByteArrayLiteral("Status"));
}

} // namespace

QString HttpRequest::command() const
{
    const QByteArray path = target.left(target.indexOf('?') < 0 ? target.size() : target.indexOf('?'));
    return QString::fromUtf8(path.mid(path.lastIndexOf('/') + 1));
}

std::optional<HttpRequest> peekHead(const QByteArray &buffer)
{
    const qsizetype end = buffer.indexOf(HeadEnd);
    if (end < 0)
        return std::nullopt;
    const QByteArray head = buffer.left(end);
    const QList<QByteArray> first
        = head.left(head.indexOf('\r') < 0 ? head.size() : head.indexOf('\r')).split(' ');
    HttpRequest request;
    request.method = first.value(0);
    request.target = first.value(1);
    request.headers = readHeaders(head);
    return request;
}

std::optional<HttpRequest> takeRequest(QByteArray &buffer)
{
    std::optional<HttpRequest> request = peekHead(buffer);
    if (!request)
        return std::nullopt;
    const qsizetype headSize = buffer.indexOf(HeadEnd) + HeadEnd.size();
    const qsizetype bodySize = request->headers.value("content-length", "0").toLongLong();
    if (buffer.size() < headSize + bodySize)
        return std::nullopt;
    request->raw = buffer.left(headSize + bodySize);
    request->body = buffer.mid(headSize, bodySize);
    buffer.remove(0, headSize + bodySize);
    return request;
}

bool isWholeResponse(const QByteArray &buffer, bool closed)
{
    const qsizetype end = buffer.indexOf(HeadEnd);
    if (end < 0)
        return false;
    const auto headers = readHeaders(buffer.left(end));
    const QByteArray body = buffer.mid(end + HeadEnd.size());
    if (headers.contains("content-length"))
        return body.size() >= headers.value("content-length").toLongLong();
    if (headers.value("transfer-encoding").toLower() == "chunked")
        return body.endsWith("0\r\n\r\n");
    return closed;
}

QByteArray
httpResponse(int status, const QByteArray &body, const HttpHeaders &headers, const QByteArray &contentType)
{
    QByteArray bytes = "HTTP/1.1 " + QByteArray::number(status) + ' ' + reason(status) + "\r\n";
    bytes += "Content-Type: " + contentType + "\r\n";
    bytes += "Content-Length: " + QByteArray::number(body.size()) + "\r\n";
    for (const auto &[name, value] : headers)
        bytes += name + ": " + value + "\r\n";
    return bytes + "\r\n" + body;
}

void resetConnection(QTcpSocket &socket)
{
    socket.flush();
    ::linger now{};
    now.l_onoff = 1;
    now.l_linger = 0;
#ifdef Q_OS_WIN
    ::setsockopt(
        static_cast<SOCKET>(socket.socketDescriptor()), SOL_SOCKET, SO_LINGER,
        reinterpret_cast<const char *>(&now), sizeof(now));
#else
    ::setsockopt(static_cast<int>(socket.socketDescriptor()), SOL_SOCKET, SO_LINGER, &now, sizeof(now));
#endif
    socket.abort();
}

} // namespace naryad::test
