#pragma once

#include "core/ContractorTree.h"
#include "widgets/FormWindows.h"

namespace naryad::ui {

/// The windows in which something is said about clients: see FormWindows. Thread: the GUI's.
class ContractorWindows : public FormWindows
{
    Q_OBJECT
public:
    /// The windows stand above `screen`, which outlives this.
    ContractorWindows(Desk desk, QWidget *screen);

    /// With a phone: of a caller nobody knows.
    void newContractor(const QString &phone = {}, const QString &name = {});
    void addSubdivision(const NamedRef &parent);
    /// The client as its card tells it; a subdivision by its own command.
    void edit(const Contractor &client);
    void addPerson(const NamedRef &client);
    /// `client`: its contractor, whose id a person's body needs.
    void editPerson(const NamedRef &client, const Person &person);
    void deletePerson(const Person &person);
    void addPhone(const NamedRef &owner, PhoneParent kind);
    void editPhone(const NamedRef &owner, PhoneParent kind, const Phone &phone);
    void deletePhone(const Phone &phone);

protected:
    BegunForm *form(const Command &began, const QString &owner) const override;
    QString keyBegins() const override;
    QString nameIn(const QJsonObject &typed) const override;
    QString somethingWords() const override;
};

} // namespace naryad::ui
