#pragma once

#include "core/TaskCard.h"
#include "tasks/TaskStart.h"
#include "widgets/CommandForm.h"

#include <optional>

class QPushButton;

namespace naryad::ui {

class TaskForm;

/// The editor of a new task or of a draft: every field of create-task. Thread: the GUI's. Never talks to the
/// network.
class TaskEditor : public CommandForm
{
    Q_OBJECT
public:
    explicit TaskEditor(Desk desk, QWidget *parent = nullptr);
    /// Hides while it is whole: the field left by that takes its text.
    ~TaskEditor() override { hide(); }

    /// Fills the form with a draft to change; a task that is no draft is shown read-only with the reason.
    void edit(const TaskCard &card);
    /// Puts the text and the caller of a beginning in, as if they had been typed; its body is fill()'s.
    void putIn(const TaskStart &start);
    /// The service refused what is filled in: its words, at the field they speak of.
    void tellRefusal(const Error &error) override;
    /// Filled with what was said before (a refused command to mend): of a new task, or of this draft.
    void fill(
        const TaskBody &body, const std::optional<ObjectRef> &task = {},
        const std::optional<TaskBody> &base = {});
    /// Filled as the form began that this was typed into, where the task itself can't be read now.
    void fillAsBegun(const Draft &draft);
    bool isNew() const { return !m_task; }
    const std::optional<ObjectRef> &task() const { return m_task; }
    void listsChanged();

Q_SIGNALS:
    /// It is on disk, and the next task is to follow.
    void nextWanted();
    /// Of a task that can't be changed any more; the form has closed.
    void closingWanted();
    void commentWanted();
    void fieldWanted();

protected:
    QJsonObject changes() const override;
    void apply(const QJsonObject &changes) override;
    QJsonObject about() const override;
    void firstSaid(const JournalEntry &first) override;
    FormProblem wrongNow() const override;

private:
    void submit(bool send, bool next = false);
    void offerUnnamed(bool offer);
    void setReadOnly(const TaskRow &task, const QString &reason);
    void offer(const TaskRow &task);
    /// Takes out what was typed, or brings it back.
    void startOver();
    void showStartOver();
    void orderTabs();

    std::optional<ObjectRef> m_task;
    TaskBody m_known; ///< what the form began with
    std::optional<TaskBody> m_base; ///< the task itself as it was then, where that is not the same
    QJsonObject m_takenOut; ///< what startOver() took out
    bool m_sends = false; ///< was the last press to send
    bool m_next = false; ///< and to go on with the next one
    bool m_waits = false; ///< pressed while something typed was still being looked up
    bool m_readOnly = false;
    bool m_holdsTyped = false; ///< of one that can't be changed any more: what was typed before
    bool m_offersUnnamed = false; ///< told that the worker is left out; the next press sends
    TaskForm *m_form;
    QPushButton *m_startOver;
    QPushButton *m_save;
    QPushButton *m_send;
    QPushButton *m_sendAndNew;
    QPushButton *m_close;
    QPushButton *m_comment;
    QPushButton *m_addField;
};

} // namespace naryad::ui
