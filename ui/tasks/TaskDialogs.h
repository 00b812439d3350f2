#pragma once

#include "core/Commands.h"
#include "widgets/Desk.h"

#include <QDialog>

class QLineEdit;
class QPlainTextEdit;
class QPushButton;

namespace naryad::ui {

class EntityPicker;
class ReasonLabel;

/// Which task a small form speaks of: as commands name it, and as the user knows it.
struct TaskName
{
    ObjectRef ref;
    QString number; ///< empty: it has none yet
    QString templateName; ///< empty: not known
};

/// A small form that says one thing about one task. Closes when it is on this computer's disk, stays open
/// with the reason otherwise. Thread: the GUI's.
class TaskDialog : public QDialog
{
    Q_OBJECT
public:
    TaskDialog(Desk desk, const QString &title, const QString &button, QWidget *parent);

Q_SIGNALS:
    void submitted();

protected:
    static QString titleOf(const TaskName &task);
    void finishLayout(QWidget *form);
    void tell(const QString &text);
    void send(const Command &command);
    virtual void submit() = 0;

    Desk m_desk;

private:
    ReasonLabel *m_message;
    QPushButton *m_button;
    bool m_submitting = false;
};

/// Window `Close task`: a result of the account's own numbers, and a note.
class CloseTaskDialog : public TaskDialog
{
    Q_OBJECT
public:
    CloseTaskDialog(Desk desk, TaskName task, const NamedRef &lastResult, QWidget *parent = nullptr);
    void setNote(const QString &note);
    NamedRef result() const;

protected:
    void submit() override;

private:
    TaskName m_task;
    EntityPicker *m_result;
    QLineEdit *m_note;
};

/// Window `Comment`.
class CommentDialog : public TaskDialog
{
    Q_OBJECT
public:
    CommentDialog(Desk desk, TaskName task, QWidget *parent = nullptr);
    void setText(const QString &text);

protected:
    void submit() override;

private:
    TaskName m_task;
    QPlainTextEdit *m_text;
};

} // namespace naryad::ui
