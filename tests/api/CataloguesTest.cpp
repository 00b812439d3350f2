#include "ContractorCodec.h"
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
    void pathsCarryTheirVersion();
    void readsTemplate();
    void readsTemplateWithOneReportObject();
    void readsColours_data();
    void readsColours();
    void readsTemplateField();
    void readsFieldWithoutValues();
    void readsContractor();
    void readsContractorByExternalId();
    void refusesTheSampleAsPrinted();
    void readsSubdivisionAndPersons();
    void readsContractorList();
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
    }
    QCOMPARE(known.size(), 45);
    QCOMPARE(writes, 28);
    QVERIFY(!commandInfo(QStringLiteral("delete-task")));
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
    const auto read = readTemplate(samples::taskTemplate(), QStringLiteral("4241"));
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
        QStringLiteral("9"));
    QVERIFY(read.has_value());
    QCOMPARE(read->id, QStringLiteral("9"));
    QCOMPARE(read->colour, QStringLiteral("#ffffff"));
    QCOMPARE(read->report.size(), 1);
    QCOMPARE(read->report.first().required, std::optional(true));
    QVERIFY(!readTemplate("{}", QStringLiteral("9")).has_value());
    QCOMPARE(readTemplate("{\"id\":8}", QStringLiteral("9")).error().place, QStringLiteral("id"));
    QCOMPARE(
        readTemplate("{\"id\":9,\"props\":[1]}", QStringLiteral("9")).error().place,
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
    QCOMPARE(readTemplate("{\"id\":1,\"color\":" + json + "}", QStringLiteral("1"))->colour, colour);
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

void CataloguesTest::readsContractor()
{
    const auto read = readContractor(samples::contractor(), QStringLiteral("1903968"));
    QVERIFY(read.has_value());
    QCOMPARE(read->id, QStringLiteral("1903968"));
    QCOMPARE(read->name, QStringLiteral("Ромашка"));
    QVERIFY(read->parent.isNothing());
    QCOMPARE(read->externalId, QString());
    QCOMPARE(read->address.text, QStringLiteral("Ленинский пр., дом № 6"));
    QCOMPARE(read->phones.size(), 1);
    const Phone phone{QStringLiteral("1397914"), QStringLiteral("+7 555 55 55 55"), QString(), false};
    QCOMPARE(read->phones.first(), phone);
    QVERIFY(read->detailsLoaded);
}

void CataloguesTest::readsContractorByExternalId()
{
    const auto read = readContractor(samples::contractorByExternalId(), QString());
    QVERIFY(read.has_value());
    QCOMPARE(read->id, QStringLiteral("1903968"));
    QCOMPARE(read->externalId, QStringLiteral("91bf7d25-abd9-11e1-9c86-002219216b99"));
}

void CataloguesTest::refusesTheSampleAsPrinted()
{
    const auto read = readContractor(samples::contractorAsPrinted(), QString());
    QVERIFY(!read.has_value());
    QCOMPARE(read.error().kind, ErrorKind::BadAnswer);
    QCOMPARE(read.error().place, QStringLiteral("line 30"));
    QCOMPARE(names(samples::employeesAsPrinted()).error().place, QStringLiteral("line 15"));
}

void CataloguesTest::readsSubdivisionAndPersons()
{
    const auto read = readContractor(
        R"({"id":2210406,"name":"Подразделение 1","parent":{"id":"2210405","name":"Газпроп"},
            "external_id":"2","address":"Ленинский","address_porch":"1","address_floor":2,"lat":"55.7719","lon":37.5963,
            "phone":[{"id":1,"name":832874834,"contractorPerson":"97611","deleted":"1"}],
            "person":[{"id":"5","name":"Сергей","phone":[{"id":"6","name":"11"}]}]})",
        QStringLiteral("2210406"));
    QVERIFY(read.has_value());
    QCOMPARE(read->path(), QStringLiteral("Газпроп / Подразделение 1"));
    QCOMPARE(read->externalId, QStringLiteral("2"));
    QCOMPARE(read->address.entrance, QStringLiteral("1"));
    QCOMPARE(read->address.floor, QStringLiteral("2"));
    QCOMPARE(read->address.longitude, QStringLiteral("37.5963"));
    QCOMPARE(read->phones.size(), 2);
    QCOMPARE(read->phones.at(0).number, QStringLiteral("832874834"));
    QCOMPARE(read->phones.at(0).personId, QStringLiteral("97611"));
    QVERIFY(read->phones.at(0).deleted);
    QCOMPARE(read->phones.at(1).personId, QStringLiteral("5"));
    QVERIFY(!readContractor("{}", QStringLiteral("1")).has_value());
    QVERIFY(!readContractor("{\"id\":1}", QStringLiteral("2")).has_value());
    QVERIFY(!readContractor("{\"id\":1,\"phone\":[\"11\"]}", QStringLiteral("1")).has_value());
}

void CataloguesTest::readsContractorList()
{
    const auto page = readPage<ContractorListItem>(samples::contractorList(), readContractorListItem);
    QVERIFY(page.has_value());
    QCOMPARE(page->rows.size(), 2);
    QVERIFY(page->rows.at(0).parent.isNothing());
    const NamedRef parent{QStringLiteral("2210405"), QStringLiteral("Газпроп")};
    QCOMPARE(page->rows.at(1).parent, parent);
    QVERIFY(page->last);
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
                                    << QStringLiteral("line 3");
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
