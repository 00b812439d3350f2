#pragma once

#include "core/Task.h"
#include "widgets/Desk.h"

#include <QDialog>

class QLabel;
class QLineEdit;
class QPlainTextEdit;
class QPushButton;

namespace naryad::ui {

class EntityPicker;

/// A small form that says one thing about one task. Closes when it is on this computer's disk, stays open with
/// the reason otherwise. Thread: the GUI's.
class TaskDialog : public QDialog
{
    Q_OBJECT
public:
    TaskDialog(Desk desk, const QString &title, const QString &button, QWidget *parent);

Q_SIGNALS:
    void submitted();

protected:
    void finishLayout(QWidget *form);
    void tell(const QString &text);
    void send(const Command &command);
    virtual void submit() = 0;

    Desk m_desk;

private:
    QLabel *m_message;
    QPushButton *m_button;
    bool m_submitting = false;
};

/// Window `Close task`: a result of the account's own numbers, and a note.
class CloseTaskDialog : public TaskDialog
{
    Q_OBJECT
public:
    CloseTaskDialog(Desk desk, const TaskRow &row, const NamedRef &lastResult, QWidget *parent = nullptr);
    NamedRef result() const;

protected:
    void submit() override;

private:
    TaskRow m_row;
    EntityPicker *m_result;
    QLineEdit *m_note;
};

/// Window `Comment`.
class CommentDialog : public TaskDialog
{
    Q_OBJECT
public:
    CommentDialog(Desk desk, const TaskRow &row, QWidget *parent = nullptr);

protected:
    void submit() override;

private:
    TaskRow m_row;
    QPlainTextEdit *m_text;
};

} // namespace naryad::ui
