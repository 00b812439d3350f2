#pragma once

#include <QString>
#include <QVector>

namespace naryad::api {

/// One line per documented command: its method and its path with the version it is served under.
struct CommandInfo
{
    QString name; ///< "create-task"
    bool write = false; ///< POST, else GET
    QString path; ///< "/api/v5/create-task"
};

/// Every command this library speaks. Adding one is one line here and one function in a service.
const QVector<CommandInfo> &commandTable();

/// Null for a name that is not in the table.
const CommandInfo *commandInfo(const QString &name);

} // namespace naryad::api
