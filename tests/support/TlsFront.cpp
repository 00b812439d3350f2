#include "TlsFront.h"

#include <QFile>
#include <QHostAddress>
#include <QSslCertificate>
#include <QSslKey>
#include <QSslSocket>
#include <QTcpServer>

#include <atomic>
#include <functional>
namespace naryad::test {

namespace {

QByteArray pem(const char *name)
{
    QFile file(QStringLiteral(NARYAD_TEST_CERTIFICATES "/") + QString::fromLatin1(name));
    if (!file.open(QIODevice::ReadOnly))
        qFatal("no test certificate %s", name);
    return file.readAll();
}

const char *fileOf(TlsFront::Certificate certificate)
{
    switch (certificate) {
    case TlsFront::Certificate::OtherName:
        return "other-name.pem";
    case TlsFront::Certificate::Expired:
        return "expired.pem";
    case TlsFront::Certificate::Good:
        break;
    }
    return "good.pem";
}

QSslConfiguration serverConfiguration(TlsFront::Certificate certificate)
{
    QSslConfiguration tls = QSslConfiguration::defaultConfiguration();
    tls.setLocalCertificate(QSslCertificate(pem(fileOf(certificate))));
    tls.setPrivateKey(QSslKey(pem("server.key"), QSsl::Ec));
    tls.setPeerVerifyMode(QSslSocket::VerifyNone);
    return tls;
}

/// QTcpServer, but the sockets are made by whoever knows about the encryption.
class RawServer final : public QTcpServer
{
public:
    RawServer(std::function<void(qintptr)> taken, QObject *parent)
        : QTcpServer(parent)
        , m_taken(std::move(taken))
    {}

protected:
    void incomingConnection(qintptr descriptor) override { m_taken(descriptor); }

private:
    std::function<void(qintptr)> m_taken;
};

} // namespace

struct TlsFront::Shared
{
    quint16 port = 0;
    std::atomic<int> connections = 0;
    std::atomic<int> handshakes = 0;
    std::atomic<qint64> received = 0;
};

class TlsFront::Worker final : public QObject
{
public:
    Worker(std::shared_ptr<Shared> shared, const QUrl &server, Certificate certificate)
        : m_shared(std::move(shared))
        , m_target(server)
        , m_tls(serverConfiguration(certificate))
    {}

    void listen()
    {
        auto *server = new RawServer([this](qintptr descriptor) { accept(descriptor); }, this);
        if (!server->listen(QHostAddress::LocalHost, 0))
            qFatal("no loopback port");
        m_shared->port = server->serverPort();
    }

private:
    void accept(qintptr descriptor)
    {
        ++m_shared->connections;
        auto *client = new QSslSocket(this);
        QObject::connect(client, &QAbstractSocket::disconnected, client, &QObject::deleteLater);
        if (!client->setSocketDescriptor(descriptor)) {
            delete client;
            return;
        }
        QObject::connect(client, &QSslSocket::encrypted, this, [this, client] { join(client); });
        client->setSslConfiguration(m_tls);
        client->startServerEncryption();
    }

    /// From here on bytes go both ways, and who closes closes both.
    void join(QSslSocket *client)
    {
        ++m_shared->handshakes;
        auto *server = new QTcpSocket(client);
        const auto up = [this, client, server] {
            const QByteArray bytes = client->readAll();
            m_shared->received += bytes.size();
            server->write(bytes);
        };
        QObject::connect(client, &QIODevice::readyRead, server, up);
        QObject::connect(
            server, &QIODevice::readyRead, client, [client, server] { client->write(server->readAll()); });
        QObject::connect(
            server, &QAbstractSocket::disconnected, client, &QAbstractSocket::disconnectFromHost);
        server->connectToHost(m_target.host(), static_cast<quint16>(m_target.port(80)));
        up();
    }

    std::shared_ptr<Shared> m_shared;
    const QUrl m_target;
    const QSslConfiguration m_tls;
};

TlsFront::TlsFront(const QUrl &server, Certificate certificate)
    : m_shared(std::make_shared<Shared>())
    , m_worker(new Worker(m_shared, server, certificate))
{
    m_worker->moveToThread(&m_thread);
    m_thread.start();
    QMetaObject::invokeMethod(
        m_worker, [this] { m_worker->listen(); }, Qt::BlockingQueuedConnection);
}

TlsFront::~TlsFront()
{
    QMetaObject::invokeMethod(
        m_worker, [this] { delete m_worker; }, Qt::BlockingQueuedConnection);
    m_thread.quit();
    m_thread.wait();
}

QUrl TlsFront::url() const
{
    QUrl url;
    url.setScheme(QStringLiteral("https"));
    url.setHost(QStringLiteral("127.0.0.1"));
    url.setPort(m_shared->port);
    return url;
}

int TlsFront::connections() const
{
    return m_shared->connections;
}

int TlsFront::handshakes() const
{
    return m_shared->handshakes;
}

qint64 TlsFront::received() const
{
    return m_shared->received;
}

TrustTestAuthority::TrustTestAuthority()
    : m_before(QSslConfiguration::defaultConfiguration())
{
    QSslConfiguration tls = m_before;
    tls.addCaCertificate(QSslCertificate(pem("authority.pem")));
    QSslConfiguration::setDefaultConfiguration(tls);
}

TrustTestAuthority::~TrustTestAuthority()
{
    QSslConfiguration::setDefaultConfiguration(m_before);
}

} // namespace naryad::test
