#include "SingleInstance.h"

#include <QCoreApplication>
#include <QCryptographicHash>
#include <QDir>
#include <QLocalSocket>

namespace naryad::app {

namespace {

constexpr int LockWaitMs = 300;
constexpr int AnswerWaitMs = 500;
constexpr qint64 LongestLine = 4096;

} // namespace

SingleInstance::SingleInstance(const QString &folder, QObject *parent)
    : QObject(parent)
    , m_folder(QDir(folder).absolutePath())
    , m_lock(QDir(folder).filePath(QStringLiteral("lock")))
{
    m_lock.setStaleLockTime(0);
}

SingleInstance::~SingleInstance() = default;

QString SingleInstance::serverName(const QString &folder)
{
    const QByteArray path = QDir(folder).absolutePath().toUtf8();
    const QByteArray hash = QCryptographicHash::hash(path, QCryptographicHash::Sha1).toHex().left(16);
    return QStringLiteral("naryad-") + QString::fromLatin1(hash);
}

Result<void> SingleInstance::take()
{
    if (!m_lock.tryLock(LockWaitMs)) {
        Error error;
        error.kind = ErrorKind::Storage;
        error.place = m_folder;
        if (m_lock.error() == QLockFile::LockFailedError) {
            error.cause = ErrorCause::InUse;
            qint64 pid = 0;
            QString host;
            QString application;
            if (m_lock.getLockInfo(&pid, &host, &application)) {
                error.words = QCoreApplication::translate("naryad::app", "process %1 on %2")
                                  .arg(QString::number(pid), host);
            }
        } else {
            error.cause = ErrorCause::ReadOnly;
        }
        return fail(error);
    }
    QLocalServer::removeServer(serverName(m_folder));
    m_server = std::make_unique<QLocalServer>();
    m_server->setSocketOptions(QLocalServer::UserAccessOption);
    connect(m_server.get(), &QLocalServer::newConnection, this, [this] {
        while (QLocalSocket *socket = m_server->nextPendingConnection()) {
            connect(socket, &QLocalSocket::disconnected, socket, &QObject::deleteLater);
            connect(socket, &QLocalSocket::readyRead, this, [this, socket] { serve(socket); });
            serve(socket);
        }
    });
    m_server->listen(serverName(m_folder));
    return {};
}

/// The window comes forward in any case; what can't be read as an order is none.
void SingleInstance::serve(QLocalSocket *socket)
{
    if (!socket->canReadLine() && socket->bytesAvailable() < LongestLine)
        return;
    socket->disconnect(this);
    const auto order = orderOfLine(socket->readLine(LongestLine));
    socket->write("raised\n");
    socket->flush();
    socket->disconnectFromServer();
    Q_EMIT raiseAsked(order.value_or(WindowOrder()));
}

bool SingleInstance::raiseOther(const QString &folder, const WindowOrder &order)
{
    QLocalSocket socket;
    socket.connectToServer(serverName(folder));
    if (!socket.waitForConnected(AnswerWaitMs))
        return false;
    socket.write(lineOf(order));
    socket.flush();
    return socket.waitForReadyRead(AnswerWaitMs);
}

} // namespace naryad::app
