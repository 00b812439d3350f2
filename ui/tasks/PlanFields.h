#pragma once

#include "widgets/Desk.h"
#include "widgets/FormProblem.h"
#include "widgets/TimeField.h"

#include <QJsonObject>
#include <QObject>

#include <optional>

class QFormLayout;

namespace naryad::ui {

class ReasonLabel;

/// Planned start and end in the task's form. While nobody types an end, it follows the start by the
/// template's duration; where the start is as it was, so is the end. A start in the past is told, not
/// forbidden. Owned by the form. Thread: the GUI's.
class PlanFields : public QObject
{
    Q_OBJECT
public:
    PlanFields(const Desk &desk, QWidget *form);

    /// The end beside the start, where there is room.
    void addRow(QFormLayout *form);
    QWidget *startField() const { return m_start; }
    QWidget *endField() const { return m_end; }

    void fill(const QDateTime &start, const QDateTime &end);
    void setReadOnly();
    /// Of the chosen template, once its fields are here; none: it has no duration.
    void setDuration(std::optional<int> seconds);
    /// Until then the end stays as it is.
    void forgetDuration() { m_template = false; }

    /// Takes what is typed, as leaving the fields does.
    void take();
    QDateTime start() const { return left(m_start, m_beganStart); }
    QDateTime end() const { return left(m_end, m_beganEnd); }
    FormProblem problem() const;

    QJsonObject state() const;
    void apply(const QJsonObject &changes);

Q_SIGNALS:
    void changed();
    /// What is typed was taken, or the end was put in.
    void settled();

private:
    QDateTime left(const TimeField *field, const QDateTime &began) const;
    QString shown(const QDateTime &moment) const;
    bool follows() const { return m_putEnd && m_end->text() == *m_putEnd; }
    void putEnd();
    void complain(TimeField *field, ReasonLabel *reason);

    const Clock &m_clock;
    AccountZone m_zone;
    TimeField *m_start;
    TimeField *m_end;
    ReasonLabel *m_startReason;
    ReasonLabel *m_endReason;
    QDateTime m_beganStart;
    QDateTime m_beganEnd;
    std::optional<QString> m_putEnd; ///< the end as the program has put it; none: the user's own
    bool m_endTyped = false; ///< by the user, also to take it out
    std::optional<int> m_duration; ///< seconds
    bool m_template = false; ///< what the template says is known
};

} // namespace naryad::ui
