#include "DiskRig.h"

#include <cerrno>

#include <sys/syscall.h>
#include <unistd.h>

using namespace naryad;
using namespace naryad::test;

namespace {

/// How much a folder can hold, for the journal's text copy; -1: there is no end to it.
qint64 roomForText = -1;

void setRoom(FaultVfs &disk, qint64 bytes)
{
    disk.setRoom(bytes);
    roomForText = bytes;
}

} // namespace

/// The text copy's way to the disk: it has the same room as the databases.
extern "C" ssize_t write(int file, const void *bytes, size_t size)
{
    if (roomForText >= 0) {
        const QString path = QFile::symLinkTarget(QStringLiteral("/proc/self/fd/%1").arg(file));
        const bool isText = path.endsWith(QLatin1String("/journal.txt"));
        if (isText && FaultVfs::taken(QFileInfo(path).path()) + static_cast<qint64>(size) > roomForText) {
            errno = ENOSPC;
            return -1;
        }
    }
    return syscall(SYS_write, file, bytes, size);
}

/// A disk of 1 MiB: what was acknowledged stays and is sent once, all else is refused with a word about the
/// disk.
class FullDiskTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { QVERIFY(m_rig.prepare()); }
    void init() { QVERIFY(m_rig.restore()); }
    void cleanup();
    void aDiskOfOneMebibyte();

private:
    AddComment comment(int i) const
    {
        return {{m_rig.server.world.sentTask, {}}, QStringLiteral("word %1 %2").arg(i).arg(m_long), {}};
    }

    DiskRig m_rig;
    const QString m_long = QString(2000, QLatin1Char('a'));
};

void FullDiskTest::cleanup()
{
    setRoom(m_rig.disk, -1);
    m_rig.server.proxy->setLineDown(false);
}

void FullDiskTest::aDiskOfOneMebibyte()
{
    m_rig.server.proxy->setLineDown(true);
    setRoom(m_rig.disk, 1 << 20);
    auto program = m_rig.nextRun();
    QVERIFY(program->start());
    QVector<CommandId> said;
    std::optional<Error> error;
    while (!error && said.size() < 2000) {
        const auto id = program->core->submit(comment(static_cast<int>(said.size())), {});
        if (id)
            said.append(*id);
        else
            error = id.error();
    }
    QVERIFY(error);
    QVERIFY(said.size() > 5);
    QCOMPARE(error->cause, ErrorCause::DiskFull);
    QVERIFY(describe(*error).contains(QStringLiteral("not saved")));
    QVERIFY(FaultVfs::taken(m_rig.path("files")) <= 1 << 20);
    // A draft is no exception, and a second try no better than the first.
    Draft draft;
    draft.key = QStringLiteral("new");
    draft.form = {{QStringLiteral("text"), QString(100000, QLatin1Char('a'))}};
    const auto kept = program->core->keepDraft(draft);
    QVERIFY(!kept);
    QCOMPARE(kept.error().cause, ErrorCause::DiskFull);
    QVERIFY(!program->core->submit(comment(5000), {}));
    QCOMPARE(program->outbox().size(), said.size());
    program.reset();

    // The next start may have no room to begin, but takes nothing away.
    program = m_rig.nextRun();
    (void)program->start();
    program.reset();
    setRoom(m_rig.disk, -1);
    program = m_rig.nextRun();
    QVERIFY(program->start());
    QCOMPARE(program->core->notices(), QStringList());
    QCOMPARE(program->outbox().size(), said.size());
    m_rig.server.proxy->setLineDown(false);
    QVERIFY(program->runDown());
    // One was being tried when the disk was full, and what became of it could not be written: that no
    // connection was made is known no more.
    int unsure = 0;
    for (const JournalEntry &entry : program->outbox()) {
        if (!waitsForUser(entry))
            continue;
        ++unsure;
        QVERIFY(program->core->decide(entry.id, Decision::SendAgain, {}));
    }
    QVERIFY(unsure <= 1);
    QVERIFY(program->runDown());
    const auto outbox = program->outbox();
    for (const JournalEntry &entry : outbox)
        QCOMPARE(toName(entry.state), toName(CommandState::Sent));
    QCOMPARE(m_rig.server.writes().count(QStringLiteral("create-comment")), said.size());
}

QTEST_GUILESS_MAIN(FullDiskTest)
#include "FullDiskTest.moc"
