#pragma once

#include "core/Commands.h"
#include "core/Template.h"
#include "widgets/Desk.h"
#include "widgets/FormProblem.h"

#include <QHash>
#include <QJsonObject>
#include <QObject>

#include <optional>

class QFormLayout;
class QLabel;

namespace naryad::ui {

class EntityPicker;
class FieldEditors;

/// The template in the task's form, with the fields it gives the task: the details to be typed, and apart
/// from them the report the worker fills in. While nobody chooses one, it follows the contractor's last
/// task. Owned by the form. Thread: the GUI's.
class TemplateFields : public QObject
{
    Q_OBJECT
public:
    TemplateFields(Desk desk, QWidget *form);

    void addPicker(QFormLayout *form);
    void addFields(QFormLayout *form);
    EntityPicker *picker() const { return m_picker; }
    FieldEditors *fields() const { return m_fields; }

    /// Begins with this template and these details.
    void fill(const NamedRef &taskTemplate, const QVector<FieldEntry> &details);
    /// The rows of a task's report, with what was filled in; without them the template's are shown.
    void setReport(const QVector<FieldRow> &rows);
    /// The contractor's last task had this one; nothing: no such task, or another contractor.
    void follow(const NamedRef &ofLastTask);

    NamedRef ref() const;
    /// What the task came with goes back with its own template only, also before the fields are here.
    QVector<FieldEntry> values() const;
    /// Seconds; none: it has no duration, or is not known yet.
    std::optional<int> duration() const;

    QJsonObject state() const;
    void apply(const QJsonObject &changes);
    void listsChanged();
    void setReadOnly();

Q_SIGNALS:
    /// Something was chosen or typed.
    void changed();
    /// Another template is chosen; its fields are not here yet.
    void formGone();
    void formShown();

private:
    void chosen(const NamedRef &taskTemplate);
    void load();
    void show();
    void showReport();
    bool isOwn() const { return ref().id == m_own.id; }

    Desk m_desk;
    EntityPicker *m_picker;
    FieldEditors *m_fields;
    QLabel *m_state;
    QLabel *m_heading;
    QLabel *m_reportHeading;
    QLabel *m_report;
    NamedRef m_own; ///< the task came with it
    std::optional<QString> m_put; ///< id of the one the program has put in; empty: it may put one in
    QVector<FieldRow> m_reportRows;
    QString m_lookedAt; ///< the one chosen that was asked for
    std::optional<TemplateForm> m_form; ///< of the chosen template, once it is here
    QHash<QString, TemplateForm> m_forms; ///< those that were here already
};

} // namespace naryad::ui
