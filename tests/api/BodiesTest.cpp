#include "ContractorCodec.h"
#include "EquipmentCodec.h"
#include "Samples.h"
#include "TaskCodec.h"
#include "TemplateCodec.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

using namespace naryad;
using namespace naryad::api;
namespace samples = naryad::test::samples;

namespace {

QJsonDocument json(const QByteArray &text)
{
    return QJsonDocument::fromJson(text);
}

QJsonDocument without(const QByteArray &text, std::initializer_list<const char *> keys)
{
    QJsonObject object = json(text).object();
    for (const char *key : keys)
        object.remove(QLatin1String(key));
    return QJsonDocument(object);
}

Address addressOf(const char16_t *text, const char16_t *notes)
{
    Address address;
    address.text = QString::fromUtf16(text);
    address.entrance = QStringLiteral("1");
    address.floor = QStringLiteral("2");
    address.room = QStringLiteral("3");
    address.notes = QString::fromUtf16(notes);
    return address;
}

Address leninsky()
{
    Address address = addressOf(u"Ленинский проспект 21", u"Вход по паспорту");
    address.latitude = QStringLiteral("37.222");
    address.longitude = QStringLiteral("54.222");
    return address;
}

Known<NamedRef> ref(const char *id)
{
    return Known<NamedRef>::fromHere({QString::fromLatin1(id), QStringLiteral("any")});
}

TaskBody task(const char *workerId)
{
    TaskBody body;
    body.number = QStringLiteral("1111");
    body.taskTemplate.id = QStringLiteral("828");
    body.worker = ref(workerId);
    body.contractor = ref("12211");
    body.address = Known<Address>::fromHere(leninsky());
    body.resultCheck = Known<bool>::fromHere(false);
    body.plannedStart = QDateTime({2021, 1, 1}, {12, 0}, Qt::UTC);
    body.plannedEnd = QDateTime({2021, 1, 1}, {13, 0}, Qt::UTC);
    body.details.append({QStringLiteral("2302"), {}, 2, FieldValue::number(QStringLiteral("100"))});
    return body;
}

ContractorBody contractor()
{
    ContractorBody body;
    body.externalId = Known<QString>::fromHere(QStringLiteral("11123344"));
    body.name = QStringLiteral("ООО ‘Ромашка’");
    body.address = Known<Address>::fromHere(leninsky());
    body.persons = {{{}, QStringLiteral("Александр"), {QStringLiteral("1234567")}}};
    body.phones = {QStringLiteral("832874834")};
    return body;
}

SubdivisionBody subdivision()
{
    SubdivisionBody body;
    body.contractorId = QStringLiteral("2");
    body.externalId = QStringLiteral("2");
    body.name = QStringLiteral("Перекресток");
    body.address = Known<Address>::fromHere(addressOf(u"Ленинский проспект 38", u"Вход со двора"));
    body.templateId = Known<QString>::fromHere(QStringLiteral("1"));
    body.contacts
        = {{QStringLiteral("3334"), QStringLiteral("Александр"), {QStringLiteral("89036277781")}},
           {QStringLiteral("3335"), QStringLiteral("Сергей Сергеевич"), {}}};
    return body;
}

TemplateRow templateRow(const char *fieldId, std::optional<bool> visible, std::optional<bool> required)
{
    TemplateRow row;
    row.fieldId = QString::fromLatin1(fieldId);
    row.visibleToMobile = visible;
    row.required = required;
    return row;
}

TemplateBody taskTemplate()
{
    TemplateBody body;
    body.colour = QStringLiteral("#ffffff");
    body.name = QStringLiteral("Реквизит перечисление");
    body.visitDay = {QStringLiteral("2"), QStringLiteral("Сегодня")};
    body.visitDurationSeconds = 7200;
    body.details = {templateRow("1668", false, std::nullopt)};
    body.report = {templateRow("6636", std::nullopt, true)};
    return body;
}

EquipmentBody equipment()
{
    EquipmentBody body;
    body.serialNumber = QStringLiteral("Q1234");
    EquipmentValue flag;
    flag.fieldId = QStringLiteral("61");
    flag.value = FieldValue::checkbox(true);
    EquipmentValue text = flag;
    text.value = FieldValue::text(QStringLiteral("Встренная"));
    body.values = Known<QVector<EquipmentValue>>::fromHere({flag, text});
    body.model = ref("574");
    body.contractor = ref("714");
    return body;
}

} // namespace

/// The bodies we send for the values of the document's examples are those examples: the same keys, the same
/// values, numbers as numbers and texts as texts.
class BodiesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void tasks();
    void taskFields();
    void contractors();
    void updatesNeverSendPeople();
    void persons();
    void phones();
    void subdivisions();
    void templateFields();
    void templates();
    void equipmentModels();
    void equipmentItself();
    void leavesOutWhatIsNotKnown();
    void saysEmptyOnlyInAnUpdate();
    void valuesBelongToListsAlone();
};

void BodiesTest::tasks()
{
    QCOMPARE(json(createTaskBody(task("8"), AccountZone())), json(samples::taskBody()));
    QCOMPARE(json(updateTaskBody(task("828"), AccountZone())), json(samples::taskUpdateBody()));
    QCOMPARE(
        json(commentBody(QStringLiteral("828"), QStringLiteral("Какой то текс"))),
        json(samples::commentBody()));
    QCOMPARE(
        json(closeBody(QStringLiteral("74"), QStringLiteral("Задача отменена клиентом"))),
        json(samples::closeBody()));
}

void BodiesTest::taskFields()
{
    TaskFieldAddition first;
    first.field = {QStringLiteral("2512"), {}, 1, FieldValue::text(QStringLiteral("123434"))};
    first.sectionFieldId = QStringLiteral("2420");
    first.position = 1;
    TaskFieldAddition second;
    second.to = TaskFieldAddition::To::Report;
    second.field.fieldId = QStringLiteral("1666");
    QCOMPARE(json(addFieldsBody({first, second})), json(samples::addFieldsBody()));
    first.field.value = FieldValue();
    QCOMPARE(
        addFieldsBody({first}),
        QByteArray(R"([{"to":"props","field":{"id":2512},"parent":{"id":2420},"position":1}])"));
    QCOMPARE(json(removeFieldsBody({QStringLiteral("2512")})), json(samples::removeFieldsBody()));
}

void BodiesTest::contractors()
{
    QCOMPARE(json(createContractorBody(contractor())), json(samples::contractorBody()));
    ContractorBody least;
    least.name = QStringLiteral("Ромашка");
    QCOMPARE(createContractorBody(least), QByteArray(R"({"name":"Ромашка"})"));
    least.persons = {{{}, QStringLiteral("Александр"), {}}};
    QCOMPARE(
        createContractorBody(least), QByteArray(R"({"name":"Ромашка","person":[{"name":"Александр"}]})"));
}

void BodiesTest::updatesNeverSendPeople()
{
    QCOMPARE(
        json(updateContractorBody(contractor())),
        without(samples::contractorUpdateBody(), {"person", "phone"}));
    QCOMPARE(
        json(updateSubdivisionBody(subdivision())), without(samples::updateSubdivisionBody(), {"contact"}));
    const PersonBody person{
        QStringLiteral("97611"), QStringLiteral("Алексей И"), {QStringLiteral("8-800-888-88-88")}};
    QCOMPARE(json(updatePersonBody(person)), without(samples::personUpdateBody(), {"phone"}));
}

void BodiesTest::persons()
{
    PersonBody person{
        QStringLiteral("97611"), QStringLiteral("Алексей И"), {QStringLiteral("8-800-888-88-88")}};
    QCOMPARE(json(createPersonBody(person)), json(samples::personBody()));
    person.phones.clear();
    QCOMPARE(createPersonBody(person), QByteArray(R"({"contractor":{"id":97611},"name":"Алексей И"})"));
}

void BodiesTest::phones()
{
    PhoneBody phone{QStringLiteral("97611"), PhoneParent::Contractor, QStringLiteral("8-800-888-88-88")};
    QCOMPARE(json(phoneBody(phone)), json(samples::phoneBody()));
    QCOMPARE(json(phoneBody(phone)), json(samples::phoneUpdateBody()));
    phone.parentKind = PhoneParent::Person;
    QCOMPARE(
        phoneBody(phone), QByteArray(R"({"parent":{"id":97611,"type":"person"},"name":"8-800-888-88-88"})"));
}

void BodiesTest::subdivisions()
{
    QCOMPARE(json(addSubdivisionBody(subdivision())), json(samples::addSubdivisionBody()));
    SubdivisionBody least;
    least.contractorId = QStringLiteral("2");
    least.externalId = QStringLiteral("uuid");
    least.name = QStringLiteral("Склад");
    QCOMPARE(
        addSubdivisionBody(least),
        QByteArray(R"({"contractor_id":"2","external_id":"uuid","name":"Склад"})"));
    QCOMPARE(updateSubdivisionBody(least), QByteArray(R"({"name":"Склад"})"));
}

void BodiesTest::templateFields()
{
    TemplateFieldBody field;
    field.name = QStringLiteral("Реквизит перечисление");
    field.typeId = 5;
    field.typeName = QStringLiteral("list");
    field.values = {{{}, QStringLiteral("да")}, {{}, QStringLiteral("нет")}};
    QCOMPARE(json(createFieldBody(field)), json(samples::createFieldBody()));
    field.values
        = {{QStringLiteral("2747"), QStringLiteral("да")},
           {QStringLiteral("2751"), QStringLiteral("нет"), true},
           {{}, QStringLiteral("не знаю")}};
    QCOMPARE(json(updateFieldBody(field)), json(samples::updateFieldBody()));
}

void BodiesTest::templates()
{
    QCOMPARE(json(createTemplateBody(taskTemplate())), json(samples::createTemplateBody()));
    QCOMPARE(json(updateTemplateBody(taskTemplate())), json(samples::updateTemplateBody()));
    // An update says both flags of a row, as they were read.
    TemplateBody both = taskTemplate();
    both.details.first().required = true;
    QVERIFY(updateTemplateBody(both).contains(
        R"("props":[{"visibleToMobile":false,"required":true,"field":{"id":"1668"}}])"));
    TemplateBody least;
    least.name = QStringLiteral("Ремонт");
    QCOMPARE(createTemplateBody(least), QByteArray(R"({"name":"Ремонт","props":[],"checklist":[]})"));
}

void BodiesTest::equipmentModels()
{
    EquipmentModelBody model{QStringLiteral("150 SX"), ref("6636"), ref("436")};
    QCOMPARE(json(createModelBody(model)), json(samples::modelBody()));
    QCOMPARE(json(updateModelBody(model)), json(samples::modelUpdateBody()));
    model.type = {};
    model.manufacturer = {};
    QCOMPARE(createModelBody(model), QByteArray(R"({"name":"150 SX"})"));
    QCOMPARE(updateModelBody(model), QByteArray(R"({"name":"150 SX"})"));
}

void BodiesTest::equipmentItself()
{
    QCOMPARE(json(createEquipmentBody(equipment())), json(samples::equipmentBody()));
    QCOMPARE(json(updateEquipmentBody(equipment())), json(samples::equipmentUpdateBody()));
}

void BodiesTest::leavesOutWhatIsNotKnown()
{
    EquipmentBody piece;
    piece.serialNumber = QStringLiteral("Q1");
    QCOMPARE(createEquipmentBody(piece), QByteArray(R"({"serialNumber":"Q1"})"));
    QCOMPARE(updateEquipmentBody(piece), QByteArray(R"({"serialNumber":"Q1"})"));
    ContractorBody body;
    body.name = QStringLiteral("Ромашка");
    // get-contractor's sample tells no external id: an empty one would take it away.
    QCOMPARE(updateContractorBody(body), QByteArray(R"({"name":"Ромашка"})"));
}

void BodiesTest::saysEmptyOnlyInAnUpdate()
{
    EquipmentBody piece;
    piece.serialNumber = QStringLiteral("Q1");
    piece.model = Known<NamedRef>::fromService({});
    piece.contractor = Known<NamedRef>::fromHere({});
    piece.values = Known<QVector<EquipmentValue>>::fromService({});
    QCOMPARE(createEquipmentBody(piece), QByteArray(R"({"serialNumber":"Q1"})"));
    QCOMPARE(
        updateEquipmentBody(piece),
        QByteArray(R"({"serialNumber":"Q1","props":[],"model":null,"contractor":null})"));
    ContractorBody body;
    body.name = QStringLiteral("Ромашка");
    body.externalId = Known<QString>::fromService({});
    Address address;
    address.text = QStringLiteral("Ленинский 6");
    body.address = Known<Address>::fromService(address);
    QCOMPARE(createContractorBody(body), QByteArray(R"({"name":"Ромашка","address":"Ленинский 6"})"));
    // Both coordinates are left out together: the service then finds the place by the address.
    QCOMPARE(
        updateContractorBody(body),
        QByteArray(R"({"externalId":"","name":"Ромашка","address":"Ленинский 6","addressPorch":"",)"
                   R"("addressFloor":"","addressRoom":"","addressInfo":""})"));
}

void BodiesTest::valuesBelongToListsAlone()
{
    TemplateFieldBody field;
    field.name = QStringLiteral("Сумма");
    field.typeId = 2;
    field.values = {{{}, QStringLiteral("left from another type")}};
    QCOMPARE(createFieldBody(field), QByteArray(R"({"name":"Сумма","type":{"id":"2"}})"));
    QCOMPARE(updateFieldBody(field), QByteArray(R"({"name":"Сумма","type":{"id":"2"}})"));
    // A type nobody documented keeps what it came with.
    field.typeId = 12;
    field.values = {{QStringLiteral("1"), QStringLiteral("a")}};
    QVERIFY(updateFieldBody(field).contains(R"("valueList":[{"id":"1","deleted":false,"name":"a"}])"));
    // A list without a value says so.
    field.typeId = 5;
    field.values.clear();
    QVERIFY(createFieldBody(field).endsWith(R"("valueList":[]})"));
}

QTEST_APPLESS_MAIN(BodiesTest)
#include "BodiesTest.moc"
