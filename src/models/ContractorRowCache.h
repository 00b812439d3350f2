#pragma once

#include "core/ContractorTree.h"

#include <QHash>

#include <algorithm>
#include <vector>

namespace naryad::models {

/// What is shown of the clients seen lately; at most so many, the least recently used half goes first.
class ContractorRowCache
{
public:
    explicit ContractorRowCache(qsizetype most)
        : m_most(most)
    {}

    const ContractorRow *find(RowId row)
    {
        const auto found = m_rows.find(row);
        if (found == m_rows.end())
            return nullptr;
        found->used = ++m_time;
        return &found->row;
    }

    bool contains(RowId row) const { return m_rows.contains(row); }

    /// True where it is another than it was.
    bool put(const ContractorRow &row)
    {
        if (m_rows.size() >= m_most && !m_rows.contains(row.row))
            forgetHalf();
        Seen &seen = m_rows[row.row];
        const bool another = seen.used == 0 || seen.row != row;
        seen.row = row;
        seen.used = std::max<quint64>(seen.used, 1);
        return another;
    }

    /// At most so many, the most recently used first.
    QVector<RowId> latest(qsizetype most) const
    {
        std::vector<std::pair<quint64, RowId>> all;
        all.reserve(static_cast<size_t>(m_rows.size()));
        for (auto one = m_rows.begin(); one != m_rows.end(); ++one)
            all.emplace_back(one->used, one.key());
        const auto count = std::min<size_t>(all.size(), static_cast<size_t>(most));
        std::partial_sort(
            all.begin(), all.begin() + static_cast<std::ptrdiff_t>(count), all.end(), std::greater<>());
        QVector<RowId> rows;
        for (size_t i = 0; i < count; ++i)
            rows.append(all[i].second);
        return rows;
    }

    qsizetype size() const { return m_rows.size(); }

private:
    struct Seen
    {
        ContractorRow row;
        quint64 used = 0;
    };

    void forgetHalf()
    {
        const QVector<RowId> kept = latest(m_most / 2);
        QHash<RowId, Seen> rows;
        rows.reserve(m_most);
        for (const RowId row : kept)
            rows.insert(row, m_rows.value(row));
        m_rows.swap(rows);
    }

    qsizetype m_most;
    quint64 m_time = 1;
    QHash<RowId, Seen> m_rows;
};

} // namespace naryad::models
