#include "Futures.h"
#include "ManualClock.h"
#include "Samples.h"
#include "ScriptedServer.h"
#include "api/ContractorService.h"
#include "api/EmployeeService.h"
#include "api/TaskService.h"
#include "api/TemplateService.h"
#include "api/UpdateService.h"

using namespace naryad;
using namespace naryad::api;
using namespace naryad::test;

namespace {

/// A server and both channels to it.
struct Line
{
    ScriptedServer server;
    ManualClock clock;
    ReadChannel reads{{server.url(), QStringLiteral("THE-KEY")}, clock};
    WriteChannel writes{{server.url(), QStringLiteral("THE-KEY")}};

    void answer(const QByteArray &body) { server.otherwise(ScriptedReply::json(body)); }
    QByteArray lastTarget() const { return server.requests().last().target; }
};

TaskBody leastBody()
{
    TaskBody body;
    body.taskTemplate.id = QStringLiteral("828");
    return body;
}

} // namespace

/// The typed services over a real line: which address each asks, and that it decodes what comes.
class ServicesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsTasks();
    void readsTemplates();
    void readsContractors();
    void readsEmployees();
    void readsUpdates();
    void tellsWhatWasAsked();
    void cancellingReachesTheSocket();
    void preparesWrites();
    void sendsWrites();
    void preparedWritesAreFrozen();
    void answersWithoutAnIdAreAmbiguous_data();
    void answersWithoutAnIdAreAmbiguous();
    void silentCommandsNeedNoId();
    void passesErrorsOn();
};

void ServicesTest::readsTasks()
{
    Line line;
    const TaskService tasks(line.reads, line.writes, AccountZone());
    line.answer(samples::task());
    const auto task = settled(tasks.task(QStringLiteral("522075")));
    QVERIFY(task.has_value());
    QCOMPARE(task->value.number, QStringLiteral("1111"));
    QCOMPARE(task->raw, samples::task());
    QCOMPARE(line.lastTarget(), QByteArray("/api/v5/get-task?id=522075"));

    line.answer(samples::taskList());
    const auto page = settled(tasks.taskPage(3));
    QCOMPARE(page->rows.size(), 3);
    QVERIFY(page->last);
    QCOMPARE(line.lastTarget(), QByteArray("/api/v5/get-task-list?page=3"));
}

void ServicesTest::readsTemplates()
{
    Line line;
    const TemplateService templates(line.reads);
    line.answer(samples::taskTemplate());
    const auto one = settled(templates.taskTemplate(QStringLiteral("4241"), true));
    QCOMPARE(one->value.colour, QStringLiteral("#ffffff"));
    QCOMPARE(one->raw, samples::taskTemplate());
    QCOMPARE(line.lastTarget(), QByteArray("/api/v5/get-template?id=4241"));
    line.answer(samples::templateField());
    QCOMPARE(settled(templates.field(QStringLiteral("6636")))->value.values.size(), 2);
    QCOMPARE(line.lastTarget(), QByteArray("/api/v5/get-template-field?id=6636"));
    line.answer(samples::namedList());
    QCOMPARE(settled(templates.templatePage(0))->rows.size(), 3);
    QCOMPARE(line.lastTarget(), QByteArray("/api/v5/get-template-list?page=0"));
    QCOMPARE(settled(templates.fieldPage(1))->rows.size(), 3);
    QCOMPARE(line.lastTarget(), QByteArray("/api/v5/get-template-field-list?page=1"));
}

void ServicesTest::readsContractors()
{
    Line line;
    const ContractorService contractors(line.reads);
    line.answer(samples::contractor());
    const auto one = settled(contractors.contractor(QStringLiteral("1903968")));
    QCOMPARE(one->value.name, QStringLiteral("Ромашка"));
    QCOMPARE(line.lastTarget(), QByteArray("/api/v5/get-contractor?id=1903968"));
    line.answer(samples::contractorList());
    QCOMPARE(settled(contractors.contractorPage(2))->rows.at(1).parent.name, QStringLiteral("Газпроп"));
    QCOMPARE(line.lastTarget(), QByteArray("/api/v5/get-contractor-list?page=2"));
}

void ServicesTest::readsEmployees()
{
    Line line;
    const EmployeeService employees(line.reads);
    line.answer(samples::employees());
    QCOMPARE(settled(employees.employeePage(0, true))->rows.size(), 2);
    QCOMPARE(line.lastTarget(), QByteArray("/api/v5/get-employee-list?page=0"));
}

void ServicesTest::readsUpdates()
{
    Line line;
    const UpdateService updates(line.reads, AccountZone());
    line.answer(samples::updatesByTask());
    const auto read = settled(updates.updates(QStringLiteral("task"), 362));
    QCOMPARE(read->size(), 2);
    QCOMPARE(read->last().usn, 448);
    QCOMPARE(line.lastTarget(), QByteArray("/api/v5/get-updates?type=task&usn=362"));
}

void ServicesTest::tellsWhatWasAsked()
{
    Line line;
    const TaskService tasks(line.reads, line.writes, AccountZone());
    line.answer("{\"id\":1,\"props\":[5]}");
    const auto task = settled(tasks.task(QStringLiteral("1")));
    QCOMPARE(kindOf(task), QStringLiteral("bad answer"));
    QCOMPARE(task.error().asked, QStringLiteral("get-task"));
    QCOMPARE(task.error().place, QStringLiteral("props[0]"));
    QCOMPARE(task.error().httpStatus, 200);
    line.server.otherwise(ScriptedReply::json("{\"code\":20,\"description\":\"Задача не найдена\"}", 400));
    const auto gone = settled(tasks.task(QStringLiteral("1")));
    QCOMPARE(kindOf(gone), QStringLiteral("not found"));
    QCOMPARE(gone.error().serviceCode, QStringLiteral("20"));
    QCOMPARE(gone.error().words, QStringLiteral("Задача не найдена"));
    QCOMPARE(kindOf(settled(tasks.taskPage(0))), QStringLiteral("refused"));
}

void ServicesTest::cancellingReachesTheSocket()
{
    Line line;
    line.server.otherwise(ScriptedReply::silence());
    const TaskService tasks(line.reads, line.writes, AccountZone());
    auto future = tasks.task(QStringLiteral("1"), true);
    QTRY_COMPARE(line.server.heldCount(), 1);
    future.cancel();
    QTRY_COMPARE(line.server.openConnections(), 0);
    QTRY_VERIFY(future.isFinished());
}

void ServicesTest::preparesWrites()
{
    Line line;
    const TaskService tasks(line.reads, line.writes, AccountZone());
    const WriteRequest create = tasks.prepareCreate(leastBody());
    QCOMPARE(create.command, QStringLiteral("create-task"));
    QVERIFY(create.query.isEmpty());
    QCOMPARE(create.body, QByteArray("{\"template\":{\"id\":828},\"draft\":true,\"props\":[]}"));
    const WriteRequest update = tasks.prepareUpdate(QStringLiteral("7"), leastBody());
    QCOMPARE(update.query.queryItemValue(QStringLiteral("id")), QStringLiteral("7"));
    const WriteRequest comment = tasks.prepareComment(QStringLiteral("7"), QStringLiteral("Привет"));
    QCOMPARE(comment.body, QByteArray("{\"message\":\"Привет\",\"task\":{\"id\":7}}"));
    const WriteRequest close = tasks.prepareClose(QStringLiteral("7"), QStringLiteral("74"), QString());
    QCOMPARE(close.body, QByteArray("{\"result_status\":\"74\",\"results_description\":\"\"}"));
    QCOMPARE(line.server.connections(), 0);
}

void ServicesTest::sendsWrites()
{
    Line line;
    const TaskService tasks(line.reads, line.writes, AccountZone());
    line.answer("{\"id\":111}");
    QCOMPARE(settled(tasks.createTask(leastBody())).value_or(QString()), QStringLiteral("111"));
    QCOMPARE(line.lastTarget(), QByteArray("/api/v5/create-task"));
    QCOMPARE(
        settled(tasks.updateTask(QStringLiteral("111"), leastBody())).value_or(QString()),
        QStringLiteral("111"));
    QCOMPARE(line.lastTarget(), QByteArray("/api/v5/update-task?id=111"));
    line.answer("\"111\"");
    const WriteRequest close
        = tasks.prepareClose(QStringLiteral("111"), QStringLiteral("74"), QStringLiteral("да"));
    QCOMPARE(settled(tasks.send(close)).value_or(QString()), QStringLiteral("111"));
    QCOMPARE(line.lastTarget(), QByteArray("/api/v4/close-task?id=111"));
    QCOMPARE(line.server.count(), 3);
}

void ServicesTest::preparedWritesAreFrozen()
{
    Line line;
    line.server.script({}, ScriptedReply::fin());
    const TaskService tasks(line.reads, line.writes, AccountZone());
    const WriteRequest create = tasks.prepareCreate(leastBody());
    QCOMPARE(kindOf(settled(tasks.send(create))), QStringLiteral("ambiguous"));
    QVERIFY(settled(tasks.send(create)).has_value());
    QCOMPARE(line.server.count(), 2);
    QCOMPARE(line.server.requests().at(0).body, create.body);
    QCOMPARE(line.server.requests().at(1).body, create.body);
}

void ServicesTest::answersWithoutAnIdAreAmbiguous_data()
{
    QTest::addColumn<QByteArray>("body");
    for (const char *body : {"{}", "[]", "null", "0", "\"0\"", "false", "{\"ok\":true}"})
        QTest::newRow(body) << QByteArray(body);
}

void ServicesTest::answersWithoutAnIdAreAmbiguous()
{
    QFETCH(QByteArray, body);
    Line line;
    line.answer(body);
    const TaskService tasks(line.reads, line.writes, AccountZone());
    for (const WriteRequest &request :
         {tasks.prepareCreate(leastBody()), tasks.prepareComment(QStringLiteral("1"), QStringLiteral("x")),
          tasks.prepareClose(QStringLiteral("1"), QStringLiteral("74"), QString())}) {
        const auto result = settled(tasks.send(request));
        QCOMPARE(kindOf(result), QStringLiteral("ambiguous"));
        QCOMPARE(result.error().place, QStringLiteral("id"));
        QCOMPARE(result.error().asked, request.command);
    }
}

void ServicesTest::silentCommandsNeedNoId()
{
    Line line;
    line.answer("{}");
    const TaskService tasks(line.reads, line.writes, AccountZone());
    const auto result = settled(tasks.send({QStringLiteral("remove-template-fields-from-task"), {}, "[]"}));
    QVERIFY(result.has_value());
    QCOMPARE(*result, QString());
}

void ServicesTest::passesErrorsOn()
{
    Line line;
    line.server.otherwise(ScriptedReply::json("{\"code\":14,\"description\":\"Нужен исполнитель\"}", 400));
    const TaskService tasks(line.reads, line.writes, AccountZone());
    const auto result = settled(tasks.createTask(leastBody()));
    QCOMPARE(kindOf(result), QStringLiteral("refused"));
    QCOMPARE(result.error().serviceCode, QStringLiteral("14"));
    QCOMPARE(result.error().words, QStringLiteral("Нужен исполнитель"));
}

QTEST_GUILESS_MAIN(ServicesTest)
#include "ServicesTest.moc"
