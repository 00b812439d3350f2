#include "core/AccountZone.h"
#include "core/CompanyAddress.h"
#include "core/HumanTime.h"
#include "core/Serial.h"
#include "core/Text.h"

#include <QTest>

using namespace naryad;

class ValuesTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void timesAsPeopleTypeThem_data();
    void timesAsPeopleTypeThem();
    void addresses_data();
    void addresses();
    void aCyrillicNameIsToldAsTyped();
    void keys();
    void folding();
    void numbers_data();
    void numbers();
    void serviceTimes();
    void commandsSurviveTheJournal();
};

void ValuesTest::timesAsPeopleTypeThem_data()
{
    QTest::addColumn<QString>("typed");
    QTest::addColumn<QString>("expected"); // of the account's clock; empty: not a time
    // The reference is Tuesday 24.11.2026, 12:00 in Moscow.
    const std::pair<const char16_t *, const char16_t *> vectors[]
        = {{u"15", u"24.11.2026 15:00"},
           {u"1530", u"24.11.2026 15:30"},
           {u"9:05", u"24.11.2026 09:05"},
           {u"завтра 9", u"25.11.2026 09:00"},
           {u"tomorrow 9", u"25.11.2026 09:00"},
           {u"сегодня 10", u"24.11.2026 10:00"},
           {u"вт 11", u"01.12.2026 11:00"},
           {u"вт 13", u"24.11.2026 13:00"},
           {u"mon 10", u"30.11.2026 10:00"},
           {u"+2ч", u"24.11.2026 14:00"},
           {u"+30 мин", u"24.11.2026 12:30"},
           {u"+1d", u"25.11.2026 12:00"},
           {u"24.12 8", u"24.12.2026 08:00"},
           {u"1.2.2027 7:15", u"01.02.2027 07:15"},
           {u"2026-12-01 15:00", u"01.12.2026 15:00"},
           {u"", u""},
           {u"99", u""},
           {u"31.02 10", u""},
           {u"скоро", u""},
           {u"24:30", u""}};
    for (const auto &[typed, expected] : vectors)
        QTest::addRow("%s", qPrintable(QString::fromUtf16(typed)))
            << QString::fromUtf16(typed) << QString::fromUtf16(expected);
}

void ValuesTest::timesAsPeopleTypeThem()
{
    QFETCH(QString, typed);
    QFETCH(QString, expected);
    const AccountZone zone;
    const QDateTime reference({2026, 11, 24}, {9, 0}, Qt::UTC);
    QCOMPARE(humanTime(parseHumanTime(typed, reference, zone), zone), expected);
    if (!expected.isEmpty())
        QCOMPARE(humanTime(parseHumanTime(expected, reference, zone), zone), expected);
}

void ValuesTest::addresses_data()
{
    QTest::addColumn<QString>("typed");
    QTest::addColumn<QString>("expected");
    QTest::addRow("name") << "romashka"
                          << "https://romashka.mobiforce.ru";
    QTest::addRow("host") << "romashka.mobiforce.ru"
                          << "https://romashka.mobiforce.ru";
    QTest::addRow("url") << " https://a.example:8443/ "
                         << "https://a.example:8443";
    QTest::addRow("loopback") << "http://127.0.0.1:8080"
                              << "http://127.0.0.1:8080";
    QTest::addRow("plain http") << "http://a.example"
                                << "";
    QTest::addRow("user info") << "https://u:p@a.example"
                               << "";
    QTest::addRow("query") << "https://a.example?x=1"
                           << "";
    QTest::addRow("path") << "https://a.example/api"
                          << "";
    QTest::addRow("file") << "file:///etc/passwd"
                          << "";
    QTest::addRow("pasted") << "https://romashka.mobiforce.ru/api/v5"
                            << "https://romashka.mobiforce.ru";
    QTest::addRow("pasted, other server") << "https://a.example:8443/api/v5/"
                                          << "https://a.example:8443";
    QTest::addRow("cabinet") << "https://romashka.mobiforce.ru/#/tasks?x=1"
                             << "https://romashka.mobiforce.ru";
    QTest::addRow("Cyrillic name") << "ромашка"
                                   << "";
    QTest::addRow("Cyrillic host") << "https://Ромашка.mobiforce.ru"
                                   << "";
    QTest::addRow("empty") << "  "
                           << "";
}

void ValuesTest::addresses()
{
    QFETCH(QString, typed);
    QFETCH(QString, expected);
    const auto address = parseCompanyAddress(typed);
    QCOMPARE(address.has_value(), !expected.isEmpty());
    if (address)
        QCOMPARE(address->base.toString(), expected);
    else
        QVERIFY(!describe(address.error()).isEmpty());
}

void ValuesTest::aCyrillicNameIsToldAsTyped()
{
    const auto address = parseCompanyAddress(QString::fromUtf16(u"Ромашка"));
    QVERIFY(!address);
    const QString words = describe(address.error());
    QVERIFY2(words.contains(QString::fromUtf16(u"ромашка")), qPrintable(words));
    QVERIFY2(!words.contains(QLatin1String("xn--")), qPrintable(words));
}

void ValuesTest::keys()
{
    QCOMPARE(cleanApiKey(QStringLiteral(" key=\"abc123\" ")).value(), QStringLiteral("abc123"));
    QVERIFY(!cleanApiKey(QStringLiteral("A\r\nX-Inj: 1")));
    QVERIFY(!cleanApiKey(QStringLiteral("ключ")));
    QVERIFY(!cleanApiKey(QString()));
}

void ValuesTest::folding()
{
    QCOMPARE(foldText(QString::fromUtf16(u"  «Ёлки»  И\u00a0ПАЛКИ ")), QString::fromUtf16(u"елки и палки"));
    QCOMPARE(swapLayout(QStringLiteral("bdfyjd")), QString::fromUtf16(u"иванов"));
    QCOMPARE(swapLayout(QString::fromUtf16(u"иванов")), QStringLiteral("bdfyjd"));
    QCOMPARE(plainTooltip(QStringLiteral("<b>x</b>")), QStringLiteral("<qt>&lt;b&gt;x&lt;/b&gt;</qt>"));
}

void ValuesTest::numbers_data()
{
    QTest::addColumn<QString>("typed");
    QTest::addColumn<QString>("expected");
    QTest::addRow("comma") << "1 500,50"
                           << "1500.5";
    QTest::addRow("minus") << "-3"
                           << "-3";
    QTest::addRow("zeros") << "007"
                           << "7";
    QTest::addRow("point") << ".5"
                           << "0.5";
    QTest::addRow("exact") << "9223372036854775807"
                           << "9223372036854775807";
    QTest::addRow("text") << "ten"
                          << "";
    QTest::addRow("two points") << "1.2.3"
                                << "";
}

void ValuesTest::numbers()
{
    QFETCH(QString, typed);
    QFETCH(QString, expected);
    QCOMPARE(canonicalNumber(typed), expected);
}

void ValuesTest::serviceTimes()
{
    const AccountZone zone;
    const QDateTime noon({2021, 1, 1}, {12, 0}, Qt::UTC);
    QCOMPARE(zone.toServiceText(noon), QStringLiteral("2021-01-01T15:00:00"));
    QCOMPARE(zone.fromServiceText(QStringLiteral("2021-01-01T12:00:00Z")), noon);
    QCOMPARE(zone.fromServiceText(QStringLiteral("2021-01-01 15:00:00")), noon);
    QCOMPARE(zone.fromServiceText(QString::number(noon.toSecsSinceEpoch())), noon);
    QVERIFY(!zone.fromServiceText(QStringLiteral("soon")).isValid());
}

void ValuesTest::commandsSurviveTheJournal()
{
    TaskBody body;
    body.number = QStringLiteral("17");
    body.taskTemplate = {QStringLiteral("828"), QStringLiteral("Ремонт")};
    body.worker = Known<NamedRef>::fromHere({QStringLiteral("9007199254740993"), QStringLiteral("Ёлкин")});
    body.plannedStart = QDateTime({2026, 11, 24}, {9, 0}, Qt::UTC);
    body.details
        = {{QStringLiteral("1"), QStringLiteral("a"), 2, FieldValue::number(QStringLiteral("0.1"))},
           {QStringLiteral("2"), QStringLiteral("b"), 5,
            FieldValue::option({QStringLiteral("3"), QStringLiteral("c")})},
           {QStringLiteral("4"), QStringLiteral("d"), 99, FieldValue::other("[1,{\"x\":null}]")}};
    const ObjectRef task{{}, QStringLiteral("token")};
    const Command commands[]
        = {CreateTask{body}, UpdateTask{task, body},
           AddComment{task, QStringLiteral("a\n<b>"), QStringLiteral("17")},
           CloseTask{
               task, {QStringLiteral("74"), QStringLiteral("x")}, QStringLiteral("y"), QStringLiteral("17")}};
    for (const Command &command : commands)
        QCOMPARE(serial::commandFromJson(serial::toJson(command)).value(), command);
    QVERIFY(!serial::commandFromJson({{QStringLiteral("command"), QStringLiteral("later")}}));
}

QTEST_GUILESS_MAIN(ValuesTest)
#include "ValuesTest.moc"
