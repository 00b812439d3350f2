#include "shell/MainWindow.h"

#include "caller/CallerDesk.h"
#include "contractors/ContractorsScreen.h"
#include "equipment/EquipmentScreen.h"
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
    m_tasks->setTaskElsewhere([this] {
        if (m_palette->beginTask() || beginTaskOfContractor())
            return true;
        return m_screens->currentWidget() == m_caller && !m_palette->hasFocus() && m_caller->beginTask();
    });
    connect(m_palette, &Palette::taskAsked, this, [this](const TaskStart &start) {
        showTasks();
        m_tasks->windows().newTask(start);
    });
}

/// What is asked for about a caller; his card stays on the screen.
void MainWindow::makeCaller()
{
    m_caller = new CallerDesk(m_desk, m_screens);
    TaskWindows *windows = &m_tasks->windows();
    connect(m_caller, &CallerDesk::taskAsked, windows, [windows](const TaskStart &start) {
        windows->newTask(start);
    });
    connect(m_caller, &CallerDesk::commentAsked, windows, &TaskWindows::comment);
    connect(m_caller, &CallerDesk::newContractor, this, &MainWindow::newContractor);
    connect(m_caller, &CallerDesk::openContractor, this, [this](const NamedRef &contractor) {
        showContractor(contractor.id);
    });
    connect(m_caller, &CallerDesk::left, this, &MainWindow::showTasks);
}

void MainWindow::call(const QString &number)
{
    switchTo(m_caller);
    m_caller->call(number);
}

void MainWindow::find(const QString &text)
{
    m_palette->open();
    m_palette->setText(text);
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
    if (hit.kind == Hit::Kind::Equipment) {
        showEquipmentPiece(hit.id);
        return;
    }
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
        // The tasks that say it.
        m_tasks->showOnly(hit.title);
        break;
    case Hit::Kind::Equipment:
        break;
    }
}

} // namespace naryad::ui
