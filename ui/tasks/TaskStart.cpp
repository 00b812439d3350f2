#include "TaskStart.h"

#include "TaskForm.h"
#include "core/TaskBodies.h"

namespace naryad::ui {

using namespace Qt::StringLiterals;

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

TaskStart TaskStart::copyOf(const TaskCard &task, const QDateTime &now)
{
    TaskStart start{taskBodyOf(task.task)};
    TaskBody &body = start.body;
    body.number.clear();
    body.draft = true;
    // Of a new task all is known.
    for (Known<NamedRef> *ref : {&body.contractor, &body.worker})
        *ref = Known<NamedRef>::fromHere(ref->value);
    body.address.value.notKnown = {};
    body.address = Known<Address>::fromHere(body.address.value);
    if (body.plannedStart < now) {
        body.plannedStart = {};
        body.plannedEnd = {};
    }
    body.details.removeIf(
        [](const FieldEntry &entry) { return entry.value.kind() == FieldValue::Kind::Files; });
    start.key = u"copy of "_s + task.row.ref().key();
    return start;
}

TaskStart TaskStart::followUpOf(const ObjectRef &closed, const TaskBody &place, const QString &number)
{
    TaskStart start{place};
    QString &notes = start.body.address.value.notes;
    const QString after
        = number.isEmpty() ? tr("Follow-up of an earlier task") : tr("Follow-up of task %1").arg(number);
    notes = notes.isEmpty() ? after : notes + u"; "_s + after;
    start.key = u"what is left of "_s + closed.key();
    return start;
}

} // namespace naryad::ui
