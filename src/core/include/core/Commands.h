#pragma once

#include "core/Error.h"
#include "core/FieldValue.h"
#include "core/Ids.h"
#include "core/Known.h"
#include "core/Task.h"

#include <QDateTime>
#include <QString>
#include <QVector>

#include <optional>
#include <variant>

namespace naryad {

/// A value typed into one of the template's details fields.
struct FieldEntry
{
    QString fieldId;
    QString name; ///< for showing only
    int typeId = 0;
    FieldValue value;
    friend bool operator==(const FieldEntry &, const FieldEntry &) = default;
};

/// The whole body of create-task and update-task. What is not known is left out of the request,
/// never sent as empty.
struct TaskBody
{
    QString number; ///< empty: the service numbers it
    NamedRef taskTemplate; ///< required
    Known<NamedRef> contractor;
    Known<NamedRef> worker; ///< required to send
    bool draft = true;
    Known<Address> address;
    Known<bool> resultCheck;
    QDateTime plannedStart; ///< UTC; invalid: none
    QDateTime plannedEnd;
    QVector<FieldEntry> details;
    friend bool operator==(const TaskBody &, const TaskBody &) = default;
};

/// One element of add-template-fields-to-task: a field this task gets beside its template's.
struct TaskFieldAddition
{
    enum class To {
        Details, ///< "props"
        Report, ///< "checklist"
    };

    To to = To::Details;
    FieldEntry field; ///< an empty value is not sent
    QString sectionFieldId{}; ///< field id of the section it goes into; empty: none
    std::optional<int> position{}; ///< among the fields the task has
    friend bool operator==(const TaskFieldAddition &, const TaskFieldAddition &) = default;
};

struct CreateTask
{
    TaskBody body;
    friend bool operator==(const CreateTask &, const CreateTask &) = default;
};

/// Changes a draft; with body.draft false it sends it.
struct UpdateTask
{
    ObjectRef task;
    TaskBody body;
    friend bool operator==(const UpdateTask &, const UpdateTask &) = default;
};

struct AddComment
{
    ObjectRef task;
    QString text;
    QString taskNumber; ///< for showing only
    QString taskName{}; ///< for showing only: its template and contractor
    friend bool operator==(const AddComment &, const AddComment &) = default;
};

struct CloseTask
{
    ObjectRef task;
    NamedRef result; ///< the id is a number of the account's own; the name is what this computer calls it
    QString note;
    QString taskNumber; ///< for showing only
    QString taskName{}; ///< for showing only: its template and contractor
    friend bool operator==(const CloseTask &, const CloseTask &) = default;
};

/// One intention of the user, as one value (architecture rule 2).
using Command = std::variant<CreateTask, UpdateTask, AddComment, CloseTask>;

/// The task a command is about; for CreateTask a local reference with `ownToken`.
ObjectRef subjectOf(const Command &command, const QString &ownToken);

/// The service's command it becomes, e.g. "create-task".
QString serviceCommandOf(const Command &command);

/// Where a command stands between the user and the service (reliability, section 8).
enum class CommandState {
    Held,
    Waiting,
    Sending,
    Unsure, ///< ambiguous: it may or may not have been applied; waits for the user
    Refused,
    Sent,
    Dropped,
};

inline bool isFinal(CommandState state)
{
    return state == CommandState::Sent || state == CommandState::Dropped;
}

QString toName(CommandState state);
CommandState commandStateFromName(const QString &name);

/// One command with its fate so far: a row of the journal and of the Outbox.
struct JournalEntry
{
    CommandId id = 0;
    QString token; ///< UUID; names what a create makes until the service's id is known
    Command command;
    CommandState state = CommandState::Waiting;
    int attempts = 0;
    QDateTime createdAt; ///< UTC
    QDateTime lastAttemptAt; ///< UTC, invalid before the first
    QDateTime settledAt; ///< UTC, invalid while not final
    QDateTime notBefore; ///< UTC; not tried again before; invalid = at once
    QByteArray body; ///< the frozen request body, empty before the first attempt
    QByteArray preImage; ///< what was known before the attempt (opaque to the journal)
    QString resultId; ///< the service's id of what it made or changed
    std::optional<Error> error; ///< of the last attempt
    friend bool operator==(const JournalEntry &, const JournalEntry &) = default;
};

/// What the user decides about a refused or unsure command.
enum class Decision {
    Retry, ///< refused or waiting: try again now
    SendAgain, ///< unsure: the user takes the risk of a second one
    ItIsThere, ///< unsure: it was applied; for a create with the id of what it made
    Drop, ///< never send it
};

} // namespace naryad
