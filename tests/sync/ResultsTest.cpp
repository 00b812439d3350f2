#include "ScriptedServer.h"
#include "core/Clock.h"
#include "store/Reader.h"
#include "sync/Engine.h"

#include <QTemporaryDir>
#include <QTest>

#include <memory>

using namespace naryad;
using test::ScriptedReply;
using namespace Qt::StringLiterals;

/// The dictionary of closing results: what answers tell is learned, what is used is offered again.
class ResultsTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void cleanup();
    void whatAnAnswerTellsIsLearned();
    void theUsersNameStays();
    void whatIsUsedIsOfferedForItsTemplate();

private:
    void start();
    QVector<NamedRef> results() const { return taken<QVector<NamedRef>>(m_reader->results({}, 10)); }
    template <class T> static T taken(QFuture<Result<T>> answer)
    {
        if (!QTest::qWaitFor([&answer] { return answer.isFinished(); }, 10000) || answer.resultCount() == 0)
            return {};
        return answer.result().value_or(T());
    }

    SystemClock m_clock;
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<test::ScriptedServer> m_server;
    std::unique_ptr<sync::Engine> m_engine;
    std::unique_ptr<store::Reader> m_reader;
};

void ResultsTest::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    m_server = std::make_unique<test::ScriptedServer>();
    m_server->otherwise(ScriptedReply::json("[]"));
    m_server->script(
        u"get-updates"_s, ScriptedReply::json(R"([{"usn":1,"taskId":"5","time":"2022-11-26 00:45:06"}])"), 1);
    m_server->script(
        u"get-task"_s, ScriptedReply::json(R"({"id":"5","draft":false,"template":{"id":7,"name":"Ремонт"},
            "resolution":{"id":74,"name":"Выполнено"}})"),
        -1);
}

void ResultsTest::cleanup()
{
    m_reader.reset();
    m_engine.reset();
    m_server.reset();
}

void ResultsTest::start()
{
    Account account;
    account.name = u"test"_s;
    account.base = m_server->url();
    account.zoneId = "Europe/Moscow";
    account.folder = m_folder->path();
    m_engine = std::make_unique<sync::Engine>(account, u"key"_s, m_clock, sync::EngineOptions());
    QVERIFY(m_engine->open());
    m_reader = std::make_unique<store::Reader>(m_engine->mirrorPath(), m_engine->journalPath());
}

void ResultsTest::whatAnAnswerTellsIsLearned()
{
    start();
    QTRY_COMPARE_WITH_TIMEOUT(results(), (QVector<NamedRef>{{u"74"_s, u"Выполнено"_s}}), 10000);
}

void ResultsTest::theUsersNameStays()
{
    start();
    QTRY_VERIFY_WITH_TIMEOUT(!results().isEmpty(), 10000);
    auto kept = m_engine->keepResult({u"74"_s, u"Готово"_s});
    QVERIFY(QTest::qWaitFor([&kept] { return kept.isFinished(); }));
    QVERIFY(kept.result());
    // Another run reads the task again.
    cleanup();
    m_server = std::make_unique<test::ScriptedServer>();
    m_server->otherwise(ScriptedReply::json("[]"));
    m_server->script(
        u"get-updates"_s, ScriptedReply::json(R"([{"usn":2,"taskId":"5","time":"2022-11-26 00:45:07"}])"), 1);
    m_server->script(
        u"get-task"_s,
        ScriptedReply::json(R"({"id":"5","draft":false,"template":7,"result":{"id":74,"name":"Выполнено"},
            "task_status":{"id":"9","name":"Закрыта","statusId":7}})"),
        -1);
    start();
    QTRY_VERIFY_WITH_TIMEOUT(
        m_engine->state().phase == SyncState::Phase::Online && m_server->count(u"get-task"_s) > 0
            && m_engine->state().detailsMissing == 0,
        10000);
    QCOMPARE(results(), (QVector<NamedRef>{{u"74"_s, u"Готово"_s}}));
}

void ResultsTest::whatIsUsedIsOfferedForItsTemplate()
{
    start();
    QTRY_VERIFY_WITH_TIMEOUT(!results().isEmpty(), 10000);
    CloseTask close;
    close.task = {u"5"_s, {}};
    close.result = {u"74"_s, u"Выполнено"_s};
    auto said = m_engine->submit(close);
    QVERIFY(QTest::qWaitFor([&said] { return said.isFinished(); }));
    QVERIFY(said.result());
    // On disk with the answer: the next window opens with it.
    const auto used = taken<QHash<QString, NamedRef>>(m_reader->resultsUsed());
    QCOMPARE(used.value(u"7"_s), close.result);
    QCOMPARE(used.value(QString()), close.result);
    // Of a task that exists only here its own create tells the template.
    TaskBody body;
    body.taskTemplate = {u"8"_s, u"Осмотр"_s};
    auto made = m_engine->submit(CreateTask{body});
    QVERIFY(QTest::qWaitFor([&made] { return made.isFinished(); }));
    const auto entries = taken<QVector<JournalEntry>>(m_reader->outbox(1));
    close.task = {{}, entries.constFirst().token};
    close.result = {u"75"_s, {}};
    auto local = m_engine->submit(close);
    QVERIFY(QTest::qWaitFor([&local] { return local.isFinished(); }));
    const auto both = taken<QHash<QString, NamedRef>>(m_reader->resultsUsed());
    QCOMPARE(both.value(u"8"_s).id, u"75"_s);
    QCOMPARE(both.value(u"7"_s).id, u"74"_s);
}

QTEST_GUILESS_MAIN(ResultsTest)
#include "ResultsTest.moc"
