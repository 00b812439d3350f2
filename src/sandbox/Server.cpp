#include "Server.h"

#include <QFutureInterface>
#include <QHttpServerResponse>
#include <QTimer>

namespace naryad::sandbox {

namespace {

QHttpServerResponse responseOf(const Reply &reply)
{
    return QHttpServerResponse(
        "application/json", reply.body, static_cast<QHttpServerResponder::StatusCode>(reply.status));
}

Method methodOf(const QHttpServerRequest &request)
{
    switch (request.method()) {
    case QHttpServerRequest::Method::Get:
        return Method::Get;
    case QHttpServerRequest::Method::Post:
        return Method::Post;
    default:
        return Method::Other;
    }
}

} // namespace

Server::Server(const Options &options)
    : m_options(options)
    , m_service(options)
{
    m_http.route(QStringLiteral(".*"), [this](const QHttpServerRequest &request) { return answer(request); });
}

Server::~Server()
{
    // QHttpServer 6.4 falls over a promise that is dropped unkept.
    for (const auto &[number, finish] : m_parked)
        finish();
}

quint16 Server::listen()
{
    return m_http.listen(QHostAddress::LocalHost, m_options.port);
}

QFuture<QHttpServerResponse> Server::answer(const QHttpServerRequest &request)
{
    // Not a QPromise: QHttpServer 6.4 takes the result out and so resets the shared state, and a QPromise
    // that dies after that would cancel what is over, and run the answering once more.
    auto promise = std::make_shared<QFutureInterface<QHttpServerResponse>>();
    promise->reportStarted();
    const auto future = promise->future();
    auto reply = std::make_shared<Reply>(judge(request));
    const auto finish = [promise, reply] {
        promise->reportResult(responseOf(*reply));
        promise->reportFinished();
    };
    if (m_options.latencyMs == 0) {
        finish();
        return future;
    }
    const quint64 number = ++m_parkedCount;
    m_parked.emplace(number, finish);
    QTimer::singleShot(m_options.latencyMs, this, [this, number] {
        const auto parked = m_parked.extract(number);
        parked.mapped()();
    });
    return future;
}

Reply Server::judge(const QHttpServerRequest &request)
{
    // The document shows the header with the key bare and in quotes.
    const QByteArray given = request.value("Authorization");
    const QByteArray wanted = m_options.key.toUtf8();
    if (given != "key=" + wanted && given != "key=\"" + wanted + '"') {
        Reply refused = refuse(Code::KeyRefused, u(u"Ключ API не принят"));
        refused.status = 401;
        return refused;
    }
    return m_service.answer(
        {methodOf(request), request.url().path(), QUrlQuery(request.url().query(QUrl::FullyEncoded)),
         request.body()});
}

} // namespace naryad::sandbox
