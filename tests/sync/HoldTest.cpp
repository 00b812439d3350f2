#include "CommandCalls.h"
#include "FaultProxy.h"
#include "Futures.h"
#include "ManualClock.h"
#include "sandbox/Sandbox.h"
#include "store/Reader.h"
#include "sync/Engine.h"

#include <QTemporaryDir>
#include <QTest>

using namespace naryad;
using namespace naryad::test;
using namespace std::chrono_literals;
using sync::Engine;

/// What can't be taken back on the service waits a moment, and can be taken back till then.
class HoldTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void init();
    void cleanup();
    void goesWhenItsTimeHasCome();
    void savesGoAtOnce();
    void manySaidTogether();
    void recalledInTime();
    void theLastIsRecalledFirst();
    void tooLateToRecall();
    void aNewerDraftIsNotWrittenOver();
    void syncOnceSkipsTheHold();
    void quittingCutsTheHold();
    void quittingWithoutALineTellsWhatIsLeft();
    void aKilledProgramHoldsNothingForEver();
    void noHoldAtAll();

private:
    void start(std::chrono::seconds hold = 10s);
    AddComment comment(const char *text) const
    {
        return {{m_world.sentTask, {}}, QString::fromLatin1(text), QStringLiteral("sent")};
    }
    CommandId submit(const Command &command, const QString &draft = {})
    {
        return settled(m_engine->submit(command, draft)).value_or(0);
    }
    QVector<Draft> drafts() const { return settled(m_reader->drafts()).value(); }
    JournalEntry entry(CommandId id) const;
    int posts() const { return m_proxy->count(QStringLiteral("create-comment")); }

    QTemporaryDir m_root;
    std::unique_ptr<ManualClock> m_clock;
    std::unique_ptr<sandbox::Sandbox> m_sandbox;
    World m_world;
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<FaultProxy> m_proxy;
    std::unique_ptr<Engine> m_engine;
    std::unique_ptr<store::Reader> m_reader;
};

void HoldTest::initTestCase()
{
    sandbox::Options options;
    options.tasks = 12;
    options.contractors = 3;
    options.equipment = 3;
    m_sandbox = std::make_unique<sandbox::Sandbox>(options);
    QVERIFY(m_sandbox->start());
    const auto world = makeWorld(Services({m_sandbox->address(), m_sandbox->key()}));
    QVERIFY(world);
    m_world = *world;
}

void HoldTest::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    m_clock = std::make_unique<ManualClock>(QDateTime::currentDateTimeUtc());
    m_proxy = std::make_unique<FaultProxy>(m_sandbox->address());
    start();
}

void HoldTest::cleanup()
{
    m_reader.reset();
    m_engine.reset();
    m_proxy.reset();
}

void HoldTest::start(std::chrono::seconds hold)
{
    Account account;
    account.base = m_proxy->url();
    account.zoneId = "Europe/Moscow";
    account.folder = m_folder->path();
    sync::EngineOptions options;
    options.hold = hold;
    m_engine.reset();
    m_engine = std::make_unique<Engine>(account, m_sandbox->key(), *m_clock, options);
    QVERIFY(m_engine->open());
    m_reader = std::make_unique<store::Reader>(m_engine->mirrorPath(), m_engine->journalPath());
}

JournalEntry HoldTest::entry(CommandId id) const
{
    const auto entries = settled(m_reader->outbox(30));
    for (const JournalEntry &one : entries.value()) {
        if (one.id == id)
            return one;
    }
    return {};
}

void HoldTest::goesWhenItsTimeHasCome()
{
    const CommandId id = submit(comment("a"));
    QCOMPARE(entry(id).state, CommandState::Held);
    QCOMPARE(entry(id).notBefore, entry(id).createdAt.addSecs(10));
    m_clock->advance(9s);
    // Whatever else happens, it stays.
    m_engine->refresh();
    QVERIFY(submit(CreateTask{{}}) != 0);
    QTRY_VERIFY(m_proxy->count(QStringLiteral("create-task")) == 1);
    QCOMPARE(posts(), 0);
    QCOMPARE(entry(id).state, CommandState::Held);
    m_clock->advance(2s);
    QTRY_COMPARE(entry(id).state, CommandState::Sent);
    QCOMPARE(posts(), 1);
}

void HoldTest::savesGoAtOnce()
{
    const CommandId id = submit(sampleCommand(m_world, QStringLiteral("create-task")));
    QTRY_COMPARE(entry(id).state, CommandState::Sent);
    const CommandId gone = submit(sampleCommand(m_world, QStringLiteral("delete-template")));
    QCOMPARE(entry(gone).state, CommandState::Held);
    QVERIFY(settled(m_engine->recall(gone)));
}

void HoldTest::manySaidTogether()
{
    const auto ids = settled(m_engine->submitAll({comment("a"), comment("b"), comment("c")}));
    QVERIFY(ids);
    QCOMPARE(ids->size(), 3);
    for (const CommandId id : *ids)
        QCOMPARE(entry(id).state, CommandState::Held);
    QVERIFY(settled(m_engine->recall(ids->at(1))));
    QVERIFY(settled(m_engine->submitAll({}))->isEmpty());
    m_clock->advance(11s);
    QTRY_COMPARE(entry(ids->at(2)).state, CommandState::Sent);
    QCOMPARE(entry(ids->at(0)).state, CommandState::Sent);
    QCOMPARE(entry(ids->at(1)).state, CommandState::Dropped);
    QCOMPARE(posts(), 2);
}

void HoldTest::recalledInTime()
{
    Draft draft;
    draft.key = QStringLiteral("comment 1");
    draft.kind = Draft::Kind::Comment;
    draft.task = {m_world.sentTask, {}};
    draft.form = {{QStringLiteral("text"), QStringLiteral("a")}};
    QVERIFY(settled(m_engine->keepDraft(draft)));
    const CommandId id = submit(comment("a"), draft.key);
    QVERIFY(drafts().isEmpty());
    QVERIFY(settled(m_engine->recall(id)));
    QCOMPARE(entry(id).state, CommandState::Dropped);
    QCOMPARE(drafts().size(), 1);
    QCOMPARE(drafts().first().key, draft.key);
    QCOMPARE(drafts().first().form, draft.form);
    QCOMPARE(drafts().first().task, draft.task);
    m_clock->advance(60s);
    QVERIFY(settled(m_engine->syncOnce()));
    QCOMPARE(posts(), 0);
    QVERIFY(!settled(m_engine->recall(id)));
}

void HoldTest::theLastIsRecalledFirst()
{
    const CommandId first = submit(comment("a"));
    m_clock->advance(1s);
    const CommandId second = submit(comment("b"));
    QCOMPARE(settled(m_engine->recallLast()).value(), second);
    QCOMPARE(settled(m_engine->recallLast()).value(), first);
    QVERIFY(!settled(m_engine->recallLast()));
}

void HoldTest::tooLateToRecall()
{
    const CommandId id = submit(comment("a"));
    m_clock->advance(11s);
    QTRY_COMPARE(entry(id).state, CommandState::Sent);
    const auto recalled = settled(m_engine->recall(id));
    QVERIFY(!recalled);
    QCOMPARE(recalled.error().kind, ErrorKind::BadInput);
}

void HoldTest::aNewerDraftIsNotWrittenOver()
{
    Draft draft;
    draft.key = QStringLiteral("comment 1");
    draft.kind = Draft::Kind::Comment;
    draft.form = {{QStringLiteral("text"), QStringLiteral("first")}};
    QVERIFY(settled(m_engine->keepDraft(draft)));
    const CommandId id = submit(comment("first"), draft.key);
    draft.form = {{QStringLiteral("text"), QStringLiteral("second")}};
    QVERIFY(settled(m_engine->keepDraft(draft)));
    QVERIFY(settled(m_engine->recall(id)));
    QStringList texts;
    const QVector<Draft> kept = drafts();
    for (const Draft &one : kept)
        texts.append(one.form.value(QStringLiteral("text")).toString());
    texts.sort();
    QCOMPARE(texts, (QStringList{QStringLiteral("first"), QStringLiteral("second")}));
}

void HoldTest::syncOnceSkipsTheHold()
{
    const CommandId id = submit(comment("a"));
    const auto state = settled(m_engine->syncOnce());
    QVERIFY(state);
    QCOMPARE(state->sent, 1);
    QCOMPARE(state->waiting, 0);
    QCOMPARE(entry(id).state, CommandState::Sent);
}

void HoldTest::quittingCutsTheHold()
{
    submit(comment("a"));
    submit(comment("b"));
    const auto state = settled(m_engine->sendBeforeQuitting());
    QVERIFY(state);
    QCOMPARE(state->waiting, 0);
    QCOMPARE(posts(), 2);
}

void HoldTest::quittingWithoutALineTellsWhatIsLeft()
{
    m_proxy->setLineDown(true);
    const CommandId id = submit(comment("a"));
    const auto state = settled(m_engine->sendBeforeQuitting());
    QVERIFY(state);
    QCOMPARE(state->waiting, 1);
    m_proxy->setLineDown(false);
    start();
    QTRY_COMPARE(entry(id).state, CommandState::Sent);
    QCOMPARE(posts(), 1);
}

void HoldTest::aKilledProgramHoldsNothingForEver()
{
    const CommandId id = submit(comment("a"));
    start();
    QCOMPARE(entry(id).state, CommandState::Held);
    m_clock->advance(11s);
    QTRY_COMPARE(entry(id).state, CommandState::Sent);
}

void HoldTest::noHoldAtAll()
{
    m_engine->setHold(0s);
    const CommandId id = submit(comment("a"));
    QTRY_COMPARE(entry(id).state, CommandState::Sent);
    m_engine->setHold(1000s); // two minutes at most
    QCOMPARE(entry(submit(comment("b"))).notBefore, m_clock->now().addSecs(120));
}

QTEST_GUILESS_MAIN(HoldTest)
#include "HoldTest.moc"
