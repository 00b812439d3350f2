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
using namespace std::chrono_literals;

/// The dictionary of closing results: what answers tell is learned, what is used is offered again.
class ResultsTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void cleanup();
    void whatAnAnswerTellsIsLearned();
    void theUsersNameStays();
    void whatTheServiceTookIsOfferedForItsTemplate();
    void whatItRefusesIsNot();

private:
    void start();
    using Used = QHash<QString, NamedRef>;
    CommandId say(const Command &command)
    {
        auto said = m_engine->submit(command);
        return QTest::qWaitFor([&said] { return said.isFinished(); }) && said.result() ? *said.result() : 0;
    }
    CommandState stateOf(CommandId id) const
    {
        const auto entries = taken<QVector<JournalEntry>>(m_reader->commands({id}));
        return entries.isEmpty() ? CommandState::Waiting : entries.constFirst().state;
    }
    Used used() const { return taken<Used>(m_reader->resultsUsed()); }
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

void ResultsTest::whatTheServiceTookIsOfferedForItsTemplate()
{
    m_server->script(u"close-task"_s, ScriptedReply::json(R"({"id":"5"})"), 1);
    start();
    QTRY_VERIFY_WITH_TIMEOUT(!results().isEmpty(), 10000);
    CloseTask close;
    close.task = {u"5"_s, {}};
    close.result = {u"74"_s, u"Выполнено"_s};
    const CommandId id = say(close);
    QVERIFY(id != 0);
    // While it is held it may still be taken back, and until the service has answered be refused.
    QCOMPARE(stateOf(id), CommandState::Held);
    QCOMPARE(used(), Used());
    auto sent = m_engine->syncOnce();
    QVERIFY(QTest::qWaitFor([&sent] { return sent.isFinished(); }, 10000));
    QCOMPARE(stateOf(id), CommandState::Sent);
    QCOMPARE(used().value(u"7"_s), close.result);
    QCOMPARE(used().value(QString()), close.result);
}

void ResultsTest::whatItRefusesIsNot()
{
    m_server->script(
        u"close-task"_s, ScriptedReply::json(R"({"code":1,"description":"Unknown result status"})", 400), -1);
    start();
    QTRY_VERIFY_WITH_TIMEOUT(!results().isEmpty(), 10000);
    m_engine->setHold(0s);
    CloseTask close;
    close.task = {u"5"_s, {}};
    close.result = {u"999"_s, {}};
    const CommandId id = say(close);
    QVERIFY(id != 0);
    QTRY_COMPARE_WITH_TIMEOUT(stateOf(id), CommandState::Refused, 10000);
    QCOMPARE(used(), Used());
}

QTEST_GUILESS_MAIN(ResultsTest)
#include "ResultsTest.moc"
