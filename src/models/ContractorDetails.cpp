#include "models/ContractorDetails.h"

#include "models/Words.h"
#include "store/Reader.h"

namespace naryad::models {

ContractorDetails::ContractorDetails(store::Reader &reader)
    : m_reader(reader)
{}

QFuture<Result<ContractorCard>> ContractorDetails::card(const QString &id, int tasks) const
{
    return m_reader.contractorCard(id, tasks);
}

QFuture<Result<Contractor>> ContractorDetails::byExternalId(const QString &externalId) const
{
    return m_reader.contractorByExternalId(externalId);
}

QStringList ContractorDetails::pendingLines(const ContractorCard &card)
{
    QStringList lines;
    for (const JournalEntry &entry : card.said) {
        if (!isFinal(entry.state))
            lines.append(commandText(entry.command) + QStringLiteral(" · ") + words(entry.state));
    }
    return lines;
}

} // namespace naryad::models
