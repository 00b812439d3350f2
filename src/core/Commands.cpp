#include "core/Commands.h"

#include <array>
#include <utility>

namespace naryad {

namespace {

constexpr std::array<std::pair<CommandState, const char *>, 7> StateNames{{
    {CommandState::Held, "held"},
    {CommandState::Waiting, "waiting"},
    {CommandState::Sending, "sending"},
    {CommandState::Unsure, "unsure"},
    {CommandState::Refused, "refused"},
    {CommandState::Sent, "sent"},
    {CommandState::Dropped, "dropped"},
}};

} // namespace

ObjectRef subjectOf(const Command &command, const QString &ownToken)
{
    if (const auto *update = std::get_if<UpdateTask>(&command))
        return update->task;
    if (const auto *comment = std::get_if<AddComment>(&command))
        return comment->task;
    if (const auto *close = std::get_if<CloseTask>(&command))
        return close->task;
    return {{}, ownToken};
}

QString serviceCommandOf(const Command &command)
{
    if (std::holds_alternative<CreateTask>(command))
        return QStringLiteral("create-task");
    if (std::holds_alternative<UpdateTask>(command))
        return QStringLiteral("update-task");
    if (std::holds_alternative<AddComment>(command))
        return QStringLiteral("create-comment");
    return QStringLiteral("close-task");
}

QString toName(CommandState state)
{
    for (const auto &[known, name] : StateNames) {
        if (known == state)
            return QString::fromLatin1(name);
    }
    return {};
}

CommandState commandStateFromName(const QString &name)
{
    for (const auto &[state, known] : StateNames) {
        if (name == QLatin1String(known))
            return state;
    }
    // An unreadable state must not lead to a second sending: the user decides.
    return CommandState::Unsure;
}

} // namespace naryad
