#pragma once

#include "connect/ConnectHost.h"
#include "core/Account.h"
#include "core/Commands.h"
#include "core/SyncState.h"
#include "core/TaskCard.h"
#include "shell/ActivityIcons.h"
#include "shell/Palette.h"
#include "widgets/Desk.h"

#include <QJsonObject>
#include <QMainWindow>

#include <functional>

class QAction;
class QActionGroup;
class QBoxLayout;
class QMenu;
class QStackedWidget;

namespace naryad::ui {

class ActivityBar;
class CallerDesk;
class ContractorsScreen;
class EquipmentScreen;
class NoticeBar;
class OutboxScreen;
class PaneCycler;
class SettingsHost;
class StatusLine;
class TasksScreen;
class TemplatesScreen;
class UiSettings;
class WayBack;

/// The window `Naryad — COMPANY`: assembles the screens and tells how the synchronisation goes.
///
/// Owns the screens. Knows the engine only as values (SyncState, MirrorChange) that are handed in. Closing it
/// waits for nothing: what was said is on disk. Thread: the GUI's.
class MainWindow : public QMainWindow
{
    Q_OBJECT
public:
    /// `host` outlives the window; it checks and keeps a new key.
    MainWindow(Desk desk, Account account, ConnectHost &host, QWidget *parent = nullptr);
    ~MainWindow() override;

    /// Puts geometry, splitters and columns as they were left, and keeps them there when the window closes.
    /// `settings` outlives the window.
    void useSettings(UiSettings &settings);

    /// The company's own, beside its data and as private: what the task list is narrowed to. Else as
    /// useSettings().
    void useOwnSettings(UiSettings &settings);
    /// Where the window `Settings` reads and keeps; outlives the window.
    void useSettingsHost(SettingsHost &host);
    /// The companies this computer knows, for the File menu.
    void setCompanies(const QVector<Account> &companies);

    void setState(const SyncState &state);
    void applyChange(const MirrorChange &change);
    /// A sentence of the program or the engine, in the strip above the screens until the user closes it.
    void addNotice(const QString &text);
    /// Why the key lasts for this run only (KeyCheck::notKeptWords()); empty takes the notice away.
    void setKeyNotKept(const QString &words);

    const Account &account() const { return m_account; }
    TasksScreen *tasks() const { return m_tasks; }
    OutboxScreen *outbox() const { return m_outbox; }
    CallerDesk *caller() const { return m_caller; }
    ContractorsScreen *contractors() const { return m_contractors; }
    TemplatesScreen *templates() const { return m_templates; }
    EquipmentScreen *equipment() const { return m_equipment; }

public Q_SLOTS:
    void showTasks();
    void showContractors();
    void showEquipment();
    void showOutbox();
    void showCaller();
    /// This client in the tree and its card.
    void showContractor(const QString &id);
    /// This piece in the list and its card.
    void showEquipmentPiece(const QString &id);
    /// The form of a new client; with the phone of a caller nobody knows.
    void newContractor(const QString &phone = {}, const QString &name = {});
    void showTemplates();
    void newTask();
    /// Who has this number; empty: who is calling is yet to be typed.
    void call(const QString &number);
    /// `Find or do` with this text in it.
    void find(const QString &text);
    /// The dialog `Enter key`.
    void enterKey();
    /// A second start asks for this window.
    void raiseWindow();

Q_SIGNALS:
    /// A new key, checked; the engine takes it from here.
    void keyEntered(const QString &key);
    void connectAnother();
    /// The synchronisation is to be paused, or to go on.
    void pauseAsked(bool paused);
    /// To be opened in the place of this one.
    void companyChosen(const naryad::Account &company);
    /// The window is closing.
    void quitRequested();

protected:
    void showEvent(QShowEvent *event) override;
    void closeEvent(QCloseEvent *event) override;

private:
    static constexpr QLatin1String PassingNotice{"passing"};
    static constexpr QLatin1String ClientsLeftNotice{"clientsLeft"};
    static constexpr QLatin1String EquipmentLeftNotice{"equipmentLeft"};
    static constexpr QLatin1String MergedNotice{"merged"};

    /// What the window knows of a screen; what one has not is empty.
    struct Screen
    {
        QWidget *widget = nullptr;
        QAction *action = nullptr; ///< in the activity bar and the View menu; its name is kept
        std::function<QVector<QWidget *>()> panes{}; ///< empty: the parts of its splitter
        int firstPane = 0; ///< where the keys go when it is shown
        std::function<void()> entered{};
        std::function<void()> left{};
        std::function<void()> filter{};
        std::function<QJsonObject()> place{};
        std::function<void(const QJsonObject &)> goTo{};
    };

    void makeScreens();
    void makeCaller();
    void makeScreenActions();
    void makeMenus();
    void makeTaskMenu();
    void makeContractors();
    void makeContractorMenu();
    void makeEquipment();
    void makeEquipmentMenu();
    bool beginTaskOfContractor();
    void fix(const JournalEntry &entry);
    void openRecalled();
    void takeBack();
    void makeViewMenu();
    void makeHelpMenu();
    void makePalette(QBoxLayout *column);
    QVector<Palette::Command> commands() const;
    void showHit(const Hit &hit);
    QAction *addTo(QMenu *menu, const QString &name, const QString &text, const QKeySequence &keys);
    /// The Tasks screen's own action with these keys, from now on heard in the whole window.
    QAction *tasksAction(const QKeySequence &keys) const;
    QAction *addScreenAction(const QString &name, const QString &text, ActivityPicture picture, Qt::Key key);
    const Screen &screenOf(const QWidget *widget) const;
    const Screen &shownScreen() const;
    QWidget *screenNamed(const QString &name) const;
    QVector<QAction *> screenActions() const;
    static QVector<QWidget *> panesOf(const Screen &screen);
    void switchTo(QWidget *widget);
    void showScreen(QWidget *widget);
    void stepPane(bool forward);
    void stepScreen(int by);
    QJsonObject place() const;
    void goTo(const QJsonObject &place);
    void showShortcuts();
    void showSettings();
    void showAbout();
    void showBadge();
    CommandId newestCommand() const;
    /// What came of something the user did, until he does the next thing. `about`: the command it was.
    void tellInPassing(const QString &text, CommandId about = 0);
    void endPassing();
    /// What an earlier run left in the windows of a screen; empty words: nothing more.
    void tellLeft(const QString &key, const QString &words);
    void tellMerged(CommandId id, const QString &words);
    void saveLayout();
    void fitScreen();

    Desk m_desk;
    Account m_account;
    ConnectHost &m_host;
    SyncState m_state;
    UiSettings *m_settings = nullptr;
    UiSettings *m_own = nullptr;
    SettingsHost *m_settingsHost = nullptr;
    QAction *m_settingsAction = nullptr;
    ActivityBar *m_activity = nullptr;
    NoticeBar *m_notices = nullptr;
    QStackedWidget *m_screens = nullptr;
    TasksScreen *m_tasks = nullptr;
    ContractorsScreen *m_contractors = nullptr;
    EquipmentScreen *m_equipment = nullptr;
    OutboxScreen *m_outbox = nullptr;
    CallerDesk *m_caller = nullptr;
    TemplatesScreen *m_templates = nullptr;
    StatusLine *m_status = nullptr;
    PaneCycler *m_panes = nullptr;
    WayBack *m_way = nullptr;
    QMenu *m_fileMenu = nullptr;
    QAction *m_afterCompanies = nullptr; ///< the separator below them
    QVector<QAction *> m_companies;
    Palette *m_palette = nullptr;
    QAction *m_findAction = nullptr;
    QActionGroup *m_screenGroup = nullptr;
    QVector<Screen> m_all; ///< the screens, in the order of the activity bar
    CommandId m_passingSince = 0; ///< the newest command when something was told in passing
    QVector<CommandId> m_merged; ///< what the notice about others' changes tells of
    QVector<QAction *> m_rowActions; ///< act on the chosen task, so they go with the Tasks screen
};

} // namespace naryad::ui
