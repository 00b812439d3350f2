#include "models/StockListModel.h"
#include "models/TemplateTableModel.h"
#include "models/TemplateWords.h"
#include "models/ValueListModel.h"
#include "models/Words.h"

#include <QAbstractItemModelTester>
#include <QFont>
#include <QMimeData>
#include <QSignalSpy>
#include <QTest>

#include <memory>

using namespace naryad;
using namespace naryad::models;
using namespace Qt::StringLiterals;

namespace {

TemplateStock smallStock()
{
    TemplateStock stock;
    for (const auto &[id, name, colour] :
         {std::tuple(u"1"_s, u"Repair"_s, u"#3377bb"_s), std::tuple(u"2"_s, u"Installation"_s, QString()),
          std::tuple(u"3"_s, u"Ремонт котла"_s, u"#ffffff"_s)}) {
        Stocked<Template> one;
        one.value.id = id;
        one.value.name = name;
        one.value.colour = colour;
        one.loaded = true;
        stock.templates.append(one);
    }
    TemplateRow row;
    row.fieldId = u"10"_s;
    row.name = u"old name"_s;
    row.typeId = 2;
    stock.templates[0].value.details = {row};
    stock.templates[1].value.report = {row};
    Stocked<TemplateField> field;
    field.value.id = u"10"_s;
    field.value.name = u"Sum"_s;
    field.value.typeId = 2;
    field.pending = PendingState::Waiting;
    Stocked<TemplateField> odd = field;
    odd.value.id = u"11"_s;
    odd.value.name = u"Odd"_s;
    odd.value.typeId = 42;
    odd.pending = PendingState::None;
    stock.fields = {field, odd};
    return stock;
}

QStringList shown(const QAbstractItemModel &model)
{
    QStringList texts;
    for (int row = 0; row < model.rowCount(); ++row)
        texts.append(model.index(row, 0).data().toString());
    return texts;
}

TemplateRow rowOf(const QString &field, int type = 1)
{
    TemplateRow row;
    row.fieldId = field;
    row.name = field;
    row.typeId = type;
    return row;
}

QString fieldsOf(const TemplateTableModel &model)
{
    QStringList ids;
    for (const TemplateRow &row : model.rows())
        ids.append(row.fieldId);
    return ids.join(u' ');
}

} // namespace

/// The models of the template workbench.
class TemplateModelsTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void theListsTellWhatIsKnown()
    {
        StockListModel model;
        QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        model.setRows(templateRows(smallStock(), {u"2"_s}, {{u"key"_s, u"Mine"_s}}));
        QCOMPARE(shown(model).first(), u"Mine · not saved"_s);
        QVERIFY(shown(model).contains(u"Installation · not saved"_s));
        QCOMPARE(model.indexOf(u"1"_s).data(StockListModel::ColourRole).toString(), u"#3377bb"_s);
        StockListModel fields;
        fields.setRows(fieldRows(smallStock(), {}, {}));
        QCOMPARE(fields.rowCount(), 2);
        QCOMPARE(shown(fields).first(), u"Sum · number (2) · "_s + words(PendingState::Waiting));
        QCOMPARE(shown(fields).last(), u"Odd · #42 (0)"_s);
        const QString read = fields.index(0).data(Qt::AccessibleTextRole).toString();
        QVERIFY2(read.contains(u"number, used in 2"_s), qPrintable(read));
    }
    void theFilterPutsTheBestFirst()
    {
        StockListModel model;
        QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        model.setRows(templateRows(smallStock(), {}, {}));
        model.setFilter(u"рем"_s);
        QCOMPARE(shown(model), QStringList{u"Ремонт котла"_s});
        model.setFilter(u"htv"_s); // the same keys in the other layout
        QCOMPARE(shown(model), QStringList{u"Ремонт котла"_s});
        model.setFilter(u"in"_s);
        QCOMPARE(shown(model), QStringList{u"Installation"_s});
        model.setFilter(u"ir"_s);
        QCOMPARE(shown(model), QStringList{u"Repair"_s});
        model.setFilter({});
        QCOMPARE(model.rowCount(), 3);
        QCOMPARE(model.total(), 3);
    }
    void rowsThatStayKeepTheirIndexes()
    {
        StockListModel model;
        TemplateStock stock = smallStock();
        model.setRows(templateRows(stock, {}, {}));
        const QPersistentModelIndex second = model.index(1);
        QSignalSpy reset(&model, &StockListModel::modelReset);
        QSignalSpy changed(&model, &StockListModel::dataChanged);
        stock.templates[1].value.name = u"Other"_s;
        model.setRows(templateRows(stock, {}, {}));
        QCOMPARE(reset.size(), 0);
        QCOMPARE(changed.size(), 1);
        QVERIFY(second.isValid());
        QCOMPARE(second.data().toString(), u"Other"_s);
        stock.templates.removeFirst();
        model.setRows(templateRows(stock, {}, {}));
        QCOMPARE(reset.size(), 1);
    }
    void theTableIsOrderedAndTicked()
    {
        TemplateTableModel model;
        QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        model.setRows({rowOf(u"a"_s), rowOf(u"b"_s, 4), rowOf(u"c"_s)});
        QSignalSpy edited(&model, &TemplateTableModel::edited);
        model.move(0, 2);
        QCOMPARE(fieldsOf(model), u"b c a"_s);
        model.move(2, 0);
        QCOMPARE(fieldsOf(model), u"a b c"_s);
        model.move(0, 3);
        model.insertRow(rowOf(u"d"_s), 1);
        QCOMPARE(fieldsOf(model), u"a d b c"_s);
        model.remove({3, 1});
        QCOMPARE(fieldsOf(model), u"a b"_s);
        QCOMPARE(edited.size(), 4);
        const QModelIndex visible = model.index(0, TemplateTableModel::Visible);
        QCOMPARE(visible.data(Qt::CheckStateRole).toInt(), int(Qt::Unchecked));
        QVERIFY(model.setData(visible, Qt::Checked, Qt::CheckStateRole));
        QCOMPARE(model.rows().first().visibleToMobile, std::optional(true));
        QVERIFY(!model.rows().first().required.has_value());
        QVERIFY(!model.setData(model.index(0, 0), Qt::Checked, Qt::CheckStateRole));
        QVERIFY(model.index(1, 0).data(Qt::FontRole).value<QFont>().bold());
    }
    void theTableTakesADrop()
    {
        TemplateTableModel model;
        TemplateTableModel other;
        model.setRows({rowOf(u"a"_s), rowOf(u"b"_s), rowOf(u"c"_s)});
        const auto drop = [&](int from, int before) {
            const std::unique_ptr<QMimeData> data(model.mimeData({model.index(from, 0)}));
            QVERIFY(!other.dropMimeData(data.get(), Qt::MoveAction, 0, 0, {}));
            model.dropMimeData(data.get(), Qt::MoveAction, before, 0, {});
        };
        drop(0, 3);
        QCOMPARE(fieldsOf(model), u"b c a"_s);
        drop(2, 0);
        QCOMPARE(fieldsOf(model), u"a b c"_s);
        drop(0, 1); // where it stands
        QCOMPARE(fieldsOf(model), u"a b c"_s);
    }
    void theTableShowsTheFieldsOfNow()
    {
        TemplateTableModel model;
        TemplateRow inner = rowOf(u"10"_s, 2);
        inner.parent = u"s"_s;
        TemplateRow section = rowOf(u"s"_s, 4);
        section.name = u"Access"_s;
        model.setRows({section, inner, rowOf(u"11"_s, 42)});
        model.setStock(smallStock());
        QCOMPARE(model.index(1, 0).data().toString().trimmed(), u"Sum"_s);
        QVERIFY(model.index(1, 0).data().toString().startsWith(u' '));
        QVERIFY(model.index(1, 0).data(Qt::ToolTipRole).toString().contains(u"Access"_s));
        QCOMPARE(model.index(2, TemplateTableModel::Type).data().toString(), u"#42"_s);
        QCOMPARE(model.rows().at(1).name, u"10"_s);
    }
    void valuesKeepTheirIds()
    {
        ValueListModel model;
        QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        const QVector<ListOption> before{{u"1"_s, u"one"_s}, {u"2"_s, u"two"_s}, {u"9"_s, u"gone"_s, true}};
        model.setValues(before, before);
        QCOMPARE(shown(model), (QStringList{u"one"_s, u"two"_s, QString()}));
        QVERIFY(model.setData(model.index(0), u"ONE"_s));
        QVERIFY(!model.setData(model.index(0), u"  "_s));
        QVERIFY(model.setData(model.index(2), u"three"_s));
        QCOMPARE(model.rowCount(), 4);
        model.move(2, 0);
        model.toggleRemoved(2);
        QVERIFY(model.index(2).data(Qt::FontRole).value<QFont>().strikeOut());
        const QVector<ListOption> expected{
            {{}, u"three"_s}, {u"1"_s, u"ONE"_s}, {u"2"_s, u"two"_s, true}, {u"9"_s, u"gone"_s, true}};
        QCOMPARE(model.values(), expected);
        model.toggleRemoved(2); // brought back
        QVERIFY(!model.values().at(2).deleted);
        model.toggleRemoved(0); // never said: nothing is left of it
        QCOMPARE(model.values().size(), 3);
        QCOMPARE(model.paste(u"a\r\n\n  b  \nc"_s, 1), 3);
        QCOMPARE(shown(model), (QStringList{u"ONE"_s, u"a"_s, u"b"_s, u"c"_s, u"two"_s, QString()}));
        QCOMPARE(model.paste(u" \n"_s, 0), 0);
    }
    void changesInWords()
    {
        TemplateBody before{u"A"_s, u"#ffffff"_s, {u"2"_s, {}}, 3600, {rowOf(u"a"_s), rowOf(u"b"_s)}, {}};
        TemplateBody after = before;
        after.name = u"B"_s;
        after.visitDay = {u"5"_s, {}};
        after.visitDurationSeconds = 5400;
        after.details = {rowOf(u"b"_s), rowOf(u"c"_s)};
        TemplateStock stock;
        stock.visitDays = {{u"2"_s, u"Today"_s}};
        const QStringList lines = changeLines(differenceOf(before, after), stock);
        QCOMPARE(
            lines,
            (QStringList{
                u"Name: “A” → “B”"_s, u"Visit day: 2 Today → #5"_s, u"Visit duration: 1:00 → 1:30"_s,
                u"Details fields: “a” removed"_s, u"Details fields: “c” added"_s}));
        QVERIFY(changeSummary({}).isEmpty());
        QVERIFY(!changeSummary(differenceOf(before, after)).isEmpty());
        QCOMPARE(fieldTypeText(9, {{u"9"_s, u"date"_s}}), u"date"_s);
        QCOMPARE(fieldTypeChoices({{u"9"_s, u"date"_s}}).size(), 8);
    }
};

QTEST_MAIN(TemplateModelsTest)
#include "TemplateModelsTest.moc"
