#include "Desk.h"

#include <QTest>

using namespace naryad::test;

namespace {

/// The document's body, on what is there; it names one field twice.
const QByteArray WholeBody = R"({
    "serialNumber":"Q1234",
    "props":[{"value":[true],"field":{"id":61}},{"value":["Встренная"],"field":{"id":61}}],
    "model":{"id":641}, "contractor":{"id":97611}})";

QByteArray body(const char *changes, std::initializer_list<const char *> removed = {})
{
    return changed(WholeBody, json(changes).toObject(), removed);
}

} // namespace

/// Equipment and its models.
class EquipmentTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init() { start({}); }
    void aPieceReadsAsTheDocumentShows();
    void whatIsOptionalMayLack();
    void breachesAreRefused_data();
    void breachesAreRefused();
    void anUpdateKeepsWhatItDoesntName();
    void anUpdateMayEmptyWhatItDoesntName();
    void aDeletedPieceIsGone();
    void theListSkipsWhatWentAndEndsWithWhatCame();
    void aModelIsKeptWhole();
    void modelsAreChecked_data();
    void modelsAreChecked();
    void aModelIsUpdated();
    void modelsInUseStay();
    void theModelListIsPaged();

private:
    void start(const naryad::sandbox::Options &options) { m_desk = std::make_unique<Desk>(options); }
    Reply post(const char *command, const QByteArray &body)
    {
        return m_desk->post(QString::fromLatin1(command), body);
    }
    Reply postFor(const char *command, qint64 id, const QByteArray &body = "{}")
    {
        return m_desk->post(QStringLiteral("%1?id=%2").arg(QString::fromLatin1(command)).arg(id), body);
    }
    Reply get(qint64 id) { return m_desk->get(QStringLiteral("get-equipment?id=%1").arg(id)); }
    QJsonArray page(const char *list, int number)
    {
        return m_desk->get(QStringLiteral("%1?page=%2").arg(QString::fromLatin1(list)).arg(number)).array();
    }

    std::unique_ptr<Desk> m_desk;
};

void EquipmentTest::aPieceReadsAsTheDocumentShows()
{
    m_desk->post(
        QStringLiteral("update-contractor?id=97611"), R"({"name":"Петров Игорь Семенович","lat":"55.7719",
        "lon":"37.5963","address":"г Москва, ул 3-я Тверская-Ямская, д 12 стр 1","addressInfo":""})");
    m_desk->post(QStringLiteral("update-equipment-model?id=641"), R"({"name":"BI WMHL 71283"})");
    const qint64 id = post("create-equipment", WholeBody).madeId();
    QVERIFY(id > 0);
    QCOMPARE(text(m_desk->made("equipment")), text(QJsonArray{num(id)}));
    QJsonObject expected = json(R"({
        "createdAt":"1795510800", "author":{"id":"2977","name":"Александр Смирнов"}, "employee":"0", "externalId":"",
        "name":"Q1234", "inventoryNumber":"", "description":"СМА Ariston BI WMHL 71283 с/н Q1234",
        "contractor":{
            "id":"97611", "name":"Петров Игорь Семенович", "parent":"0", "lat":"55.7719", "lon":"37.5963",
            "favourites":false, "address":"г Москва, ул 3-я Тверская-Ямская, д 12 стр 1", "addressFloor":"",
            "addressRoom":"", "addressPorch":"", "addressInfo":"", "subdivisionCounter":"2", "region":"''",
            "employeeRegion":"''"},
        "equipmentModel":{"id":"641","name":"BI WMHL 71283","manufacture":{"mName":"Ariston"},"type":{"tName":"СМА"}},
        "equipmentFieldValues":[{"value":[true],"field":{"id":"61"}},{"value":["Встренная"],"field":{"id":"61"}}]})")
                               .toObject();
    expected.insert(QStringLiteral("id"), num(id));
    QCOMPARE(text(get(id).object()), text(expected));
    QCOMPARE(text(m_desk->truthOf("equipment", id)), text(expected));
}

void EquipmentTest::whatIsOptionalMayLack()
{
    const qint64 id = post("create-equipment", R"({"serialNumber":"SX2928934"})").madeId();
    const QJsonObject told = get(id).object();
    QCOMPARE(told.value(QLatin1String("contractor")), QStringLiteral("0"));
    QCOMPARE(told.value(QLatin1String("equipmentModel")), QStringLiteral("0"));
    QCOMPARE(told.value(QLatin1String("equipmentFieldValues")).toArray().size(), 0);
    QCOMPARE(told.value(QLatin1String("description")), QStringLiteral("с/н SX2928934"));
    QVERIFY(post("create-equipment", body(R"({"model":null,"contractor":null,"props":[]})")).madeId() > id);
    // A model without type and maker.
    QCOMPARE(
        text(get(4168).object().value(QLatin1String("equipmentModel"))),
        text(json(R"({"id":"648","name":"185 SX-7","manufacture":{"mName":null},"type":{"tName":null}})")));
}

void EquipmentTest::breachesAreRefused_data()
{
    QTest::addColumn<QByteArray>("given");
    QTest::addColumn<int>("code");
    const auto row = [](const char *name, const char *changes, int code) {
        QTest::newRow(name) << body(changes) << code;
    };
    QTest::newRow("no serial number") << body("{}", {"serialNumber"}) << MissingKey;
    row("an empty serial number", R"({"serialNumber":" "})", WrongValue);
    row("a serial number that is one", R"({"serialNumber":1234})", WrongValue);
    row("the name it reads back as", R"({"name":"Q1234"})", UnknownKey);
    row("an inventory number", R"({"inventoryNumber":"1"})", UnknownKey);
    row("no such model", R"({"model":{"id":1}})", NotFound);
    row("a bare model", R"({"model":641})", WrongValue);
    row("a model with its name", R"({"model":{"id":641,"name":"x"}})", UnknownKey);
    row("no such client", R"({"contractor":{"id":1}})", NotFound);
    row("a client in words", R"({"contractor":{"id":"x"}})", WrongValue);
    row("one value outside an array", R"({"props":{"value":[true],"field":{"id":61}}})", WrongValue);
    row("a value that is no array", R"({"props":[{"value":true,"field":{"id":61}}]})", WrongValue);
    row("an object for a value", R"({"props":[{"value":[{"id":1}],"field":{"id":61}}]})", WrongValue);
    row("nothing for a value", R"({"props":[{"value":[null],"field":{"id":61}}]})", WrongValue);
    row("no value", R"({"props":[{"field":{"id":61}}]})", WrongValue);
    row("no field", R"({"props":[{"value":[true]}]})", MissingKey);
    row("no such field", R"({"props":[{"value":[true],"field":{"id":2302}}]})", NotFound);
    row("a value with more", R"({"props":[{"id":"1","value":[true],"field":{"id":61}}]})", UnknownKey);
}

void EquipmentTest::breachesAreRefused()
{
    QFETCH(const QByteArray, given);
    QFETCH(const int, code);
    naryad::sandbox::Options options;
    options.omittedKeep = false;
    start(options);
    QCOMPARE(post("create-equipment", given).code(), code);
    QCOMPARE(text(m_desk->made("equipment")), text(QJsonArray()));
    const QString before = text(m_desk->truthOf("equipment", 4161));
    QCOMPARE(postFor("update-equipment", 4161, given).code(), code);
    QCOMPARE(text(m_desk->truthOf("equipment", 4161)), before);
    QCOMPARE(postFor("update-equipment", 1, given).code(), NotFound);
}

void EquipmentTest::anUpdateKeepsWhatItDoesntName()
{
    const QJsonObject before = m_desk->truthOf("equipment", 4161);
    const Reply reply = postFor("update-equipment", 4161, R"({"model":{"id":"642"}})");
    QCOMPARE(reply.body, QByteArray("\"4161\"")); // bare, in quotes
    const QJsonObject after = m_desk->truthOf("equipment", 4161);
    QCOMPARE(
        after.value(QLatin1String("equipmentModel")).toObject().value(QLatin1String("id")),
        QStringLiteral("642"));
    QCOMPARE(
        text(without(after, {"equipmentModel", "description"})),
        text(without(before, {"equipmentModel", "description"})));
    QVERIFY(!before.value(QLatin1String("equipmentFieldValues")).toArray().isEmpty());
    QCOMPARE(
        postFor(
            "update-equipment", 4161, R"({"props":[{"value":[7.5],"field":{"id":63}}],"contractor":null})")
            .status,
        200);
    const QJsonObject told = get(4161).object();
    QCOMPARE(
        text(told.value(QLatin1String("equipmentFieldValues"))),
        text(json(R"([{"value":[7.5],"field":{"id":"63"}}])")));
    QCOMPARE(told.value(QLatin1String("contractor")), QStringLiteral("0"));
}

void EquipmentTest::anUpdateMayEmptyWhatItDoesntName()
{
    naryad::sandbox::Options options;
    options.omittedKeep = false;
    start(options);
    QCOMPARE(postFor("update-equipment", 4161, R"({"serialNumber":"Q9"})").status, 200);
    const QJsonObject told = get(4161).object();
    QCOMPARE(told.value(QLatin1String("name")), QStringLiteral("Q9"));
    QCOMPARE(told.value(QLatin1String("contractor")), QStringLiteral("0"));
    QCOMPARE(told.value(QLatin1String("equipmentModel")), QStringLiteral("0"));
    QCOMPARE(told.value(QLatin1String("equipmentFieldValues")).toArray().size(), 0);
}

void EquipmentTest::aDeletedPieceIsGone()
{
    QCOMPARE(postFor("delete-equipment", 4161, R"({"id":4161})").code(), UnknownKey);
    QCOMPARE(postFor("delete-equipment", 4161).body, QByteArray("4161")); // bare, a number
    QCOMPARE(get(4161).code(), NotFound);
    QCOMPARE(postFor("delete-equipment", 4161).code(), NotFound);
    QCOMPARE(postFor("update-equipment", 4161, WholeBody).code(), NotFound);
    const qint64 id = post("create-equipment", WholeBody).madeId();
    QCOMPARE(postFor("delete-equipment", id).body, QByteArray::number(id));
    QCOMPARE(get(id).code(), NotFound);
    QCOMPARE(text(m_desk->made("equipment")), text(QJsonArray()));
    QCOMPARE(m_desk->truth(QStringLiteral("counts")).toObject().value(QLatin1String("equipment")), 299);
}

void EquipmentTest::theListSkipsWhatWentAndEndsWithWhatCame()
{
    naryad::sandbox::Options options;
    options.equipment = 25;
    start(options);
    for (qint64 id : {4161, 4163, 4164, 4172, 4185})
        QCOMPARE(postFor("delete-equipment", id).status, 200);
    const qint64 made = post("create-equipment", WholeBody).madeId();
    QVector<qint64> expected;
    for (qint64 id = 4161; id < 4186; ++id) {
        if (id != 4161 && id != 4163 && id != 4164 && id != 4172 && id != 4185)
            expected.append(id);
    }
    expected.append(made);
    QVector<qint64> listed;
    for (int number = 0; number < 4; ++number) {
        const QJsonArray rows = page("get-equipment-list", number);
        for (const QJsonValue &row : rows)
            listed.append(row.toObject().value(QLatin1String("id")).toString().toLongLong());
    }
    QCOMPARE(listed, expected);
    QCOMPARE(
        text(page("get-equipment-list", 2).at(0)),
        text(QJsonObject{
            {QStringLiteral("id"), num(made)}, {QStringLiteral("name"), QStringLiteral("Q1234")}}));
}

void EquipmentTest::aModelIsKeptWhole()
{
    const Reply made = post(
        "create-equipment-model", R"({"name":"150 SX","type":{"id":"6636"},"manufacture":{"id":"436"}})");
    const qint64 id = made.madeId();
    QVERIFY(id > 0);
    QCOMPARE(text(m_desk->made("model")), text(QJsonArray{num(id)}));
    QJsonObject expected = json(R"({"name":"150 SX","type":"6636","manufacture":"436"})").toObject();
    expected.insert(QStringLiteral("id"), num(id));
    QCOMPARE(text(m_desk->truthOf("model", id)), text(expected));
    const qint64 bare = post("create-equipment-model", R"({"name":"150 DS"})").madeId();
    QCOMPARE(m_desk->truthOf("model", bare).value(QLatin1String("type")), QStringLiteral("0"));
    QCOMPARE(m_desk->truthOf("model", bare).value(QLatin1String("manufacture")), QStringLiteral("0"));
}

void EquipmentTest::modelsAreChecked_data()
{
    QTest::addColumn<QByteArray>("given");
    QTest::addColumn<int>("code");
    const auto row = [](const char *name, const char *body, int code) {
        QTest::newRow(name) << QByteArray(body) << code;
    };
    row("no name", R"({"type":{"id":"6636"}})", MissingKey);
    row("an empty name", R"({"name":""})", WrongValue);
    row("no such type", R"({"name":"x","type":{"id":"1"}})", NotFound);
    row("a bare type", R"({"name":"x","type":6636})", WrongValue);
    row("a type by name", R"({"name":"x","type":{"tName":"СМА"}})", UnknownKey);
    row("no such maker", R"({"name":"x","manufacture":{"id":"1"}})", NotFound);
    row("a maker as a text", R"({"name":"x","manufacture":"436"})", WrongValue);
    row("another spelling", R"({"name":"x","manufacturer":{"id":"436"}})", UnknownKey);
}

void EquipmentTest::modelsAreChecked()
{
    QFETCH(const QByteArray, given);
    QFETCH(const int, code);
    naryad::sandbox::Options options;
    options.omittedKeep = false;
    start(options);
    QCOMPARE(post("create-equipment-model", given).code(), code);
    const QString before = text(m_desk->truthOf("model", 641));
    QCOMPARE(postFor("update-equipment-model", 641, given).code(), code);
    QCOMPARE(text(m_desk->truthOf("model", 641)), before);
    QCOMPARE(postFor("update-equipment-model", 1, given).code(), NotFound);
}

void EquipmentTest::aModelIsUpdated()
{
    QCOMPARE(postFor("update-equipment-model", 641, R"({"name":"160 SX"})").body, QByteArray("\"641\""));
    QCOMPARE(
        text(m_desk->truthOf("model", 641)),
        text(json(R"({"id":"641","name":"160 SX","type":"6636","manufacture":"436"})")));
    QCOMPARE(
        postFor("update-equipment-model", 641, R"({"name":"160 SX","type":{"id":6637},"manufacture":null})")
            .status,
        200);
    QCOMPARE(
        text(m_desk->truthOf("model", 641)),
        text(json(R"({"id":"641","name":"160 SX","type":"6637","manufacture":"0"})")));
    naryad::sandbox::Options options;
    options.omittedKeep = false;
    start(options);
    QCOMPARE(postFor("update-equipment-model", 641, R"({"name":"160 SX"})").status, 200);
    QCOMPARE(
        text(m_desk->truthOf("model", 641)),
        text(json(R"({"id":"641","name":"160 SX","type":"0","manufacture":"0"})")));
}

void EquipmentTest::modelsInUseStay()
{
    QCOMPARE(postFor("delete-equipment-model", 641).code(), InUse);
    const qint64 id = post("create-equipment-model", R"({"name":"150 DS"})").madeId();
    const QByteArray piece = R"({"serialNumber":"Q","model":{"id":)" + QByteArray::number(id) + "}}";
    const qint64 pieceId = post("create-equipment", piece).madeId();
    QCOMPARE(postFor("delete-equipment-model", id).code(), InUse);
    QCOMPARE(postFor("delete-equipment", pieceId).status, 200);
    QCOMPARE(postFor("delete-equipment-model", id).body, QByteArray::number(id)); // bare, a number
    QCOMPARE(postFor("delete-equipment-model", id).code(), NotFound);
    QCOMPARE(post("create-equipment", piece).code(), NotFound);
}

void EquipmentTest::theModelListIsPaged()
{
    QCOMPARE(
        text(page("get-equipment-model-list", 0).at(0)), text(json(R"({"id":"641","name":"150 SX-0"})")));
    QCOMPARE(page("get-equipment-model-list", 5).size(), 10);
    QCOMPARE(page("get-equipment-model-list", 6).size(), 0);
    const qint64 id = post("create-equipment-model", R"({"name":"150 DS"})").madeId();
    QCOMPARE(page("get-equipment-model-list", 6).at(0).toObject().value(QLatin1String("id")), num(id));
    QCOMPARE(page("get-equipment-list", 29).size(), 10);
    QCOMPARE(page("get-equipment-list", 30).size(), 0);
}

QTEST_GUILESS_MAIN(EquipmentTest)
#include "EquipmentTest.moc"
