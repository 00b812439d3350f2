#pragma once

#include "core/Commands.h"
#include "widgets/Desk.h"

#include <QObject>

class QCheckBox;
class QFormLayout;

namespace naryad::ui {

class EntityPicker;
class ReasonLabel;

/// The worker in the task's form: of those with the mobile role, or of all. Tells, and does not forbid, what
/// else the worker has at that time as far as this computer knows. Owned by the form. Thread: the GUI's.
class WorkerField : public QObject
{
    Q_OBJECT
public:
    WorkerField(Desk desk, QWidget *form);

    void addRow(QFormLayout *form);
    EntityPicker *picker() const { return m_picker; }
    QCheckBox *showAll() const { return m_all; }

    void fill(const Known<NamedRef> &worker, const std::optional<ObjectRef> &task);
    /// The task's time; an invalid start: none is told.
    void setTime(const QDateTime &start, const QDateTime &end);
    void setReadOnly();

Q_SIGNALS:
    void changed();

private:
    void lookForOverlaps();
    QString lineOf(const TaskRow &row) const;

    Desk m_desk;
    EntityPicker *m_picker;
    QCheckBox *m_all;
    ReasonLabel *m_overlaps;
    std::optional<ObjectRef> m_task; ///< the form's own does not overlap itself
    QDateTime m_start;
    QDateTime m_end;
    quint64 m_generation = 0;
    bool m_readOnly = false;
};

} // namespace naryad::ui
