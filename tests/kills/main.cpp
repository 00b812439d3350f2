#include "KillRun.h"

#include <QCommandLineParser>
#include <QCoreApplication>
#include <QElapsedTimer>

#include <cstdio>

/// naryad-kills PROGRAM [--kills N] [--seed S]: on an X desktop, kills the window program N times at random
/// moments of its work. 0: nothing was lost and nothing is there twice.
int main(int argc, char **argv)
{
    QCoreApplication app(argc, argv);
    QCommandLineParser parser;
    const QCommandLineOption kills(
        QStringLiteral("kills"), QStringLiteral("How often."), QStringLiteral("N"), QStringLiteral("20"));
    const QCommandLineOption seed(
        QStringLiteral("seed"), QStringLiteral("Of the moments."), QStringLiteral("S"), QStringLiteral("1"));
    parser.addHelpOption();
    parser.addOptions({kills, seed});
    parser.addPositionalArgument(QStringLiteral("program"), QStringLiteral("The window program."));
    parser.process(app);
    bool isCount = false;
    bool isSeed = false;
    const int count = parser.value(kills).toInt(&isCount);
    const quint32 from = parser.value(seed).toUInt(&isSeed);
    if (!isCount || !isSeed || count < 1 || parser.positionalArguments().size() != 1) {
        std::fputs(qPrintable(parser.helpText()), stderr);
        return 2;
    }
    naryad::test::KillRun run(parser.positionalArguments().constFirst(), from);
    if (!run.prepare()) {
        std::fputs("the service or the account can't be made\n", stderr);
        return 2;
    }
    for (int i = 0; i < count; ++i)
        run.kill();
    run.finish();
    const QStringList faults = run.faults();
    for (const QString &fault : faults)
        std::fprintf(stderr, "%s\n", qPrintable(fault));
    std::printf("%s\n", run.figures().constData());
    return faults.isEmpty() ? 0 : 1;
}
