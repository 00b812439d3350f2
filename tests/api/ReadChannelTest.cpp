#include "api/ReadChannel.h"
#include "Futures.h"
#include "ManualClock.h"
#include "ScriptedServer.h"

using namespace naryad;
using namespace naryad::api;
using namespace naryad::test;
using namespace std::chrono_literals;

using End = ScriptedReply::End;

namespace {

constexpr auto Key = "THE-KEY-7f";

Endpoint endpoint(const QUrl &url)
{
    return {url, QString::fromLatin1(Key)};
}

ReadRequest getTask(bool retry = false)
{
    ReadRequest request{QStringLiteral("get-task"), {}, false, retry};
    request.query.addQueryItem(QStringLiteral("id"), QStringLiteral("12"));
    return request;
}

QByteArray head(const QByteArray &headers)
{
    return "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n" + headers + "\r\n";
}

} // namespace

Q_DECLARE_METATYPE(naryad::test::ScriptedReply)

/// One read at a time: what is on the wire, how answers are judged, limits, retries on a clock of the test's.
class ReadChannelTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void putsOnTheWireWhatItShould();
    void judgesAnswers_data();
    void judgesAnswers();
    void followsNoRedirectAndKeepsNoCookie();
    void tellsWhyItIsOffline();
    void limitsTimeAndSize();
    void retriesWithBackoff();
    void succeedsAtASecondTry();
    void honoursRetryAfter();
    void doesNotSleepThroughALongRetryAfter();
    void doesNotRetryWhatCanNotPass_data();
    void doesNotRetryWhatCanNotPass();
    void retriesOnlyWhereItMay();
    void refusesBadKeysAndWrites();
    void keepsTheKeyOutOfErrors();
};

void ReadChannelTest::putsOnTheWireWhatItShould()
{
    ScriptedServer server;
    ManualClock clock;
    ReadChannel channel(endpoint(server.url()), clock);
    const auto result = settled(channel.get(getTask()));
    QVERIFY(result.has_value());
    QCOMPARE(result->body, QByteArray("{\"id\":111}"));
    const HttpRequest request = server.requests().first();
    QCOMPARE(request.method, QByteArray("GET"));
    QCOMPARE(request.target, QByteArray("/api/v5/get-task?id=12"));
    QCOMPARE(request.body, QByteArray());
    QCOMPARE(request.headers.value("authorization"), QByteArray("key=") + Key);
    QCOMPARE(request.headers.value("user-agent"), QByteArray("Naryad/" NARYAD_VERSION));
    QCOMPARE(request.headers.value("accept-encoding"), QByteArray("identity"));
    channel.setKey(QStringLiteral("SECOND"));
    settled(channel.get(getTask()));
    QCOMPARE(server.requests().last().headers.value("authorization"), QByteArray("key=SECOND"));
    QCOMPARE(channel.requestCount(), 2);
    // Reads share their connections
    QCOMPARE(server.connections(), 1);
}

void ReadChannelTest::judgesAnswers_data()
{
    QTest::addColumn<ScriptedReply>("reply");
    QTest::addColumn<QString>("kind");
    QTest::addColumn<int>("cause");
    const auto row = [](const char *name, const ScriptedReply &reply, const char *kind,
                        ErrorCause cause = ErrorCause::None) {
        QTest::newRow(name) << reply << QString::fromLatin1(kind) << static_cast<int>(cause);
    };
    const auto closed = ErrorCause::ConnectionClosed;
    row("answer", ScriptedReply::json("{\"id\":1}"), "answer");
    row("chunks", ScriptedReply::raw(head("Transfer-Encoding: chunked\r\n") + "2\r\n[]\r\n0\r\n\r\n"),
        "answer");
    row("web page", ScriptedReply::page(200), "not the api", ErrorCause::WebPage);
    row("not found page", ScriptedReply::page(404), "not the api", ErrorCause::WebPage);
    row("gateway", ScriptedReply::page(502), "not the api", ErrorCause::ServerFailure);
    row("redirect", ScriptedReply::redirect(302, QUrl(QStringLiteral("http://127.0.0.1:9/"))), "not the api",
        ErrorCause::Redirected);
    row("refused", ScriptedReply::json("{\"code\":7,\"description\":\"Нет прав\"}", 400), "refused");
    row("not found", ScriptedReply::json("{\"code\":7,\"description\":\"Задача не найдена\"}", 400),
        "not found");
    row("401", ScriptedReply::json("{\"code\":1}", 401, {{"WWW-Authenticate", "Basic realm=\"x\""}}),
        "key refused");
    row("429", ScriptedReply::json("{}", 429), "rate limited");
    row("empty", ScriptedReply::json({}), "bad answer");
    row("broken", ScriptedReply::json("{\"id\":1,}"), "bad answer");
    row("cut", ScriptedReply::raw(head("Content-Length: 100\r\n") + "{\"id\":1}"), "bad answer", closed);
    row("FIN", ScriptedReply::fin(), "offline", closed);
    row("RST", ScriptedReply::rst(), "offline", closed);
    row("half a status line", ScriptedReply::raw("HTTP/1."), "offline", closed);
}

void ReadChannelTest::judgesAnswers()
{
    QFETCH(ScriptedReply, reply);
    QFETCH(QString, kind);
    QFETCH(int, cause);
    ScriptedServer server;
    server.otherwise(reply);
    ManualClock clock;
    ReadChannel channel(endpoint(server.url()), clock);
    const auto result = settled(channel.get(getTask()));
    QCOMPARE(kindOf(result), kind);
    if (!result)
        QCOMPARE(static_cast<int>(result.error().cause), cause);
    QCOMPARE(channel.requestCount(), 1);
    QCOMPARE(clock.pending(), 0);
}

void ReadChannelTest::followsNoRedirectAndKeepsNoCookie()
{
    ScriptedServer stranger;
    ScriptedServer server;
    server.script(QStringLiteral("get-task"), ScriptedReply::redirect(307, stranger.url()));
    server.script(
        QStringLiteral("get-task"), ScriptedReply::json("{}", 200, {{"Set-Cookie", "a=b; Path=/"}}));
    ManualClock clock;
    ReadChannel channel(endpoint(server.url()), clock);
    const auto redirected = settled(channel.get(getTask()));
    QCOMPARE(redirected.error().cause, ErrorCause::Redirected);
    QCOMPARE(
        redirected.error().place, QString(QStringLiteral("127.0.0.1:") + QString::number(stranger.port())));
    QVERIFY(settled(channel.get(getTask())).has_value());
    QVERIFY(settled(channel.get(getTask())).has_value());
    QCOMPARE(stranger.connections(), 0);
    QCOMPARE(server.count(), 3);
    QVERIFY(!server.received().toLower().contains("cookie"));
}

void ReadChannelTest::tellsWhyItIsOffline()
{
    ManualClock clock;
    ScriptedServer gone;
    gone.stopListening();
    ReadChannel refused(endpoint(gone.url()), clock);
    const auto closed = settled(refused.get(getTask(true)));
    QCOMPARE(kindOf(closed), QStringLiteral("offline"));
    QCOMPARE(closed.error().cause, ErrorCause::ConnectionRefused);
    QCOMPARE(closed.error().place, QString(QStringLiteral("127.0.0.1:") + QString::number(gone.port())));
    ReadChannel unknown(endpoint(QUrl(QStringLiteral("http://no-such-company.invalid"))), clock);
    const auto nameless = settled(unknown.get(getTask(true)));
    QCOMPARE(nameless.error().cause, ErrorCause::NoSuchHost);
    QCOMPARE(nameless.error().place, QStringLiteral("no-such-company.invalid"));
    // Both are told at once, without a second try
    QCOMPARE(refused.requestCount() + unknown.requestCount(), 2);
    QCOMPARE(clock.pending(), 0);
}

void ReadChannelTest::limitsTimeAndSize()
{
    ManualClock clock;
    ScriptedServer server;
    Limits limits;
    limits.stall = 200ms;
    limits.total = 10s;
    limits.maxBytes = 1000;
    {
        ReadChannel channel(endpoint(server.url()), clock, limits);
        server.script({}, ScriptedReply::silence());
        QCOMPARE(kindOf(settled(channel.get(getTask()))), QStringLiteral("timed out"));
        server.script({}, ScriptedReply::json('"' + QByteArray(2000, 'x') + '"'));
        QCOMPARE(kindOf(settled(channel.get(getTask()))), QStringLiteral("too large"));
        server.script({}, ScriptedReply::raw(head({}) + '"' + QByteArray(2000, 'x') + '"'));
        QCOMPARE(kindOf(settled(channel.get(getTask()))), QStringLiteral("too large"));
        server.script({}, ScriptedReply::json('"' + QByteArray(998, 'x') + '"'));
        QCOMPARE(kindOf(settled(channel.get(getTask()))), QStringLiteral("answer"));
    }
    limits.stall = 10s;
    limits.total = 300ms;
    ScriptedReply drip = ScriptedReply::json("{\"id\":1}");
    drip.dripMs = 20;
    server.otherwise(drip);
    ReadChannel channel(endpoint(server.url()), clock, limits);
    QCOMPARE(kindOf(settled(channel.get(getTask()))), QStringLiteral("timed out"));
}

void ReadChannelTest::retriesWithBackoff()
{
    ScriptedServer server;
    server.otherwise(ScriptedReply::page(502));
    ManualClock clock;
    Limits limits;
    limits.readTries = 3;
    limits.backoff = 1000ms;
    ReadChannel channel(endpoint(server.url()), clock, limits);
    const auto future = channel.get(getTask(true));
    QTRY_COMPARE(clock.pending(), 1);
    QCOMPARE(server.count(), 1);
    // At least three quarters of the step, at most five
    clock.advance(749ms);
    QCOMPARE(clock.pending(), 1);
    clock.advance(502ms);
    QTRY_COMPARE(server.count(), 2);
    QTRY_COMPARE(clock.pending(), 1);
    // The second pause is twice the first
    clock.advance(1499ms);
    QCOMPARE(clock.pending(), 1);
    QVERIFY(!future.isFinished());
    clock.advance(1002ms);
    const auto result = settled(future);
    QCOMPARE(result.error().cause, ErrorCause::ServerFailure);
    QCOMPARE(channel.requestCount(), 3);
    QCOMPARE(server.count(), 3);
    QCOMPARE(clock.pending(), 0);
}

void ReadChannelTest::succeedsAtASecondTry()
{
    ScriptedServer server;
    server.script({}, ScriptedReply::page(500));
    ManualClock clock;
    ReadChannel channel(endpoint(server.url()), clock);
    const auto future = channel.get(getTask(true));
    QTRY_COMPARE(clock.pending(), 1);
    QVERIFY(!future.isFinished());
    clock.advance(2s);
    QVERIFY(settled(future).has_value());
    QCOMPARE(channel.requestCount(), 2);
}

void ReadChannelTest::honoursRetryAfter()
{
    ScriptedServer server;
    server.script({}, ScriptedReply::json("{}", 429, {{"Retry-After", "20"}}));
    ManualClock clock;
    ReadChannel channel(endpoint(server.url()), clock);
    const auto future = channel.get(getTask(true));
    QTRY_COMPARE(clock.pending(), 1);
    clock.advance(19999ms);
    QCOMPARE(clock.pending(), 1);
    clock.advance(1ms);
    QVERIFY(settled(future).has_value());
    QCOMPARE(server.count(), 2);
}

void ReadChannelTest::doesNotSleepThroughALongRetryAfter()
{
    ScriptedServer server;
    server.otherwise(ScriptedReply::json("{}", 429, {{"Retry-After", "300"}}));
    ManualClock clock;
    ReadChannel channel(endpoint(server.url()), clock);
    const auto result = settled(channel.get(getTask(true)));
    QCOMPARE(kindOf(result), QStringLiteral("rate limited"));
    QCOMPARE(result.error().retryAfter, 300s);
    QCOMPARE(server.count(), 1);
    QCOMPARE(clock.pending(), 0);
}

void ReadChannelTest::doesNotRetryWhatCanNotPass_data()
{
    QTest::addColumn<ScriptedReply>("reply");
    QTest::newRow("web page") << ScriptedReply::page(200);
    QTest::newRow("redirect") << ScriptedReply::redirect(302, QUrl(QStringLiteral("http://127.0.0.1:9/")));
    QTest::newRow("key") << ScriptedReply::json("{}", 401);
    QTest::newRow("refusal") << ScriptedReply::json("{\"code\":1}", 400);
    QTest::newRow("broken JSON") << ScriptedReply::json("{]");
}

void ReadChannelTest::doesNotRetryWhatCanNotPass()
{
    QFETCH(ScriptedReply, reply);
    ScriptedServer server;
    server.otherwise(reply);
    ManualClock clock;
    ReadChannel channel(endpoint(server.url()), clock);
    QVERIFY(!settled(channel.get(getTask(true))).has_value());
    QCOMPARE(server.count(), 1);
    QCOMPARE(clock.pending(), 0);
}

void ReadChannelTest::retriesOnlyWhereItMay()
{
    ScriptedServer server;
    server.otherwise(ScriptedReply::page(503));
    ManualClock clock;
    ReadChannel channel(endpoint(server.url()), clock);
    QVERIFY(!settled(channel.get({QStringLiteral("get-taskupdates"), {}, false, false})).has_value());
    QCOMPARE(server.requests().first().target, QByteArray("/api/get-taskupdates"));
    QCOMPARE(server.count(), 1);
    QCOMPARE(clock.pending(), 0);
}

void ReadChannelTest::refusesBadKeysAndWrites()
{
    ScriptedServer server;
    ManualClock clock;
    ReadChannel channel({server.url(), QStringLiteral("A\nB")}, clock);
    QCOMPARE(kindOf(settled(channel.get(getTask()))), QStringLiteral("key refused"));
    channel.setKey(QStringLiteral("GOOD"));
    QCOMPARE(
        kindOf(settled(channel.get({QStringLiteral("create-task"), {}, false, true}))),
        QStringLiteral("bad input"));
    QCOMPARE(server.connections(), 0);
    QCOMPARE(channel.requestCount(), 0);
    QVERIFY(settled(channel.get(getTask())).has_value());
}

void ReadChannelTest::keepsTheKeyOutOfErrors()
{
    ScriptedServer server;
    server.handle([](const HttpRequest &request) {
        return ScriptedReply::json(
            "{\"code\":1,\"description\":\"" + request.headers.value("authorization") + "\"}", 400);
    });
    ManualClock clock;
    ReadChannel channel(endpoint(server.url()), clock);
    const auto result = settled(channel.get(getTask()));
    QCOMPARE(result.error().words, QStringLiteral("key=[key]"));
}

QTEST_GUILESS_MAIN(ReadChannelTest)
#include "ReadChannelTest.moc"
