#pragma once

#include "core/TaskCard.h"
#include "tasks/TaskDialogs.h"

class QComboBox;
class QLabel;
class QListWidget;

namespace naryad::ui {

class FieldEditors;

/// Window `Add field`: a field of the account for one task that is there, in its details or its report,
/// under a section, at a place, with a value. Thread: the GUI's.
class AddFieldDialog : public TaskDialog
{
    Q_OBJECT
public:
    /// `begun`: filled as it was said before.
    AddFieldDialog(Desk desk, TaskName task, const TaskFieldAddition &begun = {}, QWidget *parent = nullptr);
    /// Hides while it is whole: the field left by that takes its text.
    ~AddFieldDialog() override { hide(); }

protected:
    QJsonObject state() const override;
    void apply(const QJsonObject &changes) override;
    FormProblem wrongNow() const override;
    QVector<Refusable> refusable() const override;
    void submit() override;
    void afterSaid() override;

private:
    void build();
    /// The sections and places of the list it goes into; the choices stay where they are still offered.
    void offerPlaces();
    void showField();
    void explain();
    TaskFieldAddition::To to() const;
    const QVector<FieldRow> &rows() const;

    TaskCard m_card; ///< the task as it is; empty while it isn't read
    bool m_cardRead = false;
    QString m_wantedSection; ///< field id; empty: none
    int m_wantedPosition = -1; ///< among the fields of the list; -1: at the end
    int m_begunType = 0; ///< of the field it was said with, for where it isn't mirrored
    TemplateField m_definition; ///< of the chosen field, once it is here
    ReasonLabel *m_fieldReason = nullptr;
    EntityPicker *m_field = nullptr;
    QComboBox *m_to = nullptr;
    QComboBox *m_section = nullptr;
    QComboBox *m_position = nullptr;
    FieldEditors *m_value = nullptr;
    QLabel *m_about = nullptr;
    int m_added = 0;
};

/// Window `Remove fields`: which of the fields of a task are to go; says what goes. Thread: the GUI's.
class RemoveFieldsDialog : public TaskDialog
{
    Q_OBJECT
public:
    /// `begun`: marked as they were said before.
    RemoveFieldsDialog(
        Desk desk, TaskName task, const QVector<NamedRef> &begun = {}, QWidget *parent = nullptr);

protected:
    QJsonObject state() const override;
    void apply(const QJsonObject &changes) override;
    FormProblem wrongNow() const override;
    QVector<Refusable> refusable() const override;
    void submit() override;

private:
    void showFields(const TaskCard &card);
    void explain();
    QVector<NamedRef> marked() const;

    QVector<NamedRef> m_wanted; ///< marked before the task's fields were here
    bool m_read = false;
    bool m_quiet = false;
    QListWidget *m_fields;
    QLabel *m_about;
};

} // namespace naryad::ui
