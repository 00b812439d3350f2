#include "Controls.h"
#include "Fakes.h"
#include "connect/ConnectWindow.h"

#include <QApplication>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>
#include <QToolButton>

using namespace naryad;
using namespace naryad::test;
using namespace naryad::ui;
using namespace Qt::StringLiterals;

namespace {

Error errorOf(ErrorKind kind, ErrorCause cause = ErrorCause::None, int status = 0, const QString &words = {})
{
    Error error;
    error.kind = kind;
    error.cause = cause;
    error.httpStatus = status;
    error.words = words;
    return error;
}

QLabel *label(QWidget *window, const QString &name)
{
    return window->findChild<QLabel *>(name);
}

QLineEdit *field(QWidget *window, const QString &name)
{
    return named<QLineEdit>(window, name);
}

} // namespace

class ConnectTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void namesAndTitle();
    void everyControlHasAName();
    void fitsASmallScreen();
    void takesNameHostOrUrl_data();
    void takesNameHostOrUrl();
    void refusesWhatCannotBeAsked_data();
    void refusesWhatCannotBeAsked();
    void bothFieldsTellTheirFaultAtOnce();
    void showsEachRefusalInPlace_data();
    void showsEachRefusalInPlace();
    void enterChecks();
    void busyWhileChecking();
    void escGivesUpTheCheck();
    void anAbandonedCheckEndsTheBusyState();
    void keepsTheKeyAndSaysConnected();
    void goesOnWithoutAKeychain_data();
    void goesOnWithoutAKeychain();
    void passesTheChosenZone();
    void escLosesNothingOnTheFirstStart();
    void aboveTheMainWindowItCanBeCancelled();
    void demoAndQuit();
    void closingTheFirstWindowQuits();
    void suffixOnlyForABareName();
    void wordsAreNeverRichText();

private:
    static void fill(ConnectWindow &window)
    {
        field(&window, u"Company"_s)->setText(u"romashka"_s);
        field(&window, u"API key"_s)->setText(u"abc123"_s);
    }
};

void ConnectTest::namesAndTitle()
{
    FakeHost host;
    ConnectWindow window(host);
    window.show();
    QCOMPARE(window.windowTitle(), u"Connect"_s);
    QCOMPARE(window.accessibleName(), u"Connect"_s);
    QVERIFY(field(&window, u"Company"_s));
    QVERIFY(field(&window, u"API key"_s));
    QCOMPARE(field(&window, u"API key"_s)->echoMode(), QLineEdit::Password);
    for (const QString &name : {u"Connect"_s, u"Try the demo"_s, u"Quit"_s})
        QVERIFY2(named<QPushButton>(&window, name), qPrintable(name));
    QVERIFY(named<QPushButton>(&window, u"Connect"_s)->isDefault());
}

void ConnectTest::everyControlHasAName()
{
    FakeHost host;
    ConnectWindow window(host);
    window.show();
    window.findChild<QToolButton *>(u"more"_s)->click();
    int seen = 0;
    QCOMPARE(unnamedControls(&window, &seen), QStringList());
    QCOMPARE(seen, 9); // two fields, show, paste, more, zone, three buttons
}

void ConnectTest::fitsASmallScreen()
{
    FakeHost host;
    ConnectWindow window(host);
    window.show();
    fill(window);
    window.findChild<QToolButton *>(u"more"_s)->click();
    window.tryToConnect();
    host.checks.answer(fail(errorOf(ErrorKind::Refused, ErrorCause::None, 400, QString(300, u'ы'))));
    QTRY_VERIFY(!window.isChecking());
    QVERIFY(window.sizeHint().width() <= 1024);
    QVERIFY(window.sizeHint().height() <= 640);
    // It grows by itself: nothing is crushed by what appears in it.
    QCoreApplication::processEvents();
    QCOMPARE(cutControls(&window).join(u'\n'), QString());
    QVERIFY(window.height() <= 640);
}

void ConnectTest::takesNameHostOrUrl_data()
{
    QTest::addColumn<QString>("typed");
    QTest::addColumn<QUrl>("base");
    QTest::newRow("name") << u"romashka"_s << QUrl(u"https://romashka.mobiforce.ru"_s);
    QTest::newRow("spaces") << u"  romashka "_s << QUrl(u"https://romashka.mobiforce.ru"_s);
    QTest::newRow("host") << u"romashka.mobiforce.ru"_s << QUrl(u"https://romashka.mobiforce.ru"_s);
    QTest::newRow("url") << u"https://romashka.mobiforce.ru/"_s << QUrl(u"https://romashka.mobiforce.ru"_s);
    QTest::newRow("loopback") << u"http://127.0.0.1:8080"_s << QUrl(u"http://127.0.0.1:8080"_s);
}

void ConnectTest::takesNameHostOrUrl()
{
    QFETCH(QString, typed);
    QFETCH(QUrl, base);
    FakeHost host;
    ConnectWindow window(host);
    window.show();
    field(&window, u"Company"_s)->setText(typed);
    field(&window, u"API key"_s)->setText(u"abc123"_s);
    window.tryToConnect();
    QCOMPARE(host.companies.size(), 1);
    QCOMPARE(host.companies.first().base, base);
    QCOMPARE(host.keys, QStringList{u"abc123"_s});
}

void ConnectTest::refusesWhatCannotBeAsked_data()
{
    QTest::addColumn<QString>("company");
    QTest::addColumn<QString>("key");
    QTest::addColumn<QString>("reason");
    QTest::newRow("no company") << QString() << u"abc"_s << u"companyReason"_s;
    QTest::newRow("plain http") << u"http://romashka.mobiforce.ru"_s << u"abc"_s << u"companyReason"_s;
    QTest::newRow("user info") << u"https://me:secret@romashka.mobiforce.ru"_s << u"abc"_s
                               << u"companyReason"_s;
    QTest::newRow("no key") << u"romashka"_s << QString() << u"keyReason"_s;
    QTest::newRow("Cyrillic key") << u"romashka"_s << u"ключ"_s << u"keyReason"_s;
    QTest::newRow("key of two words") << u"romashka"_s << u"abc def"_s << u"keyReason"_s;
}

void ConnectTest::refusesWhatCannotBeAsked()
{
    QFETCH(QString, company);
    QFETCH(QString, key);
    QFETCH(QString, reason);
    FakeHost host;
    ConnectWindow window(host);
    window.show();
    field(&window, u"Company"_s)->setText(company);
    field(&window, u"API key"_s)->setText(key);
    window.tryToConnect();
    QCOMPARE(host.companies.size(), 0);
    QVERIFY(!window.isChecking());
    for (const QString &name : {u"companyReason"_s, u"keyReason"_s})
        QCOMPARE(label(&window, name)->isVisible(), name == reason);
    QVERIFY(label(&window, reason)->text().size() > 10);
    QCOMPARE(field(&window, u"Company"_s)->text(), company);
    QCOMPARE(field(&window, u"API key"_s)->text(), key);
}

void ConnectTest::bothFieldsTellTheirFaultAtOnce()
{
    FakeHost host;
    ConnectWindow window(host);
    window.show();
    QVERIFY(QTest::qWaitForWindowActive(&window));
    window.tryToConnect();
    QVERIFY(label(&window, u"companyReason"_s)->isVisible());
    QVERIFY(label(&window, u"keyReason"_s)->isVisible());
    QCOMPARE(QApplication::focusWidget(), field(&window, u"Company"_s));
    // Typing takes back what was said about this field only.
    QTest::keyClicks(field(&window, u"Company"_s), u"r"_s);
    QVERIFY(!label(&window, u"companyReason"_s)->isVisible());
    QVERIFY(label(&window, u"keyReason"_s)->isVisible());
}

void ConnectTest::showsEachRefusalInPlace_data()
{
    QTest::addColumn<ErrorKind>("kind");
    QTest::addColumn<ErrorCause>("cause");
    QTest::addColumn<int>("status");
    QTest::addColumn<QString>("place");
    const auto row = [](const char *name, ErrorKind kind, ErrorCause cause, int status,
                        const QString &place) { QTest::newRow(name) << kind << cause << status << place; };
    row("key", ErrorKind::KeyRefused, ErrorCause::None, 401, u"keyReason"_s);
    row("host", ErrorKind::Offline, ErrorCause::NoSuchHost, 0, u"companyReason"_s);
    row("port", ErrorKind::Offline, ErrorCause::ConnectionRefused, 0, u"companyReason"_s);
    row("TLS", ErrorKind::Offline, ErrorCause::TlsFailed, 0, u"companyReason"_s);
    row("closed", ErrorKind::Offline, ErrorCause::ConnectionClosed, 0, u"connectReason"_s);
    row("web page", ErrorKind::NotTheApi, ErrorCause::WebPage, 200, u"companyReason"_s);
    row("redirect", ErrorKind::NotTheApi, ErrorCause::Redirected, 302, u"companyReason"_s);
    row("slow", ErrorKind::TimedOut, ErrorCause::None, 0, u"connectReason"_s);
    row("too often", ErrorKind::RateLimited, ErrorCause::None, 429, u"connectReason"_s);
    row("refused", ErrorKind::Refused, ErrorCause::None, 400, u"connectReason"_s);
    row("garbage", ErrorKind::BadAnswer, ErrorCause::None, 200, u"connectReason"_s);
    row("too large", ErrorKind::TooLarge, ErrorCause::None, 200, u"connectReason"_s);
}

void ConnectTest::showsEachRefusalInPlace()
{
    QFETCH(ErrorKind, kind);
    QFETCH(ErrorCause, cause);
    QFETCH(int, status);
    QFETCH(QString, place);
    const Error error = errorOf(kind, cause, status, u"its words"_s);
    FakeHost host;
    ConnectWindow window(host);
    QSignalSpy connected(&window, &ConnectWindow::connected);
    window.show();
    fill(window);
    window.tryToConnect();
    host.checks.answer(fail(error));
    QTRY_VERIFY(label(&window, place)->text().contains(describe(error)));
    QVERIFY(label(&window, place)->isVisible());
    for (const QString &other : {u"companyReason"_s, u"keyReason"_s, u"connectReason"_s})
        QCOMPARE(label(&window, other)->isVisible(), other == place);
    QVERIFY(named<QPushButton>(&window, u"Connect"_s)->isEnabled());
    QCOMPARE(field(&window, u"Company"_s)->text(), u"romashka"_s);
    QCOMPARE(field(&window, u"API key"_s)->text(), u"abc123"_s);
    QVERIFY(host.kept.isEmpty());
    QCOMPARE(connected.size(), 0);

    // And the next try is a whole new one.
    window.tryToConnect();
    QCOMPARE(host.companies.size(), 2);
}

void ConnectTest::enterChecks()
{
    FakeHost host;
    ConnectWindow window(host);
    window.show();
    QVERIFY(QTest::qWaitForWindowActive(&window));
    QTest::keyClicks(field(&window, u"Company"_s), u"romashka"_s);
    QTest::keyClicks(field(&window, u"API key"_s), u"abc123"_s);
    QTest::keyClick(field(&window, u"API key"_s), Qt::Key_Return);
    QCOMPARE(host.companies.size(), 1);
    QTest::keyClick(field(&window, u"API key"_s), Qt::Key_Return);
    QCOMPARE(host.companies.size(), 1); // one at a time
}

void ConnectTest::busyWhileChecking()
{
    FakeHost host;
    ConnectWindow window(host);
    window.show();
    fill(window);
    window.tryToConnect();
    QVERIFY(window.isChecking());
    QVERIFY(label(&window, u"connectReason"_s)->text().startsWith(u"Checking…"));
    QVERIFY(!window.findChild<QPushButton *>(u"connect"_s)->isEnabled());
    QVERIFY(field(&window, u"Company"_s)->isVisible());
    QVERIFY(field(&window, u"Company"_s)->isReadOnly());
}

void ConnectTest::escGivesUpTheCheck()
{
    FakeHost host;
    ConnectWindow window(host);
    QSignalSpy connected(&window, &ConnectWindow::connected);
    window.show();
    fill(window);
    window.tryToConnect();
    QTest::keyClick(&window, Qt::Key_Escape);
    QVERIFY(!window.isChecking());
    QVERIFY(window.isVisible());
    QVERIFY(host.checks.isCanceled());
    QVERIFY(named<QPushButton>(&window, u"Connect"_s)->isEnabled());
    QVERIFY(!label(&window, u"connectReason"_s)->isVisible());
    // The first answer comes too late and must not count for the second try.
    window.tryToConnect();
    host.checks.answer({});
    QCoreApplication::processEvents();
    QVERIFY(window.isChecking());
    QVERIFY(host.kept.isEmpty());
    host.checks.answer({});
    QTRY_COMPARE(host.kept.size(), 1);
    QCOMPARE(connected.size(), 0);
}

void ConnectTest::anAbandonedCheckEndsTheBusyState()
{
    FakeHost host;
    ConnectWindow window(host);
    window.show();
    fill(window);
    window.tryToConnect();
    host.checks.abandon();
    QTRY_VERIFY(!window.isChecking());
    QVERIFY(named<QPushButton>(&window, u"Connect"_s)->isEnabled());
    QVERIFY(label(&window, u"connectReason"_s)->isVisible());
}

void ConnectTest::keepsTheKeyAndSaysConnected()
{
    FakeHost host;
    ConnectWindow window(host);
    QSignalSpy connected(&window, &ConnectWindow::connected);
    window.show();
    fill(window);
    field(&window, u"API key"_s)->setText(u" \"abc123\" "_s);
    window.tryToConnect();
    host.checks.answer({});
    QTRY_COMPARE(host.kept, QStringList{u"abc123"_s});
    QCOMPARE(host.keptFor.first().base, QUrl(u"https://romashka.mobiforce.ru"_s));
    QCOMPARE(connected.size(), 0);
    host.keeps.answer({});
    QTRY_COMPARE(connected.size(), 1);
    const QVariantList told = connected.first();
    QCOMPARE(told.at(0).value<CompanyAddress>().shortName, u"romashka"_s);
    QCOMPARE(told.at(1).toString(), u"abc123"_s);
    QCOMPARE(told.at(2).toByteArray(), QByteArray()); // nobody chose one: what is known of the company stays
    QCOMPARE(told.at(3).toBool(), true);
}

void ConnectTest::goesOnWithoutAKeychain_data()
{
    QTest::addColumn<ErrorCause>("cause");
    QTest::newRow("none") << ErrorCause::NoKeychain;
    QTest::newRow("silent") << ErrorCause::KeychainSilent;
}

void ConnectTest::goesOnWithoutAKeychain()
{
    QFETCH(ErrorCause, cause);
    FakeHost host;
    ConnectWindow window(host);
    QSignalSpy connected(&window, &ConnectWindow::connected);
    window.show();
    fill(window);
    window.tryToConnect();
    host.checks.answer({});
    QTRY_COMPARE(host.keeps.open(), 1);
    host.keeps.answer(fail(ErrorKind::Keychain, {}, cause));
    QTRY_COMPARE(connected.size(), 1);
    QCOMPARE(connected.first().at(3).toBool(), false);
    QCOMPARE(
        label(&window, u"connectReason"_s)->text(),
        u"The key is kept for this run only: no system keychain answered."_s);
    QVERIFY(label(&window, u"connectReason"_s)->isVisible());
}

void ConnectTest::passesTheChosenZone()
{
    FakeHost host;
    ConnectWindow window(host);
    QSignalSpy connected(&window, &ConnectWindow::connected);
    window.show();
    auto *zone = window.findChild<QComboBox *>(u"timeZone"_s);
    QVERIFY(!zone->isVisible());
    window.findChild<QToolButton *>(u"more"_s)->click();
    QVERIFY(zone->isVisible());
    QCOMPARE(zone->currentText(), u"Europe/Moscow"_s);
    fill(window);
    zone->setCurrentText(u"Asia/Vladivostok"_s);
    window.tryToConnect();
    host.checks.answer({});
    QTRY_COMPARE(host.keeps.open(), 1);
    host.keeps.answer({});
    QTRY_COMPARE(connected.size(), 1);
    QCOMPARE(connected.first().at(2).toByteArray(), QByteArray("Asia/Vladivostok"));
}

void ConnectTest::escLosesNothingOnTheFirstStart()
{
    FakeHost host;
    ConnectWindow window(host);
    QSignalSpy quit(&window, &ConnectWindow::quitRequested);
    window.show();
    fill(window);
    QTest::keyClick(&window, Qt::Key_Escape);
    QVERIFY(window.isVisible());
    QCOMPARE(quit.size(), 0);
    QCOMPARE(field(&window, u"API key"_s)->text(), u"abc123"_s);
}

void ConnectTest::aboveTheMainWindowItCanBeCancelled()
{
    FakeHost host;
    ConnectWindow window(host, ConnectWindow::Purpose::AnotherCompany);
    QSignalSpy quit(&window, &ConnectWindow::quitRequested);
    QSignalSpy rejected(&window, &QDialog::rejected);
    window.show();
    QVERIFY(!named<QPushButton>(&window, u"Quit"_s));
    named<QPushButton>(&window, u"Cancel"_s)->click();
    QCOMPARE(rejected.size(), 1);
    QCOMPARE(quit.size(), 0);
    QVERIFY(!window.isVisible());
}

void ConnectTest::demoAndQuit()
{
    FakeHost host;
    ConnectWindow window(host);
    QSignalSpy demo(&window, &ConnectWindow::demoRequested);
    QSignalSpy quit(&window, &ConnectWindow::quitRequested);
    window.show();
    named<QPushButton>(&window, u"Try the demo"_s)->click();
    QCOMPARE(demo.size(), 1);
    QCOMPARE(quit.size(), 0);
    named<QPushButton>(&window, u"Quit"_s)->click();
    QCOMPARE(quit.size(), 1);
    QCOMPARE(host.companies.size(), 0);
}

void ConnectTest::closingTheFirstWindowQuits()
{
    FakeHost host;
    ConnectWindow window(host);
    QSignalSpy quit(&window, &ConnectWindow::quitRequested);
    window.show();
    fill(window);
    window.tryToConnect();
    window.close();
    QCOMPARE(quit.size(), 1);
    QVERIFY(!window.isChecking());
    QVERIFY(host.checks.isCanceled());
}

void ConnectTest::suffixOnlyForABareName()
{
    FakeHost host;
    ConnectWindow window(host);
    window.show();
    auto *suffix = label(&window, u"companySuffix"_s);
    QVERIFY(suffix->isVisible());
    for (const QString &typed : {u"romashka.mobiforce.ru"_s, u"https://x"_s, u"localhost:80"_s}) {
        field(&window, u"Company"_s)->setText(typed);
        QVERIFY2(!suffix->isVisible(), qPrintable(typed));
    }
    field(&window, u"Company"_s)->setText(u"romashka"_s);
    QVERIFY(suffix->isVisible());
}

void ConnectTest::wordsAreNeverRichText()
{
    FakeHost host;
    ConnectWindow window(host);
    window.show();
    window.setNotice(u"<b>bold</b>"_s);
    fill(window);
    window.tryToConnect();
    host.checks.answer(fail(errorOf(ErrorKind::Refused, ErrorCause::None, 400, u"<img src=x>"_s)));
    QTRY_VERIFY(label(&window, u"connectReason"_s)->text().contains(u"<img src=x>"_s));
    // Buddy labels carry our own words only.
    for (const QString &name : {u"connectReason"_s, u"companyReason"_s, u"keyReason"_s, u"connectNotice"_s})
        QCOMPARE(label(&window, name)->textFormat(), Qt::PlainText);
}

QTEST_MAIN(ConnectTest)
#include "ConnectTest.moc"
