#include "models/EquipmentListModel.h"
#include "ModelFixture.h"
#include "models/EquipmentModelsModel.h"

#include <QAbstractItemModelTester>
#include <QTest>

using namespace naryad;
using namespace naryad::test;
using namespace Qt::StringLiterals;
using models::EquipmentListModel;
using models::EquipmentModelsModel;

/// The list of equipment and that of its models, watched by Qt's own tester.
class EquipmentListModelTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void rowsComeByPages();
    void whatIsChosenStays();
    void sortingAndFiltering();
    void modelsFollow();

private:
    std::unique_ptr<ModelFixture> m_store;
};

void EquipmentListModelTest::init()
{
    m_store = std::make_unique<ModelFixture>();
    QVector<NamedRef> list;
    QVector<store::Kept<Equipment>> cards;
    for (int i = 0; i < 1000; ++i) {
        Equipment one;
        one.id = QString::number(i + 1);
        one.serialNumber = u"S"_s + QString::number(i);
        one.model = Known<EquipmentModel>::fromService(
            {QString::number(i % 2 + 1), i % 2 == 0 ? u"even"_s : u"odd"_s});
        cards.append({one, "{}"});
    }
    QVERIFY(m_store->mirror->applyEquipmentModels({{u"1"_s, u"even"_s}, {u"2"_s, u"odd"_s}}, true));
    QVERIFY(m_store->mirror->applyEquipment(cards));
}

void EquipmentListModelTest::rowsComeByPages()
{
    EquipmentListModel model(m_store->reader);
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    QCOMPARE(model.load(), EquipmentListModel::Load::NotAsked);
    model.setQuery({});
    QCOMPARE(model.load(), EquipmentListModel::Load::Loading);
    QTRY_VERIFY(model.isComplete());
    QCOMPARE(model.rowCount(), 1000);
    QCOMPARE(model.total(), 1000);
    for (const int row : {0, 999, 500}) {
        const QModelIndex index = model.index(row, EquipmentListModel::Serial);
        QTRY_COMPARE(index.data().toString(), u"S"_s + QString::number(row));
        QVERIFY(model.at(index).detailsLoaded);
    }
}

void EquipmentListModelTest::whatIsChosenStays()
{
    EquipmentListModel model(m_store->reader);
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    model.setQuery({});
    QTRY_VERIFY(model.isComplete());
    const QPersistentModelIndex chosen = model.index(700, 0);
    const RowId row = model.rowOf(chosen);
    model.sort(EquipmentListModel::Serial, Qt::DescendingOrder);
    QTRY_VERIFY(model.isComplete() && model.rowCount() == 1000 && model.rowOf(model.index(299, 0)) == row);
    CreateEquipment create;
    create.body.serialNumber = u"new"_s;
    QVERIFY(m_store->journal->append(create));
    model.lookAgain();
    QTRY_COMPARE(model.rowCount(), 1001);
    QTRY_COMPARE(model.index(0, 0).data().toString(), u"new"_s);
    QVERIFY(!model.index(0, 0).data(Qt::DecorationRole).isNull());
    QVERIFY(model.index(0, 0).data(Qt::AccessibleTextRole).toString() != u"new"_s);
}

void EquipmentListModelTest::sortingAndFiltering()
{
    EquipmentListModel model(m_store->reader);
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    model.setQuery({u"s99"_s, {}});
    QTRY_VERIFY(model.isComplete() && model.rowCount() == 11);
    model.setQuery({{}, u"2"_s});
    QTRY_VERIFY(model.isComplete() && model.rowCount() == 500);
    model.sort(EquipmentListModel::Owner, Qt::DescendingOrder);
    QTRY_VERIFY(model.isComplete() && model.rowCount() == 500);
    QTRY_COMPARE(model.index(0, 0).data().toString(), u"S999"_s);
    model.setQuery({u"nothing"_s, {}});
    QTRY_VERIFY(model.isComplete() && model.rowCount() == 0);
    QVERIFY(!model.indexOf(5).isValid());
}

void EquipmentListModelTest::modelsFollow()
{
    EquipmentModelsModel model(m_store->reader);
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    QCOMPARE(model.rowCount(), 1); // all
    model.lookAgain();
    QTRY_COMPARE(model.rowCount(), 3);
    QCOMPARE(model.index(1).data().toString(), u"even (500)"_s);
    const QPersistentModelIndex odd = model.index(2);
    model.setFilter(u"od"_s);
    QCOMPARE(model.rowCount(), 2);
    QCOMPARE(odd.row(), 1);
    QVERIFY(model.at(model.index(0)).id.isEmpty());
    QCOMPARE(model.indexOf(u"2"_s).row(), 1);
    QVERIFY(!model.indexOf(u"1"_s).isValid());
    model.setFilter({});
    QVERIFY(m_store->journal->append(UpdateEquipmentModel{{u"2"_s, {}}, {u"strange"_s}}));
    model.lookAgain();
    QTRY_COMPARE(model.index(2).data().toString(), u"strange (500)"_s);
    QVERIFY(!model.index(2).data(Qt::DecorationRole).isNull());
}

QTEST_MAIN(EquipmentListModelTest)

#include "EquipmentListModelTest.moc"
