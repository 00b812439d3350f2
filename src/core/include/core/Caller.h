#pragma once

#include "core/Commands.h"
#include "core/Contractor.h"
#include "core/Equipment.h"
#include "core/Phone.h"
#include "core/Task.h"

#include <QString>
#include <QVector>

namespace naryad {

/// Somebody who may be calling: a contractor, or a person of one.
struct Caller
{
    NamedRef contractor; ///< its id is a local one while the service does not have it
    QString path; ///< with all parents: "Холдинг / Ромашка / Подразделение 2"
    QString person; ///< whose phone or name was found; empty: the contractor's own, or nobody told whose
    QString phone; ///< the one that was found, as it is written; of a name found: the first known
    PhoneMatch match = PhoneMatch::None; ///< None: found by a name
    qint64 openTasks = 0; ///< drafts and sent ones as far as this computer knows
    bool moreTasks = false; ///< so many tasks that not all were looked at
    friend bool operator==(const Caller &, const Caller &) = default;
};

/// What is told of a caller at once, as far as this computer knows it.
struct CallerCard
{
    Contractor contractor;
    QString path;
    Known<Address> lastAddress; ///< of the latest task that tells one; else the contractor's own
    QVector<TaskRow> open; ///< drafts and sent ones, the latest plan first; at most 20
    bool moreOpen = false; ///< there may be more of them
    QVector<TaskRow> last; ///< the latest of the others, at most 5
    QVector<Equipment> equipment; ///< at most 50
    QVector<JournalEntry> comments; ///< said from here about those tasks, the newest first; at most 5
    friend bool operator==(const CallerCard &, const CallerCard &) = default;
};

} // namespace naryad
