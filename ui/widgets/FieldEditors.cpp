#include "FieldEditors.h"

#include "PlainLabel.h"

#include <QCheckBox>
#include <QComboBox>
#include <QFormLayout>
#include <QLineEdit>

#include <algorithm>

namespace naryad::ui {

FieldEditors::FieldEditors(QWidget *parent)
    : QWidget(parent)
{
    auto *form = new QFormLayout(this);
    form->setContentsMargins(0, 0, 0, 0);
    form->setFieldGrowthPolicy(QFormLayout::ExpandingFieldsGrow);
}

FieldEditors::Editor FieldEditors::makeEditor(const TemplateRow &row, const TemplateField *field)
{
    Editor editor;
    editor.entry = {row.fieldId, row.name, row.typeId, {}};
    switch (row.type()) {
    case FieldType::Text: {
        auto *edit = new QLineEdit(this);
        editor.widget = edit;
        editor.read
            = [edit] { return edit->text().isEmpty() ? FieldValue() : FieldValue::text(edit->text()); };
        editor.write = [edit](const FieldValue &value) { edit->setText(value.asText()); };
        break;
    }
    case FieldType::Number: {
        auto *edit = new QLineEdit(this);
        editor.widget = edit;
        editor.read = [edit] {
            const QString number = canonicalNumber(edit->text());
            return number.isEmpty() ? FieldValue() : FieldValue::number(number);
        };
        editor.write = [edit](const FieldValue &value) { edit->setText(value.asText()); };
        editor.problem = [edit, name = row.name] {
            const bool bad = !edit->text().trimmed().isEmpty() && canonicalNumber(edit->text()).isEmpty();
            return bad ? tr("“%1” needs a number, and this is none: %2").arg(name, edit->text()) : QString();
        };
        break;
    }
    case FieldType::Checkbox: {
        auto *box = new QCheckBox(this);
        editor.widget = box;
        editor.read = [box] { return FieldValue::checkbox(box->isChecked()); };
        editor.write = [box](const FieldValue &value) { box->setChecked(value.isChecked()); };
        break;
    }
    case FieldType::List: {
        auto *box = new QComboBox(this);
        box->addItem(QStringLiteral("—"), QString());
        if (field) {
            for (const ListOption &option : field->values) {
                if (!option.deleted)
                    box->addItem(option.name, option.id);
            }
        }
        editor.widget = box;
        editor.read = [box] {
            const QString id = box->currentData().toString();
            return id.isEmpty() ? FieldValue() : FieldValue::option({id, box->currentText()});
        };
        editor.write = [box](const FieldValue &value) {
            const NamedRef option = value.asOption();
            int place = option.isNothing() ? 0 : box->findData(option.id);
            if (place < 0) {
                // A value that is no longer offered is still this task's value.
                box->addItem(option.name, option.id);
                place = box->count() - 1;
            }
            box->setCurrentIndex(place);
        };
        break;
    }
    case FieldType::Section:
    case FieldType::Picture:
    case FieldType::Signature:
    case FieldType::Unknown:
        break;
    }
    return editor;
}

void FieldEditors::setForm(const TemplateForm &form)
{
    const QVector<FieldEntry> before = values();
    auto *layout = static_cast<QFormLayout *>(this->layout());
    while (layout->rowCount() > 0)
        layout->removeRow(0);
    m_editors.clear();
    m_untouched.clear();
    for (const TemplateRow &row : form.taskTemplate.details) {
        if (row.type() == FieldType::Section) {
            QLabel *heading = plainLabel(row.name, this);
            QFont bold = heading->font();
            bold.setBold(true);
            heading->setFont(bold);
            layout->addRow(heading);
            continue;
        }
        Editor editor = makeEditor(row, form.field(row.fieldId));
        QLabel *label = plainLabel(row.name, this);
        if (!editor.widget) {
            m_untouched.append(editor.entry);
            layout->addRow(
                label, plainLabel(tr("filled in by the worker, or of a kind only the site knows"), this));
            continue;
        }
        editor.widget->setObjectName(QStringLiteral("field-%1").arg(row.fieldId));
        editor.widget->setAccessibleName(row.name);
        editor.widget->setAccessibleDescription(row.name);
        label->setBuddy(editor.widget);
        layout->addRow(label, editor.widget);
        m_editors.append(editor);
    }
    setValues(before);
}

void FieldEditors::setValues(const QVector<FieldEntry> &values)
{
    for (const FieldEntry &entry : values) {
        const auto same = [&entry](const FieldEntry &other) {
            return other.fieldId == entry.fieldId && other.typeId == entry.typeId;
        };
        const auto editor = std::find_if(
            m_editors.begin(), m_editors.end(), [&same](const Editor &one) { return same(one.entry); });
        if (editor != m_editors.end())
            editor->write(entry.value);
        else if (const auto kept = std::find_if(m_untouched.begin(), m_untouched.end(), same);
                 kept != m_untouched.end())
            kept->value = entry.value;
    }
}

QVector<FieldEntry> FieldEditors::values() const
{
    QVector<FieldEntry> entries;
    for (const FieldEntry &entry : m_untouched) {
        if (entry.value.kind() != FieldValue::Kind::Empty)
            entries.append(entry);
    }
    for (const Editor &editor : m_editors) {
        FieldEntry entry = editor.entry;
        entry.value = editor.read();
        if (entry.value.kind() != FieldValue::Kind::Empty)
            entries.append(entry);
    }
    return entries;
}

QString FieldEditors::firstProblem()
{
    for (const Editor &editor : std::as_const(m_editors)) {
        const QString problem = editor.problem ? editor.problem() : QString();
        if (!problem.isEmpty()) {
            editor.widget->setFocus();
            return problem;
        }
    }
    return {};
}

} // namespace naryad::ui
