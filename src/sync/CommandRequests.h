#pragma once

#include "Services.h"
#include "core/Commands.h"

namespace naryad::sync {

/// The service's request for a command whose references have been resolved. `id`: of its object, unused by a
/// create. `token`: the command's own; a new contractor or subdivision without an external id gets it for
/// one, its contacts others made from it, so that a second try says the same.
api::WriteRequest
requestOf(const Services &services, const Command &command, const QString &id, const QString &token);

/// The external id a create-contractor or add-subdivision goes with; empty for other commands.
QString externalIdOf(const Command &command, const QString &token);
/// The user gave it, so that another object may have it.
bool hasOwnExternalId(const Command &command);
/// What it makes is found on the service by the command's token alone.
bool bearsToken(const Command &command);

/// Any of the services sends what any other has prepared.
QFuture<Result<QString>> send(const Services &services, const api::WriteRequest &request);

/// A write as the journal freezes it, and back.
QByteArray freeze(const api::WriteRequest &request);
std::optional<api::WriteRequest> thaw(const QByteArray &frozen);

} // namespace naryad::sync
