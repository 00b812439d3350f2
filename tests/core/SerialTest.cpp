#include "core/Serial.h"

#include <QJsonDocument>
#include <QTest>

using namespace naryad;

namespace {

const QDateTime moment({2026, 11, 24}, {9, 0, 1}, Qt::UTC);
const NamedRef large{QStringLiteral("9007199254740993"), QStringLiteral("Ёлкин")};
const RawValues odd{{QStringLiteral("visit"), "{\"days\":[9223372036854775807,null]}"}};

/// Through the text that stands on the disk, not only through the object.
QJsonObject stored(const QJsonObject &json)
{
    return QJsonDocument::fromJson(QJsonDocument(json).toJson(QJsonDocument::Compact)).object();
}

Address address()
{
    Address address;
    address.text = QStringLiteral("Ленинский 6");
    address.entrance = QStringLiteral("1");
    address.floor = QStringLiteral("2");
    address.room = QStringLiteral("3");
    address.notes = QStringLiteral("двор");
    address.latitude = QStringLiteral("55.7719");
    address.longitude = QStringLiteral("37.5963");
    return address;
}

Phone phone()
{
    Phone phone;
    phone.id = QStringLiteral("1");
    phone.number = QStringLiteral("+7 555");
    phone.personId = QStringLiteral("5");
    phone.contractorId = QStringLiteral("7");
    phone.deleted = true;
    phone.createdAt = Known<QDateTime>::fromService(moment);
    return phone;
}

Person person()
{
    Person person;
    person.id = QStringLiteral("5");
    person.name = QStringLiteral("Анна");
    person.contractor = Known<NamedRef>::fromService(large);
    person.position = Known<QString>::fromService({});
    person.phones = Known<QVector<Phone>>::fromService({phone()});
    person.deleted = true;
    return person;
}

Contractor contractor()
{
    Contractor contractor;
    contractor.id = large.id;
    contractor.name = QStringLiteral("Ромашка");
    contractor.parent = large;
    contractor.externalId = Known<QString>::fromHere(QStringLiteral("e"));
    contractor.address = Known<Address>::fromService(address());
    contractor.address.value.notKnown = AddressPart::Room | AddressPart::Notes;
    contractor.phones = Known<QVector<Phone>>::fromService({phone()});
    contractor.persons = Known<QVector<Person>>::fromService({person(), Person()});
    contractor.createdAt = Known<QDateTime>::fromService(moment);
    contractor.author = Known<NamedRef>::fromService(large);
    contractor.employee = Known<NamedRef>::fromService({});
    contractor.favourite = Known<bool>::fromService(true);
    contractor.equipmentCount = Known<qint64>::fromService(9007199254740993LL);
    contractor.subdivisionCount = Known<qint64>::fromService(0);
    contractor.detailsLoaded = true;
    contractor.notUnderstood = odd;
    return contractor;
}

TemplateRow templateRow()
{
    TemplateRow row;
    row.rowId = QStringLiteral("14016");
    row.fieldId = large.id;
    row.name = QStringLiteral("Сумма");
    row.typeId = 2;
    row.parent = QStringLiteral("3");
    row.required = false;
    row.notUnderstood = {{QStringLiteral("visibleToMobile"), "null"}};
    return row;
}

Template taskTemplate()
{
    Template value;
    value.id = QStringLiteral("4241");
    value.name = QStringLiteral("Ремонт");
    value.colour = QStringLiteral("#ffffff");
    value.visitDay = large;
    value.visitDurationSeconds = 7200;
    value.details = {templateRow(), TemplateRow()};
    value.report = {templateRow()};
    value.createdAt = Known<QDateTime>::fromService(moment);
    value.notUnderstood = odd;
    return value;
}

TemplateField templateField()
{
    TemplateField field;
    field.id = QStringLiteral("6636");
    field.name = QStringLiteral("Оплата");
    field.typeId = 5;
    field.typeName = QStringLiteral("list");
    field.values = {{large.id, large.name, true, odd}, {}};
    field.notUnderstood = odd;
    return field;
}

Equipment equipment()
{
    Equipment piece;
    piece.id = large.id;
    piece.serialNumber = QStringLiteral("Q1");
    piece.description = Known<QString>::fromService(QStringLiteral("СМА"));
    piece.inventoryNumber = Known<QString>::fromService({});
    piece.externalId = Known<QString>::fromService(QStringLiteral("e"));
    piece.contractor = Known<NamedRef>::fromService(large);
    EquipmentModel model;
    model.id = QStringLiteral("641");
    model.name = QStringLiteral("BI");
    model.manufacturer = Known<NamedRef>::fromService({{}, QStringLiteral("Ariston")});
    piece.model = Known<EquipmentModel>::fromService(model);
    const QVector<FieldValue> values{
        FieldValue(),
        FieldValue::text(QStringLiteral("x")),
        FieldValue::number(QStringLiteral("0.1")),
        FieldValue::checkbox(true),
        FieldValue::option(large),
        FieldValue::files(2, "[1,2]"),
        FieldValue::other("[9223372036854775807,{}]")};
    piece.values = Known<QVector<EquipmentValue>>::fromService({});
    for (const FieldValue &value : values)
        piece.values.value.append({large.id, QStringLiteral("Поле"), 3, value, odd});
    piece.createdAt = Known<QDateTime>::fromService(moment);
    piece.author = Known<NamedRef>::fromService(large);
    piece.employee = Known<NamedRef>::fromService({});
    piece.notUnderstood = odd;
    return piece;
}

} // namespace

/// Our own JSON of our own values gives the same value back, known and not known, exact to the last digit.
class SerialTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void contractors();
    void persons();
    void phones();
    void templates();
    void templateFields();
    void equipmentAndModels();
    void contractorBodies();
    void templateBodies();
    void equipmentBodies();
    void taskFieldAdditions();
    void emptyValuesStayNotKnown();
};

void SerialTest::contractors()
{
    QVERIFY(serial::contractorFromJson(stored(serial::toJson(contractor()))) == contractor());
}

void SerialTest::persons()
{
    QVERIFY(serial::personFromJson(stored(serial::toJson(person()))) == person());
}

void SerialTest::phones()
{
    QVERIFY(serial::phoneFromJson(stored(serial::toJson(phone()))) == phone());
}

void SerialTest::templates()
{
    QVERIFY(serial::templateFromJson(stored(serial::toJson(taskTemplate()))) == taskTemplate());
}

void SerialTest::templateFields()
{
    QVERIFY(serial::templateFieldFromJson(stored(serial::toJson(templateField()))) == templateField());
}

void SerialTest::equipmentAndModels()
{
    QVERIFY(serial::equipmentFromJson(stored(serial::toJson(equipment()))) == equipment());
    const EquipmentModel model = equipment().model.value;
    QVERIFY(serial::equipmentModelFromJson(stored(serial::toJson(model))) == model);
}

void SerialTest::contractorBodies()
{
    ContractorBody body = contractorBodyOf(contractor());
    body.persons
        = {{QStringLiteral("7"), QStringLiteral("Анна"), {QStringLiteral("1"), QStringLiteral("2")}}};
    body.phones = {QStringLiteral("3")};
    QVERIFY(serial::contractorBodyFromJson(stored(serial::toJson(body))) == body);
    QVERIFY(serial::personBodyFromJson(stored(serial::toJson(body.persons.first()))) == body.persons.first());
    SubdivisionBody subdivision = subdivisionBodyOf(contractor());
    subdivision.templateId = Known<QString>::fromHere(QStringLiteral("1"));
    subdivision.contacts = {{QStringLiteral("e"), QStringLiteral("Анна"), {QStringLiteral("1")}}};
    QVERIFY(serial::subdivisionBodyFromJson(stored(serial::toJson(subdivision))) == subdivision);
    for (const PhoneParent kind : {PhoneParent::Contractor, PhoneParent::Person}) {
        const PhoneBody phoneBody{large.id, kind, QStringLiteral("112")};
        QVERIFY(serial::phoneBodyFromJson(stored(serial::toJson(phoneBody))) == phoneBody);
    }
}

void SerialTest::templateBodies()
{
    const TemplateBody body = templateBodyOf(taskTemplate());
    QVERIFY(serial::templateBodyFromJson(stored(serial::toJson(body))) == body);
    const TemplateFieldBody field = templateFieldBodyOf(templateField());
    QVERIFY(serial::templateFieldBodyFromJson(stored(serial::toJson(field))) == field);
}

void SerialTest::equipmentBodies()
{
    const EquipmentBody body = equipmentBodyOf(equipment());
    QVERIFY(serial::equipmentBodyFromJson(stored(serial::toJson(body))) == body);
    const EquipmentModelBody model{
        QStringLiteral("150 SX"), Known<NamedRef>::fromHere(large), Known<NamedRef>::fromHere({})};
    QVERIFY(serial::equipmentModelBodyFromJson(stored(serial::toJson(model))) == model);
}

void SerialTest::taskFieldAdditions()
{
    TaskFieldAddition addition;
    addition.to = TaskFieldAddition::To::Report;
    addition.field = {large.id, QStringLiteral("Поле"), 1, FieldValue::text(QStringLiteral("x"))};
    addition.sectionFieldId = QStringLiteral("2420");
    addition.position = 0;
    QVERIFY(serial::taskFieldAdditionFromJson(stored(serial::toJson(addition))) == addition);
    QVERIFY(
        serial::taskFieldAdditionFromJson(stored(serial::toJson(TaskFieldAddition())))
        == TaskFieldAddition());
}

void SerialTest::emptyValuesStayNotKnown()
{
    QVERIFY(serial::contractorFromJson(stored(serial::toJson(Contractor()))) == Contractor());
    QVERIFY(serial::equipmentFromJson(stored(serial::toJson(Equipment()))) == Equipment());
    QVERIFY(serial::personFromJson({}) == Person());
    QVERIFY(serial::templateFromJson({}) == Template());
    QVERIFY(serial::equipmentBodyFromJson({}) == EquipmentBody());
    QVERIFY(serial::contractorBodyFromJson({}) == ContractorBody());
}

QTEST_GUILESS_MAIN(SerialTest)
#include "SerialTest.moc"
