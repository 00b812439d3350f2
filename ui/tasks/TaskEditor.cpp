#include "TaskEditor.h"

#include "TaskForm.h"
#include "TaskReasons.h"
#include "core/Serial.h"
#include "core/TaskBodies.h"
#include "models/Words.h"
#include "widgets/ReasonLabel.h"

#include <QHBoxLayout>
#include <QPushButton>
#include <QScrollArea>
#include <QVBoxLayout>

#include <utility>

namespace naryad::ui {

using namespace Qt::StringLiterals;

namespace {

QPushButton *
makeButton(QWidget *parent, const QString &name, const QString &text, const QKeySequence &keys = {})
{
    auto *button = new QPushButton(text, parent);
    button->setObjectName(name);
    button->setAccessibleName(QString(text).remove(u'&'));
    button->setShortcut(keys);
    button->setToolTip(keys.toString(QKeySequence::NativeText));
    button->setAutoDefault(false);
    return button;
}

} // namespace

TaskEditor::TaskEditor(Desk desk, QWidget *parent)
    : CommandForm(std::move(desk), tr("New task"), parent)
    , m_form(new TaskForm(m_desk, this))
{
    setObjectName(u"TaskEditor"_s);
    setModal(false);
    auto *scroll = new QScrollArea(this);
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setWidget(m_form);
    scroll->setFocusPolicy(Qt::NoFocus);
    m_startOver = makeButton(this, u"startOver"_s, tr("Start &over"));
    m_save = makeButton(this, u"saveDraft"_s, tr("Save &draft"), QKeySequence::Save);
    m_send = makeButton(this, u"send"_s, tr("&Send"), QKeySequence(Qt::CTRL | Qt::Key_Return));
    m_sendAndNew = makeButton(
        this, u"sendAndNew"_s, tr("Send and new"), QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_Return));
    const auto shifted = [](Qt::Key key) { return QKeySequence(Qt::CTRL | Qt::SHIFT | key); };
    m_close = makeButton(this, u"closeTask"_s, tr("&Close task"), QKeySequence(Qt::CTRL | Qt::Key_E));
    m_comment = makeButton(this, u"comment"_s, tr("Co&mment"), shifted(Qt::Key_M));
    m_addField = makeButton(this, u"addField"_s, tr("&Add field"), shifted(Qt::Key_F));
    auto *buttons = new QHBoxLayout;
    buttons->addWidget(m_startOver);
    for (QPushButton *button : {m_close, m_comment, m_addField}) {
        button->hide();
        buttons->addWidget(button);
    }
    buttons->addStretch();
    buttons->addWidget(m_save);
    buttons->addWidget(m_send);
    buttons->addWidget(m_sendAndNew);
    auto *layout = new QVBoxLayout(this);
    layout->addWidget(scroll, 1);
    layout->addWidget(message());
    layout->addLayout(buttons);
    connect(m_form, &TaskForm::changed, this, [this] {
        touched();
        if (!m_form->leavesWorkerOut())
            offerUnnamed(false);
        showStartOver();
    });
    connect(m_startOver, &QPushButton::clicked, this, &TaskEditor::startOver);
    connect(m_save, &QPushButton::clicked, this, [this] { submit(false); });
    connect(m_send, &QPushButton::clicked, this, [this] { submit(true); });
    connect(m_sendAndNew, &QPushButton::clicked, this, [this] { submit(true, true); });
    const auto leaveFor = [this](QPushButton *button, void (TaskEditor::*wanted)()) {
        connect(button, &QPushButton::clicked, this, [this, wanted] {
            reject();
            Q_EMIT(this->*wanted)();
        });
    };
    leaveFor(m_close, &TaskEditor::closingWanted);
    leaveFor(m_comment, &TaskEditor::commentWanted);
    leaveFor(m_addField, &TaskEditor::fieldWanted);
    connect(m_form, &TaskForm::fieldsMade, this, &TaskEditor::orderTabs);
    connect(m_form, &TaskForm::settled, this, [this] {
        if (std::exchange(m_waits, false))
            submit(m_sends, m_next);
    });
    connect(this, &CommandForm::submitted, this, [this] {
        if (m_next)
            Q_EMIT nextWanted();
    });
    fill(TaskForm::freshBody());
    showStartOver();
    resize(720, 620);
}

void TaskEditor::fill(
    const TaskBody &body, const std::optional<ObjectRef> &task, const std::optional<TaskBody> &base)
{
    m_task = task;
    m_known = body;
    m_base = base;
    if (task)
        setTitle(body.number.isEmpty() ? tr("Draft") : tr("Task %1").arg(body.number));
    m_form->fill(body, task);
    m_form->focusFirst();
}

void TaskEditor::putIn(const TaskStart &start)
{
    if (start.asLastTime && start.body.address.value.isEmpty())
        m_form->lookUpContractor(); // his card is on its way
    if (!start.text.isEmpty())
        m_form->putText(start.text);
    if (!start.callerName.isEmpty() || !start.callerPhone.isEmpty())
        m_form->beginContractor(start.callerName, start.callerPhone);
}

void TaskEditor::tellRefusal(const Error &error)
{
    tell(describe(error));
    m_form->focusNamed(error.words);
}

void TaskEditor::fillAsBegun(const Draft &draft)
{
    const auto began
        = serial::commandFromJson(draft.form.value(u"about").toObject().value(u"began").toObject());
    if (!began)
        return;
    if (const auto *update = std::get_if<UpdateTask>(&*began))
        fill(update->body, draft.task, update->base);
    else if (const auto *create = std::get_if<CreateTask>(&*began))
        fill(create->body);
}

void TaskEditor::edit(const TaskCard &card)
{
    const TaskBody body = taskBodyOf(card.task);
    fill(body, card.row.ref(), body);
    m_form->setReport(card.task.report);
    const TaskRow &task = card.row;
    if (task.state == TaskState::ToBeSent) {
        setReadOnly(
            task,
            tr("This task waits to be sent, as the Outbox shows: what is said can't be changed here. "
               "It can still be commented."));
    } else if (task.state == TaskState::Closed) {
        setReadOnly(
            task,
            tr("This task is closed: the service lets only drafts be changed. It can still be commented."));
    } else if (task.state != TaskState::Draft) {
        setReadOnly(
            task,
            tr("This task is %1: the service lets only drafts be changed. It can still be commented "
               "and closed.")
                .arg(models::words(task.state)));
    }
}

void TaskEditor::setReadOnly(const TaskRow &task, const QString &reason)
{
    m_readOnly = true;
    m_form->setReadOnly();
    for (QPushButton *button : {m_save, m_send, m_sendAndNew}) {
        button->setEnabled(false);
        button->setToolTip(reason);
    }
    tell(reason);
    offer(task);
    showStartOver();
}

/// What can still be said of a task that can't be changed; the keyboard is on the first of it.
void TaskEditor::offer(const TaskRow &task)
{
    const TaskReasons why = TaskReasons::of(task);
    const std::pair<QPushButton *, QString> all[]
        = {{m_close, why.close}, {m_comment, why.comment}, {m_addField, why.fields}};
    const QWidget *first = nullptr;
    for (const auto &[button, reason] : all) {
        button->setVisible(reason.isEmpty());
        // Enter presses the one that has the keyboard, and none of those that can't be pressed.
        button->setAutoDefault(true);
        if (reason.isEmpty() && !std::exchange(first, button))
            button->setFocus();
    }
}

/// The fields of the template were made last, and come before the buttons all the same. Moving the few
/// buttons is quick where moving hundreds of fields is not.
void TaskEditor::orderTabs()
{
    QWidget *before = m_form->last();
    for (QPushButton *button : {m_startOver, m_close, m_comment, m_addField, m_save, m_send, m_sendAndNew}) {
        setTabOrder(before, button);
        before = button;
    }
}

void TaskEditor::listsChanged()
{
    m_form->listsChanged();
}

QJsonObject TaskEditor::changes() const
{
    // What the service has told since the form was made is nothing that was typed.
    return m_readOnly && !m_holdsTyped ? QJsonObject() : m_form->changes();
}

void TaskEditor::apply(const QJsonObject &changes)
{
    m_form->apply(changes);
    m_holdsTyped = !changes.isEmpty();
    if (!m_readOnly)
        m_form->focusFirst();
    showStartOver();
}

QJsonObject TaskEditor::about() const
{
    const Command began
        = m_task ? Command(UpdateTask{*m_task, m_known, m_base}) : Command(CreateTask{m_known});
    return {{u"began"_s, serial::toJson(began)}, {u"number"_s, m_known.number}};
}

/// What was typed since is taken out in its turn, so that neither is laid over the other nor lost.
void TaskEditor::startOver()
{
    const QJsonObject broughtBack = std::exchange(m_takenOut, changes());
    m_form->fill(m_known, m_task);
    m_holdsTyped = !broughtBack.isEmpty();
    if (!broughtBack.isEmpty())
        m_form->apply(broughtBack);
    touched();
    keepNow();
    showStartOver();
}

void TaskEditor::showStartOver()
{
    const bool bringsBack = !m_takenOut.isEmpty();
    const QString text = bringsBack ? tr("&Bring back") : tr("Start &over");
    m_startOver->setText(text);
    m_startOver->setAccessibleName(QString(text).remove(u'&'));
    m_startOver->setToolTip(
        bringsBack ? tr("Puts what was taken out into the form again")
                   : tr("Takes out what was typed; it can be brought back until this window closes"));
    m_startOver->setVisible(bringsBack || !changes().isEmpty());
}

void TaskEditor::firstSaid(const JournalEntry &first)
{
    QWidget *focus = focusWidget();
    m_form->contractorSaid(first);
    if (focus && focus->isVisible())
        focus->setFocus();
}

FormProblem TaskEditor::wrongNow() const
{
    return m_form->problem(m_sends);
}

/// The service may have a worker it did not tell: said first, and left out at the second press.
void TaskEditor::offerUnnamed(bool offer)
{
    if (m_offersUnnamed == offer)
        return;
    m_offersUnnamed = offer;
    const QString text = offer ? tr("&Send without naming the worker") : tr("&Send");
    m_send->setText(text);
    m_send->setAccessibleName(QString(text).remove(u'&'));
    m_send->setShortcut(QKeySequence(Qt::CTRL | Qt::Key_Return));
    if (!offer) {
        tell({});
        return;
    }
    tell(tr("The service did not tell who the worker of this draft is. Choose one here, or press “%1”: the "
            "worker the service has then stays, and if it has none it refuses.")
             .arg(m_send->accessibleName()));
    m_form->focusWorker();
}

void TaskEditor::submit(bool send, bool next)
{
    if (isSending())
        return;
    m_sends = send;
    m_next = next;
    m_form->take();
    if (m_form->isSettling()) {
        m_waits = true;
        return;
    }
    if (const FormProblem wrong = m_form->problem(send); !wrong.isNone()) {
        complain(wrong);
        return;
    }
    if (send && m_form->leavesWorkerOut() && !m_offersUnnamed) {
        offerUnnamed(true);
        return;
    }
    tell({});
    const TaskBody body = m_form->body(send);
    const Command command = m_task ? Command(UpdateTask{*m_task, body, m_base}) : Command(CreateTask{body});
    if (const auto first = m_form->saidFirst())
        sendBehind(*first, command, m_form);
    else
        CommandForm::send(command, m_form);
}

} // namespace naryad::ui
