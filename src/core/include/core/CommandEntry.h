#pragma once

#include "core/Error.h"
#include "core/Ids.h"
#include "core/Task.h"

#include <QDateTime>
#include <QJsonValue>
#include <QString>
#include <QVector>

/// What a row of the journal holds beside the command itself.
namespace naryad {

/// Where a command stands between the user and the service (reliability, section 8).
enum class CommandState {
    Held, ///< can be taken back; goes at its time
    Waiting,
    Sending,
    Unsure, ///< ambiguous: it may or may not have been applied; looked for, or waiting for the user
    Refused, ///< surely not applied; waits for the user
    Sent,
    Dropped,
};

inline bool isFinal(CommandState state)
{
    return state == CommandState::Sent || state == CommandState::Dropped;
}

QString toName(CommandState state);
CommandState commandStateFromName(const QString &name);

/// Something of the service's that a command without an answer may have become, or that tells of its fate.
struct FoundObject
{
    QString id; ///< the service's; empty where it is no object (an entry of a task's fields)
    QString title; ///< a number, a name, a serial number
    Known<NamedRef> owner{}; ///< its contractor or parent
    Known<QDateTime> start{}; ///< of a task
    Known<QDateTime> end{};
    NamedRef taskTemplate{}; ///< of a task
    Known<NamedRef> worker{};
    Known<QDateTime> createdAt{}; ///< UTC; the service tells it of tasks alone
    friend bool operator==(const FoundObject &, const FoundObject &) = default;
};

/// A field that was changed by somebody else, and perhaps here to a different value.
struct FieldConflict
{
    QString part; ///< its place in our own form of the body: "address.floor", "details.2302"
    QString name; ///< of a custom field; for showing only
    QJsonValue base; ///< what the editor began with; each as our own form has it, undefined: nothing
    QJsonValue mine;
    QJsonValue theirs;
    friend bool operator==(const FieldConflict &, const FieldConflict &) = default;
};

/// What the user decides about a command that needs him.
enum class Decision {
    Retry, ///< refused or waiting: try again now
    SendAgain, ///< unsure: the user takes the risk of a second one
    ItIsThere, ///< unsure: it was applied; for a create with the id of what it made
    Drop, ///< never send it
    KeepMine, ///< a conflict: what was typed here goes over what others said
    KeepTheirs, ///< a conflict: what others said stays; the rest of the change goes
};

QString toName(Decision decision);
Decision decisionFromName(const QString &name); ///< Retry where the name is not known

/// A decision as it is kept: the consent to a risk must be found again.
struct Consent
{
    QDateTime at; ///< UTC
    Decision decision = Decision::Retry;
    QString objectId{}; ///< with ItIsThere; with Drop: the CommandId of what mends it, in decimal
    QVector<FieldConflict> parts{}; ///< what stood against each other when it was decided
    friend bool operator==(const Consent &, const Consent &) = default;
};

} // namespace naryad
