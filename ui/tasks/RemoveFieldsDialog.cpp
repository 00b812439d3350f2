#include "TaskFieldDialogs.h"

#include "core/Await.h"
#include "models/Words.h"
#include "widgets/PlainLabel.h"
#include "widgets/ReasonLabel.h"

#include <QJsonArray>
#include <QListWidget>
#include <QVBoxLayout>

#include <algorithm>

namespace naryad::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr int IdRole = Qt::UserRole;
constexpr int NameRole = Qt::UserRole + 1;

} // namespace

RemoveFieldsDialog::RemoveFieldsDialog(
    Desk desk, TaskName task, const QVector<NamedRef> &begun, QWidget *parent)
    : TaskDialog(std::move(desk), std::move(task), tr("Remove fields"), tr("Remove fields"), parent)
    , m_wanted(begun)
{
    setObjectName(u"RemoveFieldsDialog"_s);
    m_fields = new QListWidget(this);
    m_fields->setObjectName(u"fields"_s);
    m_fields->setAccessibleName(tr("Fields"));
    m_fields->setWordWrap(true);
    m_fields->setResizeMode(QListView::Adjust);
    m_fields->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_about = plainLabel(tr("Loading…"), this);
    m_about->setObjectName(u"aboutFields"_s);
    auto *label = new QLabel(tr("&Fields, marked by Space"), this);
    label->setBuddy(m_fields);
    auto *content = new QWidget(this);
    auto *column = new QVBoxLayout(content);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(plainLabel(taskTitle(), this));
    column->addWidget(label);
    column->addWidget(m_fields, 1);
    column->addWidget(m_about);
    finishLayout(content);
    begin();
    connect(m_fields, &QListWidget::itemChanged, this, [this] {
        if (m_quiet)
            return;
        explain();
        touched();
    });
    await(this, m_desk.details.taskCardOf(m_task.ref), [this](const Result<TaskCard> &card) {
        if (card)
            showFields(*card);
        else
            m_about->setText(describe(card.error()));
    });
    m_fields->setFocus();
    resize(460, 380);
}

/// One row for each field: the service is told fields, not rows.
void RemoveFieldsDialog::showFields(const TaskCard &card)
{
    const QVector<NamedRef> wanted = m_wanted;
    m_read = true;
    m_quiet = true;
    for (const auto *rows : {&card.task.details, &card.task.report}) {
        const bool report = rows == &card.task.report;
        for (const FieldRow &row : *rows) {
            if (row.fieldId.isEmpty())
                continue;
            const QString line = row.type() == FieldType::Section
                ? tr("%1 (a section)").arg(row.name)
                : (report ? tr("%1 (report)") : tr("%1 (details)")).arg(models::fieldLine(row));
            const auto known = [&]() -> QListWidgetItem * {
                for (int i = 0; i < m_fields->count(); ++i) {
                    if (m_fields->item(i)->data(IdRole).toString() == row.fieldId)
                        return m_fields->item(i);
                }
                return nullptr;
            };
            if (QListWidgetItem *same = known()) {
                same->setText(same->text() + u" · "_s + line);
                continue;
            }
            auto *item = new QListWidgetItem(line, m_fields);
            item->setFlags(Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemIsUserCheckable);
            const bool marked = std::any_of(
                wanted.begin(), wanted.end(), [&row](const NamedRef &one) { return one.id == row.fieldId; });
            item->setCheckState(marked ? Qt::Checked : Qt::Unchecked);
            item->setData(IdRole, row.fieldId);
            item->setData(NameRole, row.name);
        }
    }
    // One that the task has no more is the service's to refuse, not to be forgotten here.
    for (const NamedRef &one : wanted) {
        const QVector<NamedRef> now = marked();
        if (std::any_of(now.begin(), now.end(), [&one](const NamedRef &other) { return other.id == one.id; }))
            continue;
        auto *item = new QListWidgetItem(
            tr("%1 (the task has it no more)").arg(one.name.isEmpty() ? u'#' + one.id : one.name), m_fields);
        item->setFlags(Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemIsUserCheckable);
        item->setCheckState(Qt::Checked);
        item->setData(IdRole, one.id);
        item->setData(NameRole, one.name);
    }
    m_quiet = false;
    if (m_fields->count() > 0 && !m_fields->currentItem())
        m_fields->setCurrentRow(0);
    if (!card.row.detailsLoaded && m_fields->count() == 0)
        m_about->setText(tr("The details of the task are not loaded yet: its fields are not known."));
    else if (m_fields->count() == 0)
        m_about->setText(tr("This task has no fields."));
    else
        explain();
}

void RemoveFieldsDialog::explain()
{
    QStringList names;
    for (int i = 0; i < m_fields->count(); ++i) {
        if (m_fields->item(i)->checkState() == Qt::Checked)
            names.append(m_fields->item(i)->text());
    }
    m_about->setText(
        names.isEmpty() ? tr("Mark what is to go. A field goes from the details and the report alike, with "
                             "its value. One that came with the template may be refused: the service speaks "
                             "of fields added before.")
                        : tr("Goes, with its value, and can't be brought back: %1").arg(names.join(u", ")));
}

QVector<NamedRef> RemoveFieldsDialog::marked() const
{
    if (!m_read)
        return m_wanted;
    QVector<NamedRef> fields;
    for (int i = 0; i < m_fields->count(); ++i) {
        const QListWidgetItem *item = m_fields->item(i);
        if (item->checkState() == Qt::Checked)
            fields.append({item->data(IdRole).toString(), item->data(NameRole).toString()});
    }
    return fields;
}

QJsonObject RemoveFieldsDialog::state() const
{
    QJsonArray ids;
    const QVector<NamedRef> fields = marked();
    for (const NamedRef &field : fields)
        ids.append(QJsonObject{{u"id"_s, field.id}, {u"name"_s, field.name}});
    return {{u"fields"_s, ids}};
}

void RemoveFieldsDialog::apply(const QJsonObject &changes)
{
    if (!changes.contains(u"fields"))
        return;
    m_wanted.clear();
    const QJsonArray ids = changes.value(u"fields").toArray();
    for (const QJsonValue field : ids)
        m_wanted.append({field[u"id"].toString(), field[u"name"].toString()});
}

QVector<TaskDialog::Refusable> RemoveFieldsDialog::refusable() const
{
    return {{{}, m_fields, nullptr}};
}

FormProblem RemoveFieldsDialog::wrongNow() const
{
    return marked().isEmpty() ? FormProblem{m_fields, tr("Mark the fields that are to go.")} : FormProblem();
}

void RemoveFieldsDialog::submit()
{
    if (const FormProblem wrong = wrongNow(); !wrong.isNone()) {
        complain(wrong);
        return;
    }
    say(RemoveTaskFields{m_task.ref, marked(), m_task.number, m_task.name});
}

} // namespace naryad::ui
