#include "TlsFront.h"
#include "FaultClasses.h"
#include "Futures.h"
#include "ManualClock.h"
#include "ScriptedServer.h"
#include "api/ReadChannel.h"
#include "api/WriteChannel.h"

using namespace naryad;
using namespace naryad::api;
using namespace naryad::test;

namespace {

WriteRequest comment()
{
    return {
        QStringLiteral("create-comment"), {}, QByteArrayLiteral("{\"message\":\"x\",\"task\":{\"id\":1}}")};
}

ReadRequest list()
{
    return {QStringLiteral("get-task-list"), {}, false, true};
}

} // namespace

Q_DECLARE_METATYPE(naryad::test::TlsFront::Certificate)

/// Over TLS: a certificate that is right lets requests through, each that is not ends them with nothing said.
class TlsFrontTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void rightCertificate();
    void wrongCertificates_data();
    void wrongCertificates();
    void classesAndAddresses();
};

void TlsFrontTest::rightCertificate()
{
    const TrustTestAuthority trust;
    ScriptedServer server;
    TlsFront front(server.url(), TlsFront::Certificate::Good);
    WriteChannel writes({front.url(), QStringLiteral("K")});
    ManualClock clock;
    ReadChannel reads({front.url(), QStringLiteral("K")}, clock);
    QCOMPARE(settled(writes.send(comment()))->body, QByteArray("{\"id\":111}"));
    QCOMPARE(kindOf(settled(reads.get(list()))), QStringLiteral("answer"));
    QCOMPARE(server.count(), 2);
    QCOMPARE(server.requests().first().body, comment().body);
    QCOMPARE(front.handshakes(), 2);
    QCOMPARE(front.received(), server.received().size());
    // A server that drops the line once it has the request gets it once over TLS, too
    server.script(QStringLiteral("create-comment"), ScriptedReply::fin(), -1);
    QCOMPARE(kindOf(settled(writes.send(comment()))), QStringLiteral("ambiguous"));
    QCOMPARE(server.count(QStringLiteral("create-comment")), 2);
}

void TlsFrontTest::wrongCertificates_data()
{
    QTest::addColumn<TlsFront::Certificate>("certificate");
    QTest::addColumn<bool>("trusted");
    QTest::newRow("other name") << TlsFront::Certificate::OtherName << true;
    QTest::newRow("expired") << TlsFront::Certificate::Expired << true;
    QTest::newRow("unknown authority") << TlsFront::Certificate::Good << false;
}

void TlsFrontTest::wrongCertificates()
{
    QFETCH(TlsFront::Certificate, certificate);
    QFETCH(bool, trusted);
    std::optional<TrustTestAuthority> trust;
    if (trusted)
        trust.emplace();
    ScriptedServer server;
    TlsFront front(server.url(), certificate);
    WriteChannel writes({front.url(), QStringLiteral("K")});
    ManualClock clock;
    ReadChannel reads({front.url(), QStringLiteral("K")}, clock);
    const auto written = settled(writes.send(comment()));
    QCOMPARE(kindOf(written), QStringLiteral("not sent"));
    QCOMPARE(written.error().cause, ErrorCause::TlsFailed);
    const auto read = settled(reads.get(list()));
    QCOMPARE(kindOf(read), QStringLiteral("offline"));
    QCOMPARE(read.error().cause, ErrorCause::TlsFailed);
    QCOMPARE(reads.requestCount(), 1);
    QVERIFY(front.connections() >= 2);
    QCOMPARE(front.handshakes(), 0);
    QCOMPARE(front.received(), 0);
    QCOMPARE(server.connections(), 0);
}

void TlsFrontTest::classesAndAddresses()
{
    const auto classes = faultClasses({QUrl(QStringLiteral("http://127.0.0.1:1"))});
    QCOMPARE(classes.size(), 24);
    WriteChannel refused({refusingAddress(), QStringLiteral("K")});
    QCOMPARE(settled(refused.send(comment())).error().cause, ErrorCause::ConnectionRefused);
    WriteChannel nameless({unresolvableAddress(), QStringLiteral("K")});
    const auto result = settled(nameless.send(comment()));
    QCOMPARE(kindOf(result), QStringLiteral("not sent"));
    QCOMPARE(result.error().cause, ErrorCause::NoSuchHost);
}

QTEST_GUILESS_MAIN(TlsFrontTest)
#include "TlsFrontTest.moc"
