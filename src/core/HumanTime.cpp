#include "core/HumanTime.h"

#include "core/Text.h"

#include <QRegularExpression>

#include <array>
#include <optional>

namespace naryad {

namespace {

std::optional<QTime> readTime(const QString &text)
{
    static const QRegularExpression pattern(QStringLiteral("^(\\d{1,2})(?:[:.]?(\\d{2}))?$"));
    const QRegularExpressionMatch match = pattern.match(text);
    if (!match.hasMatch())
        return std::nullopt;
    const QTime time(match.captured(1).toInt(), match.captured(2).toInt());
    return time.isValid() ? std::optional(time) : std::nullopt;
}

std::optional<int> weekday(const QString &word)
{
    static const std::array<QStringList, 7> names {{
        {QStringLiteral("пн"), QStringLiteral("понедельник"), QStringLiteral("mon"), QStringLiteral("monday")},
        {QStringLiteral("вт"), QStringLiteral("вторник"), QStringLiteral("tue"), QStringLiteral("tuesday")},
        {QStringLiteral("ср"), QStringLiteral("среда"), QStringLiteral("wed"), QStringLiteral("wednesday")},
        {QStringLiteral("чт"), QStringLiteral("четверг"), QStringLiteral("thu"), QStringLiteral("thursday")},
        {QStringLiteral("пт"), QStringLiteral("пятница"), QStringLiteral("fri"), QStringLiteral("friday")},
        {QStringLiteral("сб"), QStringLiteral("суббота"), QStringLiteral("sat"), QStringLiteral("saturday")},
        {QStringLiteral("вс"), QStringLiteral("воскресенье"), QStringLiteral("sun"), QStringLiteral("sunday")},
    }};
    for (size_t i = 0; i < names.size(); ++i) {
        if (names[i].contains(word))
            return static_cast<int>(i) + 1;
    }
    return std::nullopt;
}

std::optional<QDate> readDate(const QString &word, const QDate &today)
{
    if (word == QLatin1String("today") || word == QStringLiteral("сегодня"))
        return today;
    if (word == QLatin1String("tomorrow") || word == QStringLiteral("завтра"))
        return today.addDays(1);
    if (word == QStringLiteral("послезавтра"))
        return today.addDays(2);
    static const QRegularExpression iso(QStringLiteral("^(\\d{4})-(\\d{1,2})-(\\d{1,2})$"));
    if (const auto match = iso.match(word); match.hasMatch()) {
        const QDate date(match.captured(1).toInt(), match.captured(2).toInt(), match.captured(3).toInt());
        return date.isValid() ? std::optional(date) : std::nullopt;
    }
    static const QRegularExpression dotted(QStringLiteral("^(\\d{1,2})\\.(\\d{1,2})(?:\\.(\\d{2}|\\d{4}))?$"));
    if (const auto match = dotted.match(word); match.hasMatch()) {
        int year = today.year();
        if (!match.captured(3).isEmpty()) {
            year = match.captured(3).toInt();
            if (year < 100)
                year += 2000;
        }
        const QDate date(year, match.captured(2).toInt(), match.captured(1).toInt());
        return date.isValid() ? std::optional(date) : std::nullopt;
    }
    return std::nullopt;
}

QDateTime readOffset(const QString &text, const QDateTime &reference, const AccountZone &zone)
{
    static const QRegularExpression pattern(
        QStringLiteral("^\\+ ?(\\d{1,5}) ?(ч|час|часа|часов|h|м|мин|минут|min|m|д|дн|день|дня|дней|d)$"));
    const QRegularExpressionMatch match = pattern.match(text);
    if (!match.hasMatch())
        return {};
    const qint64 amount = match.captured(1).toLongLong();
    const QChar unit = match.captured(2).at(0);
    if (unit == QChar(u'ч') || unit == QLatin1Char('h'))
        return reference.addSecs(amount * 3600);
    if (unit == QChar(u'м') || unit == QLatin1Char('m'))
        return reference.addSecs(amount * 60);
    // A day is the same hour of the next one, also where the clocks change between.
    const QDateTime now = zone.local(reference);
    return zone.fromLocal(now.date().addDays(amount), now.time());
}

} // namespace

QDateTime parseHumanTime(const QString &typed, const QDateTime &reference, const AccountZone &zone)
{
    QString text = foldText(typed);
    text.remove(QLatin1Char(','));
    if (text.isEmpty())
        return {};
    if (text.startsWith(QLatin1Char('+')))
        return readOffset(text, reference, zone);

    const QDateTime now = zone.local(reference);
    const QDate today = now.date();
    const QStringList words = text.split(QLatin1Char(' '), Qt::SkipEmptyParts);
    if (words.size() == 1) {
        // "24.11" is a day of a month, "15.30" a time: a date is tried only where a time can't be meant.
        if (const auto time = readTime(text))
            return zone.fromLocal(today, *time);
        static const QRegularExpression isoBoth(QStringLiteral("^(\\d{4}-\\d{1,2}-\\d{1,2})t(\\d{1,2}:\\d{2})(:\\d{2})?$"));
        if (const auto match = isoBoth.match(text); match.hasMatch())
            return parseHumanTime(match.captured(1) + QLatin1Char(' ') + match.captured(2), reference, zone);
        return {};
    }
    if (words.size() != 2)
        return {};
    const auto time = readTime(words.at(1));
    if (!time)
        return {};
    if (const auto date = readDate(words.at(0), today))
        return zone.fromLocal(*date, *time);
    if (const auto day = weekday(words.at(0))) {
        QDate date = today.addDays((*day - today.dayOfWeek() + 7) % 7);
        if (date == today && *time <= now.time())
            date = date.addDays(7);
        return zone.fromLocal(date, *time);
    }
    return {};
}

QString humanTime(const QDateTime &moment, const AccountZone &zone)
{
    return moment.isValid() ? zone.local(moment).toString(QStringLiteral("dd.MM.yyyy HH:mm")) : QString();
}

} // namespace naryad
