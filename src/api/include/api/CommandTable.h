#pragma once

#include <QString>
#include <QVector>

namespace naryad::api {

/// What the request of a command carries.
enum class Sends {
    Nothing, ///< a read; or a write that takes no body and gets `{}`
    Object,
    Array,
};

/// One line per documented command: how it is asked, and what a lawful answer may leave out.
struct CommandInfo
{
    QString name; ///< "create-task"
    bool write = false; ///< POST, else GET
    QString path; ///< "/api/v5/create-task"
    bool takesId = false; ///< `?id=`
    Sends sends = Sends::Nothing;
    bool mayAnswerNoId = false; ///< a write for which the document tells no answer
};

/// Every command this library speaks. Adding one is one line here and one function in a service.
const QVector<CommandInfo> &commandTable();

/// Null for a name that is not in the table.
const CommandInfo *commandInfo(const QString &name);

} // namespace naryad::api
