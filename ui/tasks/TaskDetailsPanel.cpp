#include "TaskDetailsPanel.h"

#include "TaskText.h"
#include "core/Await.h"
#include "core/CommandKinds.h"
#include "widgets/FlowLayout.h"

#include <QAction>
#include <QMenu>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QScrollBar>
#include <QTextCursor>
#include <QVBoxLayout>

#include <memory>

namespace naryad::ui {

using namespace Qt::StringLiterals;

namespace {

QKeySequence answerKeys()
{
    return QKeySequence(Qt::ALT | Qt::Key_R);
}

/// The newest that was refused and can be opened as it was typed.
std::optional<JournalEntry> toMend(const TaskCard &card)
{
    for (auto entry = card.said.rbegin(); entry != card.said.rend(); ++entry) {
        if (entry->state == CommandState::Refused && entry->conflicts.isEmpty())
            return *entry;
    }
    return std::nullopt;
}

QTextCharFormat formatOf(TaskText::Style style)
{
    QTextCharFormat format;
    switch (style) {
    case TaskText::Style::Plain:
        break;
    case TaskText::Style::Title:
        format.setFontWeight(QFont::Bold);
        format.setProperty(QTextFormat::FontSizeAdjustment, 1);
        break;
    case TaskText::Style::Heading:
    case TaskText::Style::Warning:
        format.setFontWeight(QFont::Bold);
        break;
    case TaskText::Style::Faint:
        format.setFontItalic(true);
        break;
    }
    return format;
}

} // namespace

TaskDetailsPanel::TaskDetailsPanel(Desk desk, QWidget *parent)
    : QWidget(parent)
    , m_desk(std::move(desk))
    , m_text(new QPlainTextEdit(this))
    , m_answer(new QAction(tr("Show t&he service's answer"), this))
{
    setObjectName(u"taskDetailsPanel"_s);
    m_text->setObjectName(u"taskDetails"_s);
    m_text->setAccessibleName(tr("Task details"));
    m_text->setReadOnly(true);
    m_text->setTabChangesFocus(true);
    m_text->setTextInteractionFlags(Qt::TextSelectableByKeyboard | Qt::TextSelectableByMouse);
    m_text->setPlaceholderText(tr("Choose a task to see all that is known of it."));
    m_text->setContextMenuPolicy(Qt::CustomContextMenu);
    setFocusProxy(m_text);
    m_answer->setObjectName(u"showAnswer"_s);
    m_answer->setCheckable(true);
    m_answer->setShortcut(answerKeys());
    m_answer->setShortcutContext(Qt::WidgetWithChildrenShortcut);
    addAction(m_answer);

    auto *bar = new QWidget(this);
    m_buttons = new FlowLayout(bar);
    m_buttons->setContentsMargins(0, 0, 0, 0);
    m_mend = addButton(u"mend"_s, tr("Mend what was refused"));
    m_mend->setToolTip(tr("Opens what the service refused again as you typed it"));
    m_mend->hide();
    m_raw = addButton(u"rawAnswer"_s, tr("Raw answer"));
    m_raw->setCheckable(true);
    m_raw->setToolTip(tr("Shows what the service said of this task, as it came (%1)")
                          .arg(answerKeys().toString(QKeySequence::NativeText)));
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_text, 1);
    column->addWidget(bar);

    connect(m_text, &QWidget::customContextMenuRequested, this, &TaskDetailsPanel::openMenu);
    connect(m_raw, &QPushButton::toggled, m_answer, &QAction::setChecked);
    connect(m_answer, &QAction::toggled, m_raw, &QPushButton::setChecked);
    connect(m_answer, &QAction::toggled, this, &TaskDetailsPanel::write);
    connect(m_mend, &QPushButton::clicked, this, [this] {
        if (const auto entry = m_card ? toMend(*m_card) : std::nullopt)
            Q_EMIT fixRequested(*entry);
    });
}

QPushButton *TaskDetailsPanel::addButton(const QString &objectName, const QString &text)
{
    auto *button = new QPushButton(text, m_text->parentWidget());
    button->setObjectName(objectName);
    button->setAccessibleName(text);
    m_buttons->addWidget(button);
    return button;
}

void TaskDetailsPanel::addActionButton(QAction *action)
{
    QPushButton *button = addButton(action->objectName() + u"Button"_s, QString(action->text()).remove(u'&'));
    const auto follow = [button, action] {
        button->setEnabled(action->isEnabled());
        button->setToolTip(action->toolTip());
        button->setStatusTip(action->statusTip());
    };
    connect(action, &QAction::changed, button, follow);
    connect(button, &QPushButton::clicked, action, &QAction::trigger);
    follow();
}

QString TaskDetailsPanel::toPlainText() const
{
    return m_text->toPlainText();
}

void TaskDetailsPanel::show(RowId row)
{
    if (m_row == row)
        return;
    m_row = row;
    ++m_asked;
    m_card.reset();
    m_contractor.reset();
    m_lookedAt.clear();
    m_shown.clear();
    m_text->clear();
    m_mend->hide();
    m_raw->setEnabled(false);
    reload();
}

void TaskDetailsPanel::reload()
{
    if (m_row == 0)
        return;
    const quint64 asked = ++m_asked;
    await(this, m_desk.details.taskCard(m_row), [this, asked](const Result<TaskCard> &card) {
        if (asked != m_asked)
            return;
        if (!card) {
            m_card.reset();
            m_shown.clear();
            m_text->setPlainText(describe(card.error()));
            return;
        }
        m_card = *card;
        if (m_contractor && m_contractor->id != card->task.contractor.value.id)
            m_contractor.reset();
        write();
        askContractor();
    });
}

/// Its phones are what a dispatcher calls next; they come after the task itself.
void TaskDetailsPanel::askContractor()
{
    const QString id = m_card->task.contractor.value.id;
    if (id.isEmpty() || !localToken(id).isEmpty())
        return;
    await(this, m_desk.details.contractor(id), [this, id, asked = m_asked](const Result<Contractor> &card) {
        if (asked != m_asked || !card)
            return;
        m_contractor = *card;
        write();
        // Once for each choice: listsChanged() comes back here.
        if (!card->detailsLoaded && m_lookedAt != id) {
            m_lookedAt = id;
            m_desk.commands.lookAtContractor(id);
        }
    });
}

/// Only where something is new: a text written anew loses what was selected in it.
void TaskDetailsPanel::write()
{
    if (!m_card)
        return;
    m_raw->setEnabled(!m_card->rawAnswer.isEmpty());
    m_mend->setVisible(toMend(*m_card).has_value());
    const TaskText words(
        *m_card, m_contractor, m_desk.zone, m_answer->isChecked(),
        answerKeys().toString(QKeySequence::NativeText));
    const QString text = words.text();
    if (text == m_shown)
        return;
    m_shown = text;
    const int top = m_text->verticalScrollBar()->value();
    m_text->clear();
    QTextCursor cursor(m_text->document());
    cursor.beginEditBlock();
    bool first = true;
    for (const TaskText::Line &line : words.lines()) {
        if (!std::exchange(first, false))
            cursor.insertBlock();
        cursor.insertText(line.text, formatOf(line.style));
    }
    cursor.endEditBlock();
    m_text->verticalScrollBar()->setValue(top);
}

/// The text's own menu, with the answer in it.
void TaskDetailsPanel::openMenu(const QPoint &place)
{
    const std::unique_ptr<QMenu> menu(m_text->createStandardContextMenu());
    menu->addSeparator();
    menu->addAction(m_answer);
    menu->exec(m_text->viewport()->mapToGlobal(place));
}

QString TaskDetailsPanel::textOf(const TaskCard &card, const AccountZone &zone, bool wholeAnswer)
{
    return TaskText(card, {}, zone, wholeAnswer, answerKeys().toString(QKeySequence::NativeText)).text();
}

} // namespace naryad::ui
