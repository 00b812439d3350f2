#include "ContractorTreeFixture.h"

#include <QSet>

using namespace naryad;
using namespace naryad::test;
using Model = models::ContractorTreeModel;

/// What the tree of clients shows, whole and of a filter.
class ContractorTreeTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void theWholeTreeByName();
    void theFilterKeepsTheWayToEachHit_data();
    void theFilterKeepsTheWayToEachHit();
    void whoseParentIsNotThereStandsAtTheTop();
    void circlesAreNotLost();
    void whatIsGoneIsNotShown();
    void whatIsReadToTheUser();
    void anIndexIsFoundById();
    void whatCantBeReadIsTold();
    void aHundredThousand();

private:
    std::unique_ptr<ModelFixture> m_store;
};

void ContractorTreeTest::init()
{
    m_store = std::make_unique<ModelFixture>();
}

static QVector<ContractorListItem> company()
{
    const QString camomile = text(u"Ромашка");
    return {
        client("1", camomile),
        client("2", text(u"Подразделение 10"), "1", camomile),
        client("3", text(u"Подразделение 9"), "1", camomile),
        client("4", text(u"Ёлка")),
        client("5", text(u"ООО «Ель»")),
        client("6", text(u"Склад"), "2", text(u"Подразделение 10")),
    };
}

void ContractorTreeTest::theWholeTreeByName()
{
    QVERIFY(m_store->mirror->applyContractorList(company(), true));
    Model model(m_store->reader);
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::Fatal);
    QCOMPARE(model.rowCount(), 0);
    QSignalSpy counts(&model, &Model::countsChanged);
    QVERIFY(filterTree(model, {}));
    QCOMPARE(
        linesOf(model),
        (QStringList{
            text(u"Ёлка"), text(u"ООО «Ель»"), text(u"Ромашка"), text(u"  Подразделение 9"),
            text(u"  Подразделение 10"), text(u"    Склад")}));
    QCOMPARE(model.total(), 6);
    QCOMPARE(model.hits(), 6);
    QCOMPARE(counts.size(), 1);
    const QModelIndex camomile = model.index(2, 0);
    QCOMPARE(model.idOf(camomile), QStringLiteral("1"));
    QCOMPARE(camomile.siblingAtColumn(Model::CountColumn).data().toInt(), 3);
    QVERIFY(model.index(0, Model::CountColumn).data().isNull());
}

void ContractorTreeTest::theFilterKeepsTheWayToEachHit_data()
{
    QTest::addColumn<QString>("typed");
    QTest::addColumn<QStringList>("lines");
    const QString camomile = text(u"Ромашка");
    const QStringList below{text(u"  Подразделение 9"), text(u"  Подразделение 10"), text(u"    Склад")};
    const QStringList deep{camomile, text(u"  Подразделение 10"), text(u"    Склад*")};
    QTest::addRow("deep") << text(u"склад") << deep;
    QTest::addRow("the parent, and all below it") << text(u"ромаш") << QStringList{camomile + u'*'} + below;
    QTest::addRow("inside a word") << text(u"омашк") << QStringList{camomile + u'*'} + below;
    QTest::addRow("parent and own name")
        << text(u"ромашка подразделение 9") << QStringList{camomile, text(u"  Подразделение 9*")};
    QTest::addRow("the other layout") << QStringLiteral("crkfl") << deep;
    QTest::addRow("one letter") << text(u"с") << deep;
    QTest::addRow("yo is ye") << text(u"елк") << QStringList{text(u"Ёлка*")};
    QTest::addRow("quotes") << text(u"\"ель\"") << QStringList{text(u"ООО «Ель»*")};
    QTest::addRow("external id") << QStringLiteral("EXT-77") << QStringList{text(u"Ёлка*")};
    QTest::addRow("address") << text(u"ленина") << QStringList{text(u"Ёлка*")};
    QTest::addRow("last digits") << QStringLiteral("7781") << QStringList{text(u"Ёлка*")};
    QTest::addRow("a whole phone") << QStringLiteral("8 903 627-77-81") << QStringList{text(u"Ёлка*")};
    QTest::addRow("a person's phone") << QStringLiteral("3344") << deep;
    QTest::addRow("nothing") << text(u"такого нет") << QStringList{};
}

void ContractorTreeTest::theFilterKeepsTheWayToEachHit()
{
    QFETCH(QString, typed);
    QFETCH(QStringList, lines);
    const QVector<ContractorListItem> items = company();
    QVERIFY(m_store->mirror->applyContractorList(items, true));
    auto tree = read(items.at(3));
    tree.value.externalId = Known<QString>::fromService(QStringLiteral("EXT-77"));
    tree.value.address = Known<Address>::fromService({text(u"ул. Ленина, 5"), {}, {}, {}, {}, {}, {}});
    tree.value.phones.value = {phone("31", "+7 (903) 627-77-81")};
    auto store = read(items.at(5));
    store.value.phones.value = {phone("32", "+7 495 111-33-44", "8")};
    QVERIFY(m_store->mirror->applyContractors({tree, store}));
    Model model(m_store->reader);
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::Fatal);
    QVERIFY(filterTree(model, {}));
    QVERIFY(filterTree(model, typed));
    QCOMPARE(linesOf(model), lines);
    QCOMPARE(model.hits(), lines.filter(QStringLiteral("*")).size());
    QCOMPARE(model.total(), 6);
    QVERIFY(filterTree(model, {}));
    QCOMPARE(linesOf(model).size(), 6);
}

void ContractorTreeTest::whoseParentIsNotThereStandsAtTheTop()
{
    QVERIFY(m_store->mirror->applyContractorList(
        {client("1", text(u"Берёза")), client("2", text(u"Ангар"), "99", text(u"Неизвестный")),
         client("3", text(u"Ворота"), "2", text(u"Ангар"))},
        true));
    Model model(m_store->reader);
    QVERIFY(filterTree(model, {}));
    QCOMPARE(linesOf(model), (QStringList{text(u"Ангар"), text(u"  Ворота"), text(u"Берёза")}));
    QVERIFY(model.index(0, 0).data(Model::StrayRole).toBool());
    QVERIFY(!model.index(1, 0).data(Model::StrayRole).toBool());
    QVERIFY(!model.index(0, 0, model.index(0, 0)).data(Model::StrayRole).toBool());
    QVERIFY(model.index(0, 0).data(Qt::ToolTipRole).toString().contains(text(u"Неизвестный")));
    // By the name of the parent that is not there it is found itself.
    QVERIFY(filterTree(model, text(u"неизвестный")));
    QCOMPARE(linesOf(model), (QStringList{text(u"Ангар*"), text(u"  Ворота")}));
}

void ContractorTreeTest::circlesAreNotLost()
{
    QVERIFY(m_store->mirror->applyContractorList(
        {client("1", text(u"А"), "2", text(u"Б")), client("2", text(u"Б"), "3", text(u"В")),
         client("3", text(u"В"), "1", text(u"А")), client("4", text(u"Под Б"), "2", text(u"Б")),
         client("5", text(u"Сам"), "5", text(u"Сам"))},
        true));
    Model model(m_store->reader);
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::Fatal);
    QVERIFY(filterTree(model, {}));
    QCOMPARE(
        linesOf(model), (QStringList{text(u"А"), text(u"Б"), text(u"  Под Б"), text(u"В"), text(u"Сам")}));
    QCOMPARE(model.total(), 5);
    for (int row = 0; row < 4; ++row)
        QVERIFY(model.index(row, 0).data(Model::StrayRole).toBool());
}

void ContractorTreeTest::whatIsGoneIsNotShown()
{
    QVERIFY(m_store->mirror->applyContractorList(company(), true));
    QVector<ContractorListItem> fewer = company();
    fewer.remove(1); // the parent of the store
    QVERIFY(m_store->mirror->applyContractorList(fewer, true));
    Model model(m_store->reader);
    QVERIFY(filterTree(model, {}));
    QCOMPARE(model.total(), 5);
    QVERIFY(!model.indexOf(QStringLiteral("2")).isValid());
    const QModelIndex store = model.indexOf(QStringLiteral("6"));
    QVERIFY(store.isValid() && !store.parent().isValid() && store.data(Model::StrayRole).toBool());
    QVERIFY(filterTree(model, text(u"подразделение")));
    QCOMPARE(model.hits(), 2); // the other one, and the stray by its parent's name
}

void ContractorTreeTest::whatIsReadToTheUser()
{
    QVERIFY(m_store->mirror->applyContractorList(company(), true));
    Model model(m_store->reader);
    QVERIFY(filterTree(model, {}));
    QVERIFY(linesOf(model).size() == 6);
    QCOMPARE(model.index(0, 0).data(Qt::AccessibleTextRole).toString(), text(u"Ёлка"));
    QCOMPARE(model.index(2, 0).data(Qt::AccessibleTextRole).toString(), text(u"Ромашка, 3 subdivision(s)"));
    QVERIFY(!model.headerData(0, Qt::Horizontal).toString().isEmpty());
    QVERIFY(!model.headerData(1, Qt::Horizontal).toString().isEmpty());
    QVERIFY(model.index(0, 0).data(Model::PendingRole).toString().isEmpty());
}

void ContractorTreeTest::anIndexIsFoundById()
{
    QVERIFY(m_store->mirror->applyContractorList(company(), true));
    Model model(m_store->reader);
    QSignalSpy revealed(&model, &Model::revealed);
    model.reveal(QStringLiteral("6")); // opens the tree
    QVERIFY(revealed.wait());
    QCOMPARE(revealed.size(), 1);
    const auto found = revealed.first().first().value<QModelIndex>();
    QCOMPARE(model.idOf(found), QStringLiteral("6"));
    QCOMPARE(model.idOf(found.parent()), QStringLiteral("2"));
    QCOMPARE(model.idOf(found.parent().parent()), QStringLiteral("1"));
    model.reveal(QStringLiteral("no such one"));
    QVERIFY(revealed.size() == 1); // never from within the call
    QVERIFY(revealed.wait());
    QVERIFY(!revealed.last().first().value<QModelIndex>().isValid());
    // What the filter leaves out is not shown.
    QVERIFY(filterTree(model, text(u"ёлка")));
    model.reveal(QStringLiteral("6"));
    QVERIFY(revealed.wait());
    QVERIFY(!revealed.last().first().value<QModelIndex>().isValid());
}

void ContractorTreeTest::whatCantBeReadIsTold()
{
    store::Reader none(m_store->path(QStringLiteral("none.db")), m_store->journalPath());
    Model model(none);
    QSignalSpy failed(&model, &Model::failed);
    model.setFilter({});
    QVERIFY(failed.wait());
    QCOMPARE(failed.first().first().value<Error>().kind, ErrorKind::Storage);
    QVERIFY(!model.isReady());
    QCOMPARE(model.rowCount(), 0);
    model.retry();
    QVERIFY(failed.wait());
}

/// A tenth of them at the top; the first has ten thousand below it.
void ContractorTreeTest::aHundredThousand()
{
    constexpr int All = 100000;
    constexpr int Top = 10000;
    QVector<ContractorListItem> items;
    for (int i = 0; i < All; ++i) {
        const QString id = QString::number(i + 1);
        const int parent = i < Top ? 0 : i < 2 * Top ? 1 : i % Top + 1;
        ContractorListItem item{id, text(u"Клиент ") + id, {}};
        if (parent != 0)
            item.parent = {QString::number(parent), text(u"Клиент ") + QString::number(parent)};
        items.append(item);
    }
    QVERIFY(m_store->mirror->applyContractorList(items, true));
    Model model(m_store->reader);
    QVERIFY(filterTree(model, {}));
    QCOMPARE(model.rowCount(), Top);
    QCOMPARE(model.total(), All);
    const QModelIndex first = model.indexOf(QStringLiteral("1"));
    QCOMPARE(model.rowCount(first), Top + 8);
    QTRY_COMPARE(first.data().toString(), text(u"Клиент 1"));
    const QModelIndex last = model.index(model.rowCount(first) - 1, 0, first);
    QCOMPARE(model.idOf(last), QStringLiteral("90001"));
    QTRY_COMPARE(last.data().toString(), text(u"Клиент 90001"));
    qint64 counted = model.rowCount();
    QSet<QString> ids;
    for (int row = 0; row < model.rowCount(); ++row) {
        const QModelIndex index = model.index(row, 0);
        ids.insert(model.idOf(index));
        counted += index.siblingAtColumn(Model::CountColumn).data().toInt();
    }
    QCOMPARE(counted, All);
    QCOMPARE(ids.size(), Top);
    QVERIFY(filterTree(model, text(u"99999")));
    QCOMPARE(model.hits(), 1);
    QCOMPARE(model.rowCount(), 1);
    QVERIFY(filterTree(model, text(u"клиент")));
    QCOMPARE(model.hits(), All);
}

QTEST_GUILESS_MAIN(ContractorTreeTest)
#include "ContractorTreeTest.moc"
