#include "CommandCalls.h"
#include "Futures.h"
#include "ScriptedServer.h"

using namespace naryad;
using namespace naryad::test;

namespace {

ScriptedReply answer(const QByteArray &headers, const QByteArray &body)
{
    return ScriptedReply::raw(
        "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n" + headers + "\r\n" + body);
}

} // namespace

Q_DECLARE_METATYPE(naryad::test::ScriptedReply)

/// The document answers many writes with a bare number, and a number cut short is a number: it counts only
/// where the line tells that it is whole, and of a thing that was named only where it is that thing's.
class CutNumberTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void ofANamedThing_data();
    void ofANamedThing();
    void ofANewThing();
};

void CutNumberTest::ofANamedThing_data()
{
    QTest::addColumn<ScriptedReply>("reply");
    QTest::addColumn<QString>("kind");
    const auto row
        = [](const char *name, const QByteArray &headers, const QByteArray &body, const char *kind) {
              QTest::newRow(name) << answer(headers, body) << QString::fromLatin1(kind);
          };
    const QByteArray chunked = QByteArrayLiteral("Transfer-Encoding: chunked\r\n");
    row("whole", "Content-Length: 3\r\n", "522", "answer");
    row("whole chunks", chunked, "3\r\n522\r\n0\r\n\r\n", "answer");
    const QByteArray close = QByteArrayLiteral("Connection: close\r\n");
    row("no length", close, "522", "ambiguous");
    row("no length, cut", close, "52", "ambiguous");
    row("cut chunks", chunked, "3\r\n52", "ambiguous");
    row("chunks that lost one", chunked, "2\r\n52\r\n0\r\n\r\n", "ambiguous");
    row("another's", "Content-Length: 2\r\n", "52", "ambiguous");
    row("no length, in quotes", close, "\"522\"", "answer");
    row("no length, an object", close, "{\"id\":522}", "answer");
    ScriptedReply slow = answer(close, "{\"id\":522}");
    slow.dripMs = 1;
    QTest::newRow("no length, an object, byte by byte") << slow << QStringLiteral("answer");
    row("an object with another id", "Content-Length: 9\r\n", "{\"id\":52}", "answer");
}

void CutNumberTest::ofANamedThing()
{
    QFETCH(ScriptedReply, reply);
    QFETCH(QString, kind);
    ScriptedServer server;
    server.otherwise(reply);
    const Services services({server.url(), QStringLiteral("K")});
    QCOMPARE(kindOf(settled(services.equipment.deleteEquipment(QStringLiteral("522")))), kind);
    QCOMPARE(server.count(), 1);
}

void CutNumberTest::ofANewThing()
{
    ScriptedServer server;
    const Services services({server.url(), QStringLiteral("K")});
    SubdivisionBody body;
    body.contractorId = QStringLiteral("2");
    body.externalId = body.name = QStringLiteral("branch");
    server.otherwise(answer("Transfer-Encoding: chunked\r\n", "3\r\n522\r\n0\r\n\r\n"));
    QCOMPARE(settled(services.contractors.addSubdivision(body)).value_or(QString()), QStringLiteral("522"));
    server.otherwise(answer("Connection: close\r\n", "522"));
    QCOMPARE(kindOf(settled(services.contractors.addSubdivision(body))), QStringLiteral("ambiguous"));
}

QTEST_GUILESS_MAIN(CutNumberTest)
#include "CutNumberTest.moc"
