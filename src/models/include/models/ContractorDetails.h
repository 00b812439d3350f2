#pragma once

#include "core/ContractorTree.h"
#include "core/Result.h"

#include <QFuture>
#include <QStringList>

namespace naryad::store {
class Reader;
}

namespace naryad::models {

/// Reads for the cards and editors of clients, so that screens need not see the store. Thread: any.
class ContractorDetails
{
public:
    static constexpr int Tasks = 50; ///< of a client that a card shows

    explicit ContractorDetails(store::Reader &reader);

    /// All that is known of a client, by the service's id or a local one; NotFound where it is not listed.
    QFuture<Result<ContractorCard>> card(const QString &id, int tasks = Tasks) const;
    /// The client with exactly this external id; NotFound where none of those read has it.
    QFuture<Result<Contractor>> byExternalId(const QString &externalId) const;
    /// What is said about a client and not sent, a line each, the oldest first.
    static QStringList pendingLines(const ContractorCard &card);

private:
    store::Reader &m_reader;
};

} // namespace naryad::models
