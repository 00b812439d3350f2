#pragma once

#include <QHash>
#include <QVector>

#include <functional>
#include <map>

namespace naryad::sandbox {

struct Change
{
    qint64 number = 0; ///< the usn, or the id of an event
    qint64 objectId = 0;
    qint64 at = 0; ///< seconds since 1970
};

/// The company's own changes, before any client's: one per object, in the order of the objects, spread evenly
/// over a span of time.
struct Past
{
    qint64 count = 0;
    std::function<qint64(qint64)> idAt; ///< place → id
    std::function<qint64(qint64)> placeOf; ///< id → place, -1 where there is none
    qint64 firstAt = 0;
    qint64 lastAt = 0;

    qint64 at(qint64 place) const;
};

/// What get-updates tells of one type: an entry an object, moved to the end with a new number (usn) when the
/// object changes.
class Feed
{
public:
    explicit Feed(Past past);

    void touch(qint64 id, qint64 at);
    /// At most `limit` entries with a usn above `usn`, ascending.
    QVector<Change> after(qint64 usn, int limit) const;
    qint64 numberOf(qint64 id) const;

    template <class Pass> void pass(Pass &pass) { pass(m_moved, m_numbers, m_last, m_lastAt); }

private:
    Past m_past;
    std::map<qint64, Change> m_moved; ///< by usn
    QHash<qint64, qint64> m_numbers; ///< id → usn, of the moved
    qint64 m_last;
    qint64 m_lastAt;
};

/// What get-taskupdates tells: every change of a task, none left out, with ascending numbers.
class EventLog
{
public:
    explicit EventLog(Past past);

    void add(qint64 taskId, qint64 at);
    /// At most `limit` events later than the number `seen` and not older than `since`.
    QVector<Change> after(qint64 seen, qint64 since, int limit) const;

    template <class Pass> void pass(Pass &pass) { pass(m_events); }

private:
    qint64 size() const { return m_past.count + m_events.size(); }
    Change at(qint64 place) const;

    Past m_past;
    QVector<Change> m_events;
};

} // namespace naryad::sandbox
