#pragma once

#include "core/Task.h"

#include <QHash>
#include <QVector>

#include <list>

namespace naryad::models {

/// The rows in memory, by row number: the least recently used go when there are more than `most`. Beside each
/// row stands the place in the list it was last seen at, a hint that may be out of date.
class PageCache
{
public:
    explicit PageCache(int most)
        : m_most(most)
    {}

    const TaskRow *find(RowId row)
    {
        const auto found = m_index.find(row);
        if (found == m_index.end())
            return nullptr;
        m_rows.splice(m_rows.begin(), m_rows, *found);
        return &m_rows.front().row;
    }

    /// As find(), and notes that the row is being shown at `place`.
    const TaskRow *findAt(RowId row, int place)
    {
        const TaskRow *found = find(row);
        if (found)
            m_rows.front().place = place;
        return found;
    }

    bool contains(RowId row) const { return m_index.contains(row); }

    /// -1 where the row is not here or was never seen in the list.
    int placeOf(RowId row) const
    {
        const auto found = m_index.find(row);
        return found == m_index.end() ? -1 : (*found)->place;
    }

    /// A `place` of -1 leaves the one it has.
    void put(const TaskRow &row, int place = -1)
    {
        if (const auto found = m_index.find(row.row); found != m_index.end()) {
            (*found)->row = row;
            if (place >= 0)
                (*found)->place = place;
            return;
        }
        m_rows.push_front({row, place});
        m_index.insert(row.row, m_rows.begin());
        if (size() > m_most) {
            m_index.remove(m_rows.back().row.row);
            m_rows.pop_back();
        }
    }

    /// The numbers of the rows `is` says yes to, at most so many, the most recently used first.
    template <class Is> QVector<RowId> rowsWhere(Is is, int most) const
    {
        QVector<RowId> rows;
        for (auto seen = m_rows.begin(); seen != m_rows.end() && rows.size() < most; ++seen) {
            if (is(seen->row))
                rows.append(seen->row.row);
        }
        return rows;
    }

    int size() const { return static_cast<int>(m_index.size()); }

private:
    struct Seen
    {
        TaskRow row;
        int place = -1;
    };

    int m_most;
    std::list<Seen> m_rows;
    QHash<RowId, std::list<Seen>::iterator> m_index;
};

} // namespace naryad::models
