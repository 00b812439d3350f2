#include "AddressBody.h"
#include "ContractorJson.h"
#include "Handlers.h"
#include "People.h"

namespace naryad::sandbox {

namespace {

Reply noSuchContractor()
{
    return refuse(Code::NotFound, u(u"Клиент не найден"));
}

void readContractor(Strict &in, const Company &company, StoredContractor &contractor, bool isNew)
{
    in.only(
        {"externalId", "name", "address", "addressPorch", "addressFloor", "addressRoom", "addressInfo", "lat",
         "lon", "person", "phone"});
    contractor.externalId = in.text("externalId", contractor.externalId);
    contractor.name = in.name("name", isNew, contractor.name);
    readAddress(in, contractor.address, false, company.options());
}

/// The snake_case body of the two v4 commands.
void readSubdivision(Strict &in, const Company &company, StoredContractor &contractor, bool isNew)
{
    contractor.name = in.name("name", isNew, contractor.name);
    readAddress(in, contractor.address, true, company.options());
    contractor.templateId = in.id("template_id", contractor.templateId);
    if (contractor.templateId != 0 && !company.templates().contains(contractor.templateId))
        in.refuse(Code::NotFound, u(u"Не найден шаблон подразделения"));
}

StoredContractor newContractor(Company &company)
{
    StoredContractor made;
    made.createdAt = company.nowSeconds();
    return made;
}

} // namespace

/// External ids may repeat: the document nowhere calls them unique.
Reply createContractor(Company &company, const Ask &ask)
{
    Strict in(ask.body);
    StoredContractor made = newContractor(company);
    readContractor(in, company, made, true);
    const People people = readPeople(in, PeopleKeys::camel());
    if (in.isRefused())
        return in.refusal();
    made.id = company.nextId();
    applyPeople(company, made, people);
    company.keep(made);
    return madeObject(made.id);
}

Reply updateContractor(Company &company, const Ask &ask)
{
    auto contractor = company.contractors().find(ask.id);
    if (!contractor)
        return noSuchContractor();
    Strict in(ask.body, omitted(company.options()));
    readContractor(in, company, *contractor, false);
    const People people = readPeople(in, PeopleKeys::camel());
    if (in.isRefused())
        return in.refusal();
    applyPeople(company, *contractor, people);
    company.keep(*contractor);
    return madeObject(contractor->id);
}

/// The sample of get-contractor has no externalId, that of its twin has.
Reply getContractor(Company &company, const Ask &ask)
{
    const auto contractor = company.contractors().find(ask.id);
    return contractor ? ok(contractorJson(company, *contractor)) : noSuchContractor();
}

Reply getContractorByExternalId(Company &company, const Ask &ask)
{
    const auto contractor = company.contractorByExternalId(ask.asked("external-id"));
    if (!contractor)
        return noSuchContractor();
    QJsonObject json = contractorJson(company, *contractor);
    json.insert(key("externalId"), contractor->externalId);
    return ok(json);
}

Reply getContractorList(Company &company, const Ask &ask)
{
    const auto &all = company.contractors();
    return page(ask, all.size(), [&all](qint64 place) {
        const auto contractor = all.find(all.idAt(place));
        const auto parent = all.find(contractor->parentId);
        QJsonObject row = named(contractor->id, contractor->name);
        row.insert(key("parentName"), parent ? QJsonValue(parent->name) : QJsonValue());
        row.insert(key("parentId"), parent ? textId(parent->id) : QJsonValue());
        return row;
    });
}

/// A subdivision may itself have some: the document calls the parent a contractor, and a subdivision is one.
Reply addSubdivision(Company &company, const Ask &ask)
{
    Strict in(ask.body);
    in.only(
        {"contractor_id", "external_id", "name", "address", "address_porch", "address_floor", "address_room",
         "address_info", "lat", "lon", "template_id", "contact"});
    StoredContractor made = newContractor(company);
    made.parentId = in.id("contractor_id");
    if (!in.has("contractor_id"))
        in.refuse(Code::MissingKey, u(u"Не указано обязательное поле: contractor_id"));
    else if (!company.contractors().contains(made.parentId))
        in.refuse(Code::NotFound, u(u"Клиент не найден"));
    made.externalId = in.text("external_id");
    readSubdivision(in, company, made, true);
    const People people = readPeople(in, PeopleKeys::snake());
    if (in.isRefused())
        return in.refusal();
    made.id = company.nextId();
    applyPeople(company, made, people);
    company.keep(made);
    return bareText(made.id);
}

/// What comes back isn't told: taken to be what add-subdivision answers.
Reply updateSubdivision(Company &company, const Ask &ask)
{
    auto contractor = company.contractors().find(ask.id);
    if (!contractor)
        return noSuchContractor();
    if (contractor->parentId == 0)
        return refuse(Code::NotAllowed, u(u"Клиент не является подразделением"));
    Strict in(ask.body, omitted(company.options()));
    in.only(
        {"name", "address", "address_porch", "address_floor", "address_room", "address_info", "lat", "lon",
         "template_id", "contact"});
    readSubdivision(in, company, *contractor, false);
    const People people = readPeople(in, PeopleKeys::snake());
    if (in.isRefused())
        return in.refusal();
    applyPeople(company, *contractor, people);
    company.keep(*contractor);
    return bareText(contractor->id);
}

} // namespace naryad::sandbox
