#include "ContractorCodec.h"

#include <QCoreApplication>

#include <algorithm>

namespace naryad::api {

namespace {

Phone readPhoneRow(const Json &row, const QString &personId, const AccountZone &zone)
{
    Phone phone;
    phone.id = readId(row.value("id"));
    phone.number = readText(row.value("name"));
    const QString person = readId(firstOf(row, {"contractorPerson", "contractor_person"}));
    phone.personId = person.isEmpty() ? personId : person;
    phone.deleted = readFlag(row.value("deleted")).value_or(false);
    phone.createdAt = readKnownMoment(firstOf(row, {"createdAt", "created_at"}), zone);
    return phone;
}

/// Not known where the key is not there at all.
Result<Known<QVector<Phone>>>
readPhones(const Json &value, const QString &place, const QString &personId, const AccountZone &zone)
{
    if (value.isMissing())
        return Known<QVector<Phone>>();
    const auto rows = readRows(value, place);
    if (!rows)
        return fail(rows.error());
    QVector<Phone> phones;
    for (const Json &row : *rows)
        phones.append(readPhoneRow(row, personId, zone));
    return Known<QVector<Phone>>::fromService(phones);
}

Result<Person> readPersonRow(const Json &row, const QString &place, const AccountZone &zone)
{
    Person person;
    person.id = readId(row.value("id"));
    person.name = readText(row.value("name"));
    person.contractor = readKnownRef(row.value("contractor"));
    person.position = readKnownText(firstOf(row, {"jobposition", "jobPosition", "job_position"}));
    person.deleted = readFlag(row.value("deleted")).value_or(false);
    const auto phones = readPhones(row.value("phone"), place + QStringLiteral("phone"), person.id, zone);
    if (!phones)
        return fail(phones.error());
    person.phones = *phones;
    return person;
}

Result<Known<QVector<Person>>> readPersons(const Json &value, const AccountZone &zone)
{
    if (value.isMissing())
        return Known<QVector<Person>>();
    const auto rows = readRows(value, QStringLiteral("person"));
    if (!rows)
        return fail(rows.error());
    QVector<Person> persons;
    for (const Json &row : *rows) {
        const auto person = readPersonRow(row, QStringLiteral("person[%1].").arg(persons.size()), zone);
        if (!person)
            return fail(person.error());
        persons.append(*person);
    }
    return Known<QVector<Person>>::fromService(persons);
}

/// The phones told with the persons, each once: the contractor's own list may hold them as well.
void addPhonesOfPersons(Contractor &contractor)
{
    for (const Person &person : std::as_const(contractor.persons.value)) {
        for (const Phone &phone : person.phones.value) {
            const auto same = std::find_if(
                contractor.phones.value.begin(), contractor.phones.value.end(),
                [&phone](const Phone &other) { return !phone.id.isEmpty() && other.id == phone.id; });
            if (same == contractor.phones.value.end())
                contractor.phones.value.append(phone);
            else if (same->personId.isEmpty())
                same->personId = phone.personId;
        }
    }
}

/// How a search that found nothing may be answered. What was parsed for it is gone when it returns.
bool saysNobody(const QByteArray &body)
{
    const Result<Json> root = parseAnswer(body);
    return root
        && (root->isNull() || (root->isBool() && !root->toBool())
            || (root->isArray() && root->items().isEmpty()));
}

} // namespace

ContractorListItem readContractorListItem(const Json &row)
{
    ContractorListItem item;
    item.id = readId(row.value("id"));
    item.name = readText(row.value("name"));
    const QString parentId = readId(firstOf(row, {"parentId", "parent_id"}));
    item.parent = parentId.isEmpty() ? readRef(row.value("parent")) : NamedRef{parentId, QString()};
    if (!item.parent.isNothing() && item.parent.name.isEmpty())
        item.parent.name = readText(firstOf(row, {"parentName", "parent_name"}));
    return item;
}

Result<Contractor> readContractor(const QByteArray &body, const QString &askedId, const AccountZone &zone)
{
    const auto object = readNamedObject(body, askedId);
    if (!object)
        return fail(object.error());
    const Json &json = object->json;
    Contractor contractor;
    Keeper keeper(json, contractor.notUnderstood);
    contractor.id = object->id;
    contractor.name = keeper.text({"name"}, "name");
    contractor.parent = readContractorListItem(json).parent; // named in the same ways there
    contractor.externalId = keeper.knownText({"externalId", "external_id"}, "externalId");
    contractor.address = keeper.address();
    contractor.createdAt = readKnownMoment(firstOf(json, {"createdAt", "created_at"}), zone);
    contractor.author = readKnownRef(json.value("author"));
    contractor.employee = readKnownRef(json.value("employee"));
    contractor.favourite = readKnownFlag(firstOf(json, {"favourites", "favourite"}));
    contractor.equipmentCount = readKnownCount(firstOf(json, {"equipmentCounter", "equipment_counter"}));
    contractor.subdivisionCount
        = readKnownCount(firstOf(json, {"subdivisionCounter", "subdivision_counter"}));
    const auto phones = readPhones(json.value("phone"), QStringLiteral("phone"), QString(), zone);
    if (!phones)
        return fail(phones.error());
    contractor.phones = *phones;
    const auto persons = readPersons(json.value("person"), zone);
    if (!persons)
        return fail(persons.error());
    contractor.persons = *persons;
    addPhonesOfPersons(contractor);
    contractor.detailsLoaded = true;
    return contractor;
}

Result<Contractor>
readContractorFound(const QByteArray &body, const QString &externalId, const AccountZone &zone)
{
    if (saysNobody(body))
        return fail(ErrorKind::NotFound);
    auto contractor = readContractor(body, QString(), zone);
    const QString told = contractor ? contractor->externalId.value : QString();
    if (!told.isEmpty() && told.compare(externalId, Qt::CaseInsensitive) != 0) {
        return badAnswer(
            QStringLiteral("externalId"),
            QCoreApplication::translate("naryad::api", "This is another object."));
    }
    return contractor;
}

Result<Person> readPerson(const QByteArray &body, const QString &askedId, const AccountZone &zone)
{
    const auto object = readNamedObject(body, askedId);
    if (!object)
        return fail(object.error());
    auto person = readPersonRow(object->json, QString(), zone);
    if (person)
        person->id = object->id;
    return person;
}

Result<Phone> readPhone(const QByteArray &body, const QString &askedId, const AccountZone &zone)
{
    const auto object = readNamedObject(body, askedId);
    if (!object)
        return fail(object.error());
    Phone phone = readPhoneRow(object->json, QString(), zone);
    phone.id = object->id;
    const Json parent = object->json.value("parent");
    const QString type = readText(parent.value("type")).trimmed().toLower();
    if (type == QLatin1String("person"))
        phone.personId = readId(parent);
    else if (type == QLatin1String("contractor"))
        phone.contractorId = readId(parent);
    return phone;
}

} // namespace naryad::api
