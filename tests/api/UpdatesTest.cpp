#include "Desk.h"
#include "Futures.h"
#include "JournalCallTimes.h"
#include "Samples.h"

#include <QTemporaryDir>

using namespace naryad;
using namespace naryad::api;
using namespace naryad::test;
using namespace std::chrono_literals;

namespace {

const QByteArray tooOften = R"({"code":33,"description":"Запрос возможен не чаще одного раза в пять минут"})";

} // namespace

/// The two feeds: which types are offered, and the five minutes that must lie between two get-taskupdates.
class UpdatesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void asksForAnyType();
    void remembersWhatIsNotOffered_data();
    void remembersWhatIsNotOffered();
    void aRefusalOfTasksIsARefusal();
    void readsEvents();
    void asksFromAWeekBackWithoutAnEvent();
    void refusesToAskTooEarly();
    void secondCallAtOnceStaysHere();
    void storesTheTimeBeforeItAsks();
    void doesNotAskWhatItCouldNotRemember();
    void aClockSetBackWaitsAnew();
    void isNeverRepeated();
    void theServicesTooEarlyReadsTheSame_data();
    void theServicesTooEarlyReadsTheSame();
    void aRepetitionByQtIsNoErrorOfItsOwn();
    void restartsDoNotForget();
};

void UpdatesTest::asksForAnyType()
{
    Desk desk;
    desk.answer(samples::updatesByObject());
    const auto read = settled(desk.updates.updates(QStringLiteral("contractor"), 448));
    QVERIFY(read.has_value());
    QCOMPARE(read->first().objectId, QStringLiteral("655627"));
    QCOMPARE(desk.lastTarget(), QByteArray("/api/v5/get-updates?type=contractor&usn=448"));
    desk.answer("null");
    QVERIFY(settled(desk.updates.updates(QStringLiteral("contractor"), 563))->isEmpty());
}

void UpdatesTest::remembersWhatIsNotOffered_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<bool>("notOffered");
    const QByteArray words = R"({"code":5,"description":"Неизвестный тип"})";
    QTest::newRow("400") << 400 << words << true;
    QTest::newRow("404") << 404 << words << true;
    QTest::newRow("in a 200") << 200 << words << true;
    QTest::newRow("by words of not found")
        << 400 << QByteArray(R"({"code":404,"description":"not found"})") << true;
    QTest::newRow("key") << 401 << words << false;
    QTest::newRow("too many requests") << 429 << words << false;
    QTest::newRow("failure") << 500 << words << false;
    QTest::newRow("odd answer") << 200 << QByteArray("{}") << false;
}

void UpdatesTest::remembersWhatIsNotOffered()
{
    QFETCH(int, status);
    QFETCH(QByteArray, body);
    QFETCH(bool, notOffered);
    Desk desk;
    // A wait longer than any that is slept through here, so that nothing is asked again
    desk.server.otherwise(ScriptedReply::json(body, status, {{"Retry-After", "3600"}}));
    const auto read = settled(desk.updates.updates(QStringLiteral("equipment"), 0));
    QVERIFY(!read.has_value());
    QCOMPARE(read.error().cause == ErrorCause::NotOffered, notOffered);
    QCOMPARE(read.error().kind == ErrorKind::Refused, notOffered);
    if (notOffered) {
        QVERIFY(!read.error().words.isEmpty());
        QVERIFY(describe(read.error()).contains(QLatin1String("does not offer")));
    }
}

void UpdatesTest::aRefusalOfTasksIsARefusal()
{
    Desk desk;
    desk.answer(R"({"code":5,"description":"usn"})", 400);
    const auto read = settled(desk.updates.updates(QStringLiteral("task"), 0));
    QCOMPARE(kindOf(read), QStringLiteral("refused"));
    QCOMPARE(read.error().cause, ErrorCause::None);
}

void UpdatesTest::readsEvents()
{
    Desk desk;
    desk.answer(R"([{"task_id":"9007199254740993","id":"8"},{"taskId":5,"id":7}])");
    const auto read = settled(desk.updates.taskUpdates(6));
    QVERIFY(read.has_value());
    const QVector<TaskEvent> expected{{7, QStringLiteral("5")}, {8, QStringLiteral("9007199254740993")}};
    QCOMPARE(*read, expected);
    desk.clock.advance(300s);
    desk.answer("null");
    QVERIFY(settled(desk.updates.taskUpdates(8))->isEmpty());
    desk.clock.advance(300s);
    desk.answer(R"([{"task_id":1}])");
    const auto odd = settled(desk.updates.taskUpdates(8));
    QCOMPARE(kindOf(odd), QStringLiteral("bad answer"));
    QCOMPARE(odd.error().place, QStringLiteral("[0].id"));
}

void UpdatesTest::asksFromAWeekBackWithoutAnEvent()
{
    Desk desk;
    desk.answer("[]");
    QVERIFY(settled(desk.updates.taskUpdates(std::nullopt)).has_value());
    QCOMPARE(desk.lastTarget(), QByteArray("/api/get-taskupdates"));
}

void UpdatesTest::refusesToAskTooEarly()
{
    Desk desk;
    desk.answer("[]");
    QVERIFY(settled(desk.updates.taskUpdates(1)).has_value());
    desk.clock.advance(60s);
    const auto early = settled(desk.updates.taskUpdates(1));
    QCOMPARE(kindOf(early), QStringLiteral("rate limited"));
    QCOMPARE(early.error().retryAfter, 240s);
    QCOMPARE(early.error().asked, QStringLiteral("get-taskupdates"));
    QCOMPARE(early.error().httpStatus, 0);
    desk.clock.advance(239s);
    QCOMPARE(settled(desk.updates.taskUpdates(1)).error().retryAfter, 1s);
    QCOMPARE(desk.server.count(), 1);
    // Having been asked in vain does not lengthen the wait
    desk.clock.advance(1s);
    QVERIFY(settled(desk.updates.taskUpdates(1)).has_value());
    QCOMPARE(desk.server.count(), 2);
}

void UpdatesTest::secondCallAtOnceStaysHere()
{
    Desk desk;
    desk.answer("[]");
    const auto first = desk.updates.taskUpdates(1);
    const auto second = desk.updates.taskUpdates(1);
    QVERIFY(settled(first).has_value());
    QCOMPARE(kindOf(settled(second)), QStringLiteral("rate limited"));
    QCOMPARE(desk.server.count(), 1);
}

void UpdatesTest::storesTheTimeBeforeItAsks()
{
    Desk desk;
    desk.server.otherwise(ScriptedReply::silence());
    const QDateTime asked = desk.clock.now();
    auto future = desk.updates.taskUpdates(1);
    QCOMPARE(desk.times.last, asked);
    QTRY_COMPARE(desk.server.heldCount(), 1);
    // Given up or not: the service has counted it
    future.cancel();
    QTRY_VERIFY(future.isFinished());
    desk.answer("[]");
    QCOMPARE(kindOf(settled(desk.updates.taskUpdates(1))), QStringLiteral("rate limited"));
}

void UpdatesTest::doesNotAskWhatItCouldNotRemember()
{
    Desk desk;
    desk.times.full = true;
    const auto full = settled(desk.updates.taskUpdates(1));
    QCOMPARE(kindOf(full), QStringLiteral("storage"));
    QCOMPARE(full.error().cause, ErrorCause::DiskFull);
    desk.times.full = false;
    desk.times.broken = true;
    QCOMPARE(kindOf(settled(desk.updates.taskUpdates(1))), QStringLiteral("storage"));
    QCOMPARE(desk.server.connections(), 0);
}

void UpdatesTest::aClockSetBackWaitsAnew()
{
    Desk desk;
    desk.answer("[]");
    desk.times.last = desk.clock.now().addYears(10);
    const auto early = settled(desk.updates.taskUpdates(1));
    QCOMPARE(kindOf(early), QStringLiteral("rate limited"));
    QCOMPARE(early.error().retryAfter, 300s);
    desk.clock.advance(300s);
    QVERIFY(settled(desk.updates.taskUpdates(1)).has_value());
    QCOMPARE(desk.server.count(), 1);
}

void UpdatesTest::isNeverRepeated()
{
    Desk desk;
    desk.server.otherwise(ScriptedReply::page(503));
    QCOMPARE(kindOf(settled(desk.updates.taskUpdates(1))), QStringLiteral("not the api"));
    QCOMPARE(desk.server.count(), 1);
    QCOMPARE(desk.clock.pending(), 0);
}

void UpdatesTest::theServicesTooEarlyReadsTheSame_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("body");
    QTest::newRow("documented form") << 400 << tooOften;
    QTest::newRow("other words") << 400 << QByteArray(R"({"code":1,"description":"что то пошло не так"})");
    QTest::newRow("words of not found") << 400 << QByteArray(R"({"code":1,"description":"Не найдено"})");
    QTest::newRow("in a 200") << 200 << tooOften;
    QTest::newRow("429") << 429 << QByteArray("{}");
}

void UpdatesTest::theServicesTooEarlyReadsTheSame()
{
    QFETCH(int, status);
    QFETCH(QByteArray, body);
    Desk desk;
    desk.answer(body, status);
    const auto early = settled(desk.updates.taskUpdates(1));
    QCOMPARE(kindOf(early), QStringLiteral("rate limited"));
    QCOMPARE(early.error().retryAfter, 300s);
    QCOMPARE(early.error().httpStatus, status);
    QCOMPARE(desk.server.count(), 1);
}

/// Qt 6.4 sends a GET again by itself when its connection breaks; the service has counted the first one and
/// refuses the second. What reaches the caller is "not before", with nothing of its place in the feed lost.
void UpdatesTest::aRepetitionByQtIsNoErrorOfItsOwn()
{
    Desk desk;
    desk.server.script(QStringLiteral("get-taskupdates"), ScriptedReply::fin());
    desk.answer(tooOften, 400);
    const auto read = settled(desk.updates.taskUpdates(866888));
    QCOMPARE(desk.reads.requestCount(), 1);
    QCOMPARE(desk.server.count(), 2);
    QCOMPARE(desk.server.requests().at(1).raw, desk.server.requests().at(0).raw);
    QCOMPARE(kindOf(read), QStringLiteral("rate limited"));
    QCOMPARE(read.error().retryAfter, 300s);
    // Five minutes later the same events are asked for again
    desk.clock.advance(300s);
    desk.answer(samples::taskUpdates());
    const auto later = settled(desk.updates.taskUpdates(866888));
    QVERIFY(later.has_value());
    QCOMPARE(later->first().id, 1867878);
}

void UpdatesTest::restartsDoNotForget()
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("journal.db"));
    Desk desk;
    desk.answer("[]");
    {
        const auto journal = store::Journal::open(path, desk.clock);
        QVERIFY(journal.has_value());
        sync::JournalCallTimes times(**journal);
        QVERIFY(!times.lastTaskUpdates()->isValid());
        const UpdateService updates(desk.reads, AccountZone(), desk.clock, times);
        QVERIFY(settled(updates.taskUpdates(1)).has_value());
    }
    desk.clock.advance(100s);
    const auto journal = store::Journal::open(path, desk.clock);
    QVERIFY(journal.has_value());
    sync::JournalCallTimes times(**journal);
    QCOMPARE(times.lastTaskUpdates()->secsTo(desk.clock.now()), 100);
    const UpdateService updates(desk.reads, AccountZone(), desk.clock, times);
    const auto early = settled(updates.taskUpdates(1));
    QCOMPARE(kindOf(early), QStringLiteral("rate limited"));
    QCOMPARE(early.error().retryAfter, 200s);
    QCOMPARE(desk.server.count(), 1);
}

QTEST_GUILESS_MAIN(UpdatesTest)
#include "UpdatesTest.moc"
