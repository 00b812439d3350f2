#pragma once

#include "core/Task.h"

#include <QHash>

#include <list>

namespace naryad::models {

/// The rows in memory, by row number: the least recently used go when there are more than `most`.
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
        return &m_rows.front();
    }

    bool contains(RowId row) const { return m_index.contains(row); }

    void put(const TaskRow &row)
    {
        if (const auto found = m_index.find(row.row); found != m_index.end()) {
            **found = row;
            return;
        }
        m_rows.push_front(row);
        m_index.insert(row.row, m_rows.begin());
        if (size() > m_most) {
            m_index.remove(m_rows.back().row);
            m_rows.pop_back();
        }
    }

    int size() const { return static_cast<int>(m_index.size()); }

private:
    int m_most;
    std::list<TaskRow> m_rows;
    QHash<RowId, std::list<TaskRow>::iterator> m_index;
};

} // namespace naryad::models
