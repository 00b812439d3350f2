#include "sandbox/Sandbox.h"

#include <QCommandLineParser>
#include <QCoreApplication>
#include <QFile>

#include <algorithm>
#include <csignal>
#include <cstdio>
#include <limits>
#include <optional>

namespace {

void quitOnSignal(int)
{
    QCoreApplication::quit();
}

QCommandLineOption flag(const char *name, const char *about)
{
    return QCommandLineOption(QString::fromLatin1(name), QString::fromLatin1(about));
}

QCommandLineOption valued(const char *name, const char *about, const char *value, const char *byDefault = "")
{
    return QCommandLineOption(
        QString::fromLatin1(name), QString::fromLatin1(about), QString::fromLatin1(value),
        QString::fromLatin1(byDefault));
}

/// The command line of naryad-sandbox.
class CommandLine
{
public:
    CommandLine()
    {
        m_parser.setApplicationDescription(
            QStringLiteral("A stand-in for the Mobiforce service on 127.0.0.1."));
        m_parser.addHelpOption();
        m_parser.addVersionOption();
        m_parser.addOptions(
            {m_port, m_tasks, m_contractors, m_equipment, m_seed, m_latency, m_key, m_keyStdin, m_full,
             m_replace, m_empties, m_feedTypes, m_noLimit, m_geocode, m_newIds, m_load});
    }

    /// Nullopt for a wrong usage. Ends the program itself for --help and --version.
    std::optional<naryad::sandbox::Options> read(const QCoreApplication &app);
    QString fileToLoad() const { return m_parser.value(m_load); }
    QString help() const { return m_parser.helpText(); }

private:
    qint64 number(const QCommandLineOption &option, qint64 most)
    {
        bool isNumber = false;
        const qint64 value = m_parser.value(option).toLongLong(&isNumber);
        m_isValid = m_isValid && isNumber && value >= 0 && value <= most;
        return value;
    }
    int whole(const QCommandLineOption &option)
    {
        return static_cast<int>(number(option, std::numeric_limits<int>::max()));
    }

    QCommandLineParser m_parser;
    bool m_isValid = true;
    QCommandLineOption m_port = valued("port", "The port; 0 takes a free one.", "N", "0");
    QCommandLineOption m_tasks = valued("tasks", "Tasks of the company, up to 1000000.", "N", "2000");
    QCommandLineOption m_contractors
        = valued("contractors", "Contractors of the company, each with two to four phones.", "N", "40");
    QCommandLineOption m_equipment = valued("equipment", "Pieces of equipment of the company.", "N", "300");
    QCommandLineOption m_seed = valued("seed", "What the company is made from.", "N", "20261124");
    QCommandLineOption m_latency = valued("latency", "Milliseconds before each answer.", "N", "0");
    QCommandLineOption m_key = valued("key", "The key to accept; a random one without it.", "KEY");
    QCommandLineOption m_keyStdin = flag("key-stdin", "Read the key from standard input.");
    QCommandLineOption m_full = flag(
        "full-tasks",
        "get-task also tells contractor, worker, address and status, get-template the section of a row, "
        "which the "
        "document's samples lack.");
    QCommandLineOption m_replace = flag(
        "persons-replace", "The arrays person, phone and contact of an update replace; else they append.");
    QCommandLineOption m_empties
        = flag("omitted-empties", "An update empties what it doesn't name; else that is kept.");
    QCommandLineOption m_feedTypes = valued(
        "feed-types",
        "Types get-updates answers beside task, comma-separated: contractor, template, equipment.", "LIST");
    QCommandLineOption m_noLimit
        = flag("no-taskupdates-limit", "get-taskupdates is answered more than once in five minutes.");
    QCommandLineOption m_geocode = flag("geocode", "An address without lat and lon gets a place at once.");
    QCommandLineOption m_newIds
        = valued("new-ids-from", "The least id of what is made; 0: after the company's own.", "N", "0");
    QCommandLineOption m_load = valued("load", "Begin with a state saved before.", "FILE");
};

std::optional<naryad::sandbox::Options> CommandLine::read(const QCoreApplication &app)
{
    m_parser.process(app);
    naryad::sandbox::Options options;
    options.port = static_cast<quint16>(number(m_port, std::numeric_limits<quint16>::max()));
    options.tasks = whole(m_tasks);
    options.contractors = whole(m_contractors);
    options.equipment = whole(m_equipment);
    options.seed = static_cast<quint32>(number(m_seed, std::numeric_limits<quint32>::max()));
    options.latencyMs = whole(m_latency);
    options.newIdsFrom = number(m_newIds, std::numeric_limits<qint64>::max() / 2);
    options.fullTasks = m_parser.isSet(m_full);
    options.personsReplace = m_parser.isSet(m_replace);
    options.omittedKeep = !m_parser.isSet(m_empties);
    options.taskUpdatesLimit = !m_parser.isSet(m_noLimit);
    options.geocode = m_parser.isSet(m_geocode);
    options.feedTypes = m_parser.value(m_feedTypes).split(QLatin1Char(','), Qt::SkipEmptyParts);
    const QStringList known{
        QStringLiteral("contractor"), QStringLiteral("template"), QStringLiteral("equipment")};
    for (const QString &type : std::as_const(options.feedTypes))
        m_isValid = m_isValid && known.contains(type);
    options.key = m_parser.value(m_key);
    if (m_parser.isSet(m_keyStdin)) {
        QFile input;
        if (input.open(stdin, QIODevice::ReadOnly))
            options.key = QString::fromUtf8(input.readLine(4096)).trimmed();
    }
    return m_isValid && m_parser.positionalArguments().isEmpty() ? std::optional(options) : std::nullopt;
}

int complain(const naryad::Error &error)
{
    std::fprintf(stderr, "%s\n", qPrintable(naryad::describe(error)));
    return 1;
}

} // namespace

int main(int argc, char **argv)
{
    QCoreApplication app(argc, argv);
    QCoreApplication::setApplicationName(QStringLiteral("naryad-sandbox"));
    QCoreApplication::setApplicationVersion(QStringLiteral(NARYAD_VERSION));
    CommandLine line;
    const auto options = line.read(app);
    if (!options) {
        std::fprintf(stderr, "%s", qPrintable(line.help()));
        return 2;
    }
    naryad::sandbox::Sandbox sandbox(*options);
    const auto address = sandbox.start();
    if (!address)
        return complain(address.error());
    if (!line.fileToLoad().isEmpty()) {
        if (const auto loaded = sandbox.load(line.fileToLoad()); !loaded)
            return complain(loaded.error());
    }
    std::printf("%s\n", qPrintable(address->toString()));
    if (options->key.isEmpty())
        std::printf("%s\n", qPrintable(sandbox.key()));
    std::fflush(stdout);
    std::signal(SIGTERM, quitOnSignal);
    std::signal(SIGINT, quitOnSignal);
    return app.exec();
}
