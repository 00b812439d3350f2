#include "EquipmentCardView.h"
#include "EquipmentScreen.h"
#include "EquipmentWindows.h"
#include "models/EquipmentListModel.h"
#include "models/EquipmentModelsModel.h"
#include "widgets/ChosenRow.h"
#include "widgets/FlowLayout.h"
#include "widgets/ListParts.h"
#include "widgets/PlainLabel.h"

#include <QAction>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QPushButton>
#include <QSplitter>
#include <QTableView>
#include <QTreeWidget>
#include <QVBoxLayout>

/// How the Equipment screen is put together.
namespace naryad::ui {

using namespace Qt::StringLiterals;

namespace {

QLineEdit *fieldIn(QWidget *pane, const QString &name, const QString &objectName, const QString &hint)
{
    auto *field = new QLineEdit(pane);
    field->setObjectName(objectName);
    field->setAccessibleName(name);
    field->setPlaceholderText(hint);
    field->setClearButtonEnabled(true);
    return field;
}

} // namespace

void EquipmentScreen::build()
{
    m_card = new EquipmentCardView(m_desk, this);
    auto *splitter = new QSplitter(Qt::Horizontal, this);
    splitter->setObjectName(u"equipmentSplitter"_s);
    splitter->setChildrenCollapsible(false);
    splitter->addWidget(makeModels());
    splitter->addWidget(makeList());
    splitter->addWidget(m_card);
    splitter->setStretchFactor(0, 1);
    splitter->setStretchFactor(1, 3);
    splitter->setStretchFactor(2, 2);
    splitter->setSizes({210, 560, 400});
    auto *column = new QVBoxLayout(this);
    column->addWidget(splitter, 1);
}

QWidget *EquipmentScreen::makeModels()
{
    auto *pane = new QWidget(this);
    m_findModel = fieldIn(pane, tr("Find model"), u"findModel"_s, tr("model…"));
    auto *label = new QLabel(tr("M&odels"), pane);
    m_modelList = new QListView(pane);
    m_modelList->setObjectName(u"models"_s);
    m_modelList->setAccessibleName(tr("Models"));
    m_modelList->setModel(m_models);
    m_modelList->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_modelList->setContextMenuPolicy(Qt::ActionsContextMenu);
    m_modelList->setUniformItemSizes(true);
    m_modelList->setCurrentIndex(m_models->index(0));
    label->setBuddy(m_modelList);
    QVBoxLayout *column = columnOf(pane);
    column->addWidget(label);
    column->addWidget(m_findModel);
    column->addWidget(m_modelList, 1);
    pane->setMinimumWidth(120);
    return pane;
}

QWidget *EquipmentScreen::makeList()
{
    auto *pane = new QWidget(this);
    m_find = fieldIn(
        pane, tr("Find equipment"), u"findEquipment"_s, tr("serial number, model, owner, description…"));
    auto *label = new QLabel(tr("Fin&d"), pane);
    label->setBuddy(m_find);
    m_count = new QLabel(pane);
    m_count->setObjectName(u"equipmentCount"_s);
    auto *top = new QHBoxLayout;
    top->addWidget(label);
    top->addWidget(m_find, 1);
    top->addWidget(m_count);
    m_table = new QTableView(pane);
    m_table->setObjectName(u"equipment"_s);
    m_table->setAccessibleName(tr("Equipment"));
    m_table->setModel(m_model);
    m_table->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    m_table->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_table->setTabKeyNavigation(false);
    m_table->setWordWrap(false);
    m_table->setContextMenuPolicy(Qt::ActionsContextMenu);
    m_table->verticalHeader()->hide();
    m_table->verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    m_table->horizontalHeader()->setSortIndicator(0, Qt::AscendingOrder);
    m_table->horizontalHeader()->setStretchLastSection(true);
    m_table->horizontalHeader()->resizeSection(0, 130);
    m_table->horizontalHeader()->resizeSection(1, 130);
    m_table->horizontalHeader()->resizeSection(2, 160);
    m_table->setSortingEnabled(true);
    keepChosenRow(m_table);
    m_message = plainLabel({}, pane);
    m_message->setObjectName(u"equipmentMessage"_s);
    m_message->hide();
    QVBoxLayout *column = columnOf(pane);
    column->addLayout(top);
    column->addWidget(m_message);
    column->addWidget(m_table, 1);
    for (QObject *watched :
         {static_cast<QObject *>(m_find), static_cast<QObject *>(m_findModel),
          static_cast<QObject *>(m_table), static_cast<QObject *>(m_table->viewport()),
          static_cast<QObject *>(m_modelList), static_cast<QObject *>(m_modelList->viewport()),
          static_cast<QObject *>(m_card->tree())})
        watched->installEventFilter(this);
    return pane;
}

QAction *EquipmentScreen::action(
    const char *name, const QString &text, const QKeySequence &keys, const QVector<QWidget *> &lists,
    void (EquipmentScreen::*slot)())
{
    auto *made = new QAction(text, this);
    made->setObjectName(QString::fromLatin1(name));
    made->setShortcut(keys);
    // In lists only: what is typed into a field is the field's.
    made->setShortcutContext(Qt::WidgetShortcut);
    for (QWidget *list : lists)
        list->addAction(made);
    connect(made, &QAction::triggered, this, slot);
    return made;
}

void EquipmentScreen::buildActions()
{
    const QVector<QWidget *> pieces{m_table, m_card->tree()};
    const QVector<QWidget *> all = QVector<QWidget *>{m_modelList} + pieces;
    m_newModel = action("newModel", tr("New &model"), {}, {m_modelList}, &EquipmentScreen::newModel);
    m_newModel->setToolTip(tr("Makes a model that equipment can be of"));
    m_newEquipment = action(
        "newEquipment", tr("&New equipment"), QKeySequence(Qt::Key_Insert), all,
        &EquipmentScreen::newEquipment);
    m_newEquipment->setToolTip(tr("Makes a piece of equipment, of the chosen model where one is (Ins)"));
    m_edit = action("editEquipment", tr("&Edit"), QKeySequence(Qt::Key_F2), all, &EquipmentScreen::edit);
    m_delete = action("deleteEquipment", tr("&Delete"), QKeySequence::Delete, all, &EquipmentScreen::remove);
    m_print = action("printLabel", tr("&Print label…"), {}, pieces, &EquipmentScreen::printLabel);
    m_print->setToolTip(tr("A label with the serial number as a QR code"));
    m_savePdf = action("saveLabel", tr("Save &label as PDF…"), {}, pieces, &EquipmentScreen::saveLabel);
    m_savePdf->setToolTip(tr("The label as a PDF file of its own size"));
    m_dictionaries = action("dictionaries", tr("Dictionar&ies…"), {}, {}, &EquipmentScreen::showDictionaries);
    m_dictionaries->setToolTip(tr("What the numbers of types, manufacturers and fields mean"));
    action("copyEquipment", tr("&Copy"), QKeySequence::Copy, {m_table}, &EquipmentScreen::copyRow);
    static_cast<QVBoxLayout *>(layout())->insertWidget(0, makeBar());
}

QWidget *EquipmentScreen::makeBar()
{
    auto *bar = new QWidget(this);
    auto *flow = new FlowLayout(bar);
    flow->setContentsMargins(0, 0, 0, 0);
    QWidget *before = nullptr;
    const auto follow = [&before](QWidget *next) {
        if (before)
            setTabOrder(before, next);
        before = next;
    };
    for (QAction *one : {m_newModel, m_newEquipment, m_edit, m_delete, m_print, m_savePdf, m_dictionaries}) {
        QPushButton *button = buttonFor(one, {}, bar);
        flow->addWidget(button);
        follow(button);
    }
    for (QWidget *next :
         {static_cast<QWidget *>(m_findModel), static_cast<QWidget *>(m_modelList),
          static_cast<QWidget *>(m_find), static_cast<QWidget *>(m_table),
          static_cast<QWidget *>(m_card->tree())})
        follow(next);
    return bar;
}

QVector<QAction *> EquipmentScreen::menuActions() const
{
    return {m_newModel, m_edit, m_delete, m_print, m_savePdf, m_dictionaries};
}

void EquipmentScreen::connectAll()
{
    using List = models::EquipmentListModel;
    connect(m_find, &QLineEdit::textEdited, this, [this] { m_toShow.clear(); });
    connect(m_find, &QLineEdit::textChanged, this, &EquipmentScreen::ask);
    connect(m_findModel, &QLineEdit::textChanged, m_models, &models::EquipmentModelsModel::setFilter);
    connect(m_modelList->selectionModel(), &QItemSelectionModel::currentChanged, this, [this] {
        ask();
        enableActions();
    });
    // A filter may take the chosen model away.
    connect(
        m_models, &QAbstractItemModel::layoutChanged, this,
        [this] {
            if (!m_modelList->currentIndex().isValid())
                m_modelList->setCurrentIndex(m_models->index(0));
        },
        Qt::QueuedConnection);
    connect(m_models, &models::EquipmentModelsModel::loaded, this, [this] {
        if (!m_modelToShow.isEmpty()) {
            const QModelIndex model = m_models->indexOf(std::exchange(m_modelToShow, QString()));
            if (model.isValid())
                m_modelList->setCurrentIndex(model);
        }
        enableActions();
    });
    connect(m_models, &models::EquipmentModelsModel::failed, this, [this](const Error &error) {
        m_message->setText(describe(error));
        m_message->show();
    });
    connect(m_model, &List::loadChanged, this, [this] {
        showCount();
        keepCurrent();
    });
    connect(m_model, &QAbstractItemModel::dataChanged, this, &EquipmentScreen::showCurrent);
    connect(
        m_model, &QAbstractItemModel::layoutChanged, this, &EquipmentScreen::keepCurrent,
        Qt::QueuedConnection);
    connect(
        m_model, &QAbstractItemModel::modelReset, this, &EquipmentScreen::keepCurrent, Qt::QueuedConnection);
    connect(
        m_table->selectionModel(), &QItemSelectionModel::currentRowChanged, this,
        &EquipmentScreen::showCurrent);
    connect(m_table, &QTableView::activated, this, [this] {
        m_inModels = false;
        enableActions();
        edit();
    });
    connect(m_modelList, &QListView::activated, this, [this] {
        m_inModels = true;
        enableActions();
        edit();
    });
    connect(m_card, &EquipmentCardView::shown, this, [this] {
        enableActions();
        keepCurrent();
    });
    connect(m_card, &EquipmentCardView::contractorAsked, this, &EquipmentScreen::openContractor);
    connect(m_card, &EquipmentCardView::taskAsked, this, &EquipmentScreen::openTask);
    connect(m_windows, &EquipmentWindows::deleting, this, &EquipmentScreen::told);
    connect(m_windows, &EquipmentWindows::notKept, this, &EquipmentScreen::notKept);
    connect(m_windows, &EquipmentWindows::made, this, &EquipmentScreen::reveal);
}

} // namespace naryad::ui
