#pragma once

#include "Db.h"
#include "core/Ids.h"
#include "core/Known.h"
#include "core/Task.h"

#include <QByteArray>
#include <QString>

namespace naryad::store {

/// What a name in a task's row names; the numbers are kept in the file.
enum class NameKind {
    Template = 1,
    Contractor = 2,
    Worker = 3,
};

/// What the lists show, sort and filter by, made from a task once when it is written.
struct TaskColumns
{
    qint64 plan = 0; ///< epoch seconds of the planned start; 0: no time; -1: not told; -2: never asked
    qint64 planEnd = 0;
    QString number;
    Known<NamedRef> taskTemplate;
    Known<NamedRef> contractor;
    Known<NamedRef> worker;
    QString text; ///< see searchText()
};

/// `loaded` false: nothing but the task's id was ever told.
TaskColumns columnsOf(const Task &task, bool loaded);

/// A plan or its end as a column, and back.
qint64 columnOf(const Known<QDateTime> &time, bool loaded);
Known<QDateTime> timeOf(qint64 column);

/// A text as it is sorted: folded, each run of digits after its length, so that 9 stands before 10.
QString sortKey(const QString &text);

/// A task in our own form, as text.
Task taskOfCard(const QByteArray &card);
QByteArray cardOf(const Task &task);

/// What is read of a task one at a time: its card, and the service's answer as it came. As one text, since
/// the two say the same and are packed together.
struct TaskTold
{
    QByteArray card;
    QByteArray raw;
};
QByteArray bodyOf(const TaskTold &told);
TaskTold toldOf(const QByteArray &body);

QByteArray compact(const QJsonObject &json);
QJsonObject objectOf(const QByteArray &text);

} // namespace naryad::store
