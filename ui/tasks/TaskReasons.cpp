#include "TaskReasons.h"

#include "models/Words.h"

namespace naryad::ui {

TaskReasons TaskReasons::of(const TaskRow &task)
{
    TaskReasons why;
    why.remove = tr("The service has no command that deletes a task.");
    if (task.row == 0) {
        why.edit = tr("Choose a task first.");
        why.close = why.edit;
        why.comment = why.edit;
        why.fields = why.edit;
        return why;
    }
    switch (task.state) {
    case TaskState::Draft:
        why.close = tr("A draft can't be closed: send it first.");
        break;
    case TaskState::Gone:
        why.edit = tr("The service has this task no more: nothing can be said of it.");
        why.close = why.edit;
        why.comment = why.edit;
        why.fields = why.edit;
        break;
    case TaskState::ToBeSent:
        why.edit = tr("It waits to be sent, as the Outbox shows: what is said can't be changed here.");
        break;
    case TaskState::Closed:
        why.close = tr("It is closed already.");
        why.edit = tr("It is %1: the service lets only drafts be changed.").arg(models::words(task.state));
        break;
    case TaskState::NotKnown:
        why.edit = tr("Its state is not known, and the service lets only drafts be changed.");
        break;
    case TaskState::Sent:
        why.edit = tr("It is %1: the service lets only drafts be changed.").arg(models::words(task.state));
        break;
    }
    return why;
}

TaskReasons TaskReasons::ofMany()
{
    TaskReasons why;
    why.edit = tr("One task at a time can be changed.");
    why.removeFields = tr("Fields are removed from one task at a time.");
    why.remove = tr("The service has no command that deletes a task.");
    return why;
}

QStringList TaskReasons::lines() const
{
    QStringList can;
    if (edit.isEmpty())
        can.append(tr("changed and sent (Enter)"));
    if (comment.isEmpty())
        can.append(tr("commented (Ctrl+Shift+M)"));
    if (close.isEmpty())
        can.append(tr("closed (Ctrl+E)"));
    if (fields.isEmpty())
        can.append(tr("given fields and rid of some (Ctrl+Shift+F, Ctrl+Shift+R)"));
    QStringList lines;
    if (!can.isEmpty())
        lines.append(tr("It can be %1.").arg(can.join(QStringLiteral(", "))));
    if (!edit.isEmpty())
        lines.append(tr("It can't be changed. %1").arg(edit));
    if (!close.isEmpty() && close != edit)
        lines.append(tr("It can't be closed. %1").arg(close));
    lines.append(tr("It can't be deleted. %1").arg(remove));
    return lines;
}

} // namespace naryad::ui
