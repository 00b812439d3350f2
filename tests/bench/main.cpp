#include "Benches.h"
#include "BusyApplication.h"
#include "Table.h"

#include <QCommandLineParser>
#include <QJsonDocument>

#include <algorithm>
#include <cstdio>
#include <optional>
#include <utility>

namespace naryad::bench {

void tell(const QJsonObject &figure)
{
    std::printf("%s\n", QJsonDocument(figure).toJson(QJsonDocument::Compact).constData());
    std::fflush(stdout);
}

namespace {

using Bench = int (*)(const Settings &);

const std::pair<const char *, Bench> Benches[] = {
    {"machine", machineBench}, {"data", dataBench},       {"start", startBench},
    {"memory", memoryBench},   {"search", searchBench},   {"sort", sortBench},
    {"scroll", scrollBench},   {"stalls", stallBench},    {"editor", editorBench},
    {"sync", syncBench},       {"api", apiBench},         {"choose", chooseBench},
    {"caller", callerBench},   {"clients", clientsBench}, {"equipment", equipmentBench},
};

int run(const QStringList &names, const Settings &settings)
{
    int status = 0;
    for (const auto &[name, bench] : Benches) {
        if (names.isEmpty() || names.contains(QLatin1String(name)))
            status = std::max(status, bench(settings));
    }
    return status;
}

bool isKnown(const QString &asked)
{
    return std::any_of(std::begin(Benches), std::end(Benches), [&asked](const auto &bench) {
        return asked == QLatin1String(bench.first);
    });
}

/// Nullopt where one of them is no number of tasks.
std::optional<QVector<int>> readSizes(const QString &typed)
{
    QVector<int> sizes;
    const QStringList parts = typed.split(QLatin1Char(','), Qt::SkipEmptyParts);
    for (const QString &part : parts) {
        bool isNumber = false;
        const int size = part.trimmed().toInt(&isNumber);
        if (!isNumber || size < 1000)
            return std::nullopt;
        sizes.append(size);
    }
    return sizes.isEmpty() ? std::nullopt : std::optional(sizes);
}

} // namespace

} // namespace naryad::bench

int main(int argc, char **argv)
{
    // Windows are painted, but nobody needs to see them; the programs it starts choose for themselves.
    if (!qEnvironmentVariableIsSet("QT_QPA_PLATFORM"))
        qputenv("QT_QPA_PLATFORM", "offscreen");
    const naryad::bench::BusyApplication app(argc, argv);
    QCoreApplication::setApplicationName(QStringLiteral("naryad-bench"));
    QCoreApplication::setApplicationVersion(QStringLiteral(NARYAD_VERSION));
    QCommandLineParser parser;
    parser.setApplicationDescription(
        QStringLiteral("Measures the program; one JSON line a figure, beside its floor of the same run."));
    parser.addHelpOption();
    parser.addVersionOption();
    parser.addPositionalArgument(
        QStringLiteral("name"),
        QStringLiteral("machine, data, start, memory, search, sort, scroll, stalls, editor, sync, api, "
                       "choose, caller, clients. All of them "
                       "without a name. With --table: files of lines."),
        QStringLiteral("[name…]"));
    const QCommandLineOption quick(
        QStringLiteral("quick"),
        QStringLiteral("Little work, to see that it runs; the figures say nothing."));
    const QCommandLineOption sizes(
        QStringLiteral("sizes"), QStringLiteral("Tasks of the mirrors, from 1000 on, comma-separated."),
        QStringLiteral("N,N…"), QStringLiteral("10000,100000,1000000"));
    const QCommandLineOption data(
        QStringLiteral("data"),
        QStringLiteral("Keep the made-up mirrors there; else in the user's cache folder."),
        QStringLiteral("DIR"));
    const QCommandLineOption table(
        QStringLiteral("table"),
        QStringLiteral("Measures nothing: writes the lines of the files as a table there, or to \"-\"."),
        QStringLiteral("FILE"));
    parser.addOptions({quick, sizes, data, table});
    parser.process(app);
    const QStringList names = parser.positionalArguments();
    if (parser.isSet(table))
        return naryad::bench::writeTable(parser.value(table), names);
    naryad::bench::Settings settings;
    settings.quick = parser.isSet(quick);
    settings.dataDir = parser.value(data);
    const auto asked = naryad::bench::readSizes(parser.value(sizes));
    if (!asked || !std::all_of(names.begin(), names.end(), naryad::bench::isKnown)) {
        std::fprintf(stderr, "%s", qPrintable(parser.helpText()));
        return 2;
    }
    settings.sizes = *asked;
    return naryad::bench::run(names, settings);
}
