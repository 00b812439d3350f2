#include "TaskCodec.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

using namespace naryad;
using namespace naryad::api;

namespace {

/// The task of the document's create-task, as the program holds it.
TaskBody documentBody()
{
    TaskBody body;
    body.number = QStringLiteral("1111");
    body.taskTemplate = {QStringLiteral("828"), QStringLiteral("Стандартная задача")};
    body.worker = Known<NamedRef>::fromHere({QStringLiteral("8"), QStringLiteral("Петр")});
    body.contractor = Known<NamedRef>::fromHere({QStringLiteral("12211"), QStringLiteral("Ромашка")});
    body.draft = true;
    body.address = Known<Address>::fromHere(
        {QStringLiteral("Ленинский проспект 21"), QStringLiteral("1"), QStringLiteral("2"),
         QStringLiteral("3"), QStringLiteral("Вход по паспорту"), QStringLiteral("37.222"),
         QStringLiteral("54.222")});
    body.resultCheck = Known<bool>::fromHere(false);
    body.plannedStart = QDateTime({2021, 1, 1}, {12, 0}, Qt::UTC);
    body.plannedEnd = QDateTime({2021, 1, 1}, {13, 0}, Qt::UTC);
    body.details.append(
        {QStringLiteral("2302"), QStringLiteral("Сумма"), 2, FieldValue::number(QStringLiteral("100"))});
    return body;
}

QJsonObject object(const QByteArray &text)
{
    return QJsonDocument::fromJson(text).object();
}

} // namespace

class TaskWriteTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void writesTheDocumentsBody();
    void leavesOutWhatIsNotKnown();
    void saysEmptyOnlyInAnUpdate();
    void leavesOutPartsNobodyTold();
    void leavesOutCoordinatesOnlyTogether();
    void alwaysSaysDraft();
    void writesTimesInTheAccountsZone();
    void writesDetailsByType();
    void writesOnlyDocumentedKeys();
    void escapesTexts();
    void writesCommentAndClose();
    void sameValueGivesSameBytes();
};

void TaskWriteTest::writesTheDocumentsBody()
{
    const QByteArray expected
        = "{\"number\":\"1111\",\"template\":{\"id\":828},\"employee\":{\"id\":8},\"contractor\":{\"id\":"
          "12211},"
          "\"draft\":true,\"address\":\"Ленинский проспект "
          "21\",\"addressPorch\":\"1\",\"addressFloor\":\"2\","
          "\"addressRoom\":\"3\",\"addressInfo\":\"Вход по паспорту\",\"lat\":\"37.222\",\"lon\":\"54.222\","
          "\"verificationRequired\":false,\"plannedVisitTime\":\"2021-01-01T15:00:00\","
          "\"plannedEndVisitTime\":\"2021-01-01T16:00:00\",\"props\":[{\"field\":{\"id\":2302},\"value\":100}"
          "]}";
    QCOMPARE(createTaskBody(documentBody(), AccountZone()), expected);
    QCOMPARE(updateTaskBody(documentBody(), AccountZone()), expected);
}

void TaskWriteTest::leavesOutWhatIsNotKnown()
{
    TaskBody body;
    body.taskTemplate.id = QStringLiteral("828");
    const QByteArray least = "{\"template\":{\"id\":828},\"draft\":true,\"props\":[]}";
    QCOMPARE(createTaskBody(body, AccountZone()), least);
    QCOMPARE(updateTaskBody(body, AccountZone()), least);
}

void TaskWriteTest::saysEmptyOnlyInAnUpdate()
{
    TaskBody body;
    body.taskTemplate.id = QStringLiteral("828");
    body.contractor = Known<NamedRef>::fromHere({});
    body.worker = Known<NamedRef>::fromHere({});
    body.address = Known<Address>::fromHere({QStringLiteral("Тверская"), {}, {}, {}, {}, {}, {}});
    const QJsonObject created = object(createTaskBody(body, AccountZone()));
    QVERIFY(!created.contains(QLatin1String("contractor")));
    QVERIFY(!created.contains(QLatin1String("employee")));
    QCOMPARE(created.value(QLatin1String("address")).toString(), QStringLiteral("Тверская"));
    QVERIFY(!created.contains(QLatin1String("addressPorch")));

    const QJsonObject updated = object(updateTaskBody(body, AccountZone()));
    QVERIFY(updated.value(QLatin1String("contractor")).isNull());
    QVERIFY(updated.contains(QLatin1String("contractor")));
    QVERIFY(updated.contains(QLatin1String("employee")));
    QVERIFY(updated.value(QLatin1String("addressPorch")).isString());
    QCOMPARE(updated.value(QLatin1String("addressPorch")).toString(), QString());
    // No form of "no time" is documented
    QVERIFY(!updated.contains(QLatin1String("plannedVisitTime")));
}

void TaskWriteTest::leavesOutPartsNobodyTold()
{
    TaskBody body;
    body.taskTemplate.id = QStringLiteral("828");
    body.address = Known<Address>::fromHere({{}, {}, QStringLiteral("3"), {}, {}, {}, {}});
    body.address.value.notKnown = AddressPart::Text | AddressPart::Entrance | AddressPart::Notes
        | AddressPart::Latitude | AddressPart::Longitude;
    const QJsonObject json = object(updateTaskBody(body, AccountZone()));
    QCOMPARE(json.value(QLatin1String("addressFloor")).toString(), QStringLiteral("3"));
    QVERIFY(json.value(QLatin1String("addressRoom")).isString()); // known to be empty
    for (const char *key : {"address", "addressPorch", "addressInfo", "lat", "lon"})
        QVERIFY2(!json.contains(QLatin1String(key)), key);
}

void TaskWriteTest::leavesOutCoordinatesOnlyTogether()
{
    TaskBody body = documentBody();
    body.address.value.longitude.clear();
    QJsonObject json = object(updateTaskBody(body, AccountZone()));
    QCOMPARE(json.value(QLatin1String("lat")).toString(), QStringLiteral("37.222"));
    QVERIFY(json.contains(QLatin1String("lon")));
    body.address.value.latitude.clear();
    json = object(updateTaskBody(body, AccountZone()));
    QVERIFY(!json.contains(QLatin1String("lat")));
    QVERIFY(!json.contains(QLatin1String("lon")));
}

void TaskWriteTest::alwaysSaysDraft()
{
    TaskBody body = documentBody();
    body.draft = false;
    QVERIFY(createTaskBody(body, AccountZone()).contains("\"draft\":false"));
    QVERIFY(updateTaskBody(body, AccountZone()).contains("\"draft\":false"));
}

void TaskWriteTest::writesTimesInTheAccountsZone()
{
    const QJsonObject json = object(createTaskBody(documentBody(), AccountZone("Asia/Vladivostok")));
    QCOMPARE(json.value(QLatin1String("plannedVisitTime")).toString(), QStringLiteral("2021-01-01T22:00:00"));
}

void TaskWriteTest::writesDetailsByType()
{
    TaskBody body = documentBody();
    body.details
        = {{QStringLiteral("1"), {}, 1, FieldValue::text(QStringLiteral("да"))},
           {QStringLiteral("2"), {}, 3, FieldValue::checkbox(false)},
           {QStringLiteral("3"), {}, 5, FieldValue::option({QStringLiteral("7"), QStringLiteral("Нал")})},
           {QStringLiteral("4"), {}, 4, FieldValue()},
           {QStringLiteral("5"), {}, 6, FieldValue::files(2, {})},
           {QStringLiteral("6"), {}, 2, FieldValue()},
           {QStringLiteral("id-7"), {}, 9, FieldValue::other("{\"from\":1}")}};
    const QByteArray props
        = "\"props\":[{\"field\":{\"id\":1},\"value\":\"да\"},{\"field\":{\"id\":2},\"value\":false},"
          "{\"field\":{\"id\":3},\"value\":{\"id\":7,\"name\":\"Нал\"}},"
          "{\"field\":{\"id\":\"id-7\"},\"value\":{\"from\":1}}]";
    QVERIFY2(
        createTaskBody(body, AccountZone()).contains(props), createTaskBody(body, AccountZone()).constData());
    QVERIFY(updateTaskBody(body, AccountZone()).contains(props));
}

void TaskWriteTest::writesOnlyDocumentedKeys()
{
    static const QStringList documented{
        QStringLiteral("number"),
        QStringLiteral("template"),
        QStringLiteral("employee"),
        QStringLiteral("contractor"),
        QStringLiteral("draft"),
        QStringLiteral("address"),
        QStringLiteral("addressPorch"),
        QStringLiteral("addressFloor"),
        QStringLiteral("addressRoom"),
        QStringLiteral("addressInfo"),
        QStringLiteral("lat"),
        QStringLiteral("lon"),
        QStringLiteral("verificationRequired"),
        QStringLiteral("plannedVisitTime"),
        QStringLiteral("plannedEndVisitTime"),
        QStringLiteral("props")};
    QStringList keys = object(updateTaskBody(documentBody(), AccountZone())).keys();
    keys.sort();
    QStringList expected = documented;
    expected.sort();
    QCOMPARE(keys, expected);
}

void TaskWriteTest::escapesTexts()
{
    TaskBody body = documentBody();
    body.address.value.text = QStringLiteral("ул. «Мира»\", \"draft\": false, \"x\": \"\n\t\\");
    const QJsonObject json = object(createTaskBody(body, AccountZone()));
    QCOMPARE(json.value(QLatin1String("address")).toString(), body.address.value.text);
    QCOMPARE(json.value(QLatin1String("draft")).toBool(), true);
    QVERIFY(!json.contains(QLatin1String("x")));
}

void TaskWriteTest::writesCommentAndClose()
{
    QCOMPARE(
        commentBody(QStringLiteral("828"), QStringLiteral("Какой-то \"текст\"")),
        QByteArray("{\"message\":\"Какой-то \\\"текст\\\"\",\"task\":{\"id\":828}}"));
    QCOMPARE(
        closeBody(QStringLiteral("74"), QStringLiteral("Задача отменена клиентом")),
        QByteArray("{\"result_status\":\"74\",\"results_description\":\"Задача отменена клиентом\"}"));
}

void TaskWriteTest::sameValueGivesSameBytes()
{
    QCOMPARE(createTaskBody(documentBody(), AccountZone()), createTaskBody(documentBody(), AccountZone()));
}

QTEST_APPLESS_MAIN(TaskWriteTest)
#include "TaskWriteTest.moc"
