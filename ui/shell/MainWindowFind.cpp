#include "shell/MainWindow.h"

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
    m_tasks->setTaskElsewhere([this] { return m_palette->beginTask() || beginTaskOfContractor(); });
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

/// As many as there are; beyond the last the first follows.
void MainWindow::stepScreen(int by)
{
    const int count = m_screens->count();
    QWidget *screen = m_screens->widget((m_screens->currentIndex() + by + count) % count);
    showScreen(screen);
}

QJsonObject MainWindow::place() const
{
    const QWidget *screen = m_screens->currentWidget();
    QJsonObject place{{u"screen"_s, actionOf(screen)->objectName()}};
    if (screen == m_tasks)
        place.insert(u"place"_s, m_tasks->place());
    else if (screen == m_contractors)
        place.insert(u"place"_s, m_contractors->place());
    else if (screen == m_equipment)
        place.insert(u"place"_s, m_equipment->place());
    return place;
}

void MainWindow::goTo(const QJsonObject &place)
{
    if (place[u"screen"_s].toString() == m_outboxAction->objectName()) {
        showOutbox();
        return;
    }
    if (place[u"screen"_s].toString() == m_contractorsAction->objectName()) {
        showContractors();
        m_contractors->goTo(place[u"place"_s].toObject());
        return;
    }
    if (place[u"screen"_s].toString() == m_equipmentAction->objectName()) {
        showEquipment();
        m_equipment->goTo(place[u"place"_s].toObject());
        return;
    }
    showTasks();
    m_tasks->goTo(place[u"place"_s].toObject());
}

} // namespace naryad::ui
