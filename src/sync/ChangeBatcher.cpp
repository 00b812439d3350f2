#include "ChangeBatcher.h"

using namespace std::chrono_literals;

namespace naryad::sync {

ChangeBatcher::ChangeBatcher(const Clock &clock, QObject *parent)
    : QObject(parent)
    , m_clock(clock)
{}

void ChangeBatcher::note(const MirrorChange &change)
{
    for (RowId row : change.tasks) {
        if (!m_rows.contains(row)) {
            m_rows.insert(row);
            m_gathered.tasks.append(row);
        }
    }
    m_gathered.moved += change.moved;
    m_gathered.taskListChanged |= change.taskListChanged;
    m_gathered.listsChanged |= change.listsChanged;
    m_gathered.journalChanged |= change.journalChanged;
    // Before any list that holds the new number already is read: what is selected goes over to it.
    if (!change.moved.isEmpty()) {
        flush();
        return;
    }
    if (m_waiting)
        return;
    m_waiting = true;
    m_clock.after(200ms, this, [this] { flush(); });
}

void ChangeBatcher::flush()
{
    m_waiting = false;
    if (m_gathered.isEmpty())
        return;
    m_rows.clear();
    const MirrorChange told = std::exchange(m_gathered, {});
    Q_EMIT changed(told);
}

} // namespace naryad::sync
