#include "ClientsFixture.h"
#include "contractors/ContractorEditor.h"
#include "contractors/ContractorWindows.h"
#include "contractors/PeopleForms.h"
#include "widgets/EntityPicker.h"

#include <QAbstractButton>
#include <QFormLayout>
#include <QLabel>
#include <QPointer>
#include <QSignalSpy>

#include <map>

using namespace naryad;
using namespace naryad::test;
using namespace naryad::ui;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

/// The forms in which something is said about a client: what is typed is said whole, and nothing else.
class ClientFormsTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void cleanup();
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
    void typedThingsOutliveTheWindow();
    void aFullDiskKeepsTheForm();
    void aRefusalOpensAtItsField();
    void whoHasItIsTold();
    void theExternalIdIsChecked();
    void theExternalIdIsCheckedHereToo();
    void deletingIsSaidAtOnce();
    void everyControlHasAName_data();
    void everyControlHasAName();

private:
    template <class Form> Form *opened()
    {
        return QTest::qWaitFor([] { return openWindow<Form>() != nullptr; }) ? openWindow<Form>() : nullptr;
    }
    static void put(QWidget *form, const char *name, const QString &text)
    {
        form->findChild<QLineEdit *>(QString::fromLatin1(name))->setText(text);
    }
    static QString text(const QWidget *form, const char *name)
    {
        return form->findChild<QLineEdit *>(QString::fromLatin1(name))->text();
    }
    static QString label(const QWidget *form, const char *name)
    {
        const auto *found = form->findChild<QLabel *>(QString::fromLatin1(name));
        return found->isVisible() ? QString(found->text()).remove(QChar(0x200b)) : QString();
    }
    static void save(QWidget *form) { named<QAbstractButton>(form, u"Save"_s)->click(); }
    void say(qint64 id = 1) { m_desk->commands.submits.answer(id); }
    const Command &said() const { return m_desk->commands.submitted.constLast(); }

    std::unique_ptr<ClientsFixture> m_desk;
    std::unique_ptr<QWidget> m_screen;
    std::unique_ptr<ContractorWindows> m_windows;
};

void ClientFormsTest::init()
{
    m_desk = std::make_unique<ClientsFixture>();
    QVERIFY(m_desk->open());
    QVERIFY(m_desk->keepClients());
    m_screen = std::make_unique<QWidget>();
    m_screen->show();
    m_windows = std::make_unique<ContractorWindows>(m_desk->desk(), m_screen.get());
}

void ClientFormsTest::cleanup()
{
    m_desk->reader.reset();
    m_windows.reset();
    m_screen.reset();
    m_desk.reset();
}

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
    Address address{u"Ленина 9"_s, u"1"_s, u"2"_s, u"3"_s, u"вход со двора"_s, u"55.75"_s, u"37.60"_s};
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

void ClientFormsTest::typedThingsOutliveTheWindow()
{
    m_windows->newContractor();
    QPointer<ContractorEditor> form = opened<ContractorEditor>();
    QVERIFY(form);
    put(form, "name", u"Новый"_s);
    put(form, "phoneNumber", u"11"_s);
    put(form, "personName", u"Анна"_s);
    put(form, "personPhone-", u"22"_s);
    m_desk->clock.advance(300ms);
    QTRY_COMPARE(m_desk->commands.kept.size(), 1);
    QTRY_VERIFY(form->windowTitle().contains(u"saved on this computer"_s));
    // As after the end of the program.
    m_windows.reset();
    QTRY_VERIFY(!form);
    m_windows = std::make_unique<ContractorWindows>(m_desk->desk(), m_screen.get());
    QSignalSpy left(m_windows.get(), &ContractorWindows::leftToldChanged);
    QTRY_VERIFY(!left.isEmpty());
    QVERIFY(left.last().first().toString().contains(u"New contractor: Новый"_s));
    m_windows->openKept();
    form = opened<ContractorEditor>();
    QVERIFY(form);
    QCOMPARE(left.last().first().toString(), QString());
    QCOMPARE(text(form, "name"), u"Новый"_s);
    QCOMPARE(text(form, "phoneNumber"), u"11"_s);
    QCOMPARE(text(form, "personName"), u"Анна"_s);
    QCOMPARE(text(form, "personPhone-"), u"22"_s);
    save(form);
    QVERIFY(!m_desk->commands.submittedDrafts.constLast().isEmpty());
    // Esc keeps it as well; what is said leaves nothing.
    say();
    QTRY_VERIFY(!form);
    m_windows->newContractor();
    form = opened<ContractorEditor>();
    QCOMPARE(text(form, "name"), QString());
}

void ClientFormsTest::aFullDiskKeepsTheForm()
{
    m_windows->newContractor();
    const QPointer<ContractorEditor> form = opened<ContractorEditor>();
    QVERIFY(form);
    put(form, "name", u"Новый"_s);
    save(form);
    Error full;
    full.kind = ErrorKind::Storage;
    m_desk->commands.submits.answer(tl::unexpected(full));
    QTRY_VERIFY(!label(form, "message").isEmpty());
    QCOMPARE(text(form, "name"), u"Новый"_s);
    save(form);
    say();
    QTRY_VERIFY(!form);
}

void ClientFormsTest::aRefusalOpensAtItsField()
{
    CreateContractor create;
    create.body.name = u"Новый"_s;
    create.body.phones = QStringList{u"11"_s};
    create.body.persons = {{{}, u"Анна"_s, {u"22"_s}}};
    Address address;
    address.latitude = u"55.7"_s;
    address.longitude = u"37.6"_s;
    create.body.address = Known<Address>::fromHere(address);
    Error refusal;
    refusal.kind = ErrorKind::Refused;
    refusal.words = u"Неверное значение lat"_s;
    const CommandId id = m_desk->add(create, CommandState::Refused, refusal);
    QVERIFY(id != 0);
    const auto entries = m_desk->journal->all();
    QVERIFY(entries && entries->size() == 1);
    m_windows->fix(entries->first());
    QPointer<ContractorEditor> form = opened<ContractorEditor>();
    QVERIFY(form);
    QVERIFY(label(form, "message").contains(u"Неверное значение lat"_s));
    QTRY_VERIFY(form->findChild<QLineEdit *>(u"latitude"_s)->hasFocus());
    QCOMPARE(text(form, "name"), u"Новый"_s);
    QCOMPARE(text(form, "personPhone-"), u"22"_s);
    put(form, "latitude", u"56"_s);
    save(form);
    CreateContractor mended = create;
    mended.body.address.value.latitude = u"56"_s;
    QCOMPARE(std::get<CreateContractor>(said()), mended);
    QVERIFY(m_desk->commands.decided.isEmpty());
    say();
    QTRY_VERIFY(!form);
    QCOMPARE(m_desk->commands.decided, (QVector<FakeCommandDesk::Decided>{{id, Decision::Drop, {}}}));
}

void ClientFormsTest::whoHasItIsTold()
{
    m_windows->newContractor();
    const QPointer<ContractorEditor> form = opened<ContractorEditor>();
    QVERIFY(form);
    put(form, "name", u"ромаш"_s);
    QTRY_VERIFY(label(form, "nameKnown").contains(u"Ромашка"_s));
    put(form, "name", u"Совсем другой"_s);
    QTRY_COMPARE(label(form, "nameKnown"), QString());
    put(form, "phoneNumber", u"8 903 627 77 81"_s);
    QTRY_VERIFY(label(form, "phoneKnown").contains(u"Ромашка"_s));
    // Told, not forbidden.
    save(form);
    QCOMPARE(m_desk->commands.submitted.size(), 1);
}

void ClientFormsTest::theExternalIdIsChecked()
{
    m_windows->newContractor();
    const QPointer<ContractorEditor> form = opened<ContractorEditor>();
    QVERIFY(form);
    put(form, "externalId", u"В"_s);
    m_desk->clock.advance(400ms);
    put(form, "externalId", u"ВН-1"_s);
    m_desk->clock.advance(500ms);
    QTRY_COMPARE(m_desk->commands.externalIds, QStringList{u"ВН-1"_s});
    m_desk->commands.contractors.answer(fail(ErrorKind::NotFound));
    QTRY_VERIFY(label(form, "externalIdCheck").contains(u"Nobody has the external id ВН-1"_s));
    put(form, "externalId", u"ВН-2"_s);
    QCOMPARE(label(form, "externalIdCheck"), QString());
    m_desk->clock.advance(500ms);
    QTRY_COMPARE(m_desk->commands.externalIds.size(), 2);
    Contractor owner;
    owner.id = u"99"_s;
    owner.name = u"Газстрой"_s;
    m_desk->commands.contractors.answer(owner);
    QTRY_VERIFY(label(form, "externalIdCheck").contains(u"“Газстрой” has the external id ВН-2"_s));
    put(form, "externalId", u"ВН-3"_s);
    m_desk->clock.advance(500ms);
    QTRY_COMPARE(m_desk->commands.externalIds.size(), 3);
    m_desk->commands.contractors.answer(fail(ErrorKind::Offline));
    QTRY_VERIFY(label(form, "externalIdCheck").contains(u"could not be asked"_s));
}

void ClientFormsTest::theExternalIdIsCheckedHereToo()
{
    m_windows->newContractor();
    const QPointer<ContractorEditor> form = opened<ContractorEditor>();
    QVERIFY(form);
    put(form, "externalId", u"77-А"_s);
    m_desk->clock.advance(500ms);
    QTRY_VERIFY(label(form, "externalIdCheck").contains(u"“Ромашка” has the external id 77-А"_s));
    QVERIFY(m_desk->commands.externalIds.isEmpty());
}

void ClientFormsTest::deletingIsSaidAtOnce()
{
    QSignalSpy told(m_windows.get(), &ContractorWindows::deleting);
    m_windows->deletePhone({u"1"_s, u"89036277781"_s, {}});
    QCOMPARE(std::get<DeletePhone>(said()), (DeletePhone{{u"1"_s, {}}, u"89036277781"_s}));
    say(7);
    QTRY_COMPARE(told.size(), 1);
    QCOMPARE(told.first().at(1).value<CommandId>(), 7);
    Person person;
    person.id = u"5"_s;
    person.name = u"Александр"_s;
    m_windows->deletePerson(person);
    QCOMPARE(std::get<DeletePerson>(said()), (DeletePerson{{u"5"_s, {}}, u"Александр"_s}));
}

void ClientFormsTest::everyControlHasAName_data()
{
    QTest::addColumn<int>("which");
    QTest::addRow("new contractor") << 0;
    QTest::addRow("new subdivision") << 1;
    QTest::addRow("contractor") << 2;
    QTest::addRow("subdivision") << 3;
    QTest::addRow("new person") << 4;
    QTest::addRow("new phone") << 5;
}

void ClientFormsTest::everyControlHasAName()
{
    QFETCH(int, which);
    const NamedRef client{u"10"_s, u"Ромашка"_s};
    if (which == 0)
        m_windows->newContractor();
    else if (which == 1)
        m_windows->addSubdivision(client);
    else if (which == 2)
        m_windows->edit(ClientsFixture::romashka());
    else if (which == 3)
        m_windows->edit(ClientsFixture::branch());
    else if (which == 4)
        m_windows->addPerson(client);
    else
        m_windows->addPhone(client, PhoneParent::Contractor);
    ClientForm *form = opened<ClientForm>();
    QVERIFY(form);
    QCOMPARE(unnamedControls(form), QStringList());
    // Tab goes through all of them, from top to bottom, and no letter is underlined twice.
    QWidget *first = QApplication::focusWidget();
    QVERIFY(first);
    int last = -1;
    QVector<QWidget *> seen;
    for (QWidget *at = first; !seen.contains(at); at = QApplication::focusWidget()) {
        seen.append(at);
        const int top = at->mapTo(form, QPoint(0, 0)).y();
        QVERIFY2(top >= last, qPrintable(at->objectName()));
        last = top;
        QTest::keyClick(at, Qt::Key_Tab);
    }
    const QList<QLineEdit *> lines = form->findChildren<QLineEdit *>();
    for (QLineEdit *line : lines) {
        const bool reached = !line->isVisible() || seen.contains(line) || seen.contains(line->parentWidget());
        QVERIFY2(reached, qPrintable(line->objectName()));
    }
    std::map<QString, QString> taken;
    for (const QLabel *one : form->findChildren<QLabel *>()) {
        const QString keys = QKeySequence::mnemonic(one->text()).toString();
        if (!keys.isEmpty() && one->buddy() && one->isVisible())
            QVERIFY2(taken.insert({keys, one->text()}).second, qPrintable(one->text()));
    }
    for (const QAbstractButton *one : form->findChildren<QAbstractButton *>()) {
        const QString keys = QKeySequence::mnemonic(one->text()).toString();
        if (!keys.isEmpty())
            QVERIFY2(taken.insert({keys, one->text()}).second, qPrintable(one->text()));
    }
    for (const char *name :
         {"Name", "Address", "Entrance", "Floor", "Room", "Address notes", "Latitude", "Longitude"}) {
        if (which < 4)
            QVERIFY2(named<QLineEdit>(form, QString::fromLatin1(name)), name);
    }
    if (which != 2 && which != 3)
        QVERIFY(named<QLineEdit>(form, u"Phone number"_s));
    QVERIFY(named<QAbstractButton>(form, u"Save"_s));
}

QTEST_MAIN(ClientFormsTest)
#include "ClientFormsTest.moc"
