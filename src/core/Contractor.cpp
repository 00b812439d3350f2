#include "core/Contractor.h"

namespace naryad {

ContractorBody contractorBodyOf(const Contractor &contractor)
{
    ContractorBody body;
    body.externalId = contractor.externalId;
    body.name = contractor.name;
    body.address = contractor.address;
    body.notUnderstood = contractor.notUnderstood;
    return body;
}

SubdivisionBody subdivisionBodyOf(const Contractor &subdivision)
{
    SubdivisionBody body;
    body.contractorId = subdivision.parent.id;
    body.externalId = subdivision.externalId.value;
    body.name = subdivision.name;
    body.address = subdivision.address;
    body.notUnderstood = subdivision.notUnderstood;
    return body;
}

} // namespace naryad
