#include "TaskDialogs.h"

#include "FormState.h"
#include "widgets/EntityPicker.h"
#include "widgets/PlainLabel.h"
#include "widgets/ReasonLabel.h"

#include <QFormLayout>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QRegularExpression>
#include <QVBoxLayout>

namespace naryad::ui {

using namespace Qt::StringLiterals;

TaskName TaskName::of(const Draft &draft)
{
    const QJsonObject about = draft.form.value(u"about").toObject();
    return {draft.task, about.value(u"number").toString(), about.value(u"template").toString()};
}

TaskName TaskName::of(const TaskRow &task)
{
    QString name = task.taskTemplate.name;
    if (!task.contractor.value.name.isEmpty())
        name += u", "_s + task.contractor.value.name;
    return {task.ref(), task.number, name};
}

TaskDialog::TaskDialog(Desk desk, TaskName task, const QString &title, const QString &button, QWidget *parent)
    : CommandForm(std::move(desk), title, parent)
    , m_task(std::move(task))
    , m_button(new QPushButton(button, this))
{
    m_button->setObjectName(u"submit"_s);
    m_button->setAccessibleName(button);
    m_button->setShortcut(QKeySequence(Qt::CTRL | Qt::Key_Return));
    m_button->setToolTip(m_button->shortcut().toString(QKeySequence::NativeText));
    connect(m_button, &QPushButton::clicked, this, [this] {
        if (!isSending())
            submit();
    });
    resize(460, 180);
}

QString TaskDialog::taskTitle() const
{
    const QString title
        = m_task.number.isEmpty() ? tr("Task without a number yet") : tr("Task %1").arg(m_task.number);
    return m_task.name.isEmpty() ? title : title + u", "_s + m_task.name;
}

void TaskDialog::finishLayout(QWidget *content)
{
    m_content = content;
    auto *layout = new QVBoxLayout(this);
    layout->addWidget(content, 1);
    layout->addWidget(message());
    layout->addWidget(m_button, 0, Qt::AlignRight);
    setTabOrder(content, m_button);
}

QJsonObject TaskDialog::changes() const
{
    return differing(state(), m_began);
}

QJsonObject TaskDialog::about() const
{
    return {{u"number"_s, m_task.number}, {u"template"_s, m_task.name}};
}

void TaskDialog::say(const Command &command)
{
    send(command, m_content);
}

CloseTaskDialog::CloseTaskDialog(
    Desk desk, TaskName task, const NamedRef &lastResult, const QString &note, QWidget *parent)
    : TaskDialog(std::move(desk), std::move(task), tr("Close task"), tr("Close task"), parent)
{
    setObjectName(u"CloseTaskDialog"_s);
    m_result = new EntityPicker(m_desk.reader, models::LookupModel::Kind::Results, tr("Result"), this);
    m_result->setObjectName(u"result"_s);
    m_result->lineEdit()->setPlaceholderText(tr("its number, and a name: 74 Done"));
    m_result->setRef(lastResult);
    m_note = new QLineEdit(note, this);
    m_note->setObjectName(u"resultNote"_s);
    m_note->setAccessibleName(tr("Result note"));
    auto *content = new QWidget(this);
    auto *form = new QFormLayout(content);
    form->setContentsMargins(0, 0, 0, 0);
    form->addRow(plainLabel(taskTitle(), this));
    form->addRow(tr("&Result"), m_result);
    form->addRow(tr("Result &note"), m_note);
    form->addRow(plainLabel(
        tr("No command of the service lists the results: enter the number your account uses once, it is kept "
           "here."),
        this));
    finishLayout(content);
    begin();
    connect(m_result, &EntityPicker::edited, this, &CloseTaskDialog::touched);
    connect(m_note, &QLineEdit::textChanged, this, &CloseTaskDialog::touched);
    m_result->setFocus();
}

QJsonObject CloseTaskDialog::state() const
{
    return {{u"result"_s, pickerState(*m_result)}, {u"note"_s, m_note->text()}};
}

void CloseTaskDialog::apply(const QJsonObject &changes)
{
    restorePicker(*m_result, changes.value(u"result"));
    if (changes.contains(u"note"))
        m_note->setText(changes.value(u"note").toString());
}

NamedRef CloseTaskDialog::result() const
{
    if (!m_result->ref().isNothing())
        return m_result->ref();
    static const QRegularExpression typed(u"^#?(\\d+)\\s*(.*)$"_s);
    const auto match = typed.match(m_result->typedText().trimmed());
    return match.hasMatch() ? NamedRef{match.captured(1), match.captured(2)} : NamedRef();
}

FormProblem CloseTaskDialog::wrongNow() const
{
    if (!result().isNothing())
        return {};
    return {m_result, tr("Enter the number of the result, or choose one of the list.")};
}

void CloseTaskDialog::submit()
{
    // A number still in the field is the result of that number, with the name it is known by.
    if (!result().isNothing())
        m_result->takeBest();
    const NamedRef chosen = result();
    if (chosen.isNothing()) {
        complain(wrongNow());
        return;
    }
    if (m_result->ref().isNothing())
        m_desk.commands.keepResult(chosen);
    say(CloseTask{m_task.ref, chosen, m_note->text().trimmed(), m_task.number, m_task.name});
}

CommentDialog::CommentDialog(Desk desk, TaskName task, const QString &text, QWidget *parent)
    : TaskDialog(std::move(desk), std::move(task), tr("Comment"), tr("Add comment"), parent)
{
    setObjectName(u"CommentDialog"_s);
    m_text = new QPlainTextEdit(text, this);
    m_text->setObjectName(u"commentText"_s);
    m_text->setAccessibleName(tr("Comment text"));
    m_text->setTabChangesFocus(true);
    m_text->moveCursor(QTextCursor::End);
    auto *content = new QWidget(this);
    auto *column = new QVBoxLayout(content);
    column->setContentsMargins(0, 0, 0, 0);
    auto *label = new QLabel(tr("Comment &text"), this);
    label->setBuddy(m_text);
    column->addWidget(plainLabel(taskTitle(), this));
    column->addWidget(label);
    column->addWidget(m_text, 1);
    finishLayout(content);
    begin();
    connect(m_text, &QPlainTextEdit::textChanged, this, &CommentDialog::touched);
    m_text->setFocus();
}

QJsonObject CommentDialog::state() const
{
    return {{u"text"_s, m_text->toPlainText()}};
}

void CommentDialog::apply(const QJsonObject &changes)
{
    m_text->setPlainText(changes.value(u"text").toString());
    m_text->moveCursor(QTextCursor::End);
}

FormProblem CommentDialog::wrongNow() const
{
    if (!m_text->toPlainText().trimmed().isEmpty())
        return {};
    return {m_text, tr("Write the comment first.")};
}

void CommentDialog::submit()
{
    const QString text = m_text->toPlainText().trimmed();
    if (text.isEmpty()) {
        complain(wrongNow());
        return;
    }
    say(AddComment{m_task.ref, text, m_task.number, m_task.name});
}

} // namespace naryad::ui
