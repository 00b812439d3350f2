#include "Desk.h"

#include <QEventLoop>
#include <QJsonDocument>
#include <QNetworkReply>
#include <QTimer>

namespace naryad::test {

namespace {

sandbox::Options withClock(sandbox::Options options, const Clock &clock)
{
    options.clock = &clock;
    return options;
}

} // namespace

QJsonValue Reply::json() const
{
    const QJsonDocument document = QJsonDocument::fromJson('[' + body + ']');
    return document.isArray() ? document.array().at(0) : QJsonValue(QJsonValue::Undefined);
}

qint64 Reply::madeId() const
{
    const QJsonObject answer = object();
    return status == 200 && answer.size() == 1 ? answer.value(QLatin1String("id")).toInteger() : 0;
}

int Reply::code() const
{
    const QJsonObject error = object();
    const bool isError = status == 400 && error.size() == 2 && !words().isEmpty();
    return isError ? error.value(QLatin1String("code")).toInt() : 0;
}

Desk::Desk(sandbox::Options options)
    : sandbox(withClock(std::move(options), clock))
{
    if (!sandbox.start())
        qFatal("the sandbox did not start");
}

Reply Desk::send(const QByteArray &verb, const QString &path, const QByteArray &body)
{
    return sendAs("key=" + sandbox.key().toUtf8(), verb, path, body);
}

Reply Desk::sendAs(
    const QByteArray &authorization, const QByteArray &verb, const QString &path, const QByteArray &body)
{
    QNetworkRequest request(QUrl(sandbox.address().toString() + path));
    request.setHeader(QNetworkRequest::ContentTypeHeader, QByteArrayLiteral("application/json"));
    if (!authorization.isEmpty())
        request.setRawHeader("Authorization", authorization);
    const std::unique_ptr<QNetworkReply> reply(m_manager.sendCustomRequest(request, verb, body));
    // Not qWaitFor: it looks every 10 ms only, and these tests ask thousands of times.
    QEventLoop loop;
    QObject::connect(reply.get(), &QNetworkReply::finished, &loop, &QEventLoop::quit);
    QTimer::singleShot(20000, &loop, &QEventLoop::quit);
    loop.exec();
    if (!reply->isFinished())
        return {};
    return {reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt(), reply->readAll()};
}

QJsonObject Desk::truthOf(const char *kind, qint64 id)
{
    return truth(QStringLiteral("%1?id=%2").arg(QString::fromLatin1(kind)).arg(id)).toObject();
}

QJsonArray Desk::made(const char *kind)
{
    return truth(QStringLiteral("new?kind=%1").arg(QString::fromLatin1(kind))).toArray();
}

QJsonValue json(const char *text)
{
    QJsonParseError error;
    const QJsonDocument document = QJsonDocument::fromJson('[' + QByteArray(text) + ']', &error);
    if (error.error != QJsonParseError::NoError)
        qFatal("not JSON: %s", text);
    return document.array().at(0);
}

QString text(const QJsonValue &value)
{
    const QByteArray array = QJsonDocument(QJsonArray{value}).toJson(QJsonDocument::Compact);
    return QString::fromUtf8(array.mid(1, array.size() - 2));
}

QJsonObject without(QJsonObject object, std::initializer_list<const char *> keys)
{
    for (const char *key : keys)
        object.remove(QLatin1String(key));
    return object;
}

QByteArray
changed(const QByteArray &whole, const QJsonObject &changes, std::initializer_list<const char *> removed)
{
    QJsonObject body = json(whole.constData()).toObject();
    for (auto item = changes.begin(); item != changes.end(); ++item)
        body.insert(item.key(), item.value());
    return text(without(body, removed)).toUtf8();
}

QJsonObject rowWith(const QJsonArray &rows, const char *key, const QJsonValue &value)
{
    for (const QJsonValue &row : rows) {
        if (row.toObject().value(QLatin1String(key)) == value)
            return row.toObject();
    }
    return {};
}

QJsonObject rowOfField(const QJsonArray &rows, qint64 fieldId)
{
    for (const QJsonValue &row : rows) {
        if (row.toObject().value(QLatin1String("field")).toObject().value(QLatin1String("id"))
            == num(fieldId))
            return row.toObject();
    }
    return {};
}

QString num(qint64 number)
{
    return QString::number(number);
}

} // namespace naryad::test
