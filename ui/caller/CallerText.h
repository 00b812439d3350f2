#pragma once

#include "core/AccountZone.h"
#include "core/Caller.h"

#include <QCoreApplication>
#include <QString>

namespace naryad::ui {

/// What is known of a caller, in lines of plain text, as the caller desk shows it; the open tasks are a list
/// of their own there. Thread: any.
class CallerText
{
    Q_DECLARE_TR_FUNCTIONS(naryad::ui::CallerText)
public:
    /// `caller`: what of the contractor was found.
    static QString text(const CallerCard &card, const Caller &caller, const AccountZone &zone);
    /// A task in one line: its number, plan, template, state.
    static QString taskLine(const TaskRow &task, const AccountZone &zone);

private:
    static QStringList phones(const Contractor &contractor);
    static QStringList equipment(const CallerCard &card);
    static QStringList comments(const CallerCard &card, const AccountZone &zone);
};

} // namespace naryad::ui
