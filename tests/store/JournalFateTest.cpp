#include "JournalText.h"
#include "StoreFixture.h"

#include <QTest>

using namespace naryad;
using namespace naryad::test;

/// What is held, looked for, decided and numbered: all of it is on disk, and told by the text copy, too.
class JournalFateTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void aHeldCommandsDraftIsPutBy();
    void aReleasedOnesDraftIsGone();
    void recallOfWhatHasGone();
    void allThatIsKnownOfADoubtIsKept();
    void theTextCopyTellsItToo();
    void anInterruptedAttemptIsADoubt();
    void whatMayHaveArrivedKeepsItsPreImage();
    void aDecisionMayChangeTheCommand();
    void taskNumbersAreCounted();

private:
    Draft draft() const
    {
        Draft draft;
        draft.key = QStringLiteral("comment 5");
        draft.kind = Draft::Kind::Comment;
        draft.task = {QStringLiteral("5"), {}};
        draft.form = {{QStringLiteral("text"), QStringLiteral("typed")}};
        return draft;
    }
    QStringList column(const char *sql) const
    {
        SQLite::Database file(m_store->journalPath().toStdString(), SQLite::OPEN_READONLY);
        SQLite::Statement find(file, sql);
        QStringList values;
        while (find.executeStep())
            values.append(QString::fromStdString(find.getColumn(0).getString()));
        return values;
    }
    static store::Outcome doubt()
    {
        store::Outcome outcome;
        outcome.state = CommandState::Unsure;
        outcome.looks = 2;
        outcome.needsUser = true;
        outcome.warning = text(u"осторожно");
        outcome.notBefore = QDateTime({2026, 11, 24}, {10, 0}, Qt::UTC);
        FoundObject found{QStringLiteral("9"), QStringLiteral("N9")};
        found.owner = Known<NamedRef>::fromService({QStringLiteral("12"), text(u"Ромашка")});
        found.start = Known<QDateTime>::fromService(QDateTime({2026, 11, 24}, {12, 0}, Qt::UTC));
        found.taskTemplate = {QStringLiteral("7"), text(u"Монтаж")};
        found.worker = Known<NamedRef>::fromService({QStringLiteral("3"), text(u"Иванов")});
        found.createdAt = Known<QDateTime>::fromService(QDateTime({2026, 11, 24}, {8, 0}, Qt::UTC));
        outcome.found = {found};
        outcome.conflicts
            = {{QStringLiteral("start"), {}, QJsonValue::Undefined, QStringLiteral("a"), QJsonValue()}};
        outcome.consent = Consent{
            QDateTime({2026, 11, 24}, {9, 30}, Qt::UTC), Decision::SendAgain, {}, outcome.conflicts};
        return outcome;
    }

    std::unique_ptr<StoreFixture> m_store;
};

void JournalFateTest::init()
{
    m_store = std::make_unique<StoreFixture>();
    QVERIFY(m_store->openJournal());
}

void JournalFateTest::aHeldCommandsDraftIsPutBy()
{
    QVERIFY(m_store->journal->keepDraft(draft()));
    const auto entry = m_store->journal->append(
        commentOn({QStringLiteral("5"), {}}), CommandState::Held, draft().key,
        m_store->clock.now().addSecs(10));
    QVERIFY(entry);
    QCOMPARE(column("SELECT key FROM draft"), QStringList());
    // Also over a restart.
    QVERIFY(m_store->openJournal());
    QCOMPARE(m_store->journal->entry(entry->id)->state, CommandState::Held);
    QVERIFY(m_store->journal->recall(entry->id));
    QCOMPARE(m_store->journal->entry(entry->id)->state, CommandState::Dropped);
    QVERIFY(m_store->journal->entry(entry->id)->settledAt.isValid());
    QCOMPARE(column("SELECT key FROM draft"), QStringList{draft().key});
    QVERIFY(column("SELECT body FROM draft").first().contains(QStringLiteral("typed")));
    QCOMPARE(column("SELECT key FROM held_draft"), QStringList());
}

void JournalFateTest::aReleasedOnesDraftIsGone()
{
    QVERIFY(m_store->journal->keepDraft(draft()));
    const auto entry
        = m_store->journal->append(commentOn({QStringLiteral("5"), {}}), CommandState::Held, draft().key);
    QVERIFY(m_store->journal->settle(entry->id, toState(CommandState::Waiting)));
    QCOMPARE(column("SELECT key FROM held_draft"), QStringList());
    QCOMPARE(column("SELECT key FROM draft"), QStringList());
    // One that is not held takes its draft along at once.
    QVERIFY(m_store->journal->keepDraft(draft()));
    QVERIFY(
        m_store->journal->append(commentOn({QStringLiteral("5"), {}}), CommandState::Waiting, draft().key));
    QCOMPARE(column("SELECT key FROM held_draft UNION SELECT key FROM draft"), QStringList());
}

void JournalFateTest::recallOfWhatHasGone()
{
    const auto entry = m_store->journal->append(commentOn({QStringLiteral("5"), {}}));
    QVERIFY(!m_store->journal->recall(entry->id));
    QVERIFY(m_store->journal->beginAttempt(entry->id, "{}", {}));
    QVERIFY(!m_store->journal->recall(entry->id));
    QVERIFY(!m_store->journal->recall(99));
}

void JournalFateTest::allThatIsKnownOfADoubtIsKept()
{
    const auto entry = m_store->journal->append(creation());
    QVERIFY(m_store->journal->beginAttempt(entry->id, "{}", "{}"));
    m_store->clock.advance(std::chrono::seconds(3));
    QVERIFY(m_store->journal->settle(entry->id, doubt()));
    QVERIFY(m_store->openJournal());
    const JournalEntry kept = m_store->journal->entry(entry->id).value();
    QCOMPARE(kept.doubts, 1);
    QCOMPARE(kept.looks, 2);
    QVERIFY(kept.needsUser && waitsForUser(kept));
    QCOMPARE(kept.warning, doubt().warning);
    QCOMPARE(kept.found, doubt().found);
    QCOMPARE(kept.conflicts, doubt().conflicts);
    QCOMPARE(kept.consents, QVector<Consent>{*doubt().consent});
    QCOMPARE(kept.notBefore, doubt().notBefore);
    QCOMPARE(kept.attemptEndedAt, kept.lastAttemptAt.addSecs(3));
    // A new attempt begins without what was found after the old one, but not without what was decided.
    QVERIFY(m_store->journal->settle(entry->id, toState(CommandState::Waiting)));
    const QVector<FieldConflict> merged{
        {QStringLiteral("end"), {}, QStringLiteral("a"), QJsonValue::Undefined, QStringLiteral("b")}};
    QVERIFY(m_store->journal->beginAttempt(entry->id, "{}", "{}", merged));
    const JournalEntry again = m_store->journal->entry(entry->id).value();
    QCOMPARE(again.merged, merged);
    QCOMPARE(again.looks, 0);
    QVERIFY(again.found.isEmpty() && !again.needsUser && !again.attemptEndedAt.isValid());
    QCOMPARE(again.doubts, 1);
    QCOMPARE(again.consents.size(), 1);
}

void JournalFateTest::theTextCopyTellsItToo()
{
    const auto entry = m_store->journal->append(creation());
    QVERIFY(m_store->journal->beginAttempt(entry->id, "{}", "{}"));
    QVERIFY(m_store->journal->settle(entry->id, doubt()));
    const auto told = store::JournalText::read(m_store->textPath());
    QVERIFY(told.whole);
    QCOMPARE(told.entries, QVector<JournalEntry>{m_store->journal->entry(entry->id).value()});
}

void JournalFateTest::anInterruptedAttemptIsADoubt()
{
    const auto entry = m_store->journal->append(creation());
    QVERIFY(m_store->journal->beginAttempt(entry->id, "{}", "{}"));
    m_store->clock.advance(std::chrono::hours(1));
    QVERIFY(m_store->openJournal());
    const JournalEntry kept = m_store->journal->entry(entry->id).value();
    QCOMPARE(kept.state, CommandState::Unsure);
    QCOMPARE(kept.doubts, 1);
    QVERIFY(!kept.needsUser);
    // Nobody knows when it ended; by now it has.
    QCOMPARE(kept.attemptEndedAt, m_store->clock.now());
}

void JournalFateTest::whatMayHaveArrivedKeepsItsPreImage()
{
    const auto entry = m_store->journal->append(creation());
    QVERIFY(m_store->journal->beginAttempt(entry->id, "{}", "first"));
    QVERIFY(m_store->journal->settle(entry->id, toState(CommandState::Waiting))); // surely not sent
    QVERIFY(m_store->journal->beginAttempt(entry->id, "{}", "second"));
    QCOMPARE(m_store->journal->entry(entry->id)->preImage, QByteArray("second"));
    QVERIFY(m_store->journal->settle(entry->id, toState(CommandState::Unsure)));
    QVERIFY(m_store->journal->settle(entry->id, toState(CommandState::Waiting)));
    QVERIFY(m_store->journal->beginAttempt(entry->id, "{}", "third"));
    QCOMPARE(m_store->journal->entry(entry->id)->preImage, QByteArray("second"));
}

void JournalFateTest::aDecisionMayChangeTheCommand()
{
    const auto entry = m_store->journal->append(UpdateTask{{QStringLiteral("5"), {}}, creation().body});
    UpdateTask changed{{QStringLiteral("5"), {}}, creation().body, TaskBody()};
    changed.body.number = QStringLiteral("17");
    store::Outcome outcome;
    outcome.command = changed;
    QVERIFY(m_store->journal->settle(entry->id, outcome));
    QVERIFY(m_store->openJournal());
    QCOMPARE(m_store->journal->entry(entry->id)->command, Command(changed));
}

void JournalFateTest::taskNumbersAreCounted()
{
    QCOMPARE(m_store->journal->taskNumbers().value(), TaskNumbers());
    QCOMPARE(m_store->journal->takeTaskNumber().value(), QString()); // the service's business
    TaskNumbers ours;
    ours.by = TaskNumbers::By::Naryad;
    ours.prefix = text(u"Н-");
    ours.next = 99;
    QCOMPARE(m_store->journal->setTaskNumbers(ours.by, ours.prefix, ours.next).value(), ours);
    QCOMPARE(m_store->journal->takeTaskNumber().value(), text(u"Н-99"));
    QVERIFY(m_store->openJournal());
    QCOMPARE(m_store->journal->takeTaskNumber().value(), text(u"Н-100"));
    QCOMPARE(m_store->journal->taskNumbers()->next, 101);
    // Another prefix leaves the count alone.
    ours.prefix = text(u"М-");
    ours.next = 101;
    QCOMPARE(m_store->journal->setTaskNumbers(ours.by, ours.prefix, {}).value(), ours);
    QCOMPARE(m_store->journal->takeTaskNumber().value(), text(u"М-101"));
}

QTEST_GUILESS_MAIN(JournalFateTest)
#include "JournalFateTest.moc"
