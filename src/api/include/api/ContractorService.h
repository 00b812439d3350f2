#pragma once

#include "api/ReadChannel.h"
#include "api/Snapshot.h"
#include "core/Contractor.h"

#include <QFuture>

namespace naryad::api {

/// The reading contractor commands of the document's section "Клиент/объект".
class ContractorService
{
public:
    explicit ContractorService(ReadChannel &reads);

    /// get-contractor-list: GET v5 `?page`, `[{id,name,parentName,parentId}]`.
    QFuture<Result<Page<ContractorListItem>>> contractorPage(int page) const;
    /// get-contractor: GET v5 `?id`.
    QFuture<Result<Snapshot<Contractor>>> contractor(const QString &id, bool foreground = false) const;

private:
    ReadChannel &m_reads;
};

} // namespace naryad::api
