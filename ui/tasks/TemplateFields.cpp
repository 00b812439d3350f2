#include "TemplateFields.h"

#include "core/Await.h"
#include "models/Words.h"
#include "widgets/FieldEditors.h"
#include "widgets/FormState.h"
#include "widgets/PlainLabel.h"
#include "widgets/ReadOnlyLook.h"
#include "widgets/SectionOrder.h"

#include <QFormLayout>
#include <QLabel>

namespace naryad::ui {

using namespace Qt::StringLiterals;

namespace {

QLabel *heading(const QString &text, const QString &name, QWidget *parent)
{
    QLabel *label = plainLabel(text, parent);
    label->setObjectName(name);
    QFont bold = label->font();
    bold.setBold(true);
    label->setFont(bold);
    label->hide();
    return label;
}

QString wordOf(FieldType type)
{
    switch (type) {
    case FieldType::Text:
        return TemplateFields::tr("text");
    case FieldType::Number:
        return TemplateFields::tr("number");
    case FieldType::Checkbox:
        return TemplateFields::tr("checkbox");
    case FieldType::List:
        return TemplateFields::tr("list");
    case FieldType::Picture:
        return TemplateFields::tr("picture");
    case FieldType::Signature:
        return TemplateFields::tr("signature");
    case FieldType::Section:
    case FieldType::Unknown:
        break;
    }
    return TemplateFields::tr("another kind");
}

/// "Фото накладной (picture, required): 2 files", set in by its sections.
template <class Row> QString reportLine(const Row &row, int depth, const QString &value)
{
    const QString indent(4 * depth, QChar::Nbsp);
    if (row.type() == FieldType::Section)
        return indent + row.name;
    const QString kind = row.required.value_or(false)
        ? TemplateFields::tr("%1 (%2, required)").arg(row.name, wordOf(row.type()))
        : TemplateFields::tr("%1 (%2)").arg(row.name, wordOf(row.type()));
    return indent + u"• "_s + kind + (value.isEmpty() ? QString() : u": "_s + value);
}

} // namespace

TemplateFields::TemplateFields(Desk desk, QWidget *form)
    : QObject(form)
    , m_desk(std::move(desk))
    , m_picker(new EntityPicker(m_desk.reader, models::LookupModel::Kind::Templates, tr("Template"), form))
    , m_fields(new FieldEditors(form))
    , m_state(plainLabel(tr("Choose a template to see its fields."), form))
    , m_heading(heading(tr("Details, for the worker"), u"detailsHeading"_s, form))
    , m_reportHeading(heading(tr("Report, filled in by the worker"), u"reportHeading"_s, form))
    , m_report(plainLabel({}, form))
{
    m_picker->setObjectName(u"template"_s);
    m_fields->setObjectName(u"fields"_s);
    m_report->setObjectName(u"reportRows"_s);
    m_report->setTextInteractionFlags(Qt::TextSelectableByMouse);
    connect(m_picker, &EntityPicker::refChanged, this, &TemplateFields::chosen);
    connect(m_picker, &EntityPicker::edited, this, [this] {
        m_put.reset();
        Q_EMIT changed();
    });
    connect(m_fields, &FieldEditors::changed, this, &TemplateFields::changed);
}

void TemplateFields::addPicker(QFormLayout *form)
{
    form->addRow(tr("&Template"), m_picker);
}

void TemplateFields::addFields(QFormLayout *form)
{
    // A column of their own: a form gives a row that was hidden at first no height.
    auto *column = new QVBoxLayout;
    for (QWidget *one :
         std::initializer_list<QWidget *>{m_heading, m_state, m_fields, m_reportHeading, m_report})
        column->addWidget(one);
    form->addRow(column);
}

void TemplateFields::fill(const NamedRef &taskTemplate, const QVector<FieldEntry> &details)
{
    m_own = taskTemplate;
    m_put = taskTemplate.isNothing() ? std::optional(QString()) : std::nullopt;
    m_picker->setRef(taskTemplate);
    m_fields->begin(details);
    chosen(taskTemplate);
}

void TemplateFields::setReport(const QVector<FieldRow> &rows)
{
    m_reportRows = rows;
    showReport();
}

void TemplateFields::follow(const NamedRef &ofLastTask)
{
    if (!m_put || ref().id != *m_put || !m_picker->typedText().isEmpty() != !m_put->isEmpty())
        return;
    m_put = ofLastTask.id;
    if (ref() == ofLastTask)
        return;
    m_picker->setRef(ofLastTask);
    chosen(ofLastTask);
    Q_EMIT changed();
}

NamedRef TemplateFields::ref() const
{
    return m_picker->ref();
}

QVector<FieldEntry> TemplateFields::values() const
{
    return m_fields->values(isOwn());
}

std::optional<int> TemplateFields::duration() const
{
    return m_form ? m_form->taskTemplate.visitDurationSeconds : std::nullopt;
}

void TemplateFields::chosen(const NamedRef &taskTemplate)
{
    m_lookedAt.clear();
    m_fields->clearForm();
    m_form.reset();
    showReport();
    m_heading->hide();
    if (taskTemplate.isNothing()) {
        m_state->setText(tr("Choose a template to see its fields."));
        m_state->show();
    }
    Q_EMIT formGone();
    if (const auto known = m_forms.constFind(taskTemplate.id); known != m_forms.constEnd()) {
        m_form = *known;
        show();
        return;
    }
    load();
}

void TemplateFields::load()
{
    const QString id = ref().id;
    if (id.isEmpty())
        return;
    await(this, m_desk.details.templateForm(id), [this, id](const Result<TemplateForm> &form) {
        if (ref().id != id || m_form)
            return;
        if (!form || !form->loaded) {
            m_state->setText(
                tr("The fields of this template are not loaded yet. They appear by themselves."));
            m_state->show();
            // Once for each choice: listsChanged() comes back here.
            if (m_lookedAt != id) {
                m_lookedAt = id;
                m_desk.commands.lookAtTemplate(id);
            }
            return;
        }
        m_form = *form;
        m_forms.insert(id, *form);
        show();
    });
}

void TemplateFields::show()
{
    const bool none = m_form->taskTemplate.details.isEmpty();
    m_state->setVisible(none);
    m_state->setText(tr("This template has no fields of its own."));
    m_heading->setVisible(!none);
    m_fields->setForm(*m_form, isOwn());
    showReport();
    Q_EMIT formShown();
}

/// The task's own rows with its own template, else the template's.
void TemplateFields::showReport()
{
    QStringList lines;
    if (isOwn() && !m_reportRows.isEmpty()) {
        const auto placed = inSections(m_reportRows);
        for (const auto &[row, depth, path] : placed)
            lines.append(reportLine(*row, depth, models::valueText(row->value)));
    } else if (m_form) {
        const auto placed = inSections(m_form->taskTemplate.report);
        for (const auto &[row, depth, path] : placed)
            lines.append(reportLine(*row, depth, QString()));
    }
    m_report->setText(lines.join(u'\n'));
    m_report->setVisible(!lines.isEmpty());
    m_reportHeading->setVisible(!lines.isEmpty());
}

QJsonObject TemplateFields::state() const
{
    return {{u"template"_s, pickerState(*m_picker)}, {u"templatePut"_s, m_put && !m_put->isEmpty()}};
}

void TemplateFields::apply(const QJsonObject &changes)
{
    restorePicker(*m_picker, changes.value(u"template"));
    if (changes.value(u"templatePut").toBool())
        m_put = ref().id;
    else if (changes.contains(u"template"))
        m_put.reset();
    if (changes.contains(u"template") || changes.contains(u"fields")) {
        m_fields->restore(changes.value(u"fields").toArray());
        m_form.reset();
        showReport();
        Q_EMIT formGone();
        load();
    }
}

void TemplateFields::listsChanged()
{
    m_picker->reload();
    if (!m_form)
        load();
}

void TemplateFields::setReadOnly()
{
    showReadOnly(m_picker);
    m_fields->setReadOnly();
}

} // namespace naryad::ui
