#include "ContractorTreeFixture.h"

#include "core/CommandKinds.h"
#include "models/ContractorDetails.h"

using namespace naryad;
using namespace naryad::test;
using models::ContractorDetails;

/// All that a client's card shows.
class ClientCardTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void allThatBelongsToIt();
    void whatIsSaidOfItAndItsPersons();
    void oneThatExistsOnlyHere();
    void notThere();
    void byExactlyThisExternalId();

private:
    Result<ContractorCard> card(const QString &id, int tasks = 50) const;

    std::unique_ptr<ModelFixture> m_store;
};

void ClientCardTest::init()
{
    m_store = std::make_unique<ModelFixture>();
    const QString camomile = text(u"Ромашка");
    const QVector<ContractorListItem> items{
        client("1", camomile), client("2", text(u"Склад 10"), "1", camomile),
        client("3", text(u"Склад 9"), "1", camomile), client("4", text(u"Ворота"), "2", text(u"Склад 10")),
        client("5", text(u"Астра"))};
    QVERIFY(m_store->mirror->applyContractorList(items, true));
    auto store = read(items.at(1));
    store.value.externalId = Known<QString>::fromService(QStringLiteral("W-10"));
    Phone dead = phone("33", "44", "7");
    dead.deleted = true;
    store.value.phones.value = {phone("31", "11"), phone("32", "22", "6"), dead};
    Person known;
    known.id = QStringLiteral("6");
    known.name = text(u"Пётр");
    Person gone;
    gone.id = QStringLiteral("7");
    gone.name = text(u"Анна");
    gone.deleted = true;
    store.value.persons = Known<QVector<Person>>::fromService({known, gone});
    auto aster = read(items.at(4));
    aster.value.externalId = Known<QString>::fromService(QStringLiteral("W-1"));
    QVERIFY(m_store->mirror->applyContractors({store, aster}));
}

Result<ContractorCard> ClientCardTest::card(const QString &id, int tasks) const
{
    return ContractorDetails(m_store->reader).card(id, tasks).result();
}

void ClientCardTest::allThatBelongsToIt()
{
    Equipment pump;
    pump.id = QStringLiteral("50");
    pump.serialNumber = QStringLiteral("Q10");
    pump.contractor = Known<NamedRef>::fromService({QStringLiteral("2"), text(u"Склад 10")});
    Equipment other = pump;
    other.id = QStringLiteral("51");
    other.serialNumber = QStringLiteral("Q9");
    Equipment elsewhere = pump;
    elsewhere.id = QStringLiteral("52");
    elsewhere.contractor.value.id = QStringLiteral("5");
    QVERIFY(m_store->mirror->applyEquipment({{pump, {}}, {other, {}}, {elsewhere, {}}}));
    QVector<store::Kept<Task>> tasks;
    for (int i = 0; i < 5; ++i) {
        Task task = ModelFixture::task(i);
        // It was called otherwise once; the last is another's.
        const QString name = i < 2 ? text(u"Склад № 10") : text(u"Склад 10");
        task.contractor = Known<NamedRef>::fromService(
            {i == 4 ? QStringLiteral("5") : QStringLiteral("2"), i == 4 ? text(u"Астра") : name});
        tasks.append({task, {}});
    }
    QVERIFY(m_store->mirror->applyTasks(tasks, QVector<qint64>(tasks.size())));
    const auto read = card(QStringLiteral("2"), 3);
    QVERIFY(read);
    QCOMPARE(read->contractor.name, text(u"Склад 10"));
    QCOMPARE(read->path, (QVector<NamedRef>{{QStringLiteral("1"), text(u"Ромашка")}}));
    QCOMPARE(read->subdivisions.size(), 1);
    QCOMPARE(read->subdivisions.first().id, QStringLiteral("4"));
    QCOMPARE(read->phones, QVector<Phone>{phone("31", "11")});
    QCOMPARE(read->persons.size(), 2);
    QCOMPARE(read->persons.at(0).name, text(u"Пётр"));
    QCOMPARE(read->persons.at(0).phones.value, (QVector<Phone>{phone("32", "22", "6")}));
    QVERIFY(read->persons.at(1).deleted && read->persons.at(1).phones.value.first().deleted);
    QCOMPARE(read->equipment.size(), 2);
    QCOMPARE(read->equipment.at(0).serialNumber, QStringLiteral("Q9"));
    QCOMPARE(read->tasks.size(), 3);
    QCOMPARE(read->tasks.at(0).number, QStringLiteral("3"));
    QCOMPARE(read->tasks.at(2).number, QStringLiteral("1"));
    QCOMPARE(read->taskCount, 4);
    QVERIFY(read->said.isEmpty() && read->pending == PendingState::None);
    const auto deep = card(QStringLiteral("4"));
    QCOMPARE(
        deep->path,
        (QVector<NamedRef>{
            {QStringLiteral("1"), text(u"Ромашка")}, {QStringLiteral("2"), text(u"Склад 10")}}));
    const auto top = card(QStringLiteral("1"));
    QVERIFY(top->path.isEmpty());
    QCOMPARE(top->subdivisions.size(), 2);
    QCOMPARE(top->subdivisions.at(0).name, text(u"Склад 9"));
}

void ClientCardTest::whatIsSaidOfItAndItsPersons()
{
    DeletePhone phone;
    phone.object.id = QStringLiteral("32");
    const auto first = m_store->journal->append(phone);
    UpdateContractor other;
    other.object.id = QStringLiteral("5");
    other.body.name = text(u"Сирень");
    QVERIFY(m_store->journal->append(other));
    UpdatePerson person;
    person.object.id = QStringLiteral("6");
    person.body.name = text(u"Пётр Петрович");
    QVERIFY(m_store->journal->append(person, CommandState::Held));
    CreatePerson created;
    created.body.contractorId = QStringLiteral("2");
    created.body.name = text(u"Ольга");
    const auto made = m_store->journal->append(created);
    CreatePhone hers;
    hers.body.parentKind = PhoneParent::Person;
    hers.body.parentId = localId(made->token);
    hers.body.number = QStringLiteral("55");
    QVERIFY(m_store->journal->append(hers));
    // A task of the same number is not the client.
    CloseTask close;
    close.task.id = QStringLiteral("2");
    QVERIFY(m_store->journal->append(close));
    store::Outcome sent;
    sent.state = CommandState::Sent;
    QVERIFY(m_store->journal->settle(first->id, sent));
    const auto read = card(QStringLiteral("2"));
    QCOMPARE(read->said.size(), 4);
    QCOMPARE(read->said.first().id, first->id);
    QCOMPARE(read->pending, PendingState::Held);
    const QStringList lines = ContractorDetails::pendingLines(*read);
    QCOMPARE(lines.size(), 3);
    QVERIFY(lines.at(1).contains(text(u"Ольга")));
    QCOMPARE(card(QStringLiteral("5"))->said.size(), 1);
}

void ClientCardTest::oneThatExistsOnlyHere()
{
    AddSubdivision add;
    add.body.contractorId = QStringLiteral("1");
    add.body.name = text(u"Офис");
    add.body.contacts = {{{}, text(u"Ира"), {QStringLiteral("77")}}};
    const auto made = m_store->journal->append(add);
    const QString id = localId(made->token);
    const auto here = card(id);
    QVERIFY(here);
    QCOMPARE(here->contractor.name, text(u"Офис"));
    QCOMPARE(here->path, (QVector<NamedRef>{{QStringLiteral("1"), text(u"Ромашка")}}));
    QCOMPARE(here->persons.size(), 1);
    QCOMPARE(here->persons.first().phones.value.first().number, QStringLiteral("77"));
    QCOMPARE(here->said.size(), 1);
    QCOMPARE(here->pending, PendingState::Waiting);
    QCOMPARE(card(QStringLiteral("1"))->subdivisions.size(), 3);
    QVERIFY(card(QStringLiteral("1"))->subdivisions.at(0).madeHere);
    // Once it has an id, the local one still finds it.
    store::Outcome sent;
    sent.state = CommandState::Sent;
    sent.resultId = QStringLiteral("88");
    QVERIFY(m_store->journal->settle(made->id, sent));
    QCOMPARE(card(id)->contractor.id, QStringLiteral("88"));
    QVERIFY(m_store->mirror->applyContractors({read(client("88", text(u"Офис"), "1"))}));
    QCOMPARE(card(id)->contractor.id, QStringLiteral("88"));
    QCOMPARE(card(id)->said.size(), 1);
}

void ClientCardTest::notThere()
{
    QCOMPARE(card(QStringLiteral("999")).error().kind, ErrorKind::NotFound);
    QCOMPARE(card(QStringLiteral("local:nobody")).error().kind, ErrorKind::NotFound);
}

void ClientCardTest::byExactlyThisExternalId()
{
    const ContractorDetails details(m_store->reader);
    QCOMPARE(details.byExternalId(QStringLiteral("W-10")).result()->id, QStringLiteral("2"));
    QCOMPARE(details.byExternalId(QStringLiteral("W-1")).result()->id, QStringLiteral("5"));
    for (const char *none : {"W", "w-1", "10", "W-100", ""})
        QCOMPARE(details.byExternalId(QString::fromLatin1(none)).result().error().kind, ErrorKind::NotFound);
}

QTEST_GUILESS_MAIN(ClientCardTest)
#include "ClientCardTest.moc"
