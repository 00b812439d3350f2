#pragma once

#include "core/Ids.h"
#include "core/Known.h"
#include "core/RawValues.h"
#include "core/Task.h"

#include <QDateTime>
#include <QString>
#include <QStringList>
#include <QVector>

namespace naryad {

/// A phone of a contractor or of one of its persons (get-contractor-phone, or a row of their `phone` lists).
struct Phone
{
    QString id;
    QString number; ///< as typed; never required to be a valid number
    QString personId; ///< empty: belongs to the contractor itself
    bool deleted = false;
    QString contractorId{}; ///< told by get-contractor-phone where it belongs to the contractor itself
    Known<QDateTime> createdAt{}; ///< UTC
    friend bool operator==(const Phone &, const Phone &) = default;
};

/// A contact person (get-contractor-person, or a row of get-contractor's `person` where it shows one).
struct Person
{
    QString id;
    QString name;
    Known<NamedRef> contractor{};
    Known<QString> position{}; ///< "jobposition"; no command writes it
    Known<QVector<Phone>> phones{};
    bool deleted = false;
    friend bool operator==(const Person &, const Person &) = default;
};

/// A row of get-contractor-list: the tree comes from here.
struct ContractorListItem
{
    QString id;
    QString name;
    NamedRef parent;
    friend bool operator==(const ContractorListItem &, const ContractorListItem &) = default;
};

/// A contractor or subdivision (get-contractor). `detailsLoaded` false: only the list's row is known.
struct Contractor
{
    QString id;
    QString name;
    NamedRef parent;
    Known<QString> externalId; ///< the sample of get-contractor leaves it out
    Known<Address> address;
    Known<QVector<Phone>> phones; ///< its own and those of its persons, each with its person's id
    Known<QVector<Person>> persons; ///< only where the service shows them (undocumented)
    Known<QDateTime> createdAt; ///< UTC
    Known<NamedRef> author;
    Known<NamedRef> employee;
    Known<bool> favourite;
    Known<qint64> equipmentCount;
    Known<qint64> subdivisionCount;
    bool detailsLoaded = false;
    RawValues notUnderstood;

    /// "Ромашка / Подразделение 2", or the bare name at the top of the tree.
    QString path() const { return parent.name.isEmpty() ? name : parent.name + QStringLiteral(" / ") + name; }
    friend bool operator==(const Contractor &, const Contractor &) = default;
};

/// What create- and update-contractor-person send.
struct PersonBody
{
    QString contractorId; ///< whose person it is; not sent within a ContractorBody
    QString name;
    QStringList phones; ///< create only: an update never sends phones (reliability 10.6)
    friend bool operator==(const PersonBody &, const PersonBody &) = default;
};

/// What a phone hangs on; the service's `type`.
enum class PhoneParent {
    Contractor,
    Person,
};

/// What create- and update-contractor-phone send.
struct PhoneBody
{
    QString parentId;
    PhoneParent parentKind = PhoneParent::Contractor;
    QString number;
    friend bool operator==(const PhoneBody &, const PhoneBody &) = default;
};

/// What create- and update-contractor send. What is not known is left out, never sent as empty.
struct ContractorBody
{
    Known<QString> externalId; ///< a create always has one (a UUID unless the user gave one)
    QString name;
    Known<Address> address;
    QVector<PersonBody> persons{}; ///< create only
    QStringList phones{}; ///< create only
    RawValues notUnderstood{};
    friend bool operator==(const ContractorBody &, const ContractorBody &) = default;
};

/// A contact of a new subdivision.
struct SubdivisionContact
{
    QString externalId;
    QString name;
    QStringList phones;
    friend bool operator==(const SubdivisionContact &, const SubdivisionContact &) = default;
};

/// What add- and update-subdivision send. What is not known is left out, never sent as empty.
struct SubdivisionBody
{
    QString contractorId; ///< add only, required: the parent
    QString externalId; ///< add only; always filled (a UUID unless the user gave one)
    QString name;
    Known<Address> address;
    Known<QString> templateId{}; ///< no command reads it back
    QVector<SubdivisionContact> contacts{}; ///< add only
    RawValues notUnderstood{}; ///< keys as in Contractor
    friend bool operator==(const SubdivisionBody &, const SubdivisionBody &) = default;
};

/// The body that says again what a contractor is, to change a part of it. Persons and phones are not in it.
/// What the answer left out stays not known, and an update leaves its key out: above all externalId, which
/// the document's get-contractor does not tell and an empty one would take away.
ContractorBody contractorBodyOf(const Contractor &contractor);
/// The same for a subdivision.
SubdivisionBody subdivisionBodyOf(const Contractor &subdivision);

} // namespace naryad
