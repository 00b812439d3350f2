#include "api/TaskService.h"

#include "Fetch.h"
#include "ListCodec.h"
#include "Prepare.h"
#include "TaskCodec.h"

namespace naryad::api {

TaskService::TaskService(ReadChannel &reads, WriteChannel &writes, AccountZone zone)
    : Service(reads, writes)
    , m_zone(std::move(zone))
{}

QFuture<Result<Snapshot<Task>>> TaskService::task(const QString &id, bool foreground) const
{
    return fetchObject<Task>(
        reads(), idRequest("get-task", id, foreground),
        [id, zone = m_zone](const QByteArray &body) { return readTask(body, id, zone); });
}

NamedRef TaskService::closingResult(const QByteArray &answer)
{
    return readClosingResult(answer);
}

QFuture<Result<Page<NamedRef>>> TaskService::taskPage(int page) const
{
    return fetchPage<NamedRef>(reads(), pageRequest("get-task-list", page), readNamedRow);
}

WriteRequest TaskService::prepareCreate(const TaskBody &body) const
{
    return prepare("create-task", createTaskBody(body, m_zone));
}

QFuture<Result<QString>> TaskService::createTask(const TaskBody &body) const
{
    return send(prepareCreate(body));
}

WriteRequest TaskService::prepareUpdate(const QString &id, const TaskBody &body) const
{
    return prepareFor("update-task", id, updateTaskBody(body, m_zone));
}

QFuture<Result<QString>> TaskService::updateTask(const QString &id, const TaskBody &body) const
{
    return send(prepareUpdate(id, body));
}

WriteRequest TaskService::prepareComment(const QString &taskId, const QString &text) const
{
    return prepare("create-comment", commentBody(taskId, text));
}

QFuture<Result<QString>> TaskService::addComment(const QString &taskId, const QString &text) const
{
    return send(prepareComment(taskId, text));
}

WriteRequest TaskService::prepareClose(const QString &id, const QString &resultId, const QString &note) const
{
    return prepareFor("close-task", id, closeBody(resultId, note));
}

QFuture<Result<QString>>
TaskService::closeTask(const QString &id, const QString &resultId, const QString &note) const
{
    return send(prepareClose(id, resultId, note));
}

WriteRequest TaskService::prepareAddFields(const QString &id, const QVector<TaskFieldAddition> &fields) const
{
    return prepareFor("add-template-fields-to-task", id, addFieldsBody(fields));
}

QFuture<Result<QString>>
TaskService::addFields(const QString &id, const QVector<TaskFieldAddition> &fields) const
{
    return send(prepareAddFields(id, fields));
}

WriteRequest TaskService::prepareRemoveFields(const QString &id, const QStringList &fieldIds) const
{
    return prepareFor("remove-template-fields-from-task", id, removeFieldsBody(fieldIds));
}

QFuture<Result<QString>> TaskService::removeFields(const QString &id, const QStringList &fieldIds) const
{
    return send(prepareRemoveFields(id, fieldIds));
}

} // namespace naryad::api
