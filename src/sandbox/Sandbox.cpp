#include "sandbox/Sandbox.h"

#include "Server.h"

#include <QRandomGenerator>
#include <QThread>

namespace naryad::sandbox {

namespace {

QString randomKey()
{
    QByteArray bytes(18, Qt::Uninitialized);
    for (char &byte : bytes)
        byte = static_cast<char>(QRandomGenerator::system()->bounded(256));
    return QString::fromLatin1(bytes.toHex());
}

} // namespace

class Sandbox::Private
{
public:
    /// Runs `act` on the sandbox's thread and waits for what it gives.
    Result<void> onServer(const std::function<Result<void>(Service &)> &act);

    Options options;
    QThread thread;
    Server *server = nullptr; ///< lives in `thread`
    quint16 port = 0;
};

Result<void> Sandbox::Private::onServer(const std::function<Result<void>(Service &)> &act)
{
    if (!server)
        return fail(ErrorKind::Storage, QStringLiteral("the sandbox is not started"));
    Result<void> result;
    QMetaObject::invokeMethod(
        server, [this, &act, &result] { result = act(server->service()); }, Qt::BlockingQueuedConnection);
    return result;
}

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

Result<void> Sandbox::save(const QString &file)
{
    return d->onServer([&file](Service &service) { return service.save(file); });
}

Result<void> Sandbox::load(const QString &file)
{
    return d->onServer([&file](Service &service) { return service.load(file); });
}

Result<void> Sandbox::reset()
{
    return d->onServer([](Service &service) {
        service.reset();
        return Result<void>();
    });
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
