#include "ContractorCodec.h"

#include "BodyText.h"

namespace naryad::api {

namespace {

QByteArray personsText(const QVector<PersonBody> &persons)
{
    JsonArrayText rows;
    for (const PersonBody &person : persons) {
        JsonObjectText row;
        row.add("name", jsonText(person.name));
        if (!person.phones.isEmpty())
            row.add("phone", namesText(person.phones));
        rows.add(row.text());
    }
    return rows.text();
}

/// What a create and an update of a contractor have in common; externalId only where it is known, since
/// get-contractor's sample does not tell it and an empty one would take it away.
BodyText contractorText(const ContractorBody &body, Purpose purpose)
{
    BodyText json(purpose, body.notUnderstood);
    json.addKnownText("externalId", body.externalId);
    json.addName("name", body.name);
    json.addAddress(body.address, AddressV5);
    return json;
}

void addSubdivisionParts(BodyText &json, const SubdivisionBody &body)
{
    json.addName("name", body.name);
    json.addAddress(body.address, AddressV4);
    if (body.templateId.isKnown() && !body.templateId.value.isEmpty())
        json.add("template_id", jsonId(body.templateId.value));
}

QByteArray contactsText(const QVector<SubdivisionContact> &contacts)
{
    JsonArrayText rows;
    for (const SubdivisionContact &contact : contacts) {
        JsonObjectText row;
        if (!contact.externalId.isEmpty())
            row.add("external_id", jsonText(contact.externalId));
        row.add("name", jsonText(contact.name));
        if (!contact.phones.isEmpty())
            row.add("tel", namesText(contact.phones));
        rows.add(row.text());
    }
    return rows.text();
}

JsonObjectText personText(const PersonBody &body)
{
    JsonObjectText json;
    json.add("contractor", refText(body.contractorId));
    json.add("name", jsonText(body.name));
    return json;
}

const char *nameOf(PhoneParent parent)
{
    return parent == PhoneParent::Person ? "person" : "contractor";
}

} // namespace

QByteArray createContractorBody(const ContractorBody &body)
{
    BodyText json = contractorText(body, Purpose::Create);
    if (!body.persons.isEmpty())
        json.add("person", personsText(body.persons));
    if (!body.phones.isEmpty())
        json.add("phone", namesText(body.phones));
    return json.text();
}

QByteArray updateContractorBody(const ContractorBody &body)
{
    return contractorText(body, Purpose::Update).text();
}

QByteArray addSubdivisionBody(const SubdivisionBody &body)
{
    BodyText json(Purpose::Create, body.notUnderstood);
    json.add("contractor_id", jsonText(body.contractorId));
    json.addText("external_id", body.externalId);
    addSubdivisionParts(json, body);
    if (!body.contacts.isEmpty())
        json.add("contact", contactsText(body.contacts));
    return json.text();
}

QByteArray updateSubdivisionBody(const SubdivisionBody &body)
{
    BodyText json(Purpose::Update, body.notUnderstood);
    addSubdivisionParts(json, body);
    return json.text();
}

QByteArray createPersonBody(const PersonBody &body)
{
    JsonObjectText json = personText(body);
    if (!body.phones.isEmpty())
        json.add("phone", namesText(body.phones));
    return json.text();
}

QByteArray updatePersonBody(const PersonBody &body)
{
    return personText(body).text();
}

QByteArray phoneBody(const PhoneBody &body)
{
    JsonObjectText parent;
    parent.add("id", jsonId(body.parentId));
    parent.add("type", jsonText(QString::fromLatin1(nameOf(body.parentKind))));
    JsonObjectText json;
    json.add("parent", parent.text());
    json.add("name", jsonText(body.number));
    return json.text();
}

} // namespace naryad::api
