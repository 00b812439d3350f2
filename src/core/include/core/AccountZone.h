#pragma once

#include <QDateTime>
#include <QString>
#include <QTimeZone>

namespace naryad {

/// The one place that turns the service's zone-less local times into moments and back.
///
/// The service takes "2021-01-01T15:00:00" without a zone and answers "2021-01-01T12:00:00Z": the account's
/// zone, which no command tells, so it is a setting (Europe/Moscow unless set).
class AccountZone
{
public:
    AccountZone();
    /// An unknown zone name falls back to Europe/Moscow, and that to a fixed +03:00.
    explicit AccountZone(const QByteArray &ianaId);

    QByteArray id() const { return m_zone.id(); }
    const QTimeZone &zone() const { return m_zone; }

    /// "2021-01-01T15:00:00" for a moment; empty for an invalid one.
    QString toServiceText(const QDateTime &moment) const;
    /// Reads ISO with or without a zone, "2022-11-26 00:45:06", and epoch seconds. UTC; invalid if
    /// unreadable.
    QDateTime fromServiceText(const QString &text) const;
    /// The moment as wall-clock time of the account, for showing and typing.
    QDateTime local(const QDateTime &moment) const;
    QDateTime fromLocal(const QDate &date, const QTime &time) const;

private:
    QTimeZone m_zone;
};

} // namespace naryad
