#include "WrittenId.h"

#include "JsonRead.h"

#include <algorithm>

namespace naryad::api {

QString readWrittenId(const QByteArray &body)
{
    const Result<Json> root = parseAnswer(body);
    const QString id = root ? readId(*root) : QString();
    // Words in the place of an id ("try later") are no id, and no proof that anything was done.
    const bool number = std::all_of(id.begin(), id.end(), [](QChar c) { return c >= u'0' && c <= u'9'; });
    return number ? id : QString();
}

} // namespace naryad::api
