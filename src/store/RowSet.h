#pragma once

#include "core/Ids.h"

#include <QSet>

#include <vector>

namespace naryad::store {

/// A set of rows, one bit each: mirrored rows are numbered closely from 1 on.
class RowSet
{
public:
    void insert(RowId row)
    {
        if (row < 0) {
            m_below.insert(row);
            return;
        }
        const auto place = static_cast<size_t>(row);
        if (place >= m_bits.size())
            m_bits.resize(place + place / 2 + 64);
        m_bits[place] = true;
    }
    bool contains(RowId row) const
    {
        if (row < 0)
            return m_below.contains(row);
        return static_cast<size_t>(row) < m_bits.size() && m_bits[static_cast<size_t>(row)];
    }

private:
    std::vector<bool> m_bits;
    QSet<RowId> m_below;
};

} // namespace naryad::store
