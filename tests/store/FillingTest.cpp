#include "ReaderQueries.h"
#include "StoreFixture.h"
#include "store/Reader.h"

#include <QTest>

using namespace naryad;
using namespace naryad::test;

/// What this computer knows that helps to fill in a task.
class FillingTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void theLastTaskOfAContractor();
    void whatOverlapsAWorkersTime_data();
    void whatOverlapsAWorkersTime();
    void addressesByWhatIsTyped_data();
    void addressesByWhatIsTyped();
    void anAddressComesWithAllItsParts();
    void whatWasSaidUnderAToken();
    void aContractorMadeHereIsFoundUntilItIsThere();

private:
    StoreFixture m_store;
    std::unique_ptr<store::Reader> m_reader;
};

static QDateTime at(int day, int hour, int minute = 0)
{
    return QDateTime(QDate(2026, 11, day), QTime(hour, minute), Qt::UTC);
}

static store::Kept<Task>
task(const char *id, const QDateTime &start, const QDateTime &end, const NamedRef &contractor)
{
    Task made;
    made.id = QString::fromLatin1(id);
    made.number = QStringLiteral("N") + made.id;
    made.taskTemplate = {QStringLiteral("7"), text(u"Монтаж")};
    made.draft = Known<bool>::fromService(false);
    made.plannedStart = Known<QDateTime>::fromService(start);
    made.plannedEnd = Known<QDateTime>::fromService(end);
    made.contractor = Known<NamedRef>::fromService(contractor);
    made.worker = Known<NamedRef>::fromService({QStringLiteral("3"), text(u"Иванов")});
    return {made, "{}"};
}

void FillingTest::initTestCase()
{
    QVERIFY(m_store.openJournal());
    QVERIFY(m_store.openMirror());
    store::Mirror &mirror = *m_store.mirror;
    const NamedRef romashka{QStringLiteral("12"), text(u"Ромашка")};
    const NamedRef renamed{QStringLiteral("12"), text(u"Ромашка и Ко")};
    const NamedRef other{QStringLiteral("13"), text(u"Василёк")};
    QVector<store::Kept<Task>> tasks{
        task("101", at(24, 9), at(24, 11), romashka), // row 1
        task("102", at(25, 9), {}, renamed), // row 2: the latest, under another name
        task("103", at(24, 12), at(24, 13), other), // row 3
        task("104", at(26, 9), at(26, 10), romashka), // row 4: gone since
        task("105", {}, {}, romashka), // row 5: no time
        task("106", at(20, 9), at(24, 10), other), // row 6: several days long
        task("107", at(24, 9), at(24, 11), other), // row 7: closed
    };
    tasks[0].value.address = Known<Address>::fromService(
        {text(u"Ленинский пр. 6"),
         QStringLiteral("1"),
         QStringLiteral("2"),
         QStringLiteral("3"),
         text(u"вход со двора"),
         {},
         {}});
    tasks[2].value.address = Known<Address>::fromService({text(u"ул. Ленина, 5"), {}, {}, {}, {}, {}, {}});
    tasks[6].value.finished = Known<bool>::fromService(true);
    QVERIFY(mirror.applyTasks(tasks, QVector<qint64>(tasks.size())));
    QVERIFY(mirror.markTaskGone(QStringLiteral("104")));
    Contractor contractor;
    contractor.id = QStringLiteral("12");
    contractor.name = text(u"Ромашка");
    contractor.detailsLoaded = true;
    contractor.address = Known<Address>::fromService(
        {text(u"Ленинский пр. 6"), QStringLiteral("1"), QStringLiteral("2"), QStringLiteral("3"),
         text(u"вход со двора"), QStringLiteral("55.7"), QStringLiteral("37.6")});
    QVERIFY(mirror.applyContractors({{contractor, "{}"}}));
    m_reader = std::make_unique<store::Reader>(m_store.mirrorPath(), m_store.journalPath());
}

void FillingTest::theLastTaskOfAContractor()
{
    const auto last = m_reader->lastTaskOf(QStringLiteral("12")).result();
    QVERIFY(last);
    QCOMPARE(last->row.id, QStringLiteral("102"));
    QCOMPARE(last->task.taskTemplate.id, QStringLiteral("7"));
    QCOMPARE(m_reader->lastTaskOf(QStringLiteral("13")).result()->row.id, QStringLiteral("103"));
    QCOMPARE(m_reader->lastTaskOf(QStringLiteral("99")).result().error().kind, ErrorKind::NotFound);
}

void FillingTest::whatOverlapsAWorkersTime_data()
{
    QTest::addColumn<QDateTime>("from");
    QTest::addColumn<QDateTime>("until");
    QTest::addColumn<QVector<RowId>>("rows");
    const auto row
        = [](const char *name, const QDateTime &from, const QDateTime &until, QVector<RowId> rows) {
              QTest::addRow("%s", name) << from << until << std::move(rows);
          };
    row("within one", at(24, 10, 15), at(24, 10, 45), {1});
    row("one ends as it begins", at(24, 11), at(24, 12), {});
    row("one begins as it ends", at(24, 11), at(24, 12, 1), {3});
    row("around two", at(24, 10), at(24, 14), {1, 3});
    row("one of several days", at(22, 9), at(22, 10), {6});
    row("a moment", at(24, 12, 30), {}, {3});
    row("the beginning of one without an end", at(25, 8), at(25, 10), {2});
    row("after one without an end", at(25, 10), at(25, 12), {});
    row("gone ones do not count", at(26, 9), at(26, 10), {});
}

void FillingTest::whatOverlapsAWorkersTime()
{
    QFETCH(QDateTime, from);
    QFETCH(QDateTime, until);
    QFETCH(QVector<RowId>, rows);
    const auto found = m_reader->tasksOfWorker(QStringLiteral("3"), from, until, 10).result();
    QVERIFY(found);
    QVector<RowId> met;
    for (const TaskRow &one : *found)
        met.append(one.row);
    QCOMPARE(met, rows);
    QVERIFY(m_reader->tasksOfWorker(QStringLiteral("4"), from, until, 10).result()->isEmpty());
}

void FillingTest::addressesByWhatIsTyped_data()
{
    QTest::addColumn<QString>("typed");
    QTest::addColumn<QStringList>("found");
    const QString avenue = text(u"Ленинский пр. 6");
    const QString street = text(u"ул. Ленина, 5");
    QTest::addRow("what begins so first") << text(u"лени") << QStringList{avenue, street};
    QTest::addRow("every word") << text(u"ленина 5") << QStringList{street};
    QTest::addRow("the wrong layout") << QStringLiteral("ktybyf") << QStringList{street};
    QTest::addRow("a contractor's name is no address") << text(u"ромашка") << QStringList();
    QTest::addRow("nothing") << QString() << QStringList();
}

void FillingTest::addressesByWhatIsTyped()
{
    QFETCH(QString, typed);
    QFETCH(QStringList, found);
    const auto addresses = m_reader->addresses(typed, 10).result();
    QVERIFY(addresses);
    QStringList texts;
    for (const Address &address : *addresses)
        texts.append(address.text);
    QCOMPARE(texts, found);
}

/// The same place of a task and of a contractor is one, with the coordinates one of them told.
void FillingTest::anAddressComesWithAllItsParts()
{
    const auto found = m_reader->addresses(text(u"ленинский"), 10).result();
    QCOMPARE(found->size(), 1);
    const Address &one = found->constFirst();
    QCOMPARE(one.entrance, QStringLiteral("1"));
    QCOMPARE(one.floor, QStringLiteral("2"));
    QCOMPARE(one.room, QStringLiteral("3"));
    QCOMPARE(one.notes, text(u"вход со двора"));
    QCOMPARE(one.latitude, QStringLiteral("55.7"));
    QCOMPARE(one.longitude, QStringLiteral("37.6"));
    QCOMPARE(one.notKnown, AddressParts());
}

void FillingTest::whatWasSaidUnderAToken()
{
    CreateContractor client;
    client.body.name = text(u"Лютик");
    const QString token = QStringLiteral("6f1c7f3e-58a1-4a35-9f0b-0d7b3a3f6e01");
    const auto entry = m_store.journal->append(client, CommandState::Waiting, {}, {}, token);
    QVERIFY(entry);
    QCOMPARE(entry->token, token);
    const auto said = m_reader->said(token).result();
    QVERIFY(said);
    QCOMPARE(*said, *entry);
    QCOMPARE(m_reader->said(QStringLiteral("none")).result().error().kind, ErrorKind::NotFound);
    // Nobody can say a second one under it.
    QVERIFY(!m_store.journal->append(client, CommandState::Waiting, {}, {}, token));
    const QString plan
        = ask(m_store.journalPath(), (std::string("EXPLAIN QUERY PLAN ") + store::SaidSql).c_str()).at(3);
    QVERIFY2(plan.startsWith(QStringLiteral("SEARCH ")), qPrintable(plan));
}

void FillingTest::aContractorMadeHereIsFoundUntilItIsThere()
{
    CreateContractor client;
    client.body.name = text(u"Незабудка");
    client.body.phones = {QStringLiteral("+7 903 111-22-33")};
    client.body.address = Known<Address>::fromHere({text(u"Садовая 7"), {}, {}, {}, {}, {}, {}});
    const auto entry = m_store.journal->append(client);
    QVERIFY(entry);
    for (const char16_t *typed : {u"незаб", u"8 903 111 22 33", u"2233"}) {
        const auto found = m_reader->contractors(text(typed), 10).result();
        QCOMPARE(found->size(), 1);
        QCOMPARE(found->first().id, QStringLiteral("local:") + entry->token);
        QCOMPARE(found->first().name, client.body.name);
    }
    QCOMPARE(m_reader->contractors({}, 10).result()->first().name, client.body.name);
    const auto card = m_reader->contractor(QStringLiteral("local:") + entry->token).result();
    QVERIFY(card && card->detailsLoaded);
    QCOMPARE(card->address.value.text, text(u"Садовая 7"));
    QCOMPARE(card->phones.value.size(), 1);
    // On the service it is the mirror's to tell; dropped, nobody's.
    QVERIFY(m_store.journal->settle(entry->id, toState(CommandState::Dropped)));
    QVERIFY(m_reader->contractors(text(u"незаб"), 10).result()->isEmpty());
    QCOMPARE(
        m_reader->contractor(QStringLiteral("local:") + entry->token).result().error().kind,
        ErrorKind::NotFound);
    const QString plan
        = ask(m_store.journalPath(), (std::string("EXPLAIN QUERY PLAN ") + store::MadeHereSql).c_str()).at(3);
    QVERIFY2(plan.contains(QStringLiteral("command_open")), qPrintable(plan));
}

QTEST_GUILESS_MAIN(FillingTest)
#include "FillingTest.moc"
