#pragma once

#include "core/Account.h"
#include "core/CompanyAddress.h"
#include "core/Result.h"

#include <QString>
#include <QVector>

namespace naryad::app {

/// The companies this computer knows, in one INI file, and the folder of each. Never the key.
/// Thread: the GUI's.
class Accounts
{
public:
    /// `dataDir` empty: the system's place for program data. Makes nothing on disk yet.
    explicit Accounts(const QString &dataDir);

    /// Makes the data folder (0700) and proves that it can be written. Errors: Storage with ReadOnly or
    /// DiskFull.
    Result<void> prepare() const;

    QVector<Account> all() const;
    /// The named account, or the last used one for an empty name; BadInput where there is none.
    Result<Account> find(const QString &name) const;
    /// Adds or updates the account at this address and makes its folder (0700).
    Result<Account> keep(const CompanyAddress &address, const QString &name, const QByteArray &zoneId) const;
    void setLastUsed(const Account &account) const;
    /// The demo's account and its folder.
    Result<Account> demo(const QUrl &base) const;
    /// Takes everything but the lock out of a folder whose lock is held.
    static void emptyFolder(const Account &account);

    QString dataDir() const { return m_dataDir; }
    QString preferencesFile() const;
    /// The name a key is kept under in the keychain.
    static QString keyId(const QUrl &base);

private:
    QString accountsFile() const;
    Result<void> makeFolder(const QString &path) const;

    QString m_dataDir;
};

} // namespace naryad::app
