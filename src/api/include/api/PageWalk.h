#pragma once

#include "api/Snapshot.h"

#include <QSet>
#include <QString>
#include <QVector>

namespace naryad::api {

/// How the pages of a list become the list: one page after another until one is short, empty, or holds
/// nothing new (a service that ignores `page` would be asked for ever), or the cap is reached.
///
/// Asks nothing itself. A page that failed is not handed in: the list has not ended, and what rows() holds
/// says nothing about what has gone. `T` has an `id`.
template <class T> class PageWalk
{
public:
    static constexpr int PageCap = 100000; ///< a million rows

    /// The page to ask for.
    int page() const { return m_page; }
    /// True once the list has been seen to its end.
    bool isComplete() const { return m_complete; }
    /// Each id once, as it came first, in the order of the list.
    const QVector<T> &rows() const { return m_rows; }

    /// Takes in the answer to page(); false = that was the last one.
    bool take(const Page<T> &answer)
    {
        bool anyNew = false;
        for (const T &row : answer.rows) {
            if (m_seen.contains(row.id))
                continue;
            m_seen.insert(row.id);
            m_rows.append(row);
            anyNew = true;
        }
        ++m_page;
        m_complete = answer.last || !anyNew;
        return !m_complete && m_page < PageCap;
    }

private:
    int m_page = 0;
    bool m_complete = false;
    QSet<QString> m_seen;
    QVector<T> m_rows;
};

} // namespace naryad::api
