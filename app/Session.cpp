#include "Session.h"

#include "Accounts.h"

#include <QDir>

#include <algorithm>

namespace naryad::app {

namespace {

/// A preference within its bounds; what can't be read as a number is none.
int numberIn(const ui::UiSettings &settings, const QString &name, int least, int most, int otherwise)
{
    bool isNumber = false;
    const int kept = settings.text(name).toInt(&isNumber);
    return std::clamp(isNumber ? kept : otherwise, least, most);
}

QString holdKey()
{
    return QStringLiteral("hold");
}

QString lookEveryKey()
{
    return QStringLiteral("lookEvery");
}

QString requestsKey()
{
    return QStringLiteral("requestsPerSecond");
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
    const ui::LineSettings line = lineSettings();
    options.hold = line.hold;
    options.lookEvery = line.lookEvery;
    options.requestsPerSecond = line.requestsPerSecond;
    m_engine = std::make_unique<sync::Engine>(m_account, key, m_clock, options);
    if (auto opened = m_engine->open(); !opened)
        return opened;
    m_reader = std::make_unique<store::Reader>(m_engine->mirrorPath(), m_engine->journalPath());
    m_details = std::make_unique<models::Details>(*m_reader);
    const ui::Desk desk{*m_reader, *m_details, *m_engine, m_clock, AccountZone(m_account.zoneId)};
    m_window = std::make_unique<ui::MainWindow>(desk, m_account, m_host);
    m_window->useSettings(m_settings);
    m_window->useOwnSettings(m_ownSettings);
    m_window->useSettingsHost(*this);
    ui::MainWindow *window = m_window.get();
    connect(m_engine.get(), &sync::Engine::stateChanged, window, &ui::MainWindow::setState);
    connect(m_engine.get(), &sync::Engine::mirrorChanged, window, &ui::MainWindow::applyChange);
    connect(m_engine.get(), &sync::Engine::mirrorReplaced, window, [this, window](const QString &notice) {
        m_reader->reopen();
        window->addNotice(notice);
    });
    connect(window, &ui::MainWindow::keyEntered, this, &Session::useKey);
    connect(window, &ui::MainWindow::pauseAsked, m_engine.get(), &sync::Engine::setPaused);
    connect(&m_instance, &SingleInstance::raiseAsked, window, [this, window](const WindowOrder &order) {
        window->raiseWindow();
        carryOut(order);
    });
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

ui::LineSettings Session::lineSettings() const
{
    const ui::LineSettings standard;
    const auto number = [this](const QString &name, int least, int most, auto otherwise) {
        return numberIn(m_settings, name, least, most, static_cast<int>(otherwise));
    };
    ui::LineSettings settings;
    settings.hold = std::chrono::seconds(number(holdKey(), 0, 120, standard.hold.count()));
    settings.lookEvery = std::chrono::seconds(number(lookEveryKey(), 15, 3600, standard.lookEvery.count()));
    settings.requestsPerSecond = number(requestsKey(), 0, 100, standard.requestsPerSecond);
    return settings;
}

void Session::setLineSettings(const ui::LineSettings &settings)
{
    const ui::LineSettings before = lineSettings();
    m_settings.setText(holdKey(), QString::number(settings.hold.count()));
    m_settings.setText(lookEveryKey(), QString::number(settings.lookEvery.count()));
    m_settings.setText(requestsKey(), QString::number(settings.requestsPerSecond));
    m_settings.sync();
    m_engine->setHold(settings.hold);
    if (settings.lookEvery != before.lookEvery)
        m_engine->setLookEvery(settings.lookEvery);
    m_engine->setRequestsPerSecond(settings.requestsPerSecond);
}

QFuture<Result<TaskNumbers>> Session::taskNumbers()
{
    return m_engine->taskNumbers();
}

QFuture<Result<TaskNumbers>>
Session::setTaskNumbers(TaskNumbers::By by, const QString &prefix, std::optional<qint64> next)
{
    return m_engine->setTaskNumbers(by, prefix, next);
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

void Session::carryOut(const WindowOrder &order)
{
    switch (order.kind) {
    case WindowOrder::Kind::None:
        break;
    case WindowOrder::Kind::Call:
        m_window->call(order.text);
        break;
    case WindowOrder::Kind::NewTask:
        m_window->newTask();
        break;
    case WindowOrder::Kind::Find:
        m_window->find(order.text);
        break;
    }
}

void Session::show()
{
    m_window->show();
}

} // namespace naryad::app
