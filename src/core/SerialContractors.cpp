#include "SerialParts.h"
#include "core/Serial.h"

namespace naryad::serial {

namespace {

QJsonObject phoneToJson(const Phone &phone)
{
    return {{key("id"), phone.id},           {key("number"), phone.number},
            {key("person"), phone.personId}, {key("contractor"), phone.contractorId},
            {key("deleted"), phone.deleted}, {key("created"), knownToJson(phone.createdAt, timeToJson)}};
}

Phone phoneFrom(const QJsonValue &value)
{
    const QJsonObject json = value.toObject();
    Phone phone;
    phone.id = json.value(key("id")).toString();
    phone.number = json.value(key("number")).toString();
    phone.personId = json.value(key("person")).toString();
    phone.contractorId = json.value(key("contractor")).toString();
    phone.deleted = json.value(key("deleted")).toBool();
    phone.createdAt = knownFromJson<QDateTime>(json.value(key("created")), timeFromJson);
    return phone;
}

QJsonArray phonesToJson(const QVector<Phone> &phones)
{
    return listToJson(phones, phoneToJson);
}

QVector<Phone> phonesFromJson(const QJsonValue &json)
{
    return listFromJson<Phone>(json, phoneFrom);
}

QJsonObject personToJson(const Person &person)
{
    return {
        {key("id"), person.id},
        {key("name"), person.name},
        {key("contractor"), knownToJson(person.contractor, refToJson)},
        {key("position"), knownToJson(person.position, textToJson)},
        {key("phones"), knownToJson(person.phones, phonesToJson)},
        {key("deleted"), person.deleted}};
}

Person personFrom(const QJsonValue &value)
{
    const QJsonObject json = value.toObject();
    Person person;
    person.id = json.value(key("id")).toString();
    person.name = json.value(key("name")).toString();
    person.contractor = knownFromJson<NamedRef>(json.value(key("contractor")), refFromJson);
    person.position = knownFromJson<QString>(json.value(key("position")), textFromJson);
    person.phones = knownFromJson<QVector<Phone>>(json.value(key("phones")), phonesFromJson);
    person.deleted = json.value(key("deleted")).toBool();
    return person;
}

QJsonArray personsToJson(const QVector<Person> &persons)
{
    return listToJson(persons, personToJson);
}

QVector<Person> personsFromJson(const QJsonValue &json)
{
    return listFromJson<Person>(json, personFrom);
}

QJsonObject personBodyToJson(const PersonBody &body)
{
    return {
        {key("contractor"), body.contractorId},
        {key("name"), body.name},
        {key("phones"), textsToJson(body.phones)}};
}

PersonBody personBodyFrom(const QJsonValue &value)
{
    const QJsonObject json = value.toObject();
    return {
        json.value(key("contractor")).toString(), json.value(key("name")).toString(),
        textsFromJson(json.value(key("phones")))};
}

QJsonObject contactToJson(const SubdivisionContact &contact)
{
    return {
        {key("external"), contact.externalId},
        {key("name"), contact.name},
        {key("phones"), textsToJson(contact.phones)}};
}

SubdivisionContact contactFromJson(const QJsonValue &value)
{
    const QJsonObject json = value.toObject();
    return {
        json.value(key("external")).toString(), json.value(key("name")).toString(),
        textsFromJson(json.value(key("phones")))};
}

} // namespace

QJsonObject toJson(const Phone &phone)
{
    return phoneToJson(phone);
}

Phone phoneFromJson(const QJsonObject &json)
{
    return phoneFrom(json);
}

QJsonObject toJson(const Person &person)
{
    return personToJson(person);
}

Person personFromJson(const QJsonObject &json)
{
    return personFrom(json);
}

QJsonObject toJson(const Contractor &contractor)
{
    return {
        {key("id"), contractor.id},
        {key("name"), contractor.name},
        {key("parent"), refToJson(contractor.parent)},
        {key("external"), knownToJson(contractor.externalId, textToJson)},
        {key("address"), knownToJson(contractor.address, addressToJson)},
        {key("phones"), knownToJson(contractor.phones, phonesToJson)},
        {key("persons"), knownToJson(contractor.persons, personsToJson)},
        {key("created"), knownToJson(contractor.createdAt, timeToJson)},
        {key("author"), knownToJson(contractor.author, refToJson)},
        {key("employee"), knownToJson(contractor.employee, refToJson)},
        {key("favourite"), knownToJson(contractor.favourite, boolToJson)},
        {key("equipment"), knownToJson(contractor.equipmentCount, countToJson)},
        {key("subdivisions"), knownToJson(contractor.subdivisionCount, countToJson)},
        {key("loaded"), contractor.detailsLoaded},
        {key("odd"), rawToJson(contractor.notUnderstood)}};
}

Contractor contractorFromJson(const QJsonObject &json)
{
    Contractor contractor;
    contractor.id = json.value(key("id")).toString();
    contractor.name = json.value(key("name")).toString();
    contractor.parent = refFromJson(json.value(key("parent")));
    contractor.externalId = knownFromJson<QString>(json.value(key("external")), textFromJson);
    contractor.address = knownFromJson<Address>(json.value(key("address")), addressFromJson);
    contractor.phones = knownFromJson<QVector<Phone>>(json.value(key("phones")), phonesFromJson);
    contractor.persons = knownFromJson<QVector<Person>>(json.value(key("persons")), personsFromJson);
    contractor.createdAt = knownFromJson<QDateTime>(json.value(key("created")), timeFromJson);
    contractor.author = knownFromJson<NamedRef>(json.value(key("author")), refFromJson);
    contractor.employee = knownFromJson<NamedRef>(json.value(key("employee")), refFromJson);
    contractor.favourite = knownFromJson<bool>(json.value(key("favourite")), boolFromJson);
    contractor.equipmentCount = knownFromJson<qint64>(json.value(key("equipment")), countFromJson);
    contractor.subdivisionCount = knownFromJson<qint64>(json.value(key("subdivisions")), countFromJson);
    contractor.detailsLoaded = json.value(key("loaded")).toBool();
    contractor.notUnderstood = rawFromJson(json.value(key("odd")));
    return contractor;
}

QJsonObject toJson(const PersonBody &body)
{
    return personBodyToJson(body);
}

PersonBody personBodyFromJson(const QJsonObject &json)
{
    return personBodyFrom(json);
}

QJsonObject toJson(const PhoneBody &body)
{
    return {
        {key("parent"), body.parentId},
        {key("ofPerson"), body.parentKind == PhoneParent::Person},
        {key("number"), body.number}};
}

PhoneBody phoneBodyFromJson(const QJsonObject &json)
{
    return {
        json.value(key("parent")).toString(),
        json.value(key("ofPerson")).toBool() ? PhoneParent::Person : PhoneParent::Contractor,
        json.value(key("number")).toString()};
}

QJsonObject toJson(const ContractorBody &body)
{
    return {
        {key("external"), knownToJson(body.externalId, textToJson)},
        {key("name"), body.name},
        {key("address"), knownToJson(body.address, addressToJson)},
        {key("persons"), listToJson(body.persons, personBodyToJson)},
        {key("phones"), textsToJson(body.phones)},
        {key("odd"), rawToJson(body.notUnderstood)}};
}

ContractorBody contractorBodyFromJson(const QJsonObject &json)
{
    ContractorBody body;
    body.externalId = knownFromJson<QString>(json.value(key("external")), textFromJson);
    body.name = json.value(key("name")).toString();
    body.address = knownFromJson<Address>(json.value(key("address")), addressFromJson);
    body.persons = listFromJson<PersonBody>(json.value(key("persons")), personBodyFrom);
    body.phones = textsFromJson(json.value(key("phones")));
    body.notUnderstood = rawFromJson(json.value(key("odd")));
    return body;
}

QJsonObject toJson(const SubdivisionBody &body)
{
    return {
        {key("contractor"), body.contractorId},
        {key("external"), body.externalId},
        {key("name"), body.name},
        {key("address"), knownToJson(body.address, addressToJson)},
        {key("template"), knownToJson(body.templateId, textToJson)},
        {key("contacts"), listToJson(body.contacts, contactToJson)},
        {key("odd"), rawToJson(body.notUnderstood)}};
}

SubdivisionBody subdivisionBodyFromJson(const QJsonObject &json)
{
    SubdivisionBody body;
    body.contractorId = json.value(key("contractor")).toString();
    body.externalId = json.value(key("external")).toString();
    body.name = json.value(key("name")).toString();
    body.address = knownFromJson<Address>(json.value(key("address")), addressFromJson);
    body.templateId = knownFromJson<QString>(json.value(key("template")), textFromJson);
    body.contacts = listFromJson<SubdivisionContact>(json.value(key("contacts")), contactFromJson);
    body.notUnderstood = rawFromJson(json.value(key("odd")));
    return body;
}

} // namespace naryad::serial
