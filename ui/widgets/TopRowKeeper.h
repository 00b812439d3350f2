#pragma once

#include <QPersistentModelIndex>
#include <QTableView>
#include <QVector>

namespace naryad::ui {

/// Keeps what stands at the top of a table there when rows come, go and are ordered anew around it. Who is at
/// the very top of the list stays there, and sees what comes in.
///
/// Where the top row itself goes, the next one on the screen that stays keeps its place. Rows that come
/// between the top and the current row don't push that one off the screen. Scrolls by rows. Thread: the
/// GUI's.
class TopRowKeeper : public QObject
{
    Q_OBJECT
public:
    /// The table has its model; it owns this.
    explicit TopRowKeeper(QTableView *table);

private:
    void note();
    void keep();

    QTableView *m_table;
    QVector<QPersistentModelIndex> m_seen; ///< the rows on the screen, from the top on
    QPersistentModelIndex m_current; ///< the current row, where it is one of them
};

} // namespace naryad::ui
