#include "equipment/EquipmentScreen.h"
#include "equipment/EquipmentWindows.h"
#include "shell/MainWindow.h"
#include "shell/NoticeBar.h"
#include "shell/WayBack.h"
#include "tasks/TasksScreen.h"
#include "widgets/Keys.h"

#include <QAction>
#include <QMenu>
#include <QMenuBar>
#include <QStackedWidget>

/// The Equipment screen in the main window.
namespace naryad::ui {

using namespace Qt::StringLiterals;

void MainWindow::makeEquipment()
{
    m_equipment = new EquipmentScreen(m_desk, m_screens);
    connect(m_equipment, &EquipmentScreen::leaving, m_way, [this] {
        if (m_screens->currentWidget() == m_equipment)
            m_way->leave();
    });
    connect(m_equipment, &EquipmentScreen::told, this, &MainWindow::tellInPassing);
    connect(m_equipment, &EquipmentScreen::notKept, this, &MainWindow::addNotice);
    connect(m_equipment, &EquipmentScreen::openContractor, this, &MainWindow::showContractor);
    connect(m_equipment, &EquipmentScreen::openTask, this, [this](RowId row) {
        showTasks();
        m_tasks->reveal(row);
    });
    connect(&m_equipment->windows(), &EquipmentWindows::leftToldChanged, this, [this](const QString &words) {
        tellLeft(EquipmentLeftNotice, words);
    });
}

void MainWindow::makeEquipmentMenu()
{
    QMenu *menu = menuBar()->addMenu(tr("E&quipment"));
    menu->setObjectName(u"equipmentMenu"_s);
    menu->setToolTipsVisible(true);
    menu->addAction(m_equipment->newAction());
    menu->addActions(m_equipment->menuActions().toList());
    connect(m_equipment->newAction(), &QAction::triggered, this, &MainWindow::showEquipment);
    // What acts on the chosen piece must not act on one that is out of sight.
    const auto follow = [this] {
        const bool here = m_screens->currentWidget() == m_equipment;
        const QVector<QAction *> actions = m_equipment->menuActions();
        for (QAction *action : actions)
            action->setVisible(here);
    };
    connect(m_screens, &QStackedWidget::currentChanged, menu, follow);
    follow();
    if (QAction *refresh = tasksAction(keys::refresh())) {
        connect(refresh, &QAction::triggered, m_equipment, [this] {
            if (m_screens->currentWidget() == m_equipment)
                m_equipment->lookAgain();
        });
    }
}

void MainWindow::showEquipmentPiece(const QString &id)
{
    m_way->leave();
    showEquipment();
    m_equipment->reveal(id);
}

} // namespace naryad::ui
