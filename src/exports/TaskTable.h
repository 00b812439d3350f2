#pragma once

#include "Tables.h"
#include "core/TaskCard.h"

namespace naryad::exports {

/// One column of a table of tasks. `key`: the name the list keeps it under, or one of this table's own.
struct TaskColumn
{
    QString key;
    Heading heading;
    bool wantsCard = false; ///< more is read for it than the list's row
    Cell (*cell)(const TaskCard &card, const AccountZone &zone) = nullptr;
};

/// Every column there is, in the order of the list, and behind them what the list has not.
QVector<TaskColumn> taskColumns();
/// Those behind the names; `plan` is both of its times. BadInput: there is none of that name.
Result<QVector<TaskColumn>> taskColumns(const QStringList &keys);

Result<std::unique_ptr<Table>> taskTable(store::Reader &reader, const Order &order);
std::unique_ptr<Table> contractorTable(store::Reader &reader, const Order &order);
std::unique_ptr<Table> equipmentTable(store::Reader &reader, const Order &order);

} // namespace naryad::exports
