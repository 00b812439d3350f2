#include "ContractorCodec.h"
#include "ListCodec.h"
#include "Samples.h"

#include <QTest>

using namespace naryad;
using namespace naryad::api;
namespace samples = naryad::test::samples;

namespace {

const AccountZone zone;

Result<Contractor> read(const QByteArray &body, const QString &asked = {})
{
    return readContractor(body, asked, zone);
}

} // namespace

class ContractorsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsTheDocumentsSample();
    void readsContractorByExternalId();
    void leavesUntoldPartsNotKnown();
    void tellsKnownEmptyFromNotKnown();
    void readsSubdivisionAndPersons();
    void listsAPhoneOnce();
    void readsParents_data();
    void readsParents();
    void refusesWhatIsNoContractor();
    void searchesByExternalId_data();
    void searchesByExternalId();
    void readsContractorList();
    void readsPersons();
    void readsPhones();
    void bodiesSayTheSameAgain();
    void anUpdateLeavesOutWhatWasNotTold();
};

void ContractorsTest::readsTheDocumentsSample()
{
    const auto contractor = read(samples::contractor(), QStringLiteral("1903968"));
    QVERIFY(contractor.has_value());
    QCOMPARE(contractor->id, QStringLiteral("1903968"));
    QCOMPARE(contractor->name, QStringLiteral("Ромашка"));
    QVERIFY(contractor->parent.isNothing());
    QVERIFY(!contractor->externalId.isKnown());
    QVERIFY(contractor->address.isKnown());
    QCOMPARE(contractor->address.value.text, QStringLiteral("Ленинский пр., дом № 6"));
    QCOMPARE(contractor->createdAt.value, QDateTime::fromSecsSinceEpoch(1636723472, Qt::UTC));
    const NamedRef author{QStringLiteral("2977"), QStringLiteral("Валентин")};
    QVERIFY(contractor->author == Known<NamedRef>::fromService(author));
    QVERIFY(contractor->employee == Known<NamedRef>::fromService({}));
    QVERIFY(contractor->favourite == Known<bool>::fromService(false));
    QVERIFY(contractor->equipmentCount == Known<qint64>::fromService(0));
    QVERIFY(contractor->subdivisionCount == Known<qint64>::fromService(0));
    QVERIFY(!contractor->persons.isKnown());
    QCOMPARE(contractor->phones.value.size(), 1);
    const Phone phone = contractor->phones.value.first();
    QCOMPARE(phone.id, QStringLiteral("1397914"));
    QCOMPARE(phone.number, QStringLiteral("+7 555 55 55 55"));
    QCOMPARE(phone.personId, QString());
    QVERIFY(!phone.deleted);
    QCOMPARE(phone.createdAt.value, contractor->createdAt.value);
    QVERIFY(contractor->detailsLoaded);
    QVERIFY(contractor->notUnderstood.isEmpty());
}

void ContractorsTest::readsContractorByExternalId()
{
    const auto contractor = read(samples::contractorByExternalId());
    QVERIFY(contractor.has_value());
    QCOMPARE(contractor->id, QStringLiteral("1903968"));
    QVERIFY(
        contractor->externalId
        == Known<QString>::fromService(QStringLiteral("91bf7d25-abd9-11e1-9c86-002219216b99")));
}

void ContractorsTest::leavesUntoldPartsNotKnown()
{
    const auto bare = read(R"({"id":1,"name":"x"})");
    QVERIFY(bare.has_value());
    QVERIFY(!bare->externalId.isKnown());
    QVERIFY(!bare->address.isKnown());
    QVERIFY(!bare->phones.isKnown());
    QVERIFY(!bare->persons.isKnown());
    QVERIFY(!bare->createdAt.isKnown());
    QVERIFY(!bare->author.isKnown());
    QVERIFY(!bare->employee.isKnown());
    QVERIFY(!bare->favourite.isKnown());
    QVERIFY(!bare->equipmentCount.isKnown());
    QVERIFY(!bare->subdivisionCount.isKnown());
    // Neither is what can't be understood
    const auto odd = read(R"({"id":1,"author":{"name":"x"},"favourites":"often","equipmentCounter":"many",)"
                          R"("createdAt":"yesterday"})");
    QVERIFY(odd.has_value());
    QVERIFY(!odd->author.isKnown());
    QVERIFY(!odd->favourite.isKnown());
    QVERIFY(!odd->equipmentCount.isKnown());
    QVERIFY(!odd->createdAt.isKnown());
}

void ContractorsTest::tellsKnownEmptyFromNotKnown()
{
    const auto empty
        = read(R"({"id":1,"externalId":"","address":"","phone":[],"person":null,"author":"NULL",)"
               R"("createdAt":"0","equipmentCounter":3})");
    QVERIFY(empty.has_value());
    QVERIFY(empty->externalId.isKnown() && empty->externalId.value.isEmpty());
    QVERIFY(empty->address.isKnown() && empty->address.value.isEmpty());
    QVERIFY(empty->phones.isKnown() && empty->phones.value.isEmpty());
    QVERIFY(empty->persons.isKnown() && empty->persons.value.isEmpty());
    QVERIFY(empty->author.isKnown() && empty->author.value.isNothing());
    QVERIFY(empty->createdAt.isKnown() && !empty->createdAt.value.isValid());
    QVERIFY(empty->equipmentCount == Known<qint64>::fromService(3));
}

void ContractorsTest::readsSubdivisionAndPersons()
{
    const auto contractor = read(
        R"({"id":2210406,"name":"Подразделение 1","parent":{"id":"2210405","name":"Газпроп"},
            "external_id":"2","address":"Ленинский","address_porch":"1","address_floor":2,"lat":"55.7719","lon":37.5963,
            "phone":[{"id":1,"name":832874834,"contractorPerson":"97611","deleted":"1"}],
            "person":[{"id":"5","name":"Сергей","jobposition":"мастер","phone":[{"id":"6","name":"11"}]},
                      {"id":"8","name":"Анна"}]})",
        QStringLiteral("2210406"));
    QVERIFY(contractor.has_value());
    QCOMPARE(contractor->path(), QStringLiteral("Газпроп / Подразделение 1"));
    QCOMPARE(contractor->externalId.value, QStringLiteral("2"));
    QCOMPARE(contractor->address.value.entrance, QStringLiteral("1"));
    QCOMPARE(contractor->address.value.floor, QStringLiteral("2"));
    QCOMPARE(contractor->address.value.longitude, QStringLiteral("37.5963"));
    const QVector<Phone> phones = contractor->phones.value;
    QCOMPARE(phones.size(), 2);
    QCOMPARE(phones.at(0).number, QStringLiteral("832874834"));
    QCOMPARE(phones.at(0).personId, QStringLiteral("97611"));
    QVERIFY(phones.at(0).deleted);
    QCOMPARE(phones.at(1).personId, QStringLiteral("5"));
    const QVector<Person> persons = contractor->persons.value;
    QCOMPARE(persons.size(), 2);
    QCOMPARE(persons.at(0).position.value, QStringLiteral("мастер"));
    QCOMPARE(persons.at(0).phones.value.size(), 1);
    QVERIFY(!persons.at(1).phones.isKnown());
    QVERIFY(!persons.at(1).position.isKnown());
}

void ContractorsTest::listsAPhoneOnce()
{
    const auto contractor = read(R"({"id":1,"phone":[{"id":"6","name":"11"},{"id":"7","name":"12"}],)"
                                 R"("person":[{"id":"5","name":"Сергей","phone":[{"id":6,"name":"11"}]}]})");
    QVERIFY(contractor.has_value());
    QCOMPARE(contractor->phones.value.size(), 2);
    QCOMPARE(contractor->phones.value.at(0).personId, QStringLiteral("5"));
    QCOMPARE(contractor->phones.value.at(1).personId, QString());
}

void ContractorsTest::readsParents_data()
{
    QTest::addColumn<QByteArray>("json");
    QTest::addColumn<QString>("id");
    QTest::addColumn<QString>("name");
    const auto row = [](const char *name, const char *json, const char *id, const char *parentName = "") {
        QTest::newRow(name) << QByteArray(json) << QString::fromUtf8(id) << QString::fromUtf8(parentName);
    };
    row("none as text", R"("parent":"0")", "");
    row("none as number", R"("parent":0)", "");
    row("none", R"("parent":null)", "");
    row("none by an empty object", R"("parent":{})", "");
    row("bare id", R"("parent":"7")", "7");
    row("bare number", R"("parent":7)", "7");
    row("object", R"("parent":{"id":7,"name":"Газпроп"})", "7", "Газпроп");
    row("two keys", R"("parentId":"7","parentName":"Газпроп")", "7", "Газпроп");
    row("snake case", R"("parent_id":7,"parent_name":"Газпроп")", "7", "Газпроп");
    row("bare id with a name beside it", R"("parent":"7","parentName":"Газпроп")", "7", "Газпроп");
}

void ContractorsTest::readsParents()
{
    QFETCH(QByteArray, json);
    QFETCH(QString, id);
    QFETCH(QString, name);
    const auto contractor = read("{\"id\":1," + json + "}");
    QVERIFY(contractor.has_value());
    QCOMPARE(contractor->parent.id, id);
    QCOMPARE(contractor->parent.name, name);
}

void ContractorsTest::refusesWhatIsNoContractor()
{
    QCOMPARE(read("{}", QStringLiteral("1")).error().kind, ErrorKind::BadAnswer);
    QCOMPARE(read("[]", QStringLiteral("1")).error().kind, ErrorKind::BadAnswer);
    QCOMPARE(read("{\"id\":1}", QStringLiteral("2")).error().place, QStringLiteral("id"));
    QCOMPARE(read("{\"id\":1,\"phone\":[\"11\"]}").error().place, QStringLiteral("phone[0]"));
    QCOMPARE(
        read(R"({"id":1,"person":[{"id":5},{"id":6,"phone":[{},3]}]})").error().place,
        QStringLiteral("person[1].phone[1]"));
}

void ContractorsTest::searchesByExternalId_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QString>("kind"); // empty = found
    const auto row = [](const char *body, const char *kind) {
        QTest::newRow(body) << QByteArray(body) << QString::fromLatin1(kind);
    };
    row(R"({"id":1,"externalId":"ab-1","name":"x"})", "");
    row(R"({"id":1,"external_id":"AB-1"})", "");
    row(R"({"id":1,"name":"the external id is not told"})", "");
    row("null", "not found");
    row("[]", "not found");
    row("false", "not found");
    row(R"({"id":1,"externalId":"another"})", "bad answer");
    // Nothing to be sure of: a create must not be repeated on the strength of these
    row("{}", "bad answer");
    row("", "bad answer");
    row("true", "bad answer");
    row("[{\"id\":1},{\"id\":2}]", "bad answer");
}

void ContractorsTest::searchesByExternalId()
{
    QFETCH(QByteArray, body);
    QFETCH(QString, kind);
    const auto found = readContractorFound(body, QStringLiteral("ab-1"), zone);
    QCOMPARE(found ? QString() : toName(found.error().kind), kind);
}

void ContractorsTest::readsContractorList()
{
    const auto page = readPage<ContractorListItem>(samples::contractorList(), readContractorListItem);
    QVERIFY(page.has_value());
    QCOMPARE(page->rows.size(), 2);
    QVERIFY(page->rows.at(0).parent.isNothing());
    const NamedRef parent{QStringLiteral("2210405"), QStringLiteral("Газпроп")};
    QCOMPARE(page->rows.at(1).parent, parent);
    QVERIFY(page->last);
}

void ContractorsTest::readsPersons()
{
    const auto person = readPerson(samples::person(), QStringLiteral("1903968"), zone);
    QVERIFY(person.has_value());
    QCOMPARE(person->id, QStringLiteral("1903968"));
    QCOMPARE(person->name, QStringLiteral("Алексей И"));
    const NamedRef contractor{QStringLiteral("97611"), QStringLiteral("123")};
    QVERIFY(person->contractor == Known<NamedRef>::fromService(contractor));
    QVERIFY(person->position == Known<QString>::fromService(QString()));
    QVERIFY(!person->deleted);
    QCOMPARE(person->phones.value.size(), 1);
    QCOMPARE(person->phones.value.first().number, QStringLiteral("11"));
    QCOMPARE(person->phones.value.first().personId, QStringLiteral("1903968"));

    const auto bare
        = readPerson(R"({"name":"Анна","contractor":97611,"deleted":"1"})", QStringLiteral("5"), zone);
    QVERIFY(bare.has_value());
    QCOMPARE(bare->id, QStringLiteral("5"));
    QCOMPARE(bare->contractor.value.id, QStringLiteral("97611"));
    QVERIFY(bare->deleted);
    QVERIFY(!bare->phones.isKnown());
    QVERIFY(!readPerson("{}", QStringLiteral("5"), zone).has_value());
    QCOMPARE(
        readPerson(R"({"id":5,"phone":[1]})", QStringLiteral("5"), zone).error().place,
        QStringLiteral("phone[0]"));
}

void ContractorsTest::readsPhones()
{
    const auto phone = readPhone(samples::phone(), QStringLiteral("1404860"), zone);
    QVERIFY(phone.has_value());
    QCOMPARE(phone->number, QStringLiteral("33"));
    QVERIFY(phone->deleted);
    QCOMPARE(phone->contractorId, QStringLiteral("97611"));
    QCOMPARE(phone->personId, QString());
    const auto ofPerson
        = readPhone(R"({"id":1,"name":88001,"parent":{"id":5,"type":"Person"}})", QStringLiteral("1"), zone);
    QVERIFY(ofPerson.has_value());
    QCOMPARE(ofPerson->personId, QStringLiteral("5"));
    QCOMPARE(ofPerson->contractorId, QString());
    QCOMPARE(ofPerson->number, QStringLiteral("88001"));
    // A parent of a kind that is not told is nobody's
    const auto bare = readPhone(R"({"id":1,"name":"1","parent":"5"})", QStringLiteral("1"), zone);
    QVERIFY(bare.has_value());
    QCOMPARE(bare->personId + bare->contractorId, QString());
    QVERIFY(!readPhone("[]", QStringLiteral("1"), zone).has_value());
}

void ContractorsTest::bodiesSayTheSameAgain()
{
    const auto contractor = read(samples::contractorByExternalId());
    QVERIFY(contractor.has_value());
    const ContractorBody body = contractorBodyOf(*contractor);
    QCOMPARE(body.name, contractor->name);
    QVERIFY(body.externalId == contractor->externalId);
    QVERIFY(body.address == contractor->address);
    QVERIFY(body.persons.isEmpty() && body.phones.isEmpty());
}

void ContractorsTest::anUpdateLeavesOutWhatWasNotTold()
{
    // get-contractor does not tell the external id: an empty one would take it away
    QVERIFY(!samples::contractor().contains("externalId"));
    const auto contractor = read(samples::contractor());
    QVERIFY(contractor.has_value());
    ContractorBody body = contractorBodyOf(*contractor);
    QVERIFY(!body.externalId.isKnown());
    QVERIFY(!updateContractorBody(body).contains("external"));
    QVERIFY(updateContractorBody(body).contains("\"name\""));
    body.externalId = Known<QString>::fromHere(QStringLiteral("91bf7d25"));
    QVERIFY(updateContractorBody(body).contains("\"externalId\":\"91bf7d25\""));
    const auto bare = read(R"({"id":"1903968","name":"Ромашка"})");
    QVERIFY(bare.has_value());
    QCOMPARE(updateContractorBody(contractorBodyOf(*bare)), QByteArray(R"({"name":"Ромашка"})"));
}

QTEST_APPLESS_MAIN(ContractorsTest)
#include "ContractorsTest.moc"
