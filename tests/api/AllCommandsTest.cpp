#include "Desk.h"
#include "Futures.h"
#include "Samples.h"
#include "api/CommandTable.h"

#include <QSet>

using namespace naryad;
using namespace naryad::api;
using namespace naryad::test;

namespace {

/// Makes one typed call and tells what came of it, in a word.
using Call = QString (*)(Desk &);

template <class T> QString said(const Result<T> &result, QString (*word)(const T &))
{
    return result ? word(*result) : toName(result.error().kind);
}

QString written(const QFuture<Result<QString>> &future)
{
    return settled(future).value_or(QStringLiteral("failed"));
}

template <class T> QString nameOf(const QFuture<Result<Snapshot<T>>> &future)
{
    return said<Snapshot<T>>(settled(future), [](const Snapshot<T> &one) { return one.value.name; });
}

template <class T> QString rowsOf(const QFuture<Result<Page<T>>> &future)
{
    return said<Page<T>>(
        settled(future), [](const Page<T> &page) { return QString::number(page.rows.size()); });
}

QString text(const char *word)
{
    return QString::fromUtf8(word);
}

NamedRef ref(const char *id)
{
    return {text(id), {}};
}

TaskBody taskBody()
{
    TaskBody body;
    body.taskTemplate = ref("828");
    return body;
}

ContractorBody contractorBody()
{
    ContractorBody body;
    body.externalId = Known<QString>::fromHere(text("e-1"));
    body.name = text("Ромашка");
    body.persons = {{{}, text("Анна"), {text("1")}}};
    body.phones = {text("2")};
    return body;
}

SubdivisionBody subdivisionBody()
{
    SubdivisionBody body;
    body.contractorId = text("2");
    body.externalId = text("e-2");
    body.name = text("Склад");
    body.contacts = {{{}, text("Анна"), {}}};
    return body;
}

TemplateBody templateBody()
{
    TemplateBody body;
    body.name = text("Ремонт");
    body.colour = text("#ffffff");
    return body;
}

TemplateFieldBody fieldBody()
{
    TemplateFieldBody body;
    body.name = text("Оплата");
    body.typeId = 5;
    body.values = {{{}, text("да")}};
    return body;
}

EquipmentBody equipmentBody()
{
    EquipmentBody body;
    body.serialNumber = text("Q1");
    body.model = Known<NamedRef>::fromHere(ref("574"));
    return body;
}

QVector<TaskFieldAddition> additions()
{
    TaskFieldAddition addition;
    addition.field.fieldId = text("2512");
    return {addition};
}

const PersonBody person{QStringLiteral("97611"), QStringLiteral("Анна"), {QStringLiteral("1")}};
const PhoneBody phone{QStringLiteral("5"), PhoneParent::Person, QStringLiteral("112")};
const EquipmentModelBody model{QStringLiteral("150 SX"), {}, {}};

} // namespace

Q_DECLARE_METATYPE(Call)

/// Each of the 45 commands, called as the program calls it, over a real line: what stands on the wire, and
/// that the answer is understood.
class AllCommandsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void reads_data();
    void reads();
    void writes_data();
    void writes();
    void noneIsForgotten();

private:
    void columns();
    void
    row(const char *target, const QByteArray &answer, const char *word, Call call, const char *body = "");
    void check(const QByteArray &method);

    QSet<QString> m_proved;
};

void AllCommandsTest::columns()
{
    QTest::addColumn<QByteArray>("target");
    QTest::addColumn<QByteArray>("answer");
    QTest::addColumn<QString>("word");
    QTest::addColumn<Call>("call");
    QTest::addColumn<QByteArray>("body");
}

void AllCommandsTest::row(
    const char *target, const QByteArray &answer, const char *word, Call call, const char *body)
{
    QTest::newRow(target) << QByteArray(target) << answer << text(word) << call << QByteArray(body);
}

void AllCommandsTest::check(const QByteArray &method)
{
    QFETCH(QByteArray, target);
    QFETCH(QByteArray, answer);
    QFETCH(QString, word);
    QFETCH(Call, call);
    QFETCH(QByteArray, body);
    Desk desk;
    desk.answer(answer);
    QCOMPARE(call(desk), word);
    QCOMPARE(desk.server.count(), 1);
    const HttpRequest request = desk.server.requests().first();
    QCOMPARE(request.method, method);
    QCOMPARE(request.target, target);
    QCOMPARE(request.body, body);
    QCOMPARE(request.headers.value("authorization"), QByteArray("key=THE-KEY"));
    if (method == "POST")
        QCOMPARE(request.headers.value("content-type"), QByteArray("application/json"));
    const CommandInfo *info = commandInfo(request.command());
    QVERIFY(info);
    QCOMPARE(target.startsWith(info->path.toLatin1()), true);
    QCOMPARE(info->write, method == "POST");
    QCOMPARE(info->takesId, target.contains("?id="));
    QCOMPARE(info->sends == Sends::Array, body.startsWith('['));
    QCOMPARE(info->sends == Sends::Nothing, body.isEmpty() || body == "{}");
    m_proved.insert(info->name);
}

void AllCommandsTest::reads_data()
{
    columns();
    row(
        "/api/v5/get-task?id=522075", samples::task(), "1111", +[](Desk &desk) {
            return said<Snapshot<Task>>(
                settled(desk.tasks.task(text("522075"))),
                [](const Snapshot<Task> &task) { return task.value.number; });
        });
    row(
        "/api/v5/get-task-list?page=3", samples::taskList(), "3",
        +[](Desk &desk) { return rowsOf(desk.tasks.taskPage(3)); });
    row(
        "/api/get-taskupdates?id=866888", samples::taskUpdates(), "8298402", +[](Desk &desk) {
            return said<QVector<TaskEvent>>(
                settled(desk.updates.taskUpdates(866888)),
                [](const QVector<TaskEvent> &events) { return events.first().taskId; });
        });
    row(
        "/api/v5/get-contractor?id=1903968", samples::contractor(), "Ромашка",
        +[](Desk &desk) { return nameOf(desk.contractors.contractor(text("1903968"))); });
    row(
        "/api/v5/get-contractor-by-external-id?external-id=91bf7d25-abd9-11e1-9c86-002219216b99",
        samples::contractorByExternalId(), "Ромашка", +[](Desk &desk) {
            return nameOf(
                desk.contractors.contractorByExternalId(text("91bf7d25-abd9-11e1-9c86-002219216b99")));
        });
    row(
        "/api/v5/get-contractor-list?page=0", samples::contractorList(), "2",
        +[](Desk &desk) { return rowsOf(desk.contractors.contractorPage(0)); });
    row(
        "/api/v5/get-contractor-person?id=1903968", samples::person(), "Алексей И",
        +[](Desk &desk) { return nameOf(desk.contractors.person(text("1903968"), true)); });
    row(
        "/api/v5/get-contractor-phone?id=1404860", samples::phone(), "33", +[](Desk &desk) {
            return said<Snapshot<Phone>>(
                settled(desk.contractors.phone(text("1404860"))),
                [](const Snapshot<Phone> &one) { return one.value.number; });
        });
    row(
        "/api/v5/get-template-field?id=6636", samples::templateField(), "Реквизит перечисление",
        +[](Desk &desk) { return nameOf(desk.templates.field(text("6636"))); });
    row(
        "/api/v5/get-template-field-list?page=1", samples::namedList(), "3",
        +[](Desk &desk) { return rowsOf(desk.templates.fieldPage(1)); });
    row(
        "/api/v5/get-template?id=4241", samples::taskTemplate(), "Реквизит перечисление",
        +[](Desk &desk) { return nameOf(desk.templates.taskTemplate(text("4241"), true)); });
    row(
        "/api/v5/get-template-list?page=0", samples::namedList(), "3",
        +[](Desk &desk) { return rowsOf(desk.templates.templatePage(0)); });
    row(
        "/api/v5/get-employee-list?page=0", samples::employees(), "2",
        +[](Desk &desk) { return rowsOf(desk.employees.employeePage(0)); });
    row(
        "/api/v5/get-equipment-model-list?page=0", samples::modelList(), "2",
        +[](Desk &desk) { return rowsOf(desk.equipment.modelPage(0)); });
    row(
        "/api/v5/get-equipment?id=4161", samples::equipment(), "DF4534346JG453", +[](Desk &desk) {
            return said<Snapshot<Equipment>>(
                settled(desk.equipment.equipment(text("4161"))),
                [](const Snapshot<Equipment> &one) { return one.value.serialNumber; });
        });
    row(
        "/api/v5/get-equipment-list?page=2", samples::equipmentList(), "2",
        +[](Desk &desk) { return rowsOf(desk.equipment.equipmentPage(2)); });
    row(
        "/api/v5/get-updates?type=task&usn=362", samples::updatesByTask(), "655634", +[](Desk &desk) {
            return said<QVector<api::Update>>(
                settled(desk.updates.updates(text("task"), 362)),
                [](const QVector<api::Update> &updates) { return updates.last().objectId; });
        });
}

void AllCommandsTest::reads()
{
    check("GET");
}

void AllCommandsTest::writes_data()
{
    columns();
    const QByteArray object = "{\"id\": 111}";
    row(
        "/api/v5/create-task", object, "111",
        +[](Desk &desk) { return written(desk.tasks.createTask(taskBody())); },
        R"({"template":{"id":828},"draft":true,"props":[]})");
    row(
        "/api/v5/update-task?id=7", object, "111",
        +[](Desk &desk) { return written(desk.tasks.updateTask(text("7"), taskBody())); },
        R"({"template":{"id":828},"draft":true,"props":[]})");
    row(
        "/api/v5/add-template-fields-to-task?id=7", "{}", "",
        +[](Desk &desk) { return written(desk.tasks.addFields(text("7"), additions())); },
        R"([{"to":"props","field":{"id":2512}}])");
    row(
        "/api/v5/remove-template-fields-from-task?id=7", "null", "",
        +[](Desk &desk) { return written(desk.tasks.removeFields(text("7"), {text("2512")})); },
        R"([{"field":{"id":2512}}])");
    row(
        "/api/v5/create-comment", object, "111",
        +[](Desk &desk) { return written(desk.tasks.addComment(text("7"), text("да"))); },
        R"({"message":"да","task":{"id":7}})");
    row(
        "/api/v4/close-task?id=7", "7", "7",
        +[](Desk &desk) { return written(desk.tasks.closeTask(text("7"), text("74"), text("да"))); },
        R"({"result_status":"74","results_description":"да"})");
    row(
        "/api/v5/create-contractor", object, "111",
        +[](Desk &desk) { return written(desk.contractors.createContractor(contractorBody())); },
        R"({"externalId":"e-1","name":"Ромашка","person":[{"name":"Анна","phone":[{"name":"1"}]}],"phone":[{"name":"2"}]})");
    row(
        "/api/v5/update-contractor?id=7", object, "111",
        +[](Desk &desk) { return written(desk.contractors.updateContractor(text("7"), contractorBody())); },
        R"({"externalId":"e-1","name":"Ромашка"})");
    row(
        "/api/v5/create-contractor-person", object, "111",
        +[](Desk &desk) { return written(desk.contractors.createPerson(person)); },
        R"({"contractor":{"id":97611},"name":"Анна","phone":[{"name":"1"}]})");
    row(
        "/api/v5/update-contractor-person?id=7", object, "111",
        +[](Desk &desk) { return written(desk.contractors.updatePerson(text("7"), person)); },
        R"({"contractor":{"id":97611},"name":"Анна"})");
    row(
        "/api/v5/delete-contractor-person?id=7", "\"7\"", "7",
        +[](Desk &desk) { return written(desk.contractors.deletePerson(text("7"))); }, "{}");
    row(
        "/api/v5/create-contractor-phone", object, "111",
        +[](Desk &desk) { return written(desk.contractors.createPhone(phone)); },
        R"({"parent":{"id":5,"type":"person"},"name":"112"})");
    row(
        "/api/v5/update-contractor-phone?id=7", object, "111",
        +[](Desk &desk) { return written(desk.contractors.updatePhone(text("7"), phone)); },
        R"({"parent":{"id":5,"type":"person"},"name":"112"})");
    row(
        "/api/v5/delete-contractor-phone?id=7", "7", "7",
        +[](Desk &desk) { return written(desk.contractors.deletePhone(text("7"))); }, "{}");
    row(
        "/api/v4/add-subdivision", "\"111\"", "111",
        +[](Desk &desk) { return written(desk.contractors.addSubdivision(subdivisionBody())); },
        R"({"contractor_id":"2","external_id":"e-2","name":"Склад","contact":[{"name":"Анна"}]})");
    row(
        "/api/v4/update-subdivision?id=7", "{}", "",
        +[](Desk &desk) { return written(desk.contractors.updateSubdivision(text("7"), subdivisionBody())); },
        R"({"name":"Склад"})");
    row(
        "/api/v5/create-template-field", object, "111",
        +[](Desk &desk) { return written(desk.templates.createField(fieldBody())); },
        R"({"name":"Оплата","type":{"id":"5"},"valueList":[{"name":"да"}]})");
    row(
        "/api/v5/update-template-field?id=7", "\"7\"", "7",
        +[](Desk &desk) { return written(desk.templates.updateField(text("7"), fieldBody())); },
        R"({"name":"Оплата","type":{"id":"5"},"valueList":[{"deleted":false,"name":"да"}]})");
    row(
        "/api/v5/delete-template-field?id=7", "7", "7",
        +[](Desk &desk) { return written(desk.templates.deleteField(text("7"))); }, "{}");
    row(
        "/api/v5/create-template", object, "111",
        +[](Desk &desk) { return written(desk.templates.createTemplate(templateBody())); },
        R"({"color":"#ffffff","name":"Ремонт","props":[],"checklist":[]})");
    row(
        "/api/v5/update-template?id=7", "7", "7",
        +[](Desk &desk) { return written(desk.templates.updateTemplate(text("7"), templateBody())); },
        R"({"color":"#ffffff","name":"Ремонт","props":[],"checklist":[]})");
    row(
        "/api/v5/delete-template?id=7", "7", "7",
        +[](Desk &desk) { return written(desk.templates.deleteTemplate(text("7"))); }, "{}");
    row(
        "/api/v5/create-equipment-model", object, "111",
        +[](Desk &desk) { return written(desk.equipment.createModel(model)); }, R"({"name":"150 SX"})");
    row(
        "/api/v5/update-equipment-model?id=7", "7", "7",
        +[](Desk &desk) { return written(desk.equipment.updateModel(text("7"), model)); },
        R"({"name":"150 SX"})");
    row(
        "/api/v5/delete-equipment-model?id=7", "7", "7",
        +[](Desk &desk) { return written(desk.equipment.deleteModel(text("7"))); }, "{}");
    row(
        "/api/v5/create-equipment", object, "111",
        +[](Desk &desk) { return written(desk.equipment.createEquipment(equipmentBody())); },
        R"({"serialNumber":"Q1","model":{"id":574}})");
    row(
        "/api/v5/update-equipment?id=7", "7", "7",
        +[](Desk &desk) { return written(desk.equipment.updateEquipment(text("7"), equipmentBody())); },
        R"({"serialNumber":"Q1","model":{"id":574}})");
    row(
        "/api/v5/delete-equipment?id=7", "7", "7",
        +[](Desk &desk) { return written(desk.equipment.deleteEquipment(text("7"))); }, "{}");
}

void AllCommandsTest::writes()
{
    check("POST");
}

void AllCommandsTest::noneIsForgotten()
{
    QStringList missing;
    for (const CommandInfo &info : commandTable()) {
        if (!m_proved.contains(info.name))
            missing.append(info.name);
    }
    QCOMPARE(missing, QStringList());
    QCOMPARE(m_proved.size(), 45);
}

QTEST_GUILESS_MAIN(AllCommandsTest)
#include "AllCommandsTest.moc"
