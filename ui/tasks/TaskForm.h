#pragma once

#include "core/Commands.h"
#include "core/Template.h"
#include "widgets/Desk.h"
#include "widgets/FormProblem.h"

#include <QHash>
#include <QJsonObject>
#include <QWidget>

#include <optional>

class QCheckBox;
class QLabel;
class QLineEdit;

namespace naryad::ui {

class AddressFields;
class EntityPicker;
class FieldEditors;
class PlanFields;

/// Every field of create-task and update-task, with those of the chosen template. Knows what it began with,
/// and so what was typed. Thread: the GUI's. Never talks to the network.
class TaskForm : public QWidget
{
    Q_OBJECT
public:
    explicit TaskForm(Desk desk, QWidget *parent = nullptr);

    /// What a new task begins with: all known to be empty.
    static TaskBody freshBody();
    /// Begins with this: what is not known and left alone stays unknown.
    void fill(const TaskBody &body);
    /// What the service would be told. Call it only where problem() finds none.
    TaskBody body(bool send) const;
    /// Takes what is typed and not taken yet, as leaving its field does.
    void take();
    FormProblem problem(bool send) const;
    /// Nobody told the worker and none is chosen: the service may have one, so none is said.
    bool leavesWorkerOut() const;
    void focusWorker();

    /// What was typed since fill(), for a draft; empty where nothing was.
    QJsonObject changes() const;
    /// Puts in what changes() told, over what fill() put in.
    void apply(const QJsonObject &changes);

    void setReadOnly();
    /// The lists in the mirror have changed.
    void listsChanged();

Q_SIGNALS:
    /// Something in it is not as it was, by the user or by what came for what he chose.
    void changed();

private:
    void build();
    void watch();
    QLineEdit *line(const QString &name, const QString &objectName);
    QJsonObject state() const;
    QJsonValue answerJson() const;
    void contractorChosen(const NamedRef &contractor);
    void templateChosen(const NamedRef &chosen);
    void noForm();
    void loadForm();
    void showForm();
    bool isOwnTemplate() const;
    void recogniseAddress();
    void orderTabs();

    Desk m_desk;
    TaskBody m_known; ///< what the form began with
    QJsonObject m_began; ///< and how that looked
    std::optional<TemplateForm> m_form; ///< of the chosen template, once it is here
    QHash<QString, TemplateForm> m_forms; ///< those that were here already
    QString m_awaitedContractor; ///< its address is put in once its card is read
    EntityPicker *m_template;
    EntityPicker *m_contractor;
    EntityPicker *m_worker;
    QLineEdit *m_number;
    PlanFields *m_plan;
    AddressFields *m_place;
    QCheckBox *m_check;
    FieldEditors *m_fields;
    QLabel *m_fieldsState;
    QLabel *m_report;
};

} // namespace naryad::ui
