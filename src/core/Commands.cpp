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

constexpr std::array<std::pair<Decision, const char *>, 6> DecisionNames{{
    {Decision::Retry, "retry"},
    {Decision::SendAgain, "send again"},
    {Decision::ItIsThere, "it is there"},
    {Decision::Drop, "drop"},
    {Decision::KeepMine, "keep mine"},
    {Decision::KeepTheirs, "keep theirs"},
}};

/// In the order of Command's alternatives.
constexpr std::array ServiceNames{
    "create-task",
    "update-task",
    "create-comment",
    "close-task",
    "add-template-fields-to-task",
    "remove-template-fields-from-task",
    "create-contractor",
    "update-contractor",
    "add-subdivision",
    "update-subdivision",
    "create-contractor-person",
    "update-contractor-person",
    "delete-contractor-person",
    "create-contractor-phone",
    "update-contractor-phone",
    "delete-contractor-phone",
    "create-template-field",
    "update-template-field",
    "delete-template-field",
    "create-template",
    "update-template",
    "delete-template",
    "create-equipment-model",
    "update-equipment-model",
    "delete-equipment-model",
    "create-equipment",
    "update-equipment",
    "delete-equipment",
};
static_assert(ServiceNames.size() == std::variant_size_v<Command>);

template <class T, class Names> QString nameOf(T value, const Names &names)
{
    for (const auto &[known, name] : names) {
        if (known == value)
            return QString::fromLatin1(name);
    }
    return {};
}

struct Subject
{
    const QString &token;

    template <class Body> ObjectRef operator()(const Create<Body> &) const { return {{}, token}; }
    template <class Body> ObjectRef operator()(const Update<Body> &update) const { return update.object; }
    template <class Body> ObjectRef operator()(const Delete<Body> &remove) const { return remove.object; }
    template <class OfTask> ObjectRef operator()(const OfTask &command) const { return command.task; }
};

} // namespace

ObjectRef subjectOf(const Command &command, const QString &ownToken)
{
    return std::visit(Subject{ownToken}, command);
}

QString serviceCommandOf(const Command &command)
{
    return QString::fromLatin1(ServiceNames.at(command.index()));
}

QString toName(CommandState state)
{
    return nameOf(state, StateNames);
}

CommandState commandStateFromName(const QString &name)
{
    for (const auto &[state, known] : StateNames) {
        if (name == QLatin1String(known))
            return state;
    }
    // An unreadable state must not lead to a second sending: it is looked for, or the user decides.
    return CommandState::Unsure;
}

QString toName(Decision decision)
{
    return nameOf(decision, DecisionNames);
}

Decision decisionFromName(const QString &name)
{
    for (const auto &[decision, known] : DecisionNames) {
        if (name == QLatin1String(known))
            return decision;
    }
    return Decision::Retry;
}

bool waitsForUser(const JournalEntry &entry)
{
    return entry.state == CommandState::Refused || (entry.state == CommandState::Unsure && entry.needsUser);
}

} // namespace naryad
