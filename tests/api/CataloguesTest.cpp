#include "ListCodec.h"
#include "Samples.h"
#include "TemplateCodec.h"
#include "api/CommandTable.h"

#include <QSet>
#include <QTest>

using namespace naryad;
using namespace naryad::api;
namespace samples = naryad::test::samples;

namespace {

Result<Page<NamedRef>> names(const QByteArray &body)
{
    return readPage<NamedRef>(body, readNamedRow);
}

QByteArray rowsOf(int count)
{
    QByteArray text;
    for (int i = 1; i <= count; ++i)
        text += (text.isEmpty() ? "" : ",") + ("{\"id\":" + QByteArray::number(i) + ",\"name\":\"n\"}");
    return '[' + text + ']';
}

} // namespace

class CataloguesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void knowsEveryCommand();
    void tellsWhatIsLawful();
    void pathsCarryTheirVersion();
    void readsTemplate();
    void readsTemplateWithOneReportObject();
    void readsColours_data();
    void readsColours();
    void readsTemplateField();
    void readsFieldWithoutValues();
    void readsEmployees();
    void readsLists();
    void endsListsByAShortPage();
    void refusesOddLists_data();
    void refusesOddLists();
    void readsUpdates();
    void sortsUpdates();
    void refusesOddUpdates_data();
    void refusesOddUpdates();
};

void CataloguesTest::knowsEveryCommand()
{
    QCOMPARE(commandTable().size(), 45);
    QSet<QString> known;
    int writes = 0;
    for (const CommandInfo &info : commandTable()) {
        known.insert(info.name);
        writes += info.write ? 1 : 0;
        QVERIFY(info.path.endsWith(QLatin1Char('/') + info.name));
        QCOMPARE(info.write, !info.name.startsWith(QLatin1String("get-")));
        QCOMPARE(commandInfo(info.name)->path, info.path);
        if (!info.write || info.name.startsWith(QLatin1String("delete-")))
            QCOMPARE(info.sends, Sends::Nothing);
        else
            QVERIFY(info.sends != Sends::Nothing);
    }
    QCOMPARE(known.size(), 45);
    QCOMPARE(writes, 28);
    QVERIFY(!commandInfo(QStringLiteral("delete-task")));
}

void CataloguesTest::tellsWhatIsLawful()
{
    QStringList withoutAnswer;
    QStringList arrays;
    QStringList withId;
    for (const CommandInfo &info : commandTable()) {
        if (info.mayAnswerNoId)
            withoutAnswer.append(info.name);
        if (info.sends == Sends::Array)
            arrays.append(info.name);
        if (info.takesId)
            withId.append(info.name);
    }
    const QStringList fields{
        QStringLiteral("add-template-fields-to-task"), QStringLiteral("remove-template-fields-from-task")};
    QCOMPARE(arrays, fields);
    QCOMPARE(withoutAnswer, fields + QStringList{QStringLiteral("update-subdivision")});
    // Nine updates, six deletes, two changes of a task's fields, the closing; seven gets of one object and
    // the events.
    QCOMPARE(withId.size(), 9 + 6 + 2 + 1 + 7 + 1);
    for (const CommandInfo &info : commandTable()) {
        const bool changes = info.name.startsWith(QLatin1String("update-"))
            || info.name.startsWith(QLatin1String("delete-"));
        QVERIFY(!changes || info.takesId);
    }
}

void CataloguesTest::pathsCarryTheirVersion()
{
    const auto path = [](const char *name) { return commandInfo(QString::fromLatin1(name))->path; };
    QCOMPARE(path("create-task"), QStringLiteral("/api/v5/create-task"));
    QCOMPARE(path("close-task"), QStringLiteral("/api/v4/close-task"));
    QCOMPARE(path("update-subdivision"), QStringLiteral("/api/v4/update-subdivision"));
    QCOMPARE(path("add-subdivision"), QStringLiteral("/api/v4/add-subdivision"));
    QCOMPARE(path("get-taskupdates"), QStringLiteral("/api/get-taskupdates"));
    QCOMPARE(path("get-updates"), QStringLiteral("/api/v5/get-updates"));
}

void CataloguesTest::readsTemplate()
{
    const auto read = readTemplate(samples::taskTemplate(), QStringLiteral("4241"), AccountZone());
    QVERIFY(read.has_value());
    QCOMPARE(read->id, QStringLiteral("4241"));
    QCOMPARE(read->name, QStringLiteral("Реквизит перечисление"));
    QCOMPARE(read->colour, QStringLiteral("#ffffff"));
    const NamedRef today{QStringLiteral("2"), QStringLiteral("Сегодня")};
    QCOMPARE(read->visitDay, today);
    QCOMPARE(read->visitDurationSeconds, std::optional(7200));
    QCOMPARE(read->details.size(), 1);
    QCOMPARE(read->details.first().fieldId, QStringLiteral("1668"));
    QCOMPARE(read->details.first().type(), FieldType::Number);
    QCOMPARE(read->details.first().visibleToMobile, std::optional(false));
    QCOMPARE(read->report.size(), 1);
    QCOMPARE(read->report.first().name, QStringLiteral("Диагностика (рубли)"));
    QCOMPARE(read->report.first().visibleToMobile, std::nullopt);
}

void CataloguesTest::readsTemplateWithOneReportObject()
{
    const auto read = readTemplate(
        R"({"name":"Т","color":"#FFF","visit":{"id":2},"visitDuration":7200,"props":[],
            "checklist":{"required":true,"field":{"id":"6636"}}})",
        QStringLiteral("9"), AccountZone());
    QVERIFY(read.has_value());
    QCOMPARE(read->id, QStringLiteral("9"));
    QCOMPARE(read->colour, QStringLiteral("#ffffff"));
    QCOMPARE(read->report.size(), 1);
    QCOMPARE(read->report.first().required, std::optional(true));
    QVERIFY(!readTemplate("{}", QStringLiteral("9"), AccountZone()).has_value());
    QCOMPARE(
        readTemplate("{\"id\":8}", QStringLiteral("9"), AccountZone()).error().place, QStringLiteral("id"));
    QCOMPARE(
        readTemplate("{\"id\":9,\"props\":[1]}", QStringLiteral("9"), AccountZone()).error().place,
        QStringLiteral("props[0]"));
}

void CataloguesTest::readsColours_data()
{
    QTest::addColumn<QByteArray>("json");
    QTest::addColumn<QString>("colour");
    QTest::newRow("as documented") << QByteArray("\"#1A2b3C\"") << QStringLiteral("#1a2b3c");
    QTest::newRow("bare") << QByteArray("\"1a2b3c\"") << QStringLiteral("#1a2b3c");
    QTest::newRow("short") << QByteArray("\"#0af\"") << QStringLiteral("#00aaff");
    QTest::newRow("word") << QByteArray("\"red\"") << QString();
    QTest::newRow("style") << QByteArray("\"#1a2b3c;background:url(x)\"") << QString();
    QTest::newRow("nothing") << QByteArray("null") << QString();
}

void CataloguesTest::readsColours()
{
    QFETCH(QByteArray, json);
    QFETCH(QString, colour);
    const auto read = readTemplate("{\"id\":1,\"color\":" + json + "}", QStringLiteral("1"), AccountZone());
    QCOMPARE(read->colour, colour);
}

void CataloguesTest::readsTemplateField()
{
    const auto field = api::readTemplateField(samples::templateField(), QStringLiteral("6636"));
    QVERIFY(field.has_value());
    QCOMPARE(field->id, QStringLiteral("6636"));
    QCOMPARE(field->type(), FieldType::List);
    const QVector<ListOption> expected{
        {QStringLiteral("2747"), QStringLiteral("да"), false},
        {QStringLiteral("2751"), QStringLiteral("нет"), true}};
    QCOMPARE(field->typeName, QStringLiteral("list"));
    QCOMPARE(field->values, expected);
}

void CataloguesTest::readsFieldWithoutValues()
{
    const auto field
        = api::readTemplateField("{\"id\":5,\"name\":\"Сумма\",\"type\":2}", QStringLiteral("5"));
    QVERIFY(field.has_value());
    QCOMPARE(field->type(), FieldType::Number);
    QVERIFY(field->values.isEmpty());
    const auto odd = api::readTemplateField("{\"id\":5,\"valueList\":[\"да\"]}", QStringLiteral("5"));
    QVERIFY(!odd.has_value());
    QCOMPARE(odd.error().place, QStringLiteral("valueList[0]"));
    const auto text = api::readTemplateField(
        R"({"id":5,"type":"5","selectionValues":[{"id":1,"name":"а","deleted":"1"}]})", {});
    QVERIFY(text.has_value());
    QVERIFY(text->values.first().deleted);
}

void CataloguesTest::readsEmployees()
{
    const auto page = readPage<Employee>(samples::employees(), readEmployee);
    QVERIFY(page.has_value());
    QCOMPARE(page->rows.size(), 2);
    QCOMPARE(page->rows.at(0).name, QStringLiteral("Александр Смирнов"));
    QVERIFY(page->rows.at(0).operatorRole == Known<bool>::fromService(true));
    QVERIFY(page->rows.at(0).mobileRole == Known<bool>::fromService(false));
    QVERIFY(page->rows.at(1).mobileRole.value);
    const auto bare = readPage<Employee>("[{\"id\":1,\"name\":\"x\"}]", readEmployee);
    QVERIFY(!bare->rows.first().mobileRole.isKnown());
}

void CataloguesTest::readsLists()
{
    const auto tasks = names(samples::taskList());
    QVERIFY(tasks.has_value());
    QCOMPARE(tasks->rows.size(), 3);
    QCOMPARE(tasks->rows.first().name, QStringLiteral("000001"));
    QCOMPARE(names(samples::namedList())->rows.last().id, QStringLiteral("1665"));
    QCOMPARE(names("{\"results\":[{\"id\":1,\"name\":\"x\"}]}")->rows.size(), 1);
}

void CataloguesTest::endsListsByAShortPage()
{
    QVERIFY(names("[]")->last);
    QVERIFY(names(rowsOf(9))->last);
    QVERIFY(!names(rowsOf(10))->last);
    QVERIFY(!names(rowsOf(11))->last);
}

void CataloguesTest::refusesOddLists_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QString>("place");
    QTest::newRow("object") << QByteArray("{\"id\":1}") << QString();
    QTest::newRow("empty object") << QByteArray("{}") << QString();
    QTest::newRow("null") << QByteArray("null") << QString();
    QTest::newRow("scalar") << QByteArray("0") << QString();
    QTest::newRow("row without an id")
        << QByteArray("[{\"id\":1},{\"name\":\"x\"}]") << QStringLiteral("[1].id");
    QTest::newRow("row that is none") << QByteArray("[1]") << QStringLiteral("[0]");
}

void CataloguesTest::refusesOddLists()
{
    QFETCH(QByteArray, body);
    QFETCH(QString, place);
    const auto page = names(body);
    QVERIFY(!page.has_value());
    QCOMPARE(page.error().kind, ErrorKind::BadAnswer);
    QCOMPARE(page.error().place, place);
}

void CataloguesTest::readsUpdates()
{
    const auto byTask = readUpdates(samples::updatesByTask(), AccountZone());
    QVERIFY(byTask.has_value());
    QCOMPARE(byTask->size(), 2);
    QCOMPARE(byTask->last().usn, 448);
    QCOMPARE(byTask->last().objectId, QStringLiteral("655634"));
    QCOMPARE(byTask->first().time, QDateTime({2022, 11, 25}, {21, 45, 6}, Qt::UTC));
    const auto byObject = readUpdates(samples::updatesByObject(), AccountZone());
    QCOMPARE(byObject->first().objectId, QStringLiteral("655627"));
    QVERIFY(readUpdates("[]", AccountZone())->isEmpty());
    QVERIFY(readUpdates("null", AccountZone())->isEmpty());
    QVERIFY(!readUpdates("[{\"usn\":1,\"taskId\":2}]", AccountZone())->first().time.isValid());
}

void CataloguesTest::sortsUpdates()
{
    const auto updates = readUpdates(
        R"([{"usn":9223372036854775807,"taskId":1},{"usn":"5","objectId":2},{"usn":7,"task_id":3}])",
        AccountZone());
    QVERIFY(updates.has_value());
    QCOMPARE(updates->at(0).usn, 5);
    QCOMPARE(updates->at(1).objectId, QStringLiteral("3"));
    QCOMPARE(updates->at(2).usn, 9223372036854775807LL);
}

void CataloguesTest::refusesOddUpdates_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QString>("place");
    QTest::newRow("no usn") << QByteArray("[{\"taskId\":1}]") << QStringLiteral("[0].usn");
    QTest::newRow("no object") << QByteArray("[{\"usn\":1,\"taskId\":1},{\"usn\":2}]")
                               << QStringLiteral("[1].objectId");
    QTest::newRow("object") << QByteArray("{}") << QString();
    QTest::newRow("empty") << QByteArray("") << QString();
    QTest::newRow("comma too many") << QByteArray("[\n{\"usn\":1,\"taskId\":1},\n]")
                                    << QStringLiteral("line 2, column 21");
}

void CataloguesTest::refusesOddUpdates()
{
    QFETCH(QByteArray, body);
    QFETCH(QString, place);
    const auto updates = readUpdates(body, AccountZone());
    QVERIFY(!updates.has_value());
    QCOMPARE(updates.error().kind, ErrorKind::BadAnswer);
    QCOMPARE(updates.error().place, place);
}

QTEST_APPLESS_MAIN(CataloguesTest)
#include "CataloguesTest.moc"
