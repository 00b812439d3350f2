#include "Progress.h"
#include "SyncFixture.h"

#include <QSignalSpy>

using namespace naryad;
using namespace std::chrono_literals;
using sync::Puller;
using test::HttpRequest;
using test::ScriptedReply;

/// How fast and how much is asked for: the budget, the pause, F5, the rate that is told, get-taskupdates.
class PaceTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void cleanup() { m_desk.reset(); }
    void theBudgetBoundsWhatIsAskedInTheBackground();
    void aPauseHoldsDetailsAndListsButNotWhatIsLookedAt();
    void f5TenTimesIsTwoRequests();
    void theTimeLeftIsThatOfTheLastMinute();
    void theSecondWitnessIsAskedSeldom();
    void whatOnlyTheSecondWitnessNamesIsRead();

private:
    static QByteArray task(const QByteArray &id)
    {
        return "{\"id\":\"" + id + "\",\"template\":{\"id\":7,\"name\":\"x\"}}";
    }
    void nameTasks(int tasks);
    int details() const { return m_desk->server.count(QStringLiteral("get-task")); }
    void settle() { m_desk->pass(0s); }

    std::unique_ptr<test::SyncFixture> m_desk;
};

void PaceTest::init()
{
    m_desk = std::make_unique<test::SyncFixture>();
    m_desk->server.handle([](const HttpRequest &request) {
        if (request.command() == QLatin1String("get-task"))
            return ScriptedReply::json(task(request.target.mid(request.target.lastIndexOf('=') + 1)));
        return ScriptedReply::json("[]");
    });
    QVERIFY(m_desk->open());
}

void PaceTest::nameTasks(int tasks)
{
    QVector<store::FeedItem> items;
    for (int id = 1; id <= tasks; ++id)
        items.append({QString::number(id), id});
    QVERIFY(m_desk->mirror->noteFeed(items, tasks));
}

void PaceTest::theBudgetBoundsWhatIsAskedInTheBackground()
{
    nameTasks(30);
    m_desk->services->reads.setRequestsPerSecond(5);
    m_desk->puller->look(sync::Lists::None);
    // The second's worth that was saved: feeds of four types, and one more.
    QTRY_COMPARE((settle(), m_desk->server.count()), 5);
    m_desk->puller->lookAtTask(QStringLiteral("1"));
    QTRY_COMPARE((settle(), m_desk->server.count()), 6); // not held back
    QCOMPARE(m_desk->server.requests().last().target, QByteArray("/api/v5/get-task?id=1"));
    for (int second = 1; second <= 3; ++second) {
        m_desk->pass(1s);
        QTRY_COMPARE((settle(), m_desk->server.count()), 6 + 5 * second);
    }
    m_desk->services->reads.setRequestsPerSecond(0);
    QTRY_VERIFY((m_desk->pass(1s), m_desk->mirror->counts()->detailsMissing == 0));
}

void PaceTest::aPauseHoldsDetailsAndListsButNotWhatIsLookedAt()
{
    nameTasks(30);
    QSignalSpy finished(m_desk->puller.get(), &Puller::finished);
    m_desk->puller->setPaused(true);
    m_desk->puller->look(sync::Lists::All);
    QTRY_COMPARE((settle(), finished.size()), 1);
    QVERIFY(m_desk->puller->isFeedRead());
    QCOMPARE(details(), 0);
    QCOMPARE(m_desk->server.count(QStringLiteral("get-employee-list")), 0);
    m_desk->puller->lookAtTask(QStringLiteral("7"));
    QTRY_COMPARE((m_desk->pass(1s), details()), 1);
    m_desk->puller->walkTasks(std::chrono::seconds(1));
    m_desk->pass(1s);
    QCOMPARE(m_desk->server.count(QStringLiteral("get-task-list")), 0);
    m_desk->puller->setPaused(false);
    m_desk->puller->look(sync::Lists::None);
    QTRY_VERIFY((m_desk->pass(1s), m_desk->mirror->counts()->detailsMissing == 0));
    QTRY_COMPARE((m_desk->pass(1s), m_desk->server.count(QStringLiteral("get-employee-list"))), 1);
    QTRY_VERIFY((m_desk->pass(1s), m_desk->puller->areListsRead()));
}

void PaceTest::f5TenTimesIsTwoRequests()
{
    QSignalSpy finished(m_desk->puller.get(), &Puller::finished);
    for (int i = 0; i < 10; ++i)
        m_desk->puller->look(sync::Lists::OnRequest);
    QTRY_VERIFY((m_desk->pass(1s), finished.size() == 1 && !m_desk->puller->isBusy()));
    // One for each of four types, once more behind it, and never two of them at a time.
    QCOMPARE(m_desk->server.count(QStringLiteral("get-updates")), 8);
    QCOMPARE(m_desk->server.count(QStringLiteral("get-taskupdates")), 1);
    QCOMPARE(m_desk->server.count(QStringLiteral("get-employee-list")), 1);
    QVERIFY(!m_desk->puller->error());
}

void PaceTest::theTimeLeftIsThatOfTheLastMinute()
{
    sync::Progress progress;
    const QDateTime start({2026, 11, 24}, {9, 0}, Qt::UTC);
    progress.note(0, start);
    QCOMPARE(progress.minutesFor(1000), -1);
    for (int second = 1; second <= 120; ++second)
        progress.note(second * 10, start.addSecs(second));
    QCOMPARE(progress.minutesFor(24000), 40);
    for (int second = 1; second <= 61; ++second) // five times as fast
        progress.note(1200 + second * 50, start.addSecs(120 + second));
    QCOMPARE(progress.minutesFor(24000), 8);
    progress.note(5000, start.addSecs(600)); // after a long stop nothing is known
    QCOMPARE(progress.minutesFor(24000), -1);
}

void PaceTest::theSecondWitnessIsAskedSeldom()
{
    const auto look = [this] {
        QSignalSpy finished(m_desk->puller.get(), &Puller::finished);
        m_desk->puller->look(sync::Lists::None);
        QTRY_COMPARE((settle(), finished.size()), 1);
        settle();
    };
    const auto asked = [this] { return m_desk->server.count(QStringLiteral("get-taskupdates")); };
    look();
    QTRY_COMPARE(asked(), 1);
    for (int minute = 1; minute < 30; ++minute) {
        m_desk->pass(60s);
        look();
    }
    QCOMPARE(asked(), 1);
    m_desk->pass(60s);
    look();
    QTRY_COMPARE(asked(), 2);
    // A new run asks at once, but never within five minutes.
    m_desk->puller = std::make_unique<Puller>(*m_desk->services, *m_desk->mirror, m_desk->clock);
    look();
    QCOMPARE(asked(), 2);
    m_desk->pass(301s);
    look();
    QTRY_COMPARE(asked(), 3);
    QVERIFY(!m_desk->puller->error());
}

void PaceTest::whatOnlyTheSecondWitnessNamesIsRead()
{
    nameTasks(3);
    m_desk->puller->look(sync::Lists::None);
    QTRY_VERIFY((m_desk->pass(1s), m_desk->mirror->counts()->detailsMissing == 0 && details() == 3));
    QTRY_COMPARE(
        (settle(), m_desk->mirror->meta(QStringLiteral("taskupdates.usn")).value()), QStringLiteral("3"));
    m_desk->server.script(
        QStringLiteral("get-taskupdates"),
        ScriptedReply::json("[{\"task_id\":2,\"id\":100},{\"task_id\":50,\"id\":101}]"), 1);
    m_desk->pass(1800s);
    m_desk->puller->look(sync::Lists::None);
    // Task 2 again, and 50, which the feed never named.
    QTRY_COMPARE((m_desk->pass(1s), details()), 5);
    QTRY_COMPARE((m_desk->pass(1s), m_desk->mirror->counts()->tasks), 4);
    QCOMPARE(m_desk->mirror->meta(QStringLiteral("taskupdates.last")).value(), QStringLiteral("101"));
}

QTEST_GUILESS_MAIN(PaceTest)
#include "PaceTest.moc"
