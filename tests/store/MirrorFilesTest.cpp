#include "FaultVfs.h"
#include "MirrorSchema.h"
#include "StoreFixture.h"
#include "TaskColumns.h"
#include "core/Serial.h"
#include "store/FileCheck.h"
#include "store/Reader.h"

#include <QJsonObject>
#include <QTest>

using namespace naryad;
using namespace naryad::test;

/// The mirror's file: it can be had again, so damage costs a synchronisation and never a start.
class MirrorFilesTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void nobodyElseMayRead();
    void itMayBeDeletedAtAnyTime();
    void damageIsSetAside_data();
    void damageIsSetAside();
    void itIsLookedThroughWhereThereIsAReason();
    void whatCantBeMadeAnewIsAnError();
    void damageMetByTheReader();
    void earlierFormsAreBrought_data();
    void earlierFormsAreBrought();
    void aNewerMirrorIsRebuilt();
    void theNthWriteFails_data();
    void theNthWriteFails();

private:
    void fill(int tasks);
    QStringList aside() const { return m_store->files(QStringLiteral("mirror.db.damaged-*")); }

    std::unique_ptr<StoreFixture> m_store;
};

void MirrorFilesTest::init()
{
    m_store = std::make_unique<StoreFixture>();
}

void MirrorFilesTest::fill(int tasks)
{
    QVERIFY(m_store->openMirror());
    QVector<store::Kept<Task>> all;
    for (int i = 0; i < tasks; ++i)
        all.append(told(QString::number(1000 + i)));
    QVERIFY(m_store->mirror->applyTasks(all, QVector<qint64>(tasks)));
    m_store->mirror.reset();
}

void MirrorFilesTest::nobodyElseMayRead()
{
    fill(3);
    QVERIFY(m_store->openMirror());
    for (const QString &name : m_store->files(QStringLiteral("mirror.db*"))) {
        QVERIFY2(
            !(QFile::permissions(m_store->path(name))
              & (QFile::ReadGroup | QFile::ReadOther | QFile::WriteGroup | QFile::WriteOther)),
            qPrintable(name));
    }
}

void MirrorFilesTest::itMayBeDeletedAtAnyTime()
{
    fill(3);
    QFile::remove(m_store->mirrorPath());
    QVERIFY(m_store->openMirror());
    QVERIFY(!m_store->mirror->wasRebuilt());
    QCOMPARE(m_store->mirror->counts()->tasks, 0);
    QCOMPARE(m_store->mirror->taskUsn().value(), 0);
}

void MirrorFilesTest::damageIsSetAside_data()
{
    QTest::addColumn<int>("kept");
    QTest::addColumn<bool>("garbage");
    QTest::addRow("a few bytes") << 7 << false;
    QTest::addRow("header only") << 100 << false;
    QTest::addRow("one page") << 4096 << false;
    QTest::addRow("half") << 40960 << false;
    QTest::addRow("garbage") << 50000 << true;
}

void MirrorFilesTest::damageIsSetAside()
{
    QFETCH(int, kept);
    QFETCH(bool, garbage);
    fill(300);
    QByteArray damaged = readFile(m_store->mirrorPath()).left(kept);
    if (garbage)
        damaged.fill('x');
    QVERIFY(writeFile(m_store->mirrorPath(), damaged));
    QVERIFY(writeFile(m_store->path(QStringLiteral("mirror.db.suspect")), {}));
    QVERIFY(m_store->openMirror());
    QVERIFY(m_store->mirror->wasRebuilt());
    QCOMPARE(m_store->mirror->counts()->tasks, 0);
    QVERIFY(!aside().isEmpty());
    QCOMPARE(readFile(m_store->path(aside().first())).size(), damaged.size());
    QVERIFY(m_store->mirror->noteFeed({{QStringLiteral("5"), 1}}, 1));
    QVERIFY(m_store->openMirror());
    QVERIFY(!m_store->mirror->wasRebuilt());
    QCOMPARE(m_store->mirror->counts()->tasks, 1);
}

void MirrorFilesTest::itIsLookedThroughWhereThereIsAReason()
{
    fill(300);
    const QByteArray whole = readFile(m_store->mirrorPath());
    const qint64 page = whole.size() / 2 / 4096 * 4096;
    // Closed well: it is large, and is not looked through.
    QVERIFY(spoil(m_store->mirrorPath(), page, 64));
    QVERIFY(m_store->openMirror());
    QVERIFY(!m_store->mirror->wasRebuilt());
    m_store->mirror.reset();
    // Broken off: a run that ended without closing leaves no word that it closed well.
    QVERIFY(writeFile(m_store->mirrorPath(), whole));
    ask(m_store->mirrorPath(), "DELETE FROM meta WHERE key='closed'");
    QVERIFY(spoil(m_store->mirrorPath(), page, 64));
    QVERIFY(m_store->openMirror());
    // That takes its time: it is for a thread that has it, and the list is there meanwhile.
    QVERIFY(!m_store->mirror->wasRebuilt());
    QVERIFY(m_store->mirror->wasBrokenOff());
    const auto check = store::checkFile(m_store->mirrorPath(), {});
    QVERIFY(!check);
    QCOMPARE(check.error().cause, ErrorCause::Damaged);
    const auto givenUp = store::checkFile(m_store->mirrorPath(), [] { return true; });
    QCOMPARE(givenUp.error().kind, ErrorKind::Cancelled);
    QVERIFY(m_store->mirror->rebuild());
    QVERIFY(m_store->mirror->wasRebuilt());
    QCOMPARE(m_store->mirror->counts()->tasks, 0);
    QVERIFY(!aside().isEmpty());
    QVERIFY(store::checkFile(m_store->mirrorPath(), {}));
    // While it is open, there is none.
    QCOMPARE(
        ask(m_store->mirrorPath(), "SELECT count(*) FROM meta WHERE key='closed'"),
        QStringList{QStringLiteral("0")});
    m_store->mirror.reset();
    QCOMPARE(
        ask(m_store->mirrorPath(), "SELECT count(*) FROM meta WHERE key='closed'"),
        QStringList{QStringLiteral("1")});
}

void MirrorFilesTest::whatCantBeMadeAnewIsAnError()
{
    fill(3);
    QVERIFY(m_store->openMirror());
    QVERIFY(QDir(m_store->folder()).removeRecursively());
    const auto rebuilt = m_store->mirror->rebuild();
    QVERIFY(!rebuilt);
    QCOMPARE(rebuilt.error().kind, ErrorKind::Storage);
    // The program goes on without the file until it is ended.
    QVERIFY(!m_store->mirror->counts());
    QVERIFY(!m_store->mirror->noteFeed({{QStringLiteral("5"), 1}}, 1));
    QVERIFY(!m_store->mirror->taskUsn());
    QVERIFY(QDir().mkpath(m_store->folder()));
    QVERIFY(m_store->mirror->rebuild());
    QCOMPARE(m_store->mirror->counts()->tasks, 0);
}

void MirrorFilesTest::damageMetByTheReader()
{
    fill(300);
    QVERIFY(m_store->openJournal());
    store::Reader reader(m_store->mirrorPath(), m_store->journalPath());
    const auto list = [&reader](TaskQuery::Sort sort) {
        TaskQuery query;
        query.sort = sort;
        const auto answer = reader.taskIds(query, -1);
        return answer.result();
    };
    QCOMPARE(list(TaskQuery::Sort::Plan)->rows.size(), 300);
    const QByteArray whole = readFile(m_store->mirrorPath());
    // Every page but the first: whatever is read next meets it.
    QVERIFY(spoil(m_store->mirrorPath(), 4096, whole.size() - 4096));
    const auto damaged = list(TaskQuery::Sort::Number);
    QVERIFY(!damaged);
    QCOMPARE(damaged.error().kind, ErrorKind::Storage);
    QCOMPARE(damaged.error().cause, ErrorCause::Damaged);
    // The next start takes it for what it is, though it was closed well, and the reader reads what stands
    // there then.
    QVERIFY(m_store->openMirror());
    QVERIFY(m_store->mirror->wasRebuilt());
    const auto empty = list(TaskQuery::Sort::Number);
    QVERIFY(empty);
    QCOMPARE(empty->rows.size(), 0);
    QVERIFY(!QFile::exists(m_store->path(QStringLiteral("mirror.db.suspect"))));
}

void MirrorFilesTest::earlierFormsAreBrought_data()
{
    QTest::addColumn<int>("form");
    QTest::addRow("the first") << 1;
    QTest::addRow("the second") << 2;
}

void MirrorFilesTest::earlierFormsAreBrought()
{
    QFETCH(int, form);
    Task task;
    task.number = QStringLiteral("77");
    task.contractor = Known<NamedRef>::fromService({QStringLiteral("5"), text(u"Ромашка")});
    task.draft = Known<bool>::fromService(false);
    {
        SQLite::Database file(
            m_store->mirrorPath().toStdString(), SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE);
        for (int step = 0; step < form; ++step)
            file.exec(store::mirrorSchema().at(step).sql.toStdString());
        SQLite::Statement put(file, "INSERT INTO task VALUES(?,?,5,?,?,?,0,'','','','',?,'',?,?)");
        const auto row = [&](int number, const char *id, int wanted, int gone, int loaded, TaskState state) {
            task.id = QString::fromLatin1(id);
            put.reset();
            put.bind(1, number);
            put.bind(2, id);
            put.bind(3, wanted);
            put.bind(4, gone);
            put.bind(5, loaded);
            put.bind(6, static_cast<int>(state));
            put.bind(7, store::compact(serial::toJson(task)).toStdString());
            put.bind(8, "{\"id\":1}");
            put.exec();
        };
        row(1, "1000", 0, 1, 1, TaskState::Gone);
        row(2, "1001", 1, 0, 1, TaskState::Sent);
        row(4, "1002", 1, 0, 0, TaskState::NotKnown);
        row(6, "1003", 0, 1, 0, TaskState::Gone);
        if (form >= 2)
            file.exec("UPDATE tally SET gone=2");
        file.exec("PRAGMA user_version=" + std::to_string(form));
    }
    QVERIFY(m_store->openMirror());
    QVERIFY(!m_store->mirror->wasRebuilt());
    QCOMPARE(m_store->mirror->counts().value(), (store::MirrorCounts{2, 2}));
    QVERIFY(m_store->mirror->mirrored(QStringLiteral("1000")).value()->gone);
    QCOMPARE(m_store->mirror->mirrored(QStringLiteral("1001")).value()->task.number, QStringLiteral("77"));
    QVERIFY(m_store->mirror->wantTask(QStringLiteral("7")));
    QCOMPARE(m_store->mirror->counts().value(), (store::MirrorCounts{3, 3}));
    QVERIFY(m_store->openJournal());
    // Nothing of the copy made before is left, and what was brought is found.
    QCOMPARE(m_store->files(QStringLiteral("mirror.db.before*")), QStringList());
    store::Reader reader(m_store->mirrorPath(), m_store->journalPath());
    TaskQuery query;
    query.text = QStringLiteral("ромаш");
    QCOMPARE(reader.taskIds(query, -1).result()->rows.size(), 2);
    QCOMPARE(reader.taskCard(2).result()->rawAnswer, QByteArray("{\"id\":1}"));
    // Gone before its details were ever read.
    const RowId gone = m_store->mirror->mirrored(QStringLiteral("1003")).value()->row;
    QCOMPARE(reader.taskRows({gone}).result()->constFirst().state, TaskState::Gone);
}

void MirrorFilesTest::aNewerMirrorIsRebuilt()
{
    fill(3);
    ask(m_store->mirrorPath(), "PRAGMA user_version=99");
    QVERIFY(m_store->openMirror());
    QVERIFY(m_store->mirror->wasRebuilt());
    QVERIFY(!aside().isEmpty());
    QCOMPARE(m_store->mirror->counts()->tasks, 0);
}

void MirrorFilesTest::theNthWriteFails_data()
{
    QTest::addColumn<FaultVfs::Kind>("kind");
    QTest::addColumn<bool>("once");
    QTest::addRow("full") << FaultVfs::Kind::Full << false;
    QTest::addRow("full once") << FaultVfs::Kind::Full << true;
    QTest::addRow("error") << FaultVfs::Kind::IoError << false;
    QTest::addRow("error once") << FaultVfs::Kind::IoError << true;
}

void MirrorFilesTest::theNthWriteFails()
{
    QFETCH(FaultVfs::Kind, kind);
    QFETCH(bool, once);
    FaultVfs disk;
    int failed = 0;
    for (int n = 1;; ++n) {
        m_store = std::make_unique<StoreFixture>();
        QVERIFY(m_store->openMirror());
        QVERIFY(m_store->mirror->noteFeed({{QStringLiteral("5"), 7}}, 7));
        disk.failAt(n, kind, once);
        // The tasks named and the usn up to which they were named: both, or neither.
        const auto noted = m_store->mirror->noteFeed({{QStringLiteral("6"), 8}, {QStringLiteral("7"), 9}}, 9);
        const bool struck = disk.hasStruck();
        disk.heal();
        if (!noted) {
            ++failed;
            QCOMPARE(noted.error().kind, ErrorKind::Storage);
        }
        for (int opening = 0; opening < 2; ++opening) {
            QCOMPARE(m_store->mirror->taskUsn().value(), noted ? 9 : 7);
            QCOMPARE(
                m_store->mirror->counts().value(),
                (noted ? store::MirrorCounts{3, 3} : store::MirrorCounts{1, 1}));
            QVERIFY(m_store->openMirror());
            QVERIFY(!m_store->mirror->wasRebuilt());
        }
        if (!struck)
            break;
    }
    QVERIFY(failed > 0);
    m_store.reset();
}

QTEST_GUILESS_MAIN(MirrorFilesTest)
#include "MirrorFilesTest.moc"
