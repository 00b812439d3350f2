#include "TaskFieldDialogs.h"

#include "core/Await.h"
#include "core/Quotes.h"
#include "models/Words.h"
#include "widgets/EntityPicker.h"
#include "widgets/FieldEditors.h"
#include "widgets/FormState.h"
#include "widgets/PlainLabel.h"
#include "widgets/ReasonLabel.h"

#include <QComboBox>
#include <QFormLayout>
#include <QJsonArray>
#include <QLineEdit>
#include <QLocale>

#include <algorithm>

namespace naryad::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr int AtTheEnd = -1;

QString nameOf(const FieldRow &row)
{
    return row.name.isEmpty() ? u'#' + row.fieldId : row.name;
}

QComboBox *makeBox(QWidget *parent, const QString &objectName, const QString &name)
{
    auto *box = new QComboBox(parent);
    box->setObjectName(objectName);
    box->setAccessibleName(name);
    box->setAccessibleDescription(name);
    box->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    box->setMinimumContentsLength(20);
    box->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    return box;
}

/// Goes to what holds this, else to the first.
void choose(QComboBox *box, const QVariant &data)
{
    box->setCurrentIndex(std::max(0, box->findData(data)));
}

} // namespace

AddFieldDialog::AddFieldDialog(Desk desk, TaskName task, const TaskFieldAddition &begun, QWidget *parent)
    : TaskDialog(std::move(desk), std::move(task), tr("Add field"), tr("Add field"), parent)
    , m_begunType(begun.field.typeId)
{
    setObjectName(u"AddFieldDialog"_s);
    build();
    m_field->setRef({begun.field.fieldId, begun.field.name});
    choose(m_to, int(begun.to));
    m_wantedSection = begun.sectionFieldId;
    m_wantedPosition = begun.position.value_or(AtTheEnd);
    offerPlaces();
    if (!begun.field.fieldId.isEmpty()) {
        m_value->begin({begun.field});
        showField();
    }
    begin();
    connect(m_field, &EntityPicker::refChanged, this, [this] { showField(); });
    connect(m_field, &EntityPicker::edited, this, &AddFieldDialog::touched);
    connect(m_to, &QComboBox::currentIndexChanged, this, [this] {
        m_wantedSection.clear();
        m_wantedPosition = AtTheEnd;
        offerPlaces();
        touched();
    });
    connect(m_section, &QComboBox::currentIndexChanged, this, [this] {
        m_wantedSection = m_section->currentData().toString();
        touched();
    });
    connect(m_position, &QComboBox::currentIndexChanged, this, [this] {
        m_wantedPosition = m_position->currentData().toInt();
        touched();
    });
    connect(m_value, &FieldEditors::changed, this, &AddFieldDialog::touched);
    await(this, m_desk.details.taskCardOf(m_task.ref), [this](const Result<TaskCard> &card) {
        m_cardRead = true;
        if (card)
            m_card = *card;
        offerPlaces();
        explain();
    });
    explain();
    m_field->setFocus();
    resize(520, 340);
}

void AddFieldDialog::build()
{
    m_field = new EntityPicker(m_desk.reader, models::LookupModel::Kind::Fields, tr("Field"), this);
    m_field->setObjectName(u"field"_s);
    m_field->lineEdit()->setPlaceholderText(tr("type some letters of its name"));
    m_fieldReason = new ReasonLabel(u"fieldReason"_s, this);
    m_to = makeBox(this, u"where"_s, tr("Where"));
    m_to->addItem(tr("Details: data for the worker"), int(TaskFieldAddition::To::Details));
    m_to->addItem(tr("Report: filled in by the worker"), int(TaskFieldAddition::To::Report));
    m_section = makeBox(this, u"section"_s, tr("Section"));
    m_position = makeBox(this, u"position"_s, tr("Position"));
    m_value = new FieldEditors(this);
    m_about = plainLabel({}, this);
    m_about->setObjectName(u"aboutField"_s);
    auto *content = new QWidget(this);
    auto *form = new QFormLayout(content);
    form->setContentsMargins(0, 0, 0, 0);
    form->setFieldGrowthPolicy(QFormLayout::ExpandingFieldsGrow);
    form->addRow(plainLabel(taskTitle(), this));
    form->addRow(tr("&Field"), m_field);
    form->addRow(QString(), m_fieldReason);
    form->addRow(tr("&Where"), m_to);
    form->addRow(tr("&Section"), m_section);
    form->addRow(tr("&Position"), m_position);
    form->addRow(m_value);
    form->addRow(m_about);
    addSecond(
        u"addAndAnother"_s, tr("Add and choose &another"), tr("Add and choose another"),
        tr("Adds it and leaves the window open for the next one"));
    finishLayout(content);
}

TaskFieldAddition::To AddFieldDialog::to() const
{
    return TaskFieldAddition::To(m_to->currentData().toInt());
}

const QVector<FieldRow> &AddFieldDialog::rows() const
{
    return to() == TaskFieldAddition::To::Report ? m_card.task.report : m_card.task.details;
}

/// What was chosen stays chosen, also where the task isn't read yet or has it no more.
void AddFieldDialog::offerPlaces()
{
    const QSignalBlocker quietSection(m_section);
    const QSignalBlocker quietPosition(m_position);
    m_section->clear();
    m_position->clear();
    m_section->addItem(tr("none"), QString());
    m_position->addItem(tr("at the end"), AtTheEnd);
    const QVector<FieldRow> &all = rows();
    for (int place = 0; place < all.size(); ++place) {
        const FieldRow &row = all.at(place);
        if (row.type() == FieldType::Section && m_section->findData(row.fieldId) < 0)
            m_section->addItem(nameOf(row), row.fieldId);
        m_position->addItem(tr("%1, before “%2”").arg(place + 1).arg(innerQuotes(nameOf(row))), place);
    }
    if (m_section->findData(m_wantedSection) < 0)
        m_section->addItem(u'#' + m_wantedSection, m_wantedSection);
    if (m_position->findData(m_wantedPosition) < 0)
        m_position->addItem(QLocale().toString(m_wantedPosition + 1), m_wantedPosition);
    choose(m_section, m_wantedSection);
    choose(m_position, m_wantedPosition);
}

/// The editor of the chosen field's value, once its definition is here.
void AddFieldDialog::showField()
{
    const NamedRef chosen = m_field->ref();
    m_value->clearForm();
    m_definition = {};
    explain();
    if (chosen.isNothing())
        return;
    await(this, m_desk.details.templateField(chosen.id), [this, chosen](const Result<TemplateField> &field) {
        if (m_field->ref().id != chosen.id)
            return;
        // One that is not mirrored (any more) can be added all the same, as it was said.
        m_definition = field ? *field : TemplateField{chosen.id, chosen.name, m_begunType, {}};
        TemplateForm form;
        TemplateRow row;
        row.fieldId = m_definition.id;
        row.name = m_definition.name;
        row.typeId = m_definition.typeId;
        form.taskTemplate.details = {row};
        form.fields = {m_definition};
        form.loaded = true;
        m_value->setForm(form, false);
        QWidget *last = m_position;
        const QVector<QWidget *> editors = m_value->editors();
        for (QWidget *editor : editors) {
            setTabOrder(last, editor);
            last = editor;
        }
        explain();
    });
}

void AddFieldDialog::explain()
{
    QStringList lines;
    const QString field = m_field->ref().id;
    const auto has = [&field](const QVector<FieldRow> &all) {
        return std::any_of(
            all.begin(), all.end(), [&field](const FieldRow &row) { return row.fieldId == field; });
    };
    if (!field.isEmpty() && (has(m_card.task.details) || has(m_card.task.report)))
        lines.append(tr("The task has this field already: it would have it twice."));
    if (m_cardRead && !m_card.row.detailsLoaded)
        lines.append(tr("The details of the task are not loaded yet: its sections are not known."));
    m_about->setText(lines.join(u'\n'));
    m_about->setVisible(!lines.isEmpty());
}

QJsonObject AddFieldDialog::state() const
{
    return {
        {u"field"_s, pickerState(*m_field)},
        {u"to"_s, m_to->currentData().toInt()},
        {u"section"_s, m_section->currentData().toString()},
        {u"position"_s, m_position->currentData().toInt()},
        {u"value"_s, m_value->typed()}};
}

void AddFieldDialog::apply(const QJsonObject &changes)
{
    if (changes.contains(u"to"))
        choose(m_to, changes.value(u"to").toInt());
    if (changes.contains(u"section"))
        m_wantedSection = changes.value(u"section").toString();
    if (changes.contains(u"position"))
        m_wantedPosition = changes.value(u"position").toInt();
    offerPlaces();
    restorePicker(*m_field, changes.value(u"field"));
    m_value->restore(changes.value(u"value").toArray());
    showField();
}

/// The keys of the body, and what the vendor calls them. The value's own editor comes once its field is read.
QVector<TaskDialog::Refusable> AddFieldDialog::refusable() const
{
    return {
        {{u"section"_s, u"секци"_s, u"раздел"_s}, m_section, nullptr},
        {{u"position"_s, u"позици"_s}, m_position, nullptr},
        {{}, m_field, m_fieldReason}};
}

FormProblem AddFieldDialog::wrongNow() const
{
    if (m_field->isAmbiguous())
        return {
            m_field, tr("Several fields are called “%1”. Choose one of the list.").arg(m_field->typedText())};
    if (m_field->ref().isNothing()) {
        return {
            m_field,
            m_field->isUnresolved()
                ? tr("There is no field “%1”. Choose one of the list.").arg(m_field->typedText())
                : tr("Choose the field first.")};
    }
    if (m_definition.id != m_field->ref().id)
        return {m_field, tr("This field is just being read. Try again in a moment.")};
    return m_value->firstProblem();
}

void AddFieldDialog::submit()
{
    m_field->takeBest();
    if (const FormProblem wrong = wrongNow(); !wrong.isNone()) {
        complain(wrong);
        return;
    }
    TaskFieldAddition addition;
    addition.to = to();
    addition.field = {m_definition.id, m_definition.name, m_definition.typeId, {}};
    for (const FieldEntry &entry : m_value->values(false)) {
        if (entry.fieldId == m_definition.id)
            addition.field.value = entry.value;
    }
    addition.sectionFieldId = m_section->currentData().toString();
    if (const int position = m_position->currentData().toInt(); position != AtTheEnd)
        addition.position = position;
    tell({});
    say(AddTaskFields{m_task.ref, {addition}, m_task.number, m_task.name});
}

void AddFieldDialog::afterSaid()
{
    if (!isSecond()) {
        TaskDialog::afterSaid();
        return;
    }
    ++m_added;
    m_begunType = 0;
    m_field->setRef({});
    m_value->begin({});
    m_definition = {};
    choose(m_position, AtTheEnd);
    begin();
    startAgain();
    explain();
    m_field->setFocus();
    message()->setNews(
        tr("Added: %1. Choose the next one, or close the window with Esc.").arg(QLocale().toString(m_added)));
}

} // namespace naryad::ui
