#include "Prepare.h"

namespace naryad::api {

WriteRequest prepare(const char *command, const QByteArray &body)
{
    return {QString::fromLatin1(command), {}, body};
}

WriteRequest prepareFor(const char *command, const QString &id, const QByteArray &body)
{
    WriteRequest request = prepare(command, body);
    request.query.addQueryItem(QStringLiteral("id"), id);
    return request;
}

} // namespace naryad::api
