#include "api/WriteChannel.h"
#include "Futures.h"
#include "ScriptedServer.h"

#include <QTcpServer>

using namespace naryad;
using namespace naryad::api;
using namespace naryad::test;
using namespace std::chrono_literals;

using End = ScriptedReply::End;

namespace {

const QByteArray Body = QByteArrayLiteral("{\"template\":{\"id\":828},\"draft\":true,\"props\":[]}");

WriteRequest createTask()
{
    return {QStringLiteral("create-task"), {}, Body};
}

Endpoint endpoint(const QUrl &url)
{
    return {url, QStringLiteral("THE-KEY")};
}

Limits patient()
{
    Limits limits;
    limits.stall = 5s;
    limits.total = 10s;
    return limits;
}

ScriptedReply late(ScriptedReply reply, int ms)
{
    reply.delayMs = ms;
    return reply;
}

ScriptedReply early(ScriptedReply reply)
{
    reply.atHeaders = true;
    return reply;
}

QByteArray head(const QByteArray &headers)
{
    return "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n" + headers + "\r\n";
}

} // namespace

Q_DECLARE_METATYPE(naryad::test::ScriptedReply)

/// Whatever a server does with a POST, exactly one POST is on the wire, and the verdict never claims more
/// than was seen. Real sockets: Qt's own repeating happens below anything that could be faked.
class WriteChannelTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void sendsExactlyOnce_data();
    void sendsExactlyOnce();
    void deadlineEndsADrip();
    void stallEndsASilence();
    void capsTheAnswer_data();
    void capsTheAnswer();
    void refusedConnectionIsNotSent();
    void unknownHostIsNotSent();
    void brokenTlsIsNotSent();
    void manyWritesAreManyPosts();
};

void WriteChannelTest::sendsExactlyOnce_data()
{
    QTest::addColumn<ScriptedReply>("reply");
    QTest::addColumn<int>("times"); // -1: always; else what follows is answered as usual
    QTest::addColumn<QString>("kind");
    QTest::addColumn<int>("cause");
    QTest::addColumn<int>("status");

    const auto row = [](const char *name, const ScriptedReply &reply, int times, const char *kind,
                        ErrorCause cause, int status) {
        QTest::newRow(name) << reply << times << QString::fromLatin1(kind) << static_cast<int>(cause)
                            << status;
    };
    const auto closed = ErrorCause::ConnectionClosed;
    const auto none = ErrorCause::None;
    row("answers", ScriptedReply::json("{\"id\":111}"), -1, "answer", none, 200);
    row("answers a bare id", ScriptedReply::json("\"111\""), -1, "answer", none, 200);
    row("answers and closes", ScriptedReply::raw(httpResponse(200, "111"), End::Fin), -1, "answer", none,
        200);
    row("answers late", late(ScriptedReply::json("111"), 300), -1, "answer", none, 200);
    row("continues, then answers",
        ScriptedReply::raw("HTTP/1.1 100 Continue\r\n\r\n" + httpResponse(200, "111"), End::Keep), -1,
        "answer", none, 200);
    row("chunks",
        ScriptedReply::raw(head("Transfer-Encoding: chunked\r\n") + "3\r\n111\r\n0\r\n\r\n", End::Keep), -1,
        "answer", none, 200);

    row("FIN once", ScriptedReply::fin(), 1, "ambiguous", closed, 0);
    row("FIN always", ScriptedReply::fin(), -1, "ambiguous", closed, 0);
    row("RST once", ScriptedReply::rst(), 1, "ambiguous", closed, 0);
    row("RST always", ScriptedReply::rst(), -1, "ambiguous", closed, 0);
    row("applies, then FIN", late(ScriptedReply::fin(), 200), 1, "ambiguous", closed, 0);
    row("applies, then RST", late(ScriptedReply::rst(), 200), 1, "ambiguous", closed, 0);
    row("half a status line, FIN once", ScriptedReply::raw("HTTP/1."), 1, "ambiguous", closed, 0);
    row("half a status line, FIN always", ScriptedReply::raw("HTTP/1."), -1, "ambiguous", closed, 0);
    row("half a status line, RST once", ScriptedReply::raw("HTTP/1.", End::Rst), 1, "ambiguous", closed, 0);
    row("half a header, FIN once", ScriptedReply::raw("HTTP/1.1 200 OK\r\nConte"), 1, "ambiguous", closed,
        -1);
    row("half a header, FIN always", ScriptedReply::raw("HTTP/1.1 200 OK\r\nConte"), -1, "ambiguous", closed,
        -1);
    row("headers, no body", ScriptedReply::raw(head("Content-Length: 10\r\n")), -1, "ambiguous", closed, 200);
    row("cut by its length", ScriptedReply::raw(head("Content-Length: 1000\r\n") + "{\"id\":111}"), -1,
        "ambiguous", closed, 200);
    row("cut to whole JSON", ScriptedReply::raw(head("Content-Length: 4\r\n") + "111"), -1, "ambiguous",
        closed, 200);
    row("cut chunks", ScriptedReply::raw(head("Transfer-Encoding: chunked\r\n") + "a\r\n{\"id\""), -1,
        "ambiguous", ErrorCause(-1), 200);
    row("no length, FIN in the middle", ScriptedReply::raw(head({}) + "{\"id\":11"), -1, "ambiguous",
        ErrorCause(-1), 200);
    row("no length, RST in the middle", ScriptedReply::raw(head({}) + "{\"id\":11", End::Rst), -1,
        "ambiguous", ErrorCause(-1), -1);
    row("two lengths", ScriptedReply::raw(head("Content-Length: 3\r\nContent-Length: 5\r\n") + "11122"), -1,
        "ambiguous", ErrorCause(-1), 200);
    row("RST after the headers, once", early(ScriptedReply::rst()), 1, "ambiguous", closed, 0);
    row("RST after the headers, always", early(ScriptedReply::rst()), -1, "ambiguous", closed, 0);

    row("401 with a question", ScriptedReply::json("{}", 401, {{"WWW-Authenticate", "Basic realm=\"me\""}}),
        -1, "ambiguous", none, 401);
    row("401", ScriptedReply::json("{\"code\":1,\"description\":\"ключ\"}", 401), -1, "key refused", none,
        401);
    row("407", ScriptedReply::json("{}", 407, {{"Proxy-Authenticate", "Basic realm=\"me\""}}), -1,
        "ambiguous", ErrorCause(-1), -1);
    row("400", ScriptedReply::json("{\"code\":1,\"description\":\"нет\"}", 400), -1, "refused", none, 400);
    row("408", ScriptedReply::json("{}", 408), -1, "ambiguous", none, 408);
    row("429", ScriptedReply::json("{}", 429, {{"Retry-After", "7"}}), -1, "rate limited", none, 429);
    row("500", ScriptedReply::page(500), -1, "ambiguous", ErrorCause::ServerFailure, 500);
    row("502", ScriptedReply::page(502), -1, "ambiguous", ErrorCause::ServerFailure, 502);
    row("503", ScriptedReply::json("{}", 503, {{"Retry-After", "1"}}), -1, "ambiguous",
        ErrorCause::ServerFailure, 503);
    row("a web page", ScriptedReply::page(200), -1, "ambiguous", ErrorCause::WebPage, 200);
    row("nothing at all", ScriptedReply::json({}), -1, "ambiguous", none, 200);
    row("broken JSON", ScriptedReply::json("{\"id\":"), -1, "ambiguous", none, 200);
    row("no HTTP", ScriptedReply::raw("+OK ready\r\n"), -1, "ambiguous", ErrorCause(-1), -1);
}

void WriteChannelTest::sendsExactlyOnce()
{
    QFETCH(ScriptedReply, reply);
    QFETCH(int, times);
    QFETCH(QString, kind);
    QFETCH(int, cause);
    QFETCH(int, status);

    ScriptedServer server;
    server.script(QStringLiteral("create-task"), reply, times);
    WriteChannel channel(endpoint(server.url()), patient());
    const auto result = settled(channel.send(createTask()));

    QCOMPARE(kindOf(result), kind);
    if (!result) {
        QCOMPARE(result.error().asked, QStringLiteral("create-task"));
        if (cause >= 0)
            QCOMPARE(static_cast<int>(result.error().cause), cause);
        if (status >= 0)
            QCOMPARE(result.error().httpStatus, status);
        QCOMPARE(result.error().retryAfter, status == 429 ? 7s : 0s);
    }
    // Once its connection has gone, no repetition can still be under way.
    QTRY_COMPARE(server.openConnections(), 0);
    QCOMPARE(server.headsSeen(), 1);
    QCOMPARE(server.connections(), 1);
    QCOMPARE(server.received().count("POST "), 1);
    if (!reply.atHeaders) {
        QCOMPARE(server.count(), 1);
        QCOMPARE(server.requests().first().body, Body);
    }
    QCOMPARE(channel.requestCount(), 1);
}

void WriteChannelTest::deadlineEndsADrip()
{
    ScriptedServer server;
    ScriptedReply drip = ScriptedReply::json("{\"id\":111}");
    drip.dripMs = 20;
    server.otherwise(drip);
    Limits limits = patient();
    limits.stall = 5s;
    limits.total = 300ms;
    WriteChannel channel(endpoint(server.url()), limits);
    const auto result = settled(channel.send(createTask()));
    QCOMPARE(kindOf(result), QStringLiteral("ambiguous"));
    QTRY_COMPARE(server.openConnections(), 0);
    QCOMPARE(server.count(), 1);
}

void WriteChannelTest::stallEndsASilence()
{
    ScriptedServer server;
    server.otherwise(ScriptedReply::silence());
    Limits limits = patient();
    limits.stall = 200ms;
    WriteChannel channel(endpoint(server.url()), limits);
    const auto result = settled(channel.send(createTask()));
    QCOMPARE(kindOf(result), QStringLiteral("ambiguous"));
    QVERIFY(!result.error().words.isEmpty());
    QTRY_COMPARE(server.openConnections(), 0);
    QCOMPARE(server.count(), 1);
}

void WriteChannelTest::capsTheAnswer_data()
{
    QTest::addColumn<bool>("lengthTold");
    QTest::newRow("length told") << true;
    QTest::newRow("length not told") << false;
}

void WriteChannelTest::capsTheAnswer()
{
    QFETCH(bool, lengthTold);
    ScriptedServer server;
    const QByteArray body = '"' + QByteArray(9 * 1024 * 1024, 'x') + '"';
    server.otherwise(lengthTold ? ScriptedReply::json(body) : ScriptedReply::raw(head({}) + body));
    WriteChannel channel(endpoint(server.url()), patient());
    const auto result = settled(channel.send(createTask()));
    QCOMPARE(kindOf(result), QStringLiteral("ambiguous"));
    QCOMPARE(result.error().httpStatus, 200);
    QTRY_COMPARE(server.openConnections(), 0);
    QCOMPARE(server.count(), 1);
}

void WriteChannelTest::refusedConnectionIsNotSent()
{
    QTcpServer closed;
    QVERIFY(closed.listen(QHostAddress::LocalHost, 0));
    QUrl url(QStringLiteral("http://127.0.0.1"));
    url.setPort(closed.serverPort());
    closed.close();
    WriteChannel channel(endpoint(url), patient());
    const auto result = settled(channel.send(createTask()));
    QCOMPARE(kindOf(result), QStringLiteral("not sent"));
    QCOMPARE(result.error().cause, ErrorCause::ConnectionRefused);
    QCOMPARE(result.error().place, QString(QStringLiteral("127.0.0.1:") + QString::number(url.port())));
}

void WriteChannelTest::unknownHostIsNotSent()
{
    WriteChannel channel(endpoint(QUrl(QStringLiteral("http://no-such-company.invalid"))), patient());
    const auto result = settled(channel.send(createTask()));
    QCOMPARE(kindOf(result), QStringLiteral("not sent"));
    QCOMPARE(result.error().cause, ErrorCause::NoSuchHost);
    QCOMPARE(result.error().place, QStringLiteral("no-such-company.invalid"));
}

void WriteChannelTest::brokenTlsIsNotSent()
{
    // A plain server that answers the handshake with words
    ScriptedServer server;
    server.otherwise(ScriptedReply::page(400));
    QUrl url = server.url();
    url.setScheme(QStringLiteral("https"));
    Limits limits = patient();
    limits.stall = 1s;
    WriteChannel channel(endpoint(url), limits);
    const auto result = settled(channel.send(createTask()));
    QCOMPARE(kindOf(result), QStringLiteral("not sent"));
    QCOMPARE(server.count(), 0);
    QVERIFY(!server.received().contains("THE-KEY"));
}

void WriteChannelTest::manyWritesAreManyPosts()
{
    ScriptedServer server;
    WriteChannel channel(endpoint(server.url()), patient());
    QVector<QFuture<Result<Answer>>> futures;
    for (int i = 0; i < 40; ++i) {
        if (i % 4 == 1)
            server.script(QStringLiteral("create-comment"), ScriptedReply::fin());
        futures.append(channel.send(
            {QStringLiteral("create-comment"),
             {},
             "{\"message\":\"" + QByteArray::number(i) + "\",\"task\":{\"id\":1}}"}));
    }
    int answers = 0;
    for (const auto &future : std::as_const(futures)) {
        const auto result = settled(future);
        answers += result ? 1 : 0;
        QVERIFY(result || result.error().kind == ErrorKind::Ambiguous);
    }
    QTRY_COMPARE(server.openConnections(), 0);
    QCOMPARE(answers, 30);
    QCOMPARE(server.count(), 40);
    QSet<QByteArray> bodies;
    for (const HttpRequest &request : server.requests())
        bodies.insert(request.body);
    QCOMPARE(bodies.size(), 40);
}

QTEST_GUILESS_MAIN(WriteChannelTest)
#include "WriteChannelTest.moc"
