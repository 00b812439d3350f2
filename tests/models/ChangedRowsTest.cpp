#include "ModelFixture.h"
#include "models/TaskListModel.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

using namespace naryad;
using namespace naryad::test;
using models::TaskListModel;
using Load = TaskListModel::Load;
using Extent = TaskListModel::Extent;

/// What the views are told when rows change, and how far an answer goes.
class ChangedRowsTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void changesAreToldByRuns();
    void aRowPushedAsideIsFound();
    void aHeldRowIsToldOfWhereverItStands();
    void aTemplateReadLaterGivesItsColour();
    void howFarTheAnswerGoes();
    void theFirstRowsAreShownWhereNothingIsToBeKept();

private:
    bool show(const TaskQuery &query = {}, TaskListModel::Keep keep = TaskListModel::Keep::Selection);
    bool draw(int row);
    bool rename(const QVector<int> &numbers, MirrorChange &change);

    std::unique_ptr<ModelFixture> m_store;
    std::unique_ptr<TaskListModel> m_model;
    QVector<RowId> m_rows;
};

void ChangedRowsTest::init()
{
    m_model.reset();
    m_store = std::make_unique<ModelFixture>();
    m_model = std::make_unique<TaskListModel>(m_store->reader, AccountZone("Europe/Moscow"));
    m_rows.clear();
}

bool ChangedRowsTest::show(const TaskQuery &query, TaskListModel::Keep keep)
{
    m_model->setQuery(query, keep);
    return QTest::qWaitFor([this] { return m_model->load() == Load::Ready; });
}

bool ChangedRowsTest::draw(int row)
{
    const auto isThere = [&] { return m_model->index(row, 0).data(TaskListModel::LoadedRole).toBool(); };
    m_model->index(row, 0).data();
    return QTest::qWaitFor(isThere);
}

/// As the mirror tells when these tasks get another template's name.
bool ChangedRowsTest::rename(const QVector<int> &numbers, MirrorChange &change)
{
    for (const int number : numbers) {
        Task task = ModelFixture::task(number);
        task.taskTemplate.name = QStringLiteral("changed");
        const auto rows = m_store->mirror->applyTasks({{task, {}}}, {0});
        if (!rows)
            return false;
        change.tasks += *rows;
    }
    return true;
}

void ChangedRowsTest::changesAreToldByRuns()
{
    m_rows = m_store->addTasks(0, 100);
    QVERIFY(show());
    QVERIFY(draw(0));
    QSignalSpy changes(m_model.get(), &QAbstractItemModel::dataChanged);
    MirrorChange change;
    // Rows 90, 5, 4, 6 and 20 from the top, told in no order.
    QVERIFY(rename({99 - 90, 99 - 5, 99 - 4, 99 - 6, 99 - 20}, change));
    m_model->apply(change);
    QTRY_COMPARE(changes.size(), 3);
    QVector<QPair<int, int>> runs;
    for (const QList<QVariant> &told : changes) {
        runs.append({told.at(0).toModelIndex().row(), told.at(1).toModelIndex().row()});
        QCOMPARE(told.at(0).toModelIndex().column(), 0);
        QCOMPARE(told.at(1).toModelIndex().column(), TaskListModel::ColumnCount - 1);
    }
    QCOMPARE(runs, (QVector<QPair<int, int>>{{4, 6}, {20, 20}, {90, 90}}));
}

void ChangedRowsTest::aRowPushedAsideIsFound()
{
    m_rows = m_store->addTasks(0, 50);
    QVERIFY(show());
    QVERIFY(draw(0));
    m_store->addTasks(1000, 30);
    MirrorChange more;
    more.taskListChanged = true;
    m_model->apply(more);
    QTRY_COMPARE(m_model->rowCount(), 80);
    QSignalSpy changes(m_model.get(), &QAbstractItemModel::dataChanged);
    MirrorChange change;
    QVERIFY(rename({40}, change));
    m_model->apply(change);
    QTRY_COMPARE(changes.size(), 1);
    QCOMPARE(changes.first().at(0).toModelIndex(), m_model->indexOf(m_rows.at(40)));
    QCOMPARE(changes.first().at(0).toModelIndex().row(), 39);
}

void ChangedRowsTest::aTemplateReadLaterGivesItsColour()
{
    m_rows = m_store->addTasks(0, 50);
    QVERIFY(show());
    QVERIFY(draw(0));
    const auto colour = [this] { return m_model->taskRow(m_model->index(7, 0)).templateColour; };
    QVERIFY(colour().isEmpty());
    Template made;
    made.id = QStringLiteral("7");
    made.colour = QStringLiteral("#102030");
    QVERIFY(m_store->mirror->applyTemplates({{made, {}}}));
    MirrorChange change;
    change.listsChanged = true;
    QSignalSpy changes(m_model.get(), &QAbstractItemModel::dataChanged);
    m_model->apply(change);
    QTRY_COMPARE(colour(), QStringLiteral("#102030"));
    QCOMPARE(changes.size(), 1);
    // What has its colour is not read with every change of a list.
    m_model->apply(change);
    change.tasks = {m_rows.at(3)};
    m_model->apply(change);
    QTRY_COMPARE(changes.size(), 2);
    QCOMPARE(changes.last().at(0).toModelIndex().row(), 46);
    QCOMPARE(changes.last().at(1).toModelIndex().row(), 46);
}

void ChangedRowsTest::aHeldRowIsToldOfWhereverItStands()
{
    m_rows = m_store->addTasks(0, 5000);
    QVERIFY(show());
    QVERIFY(draw(10));
    const QPersistentModelIndex held = m_model->index(10, 0);
    TaskQuery query;
    query.descending = false;
    QVERIFY(show(query));
    QCOMPARE(held.row(), 4989);
    QSignalSpy changes(m_model.get(), &QAbstractItemModel::dataChanged);
    MirrorChange change;
    QVERIFY(rename({4989, 4988}, change));
    m_model->apply(change);
    // The one nobody holds nor draws is not told of.
    QTRY_COMPARE(changes.size(), 1);
    QCOMPARE(changes.first().at(0).toModelIndex(), held);
    QCOMPARE(changes.first().at(1).toModelIndex().row(), 4989);
    QCOMPARE(m_model->index(4988, TaskListModel::TemplateName).data().toString(), QStringLiteral("changed"));
}

void ChangedRowsTest::howFarTheAnswerGoes()
{
    m_store->addTasks(0, 1000);
    QVector<std::tuple<Extent, int, qint64>> steps;
    connect(m_model.get(), &TaskListModel::loadChanged, this, [&] {
        steps.append({m_model->extent(), m_model->rowCount(), m_model->total()});
    });
    QCOMPARE(m_model->extent(), Extent::Before);
    QVERIFY(show());
    QCOMPARE(
        steps,
        (QVector<std::tuple<Extent, int, qint64>>{
            {Extent::Before, 0, 0}, {Extent::First, 200, 1000}, {Extent::All, 1000, 1000}}));
    // What changes by itself is still the whole answer, before and after.
    steps.clear();
    m_store->addTasks(2000, 1);
    MirrorChange change;
    change.taskListChanged = true;
    m_model->apply(change);
    QCOMPARE(m_model->extent(), Extent::All);
    QTRY_COMPARE(m_model->rowCount(), 1001);
    QCOMPARE(steps, (QVector<std::tuple<Extent, int, qint64>>{{Extent::All, 1001, 1001}}));
    // Another query: its rows are not there yet, those shown are of the one before.
    TaskQuery query;
    query.sort = TaskQuery::Sort::Number;
    m_model->setQuery(query);
    QCOMPARE(m_model->extent(), Extent::Before);
    QCOMPARE(m_model->rowCount(), 1001);
    QTRY_COMPARE(m_model->extent(), Extent::All);
}

void ChangedRowsTest::theFirstRowsAreShownWhereNothingIsToBeKept()
{
    m_rows = m_store->addTasks(0, 1000);
    QVERIFY(show());
    const QPersistentModelIndex held = m_model->indexOf(m_rows.at(500));
    QVector<int> counts;
    connect(m_model.get(), &TaskListModel::loadChanged, this, [&] { counts.append(m_model->rowCount()); });
    TaskQuery query;
    query.descending = false;
    QVERIFY(show(query, TaskListModel::Keep::Selection));
    QVERIFY(!counts.contains(200));
    QCOMPARE(held.row(), 500);
    query.descending = true;
    QVERIFY(show(query, TaskListModel::Keep::Nothing));
    QVERIFY(counts.contains(200));
    QVERIFY(!held.isValid());
}

QTEST_GUILESS_MAIN(ChangedRowsTest)
#include "ChangedRowsTest.moc"
