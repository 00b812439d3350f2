#include "TaskForm.h"

#include "AddressFields.h"
#include "FormState.h"
#include "PlanFields.h"
#include "core/Await.h"
#include "models/Words.h"
#include "widgets/EntityPicker.h"
#include "widgets/FieldEditors.h"
#include "widgets/PlainLabel.h"
#include "widgets/ReadOnlyLook.h"
#include "widgets/ThreeStates.h"

#include <QCheckBox>
#include <QFormLayout>
#include <QLineEdit>

namespace naryad::ui {

using namespace Qt::StringLiterals;

TaskForm::TaskForm(Desk desk, QWidget *parent)
    : QWidget(parent)
    , m_desk(std::move(desk))
{
    build();
    watch();
}

TaskBody TaskForm::freshBody()
{
    TaskBody fresh;
    fresh.address = Known<Address>::fromHere({});
    fresh.contractor = Known<NamedRef>::fromHere({});
    fresh.worker = Known<NamedRef>::fromHere({});
    return fresh;
}

QLineEdit *TaskForm::line(const QString &name, const QString &objectName)
{
    auto *edit = new QLineEdit(this);
    edit->setObjectName(objectName);
    edit->setAccessibleName(name);
    return edit;
}

void TaskForm::build()
{
    using Kind = models::LookupModel::Kind;
    // Made in the order in which Tab goes through them.
    m_contractor = new EntityPicker(m_desk.reader, Kind::Contractors, tr("Contractor"), this);
    m_contractor->setObjectName(u"contractor"_s);
    m_template = new EntityPicker(m_desk.reader, Kind::Templates, tr("Template"), this);
    m_template->setObjectName(u"template"_s);
    m_worker = new EntityPicker(m_desk.reader, Kind::Workers, tr("Worker"), this);
    m_worker->setObjectName(u"worker"_s);
    m_number = line(tr("Number"), u"number"_s);
    m_number->setPlaceholderText(tr("by the service"));
    m_plan = new PlanFields(m_desk, this);
    m_place = new AddressFields(this);
    m_check = new QCheckBox(tr("Check the &result"), this);
    m_check->setObjectName(u"checkResult"_s);
    m_check->setAccessibleName(tr("Check the result"));
    m_fields = new FieldEditors(this);
    m_fieldsState = plainLabel(tr("Choose a template to see its fields."), this);
    m_report = plainLabel({}, this);

    auto *form = new QFormLayout(this);
    form->setFieldGrowthPolicy(QFormLayout::ExpandingFieldsGrow);
    form->addRow(tr("&Contractor"), m_contractor);
    form->addRow(tr("&Template"), m_template);
    form->addRow(tr("&Worker"), m_worker);
    form->addRow(tr("&Number"), m_number);
    m_plan->addRows(form);
    m_place->addRows(form);
    form->addRow(QString(), m_check);
    form->addRow(m_fieldsState);
    form->addRow(m_fields);
    form->addRow(m_report);
}

void TaskForm::watch()
{
    connect(m_contractor, &EntityPicker::refChanged, this, &TaskForm::contractorChosen);
    connect(m_template, &EntityPicker::refChanged, this, &TaskForm::templateChosen);
    connect(m_number, &QLineEdit::textChanged, this, &TaskForm::changed);
    connect(m_plan, &PlanFields::changed, this, &TaskForm::changed);
    connect(m_place, &AddressFields::changed, this, &TaskForm::changed);
    for (const EntityPicker *picker : {m_contractor, m_template, m_worker})
        connect(picker, &EntityPicker::edited, this, &TaskForm::changed);
    connect(m_check, &QCheckBox::stateChanged, this, [this] {
        explainAnswer(m_check);
        Q_EMIT changed();
    });
    connect(m_fields, &FieldEditors::changed, this, &TaskForm::changed);
}

void TaskForm::contractorChosen(const NamedRef &contractor)
{
    m_awaitedContractor.clear();
    m_place->follow({}); // the former contractor's is not this one's
    if (contractor.isNothing())
        return;
    m_awaitedContractor = contractor.id;
    await(this, m_desk.details.contractor(contractor.id), [this, contractor](const Result<Contractor> &card) {
        if (m_awaitedContractor != contractor.id || !card)
            return;
        if (!card->detailsLoaded) {
            m_desk.commands.lookAtContractor(contractor.id); // listsChanged() comes back here
            return;
        }
        m_awaitedContractor.clear();
        m_place->follow(card->address.value);
    });
}

/// An address that is the contractor's own goes on following it.
void TaskForm::recogniseAddress()
{
    const NamedRef contractor = m_contractor->ref();
    if (contractor.isNothing())
        return;
    await(this, m_desk.details.contractor(contractor.id), [this, contractor](const Result<Contractor> &card) {
        if (card && m_contractor->ref() == contractor)
            m_place->recognise(card->address.value);
    });
}

void TaskForm::templateChosen(const NamedRef &chosen)
{
    m_fields->clearForm();
    noForm();
    if (const auto known = m_forms.constFind(chosen.id); known != m_forms.constEnd()) {
        m_form = *known;
        showForm();
        return;
    }
    loadForm();
}

/// Until the fields of the chosen template are here.
void TaskForm::noForm()
{
    m_form.reset();
    m_plan->forgetDuration();
    m_report->clear();
    if (m_template->ref().isNothing()) {
        m_fieldsState->setText(tr("Choose a template to see its fields."));
        m_fieldsState->show();
    }
}

void TaskForm::loadForm()
{
    const QString id = m_template->ref().id;
    if (id.isEmpty())
        return;
    await(this, m_desk.details.templateForm(id), [this, id](const Result<TemplateForm> &form) {
        if (m_template->ref().id != id || m_form)
            return;
        if (!form || !form->loaded) {
            m_fieldsState->setText(
                tr("The fields of this template are not loaded yet. They appear by themselves."));
            m_fieldsState->show();
            m_desk.commands.lookAtTemplate(id);
            return;
        }
        m_form = *form;
        m_forms.insert(id, *form);
        showForm();
    });
}

void TaskForm::showForm()
{
    m_fieldsState->setVisible(m_form->taskTemplate.details.isEmpty());
    m_fieldsState->setText(tr("This template has no fields of its own."));
    m_fields->setForm(*m_form, isOwnTemplate());
    QStringList report;
    for (const TemplateRow &row : m_form->taskTemplate.report)
        report.append(row.required.value_or(false) ? tr("%1 (required)").arg(row.name) : row.name);
    m_report->setText(
        report.isEmpty() ? QString() : tr("Report, filled in by the worker: %1").arg(report.join(u", "_s)));
    m_plan->setDuration(m_form->taskTemplate.visitDurationSeconds);
    orderTabs();
}

/// The fields of the template were made last, and come before the buttons all the same.
void TaskForm::orderTabs()
{
    QWidget *last = m_check;
    const QVector<QWidget *> editors = m_fields->editors();
    for (QWidget *editor : editors) {
        QWidget::setTabOrder(last, editor);
        last = editor;
    }
}

bool TaskForm::isOwnTemplate() const
{
    return m_template->ref().id == m_known.taskTemplate.id;
}

void TaskForm::listsChanged()
{
    for (EntityPicker *picker : {m_template, m_contractor, m_worker})
        picker->reload();
    if (!m_form)
        loadForm();
    if (!m_awaitedContractor.isEmpty())
        contractorChosen(m_contractor->ref());
}

void TaskForm::fill(const TaskBody &body)
{
    m_known = body;
    m_awaitedContractor.clear();
    m_template->setRef(body.taskTemplate);
    m_contractor->setRef(body.contractor.value);
    m_worker->setRef(body.worker.value);
    m_number->setText(body.number);
    m_plan->fill(body.plannedStart, body.plannedEnd);
    m_place->fill(body.address);
    showAnswer(m_check, body.resultCheck.isKnown() ? std::optional(body.resultCheck.value) : std::nullopt);
    explainAnswer(m_check);
    m_fields->begin(body.details);
    const QString unknown = tr("not known: left as it is");
    m_contractor->lineEdit()->setPlaceholderText(body.contractor.isKnown() ? QString() : unknown);
    m_worker->lineEdit()->setPlaceholderText(body.worker.isKnown() ? QString() : unknown);
    templateChosen(body.taskTemplate);
    recogniseAddress();
    m_began = state();
}

QJsonObject TaskForm::state() const
{
    QJsonObject state{
        {u"template"_s, pickerState(*m_template)},
        {u"contractor"_s, pickerState(*m_contractor)},
        {u"worker"_s, pickerState(*m_worker)},
        {u"number"_s, m_number->text()},
        {u"check"_s, answerJson()}};
    for (const QJsonObject &part : {m_plan->state(), m_place->state()}) {
        for (auto one = part.begin(); one != part.end(); ++one)
            state.insert(one.key(), one.value());
    }
    return state;
}

/// Null: not set.
QJsonValue TaskForm::answerJson() const
{
    const auto answer = answerOf(m_check);
    return answer ? QJsonValue(*answer) : QJsonValue(QJsonValue::Null);
}

QJsonObject TaskForm::changes() const
{
    QJsonObject changed = differing(state(), m_began);
    if (const QJsonArray typed = m_fields->typed(); !typed.isEmpty())
        changed.insert(u"fields"_s, typed);
    // An address that is still to come is to come also where the form opens again.
    if (!changed.isEmpty() && !m_awaitedContractor.isEmpty())
        changed.insert(u"addressToCome"_s, true);
    return changed;
}

void TaskForm::apply(const QJsonObject &changes)
{
    restorePicker(*m_contractor, changes.value(u"contractor"));
    restorePicker(*m_template, changes.value(u"template"));
    restorePicker(*m_worker, changes.value(u"worker"));
    if (changes.contains(u"number"))
        m_number->setText(changes.value(u"number").toString());
    m_plan->apply(changes);
    m_place->apply(changes);
    if (const QJsonValue answer = changes.value(u"check"); !answer.isUndefined())
        showAnswer(m_check, answer.isBool() ? std::optional(answer.toBool()) : std::nullopt);
    if (changes.contains(u"template") || changes.contains(u"fields")) {
        m_fields->restore(changes.value(u"fields").toArray());
        noForm();
        loadForm();
    }
    if (changes.value(u"addressToCome").toBool())
        contractorChosen(m_contractor->ref());
}

void TaskForm::setReadOnly()
{
    for (QWidget *field : std::initializer_list<QWidget *>{m_contractor, m_template, m_worker, m_check})
        showReadOnly(field);
    const auto edits = findChildren<QLineEdit *>();
    for (QLineEdit *edit : edits) {
        if (!edit->isReadOnly())
            showReadOnly(edit);
        // Nothing is typed here: what is not known is told, and nothing is advised.
        const bool told = edit->placeholderText().isEmpty() || qobject_cast<TimeField *>(edit);
        edit->setPlaceholderText(told || edit == m_number ? QString() : models::notKnownText());
    }
    m_fields->setReadOnly();
}

void TaskForm::take()
{
    for (EntityPicker *picker : {m_contractor, m_template, m_worker})
        picker->takeBest();
    m_plan->take();
}

bool TaskForm::leavesWorkerOut() const
{
    return !m_known.worker.isKnown() && m_worker->ref().isNothing() && !m_worker->isUnresolved();
}

void TaskForm::focusWorker()
{
    m_worker->setFocus();
}

FormProblem TaskForm::problem(bool send) const
{
    for (EntityPicker *picker : {m_contractor, m_template, m_worker}) {
        if (picker->isAmbiguous()) {
            return {
                picker,
                tr("%1: several are called “%2”. Choose one of the list.")
                    .arg(picker->accessibleName(), picker->typedText())};
        }
        if (picker->isUnresolved()) {
            return {
                picker,
                tr("%1: there is no “%2”. Choose one of the list.")
                    .arg(picker->accessibleName(), picker->typedText())};
        }
    }
    if (m_template->ref().isNothing())
        return {m_template, tr("Choose a template: the service makes no task without one.")};
    if (send && m_worker->ref().isNothing() && !leavesWorkerOut())
        return {m_worker, tr("Choose a worker to send the task to, or save it as a draft.")};
    if (const FormProblem plan = m_plan->problem(); !plan.isNone())
        return plan;
    if (const FormProblem place = m_place->problem(); !place.isNone())
        return place;
    return m_fields->firstProblem();
}

TaskBody TaskForm::body(bool send) const
{
    const auto chosen = [](const Known<NamedRef> &known, const NamedRef &ref) {
        return !known.isKnown() && ref.isNothing() ? Known<NamedRef>() : Known<NamedRef>::fromHere(ref);
    };
    TaskBody body;
    body.number = m_number->text().trimmed();
    body.taskTemplate = m_template->ref();
    body.contractor = chosen(m_known.contractor, m_contractor->ref());
    body.worker = chosen(m_known.worker, m_worker->ref());
    body.draft = !send;
    body.address = m_place->value();
    if (const auto answer = answerOf(m_check))
        body.resultCheck = Known<bool>::fromHere(*answer);
    body.plannedStart = m_plan->start();
    body.plannedEnd = m_plan->end();
    // What the task came with goes back with its own template only, also before the fields are here.
    body.details = m_fields->values(isOwnTemplate());
    return body;
}

} // namespace naryad::ui
