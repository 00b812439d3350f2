#pragma once

#include "api/ReadChannel.h"
#include "api/Snapshot.h"
#include "api/WriteChannel.h"
#include "core/AccountZone.h"
#include "core/Commands.h"
#include "core/Task.h"

#include <QFuture>

namespace naryad::api {

/// The task commands of the document's section "Задача", typed.
///
/// Writes come in two steps so that the body can be journalled between them: prepare…() encodes, send()
/// puts exactly those bytes on the wire. Thread: the channels'.
class TaskService
{
public:
    TaskService(ReadChannel &reads, WriteChannel &writes, AccountZone zone);

    /// get-task: GET v5 `?id`. Known parts are those the answer has; NotFound where the service says so.
    QFuture<Result<Snapshot<Task>>> task(const QString &id, bool foreground = false) const;

    /// get-task-list: GET v5 `?page` (from 0), `[{id,name}]`.
    QFuture<Result<Page<NamedRef>>> taskPage(int page) const;

    /// create-task: POST v5, the task body with `draft` always said.
    WriteRequest prepareCreate(const TaskBody &body) const;
    /// update-task: POST v5 `?id`, the whole task body; drafts only.
    WriteRequest prepareUpdate(const QString &id, const TaskBody &body) const;
    /// create-comment: POST v5 `{message, task{id}}`.
    WriteRequest prepareComment(const QString &taskId, const QString &text) const;
    /// close-task: POST v4 `?id`, `{result_status, results_description}`.
    WriteRequest prepareClose(const QString &id, const QString &resultId, const QString &note) const;

    /// Sends a prepared (perhaps journalled) write once. The id the service answered: of what was made or
    /// changed; empty where it lawfully told none. create-* answering no id is Ambiguous.
    QFuture<Result<QString>> send(const WriteRequest &request) const;

    QFuture<Result<QString>> createTask(const TaskBody &body) const { return send(prepareCreate(body)); }
    QFuture<Result<QString>> updateTask(const QString &id, const TaskBody &body) const
    {
        return send(prepareUpdate(id, body));
    }

private:
    ReadChannel &m_reads;
    WriteChannel &m_writes;
    AccountZone m_zone;
};

} // namespace naryad::api
