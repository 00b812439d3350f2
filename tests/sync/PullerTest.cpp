#include "Futures.h"
#include "SyncFixture.h"
#include "store/Reader.h"

#include <QSignalSpy>

using namespace naryad;
using namespace std::chrono_literals;
using sync::Puller;
using test::ScriptedReply;

/// When a look is a look, and when a list has been read.
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
    void aCardThatStopsTheAskingEndsTheLook();
    void anAnswerOlderThanTheChangeIsNotTaken();
    void aCardOlderThanTheChangeIsNotTaken();
    void whatWasMadeDuringAWalkIsNotGone();

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

void PullerTest::aCardThatStopsTheAskingEndsTheLook()
{
    m_desk->server.script(
        QStringLiteral("get-contractor-list"),
        ScriptedReply::json("[{\"id\":\"1\",\"name\":\"n\",\"parentId\":null}]"), -1);
    m_desk->server.script(
        QStringLiteral("get-contractor"), ScriptedReply::json("{\"code\":1,\"description\":\"no\"}", 401),
        -1);
    QSignalSpy finished(m_desk->puller.get(), &Puller::finished);
    m_desk->puller->look(sync::Lists::All);
    QTRY_COMPARE(finished.size(), 1);
    QVERIFY(m_desk->puller->error());
    QCOMPARE(m_desk->puller->error()->kind, ErrorKind::KeyRefused);
    QVERIFY(!m_desk->puller->isBusy());
}

void PullerTest::anAnswerOlderThanTheChangeIsNotTaken()
{
    ScriptedReply old = ScriptedReply::json("{\"id\":\"5\",\"name\":\"old\"}");
    old.held = true;
    m_desk->server.script(QStringLiteral("get-task"), old, 1);
    m_desk->server.script(
        QStringLiteral("get-task"), ScriptedReply::json("{\"id\":\"5\",\"name\":\"new\"}"), -1);
    m_desk->puller->lookAtTask(QStringLiteral("5"));
    QTRY_COMPARE(m_desk->server.heldCount(), 1);
    m_desk->puller->taskChanged(QStringLiteral("5"));
    m_desk->puller->look(sync::Lists::None);
    m_desk->server.release();
    QTRY_COMPARE(m_desk->server.count(QStringLiteral("get-task")), 2);
    QTRY_VERIFY((m_desk->pass(1s), !m_desk->puller->isBusy()));
    const auto known = m_desk->mirror->mirrored(QStringLiteral("5"));
    QVERIFY(known && *known);
    QCOMPARE((*known)->task.number, QStringLiteral("new"));
    QVERIFY(!(*known)->wanted);
}

void PullerTest::aCardOlderThanTheChangeIsNotTaken()
{
    ScriptedReply old = ScriptedReply::json("{\"id\":\"1\",\"name\":\"old\"}");
    old.held = true;
    m_desk->server.script(QStringLiteral("get-contractor"), old, 1);
    m_desk->server.script(
        QStringLiteral("get-contractor"), ScriptedReply::json("{\"id\":\"1\",\"name\":\"new\"}"), -1);
    m_desk->puller->lookAtContractor(QStringLiteral("1"));
    QTRY_COMPARE(m_desk->server.heldCount(), 1);
    m_desk->puller->cardChanged(ObjectKind::Contractor, QStringLiteral("1"));
    m_desk->server.release();
    QTRY_COMPARE(m_desk->server.count(QStringLiteral("get-contractor")), 2);
    QTRY_VERIFY(!m_desk->puller->isBusy());
    store::Reader reader(m_desk->path("mirror.db"), m_desk->path("journal.db"));
    const auto known = test::settled(reader.contractors(QString(), 10));
    QVERIFY(known && known->size() == 1);
    QCOMPARE(known->first().name, QStringLiteral("new"));
}

void PullerTest::whatWasMadeDuringAWalkIsNotGone()
{
    ScriptedReply old = ScriptedReply::json("[]");
    old.held = true;
    m_desk->server.script(QStringLiteral("get-contractor-list"), old, 1);
    m_desk->server.script(
        QStringLiteral("get-contractor"), ScriptedReply::json("{\"id\":\"1\",\"name\":\"made\"}"), -1);
    QSignalSpy finished(m_desk->puller.get(), &Puller::finished);
    m_desk->puller->look(sync::Lists::All);
    QTRY_COMPARE(m_desk->server.heldCount(), 1);
    m_desk->puller->cardChanged(ObjectKind::Contractor, QStringLiteral("1"));
    QTRY_COMPARE(m_desk->server.count(QStringLiteral("get-contractor")), 1);
    store::Reader reader(m_desk->path("mirror.db"), m_desk->path("journal.db"));
    const auto known = [&reader] {
        const auto all = test::settled(reader.contractors(QString(), 10));
        return all ? all->size() : -1;
    };
    QTRY_COMPARE(known(), 1);
    m_desk->server.release();
    QTRY_COMPARE(finished.size(), 1);
    QCOMPARE(known(), 1);
}

QTEST_GUILESS_MAIN(PullerTest)
#include "PullerTest.moc"
