#include "ValueRows.h"

#include "NumberPicker.h"
#include "core/Await.h"
#include "models/EquipmentDetails.h"
#include "widgets/FormState.h"

#include <QCheckBox>
#include <QComboBox>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QJsonObject>
#include <QLabel>
#include <QLineEdit>

namespace naryad::ui {

using namespace Qt::StringLiterals;

ValueRows::ValueRows(Desk desk, const QVector<EquipmentValue> &values, QWidget *parent)
    : QWidget(parent)
    , m_desk(std::move(desk))
    , m_form(new QFormLayout(this))
{
    m_form->setContentsMargins(0, 0, 0, 0);
    for (const EquipmentValue &value : values)
        add(value, false);
    nameRows();
}

void ValueRows::addField()
{
    add({}, true);
    m_rows.constLast().field->setFocus();
    Q_EMIT changed();
}

void ValueRows::add(const EquipmentValue &value, bool added)
{
    const qsizetype place = m_rows.size();
    const QString number = QString::number(place + 1);
    Row row{value, added, added, nullptr, nullptr, nullptr, nullptr};
    const FieldValue::Kind kind = value.value.kind();
    auto *line = new QWidget(this);
    auto *across = new QHBoxLayout(line);
    across->setContentsMargins(0, 0, 0, 0);
    if (added) {
        row.field = new EntityPicker(
            m_desk.reader, models::LookupModel::Kind::EquipmentFields, tr("Field %1").arg(number), line);
        row.field->setObjectName(u"valueField"_s + number);
        row.field->setToolTip(tr("The field's number, or its name where it is known here"));
        connect(row.field, &EntityPicker::edited, this, &ValueRows::changed);
        connect(row.field, &EntityPicker::settled, this, &ValueRows::settled);
        across->addWidget(row.field, 2);
    }
    if (added || kind == FieldValue::Kind::Empty) {
        row.kind = new QComboBox(line);
        row.kind->setObjectName(u"valueKind"_s + number);
        row.kind->setAccessibleName(tr("Kind of value %1").arg(number));
        row.kind->setAccessibleDescription(row.kind->accessibleName());
        row.kind->setToolTip(tr("No command tells the type of the field: what is typed is sent so"));
        row.kind->addItems({tr("Text"), tr("Number"), tr("Yes or no")});
        across->addWidget(row.kind);
        connect(row.kind, &QComboBox::activated, this, [this, place] { touch(place); });
    }
    row.line = new QLineEdit(line);
    row.line->setObjectName(u"value"_s + number);
    row.check = new QCheckBox(tr("yes"), line);
    row.check->setObjectName(u"valueCheck"_s + number);
    across->addWidget(row.line, 3);
    across->addWidget(row.check, 3);
    if (kind == FieldValue::Kind::Text || kind == FieldValue::Kind::Number) {
        row.line->setText(value.value.asText());
    } else if (kind == FieldValue::Kind::Checkbox) {
        row.check->setChecked(value.value.isChecked());
    } else if (kind != FieldValue::Kind::Empty) {
        row.line->setText(models::EquipmentDetails::valueLine(value));
        row.line->setReadOnly(true);
        row.line->setToolTip(tr("Shown as it came, and kept as it is"));
    }
    connect(row.line, &QLineEdit::textEdited, this, [this, place] { touch(place); });
    connect(row.check, &QCheckBox::clicked, this, [this, place] { touch(place); });
    auto *label = new QLabel(line);
    label->setTextFormat(Qt::PlainText);
    label->setText(
        added                      ? tr("New value")
            : value.name.isEmpty() ? tr("#%1 (no name yet)").arg(value.fieldId)
                                   : value.name);
    label->setObjectName(u"valueLabel"_s + number);
    label->setBuddy(
        added                                    ? static_cast<QWidget *>(row.field)
            : kind == FieldValue::Kind::Checkbox ? static_cast<QWidget *>(row.check)
                                                 : row.line);
    row.line->setAccessibleName(added ? tr("Value %1").arg(number) : label->text());
    row.check->setAccessibleName(row.line->accessibleName());
    m_form->addRow(label, line);
    m_rows.append(row);
    showKind(m_rows.constLast());
}

/// What the dictionary calls the fields whose names no answer tells.
void ValueRows::nameRows()
{
    await(
        this, models::EquipmentDetails(m_desk.reader).dictionary(DictionaryKind::EquipmentFields),
        [this](const Result<QVector<DictionaryEntry>> &words) {
            if (!words)
                return;
            for (qsizetype i = 0; i < m_rows.size(); ++i) {
                const Row &row = m_rows.at(i);
                auto *label = findChild<QLabel *>(u"valueLabel"_s + QString::number(i + 1));
                if (row.added || !row.was.name.isEmpty() || !label)
                    continue;
                for (const DictionaryEntry &word : *words) {
                    if (word.id != row.was.fieldId || word.name.isEmpty())
                        continue;
                    label->setText(word.name);
                    row.line->setAccessibleName(word.name);
                    row.check->setAccessibleName(word.name);
                }
            }
        });
}

void ValueRows::touch(qsizetype place)
{
    m_rows[place].touched = true;
    showKind(m_rows.at(place));
    Q_EMIT changed();
}

ValueRows::Kind ValueRows::kindOf(const Row &row)
{
    if (row.kind)
        return static_cast<Kind>(row.kind->currentIndex());
    switch (row.was.value.kind()) {
    case FieldValue::Kind::Text:
        return Text;
    case FieldValue::Kind::Number:
        return Number;
    case FieldValue::Kind::Checkbox:
        return Check;
    default:
        return Kept;
    }
}

void ValueRows::showKind(const Row &row)
{
    const bool check = kindOf(row) == Check;
    row.line->setVisible(!check);
    row.check->setVisible(check);
}

NamedRef ValueRows::fieldOf(const Row &row)
{
    return row.field ? numberedRef(*row.field) : NamedRef{row.was.fieldId, row.was.name};
}

QVector<EquipmentValue> ValueRows::values() const
{
    QVector<EquipmentValue> all;
    for (const Row &row : m_rows) {
        EquipmentValue value = row.was;
        const NamedRef field = fieldOf(row);
        if (row.added && field.isNothing())
            continue;
        value.fieldId = field.id;
        value.name = field.name;
        if (row.touched) {
            value.notUnderstood.remove(u"value"_s);
            const QString text = row.line->text();
            switch (kindOf(row)) {
            case Text:
                value.value = text.isEmpty() ? FieldValue() : FieldValue::text(text);
                break;
            case Number:
                value.value
                    = text.trimmed().isEmpty() ? FieldValue() : FieldValue::number(canonicalNumber(text));
                break;
            case Check:
                value.value = FieldValue::checkbox(row.check->isChecked());
                break;
            case Kept:
                break;
            }
        }
        all.append(value);
    }
    return all;
}

QJsonArray ValueRows::state() const
{
    QJsonArray state;
    for (qsizetype i = 0; i < m_rows.size(); ++i) {
        const Row &row = m_rows.at(i);
        if (!row.touched)
            continue;
        QJsonObject one{
            {u"place"_s, i},
            {u"was"_s, row.was.fieldId},
            {u"kind"_s, kindOf(row)},
            {u"typed"_s, row.line->text()},
            {u"checked"_s, row.check->isChecked()}};
        if (row.field)
            one.insert(u"field"_s, pickerState(*row.field));
        state.append(one);
    }
    return state;
}

void ValueRows::restore(const QJsonArray &state)
{
    for (const QJsonValue value : state) {
        const QJsonObject one = value.toObject();
        qsizetype place = one[u"place"].toInt();
        if (one.contains(u"field")) {
            add({}, true);
            place = m_rows.size() - 1;
            restorePicker(*m_rows.at(place).field, one[u"field"]);
        } else if (place >= m_rows.size() || m_rows.at(place).was.fieldId != one[u"was"].toString()) {
            continue;
        }
        Row &row = m_rows[place];
        row.touched = true;
        if (row.kind)
            row.kind->setCurrentIndex(one[u"kind"].toInt());
        row.line->setText(one[u"typed"].toString());
        row.check->setChecked(one[u"checked"].toBool());
        showKind(row);
    }
    Q_EMIT changed();
}

FormProblem ValueRows::problem() const
{
    for (const Row &row : m_rows) {
        const bool empty = kindOf(row) != Check && row.line->text().trimmed().isEmpty();
        if (row.added && fieldOf(row).isNothing() && (!empty || !row.field->typedText().isEmpty()))
            return {row.field, tr("Enter the number of the field, or choose one of the list.")};
        if (row.touched && kindOf(row) == Number && !empty && canonicalNumber(row.line->text()).isEmpty())
            return {row.line, tr("This is no number: %1").arg(row.line->text())};
    }
    return {};
}

QVector<NamedRef> ValueRows::unnamedFields() const
{
    QVector<NamedRef> fields;
    for (const Row &row : m_rows) {
        if (row.field && row.field->ref().isNothing() && !fieldOf(row).isNothing())
            fields.append(fieldOf(row));
    }
    return fields;
}

bool ValueRows::isSettling()
{
    bool waits = false;
    for (const Row &row : std::as_const(m_rows))
        waits = (row.field && settles(*row.field)) || waits;
    return waits;
}

} // namespace naryad::ui
