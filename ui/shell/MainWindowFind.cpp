#include "shell/MainWindow.h"

#include "outbox/OutboxScreen.h"
#include "shell/Palette.h"
#include "shell/ShortcutSheet.h"
#include "shell/WayBack.h"
#include "tasks/TaskWindows.h"
#include "tasks/TasksScreen.h"

#include <QBoxLayout>
#include <QMenu>
#include <QMenuBar>
#include <QStackedWidget>

/// The field `Find or do` in the main window: what can be done, and what becomes of what is found.
namespace naryad::ui {

using namespace Qt::StringLiterals;

namespace {

/// All of a menu and the menus in it, each named with the menu it stands in.
void collect(const QMenu &menu, QVector<Palette::Command> &commands)
{
    const QList<QAction *> actions = menu.actions();
    for (QAction *action : actions) {
        const QMenu *inner = action->menu();
        if (inner && action->isVisible())
            collect(*inner, commands);
        else if (!inner && !action->isSeparator() && action->isVisible() && action->isEnabled())
            commands.append({withoutMarks(menu.title()) + u": "_s + withoutMarks(action->text()), action});
    }
}

} // namespace

void MainWindow::makePalette(QBoxLayout *column)
{
    m_palette = new Palette(m_desk.reader, centralWidget());
    // Where the menus stand outside of the window, they have no corner in it.
    if (menuBar()->isNativeMenuBar())
        column->insertWidget(0, m_palette, 0, Qt::AlignRight);
    else
        menuBar()->setCornerWidget(m_palette, Qt::TopRightCorner);
    m_palette->setCommands([this] { return commands(); });
    connect(m_palette, &Palette::hitChosen, this, &MainWindow::showHit);
    m_tasks->setTaskElsewhere([this] { return m_palette->beginTask(); });
    connect(m_palette, &Palette::taskAsked, this, [this](const TaskStart &start) {
        showTasks();
        m_tasks->windows().newTask(start);
    });
}

QVector<Palette::Command> MainWindow::commands() const
{
    QVector<Palette::Command> all;
    const QList<QAction *> menus = menuBar()->actions();
    for (const QAction *menu : menus) {
        if (menu->menu())
            collect(*menu->menu(), all);
    }
    all.removeIf([this](const Palette::Command &command) { return command.action == m_findAction; });
    return all;
}

void MainWindow::showHit(const Hit &hit)
{
    m_way->leave();
    showTasks();
    switch (hit.kind) {
    case Hit::Kind::Task:
        m_tasks->reveal(hit.row);
        break;
    case Hit::Kind::Contractor:
        m_tasks->showOnly({}, {hit.id, hit.title});
        break;
    case Hit::Kind::Employee:
        m_tasks->showOnly({}, {}, {hit.id, hit.title});
        break;
    case Hit::Kind::Template:
    case Hit::Kind::Field:
    case Hit::Kind::Equipment:
        // The tasks that say it.
        m_tasks->showOnly(hit.title);
        break;
    }
}

/// As many as there are; beyond the last the first follows.
void MainWindow::stepScreen(int by)
{
    const int count = m_screens->count();
    showScreen(m_screens->widget((m_screens->currentIndex() + by + count) % count));
}

QJsonObject MainWindow::place() const
{
    const QWidget *screen = m_screens->currentWidget();
    if (screen != m_tasks)
        return {{u"screen"_s, actionOf(screen)->objectName()}};
    return {{u"screen"_s, m_tasksAction->objectName()}, {u"place"_s, m_tasks->place()}};
}

void MainWindow::goTo(const QJsonObject &place)
{
    for (int i = 0; i < m_screens->count(); ++i) {
        const QWidget *screen = m_screens->widget(i);
        if (screen != m_tasks && place[u"screen"_s].toString() == actionOf(screen)->objectName()) {
            showScreen(screen);
            return;
        }
    }
    showTasks();
    m_tasks->goTo(place[u"place"_s].toObject());
}

} // namespace naryad::ui
