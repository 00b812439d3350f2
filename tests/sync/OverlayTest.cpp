#include "JournalOverlay.h"
#include "ManualClock.h"
#include "store/Reader.h"

#include <QRandomGenerator>
#include <QTemporaryDir>
#include <QTest>

using namespace naryad;
using namespace naryad::test;
using sync::JournalOverlay;

/// What was said here, laid over what the service says.
class OverlayTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void aTaskOnlyHere();
    void theServicesIdTakesItsPlace();
    void whatTheServiceDoesNotTell();
    void theServicesWordWinsOnceItIsRead();
    void aRefusedChangeIsOnlyAMark();
    void aDroppedTaskTakesItsRowAlong();
    void theMostUrgentShows();
    void closedHereOpenedThere();
    void goneStaysGone();
    void aTaskTheFeedHasNotNamed();
    void sentOnlyOnceItIsAnswered();
    void anAddressIsLaidPartByPart();
    void countsAreKept();
    void aRestartShowsTheSame_data();
    void aRestartShowsTheSame();

private:
    JournalEntry say(const Command &command);
    MirrorChange settle(CommandId id, CommandState state, const QString &resultId = {});
    MirrorChange read(const Task &task);
    TaskCard card(RowId row) const;
    QVector<RowId> listed() const;
    RowId rowOf(const QString &id) const { return m_mirror->mirrored(id).value()->row; }

    ManualClock m_clock;
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<store::Journal> m_journal;
    std::unique_ptr<store::Mirror> m_mirror;
    std::unique_ptr<store::Reader> m_reader;
    std::unique_ptr<JournalOverlay> m_overlay;
};

namespace {

TaskBody body()
{
    TaskBody body;
    body.taskTemplate = {QStringLiteral("7"), QStringLiteral("template")};
    body.contractor = Known<NamedRef>::fromHere({QStringLiteral("12"), QStringLiteral("said")});
    body.worker = Known<NamedRef>::fromHere({QStringLiteral("3"), QStringLiteral("worker")});
    body.plannedStart = QDateTime({2026, 11, 24}, {12, 0}, Qt::UTC);
    body.details
        = {{QStringLiteral("5"), QStringLiteral("sum"), 2, FieldValue::number(QStringLiteral("100"))}};
    return body;
}

/// As the documented get-task tells it: neither contractor nor worker.
Task told(const QString &id)
{
    Task task;
    task.id = id;
    task.number = QStringLiteral("N") + id;
    task.taskTemplate = {QStringLiteral("7"), QStringLiteral("template")};
    task.plannedStart = Known<QDateTime>::fromService(QDateTime({2026, 11, 25}, {8, 0}, Qt::UTC));
    task.draft = Known<bool>::fromService(false);
    return task;
}

} // namespace

void OverlayTest::init()
{
    m_overlay.reset();
    m_reader.reset();
    m_folder = std::make_unique<QTemporaryDir>();
    const QString journal = m_folder->filePath(QStringLiteral("journal.db"));
    const QString mirror = m_folder->filePath(QStringLiteral("mirror.db"));
    m_journal = store::Journal::open(journal, m_clock).value();
    m_mirror = store::Mirror::open(mirror).value();
    m_reader = std::make_unique<store::Reader>(mirror, journal);
    m_overlay = std::make_unique<JournalOverlay>(*m_mirror, *m_journal);
    QVERIFY(m_overlay->rebuild());
}

JournalEntry OverlayTest::say(const Command &command)
{
    const JournalEntry entry = m_journal->append(command).value();
    const auto change = m_overlay->update(entry);
    return change && change->journalChanged ? entry : JournalEntry();
}

MirrorChange OverlayTest::settle(CommandId id, CommandState state, const QString &resultId)
{
    store::Outcome outcome;
    outcome.state = state;
    outcome.resultId = resultId;
    if (!m_journal->settle(id, outcome))
        return {};
    return m_overlay->update(m_journal->entry(id).value()).value();
}

MirrorChange OverlayTest::read(const Task &task)
{
    if (!m_mirror->applyTasks({{task, {}}}, {0}))
        return {};
    return m_overlay->tasksRead({task.id}).value();
}

TaskCard OverlayTest::card(RowId row) const
{
    return m_reader->taskCard(row).result().value();
}

QVector<RowId> OverlayTest::listed() const
{
    return m_reader->taskIds({}, -1).result()->rows;
}

void OverlayTest::aTaskOnlyHere()
{
    const JournalEntry create = say(CreateTask{body()});
    QCOMPARE(listed(), QVector<RowId>{-create.id});
    TaskCard shown = card(-create.id);
    QCOMPARE(shown.row.token, create.token);
    QCOMPARE(shown.row.state, TaskState::Draft);
    QCOMPARE(shown.row.pending, PendingState::Waiting);
    QCOMPARE(shown.task.contractor, body().contractor);
    QCOMPARE(shown.task.details.size(), 1);
    TaskBody changed = body();
    changed.draft = false;
    changed.number = QStringLiteral("17");
    say(UpdateTask{{{}, create.token}, changed});
    shown = card(-create.id);
    QCOMPARE(shown.row.state, TaskState::ToBeSent);
    QCOMPARE(shown.row.number, QStringLiteral("17"));
    QCOMPARE(listed().size(), 1);
    QVERIFY(m_overlay->idOf({{}, create.token}).isEmpty());
    QCOMPARE(m_overlay->creating(create.token)->id, create.id);
    QVERIFY(!m_overlay->creating(QStringLiteral("nobody")));
}

void OverlayTest::theServicesIdTakesItsPlace()
{
    const JournalEntry create = say(CreateTask{body()});
    const JournalEntry comment = say(AddComment{{{}, create.token}, QStringLiteral("after"), {}});
    QVERIFY(!m_overlay->isOurs(ObjectKind::Task, QStringLiteral("501")));
    const MirrorChange change = settle(create.id, CommandState::Sent, QStringLiteral("501"));
    const RowId row = rowOf(QStringLiteral("501"));
    QVERIFY(row > 0);
    QCOMPARE(change.moved, (QVector<QPair<RowId, RowId>>{{-create.id, row}}));
    QVERIFY(change.taskListChanged && change.journalChanged);
    QCOMPARE(listed(), QVector<RowId>{row});
    QCOMPARE(card(row).row.pending, PendingState::Waiting); // the comment
    QCOMPARE(card(row).said.size(), 2);
    QVERIFY(card(row).row.token.isEmpty());
    QCOMPARE(m_overlay->idOf({{}, create.token}), QStringLiteral("501"));
    QVERIFY(m_overlay->isOurs(ObjectKind::Task, QStringLiteral("501")));
    // It is wanted, as the service knows more of it than was said.
    QCOMPARE(m_mirror->wantedTasks(10)->first().id, QStringLiteral("501"));
    QVERIFY(settle(comment.id, CommandState::Sent).moved.isEmpty());
    QCOMPARE(card(row).row.pending, PendingState::None);
    // What is said later by the token or by the id is about the one task.
    say(AddComment{{QStringLiteral("501"), {}}, QStringLiteral("by id"), {}});
    say(AddComment{{{}, create.token}, QStringLiteral("by token"), {}});
    QCOMPARE(card(row).said.size(), 4);
    QCOMPARE(listed(), QVector<RowId>{row});
}

void OverlayTest::whatTheServiceDoesNotTell()
{
    const JournalEntry create = say(CreateTask{body()});
    settle(create.id, CommandState::Sent, QStringLiteral("501"));
    read(told(QStringLiteral("501")));
    const Task task = card(rowOf(QStringLiteral("501"))).task;
    QCOMPARE(task.contractor, body().contractor);
    QCOMPARE(task.worker.source, Source::Here);
    QCOMPARE(task.number, QStringLiteral("N501"));
    QCOMPARE(task.plannedStart, told({}).plannedStart); // what it tells is its own word
    QCOMPARE(task.details.size(), 1);
    // A contractor taken out here is known to be nobody, not unknown.
    TaskBody without = body();
    without.contractor.value = {};
    const JournalEntry update = say(UpdateTask{{QStringLiteral("501"), {}}, without});
    settle(update.id, CommandState::Sent);
    read(told(QStringLiteral("501")));
    QCOMPARE(card(rowOf(QStringLiteral("501"))).task.contractor, Known<NamedRef>::fromHere({}));
}

void OverlayTest::theServicesWordWinsOnceItIsRead()
{
    Task task = told(QStringLiteral("5"));
    task.contractor = Known<NamedRef>::fromService({QStringLiteral("1"), QStringLiteral("theirs")});
    read(task);
    const RowId row = rowOf(task.id);
    const JournalEntry update = say(UpdateTask{{task.id, {}}, body()});
    QCOMPARE(card(row).task.contractor, body().contractor);
    settle(update.id, CommandState::Sent);
    // Accepted, but what the service says was read before.
    QCOMPARE(card(row).task.contractor, body().contractor);
    QCOMPARE(card(row).task.plannedStart.value, body().plannedStart);
    read(task);
    Task expected = task;
    expected.worker = body().worker; // what is not told
    expected.plannedEnd = Known<QDateTime>::fromHere({});
    FieldRow sum;
    sum.fieldId = QStringLiteral("5");
    sum.name = QStringLiteral("sum");
    sum.typeId = 2;
    sum.value = FieldValue::number(QStringLiteral("100"));
    expected.details = {sum};
    QCOMPARE(card(row).task, expected);
    // What still waits lies over everything.
    say(UpdateTask{{task.id, {}}, body()});
    read(task);
    QCOMPARE(card(row).task.contractor, body().contractor);
}

void OverlayTest::aRefusedChangeIsOnlyAMark()
{
    const Task task = told(QStringLiteral("5"));
    read(task);
    const RowId row = rowOf(task.id);
    const JournalEntry update = say(UpdateTask{{task.id, {}}, body()});
    const JournalEntry close = say(CloseTask{{task.id, {}}, {QStringLiteral("74"), {}}, {}, {}});
    QCOMPARE(card(row).row.state, TaskState::Closed);
    settle(update.id, CommandState::Refused);
    settle(close.id, CommandState::Refused);
    QCOMPARE(card(row).task, task);
    QCOMPARE(card(row).row.state, TaskState::Sent);
    QCOMPARE(card(row).row.pending, PendingState::Refused);
    settle(update.id, CommandState::Dropped);
    settle(close.id, CommandState::Dropped);
    QCOMPARE(card(row).row.pending, PendingState::None);
    QCOMPARE(card(row).task, task);
    QCOMPARE(listed(), QVector<RowId>{row});
}

void OverlayTest::aDroppedTaskTakesItsRowAlong()
{
    const JournalEntry create = say(CreateTask{body()});
    const JournalEntry comment = say(AddComment{{{}, create.token}, QStringLiteral("x"), {}});
    const MirrorChange change = settle(create.id, CommandState::Dropped);
    QVERIFY(change.taskListChanged);
    QCOMPARE(listed(), QVector<RowId>());
    settle(comment.id, CommandState::Refused);
    QCOMPARE(listed(), QVector<RowId>());
}

void OverlayTest::theMostUrgentShows()
{
    read(told(QStringLiteral("5")));
    const RowId row = rowOf(QStringLiteral("5"));
    const ObjectRef task{QStringLiteral("5"), {}};
    const auto pending = [&] { return card(row).row.pending; };
    say(AddComment{task, QStringLiteral("waits"), {}});
    QCOMPARE(pending(), PendingState::Waiting);
    const JournalEntry held = say(AddComment{task, {}, {}});
    settle(held.id, CommandState::Held);
    QCOMPARE(pending(), PendingState::Held);
    const JournalEntry sending = say(AddComment{task, {}, {}});
    QVERIFY(m_journal->beginAttempt(sending.id, "{}", {}));
    QVERIFY(m_overlay->update(m_journal->entry(sending.id).value()));
    QCOMPARE(pending(), PendingState::Sending);
    settle(say(AddComment{task, {}, {}}).id, CommandState::Refused);
    QCOMPARE(pending(), PendingState::Refused);
    const JournalEntry unsure = say(AddComment{task, {}, {}});
    settle(unsure.id, CommandState::Unsure);
    QCOMPARE(pending(), PendingState::Unsure);
    say(AddComment{task, {}, {}});
    QCOMPARE(pending(), PendingState::Unsure);
    settle(unsure.id, CommandState::Sent);
    QCOMPARE(pending(), PendingState::Refused);
}

void OverlayTest::closedHereOpenedThere()
{
    Task task = told(QStringLiteral("5"));
    read(task);
    const RowId row = rowOf(task.id);
    const JournalEntry close = say(CloseTask{{task.id, {}}, {QStringLiteral("74"), {}}, {}, {}});
    settle(close.id, CommandState::Sent);
    // The documented get-task tells no state: closed is what was said here.
    read(task);
    QCOMPARE(card(row).row.state, TaskState::Closed);
    QCOMPARE(card(row).task.finished, Known<bool>::fromHere(true));
    // Where it is told, it is the later word.
    task.finished = Known<bool>::fromService(false);
    read(task);
    QCOMPARE(card(row).row.state, TaskState::Sent);
    task.finished = Known<bool>::fromService(true);
    read(task);
    QCOMPARE(card(row).row.state, TaskState::Closed);
}

void OverlayTest::goneStaysGone()
{
    const JournalEntry create = say(CreateTask{body()});
    settle(create.id, CommandState::Sent, QStringLiteral("501"));
    QVERIFY(m_mirror->markTaskGone(QStringLiteral("501")));
    QVERIFY(m_overlay->tasksRead({QStringLiteral("501")}));
    const RowId row = rowOf(QStringLiteral("501"));
    QCOMPARE(card(row).row.state, TaskState::Gone);
    QCOMPARE(card(row).task.contractor, body().contractor);
    // In the list it stands with those that are gone, too.
    say(CreateTask{body()});
    TaskQuery byState;
    byState.sort = TaskQuery::Sort::State;
    QCOMPARE(m_reader->taskIds(byState, -1).result()->rows.first(), row);
    read(told(QStringLiteral("501")));
    QCOMPARE(card(row).row.state, TaskState::Sent);
}

void OverlayTest::aTaskTheFeedHasNotNamed()
{
    const JournalEntry comment
        = say(AddComment{{QStringLiteral("900"), {}}, QStringLiteral("x"), QStringLiteral("17")});
    QCOMPARE(listed().size(), 1);
    QCOMPARE(card(listed().first()).row.id, QStringLiteral("900"));
    QCOMPARE(m_mirror->wantedTasks(10)->size(), 1);
    settle(comment.id, CommandState::Dropped);
    QCOMPARE(listed().size(), 1); // the task is there all the same
    QVERIFY(m_overlay->tasksRead({QStringLiteral("no such"), {}})->isEmpty());
}

void OverlayTest::sentOnlyOnceItIsAnswered()
{
    TaskBody sending = body();
    sending.draft = false;
    const JournalEntry create = say(CreateTask{sending});
    for (const CommandState state :
         {CommandState::Held, CommandState::Waiting, CommandState::Sending, CommandState::Unsure,
          CommandState::Refused}) {
        settle(create.id, state);
        QCOMPARE(card(-create.id).row.state, TaskState::ToBeSent);
    }
    settle(create.id, CommandState::Sent, QStringLiteral("501"));
    QCOMPARE(card(rowOf(QStringLiteral("501"))).row.state, TaskState::Sent);
    // A draft of the service's, sent by an update.
    Task draft = told(QStringLiteral("6"));
    draft.draft = Known<bool>::fromService(true);
    read(draft);
    const RowId row = rowOf(draft.id);
    const JournalEntry update = say(UpdateTask{{draft.id, {}}, sending});
    QCOMPARE(card(row).row.state, TaskState::ToBeSent);
    settle(update.id, CommandState::Sent);
    QCOMPARE(card(row).row.state, TaskState::Sent);
}

void OverlayTest::anAddressIsLaidPartByPart()
{
    Task task = told(QStringLiteral("7"));
    task.address
        = Known<Address>::fromService({QStringLiteral("Мира 1"), {}, QStringLiteral("2"), {}, {}, {}, {}});
    read(task);
    TaskBody floor = body();
    floor.address = Known<Address>::fromHere({{}, {}, QStringLiteral("3"), {}, {}, {}, {}});
    floor.address.value.notKnown = AddressPart::Text | AddressPart::Entrance;
    say(UpdateTask{{task.id, {}}, floor});
    const Address shown = card(rowOf(task.id)).task.address.value;
    QCOMPARE(shown.text, QStringLiteral("Мира 1"));
    QCOMPARE(shown.floor, QStringLiteral("3"));
    QCOMPARE(shown.notKnown, AddressParts());
}

void OverlayTest::countsAreKept()
{
    const CommandState all[]
        = {CommandState::Held,    CommandState::Waiting, CommandState::Sending, CommandState::Unsure,
           CommandState::Refused, CommandState::Sent,    CommandState::Dropped};
    QRandomGenerator dice(7);
    QVector<CommandId> open;
    for (int i = 0; i < 200; ++i) {
        if (open.isEmpty() || dice.bounded(3) == 0) {
            open.append(say(AddComment{{QStringLiteral("5"), {}}, {}, {}}).id);
        } else {
            const CommandId id = open.at(dice.bounded(open.size()));
            const CommandState state = all[dice.bounded(7)];
            settle(id, state);
            if (isFinal(state))
                open.removeOne(id);
        }
        std::map<CommandState, int> counted;
        for (const auto &[id, entry] : m_overlay->entries())
            ++counted[entry.state];
        for (CommandState state : all)
            QCOMPARE(m_overlay->count({state}), counted[state]);
        std::sort(open.begin(), open.end());
        QCOMPARE(QVector<CommandId>(m_overlay->open().begin(), m_overlay->open().end()), open);
    }
    const int unsettled = m_overlay->count(
        {CommandState::Held, CommandState::Waiting, CommandState::Sending, CommandState::Unsure,
         CommandState::Refused});
    QCOMPARE(unsettled, open.size());
    QVERIFY(m_overlay->rebuild());
    QCOMPARE(
        m_overlay->count({CommandState::Sent}) + m_overlay->count({CommandState::Dropped}) + unsettled,
        static_cast<int>(m_overlay->entries().size()));
}

void OverlayTest::aRestartShowsTheSame_data()
{
    QTest::addColumn<int>("seed");
    for (int seed = 1; seed <= 8; ++seed)
        QTest::addRow("%d", seed) << seed;
}

void OverlayTest::aRestartShowsTheSame()
{
    QFETCH(int, seed);
    QRandomGenerator dice(static_cast<quint32>(seed));
    QVector<ObjectRef> tasks;
    int nextId = 500;
    for (int i = 0; i < 5; ++i) {
        tasks.append({QString::number(nextId), {}});
        read(told(QString::number(nextId++)));
    }
    const auto any = [&] { return tasks.at(dice.bounded(tasks.size())); };
    const auto screen = [this] {
        QVector<TaskCard> cards;
        const auto rows = listed();
        for (RowId row : rows)
            cards.append(card(row));
        return cards;
    };
    for (int i = 0; i < 120; ++i) {
        TaskBody changed = body();
        changed.draft = dice.bounded(2) == 0;
        changed.contractor.value.name = QString::number(i);
        switch (dice.bounded(8)) {
        case 0:
            tasks.append({{}, say(CreateTask{changed}).token});
            break;
        case 1:
            say(UpdateTask{any(), changed});
            break;
        case 2:
            say(AddComment{any(), QStringLiteral("x"), {}});
            break;
        case 3:
            say(CloseTask{any(), {QStringLiteral("74"), {}}, {}, {}});
            break;
        case 4: {
            const QString id = m_overlay->idOf(any());
            if (!id.isEmpty())
                read(told(id));
            break;
        }
        default: {
            if (m_overlay->open().empty())
                break;
            auto chosen = m_overlay->open().begin();
            std::advance(chosen, dice.bounded(static_cast<int>(m_overlay->open().size())));
            const JournalEntry entry = m_overlay->entries().at(*chosen);
            const CommandState ends[] = {CommandState::Sent,   CommandState::Sent,    CommandState::Refused,
                                         CommandState::Unsure, CommandState::Dropped, CommandState::Held};
            const CommandState end = ends[dice.bounded(6)];
            const bool makes = std::holds_alternative<CreateTask>(entry.command) && end == CommandState::Sent;
            settle(entry.id, end, makes ? QString::number(nextId++) : QString());
            // As the engine does: what was changed is read again.
            const QString id = m_overlay->idOf(subjectOf(entry.command, entry.token));
            if (end == CommandState::Sent && !id.isEmpty())
                QVERIFY(m_mirror->wantTask(id));
        }
        }
        if (i % 10 != 9)
            continue;
        const QVector<TaskCard> before = screen();
        m_overlay = std::make_unique<JournalOverlay>(*m_mirror, *m_journal);
        QVERIFY(m_overlay->rebuild());
        const QVector<TaskCard> after = screen();
        QCOMPARE(after.size(), before.size());
        for (qsizetype row = 0; row < after.size(); ++row) {
            QCOMPARE(after.at(row).row, before.at(row).row);
            QCOMPARE(after.at(row).task, before.at(row).task);
        }
    }
}

QTEST_GUILESS_MAIN(OverlayTest)
#include "OverlayTest.moc"
