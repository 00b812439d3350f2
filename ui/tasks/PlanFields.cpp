#include "PlanFields.h"

#include "core/HumanTime.h"
#include "widgets/FormState.h"
#include "widgets/ReadOnlyLook.h"
#include "widgets/ReasonLabel.h"
#include "widgets/SideBySide.h"

#include <QFormLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QVBoxLayout>

namespace naryad::ui {

using namespace Qt::StringLiterals;

namespace {

QVBoxLayout *column(TimeField *field, ReasonLabel *reason)
{
    auto *column = new QVBoxLayout;
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(field);
    column->addWidget(reason);
    column->addStretch();
    return column;
}

} // namespace

PlanFields::PlanFields(const Desk &desk, QWidget *form)
    : QObject(form)
    , m_clock(desk.clock)
    , m_zone(desk.zone)
    , m_start(new TimeField(desk.clock, desk.zone, tr("Planned start"), form))
    , m_end(new TimeField(desk.clock, desk.zone, tr("Planned end"), form))
    , m_startReason(new ReasonLabel(u"plannedStartReason"_s, form))
    , m_endReason(new ReasonLabel(u"plannedEndReason"_s, form))
{
    m_start->setObjectName(u"plannedStart"_s);
    m_end->setObjectName(u"plannedEnd"_s);
    m_end->follow(m_start);
    connect(m_end, &TimeField::typed, this, [this] {
        m_endTyped = true;
        m_putEnd.reset();
    });
    connect(m_start, &TimeField::taken, this, &PlanFields::putEnd);
    const std::pair<TimeField *, ReasonLabel *> pairs[] = {{m_start, m_startReason}, {m_end, m_endReason}};
    for (const auto &[field, reason] : pairs) {
        connect(field, &TimeField::taken, this, [this, field = field, reason = reason] {
            complain(field, reason);
            Q_EMIT settled();
        });
        connect(field, &QLineEdit::textChanged, this, [this, field = field, reason = reason] {
            if (!field->isUnreadable())
                reason->clearMessage();
            Q_EMIT changed();
        });
    }
}

void PlanFields::addRow(QFormLayout *form)
{
    auto *label = new QLabel(tr("&Planned start"), form->parentWidget());
    label->setBuddy(m_start);
    auto *endLabel = new QLabel(tr("Planned &end"), form->parentWidget());
    endLabel->setBuddy(m_end);
    endLabel->setMinimumHeight(m_end->sizeHint().height()); // in the middle of its field's line
    auto *end = new QWidget(form->parentWidget());
    auto *endRow = new QHBoxLayout(end);
    endRow->setContentsMargins(0, 0, 0, 0);
    endRow->addWidget(endLabel, 0, Qt::AlignTop);
    endRow->addLayout(column(m_end, m_endReason), 1);
    auto *start = new QWidget(form->parentWidget());
    start->setLayout(column(m_start, m_startReason));
    form->addRow(label, new SideBySide(start, end, form->parentWidget()));
}

void PlanFields::complain(TimeField *field, ReasonLabel *reason)
{
    const bool past
        = field == m_start && !field->isReadOnly() && start().isValid() && start() < m_clock.now();
    if (const QString problem = field->problem(); !problem.isEmpty())
        reason->setProblem(problem);
    else if (past)
        reason->setProblem(tr("The planned start is in the past."));
    else
        reason->clearMessage();
}

QString PlanFields::shown(const QDateTime &moment) const
{
    return humanTime(moment, m_zone);
}

void PlanFields::fill(const QDateTime &start, const QDateTime &end)
{
    m_beganStart = start;
    m_beganEnd = end;
    m_endTyped = false;
    m_start->setMoment(start);
    m_end->setMoment(end);
    m_putEnd = end.isValid() ? std::nullopt : std::optional(QString());
    complain(m_start, m_startReason);
}

void PlanFields::setReadOnly()
{
    for (TimeField *field : {m_start, m_end})
        showReadOnly(field);
    complain(m_start, m_startReason);
}

void PlanFields::setDuration(std::optional<int> seconds)
{
    m_duration = seconds;
    m_template = true;
    // An end that came as the template gives it follows as if it had been put here.
    const bool given = seconds && m_beganEnd.isValid() && m_beganStart.addSecs(*seconds) == m_beganEnd;
    if (!m_putEnd && given && m_end->text() == shown(m_beganEnd) && m_start->text() == shown(m_beganStart))
        m_putEnd = m_end->text();
    putEnd();
}

void PlanFields::putEnd()
{
    if (!follows() || !m_template || m_start->isUnreadable() || m_start->isReadOnly())
        return;
    QString end;
    if (m_start->text() == shown(m_beganStart))
        end = shown(m_beganEnd);
    else if (m_duration && m_start->moment().isValid())
        end = shown(m_start->moment().addSecs(*m_duration));
    m_putEnd = end;
    if (end != m_end->text())
        m_end->setText(end);
    Q_EMIT settled();
}

void PlanFields::take()
{
    m_start->take();
    m_end->take();
}

/// A line shows a moment to the minute: left alone, it says what it came with.
QDateTime PlanFields::left(const TimeField *field, const QDateTime &began) const
{
    return field->text() == shown(began) ? began : field->moment();
}

FormProblem PlanFields::problem() const
{
    for (TimeField *field : {m_start, m_end}) {
        if (const QString problem = field->problem(); !problem.isEmpty())
            return {field, problem};
    }
    if (start().isValid() && end().isValid() && end() < start())
        return {m_end, tr("The planned end is before the planned start.")};
    return {};
}

QJsonObject PlanFields::state() const
{
    return {
        {u"start"_s, timeState(*m_start)},
        {u"end"_s, timeState(*m_end)},
        {u"endTyped"_s, m_endTyped},
        {u"endPut"_s, follows() && m_end->text() != shown(m_beganEnd)}};
}

void PlanFields::apply(const QJsonObject &changes)
{
    restoreTime(*m_start, changes.value(u"start"));
    restoreTime(*m_end, changes.value(u"end"));
    m_endTyped = changes.value(u"endTyped").toBool();
    if (changes.value(u"endPut").toBool())
        m_putEnd = m_end->text();
    else if (m_endTyped || changes.contains(u"end"))
        m_putEnd.reset();
}

} // namespace naryad::ui
