#include "shell/MainWindow.h"

#include "caller/CallerDesk.h"
#include "connect/KeyDialog.h"
#include "contractors/ContractorWindows.h"
#include "contractors/ContractorsScreen.h"
#include "core/CommandKinds.h"
#include "equipment/EquipmentScreen.h"
#include "equipment/EquipmentWindows.h"
#include "outbox/OutboxScreen.h"
#include "shell/ActivityBar.h"
#include "shell/NoticeBar.h"
#include "shell/PaneCycler.h"
#include "shell/PassingWords.h"
#include "shell/StatusLine.h"
#include "shell/UiSettings.h"
#include "shell/WayBack.h"
#include "tasks/QuickFilters.h"
#include "tasks/TaskBatchActions.h"
#include "tasks/TaskColumns.h"
#include "tasks/TaskViews.h"
#include "tasks/TaskWindows.h"
#include "tasks/TasksScreen.h"
#include "templates/TemplatesScreen.h"

#include <QAction>
#include <QCloseEvent>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QJsonDocument>
#include <QLineEdit>
#include <QScreen>
#include <QSplitter>
#include <QStackedWidget>
#include <QStyle>
#include <QTableView>
#include <QVBoxLayout>

#include <algorithm>

namespace naryad::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr QLatin1String keyRefusedNotice("keyRefused");
constexpr QLatin1String demoNotice("demo");
constexpr QLatin1String leftNotice("left");

constexpr QSize UsualSize(1280, 800);
constexpr QSize LeastSize(1024, 640);

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
        {u"tasks"_s, u"tasks"_s, TaskColumns::keys()},
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
    m_way = new WayBack([this] { return place(); }, [this](const QJsonObject &to) { goTo(to); }, this);

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
    connect(m_status, &StatusLine::pauseAsked, this, &MainWindow::pauseAsked);

    makeScreens();
    makeScreenActions();
    makePalette(column);
    makeMenus();
    connect(m_notices, &NoticeBar::actionTriggered, this, [this](const QString &key) {
        if (key == keyRefusedNotice) {
            enterKey();
        } else if (key == MergedNotice) {
            showOutbox();
            m_outbox->select(m_merged.value(m_merged.size() - 1));
        } else if (key == leftNotice) {
            showTasks();
            m_tasks->windows().openKept();
        } else if (key == ClientsLeftNotice) {
            showContractors();
            m_contractors->windows().openKept();
        } else if (key == EquipmentLeftNotice) {
            showEquipment();
            m_equipment->windows().openKept();
        }
    });
    connect(m_notices, &NoticeBar::closed, this, [this](const QString &key) {
        if (key == MergedNotice)
            m_merged.clear();
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
    resize(UsualSize);
    fitScreen();
    showTasks();
}

/// Never larger than the screen, nor asking for more than it has.
void MainWindow::fitScreen()
{
    // What the window manager puts around is told only once the window is there.
    const int title = std::max(
        frameGeometry().height() - height(), style()->pixelMetric(QStyle::PM_TitleBarHeight, nullptr, this));
    const QSize room = screen()->availableSize() - QSize(0, title);
    setMinimumSize(LeastSize.boundedTo(room));
    if (!isMaximized() && !isFullScreen())
        resize(size().boundedTo(room));
}

MainWindow::~MainWindow() = default;

void MainWindow::makeScreens()
{
    m_tasks = new TasksScreen(m_desk, m_screens);
    connect(&m_tasks->windows(), &TaskWindows::leftToldChanged, this, [this](const QString &words) {
        tellLeft(leftNotice, words);
    });
    connect(&m_tasks->windows(), &TaskWindows::notKept, this, &MainWindow::addNotice);
    connect(&m_tasks->views(), &TaskViews::outboxAsked, this, &MainWindow::showOutbox);
    connect(&m_tasks->views(), &TaskViews::leaving, m_way, &WayBack::leave);
    connect(&m_tasks->views(), &TaskViews::said, this, &MainWindow::addNotice);
    makeContractors();
    m_templates = new TemplatesScreen(m_desk, m_screens);
    connect(m_templates, &TemplatesScreen::said, this, &MainWindow::addNotice);
    makeEquipment();
    m_outbox = new OutboxScreen(m_desk, m_screens);
    makeCaller();
    connect(m_outbox, &OutboxScreen::sentMerged, this, &MainWindow::tellMerged);
    connect(m_outbox->model(), &models::OutboxModel::loaded, this, &MainWindow::endPassing);
    m_status->passing()->watch(*m_outbox->model(), m_desk.clock);
    connect(&m_tasks->batch(), &TaskBatchActions::told, m_status->passing(), &PassingWords::tell);
    connect(m_outbox, &OutboxScreen::copied, m_status->passing(), &PassingWords::tell);
    connect(m_outbox, &OutboxScreen::recalled, this, &MainWindow::openRecalled);
    connect(m_outbox, &OutboxScreen::fixRequested, this, &MainWindow::fix);
}

void MainWindow::fix(const JournalEntry &entry)
{
    const ObjectKind kind = kindOf(entry.command);
    if (kind == ObjectKind::Task) {
        showTasks();
        m_tasks->fix(entry);
    } else if (kind == ObjectKind::Template || kind == ObjectKind::TemplateField) {
        showTemplates();
        m_templates->fix(entry);
    } else if (kind == ObjectKind::Equipment || kind == ObjectKind::EquipmentModel) {
        showEquipment();
        m_equipment->windows().fix(entry);
    } else {
        showContractors();
        m_contractors->windows().fix(entry);
    }
}

void MainWindow::openRecalled()
{
    m_tasks->windows().openRecalled();
    m_contractors->windows().openRecalled();
    m_equipment->windows().openRecalled();
}

void MainWindow::useSettings(UiSettings &settings)
{
    m_settings = &settings;
    settings.restoreWindow(u"main"_s, *this);
    fitScreen();
    const QList<QSplitter *> splitters = m_screens->findChildren<QSplitter *>();
    for (QSplitter *splitter : splitters) {
        if (!splitter->objectName().isEmpty())
            settings.restoreSplitter(splitter->objectName(), *splitter);
    }
    for (const TableColumns &columns : tableColumns()) {
        if (auto *table = m_screens->findChild<QTableView *>(columns.objectName))
            settings.restoreColumns(columns.keptAs, *table->horizontalHeader(), columns.keys);
    }
    m_tasks->setOrder(settings.text(u"tasksOrder"_s));
    m_tasks->views().restore(settings.text(u"tasksViews"_s));
    if (QWidget *screen = screenNamed(settings.text(u"screen"_s)))
        showScreen(screen);
}

void MainWindow::useOwnSettings(UiSettings &settings)
{
    m_own = &settings;
    m_tasks->filterField()->setText(settings.text(u"tasksFilter"_s));
    m_tasks->quickFilters().restore(settings.text(u"tasksQuickFilters"_s));
    const QByteArray place = settings.text(u"contractors"_s).toUtf8();
    m_contractors->goTo(QJsonDocument::fromJson(place).object());
    const QByteArray piece = settings.text(u"equipment"_s).toUtf8();
    m_equipment->goTo(QJsonDocument::fromJson(piece).object());
}

void MainWindow::saveLayout()
{
    if (!m_settings)
        return;
    m_tasks->views().leaveColumns();
    m_settings->setText(u"tasksViews"_s, m_tasks->views().state());
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
    m_settings->setText(u"screen"_s, shownScreen().action->objectName());
    m_settings->setText(u"tasksOrder"_s, m_tasks->order());
    m_settings->sync();
    if (m_own) {
        const bool pinned = m_tasks->quickFilters().isPinned();
        m_own->setText(u"tasksFilter"_s, pinned ? m_tasks->filterField()->text() : QString());
        m_own->setText(u"tasksQuickFilters"_s, m_tasks->quickFilters().state());
        const QJsonDocument place(m_contractors->place());
        m_own->setText(u"contractors"_s, QString::fromUtf8(place.toJson(QJsonDocument::Compact)));
        const QJsonDocument piece(m_equipment->place());
        m_own->setText(u"equipment"_s, QString::fromUtf8(piece.toJson(QJsonDocument::Compact)));
        m_own->sync();
    }
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

void MainWindow::applyChange(const MirrorChange &change)
{
    m_tasks->apply(change);
    m_contractors->apply(change);
    m_equipment->apply(change);
    m_outbox->apply(change);
    m_caller->apply(change);
    m_templates->apply(change);
}

void MainWindow::newTask()
{
    showTasks();
    m_tasks->newTask();
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

void MainWindow::showEvent(QShowEvent *event)
{
    QMainWindow::showEvent(event);
    // The list, not the activity bar, is where the first key should go.
    if (!event->spontaneous()) {
        fitScreen();
        switchTo(m_screens->currentWidget());
    }
}

void MainWindow::closeEvent(QCloseEvent *event)
{
    saveLayout();
    event->accept();
    Q_EMIT quitRequested();
}

} // namespace naryad::ui
