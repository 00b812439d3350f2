#include "Session.h"

#include "Accounts.h"

#include <QDir>

#include <algorithm>

namespace naryad::app {

namespace {

/// For how long what can't be taken back on the service waits: a preference, in seconds.
std::chrono::seconds holdOf(const ui::UiSettings &settings)
{
    const int fallback = static_cast<int>(sync::EngineOptions{}.hold.count());
    bool isNumber = false;
    const int typed = settings.text(QStringLiteral("hold")).toInt(&isNumber);
    return std::chrono::seconds(std::clamp(isNumber ? typed : fallback, 0, 120));
}

} // namespace

QFuture<Result<void>> KeyKeeper::check(const CompanyAddress &company, const QString &key)
{
    return sync::checkConnection(company.base, key, m_clock);
}

QFuture<Result<void>> KeyKeeper::keepKey(const CompanyAddress &company, const QString &key)
{
    return m_store.write(Accounts::keyId(company.base), key);
}

Session::Session(Account account, ui::ConnectHost &host, const Clock &clock, const QString &preferencesFile)
    : m_account(std::move(account))
    , m_host(host)
    , m_clock(clock)
    , m_instance(m_account.folder)
    , m_settings(preferencesFile)
    , m_ownSettings(QDir(m_account.folder).filePath(QStringLiteral("view.ini")))
{}

Session::~Session()
{
    m_window.reset();
    m_details.reset();
    m_reader.reset();
    m_engine.reset();
}

Result<void> Session::open(const QString &key)
{
    if (auto taken = m_instance.take(); !taken)
        return taken;
    if (m_account.demo)
        Accounts::emptyFolder(m_account);
    m_hasKey = !key.isEmpty();
    sync::EngineOptions options;
    options.hold = holdOf(m_settings);
    m_engine = std::make_unique<sync::Engine>(m_account, key, m_clock, options);
    if (auto opened = m_engine->open(); !opened)
        return opened;
    m_reader = std::make_unique<store::Reader>(m_engine->mirrorPath(), m_engine->journalPath());
    m_details = std::make_unique<models::Details>(*m_reader);
    const ui::Desk desk{*m_reader, *m_details, *m_engine, m_clock, AccountZone(m_account.zoneId)};
    m_window = std::make_unique<ui::MainWindow>(desk, m_account, m_host);
    m_window->useSettings(m_settings);
    m_window->useOwnSettings(m_ownSettings);
    ui::MainWindow *window = m_window.get();
    connect(m_engine.get(), &sync::Engine::stateChanged, window, &ui::MainWindow::setState);
    connect(m_engine.get(), &sync::Engine::mirrorChanged, window, &ui::MainWindow::applyChange);
    connect(m_engine.get(), &sync::Engine::mirrorReplaced, window, [this, window](const QString &notice) {
        m_reader->reopen();
        window->addNotice(notice);
    });
    connect(window, &ui::MainWindow::keyEntered, this, &Session::useKey);
    connect(window, &ui::MainWindow::pauseAsked, m_engine.get(), &sync::Engine::setPaused);
    connect(&m_instance, &SingleInstance::raiseAsked, window, &ui::MainWindow::raiseWindow);
    window->setState(m_engine->state());
    const QStringList notices = m_engine->notices();
    for (const QString &notice : notices)
        window->addNotice(notice);
    if (!Accounts::closeToOthers(m_account.folder)) {
        window->addNotice(tr("Other users of this computer may be able to read what is kept in %1: its disk "
                             "has no rights that "
                             "would close it to them.")
                              .arg(m_account.folder));
    }
    return {};
}

void Session::useKey(const QString &key)
{
    m_hasKey = !key.isEmpty();
    m_engine->setKey(key);
}

void Session::keyRead(const Result<QString> &key)
{
    if (m_hasKey)
        return;
    if (!key)
        m_window->addNotice(describe(key.error()));
    // Also without one: the service's answer to none is what asks for it.
    useKey(key.value_or(QString()));
}

void Session::show()
{
    m_window->show();
}

} // namespace naryad::app
