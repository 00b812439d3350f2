#pragma once

#include "core/Commands.h"
#include "core/Task.h"

#include <QIcon>

namespace naryad::models {

/// The sign that stands beside the words for a pending state. Told apart by its shape, in the colour of the
/// text beside it.
enum class Sign {
    None,
    Held,
    Waiting,
    Sending,
    Unsure,
    Refused,
    Conflict,
    Done,
    Dropped,
};

/// At this moment: what is held past its time waits for another.
Sign signOf(const JournalEntry &entry, const QDateTime &now);
Sign signOf(PendingState state);
/// Empty for None. Drawn anew in every size and palette.
QIcon signIcon(Sign sign);

} // namespace naryad::models
