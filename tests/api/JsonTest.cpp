#include "JsonRead.h"
#include "JsonText.h"

#include <QTest>

using namespace naryad;
using namespace naryad::api;

namespace {

Json json(const QByteArray &text)
{
    return parseJson(text).value_or(Json());
}

} // namespace

class JsonTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsWholeAnswers_data();
    void readsWholeAnswers();
    void takesEnvelopesOff();
    void knowsNothingInSevenWays_data();
    void knowsNothingInSevenWays();
    void readsIds_data();
    void readsIds();
    void readsTexts();
    void readsFlags();
    void readsWholeNumbers();
    void readsReferences();
    void readsRowsInEveryShape();
    void refusesRowsThatAreNone();
    void writesIds_data();
    void writesIds();
    void writesNumbers_data();
    void writesNumbers();
    void writesTextsAndObjects();
};

void JsonTest::readsWholeAnswers_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QByteArray>("expected");
    QTest::newRow("object") << QByteArray("{\"id\": 111}") << QByteArray("{\"id\":111}");
    QTest::newRow("array") << QByteArray("[1, 2]") << QByteArray("[1,2]");
    QTest::newRow("bare number") << QByteArray("111") << QByteArray("111");
    QTest::newRow("bare text") << QByteArray(" \"111\"\n") << QByteArray("\"111\"");
    QTest::newRow("true") << QByteArray("true") << QByteArray("true");
    QTest::newRow("null") << QByteArray("null") << QByteArray("null");
    QTest::newRow("byte order mark") << QByteArray("\xEF\xBB\xBF{}") << QByteArray("{}");
    QTest::newRow("as the document prints it") << QByteArray("{id: 111}") << QByteArray("{\"id\":\"111\"}");
    QTest::newRow("the same, close") << QByteArray(" {id:111} ") << QByteArray("{\"id\":\"111\"}");
}

void JsonTest::readsWholeAnswers()
{
    QFETCH(QByteArray, body);
    QFETCH(QByteArray, expected);
    const auto root = parseAnswer(body);
    QVERIFY2(root.has_value(), body.constData());
    QCOMPARE(root->text(), expected);
}

void JsonTest::takesEnvelopesOff()
{
    QCOMPARE(parseAnswer("{\"results\": [1]}")->text(), QByteArray("[1]"));
    QCOMPARE(parseAnswer("{\"result\": {\"id\": 7}}")->text(), QByteArray("{\"id\":7}"));
    // With company it is a key like any other
    QVERIFY(parseAnswer("{\"result\": 1, \"id\": 2}")->isObject());
}

void JsonTest::knowsNothingInSevenWays_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<bool>("nothing");
    for (const char *text : {"\"0\"", "0", "\"NULL\"", "\"''\"", "\"\"", "null"})
        QTest::newRow(text) << QByteArray(text) << true;
    for (const char *text : {"0.0", "-0", "0e5"})
        QTest::newRow(text) << QByteArray(text) << true;
    for (const char *text : {"\"1\"", "1", "false", "[]", "{}", "\"нет\"", "-1", "0.5"})
        QTest::newRow(text) << QByteArray(text) << false;
}

void JsonTest::knowsNothingInSevenWays()
{
    QFETCH(QByteArray, text);
    QFETCH(bool, nothing);
    QCOMPARE(isNothing(json(text)), nothing);
    QVERIFY(isNothing(json("{}").value("missing")));
}

void JsonTest::readsIds_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QString>("id");
    QTest::newRow("text") << QByteArray("\"522075\"") << QStringLiteral("522075");
    QTest::newRow("number") << QByteArray("828") << QStringLiteral("828");
    QTest::newRow("beyond int") << QByteArray("3000000000") << QStringLiteral("3000000000");
    QTest::newRow("beyond double") << QByteArray("9007199254740993") << QStringLiteral("9007199254740993");
    QTest::newRow("2^63-1") << QByteArray("9223372036854775807") << QStringLiteral("9223372036854775807");
    // No longer exact: no id is better than that of another object
    QTest::newRow("2^63") << QByteArray("9223372036854775808") << QString();
    QTest::newRow("beyond 2^63") << QByteArray("92233720368547758079") << QString();
    QTest::newRow("text beyond 2^63")
        << QByteArray("\"92233720368547758079\"") << QStringLiteral("92233720368547758079");
    QTest::newRow("spaces") << QByteArray("\" 12 \"") << QStringLiteral("12");
    QTest::newRow("object") << QByteArray("{\"id\": 5, \"name\": \"x\"}") << QStringLiteral("5");
    QTest::newRow("fraction") << QByteArray("1.5") << QString();
    QTest::newRow("zero") << QByteArray("0") << QString();
    QTest::newRow("zero text") << QByteArray("\"0\"") << QString();
    QTest::newRow("NULL") << QByteArray("\"NULL\"") << QString();
    QTest::newRow("false") << QByteArray("false") << QString();
    QTest::newRow("array") << QByteArray("[5]") << QString();
    QTest::newRow("object in object") << QByteArray("{\"id\": {\"id\": 5}}") << QString();
}

void JsonTest::readsIds()
{
    QFETCH(QByteArray, text);
    QFETCH(QString, id);
    QCOMPARE(readId(json(text)), id);
}

void JsonTest::readsTexts()
{
    QCOMPARE(readText(json("\"Ромашка\"")), QStringLiteral("Ромашка"));
    QCOMPARE(readText(json("\"0\"")), QStringLiteral("0"));
    QCOMPARE(readText(json("42")), QStringLiteral("42"));
    QCOMPARE(readText(json("55.7719")), QStringLiteral("55.7719"));
    QCOMPARE(readText(json("37.59630000000000000001")), QStringLiteral("37.5963"));
    QCOMPARE(readText(json("9223372036854775807")), QStringLiteral("9223372036854775807"));
    QCOMPARE(readText(json("\"NULL\"")), QString());
    QCOMPARE(readText(json("\"''\"")), QString());
    QCOMPARE(readText(json("true")), QString());
    QCOMPARE(readText(json("{}")), QString());
}

void JsonTest::readsFlags()
{
    QCOMPARE(readFlag(json("true")), std::optional(true));
    QCOMPARE(readFlag(json("1")), std::optional(true));
    QCOMPARE(readFlag(json("\"1\"")), std::optional(true));
    QCOMPARE(readFlag(json("\"0\"")), std::optional(false));
    QCOMPARE(readFlag(json("0")), std::optional(false));
    QCOMPARE(readFlag(json("\"False\"")), std::optional(false));
    QCOMPARE(readFlag(json("null")), std::nullopt);
    QCOMPARE(readFlag(json("2")), std::nullopt);
    QCOMPARE(readFlag(json("\"да\"")), std::nullopt);
}

void JsonTest::readsWholeNumbers()
{
    QCOMPARE(readInteger(json("\"7200\"")), std::optional<qint64>(7200));
    QCOMPARE(readInteger(json("7200")), std::optional<qint64>(7200));
    QCOMPARE(readInteger(json("9223372036854775807")), std::optional<qint64>(9223372036854775807LL));
    QCOMPARE(readInteger(json("9223372036854775808")), std::nullopt);
    QCOMPARE(readInteger(json("\"1.5\"")), std::nullopt);
    QCOMPARE(readInteger(json("1.5")), std::nullopt);
    QCOMPARE(readInteger(json("null")), std::nullopt);
}

void JsonTest::readsReferences()
{
    const NamedRef full{QStringLiteral("828"), QStringLiteral("Задача")};
    QCOMPARE(readRef(json("{\"id\": 828, \"name\": \"Задача\"}")), full);
    QCOMPARE(readRef(json("{\"id\": \"828\", \"number\": \"Задача\"}")), full);
    const NamedRef bare{QStringLiteral("828"), QString()};
    QCOMPARE(readRef(json("\"828\"")), bare);
    QCOMPARE(readRef(json("828")), bare);
    QVERIFY(readRef(json("\"0\"")).isNothing());
    QVERIFY(readRef(json("\"NULL\"")).isNothing());
    QVERIFY(readRef(Json()).isNothing());
}

void JsonTest::readsRowsInEveryShape()
{
    const auto count = [](const QByteArray &text) {
        const auto rows = readRows(json(text), QStringLiteral("props"));
        return rows ? rows->size() : -1;
    };
    QCOMPARE(count("[{\"id\":1},{\"id\":2}]"), 2);
    QCOMPARE(count("{\"required\":true,\"field\":{\"id\":1}}"), 1);
    QCOMPARE(count("[]"), 0);
    QCOMPARE(count("{}"), 0);
    QCOMPARE(count("null"), 0);
    QCOMPARE(count("\"0\""), 0);
    // A list with gaps comes as an object of numbered rows: 2 stands before 10
    const auto rows = readRows(json("{\"10\":{\"id\":\"b\"},\"2\":{\"id\":\"a\"}}"), QString());
    QVERIFY(rows.has_value());
    QCOMPARE(rows->size(), 2);
    QCOMPARE(readId(rows->at(0).value("id")), QStringLiteral("a"));
    QCOMPARE(readId(rows->at(1).value("id")), QStringLiteral("b"));
}

void JsonTest::refusesRowsThatAreNone()
{
    const auto odd = readRows(json("[{\"id\":1},7]"), QStringLiteral("props"));
    QVERIFY(!odd.has_value());
    QCOMPARE(odd.error().kind, ErrorKind::BadAnswer);
    QCOMPARE(odd.error().place, QStringLiteral("props[1]"));
    const auto text = readRows(json("\"многое\""), QStringLiteral("checklist"));
    QVERIFY(!text.has_value());
    QCOMPARE(text.error().place, QStringLiteral("checklist"));
}

void JsonTest::writesIds_data()
{
    QTest::addColumn<QString>("id");
    QTest::addColumn<QByteArray>("text");
    QTest::newRow("digits") << QStringLiteral("828") << QByteArray("828");
    QTest::newRow("2^63-1") << QStringLiteral("9223372036854775807") << QByteArray("9223372036854775807");
    QTest::newRow("2^63") << QStringLiteral("9223372036854775808") << QByteArray("\"9223372036854775808\"");
    QTest::newRow("leading zero") << QStringLiteral("007") << QByteArray("\"007\"");
    QTest::newRow("sign") << QStringLiteral("+7") << QByteArray("\"+7\"");
    QTest::newRow("letters") << QStringLiteral("91bf7d25-abd9") << QByteArray("\"91bf7d25-abd9\"");
    QTest::newRow("quote") << QStringLiteral("\"") << QByteArray("\"\\\"\"");
}

void JsonTest::writesIds()
{
    QFETCH(QString, id);
    QFETCH(QByteArray, text);
    QCOMPARE(jsonId(id), text);
    // and back
    QCOMPARE(readId(json(text)), id);
}

void JsonTest::writesNumbers_data()
{
    QTest::addColumn<QString>("digits");
    QTest::addColumn<QByteArray>("text");
    QTest::newRow("whole") << QStringLiteral("100") << QByteArray("100");
    QTest::newRow("negative") << QStringLiteral("-0.5") << QByteArray("-0.5");
    QTest::newRow("no digit lost") << QStringLiteral("12345678901234567890.123456789012345")
                                   << QByteArray("12345678901234567890.123456789012345");
    QTest::newRow("as typed") << QStringLiteral("1 234,50") << QByteArray("1234.5");
    QTest::newRow("no number") << QStringLiteral("сто") << QByteArray("\"сто\"");
    QTest::newRow("no way out") << QStringLiteral("1}") << QByteArray("\"1}\"");
}

void JsonTest::writesNumbers()
{
    QFETCH(QString, digits);
    QFETCH(QByteArray, text);
    QCOMPARE(jsonNumber(digits), text);
}

void JsonTest::writesTextsAndObjects()
{
    QCOMPARE(jsonText(QStringLiteral("«Ромашка»\n\"\\")), QByteArray("\"«Ромашка»\\n\\\"\\\\\""));
    JsonObjectText object;
    QCOMPARE(object.text(), QByteArray("{}"));
    object.add("b", "1");
    object.add("a", "[]");
    QCOMPARE(object.text(), QByteArray("{\"b\":1,\"a\":[]}"));
    JsonArrayText array;
    QCOMPARE(array.text(), QByteArray("[]"));
    array.add("1");
    array.add("null");
    QCOMPARE(array.text(), QByteArray("[1,null]"));
}

QTEST_APPLESS_MAIN(JsonTest)
#include "JsonTest.moc"
