#include "api/ContractorService.h"

#include "ContractorCodec.h"
#include "Fetch.h"
#include "ListCodec.h"

namespace naryad::api {

ContractorService::ContractorService(ReadChannel &reads)
    : m_reads(reads)
{}

QFuture<Result<Page<ContractorListItem>>> ContractorService::contractorPage(int page) const
{
    return fetch<Page<ContractorListItem>>(
        m_reads, pageRequest(QStringLiteral("get-contractor-list"), page),
        [](const QByteArray &body) { return readPage<ContractorListItem>(body, readContractorListItem); });
}

QFuture<Result<Snapshot<Contractor>>> ContractorService::contractor(const QString &id, bool foreground) const
{
    return fetch<Snapshot<Contractor>>(
        m_reads, idRequest(QStringLiteral("get-contractor"), id, foreground),
        [id](const QByteArray &body) -> Result<Snapshot<Contractor>> {
            return readContractor(body, id).map([&body](const Contractor &value) {
                return Snapshot<Contractor>{value, body};
            });
        });
}

} // namespace naryad::api
