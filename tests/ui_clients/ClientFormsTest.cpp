#include "FormsFixture.h"

/// The forms in which something is said about a client: what is typed is said whole, and nothing else.
class ClientFormsTest : public FormsFixture
{
    Q_OBJECT
private Q_SLOTS:
    void aNewContractorIsSaidWhole();
    void aNewOneWithAParentIsASubdivision();
    void phonesOfItsOwnAreNotASubdivisions();
    void anEditSaysWhatWasEdited();
    void whatIsNotKnownStaysSo();
    void anEditOfASubdivisionIsItsOwnCommand();
    void nothingChangedSaysNothing();
    void aNameIsNeeded();
    void personsAndPhones();
    void oddNumbersAreSaidAsTyped();
};

void ClientFormsTest::aNewContractorIsSaidWhole()
{
    m_windows->newContractor();
    const QPointer<ContractorEditor> form = opened<ContractorEditor>();
    QVERIFY(form);
    put(form, "name", u" Новый клиент "_s);
    put(form, "externalId", u"ВН-1"_s);
    put(form, "address", u"Ленина 9"_s);
    put(form, "entrance", u"1"_s);
    put(form, "floor", u"2"_s);
    put(form, "room", u"3"_s);
    put(form, "addressNotes", u"вход со двора"_s);
    put(form, "latitude", u"55,75"_s);
    put(form, "longitude", u"37.60"_s);
    put(form, "phoneNumber", u"832874834"_s);
    put(form, "phoneNumber2", u"11"_s);
    put(form, "personName", u"Анна"_s);
    put(form, "personPhone-", u"+7 903 111-22-33"_s);
    put(form, "personPhone-2", u"доб. 5"_s);
    put(form, "personName2", u"Борис"_s);
    save(form);
    CreateContractor wanted;
    wanted.body.name = u"Новый клиент"_s;
    wanted.body.externalId = Known<QString>::fromHere(u"ВН-1"_s);
    Address address{u"Ленина 9"_s, u"1"_s, u"2"_s, u"3"_s, u"вход со двора"_s, u"55.75"_s, u"37.6"_s};
    wanted.body.address = Known<Address>::fromHere(address);
    wanted.body.phones = QStringList{u"832874834"_s, u"11"_s};
    wanted.body.persons = {{{}, u"Анна"_s, {u"+7 903 111-22-33"_s, u"доб. 5"_s}}, {{}, u"Борис"_s, {}}};
    QCOMPARE(m_desk->commands.submitted.size(), 1);
    QCOMPARE(std::get<CreateContractor>(said()), wanted);
    QVERIFY(form->isVisible()); // until it is on disk
    say();
    QTRY_VERIFY(!form);
}

void ClientFormsTest::aNewOneWithAParentIsASubdivision()
{
    m_windows->newContractor();
    const QPointer<ContractorEditor> form = opened<ContractorEditor>();
    QVERIFY(form);
    put(form, "name", u"Филиал 2"_s);
    put(form, "personName", u"Анна"_s);
    put(form, "personPhone-", u"11"_s);
    choose(form->findChild<EntityPicker *>(u"parent"_s), {u"10"_s, u"Ромашка"_s});
    QVERIFY(form->findChild<EntityPicker *>(u"template"_s)->isVisible());
    choose(form->findChild<EntityPicker *>(u"template"_s), {u"7"_s, u"Монтаж"_s});
    save(form);
    AddSubdivision wanted;
    wanted.body.contractorId = u"10"_s;
    wanted.body.name = u"Филиал 2"_s;
    wanted.body.address = Known<Address>::fromHere({});
    wanted.body.templateId = Known<QString>::fromHere(u"7"_s);
    wanted.body.contacts = {{{}, u"Анна"_s, {u"11"_s}}};
    QCOMPARE(std::get<AddSubdivision>(said()), wanted);
    say();
    QTRY_VERIFY(!form);
}

void ClientFormsTest::phonesOfItsOwnAreNotASubdivisions()
{
    m_windows->addSubdivision({u"10"_s, u"Ромашка"_s});
    const QPointer<ContractorEditor> form = opened<ContractorEditor>();
    QVERIFY(form);
    QCOMPARE(form->findChild<EntityPicker *>(u"parent"_s)->ref().id, u"10"_s);
    put(form, "name", u"Филиал 2"_s);
    put(form, "phoneNumber", u"11"_s);
    save(form);
    QVERIFY(m_desk->commands.submitted.isEmpty());
    QVERIFY(label(form, "message").contains(u"phones with its persons only"_s));
    QVERIFY(form->findChild<QLineEdit *>(u"phoneNumber"_s)->hasFocus());
    put(form, "phoneNumber", {});
    QCOMPARE(label(form, "message"), QString());
    save(form);
    QCOMPARE(std::get<AddSubdivision>(said()).body.contractorId, u"10"_s);
}

void ClientFormsTest::anEditSaysWhatWasEdited()
{
    const Contractor client = ClientsFixture::romashka();
    m_windows->edit(client);
    const QPointer<ContractorEditor> form = opened<ContractorEditor>();
    QVERIFY(form);
    QCOMPARE(text(form, "name"), u"Ромашка"_s);
    QCOMPARE(text(form, "externalId"), u"77-А"_s);
    QVERIFY(!form->findChild<QWidget *>(u"personName"_s));
    put(form, "floor", u"4"_s);
    save(form);
    const auto &update = std::get<UpdateContractor>(said());
    QCOMPARE(update.object, (ObjectRef{u"10"_s, {}}));
    QVERIFY(update.base && *update.base == contractorBodyOf(client));
    ContractorBody wanted = contractorBodyOf(client);
    wanted.address = Known<Address>::fromHere(client.address.value);
    wanted.address.value.floor = u"4"_s;
    QCOMPARE(update.body, wanted);
    QVERIFY(update.body.persons.isEmpty() && update.body.phones.isEmpty());
}

void ClientFormsTest::whatIsNotKnownStaysSo()
{
    Contractor client;
    client.id = u"12"_s;
    client.name = u"Лютик"_s;
    m_windows->edit(client);
    const QPointer<ContractorEditor> form = opened<ContractorEditor>();
    QVERIFY(form);
    QCOMPARE(form->findChild<QLineEdit *>(u"address"_s)->placeholderText(), u"not known: left as it is"_s);
    QCOMPARE(form->findChild<QLineEdit *>(u"externalId"_s)->placeholderText(), u"not known: left as it is"_s);
    put(form, "name", u"Лютики"_s);
    save(form);
    const auto &update = std::get<UpdateContractor>(said());
    QVERIFY(!update.body.address.isKnown());
    QVERIFY(!update.body.externalId.isKnown());
    QCOMPARE(update.body.name, u"Лютики"_s);
}

void ClientFormsTest::anEditOfASubdivisionIsItsOwnCommand()
{
    const Contractor client = ClientsFixture::branch();
    m_windows->edit(client);
    const QPointer<ContractorEditor> form = opened<ContractorEditor>();
    QVERIFY(form);
    QVERIFY(!form->findChild<QWidget *>(u"externalId"_s)); // update-subdivision does not take it
    put(form, "address", u"Новая 5"_s);
    save(form);
    const auto &update = std::get<UpdateSubdivision>(said());
    QCOMPARE(update.object.id, u"11"_s);
    SubdivisionBody wanted = subdivisionBodyOf(client);
    wanted.address = Known<Address>::fromHere({});
    wanted.address.value.text = u"Новая 5"_s;
    QCOMPARE(update.body, wanted);
    QVERIFY(update.base && *update.base == subdivisionBodyOf(client));
}

void ClientFormsTest::nothingChangedSaysNothing()
{
    m_windows->edit(ClientsFixture::romashka());
    const QPointer<ContractorEditor> form = opened<ContractorEditor>();
    QVERIFY(form);
    put(form, "floor", u"4"_s);
    put(form, "floor", {});
    save(form);
    QTRY_VERIFY(!form);
    QVERIFY(m_desk->commands.submitted.isEmpty());
}

void ClientFormsTest::aNameIsNeeded()
{
    m_windows->newContractor();
    const QPointer<ContractorEditor> form = opened<ContractorEditor>();
    QVERIFY(form);
    put(form, "personPhone-", u"11"_s);
    save(form);
    QVERIFY(label(form, "message").contains(u"needs a name"_s));
    put(form, "name", u"Новый"_s);
    // The next thing wrong is told at the next press.
    save(form);
    QVERIFY(label(form, "message").contains(u"Name the person"_s));
    QVERIFY(form->findChild<QLineEdit *>(u"personName"_s)->hasFocus());
    QVERIFY(m_desk->commands.submitted.isEmpty());
}

void ClientFormsTest::personsAndPhones()
{
    const NamedRef client{u"10"_s, u"Ромашка"_s};
    m_windows->addPerson(client);
    QPointer<PersonForm> person = opened<PersonForm>();
    QVERIFY(person);
    put(person, "personName", u"Анна"_s);
    put(person, "phoneNumber", u"11"_s);
    put(person, "phoneNumber2", u"22"_s);
    save(person);
    QCOMPARE(std::get<CreatePerson>(said()), (CreatePerson{{u"10"_s, u"Анна"_s, {u"11"_s, u"22"_s}}}));
    say();
    QTRY_VERIFY(!person);

    Person known;
    known.id = u"5"_s;
    known.name = u"Александр"_s;
    m_windows->editPerson(client, known);
    person = opened<PersonForm>();
    QVERIFY(person);
    QVERIFY(!person->findChild<QWidget *>(u"phoneNumber"_s));
    put(person, "personName", u"Алексей"_s);
    save(person);
    QCOMPARE(
        std::get<UpdatePerson>(said()),
        (UpdatePerson{{u"5"_s, {}}, {u"10"_s, u"Алексей"_s, {}}, PersonBody{u"10"_s, u"Александр"_s, {}}}));
    say();
    QTRY_VERIFY(!person);

    m_windows->editPhone({u"5"_s, u"Александр"_s}, PhoneParent::Person, {u"4"_s, u"112"_s, {}});
    const QPointer<PhoneForm> phone = opened<PhoneForm>();
    QVERIFY(phone);
    put(phone, "phoneNumber", u"113"_s);
    save(phone);
    const PhoneBody before{u"5"_s, PhoneParent::Person, u"112"_s};
    QCOMPARE(
        std::get<UpdatePhone>(said()),
        (UpdatePhone{{u"4"_s, {}}, {u"5"_s, PhoneParent::Person, u"113"_s}, before}));
    say();
    QTRY_VERIFY(!phone);
}

void ClientFormsTest::oddNumbersAreSaidAsTyped()
{
    for (const QString &number : {u"12/34/567"_s, u"832874834"_s, u"+7 555 55 55 55"_s, u"спросить Анну"_s}) {
        m_windows->addPhone({u"10"_s, u"Ромашка"_s}, PhoneParent::Contractor);
        const QPointer<PhoneForm> phone = opened<PhoneForm>();
        QVERIFY(phone);
        put(phone, "phoneNumber", number);
        save(phone);
        QCOMPARE(std::get<CreatePhone>(said()), (CreatePhone{{u"10"_s, PhoneParent::Contractor, number}}));
        say();
        QTRY_VERIFY(!phone);
    }
}

QTEST_MAIN(ClientFormsTest)
#include "ClientFormsTest.moc"
