#pragma once

#include "core/TaskCard.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QString>

namespace naryad::ui {

/// What a new task is begun with: a caller, a task to be followed up or to be done once more. What is begun
/// so and typed on is kept under its own name, and the same beginning opens it again.
struct TaskStart
{
    Q_DECLARE_TR_FUNCTIONS(naryad::ui::TaskStart)
public:
    TaskBody body; ///< as the form stands at first
    bool asLastTime = false; ///< what of template and address is empty: as in the contractor's last task
    QString callerName{}; ///< of a contractor nobody knows, to be made with the task
    QString callerPhone{};
    QString text{}; ///< goes into the template's first text field
    QString key{}; ///< names it; empty: the plain new task

    static TaskStart plain();
    /// For a contractor who is known: address and template as he had them last.
    static TaskStart forContractor(const NamedRef &contractor);
    /// For one who is not: made here, and sent in front of the task.
    static TaskStart forCaller(const QString &name, const QString &phone);
    /// Another task as a new draft: all but its number, a plan that is past at `now`, and what only the
    /// worker's telephone can have put in.
    static TaskStart copyOf(const TaskCard &task, const QDateTime &now);
    /// What a closed task leaves to do: at the same place, with a reference to it. `number`: it is known by;
    /// may be empty.
    static TaskStart followUpOf(const ObjectRef &closed, const TaskBody &place, const QString &number);
};

} // namespace naryad::ui
