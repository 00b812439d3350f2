#include "ManyDialogs.h"

#include "TaskDialogs.h"
#include "core/Await.h"
#include "core/TaskBodies.h"
#include "models/Words.h"
#include "widgets/EntityPicker.h"
#include "widgets/FieldEditors.h"
#include "widgets/FormState.h"
#include "widgets/PlainLabel.h"

#include <QCheckBox>
#include <QComboBox>
#include <QCoreApplication>
#include <QFormLayout>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QRegularExpression>
#include <QVBoxLayout>

#include <algorithm>

namespace naryad::ui {

using namespace Qt::StringLiterals;

namespace {

/// Why it can't be said of a task; empty: it can.
struct WhyNot
{
    Q_DECLARE_TR_FUNCTIONS(naryad::ui::WhyNot)
public:
    static QString gone() { return tr("the service has it no more"); }

    static QString comment(const TaskRow &row) { return row.state == TaskState::Gone ? gone() : QString(); }

    static QString close(const TaskRow &row)
    {
        switch (row.state) {
        case TaskState::Draft:
            return tr("a draft can't be closed: send it first");
        case TaskState::Closed:
            return tr("it is closed already");
        case TaskState::Gone:
            return gone();
        case TaskState::Sent:
        case TaskState::ToBeSent:
        case TaskState::NotKnown:
            break;
        }
        return {};
    }

    static QString send(const TaskRow &row, bool unnamedToo)
    {
        if (row.state == TaskState::Gone)
            return gone();
        if (row.state != TaskState::Draft)
            return tr("no draft; its state: %1").arg(models::words(row.state));
        if (row.pending == PendingState::Refused || row.pending == PendingState::Unsure)
            return tr("something said of it waits for you in the Outbox");
        if (row.taskTemplate.isNothing())
            return tr("its template is not known");
        if (row.worker.isKnown() && row.worker.value.isNothing())
            return tr("it has no worker");
        if (!row.worker.isKnown() && !unnamedToo)
            return tr("its worker is not known here");
        return {};
    }
};

QVBoxLayout *columnOf(QWidget *form)
{
    auto *column = new QVBoxLayout(form);
    column->setContentsMargins(0, 0, 0, 0);
    return column;
}

QFormLayout *rowsOf(QWidget *form)
{
    auto *rows = new QFormLayout(form);
    rows->setContentsMargins(0, 0, 0, 0);
    rows->setFieldGrowthPolicy(QFormLayout::ExpandingFieldsGrow);
    return rows;
}

QCheckBox *checkBox(const QString &objectName, const QString &text, QWidget *parent)
{
    auto *box = new QCheckBox(text, parent);
    box->setObjectName(objectName);
    box->setAccessibleName(QString(text).remove(u'&'));
    return box;
}

/// `rest` put beside what stands in the form; empty where both are.
QJsonObject joined(QJsonObject typed, const QJsonObject &rest)
{
    for (auto one = rest.begin(); one != rest.end(); ++one)
        typed.insert(one.key(), one.value());
    return typed;
}

} // namespace

CloseManyDialog::CloseManyDialog(
    Desk desk, const QVector<RowId> &rows, const NamedRef &lastResult, QWidget *parent)
    : ManyDialog(std::move(desk), rows, tr("Close tasks"), &WhyNot::close, parent)
{
    setObjectName(u"CloseManyDialog"_s);
    auto *form = new QWidget(this);
    m_result = new EntityPicker(m_desk.reader, models::LookupModel::Kind::Results, tr("Result"), form);
    m_result->setObjectName(u"result"_s);
    m_result->lineEdit()->setPlaceholderText(tr("its number, and a name: 74 Done"));
    m_result->setRef(lastResult);
    m_note = new QLineEdit(form);
    m_note->setObjectName(u"resultNote"_s);
    m_note->setAccessibleName(tr("Result note"));
    m_own = checkBox(u"ownTexts"_s, tr("A note of its own for &each task, typed into its row"), form);
    auto *lines = rowsOf(form);
    lines->addRow(tr("&Result"), m_result);
    lines->addRow(tr("Result &note"), m_note);
    lines->addRow(QString(), m_own);
    connect(m_result, &EntityPicker::edited, this, &CloseManyDialog::touched);
    connect(m_note, &QLineEdit::textChanged, m_model, &models::ManyTasksModel::setText);
    connect(m_own, &QCheckBox::toggled, this, [this](bool own) { showTexts(own, own); });
    connect(m_model, &models::ManyTasksModel::ownTextPut, m_own, [this] { m_own->setChecked(true); });
    m_begun = pickerState(*m_result);
    finishLayout(form, m_result);
}

NamedRef CloseManyDialog::result() const
{
    if (!m_result->ref().isNothing())
        return m_result->ref();
    static const QRegularExpression number(u"^#?(\\d+)\\s*(.*)$"_s);
    const auto match = number.match(m_result->typedText().trimmed());
    return match.hasMatch() ? NamedRef{match.captured(1), match.captured(2)} : NamedRef();
}

QJsonObject CloseManyDialog::typed() const
{
    QJsonObject typed;
    if (const QJsonObject result = pickerState(*m_result); result != m_begun)
        typed.insert(u"result"_s, result);
    if (!m_note->text().isEmpty())
        typed.insert(u"note"_s, m_note->text());
    return joined(typed, ownTexts());
}

void CloseManyDialog::restore(const QJsonObject &typed)
{
    restorePicker(*m_result, typed.value(u"result"));
    m_note->setText(typed.value(u"note").toString());
    restoreOwnTexts(typed);
}

FormProblem CloseManyDialog::wrongNow() const
{
    if (!result().isNothing())
        return {};
    return {m_result, tr("Enter the number of the result, or choose one of the list.")};
}

void CloseManyDialog::take()
{
    const NamedRef chosen = result();
    if (chosen.isNothing())
        return;
    m_result->takeBest();
    if (m_result->ref().isNothing())
        m_desk.commands.keepResult(chosen);
}

void CloseManyDialog::makeCommands(const QVector<TaskRow> &rows, const Made &made)
{
    QVector<Saying> sayings;
    for (const TaskRow &row : rows) {
        const TaskName name = TaskName::of(row);
        sayings.append(
            {row, CloseTask{name.ref, result(), m_model->textOf(row.row).trimmed(), name.number, name.name}});
    }
    made(sayings);
}

CommentManyDialog::CommentManyDialog(Desk desk, const QVector<RowId> &rows, QWidget *parent)
    : ManyDialog(std::move(desk), rows, tr("Comment on tasks"), &WhyNot::comment, parent)
{
    setObjectName(u"CommentManyDialog"_s);
    auto *form = new QWidget(this);
    m_text = new QPlainTextEdit(form);
    m_text->setObjectName(u"commentText"_s);
    m_text->setAccessibleName(tr("Comment text"));
    m_text->setTabChangesFocus(true);
    m_text->setMaximumHeight(fontMetrics().height() * 6);
    auto *label = new QLabel(tr("Comment &text"), form);
    label->setBuddy(m_text);
    m_own = checkBox(u"ownTexts"_s, tr("A text of its own for &each task, typed into its row"), form);
    auto *column = columnOf(form);
    column->addWidget(label);
    column->addWidget(m_text);
    column->addWidget(m_own);
    connect(m_text, &QPlainTextEdit::textChanged, this, [this] {
        touched();
        m_model->setText(m_text->toPlainText());
    });
    connect(m_own, &QCheckBox::toggled, this, [this](bool own) { showTexts(own, own); });
    connect(m_model, &QAbstractItemModel::dataChanged, this, &CommentManyDialog::touched);
    connect(m_model, &models::ManyTasksModel::ownTextPut, m_own, [this] { m_own->setChecked(true); });
    finishLayout(form, m_text);
}

QJsonObject CommentManyDialog::typed() const
{
    QJsonObject typed;
    if (const QString text = m_text->toPlainText(); !text.isEmpty())
        typed.insert(u"text"_s, text);
    return joined(typed, ownTexts());
}

void CommentManyDialog::restore(const QJsonObject &typed)
{
    m_text->setPlainText(typed.value(u"text").toString());
    restoreOwnTexts(typed);
}

FormProblem CommentManyDialog::wrongNow() const
{
    const QVector<TaskRow> rows = m_model->possible();
    const auto empty = std::find_if(rows.cbegin(), rows.cend(), [this](const TaskRow &row) {
        return m_model->textOf(row.row).trimmed().isEmpty();
    });
    if (!m_own->isChecked()) {
        return m_text->toPlainText().trimmed().isEmpty() ? FormProblem{m_text, tr("Write the comment first.")}
                                                         : FormProblem();
    }
    if (empty == rows.cend())
        return {};
    return {
        m_text, tr("There is no text for task %1.").arg(empty->number.isEmpty() ? u"—"_s : empty->number)};
}

void CommentManyDialog::makeCommands(const QVector<TaskRow> &rows, const Made &made)
{
    QVector<Saying> sayings;
    for (const TaskRow &row : rows) {
        const TaskName name = TaskName::of(row);
        sayings.append(
            {row, AddComment{name.ref, m_model->textOf(row.row).trimmed(), name.number, name.name}});
    }
    made(sayings);
}

SendManyDialog::SendManyDialog(Desk desk, const QVector<RowId> &rows, QWidget *parent)
    : ManyDialog(
        std::move(desk), rows, tr("Send drafts"), [](const TaskRow &row) { return WhyNot::send(row, false); },
        parent)
{
    setObjectName(u"SendManyDialog"_s);
    auto *form = new QWidget(this);
    m_unnamed = checkBox(
        u"unnamedToo"_s, tr("Also those whose worker is not &known here: the service's own stays"), form);
    m_unnamed->setToolTip(tr("Where the service has none either, it refuses."));
    columnOf(form)->addWidget(m_unnamed);
    connect(m_unnamed, &QCheckBox::toggled, this, [this](bool unnamedToo) {
        m_model->setJudge([unnamedToo](const TaskRow &row) { return WhyNot::send(row, unnamedToo); });
    });
    finishLayout(form, nullptr);
}

void SendManyDialog::makeCommands(const QVector<TaskRow> &rows, const Made &made)
{
    QVector<RowId> numbers;
    for (const TaskRow &row : rows)
        numbers.append(row.row);
    await(
        this, m_desk.details.taskCards(numbers), [this, rows, made](const Result<QVector<TaskCard>> &cards) {
            if (!cards) {
                made(tl::unexpected(cards.error()));
                return;
            }
            QVector<Saying> sayings;
            for (const TaskRow &row : rows) {
                const auto card = std::find_if(cards->cbegin(), cards->cend(), [&row](const TaskCard &one) {
                    return one.row.row == row.row;
                });
                // It may have been sent by somebody else meanwhile.
                const QString why = card == cards->cend() ? WhyNot::gone()
                                                          : WhyNot::send(card->row, m_unnamed->isChecked());
                // Moved since it was asked for: it comes again by its new number.
                if (card == cards->cend() && m_model->now(row.row) != row.row)
                    continue;
                if (!why.isEmpty()) {
                    m_model->leaveOut(row.row, why);
                    continue;
                }
                const TaskBody base = taskBodyOf(card->task);
                TaskBody body = base;
                body.draft = false;
                sayings.append({row, UpdateTask{row.ref(), body, base}});
            }
            made(sayings);
        });
}

AddFieldManyDialog::AddFieldManyDialog(Desk desk, const QVector<RowId> &rows, QWidget *parent)
    : ManyDialog(std::move(desk), rows, tr("Add field to tasks"), &WhyNot::comment, parent)
{
    setObjectName(u"AddFieldManyDialog"_s);
    auto *form = new QWidget(this);
    m_field = new EntityPicker(m_desk.reader, models::LookupModel::Kind::Fields, tr("Field"), form);
    m_field->setObjectName(u"field"_s);
    m_field->lineEdit()->setPlaceholderText(tr("type some letters of its name"));
    m_to = new QComboBox(form);
    m_to->setObjectName(u"where"_s);
    m_to->setAccessibleName(tr("Where"));
    m_to->setAccessibleDescription(tr("Where"));
    m_to->addItem(tr("Details: data for the worker"), int(TaskFieldAddition::To::Details));
    m_to->addItem(tr("Report: filled in by the worker"), int(TaskFieldAddition::To::Report));
    m_value = new FieldEditors(form);
    auto *lines = rowsOf(form);
    lines->addRow(tr("&Field"), m_field);
    lines->addRow(tr("&Where"), m_to);
    lines->addRow(m_value);
    lines->addRow(plainLabel(
        tr("The service adds a field again where a task has it already: look at some of them first."), form));
    connect(m_field, &EntityPicker::refChanged, this, &AddFieldManyDialog::showValue);
    connect(m_field, &EntityPicker::edited, this, &AddFieldManyDialog::touched);
    connect(m_value, &FieldEditors::changed, this, &AddFieldManyDialog::touched);
    connect(m_to, &QComboBox::currentIndexChanged, this, &AddFieldManyDialog::touched);
    m_begun = state();
    finishLayout(form, m_field);
}

QJsonObject AddFieldManyDialog::state() const
{
    return {
        {u"field"_s, pickerState(*m_field)},
        {u"to"_s, m_to->currentData().toInt()},
        {u"value"_s, m_value->typed()}};
}

QJsonObject AddFieldManyDialog::typed() const
{
    return differing(state(), m_begun);
}

void AddFieldManyDialog::restore(const QJsonObject &typed)
{
    if (typed.contains(u"to"))
        m_to->setCurrentIndex(m_to->findData(typed.value(u"to").toInt()));
    m_value->restore(typed.value(u"value").toArray());
    restorePicker(*m_field, typed.value(u"field"));
    showValue();
}

/// The editor of the chosen field's value, once its definition is here.
void AddFieldManyDialog::showValue()
{
    const NamedRef chosen = m_field->ref();
    m_value->clearForm();
    m_definition = {};
    if (chosen.isNothing())
        return;
    await(this, m_desk.details.templateField(chosen.id), [this, chosen](const Result<TemplateField> &field) {
        if (!field || m_field->ref().id != chosen.id)
            return;
        m_definition = *field;
        TemplateForm form;
        TemplateRow row;
        row.fieldId = field->id;
        row.name = field->name;
        row.typeId = field->typeId;
        form.taskTemplate.details = {row};
        form.fields = {*field};
        form.loaded = true;
        m_value->setForm(form, false);
    });
}

FormProblem AddFieldManyDialog::wrongNow() const
{
    if (m_field->ref().isNothing() || m_definition.id != m_field->ref().id)
        return {m_field, tr("Choose a field of the list.")};
    return m_value->firstProblem();
}

void AddFieldManyDialog::take()
{
    m_field->takeBest();
}

void AddFieldManyDialog::makeCommands(const QVector<TaskRow> &rows, const Made &made)
{
    TaskFieldAddition addition;
    addition.to = TaskFieldAddition::To(m_to->currentData().toInt());
    addition.field = {m_definition.id, m_definition.name, m_definition.typeId, {}};
    const QVector<FieldEntry> typed = m_value->values(false);
    if (!typed.isEmpty())
        addition.field.value = typed.constFirst().value;
    QVector<Saying> sayings;
    for (const TaskRow &row : rows) {
        const TaskName name = TaskName::of(row);
        sayings.append({row, AddTaskFields{name.ref, {addition}, name.number, name.name}});
    }
    made(sayings);
}

} // namespace naryad::ui
