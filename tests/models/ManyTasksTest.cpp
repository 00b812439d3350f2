#include "ModelFixture.h"
#include "models/ManyTasksModel.h"

#include <SQLiteCpp/SQLiteCpp.h>

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

using namespace naryad;
using namespace naryad::test;
using namespace Qt::StringLiterals;
using models::ManyTasksModel;

namespace {

store::Outcome to(CommandState state)
{
    store::Outcome outcome;
    outcome.state = state;
    return outcome;
}

} // namespace

/// Many tasks of which one thing is to be said: who is left out, who has a text of his own, what became of
/// each.
class ManyTasksTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init() { m_files = std::make_unique<ModelFixture>(); }
    void cleanup()
    {
        m_model.reset();
        m_files.reset();
    }
    void whatCannotBeSaidIsLeftOut();
    void anotherJudgementCountsAnew();
    void whatChangesMeanwhileIsJudgedAnew();
    void aTextOfItsOwn();
    void whatBecameOfEach();
    void hundredsAreFollowedToTheirEnd();
    void tooManyAreOnlyShown();
    void aRowThatGetsItsNumber();
    void whatIsSaidOfARowThatMovesMeanwhile();

private:
    void make(const QVector<RowId> &rows, ManyTasksModel::Judge judge = {});
    QString cell(int row, int column) const { return m_model->index(row, column).data().toString(); }
    MirrorChange journalChanged() const
    {
        MirrorChange change;
        change.journalChanged = true;
        return change;
    }

    std::unique_ptr<ModelFixture> m_files;
    std::unique_ptr<ManyTasksModel> m_model;
};

void ManyTasksTest::make(const QVector<RowId> &rows, ManyTasksModel::Judge judge)
{
    if (!judge)
        judge = [](const TaskRow &) { return QString(); };
    m_model = std::make_unique<ManyTasksModel>(m_files->reader, AccountZone(), rows, judge);
    new QAbstractItemModelTester(
        m_model.get(), QAbstractItemModelTester::FailureReportingMode::QtTest, m_model.get());
    QTRY_VERIFY(m_model->isRead() || m_model->isTooMany());
}

void ManyTasksTest::whatCannotBeSaidIsLeftOut()
{
    QVector<RowId> rows = m_files->addTasks(1, 600);
    rows.append(999999); // gone meanwhile
    make(rows, [](const TaskRow &row) { return row.number.toInt() % 3 == 0 ? u"every third"_s : QString(); });
    QCOMPARE(m_model->chosen(), 601);
    QCOMPARE(m_model->possibleCount(), 400);
    QCOMPARE(m_model->leftOut(), 201);
    QCOMPARE(m_model->possible().size(), 400);
    QCOMPARE(m_model->possible().first().number, u"1"_s);
    QCOMPARE(cell(0, ManyTasksModel::Number), u"1"_s);
    QCOMPARE(cell(0, ManyTasksModel::Outcome), QString());
    QCOMPARE(cell(2, ManyTasksModel::Outcome), u"left out: every third"_s);
    QVERIFY(cell(600, ManyTasksModel::Outcome).startsWith(u"left out"_s));
    m_model->leaveOut(rows.at(0), u"so"_s);
    QCOMPARE(m_model->possibleCount(), 399);
    QCOMPARE(cell(0, ManyTasksModel::Outcome), u"left out: so"_s);
}

void ManyTasksTest::anotherJudgementCountsAnew()
{
    make(m_files->addTasks(1, 10), [](const TaskRow &) { return u"no"_s; });
    QCOMPARE(m_model->possibleCount(), 0);
    m_model->setJudge([](const TaskRow &row) { return row.number == u"5"_s ? u"no"_s : QString(); });
    QCOMPARE(m_model->possibleCount(), 9);
    QCOMPARE(m_model->leftOut(), 1);
}

void ManyTasksTest::whatChangesMeanwhileIsJudgedAnew()
{
    const QVector<RowId> rows = m_files->addTasks(1, 3);
    make(rows, [](const TaskRow &row) { return row.state == TaskState::Closed ? u"closed"_s : QString(); });
    QCOMPARE(m_model->possibleCount(), 3);
    Task closed = ModelFixture::task(2);
    closed.finished = Known<bool>::fromService(true);
    QVERIFY(m_files->mirror->applyTasks({{closed, {}}}, {0}));
    MirrorChange change;
    change.tasks = {rows.at(1)};
    m_model->apply(change);
    QTRY_COMPARE(m_model->possibleCount(), 2);
    QCOMPARE(cell(1, ManyTasksModel::Outcome), u"left out: closed"_s);
}

void ManyTasksTest::aTextOfItsOwn()
{
    const QVector<RowId> rows = m_files->addTasks(1, 3);
    make(rows, [](const TaskRow &row) { return row.number == u"3"_s ? u"no"_s : QString(); });
    m_model->setText(u"all"_s);
    const QModelIndex second = m_model->index(1, ManyTasksModel::Text);
    QVERIFY(!m_model->setData(second, u"own"_s));
    m_model->setOwnTexts(true);
    QVERIFY(m_model->setData(second, u"own"_s));
    QVERIFY(!m_model->setData(m_model->index(2, ManyTasksModel::Text), u"own"_s));
    QVERIFY(!m_model->setData(m_model->index(1, ManyTasksModel::Number), u"own"_s));
    QCOMPARE(m_model->textOf(rows.at(0)), u"all"_s);
    QCOMPARE(m_model->textOf(rows.at(1)), u"own"_s);
    m_model->setOwnTexts(false);
    QCOMPARE(m_model->textOf(rows.at(1)), u"all"_s);
}

void ManyTasksTest::whatBecameOfEach()
{
    const QVector<RowId> rows = m_files->addTasks(1, 4);
    make(rows);
    QVector<store::Intent> intents;
    const QVector<TaskRow> all = m_model->possible();
    for (const TaskRow &row : all)
        intents.append({AddComment{row.ref(), u"x"_s, {}}, CommandState::Held});
    const auto entries = m_files->journal->appendAll(intents);
    QVERIFY(entries);
    QVector<CommandId> ids;
    for (const JournalEntry &entry : *entries)
        ids.append(entry.id);
    m_model->setSaid(all, ids);
    QCOMPARE(m_model->possibleCount(), 0);
    QTRY_COMPARE(m_model->tally().held, 4);
    QCOMPARE(m_model->heldCommands(), ids);
    // Sent, refused with the service's words, unsure, taken back.
    for (int i = 0; i < 3; ++i) {
        QVERIFY(m_files->journal->settle(ids.at(i), to(CommandState::Waiting)));
        QVERIFY(m_files->journal->beginAttempt(ids.at(i), "{}", {}));
    }
    QVERIFY(m_files->journal->settle(ids.at(0), to(CommandState::Sent)));
    store::Outcome refused;
    refused.state = CommandState::Refused;
    refused.error.emplace();
    refused.error->kind = ErrorKind::Refused;
    refused.error->words = u"Задача закрыта"_s;
    QVERIFY(m_files->journal->settle(ids.at(1), refused));
    store::Outcome unsure;
    unsure.state = CommandState::Unsure;
    QVERIFY(m_files->journal->settle(ids.at(2), unsure));
    QVERIFY(m_files->journal->recall(ids.at(3)));
    m_model->apply(journalChanged());
    ManyTasksModel::Tally wanted;
    wanted.sent = wanted.refused = wanted.unsure = wanted.dropped = 1;
    QTRY_COMPARE(m_model->tally(), wanted);
    QCOMPARE(m_model->tally().all(), 4);
    QCOMPARE(cell(0, ManyTasksModel::Outcome), u"done"_s);
    QVERIFY(cell(1, ManyTasksModel::Outcome).startsWith(u"refused: "_s));
    QVERIFY(cell(1, ManyTasksModel::Outcome).contains(u"Задача закрыта"_s));
    QVERIFY(cell(2, ManyTasksModel::Outcome).startsWith(u"unsure"_s));
    QVERIFY(cell(3, ManyTasksModel::Outcome).startsWith(u"dropped"_s));
    // The user sends it again from the Outbox.
    QVERIFY(m_files->journal->settle(ids.at(1), to(CommandState::Waiting)));
    m_model->apply(journalChanged());
    QTRY_COMPARE(m_model->tally().waiting, 1);
    QCOMPARE(m_model->tally().refused, 0);
}

void ManyTasksTest::hundredsAreFollowedToTheirEnd()
{
    make(m_files->addTasks(1, 1300));
    const QVector<TaskRow> all = m_model->possible();
    QVector<store::Intent> intents;
    for (const TaskRow &row : all)
        intents.append({AddComment{row.ref(), u"x"_s, {}}});
    const auto entries = m_files->journal->appendAll(intents);
    QVERIFY(entries);
    QVector<CommandId> ids;
    for (const JournalEntry &entry : *entries)
        ids.append(entry.id);
    m_model->setSaid(all, ids);
    const auto put = [this](const char *state, const char *which) {
        SQLite::Database journal(m_files->journalPath().toStdString(), SQLite::OPEN_READWRITE);
        journal.exec(
            std::string("UPDATE command SET entry=json_set(CAST(entry AS TEXT), '$.state', '") + state
            + "') WHERE " + which);
    };
    put("sent", "id%2=0");
    put("refused", "id%2=1");
    for (int round = 0; round < 20 && m_model->tally().waiting > 0; ++round) {
        const int before = m_model->tally().waiting;
        m_model->apply(journalChanged());
        QTRY_VERIFY(m_model->tally().waiting < before);
    }
    QCOMPARE(m_model->tally().sent, 650);
    QCOMPARE(m_model->tally().refused, 650);
    // All the refused ones are looked after by turns: each that is sent again is met.
    put("sent", "id%2=1");
    for (int round = 0; round < 20 && m_model->tally().refused > 0; ++round) {
        const int before = m_model->tally().refused;
        m_model->apply(journalChanged());
        QTRY_VERIFY(m_model->tally().refused < before);
    }
    QCOMPARE(m_model->tally().sent, 1300);
}

void ManyTasksTest::tooManyAreOnlyShown()
{
    QVector<RowId> rows = m_files->addTasks(1, 300);
    while (rows.size() <= ManyTasksModel::Most)
        rows.append(1000000 + rows.size());
    make(rows);
    QVERIFY(m_model->isTooMany());
    QVERIFY(!m_model->isRead());
    QCOMPARE(m_model->chosen(), ManyTasksModel::Most + 1);
    // What is drawn is read.
    QCOMPARE(cell(0, ManyTasksModel::Number), u"…"_s);
    QTRY_COMPARE(cell(0, ManyTasksModel::Number), u"1"_s);
    QTRY_COMPARE(cell(299, ManyTasksModel::Number), u"300"_s);
}

void ManyTasksTest::aRowThatGetsItsNumber()
{
    QVERIFY(m_files->mirror->putJournalRow(ModelFixture::local(-5, 7)));
    make({-5});
    m_model->setOwnTexts(true);
    QVERIFY(m_model->setData(m_model->index(0, ManyTasksModel::Text), u"own"_s));
    const QVector<RowId> made = m_files->addTasks(8, 1);
    MirrorChange change;
    change.moved = {{-5, made.first()}};
    m_model->apply(change);
    QTRY_COMPARE(cell(0, ManyTasksModel::Number), u"8"_s);
    QCOMPARE(m_model->textOf(made.first()), u"own"_s);
    QCOMPARE(m_model->possibleCount(), 1);
    QCOMPARE(m_model->possible().first().id, u"100008"_s);
}

/// The move is heard of before the ids of what was said of it by its former number.
void ManyTasksTest::whatIsSaidOfARowThatMovesMeanwhile()
{
    QVERIFY(m_files->mirror->putJournalRow(ModelFixture::local(-5, 7)));
    QVERIFY(m_files->mirror->putJournalRow(ModelFixture::local(-6, 8)));
    const QVector<RowId> others = m_files->addTasks(20, 1);
    make({others.first(), -5, -6});
    const QVector<TaskRow> asked = m_model->possible();
    QCOMPARE(asked.size(), 3);
    const auto entries = m_files->journal->appendAll(
        {{AddComment{asked.at(0).ref(), u"x"_s, {}}}, {AddComment{asked.at(1).ref(), u"x"_s, {}}}});
    QVERIFY(entries);
    const QVector<RowId> made = m_files->addTasks(8, 2);
    MirrorChange change;
    change.moved = {{-5, made.at(0)}, {-6, made.at(1)}};
    m_model->apply(change);
    m_model->setSaid(asked.mid(0, 2), {entries->at(0).id, entries->at(1).id});
    m_model->leaveOut(-6, u"so"_s);
    QVERIFY(m_model->possible().isEmpty());
    QCOMPARE(m_model->possibleCount(), 0);
    QCOMPARE(m_model->leftOut(), 1);
    QCOMPARE(m_model->now(-5), made.at(0));
    QCOMPARE(m_model->now(others.first()), others.first());
    QTRY_COMPARE(m_model->tally().waiting, 2);
    QCOMPARE(cell(1, ManyTasksModel::Outcome), cell(0, ManyTasksModel::Outcome));
    QCOMPARE(cell(2, ManyTasksModel::Outcome), u"left out: so"_s);
}

QTEST_GUILESS_MAIN(ManyTasksTest)
#include "ManyTasksTest.moc"
