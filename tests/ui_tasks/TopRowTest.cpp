#include "../models/ModelFixture.h"
#include "models/TaskListModel.h"
#include "widgets/TopRowKeeper.h"

#include <QAbstractItemModelTester>
#include <QHeaderView>
#include <QRandomGenerator>
#include <QScrollBar>
#include <QSignalSpy>
#include <QTableView>
#include <QTest>

using namespace naryad;
using namespace naryad::test;
using models::TaskListModel;

namespace {

constexpr int Rows = 300;
constexpr int Top = 120; ///< where the list is scrolled to
constexpr int Chosen = 125; ///< and the row chosen, a few below

} // namespace

/// A real table over the real list: what is seen, chosen and current stays where it is while rows come, go
/// and move, whichever way the list is ordered.
class TopRowTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void cleanup();
    void rowsComeAbove_data() { directions(); }
    void rowsComeAbove();
    void rowsGoAbove_data() { directions(); }
    void rowsGoAbove();
    void theTopRowItselfGoes_data() { directions(); }
    void theTopRowItselfGoes();
    void aLocalRowGetsItsNumber_data() { directions(); }
    void aLocalRowGetsItsNumber();
    void aRowMovesToAnotherPlace_data() { directions(); }
    void aRowMovesToAnotherPlace();
    void anotherOrder_data() { directions(); }
    void anotherOrder();
    void atTheVeryTopNewRowsAreSeen_data() { directions(); }
    void atTheVeryTopNewRowsAreSeen();
    void theCurrentRowIsNotPushedOff_data() { directions(); }
    void theCurrentRowIsNotPushedOff();
    void nothingSeenStays();

private:
    static void directions();
    bool open(bool descending);
    bool put(RowId row, int number);
    bool ask(int rows);
    RowId topRow() const { return m_model->rowOf(m_table->indexAt(QPoint(5, 1))); }
    RowId current() const { return m_model->rowOf(m_table->currentIndex()); }
    /// A number planned before all others or after them, whichever is further up.
    int above(int i) const { return m_model->query().descending ? 5000 + i : i - 5000; }
    QVector<RowId> selected() const;

    std::unique_ptr<ModelFixture> m_store;
    std::unique_ptr<TaskListModel> m_model;
    std::unique_ptr<QTableView> m_table;
    RowId m_seen = 0; ///< at the top of the table after open()
    RowId m_chosen = 0;
};

void TopRowTest::directions()
{
    QTest::addColumn<bool>("descending");
    QTest::newRow("latest first") << true;
    QTest::newRow("earliest first") << false;
}

void TopRowTest::init()
{
    m_store = std::make_unique<ModelFixture>();
    m_model = std::make_unique<TaskListModel>(m_store->reader, AccountZone("Europe/Moscow"));
    new QAbstractItemModelTester(
        m_model.get(), QAbstractItemModelTester::FailureReportingMode::Fatal, m_model.get());
    m_table = std::make_unique<QTableView>();
    m_table->setModel(m_model.get());
    m_table->verticalHeader()->hide();
    m_table->verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    m_table->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_table->resize(600, 400);
    new ui::TopRowKeeper(m_table.get());
}

void TopRowTest::cleanup()
{
    m_table.reset();
    m_model.reset();
    m_store.reset();
}

bool TopRowTest::put(RowId row, int number)
{
    return m_store->mirror->putJournalRow(ModelFixture::local(row, number)).has_value();
}

/// Rows -1 to -Rows, scrolled into the middle, with a row chosen there.
bool TopRowTest::open(bool descending)
{
    for (int i = 1; i <= Rows; ++i) {
        if (!put(-i, i))
            return false;
    }
    TaskQuery query;
    query.descending = descending;
    m_model->setQuery(query);
    m_table->show();
    if (!QTest::qWaitFor([this] { return m_model->extent() == TaskListModel::Extent::All; })
        || m_model->rowCount() != Rows)
        return false;
    m_table->scrollTo(m_model->index(Top, 0), QAbstractItemView::PositionAtTop);
    m_table->selectRow(Chosen);
    m_seen = topRow();
    m_chosen = current();
    return m_seen == m_model->rowOf(m_model->index(Top, 0)) && m_chosen != 0;
}

/// As after a change of the mirror that leaves so many rows.
bool TopRowTest::ask(int rows)
{
    QSignalSpy answered(m_model.get(), &TaskListModel::loadChanged);
    MirrorChange change;
    change.taskListChanged = true;
    m_model->apply(change);
    return QTest::qWaitFor([&] { return !answered.isEmpty() && m_model->rowCount() == rows; });
}

QVector<RowId> TopRowTest::selected() const
{
    QVector<RowId> rows;
    const QModelIndexList indexes = m_table->selectionModel()->selectedRows();
    for (const QModelIndex &index : indexes)
        rows.append(m_model->rowOf(index));
    return rows;
}

#define STAYS()                                                                                              \
    do {                                                                                                     \
        QCOMPARE(topRow(), m_seen);                                                                          \
        QCOMPARE(current(), m_chosen);                                                                       \
        QCOMPARE(selected(), QVector<RowId>{m_chosen});                                                      \
    } while (false)

void TopRowTest::rowsComeAbove()
{
    QFETCH(bool, descending);
    QVERIFY(open(descending));
    int rows = Rows;
    // A few, and more than the screen holds.
    for (const int more : {1, 7, 150}) {
        for (int i = 0; i < more; ++i) {
            ++rows;
            QVERIFY(put(-1000 - rows, above(rows)));
        }
        QVERIFY(ask(rows));
        STAYS();
        QCOMPARE(m_table->verticalScrollBar()->value(), Top + rows - Rows);
    }
}

void TopRowTest::rowsGoAbove()
{
    QFETCH(bool, descending);
    QVERIFY(open(descending));
    for (int i = 0; i < 60; ++i)
        QVERIFY(m_store->mirror->removeJournalRow(m_model->rowOf(m_model->index(i * 2, 0))));
    QVERIFY(ask(Rows - 60));
    STAYS();
    QCOMPARE(m_table->verticalScrollBar()->value(), Top - 60);
    // And below, with those on the screen.
    const RowId below = m_model->rowOf(m_model->index(Top - 60 + 2, 0));
    QVERIFY(m_store->mirror->removeJournalRow(below));
    QVERIFY(ask(Rows - 61));
    STAYS();
}

void TopRowTest::theTopRowItselfGoes()
{
    QFETCH(bool, descending);
    QVERIFY(open(descending));
    const RowId second = m_model->rowOf(m_model->index(Top + 1, 0));
    QVERIFY(m_store->mirror->removeJournalRow(m_seen));
    QVERIFY(m_store->mirror->removeJournalRow(m_model->rowOf(m_model->index(3, 0))));
    QVERIFY(ask(Rows - 2));
    // What stands on the screen stays where it stands.
    QCOMPARE(m_model->rowOf(m_table->indexAt(QPoint(5, 1 + m_table->rowHeight(0)))), second);
    QCOMPARE(current(), m_chosen);
    QCOMPARE(selected(), QVector<RowId>{m_chosen});
}

void TopRowTest::aLocalRowGetsItsNumber()
{
    QFETCH(bool, descending);
    QVERIFY(open(descending));
    // The row at the top and the chosen one, each with rows that come above meanwhile.
    int rows = Rows;
    for (RowId *local : {&m_seen, &m_chosen}) {
        const QString id = QString::number(777 - *local);
        QVERIFY(m_store->mirror->wantTask(id));
        const RowId row = m_store->mirror->mirrored(id).value()->row;
        const RowId was = *local;
        QVERIFY(m_store->mirror->putJournalRow(ModelFixture::local(row, static_cast<int>(-was)), was));
        ++rows;
        QVERIFY(put(-1000 - rows, above(rows)));
        MirrorChange change;
        change.moved = {{was, row}};
        change.tasks = {row};
        change.taskListChanged = true;
        *local = row;
        m_model->apply(change);
        STAYS();
        QTRY_COMPARE(m_model->rowCount(), rows);
        STAYS();
    }
}

void TopRowTest::aRowMovesToAnotherPlace()
{
    QFETCH(bool, descending);
    QVERIFY(open(descending));
    // From above to below the screen, and from below to above it.
    const RowId up = m_model->rowOf(m_model->index(10, 0));
    const RowId down = m_model->rowOf(m_model->index(Rows - 10, 0));
    QVERIFY(put(up, -above(1)));
    QVERIFY(ask(Rows));
    QTRY_VERIFY(m_model->indexOf(up).row() > Chosen);
    STAYS();
    QVERIFY(put(down, above(2)));
    QVERIFY(ask(Rows));
    QTRY_VERIFY(m_model->indexOf(down).row() < Top);
    STAYS();
}

void TopRowTest::anotherOrder()
{
    QFETCH(bool, descending);
    QVERIFY(open(descending));
    TaskQuery query = m_model->query();
    query.descending = !descending;
    m_model->setQuery(query);
    QTRY_COMPARE(m_model->extent(), TaskListModel::Extent::All);
    STAYS();
    query.sort = TaskQuery::Sort::TemplateName;
    m_model->setQuery(query);
    QTRY_COMPARE(m_model->extent(), TaskListModel::Extent::All);
    STAYS();
}

void TopRowTest::atTheVeryTopNewRowsAreSeen()
{
    QFETCH(bool, descending);
    QVERIFY(open(descending));
    m_table->scrollToTop();
    QVERIFY(put(-1001, above(1)));
    QVERIFY(ask(Rows + 1));
    QCOMPARE(topRow(), -1001);
    QCOMPARE(m_table->verticalScrollBar()->value(), 0);
    QCOMPARE(current(), m_chosen);
}

void TopRowTest::theCurrentRowIsNotPushedOff()
{
    QFETCH(bool, descending);
    QVERIFY(open(descending));
    const auto isSeen = [this](int row) {
        const QRect place = m_table->visualRect(m_model->index(row, 0));
        return place.isValid() && m_table->viewport()->rect().contains(place.center());
    };
    // The last row on the screen, as after a page down.
    int last = Chosen;
    while (isSeen(last + 1))
        ++last;
    m_table->selectRow(last);
    m_table->scrollTo(m_table->currentIndex());
    const RowId chosen = current();
    const RowId between = m_model->rowOf(m_model->index(last - 2, 0));
    for (int i = 1; i <= 3; ++i)
        QVERIFY(put(-2000 - i, static_cast<int>(-between)));
    QVERIFY(ask(Rows + 3));
    QCOMPARE(current(), chosen);
    QCOMPARE(m_table->currentIndex().row(), last + 3);
    QVERIFY(isSeen(m_table->currentIndex().row()));
    // One that is planned anew is not run after.
    const RowId top = topRow();
    QVERIFY(put(chosen, -above(1)));
    QVERIFY(ask(Rows + 3));
    QTRY_VERIFY(m_table->currentIndex().row() > Rows - 5);
    QCOMPARE(topRow(), top);
}

void TopRowTest::nothingSeenStays()
{
    QVERIFY(open(true));
    m_table->clearSelection();
    m_table->setCurrentIndex({});
    TaskQuery query = m_model->query();
    query.text = QStringLiteral("even");
    m_model->setQuery(query);
    QTRY_COMPARE(m_model->rowCount(), Rows / 2);
    const RowId seen = topRow();
    QVERIFY(seen % 2 == 0);
    query.text = QStringLiteral("odd");
    m_model->setQuery(query, TaskListModel::Keep::Nothing);
    QTRY_COMPARE(m_model->extent(), TaskListModel::Extent::All);
    QVERIFY(topRow() % 2 != 0);
    // Other rows altogether are looked at from their beginning.
    QCOMPARE(m_table->verticalScrollBar()->value(), 0);
}

QTEST_MAIN(TopRowTest)
#include "TopRowTest.moc"
