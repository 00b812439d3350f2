#include "TasksScreen.h"

#include "QuickFilters.h"
#include "TaskBatchActions.h"
#include "TaskColumns.h"
#include "TaskDetailsPanel.h"
#include "TaskViews.h"
#include "TaskWindows.h"
#include "core/Quotes.h"
#include "models/Words.h"

#include <QHeaderView>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QLocale>
#include <QPushButton>
#include <QStackedWidget>
#include <QTableView>

#include <algorithm>
#include <utility>

namespace naryad::ui {

TasksScreen::TasksScreen(Desk desk, QWidget *parent)
    : QWidget(parent)
    , m_desk(std::move(desk))
    , m_model(new models::TaskListModel(m_desk.reader, m_desk.zone, this))
    , m_windows(new TaskWindows(m_desk, this))
{
    setObjectName(QStringLiteral("TasksScreen"));
    build();
    buildActions();
    buildTaskActions();
    connectAll();
    m_table->sortByColumn(models::TaskListModel::Plan, Qt::DescendingOrder);
    m_model->setQuery(m_model->query());
}

void TasksScreen::connectAll()
{
    connect(m_model, &models::TaskListModel::loadChanged, this, &TasksScreen::showLoad);
    connect(m_model, &models::TaskListModel::rowMoved, this, [this](RowId from, RowId to) {
        if (m_details->row() == from)
            m_details->show(to);
        if (m_toSelect == from)
            m_toSelect = to;
        for (RowId *kept : {&m_chosen, &m_startRow}) {
            if (*kept == from)
                *kept = to;
        }
    });
    connect(m_model, &models::TaskListModel::plannedFound, this, &TasksScreen::startFromToday);
    connect(m_windows, &TaskWindows::taskMade, this, [this](CommandId id) { m_toSelect = -id; });
    connect(m_windows, &TaskWindows::taskClosed, this, &TasksScreen::selectNext);
    connect(m_windows, &TaskWindows::windowClosed, this, &TasksScreen::takeKeyboard);
    connect(m_windows, &TaskWindows::spokenOf, this, &TasksScreen::goToTask);
    connect(m_filter, &QLineEdit::textChanged, this, [this](const QString &text) {
        if (m_quiet)
            return;
        // Before the query: its answer may be there at once.
        m_firstMatch = !text.trimmed().isEmpty();
        narrow();
    });
    connect(m_quick, &QuickFilters::changed, this, [this] {
        if (m_quiet)
            return;
        // Where the chosen row is not among them, the first is.
        m_place = 0;
        narrow();
    });
    // Where the hands are stays: nobody has chosen anything.
    connect(m_quick, &QuickFilters::timePassed, this, [this] {
        TaskQuery query = m_model->query();
        query.filter = m_quick->filter();
        m_model->setQuery(query);
    });
    connect(m_table, &QTableView::activated, this, &TasksScreen::editCurrent);
    connect(
        m_table->selectionModel(), &QItemSelectionModel::currentRowChanged, this, &TasksScreen::showCurrent);
    connect(m_table->horizontalHeader(), &QHeaderView::sortIndicatorChanged, this, [this] {
        m_sorted = m_sorted || m_model->extent() == models::TaskListModel::Extent::Before;
    });
    connect(m_model, &QAbstractItemModel::dataChanged, this, &TasksScreen::enableActions);
}

TasksScreen::~TasksScreen()
{
    // Before the windows themselves go, as this one's children.
    delete m_windows;
}

bool TasksScreen::eventFilter(QObject *watched, QEvent *event)
{
    const bool touched = event->type() == QEvent::KeyPress || event->type() == QEvent::MouseButtonPress
        || event->type() == QEvent::Wheel;
    if (touched && (watched == m_table || watched == m_table->viewport()))
        m_startRow = 0;
    if (event->type() == QEvent::KeyPress) {
        const auto &key = *static_cast<QKeyEvent *>(event);
        if (watched == m_filter && filterKey(key))
            return true;
        if (watched == m_table && tableKey(key))
            return true;
    }
    return QWidget::eventFilter(watched, event);
}

/// Down and Enter go from the filter into the list.
bool TasksScreen::filterKey(const QKeyEvent &event)
{
    const int key = event.key();
    const bool into = key == Qt::Key_Down || key == Qt::Key_Return || key == Qt::Key_Enter;
    if (!into || (event.modifiers() & ~Qt::KeypadModifier) != Qt::NoModifier || !m_table->isVisible())
        return false;
    m_table->setFocus();
    return true;
}

/// Home and End are of the list; a table takes them for the first and last cell of its row.
bool TasksScreen::tableKey(const QKeyEvent &event)
{
    const int rows = m_model->rowCount();
    const bool home = event.key() == Qt::Key_Home;
    if ((!home && event.key() != Qt::Key_End) || event.modifiers() != Qt::NoModifier || rows == 0)
        return false;
    setCurrent(m_model->index(home ? 0 : rows - 1, 0));
    return true;
}

TaskRow TasksScreen::currentTask() const
{
    return m_model->taskRow(m_table->currentIndex());
}

/// The list's query is what the field and the chips say.
void TasksScreen::narrow()
{
    // First the views: leaving one of the user's own brings another order back.
    m_views->follow();
    TaskQuery query = m_model->query();
    query.text = m_filter->text();
    query.filter = m_quick->filter();
    m_sorted = true;
    m_batch->chosen().forgetAll();
    // What narrows is typed to see what it finds, at once; without it the chosen row is come back to.
    m_model->setQuery(
        query, isNarrowed() ? models::TaskListModel::Keep::Nothing : models::TaskListModel::Keep::Selection);
}

bool TasksScreen::isNarrowed() const
{
    return !m_filter->text().trimmed().isEmpty() || !m_quick->filter().isEmpty();
}

void TasksScreen::clearFilters()
{
    m_firstMatch = false;
    m_quiet = true;
    m_filter->clear();
    m_quick->clear();
    m_quiet = false;
    narrow();
}

/// Esc: first the text, then the chips.
void TasksScreen::clearNext()
{
    if (m_filter->text().isEmpty())
        m_quick->clear();
    m_filter->clear();
    m_stack->currentWidget()->setFocus();
}

/// "14 of 2,318"; while only the first are known "200+ of 2,318".
void TasksScreen::showCount()
{
    using Extent = models::TaskListModel::Extent;
    // Until the new answer comes, the rows and their number are those of the one before.
    if (m_model->extent() == Extent::Before && m_model->load() == models::TaskListModel::Load::Loading)
        return;
    const QLocale locale;
    const QString shown = locale.toString(m_model->rowCount());
    // The number of all may come later than the first rows.
    const bool counted = m_model->total() >= m_model->rowCount();
    const QString total = locale.toString(m_model->total());
    if (m_model->load() == models::TaskListModel::Load::Failed)
        m_count->clear();
    else if (m_model->extent() == Extent::First)
        m_count->setText(counted ? tr("%1+ of %2").arg(shown, total) : shown + QLatin1Char('+'));
    else
        m_count->setText(tr("%1 of %2").arg(shown, total));
}

/// What narrows the list to nothing, in words.
QString TasksScreen::narrowedText() const
{
    QStringList by = m_quick->narrowing();
    if (const QString typed = m_filter->text().trimmed(); !typed.isEmpty())
        by.prepend(tr("“%1”").arg(innerQuotes(typed)));
    return tr("Nothing matches %1.").arg(by.join(QStringLiteral(" · ")));
}

void TasksScreen::showLoad()
{
    using Load = models::TaskListModel::Load;
    const int rows = m_model->rowCount();
    const bool ready = m_model->load() == Load::Ready;
    showCount();
    m_retry->hide();
    if (m_model->load() == Load::Failed) {
        m_emptyText->setText(describe(m_model->error()));
        m_retry->setText(tr("Try again"));
        m_retry->show();
    } else if (rows == 0 && ready && isNarrowed()) {
        m_emptyText->setText(narrowedText());
        m_retry->setText(tr("Clear the filter"));
        m_retry->show();
    } else if (rows == 0 && ready) {
        const bool known = m_state.lastSuccess.isValid();
        m_emptyText->setText(
            known ? tr("The company has no tasks yet. Ctrl+N makes one.")
                  : tr("The tasks have not been loaded yet."));
    } else if (rows == 0) {
        m_emptyText->setText(tr("Loading…"));
    }
    m_stack->setCurrentIndex(rows == 0 || m_model->load() == Load::Failed ? 1 : 0);
    if (m_toSelect != 0 && m_model->indexOf(m_toSelect).isValid()) {
        m_reveal = false;
        selectTask(std::exchange(m_toSelect, 0));
    } else if (m_reveal && ready) {
        m_reveal = false;
        if (isNarrowed()) {
            clearFilters();
            return;
        }
    }
    if (ready || (m_firstMatch && m_model->extent() == models::TaskListModel::Extent::First))
        keepCurrent();
    // A current row that is gone with the list is told of by nobody.
    showCurrent();
}

/// Some row is current wherever there are rows: the first match of what was typed, else the one that was,
/// else what stands in its place now.
void TasksScreen::keepCurrent()
{
    const int rows = m_model->rowCount();
    const bool firstMatch = std::exchange(m_firstMatch, false);
    const bool sorted = std::exchange(m_sorted, false);
    if (rows == 0)
        return;
    // Having the keyboard, the table makes its first row current by itself: nobody has chosen that.
    const bool atStart = !std::exchange(m_begun, true) && m_table->currentIndex().row() <= 0;
    if (firstMatch) {
        setCurrent(m_model->index(0, 0));
    } else if (m_table->currentIndex().isValid()) {
        m_place = m_table->currentIndex().row();
        if (sorted)
            scrollTo(m_table->currentIndex());
    } else if (const QModelIndex before = m_model->indexOf(m_chosen); before.isValid()) {
        setCurrent(before);
    } else {
        setCurrent(m_model->index(std::min(m_place, rows - 1), 0));
    }
    if (atStart && !firstMatch)
        m_startRow = m_chosen;
    // As long as nobody has touched the list, also while it is being filled for the first time.
    if (m_startRow != 0 && m_startRow == m_chosen && !isNarrowed()
        && order() == QLatin1String("plan descending")) {
        // The latest plan stands first, so that what was just planned is near; but the day begins with
        // today's work, which may be pages below what is planned for weeks ahead.
        const QDate today = m_desk.zone.local(m_desk.clock.now()).date();
        m_model->findPlannedBy(m_desk.zone.fromLocal(today.addDays(1), QTime(0, 0)).addSecs(-1));
    }
}

/// The list begins with the first task planned at or before the end of today, unless the user has been at the
/// list meanwhile.
void TasksScreen::startFromToday(RowId row)
{
    const QModelIndex place = m_model->indexOf(row);
    if (!place.isValid() || m_startRow == 0 || m_chosen != m_startRow || m_batch->isMany())
        return;
    setCurrent(place);
    m_startRow = row;
    scrollTo(place, QAbstractItemView::PositionAtTop);
}

void TasksScreen::setCurrent(const QModelIndex &place)
{
    m_table->setCurrentIndex(place);
    scrollTo(place);
}

/// Rows that have just come are not among those the table can be scrolled to until it is laid out.
void TasksScreen::scrollTo(const QModelIndex &place, QAbstractItemView::ScrollHint hint)
{
    m_table->doItemsLayout();
    m_table->scrollTo(place, hint);
}

void TasksScreen::showCurrent()
{
    const QModelIndex current = m_table->currentIndex();
    const RowId row = m_model->rowOf(current);
    if (row != 0) {
        m_chosen = row;
        m_place = current.row();
    }
    // Where only the first rows are known, the chosen one may still come.
    if (row == 0 && m_model->extent() == models::TaskListModel::Extent::First)
        return;
    if (row != m_details->row()) {
        m_details->show(row);
        if (const TaskRow task = currentTask(); !task.id.isEmpty())
            m_desk.commands.lookAtTask(task.id);
    }
    enableActions();
}

void TasksScreen::apply(const MirrorChange &change)
{
    m_windows->rowsMoved(change.moved);
    m_batch->apply(change);
    m_model->apply(change);
    if (change.listsChanged)
        m_windows->listsChanged();
    if (change.journalChanged)
        m_windows->resultMemory().read();
    if (change.journalChanged || change.listsChanged || change.tasks.contains(m_details->row()))
        m_details->reload();
    if (change.taskListChanged || change.journalChanged || !change.tasks.isEmpty())
        m_quick->refresh();
    if (change.taskListChanged || change.journalChanged || !change.tasks.isEmpty())
        m_views->refresh();
}

void TasksScreen::setState(const SyncState &state)
{
    const bool other = m_state.lastSuccess.isValid() != state.lastSuccess.isValid();
    m_state = state;
    m_views->setState(state);
    if (other)
        showLoad();
}

void TasksScreen::selectTask(RowId row)
{
    const QModelIndex place = m_model->indexOf(row);
    if (!place.isValid()) {
        m_toSelect = row;
        return;
    }
    setCurrent(place);
}

void TasksScreen::reveal(RowId row)
{
    m_reveal = true;
    m_toSelect = row;
    showLoad();
    m_stack->currentWidget()->setFocus();
}

void TasksScreen::showOnly(const QString &text, const NamedRef &contractor, const NamedRef &worker)
{
    m_firstMatch = true;
    m_quiet = true;
    m_quick->clear();
    m_quick->setContractor(contractor);
    m_quick->setWorker(worker);
    m_filter->setText(text);
    m_quiet = false;
    narrow();
    m_stack->currentWidget()->setFocus();
}

void TasksScreen::left()
{
    if (!m_quick->isPinned() && isNarrowed())
        clearFilters();
}

QString TasksScreen::order() const
{
    return m_columns->order();
}

void TasksScreen::setOrder(const QString &order)
{
    m_columns->setOrder(order);
}

void TasksScreen::selectNext(RowId after)
{
    const QModelIndex place = m_model->indexOf(after);
    if (place.isValid() && place.row() + 1 < m_model->rowCount())
        setCurrent(m_model->index(place.row() + 1, 0));
    m_table->setFocus();
}

void TasksScreen::focusFilter()
{
    m_filter->setFocus();
    m_filter->selectAll();
}

void TasksScreen::newTask()
{
    if (m_taskElsewhere && m_taskElsewhere())
        return;
    m_windows->newTask();
}

void TasksScreen::editCurrent()
{
    const RowId row = m_model->rowOf(m_table->currentIndex());
    if (row != 0)
        m_windows->editTask(row);
}

void TasksScreen::fix(const JournalEntry &entry)
{
    m_windows->fix(entry);
}

} // namespace naryad::ui
