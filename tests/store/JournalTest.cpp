#include "StoreFixture.h"

#include <QTest>

using namespace naryad;
using namespace naryad::test;

/// The journal at work: what was said, its states, and the small facts beside it.
class JournalTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void anIntentIsThereAfterReopening();
    void manyAtOnce();
    void whatNeverCameToBeIsNotRestored();
    void statesOfAnAttempt();
    void theFirstPreImageStays();
    void aFinalStateIsFinal();
    void aCommandThatIsNotThere();
    void sendingBecomesUnsureAtOpening();
    void openOnesOldestFirst();
    void numbersAreNeverUsedTwice();
    void metaAndResults();
    void whatAnswersTellOfResultsIsLearned();
    void aDroppedResultIsGone();

private:
    CommandId add(const Command &command = creation());
    JournalEntry entry(CommandId id) const { return m_store->journal->entry(id).value(); }

    std::unique_ptr<StoreFixture> m_store;
};

void JournalTest::init()
{
    m_store = std::make_unique<StoreFixture>();
    QVERIFY(m_store->openJournal());
}

CommandId JournalTest::add(const Command &command)
{
    const auto added = m_store->journal->append(command);
    return added ? added->id : 0;
}

void JournalTest::anIntentIsThereAfterReopening()
{
    TaskBody body = creation().body;
    body.number = text(u"А\"1\n2");
    body.details.append({QStringLiteral("5"), text(u"Сумма"), 2, FieldValue::number(QStringLiteral("0.10"))});
    const Command commands[]
        = {CreateTask{body}, UpdateTask{{QStringLiteral("9007199254740993"), {}}, body},
           commentOn({QStringLiteral("17"), {}}, text(u"a < b & c\n") + QChar(0) + text(u"ё")),
           CloseTask{{{}, QStringLiteral("token")}, {QStringLiteral("74"), text(u"Готово")}, {}, {}}};
    QVector<JournalEntry> said;
    for (const Command &command : commands) {
        const auto added
            = m_store->journal->append(command, said.isEmpty() ? CommandState::Held : CommandState::Waiting);
        QVERIFY(added);
        QVERIFY(added->id > 0);
        QCOMPARE(added->createdAt, m_store->clock.now());
        QCOMPARE(added->command, command);
        said.append(*added);
        m_store->clock.advance(std::chrono::milliseconds(1500));
    }
    QCOMPARE(said.first().state, CommandState::Held);
    QVERIFY(said.at(0).token != said.at(1).token);
    QVERIFY(m_store->openJournal());
    QVERIFY(!m_store->journal->wasDamaged());
    QCOMPARE(m_store->journal->all().value(), said);
    QCOMPARE(m_store->journal->all(said.at(1).id).value(), said.mid(2));
    QCOMPARE(entry(said.at(2).id), said.at(2));
}

void JournalTest::manyAtOnce()
{
    add();
    const QDateTime later = m_store->clock.now().addSecs(10);
    QVector<store::Intent> intents;
    for (int i = 0; i < 500; ++i) {
        const ObjectRef task{QString::number(i), {}};
        intents.append(
            {commentOn(task), i % 2 ? CommandState::Held : CommandState::Waiting,
             i % 2 ? later : QDateTime()});
    }
    const auto said = m_store->journal->appendAll(intents);
    QVERIFY(said);
    QCOMPARE(said->size(), 500);
    for (int i = 0; i < 500; ++i) {
        QCOMPARE(said->at(i).id, i + 2);
        QCOMPARE(said->at(i).command, intents.at(i).command);
        QCOMPARE(said->at(i).state, intents.at(i).state);
        QCOMPARE(said->at(i).notBefore, intents.at(i).notBefore);
    }
    QVERIFY(m_store->journal->appendAll({})->isEmpty());
    QVERIFY(m_store->openJournal());
    QCOMPARE(m_store->journal->all(1).value(), *said);
    // The text copy has them, too.
    m_store->journal.reset();
    QFile::remove(m_store->journalPath());
    QVERIFY(m_store->openJournal());
    QVERIFY(m_store->journal->wasDamaged());
    QCOMPARE(m_store->journal->all(1).value(), *said);
}

/// The power went between the lines of text and the commit: the numbers are given anew, and what the text
/// tells of the first ones, and of those above them, was never acknowledged.
void JournalTest::whatNeverCameToBeIsNotRestored()
{
    add();
    QVERIFY(m_store->journal->appendAll(QVector<store::Intent>(3, {commentOn({QStringLiteral("5"), {}})})));
    const QByteArray ghosts = readFile(m_store->textPath());
    m_store = std::make_unique<StoreFixture>();
    QVERIFY(m_store->openJournal());
    add();
    m_store->journal.reset();
    const QByteArray first = readFile(m_store->textPath());
    QVERIFY(writeFile(m_store->textPath(), first + ghosts.mid(ghosts.indexOf('\n') + 1)));
    QVERIFY(m_store->openJournal());
    const CommandId second = add();
    QCOMPARE(second, 2);
    const QVector<JournalEntry> known = m_store->journal->all().value();
    m_store->journal.reset();
    QFile::remove(m_store->journalPath());
    QVERIFY(m_store->openJournal());
    QVERIFY(m_store->journal->wasDamaged());
    QCOMPARE(m_store->journal->all().value(), known);
}

void JournalTest::statesOfAnAttempt()
{
    const CommandId id = add();
    const QByteArray body = "{\"a\":\"б\"}";
    m_store->clock.advance(std::chrono::seconds(5));
    QVERIFY(m_store->journal->beginAttempt(id, body, "{\"usn\":\"8\"}"));
    JournalEntry now = entry(id);
    QCOMPARE(now.state, CommandState::Sending);
    QCOMPARE(now.attempts, 1);
    QCOMPARE(now.body, body);
    QCOMPARE(now.preImage, QByteArray("{\"usn\":\"8\"}"));
    QCOMPARE(now.lastAttemptAt, m_store->clock.now());
    QVERIFY(!m_store->journal->beginAttempt(id, body, {})); // already on its way

    store::Outcome later = toState(CommandState::Waiting);
    later.notBefore = m_store->clock.now().addSecs(10);
    Error error;
    error.kind = ErrorKind::NotSent;
    error.cause = ErrorCause::NoSuchHost;
    error.words = text(u"нет сети");
    error.httpStatus = 503;
    error.retryAfter = std::chrono::seconds(7);
    later.error = error;
    QVERIFY(m_store->journal->settle(id, later));
    now = entry(id);
    QCOMPARE(now.state, CommandState::Waiting);
    QCOMPARE(now.notBefore, later.notBefore);
    QCOMPARE(now.error, later.error);
    QVERIFY(!now.settledAt.isValid());

    QVERIFY(m_store->journal->beginAttempt(id, body, {}));
    QVERIFY(!entry(id).notBefore.isValid());
    m_store->clock.advance(std::chrono::seconds(1));
    QVERIFY(m_store->journal->settle(id, sent(QStringLiteral("522075"))));
    QVERIFY(m_store->openJournal());
    now = entry(id);
    QCOMPARE(now.state, CommandState::Sent);
    QCOMPARE(now.attempts, 2);
    QCOMPARE(now.resultId, QStringLiteral("522075"));
    QCOMPARE(now.settledAt, m_store->clock.now());
    QVERIFY(!now.error);
    QCOMPARE(m_store->journal->open()->size(), 0);
}

void JournalTest::theFirstPreImageStays()
{
    const CommandId id = add();
    QVERIFY(m_store->journal->beginAttempt(id, "{}", "first"));
    QVERIFY(m_store->journal->settle(id, toState(CommandState::Unsure)));
    QVERIFY(m_store->journal->settle(id, toState(CommandState::Waiting)));
    QVERIFY(m_store->journal->beginAttempt(id, "{}", "second"));
    QCOMPARE(entry(id).preImage, QByteArray("first"));
}

void JournalTest::aFinalStateIsFinal()
{
    for (CommandState last : {CommandState::Sent, CommandState::Dropped}) {
        const CommandId id = add();
        QVERIFY(m_store->journal->settle(id, toState(last)));
        const JournalEntry before = entry(id);
        for (CommandState other : {CommandState::Waiting, CommandState::Unsure, CommandState::Sent})
            QVERIFY(!m_store->journal->settle(id, toState(other)));
        QVERIFY(!m_store->journal->beginAttempt(id, "{}", {}));
        QCOMPARE(entry(id), before);
    }
    for (CommandState state : {CommandState::Held, CommandState::Unsure, CommandState::Refused}) {
        const CommandId id = add();
        QVERIFY(m_store->journal->settle(id, toState(state)));
        QVERIFY2(!m_store->journal->beginAttempt(id, "{}", {}), qPrintable(toName(state)));
    }
}

void JournalTest::aCommandThatIsNotThere()
{
    QCOMPARE(m_store->journal->entry(99).error().kind, ErrorKind::BadInput);
    QVERIFY(!m_store->journal->settle(99, sent({})));
    QVERIFY(!m_store->journal->beginAttempt(99, "{}", {}));
    QCOMPARE(m_store->journal->all()->size(), 0);
}

void JournalTest::sendingBecomesUnsureAtOpening()
{
    const CommandId sending = add();
    const CommandId waiting = add();
    QVERIFY(m_store->journal->beginAttempt(sending, "{\"x\":1}", "before"));
    const JournalEntry before = entry(sending);
    QVERIFY(m_store->openJournal());
    const JournalEntry after = entry(sending);
    QCOMPARE(after.state, CommandState::Unsure);
    QVERIFY(after.error);
    QCOMPARE(after.error->kind, ErrorKind::Ambiguous);
    QVERIFY(!after.error->words.isEmpty());
    QCOMPARE(after.error->asked, QStringLiteral("create-task"));
    QCOMPARE(after.body, before.body);
    QCOMPARE(after.preImage, before.preImage);
    QCOMPARE(after.lastAttemptAt, before.lastAttemptAt);
    QCOMPARE(after.attempts, 1);
    QCOMPARE(entry(waiting).state, CommandState::Waiting);
    QVERIFY(m_store->openJournal());
    QCOMPARE(entry(sending), after);
}

void JournalTest::openOnesOldestFirst()
{
    QVector<CommandId> ids;
    for (int i = 0; i < 7; ++i)
        ids.append(add());
    QVERIFY(m_store->journal->settle(ids.at(1), toState(CommandState::Sent)));
    QVERIFY(m_store->journal->settle(ids.at(2), toState(CommandState::Unsure)));
    QVERIFY(m_store->journal->settle(ids.at(3), toState(CommandState::Refused)));
    QVERIFY(m_store->journal->settle(ids.at(4), toState(CommandState::Dropped)));
    QVERIFY(m_store->journal->settle(ids.at(5), toState(CommandState::Held)));
    QVERIFY(m_store->journal->beginAttempt(ids.at(6), "{}", {}));
    QVector<CommandId> open;
    const auto read = m_store->journal->open();
    QVERIFY(read);
    for (const JournalEntry &one : *read)
        open.append(one.id);
    QCOMPARE(open, QVector<CommandId>({ids.at(0), ids.at(2), ids.at(3), ids.at(5), ids.at(6)}));
    QCOMPARE(m_store->journal->all()->size(), 7);
}

void JournalTest::numbersAreNeverUsedTwice()
{
    QVector<CommandId> ids;
    for (int i = 0; i < 4; ++i) {
        ids.append(add());
        QVERIFY(m_store->journal->settle(ids.last(), toState(CommandState::Dropped)));
        QVERIFY(m_store->openJournal());
    }
    QCOMPARE(ids, QVector<CommandId>({1, 2, 3, 4}));
}

void JournalTest::metaAndResults()
{
    QCOMPARE(m_store->journal->meta(QStringLiteral("session")).value(), QString());
    QVERIFY(m_store->journal->setMeta(QStringLiteral("session"), QStringLiteral("a")));
    QVERIFY(m_store->journal->setMeta(QStringLiteral("session"), text(u"открыто: «ё»")));
    QVERIFY(m_store->journal->setMeta(QStringLiteral("other"), QStringLiteral("b")));
    QVERIFY(m_store->journal->keepResult({QStringLiteral("75"), text(u"Отказ")}));
    QVERIFY(m_store->journal->keepResult({QStringLiteral("74"), text(u"Выполнено")}));
    QVERIFY(m_store->journal->keepResult({QStringLiteral("75"), text(u"Отменено клиентом")}));
    QVERIFY(m_store->openJournal());
    QCOMPARE(m_store->journal->meta(QStringLiteral("session")).value(), text(u"открыто: «ё»"));
    QCOMPARE(m_store->journal->meta(QStringLiteral("other")).value(), QStringLiteral("b"));
    const QVector<NamedRef> expected{
        {QStringLiteral("74"), text(u"Выполнено")}, {QStringLiteral("75"), text(u"Отменено клиентом")}};
    QCOMPARE(m_store->journal->results().value(), expected);
}

/// What the user called a result stays, and one that was met only by its number gets its name.
void JournalTest::whatAnswersTellOfResultsIsLearned()
{
    store::Journal &journal = *m_store->journal;
    QVERIFY(journal.keepResult({QStringLiteral("74"), text(u"Готово")}));
    QVERIFY(journal.keepResult({QStringLiteral("75"), {}}));
    QVERIFY(journal.learnResult({QStringLiteral("74"), text(u"Выполнено")}));
    QVERIFY(journal.learnResult({QStringLiteral("75"), text(u"Отказ")}));
    QVERIFY(journal.learnResult({QStringLiteral("76"), text(u"Перенос")}));
    QVERIFY(journal.learnResult({QStringLiteral("76"), {}}));
    QVERIFY(journal.learnResult({}));
    QVERIFY(m_store->openJournal());
    const QVector<NamedRef> expected{
        {QStringLiteral("74"), text(u"Готово")},
        {QStringLiteral("75"), text(u"Отказ")},
        {QStringLiteral("76"), text(u"Перенос")}};
    QCOMPARE(m_store->journal->results().value(), expected);
}

/// Out of the dictionary, out of what is offered; and it can be kept or learned again.
void JournalTest::aDroppedResultIsGone()
{
    store::Journal &journal = *m_store->journal;
    QVERIFY(journal.keepResult({QStringLiteral("74"), text(u"Готово")}));
    QVERIFY(journal.keepResult({QStringLiteral("75"), text(u"Отказ")}));
    QVERIFY(journal.noteResultUsed(QStringLiteral("7"), QStringLiteral("74")));
    QVERIFY(journal.setMeta(QStringLiteral("other"), QStringLiteral("74")));
    QVERIFY(journal.dropResult(QStringLiteral("74")));
    QVERIFY(journal.dropResult(QStringLiteral("99"))); // none there
    QCOMPARE(journal.results().value(), (QVector<NamedRef>{{QStringLiteral("75"), text(u"Отказ")}}));
    QCOMPARE(journal.meta(QStringLiteral("result used/7")).value(), QString());
    QCOMPARE(journal.meta(QStringLiteral("other")).value(), QStringLiteral("74"));
    QVERIFY(journal.keepResult({QStringLiteral("74"), text(u"Снова")}));
    QCOMPARE(journal.results()->size(), 2);
}

QTEST_GUILESS_MAIN(JournalTest)
#include "JournalTest.moc"
