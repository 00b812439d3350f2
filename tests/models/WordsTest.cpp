#include "models/Words.h"
#include "CommandSamples.h"
#include "core/CommandKinds.h"
#include "models/SaidLines.h"

#include <QJsonArray>
#include <QJsonObject>
#include <QSet>
#include <QTest>

using namespace naryad;
using namespace naryad::models;
using namespace naryad::test;

/// Values in words: each has its own, and nothing is shown as something else.
class WordsTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void everyCommandHasATitleOfItsOwn();
    void aStateTellsWhatItWaitsFor();
    void howItEnded();
    void anUpdateSaysWhatItChanges();
    void conflictsAreNotCountedAsRefused();
    void bothSidesOfAConflict();
    void everyStateHasItsWord();
    void aRowsState();
    void plans_data();
    void plans();
    void theStatusLine();
    void commands();
    void outcomes();
    void fieldLines();
    void aTaskWithoutItsNumber();

private:
    template <class State> static QStringList wordsOf(State first, State last)
    {
        QStringList all;
        for (int i = static_cast<int>(first); i <= static_cast<int>(last); ++i)
            all.append(words(static_cast<State>(i)));
        return all;
    }
    const AccountZone m_zone{"Europe/Moscow"};
};

void WordsTest::everyStateHasItsWord()
{
    for (QStringList all :
         {wordsOf(TaskState::NotKnown, TaskState::ToBeSent),
          wordsOf(PendingState::Held, PendingState::Refused),
          wordsOf(CommandState::Held, CommandState::Dropped)}) {
        QVERIFY(all.size() >= 5);
        QVERIFY2(!all.contains(QString()), qPrintable(all.join(QLatin1Char(','))));
        QCOMPARE(all.removeDuplicates(), 0);
    }
    QCOMPARE(words(PendingState::None), QString());
    QVERIFY(!notKnownText().isEmpty() && !notKnownReason().isEmpty());
    QSet<QString> phases;
    for (int phase = 0; phase <= static_cast<int>(SyncState::Phase::Stopped); ++phase) {
        SyncState state;
        state.phase = static_cast<SyncState::Phase>(phase);
        phases.insert(statusText(state, m_zone));
    }
    QCOMPARE(phases.size(), 7);
    QVERIFY(!phases.contains(QString()));
}

void WordsTest::aRowsState()
{
    TaskRow row;
    QSet<QString> texts;
    for (int state = 0; state <= static_cast<int>(TaskState::Gone); ++state) {
        for (int pending = 0; pending <= static_cast<int>(PendingState::Refused); ++pending) {
            row.state = static_cast<TaskState>(state);
            row.pending = static_cast<PendingState>(pending);
            const QString text = stateText(row);
            QVERIFY(text.startsWith(words(row.state)));
            QVERIFY(text.endsWith(pending == 0 ? words(row.state) : words(row.pending)));
            texts.insert(text);
        }
    }
    QCOMPARE(texts.size(), 30);
    // Of one that is not sent yet nothing says that it is.
    row.state = TaskState::ToBeSent;
    row.pending = PendingState::Waiting;
    QCOMPARE(stateText(row), QStringLiteral("to be sent"));
    QSet<QString> unsent;
    for (int pending = 1; pending <= static_cast<int>(PendingState::Refused); ++pending) {
        row.pending = static_cast<PendingState>(pending);
        unsent.insert(stateText(row));
        QVERIFY(!stateText(row).startsWith(words(TaskState::Sent)));
    }
    QCOMPARE(unsent.size(), 5);
    QVERIFY(!unsent.intersects(texts));
}

void WordsTest::plans_data()
{
    QTest::addColumn<QDateTime>("start");
    QTest::addColumn<QDateTime>("end");
    QTest::addColumn<QString>("text");
    const int year = QDate::currentDate().year();
    const auto at = [](int y, int month, int day, int hour, int minute = 0) {
        return QDateTime({y, month, day}, QTime(hour, minute), Qt::UTC); // Moscow: three hours later
    };
    QTest::addRow("this year") << at(year, 6, 10, 6) << QDateTime() << QStringLiteral("10.06 09:00");
    QTest::addRow("to an hour") << at(year, 6, 10, 6) << at(year, 6, 10, 8, 30)
                                << QStringLiteral("10.06 09:00–11:30");
    QTest::addRow("over midnight") << at(year, 6, 10, 20) << at(year, 6, 11, 1)
                                   << QStringLiteral("10.06 23:00–11.06 04:00");
    QTest::addRow("the account's day") << at(year, 6, 10, 22) << QDateTime() << QStringLiteral("11.06 01:00");
    QTest::addRow("another year") << at(2019, 6, 10, 6) << at(2019, 6, 10, 7)
                                  << QStringLiteral("10.06.2019 09:00–10:00");
    QTest::addRow("no time") << QDateTime() << at(2019, 6, 10, 7) << QStringLiteral("no time");
}

void WordsTest::plans()
{
    QFETCH(QDateTime, start);
    QFETCH(QDateTime, end);
    QFETCH(QString, text);
    QCOMPARE(
        planText(Known<QDateTime>::fromService(start), Known<QDateTime>::fromService(end), m_zone), text);
    // An end that is not known is not shown as none, and a start that is not known hides both.
    const QString alone = text.section(QChar(0x2013), 0, 0);
    QCOMPARE(planText(Known<QDateTime>::fromHere(start), {}, m_zone), alone);
    QCOMPARE(planText({}, Known<QDateTime>::fromService(end), m_zone), notKnownText());
}

void WordsTest::theStatusLine()
{
    SyncState state;
    state.phase = SyncState::Phase::Online;
    QCOMPARE(statusText(state, m_zone), QStringLiteral("Online"));
    state.lastSuccess = QDateTime({2026, 11, 24}, {11, 32}, Qt::UTC);
    state.waiting = 3;
    state.unsure = 1;
    state.refused = 2;
    state.tasksKnown = 100;
    state.detailsMissing = 40;
    const QStringList parts = statusText(state, m_zone).split(QStringLiteral(" · "));
    QCOMPARE(
        parts,
        QStringList(
            {QStringLiteral("Online"), QStringLiteral("mirror 14:32"), QStringLiteral("details 60 of 100"),
             QStringLiteral("3 waiting"), QStringLiteral("1 unsure"), QStringLiteral("2 refused")}));
    SyncState syncing;
    syncing.phase = SyncState::Phase::Syncing;
    QCOMPARE(statusText(syncing, m_zone), QStringLiteral("Syncing"));
    syncing.done = 5;
    syncing.total = 20;
    QCOMPARE(statusText(syncing, m_zone), QStringLiteral("Syncing 5 of 20"));
    // Details are told once, and not as a part of what this run has to do.
    syncing.step = SyncState::Step::Details;
    syncing.tasksKnown = 100;
    syncing.detailsMissing = 15;
    QCOMPARE(statusText(syncing, m_zone), QStringLiteral("Syncing 85 of 100"));
    syncing.step = SyncState::Step::Lists;
    QCOMPARE(statusText(syncing, m_zone), QStringLiteral("Syncing 5 of 20 · details 85 of 100"));
}

void WordsTest::commands()
{
    TaskBody body;
    body.taskTemplate = {QStringLiteral("7"), QStringLiteral("Installation")};
    const ObjectRef task{QStringLiteral("5"), {}};
    QStringList texts{commandText(CreateTask{body}), commandText(UpdateTask{task, body})};
    body.draft = false;
    body.contractor = Known<NamedRef>::fromHere({QStringLiteral("12"), QStringLiteral("%1 & Sons")});
    texts << commandText(CreateTask{body}) << commandText(UpdateTask{task, body});
    body.number = QStringLiteral("17");
    texts << commandText(UpdateTask{task, body})
          << commandText(AddComment{task, QStringLiteral("call %2"), QStringLiteral("17")})
          << commandText(
                 CloseTask{task, {QStringLiteral("74"), QStringLiteral("done")}, {}, QStringLiteral("17")})
          << commandText(CloseTask{task, {QStringLiteral("74"), {}}, {}, QStringLiteral("17")});
    QCOMPARE(texts.removeDuplicates(), 0);
    QCOMPARE(texts.at(0), QStringLiteral("New draft: Installation"));
    QCOMPARE(texts.at(2), QStringLiteral("New task: Installation, %1 & Sons"));
    QCOMPARE(texts.at(4), QStringLiteral("Send task 17, Installation, %1 & Sons"));
    QCOMPARE(texts.at(5), QStringLiteral("Comment on task 17: call %2"));
    QVERIFY(texts.at(6).endsWith(QStringLiteral("done")));
    QVERIFY(texts.at(7).endsWith(QStringLiteral("74")));
}

void WordsTest::outcomes()
{
    JournalEntry entry;
    entry.lastAttemptAt = QDateTime({2026, 11, 24}, {9, 0}, Qt::UTC);
    Error error;
    error.kind = ErrorKind::Refused;
    error.words = QStringLiteral("the service's own words");
    entry.error = error;
    QStringList texts;
    for (int state = 0; state <= static_cast<int>(CommandState::Dropped); ++state) {
        entry.state = static_cast<CommandState>(state);
        const QString outcome = outcomeText(entry, m_zone);
        QVERIFY2(!outcome.isEmpty(), qPrintable(toName(entry.state)));
        // What the service said is never kept from the user, unless it has been settled since.
        QCOMPARE(outcome.contains(error.words), !isFinal(entry.state));
        texts.append(outcome);
    }
    QVERIFY(texts.at(static_cast<int>(CommandState::Unsure)).contains(QStringLiteral("24.11 12:00:00")));
    entry.state = CommandState::Sent;
    entry.resultId = QStringLiteral("522075");
    QVERIFY(outcomeText(entry, m_zone).contains(entry.resultId));
    entry.state = CommandState::Waiting;
    entry.error.reset();
    QCOMPARE(outcomeText(entry, m_zone), QString());
    entry.state = CommandState::Held;
    entry.notBefore = QDateTime({2026, 11, 24}, {9, 0, 7}, Qt::UTC);
    QCOMPARE(
        outcomeText(entry, m_zone),
        QStringLiteral("It goes at 12:00:07 or later; until it goes it can be taken back."));
}

void WordsTest::fieldLines()
{
    FieldRow row;
    row.fieldId = QStringLiteral("2302");
    QCOMPARE(fieldLine(row), QStringLiteral("#2302: —"));
    row.name = QStringLiteral("Sum");
    row.value = FieldValue::number(QStringLiteral("100"));
    QCOMPARE(fieldLine(row), QStringLiteral("Sum: 100"));
    QLocale::setDefault(QLocale(QLocale::Russian));
    row.value = FieldValue::number(QStringLiteral("-1500.5"));
    QCOMPARE(fieldLine(row), QStringLiteral("Sum: -1500,5"));
    row.value = FieldValue::text(QStringLiteral("v1.5")); // no number: as it is
    QCOMPARE(fieldLine(row), QStringLiteral("Sum: v1.5"));
    QLocale::setDefault(QLocale::c());
    row.value = FieldValue::checkbox(false);
    QVERIFY(fieldLine(row) != QStringLiteral("Sum: —")); // an answer, not the lack of one
    row.value = FieldValue::text({});
    QCOMPARE(fieldLine(row), QStringLiteral("Sum: —"));
}

void WordsTest::aTaskWithoutItsNumber()
{
    const ObjectRef local{{}, QStringLiteral("token")};
    const QString name = QStringLiteral("Installation, %2 & Sons");
    QCOMPARE(
        commandText(AddComment{local, QStringLiteral("call %1"), {}, name}),
        QStringLiteral("Comment on the new task “Installation, %2 & Sons”: call %1"));
    QCOMPARE(
        commandText(AddComment{local, QStringLiteral("call"), {}}),
        QStringLiteral("Comment on the new task: call"));
    QCOMPARE(
        commandText(CloseTask{{QStringLiteral("5"), {}}, {QStringLiteral("74"), {}}, {}, {}, {}}),
        QStringLiteral("Close task #5: 74"));
    QCOMPARE(
        commandText(AddComment{local, QStringLiteral("call"), QStringLiteral("17"), name}),
        QStringLiteral("Comment on task 17: call"));
}

void WordsTest::everyCommandHasATitleOfItsOwn()
{
    QSet<QString> titles;
    const QVector<Command> all = sampleCommands(paperWorld());
    for (const Command &command : all) {
        const QString title = commandText(command);
        QVERIFY2(!title.isEmpty() && !title.contains(QLatin1Char('%')), qPrintable(title));
        titles.insert(title);
        const QStringList lines = saidLines(command, m_zone);
        const bool saysMore = !isDelete(command);
        QCOMPARE(!lines.isEmpty(), saysMore);
        for (const QString &line : lines)
            QVERIFY2(!line.contains(QStringLiteral("%1")), qPrintable(line));
    }
    QCOMPARE(titles.size(), 28);
    QVERIFY(titles.contains(QStringLiteral("New contractor: new")));
    QVERIFY(titles.contains(QStringLiteral("Delete phone: +7 900 000-00-01")));
    QVERIFY(titles.contains(QStringLiteral("Add fields to task draft: list")));
    // What has no name is called by its number.
    QCOMPARE(commandText(DeleteTemplate{{QStringLiteral("7"), {}}}), QStringLiteral("Delete template: #7"));
}

void WordsTest::aStateTellsWhatItWaitsFor()
{
    const QDateTime now({2026, 11, 24}, {9, 0}, Qt::UTC);
    JournalEntry entry;
    entry.state = CommandState::Held;
    entry.notBefore = now.addMSecs(6400);
    QCOMPARE(stateText(entry, now), QStringLiteral("held, 7 s"));
    QCOMPARE(stateText(entry, now.addSecs(20)), QStringLiteral("waiting")); // for what stands before it
    entry.state = CommandState::Unsure;
    QCOMPARE(stateText(entry, now), QStringLiteral("unsure, being looked for"));
    entry.needsUser = true;
    QCOMPARE(stateText(entry, now), words(CommandState::Unsure));
    entry.state = CommandState::Refused;
    entry.conflicts = {{QStringLiteral("name"), {}, {}, {}, {}}};
    QCOMPARE(stateText(entry, now), QStringLiteral("conflict"));
    QVERIFY(outcomeText(entry, m_zone).contains(QStringLiteral("Name")));
}

/// What was dropped before it ever went, and nobody decided so, was taken back.
void WordsTest::howItEnded()
{
    JournalEntry entry;
    entry.state = CommandState::Dropped;
    QCOMPARE(stateText(entry, {}), QStringLiteral("taken back"));
    QVERIFY(outcomeText(entry, m_zone).startsWith(QStringLiteral("Taken back before it was sent")));
    entry.consents = {{{}, Decision::Drop}};
    QCOMPARE(stateText(entry, {}), words(CommandState::Dropped));
    QCOMPARE(outcomeText(entry, m_zone), QStringLiteral("Dropped here: it is not sent."));
    // Mended, it is not merely dropped: the new one stands for it.
    entry.consents.first().objectId = QStringLiteral("50");
    QCOMPARE(stateText(entry, {}), QStringLiteral("replaced"));
    QVERIFY(outcomeText(entry, m_zone).contains(QStringLiteral("the new one has taken its place")));
    entry.consents.first().objectId.clear();
    // Words within quotes bring none of the same; and what is wrong is said.
    Error quoting;
    quoting.kind = ErrorKind::Refused;
    quoting.words = QStringLiteral("Шаблон «Монтаж» не найден");
    QVERIFY(describe(quoting).contains(QStringLiteral("Шаблон „Монтаж“ не найден")));
    SyncState trouble;
    trouble.phase = SyncState::Phase::Trouble;
    trouble.lastError = quoting;
    QVERIFY(statusText(trouble, m_zone).contains(describe(quoting)));
    entry.doubts = 1;
    QVERIFY(outcomeText(entry, m_zone).contains(QStringLiteral("if it did arrive, it stays")));
    entry.doubts = 0;
    const FieldConflict name{
        QStringLiteral("name"), {}, QStringLiteral("a"), QStringLiteral("b"), QStringLiteral("c")};
    entry.consents = {{{}, Decision::KeepTheirs, {}, {name}}};
    QCOMPARE(stateText(entry, {}), QStringLiteral("gave way"));
    QCOMPARE(
        outcomeText(entry, m_zone),
        QStringLiteral("Yours gave way to what others said of: Name. Nothing was left to send."));
    entry.state = CommandState::Sent;
    entry.merged = {{QStringLiteral("address.floor"), {}, QStringLiteral("1"), {}, QStringLiteral("7")}};
    QCOMPARE(
        outcomeText(entry, m_zone),
        QStringLiteral("The service accepted it. The service also changed: Floor: “7”. Yours gave way to "
                       "what others said of: Name."));
}

void WordsTest::anUpdateSaysWhatItChanges()
{
    TaskBody base;
    base.number = QStringLiteral("17");
    base.taskTemplate = {QStringLiteral("7"), QStringLiteral("Монтаж")};
    base.plannedStart = QDateTime({2026, 11, 24}, {12, 0}, Qt::UTC);
    base.details
        = {{QStringLiteral("5"), QStringLiteral("Сумма"), 2, FieldValue::number(QStringLiteral("1"))}};
    TaskBody body = base;
    body.plannedStart = {};
    body.details.first().value = FieldValue::number(QStringLiteral("100"));
    UpdateTask update{{QStringLiteral("5"), {}}, body, base};
    const QStringList changed{
        QStringLiteral("Сумма: “1” → “100”"), QStringLiteral("Planned start: 24.11.2026 15:00 → nothing")};
    QCOMPARE(saidLines(update, m_zone), changed);
    QCOMPARE(partNames(changesOf(update)), QStringLiteral("Сумма, Planned start"));
    update.body.draft = false;
    QCOMPARE(saidLines(update, m_zone), changed + QStringList{QStringLiteral("To be sent to the worker")});
    update.body = base;
    QCOMPARE(saidLines(update, m_zone), QStringList{QStringLiteral("Nothing is changed")});
    // Without what it was, all of it is said.
    update.base.reset();
    QVERIFY(saidLines(update, m_zone).contains(QStringLiteral("Template: Монтаж")));
    QVERIFY(changesOf(update).isEmpty());
}

void WordsTest::conflictsAreNotCountedAsRefused()
{
    SyncState state;
    state.refused = 3;
    state.conflicts = 1;
    QVERIFY2(
        statusText(state, m_zone).endsWith(QStringLiteral("2 refused · 1 conflict(s)")),
        qPrintable(statusText(state, m_zone)));
    state.refused = 1;
    QVERIFY(!statusText(state, m_zone).contains(QStringLiteral("refused")));
}

void WordsTest::bothSidesOfAConflict()
{
    const QJsonObject row{
        {QStringLiteral("field"), QStringLiteral("5")},
        {QStringLiteral("type"), 2},
        {QStringLiteral("value"),
         QJsonObject{{QStringLiteral("kind"), 2}, {QStringLiteral("text"), QStringLiteral("100")}}}};
    const ConflictWords field = models::wordsOf(
        {QStringLiteral("details.5"), QStringLiteral("Sum"), QJsonValue::Undefined, row, QJsonValue()},
        m_zone);
    QCOMPARE(field.name, QStringLiteral("Sum"));
    QCOMPARE(field.before, QStringLiteral("nothing"));
    QCOMPARE(field.mine, QStringLiteral("“100”"));
    QCOMPARE(field.theirs, QStringLiteral("nothing"));
    const QJsonObject ref{
        {QStringLiteral("id"), QStringLiteral("12")}, {QStringLiteral("name"), QStringLiteral("Romashka")}};
    const ConflictWords owner = models::wordsOf(
        {QStringLiteral("contractor"),
         {},
         QJsonObject{{QStringLiteral("id"), QStringLiteral("9")}, {QStringLiteral("name"), QString()}},
         ref,
         true},
        m_zone);
    QCOMPARE(owner.name, QStringLiteral("Contractor"));
    QCOMPARE(owner.before, QStringLiteral("#9"));
    QCOMPARE(owner.mine, QStringLiteral("“Romashka”"));
    QCOMPARE(owner.theirs, QStringLiteral("yes"));
    const QJsonArray values{
        QJsonObject{
            {QStringLiteral("id"), QString()},
            {QStringLiteral("name"), QStringLiteral("a")},
            {QStringLiteral("deleted"), false}},
        QJsonObject{
            {QStringLiteral("id"), QString()},
            {QStringLiteral("name"), QStringLiteral("b")},
            {QStringLiteral("deleted"), true}}};
    QCOMPARE(
        models::wordsOf({QStringLiteral("values"), {}, values, QJsonArray(), {}}, m_zone).before,
        QStringLiteral("a"));
    QCOMPARE(partName({QStringLiteral("odd thing"), {}, {}, {}, {}}), QStringLiteral("odd thing"));
}

QTEST_GUILESS_MAIN(WordsTest)
#include "WordsTest.moc"
