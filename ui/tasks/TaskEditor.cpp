#include "TaskEditor.h"

#include "core/Await.h"
#include "models/Words.h"
#include "widgets/EntityPicker.h"
#include "widgets/FieldEditors.h"
#include "widgets/PlainLabel.h"
#include "widgets/TimeField.h"

#include <QAccessible>
#include <QCheckBox>
#include <QFormLayout>
#include <QLineEdit>
#include <QPushButton>
#include <QScrollArea>
#include <QVBoxLayout>

namespace naryad::ui {

namespace {

bool isCoordinate(const QString &text, double most)
{
    bool number = false;
    const double value = canonicalNumber(text).toDouble(&number);
    return number && value >= -most && value <= most;
}

} // namespace

TaskEditor::TaskEditor(Desk desk, QWidget *parent)
    : QDialog(parent)
    , m_desk(desk)
{
    setObjectName(QStringLiteral("TaskEditor"));
    setWindowTitle(tr("New task"));
    setModal(false);
    m_known.address = Known<Address>::fromHere({});
    m_known.contractor = Known<NamedRef>::fromHere({});
    m_known.worker = Known<NamedRef>::fromHere({});
    m_known.resultCheck = Known<bool>::fromHere(false);
    buildForm();
    resize(720, 620);
}

QLineEdit *TaskEditor::line(const QString &name, const QString &objectName)
{
    auto *edit = new QLineEdit(this);
    edit->setObjectName(objectName);
    edit->setAccessibleName(name);
    return edit;
}

void TaskEditor::buildForm()
{
    using Kind = models::LookupModel::Kind;
    m_template = new EntityPicker(m_desk.reader, Kind::Templates, tr("Template"), this);
    m_template->setObjectName(QStringLiteral("template"));
    m_contractor = new EntityPicker(m_desk.reader, Kind::Contractors, tr("Contractor"), this);
    m_contractor->setObjectName(QStringLiteral("contractor"));
    m_worker = new EntityPicker(m_desk.reader, Kind::Workers, tr("Worker"), this);
    m_worker->setObjectName(QStringLiteral("worker"));
    m_number = line(tr("Number"), QStringLiteral("number"));
    m_number->setPlaceholderText(tr("by the service"));
    m_start = new TimeField(m_desk.clock, m_desk.zone, tr("Planned start"), this);
    m_start->setObjectName(QStringLiteral("plannedStart"));
    m_end = new TimeField(m_desk.clock, m_desk.zone, tr("Planned end"), this);
    m_end->setObjectName(QStringLiteral("plannedEnd"));
    m_address = line(tr("Address"), QStringLiteral("address"));
    m_entrance = line(tr("Entrance"), QStringLiteral("entrance"));
    m_floor = line(tr("Floor"), QStringLiteral("floor"));
    m_room = line(tr("Room"), QStringLiteral("room"));
    m_notes = line(tr("Address notes"), QStringLiteral("addressNotes"));
    m_latitude = line(tr("Latitude"), QStringLiteral("latitude"));
    m_latitude->setPlaceholderText(tr("found by the service"));
    m_longitude = line(tr("Longitude"), QStringLiteral("longitude"));
    m_longitude->setPlaceholderText(tr("found by the service"));
    m_check = new QCheckBox(tr("Check the &result"), this);
    m_check->setObjectName(QStringLiteral("checkResult"));
    m_check->setAccessibleName(tr("Check the result"));
    m_fields = new FieldEditors(this);
    m_fieldsState = plainLabel(tr("Choose a template to see its fields."), this);
    m_report = plainLabel({}, this);
    m_message = plainLabel({}, this);
    m_message->setObjectName(QStringLiteral("message"));
    m_message->setAccessibleName(tr("Message"));
    m_message->hide();

    auto *content = new QWidget(this);
    auto *form = new QFormLayout(content);
    form->setFieldGrowthPolicy(QFormLayout::ExpandingFieldsGrow);
    form->addRow(tr("&Contractor"), m_contractor);
    form->addRow(tr("&Template"), m_template);
    form->addRow(tr("&Worker"), m_worker);
    form->addRow(tr("&Number"), m_number);
    form->addRow(tr("&Planned start"), m_start);
    form->addRow(tr("Planned &end"), m_end);
    form->addRow(tr("&Address"), m_address);
    auto *place = new QHBoxLayout;
    const auto small = [this, place](const QString &name, QLineEdit *edit) {
        auto *label = new QLabel(name, this);
        label->setBuddy(edit);
        place->addWidget(label);
        place->addWidget(edit);
    };
    small(tr("Entrance"), m_entrance);
    small(tr("Floor"), m_floor);
    small(tr("Room"), m_room);
    form->addRow(QString(), place);
    form->addRow(tr("Address notes"), m_notes);
    auto *where = new QHBoxLayout;
    where->addWidget(m_latitude);
    auto *longitude = new QLabel(tr("Longitude"), this);
    longitude->setBuddy(m_longitude);
    where->addWidget(longitude);
    where->addWidget(m_longitude);
    auto *latitude = new QLabel(tr("Latitude"), this);
    latitude->setBuddy(m_latitude);
    form->addRow(latitude, where);
    form->addRow(QString(), m_check);
    form->addRow(m_fieldsState);
    form->addRow(m_fields);
    form->addRow(m_report);

    auto *scroll = new QScrollArea(this);
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setWidget(content);
    scroll->setFocusPolicy(Qt::NoFocus);

    m_save = new QPushButton(tr("Save &draft"), this);
    m_save->setObjectName(QStringLiteral("saveDraft"));
    m_save->setAccessibleName(tr("Save draft"));
    m_save->setShortcut(QKeySequence::Save);
    m_save->setToolTip(m_save->shortcut().toString(QKeySequence::NativeText));
    m_save->setAutoDefault(false);
    m_send = new QPushButton(tr("&Send"), this);
    m_send->setObjectName(QStringLiteral("send"));
    m_send->setAccessibleName(tr("Send"));
    m_send->setShortcut(QKeySequence(Qt::CTRL | Qt::Key_Return));
    m_send->setToolTip(m_send->shortcut().toString(QKeySequence::NativeText));
    m_send->setAutoDefault(false);
    auto *buttons = new QHBoxLayout;
    buttons->addStretch();
    buttons->addWidget(m_save);
    buttons->addWidget(m_send);

    auto *layout = new QVBoxLayout(this);
    layout->addWidget(scroll, 1);
    layout->addWidget(m_message);
    layout->addLayout(buttons);

    connect(m_contractor, &EntityPicker::refChanged, this, &TaskEditor::contractorChosen);
    connect(m_template, &EntityPicker::refChanged, this, &TaskEditor::templateChosen);
    connect(m_start, &QLineEdit::editingFinished, this, &TaskEditor::fillEnd);
    connect(m_save, &QPushButton::clicked, this, [this] { submit(false); });
    connect(m_send, &QPushButton::clicked, this, [this] { submit(true); });
}

void TaskEditor::tell(const QString &text)
{
    m_message->setText(text);
    m_message->setVisible(!text.isEmpty());
    if (!text.isEmpty()) {
        QAccessibleEvent alert(m_message, QAccessible::Alert);
        QAccessible::updateAccessibility(&alert);
    }
}

void TaskEditor::contractorChosen(const NamedRef &contractor)
{
    m_awaitedContractor.clear();
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
        // Only an address nobody has typed is filled in.
        if (!m_address->text().isEmpty() || m_address->isModified())
            return;
        m_address->setText(card->address.value.text);
        m_entrance->setText(card->address.value.entrance);
        m_floor->setText(card->address.value.floor);
        m_room->setText(card->address.value.room);
        m_notes->setText(card->address.value.notes);
    });
}

void TaskEditor::templateChosen(const NamedRef &chosen)
{
    const QVector<FieldEntry> typed = m_fields->values();
    for (const FieldEntry &entry : typed)
        m_values.append(entry);
    m_form.reset();
    m_fields->setForm({});
    m_report->clear();
    if (chosen.isNothing()) {
        m_fieldsState->setText(tr("Choose a template to see its fields."));
        m_fieldsState->show();
        return;
    }
    loadForm();
}

void TaskEditor::loadForm()
{
    const QString id = m_template->ref().id;
    if (id.isEmpty())
        return;
    await(this, m_desk.details.templateForm(id), [this, id](const Result<TemplateForm> &form) {
        if (m_template->ref().id != id || m_form)
            return;
        if (!form || !form->loaded) {
            m_fieldsState->setText(tr("The fields of this template are not loaded yet. They appear by themselves."));
            m_fieldsState->show();
            m_desk.commands.lookAtTemplate(id);
            return;
        }
        m_form = *form;
        m_fieldsState->setVisible(form->taskTemplate.details.isEmpty());
        m_fieldsState->setText(tr("This template has no fields of its own."));
        m_fields->setForm(*form);
        m_fields->setValues(m_values);
        QStringList report;
        for (const TemplateRow &row : form->taskTemplate.report)
            report.append(row.required.value_or(false) ? tr("%1 (required)").arg(row.name) : row.name);
        m_report->setText(
            report.isEmpty() ? QString() : tr("Report, filled in by the worker: %1").arg(report.join(QStringLiteral(", "))));
        fillEnd();
    });
}

void TaskEditor::listsChanged()
{
    for (EntityPicker *picker : {m_template, m_contractor, m_worker})
        picker->reload();
    if (!m_form)
        loadForm();
    if (!m_awaitedContractor.isEmpty())
        contractorChosen(m_contractor->ref());
}

void TaskEditor::fillEnd()
{
    const bool untouched = m_end->text().isEmpty() && !m_end->isModified();
    if (!untouched || !m_form || !m_form->taskTemplate.visitDurationSeconds || !m_start->moment().isValid())
        return;
    m_end->setMoment(m_start->moment().addSecs(*m_form->taskTemplate.visitDurationSeconds));
}

void TaskEditor::fill(const TaskBody &body)
{
    m_known = body;
    m_template->setRef(body.taskTemplate);
    m_contractor->setRef(body.contractor.value);
    m_worker->setRef(body.worker.value);
    m_number->setText(body.number);
    m_start->setMoment(body.plannedStart);
    m_end->setMoment(body.plannedEnd);
    const Address &address = body.address.value;
    m_address->setText(address.text);
    m_entrance->setText(address.entrance);
    m_floor->setText(address.floor);
    m_room->setText(address.room);
    m_notes->setText(address.notes);
    m_latitude->setText(address.latitude);
    m_longitude->setText(address.longitude);
    m_check->setChecked(body.resultCheck.value);
    m_values = body.details;
    const QString unknown = tr("not known: left as it is");
    if (!body.contractor.isKnown())
        m_contractor->lineEdit()->setPlaceholderText(unknown);
    if (!body.worker.isKnown())
        m_worker->lineEdit()->setPlaceholderText(unknown);
    if (!body.address.isKnown())
        m_address->setPlaceholderText(unknown);
    templateChosen(body.taskTemplate);
}

void TaskEditor::edit(const TaskCard &card)
{
    m_task = card.row.ref();
    setWindowTitle(card.task.number.isEmpty() ? tr("Draft") : tr("Task %1").arg(card.task.number));
    TaskBody body;
    body.number = card.task.number;
    body.taskTemplate = card.task.taskTemplate;
    body.contractor = card.task.contractor;
    body.worker = card.task.worker;
    body.address = card.task.address;
    body.resultCheck = card.task.resultCheck;
    body.plannedStart = card.task.plannedStart.value;
    body.plannedEnd = card.task.plannedEnd.value;
    for (const FieldRow &row : card.task.details)
        body.details.append({row.fieldId, row.name, row.typeId, row.value});
    fill(body);
    if (card.row.state != TaskState::Draft) {
        setReadOnly(tr("This task is %1: the service lets only drafts be changed. It can still be commented and closed.")
                        .arg(models::words(card.row.state)));
    }
}

void TaskEditor::setReadOnly(const QString &reason)
{
    const auto edits = findChildren<QLineEdit *>();
    for (QLineEdit *edit : edits)
        edit->setReadOnly(true);
    const auto boxes = findChildren<QComboBox *>();
    for (QComboBox *box : boxes)
        box->setEnabled(false);
    m_check->setEnabled(false);
    m_save->setEnabled(false);
    m_send->setEnabled(false);
    m_save->setToolTip(reason);
    m_send->setToolTip(reason);
    tell(reason);
}

QString TaskEditor::problem(bool send)
{
    const auto refuse = [](QWidget *field, const QString &text) {
        field->setFocus();
        return text;
    };
    for (EntityPicker *picker : {m_contractor, m_template, m_worker}) {
        picker->takeBest();
        if (picker->isUnresolved()) {
            return refuse(
                picker, tr("%1: there is no “%2”. Choose one of the list.").arg(picker->accessibleName(), picker->typedText()));
        }
    }
    if (m_template->ref().isNothing())
        return refuse(m_template, tr("Choose a template: the service makes no task without one."));
    if (send && m_worker->ref().isNothing())
        return refuse(m_worker, tr("Choose a worker to send the task to, or save it as a draft."));
    for (TimeField *field : {m_start, m_end}) {
        if (field->isUnreadable())
            return refuse(field, tr("%1: this is not a time: %2").arg(field->accessibleName(), field->text()));
    }
    const QDateTime start = m_start->moment();
    const QDateTime end = m_end->moment();
    if (start.isValid() && end.isValid() && end < start)
        return refuse(m_end, tr("The planned end is before the planned start."));
    const QString latitude = m_latitude->text().trimmed();
    const QString longitude = m_longitude->text().trimmed();
    if (latitude.isEmpty() != longitude.isEmpty())
        return refuse(latitude.isEmpty() ? m_latitude : m_longitude, tr("Latitude and longitude go together, or both stay empty."));
    if (!latitude.isEmpty() && !isCoordinate(latitude, 90))
        return refuse(m_latitude, tr("The latitude is a number from −90 to 90."));
    if (!longitude.isEmpty() && !isCoordinate(longitude, 180))
        return refuse(m_longitude, tr("The longitude is a number from −180 to 180."));
    return m_fields->firstProblem();
}

Known<Address> TaskEditor::address() const
{
    Address typed;
    typed.text = m_address->text().trimmed();
    typed.entrance = m_entrance->text().trimmed();
    typed.floor = m_floor->text().trimmed();
    typed.room = m_room->text().trimmed();
    typed.notes = m_notes->text().trimmed();
    typed.latitude = canonicalNumber(m_latitude->text());
    typed.longitude = canonicalNumber(m_longitude->text());
    if (!m_known.address.isKnown() && typed.isEmpty())
        return {};
    return Known<Address>::fromHere(typed);
}

TaskBody TaskEditor::body(bool send) const
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
    body.address = address();
    if (m_known.resultCheck.isKnown() || m_check->isChecked())
        body.resultCheck = Known<bool>::fromHere(m_check->isChecked());
    body.plannedStart = m_start->moment();
    body.plannedEnd = m_end->moment();
    // Until the template's fields are here, what the task had goes back as it was.
    body.details = m_form ? m_fields->values() : m_values;
    return body;
}

void TaskEditor::submit(bool send)
{
    if (m_submitting)
        return;
    const QString wrong = problem(send);
    tell(wrong);
    if (!wrong.isEmpty())
        return;
    m_submitting = true;
    const Command command = m_task ? Command(UpdateTask {*m_task, body(send)}) : Command(CreateTask {body(send)});
    await(this, m_desk.commands.submit(command), [this](const Result<CommandId> &id) {
        m_submitting = false;
        if (!id) {
            tell(describe(id.error()));
            return;
        }
        Q_EMIT submitted(*id);
        accept();
        deleteLater();
    });
}

} // namespace naryad::ui
