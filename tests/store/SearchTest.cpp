#include "SearchText.h"
#include "StoreFixture.h"
#include "TrigramSample.h"
#include "store/Reader.h"

#include <QTest>

#include <algorithm>

using namespace naryad;
using namespace naryad::test;

/// What is found by what is typed, in which order, and what a filter leaves of it.
class SearchTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void theTextOfATask();
    void trigramsStandInTheIndexedForm_data();
    void trigramsStandInTheIndexedForm();
    void bestFirst_data();
    void bestFirst();
    void filters_data();
    void filters();
    void anyOrderOfWhatIsFound();
    void everyKindIsFound_data();
    void everyKindIsFound();
    void contractorsByWhateverTheySay_data();
    void contractorsByWhateverTheySay();
    void whatChangesIsFoundAnew();
    void theSampleIsOfWhatHasBeenRead();

private:
    QVector<RowId> list(const TaskQuery &query) const;

    StoreFixture m_store;
    std::unique_ptr<store::Reader> m_reader;
};

constexpr RowId Local = -3;

QDateTime at(int day, int hour)
{
    return QDateTime(QDate(2026, 11, day), QTime(hour, 0), Qt::UTC);
}

/// Rows are numbered in this order from 1.
void SearchTest::initTestCase()
{
    QVERIFY(m_store.openJournal());
    QVERIFY(m_store.openMirror());
    store::Mirror &mirror = *m_store.mirror;
    const auto task = [](const char *id, const char16_t *number, const QDateTime &plan,
                         const char16_t *contractor, const char16_t *contractorId, const char16_t *note,
                         bool draft) {
        Task made;
        made.id = QString::fromLatin1(id);
        made.number = text(number);
        made.plannedStart = Known<QDateTime>::fromService(plan);
        made.plannedEnd = Known<QDateTime>::fromService(plan.isValid() ? plan.addSecs(3600) : QDateTime());
        made.draft = Known<bool>::fromService(draft);
        made.contractor = Known<NamedRef>::fromService({text(contractorId), text(contractor)});
        FieldRow row;
        row.value = FieldValue::text(text(note));
        made.details = {row};
        return store::Kept<Task>{made, "{}"};
    };
    const QVector<store::Kept<Task>> tasks{
        task("101", u"1042", at(24, 9), u"Ромашка", u"7", u"Ремонт холодильника", false),
        task("102", u"1043", at(25, 9), u"Ромашка", u"7", u"Монтаж, звонить 8 (903) 627-77-81", true),
        task("103", u"2000", at(26, 9), u"Аромат", u"8", u"Прочистить 1042 мм трубы", false),
        task("104", u"2001", QDateTime(), u"Романов", u"9", u"Без времени", true),
        task("105", u"2002", at(24, 18), u"Паром", u"10", u"ул.Ленина, дом 5", false),
    };
    QVERIFY(mirror.applyTasks(tasks, QVector<qint64>(tasks.size())));
    QVERIFY(mirror.noteFeed({{QStringLiteral("106"), 50, at(24, 1)}}, 50));
    QVERIFY(mirror.noteFeed(
        {{QStringLiteral("101"), 60, at(24, 12)}, {QStringLiteral("103"), 61, at(24, 13)}}, 61));

    store::JournalRow local;
    local.row = Local;
    local.token = QStringLiteral("t");
    local.task = tasks.constFirst().value;
    local.task.id.clear();
    local.task.number.clear();
    local.task.plannedStart.value = at(27, 9);
    local.state = TaskState::Draft;
    local.pending = PendingState::Waiting;
    QVERIFY(mirror.replaceJournalRows({local}));

    Contractor contractor;
    contractor.id = QStringLiteral("10");
    contractor.name = text(u"Паром");
    contractor.address = Known<Address>::fromService({text(u"Набережная 3"), {}, {}, {}, {}, {}, {}});
    Phone phone;
    phone.number = QStringLiteral("+7 495 111-10-42");
    Phone deleted;
    deleted.number = QStringLiteral("+7 495 222-22-22");
    deleted.deleted = true;
    contractor.phones = Known<QVector<Phone>>::fromService({phone, deleted});
    Person person;
    person.name = text(u"Александра");
    contractor.persons = Known<QVector<Person>>::fromService({person});
    QVERIFY(mirror.applyContractors({{contractor, "{}"}}));
    QVERIFY(mirror.applyContractorList(
        {{QStringLiteral("7"), text(u"Ромашка"), {}},
         {QStringLiteral("8"), text(u"Аромат"), {}},
         {QStringLiteral("9"), text(u"Романов"), {}},
         {QStringLiteral("11"), text(u"Подразделение 2"), {QStringLiteral("7"), text(u"Ромашка")}},
         {QStringLiteral("12"), text(u"Ромб"), {}},
         {QStringLiteral("10"), text(u"Паром"), {}}},
        true));
    QVERIFY(mirror.applyContractorList({{QStringLiteral("12"), text(u"Ромб"), {}}}, false));
    QVERIFY(mirror.applyEmployees({{QStringLiteral("3"), text(u"Романов Пётр"), {}, {}}}, true));
    QVERIFY(mirror.applyTemplateList({{QStringLiteral("4"), text(u"Ремонт")}}, true));
    TemplateField field;
    field.id = QStringLiteral("5");
    field.name = text(u"Тип оплаты");
    field.values = {{QStringLiteral("1"), text(u"Наличные")}};
    QVERIFY(mirror.applyTemplateFields({{field, "{}"}}));
    m_reader = std::make_unique<store::Reader>(m_store.mirrorPath(), m_store.journalPath());
}

QVector<RowId> SearchTest::list(const TaskQuery &query) const
{
    const auto ids = m_reader->taskIds(query, -1).result();
    return ids && ids->complete ? ids->rows : QVector<RowId>{999};
}

void SearchTest::theTextOfATask()
{
    QCOMPARE(
        store::searchText(
            {text(u"«Ёлка», (кв. 5) — ёлка"), text(u"т. 8 903 627-77-81"), text(u"ул.Мира/А-10")}),
        text(u" елка кв 5 — т 8 903 627-77-81 77 81 9036277781 ул.мира/а-10 мира а 10"));
    QCOMPARE(store::searchText({QString(), QStringLiteral("  ")}), QString());
}

void SearchTest::trigramsStandInTheIndexedForm_data()
{
    QTest::addColumn<QString>("word");
    for (const char16_t *word : {u"и", u"ив", u"ива", u"иванов", u"1", u"10", u"😀", u"а😀б", u"\"'"})
        QTest::addRow("%s", qPrintable(text(word))) << text(word);
}

/// Else a word would not be found where it stands.
void SearchTest::trigramsStandInTheIndexedForm()
{
    QFETCH(QString, word);
    const QStringList all = store::trigramsOfText(QStringLiteral(" x ") + word + QStringLiteral(" y"));
    for (const bool beginning : {true, false}) {
        const QStringList trigrams = store::trigramsOf(word, beginning);
        QVERIFY(!trigrams.isEmpty());
        for (const QString &trigram : trigrams)
            QVERIFY2(all.contains(trigram), qPrintable(trigram));
    }
}

void SearchTest::bestFirst_data()
{
    QTest::addColumn<QString>("typed");
    QTest::addColumn<QVector<RowId>>("rows");
    const auto row = [](const char *name, const char16_t *typed, QVector<RowId> rows) {
        QTest::addRow("%s", name) << text(typed) << std::move(rows);
    };
    // The number itself, then a phone that ends so, then where a word is that.
    row("an exact number", u"1042", {1, 5, 3});
    row("the beginning of a number", u"104", {3, 2, 1});
    row("beginnings before insides", u"ром", {Local, 2, 1, 4, 3, 5});
    row("inside only", u"омаш", {Local, 2, 1});
    row("two letters begin a word", u"ро", {Local, 2, 1, 4});
    row("one letter begins a word", u"р", {Local, 2, 1, 4});
    row("behind a point", u"ле", {5});
    row("a phone however it is written", u"+7 903 6277781", {2});
    row("a phone with an eight", u"89036277781", {2});
    row("the contractor's phone", u"8 (495) 111-10-42", {5});
    row("its last digits", u"1-10-42", {5});
    row("a deleted phone", u"4952222222", {});
    row("words of two parts", u"ремонт ромаш", {Local, 1});
    row("the wrong layout", u"hjvfirf", {Local, 2, 1});
    row("nothing", u"щщщ", {});
}

void SearchTest::bestFirst()
{
    QFETCH(QString, typed);
    QFETCH(QVector<RowId>, rows);
    TaskQuery query;
    query.text = typed;
    QCOMPARE(list(query), rows);
    // In parts too, as far as they go.
    for (int limit = 1; limit <= rows.size() + 1; ++limit) {
        const auto part = m_reader->taskIds(query, limit).result();
        QVERIFY(part);
        QCOMPARE(part->rows, rows.mid(0, limit));
        QVERIFY(part->complete ? rows.size() <= limit : rows.size() >= limit);
    }
}

void SearchTest::filters_data()
{
    QTest::addColumn<TaskFilter>("filter");
    QTest::addColumn<QVector<RowId>>("rows");
    const auto row = [](const char *name, const TaskFilter &filter, QVector<RowId> rows) {
        QTest::addRow("%s", name) << filter << std::move(rows);
    };
    TaskFilter day;
    day.plannedFrom = at(24, 0);
    day.plannedBefore = at(25, 0);
    row("a day", day, {5, 1});
    TaskFilter before;
    before.plannedBefore = at(25, 0);
    row("before a day", before, {5, 1});
    TaskFilter from;
    from.plannedFrom = at(25, 0);
    row("from a day on", from, {Local, 3, 2});
    TaskFilter noTime;
    noTime.withoutTime = true;
    row("known to have no time", noTime, {4});
    TaskFilter drafts;
    drafts.states = {TaskState::Draft};
    row("drafts", drafts, {Local, 2, 4});
    TaskFilter two;
    two.states = {TaskState::Draft, TaskState::Sent};
    row("two states", two, {Local, 3, 2, 5, 1, 4});
    TaskFilter pending;
    pending.pendingOnly = true;
    row("on its way", pending, {Local});
    TaskFilter changed;
    changed.changedSince = at(24, 12);
    row("changed since", changed, {3, 1});
    changed.changedSince = at(25, 0);
    row("not changed since", changed, {});
    TaskFilter notKnown;
    notKnown.workerNotKnown = true;
    row("no worker known", notKnown, {Local, 3, 2, 5, 1, 4, 6});
    TaskFilter contractor;
    contractor.contractorId = QStringLiteral("7");
    row("a contractor's", contractor, {Local, 2, 1});
    contractor.contractorId = QStringLiteral("77");
    row("an unknown contractor's", contractor, {});
    TaskFilter passed;
    passed.planPassedAt = at(25, 10);
    row("plan passed", passed, {Local, 5, 1});
    passed.plannedBefore = at(27, 0);
    row("plan passed of these days", passed, {5, 1});
    passed.plannedBefore = {};
    passed.states = {TaskState::Draft};
    row("plan passed of a draft", passed, {Local});
    passed.states = {TaskState::Closed};
    row("the plan of what is closed does not pass", passed, {});
    TaskFilter all = drafts;
    all.contractorId = QStringLiteral("7");
    all.plannedBefore = at(26, 0);
    row("all of it", all, {2});
}

void SearchTest::filters()
{
    QFETCH(TaskFilter, filter);
    QFETCH(QVector<RowId>, rows);
    TaskQuery query;
    query.filter = filter;
    QCOMPARE(list(query), rows);
    query.descending = false;
    QCOMPARE(list(query), QVector<RowId>(rows.crbegin(), rows.crend()));
    QCOMPARE(m_reader->taskCounts({filter, {}}).result().value(), (QVector<qint64>{rows.size(), 7}));
    TaskQuery other;
    other.text = text(u"нет такого");
    QCOMPARE(m_reader->queryCounts({query, other}).result().value(), (QVector<qint64>{rows.size(), 0}));
    // With a text beside it: what both let through.
    TaskQuery found;
    found.text = text(u"ром");
    const QVector<RowId> all = list(found);
    found.filter = filter;
    QVector<RowId> both = all;
    both.removeIf([&rows](RowId row) { return !rows.contains(row); });
    QCOMPARE(list(found), both);
    QCOMPARE(m_reader->queryCounts({found}).result().value(), QVector<qint64>{both.size()});
}

void SearchTest::anyOrderOfWhatIsFound()
{
    TaskQuery query;
    query.text = text(u"ром");
    query.sort = TaskQuery::Sort::ContractorName;
    query.descending = false;
    QCOMPARE(list(query), (QVector<RowId>{3, 5, 4, Local, 2, 1}));
    query.sort = TaskQuery::Sort::Number;
    QCOMPARE(list(query), (QVector<RowId>{Local, 1, 2, 3, 4, 5}));
    query.sort = TaskQuery::Sort::Plan;
    QCOMPARE(list(query), (QVector<RowId>{4, 1, 5, 2, 3, Local}));
}

void SearchTest::everyKindIsFound_data()
{
    QTest::addColumn<QString>("typed");
    QTest::addColumn<QStringList>("hits");
    const auto row = [](const char *name, const char16_t *typed, const QStringList &hits) {
        QTest::addRow("%s", name) << text(typed) << hits;
    };
    row("a name", u"романов",
        {QStringLiteral("contractor 9"), QStringLiteral("employee 3"), QStringLiteral("task 104")});
    row("a field's value", u"наличн", {QStringLiteral("field 5")});
    row("a template", u"htvjyn", // in the other layout: ремонт
        {QStringLiteral("template 4"), QStringLiteral("task "), QStringLiteral("task 101")});
    row("a person", u"александра", {QStringLiteral("contractor 10")});
    row("a phone", u"111-10-42", {QStringLiteral("contractor 10"), QStringLiteral("task 105")});
    row("nothing", u"щщщ", {});
    row("nothing typed", u"  ", {});
}

void SearchTest::everyKindIsFound()
{
    QFETCH(QString, typed);
    QFETCH(QStringList, hits);
    static const char *const Kinds[] = {"task", "contractor", "employee", "template", "field", "equipment"};
    const auto answer = m_reader->find(typed, 5).result();
    QVERIFY(answer);
    QStringList found;
    for (const Hit &hit : *answer)
        found.append(QLatin1String(Kinds[static_cast<int>(hit.kind)]) + QLatin1Char(' ') + hit.id);
    QCOMPARE(found, hits);
}

void SearchTest::contractorsByWhateverTheySay_data()
{
    QTest::addColumn<QString>("typed");
    QTest::addColumn<QStringList>("names");
    const auto row
        = [](const char *name, const char16_t *typed, std::initializer_list<const char16_t *> names) {
              QStringList expected;
              for (const char16_t *one : names)
                  expected.append(text(one));
              QTest::addRow("%s", name) << text(typed) << expected;
          };
    row("beginnings first", u"ром",
        {u"Романов", u"Ромашка", u"Подразделение 2", u"Ромб", u"Аромат", u"Паром"});
    row("one letter", u"п", {u"Паром", u"Подразделение 2"});
    row("an address", u"набереж", {u"Паром"});
    row("a phone's end", u"1042", {u"Паром"});
    row("a phone written otherwise, found by nothing else", u"8 (495) 111 10 42", {u"Паром"});
    row("a subdivision", u"ромашка 2", {u"Подразделение 2"});
}

void SearchTest::contractorsByWhateverTheySay()
{
    QFETCH(QString, typed);
    QFETCH(QStringList, names);
    const auto found = m_reader->contractors(typed, 10).result();
    QVERIFY(found);
    QStringList told;
    for (const Contractor &contractor : *found)
        told.append(contractor.name);
    QCOMPARE(told, names);
}

/// Last: it changes what the others read.
void SearchTest::whatChangesIsFoundAnew()
{
    Task task;
    task.id = QStringLiteral("105");
    task.number = QStringLiteral("2002");
    task.plannedStart = Known<QDateTime>::fromService(at(30, 9));
    task.contractor = Known<NamedRef>::fromService({QStringLiteral("10"), text(u"Катер")});
    QVERIFY(m_store.mirror->applyTasks({{task, "{}"}}, {100}));
    TaskQuery query;
    query.text = text(u"паром");
    QCOMPARE(list(query), QVector<RowId>());
    query.text = text(u"ленина");
    QCOMPARE(list(query), QVector<RowId>());
    query.text = text(u"катер");
    QCOMPARE(list(query), QVector<RowId>{5});
    query.text = QStringLiteral("200"); // moved to the top by its plan
    QCOMPARE(list(query), (QVector<RowId>{5, 3, 4}));
    QVERIFY(m_store.mirror->replaceJournalRows({}));
    query.text = text(u"ромаш");
    QCOMPARE(list(query), (QVector<RowId>{2, 1}));
}

/// All ids come at once, the texts one after another: what was learned from none of them is not kept.
void SearchTest::theSampleIsOfWhatHasBeenRead()
{
    SQLite::Database file(":memory:", SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE);
    file.exec("CREATE TABLE tally(tasks, gone, wanted); INSERT INTO tally VALUES(60000, 0, 60000);"
              "CREATE TABLE task(row INTEGER PRIMARY KEY, text_key);"
              "CREATE TABLE task_text(key INTEGER PRIMARY KEY, row, text);"
              "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i+1 FROM n WHERE i<60000) "
              "INSERT INTO task SELECT i, 0 FROM n");
    store::TrigramSample sample;
    sample.refresh(file);
    const QVector<QStringList> words{{QStringLiteral("pum"), QStringLiteral("xyz")}};
    QCOMPARE(sample.toAsk(words).constFirst(), QStringLiteral("pum")); // neither is known to be rarer
    file.exec("UPDATE task SET text_key=row; INSERT INTO task_text SELECT row, row, ' pump' FROM task;"
              "UPDATE tally SET wanted=0");
    sample.refresh(file);
    QCOMPARE(sample.toAsk(words).constFirst(), QStringLiteral("xyz"));
}

QTEST_GUILESS_MAIN(SearchTest)
#include "SearchTest.moc"
