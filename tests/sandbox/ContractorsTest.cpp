#include "Desk.h"

#include <QTest>

using namespace naryad::test;

namespace {

/// The document's body, whole.
const QByteArray WholeBody = R"({
    "externalId":"11123344", "name":"ООО ‘Ромашка’", "address":"Ленинский проспект 21", "addressPorch":"1",
    "addressFloor":"2", "addressRoom":"3", "addressInfo":"Вход по паспорту", "lat":"37.222", "lon":"54.222",
    "person":[{"name":"Александр","phone":[{"name":"1234567"}]}], "phone":[{"name":"832874834"}]})";

QByteArray bytes(const QJsonObject &object)
{
    return text(object).toUtf8();
}

QByteArray body(const char *changes)
{
    return changed(WholeBody, json(changes).toObject());
}

/// "name" of each row that is not deleted, with "(deleted)" behind each that is.
QString names(const QJsonValue &rows)
{
    QStringList words;
    const QJsonArray array = rows.toArray();
    for (const QJsonValue &row : array) {
        const bool isDeleted = row.toObject().value(QLatin1String("deleted")).toBool();
        words.append(
            row.toObject().value(QLatin1String("name")).toString()
            + QLatin1String(isDeleted ? " (deleted)" : ""));
    }
    return words.join(QLatin1String(", "));
}

} // namespace

/// create-contractor, update-contractor, the two that get one, and the list.
class ContractorsTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init() { start({}); }
    void aContractorIsKeptWhole();
    void aContractorReadsAsTheDocumentShows();
    void theExternalIdIsToldByOneCommandOnly();
    void aNameIsEnough();
    void breachesAreRefused_data();
    void breachesAreRefused();
    void anUpdateKeepsWhatItDoesntName();
    void anUpdateMayEmptyWhatItDoesntName();
    void listsAppend();
    void listsMayReplace();
    void externalIdsMayRepeat();
    void theListTellsTheParent();
    void theListEndsWithWhatWasMade();
    void countersCount();
    void theCompanyIsBelievable();

private:
    void start(const naryad::sandbox::Options &options) { m_desk = std::make_unique<Desk>(options); }
    qint64 create(const QByteArray &body)
    {
        return m_desk->post(QStringLiteral("create-contractor"), body).madeId();
    }
    Reply update(qint64 id, const QByteArray &body)
    {
        return m_desk->post(QStringLiteral("update-contractor?id=%1").arg(id), body);
    }
    QJsonObject get(qint64 id)
    {
        return m_desk->get(QStringLiteral("get-contractor?id=%1").arg(id)).object();
    }
    Reply getExternal(const QString &id)
    {
        return m_desk->get(QStringLiteral("get-contractor-by-external-id?external-id=") + id);
    }

    std::unique_ptr<Desk> m_desk;
};

void ContractorsTest::aContractorIsKeptWhole()
{
    const qint64 id = create(WholeBody);
    QVERIFY(id > 0);
    QCOMPARE(text(m_desk->made("contractor")), text(QJsonArray{num(id)}));
    const QJsonArray persons = m_desk->made("person");
    const QJsonArray phones = m_desk->made("phone");
    QCOMPARE(persons.size(), 1);
    QCOMPARE(phones.size(), 2);
    QJsonObject expected = json(R"({
        "externalId":"11123344", "name":"ООО ‘Ромашка’", "address":"Ленинский проспект 21", "addressPorch":"1",
        "addressFloor":"2", "addressRoom":"3", "addressInfo":"Вход по паспорту", "lat":"37.222", "lon":"54.222",
        "createdAt":"1795510800", "equipmentCounter":"0", "subdivisionCounter":"0", "favourites":false,
        "author":{"id":"2977","name":"Александр Смирнов"}, "parent":"0", "employee":"0", "template":"0"})")
                               .toObject();
    expected.insert(QStringLiteral("id"), num(id));
    const QJsonObject truth = m_desk->truthOf("contractor", id);
    QCOMPARE(text(without(truth, {"person", "phone", "usn"})), text(expected));
    const QJsonObject person = truth.value(QLatin1String("person")).toArray().at(0).toObject();
    QCOMPARE(
        text(person),
        text(QJsonObject{
            {QStringLiteral("id"), persons.at(0)},
            {QStringLiteral("contractor"), num(id)},
            {QStringLiteral("externalId"), QString()},
            {QStringLiteral("name"), QStringLiteral("Александр")},
            {QStringLiteral("deleted"), false}}));
    const QJsonArray numbers = truth.value(QLatin1String("phone")).toArray();
    QCOMPARE(names(numbers), QStringLiteral("1234567, 832874834"));
    QCOMPARE(numbers.at(0).toObject().value(QLatin1String("person")), persons.at(0));
    QCOMPARE(numbers.at(1).toObject().value(QLatin1String("person")), QStringLiteral("0"));
}

/// The document's sample, key for key.
void ContractorsTest::aContractorReadsAsTheDocumentShows()
{
    const qint64 id = create(R"({"externalId":"x","name":"Ромашка","address":"Ленинский пр., дом № 6",
        "phone":[{"name":"+7 555 55 55 55"}]})");
    QJsonObject expected = json(R"({
        "name":"Ромашка", "address":"Ленинский пр., дом № 6", "addressFloor":"", "addressRoom":"", "addressPorch":"",
        "createdAt":"1795510800", "addressInfo":"", "equipmentCounter":"0", "subdivisionCounter":"0", "lat":"", "lon":"",
        "favourites":false, "author":{"id":"2977","name":"Александр Смирнов"}, "parent":"0", "employee":"0",
        "phone":[{"name":"+7 555 55 55 55","contractorPerson":"NULL","createdAt":"1795510800","deleted":false}]})")
                               .toObject();
    expected.insert(QStringLiteral("id"), num(id));
    QJsonObject told = get(id);
    const QJsonObject phone = told.value(QLatin1String("phone")).toArray().at(0).toObject();
    QVERIFY(phone.value(QLatin1String("id")).isString());
    told.insert(QStringLiteral("phone"), QJsonArray{without(phone, {"id"})});
    QCOMPARE(text(told), text(expected));
}

void ContractorsTest::theExternalIdIsToldByOneCommandOnly()
{
    const qint64 id = create(body(R"({"externalId":"3232983-43320-32 +/ю"})"));
    const Reply found = getExternal(QStringLiteral("3232983-43320-32%20%2B%2F%D1%8E"));
    QCOMPARE(found.object().value(QLatin1String("externalId")), QStringLiteral("3232983-43320-32 +/ю"));
    QCOMPARE(text(without(found.object(), {"externalId"})), text(get(id)));
    QVERIFY(!get(id).contains(QLatin1String("externalId")));
    QCOMPARE(getExternal(QStringLiteral("3232983")).code(), NotFound);
    QCOMPARE(getExternal(QString()).code(), NotFound); // most have none: that finds nobody
    // Of the company's own, every other has one.
    const Reply own = getExternal(QStringLiteral("91bf7d25-abd9-11e1-9c86-000000000000"));
    QCOMPARE(own.object().value(QLatin1String("id")), QStringLiteral("97611"));
    QCOMPARE(getExternal(QStringLiteral("91bf7d25-abd9-11e1-9c86-000000000001")).code(), NotFound);
    QCOMPARE(getExternal(QStringLiteral("91bf7d25-abd9-11e1-9c86-0")).code(), NotFound);
    QCOMPARE(getExternal(QStringLiteral("91bf7d25-abd9-11e1-9c86-ffffffffffff")).code(), NotFound);
    QCOMPARE(update(97611, R"({"externalId":"another"})").madeId(), 97611);
    QCOMPARE(getExternal(QStringLiteral("91bf7d25-abd9-11e1-9c86-000000000000")).code(), NotFound);
    QCOMPARE(
        getExternal(QStringLiteral("another")).object().value(QLatin1String("id")), QStringLiteral("97611"));
}

void ContractorsTest::aNameIsEnough()
{
    const QJsonObject truth = m_desk->truthOf("contractor", create(R"({"name":"Кафе <Ёлки> & Ко"})"));
    QCOMPARE(truth.value(QLatin1String("name")), QStringLiteral("Кафе <Ёлки> & Ко"));
    QCOMPARE(truth.value(QLatin1String("person")).toArray().size(), 0);
    QCOMPARE(truth.value(QLatin1String("phone")).toArray().size(), 0);
}

void ContractorsTest::breachesAreRefused_data()
{
    QTest::addColumn<QByteArray>("given");
    QTest::addColumn<int>("code");
    const auto row = [](const char *name, const char *changes, int code) {
        QTest::newRow(name) << body(changes) << code;
    };
    QTest::newRow("no name") << bytes(without(json(WholeBody.constData()).toObject(), {"name"}))
                             << MissingKey;
    row("an empty name", R"({"name":"  "})", WrongValue);
    row("a name that is no text", R"({"name":1})", WrongValue);
    row("an external id that is no text", R"({"externalId":11123344})", WrongValue);
    row("the spelling of subdivisions", R"({"address_porch":"1"})", UnknownKey);
    row("a parent", R"({"parent":{"id":97611}})", UnknownKey);
    row("the contact of subdivisions", R"({"contact":[]})", UnknownKey);
    row("an address that is no text", R"({"address":7})", WrongValue);
    row("degrees as a number", R"({"lat":37.222})", WrongValue);
    row("degrees in words", R"({"lon":"54,222"})", WrongValue);
    row("one phone outside an array", R"({"phone":{"name":"1"}})", WrongValue);
    row("a bare number", R"({"phone":["832874834"]})", WrongValue);
    row("a phone without number", R"({"phone":[{}]})", MissingKey);
    row("an empty number", R"({"phone":[{"name":""}]})", WrongValue);
    row("a phone with an id", R"({"phone":[{"id":"1","name":"2"}]})", UnknownKey);
    row("one person outside an array", R"({"person":{"name":"x"}})", WrongValue);
    row("a person without name", R"({"person":[{"phone":[]}]})", MissingKey);
    row("a person with an id", R"({"person":[{"id":"1","name":"x"}]})", UnknownKey);
    row("a person's phone without number", R"({"person":[{"name":"x","phone":[{}]}]})", MissingKey);
    row("tel", R"({"person":[{"name":"x","tel":[]}]})", UnknownKey);
    row("no persons at all", R"({"person":null})", WrongValue);
}

void ContractorsTest::breachesAreRefused()
{
    QFETCH(const QByteArray, given);
    QFETCH(const int, code);
    naryad::sandbox::Options options;
    options.omittedKeep = false;
    start(options);
    const QString before = text(m_desk->truthOf("contractor", 97611));
    QCOMPARE(m_desk->post(QStringLiteral("create-contractor"), given).code(), code);
    QCOMPARE(update(97611, given).code(), code);
    QCOMPARE(update(1, given).code(), NotFound);
    QCOMPARE(text(m_desk->made("contractor")), text(QJsonArray()));
    QCOMPARE(text(m_desk->made("phone")), text(QJsonArray()));
    QCOMPARE(text(m_desk->truthOf("contractor", 97611)), before);
}

void ContractorsTest::anUpdateKeepsWhatItDoesntName()
{
    const qint64 id = create(WholeBody);
    const QJsonObject before = m_desk->truthOf("contractor", id);
    QCOMPARE(update(id, R"({"addressRoom":"33"})").madeId(), id);
    QJsonObject expected = without(before, {"usn"});
    expected.insert(QStringLiteral("addressRoom"), QStringLiteral("33"));
    QCOMPARE(text(without(m_desk->truthOf("contractor", id), {"usn"})), text(expected));
}

void ContractorsTest::anUpdateMayEmptyWhatItDoesntName()
{
    naryad::sandbox::Options options;
    options.omittedKeep = false;
    start(options);
    const qint64 id = create(WholeBody);
    QCOMPARE(update(id, R"({"name":"Ромашка"})").madeId(), id);
    const QJsonObject truth = m_desk->truthOf("contractor", id);
    for (const char *key :
         {"externalId", "address", "addressPorch", "addressFloor", "addressRoom", "addressInfo", "lat",
          "lon"})
        QCOMPARE(truth.value(QLatin1String(key)), QString());
    // The lists are told apart from the keys: left out, they neither append nor replace.
    QCOMPARE(names(truth.value(QLatin1String("phone"))), QStringLiteral("1234567, 832874834"));
    QCOMPARE(update(id, R"({"address":"x"})").code(), MissingKey);
}

void ContractorsTest::listsAppend()
{
    const qint64 id = create(WholeBody);
    QCOMPARE(update(id, WholeBody).madeId(), id);
    const QJsonObject truth = m_desk->truthOf("contractor", id);
    QCOMPARE(names(truth.value(QLatin1String("person"))), QStringLiteral("Александр, Александр"));
    QCOMPARE(
        names(truth.value(QLatin1String("phone"))), QStringLiteral("1234567, 832874834, 1234567, 832874834"));
}

void ContractorsTest::listsMayReplace()
{
    naryad::sandbox::Options options;
    options.personsReplace = true;
    start(options);
    const qint64 id = create(WholeBody);
    QCOMPARE(update(id, R"({"person":[{"name":"Ирина"}]})").madeId(), id);
    QJsonObject truth = m_desk->truthOf("contractor", id);
    QCOMPARE(names(truth.value(QLatin1String("person"))), QStringLiteral("Александр (deleted), Ирина"));
    QCOMPARE(names(truth.value(QLatin1String("phone"))), QStringLiteral("1234567 (deleted), 832874834"));
    QCOMPARE(update(id, R"({"phone":[]})").madeId(), id);
    truth = m_desk->truthOf("contractor", id);
    QCOMPARE(
        names(truth.value(QLatin1String("phone"))), QStringLiteral("1234567 (deleted), 832874834 (deleted)"));
    QCOMPARE(names(truth.value(QLatin1String("person"))), QStringLiteral("Александр (deleted), Ирина"));
    QCOMPARE(names(get(id).value(QLatin1String("phone"))), names(truth.value(QLatin1String("phone"))));
}

void ContractorsTest::externalIdsMayRepeat()
{
    const qint64 first = create(body(R"({"externalId":"same"})"));
    const qint64 second = create(body(R"({"externalId":"same"})"));
    QVERIFY(first > 0 && second > first);
    QCOMPARE(getExternal(QStringLiteral("same")).object().value(QLatin1String("id")), num(first));
    QCOMPARE(update(first, R"({"externalId":""})").madeId(), first);
    QCOMPARE(getExternal(QStringLiteral("same")).object().value(QLatin1String("id")), num(second));
}

void ContractorsTest::theListTellsTheParent()
{
    const QJsonArray page = m_desk->get(QStringLiteral("get-contractor-list")).array();
    QCOMPARE(page.size(), 10);
    QCOMPARE(
        text(page.at(0)),
        text(json(R"({"id":"97611","name":"ООО «Ромашка»","parentName":null,"parentId":null})")));
    QCOMPARE(
        text(page.at(2)),
        text(json(
            R"({"id":"97637","name":"Подразделение 2","parentName":"ООО «Ромашка»","parentId":"97611"})")));
    // A subdivision of a subdivision.
    QCOMPARE(
        page.at(8).toObject().value(QLatin1String("parentId")),
        page.at(5).toObject().value(QLatin1String("id")));
    QCOMPARE(page.at(5).toObject().value(QLatin1String("parentId")), QStringLiteral("97611"));
    QCOMPARE(get(97637).value(QLatin1String("parent")), QStringLiteral("97611"));
}

void ContractorsTest::theListEndsWithWhatWasMade()
{
    const qint64 id = create(WholeBody);
    const QJsonArray page = m_desk->get(QStringLiteral("get-contractor-list?page=4")).array();
    QCOMPARE(page.size(), 1);
    QCOMPARE(page.at(0).toObject().value(QLatin1String("id")), num(id));
    QCOMPARE(m_desk->get(QStringLiteral("get-contractor-list?page=5")).array().size(), 0);
}

void ContractorsTest::countersCount()
{
    const QJsonObject before = get(97611);
    QCOMPARE(before.value(QLatin1String("subdivisionCounter")), QStringLiteral("2"));
    QCOMPARE(before.value(QLatin1String("equipmentCounter")), QStringLiteral("8"));
    m_desk->post4(QStringLiteral("add-subdivision"), R"({"contractor_id":"97611","name":"Склад"})");
    m_desk->post(QStringLiteral("create-equipment"), R"({"serialNumber":"Q1","contractor":{"id":97611}})");
    m_desk->post(QStringLiteral("delete-equipment?id=4162")); // another's
    QCOMPARE(get(97611).value(QLatin1String("subdivisionCounter")), QStringLiteral("3"));
    QCOMPARE(get(97611).value(QLatin1String("equipmentCounter")), QStringLiteral("9"));
    QCOMPARE(get(97624).value(QLatin1String("equipmentCounter")), QStringLiteral("7"));
}

void ContractorsTest::theCompanyIsBelievable()
{
    const QJsonObject phones = get(97611);
    QCOMPARE(names(phones.value(QLatin1String("phone"))).count(QLatin1String("(deleted)")), 1);
    int children = 0;
    int placed = 0;
    for (int page = 0; page < 4; ++page) {
        const QJsonArray rows = m_desk->get(QStringLiteral("get-contractor-list?page=%1").arg(page)).array();
        for (const QJsonValue &row : rows) {
            children += !row.toObject().value(QLatin1String("parentId")).isNull();
            const QJsonObject whole = get(row.toObject().value(QLatin1String("id")).toString().toLongLong());
            QVERIFY(
                whole.value(QLatin1String("address")).toString().startsWith(QStringLiteral("г. Москва, ")));
            QVERIFY(whole.value(QLatin1String("phone")).toArray().size() >= 2);
            placed += !whole.value(QLatin1String("lat")).toString().isEmpty();
        }
    }
    QCOMPARE(children, 13);
    QCOMPARE(placed, 10);
}

QTEST_GUILESS_MAIN(ContractorsTest)
#include "ContractorsTest.moc"
