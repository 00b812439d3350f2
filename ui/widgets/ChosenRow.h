#pragma once

#include <QItemSelectionModel>
#include <QTableView>
#include <QVector>

#include <algorithm>
#include <utility>

namespace naryad::ui {

/// The marked rows as runs from first to last, in their order. Costs as many steps as there are runs: a
/// million marked rows are one.
inline QVector<std::pair<int, int>> chosenRuns(const QItemSelectionModel &chosen)
{
    QVector<std::pair<int, int>> runs;
    const QItemSelection ranges = chosen.selection();
    for (const QItemSelectionRange &range : ranges) {
        if (range.isValid())
            runs.append({range.top(), range.bottom()});
    }
    std::sort(runs.begin(), runs.end());
    QVector<std::pair<int, int>> joined;
    for (const auto &[first, last] : std::as_const(runs)) {
        // With columns moved about a row stands in several ranges.
        if (!joined.isEmpty() && first <= joined.constLast().second + 1)
            joined.last().second = std::max(joined.constLast().second, last);
        else
            joined.append({first, last});
    }
    return joined;
}

inline int chosenCount(const QItemSelectionModel &chosen)
{
    int count = 0;
    const auto runs = chosenRuns(chosen);
    for (const auto &[first, last] : runs)
        count += last - first + 1;
    return count;
}

/// Keeps the current row of a table and the highlighted one the same, so that what is shown of a row and what
/// is done to it is what the user sees marked.
///
/// A table makes its first row current without marking it when it gets the keyboard, and a screen reader
/// marks a row without making it current. Several marked rows (where the table allows them) are left alone.
inline void keepChosenRow(QTableView *table)
{
    const QItemSelectionModel *chosen = table->selectionModel();
    const auto follow = [table] {
        const auto runs = chosenRuns(*table->selectionModel());
        const QModelIndex current = table->currentIndex();
        const bool one = runs.size() == 1 && runs.constFirst().first == runs.constFirst().second;
        if (one && runs.constFirst().first != current.row())
            table->selectionModel()->setCurrentIndex(
                table->model()->index(runs.constFirst().first, std::max(0, current.column())),
                QItemSelectionModel::NoUpdate);
        else if (runs.isEmpty() && current.isValid())
            table->selectionModel()->select(
                current, QItemSelectionModel::ClearAndSelect | QItemSelectionModel::Rows);
    };
    // After the selection model is done: it tells of the row before it has moved all of it.
    QObject::connect(chosen, &QItemSelectionModel::currentRowChanged, table, follow, Qt::QueuedConnection);
    QObject::connect(chosen, &QItemSelectionModel::selectionChanged, table, follow, Qt::QueuedConnection);
}

} // namespace naryad::ui
