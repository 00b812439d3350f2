#include "Accounts.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QSettings>
#include <QStandardPaths>
#include <QTemporaryFile>

namespace naryad::app {

namespace {

QString folderNameOf(const QUrl &base)
{
    QString name = base.host();
    if (base.port() > 0)
        name += QLatin1Char('_') + QString::number(base.port());
    for (QChar &letter : name) {
        const bool plain = letter.isLetterOrNumber() || letter == QLatin1Char('.')
            || letter == QLatin1Char('-') || letter == QLatin1Char('_');
        if (!plain)
            letter = QLatin1Char('_');
    }
    return name;
}

tl::unexpected<Error> cannotWrite(const QString &path)
{
    Error error;
    error.kind = ErrorKind::Storage;
    error.cause = ErrorCause::ReadOnly;
    error.place = path;
    return fail(error);
}

} // namespace

Accounts::Accounts(const QString &dataDir)
    : m_dataDir(
        dataDir.isEmpty() ? QStandardPaths::writableLocation(QStandardPaths::AppDataLocation)
                          : QDir(dataDir).absolutePath())
{}

Result<void> Accounts::makeFolder(const QString &path) const
{
    const bool existed = QFileInfo::exists(path);
    if (!QDir().mkpath(path))
        return cannotWrite(path);
    // Only what we made is ours to close to others: a folder the user chose may be shared on purpose.
    if (!existed)
        QFile::setPermissions(path, QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
    QTemporaryFile probe(QDir(path).filePath(QStringLiteral("probe-XXXXXX")));
    if (!probe.open() || probe.write("x") != 1 || !probe.flush())
        return cannotWrite(path);
    return {};
}

Result<void> Accounts::prepare() const
{
    return makeFolder(m_dataDir);
}

QString Accounts::accountsFile() const
{
    return QDir(m_dataDir).filePath(QStringLiteral("accounts.ini"));
}

QString Accounts::preferencesFile() const
{
    return QDir(m_dataDir).filePath(QStringLiteral("naryad.ini"));
}

QString Accounts::keyId(const QUrl &base)
{
    return base.port() > 0 ? base.host() + QLatin1Char(':') + QString::number(base.port()) : base.host();
}

QVector<Account> Accounts::all() const
{
    QSettings ini(accountsFile(), QSettings::IniFormat);
    QVector<Account> accounts;
    const QStringList groups = ini.childGroups();
    for (const QString &group : groups) {
        ini.beginGroup(group);
        Account account;
        account.name = ini.value(QStringLiteral("name")).toString();
        account.base = QUrl(ini.value(QStringLiteral("address")).toString(), QUrl::StrictMode);
        account.zoneId = ini.value(QStringLiteral("zone")).toString().toLatin1();
        account.folder = QDir(m_dataDir).filePath(group);
        ini.endGroup();
        if (account.base.isValid() && !account.name.isEmpty())
            accounts.append(account);
    }
    return accounts;
}

Result<Account> Accounts::find(const QString &name) const
{
    const QVector<Account> accounts = all();
    QString wanted = name;
    if (wanted.isEmpty()) {
        QSettings ini(accountsFile(), QSettings::IniFormat);
        wanted = ini.value(QStringLiteral("last")).toString();
        if (wanted.isEmpty() && accounts.size() == 1)
            wanted = accounts.first().name;
    }
    for (const Account &account : accounts) {
        if (account.name == wanted || keyId(account.base) == wanted)
            return account;
    }
    return fail(
        ErrorKind::BadInput,
        name.isEmpty()
            ? QCoreApplication::translate("naryad::app", "No company is connected yet.")
            : QCoreApplication::translate("naryad::app", "No company of that name is connected: %1")
                  .arg(name));
}

Result<Account>
Accounts::keep(const CompanyAddress &address, const QString &name, const QByteArray &zoneId) const
{
    Account account;
    account.name = name.isEmpty() ? address.shortName : name;
    account.base = address.base;
    account.zoneId = zoneId.isEmpty() ? QByteArrayLiteral("Europe/Moscow") : zoneId;
    const QString group = folderNameOf(address.base);
    account.folder = QDir(m_dataDir).filePath(group);
    if (auto made = makeFolder(account.folder); !made)
        return tl::unexpected(made.error());
    QSettings ini(accountsFile(), QSettings::IniFormat);
    ini.beginGroup(group);
    ini.setValue(QStringLiteral("name"), account.name);
    ini.setValue(QStringLiteral("address"), account.base.toString());
    ini.setValue(QStringLiteral("zone"), QString::fromLatin1(account.zoneId));
    ini.endGroup();
    ini.sync();
    if (ini.status() != QSettings::NoError)
        return cannotWrite(accountsFile());
    setLastUsed(account);
    return account;
}

void Accounts::setLastUsed(const Account &account) const
{
    QSettings ini(accountsFile(), QSettings::IniFormat);
    ini.setValue(QStringLiteral("last"), account.name);
}

Result<Account> Accounts::demo(const QUrl &base) const
{
    Account account;
    account.name = QCoreApplication::translate("naryad::app", "DEMO, a made-up company");
    account.base = base;
    account.zoneId = QByteArrayLiteral("Europe/Moscow");
    account.demo = true;
    account.folder = QDir(m_dataDir).filePath(QStringLiteral("demo"));
    if (auto made = makeFolder(account.folder); !made)
        return tl::unexpected(made.error());
    return account;
}

void Accounts::emptyFolder(const Account &account)
{
    QDir folder(account.folder);
    const QStringList files = folder.entryList(QDir::Files | QDir::Hidden);
    for (const QString &file : files) {
        if (file != QLatin1String("lock"))
            folder.remove(file);
    }
}

} // namespace naryad::app
