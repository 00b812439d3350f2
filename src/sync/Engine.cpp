#include "sync/Engine.h"

#include "EngineCore.h"

#include <QDir>
#include <QPromise>
#include <QThread>

namespace naryad::sync {

class Engine::Private
{
public:
    Account account;
    QThread thread;
    EngineCore *core = nullptr; ///< lives in `thread`
    QStringList notices;
    bool open = false;

    template <class Call> void post(Call call)
    {
        if (!open)
            return;
        QMetaObject::invokeMethod(core, [core = core, call = std::move(call)] { call(*core); });
    }

    /// Runs `call` on the engine thread; it fulfils the promise when it can.
    template <class Call> QFuture<Result<SyncState>> askLater(Call call)
    {
        auto promise = std::make_shared<QPromise<Result<SyncState>>>();
        promise->start();
        const auto future = promise->future();
        if (!open) {
            promise->addResult(Result<SyncState>(fail(ErrorKind::Storage)));
            promise->finish();
            return future;
        }
        post([promise, call = std::move(call)](EngineCore &engine) { call(engine, promise); });
        return future;
    }

    /// Runs `call` on the engine thread and hands its result back as a future.
    template <class T, class Call> QFuture<Result<T>> ask(Call call)
    {
        auto promise = std::make_shared<QPromise<Result<T>>>();
        promise->start();
        if (!open) {
            promise->addResult(Result<T>(fail(ErrorKind::Storage)));
            promise->finish();
            return promise->future();
        }
        QMetaObject::invokeMethod(core, [core = core, promise, call = std::move(call)] {
            promise->addResult(call(*core));
            promise->finish();
        });
        return promise->future();
    }
};

Engine::Engine(Account account, const QString &key, const Clock &clock, EngineOptions options)
    : d(std::make_unique<Private>())
{
    qRegisterMetaType<SyncState>();
    qRegisterMetaType<MirrorChange>();
    d->account = account;
    d->core = new EngineCore(std::move(account), key, clock, options);
    d->core->moveToThread(&d->thread);
    d->thread.setObjectName(QStringLiteral("engine"));
    connect(&d->thread, &QThread::finished, d->core, &QObject::deleteLater);
    connect(d->core, &EngineCore::stateChanged, this, [this](const SyncState &state) {
        m_state = state;
        Q_EMIT stateChanged(m_state);
    });
    connect(d->core, &EngineCore::mirrorChanged, this, &Engine::mirrorChanged);
    connect(d->core, &EngineCore::mirrorReplaced, this, &Engine::mirrorReplaced);
    d->thread.start(QThread::LowPriority);
}

Engine::~Engine()
{
    QMetaObject::invokeMethod(
        d->core, [core = d->core] { core->shutDown(); }, Qt::BlockingQueuedConnection);
    d->thread.quit();
    d->thread.wait();
}

Result<void> Engine::open()
{
    Result<void> opened;
    QMetaObject::invokeMethod(
        d->core,
        [this, &opened] {
            opened = d->core->open();
            d->notices = d->core->notices();
        },
        Qt::BlockingQueuedConnection);
    d->open = opened.has_value();
    // The first of all that is asked of it from here on.
    d->post([](EngineCore &core) { core.begin(); });
    return opened;
}

QStringList Engine::notices() const
{
    return d->notices;
}

QString Engine::mirrorPath() const
{
    return QDir(d->account.folder).filePath(QStringLiteral("mirror.db"));
}

QString Engine::journalPath() const
{
    return QDir(d->account.folder).filePath(QStringLiteral("journal.db"));
}

void Engine::setKey(const QString &key)
{
    d->post([key](EngineCore &core) { core.setKey(key); });
}

void Engine::setRequestsPerSecond(int rate)
{
    d->post([rate](EngineCore &core) { core.setRequestsPerSecond(rate); });
}

void Engine::setLookEvery(std::chrono::milliseconds every)
{
    d->post([every](EngineCore &core) { core.setLookEvery(every); });
}

void Engine::setPaused(bool paused)
{
    d->post([paused](EngineCore &core) { core.setPaused(paused); });
}

QFuture<Result<SyncState>> Engine::syncOnce()
{
    return d->askLater([](EngineCore &core, auto promise) { core.syncOnce(promise); });
}

QFuture<Result<SyncState>> Engine::sendBeforeQuitting(std::chrono::milliseconds atMost)
{
    return d->askLater(
        [atMost](EngineCore &core, auto promise) { core.sendBeforeQuitting(atMost, promise); });
}

QFuture<Result<CommandId>> Engine::submitAs(const QString &token, const Command &command)
{
    return d->ask<CommandId>([token, command](EngineCore &core) { return core.submitAs(token, command); });
}

QFuture<Result<CommandId>> Engine::submit(const Command &command, const QString &draftKey)
{
    return d->ask<CommandId>(
        [command, draftKey](EngineCore &core) { return core.submit(command, draftKey); });
}

QFuture<Result<QVector<CommandId>>> Engine::submitAll(const QVector<Command> &commands)
{
    return d->ask<QVector<CommandId>>([commands](EngineCore &core) { return core.submitAll(commands); });
}

QFuture<Result<void>> Engine::keepDraft(const Draft &draft)
{
    return d->ask<void>([draft](EngineCore &core) { return core.keepDraft(draft); });
}

QFuture<Result<void>> Engine::dropDraft(const QString &key)
{
    return d->ask<void>([key](EngineCore &core) { return core.dropDraft(key); });
}

QFuture<Result<void>> Engine::decide(CommandId id, Decision decision, const QString &objectId)
{
    return d->ask<void>(
        [id, decision, objectId](EngineCore &core) { return core.decide(id, decision, objectId); });
}

void Engine::setHold(std::chrono::seconds hold)
{
    d->post([hold](EngineCore &core) { core.setHold(hold); });
}

QFuture<Result<TaskNumbers>> Engine::taskNumbers()
{
    return d->ask<TaskNumbers>([](EngineCore &core) { return core.taskNumbers(); });
}

QFuture<Result<TaskNumbers>>
Engine::setTaskNumbers(TaskNumbers::By by, const QString &prefix, std::optional<qint64> next)
{
    return d->ask<TaskNumbers>(
        [by, prefix, next](EngineCore &core) { return core.setTaskNumbers(by, prefix, next); });
}

QFuture<Result<void>> Engine::recall(CommandId id)
{
    return d->ask<void>([id](EngineCore &core) { return core.recall(id); });
}

QFuture<Result<CommandId>> Engine::recallLast()
{
    return d->ask<CommandId>([](EngineCore &core) { return core.recallLast(); });
}

QFuture<Result<QVector<FoundObject>>> Engine::lookFor(CommandId id)
{
    auto promise = std::make_shared<QPromise<Result<QVector<FoundObject>>>>();
    promise->start();
    const auto future = promise->future();
    d->post([promise, id](EngineCore &core) {
        core.lookFor(id).then(&core, [promise](const Result<QVector<FoundObject>> &found) {
            promise->addResult(found);
            promise->finish();
        });
    });
    return future;
}

void Engine::lookAtTask(const QString &id)
{
    d->post([id](EngineCore &core) { core.puller()->lookAtTask(id); });
}

void Engine::lookAtContractor(const QString &id)
{
    d->post([id](EngineCore &core) { core.puller()->lookAtContractor(id); });
}

void Engine::lookAtTemplate(const QString &id)
{
    d->post([id](EngineCore &core) { core.puller()->lookAtTemplate(id); });
}

void Engine::lookAtEquipment(const QString &id)
{
    d->post([id](EngineCore &core) { core.puller()->lookAtEquipment(id); });
}

void Engine::lookAtPersons(const QString &contractorId, const QStringList &persons)
{
    d->post([contractorId, persons](EngineCore &core) { core.lookAtPersons(contractorId, persons); });
}

QFuture<Result<Contractor>> Engine::findContractor(const QString &externalId)
{
    auto promise = std::make_shared<QPromise<Result<Contractor>>>();
    promise->start();
    const auto future = promise->future();
    d->post([promise, externalId](EngineCore &core) {
        core.findContractor(externalId).then(&core, [promise](const Result<Contractor> &found) {
            promise->addResult(found);
            promise->finish();
        });
    });
    return future;
}

void Engine::refresh()
{
    d->post([](EngineCore &core) { core.refresh(); });
}

QFuture<Result<void>> Engine::keepViews(const QString &views)
{
    return d->ask<void>([views](EngineCore &core) { return core.keepViews(views); });
}

QFuture<Result<void>> Engine::keepResult(const NamedRef &result)
{
    return d->ask<void>([result](EngineCore &core) { return core.keepResult(result); });
}

QFuture<Result<void>> Engine::dropResult(const QString &id)
{
    return d->ask<void>([id](EngineCore &core) { return core.dropResult(id); });
}

QFuture<Result<void>> Engine::keepWord(const DictionaryEntry &word)
{
    return d->ask<void>([word](EngineCore &core) { return core.keepWord(word); });
}

QFuture<Result<void>> Engine::dropWord(DictionaryKind kind, const QString &id)
{
    return d->ask<void>([kind, id](EngineCore &core) { return core.dropWord(kind, id); });
}

} // namespace naryad::sync
