#include "Accounts.h"
#include "Hardening.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QSettings>
#include <QTemporaryDir>
#include <QTest>

using namespace naryad;
using namespace Qt::StringLiterals;
using app::Accounts;

namespace {

CompanyAddress at(const QString &typed)
{
    return parseCompanyAddress(typed).value_or(CompanyAddress{});
}

} // namespace

/// Which folder, name, zone and key belong to which address, and who may read the folder.
class AccountsTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init()
    {
        m_dir = std::make_unique<QTemporaryDir>();
        m_accounts = std::make_unique<Accounts>(m_dir->path());
    }
    void connectingAgainKeepsWhatIsNotSaidAnew();
    void noTwoAddressesShareAFolderOrAKey_data();
    void noTwoAddressesShareAFolderOrAKey();
    void anEarlierFolderStaysTheAccounts();
    void noCompanyHasTheDemosFolder();
    void aNameBelongsToOneAddress();
    void namesNobodyChoseAreApartToo();
    void theLastOneIsKnownByItsFolder();
    void whatAnEarlierVersionKeptOfTheLastOne();
    void theFolderIsForThisUserAlone();
    void filesAreMadeForThisUserAlone();

private:
    void write(const QString &group, const QString &name, const QString &address);
    std::unique_ptr<QTemporaryDir> m_dir;
    std::unique_ptr<Accounts> m_accounts;
};

/// As an earlier version wrote it.
void AccountsTest::write(const QString &group, const QString &name, const QString &address)
{
    QSettings ini(m_dir->filePath(u"accounts.ini"_s), QSettings::IniFormat);
    ini.setValue(group + u"/name"_s, name);
    ini.setValue(group + u"/address"_s, address);
    ini.setValue(group + u"/zone"_s, u"Europe/Moscow"_s);
}

void AccountsTest::connectingAgainKeepsWhatIsNotSaidAnew()
{
    const auto first = m_accounts->keep(at(u"romashka"_s), u"Ромашка"_s, "Asia/Omsk");
    QVERIFY(first);
    const auto again = m_accounts->keep(at(u"romashka"_s), {}, {});
    QVERIFY(again);
    QCOMPARE(*again, *first);
    QCOMPARE(m_accounts->all(), QVector<Account>{*first});
    const auto changed = m_accounts->keep(at(u"romashka"_s), u"Ромашка 2"_s, "Asia/Tomsk");
    QVERIFY(changed);
    QCOMPARE(changed->name, u"Ромашка 2"_s);
    QCOMPARE(changed->zoneId, QByteArray("Asia/Tomsk"));
    QCOMPARE(changed->folder, first->folder);
    QCOMPARE(m_accounts->keep(at(u"other"_s), {}, {})->zoneId, QByteArray("Europe/Moscow"));
}

void AccountsTest::noTwoAddressesShareAFolderOrAKey_data()
{
    QTest::addColumn<QString>("one");
    QTest::addColumn<QString>("other");
    QTest::newRow("http and https") << u"http://127.0.0.1:8443"_s << u"https://127.0.0.1:8443"_s;
    QTest::newRow("http and https, no port") << u"http://localhost"_s << u"https://localhost"_s;
    QTest::newRow("two ports") << u"https://a.b:1"_s << u"https://a.b:2"_s;
    QTest::newRow("a port and a name like it") << u"https://a.b:1"_s << u"https://a.b_1"_s;
}

void AccountsTest::noTwoAddressesShareAFolderOrAKey()
{
    QFETCH(QString, one);
    QFETCH(QString, other);
    QVERIFY(!at(one).base.isEmpty() && !at(other).base.isEmpty());
    const auto first = m_accounts->keep(at(one), {}, {});
    const auto second = m_accounts->keep(at(other), {}, {});
    QVERIFY(first && second);
    QVERIFY(first->folder != second->folder);
    QVERIFY(first->name != second->name);
    QVERIFY(Accounts::keyId(first->base) != Accounts::keyId(second->base));
    QCOMPARE(m_accounts->all().size(), 2);
    QCOMPARE(m_accounts->find(Accounts::keyId(first->base))->base, first->base);
    QCOMPARE(m_accounts->find(Accounts::keyId(second->base))->base, second->base);
}

void AccountsTest::anEarlierFolderStaysTheAccounts()
{
    // Its journal lies there.
    write(u"127.0.0.1_8080"_s, u"sandbox"_s, u"http://127.0.0.1:8080"_s);
    const auto kept = m_accounts->keep(at(u"http://127.0.0.1:8080"_s), {}, {});
    QVERIFY(kept);
    QCOMPARE(QFileInfo(kept->folder).fileName(), u"127.0.0.1_8080"_s);
    const auto other = m_accounts->keep(at(u"https://127.0.0.1:8080"_s), {}, {});
    QVERIFY(other);
    QVERIFY(other->folder != kept->folder);
}

void AccountsTest::noCompanyHasTheDemosFolder()
{
    const auto demo = m_accounts->demo(QUrl(u"http://127.0.0.1:5"_s));
    QVERIFY(demo);
    for (const QString &host :
         {u"https://demo"_s, u"https://+demo"_s, u"https://_demo"_s, u"https://DEMO"_s}) {
        const CompanyAddress address = at(host);
        if (address.base.isEmpty())
            continue; // no address at all
        const auto company = m_accounts->keep(address, {}, {});
        QVERIFY(company);
        QVERIFY2(
            QFileInfo(company->folder)
                    .fileName()
                    .compare(QFileInfo(demo->folder).fileName(), Qt::CaseInsensitive)
                != 0,
            qPrintable(host));
    }
    QVERIFY(!m_accounts->all().isEmpty());
}

void AccountsTest::aNameBelongsToOneAddress()
{
    QVERIFY(m_accounts->keep(at(u"romashka"_s), u"Ромашка"_s, {}));
    const auto second = m_accounts->keep(at(u"vasilek"_s), u"Ромашка"_s, {});
    QVERIFY(!second);
    QCOMPARE(second.error().kind, ErrorKind::BadInput);
    const QString words = describe(second.error());
    QVERIFY2(
        words.contains(u"https://romashka.mobiforce.ru") && words.contains(u"Ромашка"), qPrintable(words));
    QCOMPARE(m_accounts->all().size(), 1);
    // Where an earlier version let two be called so, neither is guessed at.
    write(u"vasilek.mobiforce.ru"_s, u"Ромашка"_s, u"https://vasilek.mobiforce.ru"_s);
    const auto found = m_accounts->find(u"Ромашка"_s);
    QVERIFY(!found);
    QVERIFY2(found.error().words.contains(u"vasilek.mobiforce.ru"_s), qPrintable(found.error().words));
    QCOMPARE(m_accounts->find(u"vasilek.mobiforce.ru"_s)->base, QUrl(u"https://vasilek.mobiforce.ru"_s));
}

void AccountsTest::namesNobodyChoseAreApartToo()
{
    const auto first = m_accounts->keep(at(u"romashka"_s), {}, {});
    QCOMPARE(first->name, u"romashka"_s);
    const auto second = m_accounts->keep(at(u"https://romashka"_s), {}, {});
    QVERIFY(second);
    QCOMPARE(second->name, u"https://romashka"_s);
    QCOMPARE(m_accounts->keep(at(u"https://romashka"_s), {}, {})->name, second->name);
}

void AccountsTest::theLastOneIsKnownByItsFolder()
{
    const auto first = m_accounts->keep(at(u"romashka"_s), {}, {});
    const auto second = m_accounts->keep(at(u"vasilek"_s), {}, {});
    QVERIFY(first && second);
    QCOMPARE(m_accounts->find({})->base, second->base);
    // Renamed, it is still the last one.
    m_accounts->setLastUsed(*first);
    QVERIFY(m_accounts->keep(at(u"romashka"_s), u"Ромашка"_s, {}));
    QCOMPARE(m_accounts->find({})->name, u"Ромашка"_s);
    // Two of one name, as an earlier version let them be: the last one is the last one.
    write(u"vasilek.mobiforce.ru"_s, u"Ромашка"_s, u"https://vasilek.mobiforce.ru"_s);
    m_accounts->setLastUsed(*second);
    QCOMPARE(m_accounts->find({})->base, second->base);
}

void AccountsTest::whatAnEarlierVersionKeptOfTheLastOne()
{
    QVERIFY(!m_accounts->find({}));
    write(u"romashka.mobiforce.ru"_s, u"Ромашка"_s, u"https://romashka.mobiforce.ru"_s);
    write(u"vasilek.mobiforce.ru"_s, u"Василёк"_s, u"https://vasilek.mobiforce.ru"_s);
    QSettings(m_dir->filePath(u"accounts.ini"_s), QSettings::IniFormat).setValue(u"last"_s, u"Василёк"_s);
    QCOMPARE(m_accounts->find({})->base, QUrl(u"https://vasilek.mobiforce.ru"_s));
}

void AccountsTest::theFolderIsForThisUserAlone()
{
#ifdef Q_OS_UNIX
    const QString folder = m_dir->filePath(u"romashka.mobiforce.ru"_s);
    QVERIFY(QDir().mkpath(folder));
    const auto open = QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner | QFile::ReadGroup
        | QFile::ExeGroup | QFile::ReadOther | QFile::ExeOther;
    const auto others = QFile::ReadGroup | QFile::WriteGroup | QFile::ExeGroup | QFile::ReadOther
        | QFile::WriteOther | QFile::ExeOther;
    QVERIFY(QFile::setPermissions(folder, open));
    const auto kept = m_accounts->keep(at(u"romashka"_s), {}, {});
    QVERIFY(kept);
    QVERIFY(!(QFile::permissions(folder) & others));
    QVERIFY(QFile::setPermissions(folder, open));
    QVERIFY(Accounts::prepareFolder(*kept)); // at every later start too
    QVERIFY(!(QFile::permissions(folder) & others));
    QVERIFY(!Accounts::closeToOthers(m_dir->filePath(u"nowhere"_s)));
#endif
}

void AccountsTest::filesAreMadeForThisUserAlone()
{
    app::hardenProcess();
#ifdef Q_OS_UNIX
    QFile file(m_dir->filePath(u"made"_s));
    QVERIFY(file.open(QIODevice::WriteOnly));
    const auto others = QFile::ReadGroup | QFile::WriteGroup | QFile::ReadOther | QFile::WriteOther;
    QVERIFY(!(QFile::permissions(file.fileName()) & others));
#endif
}

QTEST_GUILESS_MAIN(AccountsTest)
#include "AccountsTest.moc"
