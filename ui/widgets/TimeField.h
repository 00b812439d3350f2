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

    /// This is the end of what begins there: hours and "+2h" count from the start, and a range typed there
    /// ("15-17") fills both.
    void follow(TimeField *start);

    void setMoment(const QDateTime &moment);
    /// Invalid where the field is empty or can't be read. Of a range: its beginning.
    QDateTime moment() const;
    /// What a draft keeps of it: with an absolute day, so that it means the same on another one.
    QString absoluteText() const;
    bool isUnreadable() const;
    /// What is wrong with it, in words; empty: nothing.
    QString problem() const;
    /// Writes out in full what is typed, as leaving the field does.
    void take();

Q_SIGNALS:
    /// The user changed it, by typing or with the arrow keys.
    void typed();
    /// Left, stepped or taken: what is in it is meant.
    void taken();
    /// A range was taken, and this is its end.
    void untilTaken(const QDateTime &until);

protected:
    void focusOutEvent(QFocusEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    const Clock &m_clock;
    AccountZone m_zone;
    TimeField *m_start = nullptr; ///< that this one is the end of
};

} // namespace naryad::ui
