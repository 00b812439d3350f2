#include "Benches.h"

#include <QCommandLineParser>
#include <QCoreApplication>
#include <QJsonDocument>

#include <cstdio>
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
    {"api", apiBench},
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

} // namespace

} // namespace naryad::bench

int main(int argc, char **argv)
{
    QCoreApplication app(argc, argv);
    QCoreApplication::setApplicationName(QStringLiteral("naryad-bench"));
    QCoreApplication::setApplicationVersion(QStringLiteral(NARYAD_VERSION));
    QCommandLineParser parser;
    parser.setApplicationDescription(
        QStringLiteral("Measures the program; one JSON line a figure, beside its floor of the same run."));
    parser.addHelpOption();
    parser.addVersionOption();
    parser.addPositionalArgument(
        QStringLiteral("name"), QStringLiteral("api: reading beside curl. All of them without a name."),
        QStringLiteral("[name…]"));
    const QCommandLineOption quick(
        QStringLiteral("quick"),
        QStringLiteral("Little work, to see that it runs; the figures say nothing."));
    parser.addOption(quick);
    parser.process(app);
    const QStringList names = parser.positionalArguments();
    if (!std::all_of(names.begin(), names.end(), naryad::bench::isKnown)) {
        std::fprintf(stderr, "%s", qPrintable(parser.helpText()));
        return 2;
    }
    return naryad::bench::run(names, {parser.isSet(quick)});
}
