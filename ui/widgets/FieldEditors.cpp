#include "FieldEditors.h"

#include "ReadOnlyLook.h"
#include "core/Quotes.h"

#include <QFormLayout>
#include <QJsonObject>

namespace naryad::ui {

using namespace Qt::StringLiterals;

namespace {

bool isNumberField(const FieldEntry &entry)
{
    return fieldTypeFromId(entry.typeId) == FieldType::Number;
}

} // namespace

FieldEditors::FieldEditors(QWidget *parent)
    : QWidget(parent)
{
    auto *form = new QFormLayout(this);
    form->setContentsMargins(0, 0, 0, 0);
    form->setFieldGrowthPolicy(QFormLayout::ExpandingFieldsGrow);
}

NamedRef FieldEditors::optionOf(const QJsonValue &typed)
{
    const QJsonObject option = typed.toObject();
    return {option.value(u"id").toString(), option.value(u"name").toString()};
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
    return bad ? tr("“%1” needs a number, and this is none: %2").arg(innerQuotes(field.entry.name), text)
               : QString();
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
        m_all.append({entry, false, false, false, {}, nullptr});
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

void FieldEditors::begin(const QVector<FieldEntry> &entries)
{
    clearForm();
    m_all.clear();
    for (const FieldEntry &entry : entries)
        m_all.append({entry, true, false, false, {}, nullptr});
}

void FieldEditors::clearForm()
{
    // Filled while nobody sees it, it is laid out once and not row by row.
    hide();
    auto *form = static_cast<QFormLayout *>(layout());
    while (form->rowCount() > 0)
        form->removeRow(0);
    for (Field &field : m_all)
        field.widget = nullptr;
    m_shown.clear();
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

QStringList FieldEditors::emptyRequired() const
{
    QStringList names;
    for (const int place : m_shown) {
        const Field &field = m_all.at(place);
        const FieldValue value = valueOf(field);
        // An unticked box is an answer.
        const bool answered = value.kind() == FieldValue::Kind::Checkbox || !value.isEmpty();
        if (field.required && field.widget && !answered)
            names.append(field.entry.name);
    }
    return names;
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
