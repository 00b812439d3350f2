#include "Desk.h"

#include <QTest>

using namespace naryad::test;

namespace {

/// The document's body, on a contractor and a template that are there.
const QByteArray WholeBody = R"({
    "contractor_id":"97611", "external_id":"2", "name":"Перекресток", "address":"Ленинский проспект 38",
    "address_porch":"1", "address_floor":"2", "address_room":"3", "address_info":"Вход со двора", "lat":"", "lon":"",
    "template_id":828,
    "contact":[{"external_id":"3334","name":"Александр","tel":[{"name":"89036277781"}]},
               {"external_id":"3335","name":"Сергей Сергеевич"}]})";

QByteArray body(const char *changes, std::initializer_list<const char *> removed = {})
{
    return changed(WholeBody, json(changes).toObject(), removed);
}

QByteArray updateBody(const char *changes = "{}")
{
    return body(changes, {"contractor_id", "external_id"});
}

} // namespace

/// add-subdivision and update-subdivision.
class SubdivisionsTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init() { m_desk = std::make_unique<Desk>(); }
    void aSubdivisionIsKeptWhole();
    void itIsAContractor();
    void aSubdivisionMayHaveSubdivisions();
    void additionsAreChecked_data();
    void additionsAreChecked();
    void updatesAreChecked_data();
    void updatesAreChecked();
    void anUpdateSets();
    void onlySubdivisionsAreUpdated();
    void contactsMayReplace();

private:
    Reply add(const QByteArray &body) { return m_desk->post4(QStringLiteral("add-subdivision"), body); }
    qint64 added(const QByteArray &body) { return add(body).json().toString().toLongLong(); }
    Reply update(qint64 id, const QByteArray &body)
    {
        return m_desk->post4(QStringLiteral("update-subdivision?id=%1").arg(id), body);
    }

    std::unique_ptr<Desk> m_desk;
};

void SubdivisionsTest::aSubdivisionIsKeptWhole()
{
    const Reply reply = add(WholeBody);
    const qint64 id = reply.json().toString().toLongLong();
    QVERIFY(id > 0);
    QCOMPARE(reply.body, '"' + QByteArray::number(id) + '"'); // bare, in quotes
    const QJsonObject truth = m_desk->truthOf("contractor", id);
    QJsonObject expected = json(R"({
        "externalId":"2", "name":"Перекресток", "address":"Ленинский проспект 38", "addressPorch":"1",
        "addressFloor":"2", "addressRoom":"3", "addressInfo":"Вход со двора", "lat":"", "lon":"",
        "createdAt":"1795510800", "equipmentCounter":"0", "subdivisionCounter":"0", "favourites":false,
        "author":{"id":"2977","name":"Александр Смирнов"}, "parent":"97611", "employee":"0", "template":"828"})")
                               .toObject();
    expected.insert(QStringLiteral("id"), num(id));
    QCOMPARE(text(without(truth, {"person", "phone", "usn"})), text(expected));
    const QJsonArray persons = truth.value(QLatin1String("person")).toArray();
    QCOMPARE(persons.size(), 2);
    QCOMPARE(persons.at(0).toObject().value(QLatin1String("externalId")), QStringLiteral("3334"));
    QCOMPARE(persons.at(0).toObject().value(QLatin1String("name")), QStringLiteral("Александр"));
    QCOMPARE(persons.at(1).toObject().value(QLatin1String("externalId")), QStringLiteral("3335"));
    const QJsonArray phones = truth.value(QLatin1String("phone")).toArray();
    QCOMPARE(phones.size(), 1);
    QCOMPARE(phones.at(0).toObject().value(QLatin1String("name")), QStringLiteral("89036277781"));
    QCOMPARE(
        phones.at(0).toObject().value(QLatin1String("person")),
        persons.at(0).toObject().value(QLatin1String("id")));
}

void SubdivisionsTest::itIsAContractor()
{
    const qint64 id = added(WholeBody);
    const Reply found = m_desk->get(QStringLiteral("get-contractor-by-external-id?external-id=2"));
    QCOMPARE(found.object().value(QLatin1String("id")), num(id));
    QCOMPARE(found.object().value(QLatin1String("parent")), QStringLiteral("97611"));
    const QJsonArray page = m_desk->get(QStringLiteral("get-contractor-list?page=4")).array();
    QCOMPARE(page.at(0).toObject().value(QLatin1String("parentName")), QStringLiteral("ООО «Ромашка»"));
    const QByteArray task
        = R"({"template":{"id":828},"draft":true,"contractor":{"id":)" + QByteArray::number(id) + "}}";
    QVERIFY(m_desk->post(QStringLiteral("create-task"), task).madeId() > 0);
    QCOMPARE(
        m_desk->post(QStringLiteral("update-contractor?id=%1").arg(id), R"({"name":"Магнит"})").madeId(), id);
    QCOMPARE(m_desk->truthOf("contractor", id).value(QLatin1String("parent")), QStringLiteral("97611"));
}

void SubdivisionsTest::aSubdivisionMayHaveSubdivisions()
{
    const qint64 first = added(WholeBody);
    const qint64 second = added(R"({"contractor_id":)" + QByteArray::number(first) + R"(,"name":"Отдел"})");
    QCOMPARE(m_desk->truthOf("contractor", second).value(QLatin1String("parent")), num(first));
    QCOMPARE(
        m_desk->truthOf("contractor", first).value(QLatin1String("subdivisionCounter")), QStringLiteral("1"));
}

void SubdivisionsTest::additionsAreChecked_data()
{
    QTest::addColumn<QByteArray>("given");
    QTest::addColumn<int>("code");
    const auto row = [](const char *name, const char *changes, int code) {
        QTest::newRow(name) << body(changes) << code;
    };
    QTest::newRow("no contractor") << body("{}", {"contractor_id"}) << MissingKey;
    QTest::newRow("no name") << body("{}", {"name"}) << MissingKey;
    row("no such contractor", R"({"contractor_id":"2"})", NotFound);
    row("a contractor in words", R"({"contractor_id":"first"})", WrongValue);
    row("a contractor as an object", R"({"contractor_id":{"id":97611}})", WrongValue);
    row("no such template", R"({"template_id":1})", NotFound);
    row("a template as an object", R"({"template_id":{"id":828}})", WrongValue);
    row("the spelling of contractors", R"({"addressPorch":"1"})", UnknownKey);
    row("another spelling of the external id", R"({"externalId":"2"})", UnknownKey);
    row("the person of contractors", R"({"person":[]})", UnknownKey);
    row("a phone of its own", R"({"phone":[]})", UnknownKey);
    row("an empty name", R"({"name":""})", WrongValue);
    row("a floor that is a number", R"({"address_floor":2})", WrongValue);
    row("degrees as a number", R"({"lat":55.7})", WrongValue);
    row("one contact outside an array", R"({"contact":{"name":"x"}})", WrongValue);
    row("a contact without name", R"({"contact":[{"external_id":"1"}]})", MissingKey);
    row("a contact's external id as a number", R"({"contact":[{"name":"x","external_id":1}]})", WrongValue);
    row("the phone of persons", R"({"contact":[{"name":"x","phone":[]}]})", UnknownKey);
    row("a tel that is no array", R"({"contact":[{"name":"x","tel":"1"}]})", WrongValue);
}

void SubdivisionsTest::additionsAreChecked()
{
    QFETCH(const QByteArray, given);
    QFETCH(const int, code);
    QCOMPARE(add(given).code(), code);
    QCOMPARE(text(m_desk->made("contractor")), text(QJsonArray()));
    QCOMPARE(m_desk->post(QStringLiteral("add-subdivision"), given).code(), UnknownCommand);
}

void SubdivisionsTest::updatesAreChecked_data()
{
    QTest::addColumn<QByteArray>("given");
    QTest::addColumn<int>("code");
    QTest::newRow("another parent") << body("{}", {"external_id"}) << UnknownKey;
    QTest::newRow("another external id") << body("{}", {"contractor_id"}) << UnknownKey;
    QTest::newRow("an empty name") << updateBody(R"({"name":""})") << WrongValue;
    QTest::newRow("no such template") << updateBody(R"({"template_id":1})") << NotFound;
    QTest::newRow("a contact without name") << updateBody(R"({"contact":[{}]})") << MissingKey;
}

void SubdivisionsTest::updatesAreChecked()
{
    QFETCH(const QByteArray, given);
    QFETCH(const int, code);
    const qint64 id = added(WholeBody);
    const QString before = text(m_desk->truthOf("contractor", id));
    QCOMPARE(update(id, given).code(), code);
    QCOMPARE(text(m_desk->truthOf("contractor", id)), before);
}

void SubdivisionsTest::anUpdateSets()
{
    const qint64 id = added(WholeBody);
    const QJsonObject before = m_desk->truthOf("contractor", id);
    const Reply reply = update(
        id, R"({"name":"Пятёрочка","address_room":"7","template_id":"829","lat":"55.7","lon":"37.6"})");
    QCOMPARE(reply.body, '"' + QByteArray::number(id) + '"');
    QJsonObject expected = before;
    expected.insert(QStringLiteral("name"), QStringLiteral("Пятёрочка"));
    expected.insert(QStringLiteral("addressRoom"), QStringLiteral("7"));
    expected.insert(QStringLiteral("template"), QStringLiteral("829"));
    expected.insert(QStringLiteral("lat"), QStringLiteral("55.7"));
    expected.insert(QStringLiteral("lon"), QStringLiteral("37.6"));
    QCOMPARE(text(without(m_desk->truthOf("contractor", id), {"usn"})), text(without(expected, {"usn"})));
    QCOMPARE(update(id, R"({"contact":[{"name":"Ирина"}]})").status, 200);
    QCOMPARE(m_desk->truthOf("contractor", id).value(QLatin1String("person")).toArray().size(), 3);
}

void SubdivisionsTest::onlySubdivisionsAreUpdated()
{
    QCOMPARE(update(97611, updateBody()).code(), NotAllowed);
    QCOMPARE(update(1, updateBody()).code(), NotFound);
    QCOMPARE(update(97637, updateBody()).status, 200); // one of the company's own
    QCOMPARE(
        m_desk->truthOf("contractor", 97637).value(QLatin1String("name")), QStringLiteral("Перекресток"));
}

void SubdivisionsTest::contactsMayReplace()
{
    naryad::sandbox::Options options;
    options.personsReplace = true;
    m_desk = std::make_unique<Desk>(options);
    const qint64 id = added(WholeBody);
    QCOMPARE(update(id, R"({"contact":[{"name":"Ирина","tel":[{"name":"1"}]}]})").status, 200);
    const QJsonObject truth = m_desk->truthOf("contractor", id);
    const QJsonArray persons = truth.value(QLatin1String("person")).toArray();
    QCOMPARE(persons.size(), 3);
    for (int i = 0; i < 3; ++i)
        QCOMPARE(persons.at(i).toObject().value(QLatin1String("deleted")).toBool(), i < 2);
    QCOMPARE(
        rowWith(truth.value(QLatin1String("phone")).toArray(), "name", QStringLiteral("89036277781"))
            .value(QLatin1String("deleted")),
        true);
    QCOMPARE(
        rowWith(truth.value(QLatin1String("phone")).toArray(), "name", QStringLiteral("1"))
            .value(QLatin1String("deleted")),
        false);
}

QTEST_GUILESS_MAIN(SubdivisionsTest)
#include "SubdivisionsTest.moc"
