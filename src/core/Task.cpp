#include "core/Task.h"

#include <QCoreApplication>
#include <QStringList>

namespace naryad {

bool Address::isEmpty() const
{
    return text.isEmpty() && entrance.isEmpty() && floor.isEmpty() && room.isEmpty() && notes.isEmpty()
        && latitude.isEmpty() && longitude.isEmpty();
}

QString Address::oneLine() const
{
    QStringList parts;
    if (!text.isEmpty())
        parts.append(text);
    if (!entrance.isEmpty())
        parts.append(QCoreApplication::translate("naryad", "entrance %1").arg(entrance));
    if (!floor.isEmpty())
        parts.append(QCoreApplication::translate("naryad", "floor %1").arg(floor));
    if (!room.isEmpty())
        parts.append(QCoreApplication::translate("naryad", "room %1").arg(room));
    return parts.join(QStringLiteral(", "));
}

TaskState stateOf(const Task &task)
{
    if (task.finished.isKnown() && task.finished.value)
        return TaskState::Closed;
    if (!task.draft.isKnown())
        return TaskState::NotKnown;
    return task.draft.value ? TaskState::Draft : TaskState::Sent;
}

} // namespace naryad
