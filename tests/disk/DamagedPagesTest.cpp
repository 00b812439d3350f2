#include "DiskRig.h"
#include "StoreFixture.h"

using namespace naryad;
using namespace naryad::test;

/// Each of the first 128 pages of a journal damaged: the next start says so, and every command that was
/// acknowledged is there and is sent once.
class DamagedPagesTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void everyPage_data();
    void everyPage();
    void whatIsRestoredIsSentOnce();

private:
    bool damage(int page, bool wholly) const;

    DiskRig m_rig;
    QVector<JournalEntry> m_said; ///< the newest first
    QByteArray m_whole; ///< the journal's file
    int m_unused = 0; ///< pages that hold nothing
};

void DamagedPagesTest::initTestCase()
{
    QVERIFY(m_rig.prepare());
    QVERIFY(m_rig.restore());
    m_rig.server.proxy->setLineDown(true);
    {
        const auto program = m_rig.nextRun();
        QVERIFY(program->start());
        const QString words(3300, QLatin1Char('a'));
        for (int i = 0; i < 150; ++i) {
            const QString text = QStringLiteral("word %1 %2").arg(i).arg(words);
            QVERIFY(program->core->submit(AddComment{{m_rig.server.world.sentTask, {}}, text, {}}, {}));
        }
        m_said = program->outbox();
        QCOMPARE(m_said.size(), 150);
    }
    m_whole = readFile(m_rig.path("files") + QStringLiteral("/journal.db"));
    QVERIFY(m_whole.size() >= 128 * 4096);
    m_unused
        = ask(m_rig.path("files") + QStringLiteral("/journal.db"), "PRAGMA freelist_count").value(0).toInt();
    QVERIFY(copyFiles(m_rig.path("files"), m_rig.path("said")));
}

bool DamagedPagesTest::damage(int page, bool wholly) const
{
    if (!copyFiles(m_rig.path("said"), m_rig.path("files")))
        return false;
    const QString journal = m_rig.path("files") + QStringLiteral("/journal.db");
    // Wholly, or only the head, where its tree says what it holds.
    return wholly ? spoil(journal, page * 4096, 4096)
                  : spoil(journal, page * 4096 + (page == 0 ? 100 : 0), 64);
}

void DamagedPagesTest::everyPage_data()
{
    QTest::addColumn<bool>("wholly");
    QTest::addRow("wholly") << true;
    QTest::addRow("its head") << false;
}

void DamagedPagesTest::everyPage()
{
    QFETCH(bool, wholly);
    int told = 0;
    for (int page = 0; page < 128; ++page) {
        const QByteArray at = "page " + QByteArray::number(page);
        QVERIFY2(damage(page, wholly), at.constData());
        auto program = m_rig.nextRun();
        QVERIFY2(program->start(), at.constData());
        const QStringList notices = program->core->notices();
        if (!notices.isEmpty()) {
            ++told;
            QVERIFY2(notices.first().contains(QStringLiteral("journal file was damaged")), at.constData());
            QVERIFY2(
                !QDir(m_rig.path("files")).entryList({QStringLiteral("journal.db.damaged-*")}).isEmpty(),
                at.constData());
        }
        const auto outbox = program->outbox();
        QCOMPARE(outbox.size(), m_said.size());
        for (qsizetype i = 0; i < outbox.size(); ++i) {
            QVERIFY2(outbox.at(i).command == m_said.at(i).command, at.constData());
            QVERIFY2(outbox.at(i).token == m_said.at(i).token, at.constData());
            QVERIFY2(!isFinal(outbox.at(i).state), at.constData());
        }
    }
    // Pages that hold nothing may say anything.
    QVERIFY2(told >= 128 - m_unused, QByteArray::number(told).constData());
}

void DamagedPagesTest::whatIsRestoredIsSentOnce()
{
    QVERIFY(damage(3, true));
    const auto program = m_rig.nextRun();
    QVERIFY(program->start());
    QCOMPARE(program->core->notices().size(), 1);
    m_rig.server.proxy->setLineDown(false);
    QVERIFY(program->runDown());
    const auto outbox = program->outbox();
    for (const JournalEntry &entry : outbox) {
        // One was perhaps on its way when the line was found to be down: the text copy tells that it was
        // not.
        QCOMPARE(toName(entry.state), toName(CommandState::Sent));
    }
    QCOMPARE(m_rig.server.writes().count(QStringLiteral("create-comment")), m_said.size());
}

QTEST_GUILESS_MAIN(DamagedPagesTest)
#include "DamagedPagesTest.moc"
