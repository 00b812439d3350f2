#include "contractors/ContractorWindows.h"
#include "contractors/ContractorsScreen.h"
#include "shell/MainWindow.h"
#include "shell/NoticeBar.h"
#include "shell/WayBack.h"
#include "tasks/TaskWindows.h"
#include "tasks/TasksScreen.h"
#include "widgets/Keys.h"

#include <QAction>
#include <QMenu>
#include <QMenuBar>
#include <QStackedWidget>

/// The Contractors screen in the main window.
namespace naryad::ui {

using namespace Qt::StringLiterals;

void MainWindow::makeContractors()
{
    m_contractors = new ContractorsScreen(m_desk, m_screens);
    connect(m_contractors, &ContractorsScreen::leaving, m_way, [this] {
        if (m_screens->currentWidget() == m_contractors)
            m_way->leave();
    });
    connect(m_contractors, &ContractorsScreen::told, this, &MainWindow::tellInPassing);
    connect(m_contractors, &ContractorsScreen::taskAsked, this, [this](RowId row) {
        showTasks();
        m_tasks->reveal(row);
    });
    connect(m_contractors, &ContractorsScreen::newTaskAsked, this, [this](const NamedRef &client) {
        m_tasks->windows().newTask(TaskStart::forContractor(client));
    });
    connect(&m_contractors->windows(), &ContractorWindows::notKept, this, &MainWindow::addNotice);
    connect(
        &m_contractors->windows(), &ContractorWindows::leftToldChanged, this,
        [this](const QString &words) { tellLeft(ClientsLeftNotice, words); });
}

void MainWindow::makeContractorMenu()
{
    QMenu *menu = menuBar()->addMenu(tr("&Contractor"));
    menu->setObjectName(u"contractorMenu"_s);
    menu->setToolTipsVisible(true);
    menu->addAction(m_contractors->newAction());
    menu->addSeparator();
    menu->addActions(m_contractors->menuActions().toList());
    connect(m_contractors->newAction(), &QAction::triggered, this, &MainWindow::showContractors);
    // What acts on the chosen client must not act on one that is out of sight.
    const auto follow = [this] {
        const bool here = m_screens->currentWidget() == m_contractors;
        const QVector<QAction *> actions = m_contractors->menuActions();
        for (QAction *action : actions)
            action->setVisible(here);
    };
    connect(m_screens, &QStackedWidget::currentChanged, menu, follow);
    follow();
    if (QAction *refresh = tasksAction(keys::refresh())) {
        connect(refresh, &QAction::triggered, m_contractors, [this] {
            if (m_screens->currentWidget() == m_contractors)
                m_contractors->lookAgain();
        });
    }
}

void MainWindow::showContractor(const QString &id)
{
    // In this order it is one step back to where this was asked for.
    m_contractors->reveal(id);
    showContractors();
}

void MainWindow::newContractor(const QString &phone, const QString &name)
{
    showContractors();
    m_contractors->newContractor(phone, name);
}

/// Ctrl+N beside a client is a task for it.
bool MainWindow::beginTaskOfContractor()
{
    const auto client = m_contractors->chosen();
    if (m_screens->currentWidget() != m_contractors || !client)
        return false;
    m_tasks->windows().newTask(TaskStart::forContractor(*client));
    return true;
}

} // namespace naryad::ui
