#include "Controls.h"
#include "EditorFixture.h"
#include "models/Words.h"
#include "tasks/TaskEditor.h"

#include <QAbstractButton>
#include <QCheckBox>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QTest>

using namespace naryad;
using namespace Qt::StringLiterals;
using test::named;
using ui::TaskEditor;

namespace {

TemplateRow row(const QString &field, const QString &name, int type, const QString &parent = {})
{
    TemplateRow made;
    made.rowId = u"r"_s + field;
    made.fieldId = field;
    made.name = name;
    made.typeId = type;
    made.parent = parent;
    return made;
}

} // namespace

/// How the fields of a template are shown, each as its type says, and that a value nobody touches goes back
/// as it came, in whichever shape that was.
class EditorFieldsTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void cleanup() { m_editor.reset(); }
    void rowsStandUnderTheirSection();
    void sectionsWithinEachOtherLoseNothing();
    void requiredOnesAreMarked();
    void whatCantBeTypedIsShown();
    void theReportStandsApart();
    void everyShapeGoesBackUntouched_data();
    void everyShapeGoesBackUntouched();
    void twoHundredFieldsOpenWhole();
    void aTextGoesIntoTheFirstTextField();

private:
    void keep(const Template &taskTemplate);
    void open(const QVector<FieldRow> &details, const QVector<FieldRow> &report = {});
    /// The texts of the labels, from top to bottom as they are shown.
    QStringList labels() const;

    std::unique_ptr<test::EditorFixture> m_desk;
    std::unique_ptr<TaskEditor> m_editor;
};

void EditorFieldsTest::init()
{
    m_desk = std::make_unique<test::EditorFixture>();
    QVERIFY(m_desk->open());
    m_editor = std::make_unique<TaskEditor>(m_desk->desk());
}

void EditorFieldsTest::keep(const Template &taskTemplate)
{
    QVERIFY(m_desk->mirror->applyTemplateList({{taskTemplate.id, taskTemplate.name}}, true));
    QVERIFY(m_desk->mirror->applyTemplates({{taskTemplate, {}}}));
    TemplateField list;
    list.id = u"64"_s;
    list.typeId = 5;
    list.values = {{u"1"_s, u"нал"_s, false}, {u"2"_s, u"карта"_s, false}};
    QVERIFY(m_desk->mirror->applyTemplateFields({{list, {}}}));
}

void EditorFieldsTest::open(const QVector<FieldRow> &details, const QVector<FieldRow> &report)
{
    TaskCard card = test::EditorFixture::draft();
    card.task.taskTemplate = {u"7"_s, u"Монтаж"_s};
    card.task.details = details;
    card.task.report = report;
    m_editor->edit(card);
    m_editor->show();
    QVERIFY(QTest::qWaitForWindowExposed(m_editor.get()));
    QTRY_VERIFY(m_editor->findChild<QLabel *>(u"detailsHeading"_s)->isVisible());
    QTRY_VERIFY(!labels().isEmpty());
    QTRY_VERIFY(test::hasRoom(m_editor->findChild<QLabel *>(u"detailsHeading"_s)));
}

QStringList EditorFieldsTest::labels() const
{
    QVector<std::pair<int, QString>> placed;
    const auto *fields = m_editor->findChild<QWidget *>(u"fields"_s);
    const auto all = fields->findChildren<QLabel *>();
    for (const QLabel *label : all) {
        if (label->isVisible())
            placed.append({label->mapTo(fields, QPoint()).y(), label->text()});
    }
    std::stable_sort(placed.begin(), placed.end());
    QStringList texts;
    for (const auto &[y, text] : placed)
        texts.append(text);
    return texts;
}

void EditorFieldsTest::rowsStandUnderTheirSection()
{
    Template made;
    made.id = u"7"_s;
    made.name = u"Монтаж"_s;
    // A parent names a row, or a field; one stands before its section, one has a parent that is none.
    made.details = {row(u"1"_s, u"Ранний"_s, 1, u"r10"_s),    row(u"10"_s, u"Объект"_s, 4),
                    row(u"2"_s, u"По строке"_s, 1, u"r10"_s), row(u"3"_s, u"Отдельно"_s, 1, u"0"_s),
                    row(u"11"_s, u"Внутри"_s, 4, u"10"_s),    row(u"4"_s, u"По полю"_s, 2, u"11"_s)};
    keep(made);
    open({});
    QCOMPARE(
        labels(),
        QStringList({u"Объект"_s, u"Ранний"_s, u"По строке"_s, u"Внутри"_s, u"По полю"_s, u"Отдельно"_s}));
    const auto all = m_editor->findChildren<QLabel *>();
    const auto indent = [&all](const QString &text) {
        const auto found = std::find_if(
            all.begin(), all.end(), [&text](const QLabel *one) { return one->text() == text; });
        return (*found)->contentsMargins().left();
    };
    QCOMPARE(indent(u"Отдельно"_s), 0);
    QVERIFY(indent(u"По строке"_s) > 0);
    QVERIFY(indent(u"По полю"_s) > indent(u"По строке"_s));
    // A screen reader is told the section too.
    QCOMPARE(
        named<QLineEdit>(m_editor.get(), u"По полю"_s)->accessibleDescription(),
        u"Объект / Внутри / По полю"_s);
}

void EditorFieldsTest::sectionsWithinEachOtherLoseNothing()
{
    Template made;
    made.id = u"7"_s;
    made.name = u"Монтаж"_s;
    made.details
        = {row(u"10"_s, u"Один"_s, 4, u"r11"_s), row(u"11"_s, u"Два"_s, 4, u"r10"_s),
           row(u"12"_s, u"Сам"_s, 4, u"r12"_s), row(u"1"_s, u"Поле"_s, 1, u"r11"_s)};
    keep(made);
    open({});
    QStringList shown = labels();
    shown.sort();
    QCOMPARE(shown, QStringList({u"Два"_s, u"Один"_s, u"Поле"_s, u"Сам"_s}));
}

void EditorFieldsTest::requiredOnesAreMarked()
{
    Template made;
    made.id = u"7"_s;
    made.name = u"Монтаж"_s;
    made.details = {row(u"1"_s, u"Нужное"_s, 1), row(u"2"_s, u"Прочее"_s, 1)};
    made.details[0].required = true;
    keep(made);
    open({});
    QCOMPARE(labels(), QStringList({u"Нужное (required)"_s, u"Прочее"_s}));
    QCOMPARE(named<QLineEdit>(m_editor.get(), u"Нужное"_s)->accessibleDescription(), u"Нужное, required"_s);
    const auto *missing = m_editor->findChild<QLabel *>(u"requiredMissing"_s);
    QVERIFY(missing->text().contains(u"Нужное"_s) && !missing->text().contains(u"Прочее"_s));
}

void EditorFieldsTest::whatCantBeTypedIsShown()
{
    Template made;
    made.id = u"7"_s;
    made.name = u"Монтаж"_s;
    made.details = {row(u"1"_s, u"Фото"_s, 6), row(u"2"_s, u"Подпись"_s, 7), row(u"3"_s, u"Новый вид"_s, 42)};
    keep(made);
    FieldRow photo;
    photo.fieldId = u"1"_s;
    photo.typeId = 6;
    photo.value = FieldValue::files(2, R"([{"id":"1"},{"id":"2"}])");
    FieldRow odd;
    odd.fieldId = u"3"_s;
    odd.typeId = 42;
    odd.value = FieldValue::other(R"({"a":[1,9007199254740993]})");
    open({photo, odd});
    QCOMPARE(named<QLabel>(m_editor.get(), u"Фото"_s)->text(), models::valueText(photo.value));
    QCOMPARE(named<QLabel>(m_editor.get(), u"Подпись"_s)->text(), u"filled in by the worker"_s);
    QCOMPARE(named<QLabel>(m_editor.get(), u"Новый вид"_s)->text(), u"{\"a\":[1,9007199254740993]}"_s);
    named<QAbstractButton>(m_editor.get(), u"Save draft"_s)->click();
    const auto *update = std::get_if<UpdateTask>(&m_desk->commands.submitted.constLast());
    QCOMPARE(update->body.details.size(), 2);
    QCOMPARE(update->body.details.at(0).value, photo.value);
    QCOMPARE(update->body.details.at(1).value, odd.value);
}

void EditorFieldsTest::theReportStandsApart()
{
    Template made;
    made.id = u"7"_s;
    made.name = u"Монтаж"_s;
    made.details = {row(u"1"_s, u"Описание"_s, 1)};
    made.report = {row(u"2"_s, u"Фото накладной"_s, 6), row(u"3"_s, u"Диагностика"_s, 2)};
    made.report[0].required = true;
    keep(made);
    FieldRow done;
    done.fieldId = u"3"_s;
    done.name = u"Диагностика"_s;
    done.typeId = 2;
    done.value = FieldValue::number(u"12"_s);
    open({}, {done});
    QCOMPARE(labels(), QStringList(u"Описание"_s));
    const auto *report = m_editor->findChild<QLabel *>(u"reportRows"_s);
    QVERIFY(report->isVisible());
    QVERIFY(m_editor->findChild<QLabel *>(u"reportHeading"_s)->isVisible());
    QCOMPARE(report->text(), u"• Диагностика (number): 12"_s); // as the task has it
    m_editor = std::make_unique<TaskEditor>(m_desk->desk());
    open({});
    QCOMPARE(
        m_editor->findChild<QLabel *>(u"reportRows"_s)->text(),
        u"• Фото накладной (picture, required)\n• Диагностика (number)"_s);
}

void EditorFieldsTest::everyShapeGoesBackUntouched_data()
{
    QTest::addColumn<int>("type");
    QTest::addColumn<FieldValue>("value");
    const auto shape = [](const char *name, int type, const FieldValue &value) {
        QTest::addRow("%s", name) << type << value;
    };
    shape("a text", 1, FieldValue::text(u"вход"_s));
    shape("a text with lines and ends", 1, FieldValue::text(u" a\nb\t "_s));
    shape("a text that is a number", 1, FieldValue::text(u"007"_s));
    shape("a text of another shape", 1, FieldValue::other("[1]"));
    shape("a number", 2, FieldValue::number(u"100"_s));
    shape("a long number", 2, FieldValue::number(u"12345678901234567890.12345"_s));
    shape("a number as text", 2, FieldValue::text(u"100"_s));
    shape("a number that is none", 2, FieldValue::other("\"12 pcs\""));
    shape("zero", 2, FieldValue::number(u"0"_s));
    shape("yes", 3, FieldValue::checkbox(true));
    shape("no", 3, FieldValue::checkbox(false));
    shape("a box as a number", 3, FieldValue::number(u"1"_s));
    shape("a box as text", 3, FieldValue::text(u"1"_s));
    shape("an option", 5, FieldValue::option({u"2"_s, u"карта"_s}));
    shape("an option by its id", 5, FieldValue::option({u"2"_s, {}}));
    shape("an option by its name", 5, FieldValue::option({{}, u"карта"_s}));
    shape("an option that is gone", 5, FieldValue::option({u"9"_s, u"чек"_s}));
    shape("files", 6, FieldValue::files(1, R"([{"id":"1"}])"));
    shape("a signature", 7, FieldValue::files(1, R"([{"id":"1"}])"));
    shape("a kind nobody knows, as a number", 42, FieldValue::other("9007199254740993"));
    shape("a kind nobody knows, as text", 42, FieldValue::other("\"9007199254740993\""));
}

void EditorFieldsTest::everyShapeGoesBackUntouched()
{
    QFETCH(int, type);
    QFETCH(FieldValue, value);
    Template made;
    made.id = u"7"_s;
    made.name = u"Монтаж"_s;
    made.details = {row(u"64"_s, u"Поле"_s, type), row(u"65"_s, u"Другое"_s, 1)};
    keep(made);
    FieldRow field;
    field.fieldId = u"64"_s;
    field.name = u"Поле"_s;
    field.typeId = type;
    field.value = value;
    open({field});
    m_editor->findChild<QLineEdit *>(u"field-65"_s)->setText(u"x"_s);
    named<QAbstractButton>(m_editor.get(), u"Save draft"_s)->click();
    const auto *update = std::get_if<UpdateTask>(&m_desk->commands.submitted.constLast());
    QCOMPARE(update->body.details.size(), 2);
    QCOMPARE(update->body.details.at(0), (FieldEntry{u"64"_s, u"Поле"_s, type, value}));
    QCOMPARE(update->body.details.at(1).value, FieldValue::text(u"x"_s));
}

void EditorFieldsTest::twoHundredFieldsOpenWhole()
{
    Template made;
    made.id = u"7"_s;
    made.name = u"Монтаж"_s;
    QVector<FieldRow> values;
    for (int i = 0; i < 220; ++i) {
        const bool section = i % 11 == 0;
        const int type = section ? 4 : std::array{1, 2, 3, 5, 6, 7, 42}.at(size_t(i) % 7);
        const QString id = QString::number(1000 + i);
        made.details.append(row(
            id, u"Поле "_s + id, type, section ? QString() : u"r"_s + QString::number(1000 + i - i % 11)));
        if (type == 42) {
            FieldRow odd;
            odd.fieldId = id;
            odd.name = u"Поле "_s + id;
            odd.typeId = type;
            odd.value = FieldValue::other("{\"n\":" + QByteArray::number(i) + '}');
            values.append(odd);
        }
    }
    keep(made);
    for (int i = 0; i < 220; ++i) {
        if (made.details.at(i).typeId == 5) {
            TemplateField list;
            list.id = made.details.at(i).fieldId;
            list.typeId = 5;
            list.values = {{u"1"_s, u"да"_s, false}};
            QVERIFY(m_desk->mirror->applyTemplateFields({{list, {}}}));
        }
    }
    open(values);
    QCOMPARE(m_editor->findChildren<QWidget *>(QRegularExpression(u"^field-"_s)).size(), 200);
    named<QAbstractButton>(m_editor.get(), u"Save draft"_s)->click();
    const auto *update = std::get_if<UpdateTask>(&m_desk->commands.submitted.constLast());
    QCOMPARE(update->body.details.size(), values.size());
    for (qsizetype i = 0; i < values.size(); ++i)
        QCOMPARE(update->body.details.at(i).value, values.at(i).value);
}

void EditorFieldsTest::aTextGoesIntoTheFirstTextField()
{
    Template made;
    made.id = u"7"_s;
    made.name = u"Монтаж"_s;
    made.details = {row(u"1"_s, u"Сумма"_s, 2), row(u"2"_s, u"Занято"_s, 1), row(u"3"_s, u"Свободно"_s, 1)};
    keep(made);
    TaskCard card = test::EditorFixture::draft();
    FieldRow taken;
    taken.fieldId = u"2"_s;
    taken.name = u"Занято"_s;
    taken.typeId = 1;
    taken.value = FieldValue::text(u"код 12"_s);
    card.task.details = {taken};
    card.task.contractor = Known<NamedRef>::fromService({u"12"_s, u"Ромашка"_s});
    const auto copy = ui::TaskStart::copyOf(card, m_desk->clock.now());
    QCOMPARE(copy.body.number, QString());
    // A plan that is past is none; one to come stays, at its time as well.
    QCOMPARE(copy.body.plannedStart, card.task.plannedStart.value);
    QVERIFY(
        !ui::TaskStart::copyOf(card, card.task.plannedStart.value.addSecs(1)).body.plannedStart.isValid());
    QCOMPARE(copy.body.contractor.value.id, u"12"_s);
    QCOMPARE(copy.body.details.size(), 1);
    ui::TaskStart start = copy;
    start.text = u"После задачи 1042"_s;
    m_editor->fill(start.body);
    m_editor->show();
    m_editor->putIn(start); // before the fields are here
    QTRY_VERIFY(m_editor->findChild<QLineEdit *>(u"field-3"_s));
    QCOMPARE(m_editor->findChild<QLineEdit *>(u"field-2"_s)->text(), u"код 12"_s);
    QCOMPARE(m_editor->findChild<QLineEdit *>(u"field-3"_s)->text(), u"После задачи 1042"_s);
}

QTEST_MAIN(EditorFieldsTest)
#include "EditorFieldsTest.moc"
