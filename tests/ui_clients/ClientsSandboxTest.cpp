#include "ClientsOnline.h"

/// What is typed on the Contractors screen arrives whole and once, and an edit changes what was edited and
/// nothing else.
class ClientsSandboxTest : public ClientsOnline
{
    Q_OBJECT
private Q_SLOTS:
    void madeOfflineAllOfItArrivesOnce();
    void anEditChangesWhatWasEdited();
    void anEditOfASubdivisionToo();
    void personsAndPhonesOfOneThatIsThere();
    void deletingIsTakenBackWithinTheHold();
    void oneNoListHasNamedIsFound();
    void aRefusalOpensAsTyped();
};

void ClientsSandboxTest::madeOfflineAllOfItArrivesOnce()
{
    m_proxy->setLineDown(true);
    m_screen->newContractor();
    fill<ContractorEditor>(
        {{u"Name"_s, u"Новый клиент"_s}, {u"Address"_s, u"Ленина 9"_s}, {u"Floor"_s, u"2"_s}});
    QVERIFY(shows(u"Новый клиент"_s));
    const auto chosen = m_screen->chosen();
    QVERIFY(chosen && chosen->id.startsWith(u"local:"));

    press(u"Add subdivision"_s);
    fill<ContractorEditor>(
        {{u"Name"_s, u"Новый филиал"_s}, {u"Person name"_s, u"Вера"_s}, {u"Phone of person 1"_s, u"44"_s}});
    QVERIFY(shows(u"Новый филиал"_s));
    m_screen->reveal(chosen->id);
    QVERIFY(shows(u"Новый клиент"_s));
    press(u"Add person"_s);
    fill<PersonForm>({{u"Person name"_s, u"Анна"_s}});
    press(u"Add phone"_s);
    fill<PhoneForm>({{u"Phone number"_s, u"832874834"_s}});
    mark(u"Анна"_s);
    press(u"Add phone"_s);
    fill<PhoneForm>({{u"Phone number"_s, u"+7 903 111-22-33"_s}});
    m_tasks->newTask(TaskStart::forContractor(*m_screen->chosen()));
    const QPointer<TaskEditor> task = opened<TaskEditor>();
    QVERIFY(task);
    auto *kind = task->findChild<EntityPicker *>(u"template"_s);
    kind->setTypedText(u"ремонт"_s);
    kind->takeBest();
    QTRY_VERIFY(!kind->ref().isNothing());
    named<QAbstractButton>(task, u"Save draft"_s)->click();
    QTRY_VERIFY(!task);

    m_proxy->setLineDown(false);
    m_engine->refresh();
    QTRY_COMPARE_WITH_TIMEOUT(truth(u"/sandbox/new-tasks"_s).toArray().size(), 1, 20000);
    QVERIFY(allIsSent());
    const QJsonArray made = truth(u"/sandbox/new?kind=contractor"_s).toArray();
    QCOMPARE(made.size(), 2);
    const QString id = made.at(0).toString();
    const QJsonObject whole = client(id);
    QCOMPARE(whole.value(u"name"_s), u"Новый клиент"_s);
    QCOMPARE(whole.value(u"address"_s), u"Ленина 9"_s);
    QCOMPARE(whole.value(u"addressFloor"_s), u"2"_s);
    QCOMPARE(whole.value(u"person"_s).toArray().size(), 1);
    QCOMPARE(whole.value(u"person"_s).toArray().first()[u"name"].toString(), u"Анна"_s);
    const QString person = whole.value(u"person"_s).toArray().first()[u"id"].toString();
    QCOMPARE(whole.value(u"phone"_s).toArray().size(), 2);
    const QJsonObject branch = client(made.at(1).toString());
    QCOMPARE(branch.value(u"name"_s), u"Новый филиал"_s);
    QCOMPARE(branch.value(u"parent"_s), id);
    QCOMPARE(branch.value(u"person"_s).toArray().first()[u"name"].toString(), u"Вера"_s);
    const QString taskId = truth(u"/sandbox/new-tasks"_s).toArray().first().toString();
    QCOMPARE(truth(u"/sandbox/task?id="_s + taskId).toObject().value(u"contractor"_s)[u"id"].toString(), id);

    // Each once, and each body whole.
    const QPair<QString, int> counts[]{
        {u"create-contractor"_s, 1},
        {u"add-subdivision"_s, 1},
        {u"create-contractor-person"_s, 1},
        {u"create-task"_s, 1},
        {u"create-contractor-phone"_s, 2}};
    for (const auto &[command, count] : counts)
        QVERIFY2(asked(command) == count, qPrintable(command));
    QJsonObject body = sent(u"create-contractor"_s);
    QVERIFY(!body.take(u"externalId"_s).toString().isEmpty());
    QCOMPARE(
        body,
        (QJsonObject{
            {u"name"_s, u"Новый клиент"_s}, {u"address"_s, u"Ленина 9"_s}, {u"addressFloor"_s, u"2"_s}}));
    body = sent(u"add-subdivision"_s);
    QVERIFY(!body.take(u"external_id"_s).toString().isEmpty());
    QJsonObject contact = body.value(u"contact"_s).toArray().first().toObject();
    QVERIFY(!contact.take(u"external_id"_s).toString().isEmpty());
    body.insert(u"contact"_s, QJsonArray{contact});
    QCOMPARE(
        body,
        (QJsonObject{
            {u"contractor_id"_s, id},
            {u"name"_s, u"Новый филиал"_s},
            {u"lat"_s, QString()},
            {u"lon"_s, QString()},
            {u"contact"_s,
             QJsonArray{QJsonObject{
                 {u"name"_s, u"Вера"_s}, {u"tel"_s, QJsonArray{QJsonObject{{u"name"_s, u"44"_s}}}}}}}}));
    body = sent(u"create-contractor-person"_s);
    QCOMPARE(body.keys(), (QStringList{u"contractor"_s, u"name"_s}));
    QCOMPARE(body.value(u"name"_s), u"Анна"_s);
    QCOMPARE(body.value(u"contractor"_s)[u"id"].toVariant().toString(), id);
    body = sent(u"create-contractor-phone"_s);
    QCOMPARE(body.keys(), (QStringList{u"name"_s, u"parent"_s}));
    QCOMPARE(body.value(u"name"_s), u"+7 903 111-22-33"_s);
    QCOMPARE(body.value(u"parent"_s)[u"id"].toVariant().toString(), person);
    QCOMPARE(body.value(u"parent"_s)[u"type"].toString(), u"person"_s);
}

void ClientsSandboxTest::anEditChangesWhatWasEdited()
{
    const QString id = anyClient(false);
    m_screen->reveal(id);
    const QJsonObject before = client(id);
    QVERIFY(shows(before.value(u"name"_s).toString()));
    press(u"Edit"_s);
    fill<ContractorEditor>({{u"Floor"_s, u"44"_s}});
    QVERIFY(allIsSent());
    QTRY_COMPARE(client(id).value(u"addressFloor"_s), u"44"_s);
    QJsonObject after = client(id);
    QJsonObject wanted = before;
    wanted.insert(u"addressFloor"_s, u"44"_s);
    wanted.insert(u"usn"_s, after.value(u"usn"_s));
    QCOMPARE(after, wanted);
    // The documented keys, complete, and never persons and phones.
    QJsonObject body = sent(u"update-contractor"_s);
    QVERIFY(!body.contains(u"person"_s) && !body.contains(u"phone"_s));
    QCOMPARE(body.value(u"addressFloor"_s), u"44"_s);
    QVERIFY2(body.contains(u"name"_s), QJsonDocument(body).toJson().constData());
    const QStringList keys = body.keys();
    for (const QString &key : keys)
        QVERIFY2(body.value(key) == wanted.value(key), qPrintable(key));
    QCOMPARE(asked(u"update-contractor"_s), 1);
    QVERIFY(asked(u"get-contractor"_s) > 0);
    QVERIFY(asked(u"get-contractor-list"_s) > 0);
}

void ClientsSandboxTest::anEditOfASubdivisionToo()
{
    // Made by somebody else, under one of the company's own.
    const QString parent = anyClient(false);
    const QByteArray body
        = QJsonDocument(
              QJsonObject{{u"contractor_id"_s, parent}, {u"name"_s, u"Склад"_s}, {u"address"_s, u"Мира 1"_s}})
              .toJson();
    truth(u"/api/v4/add-subdivision"_s, body);
    const QJsonArray made = truth(u"/sandbox/new?kind=contractor"_s).toArray();
    QCOMPARE(made.size(), 1);
    const QString id = made.first().toString();
    m_engine->lookAtContractor(id);
    QTRY_VERIFY_WITH_TIMEOUT(
        answered(m_reader->contractorCards({id})).value_or(QVector<Contractor>()).value(0).detailsLoaded,
        20000);
    const QJsonObject before = client(id);
    m_screen->reveal(id);
    QVERIFY(shows(u"Склад"_s));
    press(u"Edit"_s);
    fill<ContractorEditor>({{u"Entrance"_s, u"3"_s}});
    QVERIFY(allIsSent());
    QTRY_COMPARE(client(id).value(u"addressPorch"_s), u"3"_s);
    QJsonObject wanted = before;
    wanted.insert(u"addressPorch"_s, u"3"_s);
    wanted.insert(u"usn"_s, client(id).value(u"usn"_s));
    QCOMPARE(client(id), wanted);
    QCOMPARE(
        sent(u"update-subdivision"_s),
        (QJsonObject{
            {u"name"_s, u"Склад"_s},
            {u"address"_s, u"Мира 1"_s},
            {u"address_porch"_s, u"3"_s},
            {u"address_floor"_s, QString()},
            {u"address_room"_s, QString()},
            {u"address_info"_s, QString()},
            {u"lat"_s, before.value(u"lat"_s)},
            {u"lon"_s, before.value(u"lon"_s)}}));
}

void ClientsSandboxTest::personsAndPhonesOfOneThatIsThere()
{
    truth(
        u"/api/v5/create-contractor"_s,
        QJsonDocument(
            QJsonObject{
                {u"name"_s, u"Готовый"_s},
                {u"phone"_s, QJsonArray{QJsonObject{{u"name"_s, u"11"_s}}}},
                {u"person"_s,
                 QJsonArray{QJsonObject{
                     {u"name"_s, u"Борис"_s}, {u"phone"_s, QJsonArray{QJsonObject{{u"name"_s, u"22"_s}}}}}}}})
            .toJson());
    const QString id = truth(u"/sandbox/new?kind=contractor"_s).toArray().first().toString();
    m_engine->lookAtContractor(id);
    QTRY_VERIFY_WITH_TIMEOUT(
        answered(m_reader->contractorCards({id})).value_or(QVector<Contractor>()).value(0).detailsLoaded,
        20000);
    m_screen->reveal(id);
    QVERIFY(shows(u"Готовый"_s));
    // Its card tells the person's id alone; the name is asked for.
    mark(u"Борис"_s);
    QVERIFY(asked(u"get-contractor-person"_s) > 0);
    press(u"Edit"_s);
    fill<PersonForm>({{u"Person name"_s, u"Богдан"_s}});
    QVERIFY(allIsSent());
    const QJsonObject person = client(id).value(u"person"_s).toArray().first().toObject();
    QCOMPARE(person.value(u"name"_s), u"Богдан"_s);
    QJsonObject body = sent(u"update-contractor-person"_s);
    QCOMPARE(body.keys(), (QStringList{u"contractor"_s, u"name"_s}));
    QCOMPARE(body.value(u"contractor"_s)[u"id"].toVariant().toString(), id);
    mark(u"11"_s);
    press(u"Edit"_s);
    fill<PhoneForm>({{u"Phone number"_s, u"12/34/567"_s}});
    QVERIFY(allIsSent());
    body = sent(u"update-contractor-phone"_s);
    QCOMPARE(body.keys(), (QStringList{u"name"_s, u"parent"_s}));
    QCOMPARE(body.value(u"name"_s), u"12/34/567"_s);
    QCOMPARE(body.value(u"parent"_s)[u"type"].toString(), u"contractor"_s);
    QVERIFY(asked(u"get-contractor-phone"_s) > 0);
    QCOMPARE(client(id).value(u"phone"_s).toArray().size(), 2);
    mark(u"12/34/567"_s);
    press(u"Delete"_s);
    QTRY_COMPARE_WITH_TIMEOUT(asked(u"delete-contractor-phone"_s), 1, 20000);
    mark(u"Богдан"_s);
    press(u"Delete"_s);
    QTRY_COMPARE_WITH_TIMEOUT(asked(u"delete-contractor-person"_s), 1, 20000);
    QVERIFY(allIsSent());
    const QJsonArray phones = client(id).value(u"phone"_s).toArray();
    for (const QJsonValue phone : phones)
        QVERIFY(phone[u"deleted"].toBool());
    QVERIFY(client(id).value(u"person"_s).toArray().first()[u"deleted"].toBool());
    // Hidden, and there on demand.
    const auto find = [this](const QString &text) {
        return !m_screen->card()
                    .tree()
                    ->findItems(text, Qt::MatchStartsWith | Qt::MatchRecursive, 1)
                    .isEmpty();
    };
    QTRY_VERIFY_WITH_TIMEOUT(!find(u"12/34/567"_s), 20000);
    m_screen->findChild<QAbstractButton *>(u"showDeleted"_s)->click();
    QTRY_VERIFY(find(u"12/34/567"_s));
}

void ClientsSandboxTest::deletingIsTakenBackWithinTheHold()
{
    m_engine->setHold(std::chrono::seconds(100));
    truth(
        u"/api/v5/create-contractor"_s,
        QJsonDocument(
            QJsonObject{
                {u"name"_s, u"Готовый"_s}, {u"phone"_s, QJsonArray{QJsonObject{{u"name"_s, u"11"_s}}}}})
            .toJson());
    const QString id = truth(u"/sandbox/new?kind=contractor"_s).toArray().first().toString();
    m_engine->lookAtContractor(id);
    m_screen->reveal(id);
    QVERIFY(shows(u"Готовый"_s));
    mark(u"☎"_s);
    press(u"Delete"_s);
    mark(u"Said here, on its way"_s);
    const auto taken = answered(m_engine->recallLast());
    QVERIFY(taken);
    QTRY_VERIFY(m_screen->card()
                    .tree()
                    ->findItems(u"Said here"_s, Qt::MatchStartsWith | Qt::MatchRecursive, 0)
                    .isEmpty());
    QCOMPARE(asked(u"delete-contractor-phone"_s), 0);
}

void ClientsSandboxTest::oneNoListHasNamedIsFound()
{
    truth(
        u"/api/v5/create-contractor"_s,
        QJsonDocument(QJsonObject{{u"name"_s, u"Чужой"_s}, {u"externalId"_s, u"1С-77"_s}}).toJson());
    press(u"Find by external id"_s);
    const QPointer<ExternalIdDialog> dialog = opened<ExternalIdDialog>();
    QVERIFY(dialog);
    named<QLineEdit>(dialog, u"External id"_s)->setText(u"1С-77"_s);
    named<QAbstractButton>(dialog, u"Find"_s)->click();
    QTRY_VERIFY_WITH_TIMEOUT(!dialog, 20000);
    QVERIFY(shows(u"Чужой"_s));
    QVERIFY(asked(u"get-contractor-by-external-id"_s) > 0);
    // And a new one that is given the same is told of it.
    m_screen->newContractor();
    const QPointer<ContractorEditor> form = opened<ContractorEditor>();
    QVERIFY(form);
    named<QLineEdit>(form, u"External id"_s)->setText(u"1С-77"_s);
    QTRY_VERIFY(form->findChild<QLabel *>(u"externalIdCheck"_s)->text().contains(u"Чужой"_s));
}

void ClientsSandboxTest::aRefusalOpensAsTyped()
{
    m_screen->windows().addSubdivision({u"999999"_s, u"Нет такого"_s});
    fill<ContractorEditor>(
        {{u"Name"_s, u"Филиал"_s}, {u"Person name"_s, u"Вера"_s}, {u"Phone of person 1"_s, u"44"_s}});
    JournalEntry refused;
    const auto isRefused = [this, &refused] {
        const auto entries = answered(m_reader->outbox(1)).value_or(QVector<JournalEntry>());
        for (const JournalEntry &entry : entries) {
            if (entry.state == CommandState::Refused)
                refused = entry;
        }
        return refused.id != 0;
    };
    QVERIFY(QTest::qWaitFor(isRefused, 20000));
    m_screen->windows().fix(refused);
    const QPointer<ContractorEditor> form = opened<ContractorEditor>();
    QVERIFY(form);
    QVERIFY(form->findChild<QLabel *>(u"message"_s)->text().contains(u"Клиент не найден"_s));
    QTRY_VERIFY(form->findChild<EntityPicker *>(u"parent"_s)->hasFocus());
    QCOMPARE(named<QLineEdit>(form, u"Person name"_s)->text(), u"Вера"_s);
    QCOMPARE(named<QLineEdit>(form, u"Phone of person 1"_s)->text(), u"44"_s);
    test::choose(form->findChild<EntityPicker *>(u"parent"_s), {anyClient(false), u"Ромашка"_s});
    named<QAbstractButton>(form, u"Save"_s)->click();
    QTRY_VERIFY(!form);
    QTRY_COMPARE_WITH_TIMEOUT(truth(u"/sandbox/new?kind=contractor"_s).toArray().size(), 1, 20000);
    QVERIFY(allIsSent());
}

QTEST_MAIN(ClientsSandboxTest)
#include "ClientsSandboxTest.moc"
