#include "widgets/TimeField.h"

#include "core/HumanTime.h"

#include <QKeyEvent>

namespace naryad::ui {

namespace {

constexpr int StepSeconds = 15 * 60;

} // namespace

TimeField::TimeField(const Clock &clock, AccountZone zone, const QString &name, QWidget *parent)
    : QLineEdit(parent)
    , m_clock(clock)
    , m_zone(std::move(zone))
{
    setAccessibleName(name);
    setPlaceholderText(tr("24.11 15:00, 15, tomorrow 9, +2h"));
}

void TimeField::setMoment(const QDateTime &moment)
{
    setText(humanTime(moment, m_zone));
}

QDateTime TimeField::moment() const
{
    const QDateTime read = parseHumanTime(text(), m_clock.now(), m_zone);
    // "+2h" counts from now: what is meant is what the field will show, which has no seconds.
    return read.isValid() ? parseHumanTime(humanTime(read, m_zone), m_clock.now(), m_zone).toUTC() : QDateTime();
}

bool TimeField::isUnreadable() const
{
    return !text().trimmed().isEmpty() && !moment().isValid();
}

QString TimeField::problem() const
{
    return isUnreadable() ? tr("“%1” can't be read as a time. Write it like 24.11 15:00, 15 or tomorrow 9.").arg(text())
                          : QString();
}

void TimeField::focusOutEvent(QFocusEvent *event)
{
    const QDateTime read = moment();
    if (read.isValid() && !isReadOnly() && text() != humanTime(read, m_zone))
        setMoment(read);
    QLineEdit::focusOutEvent(event);
    if (event->reason() != Qt::ActiveWindowFocusReason && event->reason() != Qt::PopupFocusReason)
        Q_EMIT settled();
}

void TimeField::step(int seconds)
{
    if (isUnreadable())
        return;
    QDateTime from = moment();
    if (!from.isValid()) {
        // An empty field starts at the quarter that has begun.
        const qint64 now = m_clock.now().toSecsSinceEpoch();
        from = QDateTime::fromSecsSinceEpoch(now - now % StepSeconds, Qt::UTC);
    }
    setMoment(from.addSecs(seconds));
}

void TimeField::keyPressEvent(QKeyEvent *event)
{
    const bool up = event->key() == Qt::Key_Up;
    if (!isReadOnly() && event->modifiers() == Qt::NoModifier && (up || event->key() == Qt::Key_Down)) {
        step(up ? StepSeconds : -StepSeconds);
        event->accept();
        return;
    }
    QLineEdit::keyPressEvent(event);
}

} // namespace naryad::ui
