#include "caller/CallerDesk.h"
#include "contractors/ContractorsScreen.h"
#include "equipment/EquipmentScreen.h"
#include "outbox/OutboxScreen.h"
#include "shell/ActivityBar.h"
#include "shell/MainWindow.h"
#include "shell/NoticeBar.h"
#include "shell/PaneCycler.h"
#include "shell/StatusLine.h"
#include "shell/WayBack.h"
#include "tasks/TasksScreen.h"
#include "templates/TemplatesScreen.h"

#include <QAction>
#include <QActionGroup>
#include <QStackedWidget>

#include <algorithm>

/// The screens of the main window: which there are, and how one goes from one to another.
namespace naryad::ui {

using namespace Qt::StringLiterals;

/// In the order of the activity bar, which is that of Ctrl+Tab.
void MainWindow::makeScreenActions()
{
    m_screenGroup = new QActionGroup(this);
    m_screenGroup->setExclusive(true);
    // The digits leave room for the screens between them.
    Screen tasks{m_tasks, addScreenAction(u"tasks"_s, tr("Tasks"), ActivityPicture::Tasks, Qt::Key_1)};
    tasks.panes = [this] { return m_tasks->panes(); };
    tasks.firstPane = 2; // the list, not what stands beside it
    tasks.filter = [this] { m_tasks->focusFilter(); };
    tasks.place = [this] { return m_tasks->place(); };
    tasks.goTo = [this](const QJsonObject &place) { m_tasks->goTo(place); };
    tasks.left = [this] { m_tasks->left(); };

    Screen contractors{
        m_contractors,
        addScreenAction(u"contractors"_s, tr("Contractors"), ActivityPicture::Contractors, Qt::Key_3)};
    contractors.panes = [this] { return m_contractors->panes(); };
    contractors.firstPane = 1;
    contractors.filter = [this] { m_contractors->focusFilter(); };
    contractors.place = [this] { return m_contractors->place(); };
    contractors.goTo = [this](const QJsonObject &place) { m_contractors->goTo(place); };

    Screen templates{
        m_templates, addScreenAction(u"templates"_s, tr("Templates"), ActivityPicture::Templates, Qt::Key_4)};
    templates.entered = [this] { m_templates->enter(); };
    templates.filter = [this] { m_templates->focusFilter(); };

    Screen equipment{
        m_equipment, addScreenAction(u"equipment"_s, tr("Equipment"), ActivityPicture::Equipment, Qt::Key_5)};
    equipment.panes = [this] { return m_equipment->panes(); };
    equipment.firstPane = 1;
    equipment.filter = [this] { m_equipment->focusFilter(); };
    equipment.place = [this] { return m_equipment->place(); };
    equipment.goTo = [this](const QJsonObject &place) { m_equipment->goTo(place); };

    Screen outbox{m_outbox, addScreenAction(u"outbox"_s, tr("Outbox"), ActivityPicture::Outbox, Qt::Key_6)};
    outbox.entered = [this] { m_outbox->enter(); };
    outbox.filter = [this] { m_outbox->focusFilter(); };

    Screen caller{
        m_caller, addScreenAction(u"callerDeskAction"_s, tr("Caller"), ActivityPicture::Caller, Qt::Key_L)};
    caller.panes = [this] { return m_caller->panes(); };
    caller.entered = [this] { m_caller->enter(); };
    caller.filter = caller.entered;

    m_all = {tasks, contractors, templates, equipment, outbox, caller};
    for (const Screen &screen : std::as_const(m_all)) {
        m_screens->addWidget(screen.widget);
        connect(
            screen.action, &QAction::triggered, this, [this, widget = screen.widget] { showScreen(widget); });
    }
    // Each screen has a filter of its own; the keys are one.
    if (QAction *filter = tasksAction(QKeySequence::Find)) {
        filter->disconnect(m_tasks);
        connect(filter, &QAction::triggered, this, [this] { shownScreen().filter(); });
        addAction(filter);
    }
}

QAction *
MainWindow::addScreenAction(const QString &name, const QString &text, ActivityPicture picture, Qt::Key key)
{
    auto *action = new QAction(activityIcon(picture), text, this);
    action->setObjectName(name);
    action->setCheckable(true);
    action->setShortcut(QKeySequence(Qt::CTRL | key));
    m_screenGroup->addAction(action);
    m_activity->add(action);
    return action;
}

const MainWindow::Screen &MainWindow::screenOf(const QWidget *widget) const
{
    const auto found = std::find_if(
        m_all.begin(), m_all.end(), [widget](const Screen &screen) { return screen.widget == widget; });
    return found == m_all.end() ? m_all.first() : *found;
}

const MainWindow::Screen &MainWindow::shownScreen() const
{
    return screenOf(m_screens->currentWidget());
}

QVector<QWidget *> MainWindow::panesOf(const Screen &screen)
{
    return screen.panes ? screen.panes() : PaneCycler::panesOf(screen.widget);
}

void MainWindow::switchTo(QWidget *widget)
{
    const Screen &screen = screenOf(widget);
    if (widget != m_screens->currentWidget()) {
        m_notices->remove(PassingNotice);
        m_way->leave();
        if (const auto &left = shownScreen().left)
            left();
    }
    m_screens->setCurrentWidget(widget);
    screen.action->setChecked(true);
    // What acts on the chosen task must not act on one that is out of sight.
    for (QAction *action : std::as_const(m_rowActions))
        action->setVisible(widget == m_tasks);
    if (!m_panes->enter(panesOf(screen).mid(screen.firstPane)))
        m_panes->enter({widget});
}

void MainWindow::showScreen(QWidget *widget)
{
    switchTo(widget);
    if (const auto &entered = screenOf(widget).entered)
        entered();
}

void MainWindow::showTasks()
{
    showScreen(m_tasks);
}

void MainWindow::showContractors()
{
    showScreen(m_contractors);
}

void MainWindow::showTemplates()
{
    showScreen(m_templates);
}

void MainWindow::showEquipment()
{
    showScreen(m_equipment);
}

void MainWindow::showOutbox()
{
    showScreen(m_outbox);
}

void MainWindow::showCaller()
{
    showScreen(m_caller);
}

QVector<QAction *> MainWindow::screenActions() const
{
    QVector<QAction *> actions;
    for (const Screen &screen : m_all)
        actions.append(screen.action);
    return actions;
}

/// The screen with this name of its action; null where there is none.
QWidget *MainWindow::screenNamed(const QString &name) const
{
    const auto found = std::find_if(m_all.begin(), m_all.end(), [&name](const Screen &screen) {
        return screen.action->objectName() == name;
    });
    return found == m_all.end() ? nullptr : found->widget;
}

/// As many as there are; beyond the last the first follows.
void MainWindow::stepScreen(int by)
{
    const int count = m_screens->count();
    showScreen(m_screens->widget((m_screens->currentIndex() + by + count) % count));
}

void MainWindow::stepPane(bool forward)
{
    QVector<QWidget *> panes{m_activity, m_notices};
    panes += panesOf(shownScreen());
    panes.append(m_status);
    m_panes->step(panes, forward);
}

QJsonObject MainWindow::place() const
{
    const Screen &screen = shownScreen();
    QJsonObject place{{u"screen"_s, screen.action->objectName()}};
    if (screen.place)
        place.insert(u"place"_s, screen.place());
    return place;
}

void MainWindow::goTo(const QJsonObject &place)
{
    QWidget *widget = screenNamed(place[u"screen"_s].toString());
    if (!widget)
        return;
    showScreen(widget);
    if (const auto &goTo = screenOf(widget).goTo)
        goTo(place[u"place"_s].toObject());
}

} // namespace naryad::ui
