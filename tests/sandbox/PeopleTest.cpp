#include "Desk.h"

#include <QTest>

using namespace naryad::test;

namespace {

constexpr qint64 Client = 97611;
constexpr qint64 OtherClient = 97624;
constexpr qint64 OwnPerson = 1903968; ///< of Client
constexpr qint64 OwnPhone = 1397914; ///< of OwnPerson
constexpr qint64 ClientPhone = 1397915;
constexpr qint64 DeletedPhone = 1397917;

} // namespace

/// Persons and phones of contractors.
class PeopleTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init() { start({}); }
    void aPersonIsKeptWhole();
    void personsAreChecked_data();
    void personsAreChecked();
    void aPersonIsUpdated();
    void aPersonMovesWithItsPhones();
    void phonesOfAPersonMayReplace();
    void aDeletedPersonIsStillTold();
    void aPhoneIsKeptWhole_data();
    void aPhoneIsKeptWhole();
    void phonesAreChecked_data();
    void phonesAreChecked();
    void aPhoneMoves();
    void theStrayArrayChangesNothing();
    void aDeletedPhoneStaysListed();
    void deletesTakeNoBody();

private:
    void start(const naryad::sandbox::Options &options) { m_desk = std::make_unique<Desk>(options); }
    Reply post(const char *command, const QByteArray &body = "{}")
    {
        return m_desk->post(QString::fromLatin1(command), body);
    }
    Reply postFor(const char *command, qint64 id, const QByteArray &body = "{}")
    {
        return m_desk->post(QStringLiteral("%1?id=%2").arg(QString::fromLatin1(command)).arg(id), body);
    }
    QJsonObject person(qint64 id)
    {
        return m_desk->get(QStringLiteral("get-contractor-person?id=%1").arg(id)).object();
    }
    QJsonObject phone(qint64 id)
    {
        return m_desk->get(QStringLiteral("get-contractor-phone?id=%1").arg(id)).object();
    }
    QJsonObject listedPhone(qint64 client, qint64 id)
    {
        const QJsonObject told = m_desk->get(QStringLiteral("get-contractor?id=%1").arg(client)).object();
        return rowWith(told.value(QLatin1String("phone")).toArray(), "id", num(id));
    }

    std::unique_ptr<Desk> m_desk;
};

void PeopleTest::aPersonIsKeptWhole()
{
    const Reply made = post(
        "create-contractor-person",
        R"({"contractor":{"id":97611},"name":"Алексей И","phone":[{"name":"8-800-888-88-88"},{"name":"11"}]})");
    const qint64 id = made.madeId();
    QVERIFY(id > 0);
    QJsonObject told = person(id);
    const QJsonArray phones = told.value(QLatin1String("phone")).toArray();
    QCOMPARE(phones.size(), 2);
    for (const QJsonValue &phone : phones)
        QVERIFY(phone.toObject().value(QLatin1String("id")).toString().toLongLong() > id);
    told.insert(
        QStringLiteral("phone"),
        QJsonArray{without(phones.at(0).toObject(), {"id"}), without(phones.at(1).toObject(), {"id"})});
    QJsonObject expected = json(R"({"name":"Алексей И","contractor":{"id":"97611","name":"ООО «Ромашка»"},
        "jobposition":"","deleted":false,
        "phone":[{"name":"8-800-888-88-88","deleted":false},{"name":"11","deleted":false}]})")
                               .toObject();
    expected.insert(QStringLiteral("id"), num(id));
    QCOMPARE(text(told), text(expected));
    const qint64 phoneId = phones.at(0).toObject().value(QLatin1String("id")).toString().toLongLong();
    QCOMPARE(listedPhone(Client, phoneId).value(QLatin1String("contractorPerson")), num(id));
    QCOMPARE(text(m_desk->made("person")), text(QJsonArray{num(id)}));
    QCOMPARE(
        text(m_desk->truthOf("person", id)),
        text(QJsonObject{
            {QStringLiteral("id"), num(id)},
            {QStringLiteral("contractor"), num(Client)},
            {QStringLiteral("externalId"), QString()},
            {QStringLiteral("name"), QStringLiteral("Алексей И")},
            {QStringLiteral("deleted"), false}}));
}

void PeopleTest::personsAreChecked_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<int>("code");
    const auto row = [](const char *name, const char *body, int code) {
        QTest::newRow(name) << QByteArray(body) << code;
    };
    row("no client", R"({"name":"x"})", MissingKey);
    row("no such client", R"({"contractor":{"id":1},"name":"x"})", NotFound);
    row("a bare client", R"({"contractor":97611,"name":"x"})", WrongValue);
    row("no name", R"({"contractor":{"id":97611}})", MissingKey);
    row("an empty name", R"({"contractor":{"id":97611},"name":""})", WrongValue);
    row("a position", R"({"contractor":{"id":97611},"name":"x","jobposition":"boss"})", UnknownKey);
    row("a bare phone", R"({"contractor":{"id":97611},"name":"x","phone":["1"]})", WrongValue);
    row("one phone outside an array", R"({"contractor":{"id":97611},"name":"x","phone":{"name":"1"}})",
        WrongValue);
    row("a phone with more",
        R"({"contractor":{"id":97611},"name":"x","phone":[{"name":"1","deleted":false}]})", UnknownKey);
    row("an empty number", R"({"contractor":{"id":97611},"name":"x","phone":[{"name":" "}]})", WrongValue);
}

void PeopleTest::personsAreChecked()
{
    QFETCH(const QByteArray, body);
    QFETCH(const int, code);
    QCOMPARE(post("create-contractor-person", body).code(), code);
    QCOMPARE(text(m_desk->made("person")), text(QJsonArray()));
    const QString before = text(m_desk->truthOf("contractor", Client));
    if (code != MissingKey) // an update may leave out what it keeps
        QCOMPARE(postFor("update-contractor-person", OwnPerson, body).code(), code);
    QCOMPARE(text(m_desk->truthOf("contractor", Client)), before);
    QCOMPARE(postFor("update-contractor-person", 1, body).code(), NotFound);
}

void PeopleTest::aPersonIsUpdated()
{
    const QJsonObject before = person(OwnPerson);
    const Reply reply
        = postFor("update-contractor-person", OwnPerson, R"({"contractor":{"id":"97611"},"name":"Ольга"})");
    QCOMPARE(reply.madeId(), OwnPerson);
    QJsonObject expected = before;
    expected.insert(QStringLiteral("name"), QStringLiteral("Ольга"));
    QCOMPARE(text(person(OwnPerson)), text(expected));
    QCOMPARE(
        postFor("update-contractor-person", OwnPerson, R"({"phone":[{"name":"55"}]})").madeId(), OwnPerson);
    QCOMPARE(
        person(OwnPerson).value(QLatin1String("phone")).toArray().size(),
        before.value(QLatin1String("phone")).toArray().size() + 1);

    naryad::sandbox::Options options;
    options.omittedKeep = false;
    start(options);
    QCOMPARE(
        postFor("update-contractor-person", OwnPerson, R"({"contractor":{"id":97611}})").code(), MissingKey);
}

void PeopleTest::aPersonMovesWithItsPhones()
{
    const QJsonArray phonesBefore = person(OwnPerson).value(QLatin1String("phone")).toArray();
    QCOMPARE(
        postFor("update-contractor-person", OwnPerson, R"({"contractor":{"id":97624},"name":"Ольга"})")
            .madeId(),
        OwnPerson);
    const QJsonObject told = person(OwnPerson);
    QCOMPARE(told.value(QLatin1String("contractor")).toObject().value(QLatin1String("id")), num(OtherClient));
    QCOMPARE(text(told.value(QLatin1String("phone"))), text(phonesBefore));
    QVERIFY(listedPhone(Client, OwnPhone).isEmpty());
    QCOMPARE(listedPhone(OtherClient, OwnPhone).value(QLatin1String("contractorPerson")), num(OwnPerson));
    QVERIFY(!listedPhone(Client, ClientPhone).isEmpty());
    const QJsonArray there
        = m_desk->truthOf("contractor", OtherClient).value(QLatin1String("person")).toArray();
    QVERIFY(!rowWith(there, "id", num(OwnPerson)).isEmpty());
    const QJsonArray here = m_desk->truthOf("contractor", Client).value(QLatin1String("person")).toArray();
    QVERIFY(rowWith(here, "id", num(OwnPerson)).isEmpty());
}

void PeopleTest::phonesOfAPersonMayReplace()
{
    naryad::sandbox::Options options;
    options.personsReplace = true;
    start(options);
    QCOMPARE(
        postFor("update-contractor-person", OwnPerson, R"({"phone":[{"name":"55"}]})").madeId(), OwnPerson);
    const QJsonArray phones = person(OwnPerson).value(QLatin1String("phone")).toArray();
    QCOMPARE(phones.size(), 2);
    QCOMPARE(phones.at(0).toObject().value(QLatin1String("deleted")), true);
    QCOMPARE(phones.at(1).toObject().value(QLatin1String("name")), QStringLiteral("55"));
    QCOMPARE(listedPhone(Client, ClientPhone).value(QLatin1String("deleted")), false);
}

void PeopleTest::aDeletedPersonIsStillTold()
{
    const QJsonObject before = person(OwnPerson);
    const Reply reply = postFor("delete-contractor-person", OwnPerson);
    QCOMPARE(reply.body, QByteArray::number(OwnPerson)); // bare, a number
    const QJsonObject after = person(OwnPerson);
    QCOMPARE(after.value(QLatin1String("deleted")), true);
    QCOMPARE(
        after.value(QLatin1String("phone")).toArray().at(0).toObject().value(QLatin1String("deleted")), true);
    QCOMPARE(text(without(after, {"deleted", "phone"})), text(without(before, {"deleted", "phone"})));
    QCOMPARE(listedPhone(Client, OwnPhone).value(QLatin1String("deleted")), true);
    QCOMPARE(postFor("delete-contractor-person", OwnPerson).code(), NotFound);
    QCOMPARE(postFor("update-contractor-person", OwnPerson, R"({"name":"x"})").code(), NotFound);
    QCOMPARE(
        post("create-contractor-phone", R"({"parent":{"id":1903968,"type":"person"},"name":"1"})").code(),
        NotFound);
    QCOMPARE(postFor("delete-contractor-person", 1).code(), NotFound);
    QCOMPARE(m_desk->get(QStringLiteral("get-contractor-person?id=1")).code(), NotFound);
}

void PeopleTest::aPhoneIsKeptWhole_data()
{
    QTest::addColumn<qint64>("parent");
    QTest::addColumn<QString>("type");
    QTest::newRow("a client's") << Client << QStringLiteral("contractor");
    QTest::newRow("a person's") << OwnPerson << QStringLiteral("person");
}

void PeopleTest::aPhoneIsKeptWhole()
{
    QFETCH(const qint64, parent);
    QFETCH(const QString, type);
    const QString body = QStringLiteral(R"({"parent":{"id":%1,"type":"%2"},"name":"8-800-888-88-88"})")
                             .arg(parent)
                             .arg(type);
    const qint64 id = post("create-contractor-phone", body.toUtf8()).madeId();
    QVERIFY(id > 0);
    QCOMPARE(
        text(phone(id)),
        text(json(
            QStringLiteral(
                R"({"id":"%1","name":"8-800-888-88-88","deleted":false,"parent":{"id":"%2","type":"%3"}})")
                .arg(id)
                .arg(parent)
                .arg(type)
                .toUtf8()
                .constData())));
    QCOMPARE(
        text(listedPhone(Client, id)),
        text(json(
            QStringLiteral(
                R"({"id":"%1","name":"8-800-888-88-88","deleted":false,"createdAt":"1795510800","contractorPerson":"%2"})")
                .arg(id)
                .arg(type == QLatin1String("person") ? num(parent) : QStringLiteral("NULL"))
                .toUtf8()
                .constData())));
    QCOMPARE(m_desk->truthOf("phone", id).value(QLatin1String("contractor")), num(Client));
}

void PeopleTest::phonesAreChecked_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<int>("code");
    const auto row = [](const char *name, const char *body, int code) {
        QTest::newRow(name) << QByteArray(body) << code;
    };
    row("a bare parent", R"({"parent":97611,"name":"1"})", WrongValue);
    row("no such client", R"({"parent":{"id":1,"type":"contractor"},"name":"1"})", NotFound);
    row("no such person", R"({"parent":{"id":1,"type":"person"},"name":"1"})", NotFound);
    row("a client for a person", R"({"parent":{"id":97611,"type":"person"},"name":"1"})", NotFound);
    row("a person for a client", R"({"parent":{"id":1903968,"type":"contractor"},"name":"1"})", NotFound);
    row("another type", R"({"parent":{"id":97611,"type":"employee"},"name":"1"})", WrongValue);
    row("no type", R"({"parent":{"id":97611},"name":"1"})", WrongValue);
    row("no id", R"({"parent":{"type":"contractor"},"name":"1"})", NotFound);
    row("a parent with more", R"({"parent":{"id":97611,"type":"contractor","name":"x"},"name":"1"})",
        UnknownKey);
    row("an empty number", R"({"parent":{"id":97611,"type":"contractor"},"name":""})", WrongValue);
    row("a number that is one", R"({"parent":{"id":97611,"type":"contractor"},"name":8800})", WrongValue);
    row("an unknown key", R"({"parent":{"id":97611,"type":"contractor"},"name":"1","kind":"mobile"})",
        UnknownKey);
    row("a bare array", R"({"parent":{"id":97611,"type":"contractor"},"name":"1","phone":["1"]})",
        WrongValue);
}

void PeopleTest::phonesAreChecked()
{
    QFETCH(const QByteArray, body);
    QFETCH(const int, code);
    QCOMPARE(post("create-contractor-phone", body).code(), code);
    QCOMPARE(text(m_desk->made("phone")), text(QJsonArray()));
    const QString before = text(m_desk->truthOf("phone", ClientPhone));
    QCOMPARE(postFor("update-contractor-phone", ClientPhone, body).code(), code);
    QCOMPARE(text(m_desk->truthOf("phone", ClientPhone)), before);
    QCOMPARE(post("create-contractor-phone", R"({"name":"1"})").code(), MissingKey);
    QCOMPARE(
        post("create-contractor-phone", R"({"parent":{"id":97611,"type":"contractor"}})").code(), MissingKey);
    QCOMPARE(m_desk->get(QStringLiteral("get-contractor-phone?id=1")).code(), NotFound);
}

void PeopleTest::aPhoneMoves()
{
    const auto move = [this](const char *parent) {
        return postFor(
            "update-contractor-phone", ClientPhone, QByteArray(R"({"name":"77","parent":)") + parent + '}');
    };
    QCOMPARE(move(R"({"id":97624,"type":"contractor"})").madeId(), ClientPhone);
    QVERIFY(listedPhone(Client, ClientPhone).isEmpty());
    QCOMPARE(listedPhone(OtherClient, ClientPhone).value(QLatin1String("name")), QStringLiteral("77"));
    QCOMPARE(move(R"({"id":1903968,"type":"person"})").madeId(), ClientPhone);
    QVERIFY(listedPhone(OtherClient, ClientPhone).isEmpty());
    QCOMPARE(
        text(phone(ClientPhone).value(QLatin1String("parent"))),
        text(json(R"({"id":"1903968","type":"person"})")));
    QCOMPARE(postFor("update-contractor-phone", ClientPhone, R"({"name":"78"})").madeId(), ClientPhone);
    QCOMPARE(listedPhone(Client, ClientPhone).value(QLatin1String("contractorPerson")), num(OwnPerson));
    QCOMPARE(phone(ClientPhone).value(QLatin1String("name")), QStringLiteral("78"));
}

void PeopleTest::theStrayArrayChangesNothing()
{
    const QByteArray body
        = R"({"parent":{"id":97611,"type":"contractor"},"name":"1","phone":[{"name":"8-800-888-88-88"}]})";
    const qint64 id = post("create-contractor-phone", body).madeId();
    QCOMPARE(text(m_desk->made("phone")), text(QJsonArray{num(id)}));
    QCOMPARE(phone(id).value(QLatin1String("name")), QStringLiteral("1"));
}

void PeopleTest::aDeletedPhoneStaysListed()
{
    const QJsonObject before = listedPhone(Client, ClientPhone);
    QCOMPARE(postFor("delete-contractor-phone", ClientPhone).body, QByteArray::number(ClientPhone));
    QJsonObject expected = before;
    expected.insert(QStringLiteral("deleted"), true);
    QCOMPARE(text(listedPhone(Client, ClientPhone)), text(expected));
    QCOMPARE(phone(ClientPhone).value(QLatin1String("deleted")), true);
    QCOMPARE(
        text(phone(DeletedPhone)),
        text(json(
            R"({"id":"1397917","name":"33","deleted":true,"parent":{"id":"97611","type":"contractor"}})")));
    for (qint64 id : {ClientPhone, DeletedPhone, qint64(1)}) {
        QCOMPARE(postFor("delete-contractor-phone", id).code(), NotFound);
        QCOMPARE(postFor("update-contractor-phone", id, R"({"name":"1"})").code(), NotFound);
    }
}

void PeopleTest::deletesTakeNoBody()
{
    QCOMPARE(postFor("delete-contractor-phone", ClientPhone, R"({"id":1397915})").code(), UnknownKey);
    QCOMPARE(postFor("delete-contractor-person", OwnPerson, "[]").code(), NotJson);
    QCOMPARE(phone(ClientPhone).value(QLatin1String("deleted")), false);
    QCOMPARE(postFor("delete-contractor-phone", ClientPhone, QByteArray()).status, 200);
}

QTEST_GUILESS_MAIN(PeopleTest)
#include "PeopleTest.moc"
