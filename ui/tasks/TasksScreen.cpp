#include "TasksScreen.h"

#include "TaskDetailsPanel.h"
#include "TaskWindows.h"
#include "models/Words.h"
#include "widgets/ChosenRow.h"
#include "widgets/PlainLabel.h"

#include <QAction>
#include <QHeaderView>
#include <QKeyEvent>
#include <QLineEdit>
#include <QLocale>
#include <QPushButton>
#include <QSplitter>
#include <QStackedWidget>
#include <QTableView>
#include <QVBoxLayout>

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
    connect(m_filter, &QLineEdit::textChanged, this, [this](const QString &text) {
        TaskQuery query = m_model->query();
        query.text = text;
        // Before the query: its answer may be there at once.
        m_firstMatch = !text.trimmed().isEmpty();
        m_sorted = true;
        m_model->setQuery(query);
    });
    connect(m_table, &QTableView::activated, this, &TasksScreen::editCurrent);
    connect(
        m_table->selectionModel(), &QItemSelectionModel::currentRowChanged, this, &TasksScreen::showCurrent);
    connect(
        m_table->horizontalHeader(), &QHeaderView::sortIndicatorChanged, this, [this] { m_sorted = true; });
    connect(m_model, &QAbstractItemModel::dataChanged, this, &TasksScreen::enableActions);
}

TasksScreen::~TasksScreen()
{
    // Before the windows themselves go, as this one's children.
    delete m_windows;
}

QPushButton *TasksScreen::button(
    const QString &name, const QString &text, const QKeySequence &keys, void (TasksScreen::*slot)())
{
    auto *made = new QPushButton(text, this);
    made->setObjectName(name);
    made->setAccessibleName(text);
    made->setToolTip(keys.toString(QKeySequence::NativeText));
    connect(made, &QPushButton::clicked, this, slot);
    return made;
}

QLayout *TasksScreen::makeBar()
{
    m_filter = new QLineEdit(this);
    m_filter->setObjectName(QStringLiteral("filter"));
    m_filter->setAccessibleName(tr("Filter"));
    m_filter->setPlaceholderText(tr("Filter: number, contractor, worker, address, any value (Ctrl+F)"));
    m_filter->setClearButtonEnabled(true);
    m_count = plainLabel({}, this);
    m_count->setWordWrap(false);
    m_count->setMinimumWidth(fontMetrics().horizontalAdvance(
        tr("%1 of %2").arg(QStringLiteral("00,000"), QStringLiteral("00,000"))));
    m_count->setObjectName(QStringLiteral("count"));
    m_close = button(
        QStringLiteral("closeTaskButton"), tr("Close task"), QKeySequence(Qt::CTRL | Qt::Key_E),
        &TasksScreen::closeCurrent);
    m_comment = button(
        QStringLiteral("commentButton"), tr("Comment"), QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_M),
        &TasksScreen::commentCurrent);
    auto *create = button(
        QStringLiteral("newTaskButton"), tr("New task"), QKeySequence(Qt::CTRL | Qt::Key_N),
        &TasksScreen::newTask);
    auto *refresh = new QPushButton(tr("Refresh"), this);
    refresh->setObjectName(QStringLiteral("refreshButton"));
    refresh->setAccessibleName(tr("Refresh"));
    refresh->setToolTip(QStringLiteral("F5"));
    connect(refresh, &QPushButton::clicked, this, [this] { m_desk.commands.refresh(); });
    auto *bar = new QHBoxLayout;
    for (QWidget *widget :
         {static_cast<QWidget *>(create), static_cast<QWidget *>(m_close), static_cast<QWidget *>(m_comment),
          static_cast<QWidget *>(refresh)})
        bar->addWidget(widget);
    bar->addWidget(m_filter, 1);
    bar->addWidget(m_count);
    setTabOrder(create, m_close);
    setTabOrder(m_close, m_comment);
    setTabOrder(m_comment, refresh);
    setTabOrder(refresh, m_filter);
    return bar;
}

void TasksScreen::makeTable()
{
    m_table = new QTableView(this);
    m_table->setObjectName(QStringLiteral("tasks"));
    m_table->setAccessibleName(tr("Tasks"));
    m_table->setModel(m_model);
    m_table->setSelectionBehavior(QAbstractItemView::SelectRows);
    // All that is done is done to one task, the current one.
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    m_table->setSortingEnabled(true);
    m_table->setWordWrap(false);
    m_table->setTabKeyNavigation(false);
    m_table->setAlternatingRowColors(true);
    m_table->verticalHeader()->hide();
    m_table->verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    m_table->verticalHeader()->setDefaultSectionSize(fontMetrics().height() + 8);
    m_table->horizontalHeader()->setHighlightSections(false);
    m_table->horizontalHeader()->setStretchLastSection(true);
    startColumns();
    m_table->viewport()->installEventFilter(this);
    keepChosenRow(m_table);
}

QWidget *TasksScreen::makeEmpty()
{
    auto *empty = new QWidget(this);
    // The keyboard waits here for rows to come; the stack hands it on to the table then.
    empty->setObjectName(QStringLiteral("emptyPage"));
    empty->setAccessibleName(tr("Tasks"));
    empty->setFocusPolicy(Qt::StrongFocus);
    m_emptyText = plainLabel({}, empty);
    m_emptyText->setAlignment(Qt::AlignCenter);
    m_emptyText->setObjectName(QStringLiteral("emptyText"));
    m_retry = new QPushButton(empty);
    m_retry->setObjectName(QStringLiteral("emptyAction"));
    connect(m_retry, &QPushButton::clicked, this, [this] {
        if (m_model->load() == models::TaskListModel::Load::Failed)
            m_model->retry();
        else
            m_filter->clear();
    });
    auto *column = new QVBoxLayout(empty);
    column->addStretch();
    column->addWidget(m_emptyText);
    column->addWidget(m_retry, 0, Qt::AlignCenter);
    column->addStretch();
    return empty;
}

void TasksScreen::build()
{
    QLayout *bar = makeBar();
    makeTable();
    m_stack = new QStackedWidget(this);
    m_stack->addWidget(m_table);
    m_stack->addWidget(makeEmpty());
    m_details = new TaskDetailsPanel(m_desk, this);
    m_splitter = new QSplitter(Qt::Horizontal, this);
    m_splitter->setObjectName(QStringLiteral("tasksSplitter"));
    m_splitter->addWidget(m_stack);
    m_splitter->addWidget(m_details);
    m_splitter->setStretchFactor(0, 5);
    m_splitter->setStretchFactor(1, 2);
    m_splitter->setSizes({1000, 380});
    auto *layout = new QVBoxLayout(this);
    layout->addLayout(bar);
    layout->addWidget(m_splitter, 1);
    // By Tab the filter leads into the list it is for.
    setTabOrder(m_filter, m_table);
    setTabOrder(m_table, m_retry);
    setTabOrder(m_retry, m_details);
    m_filter->installEventFilter(this);
    m_table->installEventFilter(this);
}

void TasksScreen::buildActions()
{
    const auto action = [this](const char *name, const QString &text, const QKeySequence &keys, auto call) {
        auto *made = new QAction(text, this);
        made->setObjectName(QString::fromLatin1(name));
        made->setShortcut(keys);
        made->setShortcutContext(Qt::WidgetWithChildrenShortcut);
        connect(made, &QAction::triggered, this, call);
        addAction(made);
    };
    action("newTaskAction", tr("&New task"), QKeySequence(Qt::CTRL | Qt::Key_N), [this] { newTask(); });
    action(
        "closeTaskAction", tr("&Close task"), QKeySequence(Qt::CTRL | Qt::Key_E), [this] { closeCurrent(); });
    action("commentAction", tr("Co&mment"), QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_M), [this] {
        commentCurrent();
    });
    action("refreshAction", tr("Re&fresh"), QKeySequence(Qt::Key_F5), [this] { m_desk.commands.refresh(); });
    action("detailsAction", tr("&Details panel"), QKeySequence(Qt::Key_F8), [this] {
        if (m_details->hasFocus())
            m_table->setFocus();
        m_details->setVisible(!m_details->isVisible());
    });
    action("filterAction", tr("F&ilter"), QKeySequence::Find, [this] { focusFilter(); });
    auto *clear = new QAction(tr("Clear the filter"), this);
    clear->setObjectName(QStringLiteral("clearFilterAction"));
    clear->setShortcut(QKeySequence(Qt::Key_Escape));
    clear->setShortcutContext(Qt::WidgetShortcut);
    connect(clear, &QAction::triggered, this, [this] {
        m_filter->clear();
        m_table->setFocus();
    });
    for (QWidget *widget : {static_cast<QWidget *>(m_filter), static_cast<QWidget *>(m_table)})
        widget->addAction(clear);
}

bool TasksScreen::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_table->viewport() && event->type() == QEvent::Resize && m_table->isVisible())
        fitColumns();
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

void TasksScreen::enableActions()
{
    const TaskRow task = currentTask();
    const bool closable = task.state == TaskState::Sent || task.state == TaskState::ToBeSent
        || task.state == TaskState::NotKnown;
    QString why;
    if (task.row == 0)
        why = tr("Choose a task first.");
    else if (task.state == TaskState::Draft)
        why = tr("A draft can't be closed: send it first.");
    else if (!closable)
        why = tr("This task is %1.").arg(models::words(task.state));
    m_close->setEnabled(task.row != 0 && closable);
    m_close->setToolTip(why.isEmpty() ? tr("Close the task (Ctrl+E)") : why);
    m_comment->setEnabled(task.row != 0 && task.state != TaskState::Gone);
}

void TasksScreen::showLoad()
{
    using Load = models::TaskListModel::Load;
    const int rows = m_model->rowCount();
    const QLocale locale;
    m_count->setText(
        m_model->load() == Load::Ready
            ? tr("%1 of %2").arg(locale.toString(rows), locale.toString(m_model->total()))
            : QString());
    m_retry->hide();
    if (m_model->load() == Load::Failed) {
        m_emptyText->setText(describe(m_model->error()));
        m_retry->setText(tr("Try again"));
        m_retry->show();
    } else if (rows == 0 && m_model->load() == Load::Ready && !m_model->query().text.isEmpty()) {
        m_emptyText->setText(tr("Nothing matches “%1”.").arg(m_model->query().text));
        m_retry->setText(tr("Clear the filter"));
        m_retry->show();
    } else if (rows == 0 && m_model->load() == Load::Ready) {
        const bool known = m_state.lastSuccess.isValid();
        m_emptyText->setText(
            known ? tr("The company has no tasks yet. Ctrl+N makes one.")
                  : tr("The tasks have not been loaded yet."));
    } else if (rows == 0) {
        m_emptyText->setText(tr("Loading…"));
    }
    m_stack->setCurrentIndex(rows == 0 || m_model->load() == Load::Failed ? 1 : 0);
    if (m_toSelect != 0 && m_model->indexOf(m_toSelect).isValid())
        selectTask(std::exchange(m_toSelect, 0));
    if (m_model->load() == Load::Ready)
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
            m_table->scrollTo(m_table->currentIndex());
    } else if (const QModelIndex before = m_model->indexOf(m_chosen); before.isValid()) {
        setCurrent(before);
    } else {
        setCurrent(m_model->index(std::min(m_place, rows - 1), 0));
    }
    if (atStart && !firstMatch)
        m_startRow = m_chosen;
    // As long as nobody has touched the list, also while it is being filled for the first time.
    if (m_startRow != 0 && m_startRow == m_chosen && m_model->query().text.isEmpty()
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
    if (!place.isValid() || m_startRow == 0 || m_chosen != m_startRow)
        return;
    setCurrent(place);
    m_startRow = row;
    m_table->scrollTo(place, QAbstractItemView::PositionAtTop);
}

void TasksScreen::setCurrent(const QModelIndex &place)
{
    m_table->selectionModel()->setCurrentIndex(
        place, QItemSelectionModel::ClearAndSelect | QItemSelectionModel::Rows);
    m_table->scrollTo(place);
}

void TasksScreen::showCurrent()
{
    const QModelIndex current = m_table->currentIndex();
    const RowId row = m_model->rowOf(current);
    if (row != 0) {
        m_chosen = row;
        m_place = current.row();
    }
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
    m_model->apply(change);
    if (change.listsChanged)
        m_windows->listsChanged();
    if (change.journalChanged || change.tasks.contains(m_details->row()))
        m_details->reload();
}

void TasksScreen::setState(const SyncState &state)
{
    const bool first = !m_state.lastSuccess.isValid() && state.lastSuccess.isValid();
    m_state = state;
    if (first)
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

void TasksScreen::closeCurrent()
{
    const TaskRow task = currentTask();
    if (task.row != 0 && m_close->isEnabled())
        m_windows->closeTask(task);
}

void TasksScreen::commentCurrent()
{
    const TaskRow task = currentTask();
    if (task.row != 0 && m_comment->isEnabled())
        m_windows->comment(task);
}

} // namespace naryad::ui
