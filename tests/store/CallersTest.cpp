#include "StoreFixture.h"
#include "store/Reader.h"

#include <QTest>

using namespace naryad;
using namespace naryad::test;

/// Who is found by a phone, in the palette, the task list's filter and the caller desk alike, and what is
/// told of him.
class CallersTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void everyPartOfANumberFinds_data();
    void everyPartOfANumberFinds();
    void wordsFind_data();
    void wordsFind();
    void theBestIsFirst();
    void openTasksAreCounted();
    void theCard();
    void ofOneMadeHere();
    void changedPhonesAreFoundAnew();
    void anOldMirrorLearnsItsPhones();
    void beginningsOfWordsStandBeforeInsides();

private:
    QStringList callers(const QString &typed) const;

    StoreFixture m_store;
    std::unique_ptr<store::Reader> m_reader;
};

Phone phone(const char16_t *number, const char16_t *personId = u"")
{
    Phone made;
    made.number = text(number);
    made.personId = text(personId);
    return made;
}

store::Kept<Contractor> client(
    const char16_t *id, const char16_t *name, const QVector<Phone> &phones,
    const QVector<Person> &persons = {})
{
    Contractor made;
    made.id = text(id);
    made.name = text(name);
    made.phones = Known<QVector<Phone>>::fromService(phones);
    if (!persons.isEmpty())
        made.persons = Known<QVector<Person>>::fromService(persons);
    made.detailsLoaded = true;
    return {made, "{}"};
}

store::Kept<Task> taskOf(const char16_t *id, const char16_t *contractorId, int day, bool draft)
{
    store::Kept<Task> kept = told(text(id));
    kept.value.plannedStart.value = QDateTime({2026, 11, day}, {9, 0}, Qt::UTC);
    kept.value.contractor = Known<NamedRef>::fromService({text(contractorId), QStringLiteral("K")});
    kept.value.draft = Known<bool>::fromService(draft);
    return kept;
}

void CallersTest::initTestCase()
{
    QVERIFY(m_store.openJournal());
    QVERIFY(m_store.openMirror());
    store::Mirror &mirror = *m_store.mirror;
    QVERIFY(mirror.applyContractorList(
        {{text(u"1"), text(u"Холдинг"), {}},
         {text(u"2"), text(u"Ромашка"), {text(u"1"), text(u"Холдинг")}},
         {text(u"3"), text(u"Подразделение 2"), {text(u"2"), text(u"Ромашка")}},
         {text(u"4"), text(u"Иванов"), {}},
         {text(u"5"), text(u"Минск"), {}},
         {text(u"6"), text(u"Образец"), {}},
         {text(u"7"), text(u"Два номера"), {}},
         {text(u"8"), text(u"Газстрой"), {}}},
        true));
    Person alexander;
    alexander.id = text(u"77");
    alexander.name = text(u"Александр Ёлкин");
    QVERIFY(mirror.applyContractors(
        {client(
             u"3", u"Подразделение 2", {phone(u"+7 495 111-22-33"), phone(u"8 (903) 636-24-51", u"77")},
             {alexander}),
         client(u"4", u"Иванов", {phone(u"8(903)6277781 доб. 1234")}),
         client(u"5", u"Минск", {phone(u"+375 29 123-45-67")}),
         client(u"6", u"Образец", {phone(u"832874834"), phone(u"+7 555 55 55 55"), phone(u"33")}),
         client(u"7", u"Два номера", {phone(u"007 916 000-11-12 / 8 (916) 000-11-13"), phone(u"12/34/567")}),
         client(u"8", u"Газстрой", {phone(u"тел: 8.926.245.11.99")})}));
    const QVector<store::Kept<Task>> tasks{
        taskOf(u"101", u"3", 20, false), taskOf(u"102", u"3", 25, true), taskOf(u"103", u"4", 21, false)};
    QVERIFY(mirror.applyTasks(tasks, QVector<qint64>(tasks.size())));
    m_reader = std::make_unique<store::Reader>(m_store.mirrorPath(), m_store.journalPath());
}

QStringList CallersTest::callers(const QString &typed) const
{
    QStringList ids;
    const auto found = m_reader->callers(typed, 20).result();
    for (const Caller &one : found.value_or(QVector<Caller>()))
        ids.append(one.contractor.id);
    return ids;
}

void CallersTest::everyPartOfANumberFinds_data()
{
    QTest::addColumn<QString>("typed");
    QTest::addColumn<QString>("first");
    const auto row = [](const char16_t *typed, const char16_t *first) {
        QTest::newRow(qPrintable(text(typed))) << text(typed) << text(first);
    };
    for (const char16_t *typed :
         {u"+7903636", u"8 903 636", u"8903636", u"636-24", u"63624", u"903636", u"2451",
          u"+7 (903) 636-24-51", u"89036362451", u"9036362451", u"007 903 636 24 51", u"8107 903 636 24 51",
          u"tel:+79036362451", u"8 (903) 636-24-51 доб. 7"})
        row(typed, u"3");
    for (const char16_t *typed : {u"1234", u"9036277781", u"8903627", u"627-77", u"8(903)6277781 доб. 12"})
        row(typed, u"4");
    for (const char16_t *typed :
         {u"+375 29 123-45-67", u"375291234567", u"+375 29", u"00375 29 123", u"2912"})
        row(typed, u"5");
    for (const char16_t *typed : {u"832874834", u"832874", u"4834", u"+7 555 55 55 55", u"+7 555", u"5555"})
        row(typed, u"6");
    for (const char16_t *typed :
         {u"+7 916 000-11-12", u"8 916 000 11 13", u"1113", u"12/34/567", u"34567",
          u"9160001112 / 9160001113"})
        row(typed, u"7");
    for (const char16_t *typed : {u"926 245", u"+7 926", u"1199", u"8.926.245.11.99"})
        row(typed, u"8");
}

void CallersTest::everyPartOfANumberFinds()
{
    QFETCH(QString, typed);
    QFETCH(QString, first);
    const auto found = m_reader->callers(typed, 20).result();
    QVERIFY(found && !found->isEmpty());
    QCOMPARE(found->constFirst().contractor.id, first);
    QVERIFY(found->constFirst().match != PhoneMatch::None);
    QVERIFY(!found->constFirst().phone.isEmpty());
    // The palette and the pickers find him too.
    const auto hits = m_reader->find(typed, 20).result();
    QVERIFY(hits);
    QVERIFY(std::any_of(hits->begin(), hits->end(), [&first](const Hit &hit) {
        return hit.kind == Hit::Kind::Contractor && hit.id == first;
    }));
    const auto contractors = m_reader->contractors(typed, 20).result();
    QVERIFY(contractors && !contractors->isEmpty());
    // So does the task list's filter find his tasks, in every order.
    if (typedPhoneKey(typed).size() < 4 || (first != QLatin1String("3") && first != QLatin1String("4")))
        return;
    for (const auto sort : {TaskQuery::Sort::Plan, TaskQuery::Sort::Number}) {
        TaskQuery query;
        query.text = typed;
        query.sort = sort;
        const auto ids = m_reader->taskIds(query, -1).result();
        QVERIFY(ids);
        const RowId wanted = first == QLatin1String("3") ? 1 : 3;
        QVERIFY2(ids->rows.contains(wanted), qPrintable(typed));
    }
}

void CallersTest::wordsFind_data()
{
    QTest::addColumn<QString>("typed");
    QTest::addColumn<QStringList>("found");
    const auto row = [](const char16_t *typed, const QStringList &found) {
        QTest::newRow(qPrintable(text(typed))) << text(typed) << found;
    };
    row(u"иванов", {QStringLiteral("4")});
    row(u"bdfyjd", {QStringLiteral("4")}); // the wrong layout
    row(u"елкин", {QStringLiteral("3")});
    row(u"подразд ромаш", {QStringLiteral("3")});
    row(u"никого", {});
    row(u"кв 2451", {});
    row(u"+7 999 999-99-99", {});
    row(u"", {});
}

void CallersTest::wordsFind()
{
    QFETCH(QString, typed);
    QFETCH(QStringList, found);
    QCOMPARE(callers(typed), found);
}

void CallersTest::theBestIsFirst()
{
    // It ends so; only then where it stands inside.
    QCOMPARE(callers(text(u"2451")), (QStringList{QStringLiteral("3"), QStringLiteral("8")}));
    const auto found = m_reader->callers(text(u"2451"), 20).result();
    QVERIFY(found);
    const Caller &first = found->constFirst();
    QCOMPARE(first.match, PhoneMatch::End);
    QCOMPARE(first.phone, text(u"8 (903) 636-24-51"));
    QCOMPARE(first.person, text(u"Александр Ёлкин"));
    QCOMPARE(first.path, text(u"Холдинг / Ромашка / Подразделение 2"));
    QCOMPARE(found->at(1).match, PhoneMatch::Inside);
    const auto byName = m_reader->callers(text(u"александр"), 20).result();
    QVERIFY(byName && byName->size() == 1);
    QCOMPARE(byName->constFirst().person, text(u"Александр Ёлкин"));
    QCOMPARE(byName->constFirst().phone, text(u"8 (903) 636-24-51"));
    QCOMPARE(m_reader->callers(text(u"2451"), 1).result()->size(), 1);
}

void CallersTest::openTasksAreCounted()
{
    const auto found = m_reader->callers(text(u"2451"), 20).result();
    QVERIFY(found);
    QCOMPARE(found->at(0).openTasks, 2);
    QVERIFY(!found->at(0).moreTasks);
    QCOMPARE(found->at(1).openTasks, 0);
}

void CallersTest::theCard()
{
    Equipment piece;
    piece.id = text(u"9");
    piece.serialNumber = text(u"Q1234");
    piece.contractor = Known<NamedRef>::fromService({text(u"3"), {}});
    QVERIFY(m_store.mirror->applyEquipment({{piece, "{}"}}));
    const CommandId comment
        = m_store.journal->append(commentOn({text(u"101"), {}}), CommandState::Waiting)->id;
    const auto card = m_reader->callerCard(text(u"3")).result();
    QVERIFY(card);
    QCOMPARE(card->path, text(u"Холдинг / Ромашка / Подразделение 2"));
    QCOMPARE(card->open.size(), 2);
    QCOMPARE(card->open.constFirst().id, text(u"102")); // the latest plan first
    QVERIFY(card->last.isEmpty());
    QCOMPARE(card->equipment.size(), 1);
    QCOMPARE(card->equipment.constFirst().serialNumber, text(u"Q1234"));
    QCOMPARE(card->comments.size(), 1);
    QCOMPARE(card->comments.constFirst().id, comment);
    QCOMPARE(m_reader->callerCard(text(u"nobody")).result().error().kind, ErrorKind::NotFound);
}

void CallersTest::ofOneMadeHere()
{
    CreateContractor create;
    create.body.name = text(u"Новосёлов");
    create.body.phones = {text(u"8 (999) 777-66-55")};
    const auto entry = m_store.journal->append(create, CommandState::Waiting);
    QVERIFY(entry);
    for (const char16_t *typed : {u"6655", u"+7999777", u"777-66", u"новос", u"yjdjc"}) {
        const auto found = m_reader->callers(text(typed), 20).result();
        QVERIFY(found);
        QVERIFY2(found->size() == 1, qPrintable(text(typed)));
        QCOMPARE(found->constFirst().contractor.name, text(u"Новосёлов"));
        const auto card = m_reader->callerCard(found->constFirst().contractor.id).result();
        QVERIFY(card);
        QCOMPARE(card->path, text(u"Новосёлов"));
    }
}

void CallersTest::changedPhonesAreFoundAnew()
{
    QVERIFY(m_store.mirror->applyContractors({client(u"8", u"Газстрой", {phone(u"8 926 000-00-77")})}));
    QCOMPARE(callers(text(u"926 0000")), QStringList{QStringLiteral("8")});
    QCOMPARE(callers(text(u"9262451199")), QStringList());
    QCOMPARE(callers(text(u"62451")), QStringList{QStringLiteral("3")});
    QVERIFY(m_store.mirror->applyContractors({client(u"8", u"Газстрой", {phone(u"тел: 8.926.245.11.99")})}));
    QCOMPARE(callers(text(u"245 11")).value(0), QStringLiteral("8"));
}

/// The tables are made again from the contractors' cards.
void CallersTest::anOldMirrorLearnsItsPhones()
{
    StoreFixture old;
    QVERIFY(old.openJournal());
    QVERIFY(old.openMirror());
    QVERIFY(old.mirror->applyContractors({client(u"3", u"Ромашка", {phone(u"8 (903) 636-24-51")})}));
    old.mirror.reset();
    {
        SQLite::Database file(old.mirrorPath().toStdString(), SQLite::OPEN_READWRITE);
        const int version = file.execAndGet("PRAGMA user_version").getInt();
        file.exec(
            "DROP TABLE phone; DROP TABLE phone_fts; DROP INDEX equipment_of; DROP INDEX contractor_tree;"
            "CREATE TABLE phone(reversed TEXT NOT NULL, contractor_id TEXT NOT NULL, shown TEXT NOT NULL, "
            "PRIMARY KEY(reversed, contractor_id, shown)) WITHOUT ROWID;"
            "CREATE INDEX phone_of ON phone(contractor_id);"
            "DROP INDEX equipment_by_serial; DROP INDEX equipment_by_model; DROP INDEX equipment_by_owner;"
            "DROP INDEX equipment_by_description; DROP INDEX equipment_of_model;"
            "DROP INDEX equipment_model_sort; DROP INDEX equipment_text;"
            "ALTER TABLE equipment DROP COLUMN model_id; ALTER TABLE equipment DROP COLUMN model_sort;"
            "ALTER TABLE equipment DROP COLUMN owner_sort;"
            "ALTER TABLE equipment DROP COLUMN description_sort;"
            "CREATE INDEX equipment_sort ON equipment(sort, row);");
        // The step of the phones, and those of the clients' tree and the catalogue of equipment after it.
        file.exec("PRAGMA user_version=" + std::to_string(version - 3));
    }
    QVERIFY(old.openMirror());
    const store::Reader reader(old.mirrorPath(), old.journalPath());
    for (const char16_t *typed : {u"636-24", u"2451", u"+7903636"}) {
        const auto found = reader.callers(text(typed), 20).result();
        QVERIFY(found && found->size() == 1);
    }
}

void CallersTest::beginningsOfWordsStandBeforeInsides()
{
    StoreFixture other;
    QVERIFY(other.openJournal());
    QVERIFY(other.openMirror());
    QVERIFY(other.mirror->applyTemplateList({{text(u"1"), text(u"Обслуживание")}}, true));
    QVERIFY(other.mirror->applyEmployees({{text(u"2"), text(u"Пётр Иванов"), {}, {}}}, true));
    QVERIFY(other.mirror->applyContractorList({{text(u"3"), text(u"Диван и сон"), {}}}, true));
    store::Kept<Task> task = told(text(u"101"));
    task.value.taskTemplate = {text(u"1"), text(u"Обслуживание")};
    QVERIFY(other.mirror->applyTasks({task}, {0}));
    const store::Reader reader(other.mirrorPath(), other.journalPath());
    const auto hits = reader.find(text(u"иван"), 8).result();
    QVERIFY(hits);
    QCOMPARE(hits->size(), 4);
    QCOMPARE(hits->constFirst().title, text(u"Пётр Иванов"));
}

QTEST_GUILESS_MAIN(CallersTest)
#include "CallersTest.moc"
