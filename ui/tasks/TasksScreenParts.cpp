#include "QuickFilters.h"
#include "TaskBatchActions.h"
#include "TaskBatchPanel.h"
#include "TaskColumns.h"
#include "TaskDetailsPanel.h"
#include "TaskViews.h"
#include "TasksScreen.h"
#include "widgets/ChosenRow.h"
#include "widgets/Keys.h"
#include "widgets/PlainLabel.h"
#include "widgets/TopRowKeeper.h"

#include <QAction>
#include <QHeaderView>
#include <QLineEdit>
#include <QPushButton>
#include <QSplitter>
#include <QStackedWidget>
#include <QTableView>
#include <QVBoxLayout>

/// What the Tasks screen is made of.
namespace naryad::ui {

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
    // As much as most answers need, so that the field beside it keeps still while one types.
    m_count->setMinimumWidth(fontMetrics().horizontalAdvance(
        tr("%1+ of %2").arg(QStringLiteral("00,000"), QStringLiteral("00,000"))));
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
    refresh->setToolTip(keys::refresh().toString(QKeySequence::NativeText));
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
    m_table = new WideTable(this);
    m_table->setObjectName(QStringLiteral("tasks"));
    m_table->setAccessibleName(tr("Tasks"));
    m_table->setModel(m_model);
    m_table->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_table->setSelectionMode(QAbstractItemView::ExtendedSelection);
    m_table->setSortingEnabled(true);
    m_table->setWordWrap(false);
    m_table->setTabKeyNavigation(false);
    m_table->setAlternatingRowColors(true);
    m_table->verticalHeader()->hide();
    m_table->verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    m_table->verticalHeader()->setDefaultSectionSize(fontMetrics().height() + 8);
    m_columns = new TaskColumns(m_table);
    new TopRowKeeper(m_table);
    m_table->viewport()->installEventFilter(this);
    keepChosenRow(m_table);
}

void TasksScreen::showMany()
{
    m_side->setCurrentIndex(m_batch->isMany() ? 1 : 0);
    enableActions();
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
            clearFilters();
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
    m_quick = new QuickFilters(m_desk, this);
    makeTable();
    m_stack = new QStackedWidget(this);
    m_stack->addWidget(m_table);
    m_stack->addWidget(makeEmpty());
    m_details = new TaskDetailsPanel(m_desk, this);
    m_splitter = new QSplitter(Qt::Horizontal, this);
    m_splitter->setObjectName(QStringLiteral("tasksSplitter"));
    m_splitter->addWidget(m_stack);
    m_batch = new TaskBatchActions(m_desk, m_table, m_columns, m_model, m_windows, this);
    connect(m_batch, &TaskBatchActions::chosenChanged, this, &TasksScreen::showMany);
    m_side = new QStackedWidget(this);
    m_side->addWidget(m_details);
    m_side->addWidget(m_batch->panel());
    m_splitter->addWidget(m_side);
    m_splitter->setStretchFactor(0, 5);
    m_splitter->setStretchFactor(1, 2);
    m_splitter->setSizes({1000, 380});
    auto *layout = new QVBoxLayout(this);
    layout->addLayout(bar);
    // Without a name: how wide the views are is kept by them, also while they are hidden.
    auto *panes = new QSplitter(Qt::Horizontal, this);
    auto *list = new QWidget(panes);
    auto *column = new QVBoxLayout(list);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_quick);
    column->addWidget(m_splitter, 1);
    layout->addWidget(panes, 1);
    m_views = new TaskViews(m_desk, *this, panes);
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
    action("refreshAction", tr("Re&fresh"), keys::refresh(), [this] { m_desk.commands.refresh(); });
    action("detailsAction", tr("&Details panel"), keys::details(), [this] {
        if (m_side->isAncestorOf(focusWidget()))
            m_table->setFocus();
        m_side->setVisible(!m_side->isVisible());
    });
    action("filterAction", tr("F&ilter"), QKeySequence::Find, [this] { focusFilter(); });
    auto *clear = new QAction(tr("Clear the filter"), this);
    clear->setObjectName(QStringLiteral("clearFilterAction"));
    clear->setShortcut(QKeySequence(Qt::Key_Escape));
    clear->setShortcutContext(Qt::WidgetShortcut);
    connect(clear, &QAction::triggered, this, &TasksScreen::clearNext);
    for (QWidget *widget :
         {static_cast<QWidget *>(m_filter), static_cast<QWidget *>(m_table), m_stack->widget(1)})
        widget->addAction(clear);
}

} // namespace naryad::ui
