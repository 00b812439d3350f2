#include "ContractorCodec.h"

#include "JsonRead.h"

#include <QCoreApplication>

namespace naryad::api {

namespace {

Result<QVector<Phone>> readPhones(const QJsonValue &value, const QString &place, const QString &personId)
{
    const auto rows = readRows(value, place);
    if (!rows)
        return fail(rows.error());
    QVector<Phone> phones;
    for (const QJsonObject &row : *rows) {
        Phone phone{};
        phone.id = readId(row.value(QLatin1String("id")));
        phone.number = readText(row.value(QLatin1String("name")));
        const QString person = readId(row.value(QLatin1String("contractorPerson")));
        phone.personId = person.isEmpty() ? personId : person;
        phone.deleted = readFlag(row.value(QLatin1String("deleted"))).value_or(false);
        phones.append(phone);
    }
    return phones;
}

} // namespace

ContractorListItem readContractorListItem(const QJsonObject &row)
{
    ContractorListItem item;
    item.id = readId(row.value(QLatin1String("id")));
    item.name = readText(row.value(QLatin1String("name")));
    const QString parentId = readId(firstOf(row, {"parentId", "parent_id"}));
    item.parent
        = parentId.isEmpty() ? readRef(row.value(QLatin1String("parent"))) : NamedRef{parentId, QString()};
    if (!item.parent.isNothing() && item.parent.name.isEmpty())
        item.parent.name = readText(firstOf(row, {"parentName", "parent_name"}));
    return item;
}

Result<Contractor> readContractor(const QByteArray &body, const QString &askedId, const AccountZone &)
{
    const Result<QJsonValue> root = parseAnswer(body);
    if (!root)
        return fail(root.error());
    const QJsonObject json = root->toObject();
    if (firstOf(json, {"id", "name"}).isUndefined())
        return badAnswer(
            QString(), QCoreApplication::translate("naryad::api", "Neither an id nor a name is in it."));

    // The list's row and the whole object name their parent in the same ways.
    const ContractorListItem head = readContractorListItem(json);
    Contractor contractor;
    contractor.id = head.id.isEmpty() ? askedId : head.id;
    if (!askedId.isEmpty() && contractor.id != askedId)
        return badAnswer(
            QStringLiteral("id"), QCoreApplication::translate("naryad::api", "This is another object."));
    contractor.name = head.name;
    contractor.parent = head.parent;
    contractor.externalId
        = Known<QString>::fromService(readText(firstOf(json, {"externalId", "external_id"})));
    Address address;
    address.text = readText(json.value(QLatin1String("address")));
    address.entrance = readText(firstOf(json, {"addressPorch", "address_porch"}));
    address.floor = readText(firstOf(json, {"addressFloor", "address_floor"}));
    address.room = readText(firstOf(json, {"addressRoom", "address_room"}));
    address.notes = readText(firstOf(json, {"addressInfo", "address_info"}));
    address.latitude = readText(json.value(QLatin1String("lat")));
    address.longitude = readText(json.value(QLatin1String("lon")));
    const auto own = readPhones(json.value(QLatin1String("phone")), QStringLiteral("phone"), QString());
    if (!own)
        return fail(own.error());
    contractor.address = Known<Address>::fromService(address);
    contractor.phones = Known<QVector<Phone>>::fromService(*own);

    const auto persons = readRows(json.value(QLatin1String("person")), QStringLiteral("person"));
    if (!persons)
        return fail(persons.error());
    for (const QJsonObject &person : *persons) {
        const auto phones = readPhones(
            person.value(QLatin1String("phone")), QStringLiteral("person.phone"),
            readId(person.value(QLatin1String("id"))));
        if (!phones)
            return fail(phones.error());
        contractor.phones.value += *phones;
    }
    contractor.detailsLoaded = true;
    return contractor;
}

} // namespace naryad::api
