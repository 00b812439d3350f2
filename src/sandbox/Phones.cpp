#include "Handlers.h"
#include "People.h"

namespace naryad::sandbox {

namespace {

struct PhoneParent
{
    qint64 contractorId = 0;
    qint64 personId = 0;
};

Reply noSuchPhone()
{
    return refuse(Code::NotFound, u(u"Телефон не найден"));
}

std::optional<StoredPhone> livingPhone(const Company &company, qint64 id)
{
    const auto phone = company.phones().find(id);
    return phone && !phone->deleted ? phone : std::nullopt;
}

/// `{id, type}` of an existing contractor or person.
PhoneParent readPhoneParent(Strict &in, const Company &company)
{
    Strict parent = in.object("parent");
    parent.only({"id", "type"});
    const qint64 id = parent.id("id");
    const QString type = parent.text("type");
    if (type == QLatin1String("contractor")) {
        if (!company.contractors().contains(id))
            parent.refuse(Code::NotFound, u(u"Клиент не найден"));
        return {id, 0};
    }
    if (type != QLatin1String("person"))
        parent.refuseValue("type", u(u"ожидается contractor или person"));
    const auto person = company.persons().find(id);
    if (!person || person->deleted) {
        parent.refuse(Code::NotFound, u(u"Контактное лицо не найдено"));
        return {};
    }
    return {person->contractorId, id};
}

/// The document shows a `phone` array in a phone's body too and doesn't say what it is for: its form is
/// checked, and it changes nothing.
void readPhoneKeys(Strict &in)
{
    in.only({"parent", "name", "phone"});
    readPhones(in, "phone");
}

} // namespace

Reply createContractorPhone(Company &company, const Ask &ask)
{
    Strict in(ask.body);
    readPhoneKeys(in);
    const PhoneParent parent = readPhoneParent(in, company);
    const QString name = in.name("name", true);
    if (in.isRefused())
        return in.refusal();
    StoredContractor contractor = *company.contractors().find(parent.contractorId);
    const qint64 id = addPhone(company, contractor, parent.personId, name);
    company.keep(contractor);
    return madeObject(id);
}

Reply updateContractorPhone(Company &company, const Ask &ask)
{
    auto phone = livingPhone(company, ask.id);
    if (!phone)
        return noSuchPhone();
    Strict in(ask.body, omitted(company.options()));
    readPhoneKeys(in);
    // A phone without a parent can't be: left out, it stays where it is.
    const PhoneParent parent
        = in.has("parent") ? readPhoneParent(in, company) : PhoneParent{phone->contractorId, phone->personId};
    phone->name = in.name("name", false, phone->name);
    if (in.isRefused())
        return in.refusal();
    StoredContractor to = *company.contractors().find(parent.contractorId);
    if (parent.contractorId != phone->contractorId) {
        StoredContractor from = *company.contractors().find(phone->contractorId);
        from.phones.removeOne(phone->id);
        company.keep(from);
        to.phones.append(phone->id);
    }
    phone->contractorId = parent.contractorId;
    phone->personId = parent.personId;
    company.keep(*phone);
    company.keep(to);
    return madeObject(phone->id);
}

/// A deleted one is still told, as deleted.
Reply getContractorPhone(Company &company, const Ask &ask)
{
    const auto phone = company.phones().find(ask.id);
    if (!phone)
        return noSuchPhone();
    const bool isPersons = phone->personId != 0;
    const QJsonObject parent{
        {key("id"), textId(isPersons ? phone->personId : phone->contractorId)},
        {key("type"), isPersons ? QStringLiteral("person") : QStringLiteral("contractor")}};
    return ok(QJsonObject{
        {key("id"), textId(phone->id)},
        {key("name"), phone->name},
        {key("deleted"), phone->deleted},
        {key("parent"), parent}});
}

Reply deleteContractorPhone(Company &company, const Ask &ask)
{
    auto phone = livingPhone(company, ask.id);
    if (!phone)
        return noSuchPhone();
    if (const auto refused = refuseBody(ask))
        return *refused;
    phone->deleted = true;
    company.keep(*phone);
    company.keep(*company.contractors().find(phone->contractorId));
    return bareNumber(phone->id);
}

} // namespace naryad::sandbox
