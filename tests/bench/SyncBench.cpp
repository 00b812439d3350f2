#include "Accounts.h"
#include "Benches.h"
#include "Figures.h"
#include "Process.h"
#include "SandboxCalls.h"
#include "core/Clock.h"
#include "sync/Engine.h"

#include <QCoreApplication>
#include <QEventLoop>
#include <QJsonDocument>
#include <QProcess>
#include <QTemporaryDir>
#include <QTimer>

#include <cstdio>
#include <memory>

namespace naryad::bench {

namespace {

constexpr int Tasks = 6000;
constexpr int QuickTasks = 60;
constexpr int LatencyMs = 20;
constexpr int Connections = 6;
constexpr int Rounds = 3;
constexpr int Changed = 7;
constexpr int FeedRows = 3000;
constexpr int LongestSync = 600000;

using Counts = SandboxCalls::Counts;

Counts since(const Counts &before, const Counts &now)
{
    return {now.feed - before.feed, now.details - before.details, now.lists - before.lists};
}

/// A data folder with the sandbox as its one company, nothing read yet.
std::optional<Account> connectTo(const SandboxProcess &server, const QString &folder)
{
    const app::Accounts accounts(folder);
    const auto account
        = accounts.keep({server.address(), QStringLiteral("bench")}, QStringLiteral("bench"), {});
    return account ? std::optional(*account) : std::nullopt;
}

/// The seconds `naryad sync` took by its own word; nullopt where it did not end well.
std::optional<double> syncByProgram(const SandboxProcess &server, const QString &folder)
{
    QProcess process;
    process.setStandardErrorFile(QProcess::nullDevice());
    process.start(
        QCoreApplication::applicationDirPath() + QLatin1String("/naryad"),
        {QStringLiteral("sync"), QStringLiteral("--data-dir"), folder, QStringLiteral("--key-stdin")});
    process.write(server.key().toUtf8() + '\n');
    process.closeWriteChannel();
    const bool ended = process.waitForFinished(LongestSync);
    const QJsonObject told = QJsonDocument::fromJson(process.readAllStandardOutput()).object();
    if (!ended || process.exitCode() != 0 || told.isEmpty()) {
        std::fprintf(stderr, "naryad sync failed: %s\n", qPrintable(process.errorString()));
        return std::nullopt;
    }
    return told.value(QLatin1String("seconds")).toDouble();
}

/// The requests of one look for changes, as by F5.
std::optional<Counts> look(const SandboxProcess &server, SandboxCalls &calls, const Account &account)
{
    const SystemClock clock;
    sync::EngineOptions options;
    options.autoStart = false;
    sync::Engine engine(account, server.key(), clock, options);
    if (!engine.open())
        return std::nullopt;
    const Counts before = calls.counts();
    const QDateTime from = clock.now();
    QEventLoop loop;
    bool done = false;
    QObject::connect(&engine, &sync::Engine::stateChanged, &loop, [&](const SyncState &state) {
        done = state.phase == SyncState::Phase::Online && state.lastSuccess >= from;
        if (done)
            loop.quit();
    });
    QTimer::singleShot(60000, &loop, &QEventLoop::quit);
    engine.refresh();
    loop.exec();
    if (!done) {
        std::fprintf(stderr, "the look for changes never ended\n");
        return std::nullopt;
    }
    return since(before, calls.counts());
}

QJsonObject figureOf(const char *part, int tasks)
{
    return {
        {QLatin1String("bench"), QLatin1String("sync")},
        {QLatin1String("part"), QLatin1String(part)},
        {QLatin1String("n"), tasks}};
}

void tellRequests(int tasks, const Counts &first)
{
    const int floor = (tasks + FeedRows - 1) / FeedRows + tasks;
    const int asked = first.feed + first.details;
    QJsonObject figure = figureOf("first_requests", tasks);
    figure.insert(QLatin1String("requests"), asked);
    figure.insert(QLatin1String("feed_requests"), first.feed);
    figure.insert(QLatin1String("detail_requests"), first.details);
    figure.insert(QLatin1String("list_requests"), first.lists);
    figure.insert(QLatin1String("floor_requests"), floor);
    const double over = 100.0 * (asked - floor) / floor;
    put(figure, "over_percent", over);
    putGoal(
        figure, QStringLiteral("over_percent <= 1, detail_requests = n"),
        over <= 1 && first.details == tasks);
    tell(figure);
}

void tellLook(const char *part, int tasks, int changed, const Counts &asked)
{
    QJsonObject figure = figureOf(part, tasks);
    figure.insert(QLatin1String("changed"), changed);
    figure.insert(QLatin1String("requests"), asked.feed + asked.details);
    figure.insert(QLatin1String("list_requests"), asked.lists);
    figure.insert(QLatin1String("floor_requests"), 1 + changed);
    putGoal(figure, QStringLiteral("requests = floor_requests"), asked.feed == 1 && asked.details == changed);
    tell(figure);
}

void tellSpeed(int tasks, const QVector<double> &own, const QVector<double> &curl)
{
    QJsonObject figure = figureOf("first_speed", tasks);
    figure.insert(QLatin1String("latency_ms"), LatencyMs);
    figure.insert(QLatin1String("rounds"), own.size());
    put(figure, "per_second", median(own));
    put(figure, "curl_per_second", median(curl));
    const double ratio = median(own) / median(curl);
    put(figure, "ratio", ratio);
    putGoal(figure, QStringLiteral("ratio >= 0.9"), ratio >= 0.9);
    tell(figure);
}

} // namespace

int syncBench(const Settings &settings)
{
    const int tasks = settings.quick ? QuickTasks : Tasks;
    const SandboxProcess server(LatencyMs, tasks, {QStringLiteral("--full-tasks")});
    if (!server.isUp())
        return 1;
    SandboxCalls calls(server);
    const QStringList ids = calls.taskIds();
    QVector<double> own;
    QVector<double> curl;
    std::unique_ptr<QTemporaryDir> folder;
    std::optional<Account> account;
    for (int round = 0; round < (settings.quick ? 1 : Rounds); ++round) {
        folder = std::make_unique<QTemporaryDir>();
        account = connectTo(server, folder->path());
        const Counts before = calls.counts();
        const auto seconds = account ? syncByProgram(server, folder->path()) : std::nullopt;
        if (!seconds)
            return 1;
        if (round == 0)
            tellRequests(tasks, since(before, calls.counts()));
        const auto ran = curlTasks(server, ids, Connections);
        if (!ran)
            return 1;
        own.append(tasks / *seconds);
        curl.append(tasks * 1e9 / static_cast<double>(ran->wall.count()));
    }
    tellSpeed(tasks, own, curl);
    const auto nothing = look(server, calls, *account);
    const int changed = calls.close(ids, Changed);
    const auto some = look(server, calls, *account);
    if (!nothing || !some || changed == 0)
        return 1;
    tellLook("nothing_changed", tasks, 0, *nothing);
    tellLook("some_changed", tasks, changed, *some);
    return 0;
}

} // namespace naryad::bench
