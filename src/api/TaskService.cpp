#include "api/TaskService.h"

#include "Fetch.h"
#include "ListCodec.h"
#include "TaskCodec.h"

#include <QCoreApplication>

namespace naryad::api {

namespace {

QUrlQuery idQuery(const QString &id)
{
    QUrlQuery query;
    query.addQueryItem(QStringLiteral("id"), id);
    return query;
}

/// The document tells no answer for these three; all other writes answer an id.
bool mayAnswerNoId(const QString &command)
{
    return command == QLatin1String("add-template-fields-to-task")
        || command == QLatin1String("remove-template-fields-from-task")
        || command == QLatin1String("update-subdivision");
}

} // namespace

TaskService::TaskService(ReadChannel &reads, WriteChannel &writes, AccountZone zone)
    : m_reads(reads)
    , m_writes(writes)
    , m_zone(std::move(zone))
{}

QFuture<Result<Snapshot<Task>>> TaskService::task(const QString &id, bool foreground) const
{
    return fetch<Snapshot<Task>>(
        m_reads, idRequest(QStringLiteral("get-task"), id, foreground),
        [id, zone = m_zone](const QByteArray &body) -> Result<Snapshot<Task>> {
            return readTask(body, id, zone).map([&body](const Task &task) {
                return Snapshot<Task>{task, body};
            });
        });
}

QFuture<Result<Page<NamedRef>>> TaskService::taskPage(int page) const
{
    return fetch<Page<NamedRef>>(
        m_reads, pageRequest(QStringLiteral("get-task-list"), page),
        [](const QByteArray &body) { return readPage<NamedRef>(body, readNamedRow); });
}

WriteRequest TaskService::prepareCreate(const TaskBody &body) const
{
    return {QStringLiteral("create-task"), {}, createTaskBody(body, m_zone)};
}

WriteRequest TaskService::prepareUpdate(const QString &id, const TaskBody &body) const
{
    return {QStringLiteral("update-task"), idQuery(id), updateTaskBody(body, m_zone)};
}

WriteRequest TaskService::prepareComment(const QString &taskId, const QString &text) const
{
    return {QStringLiteral("create-comment"), {}, commentBody(taskId, text)};
}

WriteRequest TaskService::prepareClose(const QString &id, const QString &resultId, const QString &note) const
{
    return {QStringLiteral("close-task"), idQuery(id), closeBody(resultId, note)};
}

QFuture<Result<QString>> TaskService::send(const WriteRequest &request) const
{
    return m_writes.send(request).then(
        &m_writes, [command = request.command](const Result<Answer> &answer) -> Result<QString> {
            if (!answer)
                return fail(answer.error());
            const QString id = readWrittenId(answer->body);
            if (!id.isEmpty() || mayAnswerNoId(command))
                return id;
            Error error;
            error.kind = ErrorKind::Ambiguous;
            error.httpStatus = 200;
            error.asked = command;
            error.place = QStringLiteral("id");
            error.words = QCoreApplication::translate("naryad::api", "The answer has no id in it.");
            return fail(error);
        });
}

} // namespace naryad::api
