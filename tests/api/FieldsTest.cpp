#include "FieldCodec.h"

#include <QTest>

using namespace naryad;
using namespace naryad::api;

using Kind = FieldValue::Kind;

namespace {

Json json(const QByteArray &text)
{
    return parseJson(text).value_or(Json());
}

FieldEntry entry(int typeId, const FieldValue &value)
{
    return {QStringLiteral("1"), QString(), typeId, value};
}

} // namespace

class FieldsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsValues_data();
    void readsValues();
    void unsetIsEmptyInEveryType_data();
    void unsetIsEmptyInEveryType();
    void keepsWhatIsNotUnderstood_data();
    void keepsWhatIsNotUnderstood();
    void countsFiles();
    void writesValues_data();
    void writesValues();
    void leavesOut();
    void roundTripsRawValues();
    void readsRowHeads();
    void readsRowHeadsOfTheOtherSpelling();
};

void FieldsTest::readsValues_data()
{
    QTest::addColumn<int>("type");
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<FieldValue>("value");
    const auto row = [](const char *name, int type, const char *text, const FieldValue &value) {
        QTest::newRow(name) << type << QByteArray(text) << value;
    };
    const auto word = [](const char16_t *text) { return FieldValue::text(QString::fromUtf16(text)); };
    row("text", 1, "\"Срочно\"", word(u"Срочно"));
    row("text that is 0", 1, "\"0\"", word(u"0"));
    row("text from a number", 1, "100", word(u"100"));
    row("number", 2, "100", FieldValue::number(QStringLiteral("100")));
    row("number 0", 2, "0", FieldValue::number(QStringLiteral("0")));
    row("number as text", 2, "\"100.50\"", FieldValue::number(QStringLiteral("100.5")));
    row("number with a comma", 2, "\"-1,5\"", FieldValue::number(QStringLiteral("-1.5")));
    row("large number", 2, "9007199254740993", FieldValue::number(QStringLiteral("9007199254740993")));
    row("number text 0", 2, "\"0\"", FieldValue::number(QStringLiteral("0")));
    row("ticked", 3, "true", FieldValue::checkbox(true));
    row("ticked 1", 3, "1", FieldValue::checkbox(true));
    row("ticked text", 3, "\"1\"", FieldValue::checkbox(true));
    row("ticked in an array", 3, "[true]", FieldValue::checkbox(true));
    row("not ticked", 3, "false", FieldValue::checkbox(false));
    row("not ticked 0", 3, "0", FieldValue::checkbox(false));
    row("not ticked text", 3, "\"0\"", FieldValue::checkbox(false));
    const FieldValue yes = FieldValue::option({QStringLiteral("2747"), QStringLiteral("да")});
    row("option", 5, "{\"id\":\"2747\",\"name\":\"да\"}", yes);
    row("option, number id", 5, "{\"id\":2747,\"name\":\"да\"}", yes);
    row("option by id", 5, "\"2747\"", FieldValue::option({QStringLiteral("2747"), QString()}));
    row("option by number", 5, "2747", FieldValue::option({QStringLiteral("2747"), QString()}));
    row("option by name", 5, "\"да\"", FieldValue::option({QString(), QStringLiteral("да")}));
    row("no option", 5, "0", FieldValue());
    row("option of nothing", 5, "{\"id\":\"0\",\"name\":\"\"}", FieldValue());
    row("no picture", 6, "0", FieldValue());
    row("no signature", 7, "\"0\"", FieldValue());
    row("section", 4, "0", FieldValue());
    row("unset text", 1, "0", FieldValue());
}

void FieldsTest::readsValues()
{
    QFETCH(int, type);
    QFETCH(QByteArray, text);
    QFETCH(FieldValue, value);
    const FieldValue read = readFieldValue(fieldTypeFromId(type), json(text));
    QCOMPARE(read.kind(), value.kind());
    QVERIFY2(read == value, qPrintable(read.displayText()));
}

void FieldsTest::unsetIsEmptyInEveryType_data()
{
    QTest::addColumn<int>("type");
    for (int type = 0; type <= 8; ++type)
        QTest::addRow("type %d", type) << type;
}

void FieldsTest::unsetIsEmptyInEveryType()
{
    QFETCH(int, type);
    for (const char *text : {"null", "\"\"", "\"NULL\"", "\"''\""})
        QCOMPARE(readFieldValue(fieldTypeFromId(type), json(text)).kind(), Kind::Empty);
    QCOMPARE(readFieldValue(fieldTypeFromId(type), Json()).kind(), Kind::Empty);
}

void FieldsTest::keepsWhatIsNotUnderstood_data()
{
    QTest::addColumn<int>("type");
    QTest::addColumn<QByteArray>("text");
    QTest::newRow("unknown type, zero") << 8 << QByteArray("0");
    QTest::newRow("unknown type, text") << 8 << QByteArray("\"2024-01-01\"");
    QTest::newRow("unknown type, object") << 12 << QByteArray("{\"a\":[1,2]}");
    QTest::newRow("unknown type, large") << 9 << QByteArray("9223372036854775807");
    QTest::newRow("text type, object") << 1 << QByteArray("{\"a\":1}");
    QTest::newRow("text type, flag") << 1 << QByteArray("true");
    QTest::newRow("number type, words") << 2 << QByteArray("\"около ста\"");
    QTest::newRow("number type, array") << 2 << QByteArray("[1,2]");
    QTest::newRow("checkbox, words") << 3 << QByteArray("\"может быть\"");
    QTest::newRow("text type, array") << 1 << QByteArray("[\"x\"]");
    QTest::newRow("number type, array of one") << 2 << QByteArray("[1]");
    QTest::newRow("list, one of several") << 5 << QByteArray("[{\"id\":1}]");
    QTest::newRow("list, several") << 5 << QByteArray("[{\"id\":1},{\"id\":2}]");
    QTest::newRow("list, odd object") << 5 << QByteArray("{\"key\":\"x\"}");
    QTest::newRow("picture, object") << 6 << QByteArray("{\"pictureId\":5}");
    QTest::newRow("section with a value") << 4 << QByteArray("\"x\"");
}

void FieldsTest::keepsWhatIsNotUnderstood()
{
    QFETCH(int, type);
    QFETCH(QByteArray, text);
    const FieldValue value = readFieldValue(fieldTypeFromId(type), json(text));
    QCOMPARE(value.kind(), Kind::Other);
    QCOMPARE(value.rawJson(), text);
}

void FieldsTest::countsFiles()
{
    const QByteArray two = "[{\"name\":\"a.jpg\",\"pictureId\":1},{\"name\":\"b.jpg\",\"pictureId\":2}]";
    const FieldValue pictures = readFieldValue(FieldType::Picture, json(two));
    QCOMPARE(pictures.kind(), Kind::Files);
    QCOMPARE(pictures.fileCount(), 2);
    QCOMPARE(pictures.rawJson(), two);
    // An array of one is one file, not a wrapped value
    QCOMPARE(readFieldValue(FieldType::Signature, json("[{\"id\":1}]")).fileCount(), 1);
    QVERIFY(readFieldValue(FieldType::Picture, json("[]")).isEmpty());
}

void FieldsTest::writesValues_data()
{
    QTest::addColumn<int>("type");
    QTest::addColumn<FieldValue>("value");
    QTest::addColumn<QByteArray>("text");
    QTest::newRow("text") << 1 << FieldValue::text(QStringLiteral("«да»")) << QByteArray("\"«да»\"");
    QTest::newRow("number") << 2 << FieldValue::number(QStringLiteral("100.5")) << QByteArray("100.5");
    QTest::newRow("ticked") << 3 << FieldValue::checkbox(true) << QByteArray("true");
    QTest::newRow("not ticked") << 3 << FieldValue::checkbox(false) << QByteArray("false");
    QTest::newRow("option") << 5 << FieldValue::option({QStringLiteral("2747"), QStringLiteral("да")})
                            << QByteArray("{\"id\":2747,\"name\":\"да\"}");
    QTest::newRow("option by name") << 5 << FieldValue::option({QString(), QStringLiteral("да")})
                                    << QByteArray("\"да\"");
    QTest::newRow("as it came") << 8 << FieldValue::other("{\"a\":[1]}") << QByteArray("{\"a\":[1]}");
    QTest::newRow("files as they came")
        << 6 << FieldValue::files(1, "[{\"id\":1}]") << QByteArray("[{\"id\":1}]");
}

void FieldsTest::writesValues()
{
    QFETCH(int, type);
    QFETCH(FieldValue, value);
    QFETCH(QByteArray, text);
    const auto written = writeFieldValue(entry(type, value));
    QVERIFY(written.has_value());
    QCOMPARE(*written, text);
}

void FieldsTest::leavesOut()
{
    QVERIFY(!writeFieldValue(entry(1, FieldValue())).has_value());
    QVERIFY(!writeFieldValue(entry(2, FieldValue::number(QString()))).has_value());
    QVERIFY(
        !writeFieldValue(entry(4, FieldValue::text(QStringLiteral("a section has no value")))).has_value());
    QVERIFY(!writeFieldValue(entry(5, FieldValue::option({}))).has_value());
    QVERIFY(!writeFieldValue(entry(6, FieldValue::files(2, {}))).has_value());
    QVERIFY(!writeFieldValue(entry(8, FieldValue::other({}))).has_value());
}

void FieldsTest::roundTripsRawValues()
{
    for (const char *text : {"9223372036854775807", "[1,{\"b\":null}]", "\"x\"", "false"}) {
        const FieldValue value = readFieldValue(FieldType::Unknown, json(text));
        QCOMPARE(writeFieldValue(entry(99, value)).value_or(QByteArray()), QByteArray(text));
    }
}

void FieldsTest::readsRowHeads()
{
    const Json row = json("{\"id\":\"2074364\",\"name\":\"Сумма\",\"parent\":2420,\"visibleToMobile\":null,"
                          "\"required\":true,\"field\":{\"id\":2302,\"type\":{\"id\":\"2\"}}}");
    const RowHead head = readRowHead(row);
    QCOMPARE(head.rowId, QStringLiteral("2074364"));
    QCOMPARE(head.fieldId, QStringLiteral("2302"));
    QCOMPARE(head.name, QStringLiteral("Сумма"));
    QCOMPARE(head.typeId, 2);
    QCOMPARE(head.parent, QStringLiteral("2420"));
    QCOMPARE(head.visibleToMobile, std::nullopt);
    QCOMPARE(head.required, std::optional(true));
}

void FieldsTest::readsRowHeadsOfTheOtherSpelling()
{
    const Json row
        = json("{\"parent\":{\"id\":\"12\"},\"fieldId\":{\"id\":\"7\",\"name\":\"Оплата\",\"type\":\"5\"}}");
    const RowHead head = readRowHead(row);
    QCOMPARE(head.rowId, QString());
    QCOMPARE(head.fieldId, QStringLiteral("7"));
    QCOMPARE(head.name, QStringLiteral("Оплата"));
    QCOMPARE(head.typeId, 5);
    QCOMPARE(head.parent, QStringLiteral("12"));
    // A bare id of the field, its type beside it
    const RowHead bare = readRowHead(json("{\"field\":9,\"type\":3,\"parent\":\"0\"}"));
    QCOMPARE(bare.fieldId, QStringLiteral("9"));
    QCOMPARE(bare.typeId, 3);
    QCOMPARE(bare.parent, QString());
    // A type nobody documented keeps its number
    QCOMPARE(readRowHead(json("{\"field\":{\"id\":1,\"type\":{\"id\":\"41\"}}}")).typeId, 41);
}

QTEST_APPLESS_MAIN(FieldsTest)
#include "FieldsTest.moc"
