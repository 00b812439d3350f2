#include "ProgramFixture.h"

#include "Controls.h"

#include <QApplication>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QLineEdit>
#include <QNetworkAccessManager>
#include <QNetworkReply>
#include <QPushButton>
#include <QSettings>
#include <QTest>
#include <QWindow>

namespace naryad::test {

namespace {

/// Hands on to a store that outlives the program.
class KeptStore final : public secrets::KeyStore
{
public:
    explicit KeptStore(std::shared_ptr<secrets::MemoryKeyStore> store)
        : m_store(std::move(store))
    {}
    QFuture<Result<QString>> read(const QString &id) override { return m_store->read(id); }
    QFuture<Result<void>> write(const QString &id, const QString &key) override
    {
        return m_store->write(id, key);
    }
    QFuture<Result<void>> remove(const QString &id) override { return m_store->remove(id); }

private:
    std::shared_ptr<secrets::MemoryKeyStore> m_store;
};

} // namespace

ProgramFixture::ProgramFixture() = default;

ProgramFixture::~ProgramFixture() = default;

void ProgramFixture::startService(int tasks)
{
    quitProgram();
    m_keys = std::make_shared<secrets::MemoryKeyStore>();
    m_folder = std::make_unique<QTemporaryDir>();
    // What is sent goes at once: the hold has tests of its own.
    QSettings(m_folder->filePath(QStringLiteral("naryad.ini")), QSettings::IniFormat)
        .setValue(QStringLiteral("texts/hold"), 0);
    sandbox::Options options;
    options.tasks = tasks;
    m_proxy.reset();
    m_sandbox = std::make_unique<sandbox::Sandbox>(options);
    QVERIFY(m_sandbox->start());
    m_proxy = std::make_unique<FaultProxy>(m_sandbox->address());
}

void ProgramFixture::quitProgram()
{
    m_program.reset();
}

void ProgramFixture::startProgram()
{
    m_program.reset();
    app::CommandLine line;
    line.dataDir = m_folder->path();
    m_program = std::make_unique<app::WindowProgram>(line, std::make_unique<KeptStore>(m_keys));
    m_program->start();
}

void ProgramFixture::connectByTyping(const QString &address, const QString &key)
{
    ui::ConnectWindow *connect = m_program->connectWindow();
    QVERIFY(connect);
    QVERIFY(QTest::qWaitForWindowActive(connect));
    auto *company = control<QLineEdit>(connect, "company");
    company->setFocus();
    company->selectAll();
    type(address);
    auto *keyField = control<QLineEdit>(connect, "apiKey");
    keyField->setFocus();
    keyField->selectAll();
    type(key);
    QTest::mouseClick(control<QPushButton>(connect, "connect"), Qt::LeftButton);
}

bool ProgramFixture::openCompany()
{
    startProgram();
    connectByTyping(m_proxy->url().toString(), m_sandbox->key());
    if (!QTest::qWaitFor([this] { return m_program->session() != nullptr; }, 10000))
        return false;
    const sync::Engine &engine = m_program->session()->engine();
    return QTest::qWaitFor(
               [&engine, this] {
                   return engine.state().phase == SyncState::Phase::Online
                       && engine.state().detailsMissing == 0 && engine.state().tasksKnown > 0 && table()
                       && table()->model()->rowCount() > 0;
               },
               30000)
        && toWindow();
}

/// A window manager gives the keyboard back to the main window by itself when a dialog has closed.
bool ProgramFixture::toWindow() const
{
    return QTest::qWaitForWindowActive(&window());
}

QTableView *ProgramFixture::table() const
{
    return window().findChild<QTableView *>(QStringLiteral("tasks"));
}

QString ProgramFixture::cell(int row, int column) const
{
    return table()->model()->index(row, column).data().toString();
}

/// Keys go the way the window system's go: to the list that is open, else to what has the keyboard.
void ProgramFixture::type(const QString &text)
{
    for (const QChar character : text) {
        QWindow *target = QGuiApplication::focusWindow();
        QVERIFY2(target, qPrintable(QStringLiteral("nothing has the keyboard at: ") + text));
        // Letters beyond Latin have no key code of their own; they come with the text alone, as from a
        // layout.
        const auto code
            = character.unicode() < 0x80 ? Qt::Key(character.toUpper().unicode()) : Qt::Key_unknown;
        QTest::sendKeyEvent(QTest::Click, target, code, QString(character), Qt::NoModifier);
        QCoreApplication::processEvents();
    }
}

void ProgramFixture::press(Qt::Key key, Qt::KeyboardModifiers modifiers)
{
    QWindow *target = QGuiApplication::focusWindow();
    QVERIFY(target);
    QTest::keyClick(target, key, modifiers);
}

QWidget *ProgramFixture::waitForWindow(const char *objectName)
{
    QWidget *found = nullptr;
    const bool there = QTest::qWaitFor([&found, objectName] {
        const auto windows = QApplication::topLevelWidgets();
        for (QWidget *window : windows) {
            if (window->objectName() == QLatin1String(objectName) && window->isVisible()
                && window->isActiveWindow())
                found = window;
        }
        return found != nullptr;
    });
    return there ? found : nullptr;
}

QString ProgramFixture::status() const
{
    const auto *button = named<QAbstractButton>(&window(), QStringLiteral("Sync status"));
    return button ? button->text() : QString();
}

QJsonValue ProgramFixture::truth(const QString &path) const
{
    QNetworkAccessManager manager;
    QNetworkRequest request(QUrl(m_sandbox->address().toString() + path));
    request.setRawHeader("Authorization", "key=" + m_sandbox->key().toUtf8());
    std::unique_ptr<QNetworkReply> reply(manager.get(request));
    if (!QTest::qWaitFor([&reply] { return reply->isFinished(); }))
        return {};
    const QJsonDocument document = QJsonDocument::fromJson(reply->readAll());
    return document.isArray() ? QJsonValue(document.array()) : QJsonValue(document.object());
}

int ProgramFixture::made() const
{
    return static_cast<int>(truth(QStringLiteral("/sandbox/new-tasks")).toArray().size());
}

} // namespace naryad::test
