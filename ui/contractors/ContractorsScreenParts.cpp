#include "ClientCard.h"
#include "ContractorWindows.h"
#include "ContractorsScreen.h"
#include "models/ContractorTreeModel.h"
#include "widgets/ChosenRow.h"
#include "widgets/FlowLayout.h"
#include "widgets/ListParts.h"
#include "widgets/PlainLabel.h"

#include <QAction>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QMenu>
#include <QPushButton>
#include <QSplitter>
#include <QStackedWidget>
#include <QTableView>
#include <QTreeView>
#include <QTreeWidget>
#include <QVBoxLayout>

/// How the Contractors screen is put together.
namespace naryad::ui {

using namespace Qt::StringLiterals;

void ContractorsScreen::build()
{
    m_card = new ClientCard(m_desk, this);
    m_stack = new QStackedWidget(this);
    m_stack->setObjectName(u"contractorsStack"_s);
    m_stack->addWidget(makeTree());
    m_stack->addWidget(makeGaps());
    auto *splitter = new QSplitter(Qt::Horizontal, this);
    splitter->setObjectName(u"contractorsSplitter"_s);
    splitter->setChildrenCollapsible(false);
    splitter->addWidget(makeViews());
    splitter->addWidget(m_stack);
    splitter->addWidget(m_card);
    splitter->setStretchFactor(0, 0);
    splitter->setStretchFactor(1, 2);
    splitter->setStretchFactor(2, 3);
    splitter->setSizes({190, 400, 560});
    auto *column = new QVBoxLayout(this);
    column->addWidget(splitter, 1);
}

QWidget *ContractorsScreen::makeViews()
{
    auto *pane = new QWidget(this);
    m_views = new QListWidget(pane);
    m_views->setObjectName(u"contractorViews"_s);
    m_views->setAccessibleName(tr("Contractor views"));
    m_views->setWordWrap(true);
    m_views->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_views->addItem(tr("All contractors"));
    for (const Gap kind : {Gap::SamePhone, Gap::NearNames, Gap::NoPhone, Gap::NoCoordinates}) {
        auto *item = new QListWidgetItem(models::ClientGapsModel::words(kind), m_views);
        item->setData(Qt::UserRole, int(kind));
    }
    m_views->setCurrentRow(0);
    columnOf(pane)->addWidget(m_views);
    pane->setMinimumWidth(120);
    return pane;
}

QWidget *ContractorsScreen::makeTree()
{
    auto *pane = new QWidget(this);
    m_find = new QLineEdit(pane);
    m_find->setObjectName(u"findContractor"_s);
    m_find->setAccessibleName(tr("Find contractor"));
    m_find->setPlaceholderText(tr("name, address, phone…"));
    m_find->setClearButtonEnabled(true);
    auto *label = new QLabel(tr("Fin&d"), pane);
    label->setBuddy(m_find);
    m_count = new QLabel(pane);
    m_count->setObjectName(u"contractorCount"_s);
    auto *top = new QHBoxLayout;
    top->addWidget(label);
    top->addWidget(m_find, 1);
    top->addWidget(m_count);
    m_tree = new QTreeView(pane);
    m_tree->setObjectName(u"contractors"_s);
    m_tree->setAccessibleName(tr("Contractors"));
    m_tree->setModel(m_model);
    m_tree->setUniformRowHeights(true);
    m_tree->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_tree->setExpandsOnDoubleClick(false);
    m_tree->setContextMenuPolicy(Qt::ActionsContextMenu);
    m_tree->header()->setStretchLastSection(false);
    m_tree->header()->setSectionResizeMode(0, QHeaderView::Stretch);
    m_tree->header()->setSectionResizeMode(1, QHeaderView::ResizeToContents);
    m_treeMessage = plainLabel({}, pane);
    m_treeMessage->setObjectName(u"contractorsMessage"_s);
    m_treeMessage->hide();
    QVBoxLayout *column = columnOf(pane);
    column->addLayout(top);
    column->addWidget(m_treeMessage);
    column->addWidget(m_tree, 1);
    m_find->installEventFilter(this);
    m_tree->installEventFilter(this);
    m_tree->viewport()->installEventFilter(this);
    m_card->tree()->installEventFilter(this);
    return pane;
}

QWidget *ContractorsScreen::makeGaps()
{
    auto *pane = new QWidget(this);
    m_gapTable = new QTableView(pane);
    m_gapTable->setObjectName(u"contractorGaps"_s);
    m_gapTable->setAccessibleName(tr("Doubles and gaps"));
    m_gapTable->setModel(m_gaps);
    m_gapTable->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_gapTable->setSelectionMode(QAbstractItemView::SingleSelection);
    m_gapTable->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_gapTable->setTabKeyNavigation(false);
    m_gapTable->setWordWrap(false);
    m_gapTable->verticalHeader()->hide();
    m_gapTable->setColumnHidden(models::ClientGapsModel::KindColumn, true);
    m_gapTable->horizontalHeader()->setStretchLastSection(true);
    m_gapTable->setContextMenuPolicy(Qt::ActionsContextMenu);
    m_gapTable->installEventFilter(this);
    keepChosenRow(m_gapTable);
    m_gapNote = plainLabel({}, pane);
    m_gapNote->setObjectName(u"gapNote"_s);
    QVBoxLayout *column = columnOf(pane);
    column->addWidget(m_gapTable, 1);
    column->addWidget(m_gapNote);
    return pane;
}

QAction *ContractorsScreen::action(
    const char *name, const QString &text, const QKeySequence &keys, void (ContractorsScreen::*slot)())
{
    auto *made = new QAction(text, this);
    made->setObjectName(QString::fromLatin1(name));
    made->setShortcut(keys);
    // In lists only: what is typed into a field is the field's.
    made->setShortcutContext(Qt::WidgetShortcut);
    for (QWidget *list :
         {static_cast<QWidget *>(m_tree), static_cast<QWidget *>(m_gapTable),
          static_cast<QWidget *>(m_card->tree())})
        list->addAction(made);
    connect(made, &QAction::triggered, this, slot);
    return made;
}

void ContractorsScreen::buildActions()
{
    m_new = new QAction(tr("&New contractor"), this);
    m_new->setObjectName(u"newContractorAction"_s);
    m_new->setShortcut(QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_N));
    m_new->setToolTip(tr("Makes a new contractor, with persons and phones (%1)")
                          .arg(m_new->shortcut().toString(QKeySequence::NativeText)));
    connect(m_new, &QAction::triggered, this, [this] { newContractor(); });
    m_addSubdivision = action(
        "addSubdivisionAction", tr("Add &subdivision"), QKeySequence(Qt::Key_Insert),
        &ContractorsScreen::addSubdivision);
    m_addPerson = action("addPersonAction", tr("Add &person"), {}, &ContractorsScreen::addPerson);
    m_addPhone = action("addPhoneAction", tr("Add p&hone"), {}, &ContractorsScreen::addPhone);
    m_edit = action(
        "editContractorAction", tr("&Edit"), QKeySequence(Qt::Key_F2), &ContractorsScreen::editTarget);
    m_delete = action(
        "deleteFromContractorAction", tr("&Delete"), QKeySequence::Delete, &ContractorsScreen::deleteTarget);
    m_newTask = action("newTaskForContractorAction", tr("New &task for it"), {}, &ContractorsScreen::newTask);
    m_newTask->setToolTip(tr("Begins a task with this contractor, its address and its last template"));
    m_findExternal = new QAction(tr("&Find by external id…"), this);
    m_findExternal->setObjectName(u"findExternalIdAction"_s);
    m_findExternal->setToolTip(tr("Asks the service, so that one no list has named yet is found too"));
    connect(m_findExternal, &QAction::triggered, this, &ContractorsScreen::findExternal);
    auto *copy = new QAction(tr("&Copy"), this);
    copy->setObjectName(u"copyContractor"_s);
    copy->setShortcut(QKeySequence::Copy);
    copy->setShortcutContext(Qt::WidgetShortcut);
    connect(copy, &QAction::triggered, this, &ContractorsScreen::copyTree);
    m_tree->addAction(copy);
    m_card->setMenuActions({m_edit, m_delete, m_addPerson, m_addPhone, m_addSubdivision, m_newTask});
    static_cast<QVBoxLayout *>(layout())->insertWidget(0, makeBar());
}

QWidget *ContractorsScreen::makeBar()
{
    auto *bar = new QWidget(this);
    auto *flow = new FlowLayout(bar);
    flow->setContentsMargins(0, 0, 0, 0);
    const QVector<QPair<QAction *, QString>> buttons{
        {m_new, u"newContractorButton"_s},
        {m_addSubdivision, u"addSubdivisionButton"_s},
        {m_addPerson, u"addPersonButton"_s},
        {m_addPhone, u"addPhoneButton"_s},
        {m_edit, u"editContractorButton"_s},
        {m_delete, u"deleteFromContractorButton"_s},
        {m_newTask, u"newTaskForContractorButton"_s},
        {m_findExternal, u"findExternalIdButton"_s}};
    QWidget *before = nullptr;
    for (const auto &[action, name] : buttons) {
        QPushButton *button = buttonFor(action, name, bar);
        flow->addWidget(button);
        if (before)
            setTabOrder(before, button);
        before = button;
    }
    for (QWidget *next :
         {static_cast<QWidget *>(m_views), static_cast<QWidget *>(m_find), static_cast<QWidget *>(m_tree),
          static_cast<QWidget *>(m_gapTable), static_cast<QWidget *>(m_card->tree())}) {
        setTabOrder(before, next);
        before = next;
    }
    return bar;
}

QVector<QAction *> ContractorsScreen::menuActions() const
{
    return {m_addSubdivision, m_addPerson, m_addPhone, m_edit, m_delete, m_newTask, m_findExternal};
}

void ContractorsScreen::connectAll()
{
    connect(m_views, &QListWidget::currentRowChanged, this, &ContractorsScreen::showView);
    connect(m_find, &QLineEdit::textChanged, this, [this](const QString &text) {
        m_firstHit = true;
        m_model->setFilter(text);
    });
    connect(m_model, &models::ContractorTreeModel::filtered, this, [this] {
        showCount();
        takeFirstHit();
        if (!m_toShow.isEmpty())
            m_model->reveal(m_toShow);
        keepCurrent();
    });
    connect(m_model, &models::ContractorTreeModel::countsChanged, this, &ContractorsScreen::showCount);
    connect(m_model, &models::ContractorTreeModel::failed, this, [this](const Error &error) {
        m_treeMessage->setText(describe(error));
        m_treeMessage->show();
    });
    connect(m_model, &models::ContractorTreeModel::revealed, this, [this](const QModelIndex &index) {
        if (!index.isValid() || m_model->idOf(index) != m_toShow)
            return;
        m_toShow.clear();
        m_tree->setCurrentIndex(index);
        m_tree->scrollTo(index);
        showCurrent();
    });
    // A client made here gets its id, and the marked row with it; the first that come are there to be marked.
    connect(
        m_model, &QAbstractItemModel::layoutChanged, this, &ContractorsScreen::keepCurrent,
        Qt::QueuedConnection);
    connect(
        m_model, &QAbstractItemModel::modelReset, this, &ContractorsScreen::keepCurrent,
        Qt::QueuedConnection);
    connect(
        m_tree->selectionModel(), &QItemSelectionModel::currentRowChanged, this,
        [this](const QModelIndex &current) {
            if (m_toShow.isEmpty() || m_model->idOf(current) == m_toShow)
                showCurrent();
        });
    connect(m_tree, &QTreeView::activated, this, [this] {
        m_inCard = false;
        enableActions();
        editTarget();
    });
    connect(m_card, &ClientCard::shown, this, &ContractorsScreen::enableActions);
    connect(m_card, &ClientCard::currentChanged, this, &ContractorsScreen::enableActions);
    connect(m_card, &ClientCard::activated, this, &ContractorsScreen::activateCard);
    connect(m_gaps, &models::ClientGapsModel::loaded, this, &ContractorsScreen::showGaps);
    connect(
        m_gapTable->selectionModel(), &QItemSelectionModel::currentRowChanged, this,
        &ContractorsScreen::showGapClient);
    connect(m_gapTable, &QTableView::activated, this, &ContractorsScreen::openGap);
    connect(m_windows, &ContractorWindows::made, this, &ContractorsScreen::reveal);
    connect(m_windows, &ContractorWindows::deleting, this, &ContractorsScreen::told);
}

} // namespace naryad::ui
