#include "Feed.h"

#include <algorithm>

namespace naryad::sandbox {

namespace {

// Numbers as in the document's samples, with gaps: a client may not count on the next one.
constexpr qint64 FirstUsn = 363;
constexpr qint64 UsnStep = 3;
constexpr qint64 FirstEvent = 866889;

} // namespace

qint64 Past::at(qint64 place) const
{
    return count == 0 ? lastAt : firstAt + (lastAt - firstAt) * (place + 1) / count;
}

Feed::Feed(Past past)
    : m_past(std::move(past))
    , m_last(FirstUsn + UsnStep * m_past.count)
    , m_lastAt(m_past.lastAt)
{}

void Feed::touch(qint64 id, qint64 at)
{
    if (const auto moved = m_numbers.constFind(id); moved != m_numbers.constEnd())
        m_moved.erase(*moved);
    // The document orders by time too, whatever a clock does.
    m_lastAt = std::max(m_lastAt, at);
    ++m_last;
    m_moved[m_last] = {m_last, id, m_lastAt};
    m_numbers[id] = m_last;
}

QVector<Change> Feed::after(qint64 usn, int limit) const
{
    QVector<Change> changes;
    qint64 place = usn < FirstUsn ? 0 : std::min((usn - FirstUsn) / UsnStep + 1, m_past.count);
    for (; place < m_past.count && changes.size() < limit; ++place) {
        const qint64 id = m_past.idAt(place);
        if (!m_numbers.contains(id))
            changes.append({FirstUsn + UsnStep * place, id, m_past.at(place)});
    }
    for (auto item = m_moved.upper_bound(usn); item != m_moved.end() && changes.size() < limit; ++item)
        changes.append(item->second);
    return changes;
}

qint64 Feed::numberOf(qint64 id) const
{
    if (const auto moved = m_numbers.constFind(id); moved != m_numbers.constEnd())
        return *moved;
    const qint64 place = m_past.placeOf(id);
    return place < 0 ? 0 : FirstUsn + UsnStep * place;
}

EventLog::EventLog(Past past)
    : m_past(std::move(past))
{}

void EventLog::add(qint64 taskId, qint64 at)
{
    const qint64 before = size() == 0 ? 0 : this->at(size() - 1).at;
    m_events.append({FirstEvent + size(), taskId, std::max(before, at)});
}

Change EventLog::at(qint64 place) const
{
    if (place < m_past.count)
        return {FirstEvent + place, m_past.idAt(place), m_past.at(place)};
    return m_events.at(static_cast<qsizetype>(place - m_past.count));
}

QVector<Change> EventLog::after(qint64 seen, qint64 since, int limit) const
{
    // Numbers and times both ascend, so what is told already and what is too old are one stretch at the
    // start.
    qint64 from = 0;
    qint64 end = size();
    while (from < end) {
        const qint64 middle = from + (end - from) / 2;
        const Change event = at(middle);
        if (event.number <= seen || event.at < since)
            from = middle + 1;
        else
            end = middle;
    }
    QVector<Change> events;
    for (qint64 place = from; place < size() && events.size() < limit; ++place)
        events.append(at(place));
    return events;
}

} // namespace naryad::sandbox
