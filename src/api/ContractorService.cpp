#include "api/ContractorService.h"

#include "ContractorCodec.h"
#include "Fetch.h"
#include "ListCodec.h"
#include "Prepare.h"

namespace naryad::api {

ContractorService::ContractorService(ReadChannel &reads, WriteChannel &writes, AccountZone zone)
    : Service(reads, writes)
    , m_zone(std::move(zone))
{}

QFuture<Result<Page<ContractorListItem>>> ContractorService::contractorPage(int page) const
{
    return fetchPage<ContractorListItem>(
        reads(), pageRequest("get-contractor-list", page), readContractorListItem);
}

QFuture<Result<Snapshot<Contractor>>> ContractorService::contractor(const QString &id, bool foreground) const
{
    return fetchObject<Contractor>(
        reads(), idRequest("get-contractor", id, foreground),
        [id, zone = m_zone](const QByteArray &body) { return readContractor(body, id, zone); });
}

QFuture<Result<Snapshot<Contractor>>>
ContractorService::contractorByExternalId(const QString &externalId, bool foreground) const
{
    ReadRequest request{QStringLiteral("get-contractor-by-external-id"), {}, foreground, true};
    request.query.addQueryItem(QStringLiteral("external-id"), externalId);
    return fetchObject<Contractor>(reads(), request, [externalId, zone = m_zone](const QByteArray &body) {
        return readContractorFound(body, externalId, zone);
    });
}

WriteRequest ContractorService::prepareCreateContractor(const ContractorBody &body) const
{
    return prepare("create-contractor", createContractorBody(body));
}

QFuture<Result<QString>> ContractorService::createContractor(const ContractorBody &body) const
{
    return send(prepareCreateContractor(body));
}

WriteRequest ContractorService::prepareUpdateContractor(const QString &id, const ContractorBody &body) const
{
    return prepareFor("update-contractor", id, updateContractorBody(body));
}

QFuture<Result<QString>>
ContractorService::updateContractor(const QString &id, const ContractorBody &body) const
{
    return send(prepareUpdateContractor(id, body));
}

WriteRequest ContractorService::prepareAddSubdivision(const SubdivisionBody &body) const
{
    return prepare("add-subdivision", addSubdivisionBody(body));
}

QFuture<Result<QString>> ContractorService::addSubdivision(const SubdivisionBody &body) const
{
    return send(prepareAddSubdivision(body));
}

WriteRequest ContractorService::prepareUpdateSubdivision(const QString &id, const SubdivisionBody &body) const
{
    return prepareFor("update-subdivision", id, updateSubdivisionBody(body));
}

QFuture<Result<QString>>
ContractorService::updateSubdivision(const QString &id, const SubdivisionBody &body) const
{
    return send(prepareUpdateSubdivision(id, body));
}

QFuture<Result<Snapshot<Person>>> ContractorService::person(const QString &id, bool foreground) const
{
    return fetchObject<Person>(
        reads(), idRequest("get-contractor-person", id, foreground),
        [id, zone = m_zone](const QByteArray &body) { return readPerson(body, id, zone); });
}

WriteRequest ContractorService::prepareCreatePerson(const PersonBody &body) const
{
    return prepare("create-contractor-person", createPersonBody(body));
}

QFuture<Result<QString>> ContractorService::createPerson(const PersonBody &body) const
{
    return send(prepareCreatePerson(body));
}

WriteRequest ContractorService::prepareUpdatePerson(const QString &id, const PersonBody &body) const
{
    return prepareFor("update-contractor-person", id, updatePersonBody(body));
}

QFuture<Result<QString>> ContractorService::updatePerson(const QString &id, const PersonBody &body) const
{
    return send(prepareUpdatePerson(id, body));
}

WriteRequest ContractorService::prepareDeletePerson(const QString &id) const
{
    return prepareFor("delete-contractor-person", id);
}

QFuture<Result<QString>> ContractorService::deletePerson(const QString &id) const
{
    return send(prepareDeletePerson(id));
}

QFuture<Result<Snapshot<Phone>>> ContractorService::phone(const QString &id, bool foreground) const
{
    return fetchObject<Phone>(
        reads(), idRequest("get-contractor-phone", id, foreground),
        [id, zone = m_zone](const QByteArray &body) { return readPhone(body, id, zone); });
}

WriteRequest ContractorService::prepareCreatePhone(const PhoneBody &body) const
{
    return prepare("create-contractor-phone", phoneBody(body));
}

QFuture<Result<QString>> ContractorService::createPhone(const PhoneBody &body) const
{
    return send(prepareCreatePhone(body));
}

WriteRequest ContractorService::prepareUpdatePhone(const QString &id, const PhoneBody &body) const
{
    return prepareFor("update-contractor-phone", id, phoneBody(body));
}

QFuture<Result<QString>> ContractorService::updatePhone(const QString &id, const PhoneBody &body) const
{
    return send(prepareUpdatePhone(id, body));
}

WriteRequest ContractorService::prepareDeletePhone(const QString &id) const
{
    return prepareFor("delete-contractor-phone", id);
}

QFuture<Result<QString>> ContractorService::deletePhone(const QString &id) const
{
    return send(prepareDeletePhone(id));
}

} // namespace naryad::api
