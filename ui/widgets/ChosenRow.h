#pragma once

#include <QItemSelectionModel>
#include <QTableView>

namespace naryad::ui {

/// Keeps the current row of a table and the highlighted one the same, so that what is shown of a row and what
/// is done to it is what the user sees marked.
///
/// A table makes its first row current without marking it when it gets the keyboard, and a screen reader
/// marks a row without making it current. Several marked rows (where the table allows them) are left alone.
inline void keepChosenRow(QTableView *table)
{
    const QItemSelectionModel *chosen = table->selectionModel();
    const auto follow = [table] {
        const QModelIndexList rows = table->selectionModel()->selectedRows();
        const QModelIndex current = table->currentIndex();
        if (rows.size() == 1 && rows.constFirst().row() != current.row())
            table->selectionModel()->setCurrentIndex(rows.constFirst(), QItemSelectionModel::NoUpdate);
        else if (rows.isEmpty() && current.isValid())
            table->selectionModel()->select(
                current, QItemSelectionModel::ClearAndSelect | QItemSelectionModel::Rows);
    };
    // After the selection model is done: it tells of the row before it has moved all of it.
    QObject::connect(chosen, &QItemSelectionModel::currentRowChanged, table, follow, Qt::QueuedConnection);
    QObject::connect(chosen, &QItemSelectionModel::selectionChanged, table, follow, Qt::QueuedConnection);
}

} // namespace naryad::ui
