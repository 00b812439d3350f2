#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QNetworkAccessManager>
#include <QNetworkReply>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

/// naryad-sandbox as a program: its output, its flags, its end.
class ProgramTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void cleanup();
    void theFirstLineIsTheAddressTheSecondTheKey();
    void aGivenKeyIsNotRepeated();
    void theKeyMayComeByStandardInput();
    void flagsReachTheCompany();
    void switchesReachTheCommands();
    void aStateIsLoaded();
    void helpNamesEveryFlag();
    void wrongUsageIsTold_data();
    void wrongUsageIsTold();
    void aTakenPortEndsIt();

private:
    /// Starts it and reads `lines` of its output.
    QStringList start(const QStringList &arguments, int lines, const QByteArray &input = {});
    QJsonValue ask(const QString &path, const QByteArray &body = {});

    QProcess m_program;
    QString m_address;
    QByteArray m_key = "K";
};

void ProgramTest::cleanup()
{
    m_program.terminate();
    QVERIFY(m_program.state() == QProcess::NotRunning || m_program.waitForFinished());
    m_key = "K";
}

QStringList ProgramTest::start(const QStringList &arguments, int lines, const QByteArray &input)
{
    m_program.start(QString::fromUtf8(SANDBOX_PROGRAM), arguments);
    if (!input.isEmpty())
        m_program.write(input);
    QStringList read;
    const bool done = QTest::qWaitFor(
        [this, &read, lines] {
            while (m_program.canReadLine())
                read.append(QString::fromUtf8(m_program.readLine()).trimmed());
            return read.size() >= lines || m_program.state() == QProcess::NotRunning;
        },
        20000);
    if (!done || read.isEmpty())
        return {};
    m_address = read.first();
    return read;
}

QJsonValue ProgramTest::ask(const QString &path, const QByteArray &body)
{
    QNetworkAccessManager manager;
    QNetworkRequest request(QUrl(m_address + path));
    request.setHeader(QNetworkRequest::ContentTypeHeader, QByteArrayLiteral("application/json"));
    request.setRawHeader("Authorization", "key=" + m_key);
    const std::unique_ptr<QNetworkReply> reply(
        body.isEmpty() ? manager.get(request) : manager.post(request, body));
    if (!QTest::qWaitFor([&reply] { return reply->isFinished(); }, 20000))
        return {};
    return QJsonDocument::fromJson('[' + reply->readAll() + ']').array().at(0);
}

void ProgramTest::theFirstLineIsTheAddressTheSecondTheKey()
{
    const QStringList lines = start({}, 2);
    QCOMPARE(lines.size(), 2);
    QVERIFY(lines.at(0).startsWith(QLatin1String("http://127.0.0.1:")));
    QVERIFY(lines.at(1).size() >= 32);
    m_key = lines.at(1).toLatin1();
    QCOMPARE(ask(QStringLiteral("/api/v5/get-task-list")).toArray().size(), 10);
    m_key = "K";
    QCOMPARE(ask(QStringLiteral("/api/v5/get-task-list")).toObject().size(), 2);
}

void ProgramTest::aGivenKeyIsNotRepeated()
{
    QCOMPARE(start({QStringLiteral("--key"), QStringLiteral("K")}, 1).size(), 1);
    QCOMPARE(ask(QStringLiteral("/sandbox/counts")).toObject().value(QLatin1String("task")), 2000);
    m_program.terminate();
    QVERIFY(m_program.waitForFinished());
    QCOMPARE(m_program.exitStatus(), QProcess::NormalExit);
    QCOMPARE(m_program.exitCode(), 0);
    QCOMPARE(m_program.readAllStandardOutput(), QByteArray());
}

void ProgramTest::theKeyMayComeByStandardInput()
{
    m_key = "from-outside";
    QCOMPARE(start({QStringLiteral("--key-stdin")}, 1, m_key + "\n").size(), 1);
    QCOMPARE(ask(QStringLiteral("/sandbox/counts")).toObject().value(QLatin1String("task")), 2000);
}

void ProgramTest::flagsReachTheCompany()
{
    QCOMPARE(
        start(
            {QStringLiteral("--key=K"), QStringLiteral("--tasks=1000000"),
             QStringLiteral("--contractors=120"), QStringLiteral("--equipment=7"), QStringLiteral("--seed=3"),
             QStringLiteral("--new-ids-from=9007199254740993")},
            1)
            .size(),
        1);
    const QJsonObject counts = ask(QStringLiteral("/sandbox/counts")).toObject();
    QCOMPARE(counts.value(QLatin1String("task")), 1000000);
    QCOMPARE(counts.value(QLatin1String("contractor")), 120);
    QCOMPARE(counts.value(QLatin1String("equipment")), 7);
    QCOMPARE(
        ask(QStringLiteral("/api/v5/create-contractor"), R"({"name":"x"})")
            .toObject()
            .value(QLatin1String("id"))
            .toInteger(),
        9007199254740993);
}

void ProgramTest::switchesReachTheCommands()
{
    QCOMPARE(
        start(
            {QStringLiteral("--key=K"), QStringLiteral("--full-tasks"), QStringLiteral("--persons-replace"),
             QStringLiteral("--omitted-empties"), QStringLiteral("--feed-types=template,contractor"),
             QStringLiteral("--no-taskupdates-limit"), QStringLiteral("--geocode")},
            1)
            .size(),
        1);
    QVERIFY(!ask(QStringLiteral("/api/get-taskupdates")).toArray().isEmpty());
    QVERIFY(!ask(QStringLiteral("/api/get-taskupdates")).toArray().isEmpty());
    QCOMPARE(ask(QStringLiteral("/api/v5/get-updates?type=template&usn=0")).toArray().size(), 8);
    QCOMPARE(ask(QStringLiteral("/api/v5/get-updates?type=equipment&usn=0")).toObject().size(), 2);
    const QString id = ask(QStringLiteral("/api/v5/get-task-list"))
                           .toArray()
                           .at(0)
                           .toObject()
                           .value(QLatin1String("id"))
                           .toString();
    QVERIFY(
        ask(QStringLiteral("/api/v5/get-task?id=") + id).toObject().contains(QLatin1String("contractor")));
    ask(QStringLiteral("/api/v5/update-contractor?id=97611"),
        R"({"name":"x","address":"Садовая 3","person":[]})");
    const QJsonObject truth = ask(QStringLiteral("/sandbox/contractor?id=97611")).toObject();
    QCOMPARE(truth.value(QLatin1String("addressInfo")), QString());
    QVERIFY(!truth.value(QLatin1String("lat")).toString().isEmpty());
    QCOMPARE(
        truth.value(QLatin1String("person")).toArray().at(0).toObject().value(QLatin1String("deleted")),
        true);
}

void ProgramTest::aStateIsLoaded()
{
    const QTemporaryDir folder;
    const QString file = folder.filePath(QStringLiteral("state"));
    QCOMPARE(start({QStringLiteral("--key=K"), QStringLiteral("--tasks=5")}, 1).size(), 1);
    ask(QStringLiteral("/api/v5/create-contractor"), R"({"name":"x"})");
    QCOMPARE(ask(QStringLiteral("/sandbox/save?file=") + file), true);
    m_program.terminate();
    QVERIFY(m_program.waitForFinished());
    QCOMPARE(start({QStringLiteral("--key=K"), QStringLiteral("--load"), file}, 1).size(), 1);
    QCOMPARE(ask(QStringLiteral("/sandbox/counts")).toObject().value(QLatin1String("task")), 5);
    QCOMPARE(ask(QStringLiteral("/sandbox/counts")).toObject().value(QLatin1String("contractor")), 41);
    m_program.terminate();
    QVERIFY(m_program.waitForFinished());
    QCOMPARE(start({QStringLiteral("--load"), file + QLatin1Char('x')}, 1).size(), 0);
    QVERIFY(m_program.state() == QProcess::NotRunning || m_program.waitForFinished());
    QCOMPARE(m_program.exitCode(), 1);
    QVERIFY(!m_program.readAllStandardError().isEmpty());
}

void ProgramTest::helpNamesEveryFlag()
{
    m_program.start(QString::fromUtf8(SANDBOX_PROGRAM), {QStringLiteral("--help")});
    QVERIFY(m_program.waitForFinished());
    QCOMPARE(m_program.exitCode(), 0);
    const QByteArray help = m_program.readAllStandardOutput();
    for (const char *flag :
         {"--port", "--tasks", "--contractors", "--equipment", "--seed", "--latency", "--key", "--key-stdin",
          "--full-tasks", "--persons-replace", "--omitted-empties", "--feed-types", "--no-taskupdates-limit",
          "--geocode", "--new-ids-from", "--load"})
        QVERIFY2(help.contains(flag), flag);
}

void ProgramTest::wrongUsageIsTold_data()
{
    QTest::addColumn<QString>("argument");
    for (const char *argument :
         {"--tasks=many", "--tasks=-1", "--tasks=99999999999", "--port=65536", "--latency=x",
          "--feed-types=task", "--seed=-1", "stray", "--nothing"})
        QTest::newRow(argument) << QString::fromLatin1(argument);
}

void ProgramTest::wrongUsageIsTold()
{
    QFETCH(const QString, argument);
    m_program.start(QString::fromUtf8(SANDBOX_PROGRAM), {argument});
    QVERIFY(m_program.waitForFinished());
    QVERIFY(m_program.exitCode() != 0);
    QVERIFY(!m_program.readAllStandardError().isEmpty());
    QCOMPARE(m_program.readAllStandardOutput(), QByteArray());
}

void ProgramTest::aTakenPortEndsIt()
{
    QCOMPARE(start({QStringLiteral("--key=K")}, 1).size(), 1);
    QProcess second;
    second.start(
        QString::fromUtf8(SANDBOX_PROGRAM), {QStringLiteral("--port=%1").arg(QUrl(m_address).port())});
    QVERIFY(second.waitForFinished());
    QCOMPARE(second.exitCode(), 1);
    QVERIFY(!second.readAllStandardError().isEmpty());
}

QTEST_GUILESS_MAIN(ProgramTest)
#include "ProgramTest.moc"
