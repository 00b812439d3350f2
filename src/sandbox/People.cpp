#include "People.h"

namespace naryad::sandbox {

QStringList readPhones(Strict &in, const char *list)
{
    QStringList numbers;
    QVector<Strict> given = in.list(list);
    for (Strict &phone : given) {
        phone.only({"name"});
        numbers.append(phone.name("name", true));
    }
    return numbers;
}

People readPeople(Strict &in, const PeopleKeys &keys)
{
    People people;
    people.hasPersons = in.has(keys.persons);
    QVector<Strict> given = in.list(keys.persons);
    for (Strict &one : given) {
        NewPerson person;
        if (keys.externalId) {
            one.only({keys.externalId, "name", keys.personPhones});
            person.externalId = one.text(keys.externalId);
        } else {
            one.only({"name", keys.personPhones});
        }
        person.name = one.name("name", true);
        person.phones = readPhones(one, keys.personPhones);
        people.persons.append(person);
    }
    people.hasPhones = keys.phones && in.has(keys.phones);
    if (people.hasPhones)
        people.phones = readPhones(in, keys.phones);
    return people;
}

qint64 addPhone(Company &company, StoredContractor &contractor, qint64 personId, const QString &name)
{
    const StoredPhone phone{company.nextId(), contractor.id, personId, name, company.nowSeconds(), false};
    company.keep(phone);
    contractor.phones.append(phone.id);
    return phone.id;
}

qint64 addPerson(Company &company, StoredContractor &contractor, const NewPerson &person)
{
    const StoredPerson made{company.nextId(), contractor.id, person.externalId, person.name, false};
    company.keep(made);
    contractor.persons.append(made.id);
    for (const QString &number : person.phones)
        addPhone(company, contractor, made.id, number);
    return made.id;
}

void deletePhones(Company &company, const StoredContractor &contractor, qint64 personId)
{
    for (qint64 id : contractor.phones) {
        StoredPhone phone = *company.phones().find(id);
        if (phone.personId != personId || phone.deleted)
            continue;
        phone.deleted = true;
        company.keep(phone);
    }
}

void applyPhones(Company &company, StoredContractor &contractor, qint64 personId, const QStringList &phones)
{
    if (company.options().personsReplace)
        deletePhones(company, contractor, personId);
    for (const QString &number : phones)
        addPhone(company, contractor, personId, number);
}

void applyPeople(Company &company, StoredContractor &contractor, const People &people)
{
    if (people.hasPersons && company.options().personsReplace) {
        for (qint64 id : contractor.persons) {
            StoredPerson person = *company.persons().find(id);
            person.deleted = true;
            company.keep(person);
            deletePhones(company, contractor, id);
        }
    }
    for (const NewPerson &person : people.persons)
        addPerson(company, contractor, person);
    if (people.hasPhones)
        applyPhones(company, contractor, 0, people.phones);
}

} // namespace naryad::sandbox
