#include "ClientForm.h"

#include "ContractorEditor.h"
#include "PeopleForms.h"
#include "core/CommandKinds.h"

namespace naryad::ui {

ClientForm *ClientForm::make(const Desk &desk, const Command &began, const QString &owner, QWidget *parent)
{
    if (isDelete(began))
        return nullptr;
    switch (kindOf(began)) {
    case ObjectKind::Contractor:
        return new ContractorEditor(desk, began, owner, parent);
    case ObjectKind::Person:
        return new PersonForm(desk, began, owner, parent);
    case ObjectKind::Phone:
        return new PhoneForm(desk, began, owner, parent);
    default:
        return nullptr;
    }
}

} // namespace naryad::ui
