#include "TasksScreen.h"

#include "TaskDetailsPanel.h"
#include "TaskWindows.h"
#include "models/Words.h"
#include "widgets/PlainLabel.h"

#include <QAction>
#include <QHeaderView>
#include <QLineEdit>
#include <QLocale>
#include <QPushButton>
#include <QScrollBar>
#include <QSplitter>
#include <QStackedWidget>
#include <QTableView>
#include <QVBoxLayout>

namespace naryad::ui {

namespace {

/// In digits, by column: what a fresh list gives to each, or shares out in this proportion.
constexpr int ColumnWidths[] = {8, 18, 24, 26, 20, 16};

} // namespace

TasksScreen::TasksScreen(Desk desk, QWidget *parent)
    : QWidget(parent)
    , m_desk(std::move(desk))
    , m_model(new models::TaskListModel(m_desk.reader, m_desk.zone, this))
    , m_windows(new TaskWindows(m_desk, this))
{
    setObjectName(QStringLiteral("TasksScreen"));
    build();
    buildActions();
    connect(m_model, &models::TaskListModel::loadChanged, this, &TasksScreen::showLoad);
    connect(m_model, &models::TaskListModel::rowMoved, this, [this](RowId from, RowId to) {
        if (m_details->row() == from)
            m_details->show(to);
        if (m_toSelect == from)
            m_toSelect = to;
    });
    connect(m_windows, &TaskWindows::taskMade, this, [this](CommandId id) { m_toSelect = -id; });
    connect(m_windows, &TaskWindows::taskClosed, this, &TasksScreen::selectNext);
    m_table->sortByColumn(models::TaskListModel::Plan, Qt::DescendingOrder);
    m_model->setQuery(m_model->query());
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
    QString plain = text;
    made->setAccessibleName(plain.remove(QLatin1Char('&')));
    made->setToolTip(keys.toString(QKeySequence::NativeText));
    connect(made, &QPushButton::clicked, this, slot);
    return made;
}

void TasksScreen::build()
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
        QStringLiteral("closeTaskButton"), tr("&Close task"), QKeySequence(Qt::CTRL | Qt::Key_E),
        &TasksScreen::closeCurrent);
    m_comment = button(
        QStringLiteral("commentButton"), tr("Co&mment"), QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_M),
        &TasksScreen::commentCurrent);
    auto *create = button(
        QStringLiteral("newTaskButton"), tr("&New task"), QKeySequence(Qt::CTRL | Qt::Key_N),
        &TasksScreen::newTask);
    auto *refresh = new QPushButton(tr("Re&fresh"), this);
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

    m_table = new QTableView(this);
    m_table->setObjectName(QStringLiteral("tasks"));
    m_table->setAccessibleName(tr("Tasks"));
    m_table->setModel(m_model);
    m_table->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_table->setSortingEnabled(true);
    m_table->setWordWrap(false);
    m_table->setTabKeyNavigation(false);
    m_table->setAlternatingRowColors(true);
    m_table->verticalHeader()->hide();
    m_table->verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    m_table->verticalHeader()->setDefaultSectionSize(fontMetrics().height() + 8);
    m_table->horizontalHeader()->setHighlightSections(false);
    const int em = fontMetrics().horizontalAdvance(QLatin1Char('0'));
    for (int column = 0; column < models::TaskListModel::ColumnCount; ++column)
        m_table->setColumnWidth(column, ColumnWidths[column] * em);
    m_table->horizontalHeader()->setStretchLastSection(true);
    m_fitted = columnWidths();
    m_table->viewport()->installEventFilter(this);

    auto *empty = new QWidget(this);
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
    m_stack = new QStackedWidget(this);
    m_stack->addWidget(m_table);
    m_stack->addWidget(empty);

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

    connect(m_filter, &QLineEdit::textChanged, this, [this](const QString &text) {
        TaskQuery query = m_model->query();
        query.text = text;
        m_model->setQuery(query);
    });
    connect(m_table, &QTableView::activated, this, &TasksScreen::editCurrent);
    connect(
        m_table->selectionModel(), &QItemSelectionModel::currentRowChanged, this,
        [this](const QModelIndex &current) {
            const RowId row = m_model->rowOf(current);
            m_details->show(row);
            const TaskRow task = currentTask();
            if (!task.id.isEmpty())
                m_desk.commands.lookAtTask(task.id);
            enableActions();
        });
    connect(m_model, &QAbstractItemModel::dataChanged, this, &TasksScreen::enableActions);
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
        m_details->setVisible(!m_details->isVisible());
    });
    action("filterAction", tr("F&ilter"), QKeySequence::Find, [this] {
        m_filter->setFocus();
        m_filter->selectAll();
    });
    auto *clear = new QAction(tr("Clear the filter"), m_filter);
    clear->setObjectName(QStringLiteral("clearFilterAction"));
    clear->setShortcut(QKeySequence(Qt::Key_Escape));
    clear->setShortcutContext(Qt::WidgetShortcut);
    connect(clear, &QAction::triggered, this, [this] {
        m_filter->clear();
        m_table->setFocus();
    });
    m_filter->addAction(clear);
}

/// Until the user sets widths of his own, the columns share what room there is.
void TasksScreen::fitColumns()
{
    if (columnWidths() != m_fitted)
        return;
    int parts = 0;
    for (const int width : ColumnWidths)
        parts += width;
    const QScrollBar *bar = m_table->verticalScrollBar();
    // Also for the scroll bar that comes with more rows.
    const int room = m_table->viewport()->width() - (bar->isVisible() ? 0 : bar->sizeHint().width());
    for (int column = 0; column < models::TaskListModel::ColumnCount; ++column)
        m_table->setColumnWidth(column, ColumnWidths[column] * room / parts);
    m_fitted = columnWidths();
}

/// All but the last, which takes what is left.
QVector<int> TasksScreen::columnWidths() const
{
    QVector<int> widths;
    for (int column = 0; column + 1 < models::TaskListModel::ColumnCount; ++column)
        widths.append(m_table->columnWidth(column));
    return widths;
}

bool TasksScreen::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_table->viewport() && event->type() == QEvent::Resize && m_table->isVisible())
        fitColumns();
    return QWidget::eventFilter(watched, event);
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
        m_retry->setText(tr("&Try again"));
        m_retry->show();
    } else if (rows == 0 && m_model->load() == Load::Ready && !m_model->query().text.isEmpty()) {
        m_emptyText->setText(tr("Nothing matches “%1”.").arg(m_model->query().text));
        m_retry->setText(tr("Clear the &filter"));
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
    m_table->setCurrentIndex(place);
    m_table->selectRow(place.row());
    m_table->scrollTo(place);
}

void TasksScreen::selectNext(RowId after)
{
    const QModelIndex place = m_model->indexOf(after);
    if (place.isValid() && place.row() + 1 < m_model->rowCount()) {
        const QModelIndex next = m_model->index(place.row() + 1, 0);
        m_table->setCurrentIndex(next);
        m_table->selectRow(next.row());
    }
    m_table->setFocus();
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
