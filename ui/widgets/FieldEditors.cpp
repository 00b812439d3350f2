#include "widgets/FieldEditors.h"

#include "core/Text.h"
#include "shell/Breakable.h"
#include "widgets/FieldErrors.h"
#include "widgets/PlainLabel.h"
#include "widgets/Sections.h"

#include <QCheckBox>
#include <QComboBox>
#include <QFormLayout>
#include <QLineEdit>

namespace naryad::ui {

FieldEditors::FieldEditors(FieldErrors &errors, QWidget *parent)
    : QWidget(parent)
    , m_errors(errors)
{
    auto *form = new QFormLayout(this);
    form->setContentsMargins(0, 0, 0, 0);
    form->setFieldGrowthPolicy(QFormLayout::ExpandingFieldsGrow);
    form->setRowWrapPolicy(QFormLayout::WrapLongRows);
}

void FieldEditors::makeText(Editor &editor)
{
    auto *edit = new QLineEdit(editor.began.value.displayText(), this);
    editor.widget = edit;
    editor.state = [edit] { return edit->text(); };
    editor.read = [edit] { return edit->text().isEmpty() ? FieldValue() : FieldValue::text(edit->text()); };
}

void FieldEditors::makeNumber(Editor &editor)
{
    auto *edit = new QLineEdit(editor.began.value.displayText(), this);
    editor.widget = edit;
    editor.state = [edit] { return edit->text(); };
    editor.read = [edit] {
        const QString number = canonicalNumber(edit->text());
        return number.isEmpty() ? FieldValue() : FieldValue::number(number);
    };
    editor.problem = [edit, name = editor.began.name] {
        const bool wrong = !edit->text().trimmed().isEmpty() && canonicalNumber(edit->text()).isEmpty();
        return wrong ? tr("“%1” takes a number, and “%2” is none.").arg(name, edit->text()) : QString();
    };
}

void FieldEditors::makeCheckbox(Editor &editor)
{
    auto *box = new QCheckBox(this);
    box->setChecked(editor.began.value.isChecked());
    editor.widget = box;
    editor.state = [box] { return QString::number(box->isChecked()); };
    editor.read = [box] { return FieldValue::checkbox(box->isChecked()); };
}

void FieldEditors::makeList(Editor &editor, const TemplateField *field)
{
    auto *box = new QComboBox(this);
    box->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    box->setMinimumContentsLength(12);
    box->addItem(QStringLiteral("—"), QString());
    if (field) {
        for (const ListOption &option : field->values) {
            if (!option.deleted)
                box->addItem(option.name, option.id);
        }
    }
    if (!editor.began.value.isEmpty()) {
        const NamedRef option = editor.began.value.asOption();
        int row = option.isNothing() ? -1 : box->findData(option.id);
        if (row < 0) {
            // A value that is no longer offered is still this task's value.
            box->addItem(editor.began.value.displayText(), option.id);
            row = box->count() - 1;
        }
        box->setCurrentIndex(row);
    }
    editor.widget = box;
    editor.state = [box] { return QString::number(box->currentIndex()); };
    editor.read = [box] {
        const QString id = box->currentData().toString();
        return id.isEmpty() ? FieldValue() : FieldValue::option({id, box->currentText()});
    };
}

void FieldEditors::add(const TemplateRow &row, const TemplateField *field, const FieldValue &value, int depth)
{
    auto *layout = static_cast<QFormLayout *>(this->layout());
    const QString name = row.name.isEmpty() ? QLatin1Char('#') + row.fieldId : row.name;
    const QString indent(depth * 4, QChar(QChar::Nbsp));
    if (row.type() == FieldType::Section) {
        QLabel *heading = plainLabel(breakable(name), this);
        QFont bold = heading->font();
        bold.setBold(true);
        heading->setFont(bold);
        layout->addRow(heading);
        return;
    }
    Editor editor;
    editor.began = {row.fieldId, row.name, row.typeId, value};
    switch (row.type()) {
    case FieldType::Text:
        makeText(editor);
        break;
    case FieldType::Number:
        makeNumber(editor);
        break;
    case FieldType::Checkbox:
        makeCheckbox(editor);
        break;
    case FieldType::List:
        makeList(editor, field);
        break;
    case FieldType::Section:
    case FieldType::Picture:
    case FieldType::Signature:
    case FieldType::Unknown:
        break;
    }
    if (editor.widget) {
        editor.widget->setObjectName(QStringLiteral("field-%1").arg(row.fieldId));
        editor.widget->setAccessibleName(name);
        editor.widget->setAccessibleDescription(name);
        editor.beganState = editor.state();
        layout->addRow(
            buddyLabel(indent + escapeMnemonic(name), editor.widget, this), m_errors.wrap(editor.widget));
    } else {
        const bool byWorker = row.type() != FieldType::Unknown;
        QString shown = byWorker ? tr("filled in the field by the worker")
                                 : tr("of a kind this program does not know; kept as it is");
        if (!value.isEmpty())
            shown = value.displayText() + QStringLiteral(" (") + shown + QLatin1Char(')');
        QLabel *told = plainValue(QStringLiteral("field-%1").arg(row.fieldId), breakable(shown), this);
        told->setAccessibleName(name + QStringLiteral(": ") + shown);
        layout->addRow(plainLabel(indent + name, this), told);
    }
    m_editors.append(editor);
}

void FieldEditors::setForm(const TemplateForm &form, const QVector<FieldEntry> &values, bool keepOthers)
{
    auto *layout = static_cast<QFormLayout *>(this->layout());
    while (layout->rowCount() > 0)
        layout->removeRow(0);
    m_editors.clear();
    QVector<FieldEntry> others = values;
    const auto rows = inSections(form.taskTemplate.details);
    for (const auto &[row, depth] : rows) {
        const auto given = std::find_if(others.begin(), others.end(), [&row = row](const FieldEntry &entry) {
            return entry.fieldId == row.fieldId && entry.typeId == row.typeId;
        });
        FieldValue value;
        if (given != others.end()) {
            value = given->value;
            others.erase(given);
        }
        add(row, form.field(row.fieldId), value, depth);
    }
    for (const FieldEntry &entry : std::as_const(others)) {
        if (!keepOthers || fieldTypeFromId(entry.typeId) == FieldType::Section)
            continue;
        TemplateRow row;
        row.fieldId = entry.fieldId;
        row.name = entry.name;
        row.typeId = entry.typeId;
        add(row, form.field(entry.fieldId), entry.value, 0);
    }
}

QVector<FieldEntry> FieldEditors::values() const
{
    QVector<FieldEntry> entries;
    for (const Editor &editor : m_editors) {
        FieldEntry entry = editor.began;
        if (editor.isChanged())
            entry.value = editor.read();
        const bool takenAway = editor.isChanged() && editor.began.value.kind() != FieldValue::Kind::Empty;
        if (entry.value.kind() != FieldValue::Kind::Empty || takenAway)
            entries.append(entry);
    }
    return entries;
}

bool FieldEditors::isChanged() const
{
    return std::any_of(
        m_editors.begin(), m_editors.end(), [](const Editor &editor) { return editor.isChanged(); });
}

void FieldEditors::check()
{
    for (const Editor &editor : std::as_const(m_editors)) {
        if (editor.widget)
            m_errors.put(editor.widget, editor.problem && editor.isChanged() ? editor.problem() : QString());
    }
}

void FieldEditors::setReadOnly()
{
    for (const Editor &editor : std::as_const(m_editors)) {
        if (auto *edit = qobject_cast<QLineEdit *>(editor.widget))
            edit->setReadOnly(true);
        else if (editor.widget)
            editor.widget->setEnabled(false);
    }
}

QVector<QWidget *> FieldEditors::editors() const
{
    QVector<QWidget *> widgets;
    for (const Editor &editor : m_editors) {
        if (editor.widget)
            widgets.append(editor.widget);
    }
    return widgets;
}

} // namespace naryad::ui
