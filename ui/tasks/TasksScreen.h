#pragma once

#include "core/SyncState.h"
#include "models/TaskListModel.h"
#include "widgets/Desk.h"

#include <QAbstractItemView>
#include <QWidget>

#include <functional>

class QAction;
class QKeyEvent;
class QLabel;
class QLayout;
class QLineEdit;
class QPushButton;
class QSplitter;
class QStackedWidget;
class QTableView;

namespace naryad::ui {

class QuickFilters;
class TaskBatchActions;
class TaskColumns;
class TaskDetailsPanel;
class TaskViews;
class TaskWindows;

/// The Tasks screen: filters, list, details; opens the editor and the two small dialogs.
///
/// Owns its list model and the windows it opened. Thread: the GUI's.
class TasksScreen : public QWidget
{
    Q_OBJECT
public:
    explicit TasksScreen(Desk desk, QWidget *parent = nullptr);
    ~TasksScreen() override;

    void apply(const MirrorChange &change);
    void setState(const SyncState &state);
    models::TaskListModel &model() { return *m_model; }
    TaskWindows &windows() { return *m_windows; }
    QLineEdit *filterField() const { return m_filter; }
    QuickFilters &quickFilters() { return *m_quick; }
    TaskColumns &columns() { return *m_columns; }
    TaskBatchActions &batch() { return *m_batch; }
    TaskViews &views() { return *m_views; }
    /// In reading order, for F6.
    QVector<QWidget *> panes() const;
    /// Where the user is: what narrows the list, and the chosen task; to come back to.
    QJsonObject place() const;
    void goTo(const QJsonObject &place);
    /// The list shows what this text and these chips let through (QuickFilters::chosen()); nothing else does.
    void narrowTo(const QString &text, const QJsonObject &chips);
    /// Something narrows the list: a text or a chip.
    bool isNarrowed() const;

    /// "plan descending": the column and the order, by name, to be kept over a restart.
    QString order() const;
    /// What cannot be read as an order leaves the present one.
    void setOrder(const QString &order);

public Q_SLOTS:
    void newTask();
    /// For whom a new task would be where the keyboard is elsewhere: true where that opens it.
    void setTaskElsewhere(std::function<bool()> begins) { m_taskElsewhere = std::move(begins); }
    void focusFilter();
    void focusList();
    void editCurrent();
    void closeCurrent();
    void commentCurrent();
    void addFieldToCurrent();
    void removeFieldsOfCurrent();
    void selectTask(naryad::RowId row);
    /// Selects the task, and clears the filters where they hide it.
    void reveal(naryad::RowId row);
    /// The tasks that say the text and are of this contractor or worker, as far as each is given.
    void showOnly(
        const QString &text, const naryad::NamedRef &contractor = {}, const naryad::NamedRef &worker = {});
    void clearFilters();
    /// Another screen is shown: what is not pinned goes.
    void left();
    /// A refused command as it was typed, to be mended; it is dropped once the new one is on disk.
    void fix(const naryad::JournalEntry &entry);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void build();
    QLayout *makeBar();
    void makeTable();
    QWidget *makeEmpty();
    void connectAll();
    void buildActions();
    QPushButton *
    button(const QString &name, const QString &text, const QKeySequence &keys, void (TasksScreen::*slot)());
    TaskRow currentTask() const;
    void takeKeyboard();
    void goToTask(const ObjectRef &task);
    void selectNext(RowId after);
    void setCurrent(const QModelIndex &place);
    void
    scrollTo(const QModelIndex &place, QAbstractItemView::ScrollHint hint = QAbstractItemView::EnsureVisible);
    void keepCurrent();
    void showCurrent();
    void startFromToday(RowId row);
    bool filterKey(const QKeyEvent &event);
    bool tableKey(const QKeyEvent &event);
    void narrow();
    void clearNext();
    void showCount();
    QString narrowedText() const;
    void showLoad();
    // What may be done to the chosen task (TasksScreenActs.cpp).
    void buildTaskActions();
    void enableActions();
    void showMany();

    Desk m_desk;
    models::TaskListModel *m_model;
    TaskWindows *m_windows;
    QLineEdit *m_filter = nullptr;
    QuickFilters *m_quick = nullptr;
    QLabel *m_count = nullptr;
    QTableView *m_table = nullptr;
    TaskColumns *m_columns = nullptr;
    TaskViews *m_views = nullptr;
    QStackedWidget *m_stack = nullptr;
    QLabel *m_emptyText = nullptr;
    QPushButton *m_retry = nullptr;
    QSplitter *m_splitter = nullptr;
    TaskDetailsPanel *m_details = nullptr;
    TaskBatchActions *m_batch = nullptr;
    std::function<bool()> m_taskElsewhere;
    QStackedWidget *m_side = nullptr; ///< the details, or what can be done to many
    QPushButton *m_close = nullptr;
    QPushButton *m_comment = nullptr;
    QAction *m_closeAction = nullptr;
    QAction *m_commentAction = nullptr;
    QAction *m_addFieldAction = nullptr;
    QAction *m_removeFieldsAction = nullptr;
    QAction *m_deleteAction = nullptr;
    SyncState m_state;
    RowId m_toSelect = 0;
    bool m_reveal = false; ///< and the filters are cleared where it is not listed with them
    RowId m_chosen = 0; ///< the row that was current last, to come back to
    int m_place = 0; ///< and where it stood
    bool m_begun = false; ///< there were rows already
    RowId m_startRow = 0; ///< where the list was begun for the user, until he touches it; then 0
    bool m_quiet = false; ///< several filters change as one
    bool m_firstMatch = false; ///< the filter was typed: its first match is to be current
    bool m_sorted = false; ///< the order was changed: the current row is to be on the screen
};

} // namespace naryad::ui
