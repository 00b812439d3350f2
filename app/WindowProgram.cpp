#include "WindowProgram.h"

#include "connect/KeyCheck.h"
#include "core/Await.h"
#include "shell/StartProblem.h"

#include <QApplication>

namespace naryad::app {

WindowProgram::WindowProgram(CommandLine line, std::unique_ptr<secrets::KeyStore> keys)
    : m_line(std::move(line))
    , m_accounts(m_line.dataDir)
    , m_keys(std::move(keys))
{
    const bool memoryOnly = m_line.keyFromStdin || m_line.demo || m_line.verb == CommandLine::Verb::Tour;
    if (memoryOnly && !m_keys)
        m_keys = std::make_unique<secrets::MemoryKeyStore>();
    else if (!m_keys)
        m_keys = std::make_unique<secrets::SystemKeyStore>(m_clock);
    m_keeper = std::make_unique<KeyKeeper>(*m_keys, m_clock);
    if (m_line.keyFromStdin)
        m_stdinKey = readKeyFromStdin();
}

WindowProgram::~WindowProgram()
{
    delete m_connect.data();
    m_session.reset();
    m_sandbox.reset();
}

void WindowProgram::showProblem(const Error &error, const QString &path, std::function<void()> again)
{
    auto *problem = new ui::StartProblem(error, path);
    problem->setAttribute(Qt::WA_DeleteOnClose);
    connect(problem, &ui::StartProblem::quitRequested, qApp, &QCoreApplication::quit);
    connect(problem, &ui::StartProblem::tryAgainRequested, this, [problem, again = std::move(again)] {
        problem->hide();
        problem->deleteLater();
        again();
    });
    problem->show();
}

void WindowProgram::start()
{
    if (auto prepared = m_accounts.prepare(); !prepared) {
        showProblem(prepared.error(), m_accounts.dataDir(), [this] { start(); });
        return;
    }
    if (m_line.demo) {
        startDemo();
        return;
    }
    const auto account = m_accounts.find(m_line.account);
    if (account)
        openSession(*account, m_stdinKey, {});
    else
        askToConnect(
            ui::ConnectWindow::Purpose::FirstStart,
            m_line.account.isEmpty() ? QString() : describe(account.error()));
}

Result<Session *> WindowProgram::openDemo()
{
    if (auto prepared = m_accounts.prepare(); !prepared)
        return tl::unexpected(prepared.error());
    sandbox::Options options;
    // What a dispatcher's screen is about; the document's own sample of get-task lacks it.
    options.fullTasks = true;
    m_session.reset();
    m_sandbox = std::make_unique<sandbox::Sandbox>(options);
    const auto address = m_sandbox->start();
    if (!address)
        return tl::unexpected(address.error());
    const auto account = m_accounts.demo(*address);
    if (!account)
        return tl::unexpected(account.error());
    m_session = std::make_unique<Session>(*account, *m_keeper, m_clock, m_accounts.preferencesFile());
    if (auto opened = m_session->open(m_sandbox->key()); !opened)
        return tl::unexpected(opened.error());
    return m_session.get();
}

void WindowProgram::startDemo()
{
    const auto session = openDemo();
    if (!session) {
        if (session.error().cause == ErrorCause::InUse && m_session && m_session->raiseOther()) {
            QMetaObject::invokeMethod(qApp, &QCoreApplication::quit, Qt::QueuedConnection);
            return;
        }
        showProblem(session.error(), session.error().place, [this] { startDemo(); });
        return;
    }
    showSession();
}

void WindowProgram::showSession()
{
    ui::MainWindow &window = m_session->window();
    connect(&window, &ui::MainWindow::quitRequested, qApp, &QCoreApplication::quit);
    connect(&window, &ui::MainWindow::connectAnother, this, [this] {
        askToConnect(ui::ConnectWindow::Purpose::AnotherCompany);
    });
    m_session->show();
}

void WindowProgram::openSession(const Account &account, const QString &key, const QString &notKept)
{
    m_session.reset();
    m_session = std::make_unique<Session>(account, *m_keeper, m_clock, m_accounts.preferencesFile());
    if (auto opened = m_session->open(key); !opened) {
        if (opened.error().cause == ErrorCause::InUse && m_session->raiseOther()) {
            QMetaObject::invokeMethod(qApp, &QCoreApplication::quit, Qt::QueuedConnection);
            return;
        }
        m_session.reset();
        showProblem(opened.error(), account.folder, [this, account, key, notKept] {
            openSession(account, key, notKept);
        });
        return;
    }
    m_accounts.setLastUsed(account);
    if (!notKept.isEmpty())
        m_session->window().setKeyNotKept(notKept);
    showSession();
    if (key.isEmpty())
        readKey();
}

/// The window is there already: a keychain that asks or is slow holds nothing up.
void WindowProgram::readKey()
{
    await(
        m_session.get(), m_keys->read(Accounts::keyId(m_session->account().base)),
        [this](const Result<QString> &key) {
            if (!key)
                m_session->window().addNotice(describe(key.error()));
            m_session->engine().setKey(key.value_or(QString()));
        });
}

void WindowProgram::askToConnect(ui::ConnectWindow::Purpose purpose, const QString &notice)
{
    if (m_connect) {
        m_connect->raise();
        return;
    }
    QWidget *above = m_session ? &m_session->window() : nullptr;
    m_connect = new ui::ConnectWindow(*m_keeper, purpose, above);
    m_connect->setAttribute(Qt::WA_DeleteOnClose);
    if (!notice.isEmpty())
        m_connect->setNotice(notice);
    connect(m_connect, &ui::ConnectWindow::connected, this, &WindowProgram::onConnected);
    connect(m_connect, &ui::ConnectWindow::demoRequested, this, [this] {
        m_connect->deleteLater();
        // Its parent is the window that goes.
        m_connect->setParent(nullptr);
        m_connect->hide();
        startDemo();
    });
    connect(m_connect, &ui::ConnectWindow::quitRequested, this, [this] {
        if (!m_session)
            QCoreApplication::quit();
    });
    m_connect->show();
}

void WindowProgram::onConnected(
    const CompanyAddress &company, const QString &key, const QByteArray &zoneId, bool keyKept)
{
    if (m_connect) {
        m_connect->setParent(nullptr);
        m_connect->hide();
        m_connect->deleteLater();
        m_connect.clear();
    }
    const auto account = m_accounts.keep(company, m_line.name, zoneId);
    if (!account) {
        showProblem(account.error(), m_accounts.dataDir(), [this, company, key, zoneId, keyKept] {
            onConnected(company, key, zoneId, keyKept);
        });
        return;
    }
    Error none;
    none.kind = ErrorKind::Keychain;
    none.cause = ErrorCause::NoKeychain;
    openSession(*account, key, keyKept ? QString() : ui::KeyCheck::notKeptWords(none));
}

} // namespace naryad::app
