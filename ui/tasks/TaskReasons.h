#pragma once

#include "core/Task.h"

#include <QCoreApplication>
#include <QStringList>

namespace naryad::ui {

/// Why something can't be done to a task now, in words; empty: it can be.
struct TaskReasons
{
    Q_DECLARE_TR_FUNCTIONS(naryad::ui::TaskReasons)
public:
    QString edit;
    QString close;
    QString comment;
    QString fields; ///< adding and removing them
    QString removeFields; ///< beyond what `fields` says
    QString remove; ///< never empty: no command deletes a task

    /// By what is known of the task's state; a row of 0: none is chosen.
    static TaskReasons of(const TaskRow &task);
    /// Of several at once: what can't be done to one of them is told in its row.
    static TaskReasons ofMany();

    /// What can still be done to it, and why the rest can't, a sentence each.
    QStringList lines() const;
};

} // namespace naryad::ui
