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
    setPlaceholderText(tr("24.11 15:00, 15, tomorrow 9, +2h"));
    connect(this, &QLineEdit::textEdited, this, &TimeField::typed);
}

void TimeField::setMoment(const QDateTime &moment)
{
    setText(humanTime(moment, m_zone));
}

QDateTime TimeField::moment() const
{
    return parseHumanTime(text(), m_clock.now(), m_zone);
}

bool TimeField::isUnreadable() const
{
    return !text().trimmed().isEmpty() && !moment().isValid();
}

void TimeField::focusOutEvent(QFocusEvent *event)
{
    if (const QDateTime read = moment(); read.isValid())
        setMoment(read);
    QLineEdit::focusOutEvent(event);
}

void TimeField::keyPressEvent(QKeyEvent *event)
{
    const QDateTime read = moment();
    if (read.isValid() && (event->key() == Qt::Key_Up || event->key() == Qt::Key_Down)) {
        setMoment(read.addSecs(event->key() == Qt::Key_Up ? StepSeconds : -StepSeconds));
        Q_EMIT typed();
        return;
    }
    QLineEdit::keyPressEvent(event);
}

} // namespace naryad::ui
