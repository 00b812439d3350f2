#pragma once

#include "core/Error.h"

#include <QDateTime>

#include <optional>

namespace naryad {

/// What the engine is doing, as one value; the status bar and `naryad sync` put it in words.
struct SyncState
{
    enum class Phase {
        Starting,
        Online, ///< nothing to fetch, last answer was good
        Syncing,
        Offline,
        KeyRefused, ///< everything is paused until a key is entered
        Trouble, ///< the service answers, but not as it should; see lastError
        Stopped,
    };
    enum class Step {
        None,
        Feed, ///< walking get-updates
        Details, ///< get-task of what the feed named
        Lists, ///< employees, templates, contractors, equipment
    };

    Phase phase = Phase::Starting;
    Step step = Step::None;
    int done = 0; ///< of the current step
    int total = 0; ///< 0 = not known yet
    int tasksKnown = 0; ///< tasks in the mirror
    int detailsMissing = 0; ///< of them without details yet
    QDateTime lastSuccess; ///< UTC; the last time the mirror was brought up to date; invalid = never
    int waiting = 0; ///< commands not sent yet (held, waiting, sending)
    int unsure = 0;
    int unsureForUser = 0; ///< of the unsure: those that nothing more can be told of by looking
    int refused = 0;
    int conflicts = 0; ///< of the refused: those that somebody else's change of the same stands against
    bool paused = false; ///< details and lists wait until the user lets them go on
    int minutesLeft = -1; ///< for the details still missing, at the pace of the last minute; -1 = not known
    int tasksListed = 0; ///< tasks of the pages the background walk of the task list has seen; 0 = no walk
    int requests = 0; ///< requests made by this run, but for the two kinds below
    int listRequests = 0; ///< for lists walked in the background and the cards they were read for
    int witnessRequests = 0; ///< get-taskupdates
    int details = 0; ///< details fetched by this run
    int sent = 0; ///< commands sent by this run
    std::optional<Error> lastError;

    friend bool operator==(const SyncState &, const SyncState &) = default;
};

} // namespace naryad
