#include "core/CommandKinds.h"
#include "core/Duration.h"
#include "core/TemplateDifference.h"
#include "core/TemplateFile.h"
#include "core/TemplateStock.h"

#include <QTest>

using namespace naryad;
using namespace Qt::StringLiterals;

namespace {

using Part = TemplateChange::Part;
using What = TemplateChange::What;

TemplateRow row(const QString &field, std::optional<bool> visible = {}, std::optional<bool> required = {})
{
    TemplateRow made;
    made.fieldId = field;
    made.name = u"field "_s + field;
    made.typeId = 1;
    made.visibleToMobile = visible;
    made.required = required;
    return made;
}

/// "a b c": rows of these fields.
QVector<TemplateRow> rows(const QString &fields)
{
    QVector<TemplateRow> made;
    const QStringList ids = fields.split(u' ', Qt::SkipEmptyParts);
    for (const QString &id : ids)
        made.append(row(id));
    return made;
}

/// "+x", "-y", "~z": added, removed, moved; in the order told.
QString marks(const QVector<TemplateChange> &changes)
{
    QStringList words;
    for (const TemplateChange &change : changes) {
        const QString mark = change.what == What::Added ? u"+"_s
            : change.what == What::Removed              ? u"-"_s
            : change.what == What::Moved                ? u"~"_s
                                                        : u"="_s;
        words.append(mark + change.id);
    }
    return words.join(u' ');
}

TemplateField definition(const QString &id, const QString &name, int type, const QStringList &values = {})
{
    TemplateField field;
    field.id = id;
    field.name = name;
    field.typeId = type;
    for (const QString &value : values)
        field.values.append({id + u'-' + value, value});
    return field;
}

std::function<QString()> tokens()
{
    return [n = 0]() mutable { return u"t%1"_s.arg(++n); };
}

} // namespace

class TemplatesTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void rowsThatDiffer_data()
    {
        QTest::addColumn<QString>("before");
        QTest::addColumn<QString>("after");
        QTest::addColumn<QString>("changes");
        QTest::newRow("same") << u"a b c"_s << u"a b c"_s << QString();
        QTest::newRow("added at the end") << u"a b"_s << u"a b c"_s << u"+c"_s;
        QTest::newRow("added in front moves nothing") << u"a b"_s << u"c a b"_s << u"+c"_s;
        QTest::newRow("removed moves nothing") << u"a b c"_s << u"b c"_s << u"-a"_s;
        QTest::newRow("the last to the front") << u"a b c d"_s << u"d a b c"_s << u"~d"_s;
        QTest::newRow("the first to the end") << u"a b c d"_s << u"b c d a"_s << u"~a"_s;
        QTest::newRow("all at once") << u"a b c d"_s << u"d e b a"_s << u"-c ~d +e ~b"_s;
        QTest::newRow("twice the same field") << u"a a"_s << u"a"_s << u"-a"_s;
        QTest::newRow("from nothing") << QString() << u"a b"_s << u"+a +b"_s;
    }
    void rowsThatDiffer()
    {
        QFETCH(QString, before);
        QFETCH(QString, after);
        TemplateBody one;
        one.details = rows(before);
        TemplateBody other;
        other.details = rows(after);
        QTEST(marks(differenceOf(one, other)), "changes");
        TemplateBody asReport;
        asReport.report = other.details;
        for (const TemplateChange &change : differenceOf({}, asReport))
            QCOMPARE(change.part, Part::Report);
    }
    void partsThatDiffer()
    {
        TemplateBody before{u"A"_s, u"#ffffff"_s,        {u"2"_s, u"Today"_s},
                            3600,   {row(u"a"_s, true)}, {row(u"b"_s)}};
        TemplateBody after = before;
        after.visitDay.name = u"other words"_s;
        after.details[0].rowId = u"77"_s;
        after.report[0].required = false; // as good as not told
        QVERIFY(differenceOf(before, after).isEmpty());
        after = {u"B"_s, u"#000000"_s, {u"3"_s, {}}, 7200, {row(u"a"_s, false)}, {row(u"b"_s, {}, true)}};
        const QVector<TemplateChange> changes = differenceOf(before, after);
        QCOMPARE(changes.size(), 6);
        QCOMPARE(changes.at(0), (TemplateChange{Part::Name, What::Changed, {}, {}, u"A"_s, u"B"_s}));
        QCOMPARE(changes.at(2), (TemplateChange{Part::VisitDay, What::Changed, {}, {}, u"2"_s, u"3"_s}));
        QCOMPARE(changes.at(3).after, u"7200"_s);
        QCOMPARE(changes.at(4).what, What::Hidden);
        QCOMPARE(changes.at(5).what, What::Required);
    }
    void valuesThatDiffer()
    {
        const TemplateFieldBody before{
            u"F"_s,
            5,
            {},
            {{u"1"_s, u"one"_s}, {u"2"_s, u"two"_s}, {u"3"_s, u"three"_s}, {u"9"_s, u"old"_s, true}}};
        TemplateFieldBody after = before;
        QVERIFY(differenceOf(before, after).isEmpty());
        after.values.move(3, 0); // removed before: where it stands is nothing to anybody
        QVERIFY(differenceOf(before, after).isEmpty());
        after = before;
        after.values[0].deleted = true;
        after.values[1].name = u"TWO"_s;
        after.values.insert(1, {{}, u"new"_s});
        const auto changes = differenceOf(before, after);
        QCOMPARE(marks(changes), u"-1 + =2"_s);
        QCOMPARE(changes.at(2).before, u"two"_s);
        after = before;
        after.values.move(2, 0);
        QCOMPARE(marks(differenceOf(before, after)), u"~3"_s);
        after.values[3].deleted = false;
        QCOMPARE(marks(differenceOf(before, after)), u"~3 +9"_s);
        // Said, and not read again yet: its ids are not known, and it is what it is.
        after = before;
        after.values.append({{}, u"new"_s});
        QVERIFY(differenceOf(after, after).isEmpty());
        after = before;
        after.typeId = 1;
        after.values.clear();
        QCOMPARE(differenceOf(before, after).first().part, Part::Type);
    }
    void durations_data()
    {
        QTest::addColumn<QString>("typed");
        QTest::addColumn<int>("seconds");
        QTest::newRow("h:mm") << u"2:30"_s << 9000;
        QTest::newRow("hours") << u"2"_s << 7200;
        QTest::newRow("a part of an hour") << u"1,5"_s << 5400;
        QTest::newRow("a point") << u"0.25"_s << 900;
        QTest::newRow("minutes") << u":45"_s << 2700;
        QTest::newRow("none") << u"0:00"_s << 0;
        QTest::newRow("long") << u"120:05"_s << 432300;
        QTest::newRow("minutes beyond the hour") << u"1:75"_s << -1;
        QTest::newRow("words") << u"two"_s << -1;
        QTest::newRow("negative") << u"-1"_s << -1;
        QTest::newRow("empty") << QString() << -1;
    }
    void durations()
    {
        QFETCH(QString, typed);
        QFETCH(int, seconds);
        QCOMPARE(durationSeconds(typed).value_or(-1), seconds);
        if (seconds >= 0)
            QCOMPARE(durationSeconds(durationText(seconds)).value_or(-1), seconds);
    }
    void aFileComesBackAsItWent()
    {
        const QVector<TemplateField> fields{
            definition(u"1"_s, u"Sum"_s, 2), definition(u"2"_s, u"Pay"_s, 5, {u"cash"_s, u"card"_s}),
            definition(u"3"_s, u"Odd"_s, 42)};
        TemplateBody body{u"Repair"_s, u"#3377bb"_s, {u"2"_s, u"Today"_s}, 5400, {}, {}};
        body.details = {row(u"1"_s, true), row(u"2"_s, false)};
        body.report = {row(u"3"_s, {}, true)};
        const TemplateFile file = fileOf(body, fields);
        QCOMPARE(file.details.at(1), (FiledRow{u"Pay"_s, 5, {u"cash"_s, u"card"_s}, false, {}}));
        const auto read = templateFileFromText(toText(file));
        QVERIFY(read);
        QCOMPARE(*read, file);
        // Into the same account: the very same template, and nothing is made.
        const ImportedTemplate same = importedOf(*read, fields, {}, tokens());
        QVERIFY(same.made.isEmpty());
        QVERIFY(differenceOf(body, same.body).isEmpty());
    }
    void badFiles_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QString>("place");
        QTest::newRow("no JSON") << QByteArray("<html>") << u"JSON:1"_s;
        QTest::newRow("another file") << QByteArray("{}") << u"naryad"_s;
        QTest::newRow("a later version")
            << QByteArray(R"({"naryad":"template","version":2})") << u"version"_s;
        QTest::newRow("no name") << QByteArray(R"({"naryad":"template","version":1})") << u"name"_s;
        QTest::newRow("no colour") << QByteArray(
            R"({"naryad":"template","version":1,"name":"A","colour":"red"})")
                                   << u"colour"_s;
        QTest::newRow("no rows") << QByteArray(R"({"naryad":"template","version":1,"name":"A"})")
                                 << u"details"_s;
        QTest::newRow("a row without a type") << QByteArray(
            R"({"naryad":"template","version":1,"name":"A","details":[{"name":"x"}],"report":[]})")
                                              << u"details[0].type"_s;
    }
    void badFiles()
    {
        QFETCH(QByteArray, text);
        const auto read = templateFileFromText(text);
        QVERIFY(!read);
        QCOMPARE(read.error().kind, ErrorKind::BadInput);
        QTEST(read.error().place, "place");
    }
    void importFindsFieldsByNameAndType()
    {
        TemplateFile file{u"T"_s, {}, {u"7"_s, u"Tomorrow"_s}, {}, {}, {}};
        file.details
            = {{u"sum"_s, 2}, // another case
               {u"Sum"_s, 1}, // another type: not that one
               {u"Pay"_s, 5, {u"cash"_s, u"card"_s}},
               {u"New"_s, 5, {u"a"_s, u"b"_s}}};
        file.report = {{u"New"_s, 5, {u"a"_s, u"b"_s}}, {u"Sum"_s, 2}};
        const QVector<TemplateField> known{
            definition(u"10"_s, u"Sum"_s, 2), definition(u"11"_s, u"Pay"_s, 5, {u"cash"_s}),
            definition(u"12"_s, u"Pay"_s, 5, {u"cash"_s, u"card"_s, u"bill"_s})};
        const auto imported = importedOf(file, known, {{u"3"_s, u"tomorrow"_s}}, tokens());
        QCOMPARE(imported.body.visitDay, (NamedRef{u"3"_s, u"tomorrow"_s}));
        const auto &details = imported.body.details;
        QCOMPARE(details.at(0).fieldId, u"10"_s);
        QCOMPARE(details.at(1).fieldId, localId(u"t1"_s));
        QCOMPARE(details.at(2).fieldId, u"12"_s);
        QCOMPARE(details.at(3).fieldId, localId(u"t2"_s));
        // One field, made once, though both lists have it.
        QCOMPARE(imported.body.report.at(0).fieldId, localId(u"t2"_s));
        QCOMPARE(imported.body.report.at(1).fieldId, u"10"_s);
        QCOMPARE(imported.made.size(), 2);
        QCOMPARE(imported.made.at(1).body.values.size(), 2);
        QCOMPARE(imported.made.at(1).body.values.at(0), (ListOption{{}, u"a"_s}));
        QVERIFY(imported.lacking.isEmpty());
        const auto poor = importedOf(file, {known.at(1)}, {}, tokens());
        QCOMPARE(poor.body.visitDay.id, u"7"_s);
        QCOMPARE(poor.lacking, (QVector<QPair<QString, QStringList>>{{u"Pay"_s, {u"card"_s}}}));
    }
    void theSameFieldTwiceInAListIsTwoFields()
    {
        TemplateFile file;
        file.name = u"T"_s;
        file.details = {{u"Note"_s, 1}, {u"Note"_s, 1}};
        const auto imported = importedOf(file, {definition(u"10"_s, u"Note"_s, 1)}, {}, tokens());
        QCOMPARE(imported.body.details.at(0).fieldId, u"10"_s);
        QCOMPARE(imported.body.details.at(1).fieldId, localId(u"t1"_s));
    }
    void usesAndLearnedNames()
    {
        TemplateStock stock;
        Stocked<Template> one;
        one.value.id = u"1"_s;
        one.value.name = u"A"_s;
        one.value.details = rows(u"x y"_s);
        one.value.report = rows(u"x"_s);
        stock.templates = {one};
        QCOMPARE(stock.useCounts().value(u"x"_s), 1);
        QCOMPARE(stock.usesOf(u"y"_s), (QVector<NamedRef>{{u"1"_s, u"A"_s}}));
        QVERIFY(stock.usesOf(u"z"_s).isEmpty());
        QVector<NamedRef> names{{u"5"_s, {}}};
        learn(names, {u"5"_s, u"Friday"_s});
        learn(names, {u"5"_s, u"other"_s});
        learn(names, {});
        QCOMPARE(names, (QVector<NamedRef>{{u"5"_s, u"Friday"_s}}));
    }
};

QTEST_APPLESS_MAIN(TemplatesTest)
#include "TemplatesTest.moc"
