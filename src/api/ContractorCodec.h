#pragma once

#include "JsonRead.h"
#include "core/AccountZone.h"
#include "core/Contractor.h"
#include "core/Result.h"

#include <QByteArray>

namespace naryad::api {

/// Reads a get-contractor answer; `askedId` stands in where it leaves its own id out. Phones of contact
/// persons, where the answer has persons, are listed with their person's id.
Result<Contractor> readContractor(const QByteArray &body, const QString &askedId, const AccountZone &zone);

/// Reads a get-contractor-by-external-id answer: also NotFound, for `null`, `false` and an empty list, which
/// is how a search that found nothing may be answered; BadAnswer for one with another external id.
Result<Contractor>
readContractorFound(const QByteArray &body, const QString &externalId, const AccountZone &zone);

/// A row of get-contractor-list.
ContractorListItem readContractorListItem(const Json &row);

/// Reads a get-contractor-person answer, likewise.
Result<Person> readPerson(const QByteArray &body, const QString &askedId, const AccountZone &zone);

/// Reads a get-contractor-phone answer, likewise.
Result<Phone> readPhone(const QByteArray &body, const QString &askedId, const AccountZone &zone);

/// The bodies of this section's writes. An update's leaves out persons, phones and contacts.
QByteArray createContractorBody(const ContractorBody &body);
QByteArray updateContractorBody(const ContractorBody &body);
QByteArray addSubdivisionBody(const SubdivisionBody &body);
QByteArray updateSubdivisionBody(const SubdivisionBody &body);
QByteArray createPersonBody(const PersonBody &body);
QByteArray updatePersonBody(const PersonBody &body);
QByteArray phoneBody(const PhoneBody &body);

} // namespace naryad::api
