#include "StoreFixture.h"

#include <QTest>

using namespace naryad;
using namespace naryad::test;

/// The journal's files: who may read them, what is done about damage, and the backups.
class JournalFilesTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void nobodyElseMayRead();
    void aFirstStartIsNoDamage();
    void damageIsSetAsideAndRestored_data();
    void damageIsSetAsideAndRestored();
    void everyDamagedPageIsFound();
    void theTextCopyIsAMarkToo();
    void droppedResultsStayDropped();
    void aTornLineCostsNothing();
    void anUnreadableLineLeavesDoubt();
    void withoutTheTextTheBackupTells();
    void twoDamagesInOneSecond();
    void theMarkMayComeLate();
    void aBackupADaySevenKept();
    void abandonedBackupsDoNotCount();
    void theFirstVersionIsMigrated();
    void aNewerJournalIsRefused();
#ifdef Q_OS_LINUX
    void readOnlyFile();
    void readOnlyFolder();
#endif

private:
    void fill();
    QString aside() const
    {
        return m_store->files(QStringLiteral("journal.db.damaged-*")).value(0);
    }

    std::unique_ptr<StoreFixture> m_store;
    QVector<JournalEntry> m_said;
};

void JournalFilesTest::init()
{
    m_store = std::make_unique<StoreFixture>();
}

/// Three commands: one sent, one waiting, one refused; and a closing result.
void JournalFilesTest::fill()
{
    QVERIFY(m_store->openJournal());
    for (int i = 0; i < 3; ++i)
        QVERIFY(m_store->journal->append(creation(QStringLiteral("template %1").arg(i))));
    QVERIFY(m_store->journal->beginAttempt(1, "{}", {}));
    QVERIFY(m_store->journal->settle(1, sent(QStringLiteral("501"))));
    QVERIFY(m_store->journal->settle(3, toState(CommandState::Refused)));
    QVERIFY(m_store->journal->keepResult({QStringLiteral("74"), text(u"Выполнено")}));
    m_said = m_store->journal->all().value();
    m_store->journal.reset();
}

void JournalFilesTest::nobodyElseMayRead()
{
    QVERIFY(writeFile(m_store->journalPath(), {}));
    QFile::setPermissions(m_store->journalPath(), QFile::ReadOwner | QFile::WriteOwner | QFile::ReadOther);
    fill();
    QVERIFY(m_store->openJournal()); // with its -wal and -shm beside it
    const QStringList files = QDir(m_store->folder()).entryList(QDir::Files | QDir::Hidden);
    QVERIFY(files.size() >= 6);
    for (const QString &name : files) {
        const auto others = QFile::ReadGroup | QFile::WriteGroup | QFile::ExeGroup | QFile::ReadOther
            | QFile::WriteOther | QFile::ExeOther | QFile::ExeOwner;
        QVERIFY2(!(QFile::permissions(m_store->path(name)) & others), qPrintable(name));
    }
}

void JournalFilesTest::aFirstStartIsNoDamage()
{
    QVERIFY(m_store->openJournal());
    QVERIFY(!m_store->journal->wasDamaged());
    QVERIFY(QFile::exists(m_store->path(QStringLiteral("journal.mark"))));
    QVERIFY(m_store->openJournal());
    QVERIFY(!m_store->journal->wasDamaged());
    QCOMPARE(aside(), QString());
}

void JournalFilesTest::damageIsSetAsideAndRestored_data()
{
    QTest::addColumn<int>("kept"); // bytes of the file; -1: no file
    QTest::addColumn<bool>("garbage");
    QTest::addRow("missing") << -1 << false;
    QTest::addRow("empty") << 0 << false;
    QTest::addRow("a few bytes") << 7 << false;
    QTest::addRow("header only") << 100 << false;
    QTest::addRow("half a page") << 2048 << false;
    QTest::addRow("one page") << 4096 << false;
    QTest::addRow("all but a page") << -4096 << false;
    QTest::addRow("garbage") << 3000 << true;
    QTest::addRow("garbage of the old size") << -2 << true;
}

void JournalFilesTest::damageIsSetAsideAndRestored()
{
    QFETCH(int, kept);
    QFETCH(bool, garbage);
    fill();
    const QByteArray whole = readFile(m_store->journalPath());
    QByteArray damaged = kept >= 0 ? whole.left(kept) : whole.chopped(-kept);
    if (garbage)
        damaged.fill('x');
    QFile::remove(m_store->journalPath());
    if (kept != -1)
        QVERIFY(writeFile(m_store->journalPath(), damaged));

    QVERIFY(m_store->openJournal());
    QVERIFY(m_store->journal->wasDamaged());
    QCOMPARE(m_store->journal->all().value(), m_said);
    QCOMPARE(m_store->journal->results()->size(), 1);
    if (kept != -1)
        QCOMPARE(readFile(m_store->path(aside())), damaged);
    QCOMPARE(m_store->journal->append(creation())->id, 4);
    // The next start finds a whole journal again.
    QVERIFY(m_store->openJournal());
    QVERIFY(!m_store->journal->wasDamaged());
    QCOMPARE(m_store->journal->all()->size(), 4);
    QCOMPARE(m_store->files(QStringLiteral("*.restored*")), QStringList());
}

void JournalFilesTest::everyDamagedPageIsFound()
{
    fill();
    QVERIFY(m_store->openJournal());
    for (int i = 0; i < 60; ++i)
        QVERIFY(m_store->journal->append(creation(QString(400, QLatin1Char('a')))));
    const QVector<JournalEntry> said = m_store->journal->all().value();
    m_store->journal.reset();
    const QByteArray whole = readFile(m_store->journalPath());
    const QByteArray texts = readFile(m_store->textPath());
    const int pages = static_cast<int>(whole.size() / 4096);
    QVERIFY(pages > 20);
    int found = 0;
    for (int page = 0; page < pages; ++page) {
        QVERIFY(writeFile(m_store->journalPath(), whole));
        // The head of the page: where its tree says what it holds.
        QVERIFY(spoil(m_store->journalPath(), page * 4096 + (page == 0 ? 100 : 0), 64));
        QVERIFY2(m_store->openJournal(), qPrintable(QString::number(page)));
        found += m_store->journal->wasDamaged() ? 1 : 0;
        QVERIFY2(m_store->journal->all().value() == said, qPrintable(QString::number(page)));
        m_store->journal.reset();
        QVERIFY(writeFile(m_store->textPath(), texts));
    }
    // Pages that hold nothing may say anything.
    const int unused = ask(m_store->journalPath(), "PRAGMA freelist_count").value(0).toInt();
    QVERIFY2(found >= pages - unused - 1, qPrintable(QStringLiteral("%1 of %2").arg(found).arg(pages)));
}

void JournalFilesTest::theTextCopyIsAMarkToo()
{
    fill();
    QFile::remove(m_store->path(QStringLiteral("journal.mark")));
    QFile::remove(m_store->journalPath());
    QVERIFY(m_store->openJournal());
    QVERIFY(m_store->journal->wasDamaged());
    QCOMPARE(m_store->journal->all().value(), m_said);
}

/// Neither the text copy nor the backup of the day, which still has it, brings one back.
void JournalFilesTest::droppedResultsStayDropped()
{
    fill();
    QVERIFY(m_store->openJournal()); // and backs it up
    m_store->clock.advance(std::chrono::hours(25));
    QVERIFY(m_store->openJournal());
    QVERIFY(m_store->journal->keepResult({QStringLiteral("75"), text(u"Отказ")}));
    QVERIFY(m_store->journal->keepResult({QStringLiteral("76"), text(u"Перенос")}));
    QVERIFY(m_store->journal->dropResult(QStringLiteral("74")));
    QVERIFY(m_store->journal->dropResult(QStringLiteral("75")));
    QVERIFY(m_store->journal->keepResult({QStringLiteral("75"), text(u"Снова")}));
    const QVector<NamedRef> kept = m_store->journal->results().value();
    QCOMPARE(kept.size(), 2);
    m_store->journal.reset();
    QFile::remove(m_store->journalPath());
    QVERIFY(m_store->openJournal());
    QVERIFY(m_store->journal->wasDamaged());
    QCOMPARE(m_store->journal->results().value(), kept);
}

void JournalFilesTest::aTornLineCostsNothing()
{
    fill();
    // The power went while a line was being written: what it was about did not happen.
    const QByteArray lines = readFile(m_store->textPath());
    QVERIFY(writeFile(m_store->textPath(), lines + lines.left(lines.indexOf('\n') / 2)));
    QVERIFY(m_store->openJournal());
    QVERIFY(m_store->journal->append(creation()));
    const QVector<JournalEntry> said = m_store->journal->all().value();
    QCOMPARE(said.size(), 4);
    m_store->journal.reset();
    QFile::remove(m_store->journalPath());
    QVERIFY(m_store->openJournal());
    QCOMPARE(m_store->journal->all().value(), said);
}

void JournalFilesTest::anUnreadableLineLeavesDoubt()
{
    fill();
    // The line of the sent one can't be read: it looks as if it had not been sent yet.
    QList<QByteArray> lines = readFile(m_store->textPath()).split('\n');
    for (QByteArray &line : lines) {
        if (line.contains("\"state\":\"sent\""))
            line.fill('?');
    }
    QVERIFY(writeFile(m_store->textPath(), lines.join('\n')));
    QFile::remove(m_store->journalPath());
    for (const QString &backup : m_store->files(QStringLiteral("journal-2*.db")))
        QFile::remove(m_store->path(backup));
    QVERIFY(m_store->openJournal());
    const QVector<JournalEntry> restored = m_store->journal->all().value();
    QCOMPARE(restored.size(), 3);
    for (const JournalEntry &entry : restored) {
        QCOMPARE(entry.state, CommandState::Unsure);
        QVERIFY(entry.error && !entry.error->words.isEmpty());
    }
}

void JournalFilesTest::withoutTheTextTheBackupTells()
{
    fill();
    QVERIFY(m_store->openJournal());
    QVERIFY(m_store->journal->setMeta(QStringLiteral("session"), QStringLiteral("open editors")));
    m_store->clock.advance(std::chrono::hours(24));
    QVERIFY(m_store->openJournal()); // the new day's backup
    QVERIFY(m_store->journal->append(creation()));
    m_store->journal.reset();
    QFile::remove(m_store->textPath());
    QVERIFY(spoil(m_store->journalPath(), 0, 4096));
    // A backup that can't be read is passed over.
    QVERIFY(writeFile(m_store->path(QStringLiteral("journal-2026-11-26.db")), "no database"));
    m_store->clock.advance(std::chrono::hours(24));
    QVERIFY(m_store->openJournal());
    const QVector<JournalEntry> restored = m_store->journal->all().value();
    QCOMPARE(restored.size(), 3);
    QCOMPARE(restored.at(0), m_said.at(0));
    // It may have been sent since the backup was made.
    QCOMPARE(restored.at(1).state, CommandState::Unsure);
    QCOMPARE(restored.at(1).command, m_said.at(1).command);
    QCOMPARE(m_store->journal->meta(QStringLiteral("session")).value(), QStringLiteral("open editors"));
    QCOMPARE(m_store->journal->results()->size(), 1);
}

void JournalFilesTest::twoDamagesInOneSecond()
{
    fill();
    QVERIFY(writeFile(m_store->journalPath(), "first"));
    QVERIFY(m_store->openJournal());
    m_store->journal.reset();
    QVERIFY(writeFile(m_store->journalPath(), "second"));
    QVERIFY(m_store->openJournal());
    QCOMPARE(m_store->journal->all().value(), m_said);
    QSet<QByteArray> kept;
    for (const QString &name : m_store->files(QStringLiteral("journal.db.damaged-*")))
        kept.insert(readFile(m_store->path(name)));
    QVERIFY(kept.contains("first") && kept.contains("second"));
}

void JournalFilesTest::theMarkMayComeLate()
{
    // A first start broken off before its end leaves an empty file and no mark.
    QVERIFY(writeFile(m_store->journalPath(), {}));
    QVERIFY(m_store->openJournal());
    QVERIFY(!m_store->journal->wasDamaged());
}

void JournalFilesTest::aBackupADaySevenKept()
{
    fill();
    const QString pattern = QStringLiteral("journal-2*.db");
    QCOMPARE(m_store->files(pattern), QStringList{QStringLiteral("journal-2026-11-24.db")});
    QVERIFY(m_store->openJournal());
    QCOMPARE(m_store->files(pattern).size(), 1);
    for (int day = 0; day < 9; ++day) {
        m_store->clock.advance(std::chrono::hours(24));
        QVERIFY(m_store->openJournal());
    }
    const QStringList kept = m_store->files(pattern);
    QCOMPARE(kept.size(), 7);
    QCOMPARE(kept.first(), QStringLiteral("journal-2026-11-27.db"));
    QCOMPARE(kept.last(), QStringLiteral("journal-2026-12-03.db"));
    const QString newest = m_store->path(kept.last());
    QCOMPARE(ask(newest, "SELECT count(*) FROM command"), QStringList{QStringLiteral("3")});
    QCOMPARE(ask(newest, "PRAGMA integrity_check"), QStringList{QStringLiteral("ok")});
}

void JournalFilesTest::abandonedBackupsDoNotCount()
{
    fill();
    QFile::remove(m_store->path(QStringLiteral("journal-2026-11-24.db")));
    QVERIFY(writeFile(m_store->path(QStringLiteral("journal-2026-11-24.db.part")), "half a back"));
    QVERIFY(m_store->openJournal());
    const QString backup = m_store->path(QStringLiteral("journal-2026-11-24.db"));
    QCOMPARE(ask(backup, "SELECT count(*) FROM command"), QStringList{QStringLiteral("3")});
    QCOMPARE(m_store->files(QStringLiteral("*.part")), QStringList());
}

void JournalFilesTest::theFirstVersionIsMigrated()
{
    fill();
    // As the first version of the program left it.
    ask(m_store->journalPath(), "DROP INDEX command_subject");
    ask(m_store->journalPath(), "DROP INDEX command_result");
    ask(m_store->journalPath(), "DROP INDEX command_settled");
    ask(m_store->journalPath(), "ALTER TABLE command DROP COLUMN subject");
    ask(m_store->journalPath(), "ALTER TABLE command DROP COLUMN settled");
    ask(m_store->journalPath(), "DROP TABLE draft");
    ask(m_store->journalPath(), "DROP TABLE held_draft");
    ask(m_store->journalPath(), "DROP TABLE dictionary");
    ask(m_store->journalPath(), "DROP INDEX command_equipment");
    ask(m_store->journalPath(), "PRAGMA user_version=1");
    QVERIFY(m_store->openJournal());
    QVERIFY(!m_store->journal->wasDamaged());
    QCOMPARE(m_store->journal->all().value(), m_said);
    m_store->journal.reset();
    const QString token = m_said.first().token;
    QCOMPARE(
        ask(m_store->journalPath(), "SELECT subject, settled FROM command WHERE id=1"),
        QStringList(
            {QStringLiteral("local:") + token, QString::number(m_store->clock.now().toMSecsSinceEpoch())}));
    const QString backup = m_store->path(QStringLiteral("journal-before-migration-1.db"));
    QCOMPARE(ask(backup, "PRAGMA user_version"), QStringList{QStringLiteral("1")});
    QCOMPARE(ask(backup, "SELECT count(*) FROM command"), QStringList{QStringLiteral("3")});
}

void JournalFilesTest::aNewerJournalIsRefused()
{
    fill();
    ask(m_store->journalPath(), "PRAGMA user_version=99");
    const auto opened = m_store->openJournal();
    QVERIFY(!opened);
    QCOMPARE(opened.error().kind, ErrorKind::Storage);
    QVERIFY(!opened.error().words.isEmpty());
    QCOMPARE(opened.error().place, m_store->journalPath());
    QCOMPARE(aside(), QString());
    ask(m_store->journalPath(), "PRAGMA user_version=5");
    QVERIFY(m_store->openJournal());
    QCOMPARE(m_store->journal->all().value(), m_said);
}

#ifdef Q_OS_LINUX
void JournalFilesTest::readOnlyFile()
{
    m_store.reset();
    const AsOrdinaryUser user;
    QVERIFY(user.isOne());
    m_store = std::make_unique<StoreFixture>();
    fill();
    QFile::setPermissions(m_store->journalPath(), QFile::ReadOwner);
    const auto opened = m_store->openJournal();
    QVERIFY(!opened);
    QCOMPARE(opened.error().kind, ErrorKind::Storage);
    QCOMPARE(opened.error().cause, ErrorCause::ReadOnly);
    QCOMPARE(opened.error().place, m_store->journalPath());
    QCOMPARE(aside(), QString());
    QFile::setPermissions(m_store->journalPath(), QFile::ReadOwner | QFile::WriteOwner);
    QVERIFY(m_store->openJournal());
    QCOMPARE(m_store->journal->all().value(), m_said);
    m_store.reset();
}

void JournalFilesTest::readOnlyFolder()
{
    m_store.reset();
    const AsOrdinaryUser user;
    QVERIFY(user.isOne());
    m_store = std::make_unique<StoreFixture>();
    QFile::setPermissions(m_store->folder(), QFile::ReadOwner | QFile::ExeOwner);
    auto opened = m_store->openJournal();
    QVERIFY(!opened);
    QCOMPARE(opened.error().cause, ErrorCause::ReadOnly);
    const auto mirror = m_store->openMirror();
    QVERIFY(!mirror);
    QCOMPARE(mirror.error().cause, ErrorCause::ReadOnly);
    QCOMPARE(mirror.error().place, m_store->mirrorPath());
    QFile::setPermissions(m_store->folder(), QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);

    // Damage that can't be set aside stays where it is.
    fill();
    QVERIFY(writeFile(m_store->journalPath(), "garbage"));
    QFile::setPermissions(m_store->folder(), QFile::ReadOwner | QFile::ExeOwner);
    QVERIFY(!m_store->openJournal());
    QCOMPARE(readFile(m_store->journalPath()), QByteArray("garbage"));
    QFile::setPermissions(m_store->folder(), QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
    QVERIFY(m_store->openJournal());
    QCOMPARE(m_store->journal->all().value(), m_said);
    m_store.reset();
}
#endif

QTEST_GUILESS_MAIN(JournalFilesTest)
#include "JournalFilesTest.moc"
