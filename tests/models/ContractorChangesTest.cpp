#include "ContractorTreeFixture.h"

#include "core/CommandKinds.h"

#include <QPersistentModelIndex>

using namespace naryad;
using namespace naryad::test;
using Model = models::ContractorTreeModel;

/// What becomes of the tree while it is open: what the service changes, and what is said here.
class ContractorChangesTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void whatIsHeldStaysThroughAChange();
    void whatIsMadeHereIsShown();
    void whatIsMadeHereComesToBeMirrored();
    void whatIsRenamedHereIsShownSo();
    void whatIsOnItsWayIsMarked();
    void theFilterHoldsThroughAChange();

private:
    void change(bool journal);
    CommandId said(const Command &command, CommandState state = CommandState::Waiting);

    std::unique_ptr<ModelFixture> m_store;
    std::unique_ptr<Model> m_model;
    std::unique_ptr<QAbstractItemModelTester> m_tester;
};

void ContractorChangesTest::init()
{
    m_tester.reset();
    m_model.reset();
    m_store = std::make_unique<ModelFixture>();
    const QString camomile = text(u"Ромашка");
    QVERIFY(m_store->mirror->applyContractorList(
        {client("1", camomile), client("2", text(u"Склад"), "1", camomile), client("3", text(u"Астра"))},
        true));
    m_model = std::make_unique<Model>(m_store->reader);
    m_tester = std::make_unique<QAbstractItemModelTester>(
        m_model.get(), QAbstractItemModelTester::FailureReportingMode::Fatal);
    QVERIFY(filterTree(*m_model, {}));
}

void ContractorChangesTest::change(bool journal)
{
    MirrorChange told;
    told.listsChanged = !journal;
    told.journalChanged = journal;
    m_model->applyChange(told);
}

CommandId ContractorChangesTest::said(const Command &command, CommandState state)
{
    const auto entry = m_store->journal->append(command, state);
    return entry ? entry->id : 0;
}

void ContractorChangesTest::whatIsHeldStaysThroughAChange()
{
    const QPersistentModelIndex store = m_model->indexOf(QStringLiteral("2"));
    const QPersistentModelIndex aster = m_model->indexOf(QStringLiteral("3"));
    const QPersistentModelIndex camomile(store.parent());
    QVERIFY(store.isValid() && aster.isValid());
    QSignalSpy resets(m_model.get(), &Model::modelReset);
    // Renamed so that it sorts first; one more at the top and one more below; another goes.
    const QString name = text(u"А-Ромашка");
    QVERIFY(m_store->mirror->applyContractorList(
        {client("1", name), client("2", text(u"Склад"), "1", name), client("4", text(u"Архив"), "1", name),
         client("5", text(u"Яблоко"))},
        true));
    change(false);
    QTRY_COMPARE(m_model->total(), 4);
    QTRY_COMPARE(linesOf(*m_model), (QStringList{name, text(u"  Архив"), text(u"  Склад"), text(u"Яблоко")}));
    QCOMPARE(m_model->idOf(store), QStringLiteral("2"));
    QCOMPARE(store.row(), 1);
    QCOMPARE(store.parent(), QModelIndex(camomile));
    QCOMPARE(camomile.row(), 0);
    QVERIFY(!aster.isValid());
    QVERIFY(resets.isEmpty());
}

void ContractorChangesTest::whatIsMadeHereIsShown()
{
    CreateContractor create;
    create.body.name = text(u"Василёк");
    create.body.phones = {QStringLiteral("+7 903 111-22-33")};
    const CommandId made = said(create);
    QVERIFY(made != 0);
    const QString local = localId(m_store->journal->entry(made)->token);
    AddSubdivision below;
    below.body.contractorId = local;
    below.body.name = text(u"Цех");
    QVERIFY(said(below) != 0);
    AddSubdivision known;
    known.body.contractorId = QStringLiteral("1");
    known.body.name = text(u"Офис");
    const CommandId office = said(known);
    QVERIFY(office != 0);
    change(true);
    QTRY_COMPARE(m_model->total(), 6);
    QTRY_COMPARE(
        linesOf(*m_model),
        (QStringList{
            text(u"Астра"), text(u"Василёк"), text(u"  Цех"), text(u"Ромашка"), text(u"  Офис"),
            text(u"  Склад")}));
    const QModelIndex flower = m_model->indexOf(local);
    QVERIFY(flower.isValid() && flower.data(Model::MadeHereRole).toBool());
    QCOMPARE(flower.data(Model::PendingRole).toString(), QStringLiteral("waiting"));
    QVERIFY(flower.data(Qt::AccessibleDescriptionRole).toString().contains(QStringLiteral("waiting")));
    QVERIFY(!m_model->index(0, 0).data(Model::MadeHereRole).toBool());
    for (const char16_t *typed : {u"василек", u"2233", u"dfcbktr"}) {
        QVERIFY(filterTree(*m_model, text(typed)));
        QTRY_COMPARE(linesOf(*m_model), (QStringList{text(u"Василёк*"), text(u"  Цех")}));
    }
    QVERIFY(filterTree(*m_model, {}));
    store::Outcome dropped;
    dropped.state = CommandState::Dropped;
    QVERIFY(m_store->journal->settle(office, dropped));
    change(true);
    QTRY_COMPARE(m_model->total(), 5);
}

void ContractorChangesTest::whatIsMadeHereComesToBeMirrored()
{
    CreateContractor create;
    create.body.name = text(u"Василёк");
    const CommandId made = said(create);
    const QString local = localId(m_store->journal->entry(made)->token);
    change(true);
    QTRY_COMPARE(m_model->total(), 4);
    const QPersistentModelIndex flower = m_model->indexOf(local);
    QVERIFY(flower.isValid());
    // Sent, and not read back yet: by its own id, still there.
    store::Outcome sent;
    sent.state = CommandState::Sent;
    sent.resultId = QStringLiteral("77");
    QVERIFY(m_store->journal->settle(made, sent));
    change(true);
    QTRY_COMPARE(m_model->idOf(flower), QStringLiteral("77"));
    QCOMPARE(m_model->total(), 4);
    QVERIFY(m_store->mirror->applyContractors({read(client("77", text(u"Василёк")))}));
    change(false);
    QTRY_VERIFY(!flower.data(Model::MadeHereRole).toBool());
    QVERIFY(flower.isValid());
    QCOMPARE(m_model->idOf(flower), QStringLiteral("77"));
    QTRY_COMPARE(linesOf(*m_model).filter(text(u"Василёк")).size(), 1);
    QCOMPARE(m_model->total(), 4);
}

void ContractorChangesTest::whatIsRenamedHereIsShownSo()
{
    QVERIFY(linesOf(*m_model).contains(text(u"Астра")));
    const QPersistentModelIndex aster = m_model->indexOf(QStringLiteral("3"));
    UpdateContractor update;
    update.object.id = QStringLiteral("3");
    update.base = ContractorBody{};
    update.base->name = text(u"Астра");
    update.body.name = text(u"Ясень");
    const CommandId id = said(update);
    change(true);
    QTRY_COMPARE(aster.row(), 1);
    QTRY_COMPARE(linesOf(*m_model), (QStringList{text(u"Ромашка"), text(u"  Склад"), text(u"Ясень")}));
    QCOMPARE(aster.data(Model::PendingRole).toString(), QStringLiteral("waiting"));
    for (const char16_t *typed : {u"ясень", u"астра"}) {
        QVERIFY(filterTree(*m_model, text(typed)));
        QTRY_COMPARE(linesOf(*m_model), QStringList{text(u"Ясень*")});
    }
    QVERIFY(filterTree(*m_model, {}));
    // A renamed parent does not lose or misplace what is below it.
    UpdateContractor parent;
    parent.object.id = QStringLiteral("1");
    parent.body.name = text(u"Акация");
    QVERIFY(said(parent) != 0);
    change(true);
    QTRY_COMPARE(linesOf(*m_model).value(0), text(u"Акация"));
    QTRY_COMPARE(linesOf(*m_model).value(1), text(u"  Склад"));
    // What was refused is not what it is called: only its mark shows.
    store::Outcome refused;
    refused.state = CommandState::Refused;
    QVERIFY(m_store->journal->settle(id, refused));
    change(true);
    QTRY_VERIFY(linesOf(*m_model).contains(text(u"Астра")));
    QCOMPARE(
        m_model->indexOf(QStringLiteral("3")).data(Model::PendingRole).toString(), QStringLiteral("refused"));
}

void ContractorChangesTest::whatIsOnItsWayIsMarked()
{
    QCOMPARE(linesOf(*m_model).size(), 3);
    CreatePerson person;
    person.body.contractorId = QStringLiteral("2");
    person.body.name = text(u"Пётр");
    const CommandId made = said(person);
    CreatePhone ofPerson;
    ofPerson.body.parentKind = PhoneParent::Person;
    ofPerson.body.parentId = localId(m_store->journal->entry(made)->token);
    ofPerson.body.number = QStringLiteral("11");
    QVERIFY(said(ofPerson, CommandState::Held) != 0);
    const QModelIndex store = m_model->indexOf(QStringLiteral("2"));
    QSignalSpy changed(m_model.get(), &Model::dataChanged);
    change(true);
    // The most urgent of the two.
    QTRY_COMPARE(store.data(Model::PendingRole).toString(), QStringLiteral("held"));
    QVERIFY(!changed.isEmpty());
    QCOMPARE(changed.first().first().value<QModelIndex>(), store);
    CreatePhone own;
    own.body.parentId = QStringLiteral("3");
    own.body.number = QStringLiteral("33");
    QVERIFY(said(own) != 0);
    change(true);
    QTRY_COMPARE(
        m_model->indexOf(QStringLiteral("3")).data(Model::PendingRole).toString(), QStringLiteral("waiting"));
}

void ContractorChangesTest::theFilterHoldsThroughAChange()
{
    QVERIFY(filterTree(*m_model, text(u"склад")));
    QTRY_COMPARE(linesOf(*m_model), (QStringList{text(u"Ромашка"), text(u"  Склад*")}));
    const QPersistentModelIndex store = m_model->indexOf(QStringLiteral("2"));
    QSignalSpy filtered(m_model.get(), &Model::filtered);
    QVERIFY(m_store->mirror->applyContractorList({client("9", text(u"Складской двор"))}, false));
    change(false);
    QTRY_COMPARE(m_model->hits(), 2);
    QTRY_COMPARE(
        linesOf(*m_model), (QStringList{text(u"Ромашка"), text(u"  Склад*"), text(u"Складской двор*")}));
    QCOMPARE(m_model->idOf(store), QStringLiteral("2"));
    QVERIFY(filtered.isEmpty()); // only setFilter() is answered by it
}

QTEST_GUILESS_MAIN(ContractorChangesTest)
#include "ContractorChangesTest.moc"
