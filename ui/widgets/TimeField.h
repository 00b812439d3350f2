#pragma once

#include "core/AccountZone.h"
#include "core/Clock.h"

#include <QDateTime>
#include <QLineEdit>

namespace naryad::ui {

/// A moment typed as people write it ("15", "завтра 9", "24.11 15:00"); written out in full on leaving. Up and
/// Down move it by a quarter of an hour. What can't be read stays as typed. Thread: the GUI's.
class TimeField : public QLineEdit
{
    Q_OBJECT
public:
    TimeField(const Clock &clock, AccountZone zone, const QString &name, QWidget *parent = nullptr);

    void setMoment(const QDateTime &moment); ///< invalid: empties the field
    /// UTC, to the minute; invalid where the field is empty or can't be read.
    QDateTime moment() const;
    bool isUnreadable() const;
    /// What is wrong, in a sentence; empty where nothing is.
    QString problem() const;

Q_SIGNALS:
    /// The user left the field; what could be read is written out.
    void settled();

protected:
    void focusOutEvent(QFocusEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    void step(int seconds);

    const Clock &m_clock;
    AccountZone m_zone;
};

} // namespace naryad::ui
