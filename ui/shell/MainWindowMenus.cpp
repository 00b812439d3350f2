#include "shell/MainWindow.h"

#include "core/Await.h"
#include "core/Text.h"
#include "outbox/OutboxScreen.h"
#include "settings/SettingsWindow.h"
#include "shell/ShortcutSheet.h"
#include "shell/StatusLine.h"
#include "shell/WayBack.h"
#include "tasks/QuickFilters.h"
#include "tasks/TaskBatchActions.h"
#include "tasks/TaskColumns.h"
#include "tasks/TaskViews.h"
#include "tasks/TaskWindows.h"
#include "tasks/TasksScreen.h"
#include "widgets/Keys.h"

#include <QAction>
#include <QMenuBar>
#include <QMessageBox>

#include <utility>

namespace naryad::ui {

using namespace Qt::StringLiterals;

QAction *MainWindow::addTo(QMenu *menu, const QString &name, const QString &text, const QKeySequence &keys)
{
    auto *action = new QAction(text, this);
    action->setObjectName(name);
    action->setShortcut(keys);
    menu->addAction(action);
    return action;
}

void MainWindow::makeMenus()
{
    menuBar()->setObjectName(u"menuBar"_s);
    QMenu *file = menuBar()->addMenu(tr("&File"));
    file->setObjectName(u"fileMenu"_s);
    connect(
        addTo(file, u"connectAnother"_s, tr("&Connect another company…"), {}), &QAction::triggered, this,
        &MainWindow::connectAnother);
    QAction *key = addTo(file, u"enterKey"_s, tr("Enter &key…"), {});
    connect(key, &QAction::triggered, this, &MainWindow::enterKey);
    key->setEnabled(!m_account.demo);
    m_settingsAction = addTo(file, u"settings"_s, tr("&Settings…"), QKeySequence(Qt::CTRL | Qt::Key_Comma));
    m_settingsAction->setMenuRole(QAction::PreferencesRole);
    m_settingsAction->setEnabled(false);
    connect(m_settingsAction, &QAction::triggered, this, &MainWindow::showSettings);
    file->addSeparator();
    m_fileMenu = file;
    file->setToolTipsVisible(true);
    m_afterCompanies = file->addSeparator();
    QAction *quit = addTo(file, u"quit"_s, tr("&Quit"), QKeySequence(Qt::CTRL | Qt::Key_Q));
    quit->setMenuRole(QAction::QuitRole);
    connect(quit, &QAction::triggered, this, &QWidget::close);
    makeTaskMenu();
    makeContractorMenu();
    makeEquipmentMenu();
    makeViewMenu();
    makeHelpMenu();
}

QAction *MainWindow::tasksAction(const QKeySequence &keys) const
{
    // One action for screen and menu: claimed by two, its keys would be ambiguous and dead.
    const QList<QAction *> own = m_tasks->findChildren<QAction *>();
    for (QAction *action : own) {
        if (action->shortcuts().contains(keys)) {
            action->setShortcutContext(Qt::WindowShortcut);
            return action;
        }
    }
    return nullptr;
}

void MainWindow::makeTaskMenu()
{
    QMenu *menu = menuBar()->addMenu(tr("&Task"));
    menu->setObjectName(u"taskMenu"_s);
    menu->setToolTipsVisible(true);
    const auto add = [menu](QAction *action) {
        if (action)
            menu->addAction(action);
        return action;
    };
    add(tasksAction(QKeySequence(Qt::CTRL | Qt::Key_N)));
    connect(
        addTo(menu, u"takeBack"_s, tr("Take &back what is held"), QKeySequence(QKeySequence::Undo)),
        &QAction::triggered, this, &MainWindow::takeBack);
    auto *edit = new QAction(tr("&Edit"), this);
    edit->setObjectName(u"editTask"_s);
    connect(edit, &QAction::triggered, m_tasks, &TasksScreen::editCurrent);
    m_rowActions = {
        add(edit),
        add(tasksAction(QKeySequence(Qt::CTRL | Qt::Key_E))),
        add(tasksAction(QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_M))),
        add(tasksAction(QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_F))),
        add(tasksAction(QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_R))),
        add(m_tasks->findChild<QAction *>(u"deleteTaskAction"_s)),
        tasksAction(keys::details()),
    };
    menu->addSeparator();
    const QVector<QAction *> batch = m_tasks->batch().menuActions();
    for (QAction *action : batch)
        m_rowActions.append(add(action));
    m_rowActions.removeAll(nullptr);
    m_rowActions += m_tasks->quickFilters().menuActions();
    m_rowActions.append(m_tasks->views().menu()->menuAction());
}

/// What was said last and has not been sent yet; what was typed is a draft again.
void MainWindow::takeBack()
{
    await(this, m_desk.commands.recallLast(), [this](const Result<CommandId> &taken) {
        if (taken) {
            m_outbox->select(*taken);
            openRecalled();
            tellInPassing(
                tr("Taken back. Nothing of it was sent, and what you typed is a draft again."), *taken);
        } else if (taken.error().kind == ErrorKind::BadInput) {
            tellInPassing(tr("Nothing is held: there is nothing to take back."));
        } else {
            addNotice(describe(taken.error()));
        }
    });
}

void MainWindow::makeViewMenu()
{
    QMenu *menu = menuBar()->addMenu(tr("&View"));
    menu->setObjectName(u"viewMenu"_s);
    menu->addActions(screenActions().toList());
    menu->addSeparator();
    if (QAction *refresh = tasksAction(keys::refresh()))
        menu->addAction(refresh);
    menu->addAction(m_status->pauseAction());
    if (QAction *filter = tasksAction(QKeySequence(QKeySequence::Find)))
        menu->addAction(filter);
    if (QAction *details = tasksAction(keys::details()))
        menu->addAction(details);
    if (QAction *answer = tasksAction(QKeySequence(Qt::ALT | Qt::Key_R))) {
        menu->addAction(answer);
        m_rowActions.append(answer);
    }
    menu->addSeparator();
    m_findAction = addTo(menu, u"findOrDo"_s, tr("Find &or do…"), QKeySequence(Qt::CTRL | Qt::Key_K));
    connect(m_findAction, &QAction::triggered, m_palette, &Palette::open);
    QMenu *quick = menu->addMenu(tr("&Quick filters"));
    quick->setObjectName(u"quickFiltersMenu"_s);
    quick->addActions(m_tasks->quickFilters().menuActions());
    menu->addMenu(m_tasks->views().menu());
    menu->addMenu(m_tasks->columns().menu());
    menu->addSeparator();
    menu->addAction(m_way->backAction());
    menu->addAction(m_way->forwardAction());
    QAction *next = addTo(menu, u"nextScreen"_s, tr("&Next screen"), {});
    next->setShortcuts(QKeySequence::NextChild);
    connect(next, &QAction::triggered, this, [this] { stepScreen(1); });
    QAction *previous = addTo(menu, u"previousScreen"_s, tr("Pr&evious screen"), {});
    // Qt's own is Ctrl+Shift+Backtab, which X11 never tells: there Shift is what made a Backtab of Tab.
    QList<QKeySequence> back = QKeySequence::keyBindings(QKeySequence::PreviousChild);
    back.removeIf([](const QKeySequence &keys) { return keys[0].key() == Qt::Key_Backtab; });
    const QKeySequence tab(Qt::CTRL | Qt::SHIFT | Qt::Key_Tab);
#ifndef Q_OS_MACOS
    if (!back.contains(tab))
        back.append(tab);
#endif
    previous->setShortcuts(back);
    connect(previous, &QAction::triggered, this, [this] { stepScreen(-1); });
    connect(
        addTo(menu, u"nextPane"_s, tr("Next &pane"), QKeySequence(Qt::Key_F6)), &QAction::triggered, this,
        [this] { stepPane(true); });
    connect(
        addTo(menu, u"previousPane"_s, tr("Pre&vious pane"), QKeySequence(Qt::SHIFT | Qt::Key_F6)),
        &QAction::triggered, this, [this] { stepPane(false); });
}

void MainWindow::makeHelpMenu()
{
    QMenu *menu = menuBar()->addMenu(tr("&Help"));
    menu->setObjectName(u"helpMenu"_s);
    connect(
        addTo(menu, u"shortcuts"_s, tr("&Keyboard shortcuts"), QKeySequence(Qt::CTRL | Qt::Key_Slash)),
        &QAction::triggered, this, &MainWindow::showShortcuts);
    QAction *about = addTo(menu, u"about"_s, tr("&About Naryad"), {});
    about->setMenuRole(QAction::AboutRole);
    connect(about, &QAction::triggered, this, &MainWindow::showAbout);
}

void MainWindow::setCompanies(const QVector<Account> &companies)
{
    qDeleteAll(std::exchange(m_companies, {}));
    for (const Account &company : companies) {
        auto *action = new QAction(escapeMnemonic(company.name), this);
        action->setObjectName(u"company:"_s + company.base.toString());
        action->setToolTip(plainTooltip(company.base.toString()));
        action->setCheckable(true);
        const bool open = company.base == m_account.base && company.folder == m_account.folder;
        action->setChecked(open);
        connect(action, &QAction::triggered, this, [this, action, company, open] {
            // The tick tells which is open, not which was pointed at.
            action->setChecked(open);
            if (!open)
                Q_EMIT companyChosen(company);
        });
        m_fileMenu->insertAction(m_afterCompanies, action);
        m_companies.append(action);
    }
}

void MainWindow::showShortcuts()
{
    auto *sheet = new ShortcutSheet(shortcutsOf(*this) + shortcutsOfForms(), this);
    sheet->setAttribute(Qt::WA_DeleteOnClose);
    sheet->open();
}

void MainWindow::useSettingsHost(SettingsHost &host)
{
    m_settingsHost = &host;
    m_settingsAction->setEnabled(true);
}

void MainWindow::showSettings()
{
    auto *window = new SettingsWindow(*m_settingsHost, this);
    window->setAttribute(Qt::WA_DeleteOnClose);
    window->open();
}

void MainWindow::showAbout()
{
    auto *box = new QMessageBox(this);
    box->setAttribute(Qt::WA_DeleteOnClose);
    box->setObjectName(u"aboutBox"_s);
    box->setWindowTitle(tr("About Naryad"));
    box->setTextFormat(Qt::PlainText);
    // All in the text: the informative one below it guesses at markup whatever the box's format is.
    box->setText(
        tr("Naryad %1").arg(QStringLiteral(NARYAD_VERSION)) + u"\n\n"_s
        + tr("The dispatcher's desk for the Mobiforce cloud. Company: %1\nQt %2")
              .arg(m_account.name, QString::fromLatin1(qVersion())));
    box->setStandardButtons(QMessageBox::Close);
    box->open();
}

} // namespace naryad::ui
