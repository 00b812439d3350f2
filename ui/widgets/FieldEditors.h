#pragma once

#include "core/Commands.h"
#include "core/Template.h"

#include <QVector>
#include <QWidget>

#include <functional>

namespace naryad::ui {

/// The editors of a template's details fields, by type: text, number, checkbox, list; sections as headings;
/// what the worker fills in and unknown types are shown read-only and kept as they came.
///
/// Owns its editors. Thread: the GUI's.
class FieldEditors : public QWidget
{
    Q_OBJECT
public:
    explicit FieldEditors(QWidget *parent = nullptr);

    /// Builds the form anew; values of fields that stay are kept.
    void setForm(const TemplateForm &form);
    void setValues(const QVector<FieldEntry> &values);
    QVector<FieldEntry> values() const;
    /// What is wrong with the first unusable field, with the field focused; empty: nothing.
    QString firstProblem();

private:
    struct Editor
    {
        FieldEntry entry;
        std::function<FieldValue()> read;
        std::function<void(const FieldValue &)> write;
        std::function<QString()> problem;
        QWidget *widget = nullptr;
    };

    Editor makeEditor(const TemplateRow &row, const TemplateField *field);

    QVector<Editor> m_editors;
    QVector<FieldEntry> m_untouched; ///< of fields without an editor: they go back as they came
};

} // namespace naryad::ui
