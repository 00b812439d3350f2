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
    /// The account of this name or address, or the last used one for an empty name; BadInput where there is
    /// none, or several are called so.
    Result<Account> find(const QString &name) const;
    /// Adds the account at this address, or updates it: what is given empty stays as it was. Makes its folder
    /// (0700). BadInput where another address has the name already.
    Result<Account> keep(const CompanyAddress &address, const QString &name, const QByteArray &zoneId) const;
    /// What keep() would call it; its error, before anything is asked or written.
    Result<QString> nameFor(const CompanyAddress &address, const QString &name) const;
    void setLastUsed(const Account &account) const;
    /// The folder of an account there is, as keep() makes it.
    static Result<void> prepareFolder(const Account &account);
    /// The demo's account and its folder.
    Result<Account> demo(const QUrl &base) const;
    /// Takes everything but the lock out of a folder whose lock is held.
    static void emptyFolder(const Account &account);
    /// Closes an account's folder to other users of this computer (0700); false where that can't be had, as
    /// on a disk that keeps no such rights. Windows: the user's own folders are closed by what they inherit.
    static bool closeToOthers(const QString &folder);

    QString dataDir() const { return m_dataDir; }
    QString preferencesFile() const;
    /// The name a key is kept under in the keychain: host[:port], for http with the scheme before it.
    static QString keyId(const QUrl &base);

private:
    QString accountsFile() const;
    static QString groupFor(const QUrl &base, const QVector<Account> &accounts);
    static Result<void> makeFolder(const QString &path);

    QString m_dataDir;
};

} // namespace naryad::app
