#pragma once

#include "core/AccountZone.h"
#include "core/Clock.h"

#include <QDateTime>
#include <QLineEdit>

namespace naryad::ui {

/// A moment typed as people write it ("15", "завтра 9", "24.11 15:00"); written out in full on leaving, Up
/// and Down move it by a quarter of an hour. Thread: the GUI's.
class TimeField : public QLineEdit
{
    Q_OBJECT
public:
    TimeField(const Clock &clock, AccountZone zone, const QString &name, QWidget *parent = nullptr);

    void setMoment(const QDateTime &moment);
    /// Invalid where the field is empty or can't be read.
    QDateTime moment() const;
    bool isUnreadable() const;

Q_SIGNALS:
    /// The user changed it, by typing or with the arrow keys.
    void typed();

protected:
    void focusOutEvent(QFocusEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    const Clock &m_clock;
    AccountZone m_zone;
};

} // namespace naryad::ui
