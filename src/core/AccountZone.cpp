#include "core/AccountZone.h"

namespace naryad {

namespace {

QTimeZone zoneFor(const QByteArray &id)
{
    const QTimeZone wanted(id);
    if (!id.isEmpty() && wanted.isValid())
        return wanted;
    const QTimeZone moscow(QByteArrayLiteral("Europe/Moscow"));
    return moscow.isValid() ? moscow : QTimeZone(3 * 3600);
}

} // namespace

AccountZone::AccountZone()
    : AccountZone(QByteArrayLiteral("Europe/Moscow"))
{}

AccountZone::AccountZone(const QByteArray &ianaId)
    : m_zone(zoneFor(ianaId))
{}

QString AccountZone::toServiceText(const QDateTime &moment) const
{
    return moment.isValid() ? local(moment).toString(QStringLiteral("yyyy-MM-ddTHH:mm:ss")) : QString();
}

QDateTime AccountZone::fromServiceText(const QString &text) const
{
    const QString trimmed = text.trimmed();
    bool digits = false;
    const qint64 seconds = trimmed.toLongLong(&digits);
    if (digits)
        return seconds > 0 ? QDateTime::fromSecsSinceEpoch(seconds, Qt::UTC) : QDateTime();
    QString iso = trimmed;
    if (iso.size() > 10 && iso.at(10) == QLatin1Char(' '))
        iso[10] = QLatin1Char('T');
    const QDateTime read = QDateTime::fromString(iso, Qt::ISODate);
    if (!read.isValid())
        return {};
    if (read.timeSpec() == Qt::LocalTime)
        return fromLocal(read.date(), read.time());
    return read.toUTC();
}

QDateTime AccountZone::local(const QDateTime &moment) const
{
    return moment.toTimeZone(m_zone);
}

QDateTime AccountZone::fromLocal(const QDate &date, const QTime &time) const
{
    return QDateTime(date, time, m_zone).toUTC();
}

} // namespace naryad
