#include "TopRowKeeper.h"

#include <QScrollBar>

#include <algorithm>

namespace naryad::ui {

namespace {

constexpr int MostRows = 200; ///< more than any screen shows

} // namespace

TopRowKeeper::TopRowKeeper(QTableView *table)
    : QObject(table)
    , m_table(table)
{
    const QAbstractItemModel *model = table->model();
    connect(model, &QAbstractItemModel::layoutAboutToBeChanged, this, &TopRowKeeper::note);
    connect(model, &QAbstractItemModel::layoutChanged, this, &TopRowKeeper::keep);
}

void TopRowKeeper::note()
{
    m_seen.clear();
    const int top = m_table->verticalScrollBar()->value();
    if (top <= 0)
        return;
    const int rows = m_table->model()->rowCount();
    const int last = m_table->rowAt(m_table->viewport()->height() - 1);
    const int end = std::min({rows, last < 0 ? rows : last + 1, top + MostRows});
    for (int row = top; row < end; ++row)
        m_seen.append(m_table->model()->index(row, 0));
    const int current = m_table->currentIndex().row();
    m_current = current >= top && current < end ? m_table->currentIndex() : QModelIndex();
}

void TopRowKeeper::keep()
{
    if (m_seen.isEmpty())
        return;
    const auto stays = std::find_if(
        m_seen.cbegin(), m_seen.cend(), [](const QPersistentModelIndex &index) { return index.isValid(); });
    const int top
        = stays == m_seen.cend() ? 0 : std::max(0, stays->row() - static_cast<int>(stays - m_seen.cbegin()));
    const int reach = top + 2 * static_cast<int>(m_seen.size());
    m_seen.clear();
    // The bar knows of as many rows as there are now only after this.
    m_table->doItemsLayout();
    m_table->verticalScrollBar()->setValue(top);
    // Rows that came between push it down; what is planned anew and stands elsewhere is not followed.
    if (m_current.isValid() && m_current.row() >= top && m_current.row() < reach)
        m_table->scrollTo(m_current);
}

} // namespace naryad::ui
