#include "TaskDialogs.h"

#include "core/Await.h"
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

TaskDialog::TaskDialog(Desk desk, const QString &title, const QString &button, QWidget *parent)
    : QDialog(parent)
    , m_desk(std::move(desk))
    , m_message(new ReasonLabel(QStringLiteral("message"), this))
    , m_button(new QPushButton(button, this))
{
    setWindowTitle(title);
    setAttribute(Qt::WA_DeleteOnClose);
    m_button->setObjectName(QStringLiteral("submit"));
    m_button->setAccessibleName(button);
    m_button->setShortcut(QKeySequence(Qt::CTRL | Qt::Key_Return));
    m_button->setToolTip(m_button->shortcut().toString(QKeySequence::NativeText));
    connect(m_button, &QPushButton::clicked, this, [this] { submit(); });
    resize(460, 180);
}

QString TaskDialog::titleOf(const TaskName &task)
{
    const QString title
        = task.number.isEmpty() ? tr("Task without a number yet") : tr("Task %1").arg(task.number);
    return task.templateName.isEmpty() ? title : title + QStringLiteral(", ") + task.templateName;
}

void TaskDialog::finishLayout(QWidget *form)
{
    auto *layout = new QVBoxLayout(this);
    layout->addWidget(form, 1);
    layout->addWidget(m_message);
    layout->addWidget(m_button, 0, Qt::AlignRight);
    setTabOrder(form, m_button);
}

void TaskDialog::tell(const QString &text)
{
    m_message->setProblem(text);
}

void TaskDialog::send(const Command &command)
{
    if (m_submitting)
        return;
    m_submitting = true;
    await(this, m_desk.commands.submit(command), [this](const Result<CommandId> &id) {
        m_submitting = false;
        if (!id) {
            tell(describe(id.error()));
            return;
        }
        Q_EMIT submitted();
        accept();
    });
}

CloseTaskDialog::CloseTaskDialog(Desk desk, TaskName task, const NamedRef &lastResult, QWidget *parent)
    : TaskDialog(std::move(desk), tr("Close task"), tr("Close task"), parent)
    , m_task(std::move(task))
{
    setObjectName(QStringLiteral("CloseTaskDialog"));
    m_result = new EntityPicker(m_desk.reader, models::LookupModel::Kind::Results, tr("Result"), this);
    m_result->setObjectName(QStringLiteral("result"));
    m_result->lineEdit()->setPlaceholderText(tr("its number, and a name: 74 Done"));
    m_result->setRef(lastResult);
    m_note = new QLineEdit(this);
    m_note->setObjectName(QStringLiteral("resultNote"));
    m_note->setAccessibleName(tr("Result note"));
    auto *content = new QWidget(this);
    auto *form = new QFormLayout(content);
    form->setContentsMargins(0, 0, 0, 0);
    form->addRow(plainLabel(titleOf(m_task), this));
    form->addRow(tr("&Result"), m_result);
    form->addRow(tr("Result &note"), m_note);
    form->addRow(plainLabel(
        tr("No command of the service lists the results: enter the number your account uses once, it is kept "
           "here."),
        this));
    finishLayout(content);
    m_result->setFocus();
}

void CloseTaskDialog::setNote(const QString &note)
{
    m_note->setText(note);
}

NamedRef CloseTaskDialog::result() const
{
    if (!m_result->ref().isNothing())
        return m_result->ref();
    static const QRegularExpression typed(QStringLiteral("^#?(\\d+)\\s*(.*)$"));
    const auto match = typed.match(m_result->typedText().trimmed());
    return match.hasMatch() ? NamedRef{match.captured(1), match.captured(2)} : NamedRef();
}

void CloseTaskDialog::submit()
{
    const NamedRef chosen = result();
    if (chosen.isNothing()) {
        m_result->setFocus();
        tell(tr("Enter the number of the result, or choose one of the list."));
        return;
    }
    if (m_result->ref().isNothing())
        m_desk.commands.keepResult(chosen);
    send(CloseTask{m_task.ref, chosen, m_note->text().trimmed(), m_task.number});
}

CommentDialog::CommentDialog(Desk desk, TaskName task, QWidget *parent)
    : TaskDialog(std::move(desk), tr("Comment"), tr("Add comment"), parent)
    , m_task(std::move(task))
{
    setObjectName(QStringLiteral("CommentDialog"));
    m_text = new QPlainTextEdit(this);
    m_text->setObjectName(QStringLiteral("commentText"));
    m_text->setAccessibleName(tr("Comment text"));
    m_text->setTabChangesFocus(true);
    auto *content = new QWidget(this);
    auto *column = new QVBoxLayout(content);
    column->setContentsMargins(0, 0, 0, 0);
    auto *label = new QLabel(tr("Comment &text"), this);
    label->setBuddy(m_text);
    column->addWidget(plainLabel(titleOf(m_task), this));
    column->addWidget(label);
    column->addWidget(m_text, 1);
    finishLayout(content);
    m_text->setFocus();
}

void CommentDialog::setText(const QString &text)
{
    m_text->setPlainText(text);
    m_text->moveCursor(QTextCursor::End);
}

void CommentDialog::submit()
{
    const QString text = m_text->toPlainText().trimmed();
    if (text.isEmpty()) {
        m_text->setFocus();
        tell(tr("Write the comment first."));
        return;
    }
    send(AddComment{m_task.ref, text, m_task.number});
}

} // namespace naryad::ui
