#include "ProgramFixture.h"

#include "Accounts.h"
#include "Controls.h"
#include "shell/NoticeBar.h"

#include <QAbstractButton>
#include <QAction>
#include <QGuiApplication>
#include <QLineEdit>
#include <QPointer>
#include <QSignalSpy>
#include <QTest>
#include <QThread>

#include <atomic>

using namespace naryad;
using namespace Qt::StringLiterals;
using test::named;

namespace {

/// Another program that has a company's folder, as far as this one can tell.
class OtherProgram : public QThread
{
public:
    explicit OtherProgram(QString folder)
        : m_folder(std::move(folder))
    {
        start();
    }
    ~OtherProgram() override
    {
        quit();
        wait();
    }
    bool hasIt() const { return m_taken; }
    int raised() const { return m_raised; }

protected:
    void run() override
    {
        app::SingleInstance instance(m_folder);
        connect(&instance, &app::SingleInstance::raiseAsked, &instance, [this] { ++m_raised; });
        m_taken = instance.take().has_value();
        exec();
    }

private:
    QString m_folder;
    std::atomic_bool m_taken = false;
    std::atomic_int m_raised = 0;
};

/// A keychain that answers when the test says.
class LateStore final : public secrets::KeyStore
{
public:
    QFuture<Result<QString>> read(const QString &) override
    {
        asked = std::make_shared<QPromise<Result<QString>>>();
        asked->start();
        return asked->future();
    }
    QFuture<Result<void>> write(const QString &, const QString &) override
    {
        return QtFuture::makeReadyFuture(Result<void>());
    }
    QFuture<Result<void>> remove(const QString &) override
    {
        return QtFuture::makeReadyFuture(Result<void>());
    }
    std::shared_ptr<QPromise<Result<QString>>> asked;
};

} // namespace

/// More than one company on this computer: what is open and typed stays until the other one is there.
class CompaniesTest : public test::ProgramFixture
{
    Q_OBJECT
private Q_SLOTS:
    void init() { startService(20); }
    void cleanup() { quitProgram(); }
    void oneThatIsOpenElsewhereComesForwardThere();
    void theDemoThatIsOpenElsewhereToo();
    void changingKeepsWhatIsTyped();
    void connectingTheSameAgainBeginsAnew();
    void aLateKeychainLeavesAnEnteredKey_data();
    void aLateKeychainLeavesAnEnteredKey();

private:
    /// The same service, by an address of its own.
    QString second() const { return m_sandbox->address().toString(); }
    void connectAnother(const QString &address);
    QWidget *typeATask();
    QStringList notices() const { return window().findChild<ui::NoticeBar *>()->texts(); }
};

void CompaniesTest::connectAnother(const QString &address)
{
    window().activateWindow();
    QTRY_VERIFY(window().isActiveWindow());
    window().findChild<QAction *>(u"connectAnother"_s)->trigger();
    QVERIFY(waitForWindow("connectWindow"));
    connectByTyping(address, m_sandbox->key());
}

QWidget *CompaniesTest::typeATask()
{
    if (!toWindow())
        return nullptr;
    press(Qt::Key_N, Qt::ControlModifier);
    QWidget *editor = waitForWindow("TaskEditor");
    if (!editor)
        return nullptr;
    control<QLineEdit>(editor, "address")->setFocus();
    type(u"Main st. 5"_s);
    return editor;
}

void CompaniesTest::oneThatIsOpenElsewhereComesForwardThere()
{
    QVERIFY(openCompany());
    const app::Session *session = m_program->session();
    const QPointer<QWidget> editor = typeATask();
    QVERIFY(editor);
    const app::Accounts accounts(m_folder->path());
    const auto other = accounts.keep(*parseCompanyAddress(second()), {}, {});
    QVERIFY(other);
    const OtherProgram program(other->folder);
    QTRY_VERIFY(program.hasIt());
    connectAnother(second());
    QTRY_COMPARE_WITH_TIMEOUT(program.raised(), 1, 10000);
    QTRY_VERIFY(notices().join(u' ').contains(u"open in another window"_s));
    QCOMPARE(m_program->session(), session);
    QVERIFY(window().isVisible());
    QVERIFY(editor);
    QCOMPARE(control<QLineEdit>(editor, "address")->text(), u"Main st. 5"_s);
}

void CompaniesTest::theDemoThatIsOpenElsewhereToo()
{
    QVERIFY(openCompany());
    const app::Session *session = m_program->session();
    const app::Accounts accounts(m_folder->path());
    const auto demo = accounts.demo(QUrl(u"http://127.0.0.1:1"_s));
    QVERIFY(demo);
    const OtherProgram program(demo->folder);
    QTRY_VERIFY(program.hasIt());
    window().findChild<QAction *>(u"connectAnother"_s)->trigger();
    QTest::mouseClick(control<QAbstractButton>(m_program->connectWindow(), "tryDemo"), Qt::LeftButton);
    QTRY_COMPARE_WITH_TIMEOUT(program.raised(), 1, 10000);
    QCOMPARE(m_program->session(), session);
    QVERIFY(window().isVisible());
}

void CompaniesTest::changingKeepsWhatIsTyped()
{
    QVERIFY(openCompany());
    const QUrl first = m_program->session()->account().base;
    QVERIFY(typeATask());
    // The program must not take the change of windows for its end.
    const QSignalSpy ended(qApp, &QGuiApplication::lastWindowClosed);
    connectAnother(second());
    QTRY_COMPARE_WITH_TIMEOUT(m_program->session()->account().base, QUrl(second()), 10000);
    QVERIFY(window().isVisible());
    QVERIFY(toWindow());
    QVERIFY(notices().isEmpty());
    press(Qt::Key_N, Qt::ControlModifier);
    QWidget *editor = waitForWindow("TaskEditor");
    QVERIFY(editor);
    QCOMPARE(control<QLineEdit>(editor, "address")->text(), QString()); // each company has its own
    editor->close();
    QVERIFY(toWindow());

    connectAnother(first.toString());
    QTRY_COMPARE_WITH_TIMEOUT(m_program->session()->account().base, first, 10000);
    QTRY_VERIFY(notices().join(u' ').contains(u"a new task"_s));
    QVERIFY(toWindow());
    press(Qt::Key_N, Qt::ControlModifier);
    editor = waitForWindow("TaskEditor");
    QVERIFY(editor);
    QCOMPARE(control<QLineEdit>(editor, "address")->text(), u"Main st. 5"_s);
    QTRY_VERIFY(notices().isEmpty());
    QVERIFY(ended.isEmpty());
}

void CompaniesTest::connectingTheSameAgainBeginsAnew()
{
    QVERIFY(openCompany());
    QVERIFY(typeATask());
    const QSignalSpy ended(qApp, &QGuiApplication::lastWindowClosed);
    const QPointer<app::Session> before = m_program->session();
    connectAnother(m_proxy->url().toString());
    QTRY_VERIFY_WITH_TIMEOUT(!before && m_program->session(), 10000);
    QTRY_COMPARE_WITH_TIMEOUT(m_program->session()->engine().state().phase, SyncState::Phase::Online, 10000);
    QTRY_VERIFY(notices().join(u' ').contains(u"a new task"_s));
    QVERIFY(window().isVisible());
    QVERIFY(ended.isEmpty());
}

void CompaniesTest::aLateKeychainLeavesAnEnteredKey_data()
{
    QTest::addColumn<int>("answer");
    QTest::newRow("an error") << 0;
    QTest::newRow("no key") << 1;
    QTest::newRow("another key") << 2;
}

void CompaniesTest::aLateKeychainLeavesAnEnteredKey()
{
    QFETCH(int, answer);
    const app::Accounts accounts(m_folder->path());
    QVERIFY(accounts.prepare());
    QVERIFY(accounts.keep(*parseCompanyAddress(m_proxy->url().toString()), {}, {}));
    app::CommandLine line;
    line.dataDir = m_folder->path();
    auto store = std::make_unique<LateStore>();
    LateStore &keychain = *store;
    m_program = std::make_unique<app::WindowProgram>(line, std::move(store));
    m_program->start();
    QVERIFY(m_program->session() && keychain.asked);
    Q_EMIT window().keyEntered(m_sandbox->key());
    const sync::Engine &engine = m_program->session()->engine();
    QTRY_COMPARE_WITH_TIMEOUT(engine.state().phase, SyncState::Phase::Online, 15000);
    Error silent;
    silent.kind = ErrorKind::Keychain;
    silent.cause = ErrorCause::KeychainSilent;
    keychain.asked->addResult(
        answer == 0       ? Result<QString>(fail(silent))
            : answer == 1 ? Result<QString>(QString())
                          : Result<QString>(u"an-old-key"_s));
    keychain.asked->finish();
    QCoreApplication::processEvents();
    // What is asked next is asked with the key that was entered.
    const int before = engine.state().requests;
    m_program->session()->engine().refresh();
    QTRY_VERIFY_WITH_TIMEOUT(
        engine.state().requests > before && engine.state().phase == SyncState::Phase::Online, 15000);
    QVERIFY(notices().isEmpty());
}

QTEST_MAIN(CompaniesTest)
#include "CompaniesTest.moc"
