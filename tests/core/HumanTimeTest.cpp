#include "core/HumanTime.h"

#include <QRandomGenerator>
#include <QTest>

using namespace naryad;

/// Times as people type them, beyond the plain cases: other zones, the ends of days and years, and nonsense.
class HumanTimeTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void typed_data();
    void typed();
    void todayIsTheAccounts();
    void aDayIsTheSameHour();
    void everyDayOfTheWeek();
    void whatIsShownIsReadBack();
    void nonsenseIsNoTime();
    void anEndCountsFromItsStart_data();
    void anEndCountsFromItsStart();
    void bothEndsAtOnce_data();
    void bothEndsAtOnce();
    void aDayWithoutItsHour();

private:
    // Tuesday 24.11.2026, 12:00 in Moscow.
    const QDateTime m_now{QDate(2026, 11, 24), QTime(9, 0), Qt::UTC};
    const AccountZone m_moscow{"Europe/Moscow"};
};

namespace {

QString text(const char16_t *words)
{
    return QString::fromUtf16(words);
}

} // namespace

void HumanTimeTest::typed_data()
{
    QTest::addColumn<QString>("typed");
    QTest::addColumn<QString>("expected");
    const std::pair<const char16_t *, const char16_t *> vectors[]
        = {{u" 9 ", u"24.11.2026 09:00"},
           {u"0", u"24.11.2026 00:00"},
           {u"23:59", u"24.11.2026 23:59"},
           {u"930", u"24.11.2026 09:30"},
           {u"9.30", u"24.11.2026 09:30"},
           {u"ЗАВТРА  9", u"25.11.2026 09:00"},
           {u"послезавтра 1530", u"26.11.2026 15:30"},
           {u"24.11, 9:00", u"24.11.2026 09:00"},
           {u"1.1.27 9", u"01.01.2027 09:00"},
           {u"29.02.2028 9", u"29.02.2028 09:00"},
           {u"2026-12-01T15:00", u"01.12.2026 15:00"},
           {u"2026-12-01t15:00:30", u"01.12.2026 15:00"},
           {u"Вторник 12:01", u"24.11.2026 12:01"},
           {u"вт 12", u"01.12.2026 12:00"},
           {u"SUN 8", u"29.11.2026 08:00"},
           {u"+ 90 min", u"24.11.2026 13:30"},
           {u"+1 день", u"25.11.2026 12:00"},
           {u"+0ч", u"24.11.2026 12:00"},
           {u"+24ч", u"25.11.2026 12:00"},
           {u"+99999d", u"08.09.2300 12:00"},
           {u"сейчас", u"24.11.2026 12:00"},
           {u"NOW", u"24.11.2026 12:00"},
           {u"25 ноября 9:00", u"25.11.2026 09:00"},
           {u"25 нояб. 9", u"25.11.2026 09:00"},
           {u"1 мая 2027 8", u"01.05.2027 08:00"},
           {u"25 nov 9:00", u"25.11.2026 09:00"},
           {u"3 March 2027 17:45", u"03.03.2027 17:45"},
           {u"31 ноября 9", u""},
           {u"25 ма 9", u""},
           {u"25 ноября", u""},
           {u"15-17", u""},
           {u"29.02.2027 9", u""},
           {u"32.01 9", u""},
           {u"завтра", u""},
           {u"завтра утром", u""},
           {u"9 завтра", u""},
           {u"25:00", u""},
           {u"9:60", u""},
           {u"9:5", u""},
           {u"-2ч", u""},
           {u"+2", u""},
           {u"+2 века", u""},
           {u"+999999999999999999999ч", u""},
           {u"+99999999999 min", u""},
           {u"2026-13-01 9", u""},
           {u"пн вт 9", u""}};
    for (const auto &[typed, expected] : vectors)
        QTest::addRow("%s", qPrintable(text(typed))) << text(typed) << text(expected);
}

void HumanTimeTest::typed()
{
    QFETCH(QString, typed);
    QFETCH(QString, expected);
    QCOMPARE(humanTime(parseHumanTime(typed, m_now, m_moscow), m_moscow), expected);
}

void HumanTimeTest::todayIsTheAccounts()
{
    // 23:30 in Moscow is the next day in Vladivostok, and still this one in Kaliningrad.
    const QDateTime late({2026, 11, 24}, {20, 30}, Qt::UTC);
    const std::pair<const char *, const char *> zones[]
        = {{"Europe/Moscow", "24.11.2026 10:00"},
           {"Asia/Vladivostok", "25.11.2026 10:00"},
           {"Europe/Kaliningrad", "24.11.2026 10:00"}};
    for (const auto &[id, expected] : zones) {
        const AccountZone zone(id);
        const QDateTime ten = parseHumanTime(QStringLiteral("10"), late, zone);
        QCOMPARE(humanTime(ten, zone), QString::fromLatin1(expected));
        QCOMPARE(ten.timeSpec(), Qt::UTC);
    }
    QCOMPARE(
        parseHumanTime(QStringLiteral("+2h"), late, AccountZone("Asia/Vladivostok")), late.addSecs(7200));
}

void HumanTimeTest::aDayIsTheSameHour()
{
    // The clocks of Berlin go back in the night to the 25th of October 2026.
    const AccountZone berlin("Europe/Berlin");
    const QDateTime noon = berlin.fromLocal({2026, 10, 24}, {12, 0});
    QCOMPARE(
        humanTime(parseHumanTime(QStringLiteral("+1d"), noon, berlin), berlin),
        QStringLiteral("25.10.2026 12:00"));
    QCOMPARE(
        humanTime(parseHumanTime(QStringLiteral("+24h"), noon, berlin), berlin),
        QStringLiteral("25.10.2026 11:00"));
}

void HumanTimeTest::everyDayOfTheWeek()
{
    const char16_t *const russian[] = {u"пн", u"вт", u"ср", u"чт", u"пт", u"сб", u"вс"};
    const char16_t *const english[]
        = {u"monday", u"tuesday", u"wednesday", u"thursday", u"friday", u"saturday", u"sunday"};
    for (int day = 1; day <= 7; ++day) {
        for (const auto &names : {russian, english}) {
            const QDateTime read
                = parseHumanTime(text(names[day - 1]) + QStringLiteral(" 13"), m_now, m_moscow);
            QCOMPARE(m_moscow.local(read).date().dayOfWeek(), day);
            // The next one, today included while its hour is still to come.
            QVERIFY(read > m_now && read < m_now.addDays(7));
        }
    }
}

void HumanTimeTest::whatIsShownIsReadBack()
{
    QRandomGenerator dice(3);
    for (const char *id : {"Europe/Moscow", "Asia/Kamchatka", "UTC"}) {
        const AccountZone zone(id);
        for (int i = 0; i < 200; ++i) {
            const qint64 minute = 1600000000 / 60 + dice.bounded(30000000);
            const QDateTime moment = QDateTime::fromSecsSinceEpoch(minute * 60, Qt::UTC);
            QCOMPARE(parseHumanTime(humanTime(moment, zone), m_now, zone), moment);
        }
    }
    QCOMPARE(humanTime({}, m_moscow), QString());
}

void HumanTimeTest::nonsenseIsNoTime()
{
    QRandomGenerator dice(11);
    const QString letters = text(u"0123456789:.,-+ чмdt завтрапнsun\u0000\u0661\u00b2");
    int read = 0;
    for (int i = 0; i < 20000; ++i) {
        QString typed;
        for (int length = dice.bounded(12); length > 0; --length)
            typed += letters.at(dice.bounded(letters.size()));
        const QDateTime time = parseHumanTime(typed, m_now, m_moscow);
        // What is read is a time that can be shown and said to the service.
        if (time.isValid()) {
            ++read;
            QVERIFY2(parseHumanTime(humanTime(time, m_moscow), m_now, m_moscow).isValid(), qPrintable(typed));
        }
    }
    QVERIFY(read > 0);
}

void HumanTimeTest::anEndCountsFromItsStart_data()
{
    QTest::addColumn<QString>("typed");
    QTest::addColumn<QString>("expected");
    // The start is Monday 30.11.2026, 10:00.
    const std::pair<const char16_t *, const char16_t *> vectors[] = {
        {u"11", u"30.11.2026 11:00"},       {u"+2ч", u"30.11.2026 12:00"},   {u"+2h", u"30.11.2026 12:00"},
        {u"+1d", u"01.12.2026 10:00"},      {u"вт 9", u"01.12.2026 09:00"},  {u"пн 11", u"30.11.2026 11:00"},
        {u"завтра 9", u"25.11.2026 09:00"}, // today is today
        {u"сейчас", u"24.11.2026 12:00"},   {u"1.12 9", u"01.12.2026 09:00"}};
    for (const auto &[typed, expected] : vectors)
        QTest::addRow("%s", qPrintable(text(typed))) << text(typed) << text(expected);
}

void HumanTimeTest::anEndCountsFromItsStart()
{
    QFETCH(QString, typed);
    QFETCH(QString, expected);
    const QDateTime start({2026, 11, 30}, {7, 0}, Qt::UTC);
    QCOMPARE(humanTime(parseHumanTime(typed, m_now, m_moscow, start), m_moscow), expected);
}

void HumanTimeTest::bothEndsAtOnce_data()
{
    QTest::addColumn<QString>("typed");
    QTest::addColumn<QString>("from");
    QTest::addColumn<QString>("until");
    const std::tuple<const char16_t *, const char16_t *, const char16_t *> vectors[]
        = {{u"15-17", u"24.11.2026 15:00", u"24.11.2026 17:00"},
           {u"15 \u2013 17:30", u"24.11.2026 15:00", u"24.11.2026 17:30"},
           {u"завтра 9-11", u"25.11.2026 09:00", u"25.11.2026 11:00"},
           {u"пн 10-12", u"30.11.2026 10:00", u"30.11.2026 12:00"},
           {u"25 ноября 9-11", u"25.11.2026 09:00", u"25.11.2026 11:00"},
           {u"24.11.2026 15:00-17:00", u"24.11.2026 15:00", u"24.11.2026 17:00"},
           {u"22-2", u"24.11.2026 22:00", u"25.11.2026 02:00"},
           {u"15-15", u"", u""},
           {u"15-25", u"", u""},
           {u"2026-11-24", u"", u""},
           {u"2026-11-24 9", u"", u""},
           {u"15", u"", u""},
           {u"-17", u"", u""}};
    for (const auto &[typed, from, until] : vectors)
        QTest::addRow("%s", qPrintable(text(typed))) << text(typed) << text(from) << text(until);
}

void HumanTimeTest::bothEndsAtOnce()
{
    QFETCH(QString, typed);
    QFETCH(QString, from);
    QFETCH(QString, until);
    const auto range = parseHumanRange(typed, m_now, m_moscow);
    QCOMPARE(range.has_value(), !from.isEmpty());
    if (!range)
        return;
    QCOMPARE(humanTime(range->from, m_moscow), from);
    QCOMPARE(humanTime(range->until, m_moscow), until);
}

void HumanTimeTest::aDayWithoutItsHour()
{
    for (const char16_t *day :
         {u"завтра", u"Tomorrow", u"24.11", u"24.11.2027", u"пн", u"friday", u"24 ноября", u"2026-11-24"})
        QVERIFY2(isDayAlone(text(day), m_now, m_moscow), qPrintable(text(day)));
    for (const char16_t *other : {u"", u"9", u"завтра 9", u"утром", u"31.02", u"+2ч"})
        QVERIFY2(!isDayAlone(text(other), m_now, m_moscow), qPrintable(text(other)));
}

QTEST_GUILESS_MAIN(HumanTimeTest)
#include "HumanTimeTest.moc"
