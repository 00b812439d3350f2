#include "FieldEditors.h"

#include "PlainLabel.h"
#include "ReadOnlyLook.h"
#include "ThreeStates.h"
#include "core/Text.h"
#include "models/Words.h"

#include <QCheckBox>
#include <QComboBox>
#include <QFormLayout>
#include <QJsonObject>
#include <QLineEdit>

#include <limits>

namespace naryad::ui {

using namespace Qt::StringLiterals;

namespace {

bool isNumberField(const FieldEntry &entry)
{
    return fieldTypeFromId(entry.typeId) == FieldType::Number;
}

/// What a line shows of any value, also of one that is not of the field's type.
QString lineText(const FieldValue &value)
{
    return value.kind() == FieldValue::Kind::Text ? value.asText() : models::valueText(value);
}

QJsonObject optionJson(const QString &id, const QString &name)
{
    return {{u"id"_s, id}, {u"name"_s, name}};
}

NamedRef optionOf(const QJsonValue &typed)
{
    const QJsonObject option = typed.toObject();
    return {option.value(u"id").toString(), option.value(u"name").toString()};
}

/// The place of an option in the box; one that is not offered (any more) is still this task's and is added.
int placeIn(QComboBox *box, const NamedRef &option)
{
    if (option.isNothing() && option.name.isEmpty())
        return 0;
    int place = option.isNothing() ? box->findText(option.name, Qt::MatchExactly | Qt::MatchCaseSensitive)
                                   : box->findData(option.id);
    if (place < 0) {
        box->addItem(option.name.isEmpty() ? u'#' + option.id : option.name, option.id);
        place = box->count() - 1;
    }
    return place;
}

} // namespace

FieldEditors::FieldEditors(QWidget *parent)
    : QWidget(parent)
{
    auto *form = new QFormLayout(this);
    form->setContentsMargins(0, 0, 0, 0);
    form->setFieldGrowthPolicy(QFormLayout::ExpandingFieldsGrow);
}

FieldValue FieldEditors::valueOf(const Field &field)
{
    if (!field.touched)
        return field.entry.value;
    switch (fieldTypeFromId(field.entry.typeId)) {
    case FieldType::Number: {
        const QString number = canonicalNumber(field.typed.toString());
        return number.isEmpty() ? FieldValue() : FieldValue::number(number);
    }
    case FieldType::Checkbox:
        return field.typed.isBool() ? FieldValue::checkbox(field.typed.toBool()) : FieldValue();
    case FieldType::List: {
        const NamedRef option = optionOf(field.typed);
        return option.isNothing() && option.name.isEmpty() ? FieldValue() : FieldValue::option(option);
    }
    default:
        const QString text = field.typed.toString();
        return text.isEmpty() ? FieldValue() : FieldValue::text(text);
    }
}

QString FieldEditors::problemOf(const Field &field)
{
    const QString text = field.typed.toString();
    const bool bad = field.touched && isNumberField(field.entry) && !text.trimmed().isEmpty()
        && canonicalNumber(text).isEmpty();
    return bad ? tr("“%1” needs a number, and this is none: %2").arg(field.entry.name, text) : QString();
}

int FieldEditors::placeOf(const QString &fieldId) const
{
    for (int place = 0; place < m_all.size(); ++place) {
        if (!fieldId.isEmpty() && m_all.at(place).entry.fieldId == fieldId)
            return place;
    }
    return -1;
}

int FieldEditors::ensure(const FieldEntry &entry)
{
    int place = placeOf(entry.fieldId);
    if (place < 0) {
        m_all.append({entry, false, false, {}, nullptr});
        return int(m_all.size()) - 1;
    }
    FieldEntry &known = m_all[place].entry;
    if (entry.typeId != 0)
        known.typeId = entry.typeId;
    if (!entry.name.isEmpty())
        known.name = entry.name;
    return place;
}

void FieldEditors::note(int place, bool touched, const QJsonValue &typed)
{
    m_all[place].touched = touched;
    m_all[place].typed = typed;
    Q_EMIT changed();
}

QWidget *FieldEditors::makeLine(int place)
{
    const Field &field = m_all.at(place);
    const QString original = lineText(field.entry.value);
    auto *edit = new QLineEdit(this);
    edit->setMaxLength(std::numeric_limits<int>::max()); // a longer value must not be cut by being shown
    edit->setText(field.touched ? field.typed.toString() : original);
    connect(edit, &QLineEdit::textChanged, this, [this, place, original](const QString &text) {
        note(place, text != original, text);
    });
    return edit;
}

QWidget *FieldEditors::makeBox(int place)
{
    const Field &field = m_all.at(place);
    const FieldValue original = field.entry.value;
    const bool flag = original.kind() == FieldValue::Kind::Checkbox;
    auto *box = new QCheckBox(this);
    std::optional<bool> answer;
    if (field.touched ? field.typed.isBool() : flag)
        answer = field.touched ? field.typed.toBool() : original.isChecked();
    showAnswer(box, answer);
    // Nobody's answer can be given back; one that is known can only be turned round.
    box->setTristate(!flag);
    explainAnswer(box);
    if (!flag && original.kind() != FieldValue::Kind::Empty && !field.touched)
        box->setText(escapeMnemonic(original.displayText()));
    connect(box, &QCheckBox::stateChanged, this, [this, place, box, original, flag] {
        box->setText({});
        explainAnswer(box);
        const auto now = answerOf(box);
        const bool same = flag ? now == original.isChecked() : !now;
        note(place, !same, now ? QJsonValue(*now) : QJsonValue(QJsonValue::Null));
    });
    return box;
}

QWidget *FieldEditors::makeList(int place, const TemplateField *definition)
{
    const Field &field = m_all.at(place);
    auto *box = new QComboBox(this);
    box->addItem(u"—"_s, QString());
    if (definition) {
        for (const ListOption &option : definition->values) {
            if (!option.deleted)
                box->addItem(option.name, option.id);
        }
    }
    const FieldValue &value = field.entry.value;
    const int original = placeIn(
        box, value.kind() == FieldValue::Kind::Option ? value.asOption() : NamedRef{{}, value.displayText()});
    box->setCurrentIndex(field.touched ? placeIn(box, optionOf(field.typed)) : original);
    connect(box, &QComboBox::currentIndexChanged, this, [this, place, box, original](int chosen) {
        note(
            place, chosen != original,
            optionJson(box->itemData(chosen).toString(), chosen == 0 ? QString() : box->itemText(chosen)));
    });
    return box;
}

QWidget *FieldEditors::makeEditor(int place, const TemplateField *definition)
{
    switch (fieldTypeFromId(m_all.at(place).entry.typeId)) {
    case FieldType::Text:
    case FieldType::Number:
        return makeLine(place);
    case FieldType::Checkbox:
        return makeBox(place);
    case FieldType::List:
        return makeList(place, definition);
    case FieldType::Section:
    case FieldType::Picture:
    case FieldType::Signature:
    case FieldType::Unknown:
        break;
    }
    return nullptr;
}

void FieldEditors::addRow(const QString &name, QWidget *editor)
{
    auto *form = static_cast<QFormLayout *>(layout());
    // A label with a buddy reads '&' as the mark of a key, also in plain text.
    QLabel *label = plainLabel(editor ? escapeMnemonic(name) : name, this);
    if (!editor) {
        QLabel *why = plainLabel(tr("filled in by the worker, or of a kind only the site knows"), this);
        QSizePolicy wide = why->sizePolicy();
        wide.setHorizontalPolicy(QSizePolicy::Expanding);
        why->setSizePolicy(wide);
        form->addRow(label, why);
        return;
    }
    label->setBuddy(editor);
    form->addRow(label, editor);
}

void FieldEditors::begin(const QVector<FieldEntry> &entries)
{
    clearForm();
    m_all.clear();
    for (const FieldEntry &entry : entries)
        m_all.append({entry, true, false, {}, nullptr});
}

void FieldEditors::clearForm()
{
    auto *form = static_cast<QFormLayout *>(layout());
    while (form->rowCount() > 0)
        form->removeRow(0);
    for (Field &field : m_all)
        field.widget = nullptr;
    m_shown.clear();
}

void FieldEditors::setForm(const TemplateForm &form, bool own)
{
    clearForm();
    auto *rows = static_cast<QFormLayout *>(layout());
    for (const TemplateRow &row : form.taskTemplate.details) {
        if (row.type() == FieldType::Section) {
            QLabel *heading = plainLabel(row.name, this);
            QFont bold = heading->font();
            bold.setBold(true);
            heading->setFont(bold);
            rows->addRow(heading);
            continue;
        }
        const int place = ensure({row.fieldId, row.name, row.typeId, {}});
        if (m_shown.contains(place))
            continue;
        QWidget *editor = makeEditor(place, form.field(row.fieldId));
        m_all[place].widget = editor;
        m_shown.append(place);
        if (editor) {
            editor->setObjectName(u"field-%1"_s.arg(row.fieldId));
            editor->setAccessibleName(row.name);
            editor->setAccessibleDescription(row.name);
        }
        addRow(row.name, editor);
    }
    if (m_readOnly)
        setReadOnly();
    for (int place = 0; own && place < m_all.size(); ++place) {
        const Field &field = m_all.at(place);
        const bool section = fieldTypeFromId(field.entry.typeId) == FieldType::Section;
        if (!field.own || section || m_shown.contains(place) || field.entry.value.isEmpty())
            continue;
        rows->addRow(
            plainLabel(field.entry.name, this), plainLabel(models::valueText(field.entry.value), this));
    }
}

void FieldEditors::setReadOnly()
{
    m_readOnly = true;
    for (const Field &field : std::as_const(m_all)) {
        if (field.widget)
            showReadOnly(field.widget);
    }
}

QVector<QWidget *> FieldEditors::editors() const
{
    QVector<QWidget *> editors;
    for (const int place : m_shown) {
        if (QWidget *editor = m_all.at(place).widget)
            editors.append(editor);
    }
    return editors;
}

QVector<FieldEntry> FieldEditors::values(bool own) const
{
    QVector<int> places = m_shown;
    for (int place = 0; own && place < m_all.size(); ++place) {
        if (m_all.at(place).own && !places.contains(place))
            places.append(place);
    }
    QVector<FieldEntry> entries;
    for (const int place : std::as_const(places)) {
        FieldEntry entry = m_all.at(place).entry;
        entry.value = valueOf(m_all.at(place));
        if (entry.value.kind() != FieldValue::Kind::Empty)
            entries.append(entry);
    }
    return entries;
}

FormProblem FieldEditors::firstProblem() const
{
    for (const int place : m_shown) {
        const Field &field = m_all.at(place);
        if (const QString problem = problemOf(field); !problem.isEmpty())
            return {field.widget, problem};
    }
    return {};
}

QJsonArray FieldEditors::typed() const
{
    QJsonArray all;
    for (int place = 0; place < m_all.size(); ++place) {
        const Field &field = m_all.at(place);
        if (!field.touched)
            continue;
        all.append(QJsonObject{
            {u"field"_s, field.entry.fieldId},
            {u"name"_s, field.entry.name},
            {u"type"_s, field.entry.typeId},
            {u"shown"_s, m_shown.contains(place)},
            {u"typed"_s, field.typed}});
    }
    return all;
}

void FieldEditors::restore(const QJsonArray &typed)
{
    clearForm();
    for (const QJsonValue value : typed) {
        const QJsonObject one = value.toObject();
        const int place = ensure(
            {one.value(u"field").toString(), one.value(u"name").toString(), one.value(u"type").toInt(), {}});
        m_all[place].touched = true;
        m_all[place].typed = one.value(u"typed");
        // Until the form is here, it stands for what the form showed.
        if (one.value(u"shown").toBool() && !m_shown.contains(place))
            m_shown.append(place);
    }
}

} // namespace naryad::ui
