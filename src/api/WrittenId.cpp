#include "WrittenId.h"

#include "JsonRead.h"

namespace naryad::api {

QString readWrittenId(const QByteArray &body)
{
    const Result<Json> root = parseAnswer(body);
    return root ? readId(*root) : QString();
}

} // namespace naryad::api
