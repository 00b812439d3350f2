#pragma once

#include "api/Service.h"
#include "core/AccountZone.h"
#include "core/Contractor.h"

#include <QFuture>

namespace naryad::api {

/// The 15 commands of the document's section "Клиент/объект": contractors, subdivisions, persons, phones.
///
/// Updates never send persons, phones or contacts: whether those replace or append is not told (reliability
/// 10.6). All ids are the service's. Thread: the channels'.
class ContractorService : public Service
{
public:
    ContractorService(ReadChannel &reads, WriteChannel &writes, AccountZone zone);

    /// get-contractor-list: GET v5 `?page` (from 0), `[{id,name,parentName,parentId}]`.
    QFuture<Result<Page<ContractorListItem>>> contractorPage(int page) const;
    /// get-contractor: GET v5 `?id`. Known parts are those the answer has; NotFound where the service says
    /// so.
    QFuture<Result<Snapshot<Contractor>>> contractor(const QString &id, bool foreground = false) const;
    /// get-contractor-by-external-id: GET v5 `?external-id`, a contractor. NotFound: nobody has this one.
    QFuture<Result<Snapshot<Contractor>>>
    contractorByExternalId(const QString &externalId, bool foreground = false) const;

    /// create-contractor: POST v5 `{externalId, name, address…, lat, lon, person[{name,phone[{name}]}],
    /// phone[{name}]}`; what is empty is left out. Answers `{id}`.
    WriteRequest prepareCreateContractor(const ContractorBody &body) const;
    QFuture<Result<QString>> createContractor(const ContractorBody &body) const;
    /// update-contractor: POST v5 `?id` (the document's address shows none, its text describes it), the same
    /// body complete, less persons and phones. Answers `{id}`.
    WriteRequest prepareUpdateContractor(const QString &id, const ContractorBody &body) const;
    QFuture<Result<QString>> updateContractor(const QString &id, const ContractorBody &body) const;

    /// add-subdivision: POST v4, snake_case `{contractor_id, external_id, name, address…, lat, lon,
    /// template_id, contact[{external_id,name,tel[{name}]}]}`. Answers the id. The document gives no path:
    /// see the table.
    WriteRequest prepareAddSubdivision(const SubdivisionBody &body) const;
    QFuture<Result<QString>> addSubdivision(const SubdivisionBody &body) const;
    /// update-subdivision: POST v4 `?id`, the same less `contractor_id`, `external_id` and `contact`. For
    /// subdivisions only. What it answers is not told: an empty id is lawful.
    WriteRequest prepareUpdateSubdivision(const QString &id, const SubdivisionBody &body) const;
    QFuture<Result<QString>> updateSubdivision(const QString &id, const SubdivisionBody &body) const;

    /// get-contractor-person: GET v5 `?id`, `{id,name,contractor,jobposition,deleted,phone[]}`.
    QFuture<Result<Snapshot<Person>>> person(const QString &id, bool foreground = false) const;
    /// create-contractor-person: POST v5 `{contractor{id}, name, phone[{name}]}`. Answers `{id}`.
    WriteRequest prepareCreatePerson(const PersonBody &body) const;
    QFuture<Result<QString>> createPerson(const PersonBody &body) const;
    /// update-contractor-person: POST v5 `?id`, the same less the phones. Answers `{id}`.
    WriteRequest prepareUpdatePerson(const QString &id, const PersonBody &body) const;
    QFuture<Result<QString>> updatePerson(const QString &id, const PersonBody &body) const;
    /// delete-contractor-person: POST v5 `?id`. Answers the id.
    WriteRequest prepareDeletePerson(const QString &id) const;
    QFuture<Result<QString>> deletePerson(const QString &id) const;

    /// get-contractor-phone: GET v5 `?id`, `{id,name,deleted,parent{id,type}}`.
    QFuture<Result<Snapshot<Phone>>> phone(const QString &id, bool foreground = false) const;
    /// create-contractor-phone: POST v5 `{parent{id,type}, name}`; the `phone` array the document also shows
    /// in this body is left out. Answers `{id}`.
    WriteRequest prepareCreatePhone(const PhoneBody &body) const;
    QFuture<Result<QString>> createPhone(const PhoneBody &body) const;
    /// update-contractor-phone: POST v5 `?id`, the same. Answers `{id}`.
    WriteRequest prepareUpdatePhone(const QString &id, const PhoneBody &body) const;
    QFuture<Result<QString>> updatePhone(const QString &id, const PhoneBody &body) const;
    /// delete-contractor-phone: POST v5 `?id`. Answers the id.
    WriteRequest prepareDeletePhone(const QString &id) const;
    QFuture<Result<QString>> deletePhone(const QString &id) const;

private:
    AccountZone m_zone;
};

} // namespace naryad::api
