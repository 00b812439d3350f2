#include "EquipmentCodec.h"
#include "ListCodec.h"
#include "Samples.h"

#include <QTest>

using namespace naryad;
using namespace naryad::api;
namespace samples = naryad::test::samples;

namespace {

Result<Equipment> read(const QByteArray &body, const QString &asked = {})
{
    return readEquipment(body, asked, AccountZone());
}

} // namespace

class EquipmentTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsTheDocumentsSample();
    void leavesUntoldPartsNotKnown();
    void tellsKnownEmptyFromNotKnown();
    void readsTheOtherSpellings();
    void readsValues_data();
    void readsValues();
    void refusesWhatIsNoEquipment();
    void readsLists();
    void bodiesSayTheSameAgain();
};

void EquipmentTest::readsTheDocumentsSample()
{
    const auto piece = read(samples::equipment(), QStringLiteral("4161"));
    QVERIFY(piece.has_value());
    QCOMPARE(piece->id, QStringLiteral("4161"));
    QCOMPARE(piece->serialNumber, QStringLiteral("DF4534346JG453"));
    QCOMPARE(piece->description.value, QStringLiteral("СМА Ariston BI WMHL 71283 с/н DF4534346JG453"));
    QVERIFY(piece->inventoryNumber == Known<QString>::fromService(QString()));
    QVERIFY(piece->externalId == Known<QString>::fromService(QString()));
    QCOMPARE(piece->createdAt.value, QDateTime::fromSecsSinceEpoch(1651227794, Qt::UTC));
    const NamedRef author{QStringLiteral("9050"), QStringLiteral("Сергей")};
    QVERIFY(piece->author == Known<NamedRef>::fromService(author));
    QVERIFY(piece->employee == Known<NamedRef>::fromService({}));
    const NamedRef owner{QStringLiteral("2046355"), QStringLiteral("Петров Игорь Семенович")};
    QVERIFY(piece->contractor == Known<NamedRef>::fromService(owner));
    QVERIFY(piece->model.isKnown());
    QCOMPARE(piece->model.value.id, QStringLiteral("641"));
    QCOMPARE(piece->model.value.name, QStringLiteral("BI WMHL 71283"));
    const NamedRef maker{QString(), QStringLiteral("Ariston")};
    QVERIFY(piece->model.value.manufacturer == Known<NamedRef>::fromService(maker));
    const NamedRef type{QString(), QStringLiteral("СМА")};
    QVERIFY(piece->model.value.type == Known<NamedRef>::fromService(type));
    QVERIFY(piece->values.isKnown() && piece->values.value.isEmpty());
    QVERIFY(piece->notUnderstood.isEmpty());
}

void EquipmentTest::leavesUntoldPartsNotKnown()
{
    const auto bare = read(R"({"id":1,"name":"Q"})");
    QVERIFY(bare.has_value());
    QVERIFY(!bare->description.isKnown());
    QVERIFY(!bare->inventoryNumber.isKnown());
    QVERIFY(!bare->externalId.isKnown());
    QVERIFY(!bare->contractor.isKnown());
    QVERIFY(!bare->model.isKnown());
    QVERIFY(!bare->values.isKnown());
    QVERIFY(!bare->createdAt.isKnown());
    QVERIFY(!bare->author.isKnown());
    QVERIFY(!bare->employee.isKnown());
    const auto model = read(R"({"id":1,"equipmentModel":{"id":5,"name":"BI"}})");
    QVERIFY(model.has_value());
    QVERIFY(!model->model.value.manufacturer.isKnown());
    QVERIFY(!model->model.value.type.isKnown());
}

void EquipmentTest::tellsKnownEmptyFromNotKnown()
{
    const auto piece = read(R"({"id":1,"contractor":"0","equipmentModel":null,"equipmentFieldValues":"''"})");
    QVERIFY(piece.has_value());
    QVERIFY(piece->contractor.isKnown() && piece->contractor.value.isNothing());
    QVERIFY(piece->model.isKnown() && piece->model.value.id.isEmpty());
    QVERIFY(piece->values.isKnown() && piece->values.value.isEmpty());
}

void EquipmentTest::readsTheOtherSpellings()
{
    const auto piece = read(
        R"({"results":{"id":9007199254740993,"serialNumber":5,"created_at":"2022-04-29T10:23:14Z",
            "external_id":"e","inventory_number":12,"contractor":714,
            "model":{"id":"574","name":"M","manufacturer":{"id":436,"name":"A"},"type":"6636"},
            "props":[{"value":["x"],"field":61}]}})");
    QVERIFY(piece.has_value());
    QCOMPARE(piece->id, QStringLiteral("9007199254740993"));
    QCOMPARE(piece->serialNumber, QStringLiteral("5"));
    QCOMPARE(piece->createdAt.value, QDateTime({2022, 4, 29}, {10, 23, 14}, Qt::UTC));
    QCOMPARE(piece->externalId.value, QStringLiteral("e"));
    QCOMPARE(piece->inventoryNumber.value, QStringLiteral("12"));
    QCOMPARE(piece->contractor.value.id, QStringLiteral("714"));
    const NamedRef maker{QStringLiteral("436"), QStringLiteral("A")};
    QCOMPARE(piece->model.value.manufacturer.value, maker);
    QCOMPARE(piece->model.value.type.value.id, QStringLiteral("6636"));
    QCOMPARE(piece->values.value.first().fieldId, QStringLiteral("61"));
}

void EquipmentTest::readsValues_data()
{
    QTest::addColumn<QByteArray>("json");
    QTest::addColumn<FieldValue>("value");
    const auto row
        = [](const char *json, const FieldValue &value) { QTest::newRow(json) << QByteArray(json) << value; };
    row("[true]", FieldValue::checkbox(true));
    row("false", FieldValue::checkbox(false));
    row("[\"Встренная\"]", FieldValue::text(QStringLiteral("Встренная")));
    row("[\"\"]", FieldValue::text(QString()));
    row("[\"100\"]", FieldValue::text(QStringLiteral("100")));
    row("[9007199254740993]", FieldValue::number(QStringLiteral("9007199254740993")));
    row("[0]", FieldValue::number(QStringLiteral("0")));
    row("[]", FieldValue());
    row("{}", FieldValue());
    row("null", FieldValue());
    row("[null]", FieldValue::other("[null]"));
    row("[1, 2]", FieldValue::other("[1,2]"));
    row("[{\"id\": 5}]", FieldValue::other("[{\"id\":5}]"));
}

void EquipmentTest::readsValues()
{
    QFETCH(QByteArray, json);
    QFETCH(FieldValue, value);
    const auto piece = read(
        "{\"id\":1,\"equipmentFieldValues\":[{\"value\":" + json
        + ",\"name\":\"Поле\",\"field\":{\"id\":61,\"type\":{\"id\":3}}}]}");
    QVERIFY(piece.has_value());
    const EquipmentValue read = piece->values.value.first();
    QCOMPARE(read.name, QStringLiteral("Поле"));
    QCOMPARE(read.typeId, 3);
    QCOMPARE(read.value.kind(), value.kind());
    QVERIFY2(read.value == value, qPrintable(read.value.displayText()));
}

void EquipmentTest::refusesWhatIsNoEquipment()
{
    QCOMPARE(read("{}").error().kind, ErrorKind::BadAnswer);
    QCOMPARE(read("{\"id\":1}", QStringLiteral("2")).error().place, QStringLiteral("id"));
    QCOMPARE(
        read("{\"id\":1,\"equipmentFieldValues\":[{},1]}").error().place,
        QStringLiteral("equipmentFieldValues[1]"));
    QCOMPARE(
        read("{\"id\":1,\"equipmentFieldValues\":\"x\"}").error().place,
        QStringLiteral("equipmentFieldValues"));
}

void EquipmentTest::readsLists()
{
    const auto models = readPage<NamedRef>(samples::modelList(), readNamedRow);
    QVERIFY(models.has_value());
    QCOMPARE(models->rows.size(), 2);
    QCOMPARE(models->rows.last().name, QStringLiteral("150 DS"));
    const auto pieces = readPage<NamedRef>(samples::equipmentList(), readNamedRow);
    QVERIFY(pieces.has_value());
    QCOMPARE(pieces->rows.first().name, QStringLiteral("SX2928934"));
}

void EquipmentTest::bodiesSayTheSameAgain()
{
    const auto piece = read(samples::equipment());
    QVERIFY(piece.has_value());
    const EquipmentBody body = equipmentBodyOf(*piece);
    QCOMPARE(body.serialNumber, piece->serialNumber);
    QCOMPARE(body.model.value.id, QStringLiteral("641"));
    QVERIFY(body.contractor == piece->contractor);
    QVERIFY(body.values == piece->values);
}

QTEST_APPLESS_MAIN(EquipmentTest)
#include "EquipmentTest.moc"
