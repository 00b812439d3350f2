#pragma once

#include "FormProblem.h"
#include "core/Commands.h"
#include "core/Template.h"

#include <QJsonArray>
#include <QJsonValue>
#include <QVector>
#include <QWidget>

class QLabel;

namespace naryad::ui {

/// The editors of a template's details fields, by type: text, number, checkbox, list; sections as headings
/// with their rows set in under them; what the worker fills in and unknown types are shown read-only.
///
/// Keeps the value each field came with beside its editor and gives it back unchanged while the editor is not
/// touched: what was not understood is not lost. What was typed into a field that the form does not show now
/// is kept for when it shows it again. Owns its editors. Thread: the GUI's.
class FieldEditors : public QWidget
{
    Q_OBJECT
public:
    explicit FieldEditors(QWidget *parent = nullptr);

    /// Begins anew with what the task holds; nothing of it is touched.
    void begin(const QVector<FieldEntry> &entries);
    /// Shows the editors of this form; `own`: of the template the task came with, so that what it holds
    /// beside the template's rows belongs to it too.
    void setForm(const TemplateForm &form, bool own);
    /// Shows none: no template, or its fields are not here yet.
    void clearForm();
    void setReadOnly();

    /// The values of the fields shown; with `own` also of those the task came with. Empty ones left out.
    QVector<FieldEntry> values(bool own) const;
    /// Names of the fields shown that the template requires and that can be typed and hold nothing.
    QStringList emptyRequired() const;
    /// Types this into the first text field that holds nothing, of this form or the next that has one.
    void putText(const QString &text);
    /// Not put anywhere yet.
    QString textToPut() const { return m_textToPut; }
    /// What is wrong with the first unusable field.
    FormProblem firstProblem() const;
    /// Those shown, in the form's order.
    QVector<QWidget *> editors() const;

    /// What was typed, for a draft; empty where nothing is touched.
    QJsonArray typed() const;
    /// Puts in what typed() told, shown now or with the next form.
    void restore(const QJsonArray &typed);

Q_SIGNALS:
    /// Somebody typed.
    void changed();

private:
    struct Field
    {
        FieldEntry entry; ///< with the value it came with
        bool own = false; ///< the task came with it
        bool touched = false;
        bool required = false; ///< by the form shown
        QJsonValue typed; ///< text, flag or null, or option {id, name}; of a touched one
        QWidget *widget = nullptr; ///< its editor, while one is shown
    };

    static FieldValue valueOf(const Field &field);
    static NamedRef optionOf(const QJsonValue &typed);
    static QString problemOf(const Field &field);
    int placeOf(const QString &fieldId) const;
    int ensure(const FieldEntry &entry);
    void note(int place, bool touched, const QJsonValue &typed);
    QWidget *makeEditor(int place, const TemplateField *definition);
    QWidget *makeLine(int place);
    QWidget *makeBox(int place);
    QWidget *makeList(int place, const TemplateField *definition);
    QLabel *makeShown(int place);
    void addRow(const TemplateRow &row, int depth, const QString &path, int place, QWidget *editor);
    void putTextIn();

    QVector<Field> m_all;
    QVector<int> m_shown; ///< the fields of the form, in its order
    QString m_textToPut;
    bool m_readOnly = false;
};

} // namespace naryad::ui
