#pragma once

#include "core/Clock.h"
#include "core/Result.h"

#include <QFuture>
#include <QHash>
#include <QString>

#include <chrono>
#include <memory>

namespace naryad::secrets {

/// Where API keys are kept. Thread: the GUI's. Errors: Keychain with cause NoKeychain (there is none, or it
/// refused) or KeychainSilent (it did not answer in time, e.g. its unlock question stands unanswered).
class KeyStore
{
public:
    virtual ~KeyStore() = default;

    /// The key of an account (`id`: the base URL's host[:port]); an empty key where none is kept.
    virtual QFuture<Result<QString>> read(const QString &id) = 0;
    virtual QFuture<Result<void>> write(const QString &id, const QString &key) = 0;
    virtual QFuture<Result<void>> remove(const QString &id) = 0;
};

/// The operating system's keychain through QtKeychain, with a timeout of our own (QtKeychain has none).
/// Never falls back to a file.
class SystemKeyStore final : public KeyStore
{
public:
    explicit SystemKeyStore(const Clock &clock, std::chrono::milliseconds timeout = std::chrono::seconds(12));
    ~SystemKeyStore() override;

    QFuture<Result<QString>> read(const QString &id) override;
    QFuture<Result<void>> write(const QString &id, const QString &key) override;
    QFuture<Result<void>> remove(const QString &id) override;

private:
    class Private;
    std::unique_ptr<Private> d;
};

/// Keeps keys in memory for this run: --key-stdin, the demo, and tests.
class MemoryKeyStore final : public KeyStore
{
public:
    QFuture<Result<QString>> read(const QString &id) override;
    QFuture<Result<void>> write(const QString &id, const QString &key) override;
    QFuture<Result<void>> remove(const QString &id) override;

private:
    QHash<QString, QString> m_keys;
};

} // namespace naryad::secrets
