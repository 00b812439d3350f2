#include "ContractorJson.h"

namespace naryad::sandbox {

namespace {

/// Deleted ones stay listed.
QJsonObject phoneJson(const StoredPhone &phone)
{
    return {
        {key("id"), textId(phone.id)},
        {key("name"), phone.name},
        {key("contractorPerson"),
         phone.personId == 0 ? QJsonValue(QStringLiteral("NULL")) : textId(phone.personId)},
        {key("createdAt"), textId(phone.createdAt)},
        {key("deleted"), phone.deleted}};
}

} // namespace

QJsonObject authorJson(const Company &company)
{
    const StoredEmployee &author = company.catalogue().employees.first();
    return named(author.id, author.name);
}

QJsonObject contractorJson(const Company &company, const StoredContractor &contractor)
{
    QJsonArray phones;
    for (qint64 id : contractor.phones)
        phones.append(phoneJson(*company.phones().find(id)));
    const Address &address = contractor.address;
    return {
        {key("id"), textId(contractor.id)},
        {key("name"), contractor.name},
        {key("address"), address.text},
        {key("addressFloor"), address.floor},
        {key("addressRoom"), address.room},
        {key("addressPorch"), address.porch},
        {key("createdAt"), textId(contractor.createdAt)},
        {key("addressInfo"), address.info},
        {key("equipmentCounter"), textId(company.equipmentOf(contractor.id))},
        {key("subdivisionCounter"), textId(company.subdivisionsOf(contractor.id))},
        {key("lat"), address.lat},
        {key("lon"), address.lon},
        {key("favourites"), false},
        {key("author"), authorJson(company)},
        {key("parent"), textId(contractor.parentId)},
        {key("employee"), QStringLiteral("0")},
        {key("phone"), phones}};
}

} // namespace naryad::sandbox
