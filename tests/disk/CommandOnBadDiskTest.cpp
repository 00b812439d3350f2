#include "DiskRig.h"

using namespace naryad;
using namespace naryad::test;

/// A command from its being said to its being sent while the n-th write or lock of a file fails, for n until
/// none does: it is refused with a word about the disk and nothing of it is left, or it is sent once.
class CommandOnBadDiskTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void theNthCallFails_data();
    void theNthCallFails();

private:
    Result<CommandId> say(NextRun &program) { return program.core->submit(m_command, {}); }

    DiskRig m_rig;
    Command m_command;
    QByteArray m_after; ///< the server's state once the command was done
    QStringList m_mirror; ///< what it then tells a mirror
};

void CommandOnBadDiskTest::initTestCase()
{
    QVERIFY(m_rig.prepare());
    m_command = sampleCommand(m_rig.server.world, QStringLiteral("create-task"));
    QVERIFY(m_rig.restore());
    const auto program = m_rig.nextRun();
    QVERIFY(program->start());
    QVERIFY(say(*program));
    QVERIFY(program->runDown());
    m_after = m_rig.server.state();
    QVERIFY(m_after != m_rig.before);
    m_mirror = m_rig.mirrorAnew();
    QVERIFY(!m_mirror.isEmpty());
}

void CommandOnBadDiskTest::theNthCallFails_data()
{
    QTest::addColumn<QString>("file");
    QTest::addColumn<FaultVfs::Kind>("kind");
    QTest::addColumn<bool>("once");
    QTest::addColumn<bool>("ends"); // the program, before the disk is well again
    const QList<std::pair<const char *, FaultVfs::Kind>> kinds{
        {"full", FaultVfs::Kind::Full}, {"error", FaultVfs::Kind::IoError}, {"busy", FaultVfs::Kind::Busy}};
    // "journal.db" or "mirror.db": each in a program of its own, beside the other.
    const QString only = qEnvironmentVariable("NARYAD_DISK_FILE");
    for (const char *file : {"journal.db", "mirror.db"}) {
        const QString name = QString::fromLatin1(file);
        if (!only.isEmpty() && only != name)
            continue;
        for (const auto &[word, kind] : kinds) {
            QTest::addRow("%s: %s once", file, word) << name << kind << true << false;
            QTest::addRow("%s: %s to the program's end", file, word) << name << kind << false << true;
            // The mirror is made anew from what the service and the journal say: once is the harder case.
            if (name.startsWith(QLatin1String("journal")))
                QTest::addRow("%s: %s", file, word) << name << kind << false << false;
        }
    }
}

void CommandOnBadDiskTest::theNthCallFails()
{
    QFETCH(QString, file);
    QFETCH(FaultVfs::Kind, kind);
    QFETCH(bool, once);
    QFETCH(bool, ends);
    int refused = 0;
    int n = 1;
    for (bool struck = true; struck; ++n) {
        const QByteArray at = "at call " + QByteArray::number(n);
        QVERIFY(m_rig.restore());
        auto program = m_rig.nextRun();
        QVERIFY(program->start());
        m_rig.disk.failAt(n, kind, once, file);
        const auto said = say(*program);
        if (!said) {
            ++refused;
            QCOMPARE(said.error().kind, ErrorKind::Storage);
            const QString words = describe(said.error());
            QVERIFY2(words.contains(QStringLiteral("saved")), qPrintable(words));
        }
        // It goes on trying for a while.
        program->pass(2, std::chrono::seconds(10));
        if (ends)
            program.reset();
        struck = m_rig.disk.hasStruck();
        m_rig.disk.heal();
        if (ends) {
            program = m_rig.nextRun();
            QVERIFY2(program->start(), at.constData());
        }
        // A disk that can't write for sure can't take back for sure: what was refused may stand there, but
        // does not go by itself.
        const auto left = said ? QVector<JournalEntry>() : program->outbox();
        if (!left.isEmpty()) {
            QVERIFY2(ends && kind == FaultVfs::Kind::IoError, at.constData());
            QCOMPARE(toName(left.first().state), toName(CommandState::Refused));
            QVERIFY(program->core->decide(left.first().id, Decision::Retry, {}));
        }
        if (!said) {
            QVERIFY2(m_rig.server.state() == m_rig.before, at.constData());
            QVERIFY2(!left.isEmpty() || say(*program), at.constData());
        }
        QVERIFY2(program->runDown(), at.constData());
        const auto outbox = program->outbox();
        QCOMPARE(outbox.size(), 1);
        QCOMPARE(toName(outbox.first().state), toName(CommandState::Sent));
        QVERIFY2(m_rig.server.state() == m_after, at.constData());
        QVERIFY2(program->synchronise(), at.constData());
        program.reset();
        const QString told = difference(mirrorWords(m_rig.path("files")), m_mirror);
        QVERIFY2(told.isEmpty(), qPrintable(QString::fromLatin1(at) + QLatin1Char(0x0a) + told));
    }
    // What another program holds for a moment is waited for.
    const bool mayBeRefused
        = file.startsWith(QLatin1String("journal")) && !(kind == FaultVfs::Kind::Busy && once);
    QCOMPARE(refused > 0, mayBeRefused);
    QVERIFY(n > 2);
}

QTEST_GUILESS_MAIN(CommandOnBadDiskTest)
#include "CommandOnBadDiskTest.moc"
