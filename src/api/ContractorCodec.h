#pragma once

#include "core/Contractor.h"
#include "core/Result.h"

#include <QByteArray>
#include <QJsonObject>

namespace naryad::api {

/// Reads a get-contractor answer; `askedId` stands in where it leaves its own id out. Phones of contact
/// persons, where the answer has persons, are listed with their person's id.
Result<Contractor> readContractor(const QByteArray &body, const QString &askedId);

/// A row of get-contractor-list.
ContractorListItem readContractorListItem(const QJsonObject &row);

} // namespace naryad::api
