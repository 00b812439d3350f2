#include "SandboxCalls.h"

#include <QEventLoop>
#include <QJsonArray>
#include <QJsonObject>
#include <QNetworkReply>

#include <memory>

namespace naryad::bench {

namespace {

void waitFor(QNetworkReply &reply)
{
    QEventLoop loop;
    QObject::connect(&reply, &QNetworkReply::finished, &loop, &QEventLoop::quit);
    if (!reply.isFinished())
        loop.exec();
}

} // namespace

QNetworkRequest SandboxCalls::request(const QString &pathAndQuery) const
{
    QNetworkRequest made(QUrl(m_server.address().toString() + pathAndQuery));
    made.setRawHeader("Authorization", "key=" + m_server.key().toUtf8());
    made.setHeader(QNetworkRequest::ContentTypeHeader, QStringLiteral("application/json"));
    return made;
}

QJsonDocument SandboxCalls::get(const QString &pathAndQuery)
{
    const std::unique_ptr<QNetworkReply> reply(m_network.get(request(pathAndQuery)));
    waitFor(*reply);
    return QJsonDocument::fromJson(reply->readAll());
}

bool SandboxCalls::post(const QString &pathAndQuery, const QByteArray &body)
{
    const std::unique_ptr<QNetworkReply> reply(m_network.post(request(pathAndQuery), body));
    waitFor(*reply);
    return reply->error() == QNetworkReply::NoError;
}

SandboxCalls::Counts SandboxCalls::counts()
{
    const QJsonObject told = get(QStringLiteral("/sandbox/requests")).object();
    Counts counts;
    for (auto item = told.constBegin(); item != told.constEnd(); ++item) {
        const int count = item.value().toInt();
        if (item.key() == QLatin1String("get-updates") || item.key() == QLatin1String("get-taskupdates"))
            counts.feed += count;
        else if (item.key() == QLatin1String("get-task"))
            counts.details += count;
        else
            counts.lists += count;
    }
    return counts;
}

QStringList SandboxCalls::taskIds()
{
    QStringList ids;
    QString usn = QStringLiteral("0");
    while (true) {
        const QJsonArray rows = get(QStringLiteral("/api/v5/get-updates?type=task&usn=") + usn).array();
        if (rows.isEmpty())
            return ids;
        for (const QJsonValue &row : rows)
            ids.append(row[QLatin1String("taskId")].toString());
        usn = rows.last()[QLatin1String("usn")].toString();
    }
}

int SandboxCalls::close(const QStringList &ids, int wanted)
{
    int closed = 0;
    for (auto id = ids.crbegin(); id != ids.crend() && closed < wanted; ++id) {
        const bool done = post(
            QStringLiteral("/api/v4/close-task?id=") + *id,
            "{\"result_status\":\"74\",\"results_description\":\"bench\"}");
        closed += done ? 1 : 0;
    }
    return closed;
}

} // namespace naryad::bench
