#include "SyncFixture.h"

#include <QSignalSpy>
#include <QUrlQuery>

#include <atomic>
#include <mutex>

using namespace naryad;
using namespace std::chrono_literals;
using sync::Puller;
using test::HttpRequest;
using test::ScriptedReply;

/// The walk of the whole task list against a made-up service whose list changes under it.
class TaskWalkTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void cleanup() { m_desk.reset(); }
    void whatTheFeedDoesNotNameIsFound();
    void whatHasGoneIsShownAsGoneAndComesBack();
    void aTaskThatSlippedThroughIsNotGone();
    void itGoesOnAtItsPage();
    void aListThatDoesNotPageSaysNothing();
    void aListOfHalfTheTasksCostsLittle();
    void itRunsOnceADay();

private:
    static constexpr auto Day = std::chrono::seconds(24 * 3600);

    /// What the service has, in the order of its list; those it lists and those get-task finds.
    struct Company
    {
        std::mutex lock;
        QStringList listed;
        QStringList there;
        bool pages = true;
    };

    static int numberIn(const HttpRequest &request, const char *key)
    {
        return QUrlQuery(QUrl(QString::fromLatin1(request.target)))
            .queryItemValue(QString::fromLatin1(key))
            .toInt();
    }
    ScriptedReply answer(const HttpRequest &request) const;
    void make(int tasks);
    void walk();
    bool isGone(const QString &id) const
    {
        const auto task = m_desk->mirror->mirrored(id);
        return task && *task && (*task)->gone;
    }
    int known() const { return m_desk->mirror->counts()->tasks; }

    std::shared_ptr<Company> m_company;
    std::unique_ptr<test::SyncFixture> m_desk;
};

void TaskWalkTest::init()
{
    m_company = std::make_shared<Company>();
    m_desk = std::make_unique<test::SyncFixture>();
    m_desk->server.handle([this](const HttpRequest &request) { return answer(request); });
    QVERIFY(m_desk->open());
}

ScriptedReply TaskWalkTest::answer(const HttpRequest &request) const
{
    const std::lock_guard guard(m_company->lock);
    if (request.command() == QLatin1String("get-task-list")) {
        const int page = m_company->pages ? numberIn(request, "page") : 0;
        QStringList rows;
        for (const QString &id : m_company->listed.mid(page * 10, 10))
            rows.append(QStringLiteral("{\"id\":\"%1\",\"name\":\"n%1\"}").arg(id));
        return ScriptedReply::json("[" + rows.join(QLatin1Char(',')).toUtf8() + "]");
    }
    if (request.command() == QLatin1String("get-task")) {
        const QString id = QString::number(numberIn(request, "id"));
        if (!m_company->there.contains(id))
            return ScriptedReply::json(
                QStringLiteral("{\"code\":3,\"description\":\"Задача не найдена\"}").toUtf8(), 400);
        return ScriptedReply::json(
            QStringLiteral("{\"id\":\"%1\",\"template\":{\"id\":7,\"name\":\"x\"}}").arg(id).toUtf8());
    }
    return ScriptedReply::json("[]");
}

void TaskWalkTest::make(int tasks)
{
    const std::lock_guard guard(m_company->lock);
    for (int id = 1; id <= tasks; ++id)
        m_company->listed.append(QString::number(id));
    m_company->there = m_company->listed;
}

/// One walk to its end, with all details it asked for.
void TaskWalkTest::walk()
{
    QSignalSpy ended(m_desk->puller.get(), &Puller::taskWalkEnded);
    m_desk->puller->walkTasks(Day);
    QTRY_VERIFY_WITH_TIMEOUT((m_desk->pass(1s), ended.size() == 1 && !m_desk->puller->isBusy()), 20000);
    m_desk->pass(1s);
}

void TaskWalkTest::whatTheFeedDoesNotNameIsFound()
{
    make(45);
    walk();
    QCOMPARE(known(), 45);
    QCOMPARE(m_desk->mirror->counts()->detailsMissing, 0);
    QCOMPARE(m_desk->server.count(QStringLiteral("get-task")), 45);
    QVERIFY(m_desk->puller->listRequests() >= 5);
}

void TaskWalkTest::whatHasGoneIsShownAsGoneAndComesBack()
{
    make(45);
    walk();
    {
        const std::lock_guard guard(m_company->lock);
        m_company->listed.removeOne(QStringLiteral("17"));
        m_company->there.removeOne(QStringLiteral("17"));
    }
    m_desk->pass(Day);
    walk();
    QVERIFY(isGone(QStringLiteral("17")));
    QCOMPARE(known(), 44);
    QCOMPARE(m_desk->server.count(QStringLiteral("get-task")), 46);
    {
        const std::lock_guard guard(m_company->lock);
        m_company->listed.append(QStringLiteral("17"));
        m_company->there.append(QStringLiteral("17"));
    }
    m_desk->pass(Day);
    walk();
    QVERIFY(!isGone(QStringLiteral("17")));
    QCOMPARE(known(), 45);
}

void TaskWalkTest::aTaskThatSlippedThroughIsNotGone()
{
    make(45);
    walk();
    {
        // Not on any page this time, as when one in front of it was removed between two pages.
        const std::lock_guard guard(m_company->lock);
        m_company->listed.removeOne(QStringLiteral("20"));
    }
    m_desk->pass(Day);
    walk();
    QVERIFY(!isGone(QStringLiteral("20")));
    QCOMPARE(known(), 45);
    QCOMPARE(m_desk->server.count(QStringLiteral("get-task")), 46);
}

void TaskWalkTest::itGoesOnAtItsPage()
{
    make(500);
    m_desk->puller->walkTasks(Day);
    QTRY_VERIFY((m_desk->pass(1s), m_desk->mirror->taskWalk()->page >= 5));
    m_desk->puller->stop();
    const int page = m_desk->mirror->taskWalk()->page;
    QVERIFY(page < 50);
    m_desk->puller = std::make_unique<Puller>(*m_desk->services, *m_desk->mirror, m_desk->clock);
    const auto before = m_desk->server.requests().size();
    walk();
    int least = 1000;
    const auto requests = m_desk->server.requests();
    for (qsizetype i = before; i < requests.size(); ++i) {
        if (requests.at(i).command() == QLatin1String("get-task-list"))
            least = std::min(least, numberIn(requests.at(i), "page"));
    }
    // Those that were on their way when it stopped may still have come to be counted here.
    QVERIFY2(least >= page - 1, qPrintable(QStringLiteral("%1 after %2").arg(least).arg(page)));
    QCOMPARE(known(), 500);
}

void TaskWalkTest::aListThatDoesNotPageSaysNothing()
{
    make(45);
    walk();
    m_company->pages = false;
    m_desk->pass(Day);
    const int before = m_desk->server.count(QStringLiteral("get-task"));
    walk();
    QCOMPARE(known(), 45);
    QCOMPARE(m_desk->server.count(QStringLiteral("get-task")), before);
}

void TaskWalkTest::aListOfHalfTheTasksCostsLittle()
{
    make(1000);
    walk();
    {
        const std::lock_guard guard(m_company->lock);
        m_company->listed = m_company->listed.mid(0, 300);
    }
    m_desk->pass(Day);
    const int before = m_desk->server.count(QStringLiteral("get-task"));
    walk();
    QCOMPARE(known(), 1000);
    QCOMPARE(m_desk->server.count(QStringLiteral("get-task")), before + 200);
    // The next walk goes on behind them.
    m_desk->pass(Day);
    walk();
    QCOMPARE(m_desk->server.count(QStringLiteral("get-task")), before + 400);
    QCOMPARE(known(), 1000);
}

void TaskWalkTest::itRunsOnceADay()
{
    make(5);
    walk();
    const int pages = m_desk->server.count(QStringLiteral("get-task-list"));
    m_desk->puller->walkTasks(Day);
    QVERIFY(!m_desk->puller->isWalkingTasks());
    m_desk->pass(Day - 60s);
    QVERIFY(!m_desk->puller->isTaskWalkDue(Day));
    m_desk->pass(60s);
    QVERIFY(m_desk->puller->isTaskWalkDue(Day));
    QCOMPARE(m_desk->server.count(QStringLiteral("get-task-list")), pages);
}

QTEST_GUILESS_MAIN(TaskWalkTest)
#include "TaskWalkTest.moc"
