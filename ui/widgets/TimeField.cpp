#include "TimeField.h"

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
    setPlaceholderText(tr("24.11 15:00, 15, 15-17, tomorrow 9, now"));
    connect(this, &QLineEdit::textEdited, this, &TimeField::typed);
}

void TimeField::follow(TimeField *start)
{
    m_start = start;
    setPlaceholderText(tr("24.11 17:00, 17, +2h"));
    connect(start, &TimeField::untilTaken, this, [this](const QDateTime &until) {
        setMoment(until);
        Q_EMIT typed();
    });
}

void TimeField::setMoment(const QDateTime &moment)
{
    setText(humanTime(moment, m_zone));
}

QDateTime TimeField::moment() const
{
    const QDateTime now = m_clock.now();
    if (m_start)
        return parseHumanTime(text(), now, m_zone, m_start->moment());
    const auto range = parseHumanRange(text(), now, m_zone);
    return range ? range->from : parseHumanTime(text(), now, m_zone);
}

QString TimeField::absoluteText() const
{
    const auto range = m_start ? std::nullopt : parseHumanRange(text(), m_clock.now(), m_zone);
    if (!range)
        return text();
    return humanTime(range->from, m_zone) + QLatin1Char('-')
        + m_zone.local(range->until).toString(QStringLiteral("HH:mm"));
}

bool TimeField::isUnreadable() const
{
    return !text().trimmed().isEmpty() && !moment().isValid();
}

QString TimeField::problem() const
{
    if (!isUnreadable())
        return {};
    if (isDayAlone(text(), m_clock.now(), m_zone))
        return tr("%1: add the hour to the day: %2 9:00").arg(accessibleName(), text().trimmed());
    return tr("%1: this is not a time: %2").arg(accessibleName(), text());
}

void TimeField::take()
{
    if (isReadOnly())
        return;
    const auto range = m_start ? std::nullopt : parseHumanRange(text(), m_clock.now(), m_zone);
    if (const QDateTime read = moment(); read.isValid())
        setMoment(read);
    if (range)
        Q_EMIT untilTaken(range->until);
    Q_EMIT taken();
}

void TimeField::focusOutEvent(QFocusEvent *event)
{
    take();
    QLineEdit::focusOutEvent(event);
}

void TimeField::keyPressEvent(QKeyEvent *event)
{
    const bool step = event->key() == Qt::Key_Up || event->key() == Qt::Key_Down;
    if (const QDateTime read = moment(); step && read.isValid() && !isReadOnly()) {
        setMoment(read.addSecs(event->key() == Qt::Key_Up ? StepSeconds : -StepSeconds));
        Q_EMIT typed();
        Q_EMIT taken();
        return;
    }
    if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter)
        take();
    QLineEdit::keyPressEvent(event);
}

} // namespace naryad::ui
