#include "Handlers.h"
#include "TaskBody.h"
#include "TaskJson.h"

namespace naryad::sandbox {

namespace {

/// "Если поле не задано, определяется системой".
QString nextNumber(const Company &company)
{
    return QStringLiteral("%1").arg(company.tasks().size() + 1, 6, 10, QLatin1Char('0'));
}

} // namespace

Reply createTask(Company &company, const Ask &ask)
{
    Strict in(ask.body);
    StoredTask task;
    readTask(in, company, task);
    if (in.isRefused())
        return in.refusal();
    if (task.number.isEmpty())
        task.number = nextNumber(company);
    task.id = company.nextId();
    task.createdAt = company.now();
    company.keep(task);
    return madeObject(task.id);
}

Reply updateTask(Company &company, const Ask &ask)
{
    auto task = company.tasks().find(ask.id);
    if (!task)
        return noSuchTask();
    if (!task->draft)
        return refuse(Code::NotAllowed, u(u"Изменить возможно только задачу в статусе «черновик»"));
    Strict in(ask.body, omitted(company.options()));
    readTask(in, company, *task);
    if (in.isRefused())
        return in.refusal();
    if (task->number.isEmpty())
        task->number = nextNumber(company);
    company.keep(*task);
    return madeObject(task->id);
}

Reply getTask(Company &company, const Ask &ask)
{
    const auto task = company.tasks().find(ask.id);
    return task ? ok(taskJson(company, *task, company.options().fullTasks)) : noSuchTask();
}

Reply getTaskList(Company &company, const Ask &ask)
{
    return page(ask, company.tasks().size(), [&company](qint64 place) {
        const auto task = company.tasks().find(company.tasks().idAt(place));
        return named(task->id, task->number);
    });
}

Reply createComment(Company &company, const Ask &ask)
{
    Strict in(ask.body);
    in.only({"message", "task"});
    const QString message = in.name("message", true);
    const qint64 taskId = in.requiredRef("task");
    if (in.isRefused())
        return in.refusal();
    auto task = company.tasks().find(taskId);
    if (!task)
        return noSuchTask();
    const qint64 id = company.nextId();
    task->comments.append({id, message});
    company.keep(*task);
    return madeObject(id);
}

/// Any status above 0 passes: no command lists the statuses of an account.
Reply closeTask(Company &company, const Ask &ask)
{
    auto task = company.tasks().find(ask.id);
    if (!task)
        return noSuchTask();
    Strict in(ask.body);
    in.only({"result_status", "results_description"});
    const qint64 result = in.id("result_status");
    if (!in.has("result_status"))
        in.refuse(Code::MissingKey, u(u"Не указано обязательное поле: result_status"));
    if (result == 0)
        in.refuse(Code::NotFound, u(u"Неизвестный статус завершения"));
    const QString note = in.text("results_description");
    if (task->draft || task->isClosed())
        in.refuse(Code::NotAllowed, u(u"Задача не отправлена или уже закрыта"));
    if (in.isRefused())
        return in.refusal();
    task->closedResult = QString::number(result);
    task->closedNote = note;
    company.keep(*task);
    return bareText(task->id);
}

} // namespace naryad::sandbox
