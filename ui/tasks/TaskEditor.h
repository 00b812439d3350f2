#pragma once

#include "core/TaskCard.h"
#include "core/Template.h"
#include "widgets/Desk.h"

#include <QDialog>

#include <optional>

class QCheckBox;
class QLabel;
class QLineEdit;
class QPushButton;

namespace naryad::ui {

class EntityPicker;
class FieldEditors;
class ReasonLabel;
class TimeField;

/// The editor of a new task or of a draft: every field of create-task. Closes only when what it says is on
/// this computer's disk; hiding it keeps what was typed. Thread: the GUI's. Never talks to the network.
class TaskEditor : public QDialog
{
    Q_OBJECT
public:
    explicit TaskEditor(Desk desk, QWidget *parent = nullptr);

    /// Fills the form with a draft to change; a task that is no draft is shown read-only with the reason.
    void edit(const TaskCard &card);
    /// Filled with what was said before (a refused command to mend): of a new task, or of this draft.
    void fill(const TaskBody &body, const std::optional<ObjectRef> &task = {});
    bool isNew() const { return !m_task; }
    const std::optional<ObjectRef> &task() const { return m_task; }
    void listsChanged();

Q_SIGNALS:
    void submitted(naryad::CommandId id);

private:
    void buildForm();
    void submit(bool send);
    /// The first thing that is wrong, its field focused; empty where all can be used.
    QString problem(bool send);
    TaskBody body(bool send) const;
    Known<Address> address() const;
    void contractorChosen(const NamedRef &contractor);
    void templateChosen(const NamedRef &chosen);
    void loadForm();
    void fillEnd();
    void setReadOnly(const QString &reason);
    void tell(const QString &text);
    QLineEdit *line(const QString &name, const QString &objectName);

    Desk m_desk;
    std::optional<ObjectRef> m_task;
    std::optional<TemplateForm> m_form;
    QString m_awaitedContractor; ///< its address fills the untouched fields once its card is read
    TaskBody m_known; ///< what the form began with: unknown parts left alone stay unknown
    QVector<FieldEntry> m_values; ///< to put in once the template's fields are there
    EntityPicker *m_template;
    EntityPicker *m_contractor;
    EntityPicker *m_worker;
    QLineEdit *m_number;
    TimeField *m_start;
    TimeField *m_end;
    QLineEdit *m_address;
    QLineEdit *m_entrance;
    QLineEdit *m_floor;
    QLineEdit *m_room;
    QLineEdit *m_notes;
    QLineEdit *m_latitude;
    QLineEdit *m_longitude;
    QCheckBox *m_check;
    FieldEditors *m_fields;
    QLabel *m_fieldsState;
    QLabel *m_report;
    ReasonLabel *m_message;
    QPushButton *m_save;
    QPushButton *m_send;
    bool m_submitting = false;
};

} // namespace naryad::ui
