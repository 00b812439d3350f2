#pragma once

#include "core/Commands.h"
#include "widgets/Desk.h"
#include "widgets/FormProblem.h"
#include "widgets/SaidFirst.h"

#include <QJsonObject>
#include <QWidget>

#include <optional>

class QCheckBox;
class QLineEdit;

namespace naryad::ui {

class AddressFields;
class ContractorFields;
class EntityPicker;
class PlanFields;
class ReasonLabel;
class TemplateFields;
class WorkerField;

/// Every field of create-task and update-task, with those of the chosen template. Knows what it began with,
/// and so what was typed. Tab goes from the start to the worker, as they are read, so that a known caller's
/// task is a time, a name and Ctrl+Enter. Thread: the GUI's. Never talks to the network.
class TaskForm : public QWidget
{
    Q_OBJECT
public:
    explicit TaskForm(Desk desk, QWidget *parent = nullptr);

    /// What a new task begins with: all known to be empty.
    static TaskBody freshBody();
    /// Begins with this: what is not known and left alone stays unknown. `task`: which it is, where it is
    /// there already.
    void fill(const TaskBody &body, const std::optional<ObjectRef> &task = {});
    /// The report of the task, with what was filled in.
    void setReport(const QVector<FieldRow> &rows);
    /// Puts in what is known of the contractor once it comes, as choosing him does.
    void lookUpContractor();
    /// A contractor nobody knows, to be made here.
    void beginContractor(const QString &name, const QString &phone);
    /// The one made here was said already: it stands as it was said.
    void contractorSaid(const JournalEntry &made);
    /// Goes into the first text field of the template that holds nothing.
    void putText(const QString &text);
    /// What the service would be told. Call it only where problem() finds none.
    TaskBody body(bool send) const;
    /// What is to be said in front of it: its contractor, where that is made here.
    std::optional<SaidFirst> saidFirst() const;
    /// Takes what is typed and not taken yet, as leaving its field does.
    void take();
    /// Something typed is still being looked up; settled() follows.
    bool isSettling() const;
    FormProblem problem(bool send) const;
    /// Nobody told the worker and none is chosen: the service may have one, so none is said.
    bool leavesWorkerOut() const;
    void focusWorker();
    /// To where the typing goes on: the planned start, once there is a contractor.
    void focusFirst();
    /// Where Tab leaves it.
    QWidget *last() const;
    /// To the field that the service's words speak of, by its name for it, at once or when the template's
    /// fields are here; nowhere, where they name none.
    void focusNamed(const QString &words);

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
    void settled();
    /// Those of the template; they are the last of the window for Tab until it is told otherwise.
    void fieldsMade();

private:
    void build();
    void watch();
    QJsonObject state() const;
    QJsonValue answerJson() const;
    void advise();
    void orderTabs();
    QWidget *fieldIn(const QString &words) const;

    Desk m_desk;
    TaskBody m_known; ///< what the form began with
    QJsonObject m_began; ///< and how that looked
    QString m_advice; ///< that stands there
    QString m_refusal; ///< words that may name a field that is not here yet
    bool m_readOnly = false;
    ContractorFields *m_client;
    TemplateFields *m_kind;
    PlanFields *m_plan;
    WorkerField *m_worker;
    QLineEdit *m_number;
    AddressFields *m_place;
    QCheckBox *m_check;
    ReasonLabel *m_missing;
};

} // namespace naryad::ui
