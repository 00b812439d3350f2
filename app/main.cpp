#include "CommandLine.h"
#include "Hardening.h"
#include "HeadlessCommands.h"
#include "Languages.h"
#include "StartWatch.h"
#include "Tour.h"
#include "WindowProgram.h"
#include "core/Log.h"

#include <QApplication>
#include <QIcon>

#include <cstdio>
#include <memory>

using naryad::app::CommandLine;

namespace {

void nameApplication()
{
    QCoreApplication::setApplicationName(QStringLiteral("naryad"));
    QCoreApplication::setApplicationVersion(QStringLiteral(NARYAD_VERSION));
}

int runWithWindow(int argc, char **argv, const CommandLine &line)
{
    QApplication app(argc, argv);
    QGuiApplication::setApplicationDisplayName({});
    QGuiApplication::setDesktopFileName(QStringLiteral("io.github.naryad.Naryad"));
    QApplication::setWindowIcon(QIcon(QStringLiteral(":/icons/naryad.svg")));
    naryad::app::loadLanguage(line.language, &app);
    if (line.verb == CommandLine::Verb::Tour)
        return naryad::app::runTour(line);
    naryad::app::watchStart(app);
    naryad::app::WindowProgram program(line);
    QMetaObject::invokeMethod(
        &program, [&program] { program.start(); }, Qt::QueuedConnection);
    return app.exec();
}

int runWithoutWindow(int argc, char **argv, const CommandLine &line)
{
    QCoreApplication app(argc, argv);
    naryad::app::loadLanguage(line.language, &app);
    switch (line.verb) {
    case CommandLine::Verb::Connect:
        return naryad::app::runConnect(line);
    case CommandLine::Verb::Sync:
        return naryad::app::runSync(line);
    case CommandLine::Verb::Export:
        return naryad::app::runExport(line);
    case CommandLine::Verb::ShowVersion:
        std::printf("naryad %s\n", NARYAD_VERSION);
        return 0;
    case CommandLine::Verb::ShowHelp:
        std::printf("%s", line.message.toUtf8().constData());
        return 0;
    default:
        std::fprintf(stderr, "naryad: %s\n", line.message.toUtf8().constData());
        return 2;
    }
}

} // namespace

int main(int argc, char **argv)
{
    naryad::app::hardenProcess();
    naryad::installLog();
    nameApplication();
    CommandLine line;
    {
        // The arguments decide which kind of application is made, and reading them needs one.
        QCoreApplication reader(argc, argv);
        line = naryad::app::readCommandLine(QCoreApplication::arguments());
    }
    const bool window = line.verb == CommandLine::Verb::Window || line.verb == CommandLine::Verb::Tour;
    return window ? runWithWindow(argc, argv, line) : runWithoutWindow(argc, argv, line);
}
