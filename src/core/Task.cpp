#include "core/Task.h"

#include <QCoreApplication>
#include <QStringList>

namespace naryad {

bool Address::isEmpty() const
{
    return text.isEmpty() && entrance.isEmpty() && floor.isEmpty() && room.isEmpty() && notes.isEmpty()
        && latitude.isEmpty() && longitude.isEmpty();
}

Address Address::over(const Address &below) const
{
    Address whole = *this;
    const auto take = [&](QString Address::*value, AddressPart part) {
        if (isKnown(part))
            return;
        whole.*value = below.*value;
        whole.notKnown.setFlag(part, !below.isKnown(part));
    };
    take(&Address::text, AddressPart::Text);
    take(&Address::entrance, AddressPart::Entrance);
    take(&Address::floor, AddressPart::Floor);
    take(&Address::room, AddressPart::Room);
    take(&Address::notes, AddressPart::Notes);
    take(&Address::latitude, AddressPart::Latitude);
    take(&Address::longitude, AddressPart::Longitude);
    return whole;
}

QString Address::oneLine() const
{
    QStringList parts;
    if (!isKnown(AddressPart::Text))
        parts.append(QStringLiteral("—?"));
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
