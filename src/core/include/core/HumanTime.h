#pragma once

#include "core/AccountZone.h"

#include <QDateTime>
#include <QString>

#include <optional>

namespace naryad {

/// Reads a time as people type it: "15", "1530", "15:30", "24.11 9:00", "24.11.2026 15:00",
/// "2026-11-24 15:00", "24 ноября 9:00", "24 nov 9", "завтра 9", "tomorrow 9", "сегодня 10", "пн 10",
/// "mon 10", "сейчас", "now", "+2ч", "+30 min".
///
/// `reference` is now, as a moment: "today" is its day. An hour alone, a day of the week and "+2ч" count from
/// `after` where it is given: the start, when an end is typed. Returns an invalid QDateTime where the text
/// can't be read; empty text is not a time either (callers treat it as "no time"), nor is a day without an
/// hour: see isDayAlone().
QDateTime parseHumanTime(
    const QString &typed, const QDateTime &reference, const AccountZone &zone, const QDateTime &after = {});

struct HumanRange
{
    QDateTime from;
    QDateTime until; ///< later than `from`, by less than a day
};

/// Reads both ends: "15-17", "9:30–11", "завтра 9-11", "пн 10-12", "24.11 22-2" (until 2 of the next day).
std::optional<HumanRange>
parseHumanRange(const QString &typed, const QDateTime &reference, const AccountZone &zone);

/// True of "завтра", "24.11", "пн", "24 ноября": a day that only lacks its hour.
bool isDayAlone(const QString &typed, const QDateTime &reference, const AccountZone &zone);

/// "24.11.2026 15:00" in the account's zone: what parseHumanTime() reads back to the same minute.
QString humanTime(const QDateTime &moment, const AccountZone &zone);

} // namespace naryad
