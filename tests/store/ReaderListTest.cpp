#include "ListSql.h"
#include "ReaderQueries.h"
#include "StoreFixture.h"
#include "store/Reader.h"

#include <QTest>

using namespace naryad;
using namespace naryad::test;
using Sort = TaskQuery::Sort;

Q_DECLARE_METATYPE(QVector<RowId>)

/// The task list: its order by every column, what a filter finds, and that both come from indexes.
class ReaderListTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void orders_data();
    void orders();
    void filters_data();
    void filters();
    void theFirstRowsAlone();
    void noQueryWalksATable();
    void cardsAndOutboxReadNoWholeJournal();
    void aLongQueryCanBeGivenUp();

private:
    static Task task(const char *id, const char16_t *number, int hour, const char16_t *templateName);
    QVector<RowId> list(const TaskQuery &query) const;

    StoreFixture m_store;
    std::unique_ptr<store::Reader> m_reader;
};

constexpr RowId Local = -7;

/// As get-task tells it; hour 0: known to have no time.
Task ReaderListTest::task(const char *id, const char16_t *number, int hour, const char16_t *templateName)
{
    Task task;
    task.id = QString::fromLatin1(id);
    task.number = text(number);
    task.taskTemplate = {QStringLiteral("1"), text(templateName)};
    task.plannedStart = Known<QDateTime>::fromService(
        hour == 0 ? QDateTime() : QDateTime({2026, 11, 24}, QTime(hour, 0), Qt::UTC));
    task.draft = Known<bool>::fromService(false);
    return task;
}

void ReaderListTest::initTestCase()
{
    const auto named = [](const char16_t *name) {
        return Known<NamedRef>::fromService({QStringLiteral("1"), text(name)});
    };
    Task first = task("101", u"9", 10, u"Монтаж");
    first.contractor = named(u"Яблоко");
    first.worker = named(u"Иванов");
    Task second = task("102", u"10", 9, u"ремонт");
    second.contractor = named(u"Елена");
    second.worker = Known<NamedRef>::fromService({});
    second.draft.value = true;
    FieldRow note;
    note.value = FieldValue::text(text(u"Ключ у охраны, звонок синий"));
    second.details = {note};
    Task third = task("103", u"А-2", 0, u"Монтаж");
    third.worker = named(u"ИВАНОВ");
    third.finished = Known<bool>::fromService(true);
    Task fifth = task("105", u"100", 9, u"Аудит");
    fifth.contractor = named(u"Яна");
    fifth.worker = named(u"Ёжиков");
    fifth.address = Known<Address>::fromService({text(u"ул. «Мира», дом 5"), {}, {}, {}, {}, {}, {}});
    Task sixth = task("106", u"а-10", 12, u"Ремонт");
    sixth.contractor = named(u"ЕЛЕНА");
    sixth.worker = named(u"Борисов");

    QVERIFY(m_store.openJournal());
    QVERIFY(m_store.openMirror());
    store::Mirror &mirror = *m_store.mirror;
    QCOMPARE(
        mirror.applyTasks({{first, {}}, {second, {}}, {third, {}}}, {0, 0, 0}).value(),
        QVector<RowId>({1, 2, 3}));
    QVERIFY(mirror.wantTask(QStringLiteral("104"))); // row 4: only its id is known
    QCOMPARE(mirror.applyTasks({{fifth, {}}, {sixth, {}}}, {0, 0}).value(), QVector<RowId>({5, 6}));
    QVERIFY(mirror.markTaskGone(QStringLiteral("105")));

    store::JournalRow laid;
    laid.row = 1;
    laid.task = first;
    laid.task.contractor = Known<NamedRef>::fromHere({QStringLiteral("2"), text(u"Абрикос")});
    laid.state = TaskState::Sent;
    laid.pending = PendingState::Waiting;
    store::JournalRow local;
    local.row = Local;
    local.task = task("", u"", 11, u"Осмотр");
    local.task.contractor = named(u"Вера");
    local.task.worker = named(u"Алексеев");
    local.state = TaskState::Draft;
    QVERIFY(mirror.replaceJournalRows({laid, local}));
    m_reader = std::make_unique<store::Reader>(m_store.mirrorPath(), m_store.journalPath());
}

QVector<RowId> ReaderListTest::list(const TaskQuery &query) const
{
    const Result<store::TaskIds> ids = m_reader->taskIds(query, -1).result();
    return ids && ids->complete ? ids->rows : QVector<RowId>();
}

void ReaderListTest::orders_data()
{
    QTest::addColumn<Sort>("sort");
    QTest::addColumn<QVector<RowId>>("ascending");
    QTest::addColumn<QVector<RowId>>("descending");
    const auto row = [](const char *name, Sort sort, QVector<RowId> ascending, QVector<RowId> descending) {
        QTest::addRow("%s", name) << sort << std::move(ascending) << std::move(descending);
    };
    const auto turned = [](QVector<RowId> rows) {
        std::reverse(rows.begin(), rows.end());
        return rows;
    };
    const QVector<RowId> byPlan{4, 3, 2, 5, 1, Local, 6};
    row("plan", Sort::Plan, byPlan, turned(byPlan));
    const QVector<RowId> byNumber{4, Local, 1, 2, 5, 3, 6};
    row("number", Sort::Number, byNumber, turned(byNumber));
    // Within one name or state the latest plan stands first, whichever way the names go.
    row("template", Sort::TemplateName, {4, 5, 1, 3, Local, 2, 6}, {6, 2, Local, 1, 3, 5, 4});
    row("contractor", Sort::ContractorName, {3, 4, 1, Local, 2, 6, 5}, {5, 6, 2, Local, 1, 3, 4});
    row("worker", Sort::WorkerName, {4, 2, Local, 6, 5, 1, 3}, {3, 1, 5, 6, Local, 2, 4});
    row("state", Sort::State, {4, Local, 2, 6, 1, 3, 5}, {5, 3, 6, 1, Local, 2, 4});
}

void ReaderListTest::orders()
{
    QFETCH(Sort, sort);
    QFETCH(QVector<RowId>, ascending);
    TaskQuery query;
    query.sort = sort;
    QFETCH(QVector<RowId>, descending);
    query.descending = false;
    QCOMPARE(list(query), ascending);
    query.descending = true;
    QCOMPARE(list(query), descending);
    // A filter that lets all through takes another way to the same order.
    query.filter.plannedBefore = QDateTime({2100, 1, 1}, {}, Qt::UTC);
    query.filter.plannedFrom = QDateTime({2000, 1, 1}, {}, Qt::UTC);
    QVector<RowId> planned = descending;
    planned.removeIf([](RowId row) { return row == 3 || row == 4; });
    QCOMPARE(list(query), planned);
}

void ReaderListTest::filters_data()
{
    QTest::addColumn<QString>("typed");
    QTest::addColumn<QVector<RowId>>("found"); // in the order of their numbers
    const auto row = [](const char *name, const char16_t *typed, QVector<RowId> found) {
        QTest::addRow("%s", name) << text(typed) << std::move(found);
    };
    const QVector<RowId> all{Local, 1, 2, 3, 4, 5, 6};
    row("nothing", u"", all);
    row("spaces", u"  \u00a0 ", all);
    row("a quote alone", u"\"", all);
    row("a word", u"иванов", {1, 3});
    row("another case", u"ИвАнОв", {1, 3});
    row("part of a word", u"ванов", {1, 3});
    row("all words", u"иванов монтаж", {1, 3});
    row("in any order", u"  МОНТАЖ   иван ", {1, 3});
    row("all of them", u"иванов ремонт", {});
    row("words of two columns", u"борис елен", {6});
    row("yo for ye", u"ёлена", {2, 6});
    row("ye for yo", u"ежиков", {5});
    row("yo itself", u"ЁЖИКОВ", {5});
    row("two code points of one letter", u"сини\u0438\u0306", {2});
    row("in quotes", u"«мира»", {5});
    row("digits", u"10", {2, 5, 6});
    row("a whole number", u"100", {5});
    row("a field's value", u"охран", {2});
    row("the wrong layout", u"bdfyjd", {1, 3});
    row("the wrong layout in capitals", u"BDFYJD", {1, 3});
    row("the wrong layout with shift", u"~;brjd", {5});
    row("shift and comma", u"<jhbcjd", {6});
    row("what was said here", u"абрикос", {1});
    row("what was said otherwise before", u"яблоко", {});
    row("only here yet", u"вера", {Local});
    row("nobody", u"нет такого", {});
    row("no wildcard", u"%", {});
    row("no other wildcard", u"_", {});
    row("a null", u"?", {});
}

void ReaderListTest::filters()
{
    QFETCH(QString, typed);
    QFETCH(QVector<RowId>, found);
    TaskQuery query;
    query.text = typed;
    for (bool descending : {true, false}) {
        query.descending = descending;
        QVector<RowId> rows = list(query);
        std::sort(rows.begin(), rows.end());
        QCOMPARE(rows, found);
    }
    const auto counted = m_reader->taskIds(query, 1).result();
    QCOMPARE(counted->total, 7); // of all, whatever the filter
    QCOMPARE(counted->rows.size(), std::min<qsizetype>(found.size(), 1));
    QVERIFY(found.size() <= 1 || !counted->complete);
}

void ReaderListTest::theFirstRowsAlone()
{
    for (int limit : {0, 1, 3, 6, 7, 200}) {
        const auto ids = m_reader->taskIds({}, limit).result();
        QVERIFY(ids);
        QCOMPARE(ids->rows, list({}).mid(0, limit));
        QCOMPARE(ids->complete, limit >= 7);
        QCOMPARE(ids->total, 7);
    }
}

QStringList planOf(const QString &database, const QString &sql)
{
    SQLite::Database file(database.toStdString());
    SQLite::Statement plan(file, "EXPLAIN QUERY PLAN " + sql.toStdString());
    QStringList steps;
    while (plan.executeStep())
        steps.append(QString::fromUtf8(plan.getColumn(3).getText()));
    return steps;
}

void ReaderListTest::noQueryWalksATable()
{
    for (const char *sql : store::sql::All) {
        const QStringList steps = planOf(m_store.mirrorPath(), QString::fromLatin1(sql));
        QVERIFY(!steps.isEmpty());
        for (const QString &step : steps) {
            const bool index = step.startsWith(QLatin1String("SEARCH "))
                || step.contains(QLatin1String(" USING COVERING INDEX "))
                || step.contains(QLatin1String("USING INDEX journal_pending"))
                || step.contains(QLatin1String(" VIRTUAL TABLE INDEX "));
            QVERIFY2(
                index && !step.contains(QLatin1String("TEMP B-TREE")),
                qPrintable(QStringLiteral("%1: %2").arg(QLatin1String(sql), step)));
        }
    }
    // What the whole list is made of reads the index alone.
    for (const char *sql :
         {store::sql::PlanDescending, store::sql::NumberAscending, store::sql::TemplateDescending,
          store::sql::ContractorDescending, store::sql::WorkerDescending, store::sql::StateDescending,
          store::sql::ChangedSince}) {
        const QString plan = planOf(m_store.mirrorPath(), QString::fromLatin1(sql)).join(QLatin1Char('\n'));
        QVERIFY2(plan.contains(QLatin1String("COVERING INDEX")), qPrintable(plan));
    }
}

void ReaderListTest::cardsAndOutboxReadNoWholeJournal()
{
    for (const char *sql : {store::CardSql, store::OutboxSql, store::StockSql}) {
        const QStringList steps = planOf(m_store.journalPath(), QString::fromLatin1(sql));
        QVERIFY(!steps.isEmpty());
        for (const QString &step : steps) {
            const bool openOnes = step.contains(QLatin1String("command_open")); // the index of those alone
            QVERIFY2(openOnes || !step.startsWith(QLatin1String("SCAN ")), qPrintable(step));
        }
    }
}

void ReaderListTest::aLongQueryCanBeGivenUp()
{
    StoreFixture large;
    QVERIFY(large.openMirror());
    QVector<store::Kept<Task>> tasks;
    for (int i = 0; i < 5000; ++i)
        tasks.append(told(QString::number(i)));
    QVERIFY(large.mirror->applyTasks(tasks, QVector<qint64>(tasks.size())));
    store::ReaderQueries queries(large.mirrorPath(), large.journalPath());
    QCOMPARE(queries.taskIds({}, -1)->rows.size(), 5000);
    int asked = 0;
    {
        const store::QueryWatch watch(queries, [&asked] { return ++asked == 2; });
        const auto givenUp = store::guarded([&] { return queries.taskIds({}, -1); });
        QVERIFY(!givenUp);
        QCOMPARE(givenUp.error().kind, ErrorKind::Cancelled);
    }
    QCOMPARE(asked, 2);
    QCOMPARE(queries.taskIds({}, -1)->rows.size(), 5000);
    QCOMPARE(asked, 2);

    // One that waits its turn is never run.
    store::Reader reader(large.mirrorPath(), large.journalPath());
    QVector<QFuture<Result<store::TaskIds>>> line;
    for (int i = 0; i < 40; ++i)
        line.append(reader.taskIds({}, -1));
    line.last().cancel();
    for (auto &future : line)
        future.waitForFinished();
    QCOMPARE(line.last().resultCount(), 0);
    QCOMPARE(line.first().result()->rows.size(), 5000);
}

QTEST_GUILESS_MAIN(ReaderListTest)
#include "ReaderListTest.moc"
