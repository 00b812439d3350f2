#include "Session.h"

#include <algorithm>

namespace naryad::contract {

namespace {

Address address(const QString &text)
{
    return {
        text,
        QStringLiteral("1"),
        QStringLiteral("2"),
        QStringLiteral("3"),
        QStringLiteral("by the yard"),
        QStringLiteral("55.7522"),
        QStringLiteral("37.6156")};
}

bool hasPhone(const Known<QVector<Phone>> &phones, const QString &number)
{
    return std::any_of(phones.value.begin(), phones.value.end(), [&number](const Phone &phone) {
        return same(number, phone.number) && !phone.deleted;
    });
}

void compareContractor(Session &s, const char *command, const ContractorBody &written, const Contractor &read)
{
    s.report.holds(
        command, same(written.name, read.name), unlike(QStringLiteral("name"), written.name, read.name));
    const auto other = addressUnlike(written.address.value, read.address);
    s.report.holds(command, !other, other.value_or(QString()));
}

void changeContractor(Session &s, const QString &id, ContractorBody body)
{
    body.name = s.name(QStringLiteral("client, changed"));
    body.address = Known<Address>::fromHere(address(QStringLiteral("Lenina 2")));
    body.persons.clear();
    body.phones.clear();
    if (!s.report.took("update-contractor", s.ask(s.contractors.updateContractor(id, body))))
        return;
    const auto read = s.ask(s.contractors.contractor(id));
    if (s.report.took("get-contractor", read))
        compareContractor(s, "update-contractor", body, read->value);
}

std::optional<Person> readPerson(Session &s, const QString &id)
{
    const auto person = s.ask(s.contractors.person(id));
    if (!s.report.took("get-contractor-person", person))
        return std::nullopt;
    return person->value;
}

std::optional<Phone> readPhone(Session &s, const QString &id)
{
    const auto phone = s.ask(s.contractors.phone(id));
    if (!s.report.took("get-contractor-phone", phone))
        return std::nullopt;
    return phone->value;
}

void deletePerson(Session &s)
{
    const auto id = s.ask(
        s.contractors.createPerson({s.made.contractor, s.name(QStringLiteral("person to be deleted")), {}}));
    if (!s.report.took("create-contractor-person", id))
        return;
    if (!s.report.took("delete-contractor-person", s.ask(s.contractors.deletePerson(*id))))
        return;
    const auto after = s.ask(s.contractors.person(*id));
    s.report.holds(
        "delete-contractor-person", Session::isGone(after) || (after && after->value.deleted),
        QStringLiteral("the person is read as if it were there"));
}

void checkPersons(Session &s)
{
    PersonBody body{
        s.made.contractor, s.name(QStringLiteral("person")), {QStringLiteral("+7 900 000-00-11")}};
    const auto id = s.ask(s.contractors.createPerson(body));
    if (!s.report.took("create-contractor-person", id))
        return;
    s.made.person = *id;
    if (const auto read = readPerson(s, *id)) {
        const auto holds = [&s](bool condition, const QString &otherwise) {
            s.report.holds("get-contractor-person", condition, otherwise);
        };
        holds(same(body.name, read->name), unlike(QStringLiteral("name"), body.name, read->name));
        holds(
            read->contractor.value.id == s.made.contractor,
            unlike(QStringLiteral("contractor"), s.made.contractor, read->contractor.value.id));
        holds(
            hasPhone(read->phones, body.phones.first()),
            QStringLiteral("the phone it was made with is not there"));
    }
    body.name = s.name(QStringLiteral("person, changed"));
    if (s.report.took("update-contractor-person", s.ask(s.contractors.updatePerson(*id, body)))) {
        if (const auto read = readPerson(s, *id))
            s.report.holds(
                "update-contractor-person", same(body.name, read->name),
                unlike(QStringLiteral("name"), body.name, read->name));
    }
    deletePerson(s);
}

void comparePhone(Session &s, const char *command, const PhoneBody &written, const Phone &read)
{
    s.report.holds(
        command, same(written.number, read.number),
        unlike(QStringLiteral("name"), written.number, read.number));
    const bool ofPerson = written.parentKind == PhoneParent::Person;
    const QString parent = ofPerson ? read.personId : read.contractorId;
    s.report.holds(
        command, parent == written.parentId, unlike(QStringLiteral("parent"), written.parentId, parent));
}

/// Makes, reads, changes and deletes a phone of this parent.
void checkPhone(Session &s, PhoneBody body)
{
    const auto id = s.ask(s.contractors.createPhone(body));
    if (!s.report.took("create-contractor-phone", id))
        return;
    if (const auto read = readPhone(s, *id))
        comparePhone(s, "get-contractor-phone", body, *read);
    body.number = QStringLiteral("+7 900 000-00-99");
    if (s.report.took("update-contractor-phone", s.ask(s.contractors.updatePhone(*id, body)))) {
        if (const auto read = readPhone(s, *id))
            comparePhone(s, "update-contractor-phone", body, *read);
    }
    if (!s.report.took("delete-contractor-phone", s.ask(s.contractors.deletePhone(*id))))
        return;
    const auto after = s.ask(s.contractors.phone(*id));
    s.report.holds(
        "delete-contractor-phone", Session::isGone(after) || (after && after->value.deleted),
        QStringLiteral("the phone is read as if it were there"));
}

} // namespace

void checkContractors(Session &s)
{
    ContractorBody body;
    body.externalId = Known<QString>::fromHere(s.code(QStringLiteral("client")));
    body.name = s.name(QStringLiteral("client"));
    body.address = Known<Address>::fromHere(address(QStringLiteral("Lenina 1")));
    body.persons
        = {{QString(), s.name(QStringLiteral("first person")), {QStringLiteral("+7 900 000-00-01")}}};
    body.phones = {QStringLiteral("+7 900 000-00-02")};
    const auto id = s.ask(s.contractors.createContractor(body));
    if (!s.report.took("create-contractor", id))
        return;
    s.made.contractor = *id;
    const auto read = s.ask(s.contractors.contractor(*id));
    if (s.report.took("get-contractor", read)) {
        compareContractor(s, "get-contractor", body, read->value);
        s.report.holds(
            "get-contractor", hasPhone(read->value.phones, body.phones.first()),
            QStringLiteral("the phone it was made with is not there"));
    }
    const auto byExternal = s.ask(s.contractors.contractorByExternalId(body.externalId.value));
    if (s.report.took("get-contractor-by-external-id", byExternal))
        s.report.holds(
            "get-contractor-by-external-id", byExternal->value.id == *id,
            unlike(QStringLiteral("id"), *id, byExternal->value.id));
    changeContractor(s, *id, body);
    const auto row = s.mustList<ContractorListItem>(
        "get-contractor-list", *id, [&s](int page) { return s.contractors.contractorPage(page); });
    if (row)
        s.report.holds(
            "get-contractor-list", row->parent.isNothing(),
            QStringLiteral("a client at the top is listed under %1").arg(row->parent.id));
}

void checkPersonsAndPhones(Session &s)
{
    if (s.made.contractor.isEmpty())
        return;
    checkPersons(s);
    checkPhone(s, {s.made.contractor, PhoneParent::Contractor, QStringLiteral("+7 900 000-00-21")});
    if (!s.made.person.isEmpty())
        checkPhone(s, {s.made.person, PhoneParent::Person, QStringLiteral("+7 900 000-00-22")});
}

void checkSubdivisions(Session &s)
{
    if (s.made.contractor.isEmpty())
        return;
    SubdivisionBody body;
    body.contractorId = s.made.contractor;
    body.externalId = s.code(QStringLiteral("branch"));
    body.name = s.name(QStringLiteral("branch"));
    body.address = Known<Address>::fromHere(address(QStringLiteral("Lenina 3")));
    body.contacts
        = {{s.code(QStringLiteral("contact")),
            s.name(QStringLiteral("contact")),
            {QStringLiteral("+7 900 000-00-31")}}};
    const auto id = s.ask(s.contractors.addSubdivision(body));
    if (!s.report.took("add-subdivision", id))
        return;
    const auto read = s.ask(s.contractors.contractor(*id));
    if (s.report.took("get-contractor", read)) {
        s.report.holds(
            "add-subdivision", same(body.name, read->value.name),
            unlike(QStringLiteral("name"), body.name, read->value.name));
        s.report.holds(
            "add-subdivision", read->value.parent.id == s.made.contractor,
            unlike(QStringLiteral("parent"), s.made.contractor, read->value.parent.id));
        const auto other = addressUnlike(body.address.value, read->value.address);
        s.report.holds("add-subdivision", !other, other.value_or(QString()));
    }
    const auto byExternal = s.ask(s.contractors.contractorByExternalId(body.externalId));
    s.report.holds(
        "add-subdivision", byExternal && byExternal->value.id == *id,
        QStringLiteral("it is not found by its external_id"));
    body.name = s.name(QStringLiteral("branch, changed"));
    body.address = Known<Address>::fromHere(address(QStringLiteral("Lenina 4")));
    if (!s.report.took("update-subdivision", s.ask(s.contractors.updateSubdivision(*id, body))))
        return;
    const auto after = s.ask(s.contractors.contractor(*id));
    if (!s.report.took("get-contractor", after))
        return;
    s.report.holds(
        "update-subdivision", same(body.name, after->value.name),
        unlike(QStringLiteral("name"), body.name, after->value.name));
    const auto other = addressUnlike(body.address.value, after->value.address);
    s.report.holds("update-subdivision", !other, other.value_or(QString()));
}

} // namespace naryad::contract
