#include "core/TaskBodies.h"

namespace naryad {

TaskBody taskBodyOf(const Task &task)
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

} // namespace naryad
