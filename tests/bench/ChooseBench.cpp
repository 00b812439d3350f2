#include "Benches.h"
#include "BusyApplication.h"
#include "Data.h"
#include "Figures.h"
#include "ListWindow.h"
#include "tasks/ManyDialog.h"
#include "tasks/TaskBatchActions.h"

#include <QApplication>
#include <QElapsedTimer>
#include <QTableView>

#include <algorithm>
#include <cstdio>

/// What marking all rows of a long list costs the GUI thread, and what is done while they are marked.
namespace naryad::bench {

namespace {

double painted(ListWindow &window, const QElapsedTimer &since)
{
    window.table().viewport()->repaint();
    return static_cast<double>(since.nsecsElapsed()) / 1e6;
}

template <class Do> double timed(ListWindow &window, Do act)
{
    QElapsedTimer timer;
    timer.start();
    act();
    return painted(window, timer);
}

/// The GUI thread's work for another order of the list, whatever it waits for between.
double reorder(ListWindow &window, int column)
{
    BusyApplication::takeBusyMs();
    window.sort(column, Qt::AscendingOrder);
    return BusyApplication::takeBusyMs();
}

/// All but the first row.
void markMost(ListWindow &window)
{
    const QAbstractItemModel &model = window.model();
    const QItemSelection range(model.index(1, 0), model.index(model.rowCount() - 1, model.columnCount() - 1));
    window.table().selectionModel()->select(range, QItemSelectionModel::ClearAndSelect);
}

int measureChoose(int tasks, const Settings &settings)
{
    using Column = models::TaskListModel::Column;
    const auto data = dataFor(tasks, settings);
    if (!data)
        return 1;
    ListWindow window(data->mirrorPath(), data->journalPath());
    if (!window.open()) {
        std::fprintf(stderr, "the list did not open\n");
        return 1;
    }
    QJsonObject figure{{QLatin1String("bench"), QLatin1String("choose")}, {QLatin1String("n"), tasks}};
    put(figure, "plain_reorder_ms", reorder(window, Column::WorkerName));
    put(figure, "all_ms", timed(window, [&window] { window.table().selectAll(); }));
    put(figure, "all_reorder_ms", reorder(window, Column::Number));
    put(figure, "still_all", window.screen().batch().chosen().count() == window.model().rowCount() ? 1 : 0);
    put(figure, "close_window_ms", timed(window, [&window] {
            window.screen().closeCurrent();
            QCoreApplication::processEvents();
        }));
    put(figure, "most_ms", timed(window, [&window] { markMost(window); }));
    put(figure, "most_reorder_ms", reorder(window, Column::TemplateName));
    put(figure, "none_ms",
        timed(window, [&window] { window.table().setCurrentIndex(window.model().index(0, 0)); }));
    tell(figure);
    return 0;
}

} // namespace

int chooseBench(const Settings &settings)
{
    int status = 0;
    for (const int tasks : sizesOf(settings))
        status = std::max(status, measureChoose(tasks, settings));
    return status;
}

} // namespace naryad::bench
