#pragma once

#include "core/SyncState.h"
#include "models/TaskListModel.h"
#include "widgets/Desk.h"

#include <QWidget>

class QAction;
class QLabel;
class QLineEdit;
class QPushButton;
class QSplitter;
class QStackedWidget;
class QTableView;

namespace naryad::ui {

class TaskDetailsPanel;
class TaskWindows;

/// The Tasks screen: filter, list, details; opens the editor and the two small dialogs.
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

public Q_SLOTS:
    void newTask();
    void editCurrent();
    void closeCurrent();
    void commentCurrent();
    void selectTask(naryad::RowId row);
    /// A refused command as it was typed, to be mended; it is dropped once the new one is on disk.
    void fix(const naryad::JournalEntry &entry);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void build();
    void fitColumns();
    QVector<int> columnWidths() const;
    void buildActions();
    QPushButton *
    button(const QString &name, const QString &text, const QKeySequence &keys, void (TasksScreen::*slot)());
    TaskRow currentTask() const;
    void selectNext(RowId after);
    void showLoad();
    void enableActions();

    Desk m_desk;
    models::TaskListModel *m_model;
    TaskWindows *m_windows;
    QLineEdit *m_filter = nullptr;
    QLabel *m_count = nullptr;
    QTableView *m_table = nullptr;
    QStackedWidget *m_stack = nullptr;
    QLabel *m_emptyText = nullptr;
    QPushButton *m_retry = nullptr;
    QSplitter *m_splitter = nullptr;
    TaskDetailsPanel *m_details = nullptr;
    QPushButton *m_close = nullptr;
    QPushButton *m_comment = nullptr;
    SyncState m_state;
    RowId m_toSelect = 0;
    QVector<int> m_fitted; ///< the widths as they were last shared out; others are the user's own
};

} // namespace naryad::ui
