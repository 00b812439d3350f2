#include "shell/MainWindow.h"

#include "connect/KeyDialog.h"
#include "core/Text.h"
#include "outbox/OutboxScreen.h"
#include "shell/ActivityBar.h"
#include "shell/ActivityIcons.h"
#include "shell/NoticeBar.h"
#include "shell/PaneCycler.h"
#include "shell/ShortcutSheet.h"
#include "shell/StatusLine.h"
#include "shell/UiSettings.h"
#include "tasks/TaskWindows.h"
#include "tasks/TasksScreen.h"

#include <QAction>
#include <QActionGroup>
#include <QCloseEvent>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QMenuBar>
#include <QMessageBox>
#include <QSplitter>
#include <QStackedWidget>
#include <QTableView>
#include <QVBoxLayout>

namespace naryad::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr QLatin1String keyRefusedNotice("keyRefused");
constexpr QLatin1String keyNotKeptNotice("keyNotKept");
constexpr QLatin1String demoNotice("demo");
constexpr QLatin1String leftNotice("left");

/// Stable names of a table's columns, in its model's order; what is kept of them is kept by these.
struct TableColumns
{
    QString objectName;
    QString keptAs;
    QStringList keys;
};

QVector<TableColumns> tableColumns()
{
    return {
        {u"tasks"_s,
         u"tasks"_s,
         {u"number"_s, u"plan"_s, u"template"_s, u"contractor"_s, u"worker"_s, u"state"_s}},
        {u"outboxTable"_s, u"outbox"_s, {u"when"_s, u"what"_s, u"state"_s, u"outcome"_s}},
    };
}

} // namespace

MainWindow::MainWindow(Desk desk, Account account, ConnectHost &host, QWidget *parent)
    : QMainWindow(parent)
    , m_desk(std::move(desk))
    , m_account(std::move(account))
    , m_host(host)
{
    setObjectName(u"mainWindow"_s);
    QString company = m_account.name;
    if (m_account.demo && !company.contains(u"DEMO"))
        company = company.isEmpty() ? u"DEMO"_s : company + u" (DEMO)";
    setWindowTitle(tr("Naryad — %1").arg(company));
    setAccessibleName(windowTitle());
    m_panes = new PaneCycler(this);

    auto *centre = new QWidget(this);
    auto *row = new QHBoxLayout(centre);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(0);
    m_activity = new ActivityBar(centre);
    row->addWidget(m_activity);
    auto *column = new QVBoxLayout;
    column->setSpacing(0);
    row->addLayout(column, 1);
    m_notices = new NoticeBar(centre);
    column->addWidget(m_notices);
    m_screens = new QStackedWidget(centre);
    m_screens->setObjectName(u"screens"_s);
    column->addWidget(m_screens, 1);
    setCentralWidget(centre);
    m_status = new StatusLine(m_desk.zone, m_account.demo, this);
    setStatusBar(m_status);

    makeScreens();
    makeScreenActions();
    makeMenus();
    connect(m_notices, &NoticeBar::actionTriggered, this, [this](const QString &key) {
        if (key == keyRefusedNotice) {
            enterKey();
        } else if (key == leftNotice) {
            showTasks();
            m_tasks->windows().openKept();
        }
    });
    if (m_account.demo) {
        m_notices->put(
            {demoNotice,
             theme::Tone::Info,
             tr("DEMO: a made-up company on this computer. Nothing is sent anywhere, and it starts anew each "
                "time."),
             {},
             true});
    }
    resize(1280, 800);
    showTasks();
}

MainWindow::~MainWindow() = default;

void MainWindow::makeScreens()
{
    m_tasks = new TasksScreen(m_desk, m_screens);
    m_screens->addWidget(m_tasks);
    connect(&m_tasks->windows(), &TaskWindows::leftToldChanged, this, [this](const QString &words) {
        if (words.isEmpty())
            m_notices->remove(leftNotice);
        else
            m_notices->put({leftNotice, theme::Tone::Info, words, tr("Open"), true});
    });
    connect(&m_tasks->windows(), &TaskWindows::notKept, this, &MainWindow::addNotice);
    m_outbox = new OutboxScreen(m_desk, m_screens);
    m_screens->addWidget(m_outbox);
    connect(m_outbox, &OutboxScreen::fixRequested, this, [this](const JournalEntry &entry) {
        showTasks();
        m_tasks->fix(entry);
    });
}

void MainWindow::makeScreenActions()
{
    auto *group = new QActionGroup(this);
    group->setExclusive(true);
    const auto add
        = [this, group](const QString &name, const QString &text, ActivityPicture picture, Qt::Key digit) {
              auto *action = new QAction(activityIcon(picture), text, this);
              action->setObjectName(name);
              action->setCheckable(true);
              action->setShortcut(QKeySequence(Qt::CTRL | digit));
              group->addAction(action);
              m_activity->add(action);
              return action;
          };
    // The digits leave room for the screens between them.
    m_tasksAction = add(u"tasks"_s, tr("Tasks"), ActivityPicture::Tasks, Qt::Key_1);
    m_outboxAction = add(u"outbox"_s, tr("Outbox"), ActivityPicture::Outbox, Qt::Key_6);
    connect(m_tasksAction, &QAction::triggered, this, &MainWindow::showTasks);
    connect(m_outboxAction, &QAction::triggered, this, &MainWindow::showOutbox);
}

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
    file->addSeparator();
    QAction *quit = addTo(file, u"quit"_s, tr("&Quit"), QKeySequence(Qt::CTRL | Qt::Key_Q));
    quit->setMenuRole(QAction::QuitRole);
    connect(quit, &QAction::triggered, this, &QWidget::close);
    makeTaskMenu();
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
    auto *edit = new QAction(tr("&Edit"), this);
    edit->setObjectName(u"editTask"_s);
    connect(edit, &QAction::triggered, m_tasks, &TasksScreen::editCurrent);
    m_rowActions = {
        add(edit),
        add(tasksAction(QKeySequence(Qt::CTRL | Qt::Key_E))),
        add(tasksAction(QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_M))),
        tasksAction(QKeySequence(Qt::Key_F8)),
    };
    m_rowActions.removeAll(nullptr);
}

void MainWindow::makeViewMenu()
{
    QMenu *menu = menuBar()->addMenu(tr("&View"));
    menu->setObjectName(u"viewMenu"_s);
    menu->addAction(m_tasksAction);
    menu->addAction(m_outboxAction);
    menu->addSeparator();
    if (QAction *refresh = tasksAction(QKeySequence(Qt::Key_F5)))
        menu->addAction(refresh);
    if (QAction *details = tasksAction(QKeySequence(Qt::Key_F8)))
        menu->addAction(details);
    menu->addSeparator();
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

void MainWindow::useSettings(UiSettings &settings)
{
    m_settings = &settings;
    settings.restoreWindow(u"main"_s, *this);
    const QList<QSplitter *> splitters = m_screens->findChildren<QSplitter *>();
    for (QSplitter *splitter : splitters) {
        if (!splitter->objectName().isEmpty())
            settings.restoreSplitter(splitter->objectName(), *splitter);
    }
    for (const TableColumns &columns : tableColumns()) {
        if (auto *table = m_screens->findChild<QTableView *>(columns.objectName))
            settings.restoreColumns(columns.keptAs, *table->horizontalHeader(), columns.keys);
    }
    if (settings.text(u"screen"_s) == m_outboxAction->objectName())
        showOutbox();
}

void MainWindow::saveLayout()
{
    if (!m_settings)
        return;
    m_settings->saveWindow(u"main"_s, *this);
    const QList<QSplitter *> splitters = m_screens->findChildren<QSplitter *>();
    for (const QSplitter *splitter : splitters) {
        if (!splitter->objectName().isEmpty())
            m_settings->saveSplitter(splitter->objectName(), *splitter);
    }
    for (const TableColumns &columns : tableColumns()) {
        if (const auto *table = m_screens->findChild<QTableView *>(columns.objectName))
            m_settings->saveColumns(columns.keptAs, *table->horizontalHeader(), columns.keys);
    }
    const bool outbox = m_screens->currentWidget() == m_outbox;
    m_settings->setText(u"screen"_s, (outbox ? m_outboxAction : m_tasksAction)->objectName());
    m_settings->sync();
}

void MainWindow::setState(const SyncState &state)
{
    m_state = state;
    m_status->setState(state);
    m_tasks->setState(state);
    showBadge();
    if (state.phase == SyncState::Phase::KeyRefused) {
        m_notices->put(
            {keyRefusedNotice, theme::Tone::Error,
             tr("The service no longer accepts the key. Nothing is sent until you enter a new one."),
             tr("Enter key"), false});
    } else {
        m_notices->remove(keyRefusedNotice);
    }
}

void MainWindow::showBadge()
{
    const int open = m_state.waiting + m_state.unsure + m_state.refused;
    const int needsUser = m_state.unsure + m_state.refused;
    QString badge;
    QStringList words;
    if (open > 0) {
        badge = QString::number(open) + (needsUser > 0 ? u"!"_s : QString());
        words.append(tr("%n command(s) not done yet", nullptr, open));
    }
    if (needsUser > 0)
        words.append(tr("%n need(s) your decision", nullptr, needsUser));
    m_activity->button(m_outboxAction)->setBadge(badge, words.join(u'\n'));
}

void MainWindow::applyChange(const MirrorChange &change)
{
    m_tasks->apply(change);
    m_outbox->apply(change);
}

void MainWindow::addNotice(const QString &text)
{
    if (!text.isEmpty())
        m_notices->put({u"said:"_s + text, theme::Tone::Warning, text, {}, true});
}

void MainWindow::setKeyNotKept(const QString &words)
{
    if (words.isEmpty())
        m_notices->remove(keyNotKeptNotice);
    else
        m_notices->put({keyNotKeptNotice, theme::Tone::Warning, words, {}, true});
}

void MainWindow::switchTo(QWidget *screen)
{
    const bool tasks = screen == m_tasks;
    m_screens->setCurrentWidget(screen);
    (tasks ? m_tasksAction : m_outboxAction)->setChecked(true);
    // What acts on the chosen task must not act on one that is out of sight.
    for (QAction *action : std::as_const(m_rowActions))
        action->setVisible(tasks);
    if (!m_panes->enter(PaneCycler::panesOf(screen)))
        m_panes->enter({screen});
}

void MainWindow::showTasks()
{
    switchTo(m_tasks);
}

void MainWindow::showOutbox()
{
    switchTo(m_outbox);
}

void MainWindow::newTask()
{
    showTasks();
    m_tasks->newTask();
}

void MainWindow::stepPane(bool forward)
{
    QVector<QWidget *> panes{m_activity, m_notices};
    panes += PaneCycler::panesOf(m_screens->currentWidget());
    panes.append(m_status);
    m_panes->step(panes, forward);
}

void MainWindow::enterKey()
{
    if (auto *open = findChild<KeyDialog *>()) {
        open->raise();
        open->activateWindow();
        return;
    }
    auto *dialog = new KeyDialog(m_host, {m_account.base, m_account.name}, this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &KeyDialog::keyAccepted, this, [this](const QString &key, const QString &notKept) {
        setKeyNotKept(notKept);
        Q_EMIT keyEntered(key);
    });
    dialog->open();
}

void MainWindow::raiseWindow()
{
    setWindowState((windowState() & ~Qt::WindowMinimized) | Qt::WindowActive);
    show();
    raise();
    activateWindow();
}

void MainWindow::showShortcuts()
{
    auto *sheet = new ShortcutSheet(shortcutsOf(*this), this);
    sheet->setAttribute(Qt::WA_DeleteOnClose);
    sheet->open();
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

void MainWindow::showEvent(QShowEvent *event)
{
    QMainWindow::showEvent(event);
    // The list, not the activity bar, is where the first key should go.
    if (!event->spontaneous())
        switchTo(m_screens->currentWidget());
}

void MainWindow::closeEvent(QCloseEvent *event)
{
    saveLayout();
    event->accept();
    Q_EMIT quitRequested();
}

} // namespace naryad::ui
