#include "FaultProxy.h"
#include "Futures.h"
#include "ManualClock.h"
#include "ScriptedServer.h"
#include "api/ReadChannel.h"
#include "api/WriteChannel.h"

using namespace naryad;
using namespace naryad::api;
using namespace naryad::test;
using namespace std::chrono_literals;

namespace {

Limits limits()
{
    Limits limits;
    limits.stall = 2s;
    limits.total = 3s;
    return limits;
}

WriteRequest comment()
{
    return {
        QStringLiteral("create-comment"), {}, QByteArrayLiteral("{\"message\":\"x\",\"task\":{\"id\":1}}")};
}

} // namespace

Q_DECLARE_METATYPE(naryad::test::Fault)

/// The proxy of the fault tests: it spoils what it was told to, hands on the rest, and the write channel's
/// verdict on each fault is the one the outbox relies on.
class FaultProxyTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void handsOnUntouched();
    void spoilsWrites_data();
    void spoilsWrites();
    void spoilsByCommandAndCount();
    void redirectsReachNobody();
    void appliesLateWhatWasGivenUp();
    void dripsToTheDeadline();
    void cutsTheLine();
    void saysWhenTheServerBehindIsGone();
};

void FaultProxyTest::handsOnUntouched()
{
    ScriptedServer server;
    FaultProxy proxy(server.url());
    WriteChannel writes({proxy.url(), QStringLiteral("K")}, limits());
    ManualClock clock;
    ReadChannel reads({proxy.url(), QStringLiteral("K")}, clock, limits());
    QCOMPARE(settled(writes.send(comment()))->body, QByteArray("{\"id\":111}"));
    server.otherwise(ScriptedReply::raw(
        "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n2\r\n[]\r\n0\r\n\r\n",
        ScriptedReply::End::Keep));
    for (int i = 0; i < 3; ++i)
        QCOMPARE(
            settled(reads.get({QStringLiteral("get-task-list"), {}, false, false}))->body, QByteArray("[]"));
    QCOMPARE(server.count(), 4);
    QCOMPARE(proxy.count(), 4);
    QCOMPARE(proxy.count(QStringLiteral("get-task-list")), 3);
    QCOMPARE(server.requests().first().body, comment().body);
    QVERIFY(proxy.seen().first().handedOn);
}

void FaultProxyTest::spoilsWrites_data()
{
    QTest::addColumn<Fault>("fault");
    QTest::addColumn<int>("applied");
    QTest::addColumn<QString>("kind");
    const auto row = [](const char *name, Fault fault, int applied, const char *kind) {
        QTest::newRow(name) << fault << applied << QString::fromLatin1(kind);
    };
    row("none", Fault::None, 1, "answer");
    row("FIN before", Fault::FinBefore, 0, "ambiguous");
    row("RST before", Fault::RstBefore, 0, "ambiguous");
    row("500 before", Fault::FailureBefore, 0, "ambiguous");
    row("502", Fault::BadGateway, 0, "ambiguous");
    row("429", Fault::RateLimited, 0, "rate limited");
    row("FIN after", Fault::FinAfter, 1, "ambiguous");
    row("RST after", Fault::RstAfter, 1, "ambiguous");
    row("half a status line", Fault::HalfStatusLine, 1, "ambiguous");
    row("headers only", Fault::HeadersOnly, 1, "ambiguous");
    row("cut", Fault::Truncated, 1, "ambiguous");
    row("cut chunks", Fault::TruncatedChunks, 1, "ambiguous");
    row("no length, reset", Fault::NoLengthReset, 1, "ambiguous");
    row("bad gzip", Fault::BadGzip, 1, "ambiguous");
    row("empty", Fault::EmptyBody, 1, "ambiguous");
    row("empty object", Fault::EmptyObject, 1, "answer");
    row("broken JSON", Fault::BrokenJson, 1, "ambiguous");
    row("web page", Fault::WebPage, 1, "ambiguous");
    row("500 after", Fault::FailureAfter, 1, "ambiguous");
}

void FaultProxyTest::spoilsWrites()
{
    QFETCH(Fault, fault);
    QFETCH(int, applied);
    QFETCH(QString, kind);
    ScriptedServer server;
    FaultProxy proxy(server.url());
    proxy.spoil(QStringLiteral("create-comment"), fault, -1);
    WriteChannel writes({proxy.url(), QStringLiteral("K")}, limits());
    QCOMPARE(kindOf(settled(writes.send(comment()))), kind);
    QCOMPARE(proxy.count(), 1);
    QCOMPARE(proxy.seen().first().handedOn, applied == 1);
    QCOMPARE(server.count(), applied);
    proxy.heal();
    QCOMPARE(kindOf(settled(writes.send(comment()))), QStringLiteral("answer"));
    QCOMPARE(server.count(), applied + 1);
}

void FaultProxyTest::spoilsByCommandAndCount()
{
    ScriptedServer server;
    FaultProxy proxy(server.url());
    proxy.spoil(QStringLiteral("close-task"), Fault::BadGateway, 2);
    WriteChannel writes({proxy.url(), QStringLiteral("K")}, limits());
    WriteRequest close{QStringLiteral("close-task"), {}, QByteArrayLiteral("{}")};
    close.query.addQueryItem(QStringLiteral("id"), QStringLiteral("7"));
    QCOMPARE(kindOf(settled(writes.send(comment()))), QStringLiteral("answer"));
    QCOMPARE(kindOf(settled(writes.send(close))), QStringLiteral("ambiguous"));
    QCOMPARE(kindOf(settled(writes.send(comment()))), QStringLiteral("answer"));
    QCOMPARE(kindOf(settled(writes.send(close))), QStringLiteral("ambiguous"));
    QCOMPARE(kindOf(settled(writes.send(close))), QStringLiteral("answer"));
    QCOMPARE(server.count(QStringLiteral("close-task")), 1);
}

void FaultProxyTest::redirectsReachNobody()
{
    ScriptedServer server;
    ScriptedServer stranger;
    FaultProxy proxy(server.url());
    WriteChannel writes({proxy.url(), QStringLiteral("K")}, limits());
    for (const int status : {302, 307, 308}) {
        Spoiling spoiling;
        spoiling.fault = Fault::Redirect;
        spoiling.status = status;
        spoiling.target = stranger.url();
        proxy.spoil({}, spoiling);
        const auto result = settled(writes.send(comment()));
        QCOMPARE(result.error().cause, ErrorCause::Redirected);
        QCOMPARE(result.error().httpStatus, status);
    }
    QCOMPARE(server.count(), 0);
    QCOMPARE(stranger.connections(), 0);
}

void FaultProxyTest::appliesLateWhatWasGivenUp()
{
    ScriptedServer server;
    FaultProxy proxy(server.url());
    Spoiling spoiling;
    spoiling.fault = Fault::Late;
    spoiling.delayMs = 600;
    proxy.spoil({}, spoiling);
    Limits impatient = limits();
    impatient.total = 150ms;
    WriteChannel writes({proxy.url(), QStringLiteral("K")}, impatient);
    QCOMPARE(kindOf(settled(writes.send(comment()))), QStringLiteral("ambiguous"));
    QCOMPARE(server.count(), 0);
    QTRY_COMPARE(server.count(), 1);
}

void FaultProxyTest::dripsToTheDeadline()
{
    ScriptedServer server;
    FaultProxy proxy(server.url());
    Spoiling spoiling;
    spoiling.fault = Fault::Drip;
    spoiling.delayMs = 20;
    proxy.spoil({}, spoiling, -1);
    Limits impatient = limits();
    impatient.total = 300ms;
    WriteChannel hurried({proxy.url(), QStringLiteral("K")}, impatient);
    QCOMPARE(kindOf(settled(hurried.send(comment()))), QStringLiteral("ambiguous"));
    // Given the time, the same answer comes whole
    Limits patience = limits();
    patience.total = 20s;
    WriteChannel patient({proxy.url(), QStringLiteral("K")}, patience);
    QCOMPARE(kindOf(settled(patient.send(comment()))), QStringLiteral("answer"));
}

void FaultProxyTest::cutsTheLine()
{
    ScriptedServer server;
    FaultProxy proxy(server.url());
    WriteChannel writes({proxy.url(), QStringLiteral("K")}, limits());
    proxy.setLineDown(true);
    const auto down = settled(writes.send(comment()));
    QCOMPARE(kindOf(down), QStringLiteral("not sent"));
    QCOMPARE(down.error().cause, ErrorCause::ConnectionRefused);
    proxy.setLineDown(false);
    QCOMPARE(kindOf(settled(writes.send(comment()))), QStringLiteral("answer"));
    QCOMPARE(server.count(), 1);
}

void FaultProxyTest::saysWhenTheServerBehindIsGone()
{
    ScriptedServer server;
    FaultProxy proxy(server.url());
    server.stopListening();
    WriteChannel writes({proxy.url(), QStringLiteral("K")}, limits());
    const auto result = settled(writes.send(comment()));
    QCOMPARE(kindOf(result), QStringLiteral("ambiguous"));
    QCOMPARE(result.error().cause, ErrorCause::ServerFailure);
}

QTEST_GUILESS_MAIN(FaultProxyTest)
#include "FaultProxyTest.moc"
