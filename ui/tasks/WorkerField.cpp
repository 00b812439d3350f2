#include "WorkerField.h"

#include "core/Await.h"
#include "models/Words.h"
#include "widgets/EntityPicker.h"
#include "widgets/ReadOnlyLook.h"
#include "widgets/ReasonLabel.h"

#include <QCheckBox>
#include <QFormLayout>
#include <QLabel>
#include <QLineEdit>

namespace naryad::ui {

using namespace Qt::StringLiterals;
using Kind = models::LookupModel::Kind;

namespace {

constexpr int MostTold = 3;

} // namespace

WorkerField::WorkerField(Desk desk, QWidget *form)
    : QObject(form)
    , m_desk(std::move(desk))
    , m_picker(new EntityPicker(m_desk.reader, Kind::Workers, tr("Worker"), form))
    , m_all(new QCheckBox(tr("Show a&ll"), form))
    , m_overlaps(new ReasonLabel(u"overlaps"_s, form))
{
    m_picker->setObjectName(u"worker"_s);
    m_all->setObjectName(u"showAllWorkers"_s);
    m_all->setAccessibleName(tr("Show all"));
    m_all->setToolTip(tr("Offers also employees without the mobile role"));
    connect(m_all, &QCheckBox::toggled, this, [this](bool all) {
        m_picker->setKind(all ? Kind::Employees : Kind::Workers);
    });
    connect(m_picker, &EntityPicker::edited, this, &WorkerField::changed);
    connect(m_picker, &EntityPicker::refChanged, this, &WorkerField::lookForOverlaps);
}

void WorkerField::addRow(QFormLayout *form)
{
    auto *label = new QLabel(tr("&Worker"), form->parentWidget());
    label->setBuddy(m_picker);
    auto *row = new QHBoxLayout;
    row->addWidget(m_picker, 1);
    row->addWidget(m_all);
    auto *column = new QVBoxLayout;
    column->setSpacing(0);
    column->addLayout(row);
    column->addWidget(m_overlaps);
    form->addRow(label, column);
}

void WorkerField::fill(const Known<NamedRef> &worker, const std::optional<ObjectRef> &task)
{
    m_task = task;
    m_picker->setRef(worker.value);
    m_picker->lineEdit()->setPlaceholderText(worker.isKnown() ? QString() : tr("not known: left as it is"));
}

void WorkerField::setTime(const QDateTime &start, const QDateTime &end)
{
    if (start == m_start && end == m_end)
        return;
    m_start = start;
    m_end = end;
    lookForOverlaps();
}

void WorkerField::lookForOverlaps()
{
    const quint64 generation = ++m_generation;
    const NamedRef worker = m_picker->ref();
    if (worker.isNothing() || !m_start.isValid() || m_readOnly) {
        m_overlaps->clearMessage();
        return;
    }
    const auto found = m_desk.details.tasksOfWorker(worker.id, m_start, m_end, MostTold + 1);
    await(this, found, [this, generation, worker](const Result<QVector<TaskRow>> &rows) {
        if (generation != m_generation || !rows)
            return;
        QStringList told;
        for (const TaskRow &row : *rows) {
            if (!(m_task && row.ref() == *m_task) && told.size() < MostTold)
                told.append(lineOf(row));
        }
        if (told.isEmpty())
            m_overlaps->clearMessage();
        else
            m_overlaps->setProblem(tr("%1 has at that time: %2").arg(worker.name, told.join(u"; "_s)));
    });
}

QString WorkerField::lineOf(const TaskRow &row) const
{
    QStringList parts{models::planText(row.plannedStart, row.plannedEnd, m_desk.zone)};
    for (const QString &part : {row.number, row.taskTemplate.name, row.contractor.value.name}) {
        if (!part.isEmpty())
            parts.append(part);
    }
    return parts.join(u" · "_s);
}

void WorkerField::setReadOnly()
{
    m_readOnly = true;
    showReadOnly(m_picker);
    m_all->hide();
    lookForOverlaps();
}

} // namespace naryad::ui
