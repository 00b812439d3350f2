#pragma once

#include <QString>

#include <optional>

namespace naryad {

/// Seconds as people write a planned duration: "2:00", "0:45". Whole minutes; what is less is dropped.
QString durationText(int seconds);

/// The seconds of "2:30", "2" (hours), "1,5" (hours) or ":45"; nothing where it is none of these or too long
/// to be meant (over 999 hours).
std::optional<int> durationSeconds(const QString &typed);

} // namespace naryad
