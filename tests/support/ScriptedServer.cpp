#include "ScriptedServer.h"

#include <QHostAddress>
#include <QMutex>
#include <QMutexLocker>
#include <QPointer>
#include <QTcpServer>
#include <QTcpSocket>
#include <QTimer>

namespace naryad::test {

struct ScriptedServer::Shared
{
    struct Line
    {
        QString command;
        ScriptedReply reply;
        int times = 1;
    };

    mutable QMutex lock;
    QVector<Line> lines;
    ScriptedReply fallback = ScriptedReply::json(QByteArrayLiteral("{\"id\":111}"));
    Handler handler;
    QVector<HttpRequest> requests;
    QByteArray received;
    quint16 port = 0;
    int heads = 0;
    int connections = 0;
    int open = 0;
    int held = 0;

    /// The reply of the first line for this command; taken off when it has been used up.
    std::optional<ScriptedReply> next(const QString &command, bool atHeadersOnly)
    {
        for (qsizetype i = 0; i < lines.size(); ++i) {
            Line &line = lines[i];
            if (!line.command.isEmpty() && line.command != command)
                continue;
            if (atHeadersOnly && !line.reply.atHeaders)
                return std::nullopt;
            const ScriptedReply reply = line.reply;
            if (line.times > 0 && --line.times == 0)
                lines.removeAt(i);
            return reply;
        }
        if (atHeadersOnly)
            return fallback.atHeaders && !handler ? std::optional(fallback) : std::nullopt;
        return std::nullopt;
    }
};

class ScriptedServer::Worker final : public QObject
{
public:
    explicit Worker(std::shared_ptr<Shared> shared)
        : m_shared(std::move(shared))
    {}

    void listen()
    {
        m_server = new QTcpServer(this);
        QObject::connect(m_server, &QTcpServer::newConnection, this, &Worker::accept);
        if (!m_server->listen(QHostAddress::LocalHost, 0))
            qFatal("no loopback port");
        m_shared->port = m_server->serverPort();
    }

    void stopListening() { m_server->close(); }

    void release()
    {
        const auto held = std::exchange(m_held, {});
        for (const auto &[socket, reply] : held) {
            if (socket)
                write(socket, reply);
        }
        QMutexLocker guard(&m_shared->lock);
        m_shared->held = 0;
    }

private:
    struct Line
    {
        QByteArray buffer;
        bool busy = false;
        bool headSeen = false;
    };

    void accept()
    {
        while (QTcpSocket *socket = m_server->nextPendingConnection()) {
            {
                QMutexLocker guard(&m_shared->lock);
                ++m_shared->connections;
                ++m_shared->open;
            }
            QObject::connect(socket, &QTcpSocket::readyRead, this, [this, socket] { read(socket); });
            QObject::connect(socket, &QTcpSocket::disconnected, this, [this, socket] {
                m_lines.remove(socket);
                socket->deleteLater();
                QMutexLocker guard(&m_shared->lock);
                --m_shared->open;
            });
        }
    }

    void read(QTcpSocket *socket)
    {
        const QByteArray bytes = socket->readAll();
        {
            QMutexLocker guard(&m_shared->lock);
            m_shared->received += bytes;
        }
        m_lines[socket].buffer += bytes;
        serve(socket);
    }

    void serve(QTcpSocket *socket)
    {
        Line &line = m_lines[socket];
        if (line.busy)
            return;
        const auto head = peekHead(line.buffer);
        if (!head)
            return;
        if (!line.headSeen) {
            line.headSeen = true;
            std::optional<ScriptedReply> early;
            {
                QMutexLocker guard(&m_shared->lock);
                ++m_shared->heads;
                early = m_shared->next(head->command(), true);
            }
            if (early) {
                line.busy = true;
                answer(socket, *early);
                return;
            }
        }
        const auto request = takeRequest(line.buffer);
        if (!request)
            return;
        line.headSeen = false;
        line.busy = true;
        std::optional<ScriptedReply> reply;
        Handler handler;
        {
            QMutexLocker guard(&m_shared->lock);
            m_shared->requests.append(*request);
            reply = m_shared->next(request->command(), false);
            handler = m_shared->handler;
            if (!reply && !handler)
                reply = m_shared->fallback;
        }
        answer(socket, reply ? *reply : handler(*request));
    }

    void answer(QTcpSocket *socket, const ScriptedReply &reply)
    {
        if (reply.held) {
            m_held.append({socket, reply});
            QMutexLocker guard(&m_shared->lock);
            ++m_shared->held;
            return;
        }
        if (reply.delayMs > 0)
            QTimer::singleShot(reply.delayMs, socket, [this, socket, reply] { write(socket, reply); });
        else
            write(socket, reply);
    }

    void write(QTcpSocket *socket, const ScriptedReply &reply)
    {
        if (reply.dripMs > 0 && !reply.bytes.isEmpty()) {
            drip(socket, reply, 0);
            return;
        }
        socket->write(reply.bytes);
        finish(socket, reply.end);
    }

    void drip(QTcpSocket *socket, const ScriptedReply &reply, qsizetype from)
    {
        if (from >= reply.bytes.size()) {
            finish(socket, reply.end);
            return;
        }
        socket->write(reply.bytes.constData() + from, 1);
        QTimer::singleShot(
            reply.dripMs, socket, [this, socket, reply, from] { drip(socket, reply, from + 1); });
    }

    void finish(QTcpSocket *socket, ScriptedReply::End end)
    {
        if (end == ScriptedReply::End::Fin) {
            socket->disconnectFromHost();
        } else if (end == ScriptedReply::End::Rst) {
            resetConnection(*socket);
        } else if (m_lines.contains(socket)) {
            m_lines[socket].busy = false;
            serve(socket);
        }
    }

    std::shared_ptr<Shared> m_shared;
    QTcpServer *m_server = nullptr;
    QHash<QTcpSocket *, Line> m_lines;
    QList<std::pair<QPointer<QTcpSocket>, ScriptedReply>> m_held;
};

ScriptedReply ScriptedReply::json(const QByteArray &body, int status, const HttpHeaders &headers)
{
    return raw(httpResponse(status, body, headers), End::Keep);
}

ScriptedReply ScriptedReply::page(int status)
{
    return raw(
        httpResponse(
            status, QByteArrayLiteral("<!DOCTYPE html><html><body>Welcome</body></html>"), {},
            QByteArrayLiteral("text/html; charset=utf-8")),
        End::Keep);
}

ScriptedReply ScriptedReply::redirect(int status, const QUrl &target)
{
    return raw(httpResponse(status, {}, {{QByteArrayLiteral("Location"), target.toEncoded()}}), End::Keep);
}

ScriptedReply ScriptedReply::raw(const QByteArray &bytes, End end)
{
    ScriptedReply reply;
    reply.bytes = bytes;
    reply.end = end;
    return reply;
}

ScriptedReply ScriptedReply::silence()
{
    ScriptedReply reply;
    reply.held = true;
    return reply;
}

ScriptedServer::ScriptedServer()
    : m_shared(std::make_shared<Shared>())
    , m_worker(new Worker(m_shared))
{
    m_worker->moveToThread(&m_thread);
    m_thread.start();
    QMetaObject::invokeMethod(
        m_worker, [this] { m_worker->listen(); }, Qt::BlockingQueuedConnection);
}

ScriptedServer::~ScriptedServer()
{
    QMetaObject::invokeMethod(
        m_worker, [this] { delete m_worker; }, Qt::BlockingQueuedConnection);
    m_thread.quit();
    m_thread.wait();
}

quint16 ScriptedServer::port() const
{
    return m_shared->port;
}

QUrl ScriptedServer::url() const
{
    QUrl url;
    url.setScheme(QStringLiteral("http"));
    url.setHost(QStringLiteral("127.0.0.1"));
    url.setPort(port());
    return url;
}

void ScriptedServer::script(const QString &command, const ScriptedReply &reply, int times)
{
    QMutexLocker guard(&m_shared->lock);
    m_shared->lines.append({command, reply, times});
}

void ScriptedServer::otherwise(const ScriptedReply &reply)
{
    QMutexLocker guard(&m_shared->lock);
    m_shared->fallback = reply;
}

void ScriptedServer::handle(Handler handler)
{
    QMutexLocker guard(&m_shared->lock);
    m_shared->handler = std::move(handler);
}

void ScriptedServer::release()
{
    QMetaObject::invokeMethod(
        m_worker, [this] { m_worker->release(); }, Qt::BlockingQueuedConnection);
}

void ScriptedServer::stopListening()
{
    QMetaObject::invokeMethod(
        m_worker, [this] { m_worker->stopListening(); }, Qt::BlockingQueuedConnection);
}

QVector<HttpRequest> ScriptedServer::requests() const
{
    QMutexLocker guard(&m_shared->lock);
    return m_shared->requests;
}

int ScriptedServer::count(const QString &command) const
{
    QMutexLocker guard(&m_shared->lock);
    int count = 0;
    for (const HttpRequest &request : std::as_const(m_shared->requests))
        count += command.isEmpty() || request.command() == command ? 1 : 0;
    return count;
}

int ScriptedServer::headsSeen() const
{
    QMutexLocker guard(&m_shared->lock);
    return m_shared->heads;
}

int ScriptedServer::connections() const
{
    QMutexLocker guard(&m_shared->lock);
    return m_shared->connections;
}

int ScriptedServer::openConnections() const
{
    QMutexLocker guard(&m_shared->lock);
    return m_shared->open;
}

int ScriptedServer::heldCount() const
{
    QMutexLocker guard(&m_shared->lock);
    return m_shared->held;
}

QByteArray ScriptedServer::received() const
{
    QMutexLocker guard(&m_shared->lock);
    return m_shared->received;
}

} // namespace naryad::test
