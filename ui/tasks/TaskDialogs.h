#pragma once

#include "widgets/CommandForm.h"

#include <QStringList>
#include <QVector>

class QLabel;
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
    const TaskName &task() const { return m_task; }
    void tellRefusal(const Error &error) override;

protected:
    /// A field that the service's words can be about.
    struct Refusable
    {
        QStringList words; ///< one of them names it, in small letters; empty: what names no other is about it
        QWidget *field = nullptr;
        ReasonLabel *reason = nullptr; ///< beside it; null: the form's own message is
    };
    /// In the order they are asked for.
    virtual QVector<Refusable> refusable() const = 0;
    /// Everything typed, as a draft holds it.
    virtual QJsonObject state() const = 0;
    virtual void submit() = 0;
    QJsonObject changes() const override;
    QJsonObject about() const override;

    QString taskTitle() const;
    /// The second way to say it, by Ctrl+Shift+Enter: submit() finds isSecond() then.
    void addSecond(const QString &objectName, const QString &text, const QString &name, const QString &tip);
    /// The form is complete and holds what it begins with.
    void finishLayout(QWidget *content);
    void begin() { m_began = state(); }
    void say(const Command &command);
    /// The press that is being worked on was of the second button.
    bool isSecond() const { return m_isSecond; }

    TaskName m_task;

private:
    QPushButton *m_button;
    QPushButton *m_second = nullptr;
    QWidget *m_content = nullptr;
    ReasonLabel *m_refusal = nullptr; ///< tells why an earlier one was refused
    QJsonObject m_began;
    bool m_isSecond = false;
};

/// What the close window opens with, and where that comes from, in words.
struct ResultOffer
{
    NamedRef result;
    QString why;
};

/// Window `Close task`: a result of the account's own numbers, and a note.
class CloseTaskDialog : public TaskDialog
{
    Q_OBJECT
public:
    CloseTaskDialog(
        Desk desk, TaskName task, const ResultOffer &offer, const QString &note = {},
        QWidget *parent = nullptr);
    /// Hides while it is whole: the field left by that takes its text.
    ~CloseTaskDialog() override { hide(); }
    NamedRef result() const;
    /// A draft for what is left to do is to be opened once this is said.
    bool isFollowed() const { return isSecond(); }

protected:
    QJsonObject changes() const override;
    QJsonObject state() const override;
    void apply(const QJsonObject &changes) override;
    FormProblem wrongNow() const override;
    QVector<Refusable> refusable() const override;
    void submit() override;

private:
    void explain();

    ResultOffer m_offer;
    EntityPicker *m_result;
    QPlainTextEdit *m_note;
    ReasonLabel *m_resultReason;
    QLabel *m_about; ///< what there is to know of the result that stands there
};

/// Window `Comment`: one comment, or several in a row.
class CommentDialog : public TaskDialog
{
    Q_OBJECT
public:
    CommentDialog(Desk desk, TaskName task, const QString &text = {}, QWidget *parent = nullptr);

protected:
    QJsonObject state() const override;
    void apply(const QJsonObject &changes) override;
    FormProblem wrongNow() const override;
    QVector<Refusable> refusable() const override;
    void submit() override;
    void afterSaid() override;

private:
    QPlainTextEdit *m_text;
    int m_added = 0;
};

} // namespace naryad::ui
