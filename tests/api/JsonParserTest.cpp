#include "Json.h"

#include <QTest>

using namespace naryad;
using namespace naryad::api;

using Kind = Json::Kind;

namespace {

Json json(const QByteArray &text)
{
    return parseJson(text).value_or(Json());
}

} // namespace

Q_DECLARE_METATYPE(naryad::api::Json::Kind)

class JsonParserTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void knowsEveryKind_data();
    void knowsEveryKind();
    void keepsEveryDigit_data();
    void keepsEveryDigit();
    void readsStrings_data();
    void readsStrings();
    void walksArraysAndObjects();
    void takesTheLastOfARepeatedKey();
    void compactsItsText();
    void valuesOutliveTheText();
    void tellsPlaceAndReason_data();
    void tellsPlaceAndReason();
    void anEmptyAnswerHasNoPlace();
    void countsColumnsInCharacters();
    void refusesWhatIsNoUtf8_data();
    void refusesWhatIsNoUtf8();
    void nestsSoDeepAndNoDeeper();
};

void JsonParserTest::knowsEveryKind_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<Kind>("kind");
    const auto row = [](const char *text, Kind kind) { QTest::newRow(text) << QByteArray(text) << kind; };
    row("null", Kind::Null);
    row("true", Kind::Bool);
    row(" false ", Kind::Bool);
    row("0", Kind::Number);
    row("-12.5e+3", Kind::Number);
    row("\"\"", Kind::String);
    row("[]", Kind::Array);
    row("[ ]", Kind::Array);
    row("{ }", Kind::Object);
    row("\xEF\xBB\xBF{}", Kind::Object);
    row("\r\n\t[{\"a\":[1,{}]},[]]\n", Kind::Array);
}

void JsonParserTest::knowsEveryKind()
{
    QFETCH(QByteArray, text);
    QFETCH(Kind, kind);
    QCOMPARE(json(text).kind(), kind);
    QCOMPARE(json(text).toBool(), text == "true");
    QVERIFY(Json().isMissing());
    QVERIFY(Json().value("x").isMissing());
}

void JsonParserTest::keepsEveryDigit_data()
{
    QTest::addColumn<QByteArray>("text");
    for (const char *text :
         {"9223372036854775807", "-9223372036854775808", "9007199254740993", "18446744073709551616",
          "123456789012345678901234567890", "0.1", "37.59630000000000000001", "1E400", "-0", "1.0"})
        QTest::newRow(text) << QByteArray(text);
}

void JsonParserTest::keepsEveryDigit()
{
    QFETCH(QByteArray, text);
    QCOMPARE(json(text).text(), text);
    QCOMPARE(json("{\"a\":[ " + text + " ]}").value("a").items().first().text(), text);
}

void JsonParserTest::readsStrings_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QString>("read");
    QTest::newRow("plain") << QByteArray("\"Ромашка\"") << QStringLiteral("Ромашка");
    QTest::newRow("escapes") << QByteArray(R"("a\"\\\/\b\f\n\r\tz")") << QStringLiteral("a\"\\/\b\f\n\r\tz");
    QTest::newRow("by number") << QByteArray(R"("\u0420\u043e\u20AC.")") << QStringLiteral("Ро€.");
    QTest::newRow("a pair") << QByteArray(R"("\uD83D\uDE00")") << QString::fromUcs4(U"\U0001F600");
    QTest::newRow("half a pair") << QByteArray(R"("\uD83D")") << QString(QChar(0xD83D));
    QTest::newRow("zero") << QByteArray(R"("a\u0000b")") << QString::fromLatin1("a\0b", 3);
    // Strictly these have to be escaped; nothing is gained by refusing them.
    QTest::newRow("a bare line break") << QByteArray("\"a\nb\"") << QStringLiteral("a\nb");
    QTest::newRow("no string") << QByteArray("12") << QString();
}

void JsonParserTest::readsStrings()
{
    QFETCH(QByteArray, text);
    QFETCH(QString, read);
    QCOMPARE(json(text).toString(), read);
}

void JsonParserTest::walksArraysAndObjects()
{
    const Json root = json(R"({"rows":[{"id":1,"deep":[[2],[]]},"x",null],"after":true})");
    QCOMPARE(root.members().size(), 2);
    QCOMPARE(root.members().at(0).first, QStringLiteral("rows"));
    QCOMPARE(root.members().at(1).second.toBool(), true);
    const auto rows = root.value("rows").items();
    QCOMPARE(rows.size(), 3);
    QCOMPARE(rows.at(0).value("deep").items().at(0).items().at(0).text(), QByteArray("2"));
    QCOMPARE(rows.at(1).toString(), QStringLiteral("x"));
    QVERIFY(rows.at(2).isNull());
    QVERIFY(rows.at(0).value("id2").isMissing());
    QVERIFY(rows.at(0).value("i").isMissing());
    QVERIFY(root.items().isEmpty());
    QVERIFY(rows.at(0).value("deep").members().isEmpty());
}

void JsonParserTest::takesTheLastOfARepeatedKey()
{
    QCOMPARE(json(R"({"id":1,"\u0069d":2})").value("id").text(), QByteArray("2"));
    QCOMPARE(json(R"({"id":1,"a":{"id":3}})").value("id").text(), QByteArray("1"));
}

void JsonParserTest::compactsItsText()
{
    const Json root = json(" { \"a b\" : [ 1 ,\n 2.50 ] , \"c\\\" d\" : \"\\u0041 \\\\\" } ");
    QCOMPARE(root.text(), QByteArray(R"({"a b":[1,2.50],"c\" d":"\u0041 \\"})"));
    QCOMPARE(root.value("a b").text(), QByteArray("[1,2.50]"));
}

void JsonParserTest::valuesOutliveTheText()
{
    Json inner;
    {
        const QByteArray text = QByteArray("{\"a\":{\"b\":\"") + "value" + "\"}}";
        inner = json(text).value("a");
    }
    QCOMPARE(inner.value("b").toString(), QStringLiteral("value"));
}

void JsonParserTest::tellsPlaceAndReason_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<int>("column");
    QTest::addColumn<QString>("words");
    const auto row = [](const char *text, int column, const char *words) {
        QTest::addRow("%s", text) << QByteArray(text) << column << QString::fromLatin1(words);
    };
    const auto middle = "The answer ends in the middle.";
    const auto comma = "There is a comma too many here.";
    const auto missing = "A comma is missing before this.";
    const auto number = "This is no number of JSON.";
    const auto value = "This is no value of JSON.";
    const auto expected = "A value was expected here.";
    const auto behind = "Something stands behind the end.";
    const auto quotes = "JSON knows only straight double quotes.";
    row("{\"id\": }", 8, expected);
    row("[:1]", 2, expected);
    row("{\"id\": 1", 9, middle);
    row("{\"id\":", 7, middle);
    row("{\"id\"", 6, middle);
    row("{", 2, middle);
    row("[1,", 4, middle);
    row("\"abc", 1, "This text has no closing quote.");
    row("\"abc\\\"", 1, "This text has no closing quote.");
    row("[1,]", 3, comma);
    row("[1,,2]", 3, comma);
    row("{\"a\":1,}", 7, comma);
    row("{\"a\":[1,}", 8, comma);
    row("{\"a\":1,,\"b\":2}", 7, comma);
    row("[1 2]", 4, missing);
    row("{\"a\":1 \"b\":2}", 8, missing);
    row("{\"a\" 1}", 6, "A colon is missing here.");
    row("[1}", 3, "A comma or the closing bracket was expected here.");
    row("[\"a\":1]", 5, "A comma or the closing bracket was expected here.");
    row("{name: 1}", 2, "A key must stand in quotes.");
    row("{1: 1}", 2, "A key must stand in quotes.");
    row("{[]:1}", 2, "A key was expected here.");
    row("1,2", 2, behind);
    row("1],[2", 2, behind);
    row("{} {}", 4, behind);
    row("// x\n1", 1, "JSON knows no comments.");
    row("{/* x */}", 2, "JSON knows no comments.");
    row("1 // x", 3, "JSON knows no comments.");
    row("{'a':1}", 2, quotes);
    row("[«a»]", 2, quotes);
    row("[“a”]", 2, quotes);
    row("01", 1, number);
    row("-", 1, number);
    row("+1", 1, expected);
    row(".5", 1, expected);
    row("1.", 1, number);
    row("1e", 1, number);
    row("12abc", 1, number);
    row("NaN", 1, value);
    row("True", 1, value);
    row("nul", 1, value);
    row("nullx", 1, value);
    row("]", 1, expected);
    row("<html></html>", 1, expected);
    row("\"a\\x\"", 3, "This is no escape of JSON.");
    row("\"a\\u12g4\"", 3, "This is no escape of JSON.");
    row("\"\\u12", 2, "This is no escape of JSON.");
}

void JsonParserTest::tellsPlaceAndReason()
{
    QFETCH(QByteArray, text);
    QFETCH(int, column);
    QFETCH(QString, words);
    const auto root = parseJson(text);
    QVERIFY(!root.has_value());
    QCOMPARE(root.error().kind, ErrorKind::BadAnswer);
    QCOMPARE(root.error().place, QStringLiteral("line 1, column %1").arg(column));
    QCOMPARE(root.error().words, words);
}

void JsonParserTest::anEmptyAnswerHasNoPlace()
{
    for (const char *text : {"", " \r\n"}) {
        const auto root = parseJson(text);
        QVERIFY(!root.has_value());
        QCOMPARE(root.error().place, QString());
        QCOMPARE(root.error().words, QStringLiteral("The answer is empty."));
    }
}

void JsonParserTest::countsColumnsInCharacters()
{
    const auto root = parseJson("{\n  \"имя\": \"\U0001F600\", id: 1}");
    QVERIFY(!root.has_value());
    QCOMPARE(root.error().place, QStringLiteral("line 2, column 15"));
}

void JsonParserTest::refusesWhatIsNoUtf8_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::newRow("a lone byte") << QByteArray("\xFF");
    QTest::newRow("a lone continuation") << QByteArray("\x80");
    QTest::newRow("cut short") << QByteArray("\xD0");
    QTest::newRow("overlong") << QByteArray("\xC0\xAF");
    QTest::newRow("overlong, three") << QByteArray("\xE0\x80\xAF");
    QTest::newRow("a surrogate") << QByteArray("\xED\xA0\x80");
    QTest::newRow("beyond the last") << QByteArray("\xF4\x90\x80\x80");
    QTest::newRow("windows-1251") << QByteArray("\xD0\xEE\xEC");
}

void JsonParserTest::refusesWhatIsNoUtf8()
{
    QFETCH(QByteArray, bytes);
    const auto root = parseJson("[\n\"ok" + bytes + "\"]");
    QVERIFY(!root.has_value());
    QCOMPARE(root.error().place, QStringLiteral("line 2, column 4"));
    QCOMPARE(root.error().words, QStringLiteral("This is no UTF-8 text."));
}

void JsonParserTest::nestsSoDeepAndNoDeeper()
{
    QVERIFY(parseJson(QByteArray(512, '[') + QByteArray(512, ']')).has_value());
    const auto deeper = parseJson(QByteArray(513, '[') + QByteArray(513, ']'));
    QVERIFY(!deeper.has_value());
    QCOMPARE(deeper.error().place, QStringLiteral("line 1, column 513"));
    QCOMPARE(deeper.error().words, QStringLiteral("This is nested too deeply."));
    QVERIFY(!parseJson(QByteArray(1000000, '[')).has_value());
}

QTEST_APPLESS_MAIN(JsonParserTest)
#include "JsonParserTest.moc"
