#include "EngineRun.h"

#include <QCoreApplication>
#include <QDir>
#include <QElapsedTimer>
#include <QFile>
#include <QFileInfo>

#include <algorithm>

using namespace std::chrono_literals;

namespace naryad::test {

namespace {

/// Moments without anything on the line, after which only the clock can bring something soon: another try of
/// a read, a write to the mirror that is put off.
constexpr int QuietTicks = 1;
constexpr auto Soon = 5s;
constexpr qint64 PatienceMs = 30000; ///< a computer at work on other things is slow

} // namespace

EngineRun::EngineRun(ManualClock &clock, const FaultProxy &proxy)
    : m_clock(clock)
    , m_proxy(proxy)
{
    m_tick.setTimerType(Qt::PreciseTimer);
    m_tick.setInterval(1);
    QObject::connect(&m_tick, &QTimer::timeout, &m_tick, [this] { ++m_ticks; });
    m_tick.start();
}

EngineRun::~EngineRun()
{
    quit();
}

bool EngineRun::start(
    const QUrl &base, const QString &key, const QString &folder, const sync::EngineOptions &options)
{
    Account account;
    account.base = base;
    account.zoneId = "Europe/Moscow";
    account.folder = folder;
    m_folder = folder;
    m_core = std::make_unique<sync::EngineCore>(account, key, m_clock, options);
    if (!m_core->open()) {
        m_core.reset();
        return false;
    }
    m_core->begin();
    return true;
}

void EngineRun::quit()
{
    if (!m_core)
        return;
    m_core->shutDown();
    m_core.reset();
}

bool EngineRun::kill(const QString &to)
{
    const bool copied = copyAccount(m_folder, to);
    quit();
    return copied;
}

/// A quiet time is longer than any request is late: none may be on its way when it passes.
bool EngineRun::mayJump() const
{
    if (m_proxy.isBusy())
        return false;
    const std::set<CommandId> &open = m_core->said().open();
    const bool inDoubt = std::any_of(
        open.begin(), open.end(), [this](CommandId id) { return entry(id).state == CommandState::Unsure; });
    if (inDoubt)
        m_proxy.catchUp();
    return !inDoubt || !m_proxy.isBusy();
}

void EngineRun::turn()
{
    QCoreApplication::sendPostedEvents();
    QCoreApplication::processEvents();
    if (!m_core->isBusy()) {
        if (mayJump() && m_clock.jump())
            return;
    }
    if (const int activity = m_proxy.activity(); activity != m_activity) {
        m_activity = activity;
        m_ticks = 0;
    }
    QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents);
    if (m_ticks >= QuietTicks && mayJump()) {
        m_ticks = 0;
        m_clock.jump(Soon);
    }
}

bool EngineRun::until(const std::function<bool()> &done)
{
    QElapsedTimer waited;
    waited.start();
    while (!done()) {
        if (waited.elapsed() > PatienceMs)
            return false;
        turn();
    }
    return true;
}

bool EngineRun::rests() const
{
    if (m_core->isBusy())
        return false;
    const sync::JournalOverlay &said = m_core->said();
    QueueOrder order([&said](const QString &token) { return said.idOf({{}, token}); });
    return std::all_of(said.open().begin(), said.open().end(), [&](CommandId id) {
        const JournalEntry &entry = said.entries().at(id);
        const bool isBehind = order.take(entry) != 0;
        return waitsForUser(entry) || (isBehind && entry.state == CommandState::Waiting)
            || (isBehind && entry.state == CommandState::Held);
    });
}

bool EngineRun::runDown()
{
    return until([this] { return rests(); });
}

Result<SyncState> EngineRun::sync()
{
    auto promise = std::make_shared<QPromise<Result<SyncState>>>();
    promise->start();
    const auto future = promise->future();
    m_core->syncOnce(promise);
    if (!until([&future] { return future.isFinished(); }) || future.resultCount() == 0)
        return fail(ErrorKind::Cancelled, QStringLiteral("no end of it"));
    return future.result();
}

QString temporaryFiles()
{
    // Where there is a disk in memory, nobody waits for a real one.
    const QString memory = QStringLiteral("/dev/shm");
    return (QFileInfo(memory).isWritable() ? memory : QDir::tempPath()) + QStringLiteral("/naryad-XXXXXX");
}

bool copyAccount(const QString &from, const QString &to)
{
    if (!QDir().mkpath(to))
        return false;
    const QStringList files = QDir(from).entryList(QDir::Files);
    return std::all_of(files.begin(), files.end(), [&](const QString &name) {
        // The shared memory is remade; what it held says nothing after a kill.
        if (name.endsWith(QLatin1String("-shm")))
            return true;
        const QString copy = to + QLatin1Char('/') + name;
        return QFile::copy(from + QLatin1Char('/') + name, copy)
            && QFile::setPermissions(copy, QFile::ReadOwner | QFile::WriteOwner);
    });
}

} // namespace naryad::test
