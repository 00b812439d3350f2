#include "SyncFixture.h"

#include <QSignalSpy>

using namespace naryad;
using namespace std::chrono_literals;
using sync::Courier;
using test::ScriptedReply;

/// When an attempt is made, and what a failing disk does to it.
class CourierTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void cleanup() { m_desk.reset(); }
    void aPauseTheServiceAsksForIsKept();
    void offlineIsTriedAgainOnceForEachAsking();
    void aRefusalOfAFormerKeyPausesNothing();
    void anEarlierTimeIsNotMissedForALaterOne();
    void aDiskThatFailsBeforeTheAttemptIsWaitedFor();
    void aDiskThatFailsAfterTheAnswerIsWaitedFor();
    void aMirrorThatCantBeWrittenIsNoDoubt();
    void aRefusedKeyPausesAndSaysSo();

private:
    int posts() const { return m_desk->server.count(); }
    void settleAll() { QTRY_VERIFY(!m_desk->courier->isSending()); }

    std::unique_ptr<test::SyncFixture> m_desk;
};

void CourierTest::init()
{
    m_desk = std::make_unique<test::SyncFixture>();
    QVERIFY(m_desk->open());
}

void CourierTest::aPauseTheServiceAsksForIsKept()
{
    m_desk->server.script(
        QStringLiteral("create-comment"),
        ScriptedReply::json("{\"code\":9,\"description\":\"slow\"}", 429, {{"Retry-After", "30"}}), 1);
    const CommandId id = m_desk->say(test::SyncFixture::comment("9", "a"));
    m_desk->courier->wake();
    QTRY_COMPARE(posts(), 1);
    settleAll();
    // Neither asking again nor a good look cuts it short.
    for (int i = 0; i < 5; ++i)
        m_desk->courier->forgetBackoff();
    m_desk->pass(20s);
    QCOMPARE(posts(), 1);
    QVERIFY(m_desk->courier->isIdle());
    m_desk->pass(11s);
    QTRY_COMPARE(posts(), 2);
    QTRY_COMPARE(m_desk->stateOf(id), CommandState::Sent);
}

void CourierTest::offlineIsTriedAgainOnceForEachAsking()
{
    m_desk->server.stopListening();
    const CommandId id = m_desk->say(test::SyncFixture::comment("9", "a"));
    QSignalSpy idle(m_desk->courier.get(), &Courier::idle);
    m_desk->courier->wake();
    QTRY_COMPARE(m_desk->journal->entry(id)->attempts, 1);
    QTRY_VERIFY(idle.size() >= 1);
    settleAll();
    m_desk->courier->forgetBackoff();
    QTRY_COMPARE(m_desk->journal->entry(id)->attempts, 2);
    settleAll();
    for (int i = 0; i < 50; ++i)
        QCoreApplication::processEvents();
    QCOMPARE(m_desk->journal->entry(id)->attempts, 2);
    QCOMPARE(m_desk->stateOf(id), CommandState::Waiting);
    QVERIFY(m_desk->courier->isIdle());
}

void CourierTest::aRefusalOfAFormerKeyPausesNothing()
{
    ScriptedReply refused = ScriptedReply::json("{\"code\":1,\"description\":\"no\"}", 401);
    refused.held = true;
    m_desk->server.script(QStringLiteral("create-comment"), refused, 1);
    const CommandId id = m_desk->say(test::SyncFixture::comment("9", "a"));
    QSignalSpy line(m_desk->courier.get(), &Courier::lineTold);
    m_desk->courier->wake();
    QTRY_COMPARE(m_desk->server.heldCount(), 1);
    m_desk->services->setKey(QStringLiteral("new"));
    m_desk->courier->setPaused(false);
    m_desk->server.release();
    QTRY_COMPARE(m_desk->stateOf(id), CommandState::Sent);
    QCOMPARE(posts(), 2);
    for (const auto &told : line)
        QVERIFY(!told.first().value<std::optional<Error>>());
}

void CourierTest::anEarlierTimeIsNotMissedForALaterOne()
{
    m_desk->server.script(
        QStringLiteral("create-comment"),
        ScriptedReply::json("{\"code\":9,\"description\":\"slow\"}", 429, {{"Retry-After", "60"}}), 1);
    m_desk->server.script(
        QStringLiteral("close-task"),
        ScriptedReply::json("{\"code\":9,\"description\":\"slow\"}", 429, {{"Retry-After", "10"}}), 1);
    // A task is read before it is closed.
    m_desk->server.script(
        QStringLiteral("get-task"), ScriptedReply::json("{\"id\":\"8\",\"name\":\"8\"}"), -1);
    const CommandId late = m_desk->say(test::SyncFixture::comment("9", "a"));
    const CommandId early
        = m_desk->say(CloseTask{{QStringLiteral("8"), {}}, {QStringLiteral("74"), {}}, {}, {}});
    m_desk->courier->wake();
    QTRY_COMPARE(posts(), 3);
    settleAll();
    m_desk->pass(12s);
    QTRY_COMPARE(m_desk->stateOf(early), CommandState::Sent);
    QCOMPARE(m_desk->stateOf(late), CommandState::Waiting);
    m_desk->pass(50s);
    QTRY_COMPARE(m_desk->stateOf(late), CommandState::Sent);
}

void CourierTest::aDiskThatFailsBeforeTheAttemptIsWaitedFor()
{
    // One that waits for its own time is there, too: its timer must not be taken for the disk's.
    m_desk->server.script(
        QStringLiteral("create-comment"),
        ScriptedReply::json("{\"code\":9,\"description\":\"slow\"}", 429, {{"Retry-After", "40"}}), 1);
    const CommandId waits = m_desk->say(test::SyncFixture::comment("9", "a"));
    m_desk->courier->wake();
    QTRY_COMPARE(posts(), 1);
    settleAll();

    m_desk->spoil(
        "journal.db",
        "CREATE TRIGGER no_room BEFORE UPDATE ON command WHEN NEW.state='sending' "
        "BEGIN SELECT RAISE(ABORT, 'no room'); END");
    QSignalSpy failed(m_desk->courier.get(), &Courier::storageFailed);
    QSignalSpy idle(m_desk->courier.get(), &Courier::idle);
    const CommandId id = m_desk->say(test::SyncFixture::comment("8", "b"));
    m_desk->courier->wake();
    QCOMPARE(failed.size(), 1);
    QCOMPARE(idle.size(), 1); // whoever waits for the end of sending is told
    QCOMPARE(m_desk->stateOf(id), CommandState::Waiting);
    m_desk->pass(6s);
    QCOMPARE(failed.size(), 2);
    QCOMPARE(posts(), 1);
    m_desk->spoil("journal.db", "DROP TRIGGER no_room");
    m_desk->pass(6s);
    QTRY_COMPARE(m_desk->stateOf(id), CommandState::Sent);
    QCOMPARE(posts(), 2);
    m_desk->pass(40s);
    QTRY_COMPARE(m_desk->stateOf(waits), CommandState::Sent);
}

void CourierTest::aDiskThatFailsAfterTheAnswerIsWaitedFor()
{
    m_desk->spoil(
        "journal.db",
        "CREATE TRIGGER no_room BEFORE UPDATE ON command WHEN NEW.state='sent' "
        "BEGIN SELECT RAISE(ABORT, 'no room'); END");
    const CommandId id = m_desk->say(test::SyncFixture::comment("8", "b"));
    const CommandId behind = m_desk->say(test::SyncFixture::comment("8", "c"));
    QSignalSpy failed(m_desk->courier.get(), &Courier::storageFailed);
    m_desk->courier->wake();
    QTRY_COMPARE(failed.size(), 1);
    // The answer is kept; nothing else goes before it is on disk, and it is not asked for again.
    m_desk->pass(3s);
    QTRY_COMPARE(failed.size(), 2);
    QCOMPARE(posts(), 1);
    QCOMPARE(m_desk->stateOf(behind), CommandState::Waiting);
    m_desk->spoil("journal.db", "DROP TRIGGER no_room");
    m_desk->pass(3s);
    QTRY_COMPARE(m_desk->stateOf(behind), CommandState::Sent);
    QCOMPARE(m_desk->stateOf(id), CommandState::Sent);
    QCOMPARE(posts(), 2);
}

void CourierTest::aMirrorThatCantBeWrittenIsNoDoubt()
{
    // A comment on a mirrored task has a derived row.
    QVERIFY(m_desk->mirror->noteFeed({{QStringLiteral("8"), 1}}, 1));
    m_desk->spoil(
        "mirror.db",
        "CREATE TRIGGER no_row BEFORE INSERT ON journal_row BEGIN SELECT RAISE(ABORT, 'no room'); END");
    const auto entry = m_desk->journal->append(test::SyncFixture::comment("8", "b"));
    QVERIFY(entry);
    QVERIFY(!m_desk->overlay->update(*entry));
    QSignalSpy failed(m_desk->courier.get(), &Courier::mirrorFailed);
    m_desk->courier->wake();
    QTRY_COMPARE(m_desk->stateOf(entry->id), CommandState::Sent);
    settleAll();
    QVERIFY(failed.size() >= 1);
    const auto told = failed.size();
    m_desk->pass(10s);
    QCOMPARE(failed.size(), told);
    QCOMPARE(posts(), 1);
}

void CourierTest::aRefusedKeyPausesAndSaysSo()
{
    m_desk->server.script(
        QStringLiteral("create-comment"), ScriptedReply::json("{\"code\":1,\"description\":\"key\"}", 401),
        1);
    const CommandId id = m_desk->say(test::SyncFixture::comment("9", "a"));
    QSignalSpy idle(m_desk->courier.get(), &Courier::idle);
    m_desk->courier->wake();
    QTRY_COMPARE(idle.size(), 1);
    QCOMPARE(m_desk->stateOf(id), CommandState::Waiting);
    m_desk->courier->forgetBackoff();
    m_desk->pass(60s);
    QCOMPARE(posts(), 1);
    m_desk->courier->setPaused(false);
    QTRY_COMPARE(m_desk->stateOf(id), CommandState::Sent);
}

QTEST_GUILESS_MAIN(CourierTest)
#include "CourierTest.moc"
