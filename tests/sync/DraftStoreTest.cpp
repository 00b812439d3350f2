#include "ManualClock.h"
#include "store/Journal.h"
#include "store/Mirror.h"
#include "store/Reader.h"
#include "sync/Engine.h"

#include <SQLiteCpp/SQLiteCpp.h>

#include <QDir>
#include <QTemporaryDir>
#include <QTest>

using namespace naryad;
using namespace Qt::StringLiterals;

/// Drafts in the journal: over a restart, from an older file, and gone in the same step as what they became.
class DraftStoreTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void cleanup();
    void aDraftOutlivesTheProgram();
    void itGoesInTheSameStepAsTheCommand();
    void whatCouldNotBeSaidIsStillThere();
    void anOlderJournalTakesDrafts();
    void theTaskIsFoundByWhatItIsCalledNow();
    void draftsOfALaterVersionStay();
    void aResultsNameIsNotOverwrittenByNone();
    void theEngineWritesThemBeforeItEnds();

private:
    static Draft comment(const ObjectRef &task);
    QVector<Draft> drafts() const;
    QString path(const QString &name) const { return m_folder->filePath(name); }
    void openJournal();

    test::ManualClock m_clock;
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<store::Mirror> m_mirror;
    std::unique_ptr<store::Journal> m_journal;
};

void DraftStoreTest::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    auto mirror = store::Mirror::open(path(u"mirror.db"_s));
    QVERIFY(mirror);
    m_mirror = std::move(*mirror);
    openJournal();
}

void DraftStoreTest::cleanup()
{
    m_journal.reset();
    m_mirror.reset();
    m_folder.reset();
}

void DraftStoreTest::openJournal()
{
    m_journal.reset();
    auto journal = store::Journal::open(path(u"journal.db"_s), m_clock);
    QVERIFY(journal);
    m_journal = std::move(*journal);
}

Draft DraftStoreTest::comment(const ObjectRef &task)
{
    Draft draft;
    draft.key = u"comment:"_s + task.key();
    draft.kind = Draft::Kind::Comment;
    draft.task = task;
    draft.replaces = 3;
    draft.form = {{u"text"_s, u"звонок \"в обед\"\n"_s}};
    return draft;
}

QVector<Draft> DraftStoreTest::drafts() const
{
    const store::Reader reader(path(u"mirror.db"_s), path(u"journal.db"_s));
    const auto answer = reader.drafts();
    if (!QTest::qWaitFor([&answer] { return answer.isFinished(); }) || !answer.result())
        return {};
    return *answer.result();
}

void DraftStoreTest::aDraftOutlivesTheProgram()
{
    Draft draft = comment({u"101"_s, {}});
    QVERIFY(m_journal->keepDraft(draft));
    m_clock.advance(std::chrono::seconds(5));
    draft.form = {{u"text"_s, u"звонок"_s}};
    QVERIFY(m_journal->keepDraft(draft)); // over the first
    Draft newTask;
    newTask.key = u"new task"_s;
    newTask.form = {{u"address"_s, u"Ленина 5"_s}};
    m_clock.advance(std::chrono::seconds(5));
    QVERIFY(m_journal->keepDraft(newTask));
    openJournal();
    draft.changed = QDateTime({2026, 11, 24}, {9, 0, 5}, Qt::UTC);
    newTask.changed = QDateTime({2026, 11, 24}, {9, 0, 10}, Qt::UTC);
    QCOMPARE(drafts(), (QVector<Draft>{newTask, draft}));
    QVERIFY(m_journal->dropDraft(draft.key));
    QCOMPARE(drafts(), QVector<Draft>{newTask});
    QVERIFY(m_journal->dropDraft(u"nothing"_s));
}

void DraftStoreTest::itGoesInTheSameStepAsTheCommand()
{
    const Draft draft = comment({u"101"_s, {}});
    QVERIFY(m_journal->keepDraft(draft));
    QVERIFY(m_journal->keepDraft(comment({u"102"_s, {}})));
    QVERIFY(
        m_journal->append(AddComment{{u"101"_s, {}}, u"звонок"_s, u"1"_s}, CommandState::Waiting, draft.key));
    QCOMPARE(drafts().size(), 1);
    QCOMPARE(drafts().constFirst().task.id, u"102"_s);
    QCOMPARE(m_journal->open()->size(), 1);
}

void DraftStoreTest::whatCouldNotBeSaidIsStillThere()
{
    const Draft draft = comment({u"101"_s, {}});
    QVERIFY(m_journal->keepDraft(draft));
    // The command's second copy can't be written, so the command isn't, and the draft is what is left of it.
    QFile::remove(path(u"journal.txt"_s));
    QVERIFY(QDir().mkdir(path(u"journal.txt"_s)));
    QVERIFY(!m_journal->append(
        AddComment{{u"101"_s, {}}, u"звонок"_s, u"1"_s}, CommandState::Waiting, draft.key));
    QCOMPARE(drafts().size(), 1);
    QVERIFY(m_journal->open()->isEmpty());
}

void DraftStoreTest::anOlderJournalTakesDrafts()
{
    const auto said = m_journal->append(AddComment{{u"101"_s, {}}, u"звонок"_s, u"1"_s});
    QVERIFY(said);
    m_journal.reset();
    {
        SQLite::Database older(path(u"journal.db"_s).toStdString(), SQLite::OPEN_READWRITE);
        older.exec("DROP TABLE draft");
        older.exec("DROP TABLE held_draft");
        older.exec("DROP TABLE dictionary");
        older.exec("DROP INDEX command_equipment");
        older.exec("PRAGMA user_version=2");
    }
    openJournal();
    QVERIFY(QFile::exists(path(u"journal-before-migration-2.db"_s)));
    QVERIFY(m_journal->keepDraft(comment({u"101"_s, {}})));
    QCOMPARE(drafts().size(), 1);
    QCOMPARE(m_journal->open()->constFirst(), *said);
}

void DraftStoreTest::theTaskIsFoundByWhatItIsCalledNow()
{
    TaskBody body;
    body.taskTemplate = {u"7"_s, u"Монтаж"_s};
    const auto create = m_journal->append(CreateTask{body});
    QVERIFY(create);
    QVERIFY(m_journal->keepDraft(comment({{}, create->token})));
    QCOMPARE(drafts().constFirst().row, -create->id);
    QCOMPARE(drafts().constFirst().task, (ObjectRef{{}, create->token}));
    QVERIFY(m_journal->beginAttempt(create->id, "{}", {}));
    store::Outcome sent;
    sent.state = CommandState::Sent;
    sent.resultId = u"522075"_s;
    QVERIFY(m_journal->settle(create->id, sent));
    QVERIFY(m_mirror->wantTask(u"522075"_s));
    const auto row = m_mirror->mirrored(u"522075"_s);
    QVERIFY(row && *row);
    QCOMPARE(drafts().constFirst().row, (*row)->row);
    QCOMPARE(drafts().constFirst().task, (ObjectRef{u"522075"_s, {}}));
}

void DraftStoreTest::draftsOfALaterVersionStay()
{
    QVERIFY(m_journal->keepDraft(comment({u"101"_s, {}})));
    {
        SQLite::Database later(path(u"journal.db"_s).toStdString(), SQLite::OPEN_READWRITE);
        later.exec("INSERT INTO draft VALUES('call','a call','{}','2030-01-01T00:00:00.000Z')");
    }
    openJournal();
    QCOMPARE(drafts().size(), 1);
    const SQLite::Database kept(path(u"journal.db"_s).toStdString(), SQLite::OPEN_READONLY);
    SQLite::Statement count(kept, "SELECT count(*) FROM draft");
    QVERIFY(count.executeStep());
    QCOMPARE(count.getColumn(0).getInt(), 2);
}

void DraftStoreTest::aResultsNameIsNotOverwrittenByNone()
{
    QVERIFY(m_journal->keepResult({u"74"_s, u"Выполнено"_s}));
    QVERIFY(m_journal->keepResult({u"74"_s, {}}));
    QVERIFY(m_journal->keepResult({u"75"_s, {}}));
    QCOMPARE(*m_journal->results(), (QVector<NamedRef>{{u"75"_s, {}}, {u"74"_s, u"Выполнено"_s}}));
    QVERIFY(m_journal->keepResult({u"74"_s, u"Готово"_s}));
    QCOMPARE(m_journal->results()->constLast().name, u"Готово"_s);
}

void DraftStoreTest::theEngineWritesThemBeforeItEnds()
{
    m_journal.reset();
    m_mirror.reset();
    Account account;
    account.base = QUrl(u"https://127.0.0.1:1"_s);
    account.folder = m_folder->path();
    sync::EngineOptions options;
    options.autoStart = false;
    Draft newTask;
    newTask.key = u"new task"_s;
    newTask.form = {{u"address"_s, u"Ленина 5"_s}};
    {
        sync::Engine engine(account, u"key"_s, m_clock, options);
        QVERIFY(engine.open());
        engine.keepDraft(newTask);
        engine.keepDraft(comment({u"101"_s, {}}));
        engine.keepViews(u"{\"views\": []}"_s);
        engine.submit(AddComment{{u"101"_s, {}}, u"звонок"_s, u"1"_s}, comment({u"101"_s, {}}).key);
        // Nobody waits for the answers: the window has gone.
    }
    QCOMPARE(drafts().size(), 1);
    QCOMPARE(drafts().constFirst().key, newTask.key);
    QCOMPARE(
        *store::Reader(path(u"mirror.db"_s), path(u"journal.db"_s)).views().result(), u"{\"views\": []}"_s);
    openJournal();
    QCOMPARE(m_journal->open()->size(), 1);
}

QTEST_GUILESS_MAIN(DraftStoreTest)
#include "DraftStoreTest.moc"
