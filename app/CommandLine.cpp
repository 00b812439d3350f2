#include "CommandLine.h"

#include <QCommandLineParser>
#include <QCoreApplication>
#include <QFile>
#include <QFileInfo>

#include <cstdio>

namespace naryad::app {

namespace {

CommandLine wrong(const QString &message)
{
    CommandLine line;
    line.verb = CommandLine::Verb::WrongUsage;
    line.message = message;
    return line;
}

/// What `export` was told, or what is wrong with it.
CommandLine exportLine(CommandLine line)
{
    static const QStringList lists{
        QStringLiteral("tasks"), QStringLiteral("contractors"), QStringLiteral("equipment")};
    if (!lists.contains(line.argument)) {
        return wrong(
            QCoreApplication::translate("naryad::app", "There is no such list: %1").arg(line.argument));
    }
    if (line.out.isEmpty())
        return wrong(QCoreApplication::translate("naryad::app", "export needs --out FILE."));
    if (line.format.isEmpty())
        line.format = QFileInfo(line.out).suffix().toLower();
    if (line.format != QLatin1String("csv") && line.format != QLatin1String("xlsx"))
        return wrong(QCoreApplication::translate("naryad::app", "The format is csv or xlsx."));
    return line;
}

} // namespace

CommandLine readCommandLine(const QStringList &arguments)
{
    QCommandLineParser parser;
    parser.setApplicationDescription(QCoreApplication::translate(
        "naryad::app",
        "Naryad, the dispatcher's desk for the Mobiforce cloud.\n\n"
        "  naryad                  the window\n"
        "  naryad connect ADDRESS  checks the key on standard input and keeps it in the system keychain\n"
        "  naryad sync             one complete synchronisation; a JSON summary on standard output\n"
        "  naryad export LIST      writes tasks, contractors or equipment as last synchronised into a file\n"
        "  naryad tour FOLDER      opens every screen on the demo company and writes a picture of each\n"
        "  naryad naryad:call/NUMBER  the same as --call NUMBER"));
    const QCommandLineOption demo(
        QStringLiteral("demo"),
        QCoreApplication::translate("naryad::app", "The window on a made-up company."));
    const QCommandLineOption dataDir(
        QStringLiteral("data-dir"),
        QCoreApplication::translate("naryad::app", "Keep everything in this folder."), QStringLiteral("DIR"));
    const QCommandLineOption account(
        QStringLiteral("account"), QCoreApplication::translate("naryad::app", "The company to open."),
        QStringLiteral("NAME"));
    const QCommandLineOption name(
        QStringLiteral("name"),
        QCoreApplication::translate("naryad::app", "With connect: what to call the company."),
        QStringLiteral("NAME"));
    const QCommandLineOption language(
        QStringLiteral("language"),
        QCoreApplication::translate("naryad::app", "The interface language: en or ru."),
        QStringLiteral("LANGUAGE"));
    const QCommandLineOption keyStdin(
        QStringLiteral("key-stdin"),
        QCoreApplication::translate(
            "naryad::app", "Read the key from standard input and keep it for this run only."));
    const QCommandLineOption format(
        QStringLiteral("format"),
        QCoreApplication::translate("naryad::app", "With export: csv or xlsx; by default what FILE ends in."),
        QStringLiteral("FORMAT"));
    const QCommandLineOption out(
        QStringLiteral("out"), QCoreApplication::translate("naryad::app", "With export: the file to write."),
        QStringLiteral("FILE"));
    const QCommandLineOption overwrite(
        QStringLiteral("overwrite"),
        QCoreApplication::translate("naryad::app", "With export: write over a file that is there."));
    const QCommandLineOption call(
        QStringLiteral("call"),
        QCoreApplication::translate(
            "naryad::app", "Look for who has this number, in the window that is open or in a new one."),
        QStringLiteral("NUMBER"));
    const QCommandLineOption newTask(
        QStringLiteral("new-task"),
        QCoreApplication::translate(
            "naryad::app", "Begin a new task, in the window that is open or in a new one."));
    const QCommandLineOption find(
        QStringLiteral("find"),
        QCoreApplication::translate(
            "naryad::app", "Find this text, in the window that is open or in a new one."),
        QStringLiteral("TEXT"));
    const QCommandLineOption version(
        QStringLiteral("version"), QCoreApplication::translate("naryad::app", "Print the version."));
    const QCommandLineOption help(
        {QStringLiteral("h"), QStringLiteral("help")},
        QCoreApplication::translate("naryad::app", "Print this help."));
    parser.addOptions(
        {demo, dataDir, account, name, language, keyStdin, format, out, overwrite, call, newTask, find,
         version, help});
    parser.addPositionalArgument(
        QStringLiteral("command"),
        QCoreApplication::translate("naryad::app", "connect, sync, export or tour"),
        QStringLiteral("[command [argument]]"));

    if (!parser.parse(arguments))
        return wrong(parser.errorText());

    CommandLine line;
    line.demo = parser.isSet(demo);
    line.dataDir = parser.value(dataDir);
    line.account = parser.value(account);
    line.name = parser.value(name);
    line.language = parser.value(language);
    line.keyFromStdin = parser.isSet(keyStdin);
    line.format = parser.value(format).toLower();
    line.out = parser.value(out);
    line.overwrite = parser.isSet(overwrite);
    if (parser.isSet(help)) {
        line.verb = CommandLine::Verb::ShowHelp;
        line.message = parser.helpText();
        return line;
    }
    if (parser.isSet(version)) {
        line.verb = CommandLine::Verb::ShowVersion;
        return line;
    }
    if (!line.language.isEmpty() && line.language != QLatin1String("en")
        && line.language != QLatin1String("ru"))
        return wrong(QCoreApplication::translate("naryad::app", "The language is en or ru."));
    if (parser.isSet(dataDir) && line.dataDir.isEmpty())
        return wrong(QCoreApplication::translate("naryad::app", "--data-dir needs a folder."));

    const QStringList words = parser.positionalArguments();
    int orders = 0;
    if (parser.isSet(call)) {
        ++orders;
        const QString typed = parser.value(call).trimmed();
        const auto number = callNumber(typed);
        if (!number && !typed.isEmpty())
            return wrong(
                QCoreApplication::translate("naryad::app", "That is no phone number: %1").arg(typed));
        line.order = {WindowOrder::Kind::Call, number.value_or(QString())};
    }
    if (parser.isSet(newTask)) {
        ++orders;
        line.order = {WindowOrder::Kind::NewTask};
    }
    if (parser.isSet(find)) {
        ++orders;
        line.order = {WindowOrder::Kind::Find, findText(parser.value(find))};
    }
    const bool isLink
        = words.size() == 1 && words.first().startsWith(QLatin1String("naryad:"), Qt::CaseInsensitive);
    if (isLink) {
        ++orders;
        const auto order = orderOfLink(words.first());
        if (!order)
            return wrong(QCoreApplication::translate("naryad::app", "That link is not understood."));
        line.order = *order;
    }
    if (orders > 1 || (orders == 1 && !words.isEmpty() && !isLink)) {
        return wrong(QCoreApplication::translate(
            "naryad::app", "One of --call, --new-task, --find, a link and a command at a time."));
    }
    if (words.isEmpty() || isLink)
        return line;
    line.argument = words.value(1);
    const bool takesArgument = words.first() != QLatin1String("sync");
    if (words.first() == QLatin1String("connect"))
        line.verb = CommandLine::Verb::Connect;
    else if (words.first() == QLatin1String("sync"))
        line.verb = CommandLine::Verb::Sync;
    else if (words.first() == QLatin1String("export"))
        line.verb = CommandLine::Verb::Export;
    else if (words.first() == QLatin1String("tour"))
        line.verb = CommandLine::Verb::Tour;
    else
        return wrong(
            QCoreApplication::translate("naryad::app", "There is no such command: %1").arg(words.first()));
    if (takesArgument && line.argument.isEmpty())
        return wrong(QCoreApplication::translate("naryad::app", "%1 needs an argument.").arg(words.first()));
    if (words.size() > (takesArgument ? 2 : 1))
        return wrong(QCoreApplication::translate("naryad::app", "Too many arguments."));
    if (line.verb == CommandLine::Verb::Export)
        return exportLine(line);
    return line;
}

QString readKeyFromStdin()
{
    QFile input;
    if (!input.open(stdin, QIODevice::ReadOnly | QIODevice::Text))
        return {};
    return QString::fromUtf8(input.readLine(4096)).trimmed();
}

} // namespace naryad::app
