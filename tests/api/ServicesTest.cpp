#include "Desk.h"
#include "Futures.h"
#include "Samples.h"
#include "api/CommandTable.h"

using namespace naryad;
using namespace naryad::api;
using namespace naryad::test;

namespace {

TaskBody leastBody()
{
    TaskBody body;
    body.taskTemplate.id = QStringLiteral("828");
    return body;
}

} // namespace

/// What all services share: the raw answer kept, errors with what was asked, writes in two steps, the id of
/// an answer. Each command by itself is AllCommandsTest's.
class ServicesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void keepsTheRawAnswer();
    void searchesByExternalId();
    void tellsWhatWasAsked();
    void everyGetKnowsNotFound();
    void cancellingReachesTheSocket();
    void preparesWrites();
    void sendsWrites();
    void preparedWritesAreFrozen();
    void answersWithoutAnIdAreAmbiguous_data();
    void answersWithoutAnIdAreAmbiguous();
    void onlySilentCommandsMayAnswerNoId();
    void sendsNoWriteWithoutItsId();
    void aRefusalInA200IsAmbiguous();
    void readsEveryFormOfAnId_data();
    void readsEveryFormOfAnId();
    void anIdThatIsNotExactIsAmbiguous();
    void passesErrorsOn();
};

void ServicesTest::keepsTheRawAnswer()
{
    Desk desk;
    desk.answer(samples::task());
    const auto task = settled(desk.tasks.task(QStringLiteral("522075")));
    QVERIFY(task.has_value());
    QCOMPARE(task->raw, samples::task());
    desk.answer(samples::equipment());
    const auto piece = settled(desk.equipment.equipment(QStringLiteral("4161"), true));
    QVERIFY(piece.has_value());
    QCOMPARE(piece->raw, samples::equipment());
}

void ServicesTest::searchesByExternalId()
{
    Desk desk;
    desk.answer("null");
    const auto nobody = settled(desk.contractors.contractorByExternalId(QStringLiteral("a+b c&д")));
    QCOMPARE(kindOf(nobody), QStringLiteral("not found"));
    QCOMPARE(nobody.error().asked, QStringLiteral("get-contractor-by-external-id"));
    QCOMPARE(
        desk.lastTarget(),
        QByteArray("/api/v5/get-contractor-by-external-id?external-id=a%2Bb%20c%26%D0%B4"));
    desk.answer(R"({"code":12,"description":"Клиент не найден"})", 400);
    QCOMPARE(
        kindOf(settled(desk.contractors.contractorByExternalId(QStringLiteral("x")))),
        QStringLiteral("not found"));
}

void ServicesTest::tellsWhatWasAsked()
{
    Desk desk;
    desk.answer("{\"id\":1,\"props\":[5]}");
    const auto task = settled(desk.tasks.task(QStringLiteral("1")));
    QCOMPARE(kindOf(task), QStringLiteral("bad answer"));
    QCOMPARE(task.error().asked, QStringLiteral("get-task"));
    QCOMPARE(task.error().place, QStringLiteral("props[0]"));
    QCOMPARE(task.error().httpStatus, 200);
    desk.server.otherwise(ScriptedReply::json("{\"code\":20,\"description\":\"Задача не найдена\"}", 400));
    const auto gone = settled(desk.tasks.task(QStringLiteral("1")));
    QCOMPARE(kindOf(gone), QStringLiteral("not found"));
    QCOMPARE(gone.error().serviceCode, QStringLiteral("20"));
    QCOMPARE(gone.error().words, QStringLiteral("Задача не найдена"));
    QCOMPARE(kindOf(settled(desk.tasks.taskPage(0))), QStringLiteral("refused"));
}

void ServicesTest::everyGetKnowsNotFound()
{
    Desk desk;
    desk.answer(R"({"code":20,"description":"Объект не найден"})", 400);
    const QString id = QStringLiteral("7");
    const QStringList kinds{kindOf(settled(desk.tasks.task(id))),
                            kindOf(settled(desk.contractors.contractor(id))),
                            kindOf(settled(desk.contractors.person(id))),
                            kindOf(settled(desk.contractors.phone(id))),
                            kindOf(settled(desk.templates.field(id))),
                            kindOf(settled(desk.templates.taskTemplate(id))),
                            kindOf(settled(desk.equipment.equipment(id))),
                            kindOf(settled(desk.contractors.contractorByExternalId(id)))};
    QCOMPARE(kinds, QStringList(8, QStringLiteral("not found")));
    // A list that says so is a refusal like any other
    QCOMPARE(kindOf(settled(desk.equipment.equipmentPage(0))), QStringLiteral("refused"));
}

void ServicesTest::cancellingReachesTheSocket()
{
    Desk desk;
    desk.server.otherwise(ScriptedReply::silence());
    auto future = desk.tasks.task(QStringLiteral("1"), true);
    QTRY_COMPARE(desk.server.heldCount(), 1);
    future.cancel();
    QTRY_COMPARE(desk.server.openConnections(), 0);
    QTRY_VERIFY(future.isFinished());
}

void ServicesTest::preparesWrites()
{
    Desk desk;
    const WriteRequest create = desk.tasks.prepareCreate(leastBody());
    QCOMPARE(create.command, QStringLiteral("create-task"));
    QVERIFY(create.query.isEmpty());
    QCOMPARE(create.body, QByteArray("{\"template\":{\"id\":828},\"draft\":true,\"props\":[]}"));
    const WriteRequest update = desk.tasks.prepareUpdate(QStringLiteral("7"), leastBody());
    QCOMPARE(update.query.queryItemValue(QStringLiteral("id")), QStringLiteral("7"));
    const WriteRequest comment = desk.tasks.prepareComment(QStringLiteral("7"), QStringLiteral("Привет"));
    QCOMPARE(comment.body, QByteArray("{\"message\":\"Привет\",\"task\":{\"id\":7}}"));
    const WriteRequest close = desk.tasks.prepareClose(QStringLiteral("7"), QStringLiteral("74"), QString());
    QCOMPARE(close.body, QByteArray("{\"result_status\":\"74\",\"results_description\":\"\"}"));
    QCOMPARE(desk.server.connections(), 0);
}

void ServicesTest::sendsWrites()
{
    Desk desk;
    desk.answer("{\"id\":111}");
    QCOMPARE(settled(desk.tasks.createTask(leastBody())).value_or(QString()), QStringLiteral("111"));
    QCOMPARE(desk.lastTarget(), QByteArray("/api/v5/create-task"));
    QCOMPARE(
        settled(desk.tasks.updateTask(QStringLiteral("111"), leastBody())).value_or(QString()),
        QStringLiteral("111"));
    QCOMPARE(desk.lastTarget(), QByteArray("/api/v5/update-task?id=111"));
    desk.answer("\"111\"");
    const WriteRequest close
        = desk.tasks.prepareClose(QStringLiteral("111"), QStringLiteral("74"), QStringLiteral("да"));
    QCOMPARE(settled(desk.tasks.send(close)).value_or(QString()), QStringLiteral("111"));
    QCOMPARE(desk.lastTarget(), QByteArray("/api/v4/close-task?id=111"));
    QCOMPARE(desk.server.count(), 3);
}

void ServicesTest::preparedWritesAreFrozen()
{
    Desk desk;
    desk.server.script({}, ScriptedReply::fin());
    const WriteRequest create = desk.tasks.prepareCreate(leastBody());
    QCOMPARE(kindOf(settled(desk.tasks.send(create))), QStringLiteral("ambiguous"));
    QVERIFY(settled(desk.tasks.send(create)).has_value());
    QCOMPARE(desk.server.count(), 2);
    QCOMPARE(desk.server.requests().at(0).body, create.body);
    QCOMPARE(desk.server.requests().at(1).body, create.body);
}

void ServicesTest::answersWithoutAnIdAreAmbiguous_data()
{
    QTest::addColumn<QByteArray>("body");
    for (const char *body : {"{}", "[]", "[111]", "null", "0", "\"0\"", "false", "{\"ok\":true}", "1.5"})
        QTest::newRow(body) << QByteArray(body);
}

void ServicesTest::answersWithoutAnIdAreAmbiguous()
{
    QFETCH(QByteArray, body);
    Desk desk;
    desk.answer(body);
    for (const WriteRequest &request :
         {desk.tasks.prepareCreate(leastBody()),
          desk.tasks.prepareComment(QStringLiteral("1"), QStringLiteral("x")),
          desk.tasks.prepareClose(QStringLiteral("1"), QStringLiteral("74"), QString())}) {
        const auto result = settled(desk.tasks.send(request));
        QCOMPARE(kindOf(result), QStringLiteral("ambiguous"));
        QCOMPARE(result.error().place, QStringLiteral("id"));
        QCOMPARE(result.error().asked, request.command);
    }
}

void ServicesTest::onlySilentCommandsMayAnswerNoId()
{
    Desk desk;
    desk.answer("{}");
    for (const CommandInfo &info : commandTable()) {
        if (!info.write)
            continue;
        WriteRequest request{info.name, {}, "{}"};
        request.query.addQueryItem(QStringLiteral("id"), QStringLiteral("7"));
        const auto result = settled(desk.equipment.send(request));
        QCOMPARE(result.has_value(), info.mayAnswerNoId);
        QCOMPARE(kindOf(result), info.mayAnswerNoId ? QStringLiteral("answer") : QStringLiteral("ambiguous"));
    }
    QCOMPARE(desk.server.count(), 28);
}

void ServicesTest::sendsNoWriteWithoutItsId()
{
    Desk desk;
    for (const CommandInfo &info : commandTable()) {
        if (!info.write || !info.takesId)
            continue;
        QCOMPARE(kindOf(settled(desk.tasks.send({info.name, {}, "{}"}))), QStringLiteral("bad input"));
        WriteRequest empty{info.name, {}, "{}"};
        empty.query.addQueryItem(QStringLiteral("id"), QString());
        QCOMPARE(kindOf(settled(desk.tasks.send(empty))), QStringLiteral("bad input"));
    }
    QCOMPARE(desk.server.connections(), 0);
}

void ServicesTest::aRefusalInA200IsAmbiguous()
{
    Desk desk;
    desk.answer(R"({"code":14,"description":"Нужен исполнитель"})");
    for (const WriteRequest &request :
         {desk.tasks.prepareCreate(leastBody()), desk.tasks.prepareRemoveFields(QStringLiteral("7"), {})}) {
        const auto result = settled(desk.tasks.send(request));
        QCOMPARE(kindOf(result), QStringLiteral("ambiguous"));
        QCOMPARE(result.error().serviceCode, QStringLiteral("14"));
        QCOMPARE(result.error().words, QStringLiteral("Нужен исполнитель"));
    }
}

void ServicesTest::readsEveryFormOfAnId_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QString>("id");
    const auto row = [](const char *body, const char *id) {
        QTest::newRow(body) << QByteArray(body) << QString::fromLatin1(id);
    };
    row("{\"id\": 111}", "111");
    row("{\"id\": \"111\"}", "111");
    row("111", "111");
    row("\"111\"", "111");
    row("{id: 111}", "111");
    row(" {id:\"111\"}\n", "111");
    row("{\"result\":{\"id\":111}}", "111");
    row("{\"results\":\"111\"}", "111");
    row("{\"id\": 9223372036854775807}", "9223372036854775807");
    row("{\"id\": \"18446744073709551616\"}", "18446744073709551616");
}

void ServicesTest::readsEveryFormOfAnId()
{
    QFETCH(QByteArray, body);
    QFETCH(QString, id);
    Desk desk;
    desk.answer(body);
    QCOMPARE(settled(desk.contractors.deletePhone(QStringLiteral("111"))).value_or(QString()), id);
}

void ServicesTest::anIdThatIsNotExactIsAmbiguous()
{
    Desk desk;
    desk.answer("{\"id\": 9223372036854775808}"); // beyond 64 bits a number has passed through a double
    QCOMPARE(
        kindOf(settled(desk.contractors.deletePhone(QStringLiteral("111")))), QStringLiteral("ambiguous"));
}

void ServicesTest::passesErrorsOn()
{
    Desk desk;
    desk.server.otherwise(ScriptedReply::json("{\"code\":14,\"description\":\"Нужен исполнитель\"}", 400));
    const auto result = settled(desk.tasks.createTask(leastBody()));
    QCOMPARE(kindOf(result), QStringLiteral("refused"));
    QCOMPARE(result.error().serviceCode, QStringLiteral("14"));
    QCOMPARE(result.error().words, QStringLiteral("Нужен исполнитель"));
}

QTEST_GUILESS_MAIN(ServicesTest)
#include "ServicesTest.moc"
