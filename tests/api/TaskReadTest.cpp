#include "Samples.h"
#include "TaskCodec.h"

#include <QTest>

using namespace naryad;
using namespace naryad::api;
namespace samples = naryad::test::samples;

namespace {

QDateTime utc(int year, int month, int day, int hour, int minute, int second = 0)
{
    return QDateTime({year, month, day}, {hour, minute, second}, Qt::UTC);
}

Result<Task> read(const QByteArray &body, const QString &asked = QStringLiteral("1"))
{
    return readTask(body, asked, AccountZone());
}

} // namespace

class TaskReadTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsTheDocumentsSample();
    void leavesUntoldPartsNotKnown();
    void readsTheOtherSpellings();
    void tellsKnownEmptyFromNotKnown();
    void readsTimesInEveryForm_data();
    void readsTimesInEveryForm();
    void takesCoordinatesAtTheirWord();
    void readsTheClosingResult_data();
    void readsTheClosingResult();
    void readsStatus_data();
    void readsStatus();
    void readsReportAsOneObject();
    void keepsLargeIds();
    void fallsBackToTheAskedId();
    void refusesWhatIsNoTask_data();
    void refusesWhatIsNoTask();
    void namesTheOddRow();
};

void TaskReadTest::readsTheDocumentsSample()
{
    const auto task = read(samples::task(), QStringLiteral("522075"));
    QVERIFY(task.has_value());
    QCOMPARE(task->id, QStringLiteral("522075"));
    QCOMPARE(task->number, QStringLiteral("1111"));
    QCOMPARE(task->createdAt.value, utc(2021, 10, 29, 9, 48, 36));
    QCOMPARE(task->plannedStart.value, utc(2021, 1, 1, 12, 0));
    QCOMPARE(task->plannedEnd.value, utc(2021, 1, 1, 13, 0));
    QCOMPARE(task->plannedStart.source, Source::Service);
    QVERIFY(task->draft == Known<bool>::fromService(true));
    const NamedRef standard{QStringLiteral("828"), QStringLiteral("Стандартная задача")};
    QCOMPARE(task->taskTemplate, standard);

    QCOMPARE(task->details.size(), 1);
    const FieldRow &sum = task->details.first();
    QCOMPARE(sum.rowId, QStringLiteral("2074364"));
    QCOMPARE(sum.fieldId, QStringLiteral("2302"));
    QCOMPARE(sum.name, QStringLiteral("Планируемая сумма за работу"));
    QCOMPARE(sum.type(), FieldType::Number);
    QVERIFY(sum.value == FieldValue::number(QStringLiteral("100")));
    QCOMPARE(sum.parent, QString());
    QCOMPARE(sum.visibleToMobile, std::optional(true));
    QCOMPARE(sum.required, std::optional(false));

    QCOMPARE(task->report.size(), 1);
    const FieldRow &photo = task->report.first();
    QCOMPARE(photo.type(), FieldType::Picture);
    QVERIFY(photo.value.isEmpty());
    QCOMPARE(photo.visibleToMobile, std::nullopt);
}

void TaskReadTest::leavesUntoldPartsNotKnown()
{
    const auto task = read(samples::task(), QStringLiteral("522075"));
    QVERIFY(task.has_value());
    QVERIFY(!task->contractor.isKnown());
    QVERIFY(!task->worker.isKnown());
    QVERIFY(!task->address.isKnown());
    QVERIFY(!task->resultCheck.isKnown());
    QVERIFY(!task->status.isKnown());
    QVERIFY(!task->finished.isKnown());
}

void TaskReadTest::readsTheOtherSpellings()
{
    const auto task = read(R"({"id":1,"number":42,"tasktemplate":{"id":"3","name":"Т"},
        "employees":[{"id":9,"name":"Петр"},{"id":10,"name":"Иван"}],"contractor":{"id":"5","name":"Ромашка"},
        "address":"Ленинский пр.","address_porch":1,"address_floor":"0","address_room":"3","address_info":"двор",
        "verificationRequired":"1","props":[],"checklist":null})");
    QVERIFY(task.has_value());
    QCOMPARE(task->number, QStringLiteral("42"));
    QCOMPARE(task->taskTemplate.name, QStringLiteral("Т"));
    QCOMPARE(task->worker.value.id, QStringLiteral("9"));
    QCOMPARE(task->contractor.value.name, QStringLiteral("Ромашка"));
    QVERIFY(task->address.isKnown());
    QCOMPARE(task->address.value.entrance, QStringLiteral("1"));
    QCOMPARE(task->address.value.floor, QStringLiteral("0"));
    QCOMPARE(task->address.value.room, QStringLiteral("3"));
    QCOMPARE(task->address.value.notes, QStringLiteral("двор"));
    QVERIFY(task->resultCheck == Known<bool>::fromService(true));
    // The vendor's own program nests the results
    QCOMPARE(read(R"({"result":{"id":1,"props":[]}})")->id, QStringLiteral("1"));
}

void TaskReadTest::tellsKnownEmptyFromNotKnown()
{
    const auto task = read(
        R"({"id":"1","contractor":"0","employee":0,"plannedVisitTime":null,"plannedEndVisitTime":"0","address":""})");
    QVERIFY(task.has_value());
    QVERIFY(task->contractor.isKnown() && task->contractor.value.isNothing());
    QVERIFY(task->worker.isKnown() && task->worker.value.isNothing());
    QVERIFY(task->plannedStart.isKnown() && !task->plannedStart.value.isValid());
    QVERIFY(task->plannedEnd.isKnown() && !task->plannedEnd.value.isValid());
    QVERIFY(task->address.isKnown() && task->address.value.isEmpty());
    QVERIFY(!task->createdAt.isKnown());
    QVERIFY(read(R"({"id":"1","employees":[]})")->worker.isKnown());
    QCOMPARE(read(R"({"id":"1","contractor":"77"})")->contractor.value.id, QStringLiteral("77"));
}

void TaskReadTest::readsTimesInEveryForm_data()
{
    QTest::addColumn<QByteArray>("json");
    QTest::addColumn<bool>("known");
    QTest::addColumn<QDateTime>("moment");
    const QDateTime noon = utc(2021, 1, 1, 12, 0);
    QTest::newRow("with Z") << QByteArray("\"2021-01-01T12:00:00Z\"") << true << noon;
    QTest::newRow("with an offset") << QByteArray("\"2021-01-01T15:00:00+03:00\"") << true << noon;
    QTest::newRow("without a zone") << QByteArray("\"2021-01-01T15:00:00\"") << true << noon;
    QTest::newRow("with a space") << QByteArray("\"2021-01-01 15:00:00\"") << true << noon;
    QTest::newRow("epoch text") << QByteArray("\"1609502400\"") << true << noon;
    QTest::newRow("epoch") << QByteArray("1609502400") << true << noon;
    QTest::newRow("none") << QByteArray("\"NULL\"") << true << QDateTime();
    QTest::newRow("unreadable") << QByteArray("\"завтра\"") << false << QDateTime();
}

void TaskReadTest::readsTimesInEveryForm()
{
    QFETCH(QByteArray, json);
    QFETCH(bool, known);
    QFETCH(QDateTime, moment);
    const auto task = read("{\"id\":1,\"plannedVisitTime\":" + json + "}");
    QVERIFY(task.has_value());
    QCOMPARE(task->plannedStart.isKnown(), known);
    QCOMPARE(task->plannedStart.value, moment);
}

void TaskReadTest::takesCoordinatesAtTheirWord()
{
    const auto task = read(R"({"id":1,"lat":"37.222","lon":54.222})");
    QVERIFY(task.has_value());
    QVERIFY(task->address.isKnown());
    QCOMPARE(task->address.value.latitude, QStringLiteral("37.222"));
    QCOMPARE(task->address.value.longitude, QStringLiteral("54.222"));
}

void TaskReadTest::readsTheClosingResult_data()
{
    QTest::addColumn<QByteArray>("part");
    QTest::addColumn<QString>("id");
    QTest::addColumn<QString>("name");
    const auto row = [](const char *name, const char *part, const char16_t *id, const char16_t *said) {
        QTest::newRow(name) << QByteArray(part) << QString::fromUtf16(id) << QString::fromUtf16(said);
    };
    row("resolution", R"("resolution":{"id":74,"name":"Выполнено"})", u"74", u"Выполнено");
    row("result", R"("result":{"id":"75","name":"Отказ"})", u"75", u"Отказ");
    row("finished status", R"("task_status":{"id":"19","name":"Готово","statusId":"7"})", u"19", u"Готово");
    row("both", R"("status":{"id":1,"name":"x","statusId":7},"resolution":{"id":74,"name":"Да"})", u"74",
        u"Да");
    row("another status", R"("status":{"id":"12","name":"Отправлено","statusId":1})", u"", u"");
    row("a status of no system", R"("status":{"id":"12","name":"Отправлено"})", u"", u"");
    row("no name", R"("resolution":{"id":74})", u"", u"");
    row("nothing", R"("resolution":0)", u"", u"");
    row("the document's", R"("name":"17")", u"", u"");
}

void TaskReadTest::readsTheClosingResult()
{
    QFETCH(QByteArray, part);
    QFETCH(QString, id);
    QFETCH(QString, name);
    QCOMPARE(readClosingResult(R"({"id":"5",)" + part + '}'), (NamedRef{id, name}));
    QCOMPARE(readClosingResult(R"({"id":"5",)" + part), NamedRef()); // no whole answer
}

void TaskReadTest::readsStatus_data()
{
    QTest::addColumn<QByteArray>("json");
    QTest::addColumn<QString>("id");
    QTest::addColumn<QString>("name");
    QTest::addColumn<int>("finished"); // -1 = not known
    QTest::newRow("finished") << QByteArray(R"("task_status":{"id":"19","name":"Готово","statusId":"7"})")
                              << QStringLiteral("19") << QStringLiteral("Готово") << 1;
    QTest::newRow("sent") << QByteArray(R"("taskStatus":{"id":12,"name":"Отправлено","statusId":1})")
                          << QStringLiteral("12") << QStringLiteral("Отправлено") << 0;
    QTest::newRow("without the system's") << QByteArray(R"("status":{"id":12,"name":"Отправлено"})")
                                          << QStringLiteral("12") << QStringLiteral("Отправлено") << -1;
    QTest::newRow("bare id") << QByteArray(R"("status":"12")") << QStringLiteral("12") << QString() << -1;
    QTest::newRow("bare name") << QByteArray(R"("status":"Отправлено")") << QString()
                               << QStringLiteral("Отправлено") << -1;
}

void TaskReadTest::readsStatus()
{
    QFETCH(QByteArray, json);
    QFETCH(QString, id);
    QFETCH(QString, name);
    QFETCH(int, finished);
    const auto task = read("{\"id\":1," + json + "}");
    QVERIFY(task.has_value());
    QVERIFY(task->status.isKnown());
    QCOMPARE(task->status.value.id, id);
    QCOMPARE(task->status.value.name, name);
    QCOMPARE(task->finished.isKnown(), finished >= 0);
    QCOMPARE(task->finished.value, finished == 1);
}

void TaskReadTest::readsReportAsOneObject()
{
    const auto task
        = read(R"({"id":1,"checklist":{"required":true,"field":{"id":"6636","type":{"id":1}},"value":"x"}})");
    QVERIFY(task.has_value());
    QCOMPARE(task->report.size(), 1);
    QCOMPARE(task->report.first().fieldId, QStringLiteral("6636"));
    QCOMPARE(task->report.first().value.asText(), QStringLiteral("x"));
}

void TaskReadTest::keepsLargeIds()
{
    const auto task = readTask(
        R"({"id":9223372036854775807,"template":{"id":9007199254740993},"draft":false})",
        QStringLiteral("9223372036854775807"), AccountZone());
    QVERIFY(task.has_value());
    QCOMPARE(task->id, QStringLiteral("9223372036854775807"));
    QCOMPARE(task->taskTemplate.id, QStringLiteral("9007199254740993"));
}

void TaskReadTest::fallsBackToTheAskedId()
{
    const auto task = read(R"({"draft":true,"name":"7"})", QStringLiteral("12"));
    QVERIFY(task.has_value());
    QCOMPARE(task->id, QStringLiteral("12"));
}

void TaskReadTest::refusesWhatIsNoTask_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::newRow("empty object") << QByteArray("{}");
    QTest::newRow("array") << QByteArray("[]");
    QTest::newRow("null") << QByteArray("null");
    QTest::newRow("scalar") << QByteArray("1");
    QTest::newRow("other keys") << QByteArray("{\"message\":\"ok\"}");
    QTest::newRow("another task") << QByteArray("{\"id\":2}");
    QTest::newRow("props are text") << QByteArray("{\"id\":1,\"props\":\"много\"}");
    QTest::newRow("cut") << samples::task().left(300);
}

void TaskReadTest::refusesWhatIsNoTask()
{
    QFETCH(QByteArray, body);
    const auto task = read(body);
    QVERIFY(!task.has_value());
    QCOMPARE(task.error().kind, ErrorKind::BadAnswer);
}

void TaskReadTest::namesTheOddRow()
{
    QCOMPARE(read(R"({"id":1,"props":[{},{},3]})").error().place, QStringLiteral("props[2]"));
    QCOMPARE(read(R"({"id":1,"checklist":[null]})").error().place, QStringLiteral("checklist[0]"));
    QCOMPARE(read(R"({"id":2})").error().place, QStringLiteral("id"));
}

QTEST_APPLESS_MAIN(TaskReadTest)
#include "TaskReadTest.moc"
