#include "Accounts.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QSettings>
#include <QStandardPaths>
#include <QTemporaryFile>

#include <algorithm>
#include <iterator>

namespace naryad::app {

namespace {

/// Never the folder of a company: no host's name leads to a '+'.
constexpr QLatin1String DemoFolder("+demo");

/// Only http needs its scheme there: nearly all are https.
bool isHttp(const QUrl &base)
{
    return base.scheme() == QLatin1String("http");
}

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
    return isHttp(base) ? QLatin1String("http+") + name : name;
}

QString hostAndPort(const QUrl &base)
{
    return base.port() > 0 ? base.host() + QLatin1Char(':') + QString::number(base.port()) : base.host();
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

Result<void> Accounts::makeFolder(const QString &path)
{
    const bool existed = QFileInfo::exists(path);
    if (!QDir().mkpath(path))
        return cannotWrite(path);
    // Only what we made is ours to close to others: a folder the user chose may be shared on purpose.
    if (!existed)
        closeToOthers(path);
    QTemporaryFile probe(QDir(path).filePath(QStringLiteral("probe-XXXXXX")));
    if (!probe.open() || probe.write("x") != 1 || !probe.flush())
        return cannotWrite(path);
    return {};
}

/// An account's folder is ours, whoever made it: what lies in it is for this user alone.
Result<void> Accounts::prepareFolder(const Account &account)
{
    auto made = makeFolder(account.folder);
    if (made)
        closeToOthers(account.folder);
    return made;
}

bool Accounts::closeToOthers(const QString &folder)
{
#ifdef Q_OS_WIN
    Q_UNUSED(folder)
    return true;
#else
    const auto own = QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner;
    const auto others = QFile::ReadGroup | QFile::WriteGroup | QFile::ExeGroup | QFile::ReadOther
        | QFile::WriteOther | QFile::ExeOther;
    // Asked again: some disks take the wish and do nothing.
    return QFile::setPermissions(folder, own) && !(QFile::permissions(folder) & others);
#endif
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
    return isHttp(base) ? QLatin1String("http://") + hostAndPort(base) : hostAndPort(base);
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
    if (name.isEmpty()) {
        QSettings ini(accountsFile(), QSettings::IniFormat);
        const QString last = ini.value(QStringLiteral("last")).toString();
        for (const Account &account : accounts) {
            if (QFileInfo(account.folder).fileName() == last)
                return account;
        }
        if (accounts.size() == 1)
            return accounts.first();
        if (last.isEmpty()) {
            return fail(
                ErrorKind::BadInput,
                QCoreApplication::translate("naryad::app", "No company is connected yet."));
        }
        return find(last); // an earlier version kept the name
    }
    const auto called = [&accounts](const auto &matches) {
        QVector<Account> found;
        std::copy_if(accounts.begin(), accounts.end(), std::back_inserter(found), matches);
        return found;
    };
    // An address is one company's alone, so it comes before names.
    QVector<Account> found = called([&name](const Account &one) { return keyId(one.base) == name; });
    if (found.isEmpty())
        found = called([&name](const Account &one) { return one.name == name; });
    if (found.isEmpty())
        found = called([&name](const Account &one) { return hostAndPort(one.base) == name; });
    if (found.size() == 1)
        return found.first();
    return fail(
        ErrorKind::BadInput,
        found.isEmpty()
            ? QCoreApplication::translate("naryad::app", "No company of that name is connected: %1").arg(name)
            : QCoreApplication::translate(
                  "naryad::app", "Several companies are called %1. Name the one you mean by its address: %2")
                  .arg(name, keyId(found.at(0).base) + QStringLiteral(", ") + keyId(found.at(1).base)));
}

/// The one it has; else one that no other address has.
QString Accounts::groupFor(const QUrl &base, const QVector<Account> &accounts)
{
    QStringList taken;
    for (const Account &account : accounts) {
        const QString group = QFileInfo(account.folder).fileName();
        if (account.base == base)
            return group;
        taken.append(group);
    }
    const QString plain = folderNameOf(base);
    QString group = plain;
    for (int i = 2; taken.contains(group, Qt::CaseInsensitive); ++i)
        group = plain + QLatin1Char('+') + QString::number(i);
    return group;
}

/// As it is asked for; where nothing is asked the one it has, else one that no other address has.
Result<QString> Accounts::nameFor(const CompanyAddress &address, const QString &name) const
{
    const QVector<Account> accounts = all();
    const auto other = [&](const QString &called) {
        return std::find_if(accounts.begin(), accounts.end(), [&](const Account &account) {
            return account.base != address.base && (account.name == called || keyId(account.base) == called);
        });
    };
    if (name.isEmpty()) {
        for (const Account &account : accounts) {
            if (account.base == address.base)
                return account.name;
        }
        return other(address.shortName) == accounts.end() ? address.shortName : address.base.toString();
    }
    if (const auto has = other(name); has != accounts.end()) {
        return fail(
            ErrorKind::BadInput,
            QCoreApplication::translate(
                "naryad::app", "The company at %1 is called %2 already: choose another name.")
                .arg(has->base.toString(), name));
    }
    return name;
}

Result<Account>
Accounts::keep(const CompanyAddress &address, const QString &name, const QByteArray &zoneId) const
{
    const QVector<Account> accounts = all();
    const auto called = nameFor(address, name);
    if (!called)
        return tl::unexpected(called.error());
    Account account;
    account.name = *called;
    account.base = address.base;
    account.zoneId = zoneId;
    for (const Account &known : accounts) {
        if (known.base == address.base && account.zoneId.isEmpty())
            account.zoneId = known.zoneId;
    }
    if (account.zoneId.isEmpty())
        account.zoneId = QByteArrayLiteral("Europe/Moscow");
    const QString group = groupFor(address.base, accounts);
    account.folder = QDir(m_dataDir).filePath(group);
    if (auto made = prepareFolder(account); !made)
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
    ini.setValue(QStringLiteral("last"), QFileInfo(account.folder).fileName());
}

Result<Account> Accounts::demo(const QUrl &base) const
{
    Account account;
    account.name = QCoreApplication::translate("naryad::app", "DEMO, a made-up company");
    account.base = base;
    account.zoneId = QByteArrayLiteral("Europe/Moscow");
    account.demo = true;
    account.folder = QDir(m_dataDir).filePath(DemoFolder);
    if (auto made = prepareFolder(account); !made)
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
