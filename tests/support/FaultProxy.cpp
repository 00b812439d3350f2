#include "FaultProxy.h"

#include <QCoreApplication>
#include <QHostAddress>
#include <QMutex>
#include <QMutexLocker>
#include <QPointer>
#include <QTcpServer>
#include <QTcpSocket>
#include <QTimer>

#include <atomic>
#include <functional>
#include <memory>
#include <utility>

namespace naryad::test {

namespace {

const QByteArray WebPageText
    = QByteArrayLiteral("<html><head><title>Gateway</title></head><body>Sorry</body></html>");

QByteArray webPage(int status)
{
    return httpResponse(status, WebPageText, {}, QByteArrayLiteral("text/html"));
}

/// The first half of a gzip stream of the body.
QByteArray halfGzip(const QByteArray &body)
{
    const QByteArray head("\x1f\x8b\x08\0\0\0\0\0\0\x03", 10);
    // qCompress writes its length and a zlib head in front of the deflated bytes
    const QByteArray deflated = qCompress(body).mid(6);
    return head + deflated.left(deflated.size() / 2);
}

bool handsOn(Fault fault)
{
    switch (fault) {
    case Fault::FinBefore:
    case Fault::RstBefore:
    case Fault::FailureBefore:
    case Fault::BadGateway:
    case Fault::Redirect:
    case Fault::RateLimited:
        return false;
    default:
        return true;
    }
}

QByteArray bodyOf(const QByteArray &response)
{
    return response.mid(response.indexOf("\r\n\r\n") + 4);
}

} // namespace

struct FaultProxy::Shared
{
    struct Line
    {
        QString command;
        Spoiling spoiling;
        int times = 1;
    };

    mutable QMutex lock;
    QVector<Line> lines;
    QVector<Seen> seen;
    int inServer = 0; ///< requests that are, or are yet to be, with the server
    int activity = 0;
    std::atomic_int underway = 0; ///< requests taken whose client still waits
    quint16 port = 0;

    Spoiling next(const QString &command)
    {
        for (qsizetype i = 0; i < lines.size(); ++i) {
            Line &line = lines[i];
            if (!line.command.isEmpty() && line.command != command)
                continue;
            const Spoiling spoiling = line.spoiling;
            if (line.times > 0 && --line.times == 0)
                lines.removeAt(i);
            return spoiling;
        }
        return {};
    }

    void answered(qsizetype number, const QByteArray &answer)
    {
        QMutexLocker guard(&lock);
        Seen &one = seen[number];
        one.status = answer.mid(9, 3).toInt(); // "HTTP/1.1 200"
        one.answer = bodyOf(answer);
        --inServer;
        ++activity;
    }
};

class FaultProxy::Worker final : public QObject
{
public:
    Worker(std::shared_ptr<Shared> shared, const QUrl &server)
        : m_shared(std::move(shared))
        , m_target(server)
    {}

    void listen()
    {
        m_server = new QTcpServer(this);
        QObject::connect(m_server, &QTcpServer::newConnection, this, &Worker::accept);
        if (!m_server->listen(QHostAddress::LocalHost, m_shared->port))
            qFatal("no loopback port");
        m_shared->port = m_server->serverPort();
    }

    void setLineDown(bool down)
    {
        if (!down) {
            m_place.reset();
            if (!m_server->isListening() && !m_server->listen(QHostAddress::LocalHost, m_shared->port))
                qFatal("the port was taken meanwhile");
            return;
        }
        m_server->close();
        // Bound and not listening it refuses whoever comes, and no other program is given the port.
        m_place = std::make_unique<QTcpSocket>();
        m_place->bind(QHostAddress::LocalHost, m_shared->port, QAbstractSocket::ReuseAddressHint);
        const auto sockets = m_clients.keys();
        for (QTcpSocket *socket : sockets)
            resetConnection(*socket);
    }

private:
    struct Client
    {
        QByteArray buffer;
        bool busy = false;
    };

    void accept()
    {
        while (QTcpSocket *socket = m_server->nextPendingConnection()) {
            m_clients.insert(socket, {});
            QObject::connect(socket, &QTcpSocket::readyRead, this, [this, socket] {
                m_clients[socket].buffer += socket->readAll();
                serve(socket);
            });
            QObject::connect(socket, &QTcpSocket::disconnected, this, [this, socket] {
                setBusy(socket, false);
                m_clients.remove(socket);
                socket->deleteLater();
            });
        }
    }

    void setBusy(QTcpSocket *socket, bool busy)
    {
        if (std::exchange(m_clients[socket].busy, busy) != busy)
            m_shared->underway += busy ? 1 : -1;
    }

    void serve(QTcpSocket *socket)
    {
        Client &client = m_clients[socket];
        if (client.busy)
            return;
        const auto request = takeRequest(client.buffer);
        if (!request)
            return;
        setBusy(socket, true);
        Spoiling spoiling;
        qsizetype number = 0;
        {
            QMutexLocker guard(&m_shared->lock);
            spoiling = m_shared->next(request->command());
            number = m_shared->seen.size();
            m_shared->seen.append({*request, spoiling.fault, handsOn(spoiling.fault)});
            m_shared->inServer += handsOn(spoiling.fault) ? 1 : 0;
            ++m_shared->activity;
        }
        const QPointer<QTcpSocket> alive(socket);
        if (!handsOn(spoiling.fault)) {
            refuse(socket, spoiling);
        } else if (spoiling.fault == Fault::Late) {
            // The context is the proxy, not the client: a late request is applied although nobody waits for
            // it
            QTimer::singleShot(spoiling.delayMs, this, [this, alive, request, spoiling, number] {
                handOn(alive, *request, spoiling, number);
            });
        } else {
            handOn(alive, *request, spoiling, number);
        }
    }

    void refuse(QTcpSocket *socket, const Spoiling &spoiling)
    {
        switch (spoiling.fault) {
        case Fault::FinBefore:
            socket->disconnectFromHost();
            return;
        case Fault::RstBefore:
            resetConnection(*socket);
            return;
        case Fault::BadGateway:
            reply(socket, webPage(502));
            return;
        case Fault::Redirect:
            reply(
                socket,
                httpResponse(
                    spoiling.status, {}, {{QByteArrayLiteral("Location"), spoiling.target.toEncoded()}}));
            return;
        case Fault::RateLimited:
            reply(
                socket,
                httpResponse(
                    429, QByteArrayLiteral("{\"code\":429,\"description\":\"too many requests\"}"),
                    {{QByteArrayLiteral("Retry-After"), QByteArray::number(spoiling.retryAfterSeconds)}}));
            return;
        default:
            reply(socket, webPage(500));
            return;
        }
    }

    void handOn(
        const QPointer<QTcpSocket> &client, const HttpRequest &request, const Spoiling &spoiling,
        qsizetype number)
    {
        auto *upstream = new QTcpSocket(this);
        auto answer = std::make_shared<QByteArray>();
        auto done = std::make_shared<bool>(false);
        const auto arrived = [this, upstream, client, spoiling, number, answer, done](bool closed) {
            *answer += upstream->readAll();
            if (*done || !(closed || isWholeResponse(*answer, false)))
                return;
            *done = true;
            upstream->deleteLater();
            m_shared->answered(number, *answer);
            if (client && client->isOpen())
                deliver(client, isWholeResponse(*answer, true) ? *answer : webPage(502), spoiling);
        };
        QObject::connect(upstream, &QTcpSocket::readyRead, this, [arrived] { arrived(false); });
        QObject::connect(upstream, &QTcpSocket::errorOccurred, this, [arrived] { arrived(true); });
        QObject::connect(
            upstream, &QTcpSocket::connected, this, [upstream, request] { upstream->write(request.raw); });
        upstream->connectToHost(m_target.host(), static_cast<quint16>(m_target.port(80)));
    }

    void deliver(QTcpSocket *socket, const QByteArray &answer, const Spoiling &spoiling)
    {
        const QByteArray body = bodyOf(answer);
        const QByteArray head = answer.left(answer.size() - body.size());
        switch (spoiling.fault) {
        case Fault::FinAfter:
            socket->disconnectFromHost();
            return;
        case Fault::RstAfter:
            resetConnection(*socket);
            return;
        case Fault::HalfStatusLine:
            close(socket, answer.left(7));
            return;
        case Fault::HeadersOnly:
            close(socket, head);
            return;
        case Fault::Truncated:
            close(socket, head + body.left(body.size() / 2));
            return;
        case Fault::TruncatedChunks:
            close(
                socket,
                "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\n"
                    + QByteArray::number(body.size(), 16) + "\r\n" + body.left(body.size() / 2));
            return;
        case Fault::NoLengthReset:
            socket->write(
                "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n\r\n" + body.left(body.size() / 2));
            resetConnection(*socket);
            return;
        case Fault::BadGzip:
            reply(
                socket,
                httpResponse(
                    200, halfGzip(body),
                    {{QByteArrayLiteral("Content-Encoding"), QByteArrayLiteral("gzip")}}));
            return;
        case Fault::EmptyBody:
            reply(socket, httpResponse(200, {}));
            return;
        case Fault::EmptyObject:
            reply(socket, httpResponse(200, QByteArrayLiteral("{}")));
            return;
        case Fault::BrokenJson:
            reply(socket, httpResponse(200, QByteArrayLiteral("{\"id\": 11")));
            return;
        case Fault::WebPage:
            reply(socket, webPage(200));
            return;
        case Fault::FailureAfter:
            reply(socket, webPage(500));
            return;
        case Fault::Drip:
            drip(socket, answer, 0, std::max(1, spoiling.delayMs));
            return;
        default:
            reply(socket, answer);
            return;
        }
    }

    void drip(QTcpSocket *socket, const QByteArray &bytes, qsizetype from, int pauseMs)
    {
        if (from >= bytes.size()) {
            reply(socket, {});
            return;
        }
        if (!socket->isOpen())
            return;
        socket->write(bytes.constData() + from, 1);
        QTimer::singleShot(pauseMs, socket, [this, socket, bytes, from, pauseMs] {
            drip(socket, bytes, from + 1, pauseMs);
        });
    }

    void close(QTcpSocket *socket, const QByteArray &bytes)
    {
        socket->write(bytes);
        socket->disconnectFromHost();
    }

    void reply(QTcpSocket *socket, const QByteArray &bytes)
    {
        socket->write(bytes);
        if (!m_clients.contains(socket))
            return;
        setBusy(socket, false);
        serve(socket);
    }

    std::shared_ptr<Shared> m_shared;
    const QUrl m_target;
    QTcpServer *m_server = nullptr;
    std::unique_ptr<QTcpSocket> m_place; ///< keeps the port while the line is down
    QHash<QTcpSocket *, Client> m_clients;
};

FaultProxy::FaultProxy(const QUrl &server)
    : m_shared(std::make_shared<Shared>())
    , m_worker(new Worker(m_shared, server))
{
    m_worker->moveToThread(&m_thread);
    m_thread.start();
    QMetaObject::invokeMethod(
        m_worker, [this] { m_worker->listen(); }, Qt::BlockingQueuedConnection);
}

FaultProxy::~FaultProxy()
{
    QMetaObject::invokeMethod(
        m_worker, [this] { delete m_worker; }, Qt::BlockingQueuedConnection);
    m_thread.quit();
    m_thread.wait();
}

QUrl FaultProxy::url() const
{
    QUrl url;
    url.setScheme(QStringLiteral("http"));
    url.setHost(QStringLiteral("127.0.0.1"));
    url.setPort(m_shared->port);
    return url;
}

void FaultProxy::spoil(const QString &command, const Spoiling &spoiling, int times)
{
    QMutexLocker guard(&m_shared->lock);
    m_shared->lines.append({command, spoiling, times});
}

void FaultProxy::spoil(const QString &command, Fault fault, int times)
{
    Spoiling spoiling;
    spoiling.fault = fault;
    spoil(command, spoiling, times);
}

void FaultProxy::heal()
{
    QMutexLocker guard(&m_shared->lock);
    m_shared->lines.clear();
}

void FaultProxy::setLineDown(bool down)
{
    QMetaObject::invokeMethod(
        m_worker, [this, down] { m_worker->setLineDown(down); }, Qt::BlockingQueuedConnection);
}

QVector<FaultProxy::Seen> FaultProxy::seen() const
{
    QMutexLocker guard(&m_shared->lock);
    return m_shared->seen;
}

void FaultProxy::catchUp() const
{
    // A request that was given up may still be in the hands of its manager's thread, which on a busy machine
    // writes it later: with the manager that thread is gone.
    QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
    // What has been written to a socket is read within a few turns of the worker's loop.
    for (int turn = 0; turn < 12; ++turn) {
        QMetaObject::invokeMethod(
            m_worker, [] {}, Qt::BlockingQueuedConnection);
    }
}

bool FaultProxy::isWaitedFor() const
{
    return m_shared->underway > 0;
}

bool FaultProxy::isBusy() const
{
    QMutexLocker guard(&m_shared->lock);
    return m_shared->inServer > 0;
}

int FaultProxy::activity() const
{
    QMutexLocker guard(&m_shared->lock);
    return m_shared->activity;
}

int FaultProxy::count(const QString &command) const
{
    QMutexLocker guard(&m_shared->lock);
    int count = 0;
    for (const Seen &one : std::as_const(m_shared->seen))
        count += command.isEmpty() || one.request.command() == command ? 1 : 0;
    return count;
}

} // namespace naryad::test
