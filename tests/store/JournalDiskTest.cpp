#include "FaultVfs.h"
#include "StoreFixture.h"

#include <QTest>

#include <csignal>
#include <functional>

#ifdef Q_OS_LINUX
#include <sys/resource.h>
#include <sys/syscall.h>
#endif

using namespace naryad;
using namespace naryad::test;

#ifdef Q_OS_LINUX
namespace {
QString survivorsOfText;
}

/// The text copy's way to the disk, seen from outside: what reached it is copied to the survivors.
extern "C" int fsync(int file)
{
    const QString path = QFile::symLinkTarget(QStringLiteral("/proc/self/fd/%1").arg(file));
    if (!survivorsOfText.isEmpty() && path.endsWith(QLatin1String("journal.txt"))) {
        const QString to = QDir(survivorsOfText).filePath(QStringLiteral("journal.txt"));
        QFile::remove(to);
        QFile::copy(path, to);
    }
    return static_cast<int>(syscall(SYS_fsync, file));
}
#endif

/// The journal on a disk that fails: an error each time, and nothing that was said is lost.
class JournalDiskTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void cleanup();
    void whatIsSaidSurvivesAPowerCut();
    void theNthWriteFails_data();
    void theNthWriteFails();
    void nothingSaidTouchesNothing();
    void openingOnABadDisk_data();
    void openingOnABadDisk();
#ifdef Q_OS_LINUX
    void theTextCopyHasNoRoom();
#endif

private:
    std::unique_ptr<FaultVfs> m_disk;
    std::unique_ptr<StoreFixture> m_store;
};

void JournalDiskTest::init()
{
    m_disk = std::make_unique<FaultVfs>();
    m_store = std::make_unique<StoreFixture>();
}

void JournalDiskTest::cleanup()
{
    m_store.reset();
    m_disk.reset();
}

void JournalDiskTest::whatIsSaidSurvivesAPowerCut()
{
    StoreFixture survivor;
    m_disk->keepSurvivorsIn(survivor.folder());
#ifdef Q_OS_LINUX
    survivorsOfText = survivor.folder();
#endif
    QVERIFY(m_store->openJournal());
    const auto survived = [&survivor] {
        // The copy is opened as the next start would: from its database and log alone.
        StoreFixture next;
        for (const char *name : {"journal.db", "journal.db-wal"})
            QFile::copy(survivor.path(QString::fromLatin1(name)), next.path(QString::fromLatin1(name)));
        return next.openJournal() ? next.journal->all().value() : QVector<JournalEntry>();
    };
    const auto entry = m_store->journal->append(creation());
    QVERIFY(entry);
    QCOMPARE(survived(), QVector<JournalEntry>{*entry});
#ifdef Q_OS_LINUX
    QVERIFY(readFile(survivor.textPath()).contains(entry->token.toUtf8()));
#endif
    QVERIFY(m_store->journal->beginAttempt(entry->id, "body", {}));
    QCOMPARE(survived().first().state, CommandState::Unsure); // was sending
    QCOMPARE(survived().first().body, QByteArray("body"));
    QVERIFY(m_store->journal->settle(entry->id, sent(QStringLiteral("17"))));
    QCOMPARE(survived().first().resultId, QStringLiteral("17"));
#ifdef Q_OS_LINUX
    QCOMPARE(readFile(survivor.textPath()), readFile(m_store->textPath()));
    survivorsOfText.clear();
#endif
}

void JournalDiskTest::theNthWriteFails_data()
{
    QTest::addColumn<FaultVfs::Kind>("kind");
    QTest::addColumn<bool>("once");
    QTest::addColumn<int>("step");
    const char *const steps[] = {"append", "append all", "begin", "settle", "result", "meta"};
    for (int step = 0; step < 6; ++step) {
        QTest::addRow("%s: full", steps[step]) << FaultVfs::Kind::Full << false << step;
        QTest::addRow("%s: full once", steps[step]) << FaultVfs::Kind::Full << true << step;
        QTest::addRow("%s: error", steps[step]) << FaultVfs::Kind::IoError << false << step;
        QTest::addRow("%s: error once", steps[step]) << FaultVfs::Kind::IoError << true << step;
    }
}

void JournalDiskTest::theNthWriteFails()
{
    QFETCH(FaultVfs::Kind, kind);
    QFETCH(bool, once);
    QFETCH(int, step);
    int failed = 0;
    for (int n = 1;; ++n) {
        m_store = std::make_unique<StoreFixture>();
        QVERIFY(m_store->openJournal());
        QVERIFY(m_store->journal->append(creation()));
        QVERIFY(m_store->journal->append(creation()));
        QVERIFY(m_store->journal->beginAttempt(2, "{}", {}));
        const QVector<JournalEntry> before = m_store->journal->all().value();
        const std::function<std::optional<Error>()> calls[] = {
            [&] {
                const auto done = m_store->journal->append(commentOn({QStringLiteral("5"), {}}));
                return done ? std::nullopt : std::optional(done.error());
            },
            [&] {
                const ObjectRef task{QStringLiteral("5"), {}};
                const auto done = m_store->journal->appendAll(
                    {{commentOn(task)}, {commentOn(task), CommandState::Held, m_store->clock.now()}});
                return done ? std::nullopt : std::optional(done.error());
            },
            [&] {
                const auto done = m_store->journal->beginAttempt(1, "{}", {});
                return done ? std::nullopt : std::optional(done.error());
            },
            [&] {
                const auto done = m_store->journal->settle(2, sent(QStringLiteral("9")));
                return done ? std::nullopt : std::optional(done.error());
            },
            [&] {
                const auto done = m_store->journal->keepResult({QStringLiteral("74"), QStringLiteral("x")});
                return done ? std::nullopt : std::optional(done.error());
            },
            [&] {
                const auto done = m_store->journal->setMeta(QStringLiteral("key"), QStringLiteral("x"));
                return done ? std::nullopt : std::optional(done.error());
            }};

        m_disk->failAt(n, kind, once);
        const std::optional<Error> error = calls[step]();
        const bool struck = m_disk->hasStruck();
        if (error) {
            ++failed;
            QVERIFY(struck);
            QCOMPARE(error->kind, ErrorKind::Storage);
            if (kind == FaultVfs::Kind::Full)
                QCOMPARE(error->cause, ErrorCause::DiskFull);
        }
        // What it says next is what a later start finds: a failure left nothing behind.
        m_disk->heal();
        const QVector<JournalEntry> known = m_store->journal->all().value();
        QCOMPARE(known == before, error.has_value() || step > 3);
        m_store->journal.reset();
        for (bool fromText : {false, true}) {
            if (fromText)
                QFile::remove(m_store->journalPath());
            QVERIFY(m_store->openJournal());
            QCOMPARE(m_store->journal->wasDamaged(), fromText);
            const QVector<JournalEntry> found = m_store->journal->all().value();
            QCOMPARE(found.size(), known.size());
            for (qsizetype i = 0; i < found.size(); ++i) {
                QCOMPARE(found.at(i).command, known.at(i).command);
                QCOMPARE(found.at(i).token, known.at(i).token);
                const bool wasSending = known.at(i).state == CommandState::Sending;
                QCOMPARE(found.at(i).state, wasSending ? CommandState::Unsure : known.at(i).state);
            }
            QCOMPARE(m_store->journal->results()->size(), step == 4 && !error ? 1 : 0);
            m_store->journal.reset();
        }
        if (!struck)
            break;
    }
    QVERIFY(failed > 0);
}

/// An empty list is no step of the journal's: whatever the disk does, what was said before it stays.
void JournalDiskTest::nothingSaidTouchesNothing()
{
    for (const FaultVfs::Kind kind : {FaultVfs::Kind::Full, FaultVfs::Kind::IoError, FaultVfs::Kind::Busy}) {
        m_store = std::make_unique<StoreFixture>();
        QVERIFY(m_store->openJournal());
        const auto first = m_store->journal->append(creation());
        QVERIFY(first);
        const QByteArray text = readFile(m_store->textPath());
        m_disk->failAt(1, kind, false);
        const auto none = m_store->journal->appendAll({});
        QVERIFY(none && none->isEmpty());
        QVERIFY(!m_disk->hasStruck());
        m_disk->heal();
        QCOMPARE(readFile(m_store->textPath()), text);
        QCOMPARE(m_store->journal->all().value(), QVector<JournalEntry>{*first});
        m_store->journal.reset();
    }
}

void JournalDiskTest::openingOnABadDisk_data()
{
    QTest::addColumn<FaultVfs::Kind>("kind");
    QTest::addColumn<bool>("once");
    QTest::addColumn<bool>("isDamaged");
    for (bool isDamaged : {false, true}) {
        const char *const what = isDamaged ? "damaged" : "sound";
        QTest::addRow("%s: full", what) << FaultVfs::Kind::Full << false << isDamaged;
        QTest::addRow("%s: full once", what) << FaultVfs::Kind::Full << true << isDamaged;
        QTest::addRow("%s: error", what) << FaultVfs::Kind::IoError << false << isDamaged;
        QTest::addRow("%s: error once", what) << FaultVfs::Kind::IoError << true << isDamaged;
    }
}

void JournalDiskTest::openingOnABadDisk()
{
    QFETCH(FaultVfs::Kind, kind);
    QFETCH(bool, once);
    QFETCH(bool, isDamaged);
    int failed = 0;
    for (int n = 1;; ++n) {
        m_store = std::make_unique<StoreFixture>();
        QVERIFY(m_store->openJournal());
        QVERIFY(m_store->journal->append(creation()));
        QVERIFY(m_store->journal->append(creation()));
        QVERIFY(m_store->journal->settle(1, sent(QStringLiteral("9"))));
        const QVector<JournalEntry> said = m_store->journal->all().value();
        m_store->journal.reset();
        if (isDamaged)
            QVERIFY(writeFile(m_store->journalPath(), "garbage"));
        m_disk->failAt(n, kind, once);
        const auto opened = m_store->openJournal();
        if (!opened) {
            ++failed;
            QCOMPARE(opened.error().kind, ErrorKind::Storage);
        }
        m_store->journal.reset();
        const bool struck = m_disk->hasStruck();
        m_disk->heal();
        QVERIFY2(m_store->openJournal(), qPrintable(QString::number(n)));
        QVERIFY2(m_store->journal->all().value() == said, qPrintable(QString::number(n)));
        if (!struck)
            break;
    }
    QVERIFY(failed > 0);
}

#ifdef Q_OS_LINUX
void JournalDiskTest::theTextCopyHasNoRoom()
{
    QVERIFY(m_store->openJournal());
    const auto first = m_store->journal->append(creation());
    QVERIFY(first);
    m_store->journal.reset();
    // The text is the largest file, so that only it meets the limit; it meets it in the middle of a line.
    QVERIFY(writeFile(m_store->textPath(), readFile(m_store->textPath()) + QByteArray(1 << 20, '\n')));
    QVERIFY(m_store->openJournal());
    const QByteArray text = readFile(m_store->textPath());
    std::signal(SIGXFSZ, SIG_IGN);
    rlimit before{};
    QCOMPARE(getrlimit(RLIMIT_FSIZE, &before), 0);
    const rlimit small{static_cast<rlim_t>(text.size() + 20), before.rlim_max};
    QCOMPARE(setrlimit(RLIMIT_FSIZE, &small), 0);
    const auto refused = m_store->journal->append(creation());
    setrlimit(RLIMIT_FSIZE, &before);
    QVERIFY(!refused);
    QCOMPARE(refused.error().cause, ErrorCause::DiskFull);
    QCOMPARE(refused.error().place, m_store->textPath());
    QCOMPARE(readFile(m_store->textPath()), text);
    QCOMPARE(m_store->journal->all().value(), QVector<JournalEntry>{*first});

    const auto second = m_store->journal->append(creation());
    QVERIFY(second);
    m_store->journal.reset();
    QFile::remove(m_store->journalPath());
    QVERIFY(m_store->openJournal());
    QCOMPARE(m_store->journal->all().value(), QVector<JournalEntry>({*first, *second}));
}
#endif

QTEST_GUILESS_MAIN(JournalDiskTest)
#include "JournalDiskTest.moc"
