#include "OtherForms.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTcpSocket>

namespace naryad::test {

namespace {

QString key(const char *name)
{
    return QString::fromLatin1(name);
}

/// Blocking, in the scripted server's own thread.
QByteArray handOn(const QUrl &behind, const HttpRequest &request)
{
    QTcpSocket socket;
    socket.connectToHost(behind.host(), static_cast<quint16>(behind.port()));
    socket.write(request.raw);
    QByteArray answer;
    while (!isWholeResponse(answer, false) && (socket.bytesAvailable() > 0 || socket.waitForReadyRead(10000)))
        answer += socket.readAll();
    return answer;
}

bool isDigits(const QString &text)
{
    return !text.isEmpty() && text.size() < 16
        && std::all_of(text.begin(), text.end(), [](QChar c) { return c.isDigit(); });
}

QJsonValue otherId(const QJsonValue &id)
{
    if (id.isString() && isDigits(id.toString()))
        return id.toString().toLongLong();
    return id.isDouble() ? QJsonValue(QString::number(id.toInteger())) : id;
}

QJsonValue otherwise(const QString &name, const QJsonValue &value);

QJsonObject otherwise(const QJsonObject &object)
{
    QJsonObject other;
    for (auto entry = object.begin(); entry != object.end(); ++entry)
        other.insert(entry.key(), otherwise(entry.key(), entry.value()));
    return other;
}

QJsonValue otherwise(const QString &name, const QJsonValue &value)
{
    if (name == key("id") || name.endsWith(key("Id")))
        return value.isNull() ? QJsonValue(key("NULL")) : otherId(value);
    if (value.isObject()) {
        // A reference of a client to what it hangs on: the samples show it both ways
        const QJsonObject object = value.toObject();
        const bool bare = (name == key("parent") || name == key("employee")) && object.contains(key("id"))
            && !object.contains(key("type"));
        return bare ? otherId(object.value(key("id"))) : QJsonValue(otherwise(object));
    }
    if (value.isArray()) {
        QJsonArray other;
        const QJsonArray array = value.toArray();
        for (const QJsonValue &item : array)
            other.append(otherwise(QString(), item));
        return other;
    }
    if (name == key("visitDuration"))
        return value.isString() ? QJsonValue(value.toString().toInt())
                                : QJsonValue(QString::number(value.toInt()));
    if (name == key("plannedVisitTime") || name == key("plannedEndVisitTime")) {
        const QDateTime moment = QDateTime::fromString(value.toString(), Qt::ISODate);
        return moment.isValid() ? moment.addSecs(-2 * 3600).toString(Qt::ISODate) : value;
    }
    return value;
}

QByteArray text(const QJsonValue &value)
{
    const QByteArray array = QJsonDocument(QJsonArray{value}).toJson(QJsonDocument::Compact);
    return array.mid(1, array.size() - 2);
}

ScriptedReply reply(const QByteArray &body, bool closing, int status = 200)
{
    if (!closing)
        return ScriptedReply::json(body, status);
    return ScriptedReply::raw(
        "HTTP/1.1 " + QByteArray::number(status)
        + " Said\r\nContent-Type: application/json\r\nConnection: close\r\n\r\n" + body);
}

ScriptedReply refusal(const char *words, bool closing)
{
    return reply(
        text(QJsonObject{{key("code"), 7}, {key("description"), QString::fromUtf8(words)}}), closing, 400);
}

/// A write's id: the document prints an object without quotes, and tells of a bare id.
QByteArray otherWritten(const QJsonValue &answer, bool closing)
{
    const QString id = answer.isObject() ? answer.toObject().value(key("id")).toVariant().toString()
                                         : answer.toVariant().toString();
    if (answer.isObject())
        return "{id:" + id.toUtf8() + '}';
    return closing || !answer.isString() ? text(id) : text(otherId(answer));
}

} // namespace

ScriptedServer::Handler otherForms(const QUrl &behind, bool closing)
{
    return [behind, closing](const HttpRequest &request) {
        const QString command = request.command();
        if (command == key("get-template"))
            return ScriptedReply::page(404);
        if (command == key("close-task"))
            return refusal("Неизвестный статус завершения", closing);
        if (command == key("get-updates") && !request.target.contains("type=task"))
            return refusal("Неизвестный тип объекта", closing);
        if (command == key("get-taskupdates"))
            return refusal("Слишком частые обращения", closing);
        const QByteArray answer = handOn(behind, request);
        const QByteArray body = answer.mid(answer.indexOf("\r\n\r\n") + 4);
        const QJsonValue value = QJsonDocument::fromJson('[' + body + ']').array().at(0);
        if (!answer.startsWith("HTTP/1.1 200") || value.isUndefined())
            return reply(body, closing, answer.mid(9, 3).toInt());
        if (command.endsWith(key("-to-task")) || command.endsWith(key("-from-task"))
            || command == key("update-subdivision"))
            return reply("{}", closing);
        if (request.method == "POST")
            return reply(otherWritten(value, closing), closing);
        return reply(text(otherwise(QString(), value)), closing);
    };
}

} // namespace naryad::test
