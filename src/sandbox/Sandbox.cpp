#include "sandbox/Sandbox.h"

#include "Commands.h"

#include <QFutureInterface>
#include <QHttpServer>
#include <QHttpServerResponse>
#include <QRandomGenerator>
#include <QThread>
#include <QTimer>

namespace naryad::sandbox {

namespace {

QString randomKey()
{
    QByteArray bytes(18, Qt::Uninitialized);
    for (char &byte : bytes)
        byte = static_cast<char>(QRandomGenerator::system()->bounded(256));
    return QString::fromLatin1(bytes.toHex());
}

QHttpServerResponse responseOf(const Reply &reply)
{
    return QHttpServerResponse("application/json", reply.body,
        static_cast<QHttpServerResponder::StatusCode>(reply.status));
}

} // namespace

/// The server with all its state, on the sandbox's thread.
class Server : public QObject
{
public:
    explicit Server(const Options &options)
        : m_options(options)
        , m_company(options, QDateTime::currentDateTimeUtc())
        , m_commands(m_company, m_options)
    {
        m_http.route(QStringLiteral(".*"), [this](const QHttpServerRequest &request) { return answer(request); });
    }

    ~Server() override
    {
        // QHttpServer 6.4 falls over a promise that is dropped unkept.
        for (const auto &[number, finish] : m_parked)
            finish();
    }

    quint16 listen() { return m_http.listen(QHostAddress::LocalHost, m_options.port); }

private:
    QFuture<QHttpServerResponse> answer(const QHttpServerRequest &request)
    {
        // Not a QPromise: QHttpServer 6.4 takes the result out and so resets the shared state, and a QPromise that
        // dies after that would cancel what is over, and run the answering once more.
        auto promise = std::make_shared<QFutureInterface<QHttpServerResponse>>();
        promise->reportStarted();
        const auto future = promise->future();
        const Ask ask {request.method() == QHttpServerRequest::Method::Post, request.url().path(),
            QUrlQuery(request.url().query(QUrl::FullyEncoded)), request.body()};
        auto reply = std::make_shared<Reply>(judge(request, ask));
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

    Reply judge(const QHttpServerRequest &request, const Ask &ask)
    {
        const QByteArray given = request.value("Authorization");
        const QByteArray key = m_options.key.toUtf8();
        if (given != "key=" + key && given != "key=\"" + key + '"') {
            Reply refused = refuse(1, QString::fromUtf16(u"Ключ API не принят"));
            refused.status = 401;
            return refused;
        }
        if (const auto inspected = m_commands.inspect(ask))
            return *inspected;
        return m_commands.answer(ask);
    }

    Options m_options;
    Company m_company;
    Commands m_commands;
    std::map<quint64, std::function<void()>> m_parked; ///< answers that wait for their latency
    quint64 m_parkedCount = 0;
    QHttpServer m_http;
};

class Sandbox::Private
{
public:
    Options options;
    QThread thread;
    Server *server = nullptr; ///< lives in `thread`
    quint16 port = 0;
};

Sandbox::Sandbox(Options options)
    : d(std::make_unique<Private>())
{
    if (options.key.isEmpty())
        options.key = randomKey();
    d->options = std::move(options);
}

Sandbox::~Sandbox()
{
    stop();
}

Result<QUrl> Sandbox::start()
{
    if (d->server)
        return address();
    QObject starter;
    starter.moveToThread(&d->thread);
    d->thread.setObjectName(QStringLiteral("sandbox"));
    d->thread.start();
    QMetaObject::invokeMethod(
        &starter,
        [this] {
            d->server = new Server(d->options);
            d->port = d->server->listen();
        },
        Qt::BlockingQueuedConnection);
    if (d->port == 0) {
        stop();
        return fail(ErrorKind::Storage, QStringLiteral("port %1").arg(d->options.port), ErrorCause::InUse);
    }
    return address();
}

void Sandbox::stop()
{
    if (!d->thread.isRunning())
        return;
    if (d->server) {
        QObject::connect(&d->thread, &QThread::finished, d->server, &QObject::deleteLater);
        d->server = nullptr;
    }
    d->thread.quit();
    d->thread.wait();
}

QString Sandbox::key() const
{
    return d->options.key;
}

QUrl Sandbox::address() const
{
    return QUrl(QStringLiteral("http://127.0.0.1:%1").arg(d->port));
}

} // namespace naryad::sandbox
