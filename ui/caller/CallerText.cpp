#include "caller/CallerText.h"

#include "core/CommandKinds.h"
#include "core/Phone.h"
#include "models/Words.h"

#include <algorithm>

namespace naryad::ui {

using namespace Qt::StringLiterals;

namespace {

QString joined(QStringList parts)
{
    parts.removeAll(QString());
    return parts.join(u" · "_s);
}

/// A heading and its lines; nothing where there are none.
QStringList part(const QString &heading, const QStringList &lines)
{
    QStringList text;
    if (!lines.isEmpty())
        text.append({QString(), heading});
    for (const QString &line : lines)
        text.append(u"    "_s + line);
    return text;
}

} // namespace

QString CallerText::taskLine(const TaskRow &task, const AccountZone &zone)
{
    const QString number = task.number.isEmpty() ? tr("no number yet") : task.number;
    return joined(
        {number, models::planText(task.plannedStart, task.plannedEnd, zone), task.taskTemplate.name,
         models::stateText(task)});
}

/// The contractor's own first, then each person's.
QStringList CallerText::phones(const Contractor &contractor)
{
    QStringList lines;
    for (const Phone &phone : contractor.phones.value) {
        if (!phone.deleted && phone.personId.isEmpty())
            lines.append(phoneShown(phone.number));
    }
    QStringList told;
    for (const Person &person : contractor.persons.value) {
        QStringList parts{person.name, person.position.value};
        for (const Phone &phone : contractor.phones.value) {
            if (!phone.deleted && !person.id.isEmpty() && phone.personId == person.id)
                parts.append(phoneShown(phone.number));
        }
        for (const Phone &phone : person.phones.value) {
            if (!phone.deleted && !parts.contains(phoneShown(phone.number)))
                parts.append(phoneShown(phone.number));
        }
        told.append(person.id);
        if (!person.deleted)
            lines.append(joined(parts));
    }
    for (const Phone &phone : contractor.phones.value) {
        if (!phone.deleted && !phone.personId.isEmpty() && !told.contains(phone.personId))
            lines.append(joined({phoneShown(phone.number), tr("of a person whose name is not known here")}));
    }
    lines.removeAll(QString());
    return lines;
}

QStringList CallerText::equipment(const CallerCard &card)
{
    QStringList lines;
    for (const Equipment &piece : card.equipment) {
        const EquipmentModel &model = piece.model.value;
        lines.append(joined(
            {piece.serialNumber, model.name.isEmpty() ? piece.description.value : model.name,
             model.manufacturer.value.name}));
    }
    return lines;
}

QStringList CallerText::comments(const CallerCard &card, const AccountZone &zone)
{
    QStringList lines;
    for (const JournalEntry &entry : card.comments) {
        const auto *comment = std::get_if<AddComment>(&entry.command);
        if (!comment)
            continue;
        lines.append(joined(
            {zone.local(entry.createdAt).toString(u"dd.MM HH:mm"_s), comment->taskNumber,
             comment->text.simplified()}));
    }
    return lines;
}

QString CallerText::text(const CallerCard &card, const Caller &caller, const AccountZone &zone)
{
    QStringList lines{card.path};
    if (caller.match != PhoneMatch::None || !caller.person.isEmpty())
        lines.append(tr("Found: %1").arg(joined({caller.person, phoneShown(caller.phone)})));
    const Address &address = card.lastAddress.value;
    lines.append(
        card.lastAddress.isKnown() && !address.isEmpty() ? tr("Last address: %1").arg(address.oneLine())
                                                         : tr("Last address: not known"));
    if (!address.notes.isEmpty())
        lines.append(address.notes);
    const QStringList numbers = phones(card.contractor);
    lines += numbers.isEmpty() ? QStringList{tr("Phones: none known")} : part(tr("Phones"), numbers);
    lines += part(tr("Equipment"), equipment(card));
    QStringList last;
    for (const TaskRow &task : card.last)
        last.append(taskLine(task, zone));
    lines += part(tr("Last tasks"), last);
    lines += part(tr("Comments sent from this computer"), comments(card, zone));
    return lines.join(u'\n');
}

} // namespace naryad::ui
