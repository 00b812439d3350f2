#include "FaultClasses.h"
#include "OtherForms.h"
#include "ScriptedServer.h"
#include "sandbox/Sandbox.h"

#include <QProcess>
#include <QTest>

using namespace naryad;
using namespace naryad::test;

Q_DECLARE_METATYPE(naryad::sandbox::Options)

/// naryad-contract as a program: it passes every server that keeps to the document, however it words things,
/// and fails the one that doesn't.
class ContractTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void passesEachReading_data();
    void passesEachReading();
    void passesOtherForms_data();
    void passesOtherForms();
    void failsABrokenCommand();
    void failsAWrongKey();
    void failsWhereNobodyListens();
    void wrongUsage();

private:
    struct Run
    {
        int status = -1;
        QStringList lines;
        QString last() const { return lines.isEmpty() ? QString() : lines.last(); }
        QString lineOf(const char *command) const
        {
            const QStringList found = lines.filter(QRegularExpression(
                QStringLiteral("^(passed|failed|skipped) +%1(:|$)").arg(QString::fromLatin1(command))));
            return found.value(0);
        }
    };
    static Run run(const QStringList &arguments, const QString &key)
    {
        QProcess process;
        process.start(QCoreApplication::applicationDirPath() + QStringLiteral("/naryad-contract"), arguments);
        process.write(key.toUtf8() + '\n');
        process.closeWriteChannel();
        Run done;
        if (process.waitForFinished(60000))
            done.status = process.exitCode();
        done.lines
            = QString::fromUtf8(process.readAllStandardOutput()).split(QLatin1Char('\n'), Qt::SkipEmptyParts);
        return done;
    }
};

void ContractTest::passesEachReading_data()
{
    QTest::addColumn<sandbox::Options>("options");
    sandbox::Options options;
    options.tasks = 25;
    options.contractors = 5;
    options.equipment = 5;
    const auto row = [&options](const char *name, auto change) {
        sandbox::Options changed = options;
        change(changed);
        QTest::newRow(name) << changed;
    };
    row("as it is", [](sandbox::Options &) {});
    row("full tasks", [](sandbox::Options &o) { o.fullTasks = true; });
    row("updates replace", [](sandbox::Options &o) { o.personsReplace = true; });
    row("what is left out empties", [](sandbox::Options &o) { o.omittedKeep = false; });
    row("more feeds", [](sandbox::Options &o) { o.feedTypes = {QStringLiteral("contractor")}; });
    row("ids past 2^53", [](sandbox::Options &o) { o.newIdsFrom = 9007199254740993; });
    row("geocoding", [](sandbox::Options &o) { o.geocode = true; });
    row("an empty company", [](sandbox::Options &o) { o.tasks = o.contractors = o.equipment = 0; });
}

void ContractTest::passesEachReading()
{
    QFETCH(sandbox::Options, options);
    sandbox::Sandbox server(options);
    QVERIFY(server.start());
    const Run done = run({server.address().toString()}, server.key());
    QCOMPARE(done.last(), QStringLiteral("45 passed, 0 failed"));
    QCOMPARE(done.status, 0);
    QVERIFY(!done.lines.join(QLatin1Char(' ')).contains(server.key()));
}

void ContractTest::passesOtherForms_data()
{
    QTest::addColumn<bool>("closing");
    QTest::newRow("with lengths") << false;
    QTest::newRow("ended by closing") << true;
}

void ContractTest::passesOtherForms()
{
    QFETCH(bool, closing);
    sandbox::Sandbox behind;
    QVERIFY(behind.start());
    ScriptedServer server;
    server.handle(otherForms(behind.address(), closing));
    const Run done = run({server.url().toString()}, behind.key());
    // What this one can't or won't show: get-template, close-task without a status of its own,
    // get-taskupdates
    QCOMPARE(done.last(), QStringLiteral("42 passed, 0 failed, 3 skipped"));
    QVERIFY(done.lineOf("get-template").startsWith(QStringLiteral("skipped")));
    QVERIFY(done.lineOf("close-task").startsWith(QStringLiteral("skipped")));
    QVERIFY(done.lineOf("get-taskupdates").startsWith(QStringLiteral("skipped")));
    QVERIFY(done.lineOf("get-task").contains(QStringLiteral("zone")));
    QCOMPARE(done.status, 0);
}

void ContractTest::failsABrokenCommand()
{
    sandbox::Sandbox server;
    QVERIFY(server.start());
    FaultProxy proxy(server.address());
    proxy.spoil(QStringLiteral("get-equipment"), Fault::EmptyObject, -1);
    proxy.spoil(QStringLiteral("update-contractor-phone"), Fault::FailureBefore, -1);
    const Run done = run({proxy.url().toString()}, server.key());
    QCOMPARE(done.last(), QStringLiteral("43 passed, 2 failed"));
    QVERIFY(done.lineOf("get-equipment").startsWith(QStringLiteral("failed")));
    QVERIFY(done.lineOf("update-contractor-phone").startsWith(QStringLiteral("failed")));
    QCOMPARE(done.status, 1);
}

void ContractTest::failsAWrongKey()
{
    sandbox::Sandbox server;
    QVERIFY(server.start());
    const Run done = run({server.address().toString()}, QStringLiteral("another"));
    QCOMPARE(done.last(), QStringLiteral("0 passed, 45 failed"));
    QCOMPARE(done.status, 1);
}

void ContractTest::failsWhereNobodyListens()
{
    const Run done = run({refusingAddress().toString()}, QStringLiteral("k"));
    QCOMPARE(done.last(), QStringLiteral("0 passed, 45 failed"));
    QCOMPARE(done.status, 1);
}

void ContractTest::wrongUsage()
{
    QCOMPARE(run({QStringLiteral("http://example.org")}, QStringLiteral("k")).status, 2);
    QCOMPARE(run({QStringLiteral("a"), QStringLiteral("b")}, QStringLiteral("k")).status, 2);
    QCOMPARE(run({refusingAddress().toString()}, QString()).status, 2);
}

QTEST_GUILESS_MAIN(ContractTest)
#include "ContractTest.moc"
