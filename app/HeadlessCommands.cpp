#include "HeadlessCommands.h"

#include "Accounts.h"
#include "SingleInstance.h"
#include "core/Await.h"
#include "core/Log.h"
#include "exports/Export.h"
#include "models/Words.h"
#include "secrets/KeyStore.h"
#include "store/Reader.h"
#include "sync/Engine.h"

#include <QCoreApplication>
#include <QDir>
#include <QElapsedTimer>
#include <QEventLoop>
#include <QFileInfo>
#include <QFutureWatcher>
#include <QJsonDocument>
#include <QJsonObject>

#include <cstdio>

namespace naryad::app {

namespace {

int complain(const Error &error)
{
    std::fprintf(stderr, "naryad: %s\n", describe(error).toUtf8().constData());
    return 1;
}

/// The one place that waits for a future: these commands have no window to keep alive.
template <class T> Result<T> waitFor(const QFuture<Result<T>> &future)
{
    QEventLoop loop;
    QFutureWatcher<Result<T>> watcher;
    QObject::connect(&watcher, &QFutureWatcherBase::finished, &loop, &QEventLoop::quit);
    watcher.setFuture(future);
    if (!future.isFinished())
        loop.exec();
    return endedResult(future);
}

} // namespace

int runConnect(const CommandLine &line)
{
    const SystemClock clock;
    const auto address = parseCompanyAddress(line.argument);
    if (!address)
        return complain(address.error());
    const auto key = cleanApiKey(readKeyFromStdin());
    if (!key)
        return complain(key.error());
    redactFromLog(*key);
    const Accounts accounts(line.dataDir);
    if (auto prepared = accounts.prepare(); !prepared)
        return complain(prepared.error());
    if (auto name = accounts.nameFor(*address, line.name); !name)
        return complain(name.error());
    if (auto checked = waitFor(sync::checkConnection(address->base, *key, clock)); !checked)
        return complain(checked.error());
    secrets::SystemKeyStore keys(clock);
    if (auto kept = waitFor(keys.write(Accounts::keyId(address->base), *key)); !kept)
        return complain(kept.error());
    const auto account = accounts.keep(*address, line.name, {});
    if (!account)
        return complain(account.error());
    std::printf("%s\n", account->name.toUtf8().constData());
    return 0;
}

int runExport(const CommandLine &line)
{
    const Accounts accounts(line.dataDir);
    const auto account = accounts.find(line.account);
    if (!account)
        return complain(account.error());
    const QDir folder(account->folder);
    if (!folder.exists(QStringLiteral("mirror.db"))) {
        Error error;
        error.kind = ErrorKind::BadInput;
        error.words = QCoreApplication::translate(
            "naryad::app", "Nothing of this company has been synchronised on this computer yet.");
        return complain(error);
    }
    store::Reader reader(
        folder.filePath(QStringLiteral("mirror.db")), folder.filePath(QStringLiteral("journal.db")));
    exports::Order order;
    order.what = line.argument == QLatin1String("contractors") ? exports::What::Contractors
        : line.argument == QLatin1String("equipment")          ? exports::What::Equipment
                                                               : exports::What::Tasks;
    order.format = line.format == QLatin1String("xlsx") ? exports::Format::Xlsx : exports::Format::Csv;
    order.file = QFileInfo(line.out).absoluteFilePath();
    order.overwrite = line.overwrite;
    order.zone = AccountZone(account->zoneId);
    order.separator = exports::usualSeparator();
    exports::Export run(reader, order);
    const auto written = waitFor(run.future());
    if (!written)
        return complain(written.error());
    const QJsonObject summary{
        {QStringLiteral("rows"), written->rows}, {QStringLiteral("file"), written->file}};
    std::printf("%s\n", QJsonDocument(summary).toJson(QJsonDocument::Compact).constData());
    return 0;
}

int runSync(const CommandLine &line)
{
    const SystemClock clock;
    const Accounts accounts(line.dataDir);
    const auto account = accounts.find(line.account);
    if (!account)
        return complain(account.error());
    QString key;
    if (line.keyFromStdin) {
        key = readKeyFromStdin();
    } else {
        secrets::SystemKeyStore keys(clock);
        const auto kept = waitFor(keys.read(Accounts::keyId(account->base)));
        if (!kept)
            return complain(kept.error());
        key = *kept;
    }
    const auto usable = cleanApiKey(key);
    if (!usable)
        return complain(usable.error());

    if (auto prepared = Accounts::prepareFolder(*account); !prepared)
        return complain(prepared.error());
    SingleInstance instance(account->folder);
    if (auto taken = instance.take(); !taken)
        return complain(taken.error());
    sync::EngineOptions options;
    options.autoStart = false;
    sync::Engine engine(*account, *usable, clock, options);
    if (auto opened = engine.open(); !opened)
        return complain(opened.error());
    const AccountZone zone(account->zoneId);
    QString last;
    QObject::connect(&engine, &sync::Engine::stateChanged, &engine, [&last, zone](const SyncState &state) {
        const QString words = models::statusText(state, zone);
        if (words != last)
            std::fprintf(stderr, "%s\n", words.toUtf8().constData());
        last = words;
    });
    QElapsedTimer timer;
    timer.start();
    const auto state = waitFor(engine.syncOnce());
    if (!state)
        return complain(state.error());
    const QJsonObject summary{
        {QStringLiteral("requests"), state->requests},
        {QStringLiteral("details"), state->details},
        {QStringLiteral("seconds"), static_cast<double>(timer.elapsed()) / 1000.0},
        {QStringLiteral("sent"), state->sent},
        {QStringLiteral("waiting"), state->waiting},
        {QStringLiteral("unsure"), state->unsure},
        {QStringLiteral("refused"), state->refused}};
    std::printf("%s\n", QJsonDocument(summary).toJson(QJsonDocument::Compact).constData());
    if (state->lastError)
        return complain(*state->lastError);
    return 0;
}

} // namespace naryad::app
