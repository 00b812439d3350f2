#include "Futures.h"
#include "ScriptedServer.h"
#include "api/WriteChannel.h"

using namespace naryad;
using namespace naryad::api;
using namespace naryad::test;
using namespace std::chrono_literals;

namespace {

constexpr auto Key = "THE-KEY-7f";

Endpoint endpoint(const QUrl &url)
{
    return {url, QString::fromLatin1(Key)};
}

WriteRequest closeTask()
{
    WriteRequest request{QStringLiteral("close-task"), {}, QByteArrayLiteral("{\"result_status\":\"74\"}")};
    request.query.addQueryItem(QStringLiteral("id"), QStringLiteral("9223372036854775807"));
    return request;
}

} // namespace

/// What a write puts on the wire, and to whom.
class WriteRulesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void putsOnTheWireWhatItShould();
    void sendsLargeBodiesWhole();
    void takesAFreshConnectionEachTime();
    void neverFollowsRedirects_data();
    void neverFollowsRedirects();
    void keepsNoCookies();
    void answersNoQuestionForCredentials();
    void ignoresTheProxyOfTheEnvironment();
    void refusesAKeyThatCarriesAHeader();
    void usesTheNewKey();
    void refusesWhatIsNoWrite();
    void cancellingStopsNothing();
    void tellsWhatWasUnderWayWhenItDies();
};

void WriteRulesTest::putsOnTheWireWhatItShould()
{
    ScriptedServer server;
    WriteChannel channel(endpoint(server.url()));
    QVERIFY(settled(channel.send(closeTask())).has_value());
    const HttpRequest request = server.requests().first();
    QCOMPARE(request.method, QByteArray("POST"));
    QCOMPARE(request.target, QByteArray("/api/v4/close-task?id=9223372036854775807"));
    QCOMPARE(request.body, closeTask().body);
    QCOMPARE(request.headers.value("content-length"), QByteArray::number(closeTask().body.size()));
    QCOMPARE(request.headers.value("content-type"), QByteArray("application/json"));
    QCOMPARE(request.headers.value("authorization"), QByteArray("key=") + Key);
    QCOMPARE(request.headers.value("user-agent"), QByteArray("Naryad/" NARYAD_VERSION));
    QCOMPARE(request.headers.value("accept-encoding"), QByteArray("identity"));
    QVERIFY(!request.headers.contains("cookie"));
    QVERIFY(!request.headers.contains("upgrade"));
    QVERIFY(!request.headers.contains("transfer-encoding"));
    QVERIFY(request.raw.contains(" HTTP/1.1\r\n"));
}

void WriteRulesTest::sendsLargeBodiesWhole()
{
    ScriptedServer server;
    WriteChannel channel(endpoint(server.url()));
    const QByteArray body = "{\"message\":\"" + QByteArray(1'000'000, 'm') + "\"}";
    QVERIFY(settled(channel.send({QStringLiteral("create-comment"), {}, body})).has_value());
    QCOMPARE(server.count(), 1);
    QVERIFY(server.requests().first().body == body);
}

void WriteRulesTest::takesAFreshConnectionEachTime()
{
    ScriptedServer server;
    WriteChannel channel(endpoint(server.url()));
    for (int i = 0; i < 5; ++i)
        QVERIFY(settled(channel.send(closeTask())).has_value());
    QCOMPARE(server.connections(), 5);
    QCOMPARE(server.count(), 5);
    QCOMPARE(channel.requestCount(), 5);
    QTRY_COMPARE(server.openConnections(), 0);
}

void WriteRulesTest::neverFollowsRedirects_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<bool>("foreign");
    for (const int status : {301, 302, 303, 307, 308}) {
        QTest::addRow("%d to a foreign port", status) << status << true;
        QTest::addRow("%d to itself", status) << status << false;
    }
}

void WriteRulesTest::neverFollowsRedirects()
{
    QFETCH(int, status);
    QFETCH(bool, foreign);
    ScriptedServer stranger;
    ScriptedServer server;
    QUrl target = foreign ? stranger.url() : server.url();
    target.setPath(QStringLiteral("/api/v5/create-task"));
    server.otherwise(ScriptedReply::redirect(status, target));
    WriteChannel channel(endpoint(server.url()));
    const auto result = settled(channel.send(closeTask()));
    QCOMPARE(kindOf(result), QStringLiteral("ambiguous"));
    QCOMPARE(result.error().cause, ErrorCause::Redirected);
    QCOMPARE(result.error().httpStatus, status);
    QCOMPARE(result.error().place, QString(QStringLiteral("127.0.0.1:") + QString::number(target.port())));
    QTRY_COMPARE(server.openConnections(), 0);
    QCOMPARE(server.count(), 1);
    QCOMPARE(stranger.connections(), 0);
    QCOMPARE(stranger.received(), QByteArray());
}

void WriteRulesTest::keepsNoCookies()
{
    ScriptedServer server;
    ScriptedServer neighbour;
    server.otherwise(ScriptedReply::json("111", 200, {{"Set-Cookie", "session=abc; Path=/"}}));
    WriteChannel channel(endpoint(server.url()));
    WriteChannel other(endpoint(neighbour.url()));
    QVERIFY(settled(channel.send(closeTask())).has_value());
    QVERIFY(settled(channel.send(closeTask())).has_value());
    QVERIFY(settled(other.send(closeTask())).has_value());
    QVERIFY(!server.received().toLower().contains("cookie"));
    QVERIFY(!neighbour.received().toLower().contains("cookie"));
}

void WriteRulesTest::answersNoQuestionForCredentials()
{
    ScriptedServer server;
    server.otherwise(
        ScriptedReply::json("{}", 401, {{"WWW-Authenticate", "Digest realm=\"give\", nonce=\"1\""}}));
    QUrl url = server.url();
    WriteChannel channel(endpoint(url));
    QCOMPARE(kindOf(settled(channel.send(closeTask()))), QStringLiteral("ambiguous"));
    QTRY_COMPARE(server.openConnections(), 0);
    QCOMPARE(server.count(), 1);
    QCOMPARE(server.received().count("Authorization:"), 1);
}

void WriteRulesTest::ignoresTheProxyOfTheEnvironment()
{
    ScriptedServer proxy;
    qputenv("http_proxy", proxy.url().toEncoded());
    WriteChannel channel(endpoint(QUrl(QStringLiteral("http://no-such-company.invalid"))));
    const auto result = settled(channel.send(closeTask()));
    qunsetenv("http_proxy");
    QCOMPARE(kindOf(result), QStringLiteral("not sent"));
    QCOMPARE(proxy.connections(), 0);
}

void WriteRulesTest::refusesAKeyThatCarriesAHeader()
{
    ScriptedServer server;
    WriteChannel channel({server.url(), QStringLiteral("A\r\nX-Inj: 1")});
    const auto result = settled(channel.send(closeTask()));
    QCOMPARE(kindOf(result), QStringLiteral("key refused"));
    QVERIFY(!describe(result.error()).contains(QLatin1String("X-Inj")));
    QCOMPARE(server.connections(), 0);
    QCOMPARE(channel.requestCount(), 0);
}

void WriteRulesTest::usesTheNewKey()
{
    ScriptedServer server;
    server.otherwise(ScriptedReply::json("{\"code\":1,\"description\":\"key=SECOND is wrong\"}", 401));
    WriteChannel channel(endpoint(server.url()));
    settled(channel.send(closeTask()));
    channel.setKey(QStringLiteral("SECOND"));
    const auto result = settled(channel.send(closeTask()));
    QCOMPARE(server.requests().last().headers.value("authorization"), QByteArray("key=SECOND"));
    QCOMPARE(result.error().words, QStringLiteral("key=[key] is wrong"));
}

void WriteRulesTest::refusesWhatIsNoWrite()
{
    ScriptedServer server;
    WriteChannel channel(endpoint(server.url()));
    const auto kind = [&channel](const char *command, const QByteArray &body, const char *id = "7") {
        WriteRequest request{QString::fromLatin1(command), {}, body};
        request.query.addQueryItem(QStringLiteral("id"), QString::fromLatin1(id));
        return kindOf(settled(channel.send(request)));
    };
    QCOMPARE(kind("get-task", "{}"), QStringLiteral("bad input"));
    QCOMPARE(kind("no-such-command", "{}"), QStringLiteral("bad input"));
    QCOMPARE(kind("delete-template", {}), QStringLiteral("bad input"));
    QCOMPARE(kind("delete-template", "{}", ""), QStringLiteral("bad input"));
    QCOMPARE(server.connections(), 0);
    QCOMPARE(kind("delete-template", "{}"), QStringLiteral("answer"));
}

void WriteRulesTest::cancellingStopsNothing()
{
    ScriptedServer server;
    ScriptedReply reply = ScriptedReply::json("111");
    reply.held = true;
    server.otherwise(reply);
    WriteChannel channel(endpoint(server.url()));
    QFuture<Result<Answer>> future = channel.send(closeTask());
    QTRY_COMPARE(server.heldCount(), 1);
    future.cancel();
    server.release();
    QTRY_VERIFY(future.isFinished());
    QTRY_COMPARE(server.openConnections(), 0);
    QCOMPARE(server.count(), 1);
}

void WriteRulesTest::tellsWhatWasUnderWayWhenItDies()
{
    ScriptedServer server;
    server.otherwise(ScriptedReply::silence());
    auto channel = std::make_unique<WriteChannel>(endpoint(server.url()));
    const QFuture<Result<Answer>> sent = channel->send(closeTask());
    QTRY_COMPARE(server.heldCount(), 1);
    const QFuture<Result<Answer>> fresh = channel->send(closeTask());
    channel.reset();
    QVERIFY(sent.isFinished());
    QCOMPARE(kindOf(sent.result()), QStringLiteral("ambiguous"));
    // No turn of the event loop since: nothing can have been taken of it
    QVERIFY(fresh.isFinished());
    QCOMPARE(kindOf(fresh.result()), QStringLiteral("not sent"));
    QTRY_COMPARE(server.openConnections(), 0);
    QCOMPARE(server.count(), 1);
}

QTEST_GUILESS_MAIN(WriteRulesTest)
#include "WriteRulesTest.moc"
