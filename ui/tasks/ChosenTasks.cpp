#include "ChosenTasks.h"

#include "models/TaskListModel.h"
#include "widgets/ChosenRow.h"

#include <QEvent>

#include <algorithm>
#include <utility>

namespace naryad::ui {

namespace {

/// A selection model keeps each marked row by itself while the order changes; with more it would take long.
constexpr int MostKeptSingly = 20000;
constexpr int Screenful = 1000;

} // namespace

void RowMarks::select(const QModelIndex &index, SelectionFlags command)
{
    const bool adds = command == (Select | Rows);
    const bool replaces = adds && m_done;
    QItemSelectionModel::select(index, replaces ? command | Clear : command);
    m_done = !adds;
}

void RowMarks::select(const QItemSelection &selection, SelectionFlags command)
{
    m_done = false;
    QItemSelectionModel::select(selection, command);
}

void WideTable::setModel(QAbstractItemModel *model)
{
    QTableView::setModel(model);
    const QItemSelectionModel *plain = selectionModel();
    setSelectionModel(new RowMarks(model, this));
    delete plain;
}

/// Another window has come forward: something is done with what is marked.
bool WideTable::event(QEvent *event)
{
    if (event->type() == QEvent::WindowDeactivate) {
        if (auto *marks = qobject_cast<RowMarks *>(selectionModel()))
            marks->setDone();
    }
    return QTableView::event(event);
}

QItemSelectionModel::SelectionFlags
WideTable::selectionCommand(const QModelIndex &index, const QEvent *event) const
{
    return event ? QTableView::selectionCommand(index, event)
                 : QItemSelectionModel::ClearAndSelect | QItemSelectionModel::Rows;
}

/// Screen readers are told of the marked cells one by one, and Qt makes a list of them all for that.
void WideTable::selectionChanged(const QItemSelection &selected, const QItemSelection &deselected)
{
    int rows = 0;
    for (const QItemSelection &ranges : {selected, deselected}) {
        for (const QItemSelectionRange &range : ranges)
            rows += range.height();
    }
    if (rows <= Screenful)
        QTableView::selectionChanged(selected, deselected);
    else
        viewport()->update();
}

ChosenTasks::ChosenTasks(QTableView *table, models::TaskListModel *model)
    : QObject(table)
    , m_table(table)
    , m_model(model)
{
    const QItemSelectionModel *chosen = table->selectionModel();
    connect(chosen, &QItemSelectionModel::selectionChanged, this, &ChosenTasks::recount);
    connect(model, &QAbstractItemModel::rowsInserted, this, [this] {
        // What has come is one of all.
        if (m_all)
            m_table->selectAll();
    });
    connect(model, &QAbstractItemModel::rowsRemoved, this, &ChosenTasks::recount);
    connect(model, &QAbstractItemModel::modelReset, this, &ChosenTasks::recount);
    connect(model, &models::TaskListModel::aboutToReorder, this, &ChosenTasks::putBy);
    connect(model, &models::TaskListModel::reordered, this, &ChosenTasks::bringBack);
}

void ChosenTasks::recount()
{
    const int count = chosenCount(*m_table->selectionModel());
    m_all = count > 1 && count == m_model->rowCount();
    if (std::exchange(m_count, count) != count)
        Q_EMIT changed();
}

QVector<RowId> ChosenTasks::rows() const
{
    QVector<RowId> rows;
    rows.reserve(m_count);
    const auto runs = chosenRuns(*m_table->selectionModel());
    for (const auto &[first, last] : runs) {
        for (int row = first; row <= last; ++row)
            rows.append(m_model->rowOf(m_model->index(row, 0)));
    }
    return rows;
}

void ChosenTasks::forgetAll()
{
    if (!m_all)
        return;
    m_all = false;
    m_table->selectionModel()->select(
        m_table->currentIndex(), QItemSelectionModel::ClearAndSelect | QItemSelectionModel::Rows);
}

void ChosenTasks::putBy()
{
    m_wasAll = m_all;
    if (m_all || m_count <= MostKeptSingly)
        return;
    m_putBy = rows();
    std::sort(m_putBy.begin(), m_putBy.end());
    m_table->selectionModel()->select(
        m_table->currentIndex(), QItemSelectionModel::ClearAndSelect | QItemSelectionModel::Rows);
}

void ChosenTasks::bringBack()
{
    if (m_wasAll)
        m_table->selectAll();
    recount();
    if (m_putBy.isEmpty())
        return;
    const QVector<RowId> marked = std::exchange(m_putBy, {});
    QItemSelection ranges;
    const int rows = m_model->rowCount();
    const int last = m_model->columnCount() - 1;
    int first = -1;
    for (int row = 0; row <= rows; ++row) {
        const bool isMarked = row < rows
            && std::binary_search(marked.begin(), marked.end(), m_model->rowOf(m_model->index(row, 0)));
        if (isMarked && first < 0)
            first = row;
        if (!isMarked && first >= 0) {
            ranges.append(QItemSelectionRange(m_model->index(first, 0), m_model->index(row - 1, last)));
            first = -1;
        }
    }
    m_table->selectionModel()->select(ranges, QItemSelectionModel::Select);
}

} // namespace naryad::ui
