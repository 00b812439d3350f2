#pragma once

#include "core/Commands.h"
#include "core/Task.h"

#include <QByteArray>
#include <QVector>

namespace naryad {

/// All that is known of one task, for the details panel: the mirror's word with the journal's laid over it.
struct TaskCard
{
    TaskRow row;
    Task task;
    QByteArray rawAnswer; ///< the service's last get-task answer as it came; empty: never asked or local only
    QVector<JournalEntry> said; ///< every command of this computer about it, oldest first
    friend bool operator==(const TaskCard &, const TaskCard &) = default;
};

/// What a list shows of all tasks. What is not set does not narrow it; all that is set must hold.
struct TaskFilter
{
    QDateTime plannedFrom; ///< UTC: planned to begin then or later; invalid: no bound
    QDateTime plannedBefore; ///< UTC: planned to begin before
    bool withoutTime = false; ///< known to have no planned start
    bool workerNotKnown = false;
    QVector<TaskState> states; ///< one of these; empty: any
    QDateTime changedSince; ///< UTC: the change feed named it then or later
    bool pendingOnly = false; ///< something of this computer's about it is on its way
    QString contractorId; ///< empty: any
    QString workerId;
    QDateTime planPassedAt; ///< UTC: the planned end is known and before then, and no closing is known

    bool isEmpty() const { return *this == TaskFilter(); }
    friend bool operator==(const TaskFilter &, const TaskFilter &) = default;
};

/// What the task list shows and in which order.
struct TaskQuery
{
    enum class Sort {
        Plan,
        Number,
        TemplateName,
        ContractorName,
        WorkerName,
        State,
    };

    QString text; ///< as typed; every word must be found
    TaskFilter filter;
    Sort sort = Sort::Plan;
    bool descending = true;
    friend bool operator==(const TaskQuery &, const TaskQuery &) = default;
};

/// One thing found by a typed text, for lists that find everything.
struct Hit
{
    enum class Kind {
        Task,
        Contractor,
        Employee,
        Template,
        Field,
        Equipment,
    };
    Kind kind = Kind::Task;
    RowId row = 0; ///< of a task
    QString id; ///< the service's; empty for a task that exists only here
    QString title; ///< a task's number, a name, a serial number; plain text
    QString line; ///< what tells it from its likes: plan and contractor, path, phone found; plain text
    friend bool operator==(const Hit &, const Hit &) = default;
};

/// What changed in the mirror, told at most five times a second.
struct MirrorChange
{
    QVector<RowId> tasks; ///< rows whose content changed
    QVector<QPair<RowId, RowId>> moved; ///< a local row got its mirrored number: {old, new}
    bool taskListChanged = false; ///< rows came or went, or a sort key changed: ask the query again
    bool listsChanged = false; ///< employees, templates, contractors
    bool journalChanged = false; ///< the Outbox

    bool isEmpty() const
    {
        return tasks.isEmpty() && moved.isEmpty() && !taskListChanged && !listsChanged && !journalChanged;
    }
};

} // namespace naryad
