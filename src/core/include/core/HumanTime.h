#pragma once

#include "core/AccountZone.h"

#include <QDateTime>
#include <QString>

namespace naryad {

/// Reads a time as people type it: "15", "1530", "15:30", "24.11 9:00", "24.11.2026 15:00",
/// "2026-11-24 15:00", "завтра 9", "tomorrow 9", "сегодня 10", "пн 10", "mon 10", "+2ч", "+30 min".
///
/// `reference` is what "today" and "+2ч" count from, as a moment. Returns an invalid QDateTime where the
/// text can't be read; empty text is not a time either (callers treat it as "no time").
QDateTime parseHumanTime(const QString &typed, const QDateTime &reference, const AccountZone &zone);

/// "24.11.2026 15:00" in the account's zone: what parseHumanTime() reads back to the same minute.
QString humanTime(const QDateTime &moment, const AccountZone &zone);

} // namespace naryad
