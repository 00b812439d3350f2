#pragma once

#include "core/AccountZone.h"
#include "core/Commands.h"
#include "core/Result.h"
#include "core/Task.h"

#include <QByteArray>

namespace naryad::api {

/// Reads a get-task answer. `askedId` stands in where the answer leaves its own id out. The parts the answer
/// does not have stay not known. BadAnswer where it is no task, or another one than was asked for.
Result<Task> readTask(const QByteArray &body, const QString &askedId, const AccountZone &zone);

/// The result a get-task answer tells the task was closed with; nothing where it tells none, or only a part.
NamedRef readClosingResult(const QByteArray &body);

/// The body of create-task: documented keys only, what is not known or empty left out, `draft` always said.
QByteArray createTaskBody(const TaskBody &body, const AccountZone &zone);

/// The body of update-task: the same, but a reference or a part of the address known to be empty is said to
/// be so, as an update is the whole task.
QByteArray updateTaskBody(const TaskBody &body, const AccountZone &zone);

QByteArray commentBody(const QString &taskId, const QString &message);
QByteArray closeBody(const QString &resultId, const QString &note);

/// `[{to, field{id}, parent{id}, position, value}]`; what an element does not say is left out.
QByteArray addFieldsBody(const QVector<TaskFieldAddition> &fields);
/// `[{field{id}}]`
QByteArray removeFieldsBody(const QStringList &fieldIds);

} // namespace naryad::api
