#pragma once

#include "core/Commands.h"
#include "core/Template.h"

#include <QVector>
#include <QWidget>

#include <functional>

namespace naryad::ui {

class FieldErrors;

/// The editors of a task's details fields, by type: text, number, checkbox, list; sections as headings with their
/// fields under them. What the worker fills in and unknown types are shown read-only and kept as they came.
///
/// A field the user leaves alone gives back exactly the value it began with. Owns its editors. Thread: the GUI's.
class FieldEditors : public QWidget
{
    Q_OBJECT
public:
    /// `errors` outlives this.
    explicit FieldEditors(FieldErrors &errors, QWidget *parent = nullptr);

    /// Builds the fields of a form anew with the values they begin with. `keepOthers`: values of fields the form
    /// does not have are shown and kept too (fields added to this one task).
    void setForm(const TemplateForm &form, const QVector<FieldEntry> &values, bool keepOthers);
    /// What is in the fields; those without a value are left out, except where one was taken away.
    QVector<FieldEntry> values() const;
    bool isChanged() const;
    /// Tells what is wrong, each under its field.
    void check();
    void setReadOnly();
    /// The editors in reading order.
    QVector<QWidget *> editors() const;

private:
    struct Editor
    {
        FieldEntry began;
        QWidget *widget = nullptr; ///< null: read-only
        std::function<QString()> state; ///< changes exactly when the user changes the value
        std::function<FieldValue()> read;
        std::function<QString()> problem;
        QString beganState;

        bool isChanged() const { return widget && state() != beganState; }
    };

    void add(const TemplateRow &row, const TemplateField *field, const FieldValue &value, int depth);
    void makeText(Editor &editor);
    void makeNumber(Editor &editor);
    void makeCheckbox(Editor &editor);
    void makeList(Editor &editor, const TemplateField *field);

    FieldErrors &m_errors;
    QVector<Editor> m_editors;
};

} // namespace naryad::ui
