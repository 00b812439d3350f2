#pragma once

#include "SavedView.h"
#include "core/SyncState.h"
#include "core/TaskCard.h"
#include "widgets/Desk.h"

#include <QObject>
#include <QVector>

#include <optional>

class QAction;
class QMenu;
class QSplitter;

namespace naryad::models {
class TaskCounts;
}

namespace naryad::ui {

class TasksScreen;
class ViewsPane;

/// The views of the task list: those of the program, and the user's own, which are kept in the company's
/// journal. A view sets the text, the chips, and, one of the user's own, the order and the columns.
///
/// Owns the pane `Views`, its menu and the counts of the user's views. What narrows the list is the screen's
/// own; this only sets it, and marks the view it makes. Thread: the GUI's.
class TaskViews : public QObject
{
    Q_OBJECT
public:
    /// Puts its pane into the splitter as the first; the screen owns this and outlives the pane.
    TaskViews(const Desk &desk, TasksScreen &screen, QSplitter *splitter);

    ViewsPane *pane() const { return m_pane; }
    /// The user's views by name, and what can be done with them; for the View menu.
    QMenu *menu() const { return m_menu; }
    /// Shows and hides the pane.
    QAction *paneAction() const { return m_paneAction; }
    const QVector<SavedView> &saved() const { return m_saved; }

    /// Chips or text are others.
    void follow();
    /// Something changed in the mirror.
    void refresh();
    void setState(const SyncState &state);
    void choose(const QString &key);

    /// Whether the pane is shown, and how wide; to be kept over a restart.
    QString state() const;
    void restore(const QString &state);
    /// Order and columns are the user's usual ones again, to be kept over a restart.
    void leaveColumns();

    /// Writes all views into a file; false where it can't.
    bool exportTo(const QString &path) const;
    /// Takes the views of a file in beside those there are; one of a name there is takes another name.
    /// Nothing where it is no such file.
    std::optional<int> importFrom(const QString &path);

Q_SIGNALS:
    void outboxAsked();
    /// The list is to show something else, by a choice of the user.
    void leaving();
    /// A sentence for the strip above the screens.
    void said(const QString &words);

private:
    struct Columns
    {
        QString order;
        QJsonArray layout;
    };

    void makeActions();
    QAction *add(const char *name, const QString &text, const QKeySequence &keys);
    void load();
    void keep();
    void showLines();
    void showMenu();
    void showCounts();
    void askCounts();
    void enableActions();
    void openUnfinished();
    void useColumns(const SavedView &view);
    QString matching() const;
    TaskQuery queryOf(const SavedView &view) const;
    int placeOf(const QString &key) const;
    int chosenPlace() const;
    void askName();
    void askNewName();
    void askWhetherToDelete();
    void remove(const QString &name);
    void move(int by);
    void askFile(bool write);

    Desk m_desk;
    TasksScreen &m_screen;
    QSplitter *m_splitter;
    ViewsPane *m_pane;
    QMenu *m_menu;
    models::TaskCounts *m_counts;
    QVector<SavedView> m_saved;
    std::optional<Columns> m_usual; ///< while a view of the user's own shows others
    QString m_applied; ///< the view chosen last
    SyncState m_state;
    bool m_loaded = false; ///< before, nothing may be written over what is kept
    int m_width = 0; ///< of the pane, while it is hidden
    QAction *m_paneAction = nullptr;
    QAction *m_save = nullptr;
    QAction *m_rename = nullptr;
    QAction *m_delete = nullptr;
    QAction *m_up = nullptr;
    QAction *m_down = nullptr;
    QVector<QAction *> m_savedActions;
    QAction *m_afterSaved = nullptr; ///< the separator below them
};

} // namespace naryad::ui
