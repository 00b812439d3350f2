#include "TaskBatchActions.h"
#include "TaskDetailsPanel.h"
#include "TaskReasons.h"
#include "TaskWindows.h"
#include "TasksScreen.h"
#include "core/Await.h"

#include <QAction>
#include <QPushButton>
#include <QStackedWidget>
#include <QTableView>

/// What the Tasks screen does to the chosen task, and says of what can't be done.
namespace naryad::ui {

using namespace Qt::StringLiterals;

void TasksScreen::buildTaskActions()
{
    const auto make = [this](const QString &name, const QString &text, const QKeySequence &keys, auto slot) {
        auto *made = new QAction(text, this);
        made->setObjectName(name);
        made->setShortcut(keys);
        made->setShortcutContext(Qt::WidgetWithChildrenShortcut);
        connect(made, &QAction::triggered, this, slot);
        addAction(made);
        return made;
    };
    const auto shifted = [](Qt::Key key) { return QKeySequence(Qt::CTRL | Qt::SHIFT | key); };
    m_closeAction = make(
        u"closeTaskAction"_s, tr("&Close task"), QKeySequence(Qt::CTRL | Qt::Key_E),
        &TasksScreen::closeCurrent);
    m_commentAction
        = make(u"commentAction"_s, tr("Co&mment"), shifted(Qt::Key_M), &TasksScreen::commentCurrent);
    m_addFieldAction
        = make(u"addFieldAction"_s, tr("&Add field"), shifted(Qt::Key_F), &TasksScreen::addFieldToCurrent);
    m_removeFieldsAction = make(
        u"removeFieldsAction"_s, tr("&Remove fields"), shifted(Qt::Key_R),
        &TasksScreen::removeFieldsOfCurrent);
    m_deleteAction = new QAction(tr("&Delete task"), this);
    m_deleteAction->setObjectName(u"deleteTaskAction"_s);
    addAction(m_deleteAction);
    m_details->addActionButton(m_addFieldAction);
    m_details->addActionButton(m_removeFieldsAction);
    connect(m_details, &TaskDetailsPanel::fixRequested, this, &TasksScreen::fix);
}

/// A window over the list must not stand above another task than it is about.
void TasksScreen::goToTask(const ObjectRef &task)
{
    await(this, m_desk.details.taskCardOf(task), [this](const Result<TaskCard> &card) {
        const QModelIndex place = card ? m_model->indexOf(card->row.row) : QModelIndex();
        if (!place.isValid() || (place.row() == m_table->currentIndex().row() && !m_batch->isMany()))
            return;
        m_startRow = 0;
        setCurrent(place);
    });
}

/// A window that was opened by a button leaves the keyboard to the list, where what is done next is chosen.
void TasksScreen::takeKeyboard()
{
    const QWidget *focus = window()->focusWidget();
    const bool nowhere = !focus || !focus->isVisible() || !focus->isEnabled();
    if (isVisible()
        && (nowhere || (qobject_cast<const QAbstractButton *>(focus) && !m_side->isAncestorOf(focus))))
        m_stack->currentWidget()->setFocus();
}

void TasksScreen::enableActions()
{
    // What can't be done to one of many is told in its row.
    const TaskReasons why = m_batch->isMany() ? TaskReasons::ofMany() : TaskReasons::of(currentTask());
    const auto tell = [](QAction *action, const QString &reason) {
        action->setEnabled(reason.isEmpty());
        const QString keys = action->shortcut().toString(QKeySequence::NativeText);
        const QString name = QString(action->text()).remove(u'&');
        action->setToolTip(reason.isEmpty() ? u"%1 (%2)"_s.arg(name, keys) : reason);
        action->setStatusTip(reason);
    };
    tell(m_closeAction, why.close);
    tell(m_commentAction, why.comment);
    tell(m_addFieldAction, why.fields);
    tell(m_removeFieldsAction, why.fields.isEmpty() ? why.removeFields : why.fields);
    tell(m_deleteAction, why.remove);
    const auto follow = [](QPushButton *button, const QAction *action) {
        button->setEnabled(action->isEnabled());
        button->setToolTip(action->toolTip());
        button->setStatusTip(action->statusTip());
    };
    follow(m_close, m_closeAction);
    follow(m_comment, m_commentAction);
}

void TasksScreen::closeCurrent()
{
    if (m_batch->closeMany())
        return;
    if (const TaskRow task = currentTask(); TaskReasons::of(task).close.isEmpty())
        m_windows->closeTask(task);
}

void TasksScreen::commentCurrent()
{
    if (m_batch->commentMany())
        return;
    if (const TaskRow task = currentTask(); TaskReasons::of(task).comment.isEmpty())
        m_windows->comment(task);
}

void TasksScreen::addFieldToCurrent()
{
    if (m_batch->addFieldToMany())
        return;
    if (const TaskRow task = currentTask(); TaskReasons::of(task).fields.isEmpty())
        m_windows->addField(task);
}

void TasksScreen::removeFieldsOfCurrent()
{
    if (const TaskRow task = currentTask(); TaskReasons::of(task).fields.isEmpty())
        m_windows->removeFields(task);
}

} // namespace naryad::ui
