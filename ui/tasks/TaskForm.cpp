#include "TaskForm.h"

#include "FormState.h"
#include "core/Await.h"
#include "core/HumanTime.h"
#include "widgets/EntityPicker.h"
#include "widgets/FieldEditors.h"
#include "widgets/PlainLabel.h"
#include "widgets/TimeField.h"

#include <QCheckBox>
#include <QFormLayout>
#include <QLineEdit>

namespace naryad::ui {

using namespace Qt::StringLiterals;

namespace {

bool isCoordinate(const QString &text, double most)
{
    bool number = false;
    const double value = canonicalNumber(text).toDouble(&number);
    return number && value >= -most && value <= most;
}

} // namespace

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
    fresh.resultCheck = Known<bool>::fromHere(false);
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
    m_start = new TimeField(m_desk.clock, m_desk.zone, tr("Planned start"), this);
    m_start->setObjectName(u"plannedStart"_s);
    m_end = new TimeField(m_desk.clock, m_desk.zone, tr("Planned end"), this);
    m_end->setObjectName(u"plannedEnd"_s);
    m_address = line(tr("Address"), u"address"_s);
    m_entrance = line(tr("Entrance"), u"entrance"_s);
    m_floor = line(tr("Floor"), u"floor"_s);
    m_room = line(tr("Room"), u"room"_s);
    m_notes = line(tr("Address notes"), u"addressNotes"_s);
    m_latitude = line(tr("Latitude"), u"latitude"_s);
    m_latitude->setPlaceholderText(tr("found by the service"));
    m_longitude = line(tr("Longitude"), u"longitude"_s);
    m_longitude->setPlaceholderText(tr("found by the service"));
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
    form->addRow(tr("&Planned start"), m_start);
    form->addRow(tr("Planned &end"), m_end);
    addPlaceRows(form);
    form->addRow(QString(), m_check);
    form->addRow(m_fieldsState);
    form->addRow(m_fields);
    form->addRow(m_report);
}

void TaskForm::addPlaceRows(QFormLayout *form)
{
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
}

void TaskForm::watch()
{
    connect(m_contractor, &EntityPicker::refChanged, this, &TaskForm::contractorChosen);
    connect(m_template, &EntityPicker::refChanged, this, &TaskForm::templateChosen);
    connect(m_start, &TimeField::typed, this, [this] { m_startTyped = true; });
    connect(m_start, &QLineEdit::editingFinished, this, &TaskForm::fillEnd);
    for (const QLineEdit *edit :
         {m_number, static_cast<QLineEdit *>(m_start), static_cast<QLineEdit *>(m_end), m_address, m_entrance,
          m_floor, m_room, m_notes, m_latitude, m_longitude})
        connect(edit, &QLineEdit::textChanged, this, &TaskForm::changed);
    for (const EntityPicker *picker : {m_contractor, m_template, m_worker})
        connect(picker, &EntityPicker::edited, this, &TaskForm::changed);
    connect(m_check, &QCheckBox::toggled, this, &TaskForm::changed);
    connect(m_fields, &FieldEditors::changed, this, &TaskForm::changed);
}

void TaskForm::contractorChosen(const NamedRef &contractor)
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
        m_address->setText(card->address.text);
        m_entrance->setText(card->address.entrance);
        m_floor->setText(card->address.floor);
        m_room->setText(card->address.room);
        m_notes->setText(card->address.notes);
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
    fillEnd();
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

void TaskForm::fillEnd()
{
    const bool untouched = m_end->text().isEmpty() && !m_end->isModified();
    if (!m_startTyped || !untouched || !m_form || !m_form->taskTemplate.visitDurationSeconds
        || !m_start->moment().isValid())
        return;
    m_end->setMoment(m_start->moment().addSecs(*m_form->taskTemplate.visitDurationSeconds));
}

void TaskForm::fill(const TaskBody &body)
{
    m_known = body;
    m_awaitedContractor.clear();
    m_startTyped = false;
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
    m_fields->begin(body.details);
    const QString unknown = tr("not known: left as it is");
    m_contractor->lineEdit()->setPlaceholderText(body.contractor.isKnown() ? QString() : unknown);
    m_worker->lineEdit()->setPlaceholderText(body.worker.isKnown() ? QString() : unknown);
    m_address->setPlaceholderText(body.address.isKnown() ? QString() : unknown);
    templateChosen(body.taskTemplate);
    m_began = state();
}

QJsonObject TaskForm::state() const
{
    return {
        {u"template"_s, pickerState(*m_template)},
        {u"contractor"_s, pickerState(*m_contractor)},
        {u"worker"_s, pickerState(*m_worker)},
        {u"number"_s, m_number->text()},
        {u"start"_s, timeState(*m_start)},
        {u"end"_s, timeState(*m_end)},
        {u"address"_s, m_address->text()},
        {u"entrance"_s, m_entrance->text()},
        {u"floor"_s, m_floor->text()},
        {u"room"_s, m_room->text()},
        {u"notes"_s, m_notes->text()},
        {u"latitude"_s, m_latitude->text()},
        {u"longitude"_s, m_longitude->text()},
        {u"check"_s, m_check->isChecked()}};
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
    const auto restoreLine = [&changes](QLineEdit *edit, const QString &name) {
        if (changes.contains(name))
            edit->setText(changes.value(name).toString());
    };
    restorePicker(*m_contractor, changes.value(u"contractor"));
    restorePicker(*m_template, changes.value(u"template"));
    restorePicker(*m_worker, changes.value(u"worker"));
    restoreTime(*m_start, changes.value(u"start"));
    restoreTime(*m_end, changes.value(u"end"));
    restoreLine(m_number, u"number"_s);
    restoreLine(m_address, u"address"_s);
    restoreLine(m_entrance, u"entrance"_s);
    restoreLine(m_floor, u"floor"_s);
    restoreLine(m_room, u"room"_s);
    restoreLine(m_notes, u"notes"_s);
    restoreLine(m_latitude, u"latitude"_s);
    restoreLine(m_longitude, u"longitude"_s);
    if (changes.contains(u"check"))
        m_check->setChecked(changes.value(u"check").toBool());
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
    const auto edits = findChildren<QLineEdit *>();
    for (QLineEdit *edit : edits)
        edit->setReadOnly(true);
    const auto boxes = findChildren<QComboBox *>();
    for (QComboBox *box : boxes)
        box->setEnabled(false);
    m_check->setEnabled(false);
    m_fields->setReadOnly();
}

QString TaskForm::problem(bool send)
{
    const auto refuse = [](QWidget *field, const QString &text) {
        field->setFocus();
        return text;
    };
    for (EntityPicker *picker : {m_contractor, m_template, m_worker}) {
        picker->takeBest();
        if (picker->isAmbiguous()) {
            return refuse(
                picker,
                tr("%1: several are called “%2”. Choose one of the list.")
                    .arg(picker->accessibleName(), picker->typedText()));
        }
        if (picker->isUnresolved()) {
            return refuse(
                picker,
                tr("%1: there is no “%2”. Choose one of the list.")
                    .arg(picker->accessibleName(), picker->typedText()));
        }
    }
    if (m_template->ref().isNothing())
        return refuse(m_template, tr("Choose a template: the service makes no task without one."));
    if (send && m_worker->ref().isNothing())
        return refuse(m_worker, tr("Choose a worker to send the task to, or save it as a draft."));
    for (TimeField *field : {m_start, m_end}) {
        if (field->isUnreadable())
            return refuse(
                field, tr("%1: this is not a time: %2").arg(field->accessibleName(), field->text()));
    }
    const QDateTime start = m_start->moment();
    const QDateTime end = m_end->moment();
    if (start.isValid() && end.isValid() && end < start)
        return refuse(m_end, tr("The planned end is before the planned start."));
    const QString latitude = m_latitude->text().trimmed();
    const QString longitude = m_longitude->text().trimmed();
    if (latitude.isEmpty() != longitude.isEmpty())
        return refuse(
            latitude.isEmpty() ? m_latitude : m_longitude,
            tr("Latitude and longitude go together, or both stay empty."));
    if (!latitude.isEmpty() && !isCoordinate(latitude, 90))
        return refuse(m_latitude, tr("The latitude is a number from −90 to 90."));
    if (!longitude.isEmpty() && !isCoordinate(longitude, 180))
        return refuse(m_longitude, tr("The longitude is a number from −180 to 180."));
    return m_fields->firstProblem();
}

Known<Address> TaskForm::address() const
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

TaskBody TaskForm::body(bool send) const
{
    const auto chosen = [](const Known<NamedRef> &known, const NamedRef &ref) {
        return !known.isKnown() && ref.isNothing() ? Known<NamedRef>() : Known<NamedRef>::fromHere(ref);
    };
    // A line shows a moment to the minute: left alone, it says what it came with.
    const auto moment = [this](const TimeField *field, const QDateTime &known) {
        return field->text() == humanTime(known, m_desk.zone) ? known : field->moment();
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
    body.plannedStart = moment(m_start, m_known.plannedStart);
    body.plannedEnd = moment(m_end, m_known.plannedEnd);
    // What the task came with goes back with its own template only, also before the fields are here.
    body.details = m_fields->values(isOwnTemplate());
    return body;
}

} // namespace naryad::ui
