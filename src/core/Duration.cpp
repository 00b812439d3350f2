#include "core/Duration.h"

#include <QRegularExpression>

#include <cmath>

namespace naryad {

namespace {

constexpr int MostHours = 999;

} // namespace

QString durationText(int seconds)
{
    const int minutes = seconds / 60;
    return QStringLiteral("%1:%2").arg(minutes / 60).arg(minutes % 60, 2, 10, QLatin1Char('0'));
}

std::optional<int> durationSeconds(const QString &typed)
{
    static const QRegularExpression clock(QStringLiteral("^(\\d{0,3}):([0-5]?\\d)$"));
    static const QRegularExpression hours(QStringLiteral("^(\\d{1,3})(?:[.,](\\d{1,2}))?$"));
    const QString text = typed.simplified();
    if (const auto match = clock.match(text); match.hasMatch()) {
        const int whole = match.captured(1).toInt();
        return whole * 3600 + match.captured(2).toInt() * 60;
    }
    if (const auto match = hours.match(text); match.hasMatch()) {
        const QString digits = match.captured(1) + QLatin1Char('.') + match.captured(2) + QLatin1Char('0');
        const double value = digits.toDouble();
        if (value <= MostHours)
            return static_cast<int>(std::lround(value * 60)) * 60;
    }
    return std::nullopt;
}

} // namespace naryad
