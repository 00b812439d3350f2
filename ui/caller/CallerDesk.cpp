#include "caller/CallerDesk.h"

#include "caller/CallerText.h"
#include "core/Await.h"
#include "core/Text.h"
#include "models/CallerModel.h"

#include <QAction>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QListWidget>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSplitter>
#include <QStackedWidget>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>
#include <utility>

namespace naryad::ui {

using namespace Qt::StringLiterals;

CallerDesk::CallerDesk(Desk desk, QWidget *parent)
    : QWidget(parent)
    , m_desk(std::move(desk))
    , m_model(new models::CallerModel(m_desk.reader, this))
{
    setObjectName(u"callerDesk"_s);
    setAccessibleName(tr("Caller desk"));
    makeActions();
    auto *column = new QVBoxLayout(this);
    auto *bar = new QHBoxLayout;
    auto *label = new QLabel(tr("&Caller"), this);
    m_field = new QLineEdit(this);
    m_field->setObjectName(u"caller"_s);
    m_field->setAccessibleName(tr("Caller"));
    m_field->setPlaceholderText(tr("Who is calling? Number, any part of it, or a name"));
    m_field->setClearButtonEnabled(true);
    m_field->installEventFilter(this);
    label->setBuddy(m_field);
    bar->addWidget(label);
    bar->addWidget(m_field, 1);
    column->addLayout(bar);
    auto *splitter = new QSplitter(this);
    splitter->setObjectName(u"callerSplitter"_s);
    splitter->setChildrenCollapsible(false);
    splitter->addWidget(makeList());
    splitter->addWidget(makeCard());
    splitter->setStretchFactor(0, 2);
    splitter->setStretchFactor(1, 3);
    column->addWidget(splitter, 1);
    connect(m_field, &QLineEdit::textChanged, this, [this](const QString &typed) {
        m_then = Then::Nothing;
        m_typedSince = true;
        m_model->setTyped(typed);
        enable();
    });
    connect(m_model, &models::CallerModel::ready, this, &CallerDesk::answered);
    answered();
}

CallerDesk::~CallerDesk() = default;

QWidget *CallerDesk::makeList()
{
    m_stack = new QStackedWidget(this);
    m_stack->setObjectName(u"callerResults"_s);
    m_list = new QListView(m_stack);
    m_list->setObjectName(u"callers"_s);
    m_list->setAccessibleName(tr("Callers found"));
    m_list->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_list->setAlternatingRowColors(true);
    m_list->setUniformItemSizes(false);
    m_list->setModel(m_model);
    m_list->installEventFilter(this);
    m_stack->addWidget(m_list);
    connect(
        m_list->selectionModel(), &QItemSelectionModel::currentChanged, this,
        [this](const QModelIndex &current) {
            if (current.isValid() && m_model->at(current.row()).contractor != m_caller.contractor)
                choose(current.row());
        });
    connect(m_list, &QListView::doubleClicked, this, [this] { does(Then::Open); });

    auto *page = new QWidget(m_stack);
    page->setObjectName(u"nobodyFound"_s);
    auto *middle = new QVBoxLayout(page);
    m_nobody = new QLabel(page);
    m_nobody->setObjectName(u"nobodyText"_s);
    m_nobody->setTextFormat(Qt::PlainText);
    m_nobody->setWordWrap(true);
    m_nobody->setAlignment(Qt::AlignCenter);
    m_new = new QPushButton(page);
    m_new->setObjectName(u"newContractorFromCall"_s);
    connect(m_new, &QPushButton::clicked, this, [this] { does(Then::Open); });
    middle->addStretch(1);
    middle->addWidget(m_nobody);
    middle->addWidget(m_new, 0, Qt::AlignCenter);
    middle->addStretch(2);
    m_stack->addWidget(page);
    return m_stack;
}

QWidget *CallerDesk::makeCard()
{
    auto *pane = new QWidget(this);
    pane->setObjectName(u"callerCardPane"_s);
    auto *column = new QVBoxLayout(pane);
    m_text = new QPlainTextEdit(pane);
    m_text->setObjectName(u"callerCard"_s);
    m_text->setAccessibleName(tr("Caller's card"));
    m_text->setReadOnly(true);
    m_text->setTabChangesFocus(true);
    m_text->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    column->addWidget(m_text, 3);
    m_tasksTitle = new QLabel(pane);
    m_tasksTitle->setObjectName(u"callerTasksTitle"_s);
    m_tasksTitle->setTextFormat(Qt::PlainText);
    column->addWidget(m_tasksTitle);
    m_tasks = new QListWidget(pane);
    m_tasks->setObjectName(u"callerTasks"_s);
    m_tasks->setAccessibleName(tr("Open tasks known here"));
    connect(m_tasks, &QListWidget::currentRowChanged, this, &CallerDesk::enable);
    column->addWidget(m_tasks, 1);
    auto *buttons = new QHBoxLayout;
    for (QAction *action : {m_taskAction, m_openAction, m_commentAction}) {
        auto *button = new QToolButton(pane);
        button->setObjectName(action->objectName() + u"Button");
        button->setDefaultAction(action);
        button->setToolButtonStyle(Qt::ToolButtonTextOnly);
        button->setFocusPolicy(Qt::TabFocus);
        button->setAccessibleName(action->iconText());
        buttons->addWidget(button);
    }
    buttons->addStretch(1);
    column->addLayout(buttons);
    return pane;
}

void CallerDesk::makeActions()
{
    const auto add = [this](const QString &name, const QString &text, const QKeySequence &keys, Then what) {
        auto *action = new QAction(text, this);
        action->setObjectName(name);
        action->setShortcut(keys);
        action->setShortcutContext(Qt::WidgetWithChildrenShortcut);
        connect(action, &QAction::triggered, this, [this, what] { does(what); });
        addAction(action);
        return action;
    };
    // Ctrl+N is the window's own and comes here by beginTask().
    m_taskAction = add(u"callerTask"_s, tr("New task"), {}, Then::Task);
    m_openAction = add(u"callerOpen"_s, tr("Open"), {}, Then::Open);
    m_commentAction = add(
        u"callerComment"_s, tr("Comment"), QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_M), Then::Comment);
    const QString newKeys = QKeySequence(Qt::CTRL | Qt::Key_N).toString(QKeySequence::NativeText);
    m_taskAction->setToolTip(tr("A new task for this caller (%1)").arg(newKeys));
    m_openAction->setToolTip(tr("The contractor's tasks (Enter)"));
}

QVector<QWidget *> CallerDesk::panes() const
{
    return {m_field, m_stack, m_text->parentWidget()};
}

void CallerDesk::enter()
{
    m_field->setFocus(Qt::ShortcutFocusReason);
    m_field->selectAll();
}

void CallerDesk::call(const QString &number)
{
    enter();
    m_field->setText(number);
}

void CallerDesk::apply(const MirrorChange &change)
{
    if (change.isEmpty() || m_field->text().trimmed().isEmpty())
        return;
    // Whoever is found, and what is known of him, may be another by now.
    m_model->refresh();
}

bool CallerDesk::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::ShortcutOverride && static_cast<QKeyEvent *>(event)->key() == Qt::Key_Escape
        && watched == m_field) {
        event->accept();
        return true;
    }
    if (event->type() != QEvent::KeyPress)
        return QWidget::eventFilter(watched, event);
    const int key = static_cast<QKeyEvent *>(event)->key();
    if (watched == m_field)
        return fieldKey(key);
    if (watched == m_list && (key == Qt::Key_Return || key == Qt::Key_Enter)) {
        does(Then::Open);
        return true;
    }
    return QWidget::eventFilter(watched, event);
}

/// The keys of the list are heard while the keyboard stays in the field.
bool CallerDesk::fieldKey(int key)
{
    const int row = m_list->currentIndex().row();
    switch (key) {
    case Qt::Key_Down:
    case Qt::Key_Up: {
        const int to
            = std::clamp(row + (key == Qt::Key_Down ? 1 : -1), 0, std::max(0, m_model->rowCount() - 1));
        m_list->setCurrentIndex(m_model->index(to, 0));
        return true;
    }
    case Qt::Key_Return:
    case Qt::Key_Enter:
        does(Then::Open);
        return true;
    case Qt::Key_Escape:
        if (m_field->text().isEmpty())
            Q_EMIT left();
        m_field->clear();
        return true;
    default:
        return false;
    }
}

void CallerDesk::answered()
{
    const bool typed = !m_field->text().trimmed().isEmpty();
    const int rows = m_model->rowCount();
    m_stack->setCurrentIndex(rows > 0 ? 0 : 1);
    const bool number = typedPhoneKey(m_field->text()).size() > 0;
    m_nobody->setText(
        !typed
            ? tr("Type or paste the caller's number: any part of it finds him, and so do words of his name.")
            : number ? tr("Nobody known here has this number.")
                     : tr("Nobody known here is called so."));
    m_new->setVisible(typed && rows == 0);
    m_new->setText(number ? tr("New client with this &number") : tr("New client with this &name"));
    m_new->setAccessibleName(number ? tr("New client with this number") : tr("New client with this name"));
    if (rows > 0) {
        // Who was chosen stays so as long as he is found; what was told of him may have changed.
        const int kept = m_typedSince ? -1 : m_model->rowOf(m_caller.contractor.id);
        const int row = std::max(0, kept);
        choose(row);
        m_list->setCurrentIndex(m_model->index(row, 0));
    } else {
        choose(-1);
    }
    m_typedSince = false;
    if (!isWaiting(m_then))
        doNow(std::exchange(m_then, Then::Nothing));
}

void CallerDesk::choose(int row)
{
    m_caller = m_model->at(row);
    askCard();
}

Caller CallerDesk::chosen() const
{
    return m_model->rowCount() > 0 ? m_caller : Caller();
}

void CallerDesk::askCard()
{
    const quint64 asked = ++m_asked;
    m_cardReady = m_caller.contractor.id.isEmpty();
    const bool same = m_card && m_card->contractor.id == m_caller.contractor.id;
    if (!same) {
        m_card.reset();
        showCard();
    }
    enable();
    if (m_cardReady)
        return;
    await(
        this, m_desk.details.callerCard(m_caller.contractor.id),
        [this, asked](const Result<CallerCard> &card) {
            if (asked != m_asked)
                return;
            m_cardReady = true;
            m_card = card ? std::optional(*card) : std::nullopt;
            showCard();
            if (!card)
                m_text->setPlainText(describe(card.error()));
            if (!isWaiting(m_then))
                doNow(std::exchange(m_then, Then::Nothing));
        });
}

void CallerDesk::showCard()
{
    const QString text = m_card ? CallerText::text(*m_card, m_caller, m_desk.zone) : QString();
    if (m_text->toPlainText() != text)
        m_text->setPlainText(text);
    showTasks();
    enable();
}

void CallerDesk::showTasks()
{
    const int before = std::max(0, m_tasks->currentRow());
    m_tasks->clear();
    const QVector<TaskRow> open = m_card ? m_card->open : QVector<TaskRow>();
    for (const TaskRow &task : open) {
        auto *item = new QListWidgetItem(CallerText::taskLine(task, m_desk.zone), m_tasks);
        item->setToolTip(plainTooltip(item->text()));
    }
    m_tasks->setVisible(!open.isEmpty());
    m_tasks->setCurrentRow(open.isEmpty() ? -1 : std::min(before, int(open.size()) - 1));
    m_tasksTitle->setVisible(m_card.has_value());
    m_tasksTitle->setText(
        open.isEmpty()         ? tr("No open tasks known here")
            : m_card->moreOpen ? tr("Open tasks known here: the latest %1").arg(open.size())
                               : tr("Open tasks known here: %1").arg(open.size()));
}

void CallerDesk::enable()
{
    const bool somebody = !chosen().contractor.id.isEmpty();
    m_taskAction->setEnabled(somebody);
    m_openAction->setEnabled(somebody);
    const bool task = m_card && m_tasks->currentRow() >= 0;
    // What is pressed before the answer is done when it is there.
    m_commentAction->setEnabled(task || !m_cardReady || !m_model->isReady());
    m_commentAction->setToolTip(
        task ? tr("A comment on the chosen task (%1)")
                   .arg(m_commentAction->shortcut().toString(QKeySequence::NativeText))
             : tr("No open task of this caller is known here."));
}

bool CallerDesk::beginTask()
{
    if (m_field->text().trimmed().isEmpty())
        return false;
    does(Then::Task);
    return true;
}

/// What was asked for has to wait for an answer: who it is, or what his tasks are.
bool CallerDesk::isWaiting(Then what) const
{
    return !m_model->isReady() || (what == Then::Comment && !m_cardReady);
}

void CallerDesk::does(Then what)
{
    if (isWaiting(what))
        m_then = what;
    else
        doNow(what);
}

void CallerDesk::doNow(Then what)
{
    const NamedRef contractor = chosen().contractor;
    const QString typed = m_field->text().trimmed();
    if (what == Then::Nothing || typed.isEmpty())
        return;
    if (what == Then::Comment) {
        if (m_card && m_tasks->currentRow() >= 0)
            Q_EMIT commentAsked(m_card->open.at(m_tasks->currentRow()));
    } else if (contractor.id.isEmpty()) {
        const bool number = std::any_of(typed.begin(), typed.end(), [](QChar one) { return one.isDigit(); });
        const QString phone = number ? typed : QString();
        const QString name = number ? QString() : typed;
        if (what == Then::Task)
            Q_EMIT taskAsked(TaskStart::forCaller(name, phone));
        else
            Q_EMIT newContractor(phone, name);
    } else if (what == Then::Task) {
        Q_EMIT taskAsked(TaskStart::forContractor(contractor));
    } else {
        Q_EMIT openContractor(contractor);
    }
}

} // namespace naryad::ui
