#include "ContractorWindows.h"

#include "ClientForm.h"
#include "core/Phone.h"

namespace naryad::ui {

using namespace Qt::StringLiterals;

ContractorWindows::ContractorWindows(Desk desk, QWidget *screen)
    : FormWindows(std::move(desk), Draft::Kind::Client, ObjectKind::Contractor, screen)
{}

BegunForm *ContractorWindows::form(const Command &began, const QString &owner) const
{
    return ClientForm::make(desk(), began, owner, screen());
}

QString ContractorWindows::keyBegins() const
{
    return u"client"_s;
}

QString ContractorWindows::nameIn(const QJsonObject &typed) const
{
    return typed.value(u"name").toString() + typed.value(u"number").toString();
}

QString ContractorWindows::somethingWords() const
{
    return tr("something about a contractor");
}

void ContractorWindows::newContractor(const QString &phone, const QString &name)
{
    CreateContractor begun;
    begun.body.name = name.trimmed();
    if (!phone.trimmed().isEmpty())
        begun.body.phones.append(phone.trimmed());
    open(phone.trimmed(), begun, {});
}

void ContractorWindows::addSubdivision(const NamedRef &parent)
{
    AddSubdivision begun;
    begun.body.contractorId = parent.id;
    open(parent.id, begun, parent.name);
}

void ContractorWindows::edit(const Contractor &client)
{
    const QString owner = client.parent.isNothing() ? QString() : client.path();
    if (client.parent.isNothing()) {
        const ContractorBody body = contractorBodyOf(client);
        const UpdateContractor begun{refOf(client.id), body, body};
        open(client.id, begun, owner);
    } else {
        const SubdivisionBody body = subdivisionBodyOf(client);
        const UpdateSubdivision begun{refOf(client.id), body, body};
        open(client.id, begun, owner);
    }
}

void ContractorWindows::addPerson(const NamedRef &client)
{
    const CreatePerson begun{{client.id, {}, {}}};
    open(client.id, begun, client.name);
}

void ContractorWindows::editPerson(const NamedRef &client, const Person &person)
{
    const PersonBody body{client.id, person.name, {}};
    const UpdatePerson begun{refOf(person.id), body, body};
    open(person.id, begun, client.name);
}

void ContractorWindows::deletePerson(const Person &person)
{
    say(DeletePerson{refOf(person.id), person.name}, tr("“%1” is being deleted.").arg(person.name));
}

void ContractorWindows::addPhone(const NamedRef &owner, PhoneParent kind)
{
    const CreatePhone begun{{owner.id, kind, {}}};
    open(owner.id, begun, owner.name);
}

void ContractorWindows::editPhone(const NamedRef &owner, PhoneParent kind, const Phone &phone)
{
    const PhoneBody body{owner.id, kind, phone.number};
    const UpdatePhone begun{refOf(phone.id), body, body};
    open(phone.id, begun, owner.name);
}

void ContractorWindows::deletePhone(const Phone &phone)
{
    say(DeletePhone{refOf(phone.id), phone.number},
        tr("The phone %1 is being deleted.").arg(phoneShown(phone.number)));
}

} // namespace naryad::ui
