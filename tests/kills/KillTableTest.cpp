#include "CourierRig.h"
#include "KillPoints.h"
#include "MirrorWords.h"
#include "NextRun.h"
#include "core/CommandKinds.h"
#include "core/Serial.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>

#include <csignal>

using namespace naryad;
using namespace naryad::test;

Q_DECLARE_METATYPE(naryad::test::KillPoint)

/// A program killed with SIGKILL at six points of each of the 28 writes, with a line that is sound or that
/// loses the answer once: the next start brings it to exactly once, by itself or with the user's word.
class KillTableTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void cell_data();
    void cell();

private:
    /// A command done without any fault.
    struct Done
    {
        QByteArray state; ///< of the server
        QStringList mirror; ///< what a mirror filled anew then tells
        QString resultId;
    };

    std::unique_ptr<NextRun> nextRun(const QString &folder)
    {
        return std::make_unique<NextRun>(
            folder, m_rig.proxy->url(), m_rig.sandbox->key(), QDateTime({2026, 11, 24}, {9, 0}, Qt::UTC),
            m_rig.proxy.get());
    }
    const Done *done(const QString &name);
    bool makeDone(const QString &name, Done &done);
    bool killProgram(const Command &command, KillPoint point);
    QString path(const char *name) const { return m_folder.filePath(QString::fromLatin1(name)); }

    CourierRig m_rig;
    QTemporaryDir m_folder;
    QByteArray m_before;
    QHash<QString, Done> m_done;
};

void KillTableTest::initTestCase()
{
    QVERIFY(m_rig.startServer());
    QVERIFY(m_rig.restore());
    m_before = m_rig.state();
    // A program that has synchronised: every other one here begins with its files.
    QVERIFY(QDir().mkpath(path("base")));
    const auto program = nextRun(path("base"));
    QVERIFY(program->start());
    QVERIFY(program->synchronise());
}

void KillTableTest::cell_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<KillPoint>("point");
    QTest::addColumn<bool>("loses");
    static const char *const Points[]
        = {"before the intent", "after the intent", "first byte", "whole body", "reply read", "after commit"};
    // "2/4": the second of four programs, which share the commands.
    const auto part
        = qEnvironmentVariable("NARYAD_KILLS_PART", QStringLiteral("1/1")).split(QLatin1Char('/'));
    const int parts = part.value(1).toInt();
    const QVector<Command> all = sampleCommands(paperWorld());
    QCOMPARE(all.size(), 28);
    for (int i = part.value(0).toInt() - 1; i < all.size(); i += parts) {
        const QString name = serviceCommandOf(all.at(i));
        for (int point = 0; point < 6; ++point) {
            for (bool loses : {false, true})
                QTest::addRow("%s, %s%s", qPrintable(name), Points[point], loses ? ", answer lost" : "")
                    << name << static_cast<KillPoint>(point) << loses;
        }
    }
}

const KillTableTest::Done *KillTableTest::done(const QString &name)
{
    if (!m_done.contains(name)) {
        Done made;
        if (!makeDone(name, made))
            return nullptr;
        m_done.insert(name, made);
    }
    return &m_done[name];
}

bool KillTableTest::makeDone(const QString &name, Done &made)
{
    if (!m_rig.restore() || !copyFiles(path("base"), path("undisturbed")))
        return false;
    {
        const auto program = nextRun(path("undisturbed"));
        if (!program->start() || !program->core->submit(sampleCommand(m_rig.world, name), {})
            || !program->runDown())
            return false;
        const auto outbox = program->outbox();
        if (outbox.size() != 1 || outbox.first().state != CommandState::Sent)
            return false;
        made.resultId = outbox.first().resultId;
    }
    made.state = m_rig.state();
    if (!QDir(path("anew")).removeRecursively() || !QDir().mkpath(path("anew")))
        return false;
    {
        const auto program = nextRun(path("anew"));
        if (!program->start() || !program->synchronise())
            return false;
    }
    made.mirror = mirrorWords(path("anew"));
    return made.state != m_before && !made.mirror.isEmpty();
}

/// False where it was not killed. Whether it had acknowledged the command does not matter: that it is on
/// disk does.
bool KillTableTest::killProgram(const Command &command, KillPoint point)
{
    const QJsonObject told{
        {QStringLiteral("folder"), path("killed")},
        {QStringLiteral("url"), m_rig.proxy->url().toString()},
        {QStringLiteral("key"), m_rig.sandbox->key()},
        {QStringLiteral("point"), static_cast<int>(point)},
        {QStringLiteral("command"), serial::toJson(command)}};
    QProcess program;
    program.setProcessChannelMode(QProcess::ForwardedErrorChannel);
    program.start(QStringLiteral(NARYAD_KILLED_PROGRAM), QStringList());
    program.write(QJsonDocument(told).toJson(QJsonDocument::Compact) + '\n');
    program.closeWriteChannel();
    return program.waitForFinished(20000) && program.exitStatus() == QProcess::CrashExit
        && program.exitCode() == SIGKILL;
}

void KillTableTest::cell()
{
    QFETCH(QString, name);
    QFETCH(KillPoint, point);
    QFETCH(bool, loses);
    const Done *once = done(name);
    QVERIFY(once);
    const Command command = sampleCommand(m_rig.world, name);
    QVERIFY(m_rig.restore());
    QVERIFY(copyFiles(path("base"), path("killed")));
    if (loses)
        m_rig.proxy->spoil(name, Fault::FinAfter);
    QVERIFY(killProgram(command, point));
    // What has left arrives, though nobody waits for its answer.
    if (point >= KillPoint::WholeBody)
        QTRY_VERIFY(m_rig.state() == once->state);
    else
        QVERIFY(m_rig.state() == m_before);

    const auto program = nextRun(path("killed"));
    QVERIFY(program->start());
    QCOMPARE(program->core->notices(), QStringList());
    if (point == KillPoint::BeforeIntent) {
        QCOMPARE(program->outbox().size(), 0);
        QVERIFY(program->core->submit(command, {}));
    }
    QVERIFY(program->runDown());
    for (int word = 0; word < 2 && waitsForUser(program->outbox().first()); ++word) {
        // The user looks on the service's own page, and says what is there.
        const JournalEntry entry = program->outbox().first();
        const bool isThere = m_rig.state() == once->state;
        QVERIFY(isThere || m_rig.state() == m_before);
        QVERIFY(program->core->decide(
            entry.id, isThere ? Decision::ItIsThere : Decision::SendAgain,
            isThere && isCreate(command) ? once->resultId : QString()));
        QVERIFY(program->runDown());
    }
    QCOMPARE(program->outbox().size(), 1);
    const JournalEntry entry = program->outbox().first();
    QCOMPARE(toName(entry.state), toName(CommandState::Sent));
    if (isCreate(command))
        QCOMPARE(entry.resultId, once->resultId);
    QVERIFY(m_rig.state() == once->state);
    QVERIFY(program->synchronise());
    QStringList left = mirrorWords(path("killed"));
    QStringList right = once->mirror;
    const auto leaveOut = [&left, &right](const QString &kind) {
        const auto isOne = [&kind](const QString &line) { return line.startsWith(kind); };
        left.removeIf(isOne);
        right.removeIf(isOne);
    };
    // The feed does not name the tasks of a template that has another name now, nor does the command name
    // the contractor whose card counts the equipment.
    if (name == QLatin1String("update-template"))
        leaveOut(QStringLiteral("task"));
    if (name == QLatin1String("delete-equipment"))
        leaveOut(QStringLiteral("contractor"));
    const QString told = difference(left, right);
    QVERIFY2(told.isEmpty(), qPrintable(told));
}

QTEST_GUILESS_MAIN(KillTableTest)
#include "KillTableTest.moc"
