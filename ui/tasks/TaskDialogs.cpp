#include "TaskDialogs.h"

#include "ResultsDialog.h"
#include "widgets/EntityPicker.h"
#include "widgets/FormState.h"
#include "widgets/PlainLabel.h"
#include "widgets/ReasonLabel.h"

#include <QFormLayout>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QLocale>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QRegularExpression>
#include <QVBoxLayout>

#include <algorithm>
#include <utility>

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
        if (isSending())
            return;
        m_isSecond = false;
        submit();
    });
    resize(460, 180);
}

void TaskDialog::addSecond(
    const QString &objectName, const QString &text, const QString &name, const QString &tip)
{
    m_second = new QPushButton(text, this);
    m_second->setObjectName(objectName);
    m_second->setAccessibleName(name);
    m_second->setAutoDefault(false);
    m_second->setShortcut(QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_Return));
    m_second->setToolTip(u"%1 (%2)"_s.arg(tip, m_second->shortcut().toString(QKeySequence::NativeText)));
    connect(m_second, &QPushButton::clicked, this, [this] {
        if (isSending())
            return;
        m_isSecond = true;
        submit();
    });
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
    auto *buttons = new QHBoxLayout;
    buttons->addStretch();
    if (m_second)
        buttons->addWidget(m_second);
    buttons->addWidget(m_button);
    auto *layout = new QVBoxLayout(this);
    layout->addWidget(content, 1);
    layout->addWidget(message());
    layout->addLayout(buttons);
    setTabOrder(content, m_button);
    if (m_second)
        setTabOrder(m_button, m_second);
}

QJsonObject TaskDialog::changes() const
{
    return differing(state(), m_began);
}

QJsonObject TaskDialog::about() const
{
    return {{u"number"_s, m_task.number}, {u"template"_s, m_task.name}};
}

void TaskDialog::tellRefusal(const Error &error)
{
    const QVector<Refusable> all = refusable();
    const auto isNamed = [words = error.words.toLower()](const Refusable &one) {
        return one.words.isEmpty()
            || std::any_of(one.words.begin(), one.words.end(), [&words](const QString &word) {
                   return words.contains(word);
               });
    };
    const auto named = std::find_if(all.begin(), all.end(), isNamed);
    m_refusal = named == all.end() || !named->reason ? message() : named->reason;
    m_refusal->setProblem(describe(error));
    if (named != all.end())
        named->field->setFocus();
}

void TaskDialog::say(const Command &command)
{
    if (ReasonLabel *told = std::exchange(m_refusal, nullptr))
        told->clearMessage();
    send(command, m_content);
}

CloseTaskDialog::CloseTaskDialog(
    Desk desk, TaskName task, const ResultOffer &offer, const QString &note, QWidget *parent)
    : TaskDialog(std::move(desk), std::move(task), tr("Close task"), tr("Close task"), parent)
    , m_offer(offer)
{
    setObjectName(u"CloseTaskDialog"_s);
    m_result = new EntityPicker(m_desk.reader, models::LookupModel::Kind::Results, tr("Result"), this);
    m_result->setObjectName(u"result"_s);
    m_result->lineEdit()->setPlaceholderText(tr("its number, and a name: 74 Done"));
    m_result->setRef(offer.result);
    m_resultReason = new ReasonLabel(u"resultReason"_s, this);
    m_about = plainLabel({}, this);
    m_about->setObjectName(u"aboutResult"_s);
    m_note = new QPlainTextEdit(note, this);
    m_note->setObjectName(u"resultNote"_s);
    m_note->setAccessibleName(tr("Result note"));
    m_note->setTabChangesFocus(true);
    m_note->moveCursor(QTextCursor::End);
    m_note->setMinimumHeight(m_note->fontMetrics().lineSpacing() * 4);
    auto *content = new QWidget(this);
    auto *form = new QFormLayout(content);
    form->setContentsMargins(0, 0, 0, 0);
    form->addRow(plainLabel(taskTitle(), this));
    auto *keep = new QPushButton(tr("Results…"), this);
    keep->setObjectName(u"keptResults"_s);
    keep->setAccessibleName(tr("Results kept here"));
    keep->setToolTip(tr("The results kept on this computer: name them, add or remove some"));
    keep->setAutoDefault(false);
    connect(keep, &QPushButton::clicked, this, [this] {
        auto *kept = new ResultsDialog(m_desk, this);
        connect(kept, &ResultsDialog::changed, m_result, &EntityPicker::reload);
        kept->open();
    });
    auto *row = new QHBoxLayout;
    row->addWidget(m_result, 1);
    row->addWidget(keep);
    auto *label = new QLabel(tr("&Result"), this);
    label->setBuddy(m_result);
    form->addRow(label, row);
    form->addRow(QString(), m_resultReason);
    form->addRow(QString(), m_about);
    form->addRow(tr("Result &note"), m_note);
    // Tab goes from the result to the note: two keys and the text are the whole of it.
    setTabOrder(m_result, m_note);
    setTabOrder(m_note, keep);
    addSecond(
        u"closeAndFollow"_s, tr("Close and &follow up"), tr("Close and make a follow-up draft"),
        tr("Then opens a new draft with the same contractor, address and template, for what is left to do"));
    finishLayout(content);
    begin();
    connect(m_result, &EntityPicker::edited, this, [this] {
        explain();
        touched();
    });
    connect(m_note, &QPlainTextEdit::textChanged, this, &CloseTaskDialog::touched);
    explain();
    // With the result chosen the note is what is left to say.
    if (offer.result.isNothing())
        m_result->setFocus();
    else
        m_note->setFocus();
    resize(480, 300);
}

void CloseTaskDialog::explain()
{
    const NamedRef now = result();
    if (now.isNothing()) {
        m_about->setText(tr("No command of the service lists the results: enter the number your account uses "
                            "once, with a name; it is kept here."));
    } else if (now.name.isEmpty()) {
        m_about->setText(
            tr("#%1 has no name yet: type one after the number, and it is kept here.").arg(now.id));
    } else {
        m_about->setText(now == m_offer.result ? m_offer.why : QString());
    }
    m_about->setVisible(!m_about->text().isEmpty());
}

/// With the result it was opened with: another may be offered the next time.
QJsonObject CloseTaskDialog::changes() const
{
    QJsonObject typed = TaskDialog::changes();
    if (!typed.isEmpty())
        typed.insert(u"result"_s, pickerState(*m_result));
    return typed;
}

QJsonObject CloseTaskDialog::state() const
{
    return {{u"result"_s, pickerState(*m_result)}, {u"note"_s, m_note->toPlainText()}};
}

void CloseTaskDialog::apply(const QJsonObject &changes)
{
    restorePicker(*m_result, changes.value(u"result"));
    if (changes.contains(u"note")) {
        m_note->setPlainText(changes.value(u"note").toString());
        m_note->moveCursor(QTextCursor::End);
    }
    explain();
}

NamedRef CloseTaskDialog::result() const
{
    if (!m_result->ref().isNothing())
        return m_result->ref();
    static const QRegularExpression typed(u"^#?(\\d+)\\s*(.*)$"_s);
    const auto match = typed.match(m_result->typedText().trimmed());
    return match.hasMatch() ? NamedRef{match.captured(1), match.captured(2)} : NamedRef();
}

/// The keys of the body, and what the vendor calls them.
QVector<TaskDialog::Refusable> CloseTaskDialog::refusable() const
{
    return {
        {{u"results_description"_s, u"description"_s, u"описани"_s, u"примечани"_s}, m_note, nullptr},
        {{u"result"_s, u"status"_s, u"результат"_s, u"статус"_s}, m_result, m_resultReason}};
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
    say(CloseTask{m_task.ref, chosen, m_note->toPlainText().trimmed(), m_task.number, m_task.name});
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
    addSecond(
        u"addAndWriteAnother"_s, tr("Add and &write another"), tr("Add and write another"),
        tr("Adds it and leaves the window open for the next one"));
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

QVector<TaskDialog::Refusable> CommentDialog::refusable() const
{
    return {{{}, m_text, nullptr}};
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

void CommentDialog::afterSaid()
{
    if (!isSecond()) {
        TaskDialog::afterSaid();
        return;
    }
    ++m_added;
    m_text->clear();
    begin();
    startAgain();
    m_text->setFocus();
    message()->setNews(
        tr("Added: %1. Write the next one, or close the window with Esc.").arg(QLocale().toString(m_added)));
}

} // namespace naryad::ui
