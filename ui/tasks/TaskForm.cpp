#include "TaskForm.h"

#include "ContractorFields.h"
#include "PlanFields.h"
#include "TemplateFields.h"
#include "WorkerField.h"
#include "core/Quotes.h"
#include "models/Words.h"
#include "widgets/AddressFields.h"
#include "widgets/EntityPicker.h"
#include "widgets/FieldEditors.h"
#include "widgets/FormState.h"
#include "widgets/ReadOnlyLook.h"
#include "widgets/ReasonLabel.h"
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
    orderTabs();
}

TaskBody TaskForm::freshBody()
{
    TaskBody fresh;
    fresh.address = Known<Address>::fromHere({});
    fresh.contractor = Known<NamedRef>::fromHere({});
    fresh.worker = Known<NamedRef>::fromHere({});
    return fresh;
}

void TaskForm::build()
{
    m_client = new ContractorFields(m_desk, this);
    m_kind = new TemplateFields(m_desk, this);
    m_plan = new PlanFields(m_desk, this);
    m_worker = new WorkerField(m_desk, this);
    m_number = new QLineEdit(this);
    m_number->setObjectName(u"number"_s);
    m_number->setAccessibleName(tr("Number"));
    m_number->setPlaceholderText(tr("by the service"));
    m_place = new AddressFields(m_desk, this);
    m_check = new QCheckBox(tr("Check the &result"), this);
    m_check->setObjectName(u"checkResult"_s);
    m_check->setAccessibleName(tr("Check the result"));
    m_missing = new ReasonLabel(u"requiredMissing"_s, this);

    auto *form = new QFormLayout(this);
    form->setFieldGrowthPolicy(QFormLayout::ExpandingFieldsGrow);
    m_client->addRows(form);
    m_kind->addPicker(form);
    m_plan->addRow(form);
    m_worker->addRow(form);
    form->addRow(tr("N&umber"), m_number);
    m_place->addRows(form);
    form->addRow(QString(), m_check);
    m_kind->addFields(form);
    auto *advice = new QVBoxLayout;
    advice->addWidget(m_missing);
    form->addRow(advice);
}

void TaskForm::watch()
{
    connect(m_client, &ContractorFields::changed, this, &TaskForm::changed);
    connect(m_client, &ContractorFields::forgotten, this, [this] {
        m_place->follow({}); // the former contractor's is not this one's
        m_kind->follow({});
    });
    connect(m_client, &ContractorFields::addressTold, m_place, &AddressFields::follow);
    connect(m_client, &ContractorFields::recognised, m_place, &AddressFields::recognise);
    connect(m_client, &ContractorFields::templateTold, m_kind, &TemplateFields::follow);
    connect(m_kind, &TemplateFields::changed, this, &TaskForm::changed);
    connect(m_kind, &TemplateFields::formGone, this, [this] { m_plan->forgetDuration(); });
    connect(m_kind, &TemplateFields::formShown, this, [this] {
        m_plan->setDuration(m_kind->duration());
        advise();
        Q_EMIT fieldsMade();
        if (QWidget *field = m_refusal.isEmpty() ? nullptr : fieldIn(std::exchange(m_refusal, {})))
            field->setFocus();
    });
    connect(m_worker, &WorkerField::changed, this, &TaskForm::changed);
    connect(m_number, &QLineEdit::textChanged, this, &TaskForm::changed);
    connect(m_plan, &PlanFields::changed, this, &TaskForm::changed);
    connect(
        m_plan, &PlanFields::settled, this, [this] { m_worker->setTime(m_plan->start(), m_plan->end()); });
    connect(m_place, &AddressFields::changed, this, &TaskForm::changed);
    connect(m_check, &QCheckBox::stateChanged, this, [this] {
        explainAnswer(m_check);
        Q_EMIT changed();
    });
    connect(this, &TaskForm::changed, this, &TaskForm::advise);
    for (const EntityPicker *picker : {m_client->picker(), m_kind->picker(), m_worker->picker()}) {
        connect(picker, &EntityPicker::settled, this, [this] {
            if (!isSettling())
                Q_EMIT settled();
        });
    }
}

/// What is worth knowing before it is sent, and does not stand against it.
void TaskForm::advise()
{
    const QStringList missing = m_readOnly ? QStringList() : m_kind->fields()->emptyRequired();
    const QString text
        = missing.isEmpty() ? QString() : tr("Required and still empty: %1").arg(missing.join(u", "_s));
    // Said once, not again with every key.
    if (m_advice == text)
        return;
    m_advice = text;
    if (text.isEmpty())
        m_missing->clearMessage();
    else
        m_missing->setProblem(text);
}

/// As it is read, but for the planned end: it follows from the start and the template, and comes after the
/// worker, so that a task is said with few keys.
void TaskForm::orderTabs()
{
    QVector<QWidget *> order = m_client->fields();
    order += {m_kind->picker(),    m_plan->startField(), m_worker->picker(),
              m_worker->showAll(), m_plan->endField(),   m_number};
    for (QLineEdit *line : m_place->lines())
        order.append(line);
    order.append(m_check);
    for (qsizetype i = 1; i < order.size(); ++i)
        QWidget::setTabOrder(order.at(i - 1), order.at(i));
}

QWidget *TaskForm::last() const
{
    const QVector<QWidget *> fields = m_kind->fields()->editors();
    return fields.isEmpty() ? m_check : fields.constLast();
}

void TaskForm::listsChanged()
{
    m_client->listsChanged();
    m_kind->listsChanged();
    m_worker->picker()->reload();
}

void TaskForm::fill(const TaskBody &body, const std::optional<ObjectRef> &task)
{
    m_known = body;
    m_client->fill(body.contractor);
    m_worker->fill(body.worker, task);
    m_number->setText(body.number);
    m_plan->fill(body.plannedStart, body.plannedEnd);
    m_place->fill(body.address);
    showAnswer(m_check, body.resultCheck.isKnown() ? std::optional(body.resultCheck.value) : std::nullopt);
    explainAnswer(m_check);
    m_kind->fill(body.taskTemplate, body.details);
    m_worker->setTime(m_plan->start(), m_plan->end());
    m_began = state();
}

void TaskForm::setReport(const QVector<FieldRow> &rows)
{
    m_kind->setReport(rows);
}

void TaskForm::lookUpContractor()
{
    m_client->askAgain();
}

void TaskForm::beginContractor(const QString &name, const QString &phone)
{
    m_client->beginNew(name, phone);
}

void TaskForm::contractorSaid(const JournalEntry &made)
{
    m_client->adopt(made);
}

void TaskForm::putText(const QString &text)
{
    m_kind->fields()->putText(text);
}

QJsonObject TaskForm::state() const
{
    QJsonObject state{
        {u"worker"_s, pickerState(*m_worker->picker())},
        {u"number"_s, m_number->text()},
        {u"check"_s, answerJson()}};
    for (const QJsonObject &part : {m_client->state(), m_kind->state(), m_plan->state(), m_place->state()}) {
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
    if (const QJsonArray typed = m_kind->fields()->typed(); !typed.isEmpty())
        changed.insert(u"fields"_s, typed);
    // An address that is still to come is to come also where the form opens again.
    if (!changed.isEmpty() && m_client->isAwaited())
        changed.insert(u"addressToCome"_s, true);
    return changed;
}

void TaskForm::apply(const QJsonObject &changes)
{
    m_client->apply(changes);
    m_kind->apply(changes);
    restorePicker(*m_worker->picker(), changes.value(u"worker"));
    if (changes.contains(u"number"))
        m_number->setText(changes.value(u"number").toString());
    m_plan->apply(changes);
    m_place->apply(changes);
    if (const QJsonValue answer = changes.value(u"check"); !answer.isUndefined())
        showAnswer(m_check, answer.isBool() ? std::optional(answer.toBool()) : std::nullopt);
    if (changes.value(u"addressToCome").toBool())
        m_client->askAgain();
    m_worker->setTime(m_plan->start(), m_plan->end());
}

void TaskForm::setReadOnly()
{
    m_readOnly = true;
    m_client->setReadOnly();
    m_kind->setReadOnly();
    m_plan->setReadOnly();
    m_worker->setReadOnly();
    showReadOnly(m_check);
    const auto edits = findChildren<QLineEdit *>();
    for (QLineEdit *edit : edits) {
        if (!edit->isReadOnly())
            showReadOnly(edit);
        // Nothing is typed here: what is not known is told, and nothing is advised.
        const bool told = edit->placeholderText().isEmpty() || qobject_cast<TimeField *>(edit);
        edit->setPlaceholderText(told || edit == m_number ? QString() : models::notKnownText());
    }
    advise();
}

void TaskForm::take()
{
    m_client->take();
    m_kind->picker()->takeBest();
    m_worker->picker()->takeBest();
    m_plan->take();
}

bool TaskForm::isSettling() const
{
    return m_client->picker()->isSettling() || m_kind->picker()->isSettling()
        || m_worker->picker()->isSettling();
}

bool TaskForm::leavesWorkerOut() const
{
    const EntityPicker *worker = m_worker->picker();
    return !m_known.worker.isKnown() && worker->ref().isNothing() && !worker->isUnresolved();
}

void TaskForm::focusWorker()
{
    m_worker->picker()->setFocus();
}

void TaskForm::focusFirst()
{
    if (m_client->ref().isNothing())
        m_client->picker()->setFocus();
    else if (m_kind->ref().isNothing())
        m_kind->picker()->setFocus();
    else
        m_plan->startField()->setFocus();
}

void TaskForm::focusNamed(const QString &words)
{
    if (QWidget *field = fieldIn(words))
        field->setFocus();
    else
        m_refusal = words;
}

QWidget *TaskForm::fieldIn(const QString &words) const
{
    const QVector<QWidget *> fields = m_kind->fields()->editors();
    for (QWidget *field : fields) {
        if (words.contains(field->accessibleName(), Qt::CaseInsensitive))
            return field;
    }
    // The keys of the body, and what the vendor calls them.
    const std::pair<QString, QWidget *> named[]
        = {{u"plannedEndVisitTime"_s, m_plan->endField()},
           {u"plannedVisitTime"_s, m_plan->startField()},
           {u"contractor"_s, m_client->picker()},
           {u"клиент"_s, m_client->picker()},
           {u"контрагент"_s, m_client->picker()},
           {u"employee"_s, m_worker->picker()},
           {u"исполнител"_s, m_worker->picker()},
           {u"template"_s, m_kind->picker()},
           {u"шаблон"_s, m_kind->picker()},
           {u"address"_s, m_place->lines().front()},
           {u"адрес"_s, m_place->lines().front()},
           {u"number"_s, m_number},
           {u"номер"_s, m_number}};
    for (const auto &[key, field] : named) {
        if (words.contains(key, Qt::CaseInsensitive))
            return field;
    }
    return nullptr;
}

FormProblem TaskForm::problem(bool send) const
{
    if (const FormProblem client = m_client->problem(); !client.isNone())
        return client;
    for (EntityPicker *picker : {m_kind->picker(), m_worker->picker()}) {
        if (picker->isAmbiguous()) {
            return {
                picker,
                tr("%1: several are called “%2”. Choose one of the list.")
                    .arg(picker->accessibleName(), innerQuotes(picker->typedText()))};
        }
        if (picker->isUnresolved()) {
            return {
                picker,
                tr("%1: there is no “%2”. Choose one of the list.")
                    .arg(picker->accessibleName(), innerQuotes(picker->typedText()))};
        }
    }
    if (m_kind->ref().isNothing())
        return {m_kind->picker(), tr("Choose a template: the service makes no task without one.")};
    if (send && m_worker->picker()->ref().isNothing() && !leavesWorkerOut())
        return {m_worker->picker(), tr("Choose a worker to send the task to, or save it as a draft.")};
    if (const FormProblem plan = m_plan->problem(); !plan.isNone())
        return plan;
    if (const FormProblem place = m_place->problem(); !place.isNone())
        return place;
    return m_kind->fields()->firstProblem();
}

TaskBody TaskForm::body(bool send) const
{
    const auto chosen = [](const Known<NamedRef> &known, const NamedRef &ref) {
        return !known.isKnown() && ref.isNothing() ? Known<NamedRef>() : Known<NamedRef>::fromHere(ref);
    };
    TaskBody body;
    body.number = m_number->text().trimmed();
    body.taskTemplate = m_kind->ref();
    body.contractor = chosen(m_known.contractor, m_client->ref());
    body.worker = chosen(m_known.worker, m_worker->picker()->ref());
    body.draft = !send;
    body.address = m_place->value();
    if (const auto answer = answerOf(m_check))
        body.resultCheck = Known<bool>::fromHere(*answer);
    body.plannedStart = m_plan->start();
    body.plannedEnd = m_plan->end();
    body.details = m_kind->values();
    return body;
}

std::optional<SaidFirst> TaskForm::saidFirst() const
{
    return m_client->made(m_place->typed());
}

} // namespace naryad::ui
