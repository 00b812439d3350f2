#include "sandbox/Sandbox.h"

#include <QCommandLineParser>
#include <QCoreApplication>
#include <QFile>

#include <csignal>
#include <cstdio>

namespace {

void quitOnSignal(int)
{
    QCoreApplication::quit();
}

} // namespace

int main(int argc, char **argv)
{
    QCoreApplication app(argc, argv);
    QCoreApplication::setApplicationName(QStringLiteral("naryad-sandbox"));
    QCoreApplication::setApplicationVersion(QStringLiteral(NARYAD_VERSION));
    QCommandLineParser parser;
    parser.setApplicationDescription(QStringLiteral("A stand-in for the Mobiforce service on 127.0.0.1."));
    parser.addHelpOption();
    parser.addVersionOption();
    const auto number = [&parser](const char *name, const char *about, const char *byDefault) {
        const QCommandLineOption option(QString::fromLatin1(name), QString::fromLatin1(about), QStringLiteral("N"),
            QString::fromLatin1(byDefault));
        parser.addOption(option);
        return option;
    };
    const auto port = number("port", "The port; 0 takes a free one.", "0");
    const auto tasks = number("tasks", "Tasks of the company.", "2000");
    const auto contractors = number("contractors", "Contractors of the company.", "40");
    const auto seed = number("seed", "What the company is made from.", "20261124");
    const auto latency = number("latency", "Milliseconds before each answer.", "0");
    const QCommandLineOption key(
        QStringLiteral("key"), QStringLiteral("The key to accept; a random one without it."), QStringLiteral("KEY"));
    const QCommandLineOption keyStdin(QStringLiteral("key-stdin"), QStringLiteral("Read the key from standard input."));
    const QCommandLineOption full(QStringLiteral("full-tasks"),
        QStringLiteral("get-task also tells contractor, worker, address and status, which the document's sample lacks."));
    parser.addOptions({key, keyStdin, full});
    parser.process(app);

    naryad::sandbox::Options options;
    bool valid = true;
    const auto read = [&parser, &valid](const QCommandLineOption &option) {
        bool ok = false;
        const int value = parser.value(option).toInt(&ok);
        valid = valid && ok && value >= 0;
        return value;
    };
    options.port = static_cast<quint16>(read(port));
    options.tasks = read(tasks);
    options.contractors = read(contractors);
    options.seed = static_cast<quint32>(read(seed));
    options.latencyMs = read(latency);
    options.fullTasks = parser.isSet(full);
    options.key = parser.value(key);
    if (parser.isSet(keyStdin)) {
        QFile input;
        if (input.open(stdin, QIODevice::ReadOnly))
            options.key = QString::fromUtf8(input.readLine(4096)).trimmed();
    }
    if (!valid || !parser.positionalArguments().isEmpty()) {
        std::fprintf(stderr, "%s", qPrintable(parser.helpText()));
        return 2;
    }

    const bool tellKey = options.key.isEmpty();
    naryad::sandbox::Sandbox sandbox(options);
    const auto address = sandbox.start();
    if (!address) {
        std::fprintf(stderr, "%s\n", qPrintable(naryad::describe(address.error())));
        return 1;
    }
    std::printf("%s\n", qPrintable(address->toString()));
    if (tellKey)
        std::printf("%s\n", qPrintable(sandbox.key()));
    std::fflush(stdout);
    std::signal(SIGTERM, quitOnSignal);
    std::signal(SIGINT, quitOnSignal);
    return app.exec();
}
