#pragma once

#include "api/Service.h"
#include "core/AccountZone.h"
#include "core/Commands.h"
#include "core/Task.h"

#include <QFuture>

namespace naryad::api {

/// The task commands of the document's section "Задача", typed; get-taskupdates is UpdateService's.
/// Thread: the channels'.
class TaskService : public Service
{
public:
    TaskService(ReadChannel &reads, WriteChannel &writes, AccountZone zone);

    /// get-task: GET v5 `?id`. Known parts are those the answer has; NotFound where the service says so.
    QFuture<Result<Snapshot<Task>>> task(const QString &id, bool foreground = false) const;

    /// The closing result an answer of get-task tells, by its number and name, where it has keys that do
    /// (undocumented): what the task was resolved with, or its status where that is the finished one.
    static NamedRef closingResult(const QByteArray &answer);

    /// get-task-list: GET v5 `?page` (from 0), `[{id,name}]`.
    QFuture<Result<Page<NamedRef>>> taskPage(int page) const;

    /// create-task: POST v5, the task body with `draft` always said. Answers `{id}`.
    WriteRequest prepareCreate(const TaskBody &body) const;
    QFuture<Result<QString>> createTask(const TaskBody &body) const;
    /// update-task: POST v5 `?id`, the whole task body; drafts only. Answers `{id}`.
    WriteRequest prepareUpdate(const QString &id, const TaskBody &body) const;
    QFuture<Result<QString>> updateTask(const QString &id, const TaskBody &body) const;
    /// create-comment: POST v5 `{message, task{id}}`. Answers `{id}`. Comments can't be read back.
    WriteRequest prepareComment(const QString &taskId, const QString &text) const;
    QFuture<Result<QString>> addComment(const QString &taskId, const QString &text) const;
    /// close-task: POST v4 `?id`, `{result_status, results_description}`. Answers the id.
    WriteRequest prepareClose(const QString &id, const QString &resultId, const QString &note) const;
    QFuture<Result<QString>> closeTask(const QString &id, const QString &resultId, const QString &note) const;

    /// add-template-fields-to-task: POST v5 `?id`, `[{to, field{id}, parent{id}, position, value}]`. What it
    /// answers is not told: an empty id is lawful. Not safe to repeat: it adds again.
    WriteRequest prepareAddFields(const QString &id, const QVector<TaskFieldAddition> &fields) const;
    QFuture<Result<QString>> addFields(const QString &id, const QVector<TaskFieldAddition> &fields) const;
    /// remove-template-fields-from-task: POST v5 `?id`, `[{field{id}}]`. What it answers is not told.
    WriteRequest prepareRemoveFields(const QString &id, const QStringList &fieldIds) const;
    QFuture<Result<QString>> removeFields(const QString &id, const QStringList &fieldIds) const;

private:
    AccountZone m_zone;
};

} // namespace naryad::api
