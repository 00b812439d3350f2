#pragma once

#include "Company.h"
#include "Strict.h"

namespace naryad::sandbox {

/// A person of a body, with its phone numbers.
struct NewPerson
{
    QString externalId;
    QString name;
    QStringList phones;
};

/// The persons and phones a body brings; a list that isn't there is not an empty one.
struct People
{
    bool hasPersons = false;
    bool hasPhones = false;
    QVector<NewPerson> persons;
    QStringList phones;
};

/// What the lists are called: `person` and `phone`, or `contact` and `tel` in a subdivision's body.
struct PeopleKeys
{
    const char *persons;
    const char *personPhones;
    const char *phones; ///< null: none
    const char *externalId; ///< null: none

    static PeopleKeys camel() { return {"person", "phone", "phone", nullptr}; }
    static PeopleKeys snake() { return {"contact", "tel", nullptr, "external_id"}; }
};

People readPeople(Strict &in, const PeopleKeys &keys);

/// An array of `{name}`.
QStringList readPhones(Strict &in, const char *list);

/// Makes them and enters them into the contractor's lists, which the caller keeps. Whether the lists of an
/// update append or replace isn't told: Options::personsReplace.
void applyPeople(Company &company, StoredContractor &contractor, const People &people);

/// The same for the phones of one person, or the contractor's own (0).
void applyPhones(Company &company, StoredContractor &contractor, qint64 personId, const QStringList &phones);

qint64 addPerson(Company &company, StoredContractor &contractor, const NewPerson &person);
qint64 addPhone(Company &company, StoredContractor &contractor, qint64 personId, const QString &name);

/// Marks the phones of one person, or the contractor's own (0), as deleted.
void deletePhones(Company &company, const StoredContractor &contractor, qint64 personId);

} // namespace naryad::sandbox
