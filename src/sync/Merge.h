#pragma once

#include "core/CommandEntry.h"
#include "core/Commands.h"

#include <QJsonObject>

namespace naryad::sync {

/// What comes of two people changing one object.
struct Merged
{
    QJsonObject body; ///< what to send: ours where we changed something, theirs elsewhere
    QVector<FieldConflict> conflicts; ///< changed by both, to different values
    QVector<FieldConflict> others; ///< changed by others alone, and kept as they left it; without `mine`
};

/// All three in our own form; `base` is what the editor began with. What `theirs` does not tell is taken to
/// be as it was.
Merged merge(const QJsonObject &base, const QJsonObject &mine, const QJsonObject &theirs);

/// Of the parts in which `sent` differs from `before`: whether `now` has them all as sent. Nothing where
/// there is none that both tell.
std::optional<bool> isApplied(const QJsonObject &before, const QJsonObject &sent, const QJsonObject &now);

/// The parts of `sent` that `now` tells otherwise.
QStringList differingParts(const QJsonObject &sent, const QJsonObject &now);

/// Body and base of a command in our own form; the base is empty where it has none.
QJsonObject bodyOf(const Command &command);
QJsonObject baseOf(const Command &command);
/// The command with another body and base.
Command withBody(const Command &command, const QJsonObject &body, const QJsonObject &base);

/// The command as the user's choice makes it: KeepMine takes their values for the new base, so that ours go
/// over them; KeepTheirs takes them for ours. Nothing where no change of ours is left.
std::optional<Command>
decided(const Command &command, const QVector<FieldConflict> &conflicts, Decision decision);

} // namespace naryad::sync
