#include "core/Clock.h"
#include "sync/Engine.h"

#include <QCoreApplication>
#include <QFutureWatcher>

/// first_sync_child ADDRESS KEY FOLDER: one synchronisation, to be killed on its way. Exit status 0:
/// complete.
int main(int argc, char **argv)
{
    using namespace naryad;
    QCoreApplication app(argc, argv);
    const QStringList words = QCoreApplication::arguments();
    if (words.size() != 4)
        return 2;
    Account account;
    account.base = QUrl(words.at(1));
    account.zoneId = "Europe/Moscow";
    account.folder = words.at(3);
    const SystemClock clock;
    sync::EngineOptions options;
    options.autoStart = false;
    sync::Engine engine(account, words.at(2), clock, options);
    if (!engine.open())
        return 3;
    QFutureWatcher<Result<SyncState>> watcher;
    QObject::connect(&watcher, &QFutureWatcherBase::finished, &app, [&watcher] {
        const auto state = watcher.result();
        QCoreApplication::exit(state && !state->lastError && state->detailsMissing == 0 ? 0 : 1);
    });
    watcher.setFuture(engine.syncOnce());
    return app.exec();
}
