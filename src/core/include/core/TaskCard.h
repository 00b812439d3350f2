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
    Sort sort = Sort::Plan;
    bool descending = true;
    friend bool operator==(const TaskQuery &, const TaskQuery &) = default;
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
