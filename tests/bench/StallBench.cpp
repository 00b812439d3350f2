#include "Benches.h"
#include "Data.h"
#include "Figures.h"
#include "ListWindow.h"
#include "Process.h"
#include "Words.h"
#include "core/Clock.h"
#include "store/Mirror.h"
#include "sync/Engine.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QScrollBar>
#include <QTemporaryDir>
#include <QTimer>

#include <algorithm>
#include <cstdio>
#include <optional>

namespace naryad::bench {

namespace {

using namespace std::chrono_literals;

constexpr int LatencyMs = 20;
constexpr int NewTasks = 20000; ///< more than come in while it is measured
constexpr auto FrameTime = 16ms;
constexpr int StepsBetweenJumps = 30;

/// How much longer than its millisecond each turn of the event loop took, while the list went on by three
/// rows every frame, and sometimes jumped.
QVector<double> stopsWhileScrolling(QTableView &table, std::chrono::milliseconds time)
{
    QVector<double> stops;
    QScrollBar *bar = table.verticalScrollBar();
    QTimer watch;
    watch.setTimerType(Qt::PreciseTimer);
    double last = nowMs();
    QObject::connect(&watch, &QTimer::timeout, &table, [&stops, &last] {
        const double now = nowMs();
        stops.append(std::max(0.0, now - last - 1));
        last = now;
    });
    QTimer scrolling;
    scrolling.setTimerType(Qt::PreciseTimer);
    int step = 0;
    QObject::connect(&scrolling, &QTimer::timeout, &table, [&step, bar] {
        const int most = std::max(1, bar->maximum());
        const bool jumps = ++step % StepsBetweenJumps == 0;
        bar->setValue(
            jumps ? static_cast<int>(drawn(step, 8, static_cast<quint32>(most))) : (bar->value() + 3) % most);
    });
    watch.start(1ms);
    scrolling.start(FrameTime);
    spin(time);
    return stops;
}

/// The company again, as one that another service knows nothing of yet, in a folder of its own.
std::optional<Account> copyOf(const Data &data, const QString &folder, const QUrl &service)
{
    Account account = data.account;
    account.folder = folder;
    account.base = service;
    for (const QString &path : {data.mirrorPath(), data.journalPath()}) {
        if (!QFile::copy(path, QDir(folder).filePath(QFileInfo(path).fileName()))) {
            std::fprintf(stderr, "%s could not be copied\n", qPrintable(path));
            return std::nullopt;
        }
    }
    const auto mirror = store::Mirror::open(QDir(folder).filePath(QStringLiteral("mirror.db")));
    // From its first change on: all that the service has is new here.
    if (!mirror || !(*mirror)->noteFeed({}, 0))
        return std::nullopt;
    return account;
}

std::optional<QVector<double>> idleStops(const Data &data, std::chrono::milliseconds time)
{
    ListWindow window(data.mirrorPath(), data.journalPath());
    return window.open() ? std::optional(stopsWhileScrolling(window.table(), time)) : std::nullopt;
}

struct Busy
{
    QVector<double> stops;
    int details = 0; ///< fetched meanwhile
};

std::optional<Busy> busyStops(const Account &account, const QString &key, std::chrono::milliseconds time)
{
    const SystemClock clock;
    sync::Engine engine(account, key, clock, {});
    if (!engine.open())
        return std::nullopt;
    ListWindow window(engine.mirrorPath(), engine.journalPath());
    QObject::connect(&engine, &sync::Engine::mirrorChanged, &window, [&window](const MirrorChange &change) {
        window.screen().apply(change);
    });
    QObject::connect(&engine, &sync::Engine::stateChanged, &window, [&window](const SyncState &state) {
        window.screen().setState(state);
    });
    if (!window.open())
        return std::nullopt;
    const int before = engine.state().details;
    Busy busy;
    busy.stops = stopsWhileScrolling(window.table(), time);
    busy.details = engine.state().details - before;
    return busy;
}

int countOver(const QVector<double> &stops, double limit)
{
    return static_cast<int>(
        std::count_if(stops.begin(), stops.end(), [limit](double stop) { return stop > limit; }));
}

int measureStalls(int tasks, const Settings &settings)
{
    const auto data = dataFor(tasks, settings);
    if (!data)
        return 1;
    const SandboxProcess server(LatencyMs, settings.quick ? 300 : NewTasks, {QStringLiteral("--full-tasks")});
    // Beside the data: a temporary folder may be on a disk in memory.
    const QTemporaryDir folder(data->dataDir + QLatin1String("-copy-XXXXXX"));
    const auto account = server.isUp() ? copyOf(*data, folder.path(), server.address()) : std::nullopt;
    const std::chrono::milliseconds time = settings.quick ? 1000ms : 30000ms;
    const auto idle = account ? idleStops(*data, time) : std::nullopt;
    const auto busy = idle ? busyStops(*account, server.key(), time) : std::nullopt;
    if (!busy) {
        std::fprintf(stderr, "the list did not open\n");
        return 1;
    }
    QJsonObject figure{
        {QLatin1String("bench"), QLatin1String("stalls")},
        {QLatin1String("n"), tasks},
        {QLatin1String("seconds"), static_cast<double>(time.count()) / 1000},
        {QLatin1String("details_meanwhile"), busy->details},
        {QLatin1String("over_16_ms"), countOver(busy->stops, 16)}};
    const double often = percentile(busy->stops, 0.999);
    const double most = longest(busy->stops);
    put(figure, "p999_ms", often);
    put(figure, "max_ms", most);
    put(figure, "idle_p999_ms", percentile(*idle, 0.999));
    put(figure, "idle_max_ms", longest(*idle));
    putGoal(figure, QStringLiteral("p999_ms <= 16, max_ms <= 33"), often <= 16 && most <= 33);
    tell(figure);
    return 0;
}

} // namespace

int stallBench(const Settings &settings)
{
    int status = 0;
    for (const int tasks : sizesOf(settings))
        status = std::max(status, measureStalls(tasks, settings));
    return status;
}

} // namespace naryad::bench
