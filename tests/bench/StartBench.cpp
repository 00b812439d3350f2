#include "Benches.h"
#include "Data.h"
#include "Figures.h"
#include "Memory.h"
#include "RawQueries.h"

#include <QCoreApplication>
#include <QProcess>

#include <cstdio>
#include <optional>

namespace naryad::bench {

namespace {

constexpr int Rounds = 9;
constexpr int LongestStart = 60000;

/// A program from its fork on.
struct Started
{
    double paintedMs = 0; ///< the first rows
    double completeMs = 0; ///< the whole list known
    double anonymousMb = 0; ///< then
};

/// Starts it, waits for what it tells of its start, and ends it.
std::optional<Started> start(const QString &program, const QStringList &arguments, const QString &platform)
{
    QProcess process;
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(QStringLiteral("QT_QPA_PLATFORM"), platform);
    environment.insert(QStringLiteral("QT_LOGGING_RULES"), QStringLiteral("naryad.start.info=true"));
    process.setProcessEnvironment(environment);
    process.setReadChannel(QProcess::StandardError);
    const double from = nowMs();
    process.start(QCoreApplication::applicationDirPath() + QLatin1Char('/') + program, arguments);
    process.write("no-key-is-needed-where-nobody-answers\n");
    process.closeWriteChannel();
    Started started;
    QByteArray told;
    while (started.completeMs == 0 && process.waitForReadyRead(LongestStart)) {
        told += process.readAllStandardError();
        if (started.paintedMs == 0 && told.contains("naryad.start: painted"))
            started.paintedMs = nowMs() - from;
        if (told.contains("naryad.start: complete"))
            started.completeMs = nowMs() - from;
    }
    started.anonymousMb = anonymousMb(process.processId());
    process.kill();
    process.waitForFinished();
    if (started.completeMs == 0) {
        std::fprintf(stderr, "%s did not start: %s\n", qPrintable(program), told.constData());
        return std::nullopt;
    }
    return started;
}

std::optional<Started> startEmpty(const QString &platform)
{
    return start(QStringLiteral("naryad-empty-window"), {}, platform);
}

std::optional<Started> startProgram(const Data &data, const QString &platform)
{
    const auto started = start(
        QStringLiteral("naryad"),
        {QStringLiteral("--data-dir"), data.dataDir, QStringLiteral("--key-stdin"),
         QStringLiteral("--language"), QStringLiteral("ru")},
        platform);
    return markClosedWell(data.mirrorPath()) ? started : std::nullopt;
}

/// Both by turns, so that what else the machine does falls on both. Empty where one did not start.
QVector<QPair<Started, Started>> startBoth(const Data &data, const QString &platform, int rounds)
{
    QVector<QPair<Started, Started>> both;
    for (int round = 0; round < rounds; ++round) {
        const auto empty = startEmpty(platform);
        const auto own = startProgram(data, platform);
        if (!empty || !own)
            return {};
        both.append({*own, *empty});
    }
    return both;
}

template <class Get> double medianOf(const QVector<QPair<Started, Started>> &rounds, Get get)
{
    QVector<double> values;
    for (const auto &round : rounds)
        values.append(get(round));
    return median(values);
}

int measureStart(int tasks, const QString &platform, const Settings &settings)
{
    const auto data = dataFor(tasks, settings);
    if (!data || !startProgram(*data, platform)) // once before: the disk's part is another matter
        return 1;
    const auto rounds = startBoth(*data, platform, settings.quick ? 1 : Rounds);
    if (rounds.isEmpty())
        return 1;
    const double own = medianOf(rounds, [](const auto &round) { return round.first.paintedMs; });
    const double empty = medianOf(rounds, [](const auto &round) { return round.second.paintedMs; });
    QJsonObject figure{
        {QLatin1String("bench"), QLatin1String("start")},
        {QLatin1String("n"), tasks},
        {QLatin1String("platform"), platform},
        {QLatin1String("rounds"), rounds.size()}};
    put(figure, "painted_ms", own);
    put(figure, "whole_list_ms", medianOf(rounds, [](const auto &round) { return round.first.completeMs; }));
    put(figure, "empty_ms", empty);
    put(figure, "ratio", own / empty);
    put(figure, "difference_ms", own - empty);
    putGoal(figure, QStringLiteral("painted_ms <= 1.5 * empty_ms + 30"), own <= 1.5 * empty + 30);
    tell(figure);
    return 0;
}

} // namespace

int startBench(const Settings &settings)
{
    QStringList platforms{QStringLiteral("offscreen")};
    if (qEnvironmentVariableIsSet("DISPLAY"))
        platforms.append(QStringLiteral("xcb"));
    int status = 0;
    for (const QString &platform : platforms) {
        for (const int tasks : sizesOf(settings))
            status = std::max(status, measureStart(tasks, platform, settings));
    }
    return status;
}

int memoryBench(const Settings &settings)
{
    int status = 0;
    for (const int tasks : sizesOf(settings)) {
        const auto data = dataFor(tasks, settings);
        const auto rounds = data ? startBoth(*data, QStringLiteral("offscreen"), settings.quick ? 1 : 3)
                                 : QVector<QPair<Started, Started>>();
        if (rounds.isEmpty()) {
            status = 1;
            continue;
        }
        const double own = medianOf(rounds, [](const auto &round) { return round.first.anonymousMb; });
        const double empty = medianOf(rounds, [](const auto &round) { return round.second.anonymousMb; });
        QJsonObject figure{{QLatin1String("bench"), QLatin1String("memory")}, {QLatin1String("n"), tasks}};
        put(figure, "anon_mb", own);
        put(figure, "empty_mb", empty);
        put(figure, "difference_mb", own - empty);
        putGoal(figure, QStringLiteral("difference_mb <= 60"), empty > 0 && own - empty <= 60);
        tell(figure);
    }
    return status;
}

} // namespace naryad::bench
