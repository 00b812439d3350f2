#include "secrets/KeyStore.h"

#include <qt6keychain/keychain.h>

#include <QObject>
#include <QPromise>

#include <memory>

namespace naryad::secrets {

namespace {

QString serviceName()
{
    return QStringLiteral("naryad");
}

Error keychainError(ErrorCause cause, const QString &words = {})
{
    Error error;
    error.kind = ErrorKind::Keychain;
    error.cause = cause;
    error.words = words;
    return error;
}

/// A promise that two may want to keep, the job and the timeout: the first one does.
template <class T> class Once
{
public:
    Once() { m_promise.start(); }

    QFuture<Result<T>> future() { return m_promise.future(); }

    void settle(const Result<T> &result)
    {
        if (m_done)
            return;
        m_done = true;
        m_promise.addResult(result);
        m_promise.finish();
    }

private:
    QPromise<Result<T>> m_promise;
    bool m_done = false;
};

} // namespace

class SystemKeyStore::Private
{
public:
    Private(const Clock &time, std::chrono::milliseconds most)
        : clock(time)
        , timeout(most)
    {}

    const Clock &clock;
    std::chrono::milliseconds timeout;
    QObject context; ///< the timeouts die with the store

    /// Starts a job and gives its ending: `read` makes the result of a good one, and of one that found no
    /// entry where `absenceIsFine`. The job deletes itself when it has ended, and only then: the library
    /// under it holds its address until it has its answer, so one that was given up must be left alone.
    template <class T, class Read>
    QFuture<Result<T>> run(QKeychain::Job *job, const QString &id, bool absenceIsFine, Read read)
    {
        auto once = std::make_shared<Once<T>>();
        // Never to a file in clear: without a keychain the key is for this run only.
        job->setInsecureFallback(false);
        job->setKey(id);
        QObject::connect(
            job, &QKeychain::Job::finished, &context, [once, read, absenceIsFine](QKeychain::Job *done) {
                const bool missing = done->error() == QKeychain::EntryNotFound;
                if (done->error() == QKeychain::NoError || (missing && absenceIsFine))
                    once->settle(read(*done));
                else
                    once->settle(Result<T>(fail(keychainError(ErrorCause::NoKeychain, done->errorString()))));
            });
        // QtKeychain waits for ever where an unlock question stands unanswered. The promise belongs to the
        // connection alone, so that it is dropped, and its future cancelled, as soon as the store dies.
        clock.after(timeout, &context, [waiting = std::weak_ptr(once)] {
            if (const auto still = waiting.lock())
                still->settle(Result<T>(fail(keychainError(ErrorCause::KeychainSilent))));
        });
        job->start();
        return once->future();
    }
};

SystemKeyStore::SystemKeyStore(const Clock &clock, std::chrono::milliseconds timeout)
    : d(std::make_unique<Private>(clock, timeout))
{}

SystemKeyStore::~SystemKeyStore() = default;

QFuture<Result<QString>> SystemKeyStore::read(const QString &id)
{
    return d->run<QString>(new QKeychain::ReadPasswordJob(serviceName()), id, true, [](QKeychain::Job &job) {
        return Result<QString>(static_cast<QKeychain::ReadPasswordJob &>(job).textData());
    });
}

QFuture<Result<void>> SystemKeyStore::write(const QString &id, const QString &key)
{
    auto *job = new QKeychain::WritePasswordJob(serviceName());
    job->setTextData(key);
    return d->run<void>(job, id, false, [](QKeychain::Job &) { return Result<void>(); });
}

QFuture<Result<void>> SystemKeyStore::remove(const QString &id)
{
    return d->run<void>(new QKeychain::DeletePasswordJob(serviceName()), id, true, [](QKeychain::Job &) {
        return Result<void>();
    });
}

QFuture<Result<QString>> MemoryKeyStore::read(const QString &id)
{
    return QtFuture::makeReadyFuture(Result<QString>(m_keys.value(id)));
}

QFuture<Result<void>> MemoryKeyStore::write(const QString &id, const QString &key)
{
    m_keys.insert(id, key);
    return QtFuture::makeReadyFuture(Result<void>());
}

QFuture<Result<void>> MemoryKeyStore::remove(const QString &id)
{
    m_keys.remove(id);
    return QtFuture::makeReadyFuture(Result<void>());
}

} // namespace naryad::secrets
