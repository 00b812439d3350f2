#pragma once

#include "Commands.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QString>

namespace naryad::sandbox {

/// Rows of a list page of the service.
inline constexpr int PageRows = 10;

inline QString u(const char16_t *text)
{
    return QString::fromUtf16(text);
}

inline QString key(const char *name)
{
    return QString::fromLatin1(name);
}

/// A 200 with any JSON value, bare scalars included.
inline Reply ok(const QJsonValue &value)
{
    const QByteArray array = QJsonDocument(QJsonArray {value}).toJson(QJsonDocument::Compact);
    return {200, array.mid(1, array.size() - 2)};
}

/// The id as a string, as the samples show.
inline QJsonObject named(qint64 id, const QString &name)
{
    return {{key("id"), QString::number(id)}, {key("name"), name}};
}

/// The page the request asks for, each item written by `toJson`.
template <class Container, class ToJson>
Reply page(const Ask &ask, const Container &container, ToJson toJson)
{
    const qint64 from = ask.query.queryItemValue(key("page")).toLongLong() * PageRows;
    QJsonArray array;
    if (from >= 0 && from < static_cast<qint64>(container.size())) {
        auto item = std::next(container.begin(), from);
        for (int i = 0; i < PageRows && item != container.end(); ++i, ++item)
            array.append(toJson(*item));
    }
    return ok(array);
}

} // namespace naryad::sandbox
