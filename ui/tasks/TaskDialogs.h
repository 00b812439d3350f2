#pragma once

#include "tasks/CommandForm.h"

class QLineEdit;
class QPlainTextEdit;
class QPushButton;

namespace naryad::ui {

class EntityPicker;

/// Which task a small form speaks of: as commands name it, and as the user knows it.
struct TaskName
{
    ObjectRef ref;
    QString number; ///< empty: it has none yet
    QString name; ///< its template and contractor; empty: not known

    static TaskName of(const TaskRow &task);

    /// As the draft of a small form tells it.
    static TaskName of(const Draft &draft);
};

/// A small form that says one thing about one task. Thread: the GUI's.
class TaskDialog : public CommandForm
{
    Q_OBJECT
public:
    TaskDialog(Desk desk, TaskName task, const QString &title, const QString &button, QWidget *parent);

protected:
    /// Everything typed, as a draft holds it.
    virtual QJsonObject state() const = 0;
    virtual void submit() = 0;
    QJsonObject changes() const override;
    QJsonObject about() const override;

    QString taskTitle() const;
    /// The form is complete and holds what it begins with.
    void finishLayout(QWidget *content);
    void begin() { m_began = state(); }
    void say(const Command &command);

    TaskName m_task;

private:
    QPushButton *m_button;
    QWidget *m_content = nullptr;
    QJsonObject m_began;
};

/// Window `Close task`: a result of the account's own numbers, and a note.
class CloseTaskDialog : public TaskDialog
{
    Q_OBJECT
public:
    CloseTaskDialog(
        Desk desk, TaskName task, const NamedRef &lastResult, const QString &note = {},
        QWidget *parent = nullptr);
    /// Hides while it is whole: the field left by that takes its text.
    ~CloseTaskDialog() override { hide(); }
    NamedRef result() const;

protected:
    QJsonObject state() const override;
    void apply(const QJsonObject &changes) override;
    FormProblem wrongNow() const override;
    void submit() override;

private:
    EntityPicker *m_result;
    QLineEdit *m_note;
};

/// Window `Comment`.
class CommentDialog : public TaskDialog
{
    Q_OBJECT
public:
    CommentDialog(Desk desk, TaskName task, const QString &text = {}, QWidget *parent = nullptr);

protected:
    QJsonObject state() const override;
    void apply(const QJsonObject &changes) override;
    FormProblem wrongNow() const override;
    void submit() override;

private:
    QPlainTextEdit *m_text;
};

} // namespace naryad::ui
