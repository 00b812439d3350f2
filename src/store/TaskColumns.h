#pragma once

#include "core/Task.h"

#include <QByteArray>
#include <QString>

namespace naryad::store {

/// What the lists sort and filter by, made from a task once when it is written.
struct TaskColumns
{
    qint64 plan = 0; ///< epoch seconds of the planned start; 0: no time; -1: not known
    QString number;
    QString templateName;
    QString contractor;
    QString worker;
    QString search;
    QByteArray card; ///< the task in our own form
};

TaskColumns columnsOf(const Task &task, bool loaded);

/// A text as it is sorted: folded, runs of digits padded so that 9 stands before 10.
QString sortKey(const QString &text);

Task taskOfCard(const QByteArray &card);
QByteArray compact(const QJsonObject &json);
QJsonObject objectOf(const QByteArray &text);

/// The list's columns as both tables have them, in this order.
inline constexpr const char *ColumnNames
    = "plan, number_sort, template_sort, contractor_sort, worker_sort, state, search, card";

} // namespace naryad::store
