#include "EquipmentWindows.h"

#include "EquipmentForms.h"

namespace naryad::ui {

using namespace Qt::StringLiterals;

EquipmentWindows::EquipmentWindows(Desk desk, QWidget *screen)
    : FormWindows(std::move(desk), Draft::Kind::Equipment, ObjectKind::Equipment, screen)
{}

BegunForm *EquipmentWindows::form(const Command &began, const QString &) const
{
    return EquipmentForm::make(desk(), began, screen());
}

QString EquipmentWindows::keyBegins() const
{
    return u"equipment"_s;
}

QString EquipmentWindows::nameIn(const QJsonObject &typed) const
{
    return typed.value(u"name").toString() + typed.value(u"serial").toString();
}

QString EquipmentWindows::somethingWords() const
{
    return tr("something about equipment");
}

void EquipmentWindows::newModel()
{
    open({}, CreateEquipmentModel{});
}

void EquipmentWindows::editModel(const EquipmentModelRow &model)
{
    EquipmentModelBody body{model.name, {}, {}};
    body.type = model.type;
    body.manufacturer = model.manufacturer;
    open(model.id, UpdateEquipmentModel{refOf(model.id), body, body});
}

void EquipmentWindows::deleteModel(const EquipmentModelRow &model)
{
    const QString words = model.pieces == 0
        ? tr("The model “%1” is being deleted.").arg(model.name)
        : tr("The model “%1” is being deleted, and %n pieces are of it.", nullptr, int(model.pieces))
              .arg(model.name);
    say(DeleteEquipmentModel{refOf(model.id), model.name}, words);
}

void EquipmentWindows::newEquipment(const NamedRef &model, const NamedRef &owner)
{
    CreateEquipment begun;
    if (!model.isNothing())
        begun.body.model = Known<NamedRef>::fromHere(model);
    if (!owner.isNothing())
        begun.body.contractor = Known<NamedRef>::fromHere(owner);
    open(model.id + u'/' + owner.id, begun);
}

/// What is said here and not sent yet lies over what the service told: the change goes on from there.
void EquipmentWindows::edit(const EquipmentCard &card)
{
    EquipmentBody body = equipmentBodyOf(card.equipment);
    for (const JournalEntry &entry : card.said) {
        const bool open = !isFinal(entry.state) && entry.state != CommandState::Refused;
        if (const auto *update = std::get_if<UpdateEquipment>(&entry.command); update && open)
            body = update->body;
        else if (const auto *create = std::get_if<CreateEquipment>(&entry.command); create && open)
            body = create->body;
    }
    open(card.row.id, UpdateEquipment{refOf(card.row.id), body, body});
}

void EquipmentWindows::deleteEquipment(const EquipmentRow &piece)
{
    const QString owner = piece.owner.value.name;
    const QString words = owner.isEmpty()
        ? tr("The equipment “%1” is being deleted.").arg(piece.serialNumber)
        : tr("The equipment “%1” of %2 is being deleted.").arg(piece.serialNumber, owner);
    say(DeleteEquipment{refOf(piece.id), piece.serialNumber}, words);
}

} // namespace naryad::ui
