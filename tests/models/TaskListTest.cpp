#include "ModelFixture.h"
#include "models/TaskListModel.h"

#include <QAbstractItemModelTester>
#include <QColor>
#include <QItemSelectionModel>
#include <QSignalSpy>
#include <QTest>

using namespace naryad;
using namespace naryad::test;
using models::TaskListModel;
using Load = TaskListModel::Load;

/// The task list's model: what it shows when, and that nothing is lost from under the user.
class TaskListTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void theFirstRowsThenAll();
    void aShortListAndAnEmptyOne();
    void anotherQueryShowsItsFirstRows();
    void aLateAnswerIsDropped();
    void onePageOneChange();
    void theNewestPageFirst();
    void theCacheIsBounded();
    void whatChangedIsReadAgain();
    void whatIsGoneIsNotAskedForEver();
    void failedAndRetried();
    void columnsInWords();
    void sortingByColumns();

private:
    void unwatched();
    bool show(const TaskQuery &query = {});
    QString shown(int row, int column) const { return m_model->index(row, column).data().toString(); }
    bool isLoaded(int row) const { return m_model->index(row, 0).data(TaskListModel::LoadedRole).toBool(); }

    std::unique_ptr<ModelFixture> m_store;
    std::unique_ptr<TaskListModel> m_model;
};

void TaskListTest::init()
{
    m_model.reset();
    m_store = std::make_unique<ModelFixture>();
    m_model = std::make_unique<TaskListModel>(m_store->reader, AccountZone("Europe/Moscow"));
    new QAbstractItemModelTester(
        m_model.get(), QAbstractItemModelTester::FailureReportingMode::Fatal, m_model.get());
}

/// A model nobody reads but the test; the tester reads all of it.
void TaskListTest::unwatched()
{
    m_model = std::make_unique<TaskListModel>(m_store->reader, AccountZone("Europe/Moscow"));
}

/// Shows a query to its end.
bool TaskListTest::show(const TaskQuery &query)
{
    m_model->setQuery(query);
    return QTest::qWaitFor([this] { return m_model->load() == Load::Ready; });
}

void TaskListTest::theFirstRowsThenAll()
{
    const QVector<RowId> rows = m_store->addTasks(0, 1000);
    QCOMPARE(m_model->load(), Load::NotAsked);
    QCOMPARE(m_model->rowCount(), 0);
    QVector<QPair<int, Load>> steps;
    connect(m_model.get(), &TaskListModel::loadChanged, this, [&] {
        steps.append({m_model->rowCount(), m_model->load()});
    });
    QVERIFY(show());
    const QVector<QPair<int, Load>> expected{{0, Load::Loading}, {200, Load::Loading}, {1000, Load::Ready}};
    QCOMPARE(steps, expected);
    QCOMPARE(m_model->total(), 1000);
    for (int i = 0; i < 1000; ++i) // the newest plan first
        QCOMPARE(m_model->rowOf(m_model->index(i, 3)), rows.at(999 - i));
    QCOMPARE(m_model->indexOf(rows.first()), m_model->index(999, 0));
    QVERIFY(!m_model->indexOf(12345).isValid());
    QVERIFY(!m_model->indexOf(0).isValid());
    QCOMPARE(m_model->rowOf({}), 0);
    // The same query again is no work.
    m_model->setQuery(m_model->query());
    QCOMPARE(steps.size(), 3);
}

void TaskListTest::aShortListAndAnEmptyOne()
{
    QVERIFY(show());
    QCOMPARE(m_model->rowCount(), 0);
    QVERIFY(!m_model->index(0, 0).isValid());
    m_store->addTasks(0, 3);
    TaskQuery query;
    query.descending = false;
    QVERIFY(show(query));
    QCOMPARE(m_model->rowCount(), 3);
    query.text = QStringLiteral("nothing like it");
    QVERIFY(show(query));
    QCOMPARE(m_model->rowCount(), 0);
    QCOMPARE(m_model->total(), 3);
}

void TaskListTest::anotherQueryShowsItsFirstRows()
{
    m_store->addTasks(0, 1000);
    QVERIFY(show());
    QVector<int> counts;
    connect(m_model.get(), &TaskListModel::loadChanged, this, [&] { counts.append(m_model->rowCount()); });
    TaskQuery query;
    query.text = QStringLiteral("odd");
    QVERIFY(show(query));
    QVERIFY(counts.contains(200));
    QCOMPARE(counts.last(), 500);
    QCOMPARE(m_model->total(), 1000);
    // What changes by itself does not cut the list short on its way.
    counts.clear();
    m_store->addTasks(2001, 2);
    MirrorChange change;
    change.taskListChanged = true;
    m_model->apply(change);
    QTRY_COMPARE(m_model->rowCount(), 501);
    QCOMPARE(counts, QVector<int>{501});
}

void TaskListTest::aLateAnswerIsDropped()
{
    m_store->addTasks(0, 600);
    QVector<RowId> firsts;
    connect(m_model.get(), &TaskListModel::loadChanged, this, [&] {
        QVERIFY(m_model->load() != Load::Failed);
        if (m_model->rowCount() > 0)
            firsts.append(m_model->rowOf(m_model->index(0, 0)));
    });
    TaskQuery query;
    for (const char *typed : {"o", "od", "odd"}) {
        query.text = QString::fromLatin1(typed);
        m_model->setQuery(query);
    }
    query.text = QStringLiteral("even");
    query.descending = false;
    m_model->setQuery(query);
    QTRY_COMPARE(m_model->rowCount(), 300);
    QTRY_COMPARE(m_model->load(), Load::Ready);
    // Every row ever shown was one of the last query's.
    QVERIFY(!firsts.isEmpty());
    for (RowId first : firsts)
        QCOMPARE(first, firsts.last());
    // Changes told while a query runs are asked for once more behind it.
    MirrorChange change;
    change.taskListChanged = true;
    m_model->apply(change);
    m_store->addTasks(1000, 2);
    m_model->apply(change);
    m_model->apply(change);
    QTRY_COMPARE(m_model->rowCount(), 301);
}

void TaskListTest::onePageOneChange()
{
    m_store->addTasks(0, 400);
    unwatched();
    QVERIFY(show());
    QSignalSpy changes(m_model.get(), &QAbstractItemModel::dataChanged);
    const auto range = [&changes](int i) {
        return QPair(changes.at(i).at(0).toModelIndex(), changes.at(i).at(1).toModelIndex());
    };
    QCoreApplication::processEvents();
    QCOMPARE(changes.size(), 0); // nothing is read that is not drawn
    for (int column = 0; column < TaskListModel::ColumnCount; ++column) {
        QCOMPARE(shown(300, column), QStringLiteral("…"));
        QVERIFY(m_model->index(300, column).data(Qt::ToolTipRole).isNull());
    }
    QVERIFY(!isLoaded(300));
    QCOMPARE(m_model->taskRow(m_model->index(300, 0)).row, 0);
    QCOMPARE(shown(310, 0), QStringLiteral("…"));
    QTRY_COMPARE(changes.size(), 2);
    QCOMPARE(range(0), QPair(m_model->index(256, 0), m_model->index(383, TaskListModel::ColumnCount - 1)));
    // The page the scrolling goes to is there before it is drawn.
    QCOMPARE(range(1), QPair(m_model->index(384, 0), m_model->index(399, TaskListModel::ColumnCount - 1)));
    QCOMPARE(shown(300, TaskListModel::Number), QStringLiteral("99"));
    QCOMPARE(shown(399, TaskListModel::Number), QStringLiteral("0"));
    QCOMPARE(m_model->taskRow(m_model->index(300, 0)).number, QStringLiteral("99"));
    // Nothing is read twice.
    for (int row = 256; row < 400; ++row)
        QVERIFY(isLoaded(row) && !shown(row, 0).isEmpty());
    QCoreApplication::processEvents();
    QCOMPARE(changes.size(), 2);
}

void TaskListTest::theNewestPageFirst()
{
    m_store->addTasks(0, 5000);
    unwatched();
    QVERIFY(show());
    QSignalSpy changes(m_model.get(), &QAbstractItemModel::dataChanged);
    // Dragged from the top to the bottom in one go: what was passed by is not read.
    for (int row = 300; row < 5000; row += 20)
        QCOMPARE(shown(row, 0), QStringLiteral("…"));
    QTRY_VERIFY(isLoaded(4980));
    QCOMPARE(changes.first().at(1).toModelIndex().row(), 4991);
    QTRY_VERIFY(isLoaded(4980 - 7 * 128));
    // Whatever may still be read gets its turn.
    for (int turn = 0; turn < 50; ++turn) {
        m_store->reader.taskRows({}).waitForFinished();
        QCoreApplication::processEvents();
    }
    QVERIFY2(changes.size() == 8 || changes.size() == 9, qPrintable(QString::number(changes.size())));
    QVERIFY(!isLoaded(300));
}

void TaskListTest::theCacheIsBounded()
{
    constexpr int Rows = 128 * 70;
    m_store->addTasks(0, Rows);
    unwatched();
    QVERIFY(show());
    for (int row = 0; row < Rows; row += 128) {
        shown(row, 0);
        QVERIFY(QTest::qWaitFor([&] { return isLoaded(row); }));
    }
    int loaded = 0;
    for (int row = 0; row < Rows; ++row)
        loaded += isLoaded(row) ? 1 : 0;
    QVERIFY2(loaded <= 128 * 64 && loaded > 128 * 60, qPrintable(QString::number(loaded)));
    QVERIFY(!isLoaded(128 * 2));
    QVERIFY(isLoaded(Rows - 1));
    // What went is read again when it is drawn again.
    shown(128 * 2, 0);
    QTRY_VERIFY(isLoaded(128 * 2));
}

void TaskListTest::whatChangedIsReadAgain()
{
    const QVector<RowId> rows = m_store->addTasks(0, 500);
    unwatched();
    QVERIFY(show());
    shown(0, 0);
    QTRY_VERIFY(isLoaded(0));
    QSignalSpy changes(m_model.get(), &QAbstractItemModel::dataChanged);
    Task task = ModelFixture::task(497); // the third row
    task.taskTemplate.name = QStringLiteral("changed");
    QVERIFY(m_store->mirror->applyTasks({{task, {}}}, {0}));
    MirrorChange change;
    change.tasks = {rows.at(497), rows.at(0)}; // the second is not in memory, and need not be read
    m_model->apply(change);
    QTRY_COMPARE(changes.size(), 1);
    QCOMPARE(changes.first().at(0).toModelIndex(), m_model->index(2, 0));
    QCOMPARE(changes.first().at(1).toModelIndex(), m_model->index(2, TaskListModel::ColumnCount - 1));
    QCOMPARE(shown(2, TaskListModel::TemplateName), QStringLiteral("changed"));
    QVERIFY(!isLoaded(499));
}

void TaskListTest::whatIsGoneIsNotAskedForEver()
{
    m_store->addTasks(0, 3);
    QVERIFY(m_store->mirror->putJournalRow(ModelFixture::local(-1, 10)));
    TaskQuery query;
    query.sort = TaskQuery::Sort::Number;
    unwatched();
    QVERIFY(show(query));
    QCOMPARE(m_model->rowCount(), 4);
    QVERIFY(m_store->mirror->removeJournalRow(-1));
    // A view draws what has changed.
    int drawings = 0;
    const auto draw = [&] {
        ++drawings;
        for (int row = 0; row < m_model->rowCount(); ++row)
            shown(row, 0);
    };
    connect(m_model.get(), &QAbstractItemModel::dataChanged, this, draw);
    draw();
    QTRY_VERIFY(isLoaded(3));
    for (int i = 0; i < 50; ++i)
        QCoreApplication::processEvents();
    QCOMPARE(drawings, 2);
    QVERIFY(isLoaded(0));
    MirrorChange change;
    change.taskListChanged = true;
    m_model->apply(change);
    QTRY_COMPARE(m_model->rowCount(), 3);
}

void TaskListTest::failedAndRetried()
{
    const QString path = m_store->path(QStringLiteral("later.db"));
    const store::Reader reader(path, m_store->journalPath());
    TaskListModel model(const_cast<store::Reader &>(reader), AccountZone("Europe/Moscow"));
    QVector<Load> steps;
    connect(&model, &TaskListModel::loadChanged, this, [&] { steps.append(model.load()); });
    model.setQuery({});
    QTRY_COMPARE(model.load(), Load::Failed);
    QCOMPARE(steps, QVector<Load>({Load::Loading, Load::Failed}));
    QCOMPARE(model.error().kind, ErrorKind::Storage);
    QVERIFY(!describe(model.error()).isEmpty());
    model.retry();
    QCOMPARE(model.load(), Load::Loading);
    QTRY_COMPARE(model.load(), Load::Failed);
    const auto made = store::Mirror::open(path);
    QVERIFY(made && (*made)->applyTasks({{ModelFixture::task(1), {}}}, {0}));
    model.retry();
    QTRY_COMPARE(model.load(), Load::Ready);
    QCOMPARE(model.rowCount(), 1);
}

void TaskListTest::columnsInWords()
{
    Task whole = ModelFixture::task(1);
    whole.number = QStringLiteral("<b>17</b>");
    whole.contractor = Known<NamedRef>::fromService({QStringLiteral("1"), text(u"a < b & «Ёлка»")});
    whole.worker = Known<NamedRef>::fromService({});
    Task poor = ModelFixture::task(2);
    poor.number.clear();
    poor.taskTemplate = {};
    poor.plannedStart = Known<QDateTime>::fromService({});
    poor.worker = Known<NamedRef>::fromService({QStringLiteral("9007199254740993"), {}});
    QVERIFY(m_store->mirror->applyTasks({{whole, {}}, {poor, {}}}, {0, 0}));
    QVERIFY(m_store->mirror->wantTask(QStringLiteral("3")));
    Template colour;
    colour.id = QStringLiteral("7");
    colour.colour = QStringLiteral("#123456");
    QVERIFY(m_store->mirror->applyTemplates({{colour, {}}}));
    TaskQuery query;
    query.sort = TaskQuery::Sort::State;
    QVERIFY(show(query));
    shown(0, 0);
    QTRY_VERIFY(isLoaded(0));
    const QString unknown = QStringLiteral("—?");
    const auto row = [this](RowId number) {
        QStringList columns;
        for (int column = 0; column < TaskListModel::ColumnCount; ++column)
            columns.append(shown(m_model->indexOf(number).row(), column));
        return columns;
    };
    const QStringList first = row(1);
    QCOMPARE(first.at(TaskListModel::Number), whole.number);
    QVERIFY(first.at(TaskListModel::Plan).startsWith(QStringLiteral("01.11")));
    QCOMPARE(first.at(TaskListModel::ContractorName), whole.contractor.value.name);
    QCOMPARE(first.at(TaskListModel::WorkerName), QStringLiteral("—")); // known to be nobody
    QCOMPARE(
        row(2),
        QStringList(
            {QStringLiteral("—"), QStringLiteral("no time"), unknown, unknown,
             QStringLiteral("#9007199254740993"), QStringLiteral("sent"), unknown,
             QStringLiteral("100002")}));
    QCOMPARE(row(3).at(TaskListModel::Plan), QStringLiteral("details not loaded yet"));
    QCOMPARE(row(3).at(TaskListModel::State), QStringLiteral("not known"));
    const auto tip = [this](RowId number, int column) {
        return m_model->indexOf(number).siblingAtColumn(column).data(Qt::ToolTipRole).toString();
    };
    QCOMPARE(tip(1, TaskListModel::Number), QStringLiteral("<qt>&lt;b&gt;17&lt;/b&gt;</qt>"));
    QVERIFY(tip(1, TaskListModel::ContractorName).contains(QStringLiteral("a &lt; b &amp;")));
    QVERIFY(tip(2, TaskListModel::ContractorName).contains(QStringLiteral("Not known")));
    QCOMPARE(
        m_model->indexOf(1)
            .siblingAtColumn(TaskListModel::TemplateName)
            .data(Qt::DecorationRole)
            .value<QColor>(),
        QColor(0x12, 0x34, 0x56));
    QVERIFY(
        m_model->indexOf(2).siblingAtColumn(TaskListModel::TemplateName).data(Qt::DecorationRole).isNull());
}

void TaskListTest::sortingByColumns()
{
    m_store->addTasks(0, 3);
    QVERIFY(show());
    using Sort = TaskQuery::Sort;
    const QPair<int, Sort> sorts[]
        = {{TaskListModel::Number, Sort::Number},
           {TaskListModel::Plan, Sort::Plan},
           {TaskListModel::TemplateName, Sort::TemplateName},
           {TaskListModel::ContractorName, Sort::ContractorName},
           {TaskListModel::WorkerName, Sort::WorkerName},
           {TaskListModel::State, Sort::State}};
    QSet<QString> headers;
    for (const auto &[column, sort] : sorts) {
        for (Qt::SortOrder order : {Qt::AscendingOrder, Qt::DescendingOrder}) {
            m_model->sort(column, order);
            QCOMPARE(m_model->query().sort, sort);
            QCOMPARE(m_model->query().descending, order == Qt::DescendingOrder);
        }
        headers.insert(m_model->headerData(column, Qt::Horizontal).toString());
    }
    QCOMPARE(headers.size(), 6);
    QVERIFY(!headers.contains(QString()));
    // What has no order of its own leaves the present one.
    const TaskQuery before = m_model->query();
    for (const int column : {int(TaskListModel::PlannedEnd), int(TaskListModel::TaskId)}) {
        QVERIFY(!TaskListModel::isSortable(column));
        QVERIFY(!m_model->headerData(column, Qt::Horizontal).toString().isEmpty());
        m_model->sort(column, Qt::AscendingOrder);
        QCOMPARE(m_model->query(), before);
    }
    QVERIFY(TaskListModel::isSortable(TaskListModel::State));
    m_model->sort(-1); // a header without a sort indicator
    QCOMPARE(m_model->query().sort, Sort::State);
}

QTEST_GUILESS_MAIN(TaskListTest)
#include "TaskListTest.moc"
