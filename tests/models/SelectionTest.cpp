#include "ModelFixture.h"
#include "models/TaskListModel.h"

#include <QAbstractItemModelTester>
#include <QItemSelectionModel>
#include <QRandomGenerator>
#include <QSignalSpy>
#include <QTest>

using namespace naryad;
using namespace naryad::test;
using models::TaskListModel;
using Load = TaskListModel::Load;

/// What is selected and current stays so by its row's number, however the list changes.
class SelectionTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void throughAnotherOrder();
    void throughAFilter();
    void theFirstRowsWaitForIt();
    void throughRowsThatComeAndGo_data();
    void throughRowsThatComeAndGo();
    void aLocalTaskGetsItsNumber();
    void bothNumbersAreListed();

private:
    bool show(const TaskQuery &query);
    bool ask();
    void select(const QVector<RowId> &rows, RowId current);
    QSet<RowId> selected() const;
    RowId current() const { return m_model->rowOf(m_selection->currentIndex()); }

    std::unique_ptr<ModelFixture> m_store;
    std::unique_ptr<TaskListModel> m_model;
    std::unique_ptr<QItemSelectionModel> m_selection;
};

void SelectionTest::init()
{
    m_selection.reset();
    m_model.reset();
    m_store = std::make_unique<ModelFixture>();
    m_model = std::make_unique<TaskListModel>(m_store->reader, AccountZone("Europe/Moscow"));
    new QAbstractItemModelTester(
        m_model.get(), QAbstractItemModelTester::FailureReportingMode::Fatal, m_model.get());
    m_selection = std::make_unique<QItemSelectionModel>(m_model.get());
}

bool SelectionTest::show(const TaskQuery &query)
{
    m_model->setQuery(query);
    return QTest::qWaitFor([this] { return m_model->load() == Load::Ready; });
}

/// As after a change of the mirror; true when the answer is there.
bool SelectionTest::ask()
{
    QSignalSpy answered(m_model.get(), &TaskListModel::loadChanged);
    MirrorChange change;
    change.taskListChanged = true;
    m_model->apply(change);
    return QTest::qWaitFor([&] { return !answered.isEmpty(); });
}

void SelectionTest::select(const QVector<RowId> &rows, RowId current)
{
    m_selection->clear();
    m_selection->setCurrentIndex(m_model->indexOf(current).siblingAtColumn(3), QItemSelectionModel::NoUpdate);
    for (RowId row : rows)
        m_selection->select(m_model->indexOf(row), QItemSelectionModel::Select | QItemSelectionModel::Rows);
}

QSet<RowId> SelectionTest::selected() const
{
    QSet<RowId> rows;
    const QModelIndexList indexes = m_selection->selectedRows();
    for (const QModelIndex &index : indexes)
        rows.insert(m_model->rowOf(index));
    return rows;
}

void SelectionTest::throughAnotherOrder()
{
    const QVector<RowId> rows = m_store->addTasks(0, 500);
    QVERIFY(show({}));
    const QVector<RowId> chosen{rows.at(0), rows.at(1), rows.at(250), rows.at(499)};
    select(chosen, rows.at(7));
    QSignalSpy resets(m_model.get(), &QAbstractItemModel::modelReset);
    TaskQuery query;
    for (TaskQuery::Sort sort :
         {TaskQuery::Sort::TemplateName, TaskQuery::Sort::Number, TaskQuery::Sort::State}) {
        for (bool descending : {true, false}) {
            query.sort = sort;
            query.descending = descending;
            QVERIFY(show(query));
            QCOMPARE(selected(), QSet<RowId>(chosen.begin(), chosen.end()));
            QCOMPARE(current(), rows.at(7));
            QCOMPARE(m_selection->currentIndex().column(), 3);
        }
    }
    QCOMPARE(resets.size(), 0);
}

void SelectionTest::throughAFilter()
{
    const QVector<RowId> rows = m_store->addTasks(0, 300);
    QVERIFY(show({}));
    select({rows.at(2), rows.at(3), rows.at(299)}, rows.at(2));
    TaskQuery query;
    query.text = QStringLiteral("even");
    QVERIFY(show(query));
    QCOMPARE(m_model->rowCount(), 150);
    QCOMPARE(selected(), QSet<RowId>{rows.at(2)});
    QCOMPARE(current(), rows.at(2));
    query.text.clear();
    QVERIFY(show(query));
    QCOMPARE(selected(), QSet<RowId>{rows.at(2)});
    QCOMPARE(current(), rows.at(2));
    query.text = QStringLiteral("nothing like it");
    QVERIFY(show(query));
    QCOMPARE(selected(), QSet<RowId>());
    QCOMPARE(current(), 0);
}

void SelectionTest::theFirstRowsWaitForIt()
{
    const QVector<RowId> rows = m_store->addTasks(0, 1000);
    QVERIFY(show({}));
    QVector<int> counts;
    connect(m_model.get(), &TaskListModel::loadChanged, this, [&] { counts.append(m_model->rowCount()); });
    TaskQuery query;
    query.descending = false;
    // It stands far down in the new order: a list without it is not shown.
    select({rows.at(900)}, rows.at(900));
    QVERIFY(show(query));
    QVERIFY(!counts.contains(200));
    QCOMPARE(current(), rows.at(900));
    // It stands among the first.
    query.descending = true;
    QVERIFY(show(query));
    QVERIFY(counts.contains(200));
    QCOMPARE(selected(), QSet<RowId>{rows.at(900)});
}

void SelectionTest::throughRowsThatComeAndGo_data()
{
    QTest::addColumn<int>("seed");
    for (int seed = 1; seed <= 4; ++seed)
        QTest::addRow("%d", seed) << seed;
}

void SelectionTest::throughRowsThatComeAndGo()
{
    QFETCH(int, seed);
    QRandomGenerator dice(static_cast<quint32>(seed));
    // Local rows can go as they came; their numbers say where they stand.
    QSet<RowId> there;
    const auto put = [&](RowId row) {
        there.insert(row);
        return m_store->mirror->putJournalRow(ModelFixture::local(row, static_cast<int>(dice.bounded(1000))))
            .has_value();
    };
    for (int i = 1; i <= 30; ++i)
        QVERIFY(put(-i));
    QVERIFY(show({}));
    for (int round = 0; round < 25; ++round) {
        QVector<RowId> all(there.begin(), there.end());
        const RowId first = all.at(dice.bounded(all.size()));
        const RowId second = all.at(dice.bounded(all.size()));
        select({first, second}, first);
        QVERIFY(m_model->indexOf(first).isValid());
        const int goes = dice.bounded(10);
        for (int i = 0; i < goes && there.size() > 5; ++i) {
            const RowId row = all.at(dice.bounded(all.size()));
            if (there.remove(row))
                QVERIFY(m_store->mirror->removeJournalRow(row));
        }
        const int come = dice.bounded(10);
        for (int i = 0; i < come; ++i)
            QVERIFY(put(-static_cast<RowId>(dice.bounded(60)) - 1));
        QVERIFY(ask());
        QTRY_COMPARE(m_model->rowCount(), there.size());
        QCOMPARE(selected(), (QSet<RowId>{first, second} & there));
        QCOMPARE(current(), there.contains(first) ? first : 0);
        QSet<RowId> listed;
        for (int row = 0; row < m_model->rowCount(); ++row)
            listed.insert(m_model->rowOf(m_model->index(row, 0)));
        QCOMPARE(listed, there);
    }
}

void SelectionTest::aLocalTaskGetsItsNumber()
{
    m_store->addTasks(0, 10);
    QVERIFY(m_store->mirror->putJournalRow(ModelFixture::local(-3, 5)));
    QVERIFY(show({}));
    QTRY_VERIFY(m_model->taskRow(m_model->indexOf(-3)).row == -3);
    const int place = m_model->indexOf(-3).row();
    select({-3}, -3);
    QSignalSpy moved(m_model.get(), &TaskListModel::rowMoved);
    QSignalSpy changes(m_model.get(), &QAbstractItemModel::dataChanged);
    QVERIFY(m_store->mirror->wantTask(QStringLiteral("777")));
    const RowId row = m_store->mirror->mirrored(QStringLiteral("777")).value()->row;
    QVERIFY(m_store->mirror->putJournalRow(ModelFixture::local(row, 5), -3));
    MirrorChange change;
    change.moved = {{-3, row}};
    change.tasks = {row};
    change.taskListChanged = true;
    m_model->apply(change);
    QCOMPARE(moved.size(), 1);
    QCOMPARE(moved.first(), QVariantList({QVariant::fromValue<RowId>(-3), QVariant::fromValue(row)}));
    QCOMPARE(m_model->indexOf(row).row(), place);
    QVERIFY(!m_model->indexOf(-3).isValid());
    QCOMPARE(selected(), QSet<RowId>{row});
    QCOMPARE(current(), row);
    QCOMPARE(m_model->index(place, 0).data().toString(), QStringLiteral("5")); // and never a placeholder
    QTRY_COMPARE(m_model->taskRow(m_model->indexOf(row)).id, QStringLiteral("777"));
    QVERIFY(!changes.isEmpty());
    QCOMPARE(m_model->rowCount(), 11);
    QCOMPARE(selected(), QSet<RowId>{row});
}

void SelectionTest::bothNumbersAreListed()
{
    const QVector<RowId> rows = m_store->addTasks(0, 10);
    QVERIFY(m_store->mirror->putJournalRow(ModelFixture::local(-3, 5)));
    QVERIFY(show({}));
    select({-3}, -3);
    MirrorChange change;
    change.moved = {{-3, rows.at(8)}, {-99, 5}};
    m_model->apply(change);
    QCOMPARE(selected(), QSet<RowId>{rows.at(8)});
    QCOMPARE(current(), rows.at(8));
    QVERIFY(m_store->mirror->removeJournalRow(-3));
    QVERIFY(ask());
    QTRY_COMPARE(m_model->rowCount(), 10);
    QCOMPARE(selected(), QSet<RowId>{rows.at(8)});
}

QTEST_GUILESS_MAIN(SelectionTest)
#include "SelectionTest.moc"
