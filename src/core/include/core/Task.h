#pragma once

#include "core/FieldValue.h"
#include "core/Ids.h"
#include "core/Known.h"

#include <QDateTime>
#include <QString>
#include <QVector>

#include <optional>

namespace naryad {

/// A part of an address, as one bit.
enum class AddressPart {
    Text = 1,
    Entrance = 2,
    Floor = 4,
    Room = 8,
    Notes = 16,
    Latitude = 32,
    Longitude = 64,
};
Q_DECLARE_FLAGS(AddressParts, AddressPart)
Q_DECLARE_OPERATORS_FOR_FLAGS(AddressParts)

/// An address with the parts the service keeps apart. All plain text; empty = not given, unless that part is
/// among those nobody told.
struct Address
{
    QString text;
    QString entrance;
    QString floor;
    QString room;
    QString notes;
    QString latitude; ///< decimal degrees as text; empty lets the service geocode
    QString longitude;
    AddressParts notKnown{}; ///< these are left out of a request; in what is said, as it was before

    bool isKnown(AddressPart part) const { return !notKnown.testFlag(part); }
    bool isEmpty() const;
    /// This one, with the parts not known of it taken from `below`.
    Address over(const Address &below) const;
    /// "Ленинский пр. 6, entrance 1, floor 2, room 3" in the interface language; notes are left out.
    QString oneLine() const;
    friend bool operator==(const Address &, const Address &) = default;
};

/// One custom field of a task: a row of its details ("props") or its report ("checklist").
struct FieldRow
{
    QString rowId; ///< the service's id of this row; empty where none was told
    QString fieldId;
    QString name;
    int typeId = 0; ///< the service's number; see fieldTypeFromId()
    QString parent; ///< row or field id of the section it stands in; empty = top level
    FieldValue value;
    std::optional<bool> visibleToMobile;
    std::optional<bool> required;

    FieldType type() const { return fieldTypeFromId(typeId); }
    friend bool operator==(const FieldRow &, const FieldRow &) = default;
};

/// A task (work order) as far as it is known. Source of each part: get-task, or what was said from here.
struct Task
{
    QString id;
    QString number; ///< "number" when written, "name" when read
    Known<QDateTime> createdAt; ///< UTC
    Known<QDateTime> plannedStart; ///< UTC; known and invalid = known to have no time
    Known<QDateTime> plannedEnd;
    Known<bool> draft;
    NamedRef taskTemplate;
    Known<NamedRef> contractor;
    Known<NamedRef> worker;
    Known<Address> address;
    Known<bool> resultCheck;
    Known<NamedRef> status; ///< only where the service shows one (undocumented)
    Known<bool> finished; ///< true where the status shown is the finished one, or closed from here
    QVector<FieldRow> details; ///< "props"
    QVector<FieldRow> report; ///< "checklist"

    friend bool operator==(const Task &, const Task &) = default;
};

/// What is known of a task's place in its life (`naryad sync` and the State column use these words).
enum class TaskState {
    NotKnown,
    Draft,
    Sent,
    Closed,
    Gone, ///< the service says there is no such task any more
    ToBeSent, ///< sent from here, and the service has not answered yet
};

/// The place in its life a task's known parts tell.
TaskState stateOf(const Task &task);

/// What of it is still on its way from this computer.
enum class PendingState {
    None,
    Held,
    Waiting,
    Sending,
    Unsure,
    Refused,
};

/// One row of the task list: what its columns need and nothing more.
struct TaskRow
{
    RowId row = 0;
    QString id; ///< the service's id; empty while it exists only here
    QString token; ///< the creating command's token while it exists only here
    bool detailsLoaded = false; ///< false: only the id is known so far
    QString number;
    Known<QDateTime> plannedStart;
    Known<QDateTime> plannedEnd;
    NamedRef taskTemplate;
    QString templateColour; ///< "#rrggbb" or empty
    Known<NamedRef> contractor;
    Known<NamedRef> worker;
    TaskState state = TaskState::NotKnown;
    PendingState pending = PendingState::None;

    ObjectRef ref() const { return {id, id.isEmpty() ? token : QString()}; }
    friend bool operator==(const TaskRow &, const TaskRow &) = default;
};

} // namespace naryad
