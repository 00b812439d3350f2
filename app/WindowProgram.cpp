#include "WindowProgram.h"

#include "connect/KeyCheck.h"
#include "core/Await.h"
#include "shell/StartProblem.h"

#include <QApplication>
#include <QMessageBox>

#include <utility>

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

void WindowProgram::cannotOpen(const Error &error, const QString &path, std::function<void()> again)
{
    const bool raised
        = error.cause == ErrorCause::InUse && SingleInstance::raiseOther(error.place, m_line.order);
    if (m_session && raised) {
        m_session->window().addNotice(
            tr("That company is open in another window, which has been asked to come forward."));
    } else if (m_session) {
        m_session->window().addNotice(describe(error));
    } else if (raised) {
        QMetaObject::invokeMethod(qApp, &QCoreApplication::quit, Qt::QueuedConnection);
    } else {
        showProblem(error, path, std::move(again));
    }
}

Result<std::unique_ptr<Session>> WindowProgram::makeDemo(std::unique_ptr<sandbox::Sandbox> &service)
{
    if (auto prepared = m_accounts.prepare(); !prepared)
        return tl::unexpected(prepared.error());
    sandbox::Options options;
    // What a dispatcher's screen is about; the document's own sample of get-task lacks it.
    options.fullTasks = true;
    service = std::make_unique<sandbox::Sandbox>(options);
    const auto address = service->start();
    if (!address)
        return tl::unexpected(address.error());
    const auto account = m_accounts.demo(*address);
    if (!account)
        return tl::unexpected(account.error());
    auto session = std::make_unique<Session>(*account, *m_keeper, m_clock, m_accounts.preferencesFile());
    if (auto opened = session->open(service->key()); !opened)
        return tl::unexpected(opened.error());
    return session;
}

Result<Session *> WindowProgram::openDemo()
{
    std::unique_ptr<sandbox::Sandbox> service;
    auto session = makeDemo(service);
    if (!session)
        return tl::unexpected(session.error());
    m_session = std::move(*session);
    m_sandbox = std::move(service);
    return m_session.get();
}

void WindowProgram::startDemo()
{
    if (m_session && m_session->account().demo) {
        m_session->window().raiseWindow();
        return;
    }
    std::unique_ptr<sandbox::Sandbox> service;
    auto session = makeDemo(service);
    if (!session) {
        cannotOpen(session.error(), session.error().place, [this] { startDemo(); });
        return;
    }
    showSession(std::move(*session));
    m_sandbox = std::move(service);
}

void WindowProgram::showSession(std::unique_ptr<Session> next)
{
    std::unique_ptr<Session> old = std::exchange(m_session, std::move(next));
    ui::MainWindow &window = m_session->window();
    connect(&window, &ui::MainWindow::quitRequested, this, &WindowProgram::sendAndQuit);
    connect(&window, &ui::MainWindow::connectAnother, this, [this] {
        askToConnect(ui::ConnectWindow::Purpose::AnotherCompany);
    });
    // Later, and not from within the menu of the window that goes.
    connect(
        &window, &ui::MainWindow::companyChosen, this,
        [this](const Account &company) { openSession(company, {}, {}); }, Qt::QueuedConnection);
    window.setCompanies(m_accounts.all());
    m_session->show();
    // The former company's windows go one by one, and each may have the keyboard given to another of them.
    if (old) {
        old.reset();
        window.activateWindow();
    }
    m_session->carryOut(std::exchange(m_line.order, {}));
}

/// The window is closed by now; what is held goes first, and what can't go is told.
void WindowProgram::sendAndQuit()
{
    if (m_quitting)
        return;
    m_quitting.emplace();
    await(this, m_session->engine().sendBeforeQuitting(), [this](const Result<SyncState> &state) {
        if (state && state->waiting > 0)
            tellWhatIsLeft(state->waiting);
        else
            quitNow();
    });
}

void WindowProgram::tellWhatIsLeft(int commands)
{
    auto *box = new QMessageBox;
    box->setAttribute(Qt::WA_DeleteOnClose);
    box->setObjectName(QStringLiteral("leftForNextStart"));
    box->setIcon(QMessageBox::Information);
    box->setWindowTitle(tr("Naryad"));
    box->setTextFormat(Qt::PlainText);
    box->setText(
        tr("%n command(s) could not be sent yet. They are kept on this computer and go at the next "
           "start.",
           nullptr, commands));
    connect(box, &QDialog::finished, this, &WindowProgram::quitNow);
    box->show();
}

void WindowProgram::quitNow()
{
    m_quitting.reset();
    QCoreApplication::quit();
}

void WindowProgram::openSession(const Account &account, const QString &key, const QString &notKept)
{
    // The one that is open begins anew with what was given now: its own lock must not stand in its way.
    if (m_session && m_session->account().folder == account.folder)
        m_session.reset();
    const auto again = [this, account, key, notKept] { openSession(account, key, notKept); };
    if (auto prepared = Accounts::prepareFolder(account); !prepared) {
        cannotOpen(prepared.error(), account.folder, again);
        return;
    }
    auto next = std::make_unique<Session>(account, *m_keeper, m_clock, m_accounts.preferencesFile());
    if (auto opened = next->open(key); !opened) {
        cannotOpen(opened.error(), account.folder, again);
        return;
    }
    m_accounts.setLastUsed(account);
    if (!notKept.isEmpty())
        next->window().setKeyNotKept(notKept);
    showSession(std::move(next));
    m_sandbox.reset();
    if (key.isEmpty())
        readKey();
}

/// The window is there already: a keychain that asks or is slow holds nothing up.
void WindowProgram::readKey()
{
    Session *session = m_session.get();
    await(
        session, m_keys->read(Accounts::keyId(session->account().base)),
        [session](const Result<QString> &key) { session->keyRead(key); });
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
        dropConnect();
        startDemo();
    });
    connect(m_connect, &ui::ConnectWindow::quitRequested, this, [this] {
        if (!m_session)
            QCoreApplication::quit();
    });
    m_connect->show();
}

void WindowProgram::dropConnect()
{
    if (!m_connect)
        return;
    // Its parent may be the window that goes.
    m_connect->setParent(nullptr);
    m_connect->hide();
    m_connect->deleteLater();
    m_connect.clear();
}

void WindowProgram::onConnected(
    const CompanyAddress &company, const QString &key, const QByteArray &zoneId, bool keyKept)
{
    dropConnect();
    // The name of the command line is for the first company.
    const auto account = m_accounts.keep(company, m_session ? QString() : m_line.name, zoneId);
    if (!account && account.error().kind == ErrorKind::BadInput) {
        askToConnect(ui::ConnectWindow::Purpose::FirstStart, describe(account.error()));
        return;
    }
    if (!account) {
        cannotOpen(account.error(), m_accounts.dataDir(), [this, company, key, zoneId, keyKept] {
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
