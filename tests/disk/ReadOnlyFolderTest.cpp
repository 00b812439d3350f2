#include "DiskRig.h"
#include "StoreFixture.h"

using namespace naryad;
using namespace naryad::test;

/// Folders that can't be written: the program says so and leaves all as it is; what was acknowledged before
/// or meanwhile is sent.
class ReadOnlyFolderTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void init() { QVERIFY(m_rig->restore()); }
    void cleanup();
    void aFolderThatCannotBeWritten();
    void aFolderThatBecomesReadOnly();

private:
    AddComment comment(int i) const
    {
        return {{m_rig->server.world.sentTask, {}}, QStringLiteral("word %1").arg(i), {}};
    }
    void setWritable(bool writable) const
    {
        QFile::setPermissions(
            m_rig->path("files"),
            QFile::ReadOwner | QFile::ExeOwner | (writable ? QFile::WriteOwner : QFile::Permission()));
    }

    const AsOrdinaryUser m_user; ///< first: every file is this user's
    std::unique_ptr<DiskRig> m_rig;
};

void ReadOnlyFolderTest::initTestCase()
{
    QVERIFY(m_user.isOne());
    m_rig = std::make_unique<DiskRig>();
    QVERIFY(m_rig->prepare());
}

void ReadOnlyFolderTest::cleanup()
{
    m_rig->server.proxy->setLineDown(false);
    setWritable(true);
}

void ReadOnlyFolderTest::aFolderThatCannotBeWritten()
{
    const QString journal = m_rig->path("files") + QStringLiteral("/journal.db");
    const QByteArray before = readFile(journal);
    setWritable(false);
    {
        const auto program = m_rig->nextRun();
        const auto started = program->start();
        QVERIFY(!started);
        QCOMPARE(started.error().cause, ErrorCause::ReadOnly);
        QVERIFY(describe(started.error()).contains(m_rig->path("files")));
    }
    QCOMPARE(readFile(journal), before);
    setWritable(true);
    const auto program = m_rig->nextRun();
    QVERIFY(program->start());
    QVERIFY(program->core->submit(comment(1), {}));
}

void ReadOnlyFolderTest::aFolderThatBecomesReadOnly()
{
    m_rig->server.proxy->setLineDown(true);
    auto program = m_rig->nextRun();
    QVERIFY(program->start());
    qsizetype said = program->core->submit(comment(1), {}) ? 1 : 0;
    QCOMPARE(said, 1);
    setWritable(false);
    for (int i = 2; i < 5; ++i)
        said += program->core->submit(comment(i), {}) ? 1 : 0;
    QCOMPARE(program->outbox().size(), said);
    program.reset();
    setWritable(true);
    program = m_rig->nextRun();
    QVERIFY(program->start());
    QCOMPARE(program->core->notices(), QStringList());
    QCOMPARE(program->outbox().size(), said);
    m_rig->server.proxy->setLineDown(false);
    QVERIFY(program->runDown());
    QCOMPARE(program->outbox().first().state, CommandState::Sent);
}

QTEST_GUILESS_MAIN(ReadOnlyFolderTest)
#include "ReadOnlyFolderTest.moc"
