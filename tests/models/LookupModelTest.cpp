#include "models/LookupModel.h"
#include "ModelFixture.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

using namespace naryad;
using namespace naryad::test;
using models::LookupModel;
using Kind = LookupModel::Kind;

/// The candidates of a picker.
class LookupModelTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void everyKind_data();
    void everyKind();
    void theLastTypedTextIsAnswered();
    void theSameRowsStay();
    void readyEvenWhenItCantBeRead();

private:
    bool type(LookupModel &model, const QString &typed);

    std::unique_ptr<ModelFixture> m_store;
};

void LookupModelTest::init()
{
    m_store = std::make_unique<ModelFixture>();
    const auto yes = Known<bool>::fromService(true);
    const auto no = Known<bool>::fromService(false);
    QVERIFY(m_store->mirror->applyEmployees(
        {{QStringLiteral("1"), text(u"Иванов"), no, yes}, {QStringLiteral("2"), text(u"Ильин"), yes, no}},
        true));
    QVERIFY(m_store->mirror->applyContractorList(
        {{QStringLiteral("3"), text(u"Ива"), {}},
         {QStringLiteral("4"), text(u"Склад"), {QStringLiteral("3"), text(u"Ива")}}},
        true));
    QVERIFY(m_store->mirror->applyTemplateList({{QStringLiteral("5"), text(u"Ивовый <забор>")}}, true));
    QVERIFY(m_store->journal->keepResult({QStringLiteral("74"), text(u"Ива срублена")}));
}

bool LookupModelTest::type(LookupModel &model, const QString &typed)
{
    QSignalSpy ready(&model, &LookupModel::ready);
    model.setTyped(typed);
    return !model.isReady() && QTest::qWaitFor([&] { return !ready.isEmpty(); }) && model.isReady();
}

void LookupModelTest::everyKind_data()
{
    QTest::addColumn<Kind>("kind");
    QTest::addColumn<QStringList>("shown");
    QTest::addColumn<QString>("firstId");
    QTest::addRow("contractors") << Kind::Contractors << QStringList{text(u"Ива"), text(u"Ива / Склад")}
                                 << QStringLiteral("3");
    QTest::addRow("workers") << Kind::Workers << QStringList{text(u"Иванов")} << QStringLiteral("1");
    QTest::addRow("employees") << Kind::Employees << QStringList{text(u"Иванов")} << QStringLiteral("1");
    QTest::addRow("templates") << Kind::Templates << QStringList{} << QString();
    QTest::addRow("results") << Kind::Results << QStringList{text(u"74 Ива срублена")}
                             << QStringLiteral("74");
}

void LookupModelTest::everyKind()
{
    QFETCH(Kind, kind);
    QFETCH(QStringList, shown);
    QFETCH(QString, firstId);
    LookupModel model(m_store->reader, kind);
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::Fatal);
    QVERIFY(type(model, text(u"ива")));
    QStringList rows;
    for (int row = 0; row < model.rowCount(); ++row)
        rows.append(model.index(row).data().toString());
    QCOMPARE(rows, shown);
    QCOMPARE(model.at(0).id, firstId);
    QVERIFY(model.at(-1).isNothing() && model.at(99).isNothing());
    QVERIFY(type(model, {}));
    QVERIFY(model.rowCount() > 0);
    QCOMPARE(model.rowCount(), kind == Kind::Employees || kind == Kind::Contractors ? 2 : 1);
    for (int row = 0; row < model.rowCount(); ++row) {
        const QModelIndex index = model.index(row);
        QCOMPARE(index.data(Qt::EditRole), index.data(Qt::DisplayRole));
        QVERIFY(!index.data(Qt::ToolTipRole).toString().contains(QStringLiteral("<забор")));
        QVERIFY(index.data(Qt::DecorationRole).isNull());
    }
}

void LookupModelTest::theLastTypedTextIsAnswered()
{
    LookupModel model(m_store->reader, Kind::Contractors);
    QSignalSpy ready(&model, &LookupModel::ready);
    QSignalSpy resets(&model, &LookupModel::modelReset);
    model.setTyped(text(u"ива"));
    model.setTyped(text(u"нет такого"));
    model.setTyped(text(u"склад"));
    QTRY_COMPARE(ready.size(), 1);
    QCOMPARE(model.rowCount(), 1);
    QCOMPARE(model.at(0).id, QStringLiteral("4"));
    QCoreApplication::processEvents();
    QCOMPARE(ready.size(), 1);
    QCOMPARE(resets.size(), 1);
}

void LookupModelTest::theSameRowsStay()
{
    LookupModel model(m_store->reader, Kind::Contractors);
    QVERIFY(type(model, text(u"скл")));
    QSignalSpy resets(&model, &LookupModel::modelReset);
    QVERIFY(type(model, text(u"склад")));
    QCOMPARE(resets.size(), 0);
    QCOMPARE(model.rowCount(), 1);
}

void LookupModelTest::readyEvenWhenItCantBeRead()
{
    store::Reader reader(m_store->path(QStringLiteral("none.db")), m_store->journalPath());
    LookupModel model(reader, Kind::Templates);
    QVERIFY(type(model, {}));
    QCOMPARE(model.rowCount(), 0);
}

QTEST_GUILESS_MAIN(LookupModelTest)
#include "LookupModelTest.moc"
