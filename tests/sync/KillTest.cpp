#include "FaultProxy.h"
#include "sandbox/Sandbox.h"
#include "store/Reader.h"

#include <SQLiteCpp/SQLiteCpp.h>

#include <QJsonDocument>
#include <QNetworkAccessManager>
#include <QNetworkReply>
#include <QProcess>
#include <QRandomGenerator>
#include <QTemporaryDir>
#include <QTest>
#include <QUrlQuery>

using namespace naryad;

/// A first synchronisation of 20,000 tasks in a process of its own, killed at fifty random moments.
class KillTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void killedFiftyTimesItEndsEqual();

private:
    QHash<QString, QByteArray> mirrored() const;
    void run(QProcess &child) const;

    QTemporaryDir m_folder;
    std::unique_ptr<sandbox::Sandbox> m_sandbox;
    std::unique_ptr<test::FaultProxy> m_proxy;
};

namespace {

constexpr int Tasks = 20000;
constexpr int Kills = 50;
/// What one kill may cost: nine details in flight and fifty read but not written yet.
constexpr int LostByOneKill = 9 + 50;

} // namespace

QHash<QString, QByteArray> KillTest::mirrored() const
{
    QHash<QString, QByteArray> found;
    const QString file = m_folder.filePath(QStringLiteral("mirror.db"));
    if (!QFile::exists(file))
        return found;
    SQLite::Database database(file.toStdString(), SQLite::OPEN_READWRITE);
    if (!database.tableExists("task"))
        return found;
    SQLite::Statement read(database, "SELECT service_id FROM task WHERE loaded=1");
    while (read.executeStep())
        found.insert(QString::fromStdString(read.getColumn(0).getString()), {});
    return found;
}

void KillTest::run(QProcess &child) const
{
    child.setProcessChannelMode(QProcess::ForwardedErrorChannel);
    child.start(
        QStringLiteral(CHILD_PROGRAM), {m_proxy->url().toString(), m_sandbox->key(), m_folder.path()});
    QVERIFY(child.waitForStarted());
}

void KillTest::killedFiftyTimesItEndsEqual()
{
    sandbox::Options options;
    options.tasks = Tasks;
    m_sandbox = std::make_unique<sandbox::Sandbox>(options);
    QVERIFY(m_sandbox->start());
    m_proxy = std::make_unique<test::FaultProxy>(m_sandbox->address());
    QRandomGenerator random(20261124);
    QSet<QString> written;
    qsizetype seen = 0;
    int askedBefore = 0;
    const auto check = [&] {
        const auto requests = m_proxy->seen();
        int asked = 0;
        for (; seen < requests.size(); ++seen) {
            const QUrl url = QUrl(QString::fromLatin1(requests.at(seen).request.target));
            if (!url.path().endsWith(QLatin1String("/get-task")))
                continue;
            ++asked;
            const QString id = QUrlQuery(url).queryItemValue(QStringLiteral("id"));
            QVERIFY2(!written.contains(id), qPrintable(QStringLiteral("asked again: ") + id));
        }
        askedBefore += asked;
        const auto rows = mirrored();
        const auto before = written.size();
        for (auto row = rows.cbegin(); row != rows.cend(); ++row)
            written.insert(row.key());
        const auto lost = asked - (written.size() - before);
        QVERIFY2(lost <= LostByOneKill, qPrintable(QString::number(lost)));
    };
    for (int kill = 0; kill < Kills; ++kill) {
        const int target = m_proxy->count() + random.bounded(Tasks / Kills);
        QProcess child;
        run(child);
        QVERIFY(QTest::qWaitFor(
            [&] { return m_proxy->count() > target || child.state() == QProcess::NotRunning; }, 20000));
        child.kill();
        QVERIFY(child.waitForFinished());
        check();
        if (QTest::currentTestFailed())
            return;
    }
    QVERIFY2(written.size() < Tasks, "all was there before the last kill");
    QProcess child;
    run(child);
    QVERIFY(child.waitForFinished(60000));
    QCOMPARE(child.exitCode(), 0);
    check();
    QCOMPARE(written.size(), Tasks);
    qInfo() << "details asked for:" << askedBefore << "of" << Tasks;

    // Equal: what is kept of each task is what the service answers.
    SQLite::Database database(
        m_folder.filePath(QStringLiteral("mirror.db")).toStdString(), SQLite::OPEN_READWRITE);
    SQLite::Statement all(database, "SELECT count(*), sum(wanted), sum(gone) FROM task");
    QVERIFY(all.executeStep());
    QCOMPARE(all.getColumn(0).getInt(), Tasks);
    QCOMPARE(all.getColumn(1).getInt(), 0);
    QCOMPARE(all.getColumn(2).getInt(), 0);
    QNetworkAccessManager manager;
    store::Reader reader(
        m_folder.filePath(QStringLiteral("mirror.db")), m_folder.filePath(QStringLiteral("journal.db")));
    SQLite::Statement some(database, "SELECT service_id, row FROM task WHERE row % 11 = 0");
    int compared = 0;
    while (some.executeStep()) {
        const QString id = QString::fromStdString(some.getColumn(0).getString());
        QNetworkRequest request(
            QUrl(m_sandbox->address().toString() + QStringLiteral("/api/v5/get-task?id=") + id));
        request.setRawHeader("Authorization", "key=" + m_sandbox->key().toUtf8());
        std::unique_ptr<QNetworkReply> reply(manager.get(request));
        QVERIFY(QTest::qWaitFor([&reply] { return reply->isFinished(); }));
        const auto card = reader.taskCard(some.getColumn(1).getInt64()).result();
        QVERIFY(card);
        QCOMPARE(QJsonDocument::fromJson(card->rawAnswer), QJsonDocument::fromJson(reply->readAll()));
        ++compared;
    }
    QVERIFY(compared > 1800);
}

QTEST_GUILESS_MAIN(KillTest)
#include "KillTest.moc"
