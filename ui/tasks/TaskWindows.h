#pragma once

#include "core/TaskCard.h"
#include "tasks/ResultMemory.h"
#include "tasks/TaskEditor.h"
#include "widgets/Desk.h"
#include "widgets/DraftBook.h"

#include <QObject>
#include <QPointer>
#include <QStringList>
#include <QVector>

namespace naryad::ui {

class ManyDialog;
struct ResultOffer;
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
    /// A new task begun so; once more, it stands open as it was left.
    void newTask(const TaskStart &start);
    void editTask(RowId row);
    void closeTask(const TaskRow &task);
    void comment(const TaskRow &task);
    void addField(const TaskRow &task);
    void removeFields(const TaskRow &task);
    /// A new task's editor for what a closed one leaves to do: its contractor, address and template, and a
    /// reference to it.
    void followUp(const ObjectRef &closed, const QString &number);
    /// A new task's editor, filled as this task is.
    void duplicate(RowId row);
    /// What tasks are closed with unless the user says otherwise.
    ResultMemory &resultMemory() { return m_results; }
    /// From now on what is typed into it is kept as it is typed; what an earlier one of its kind left unsaid
    /// stands there (TaskWindowsMore.cpp).
    void keepMany(ManyDialog *dialog);
    /// A refused command as it was typed, to be mended; it is dropped once the new one is on disk.
    void fix(const JournalEntry &entry);
    /// The newest that an earlier run left.
    void openKept();

    /// Typed on this computer and not said, with no window open: the newest first. What was typed of many
    /// tasks waits for the next window of its kind and is none of these.
    QVector<Draft> unfinished() const;
    /// What such a one is, in words: "a comment on task 17".
    static QString wordsOf(const Draft &draft);
    void openUnfinished(const QString &key);

    /// A command was taken back: what it was typed as stands open again.
    void openRecalled();

    void listsChanged();
    void rowsMoved(const QVector<QPair<RowId, RowId>> &moved);

Q_SIGNALS:
    /// A window about this task has been asked for from elsewhere: the list is to stand on it.
    void spokenOf(const naryad::ObjectRef &task);
    /// What is typed next is meant for the screen.
    void windowClosed();
    void taskMade(naryad::CommandId id);
    void taskClosed(naryad::RowId row);
    void unfinishedChanged();
    /// What an earlier run left, in words; empty: nothing more.
    void leftToldChanged(const QString &words);
    /// Closed, and the disk did not take what was typed in it.
    void notKept(const QString &words);

private:
    TaskEditor *openEditor(const QString &key) const;
    TaskEditor *editorOf(const TaskCard &card) const;
    void openStarted(const TaskStart &start);
    void lookUp(const TaskStart &start);
    void openFix(const JournalEntry &entry);
    void watchNew(TaskEditor *editor);
    void openCard(const TaskCard &card);
    void openEditorOf(const Draft &draft);
    CommandForm *
    openCloseOf(const Draft &draft, const TaskName &task, const ResultOffer &offer, const QString &note);
    CommandForm *openAddFieldOf(const Draft &draft, const TaskName &task, const TaskFieldAddition &begun);
    CommandForm *openRemoveFieldsOf(const Draft &draft, const TaskName &task, const QVector<NamedRef> &begun);
    CommandForm *openCommentOf(const Draft &draft, const TaskName &task, const QString &text);
    /// Keeps what is typed into it as this draft, and shows it.
    CommandForm *present(CommandForm *form, const Draft &draft);
    void open(const Draft &draft);
    /// By what the draft itself holds.
    void openAlone(const Draft &draft);
    void tellLeft();
    bool isShown(const QString &key) const;

    Desk m_desk;
    QWidget *m_screen;
    ResultMemory m_results; ///< asked for before the drafts, so that it is there with them
    DraftBook m_book;
    QVector<QPointer<CommandForm>> m_open;
    QVector<QPointer<ManyDialog>> m_many;
    QStringList m_left; ///< keys of what an earlier run left and nobody has opened since
};

} // namespace naryad::ui
