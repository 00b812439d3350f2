#include "EquipmentForms.h"

#include "NumberPicker.h"
#include "ValueRows.h"
#include "core/CommandKinds.h"
#include "core/Serial.h"
#include "widgets/FormState.h"
#include "widgets/PlainLabel.h"

#include <QFormLayout>
#include <QJsonArray>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>

namespace naryad::ui {

using namespace Qt::StringLiterals;

namespace {

using Kind = models::LookupModel::Kind;

bool speaksOf(const QString &words, std::initializer_list<QStringView> names)
{
    return std::any_of(names.begin(), names.end(), [&words](QStringView name) {
        return words.contains(name, Qt::CaseInsensitive);
    });
}

EquipmentModelBody modelBodyOf(const Command &command)
{
    if (const auto *create = std::get_if<CreateEquipmentModel>(&command))
        return create->body;
    return std::get<UpdateEquipmentModel>(command).body;
}

EquipmentBody pieceBodyOf(const Command &command)
{
    if (const auto *create = std::get_if<CreateEquipment>(&command))
        return create->body;
    return std::get<UpdateEquipment>(command).body;
}

/// What is chosen lies over what was read; chosen nothing, it stays as it was.
void choose(Known<NamedRef> &into, const NamedRef &chosen)
{
    if (!chosen.isNothing() && (!into.isKnown() || into.value.id != chosen.id))
        into = Known<NamedRef>::fromHere(chosen);
}

QFormLayout *formIn(QWidget *content)
{
    auto *form = new QFormLayout(content);
    form->setContentsMargins(0, 0, 0, 0);
    form->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
    return form;
}

} // namespace

EquipmentForm *EquipmentForm::make(const Desk &desk, const Command &began, QWidget *parent)
{
    if (isDelete(began))
        return nullptr;
    switch (kindOf(began)) {
    case ObjectKind::EquipmentModel:
        return new ModelForm(desk, began, parent);
    case ObjectKind::Equipment:
        return new PieceForm(desk, began, parent);
    default:
        return nullptr;
    }
}

EntityPicker *EquipmentForm::addPicker(
    QFormLayout *form, Kind kind, const QString &label, const QString &name, const QString &objectName)
{
    auto *picker = new EntityPicker(m_desk.reader, kind, name, form->parentWidget());
    picker->setObjectName(objectName);
    form->addRow(label, picker);
    connect(picker, &EntityPicker::edited, this, &EquipmentForm::touched);
    connect(picker, &EntityPicker::settled, this, &EquipmentForm::settled);
    return picker;
}

QLineEdit *EquipmentForm::addLine(
    QFormLayout *form, const QString &label, const QString &name, const QString &objectName,
    const QString &text)
{
    auto *line = new QLineEdit(text, form->parentWidget());
    line->setObjectName(objectName);
    line->setAccessibleName(name);
    form->addRow(label, line);
    connect(line, &QLineEdit::textChanged, this, &EquipmentForm::touched);
    return line;
}

void EquipmentForm::keepTyped(DictionaryKind kind, const EntityPicker &picker)
{
    const NamedRef typed = numberedRef(picker);
    if (picker.ref().isNothing() && !typed.isNothing())
        m_desk.commands.keepWord({kind, typed.id, typed.name, DictionaryEntry::Source::Typed});
}

ModelForm::ModelForm(const Desk &desk, const Command &began, QWidget *parent)
    : EquipmentForm(desk, began, {}, isCreate(began) ? tr("New model") : tr("Model"), parent)
    , m_body(modelBodyOf(began))
{
    setObjectName(u"ModelForm"_s);
    auto *content = new QWidget(this);
    QFormLayout *form = formIn(content);
    m_name = addLine(form, tr("Model &name"), tr("Model name"), u"modelName"_s, m_body.name);
    m_type = addPicker(form, Kind::EquipmentTypes, tr("&Type id"), tr("Type id"), u"typeId"_s);
    m_type->setRef(m_body.type.value);
    m_manufacturer = addPicker(
        form, Kind::Manufacturers, tr("&Manufacturer id"), tr("Manufacturer id"), u"manufacturerId"_s);
    m_manufacturer->setRef(m_body.manufacturer.value);
    form->addRow(plainLabel(
        tr("No command lists types and manufacturers, or tells them of a model: choose one known here, or "
           "type its number. What is left empty is not sent."),
        content));
    finish(content);
    m_name->setFocus();
    m_name->selectAll();
    resize(480, 260);
}

QJsonObject ModelForm::state() const
{
    return {
        {u"name"_s, m_name->text()},
        {u"type"_s, pickerState(*m_type)},
        {u"manufacturer"_s, pickerState(*m_manufacturer)}};
}

void ModelForm::apply(const QJsonObject &changes)
{
    if (changes.contains(u"name"))
        m_name->setText(changes.value(u"name").toString());
    restorePicker(*m_type, changes.value(u"type"));
    restorePicker(*m_manufacturer, changes.value(u"manufacturer"));
}

Command ModelForm::command() const
{
    EquipmentModelBody body = m_body;
    body.name = m_name->text().trimmed();
    choose(body.type, numberedRef(*m_type));
    choose(body.manufacturer, numberedRef(*m_manufacturer));
    Command said = began();
    if (auto *create = std::get_if<CreateEquipmentModel>(&said))
        create->body = body;
    else
        std::get<UpdateEquipmentModel>(said).body = body;
    return said;
}

FormProblem ModelForm::problem() const
{
    if (m_name->text().trimmed().isEmpty())
        return {m_name, tr("A model needs a name.")};
    for (EntityPicker *picker : {m_type, m_manufacturer}) {
        if (numberedRef(*picker).isNothing() && !picker->typedText().trimmed().isEmpty())
            return {picker, tr("Type a number, or choose one of the list: %1").arg(picker->typedText())};
    }
    if (m_body.type.isKnown() && !m_body.type.value.isNothing() && numberedRef(*m_type).isNothing())
        return {m_type, tr("No command takes the type away. Choose another, or leave it.")};
    if (m_body.manufacturer.isKnown() && !m_body.manufacturer.value.isNothing()
        && numberedRef(*m_manufacturer).isNothing())
        return {m_manufacturer, tr("No command takes the manufacturer away. Choose another, or leave it.")};
    return {};
}

QWidget *ModelForm::fieldIn(const QString &words) const
{
    if (speaksOf(words, {u"manufacture", u"производител"}))
        return m_manufacturer;
    return speaksOf(words, {u"type", u"тип"}) ? static_cast<QWidget *>(m_type) : m_name;
}

bool ModelForm::isSettling()
{
    const bool type = settles(*m_type);
    return settles(*m_manufacturer) || type;
}

void ModelForm::afterSaid()
{
    keepTyped(DictionaryKind::EquipmentTypes, *m_type);
    keepTyped(DictionaryKind::Manufacturers, *m_manufacturer);
    EquipmentForm::afterSaid();
}

PieceForm::PieceForm(const Desk &desk, const Command &began, QWidget *parent)
    : EquipmentForm(desk, began, {}, isCreate(began) ? tr("New equipment") : tr("Equipment"), parent)
    , m_body(pieceBodyOf(began))
{
    setObjectName(u"EquipmentForm"_s);
    auto *content = new QWidget(this);
    QFormLayout *form = formIn(content);
    m_serial
        = addLine(form, tr("Serial &number"), tr("Serial number"), u"serialNumber"_s, m_body.serialNumber);
    m_model = addPicker(form, Kind::EquipmentModels, tr("&Model"), tr("Model"), u"model"_s);
    m_model->setRef(m_body.model.value);
    m_owner = addPicker(form, Kind::Contractors, tr("&Owner"), tr("Owner"), u"owner"_s);
    m_owner->setRef(m_body.contractor.value);
    m_values = new ValueRows(m_desk, m_body.values.value, content);
    connect(m_values, &ValueRows::changed, this, &PieceForm::touched);
    connect(m_values, &ValueRows::settled, this, &PieceForm::settled);
    form->addRow(m_values);
    auto *addField = new QPushButton(tr("&Add field"), content);
    addField->setObjectName(u"addValue"_s);
    addField->setAccessibleName(tr("Add field"));
    addField->setAutoDefault(false);
    addField->setToolTip(tr("Adds a value for a field the equipment has none of yet"));
    connect(addField, &QPushButton::clicked, m_values, &ValueRows::addField);
    form->addRow(QString(), addField);
    finish(content);
    m_serial->setFocus();
    m_serial->selectAll();
    resize(560, 400);
}

QJsonObject PieceForm::state() const
{
    return {
        {u"serial"_s, m_serial->text()},
        {u"model"_s, pickerState(*m_model)},
        {u"owner"_s, pickerState(*m_owner)},
        {u"values"_s, m_values->state()}};
}

void PieceForm::apply(const QJsonObject &changes)
{
    if (changes.contains(u"serial"))
        m_serial->setText(changes.value(u"serial").toString());
    restorePicker(*m_model, changes.value(u"model"));
    restorePicker(*m_owner, changes.value(u"owner"));
    m_values->restore(changes.value(u"values").toArray());
}

Command PieceForm::command() const
{
    EquipmentBody body = m_body;
    body.serialNumber = m_serial->text().trimmed();
    choose(body.model, numberedRef(*m_model));
    choose(body.contractor, m_owner->ref());
    const QVector<EquipmentValue> values = m_values->values();
    if (values != m_body.values.value)
        body.values = Known<QVector<EquipmentValue>>::fromHere(values);
    Command said = began();
    if (auto *create = std::get_if<CreateEquipment>(&said))
        create->body = body;
    else
        std::get<UpdateEquipment>(said).body = body;
    return said;
}

FormProblem PieceForm::problem() const
{
    if (m_serial->text().trimmed().isEmpty())
        return {m_serial, tr("Equipment needs a serial number.")};
    if (numberedRef(*m_model).isNothing() && !m_model->typedText().trimmed().isEmpty())
        return {m_model, tr("Choose one of the models: %1").arg(m_model->typedText())};
    if (m_owner->isUnresolved())
        return {m_owner, tr("Choose one of the contractors: %1").arg(m_owner->typedText())};
    if (m_body.model.isKnown() && !m_body.model.value.isNothing() && numberedRef(*m_model).isNothing())
        return {m_model, tr("No command takes the model away. Choose another, or leave it.")};
    if (m_body.contractor.isKnown() && !m_body.contractor.value.isNothing() && m_owner->ref().isNothing())
        return {m_owner, tr("No command takes the owner away. Choose another, or leave it.")};
    return m_values->problem();
}

QWidget *PieceForm::fieldIn(const QString &words) const
{
    if (speaksOf(words, {u"model", u"модел"}))
        return m_model;
    return speaksOf(words, {u"contractor", u"контрагент", u"объект"}) ? static_cast<QWidget *>(m_owner)
                                                                      : m_serial;
}

bool PieceForm::isSettling()
{
    const bool model = settles(*m_model);
    const bool owner = settles(*m_owner);
    return m_values->isSettling() || model || owner;
}

void PieceForm::afterSaid()
{
    const QVector<NamedRef> fields = m_values->unnamedFields();
    for (const NamedRef &field : fields)
        m_desk.commands.keepWord(
            {DictionaryKind::EquipmentFields, field.id, field.name, DictionaryEntry::Source::Typed});
    EquipmentForm::afterSaid();
}

} // namespace naryad::ui
