#include "ContractorCodec.h"
#include "EquipmentCodec.h"
#include "TaskCodec.h"
#include "TemplateCodec.h"

#include <QJsonDocument>
#include <QTest>

using namespace naryad;
using namespace naryad::api;

namespace {

const AccountZone zone;

/// The same task again, as an update says it.
TaskBody bodyOf(const Task &task)
{
    TaskBody body;
    body.taskTemplate = task.taskTemplate;
    for (const FieldRow &row : task.details)
        body.details.append({row.fieldId, row.name, row.typeId, row.value});
    return body;
}

QByteArray part(const QByteArray &body, const char *key)
{
    return parseJson(body).value_or(Json()).value(key).text();
}

/// The same JSON as part() tells it: keys sorted, decimals as doubles, whole numbers exactly.
QByteArray sorted(const QByteArray &json)
{
    const QByteArray array = QJsonDocument::fromJson('[' + json + ']').toJson(QJsonDocument::Compact);
    return array.mid(1, array.size() - 2);
}

} // namespace

/// Read, and written again without a change: what nobody here understands is still there, with the same
/// meaning.
class RoundTripTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void taskValues_data();
    void taskValues();
    void templateRows_data();
    void templateRows();
    void templateParts_data();
    void templateParts();
    void templateFieldValues_data();
    void templateFieldValues();
    void templateFieldTypes();
    void equipmentValues_data();
    void equipmentValues();
    void equipmentParts();
    void contractorParts_data();
    void contractorParts();
    void subdivisionParts();
    void aNewValueTakesThePlaceOfAKeptOne();
};

void RoundTripTest::taskValues_data()
{
    QTest::addColumn<int>("type");
    QTest::addColumn<QByteArray>("value");
    const auto row = [](const char *name, int type, const char *value) {
        QTest::newRow(name) << type << QByteArray(value);
    };
    row("text", 1, "\"Срочно\"");
    row("number", 2, "9007199254740993");
    row("the largest number", 2, "9223372036854775807");
    row("a fraction", 2, "0.1000000000000000055");
    row("a number in words", 2, "\"около ста\"");
    row("a number with an exponent", 2, "1e2");
    row("ticked", 3, "true");
    row("not ticked", 3, "false");
    row("an option", 5, R"({"id":2747,"name":"да"})");
    row("several options", 5, R"([{"id":"1"},{"id":"2"}])");
    row("one of several options", 5, R"([{"id":"1"}])");
    row("pictures", 6, R"([{"pictureId":"5","size":"10","name":"a.jpg","decription":""}])");
    row("a date", 8, "\"2024-01-01\"");
    row("zero of an unknown type", 8, "0");
    row("an unknown object", 12, R"({"from":{"id":9223372036854775807},"to":[null,1.50]})");
    row("an unknown list", 12, "[1,\"2\",[3]]");
    row("a text in a list", 1, "[\"x\"]");
    row("a text that is an object", 1, R"({"ru":"да"})");
    row("escapes", 12, R"({"a":"\u0041\/"})");
}

void RoundTripTest::taskValues()
{
    QFETCH(int, type);
    QFETCH(QByteArray, value);
    const auto task = readTask(
        "{\"id\":1,\"template\":{\"id\":\"828\"},\"props\":[{\"field\":{\"id\":\"9007199254740993\",\"type\":"
        "{\"id\":"
            + QByteArray::number(type) + "}},\"value\":" + value + "}]}",
        {}, zone);
    QVERIFY(task.has_value());
    QCOMPARE(
        part(updateTaskBody(bodyOf(*task), zone), "props"),
        sorted("[{\"field\":{\"id\":9007199254740993},\"value\":" + value + "}]"));
}

void RoundTripTest::templateRows_data()
{
    QTest::addColumn<QByteArray>("read");
    QTest::addColumn<QByteArray>("written");
    const auto row = [](const char *name, const char *read, const char *written) {
        QTest::newRow(name) << QByteArray(read) << QByteArray(written);
    };
    const auto same = [&row](const char *name, const char *text) { row(name, text, text); };
    same("both flags", R"({"visibleToMobile":false,"required":true,"field":{"id":"1668"}})");
    same("null", R"({"visibleToMobile":null,"required":false,"field":{"id":"1701"}})");
    same("one flag", R"({"required":false,"field":{"id":"1701"}})");
    same(
        "odd flags",
        R"({"visibleToMobile":"managers","required":{"on":9223372036854775807},"field":{"id":"1"}})");
    same("a flag that is 2", R"({"visibleToMobile":2,"required":[],"field":{"id":"1"}})");
    same("an odd field", R"({"required":true,"field":{"code":"x"}})");
    row("flags in other forms",
        R"({"visibleToMobile":"1","required":0,"field":{"id":1668,"type":{"id":"2"}},"id":"14016","name":"n"})",
        R"({"visibleToMobile":true,"required":false,"field":{"id":"1668"}})");
}

void RoundTripTest::templateRows()
{
    QFETCH(QByteArray, read);
    QFETCH(QByteArray, written);
    const auto value = readTemplate(
        "{\"id\":1,\"name\":\"T\",\"props\":[" + read + "],\"checklist\":[" + read + "]}", {}, zone);
    QVERIFY(value.has_value());
    const QByteArray body = updateTemplateBody(templateBodyOf(*value));
    QCOMPARE(part(body, "props"), sorted('[' + written + ']'));
    QCOMPARE(part(body, "checklist"), sorted('[' + written + ']'));
}

void RoundTripTest::templateParts_data()
{
    QTest::addColumn<QByteArray>("key");
    QTest::addColumn<QByteArray>("read");
    QTest::addColumn<QByteArray>("written");
    const auto row = [](const char *key, const char *read, const char *written) {
        QTest::addRow("%s %s", key, read) << QByteArray(key) << QByteArray(read) << QByteArray(written);
    };
    row("name", "\"Ремонт\"", "\"Ремонт\"");
    row("name", "{\"ru\":\"Ремонт\"}", "{\"ru\":\"Ремонт\"}");
    row("color", "\"#FFF\"", "\"#ffffff\"");
    row("color", "\"red\"", "\"red\"");
    row("color", "[255,0,0]", "[255,0,0]");
    row("visit", "{\"id\":\"2\",\"name\":\"Сегодня\"}", "{\"id\":2}");
    row("visit", "9223372036854775807", "{\"id\":9223372036854775807}");
    row("visit", "{\"days\":[1,2]}", "{\"days\":[1,2]}");
    row("visitDuration", "\"7200\"", "7200");
    row("visitDuration", "9223372036854775807", "9223372036854775807");
    row("visitDuration", "\"2:00\"", "\"2:00\"");
    row("visitDuration", "90.5", "90.5");
}

void RoundTripTest::templateParts()
{
    QFETCH(QByteArray, key);
    QFETCH(QByteArray, read);
    QFETCH(QByteArray, written);
    const auto value = readTemplate("{\"id\":1,\"" + key + "\":" + read + "}", {}, zone);
    QVERIFY(value.has_value());
    QCOMPARE(part(updateTemplateBody(templateBodyOf(*value)), key.constData()), written);
}

void RoundTripTest::templateFieldValues_data()
{
    QTest::addColumn<QByteArray>("read");
    QTest::addColumn<QByteArray>("written");
    const auto row = [](const char *name, const char *read, const char *written) {
        QTest::newRow(name) << QByteArray(read) << QByteArray(written);
    };
    const auto same = [&row](const char *name, const char *text) { row(name, text, text); };
    same("as documented", R"({"id":"2747","deleted":false,"name":"да"})");
    same("deleted", R"({"id":"2751","deleted":true,"name":"нет"})");
    same("beyond 2^53", R"({"id":"9007199254740993","deleted":false,"name":"да"})");
    same("odd name", R"({"id":"1","deleted":false,"name":{"ru":"да","n":9223372036854775807}})");
    same("odd flag", R"({"id":"1","deleted":"later","name":"да"})");
    same("odd id", R"({"id":{"code":"x"},"deleted":false,"name":"да"})");
    row("numbers", R"({"id":2747,"deleted":"1","name":5,"sorting":"3"})",
        R"({"id":"2747","deleted":true,"name":"5"})");
}

void RoundTripTest::templateFieldValues()
{
    QFETCH(QByteArray, read);
    QFETCH(QByteArray, written);
    const auto field = readTemplateField(
        "{\"id\":1,\"name\":\"n\",\"type\":{\"id\":\"5\",\"name\":\"list\"},\"valueList\":[" + read + "]}",
        {});
    QVERIFY(field.has_value());
    const QByteArray body = updateFieldBody(templateFieldBodyOf(*field));
    QCOMPARE(part(body, "valueList"), sorted('[' + written + ']'));
    QCOMPARE(part(body, "type"), QByteArray(R"({"id":"5","name":"list"})"));
}

void RoundTripTest::templateFieldTypes()
{
    const auto typeOf = [](const QByteArray &type) {
        const auto field = readTemplateField("{\"id\":1,\"name\":\"n\",\"type\":" + type + "}", {});
        return field ? part(updateFieldBody(templateFieldBodyOf(*field)), "type") : QByteArray("unread");
    };
    QCOMPARE(typeOf("2"), QByteArray(R"({"id":"2"})"));
    QCOMPARE(typeOf(R"({"id":12,"name":"date"})"), QByteArray(R"({"id":"12","name":"date"})"));
    QCOMPARE(typeOf("9223372036854775807"), QByteArray("9223372036854775807"));
    QCOMPARE(typeOf(R"({"id":"date"})"), QByteArray(R"({"id":"date"})"));
}

void RoundTripTest::equipmentValues_data()
{
    QTest::addColumn<QByteArray>("read");
    QTest::addColumn<QByteArray>("written");
    const auto row = [](const char *read, const char *written) {
        QTest::newRow(read) << QByteArray(read) << QByteArray(written);
    };
    for (const char *text :
         {"[true]", "[false]", "[\"Встренная\"]", "[\"\"]", "[9223372036854775807]", "[0]", "[0.5]", "[1e2]",
          "[]", "[null]", "[1,2]", "[\"a\",{\"b\":[9223372036854775807]}]",
          "[{\"id\":\"5\",\"name\":\"да\"}]", "[[1]]", "{\"from\":1}"})
        row(text, text);
    // Plain values without their array get the one the document shows.
    row("true", "[true]");
    row("\"x\"", "[\"x\"]");
    row("7", "[7]");
    row("null", "[]");
}

void RoundTripTest::equipmentValues()
{
    QFETCH(QByteArray, read);
    QFETCH(QByteArray, written);
    const auto piece = readEquipment(
        "{\"id\":1,\"name\":\"Q\",\"equipmentFieldValues\":[{\"value\":" + read
            + ",\"field\":{\"id\":\"61\",\"name\":\"Поле\",\"type\":{\"id\":3}}}]}",
        {}, zone);
    QVERIFY(piece.has_value());
    QCOMPARE(
        part(updateEquipmentBody(equipmentBodyOf(*piece)), "props"),
        sorted("[{\"value\":" + written + ",\"field\":{\"id\":61}}]"));
}

void RoundTripTest::equipmentParts()
{
    const auto again = [](const QByteArray &read) {
        const auto piece = readEquipment(read, {}, zone);
        return piece ? updateEquipmentBody(equipmentBodyOf(*piece)) : QByteArray("unread");
    };
    QCOMPARE(
        again(
            R"({"id":1,"name":"Q","equipmentModel":{"name":"BI","manufacture":{"mName":"A"}},"contractor":"0"})"),
        QByteArray(
            R"({"serialNumber":"Q","model":{"manufacture":{"mName":"A"},"name":"BI"},"contractor":null})"));
    QCOMPARE(
        again(R"({"id":1,"name":{"n":5},"equipmentModel":9007199254740993,"equipmentFieldValues":[]})"),
        QByteArray(R"({"serialNumber":{"n":5},"props":[],"model":{"id":9007199254740993}})"));
    QCOMPARE(
        again(R"({"id":1,"name":"Q","equipmentFieldValues":[{"value":[1],"field":{"code":"x"}}]})"),
        QByteArray(R"({"serialNumber":"Q","props":[{"value":[1],"field":{"code":"x"}}]})"));
}

void RoundTripTest::contractorParts_data()
{
    QTest::addColumn<QByteArray>("key");
    QTest::addColumn<QByteArray>("read");
    QTest::addColumn<QByteArray>("written");
    const auto row = [](const char *key, const char *read, const char *written) {
        QTest::addRow("%s %s", key, read) << QByteArray(key) << QByteArray(read) << QByteArray(written);
    };
    row("externalId", "\"91bf7d25\"", "\"91bf7d25\"");
    row("externalId", "9007199254740993", "\"9007199254740993\"");
    row("externalId", "{\"a\":1}", "{\"a\":1}");
    row("externalId", "null", "\"\"");
    row("name", "[\"Ромашка\"]", "[\"Ромашка\"]");
    row("address", "{\"street\":\"Ленинский\"}", "{\"street\":\"Ленинский\"}");
    row("addressFloor", "2", "\"2\"");
    row("addressFloor", "[2]", "[2]");
    row("addressInfo", "\"''\"", "\"\"");
    row("lat", "55.7719", "\"55.7719\"");
    row("lat", "55.77190000000000000001", "\"55.7719\"");
    row("lat", "{\"deg\":55}", "{\"deg\":55}");
}

void RoundTripTest::contractorParts()
{
    QFETCH(QByteArray, key);
    QFETCH(QByteArray, read);
    QFETCH(QByteArray, written);
    const auto contractor = readContractor("{\"id\":1,\"" + key + "\":" + read + ",\"phone\":[]}", {}, zone);
    QVERIFY(contractor.has_value());
    const QByteArray body = updateContractorBody(contractorBodyOf(*contractor));
    QCOMPARE(part(body, key.constData()), written);
    QVERIFY(!body.contains("phone"));
}

void RoundTripTest::subdivisionParts()
{
    const auto read = readContractor(
        R"({"id":7,"name":"Склад","parent":"5","address_floor":[2],"address":"Ленинский","lat":"","lon":""})",
        {}, zone);
    QVERIFY(read.has_value());
    const SubdivisionBody body = subdivisionBodyOf(*read);
    QCOMPARE(body.contractorId, QStringLiteral("5"));
    QCOMPARE(
        updateSubdivisionBody(body),
        QByteArray(R"({"name":"Склад","address":"Ленинский","address_porch":"","address_floor":[2],)"
                   R"("address_room":"","address_info":"","lat":"","lon":""})"));
}

void RoundTripTest::aNewValueTakesThePlaceOfAKeptOne()
{
    const auto read = readTemplate(
        R"({"id":1,"name":"T","color":"red","visitDuration":"2:00","props":[{"required":"later","field":{"id":1}}]})",
        {}, zone);
    QVERIFY(read.has_value());
    TemplateBody body = templateBodyOf(*read);
    body.colour = QStringLiteral("#00ff00");
    body.visitDurationSeconds = 60;
    body.details.first().required = false;
    QCOMPARE(
        updateTemplateBody(body),
        QByteArray(R"({"color":"#00ff00","name":"T","visitDuration":60,)"
                   R"("props":[{"required":false,"field":{"id":"1"}}],"checklist":[]})"));
}

QTEST_APPLESS_MAIN(RoundTripTest)
#include "RoundTripTest.moc"
