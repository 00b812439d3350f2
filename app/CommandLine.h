#pragma once

#include "WindowOrder.h"

#include <QString>
#include <QStringList>

#include <optional>

namespace naryad::app {

/// What the program was asked to do (architecture, "The program from outside").
struct CommandLine
{
    enum class Verb {
        Window,
        Connect,
        Sync,
        Export,
        Tour,
        ShowVersion,
        ShowHelp,
        WrongUsage,
    };

    Verb verb = Verb::Window;
    QString argument; ///< connect: the address; tour: the folder; export: tasks, contractors or equipment
    bool demo = false;
    QString dataDir;
    QString account;
    QString name;
    QString language; ///< "en", "ru" or empty
    bool keyFromStdin = false;
    QString format; ///< export: "csv" or "xlsx"
    QString out; ///< export: the file
    bool overwrite = false; ///< export: a file that is there is written over
    WindowOrder order{}; ///< window: what it is to do
    QString message; ///< help text, or what is wrong with the usage
};

/// Reads the arguments (without the program's name is not expected: `arguments` is the whole list).
CommandLine readCommandLine(const QStringList &arguments);

/// The first line of standard input, without its line end. Never echoed, never logged.
QString readKeyFromStdin();

} // namespace naryad::app
