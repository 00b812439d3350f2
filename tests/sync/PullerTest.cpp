#include "LostCreate.h"
#include "PreImage.h"
#include "SyncFixture.h"

#include <QSignalSpy>

using namespace naryad;
using namespace std::chrono_literals;
using sync::Puller;
using test::HttpRequest;
using test::ScriptedReply;

/// When a look is a look, when a list has been read, and what a lost create may have become.
class PullerTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void cleanup() { m_desk.reset(); }
    void whatTheUserLooksAtIsNoLook();
    void aPageThatFailsIsNoWholeList();
    void aCardThatFailsIsNoFailedList();
    void aWalkBehindACardIsWalked();
    void whatWasThereBeforeIsNotWhatBecameOfIt();

private:
    static QByteArray task(const char *id)
    {
        return QByteArray("{\"id\":\"") + id + "\",\"template\":{\"id\":7,\"name\":\"x\"}}";
    }

    std::unique_ptr<test::SyncFixture> m_desk;
};

void PullerTest::init()
{
    m_desk = std::make_unique<test::SyncFixture>();
    m_desk->server.otherwise(ScriptedReply::json("[]"));
    QVERIFY(m_desk->open());
}

void PullerTest::whatTheUserLooksAtIsNoLook()
{
    m_desk->server.script(QStringLiteral("get-task"), ScriptedReply::json(task("5")), -1);
    QSignalSpy finished(m_desk->puller.get(), &Puller::finished);
    QSignalSpy looked(m_desk->puller.get(), &Puller::lookedAt);
    m_desk->puller->lookAtTask(QStringLiteral("5"));
    QTRY_COMPARE(m_desk->server.count(QStringLiteral("get-task")), 1);
    QTRY_VERIFY((m_desk->pass(1s), looked.size() == 1));
    QCOMPARE(finished.size(), 0);
    QVERIFY(!m_desk->puller->isFeedRead());
    m_desk->puller->look(sync::Lists::None);
    QTRY_COMPARE(finished.size(), 1);
    QVERIFY(m_desk->puller->isFeedRead());
    QVERIFY(!m_desk->puller->areListsRead());
}

void PullerTest::aPageThatFailsIsNoWholeList()
{
    QByteArray page = "[";
    for (int i = 0; i < 10; ++i)
        page += QByteArray(i ? "," : "") + "{\"id\":\"" + QByteArray::number(100 + i)
            + "\",\"name\":\"n\",\"parentId\":null}";
    page += "]";
    m_desk->server.script(
        QStringLiteral("get-contractor"), ScriptedReply::json("{\"id\":\"1\",\"name\":\"n\"}"), -1);
    m_desk->server.script(QStringLiteral("get-contractor-list"), ScriptedReply::json(page), 1);
    m_desk->server.script(
        QStringLiteral("get-contractor-list"),
        ScriptedReply::json("{\"code\":5,\"description\":\"no\"}", 400), -1);
    QSignalSpy finished(m_desk->puller.get(), &Puller::finished);
    m_desk->puller->look(sync::Lists::All);
    QTRY_COMPARE(finished.size(), 1);
    QVERIFY(m_desk->puller->error());
    QCOMPARE(m_desk->puller->error()->asked, QStringLiteral("get-contractor-list"));
    QVERIFY(m_desk->puller->isFeedRead());
    QVERIFY(!m_desk->puller->areListsRead());
}

void PullerTest::aCardThatFailsIsNoFailedList()
{
    m_desk->server.script(
        QStringLiteral("get-contractor-list"),
        ScriptedReply::json("[{\"id\":\"1\",\"name\":\"n\",\"parentId\":null}]"), -1);
    m_desk->server.script(
        QStringLiteral("get-contractor"), ScriptedReply::json("{\"code\":5,\"description\":\"no\"}", 400),
        -1);
    QSignalSpy finished(m_desk->puller.get(), &Puller::finished);
    m_desk->puller->look(sync::Lists::All);
    QTRY_COMPARE(finished.size(), 1);
    QVERIFY(m_desk->puller->error()); // it is told
    QVERIFY(m_desk->puller->areListsRead()); // but not asked for again and again
}

void PullerTest::aWalkBehindACardIsWalked()
{
    ScriptedReply held = ScriptedReply::json("{\"id\":\"1\",\"name\":\"n\"}");
    held.held = true;
    m_desk->server.script(QStringLiteral("get-contractor"), held, 1);
    QSignalSpy finished(m_desk->puller.get(), &Puller::finished);
    m_desk->puller->lookAtContractor(QStringLiteral("1"));
    QTRY_COMPARE(m_desk->server.heldCount(), 1);
    m_desk->puller->look(sync::Lists::All);
    QTRY_COMPARE(m_desk->server.count(QStringLiteral("get-updates")), 4); // tasks, and three other types
    m_desk->server.release();
    QTRY_COMPARE(finished.size(), 1);
    QCOMPARE(m_desk->server.count(QStringLiteral("get-employee-list")), 1);
    QVERIFY(m_desk->puller->areListsRead());
}

void PullerTest::whatWasThereBeforeIsNotWhatBecameOfIt()
{
    // Task 5 is known before the attempt; afterwards the feed names it (somebody worked on it) and a new one.
    QVERIFY(m_desk->mirror->noteFeed({{QStringLiteral("5"), 10}}, 10));
    const auto before = sync::preImageOf(*m_desk->mirror);
    QVERIFY(before);
    const QByteArray written = sync::toJson(*before);
    QCOMPARE(sync::preImageFromJson(written).newestRow, before->newestRow);
    QCOMPARE(sync::preImageFromJson("{\"usn\":\"10\"}").usn, 10);
    m_desk->server.script(
        QStringLiteral("get-updates"),
        ScriptedReply::json("[{\"usn\":\"11\",\"taskId\":\"5\"},{\"usn\":\"12\",\"taskId\":\"6\"},"
                            "{\"usn\":\"13\",\"taskId\":\"7\",\"time\":\"2026-11-01 09:00:00\"}]"),
        -1);
    m_desk->server.handle([](const HttpRequest &request) {
        return ScriptedReply::json(request.target.contains("id=6") ? task("6") : task("5"));
    });
    JournalEntry entry;
    CreateTask create;
    create.body.taskTemplate = {QStringLiteral("7"), QStringLiteral("x")};
    entry.command = create;
    entry.preImage = written;
    entry.lastAttemptAt = QDateTime({2026, 11, 24}, {9, 0}, Qt::UTC);
    const auto look = [this, &entry] {
        auto *lost = new sync::LostCreate(*m_desk->services, *m_desk->mirror, *m_desk->overlay);
        auto future = lost->lookFor(entry);
        if (!QTest::qWaitFor([&future] { return future.isFinished(); }))
            return QVector<Task>();
        return future.result().value_or(QVector<Task>());
    };
    const QVector<Task> found = look();
    QCOMPARE(found.size(), 1);
    QCOMPARE(found.constFirst().id, QStringLiteral("6"));
    // Rows of another mirror file say nothing: then all that was named is looked at.
    sync::PreImage other = *before;
    other.mirror = QStringLiteral("another file");
    entry.preImage = sync::toJson(other);
    QCOMPARE(look().size(), 2);
}

QTEST_GUILESS_MAIN(PullerTest)
#include "PullerTest.moc"
