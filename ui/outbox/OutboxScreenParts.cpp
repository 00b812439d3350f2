#include "outbox/OutboxScreen.h"

#include "models/Words.h"
#include "outbox/ConflictTable.h"
#include "outbox/FoundTasks.h"
#include "outbox/Looks.h"
#include "widgets/ChosenRow.h"

#include <QAction>
#include <QGridLayout>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QStackedWidget>
#include <QStyle>
#include <QTableView>
#include <QVBoxLayout>

/// What the Outbox is made of.
namespace naryad::ui {

using namespace Qt::StringLiterals;

QWidget *OutboxScreen::makeListPane()
{
    auto *pane = new QWidget(this);
    pane->setObjectName(u"outboxListPane"_s);
    auto *column = new QVBoxLayout(pane);
    m_summary = new QLabel(pane);
    m_summary->setObjectName(u"outboxSummary"_s);
    m_summary->setTextFormat(Qt::PlainText);
    column->addWidget(m_summary);
    m_filter = new QLineEdit(pane);
    m_filter->setObjectName(u"outboxFilter"_s);
    m_filter->setAccessibleName(tr("Filter"));
    m_filter->setPlaceholderText(tr("Filter"));
    m_filter->setClearButtonEnabled(true);
    column->addWidget(m_filter);
    connect(m_filter, &QLineEdit::textChanged, this, [this](const QString &text) {
        m_model->setFilter(text);
        modelLoaded();
    });
    m_list = new QStackedWidget(pane);
    column->addWidget(m_list, 1);

    m_table = new QTableView(m_list);
    m_table->setObjectName(u"outboxTable"_s);
    m_table->setAccessibleName(tr("Outbox"));
    m_table->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_table->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_table->setAlternatingRowColors(true);
    m_table->setModel(m_model);
    m_table->setSelectionMode(QAbstractItemView::ExtendedSelection);
    m_table->setTabKeyNavigation(false);
    m_table->setWordWrap(false);
    m_table->verticalHeader()->hide();
    m_table->verticalHeader()->setDefaultSectionSize(fontMetrics().height() + 8);
    m_table->horizontalHeader()->setHighlightSections(false);
    const int em = fontMetrics().height();
    const int when = fontMetrics().horizontalAdvance(u"00.00 00:00:00"_s) + em;
    m_table->setColumnWidth(models::OutboxModel::When, when);
    // As wide as the longest state that does not count down, with its sign.
    JournalEntry lengthy;
    lengthy.state = CommandState::Unsure;
    const int state = fontMetrics().horizontalAdvance(models::stateText(lengthy, {}))
        + style()->pixelMetric(QStyle::PM_SmallIconSize) + em;
    m_table->setColumnWidth(models::OutboxModel::State, state);
    m_sharedOutcome = em * 14;
    m_table->setColumnWidth(models::OutboxModel::Outcome, m_sharedOutcome);
    // What was said gets what room there is.
    m_table->horizontalHeader()->setSectionResizeMode(models::OutboxModel::What, QHeaderView::Stretch);
    keepChosenRow(m_table);
    m_table->installEventFilter(this);
    m_table->viewport()->installEventFilter(this);
    m_list->addWidget(m_table);
    auto *copy = new QAction(tr("Copy as text"), m_table);
    copy->setObjectName(u"outboxCopy"_s);
    copy->setShortcut(QKeySequence::Copy);
    copy->setShortcutContext(Qt::WidgetShortcut);
    connect(copy, &QAction::triggered, this, &OutboxScreen::copyRows);
    m_table->addAction(copy);
    m_table->setContextMenuPolicy(Qt::ActionsContextMenu);

    auto *empty = new QWidget(m_list);
    // The keyboard waits here for rows to come; the stack hands it on to the table then.
    empty->setObjectName(u"outboxEmptyPage"_s);
    empty->setAccessibleName(tr("Outbox"));
    empty->setFocusPolicy(Qt::StrongFocus);
    auto *middle = new QVBoxLayout(empty);
    m_empty = new QLabel(empty);
    m_empty->setObjectName(u"outboxEmpty"_s);
    m_empty->setTextFormat(Qt::PlainText);
    m_empty->setWordWrap(true);
    m_empty->setAlignment(Qt::AlignCenter);
    m_reload = makeButton(u"outboxReload"_s, tr("Read a&gain"), tr("Read again"));
    connect(m_reload, &QPushButton::clicked, m_model, &models::OutboxModel::reload);
    middle->addStretch(1);
    middle->addWidget(m_empty);
    middle->addWidget(m_reload, 0, Qt::AlignCenter);
    middle->addStretch(2);
    m_list->addWidget(empty);
    return pane;
}

QWidget *OutboxScreen::makeDetailsPane()
{
    auto *pane = new QWidget(this);
    pane->setObjectName(u"outboxDetailsPane"_s);
    auto *column = new QVBoxLayout(pane);
    m_details = new QPlainTextEdit(pane);
    m_details->setObjectName(u"outboxDetails"_s);
    m_details->setAccessibleName(tr("Outbox details"));
    m_details->setReadOnly(true);
    m_details->setTabChangesFocus(true);
    m_details->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    column->addWidget(m_details, 3);
    m_message = new QLabel(pane);
    m_message->setObjectName(u"outboxMessage"_s);
    m_message->setTextFormat(Qt::PlainText);
    m_message->setWordWrap(true);
    m_message->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_message->hide();
    column->addWidget(m_message);

    m_conflicts = new ConflictTable(m_desk.zone, pane);
    column->addWidget(m_conflicts, 3);
    m_found = new FoundTasks(m_desk.zone, pane);
    column->addWidget(m_found, 1);
    connect(m_found, &FoundTasks::choiceChanged, this, &OutboxScreen::showButtons);

    m_buttons = new QWidget(pane);
    m_grid = new QGridLayout(m_buttons);
    m_grid->setContentsMargins(0, 0, 0, 0);
    m_undo = makeButton(u"outboxUndo"_s, tr("&Undo"), tr("Undo"));
    m_fix = makeButton(u"outboxFix"_s, tr("Fi&x"), tr("Fix"));
    m_retry = makeButton(u"outboxRetry"_s, tr("&Retry"), tr("Retry"));
    m_look = makeButton(u"outboxLookForIt"_s, tr("&Look for it"), tr("Look for it"));
    m_there = makeButton(u"outboxItIsThere"_s, tr("&It is there"), tr("It is there"));
    m_again = makeButton(u"outboxSendAgain"_s, tr("&Send again"), tr("Send again"));
    m_mine = makeButton(u"outboxKeepMine"_s, tr("Keep &mine"), tr("Keep mine"));
    m_theirs = makeButton(u"outboxKeepTheirs"_s, tr("Keep th&eirs"), tr("Keep theirs"));
    m_drop = makeButton(u"outboxDrop"_s, tr("&Drop"), tr("Drop"));
    connect(m_undo, &QPushButton::clicked, this, &OutboxScreen::recall);
    connect(m_mine, &QPushButton::clicked, this, [this] { decide(Decision::KeepMine); });
    connect(m_theirs, &QPushButton::clicked, this, [this] { decide(Decision::KeepTheirs); });
    connect(m_fix, &QPushButton::clicked, this, [this] {
        if (m_entry)
            Q_EMIT fixRequested(*m_entry);
    });
    connect(m_retry, &QPushButton::clicked, this, [this] { decide(Decision::Retry); });
    connect(m_look, &QPushButton::clicked, this, [this] {
        if (!m_entry)
            return;
        m_lookAsked = m_entry->id;
        m_looks->look(*m_entry);
    });
    connect(m_there, &QPushButton::clicked, this, &OutboxScreen::itIsThere);
    connect(m_again, &QPushButton::clicked, this, &OutboxScreen::confirmSendAgain);
    connect(m_drop, &QPushButton::clicked, this, [this] { decide(Decision::Drop); });
    column->addWidget(m_buttons);
    return pane;
}

QPushButton *OutboxScreen::makeButton(const QString &name, const QString &text, const QString &accessible)
{
    auto *button = new QPushButton(text, this);
    button->setObjectName(name);
    button->setAccessibleName(accessible);
    button->setAutoDefault(false);
    button->hide();
    return button;
}

} // namespace naryad::ui
