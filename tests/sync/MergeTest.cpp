#include "Merge.h"
#include "core/BodyParts.h"
#include "core/Serial.h"

#include <QTest>

using namespace naryad;
using sync::merge;
using sync::Merged;

/// Two people, one object: field by field, and never somebody's work lost unseen.
class MergeTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void whatOthersChangedIsKept();
    void aCustomFieldOfOthersHasItsName();
    void bothTheSameIsNoConflict();
    void bothDifferentlyIsAConflict();
    void whatIsNotToldIsAsItWas();
    void anAddressIsMergedPartByPart();
    void customFieldsAreMergedOneByOne();
    void theFirstOfAListIsKept();
    void whatOthersTookAwayStaysAskedFor();
    void sendingIsNotUndone();
    void valuesOfAListField();
    void rowsOfATemplate();
    void namesBesideIdsDontCount();
    void keepMineAndKeepTheirs();
    void keepTheirsWithNothingLeft();
    void anUpdateIsKnownByWhatItChanged();

private:
    static TaskBody draft()
    {
        TaskBody body;
        body.number = QStringLiteral("17");
        body.taskTemplate = {QStringLiteral("7"), QStringLiteral("template")};
        body.plannedStart = QDateTime({2026, 11, 24}, {12, 0}, Qt::UTC);
        Address address;
        address.text = QStringLiteral("Lenina 1");
        address.floor = QStringLiteral("2");
        body.address = Known<Address>::fromService(address);
        body.details = {field("1", "a"), field("2", "b")};
        return body;
    }
    static FieldEntry field(const char *id, const char *value)
    {
        return {
            QString::fromLatin1(id), QStringLiteral("field ") + QString::fromLatin1(id), 1,
            FieldValue::text(QString::fromLatin1(value))};
    }
    static Merged merged(const TaskBody &base, const TaskBody &mine, const TaskBody &theirs)
    {
        return merge(serial::toJson(base), serial::toJson(mine), serial::toJson(theirs));
    }
    static TaskBody taskOf(const Merged &merged) { return serial::taskBodyFromJson(merged.body); }
};

void MergeTest::whatOthersChangedIsKept()
{
    TaskBody mine = draft();
    mine.number = QStringLiteral("18");
    TaskBody theirs = draft();
    theirs.plannedStart = theirs.plannedStart.addSecs(3600);
    theirs.contractor = Known<NamedRef>::fromService({QStringLiteral("12"), QStringLiteral("said there")});
    const Merged both = merged(draft(), mine, theirs);
    QVERIFY(both.conflicts.isEmpty());
    QCOMPARE(taskOf(both).number, mine.number);
    QCOMPARE(taskOf(both).plannedStart, theirs.plannedStart);
    QCOMPARE(taskOf(both).contractor.value, theirs.contractor.value);
    QCOMPARE(taskOf(both).details, draft().details);
    // Who only gets his own way is not told; the part nobody told of before is no change of others'.
    const QJsonObject before = serial::toJson(draft());
    const QJsonObject now = serial::toJson(theirs);
    const QString start = QStringLiteral("start");
    QCOMPARE(both.others, (QVector<FieldConflict>{{start, {}, before.value(start), {}, now.value(start)}}));
    QVERIFY(merged(draft(), mine, draft()).others.isEmpty());
}

void MergeTest::aCustomFieldOfOthersHasItsName()
{
    TaskBody theirs = draft();
    theirs.details = {field("1", "a")};
    theirs.details.append(field("3", "c"));
    const auto others = merged(draft(), draft(), theirs).others;
    QStringList names;
    for (const FieldConflict &one : others)
        names.append(one.name);
    QCOMPARE(names, (QStringList{QStringLiteral("field 2"), QStringLiteral("field 3")}));
}

void MergeTest::bothTheSameIsNoConflict()
{
    TaskBody mine = draft();
    mine.number = QStringLiteral("18");
    const Merged both = merged(draft(), mine, mine);
    QVERIFY(both.conflicts.isEmpty());
    QCOMPARE(taskOf(both).number, mine.number);
}

void MergeTest::bothDifferentlyIsAConflict()
{
    TaskBody mine = draft();
    mine.number = QStringLiteral("18");
    TaskBody theirs = draft();
    theirs.number = QStringLiteral("19");
    const Merged both = merged(draft(), mine, theirs);
    QCOMPARE(
        both.conflicts,
        (QVector<FieldConflict>{
            {QStringLiteral("number"),
             {},
             QStringLiteral("17"),
             QStringLiteral("18"),
             QStringLiteral("19")}}));
}

void MergeTest::whatIsNotToldIsAsItWas()
{
    TaskBody base = draft();
    base.worker = Known<NamedRef>::fromHere({QStringLiteral("3"), {}});
    TaskBody mine = base;
    mine.worker = Known<NamedRef>::fromHere({QStringLiteral("4"), {}});
    QJsonObject theirs = serial::toJson(draft()); // tells no worker
    theirs.remove(QStringLiteral("number"));
    theirs.remove(QStringLiteral("start"));
    const Merged both = merge(serial::toJson(base), serial::toJson(mine), theirs);
    QVERIFY(both.conflicts.isEmpty());
    QCOMPARE(taskOf(both), mine);
}

void MergeTest::anAddressIsMergedPartByPart()
{
    TaskBody mine = draft();
    mine.address.value.floor = QStringLiteral("3");
    TaskBody theirs = draft();
    theirs.address.value.text = QStringLiteral("Mira 5");
    // The service looked the place up.
    theirs.address.value.latitude = QStringLiteral("55.1");
    const Merged both = merged(draft(), mine, theirs);
    QVERIFY(both.conflicts.isEmpty());
    const Address address = taskOf(both).address.value;
    QCOMPARE(address.floor, QStringLiteral("3"));
    QCOMPARE(address.text, QStringLiteral("Mira 5"));
    QCOMPARE(address.latitude, QStringLiteral("55.1"));

    TaskBody known = draft();
    known.address = {};
    const Merged taken = merged(known, known, theirs);
    QCOMPARE(taskOf(taken).address.value.text, QStringLiteral("Mira 5"));
    QVERIFY(taskOf(taken).address.value.isKnown(AddressPart::Text));
}

void MergeTest::customFieldsAreMergedOneByOne()
{
    TaskBody mine = draft();
    mine.details = {field("1", "mine"), field("2", "b"), field("4", "new")};
    TaskBody theirs = draft();
    theirs.details = {field("1", "a"), field("2", "theirs"), field("3", "also new")};
    const Merged both = merged(draft(), mine, theirs);
    QVERIFY(both.conflicts.isEmpty());
    QMap<QString, QString> values;
    const TaskBody task = taskOf(both);
    for (const FieldEntry &entry : task.details)
        values.insert(entry.fieldId, entry.value.asText());
    QCOMPARE(
        values,
        (QMap<QString, QString>{
            {QStringLiteral("1"), QStringLiteral("mine")},
            {QStringLiteral("2"), QStringLiteral("theirs")},
            {QStringLiteral("3"), QStringLiteral("also new")},
            {QStringLiteral("4"), QStringLiteral("new")}}));
    theirs.details = {field("1", "theirs"), field("2", "b")};
    const Merged conflict = merged(draft(), mine, theirs);
    QCOMPARE(conflict.conflicts.size(), 1);
    QCOMPARE(conflict.conflicts.first().part, QStringLiteral("details.1"));
    QCOMPARE(conflict.conflicts.first().name, QStringLiteral("field 1"));
}

void MergeTest::theFirstOfAListIsKept()
{
    TaskBody empty = draft();
    empty.details.clear();
    const Merged both = merged(empty, draft(), empty);
    QVERIFY(both.conflicts.isEmpty());
    QCOMPARE(taskOf(both).details, draft().details);
    EquipmentBody before;
    before.serialNumber = QStringLiteral("1");
    before.values = Known<QVector<EquipmentValue>>::fromService({});
    EquipmentBody mine = before;
    mine.values.value.append({QStringLiteral("9"), {}, 1, FieldValue::text(QStringLiteral("a"))});
    const Merged piece = merge(serial::toJson(before), serial::toJson(mine), serial::toJson(before));
    QCOMPARE(serial::equipmentBodyFromJson(piece.body).values.value, mine.values.value);
    // And one that others have emptied is emptied where nothing was changed here.
    QVERIFY(taskOf(merged(draft(), draft(), empty)).details.isEmpty());
}

/// Also when the journal has been read again since.
void MergeTest::whatOthersTookAwayStaysAskedFor()
{
    TaskBody base = draft();
    base.details = {field("1", "a")};
    TaskBody mine = base;
    mine.details = {field("1", "mine")};
    TaskBody theirs = base;
    theirs.details.clear();
    const UpdateTask update{{QStringLiteral("5"), {}}, mine, base};
    Merged both = merged(base, mine, theirs);
    QCOMPARE(both.conflicts.size(), 1);
    for (const QJsonValue &gone : {QJsonValue(QJsonValue::Undefined), QJsonValue()}) {
        both.conflicts.first().theirs = gone;
        const auto again = sync::decided(update, both.conflicts, Decision::KeepMine);
        QVERIFY(again);
        const Merged sent = merge(sync::baseOf(*again), sync::bodyOf(*again), serial::toJson(theirs));
        QVERIFY(sent.conflicts.isEmpty());
        QCOMPARE(taskOf(sent).details, mine.details);
    }
}

void MergeTest::sendingIsNotUndone()
{
    TaskBody mine = draft();
    mine.draft = false;
    const Merged both = merged(draft(), mine, draft());
    QVERIFY(!taskOf(both).draft);
    QVERIFY(both.conflicts.isEmpty());
}

void MergeTest::valuesOfAListField()
{
    TemplateFieldBody base;
    base.name = QStringLiteral("field");
    base.typeId = 5;
    base.values = {{QStringLiteral("1"), QStringLiteral("yes")}, {QStringLiteral("2"), QStringLiteral("no")}};
    TemplateFieldBody mine = base;
    mine.values.append({{}, QStringLiteral("perhaps")});
    TemplateFieldBody theirs = base;
    theirs.name = QStringLiteral("renamed");
    const Merged both = merge(serial::toJson(base), serial::toJson(mine), serial::toJson(theirs));
    QVERIFY(both.conflicts.isEmpty());
    const TemplateFieldBody field = serial::templateFieldBodyFromJson(both.body);
    QCOMPARE(field.values, mine.values);
    QCOMPARE(field.name, theirs.name);
    // As the service tells it afterwards: with an id of its own.
    TemplateFieldBody after = mine;
    after.values.last().id = QStringLiteral("3");
    QCOMPARE(
        sync::isApplied(serial::toJson(base), serial::toJson(mine), serial::toJson(after)),
        std::optional(true));
    QCOMPARE(
        sync::isApplied(serial::toJson(base), serial::toJson(mine), serial::toJson(base)),
        std::optional(false));
}

void MergeTest::rowsOfATemplate()
{
    TemplateBody base;
    base.name = QStringLiteral("template");
    TemplateRow row;
    row.rowId = QStringLiteral("11");
    row.fieldId = QStringLiteral("1");
    base.details = {row};
    TemplateBody mine = base;
    row.rowId.clear();
    row.fieldId = QStringLiteral("2");
    row.required = true;
    mine.report = {row};
    TemplateBody theirs = base;
    theirs.details[0].rowId = QStringLiteral("12"); // the same row
    theirs.colour = QStringLiteral("#112233");
    const Merged both = merge(serial::toJson(base), serial::toJson(mine), serial::toJson(theirs));
    QVERIFY(both.conflicts.isEmpty());
    const TemplateBody made = serial::templateBodyFromJson(both.body);
    QCOMPARE(made.report, mine.report);
    QCOMPARE(made.colour, theirs.colour);
    QCOMPARE(made.details.size(), 1);
    theirs.report = base.details;
    QCOMPARE(merge(serial::toJson(base), serial::toJson(mine), serial::toJson(theirs)).conflicts.size(), 1);
}

void MergeTest::namesBesideIdsDontCount()
{
    EquipmentBody base;
    base.serialNumber = QStringLiteral("s");
    base.model = Known<NamedRef>::fromHere({QStringLiteral("5"), QStringLiteral("old name")});
    EquipmentBody theirs = base;
    theirs.model = Known<NamedRef>::fromService({QStringLiteral("5"), QStringLiteral("new name")});
    EquipmentBody mine = base;
    mine.model.value = {QStringLiteral("6"), {}};
    const Merged both = merge(serial::toJson(base), serial::toJson(mine), serial::toJson(theirs));
    QVERIFY(both.conflicts.isEmpty());
    QCOMPARE(serial::equipmentBodyFromJson(both.body).model.value.id, QStringLiteral("6"));
}

void MergeTest::keepMineAndKeepTheirs()
{
    TaskBody mine = draft();
    mine.number = QStringLiteral("18");
    mine.address.value.floor = QStringLiteral("9");
    TaskBody theirs = draft();
    theirs.number = QStringLiteral("19");
    const UpdateTask update{{QStringLiteral("5"), {}}, mine, draft()};
    const auto conflicts = merged(draft(), mine, theirs).conflicts;

    const auto kept = sync::decided(update, conflicts, Decision::KeepMine);
    QVERIFY(kept);
    Merged again = merge(sync::baseOf(*kept), sync::bodyOf(*kept), serial::toJson(theirs));
    QVERIFY(again.conflicts.isEmpty());
    QCOMPARE(taskOf(again).number, QStringLiteral("18"));

    const auto left = sync::decided(update, conflicts, Decision::KeepTheirs);
    QVERIFY(left);
    again = merge(sync::baseOf(*left), sync::bodyOf(*left), serial::toJson(theirs));
    QVERIFY(again.conflicts.isEmpty());
    QCOMPARE(taskOf(again).number, QStringLiteral("19"));
    QCOMPARE(taskOf(again).address.value.floor, QStringLiteral("9"));
    // They may change it once more.
    theirs.number = QStringLiteral("20");
    QCOMPARE(merge(sync::baseOf(*kept), sync::bodyOf(*kept), serial::toJson(theirs)).conflicts.size(), 1);
}

void MergeTest::keepTheirsWithNothingLeft()
{
    TaskBody mine = draft();
    mine.number = QStringLiteral("18");
    TaskBody theirs = draft();
    theirs.number = QStringLiteral("19");
    const UpdateTask update{{QStringLiteral("5"), {}}, mine, draft()};
    QVERIFY(!sync::decided(update, merged(draft(), mine, theirs).conflicts, Decision::KeepTheirs));
}

void MergeTest::anUpdateIsKnownByWhatItChanged()
{
    TaskBody sent = draft();
    sent.number = QStringLiteral("18");
    TaskBody now = sent;
    now.plannedStart = now.plannedStart.addSecs(60); // somebody else's
    const auto json = [](const TaskBody &body) { return serial::toJson(body); };
    QCOMPARE(sync::isApplied(json(draft()), json(sent), json(now)), std::optional(true));
    now.number = QStringLiteral("17");
    QCOMPARE(sync::isApplied(json(draft()), json(sent), json(now)), std::optional(false));
    QCOMPARE(sync::isApplied(json(draft()), json(draft()), json(now)), std::nullopt);
    // What the service does not tell proves nothing.
    TaskBody worker = draft();
    worker.worker = Known<NamedRef>::fromHere({QStringLiteral("3"), {}});
    QCOMPARE(sync::isApplied(json(draft()), json(worker), json(draft())), std::nullopt);
}

QTEST_GUILESS_MAIN(MergeTest)
#include "MergeTest.moc"
