#pragma once

#include "api/CallTimes.h"
#include "api/ReadChannel.h"
#include "core/AccountZone.h"
#include "core/Clock.h"

#include <QDateTime>
#include <QFuture>
#include <QVector>

#include <chrono>
#include <optional>

namespace naryad::api {

/// One line of get-updates: this object changed at this sequence number.
struct Update
{
    qint64 usn = 0;
    QString objectId; ///< `taskId` or `objectId`: the document shows both
    QDateTime time; ///< UTC, invalid where none was told
    friend bool operator==(const Update &, const Update &) = default;
};

/// One line of get-taskupdates: this task changed.
struct TaskEvent
{
    qint64 id = 0; ///< ascends; the greatest seen is what the next call passes
    QString taskId; ///< the text calls it external, the sample internal: taken as internal
    friend bool operator==(const TaskEvent &, const TaskEvent &) = default;
};

/// The time that must lie between two get-taskupdates.
inline constexpr std::chrono::seconds TaskUpdatesEvery{300};

/// The two change feeds (document: get-updates at its end, get-taskupdates in "Задача"). Thread: the
/// channel's.
class UpdateService
{
public:
    UpdateService(ReadChannel &reads, AccountZone zone, const Clock &clock, CallTimes &times);

    /// get-updates: GET v5 `?type=&usn=`: at most 3,000 updates after `usn` (0: from the first), ascending.
    /// Fewer means there are no more now. Only type "task" is documented: a type this account's service
    /// refuses is Refused with the cause NotOffered, to be remembered, and its list walked instead.
    QFuture<Result<QVector<Update>>> updates(const QString &type, qint64 usn) const;

    /// get-taskupdates: GET without a version, `?id` = the last event seen (none: from a week back), at most
    /// a hundred events, ascending. At most once in five minutes over all runs of the program: asked too
    /// early it is RateLimited with `retryAfter`, and nothing goes out. The service's own "too early" reads
    /// the same: Qt may repeat a GET by itself when the connection breaks, and that second one is always too
    /// early.
    QFuture<Result<QVector<TaskEvent>>> taskUpdates(std::optional<qint64> lastEventId) const;

private:
    ReadChannel &m_reads;
    AccountZone m_zone;
    const Clock &m_clock;
    CallTimes &m_times;
};

} // namespace naryad::api
