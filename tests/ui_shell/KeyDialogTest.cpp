#include "connect/KeyDialog.h"
#include "Controls.h"
#include "Fakes.h"

#include <QClipboard>
#include <QGuiApplication>
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

QLabel *label(QWidget *window, const QString &name)
{
    return window->findChild<QLabel *>(name);
}

QLineEdit *field(QWidget *window, const QString &name)
{
    return named<QLineEdit>(window, name);
}

} // namespace

class KeyDialogTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void everyControlHasAName();
    void keyDialogTakesANewKey();
    void keyDialogStaysOnARefusal();
    void pasteCleansTheKey();
    void showsAndHidesTheKey();
    void keyDialogEsc();
};

void KeyDialogTest::everyControlHasAName()
{
    FakeHost host;
    int seen = 0;
    KeyDialog dialog(host, {QUrl(u"https://romashka.mobiforce.ru"_s), u"romashka"_s});
    dialog.show();
    QCOMPARE(unnamedControls(&dialog, &seen), QStringList());
    QCOMPARE(seen, 5);
}

void KeyDialogTest::keyDialogTakesANewKey()
{
    FakeHost host;
    KeyDialog dialog(host, {QUrl(u"https://romashka.mobiforce.ru"_s), u"romashka"_s});
    QSignalSpy accepted(&dialog, &KeyDialog::keyAccepted);
    dialog.open();
    field(&dialog, u"API key"_s)->setText(u"new-key"_s);
    named<QPushButton>(&dialog, u"Use this key"_s)->click();
    QCOMPARE(host.companies.first().base, QUrl(u"https://romashka.mobiforce.ru"_s));
    host.checks.answer({});
    QTRY_COMPARE(host.kept, QStringList{u"new-key"_s});
    host.keeps.answer(fail(ErrorKind::Keychain, {}, ErrorCause::NoKeychain));
    QTRY_COMPARE(accepted.size(), 1);
    QCOMPARE(accepted.first().at(0).toString(), u"new-key"_s);
    QVERIFY(accepted.first().at(1).toString().contains(u"this run only"_s));
    QVERIFY(!dialog.isVisible());
}

void KeyDialogTest::keyDialogStaysOnARefusal()
{
    FakeHost host;
    KeyDialog dialog(host, {QUrl(u"https://romashka.mobiforce.ru"_s), u"romashka"_s});
    QSignalSpy accepted(&dialog, &KeyDialog::keyAccepted);
    dialog.open();
    dialog.tryKey();
    QVERIFY(host.keys.isEmpty());
    QVERIFY(label(&dialog, u"keyReason"_s)->isVisible());
    field(&dialog, u"API key"_s)->setText(u"wrong"_s);
    dialog.tryKey();
    Error error;
    error.kind = ErrorKind::KeyRefused;
    error.httpStatus = 401;
    host.checks.answer(fail(error));
    QTRY_VERIFY(label(&dialog, u"keyReason"_s)->text().contains(describe(error)));
    QVERIFY(dialog.isVisible());
    QCOMPARE(field(&dialog, u"API key"_s)->text(), u"wrong"_s);
    QCoreApplication::processEvents();
    QCOMPARE(cutControls(&dialog).join(u'\n'), QString());
    QCOMPARE(accepted.size(), 0);
    QVERIFY(host.kept.isEmpty());
}

void KeyDialogTest::keyDialogEsc()
{
    FakeHost host;
    KeyDialog dialog(host, {QUrl(u"https://romashka.mobiforce.ru"_s), u"romashka"_s});
    dialog.open();
    field(&dialog, u"API key"_s)->setText(u"new-key"_s);
    dialog.tryKey();
    QTest::keyClick(&dialog, Qt::Key_Escape);
    QVERIFY(dialog.isVisible());
    QVERIFY(host.checks.isCanceled());
    QTest::keyClick(&dialog, Qt::Key_Escape);
    QVERIFY(!dialog.isVisible());
}

void KeyDialogTest::pasteCleansTheKey()
{
    FakeHost host;
    KeyDialog window(host, {QUrl(u"https://romashka.mobiforce.ru"_s), u"romashka"_s});
    window.show();
    QGuiApplication::clipboard()->setText(u"  key=abc123\n"_s);
    window.findChild<QToolButton *>(u"pasteKey"_s)->click();
    QCOMPARE(field(&window, u"API key"_s)->text(), u"abc123"_s);
    // An empty clipboard takes nothing away.
    QGuiApplication::clipboard()->setText(u" "_s);
    window.findChild<QToolButton *>(u"pasteKey"_s)->click();
    QCOMPARE(field(&window, u"API key"_s)->text(), u"abc123"_s);
}

void KeyDialogTest::showsAndHidesTheKey()
{
    FakeHost host;
    KeyDialog window(host, {QUrl(u"https://romashka.mobiforce.ru"_s), u"romashka"_s});
    window.show();
    auto *toggle = window.findChild<QToolButton *>(u"showKey"_s);
    toggle->click();
    QCOMPARE(field(&window, u"API key"_s)->echoMode(), QLineEdit::Normal);
    toggle->click();
    QCOMPARE(field(&window, u"API key"_s)->echoMode(), QLineEdit::Password);
}

QTEST_MAIN(KeyDialogTest)
#include "KeyDialogTest.moc"
