#pragma once

#include "core/TaskCard.h"
#include "tasks/DraftBook.h"
#include "tasks/TaskEditor.h"
#include "widgets/Desk.h"

#include <QObject>
#include <QPointer>
#include <QStringList>
#include <QVector>

namespace naryad::ui {

struct TaskName;

/// The windows in which something is said about tasks: opens each as it was left, and tells what an earlier
/// run left. Owns them and the drafts. Thread: the GUI's.
class TaskWindows : public QObject
{
    Q_OBJECT
public:
    /// The windows stand above `screen`, which outlives this.
    TaskWindows(Desk desk, QWidget *screen);
    /// Keeps what is typed in the windows that are open.
    ~TaskWindows() override;

    void newTask();
    void editTask(RowId row);
    void closeTask(const TaskRow &task);
    void comment(const TaskRow &task);
    /// A new task's editor, filled as this task is (TaskWindowsCopy.cpp).
    void duplicate(RowId row);
    /// What a task of this template is closed with unless the user says otherwise; nothing: not known.
    NamedRef lastResult(const NamedRef &) const { return m_lastResult; }
    void noteResult(const NamedRef &result) { m_lastResult = result; }
    /// A refused command as it was typed, to be mended; it is dropped once the new one is on disk.
    void fix(const JournalEntry &entry);
    /// The newest that an earlier run left.
    void openKept();

    /// A command was taken back: what it was typed as stands open again.
    void openRecalled();

    void listsChanged();
    void rowsMoved(const QVector<QPair<RowId, RowId>> &moved);

Q_SIGNALS:
    void taskMade(naryad::CommandId id);
    void taskClosed(naryad::RowId row);
    /// What an earlier run left, in words; empty: nothing more.
    void leftToldChanged(const QString &words);
    /// Closed, and the disk did not take what was typed in it.
    void notKept(const QString &words);

private:
    TaskEditor *openEditor(const QString &key) const;
    TaskEditor *editorOf(const TaskCard &card) const;
    void openNew();
    void openCard(const TaskCard &card);
    void openCopy(const TaskCard &card);
    void openEditorOf(const Draft &draft);
    void openCloseOf(const Draft &draft, const TaskName &task, const NamedRef &result, const QString &note);
    void openCommentOf(const Draft &draft, const TaskName &task, const QString &text);
    /// Keeps what is typed into it as this draft, and shows it.
    void present(CommandForm *form, const Draft &draft);
    void open(const Draft &draft);
    void tellLeft();
    static QString wordsOf(const Draft &draft);

    Desk m_desk;
    QWidget *m_screen;
    DraftBook m_book;
    QVector<QPointer<CommandForm>> m_open;
    QStringList m_left; ///< keys of what an earlier run left and nobody has opened since
    NamedRef m_lastResult;
};

} // namespace naryad::ui
