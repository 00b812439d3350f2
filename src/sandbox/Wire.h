#pragma once

#include <QByteArray>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QString>
#include <QUrlQuery>

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

/// What goes back over the wire.
struct Reply
{
    int status = 200;
    QByteArray body;
};

enum class Method { Get, Post, Other };

/// A request as the commands see it.
struct Ask
{
    Method method = Method::Get;
    QString path;
    QUrlQuery query;
    QByteArray body;
    qint64 id = 0; ///< from the query, where the command takes one
    qint64 page = 0;

    QString asked(const char *name) const { return query.queryItemValue(key(name), QUrl::FullyDecoded); }
};

/// Numbers of errors. The document shows the form {code, description} and no list: these are the stand-in's
/// own.
enum class Code {
    KeyRefused = 1,
    WrongMethod = 2,
    UnknownCommand = 3,
    NotJson = 4,
    UnknownKey = 5,
    WrongValue = 6,
    MissingKey = 7,
    NotFound = 10,
    NotAllowed = 20,
    InUse = 21,
    TooOften = 30,
};

/// 400 in the service's own form.
inline Reply refuse(Code code, const QString &description)
{
    const QJsonObject error{{key("code"), static_cast<int>(code)}, {key("description"), description}};
    return {400, QJsonDocument(error).toJson(QJsonDocument::Compact)};
}

/// A 200 with any JSON value, bare scalars included.
inline Reply ok(const QJsonValue &value)
{
    const QByteArray array = QJsonDocument(QJsonArray{value}).toJson(QJsonDocument::Compact);
    return {200, array.mid(1, array.size() - 2)};
}

/// `{"id":111}`, a number, where the document says "Ответ, например {id:111}".
inline Reply madeObject(qint64 id)
{
    return ok(QJsonObject{{key("id"), id}});
}

/// `"111"`, where the document says that the answer is the id of what was changed.
inline Reply bareText(qint64 id)
{
    return ok(QString::number(id));
}

/// `111`, where it says that the id of what was deleted comes back: the same words, the other spelling, so
/// that a client meets both.
inline Reply bareNumber(qint64 id)
{
    return ok(QJsonValue(id));
}

inline QJsonValue textId(qint64 id)
{
    return QString::number(id);
}

/// The id as a string, as the samples show.
inline QJsonObject named(qint64 id, const QString &name)
{
    return {{key("id"), textId(id)}, {key("name"), name}};
}

/// A page of `count` rows, the row of a place written by `rowAt`.
template <class RowAt> Reply page(const Ask &ask, qint64 count, RowAt rowAt)
{
    QJsonArray array;
    const qint64 from = ask.page * PageRows;
    for (qint64 place = from; place < count && place < from + PageRows; ++place)
        array.append(rowAt(place));
    return ok(array);
}

} // namespace naryad::sandbox
