#include "Handlers.h"
#include "People.h"

namespace naryad::sandbox {

namespace {

Reply noSuchPerson()
{
    return refuse(Code::NotFound, u(u"Контактное лицо не найдено"));
}

/// One that may still be changed.
std::optional<StoredPerson> livingPerson(const Company &company, qint64 id)
{
    const auto person = company.persons().find(id);
    return person && !person->deleted ? person : std::nullopt;
}

/// Takes the person with all its phones to another contractor.
void movePerson(Company &company, StoredPerson &person, StoredContractor &to)
{
    StoredContractor from = *company.contractors().find(person.contractorId);
    from.persons.removeOne(person.id);
    to.persons.append(person.id);
    const QVector<qint64> phones = from.phones;
    for (qint64 id : phones) {
        StoredPhone phone = *company.phones().find(id);
        if (phone.personId != person.id)
            continue;
        from.phones.removeOne(id);
        to.phones.append(id);
        phone.contractorId = to.id;
        company.keep(phone);
    }
    company.keep(from);
    person.contractorId = to.id;
}

} // namespace

Reply createContractorPerson(Company &company, const Ask &ask)
{
    Strict in(ask.body);
    in.only({"contractor", "name", "phone"});
    auto contractor = company.contractors().find(in.requiredRef("contractor"));
    if (!contractor)
        in.refuse(Code::NotFound, u(u"Клиент не найден"));
    const NewPerson person{QString(), in.name("name", true), readPhones(in, "phone")};
    if (in.isRefused())
        return in.refusal();
    const qint64 id = addPerson(company, *contractor, person);
    company.keep(*contractor);
    return madeObject(id);
}

Reply updateContractorPerson(Company &company, const Ask &ask)
{
    auto person = livingPerson(company, ask.id);
    if (!person)
        return noSuchPerson();
    Strict in(ask.body, omitted(company.options()));
    in.only({"contractor", "name", "phone"});
    // A person without a contractor can't be: left out, it stays where it is.
    const qint64 contractorId = in.has("contractor") ? in.requiredRef("contractor") : person->contractorId;
    auto contractor = company.contractors().find(contractorId);
    if (!contractor)
        in.refuse(Code::NotFound, u(u"Клиент не найден"));
    person->name = in.name("name", false, person->name);
    const QStringList phones = readPhones(in, "phone");
    if (in.isRefused())
        return in.refusal();
    if (contractorId != person->contractorId)
        movePerson(company, *person, *contractor);
    company.keep(*person);
    if (in.has("phone"))
        applyPhones(company, *contractor, person->id, phones);
    company.keep(*contractor);
    return madeObject(person->id);
}

/// A deleted one is still told, as deleted.
Reply getContractorPerson(Company &company, const Ask &ask)
{
    const auto person = company.persons().find(ask.id);
    if (!person)
        return noSuchPerson();
    const StoredContractor contractor = *company.contractors().find(person->contractorId);
    QJsonArray phones;
    for (qint64 id : contractor.phones) {
        const StoredPhone phone = *company.phones().find(id);
        if (phone.personId != person->id)
            continue;
        QJsonObject row = named(phone.id, phone.name);
        row.insert(key("deleted"), phone.deleted);
        phones.append(row);
    }
    return ok(QJsonObject{
        {key("id"), textId(person->id)},
        {key("name"), person->name},
        {key("contractor"), named(contractor.id, contractor.name)},
        {key("jobposition"), QString()},
        {key("deleted"), person->deleted},
        {key("phone"), phones}});
}

/// Its phones go with it: they would lead to nobody.
Reply deleteContractorPerson(Company &company, const Ask &ask)
{
    auto person = livingPerson(company, ask.id);
    if (!person)
        return noSuchPerson();
    if (const auto refused = refuseBody(ask))
        return *refused;
    person->deleted = true;
    company.keep(*person);
    const StoredContractor contractor = *company.contractors().find(person->contractorId);
    deletePhones(company, contractor, person->id);
    company.keep(contractor);
    return bareNumber(person->id);
}

} // namespace naryad::sandbox
