#include "Futures.h"
#include "ManualClock.h"
#include "ScriptedServer.h"
#include "api/ReadChannel.h"

#include <algorithm>

using namespace naryad;
using namespace naryad::api;
using namespace naryad::test;
using namespace std::chrono_literals;

namespace {

Endpoint endpoint(const QUrl &url)
{
    return {url, QStringLiteral("THE-KEY")};
}

ReadRequest getTask(int id, bool foreground = false)
{
    ReadRequest request{QStringLiteral("get-task"), {}, foreground, true};
    request.query.addQueryItem(QStringLiteral("id"), QString::number(id));
    return request;
}

ScriptedReply held()
{
    ScriptedReply reply = ScriptedReply::json("{\"id\":1}");
    reply.held = true;
    return reply;
}

using Futures = QVector<QFuture<Result<Answer>>>;

int finished(const Futures &futures)
{
    return static_cast<int>(std::count_if(
        futures.begin(), futures.end(), [](const auto &future) { return future.isFinished(); }));
}

} // namespace

/// Many reads at once: how many are on the line, in which order, and how they are given up.
class ReadQueueTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void keepsTwelveInFlight();
    void foregroundOvertakes();
    void pausingHoldsNoPlace();
    void aRefusalOfAFormerKeyIsNone();
    void cancellingClosesTheSocket();
    void cancellingTakesOutOfTheQueue();
    void cancellingEndsAPause();
    void endsAllWhenItDies();
    void survivesBeingDeletedByItsCaller();
};

void ReadQueueTest::keepsTwelveInFlight()
{
    ScriptedServer server;
    server.otherwise(held());
    ManualClock clock;
    ReadChannel channel(endpoint(server.url()), clock);
    Futures futures;
    for (int i = 1; i <= 40; ++i)
        futures.append(channel.get(getTask(i)));
    QTRY_VERIFY(server.heldCount() > 0);
    QCOMPARE(channel.requestCount(), 12);
    while (finished(futures) < 40) {
        server.release();
        const int before = finished(futures);
        QTRY_VERIFY(server.heldCount() > 0 || finished(futures) > before || finished(futures) == 40);
        QVERIFY(channel.requestCount() - finished(futures) <= 12);
    }
    QCOMPARE(channel.requestCount(), 40);
    QCOMPARE(server.count(), 40);
    for (const auto &future : std::as_const(futures))
        QVERIFY(future.result().has_value());
}

void ReadQueueTest::foregroundOvertakes()
{
    ScriptedServer server;
    server.script({}, held(), 6);
    ManualClock clock;
    ReadChannel channel(endpoint(server.url()), clock);
    Futures futures;
    for (int i = 1; i <= 30; ++i)
        futures.append(channel.get(getTask(i)));
    QTRY_COMPARE(server.heldCount(), 6);
    futures.append(channel.get(getTask(1000, true)));
    server.release();
    QTRY_COMPARE(finished(futures), 31);
    const QVector<HttpRequest> requests = server.requests();
    const auto place = [&requests](int id) {
        const QByteArray target = "/api/v5/get-task?id=" + QByteArray::number(id);
        const auto found = std::find_if(requests.begin(), requests.end(), [&target](const HttpRequest &one) {
            return one.target == target;
        });
        return static_cast<int>(std::distance(requests.begin(), found));
    };
    // Twelve were on the line already; of all that still waited it is the first
    QVERIFY2(place(1000) <= 12, qPrintable(QString::number(place(1000))));
    for (int i = 13; i <= 30; ++i)
        QVERIFY(place(1000) < place(i));
}

void ReadQueueTest::pausingHoldsNoPlace()
{
    ScriptedServer server;
    server.script({}, ScriptedReply::page(502), 12);
    ManualClock clock;
    ReadChannel channel(endpoint(server.url()), clock);
    Futures first;
    for (int i = 1; i <= 12; ++i)
        first.append(channel.get(getTask(i)));
    QTRY_COMPARE(clock.pending(), 12);
    // Twelve wait for their second try; others go on meanwhile
    QVERIFY(settled(channel.get(getTask(100))).has_value());
    QCOMPARE(finished(first), 0);
    clock.advance(2s);
    QTRY_COMPARE(finished(first), 12);
    QCOMPARE(channel.requestCount(), 25);
}

void ReadQueueTest::aRefusalOfAFormerKeyIsNone()
{
    ScriptedServer server;
    ScriptedReply refused = ScriptedReply::json("{\"code\":1,\"description\":\"no\"}", 401);
    refused.held = true;
    server.script({}, refused, 2);
    ManualClock clock;
    ReadChannel channel(endpoint(server.url()), clock);
    Futures futures;
    futures.append(channel.get(getTask(1)));
    QTRY_COMPARE(server.heldCount(), 1);
    channel.setKey(QStringLiteral("new"));
    server.release();
    // Asked again, with the new key, whose refusal is one.
    QTRY_COMPARE(server.heldCount(), 1);
    QCOMPARE(finished(futures), 0);
    QCOMPARE(server.requests().last().headers.value("authorization"), QByteArray("key=new"));
    server.release();
    QTRY_COMPARE(finished(futures), 1);
    QCOMPARE(futures.first().result().error().kind, ErrorKind::KeyRefused);
    QCOMPARE(server.count(), 2);
}

void ReadQueueTest::cancellingClosesTheSocket()
{
    ScriptedServer server;
    server.otherwise(ScriptedReply::silence());
    ManualClock clock;
    ReadChannel channel(endpoint(server.url()), clock);
    QFuture<Result<Answer>> future = channel.get(getTask(1));
    QTRY_COMPARE(server.heldCount(), 1);
    QCOMPARE(server.openConnections(), 1);
    future.cancel();
    QTRY_COMPARE(server.openConnections(), 0);
    QTRY_VERIFY(future.isFinished());
    QVERIFY(future.isCanceled());
    // The channel goes on
    server.otherwise(ScriptedReply::json("{\"id\":2}"));
    QVERIFY(settled(channel.get(getTask(2))).has_value());
}

void ReadQueueTest::cancellingTakesOutOfTheQueue()
{
    ScriptedServer server;
    server.otherwise(held());
    ManualClock clock;
    ReadChannel channel(endpoint(server.url()), clock);
    Futures futures;
    for (int i = 1; i <= 13; ++i)
        futures.append(channel.get(getTask(i)));
    QTRY_COMPARE(server.heldCount(), 6);
    futures.last().cancel();
    QTRY_VERIFY(futures.last().isFinished());
    server.otherwise(ScriptedReply::json("{}"));
    server.release();
    QTRY_COMPARE(finished(futures), 13);
    QCOMPARE(channel.requestCount(), 12);
    QVERIFY(!server.received().contains("id=13 "));
}

void ReadQueueTest::cancellingEndsAPause()
{
    ScriptedServer server;
    server.otherwise(ScriptedReply::page(502));
    ManualClock clock;
    ReadChannel channel(endpoint(server.url()), clock);
    QFuture<Result<Answer>> future = channel.get(getTask(1));
    QTRY_COMPARE(clock.pending(), 1);
    future.cancel();
    QTRY_VERIFY(future.isFinished());
    clock.advance(10s);
    // A later request is answered; the cancelled one has not come back before it
    server.otherwise(ScriptedReply::json("{}"));
    QVERIFY(settled(channel.get(getTask(2))).has_value());
    QCOMPARE(channel.requestCount(), 2);
}

void ReadQueueTest::endsAllWhenItDies()
{
    ScriptedServer server;
    server.otherwise(held());
    server.script(QStringLiteral("get-updates"), ScriptedReply::page(502));
    ManualClock clock;
    auto channel = std::make_unique<ReadChannel>(endpoint(server.url()), clock);
    Futures futures{channel->get({QStringLiteral("get-updates"), {}, true, true})};
    QTRY_COMPARE(clock.pending(), 1);
    for (int i = 1; i <= 20; ++i)
        futures.append(channel->get(getTask(i)));
    QTRY_COMPARE(server.heldCount(), 6);
    channel.reset();
    QCOMPARE(finished(futures), 21);
    for (const auto &future : std::as_const(futures))
        QCOMPARE(kindOf(future.result()), QStringLiteral("cancelled"));
    QTRY_COMPARE(server.openConnections(), 0);
    clock.advance(10s);
}

void ReadQueueTest::survivesBeingDeletedByItsCaller()
{
    ScriptedServer server;
    ManualClock clock;
    auto channel = std::make_unique<ReadChannel>(endpoint(server.url()), clock);
    QObject context;
    bool heard = false;
    channel->get(getTask(1)).then(&context, [&channel, &heard](const Result<Answer> &answer) {
        heard = answer.has_value();
        channel.reset();
    });
    QTRY_VERIFY(heard);
    QVERIFY(!channel);
    QTRY_COMPARE(server.openConnections(), 0);
}

QTEST_GUILESS_MAIN(ReadQueueTest)
#include "ReadQueueTest.moc"
