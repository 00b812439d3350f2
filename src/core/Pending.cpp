#include "core/Pending.h"

namespace naryad {

PendingState pendingOf(CommandState state)
{
    switch (state) {
    case CommandState::Held:
        return PendingState::Held;
    case CommandState::Waiting:
        return PendingState::Waiting;
    case CommandState::Sending:
        return PendingState::Sending;
    case CommandState::Unsure:
        return PendingState::Unsure;
    case CommandState::Refused:
        return PendingState::Refused;
    case CommandState::Sent:
    case CommandState::Dropped:
        break;
    }
    return PendingState::None;
}

int urgency(PendingState state)
{
    switch (state) {
    case PendingState::None:
        return 0;
    case PendingState::Waiting:
        return 1;
    case PendingState::Held:
        return 2;
    case PendingState::Sending:
        return 3;
    case PendingState::Refused:
        return 4;
    case PendingState::Unsure:
        return 5;
    }
    return 0;
}

} // namespace naryad
