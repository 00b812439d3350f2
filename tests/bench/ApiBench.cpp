#include "Benches.h"
#include "Figures.h"
#include "Process.h"

#include "api/ReadChannel.h"
#include "api/UpdateService.h"
#include "core/Await.h"
#include "core/Clock.h"

#include <QElapsedTimer>
#include <QEventLoop>
#include <QUrlQuery>

#include <algorithm>
#include <cstdio>

namespace naryad::bench {

namespace {

constexpr int Connections = 6;
/// As many as the program itself keeps in the channel's queue while it catches up.
constexpr int Outstanding = 24;
constexpr int Rounds = 3;
constexpr int Tasks = 3000;

/// One measurement's conditions.
struct Line
{
    int latencyMs = 0;
    int requests = 0;
};

/// What one side did in one round.
struct Done
{
    double perSecond = 0;
    double cpuMicros = 0; ///< per request
};

/// The bench never asks get-taskupdates.
class NoCallTimes final : public api::CallTimes
{
public:
    Result<QDateTime> lastTaskUpdates() const override { return QDateTime(); }
    Result<void> setLastTaskUpdates(const QDateTime &) override { return {}; }
};

/// The ids of the sandbox's tasks by one get-updates, as many as are wanted; they come round again.
QStringList taskIds(api::ReadChannel &reads, const Clock &clock, int wanted)
{
    NoCallTimes times;
    api::UpdateService updates(reads, AccountZone(), clock, times);
    QObject owner;
    QEventLoop loop;
    QStringList ids;
    await(
        &owner, updates.updates(QStringLiteral("task"), 0), [&](const Result<QVector<api::Update>> &answer) {
            if (answer) {
                for (const api::Update &update : *answer)
                    ids.append(update.objectId);
            }
            loop.quit();
        });
    loop.exec();
    for (qsizetype i = 0; !ids.isEmpty() && ids.size() < wanted; ++i)
        ids.append(ids.at(i));
    return ids.mid(0, wanted);
}

/// Asks for every id through the program's own channel; false where any answer failed.
class Reading : public QObject
{
public:
    Reading(api::ReadChannel &reads, const QStringList &ids)
        : m_reads(reads)
        , m_ids(ids)
    {}

    bool run()
    {
        for (int i = 0; i < Outstanding; ++i)
            next();
        if (m_answered < m_ids.size())
            m_loop.exec();
        return m_failed == 0;
    }

private:
    void next()
    {
        if (m_asked == m_ids.size())
            return;
        api::ReadRequest request{QStringLiteral("get-task"), {}, false, false};
        request.query.addQueryItem(QStringLiteral("id"), m_ids.at(m_asked++));
        await(this, m_reads.get(request), [this](const Result<api::Answer> &answer) {
            m_failed += answer ? 0 : 1;
            if (++m_answered == m_ids.size())
                m_loop.quit();
            else
                next();
        });
    }

    api::ReadChannel &m_reads;
    const QStringList &m_ids;
    QEventLoop m_loop;
    qsizetype m_asked = 0;
    qsizetype m_answered = 0;
    int m_failed = 0;
};

std::optional<Done> byChannel(api::ReadChannel &reads, const QStringList &ids)
{
    const auto cpu = ownCpu();
    QElapsedTimer timer;
    timer.start();
    if (!Reading(reads, ids).run()) {
        std::fprintf(stderr, "the channel failed\n");
        return std::nullopt;
    }
    const double seconds = static_cast<double>(timer.nsecsElapsed()) / 1e9;
    const auto count = static_cast<double>(ids.size());
    return Done{count / seconds, static_cast<double>((ownCpu() - cpu).count()) / count};
}

std::optional<Done> byCurl(const SandboxProcess &server, const QStringList &ids)
{
    const auto ran = curlTasks(server, ids, Connections);
    if (!ran)
        return std::nullopt;
    const auto count = static_cast<double>(ids.size());
    return Done{
        count / (static_cast<double>(ran->wall.count()) / 1e9),
        static_cast<double>(ran->cpu.count()) / count};
}

template <class Get> double medianOf(const std::vector<Done> &rounds, Get get)
{
    QVector<double> values;
    for (const Done &round : rounds)
        values.append(get(round));
    return median(values);
}

void tellLine(const Line &line, const std::vector<Done> &own, const std::vector<Done> &curl)
{
    const auto speed = [](const Done &done) { return done.perSecond; };
    const auto cpu = [](const Done &done) { return done.cpuMicros; };
    const double ratio = medianOf(own, speed) / medianOf(curl, speed);
    QJsonObject figure{
        {QStringLiteral("bench"), QStringLiteral("api")},
        {QStringLiteral("latency_ms"), line.latencyMs},
        {QStringLiteral("requests"), line.requests},
        {QStringLiteral("rounds"), Rounds},
        {QStringLiteral("connections"), Connections},
        {QStringLiteral("per_second"), rounded(medianOf(own, speed), 1)},
        {QStringLiteral("curl_per_second"), rounded(medianOf(curl, speed), 1)},
        {QStringLiteral("ratio"), rounded(ratio, 1000)},
        {QStringLiteral("cpu_us"), rounded(medianOf(own, cpu), 1)},
        {QStringLiteral("curl_cpu_us"), rounded(medianOf(curl, cpu), 1)},
    };
    // Without latency curl is out of Qt's reach; there the cost of a request is what counts
    const bool loopback = line.latencyMs == 0;
    figure.insert(
        QStringLiteral("goal"), loopback ? QStringLiteral("cpu_us <= 250") : QStringLiteral("ratio >= 0.9"));
    figure.insert(QStringLiteral("met"), loopback ? medianOf(own, cpu) <= 250 : ratio >= 0.9);
    tell(figure);
}

int measure(Line line, const Settings &settings)
{
    if (settings.quick)
        line.requests /= 100;
    const SandboxProcess server(line.latencyMs, Tasks);
    if (!server.isUp())
        return 1;
    const SystemClock clock;
    api::ReadChannel reads({server.address(), server.key()}, clock);
    const QStringList ids = taskIds(reads, clock, line.requests);
    if (ids.size() != line.requests) {
        std::fprintf(stderr, "the sandbox has no tasks\n");
        return 1;
    }
    std::vector<Done> own;
    std::vector<Done> curl;
    for (int round = 0; round < Rounds; ++round) {
        const auto byUs = byChannel(reads, ids);
        const auto byThem = byCurl(server, ids);
        if (!byUs || !byThem)
            return 1;
        own.push_back(*byUs);
        curl.push_back(*byThem);
    }
    tellLine(line, own, curl);
    return 0;
}

} // namespace

int apiBench(const Settings &settings)
{
    int status = 0;
    for (const Line line : {Line{50, 360}, Line{20, 900}, Line{5, 3000}, Line{0, 6000}})
        status = std::max(status, measure(line, settings));
    return status;
}

} // namespace naryad::bench
