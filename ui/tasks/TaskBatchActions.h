#pragma once

#include "core/TaskCard.h"
#include "exports/Clip.h"
#include "tasks/ChosenTasks.h"
#include "widgets/Desk.h"

#include <QHash>
#include <QObject>
#include <QPointer>
#include <QVector>

#include <memory>
#include <vector>

class QAction;
class QMenu;

namespace naryad::models {
class TaskListModel;
}

namespace naryad::ui {

class ManyDialog;
class TaskBatchPanel;
class TaskColumns;
class TaskWindows;

/// What can be done to all marked tasks at once: close, comment, send, add a field, copy, export, print; and
/// to one: duplicate it as a draft, print it.
///
/// Owns the actions and the windows it opened. Thread: the GUI's.
class TaskBatchActions : public QObject
{
    Q_OBJECT
public:
    /// All outlive this; the windows stand above `screen`.
    TaskBatchActions(
        Desk desk, QTableView *table, TaskColumns *columns, models::TaskListModel *model,
        TaskWindows *windows, QWidget *screen);
    ~TaskBatchActions() override;

    ChosenTasks &chosen() { return *m_chosen; }
    bool isMany() const { return m_chosen->isMany(); }
    /// For the place beside the list while several are marked.
    TaskBatchPanel *panel() const { return m_panel; }
    /// For a menu, in its order; their keys are heard in the screen.
    QVector<QAction *> menuActions() const;

    /// True where several are marked, and the window for them was opened.
    bool closeMany();
    bool commentMany();
    bool addFieldToMany();
    void apply(const MirrorChange &change);

Q_SIGNALS:
    void chosenChanged();
    /// What has been done, in passing.
    void told(const QString &words);

private:
    template <class Dialog, class... More> void open(const More &...more);
    QAction *make(const QString &name, const QString &text, const QKeySequence &keys);
    void makeActions();
    void makeCopyMenu();
    void copy(exports::ClipFormat format);
    void sendDrafts();
    void exportList();
    void duplicate();
    void print(bool toPdf);
    QVector<RowId> rows() const;
    QStringList shownColumns() const;
    void tell(const QString &text);
    static QString copiedWords(exports::ClipFormat format, int rows);

    Desk m_desk;
    QTableView *m_table;
    TaskColumns *m_columns;
    models::TaskListModel *m_model;
    TaskWindows *m_windows;
    QWidget *m_screen;
    ChosenTasks *m_chosen;
    TaskBatchPanel *m_panel = nullptr;
    QMenu *m_copyMenu = nullptr;
    QHash<QString, QAction *> m_actions;
    QVector<QPointer<ManyDialog>> m_open;
    std::vector<std::unique_ptr<exports::ClipJob>> m_copies; ///< the last is wanted; others end by themselves
};

} // namespace naryad::ui
