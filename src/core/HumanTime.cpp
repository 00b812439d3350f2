#include "core/HumanTime.h"

#include "core/Text.h"

#include <QRegularExpression>

#include <array>

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
    static const std::array<QStringList, 7> names{{
        {QStringLiteral("пн"), QStringLiteral("понедельник"), QStringLiteral("mon"),
         QStringLiteral("monday")},
        {QStringLiteral("вт"), QStringLiteral("вторник"), QStringLiteral("tue"), QStringLiteral("tuesday")},
        {QStringLiteral("ср"), QStringLiteral("среда"), QStringLiteral("wed"), QStringLiteral("wednesday")},
        {QStringLiteral("чт"), QStringLiteral("четверг"), QStringLiteral("thu"), QStringLiteral("thursday")},
        {QStringLiteral("пт"), QStringLiteral("пятница"), QStringLiteral("fri"), QStringLiteral("friday")},
        {QStringLiteral("сб"), QStringLiteral("суббота"), QStringLiteral("sat"), QStringLiteral("saturday")},
        {QStringLiteral("вс"), QStringLiteral("воскресенье"), QStringLiteral("sun"),
         QStringLiteral("sunday")},
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
    static const QRegularExpression dotted(
        QStringLiteral("^(\\d{1,2})\\.(\\d{1,2})(?:\\.(\\d{2}|\\d{4}))?$"));
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

std::optional<int> month(QString word)
{
    static const std::array<QStringList, 12> names{{
        {QStringLiteral("январь"), QStringLiteral("января"), QStringLiteral("january")},
        {QStringLiteral("февраль"), QStringLiteral("февраля"), QStringLiteral("february")},
        {QStringLiteral("март"), QStringLiteral("марта"), QStringLiteral("march")},
        {QStringLiteral("апрель"), QStringLiteral("апреля"), QStringLiteral("april")},
        {QStringLiteral("май"), QStringLiteral("мая"), QStringLiteral("may")},
        {QStringLiteral("июнь"), QStringLiteral("июня"), QStringLiteral("june")},
        {QStringLiteral("июль"), QStringLiteral("июля"), QStringLiteral("july")},
        {QStringLiteral("август"), QStringLiteral("августа"), QStringLiteral("august")},
        {QStringLiteral("сентябрь"), QStringLiteral("сентября"), QStringLiteral("september")},
        {QStringLiteral("октябрь"), QStringLiteral("октября"), QStringLiteral("october")},
        {QStringLiteral("ноябрь"), QStringLiteral("ноября"), QStringLiteral("november")},
        {QStringLiteral("декабрь"), QStringLiteral("декабря"), QStringLiteral("december")},
    }};
    if (word.endsWith(QLatin1Char('.')))
        word.chop(1);
    if (word.size() < 3)
        return std::nullopt;
    for (size_t i = 0; i < names.size(); ++i) {
        for (const QString &name : names[i]) {
            if (name.startsWith(word))
                return static_cast<int>(i) + 1;
        }
    }
    return std::nullopt;
}

/// "24 ноября", "24 nov 2027"
std::optional<QDate> readNamedDate(const QStringList &words, const QDate &today)
{
    static const QRegularExpression day(QStringLiteral("^\\d{1,2}$"));
    static const QRegularExpression year(QStringLiteral("^\\d{4}$"));
    const auto named = month(words.at(1));
    if (!named || !day.match(words.at(0)).hasMatch())
        return std::nullopt;
    if (words.size() == 3 && !year.match(words.at(2)).hasMatch())
        return std::nullopt;
    const QDate date(words.size() == 3 ? words.at(2).toInt() : today.year(), *named, words.at(0).toInt());
    return date.isValid() ? std::optional(date) : std::nullopt;
}

/// Any day but one of the week.
std::optional<QDate> readDay(const QStringList &words, const QDate &today)
{
    if (words.size() == 1)
        return readDate(words.at(0), today);
    if (words.size() == 2 || words.size() == 3)
        return readNamedDate(words, today);
    return std::nullopt;
}

QString folded(const QString &typed)
{
    return foldText(typed).remove(QLatin1Char(','));
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

QDateTime parseHumanTime(
    const QString &typed, const QDateTime &reference, const AccountZone &zone, const QDateTime &after)
{
    const QString text = folded(typed);
    if (text.isEmpty())
        return {};
    const QDateTime anchor = after.isValid() ? after : reference;
    if (text.startsWith(QLatin1Char('+')))
        return readOffset(text, anchor, zone);
    if (text == QLatin1String("now") || text == QStringLiteral("сейчас"))
        return reference.addMSecs(-(reference.toMSecsSinceEpoch() % 60000));

    const QDateTime from = zone.local(anchor);
    QStringList words = text.split(QLatin1Char(' '), Qt::SkipEmptyParts);
    if (words.size() == 1) {
        // "24.11" is a day of a month, "15.30" a time: a date is tried only where a time can't be meant.
        if (const auto time = readTime(text))
            return zone.fromLocal(from.date(), *time);
        static const QRegularExpression isoBoth(
            QStringLiteral("^(\\d{4}-\\d{1,2}-\\d{1,2})t(\\d{1,2}:\\d{2})(:\\d{2})?$"));
        if (const auto match = isoBoth.match(text); match.hasMatch())
            return parseHumanTime(match.captured(1) + QLatin1Char(' ') + match.captured(2), reference, zone);
        return {};
    }
    const auto time = readTime(words.takeLast());
    if (!time)
        return {};
    if (const auto date = readDay(words, zone.local(reference).date()))
        return zone.fromLocal(*date, *time);
    if (words.size() != 1)
        return {};
    if (const auto day = weekday(words.at(0))) {
        QDate date = from.date().addDays((*day - from.date().dayOfWeek() + 7) % 7);
        if (date == from.date() && *time <= from.time())
            date = date.addDays(7);
        return zone.fromLocal(date, *time);
    }
    return {};
}

std::optional<HumanRange>
parseHumanRange(const QString &typed, const QDateTime &reference, const AccountZone &zone)
{
    static const QRegularExpression pattern(
        QStringLiteral("^((?:.* )?\\d{1,2}(?:[:.]?\\d{2})?) ?[-\u2013\u2014] ?(\\d{1,2}(?:[:.]?\\d{2})?)$"));
    const QRegularExpressionMatch match = pattern.match(folded(typed));
    if (!match.hasMatch())
        return std::nullopt;
    const QDateTime from = parseHumanTime(match.captured(1), reference, zone);
    const auto until = readTime(match.captured(2));
    if (!from.isValid() || !until)
        return std::nullopt;
    const QDateTime begin = zone.local(from);
    if (*until == begin.time())
        return std::nullopt;
    // "22-2" goes over midnight.
    const QDate day = *until < begin.time() ? begin.date().addDays(1) : begin.date();
    return HumanRange{from, zone.fromLocal(day, *until)};
}

bool isDayAlone(const QString &typed, const QDateTime &reference, const AccountZone &zone)
{
    const QStringList words = folded(typed).split(QLatin1Char(' '), Qt::SkipEmptyParts);
    return readDay(words, zone.local(reference).date()) || (words.size() == 1 && weekday(words.at(0)));
}

QString humanTime(const QDateTime &moment, const AccountZone &zone)
{
    return moment.isValid() ? zone.local(moment).toString(QStringLiteral("dd.MM.yyyy HH:mm")) : QString();
}

} // namespace naryad
