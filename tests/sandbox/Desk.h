#pragma once

#include "ManualClock.h"
#include "sandbox/Sandbox.h"

#include <QJsonArray>
#include <QJsonObject>
#include <QNetworkAccessManager>
#include <QNetworkRequest>

namespace naryad::test {

/// The codes of the sandbox's refusals.
inline constexpr int WrongMethod = 2;
inline constexpr int UnknownCommand = 3;
inline constexpr int NotJson = 4;
inline constexpr int UnknownKey = 5;
inline constexpr int WrongValue = 6;
inline constexpr int MissingKey = 7;
inline constexpr int NotFound = 10;
inline constexpr int NotAllowed = 20;
inline constexpr int InUse = 21;
inline constexpr int TooOften = 30;

/// What came back for a request.
struct Reply
{
    int status = 0;
    QByteArray body;

    /// Bare scalars too; undefined where it is no JSON.
    QJsonValue json() const;
    QJsonObject object() const { return json().toObject(); }
    QJsonArray array() const { return json().toArray(); }
    /// The id of `{"id":111}`, which has to be a number and alone; 0 where it isn't.
    qint64 madeId() const;
    /// The code of an error in the document's form, 0 for anything else.
    int code() const;
    QString words() const { return object().value(QLatin1String("description")).toString(); }
};

/// A started sandbox whose clock stands still, and a plain client of it. One request at a time.
class Desk
{
public:
    explicit Desk(sandbox::Options options = {});

    /// GET and POST of /api/v5/…
    Reply get(const QString &command) { return send("GET", QStringLiteral("/api/v5/") + command); }
    Reply post(const QString &command, const QByteArray &body = "{}")
    {
        return send("POST", QStringLiteral("/api/v5/") + command, body);
    }
    Reply post4(const QString &command, const QByteArray &body)
    {
        return send("POST", QStringLiteral("/api/v4/") + command, body);
    }
    /// /sandbox/…
    QJsonValue truth(const QString &what) { return send("GET", QStringLiteral("/sandbox/") + what).json(); }
    QJsonObject truthOf(const char *kind, qint64 id);
    /// Ids made since the start.
    QJsonArray made(const char *kind);
    Reply send(const QByteArray &verb, const QString &path, const QByteArray &body = {});
    /// With this Authorization header; none where it is empty.
    Reply sendAs(
        const QByteArray &authorization, const QByteArray &verb, const QString &path, const QByteArray &body);

    ManualClock clock;
    sandbox::Sandbox sandbox;

private:
    QNetworkAccessManager m_manager;
};

/// A value of JSON text; a text with an error ends the test program.
QJsonValue json(const char *text);

/// Compact text with sorted keys: what differs is seen in a failed comparison.
QString text(const QJsonValue &value);

/// `object` without some keys.
QJsonObject without(QJsonObject object, std::initializer_list<const char *> keys);

/// `whole`, a body, with other values for some keys and without others.
QByteArray changed(
    const QByteArray &whole, const QJsonObject &changes, std::initializer_list<const char *> removed = {});

/// The element with this value under `key`; empty where there is none.
QJsonObject rowWith(const QJsonArray &rows, const char *key, const QJsonValue &value);

/// Of a row's field: the id in `field{id}`.
QJsonObject rowOfField(const QJsonArray &rows, qint64 fieldId);

QString num(qint64 number);

} // namespace naryad::test
