#include "FormsFixture.h"

#include <QScrollArea>

#include <map>

/// What the forms of clients keep, tell and mend.
class ClientHelpTest : public FormsFixture
{
    Q_OBJECT
private Q_SLOTS:
    void typedThingsOutliveTheWindow();
    void aFullDiskKeepsTheForm();
    void aRefusalOpensAtItsField();
    void whoHasItIsTold();
    void theExternalIdIsChecked();
    void theExternalIdIsCheckedHereToo();
    void deletingIsSaidAtOnce();
    void everyControlHasAName_data();
    void everyControlHasAName();
};

void ClientHelpTest::typedThingsOutliveTheWindow()
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

void ClientHelpTest::aFullDiskKeepsTheForm()
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

void ClientHelpTest::aRefusalOpensAtItsField()
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

void ClientHelpTest::whoHasItIsTold()
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

void ClientHelpTest::theExternalIdIsChecked()
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

void ClientHelpTest::theExternalIdIsCheckedHereToo()
{
    m_windows->newContractor();
    const QPointer<ContractorEditor> form = opened<ContractorEditor>();
    QVERIFY(form);
    put(form, "externalId", u"77-А"_s);
    m_desk->clock.advance(500ms);
    QTRY_VERIFY(label(form, "externalIdCheck").contains(u"“Ромашка” has the external id 77-А"_s));
    QVERIFY(m_desk->commands.externalIds.isEmpty());
}

void ClientHelpTest::deletingIsSaidAtOnce()
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

void ClientHelpTest::everyControlHasAName_data()
{
    QTest::addColumn<int>("which");
    QTest::addRow("new contractor") << 0;
    QTest::addRow("new subdivision") << 1;
    QTest::addRow("contractor") << 2;
    QTest::addRow("subdivision") << 3;
    QTest::addRow("new person") << 4;
    QTest::addRow("new phone") << 5;
}

void ClientHelpTest::everyControlHasAName()
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
    const QWidget *content = form->findChild<QScrollArea *>()->widget();
    QVector<QWidget *> seen;
    for (QWidget *at = first; !seen.contains(at); at = QApplication::focusWidget()) {
        seen.append(at);
        const bool inside = content->isAncestorOf(at);
        const int top = inside ? at->mapTo(content, QPoint(0, 0)).y() : content->height();
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

QTEST_MAIN(ClientHelpTest)
#include "ClientHelpTest.moc"
