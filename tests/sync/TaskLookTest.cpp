#include "Look.h"
#include "PreImage.h"
#include "SyncFixture.h"

using namespace naryad;
using sync::Evidence;
using test::HttpRequest;
using test::ScriptedReply;

/// What a lost create-task may have become, by what the feed, the lists and the mirror tell.
class TaskLookTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void cleanup() { m_desk.reset(); }
    void whatWasThereBeforeIsNotWhatBecameOfIt();
    void whatSaysSomethingElseIsAnother_data();
    void whatSaysSomethingElseIsAnother();
    void withoutAFeedTheListIsWalked();
    void oneThatCantBeReadLeavesTheLookIncomplete();

private:
    static QByteArray task(const char *id, const QByteArray &more = {})
    {
        return QByteArray("{\"id\":\"") + id + "\",\"template\":{\"id\":7,\"name\":\"x\"}" + more + "}";
    }
    Result<Evidence> look();

    std::unique_ptr<test::SyncFixture> m_desk;
    sync::PreImage m_before;
    JournalEntry m_entry;
};

void TaskLookTest::init()
{
    m_desk = std::make_unique<test::SyncFixture>();
    m_desk->server.otherwise(ScriptedReply::json("[]"));
    QVERIFY(m_desk->open());
    // Task 5 is known before the attempt.
    QVERIFY(m_desk->mirror->noteFeed({{QStringLiteral("5"), 10}}, 10));
    m_before = sync::preImageOf(*m_desk->mirror).value();
    CreateTask create;
    create.body.taskTemplate = {QStringLiteral("7"), QStringLiteral("x")};
    m_entry = {};
    m_entry.command = create;
    m_entry.lastAttemptAt = QDateTime({2026, 11, 24}, {9, 0}, Qt::UTC);
}

Result<Evidence> TaskLookTest::look()
{
    const auto future = sync::lookFor(
        {*m_desk->services, *m_desk->mirror, *m_desk->overlay},
        {m_entry, m_entry.command, {}, sync::preImageFromJson(sync::toJson(m_before))}, nullptr);
    if (!QTest::qWaitFor([&future] { return future.isFinished(); }))
        return fail(ErrorKind::Cancelled);
    return future.result();
}

void TaskLookTest::whatWasThereBeforeIsNotWhatBecameOfIt()
{
    QCOMPARE(sync::preImageFromJson(sync::toJson(m_before)).newestRow, m_before.newestRow);
    QCOMPARE(sync::preImageFromJson("{\"usn\":\"10\"}").usn, 10);
    // Somebody worked on 5; 6 is new; 7 is of another time.
    m_desk->server.script(
        QStringLiteral("get-updates"),
        ScriptedReply::json("[{\"usn\":\"11\",\"taskId\":\"5\"},{\"usn\":\"12\",\"taskId\":\"6\"},"
                            "{\"usn\":\"13\",\"taskId\":\"7\",\"time\":\"2026-11-01 09:00:00\"}]"),
        -1);
    m_desk->server.handle([](const HttpRequest &request) {
        return ScriptedReply::json(request.target.contains("id=6") ? task("6") : task("5"));
    });
    const auto found = look();
    QVERIFY(found);
    QCOMPARE(found->verdict, Evidence::Verdict::Applied);
    QCOMPARE(found->id, QStringLiteral("6"));
    // Rows of another mirror file say nothing: then all that was named is looked at.
    m_before.mirror = QStringLiteral("another file");
    const auto both = look();
    QVERIFY(both);
    QCOMPARE(both->verdict, Evidence::Verdict::Several);
    QCOMPARE(both->found.size(), 2);
}

void TaskLookTest::whatSaysSomethingElseIsAnother_data()
{
    QTest::addColumn<QByteArray>("more");
    QTest::addColumn<bool>("ours");
    QTest::newRow("nothing told") << QByteArray() << true;
    QTest::newRow("as said") << QByteArray(",\"name\":\"17\",\"plannedVisitTime\":\"2026-11-24T12:00:00Z\","
                                           "\"props\":[{\"value\":\"typed\",\"field\":{\"id\":\"5\","
                                           "\"type\":{\"id\":\"1\"}}}]")
                             << true;
    QTest::newRow("another number") << QByteArray(",\"name\":\"18\"") << false;
    QTest::newRow("another time") << QByteArray(",\"plannedVisitTime\":\"2026-11-24T13:00:00Z\"") << false;
    QTest::newRow("no time") << QByteArray(",\"plannedVisitTime\":null") << false;
    QTest::newRow("still a draft") << QByteArray(",\"draft\":true") << false;
    QTest::newRow("another contractor")
        << QByteArray(",\"contractor\":{\"id\":\"99\",\"name\":\"z\"}") << false;
    QTest::newRow("another value") << QByteArray(",\"props\":[{\"value\":\"other\",\"field\":{\"id\":\"5\","
                                                 "\"type\":{\"id\":\"1\"}}}]")
                                   << false;
    QTest::newRow("made last week") << QByteArray(",\"createdAt\":\"2026-11-17T09:00:00Z\"") << false;
}

void TaskLookTest::whatSaysSomethingElseIsAnother()
{
    QFETCH(QByteArray, more);
    QFETCH(bool, ours);
    auto &body = std::get<CreateTask>(m_entry.command).body;
    body.number = QStringLiteral("17");
    body.plannedStart = QDateTime({2026, 11, 24}, {12, 0}, Qt::UTC);
    body.draft = false;
    body.contractor = Known<NamedRef>::fromHere({QStringLiteral("12"), {}});
    body.details = {{QStringLiteral("5"), {}, 1, FieldValue::text(QStringLiteral("typed"))}};
    QByteArray told = more;
    if (!told.contains("\"name\":\"1"))
        told += ",\"name\":\"17\"";
    m_desk->server.script(
        QStringLiteral("get-updates"), ScriptedReply::json("[{\"usn\":\"12\",\"taskId\":\"6\"}]"), -1);
    m_desk->server.handle([told](const HttpRequest &) { return ScriptedReply::json(task("6", told)); });
    const auto found = look();
    QVERIFY(found);
    QCOMPARE(found->verdict, ours ? Evidence::Verdict::Applied : Evidence::Verdict::Absent);
}

void TaskLookTest::withoutAFeedTheListIsWalked()
{
    m_desk->server.script(
        QStringLiteral("get-updates"),
        ScriptedReply::json("{\"code\":3,\"description\":\"no such type\"}", 400), -1);
    m_desk->server.script(
        QStringLiteral("get-task-list"),
        ScriptedReply::json("[{\"id\":\"5\",\"name\":\"16\"},{\"id\":\"6\",\"name\":\"17\"}]"), -1);
    m_desk->server.handle([](const HttpRequest &) { return ScriptedReply::json(task("6")); });
    const auto found = look();
    QVERIFY(found);
    QCOMPARE(found->id, QStringLiteral("6"));
}

void TaskLookTest::oneThatCantBeReadLeavesTheLookIncomplete()
{
    m_desk->server.script(
        QStringLiteral("get-updates"),
        ScriptedReply::json("[{\"usn\":\"12\",\"taskId\":\"6\"},{\"usn\":\"13\",\"taskId\":\"7\"}]"), -1);
    m_desk->server.handle([](const HttpRequest &request) {
        return request.target.contains("id=6") ? ScriptedReply::json(task("6")) : ScriptedReply::json("[]");
    });
    QVERIFY(!look());
}

QTEST_GUILESS_MAIN(TaskLookTest)
#include "TaskLookTest.moc"
