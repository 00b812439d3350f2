#pragma once

#include "core/Commands.h"
#include "core/TaskCard.h"

namespace naryad::ui {

/// A task as update-task says it: what nobody told stays not known.
inline TaskBody taskBodyOf(const Task &task)
{
    TaskBody body;
    body.number = task.number;
    body.taskTemplate = task.taskTemplate;
    body.contractor = task.contractor;
    body.worker = task.worker;
    body.address = task.address;
    body.resultCheck = task.resultCheck;
    body.plannedStart = task.plannedStart.value;
    body.plannedEnd = task.plannedEnd.value;
    for (const FieldRow &row : task.details)
        body.details.append({row.fieldId, row.name, row.typeId, row.value});
    return body;
}

/// A new draft like this task: without its number and its files, and without a plan that is past.
inline TaskBody copyOf(const Task &task, const QDateTime &now)
{
    TaskBody body = taskBodyOf(task);
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
    return body;
}

} // namespace naryad::ui
