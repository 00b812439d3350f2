#include "Json.h"

#include <QJsonParseError>
#include <QTest>

using namespace naryad;
using namespace naryad::api;

namespace {

Json json(const QByteArray &text)
{
    return parseJson(text).value_or(Json());
}

} // namespace

class JsonParserTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void knowsEveryKind_data();
    void knowsEveryKind();
    void keepsWholeNumbers_data();
    void keepsWholeNumbers();
    void keepsOtherNumbersAsDoubles_data();
    void keepsOtherNumbersAsDoubles();
    void readsStrings_data();
    void readsStrings();
    void walksArraysAndObjects();
    void takesTheLastOfARepeatedKey();
    void writesCompactText();
    void valuesOutliveTheText();
    void tellsPlaceAndReason_data();
    void tellsPlaceAndReason();
    void tellsQtsReason_data();
    void tellsQtsReason();
    void anEmptyAnswerHasNoPlace();
    void countsColumnsInCharacters();
    void refusesWhatIsNoUtf8_data();
    void refusesWhatIsNoUtf8();
    void nestsSoDeepAndNoDeeper();
};

void JsonParserTest::knowsEveryKind_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QByteArray>("kind");
    const auto row = [](const char *text, const char *kind) {
        QTest::newRow(text) << QByteArray(text) << QByteArray(kind);
    };
    row("null", "null");
    row("true", "bool");
    row(" false ", "bool");
    row("0", "number");
    row("-12.5e+3", "number");
    row("\"\"", "string");
    row("[]", "array");
    row("[ ]", "array");
    row("{ }", "object");
    row("\xEF\xBB\xBF{}", "object");
    row("\xEF\xBB\xBF 1", "number");
    row("\r\n\t[{\"a\":[1,{}]},[]]\n", "array");
}

void JsonParserTest::knowsEveryKind()
{
    QFETCH(QByteArray, text);
    QFETCH(QByteArray, kind);
    const auto value = parseJson(text);
    QVERIFY(value.has_value());
    QVERIFY(!value->isMissing());
    QCOMPARE(value->isNull(), kind == "null");
    QCOMPARE(value->isBool(), kind == "bool");
    QCOMPARE(value->isNumber(), kind == "number");
    QCOMPARE(value->isString(), kind == "string");
    QCOMPARE(value->isArray(), kind == "array");
    QCOMPARE(value->isObject(), kind == "object");
    QCOMPARE(value->toBool(), text == "true");
    QVERIFY(Json().isMissing());
    QVERIFY(!Json().isNull());
    QVERIFY(Json().value("x").isMissing());
    QCOMPARE(Json().text(), QByteArray());
}

void JsonParserTest::keepsWholeNumbers_data()
{
    QTest::addColumn<QByteArray>("text");
    for (const char *text :
         {"9223372036854775807", "-9223372036854775808", "9223372036854775806", "9007199254740993",
          "-9007199254740993", "2147483648", "1", "0"})
        QTest::newRow(text) << QByteArray(text);
}

void JsonParserTest::keepsWholeNumbers()
{
    QFETCH(QByteArray, text);
    QCOMPARE(json(text).text(), text);
    QCOMPARE(json(text).toInteger(), std::optional(text.toLongLong()));
    QCOMPARE(json("{\"a\":[ " + text + " ]}").text(), "{\"a\":[" + text + "]}");
}

void JsonParserTest::keepsOtherNumbersAsDoubles_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<bool>("whole");
    for (const char *text :
         {"0.1", "37.59630000000000000001", "-55.7719", "1.7976931348623157e308", "5e-324",
          "9223372036854775808", "18446744073709551616", "123456789012345678901234567890"})
        QTest::newRow(text) << QByteArray(text) << false;
    for (const char *text : {"1e2", "1.0", "-0"})
        QTest::newRow(text) << QByteArray(text) << true;
}

void JsonParserTest::keepsOtherNumbersAsDoubles()
{
    QFETCH(QByteArray, text);
    QFETCH(bool, whole);
    const QByteArray written = json(text).text();
    QCOMPARE(written.toDouble(), text.toDouble());
    QCOMPARE(json(written).text(), written);
    QCOMPARE(json(text).toInteger().has_value(), whole);
    QCOMPARE(json('"' + text + '"').toInteger(), std::nullopt);
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
    QCOMPARE(root.members().at(0).first, QStringLiteral("after"));
    QCOMPARE(root.members().at(0).second.toBool(), true);
    QCOMPARE(root.members().at(1).first, QStringLiteral("rows"));
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
    QCOMPARE(json(R"({"id":1,"id":2})").members().size(), 1);
    QCOMPARE(json(R"({"id":1,"a":{"id":3}})").value("id").text(), QByteArray("1"));
}

void JsonParserTest::writesCompactText()
{
    const Json root = json(" { \"a b\" : [ 1 ,\n 2.50, null, true ] , \"c\\\" d\" : \"\\u0041 \\\\\" } ");
    QCOMPARE(root.text(), QByteArray(R"({"a b":[1,2.5,null,true],"c\" d":"A \\"})"));
    QCOMPARE(root.value("a b").text(), QByteArray("[1,2.5,null,true]"));
    QCOMPARE(json(R"("\ud83d\u0000\"Ж")").text(), QByteArray(R"("\ud83d\u0000\"Ж")"));
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
    const auto expected = "A value was expected here.";
    const auto behind = "Something stands behind the end.";
    const auto quotes = "JSON knows only straight double quotes.";
    const auto comment = "JSON knows no comments.";
    const auto key = "A key must stand in quotes.";
    row("{\"id\": }", 8, expected);
    row("{\"id\":,\"a\":1}", 7, expected);
    row("[:1]", 2, expected);
    row("{\"id\": 1", 9, middle);
    row("{\"id\":", 7, middle);
    row("{\"id\"", 6, middle);
    row("{", 2, middle);
    row("[1,", 4, middle);
    row("[1", 3, middle);
    row("\"abc", 5, middle);
    row("\"abc\\\"", 7, middle);
    row("[1,]", 3, comma);
    row("[1,,2]", 3, comma);
    row("{\"a\":1,}", 7, comma);
    row("{\"a\":1 ,\n}", 8, comma);
    row("{\"a\":[1,}", 8, comma);
    row("{\"a\":1,,\"b\":2}", 7, comma);
    row("{\"a\":1 \"b\":2}", 8, missing);
    row("{name: 1}", 2, key);
    row("{\"a\":1, 1: 1}", 9, key);
    row("1,2", 2, behind);
    row("1],[2", 2, behind);
    row("{},{}", 3, behind);
    row("{\"a\":\"b,c\"} , [1]", 13, behind);
    row("{} {}", 4, behind);
    row("[1]]", 4, behind);
    row("// x\n1", 1, comment);
    row("{/* x */}", 2, comment);
    row("{\"a\": // x\n1}", 7, comment);
    row("1 // x", 3, comment);
    row("[] // x", 4, comment);
    row("{'a':1}", 2, quotes);
    row("{“a”:1}", 2, quotes);
    row("[«a»]", 2, quotes);
    row("[“a”]", 2, quotes);
    row("{\u00A0\"a\":1}", 2, "A no-break space is no space in JSON.");
    row("NaN", 1, expected);
    row("True", 1, expected);
    row("+1", 1, expected);
    row("<html></html>", 1, expected);
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

void JsonParserTest::tellsQtsReason_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<int>("column");
    QTest::addColumn<int>("error");
    const auto row = [](const char *text, int column, QJsonParseError::ParseError error) {
        QTest::addRow("%s", text) << QByteArray(text) << column << static_cast<int>(error);
    };
    row("[1 2]", 4, QJsonParseError::MissingValueSeparator);
    row("[\"a\":1]", 5, QJsonParseError::MissingValueSeparator);
    row("[1}", 3, QJsonParseError::MissingValueSeparator);
    row("01", 2, QJsonParseError::MissingValueSeparator);
    row("{\"a\" 1}", 6, QJsonParseError::MissingNameSeparator);
    row("{\"a\":1]", 7, QJsonParseError::UnterminatedObject);
    row("[1E400 ]", 7, QJsonParseError::IllegalNumber);
    row("[-,1]", 3, QJsonParseError::IllegalNumber);
    row("[{\"a\":tru", 7, QJsonParseError::IllegalValue);
    row("[nul,1]", 5, QJsonParseError::IllegalValue);
    row("\"a\\u12g4\"", 7, QJsonParseError::IllegalEscapeSequence);
}

void JsonParserTest::tellsQtsReason()
{
    QFETCH(QByteArray, text);
    QFETCH(int, column);
    QFETCH(int, error);
    const auto root = parseJson(text);
    QVERIFY(!root.has_value());
    QCOMPARE(root.error().kind, ErrorKind::BadAnswer);
    QCOMPARE(root.error().place, QStringLiteral("line 1, column %1").arg(column));
    const QJsonParseError expected{0, static_cast<QJsonParseError::ParseError>(error)};
    QCOMPARE(root.error().words, expected.errorString());
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
    QCOMPARE(root.error().words, QStringLiteral("invalid UTF8 string"));
}

void JsonParserTest::nestsSoDeepAndNoDeeper()
{
    QVERIFY(parseJson(QByteArray(1023, '[') + QByteArray(1023, ']')).has_value());
    const auto deeper = parseJson(QByteArray(1024, '[') + QByteArray(1024, ']'));
    QVERIFY(!deeper.has_value());
    QCOMPARE(deeper.error().place, QStringLiteral("line 1, column 1024"));
    QCOMPARE(deeper.error().words, QStringLiteral("too deeply nested document"));
    QVERIFY(!parseJson(QByteArray(1000000, '[')).has_value());
}

QTEST_APPLESS_MAIN(JsonParserTest)
#include "JsonParserTest.moc"
