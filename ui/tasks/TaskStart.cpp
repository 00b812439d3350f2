#include "TaskStart.h"

#include "TaskForm.h"

namespace naryad::ui {

using namespace Qt::StringLiterals;

namespace {

/// What nobody told is empty in a new task.
TaskBody atTheSamePlace(const TaskCard &task)
{
    TaskBody body = TaskForm::freshBody();
    body.taskTemplate = task.task.taskTemplate;
    body.contractor = Known<NamedRef>::fromHere(task.task.contractor.value);
    Address place = task.task.address.value;
    place.notKnown = {};
    body.address = Known<Address>::fromHere(place);
    return body;
}

} // namespace

TaskStart TaskStart::plain()
{
    return {TaskForm::freshBody()};
}

TaskStart TaskStart::forContractor(const NamedRef &contractor)
{
    TaskStart start{TaskForm::freshBody(), true};
    start.body.contractor = Known<NamedRef>::fromHere(contractor);
    start.key = u"contractor "_s + contractor.id;
    return start;
}

TaskStart TaskStart::forCaller(const QString &name, const QString &phone)
{
    TaskStart start{TaskForm::freshBody()};
    start.callerName = name;
    start.callerPhone = phone;
    start.key = u"caller "_s + phone + u' ' + name;
    return start;
}

TaskStart TaskStart::copyOf(const TaskCard &task)
{
    TaskStart start{atTheSamePlace(task)};
    start.body.worker = Known<NamedRef>::fromHere(task.task.worker.value);
    if (task.task.resultCheck.isKnown())
        start.body.resultCheck = Known<bool>::fromHere(task.task.resultCheck.value);
    for (const FieldRow &row : task.task.details) {
        const FieldValue::Kind kind = row.value.kind();
        if (kind != FieldValue::Kind::Empty && kind != FieldValue::Kind::Files
            && kind != FieldValue::Kind::Other)
            start.body.details.append({row.fieldId, row.name, row.typeId, row.value});
    }
    start.key = u"copy of "_s + task.row.ref().key();
    return start;
}

} // namespace naryad::ui
