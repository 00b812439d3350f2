#include "Controls.h"
#include "DeskFixture.h"
#include "tasks/TaskEditor.h"
#include "widgets/EntityPicker.h"

#include <QAbstractButton>
#include <QCheckBox>
#include <QLabel>
#include <QLineEdit>
#include <QTest>

using namespace naryad;
using namespace Qt::StringLiterals;
using test::named;
using ui::TaskEditor;

namespace {

TemplateRow row(const QString &field, const QString &name, int type)
{
    TemplateRow made;
    made.fieldId = field;
    made.name = name;
    made.typeId = type;
    return made;
}

FieldRow value(const QString &field, const QString &name, int type, const FieldValue &value)
{
    FieldRow made;
    made.fieldId = field;
    made.name = name;
    made.typeId = type;
    made.value = value;
    return made;
}

} // namespace

/// The fields of a template: what a task came with goes back as it came unless it was changed here.
class TaskFieldsTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void cleanup() { m_editor.reset(); }
    void whatWasNotUnderstoodGoesBackAsItCame();
    void whatWasChangedTakesItsPlace();
    void aCheckboxNobodyTouchedIsNotSaid();
    void fieldsBesideTheTemplateGoBackWithItOnly();
    void whatWasClearedStaysClearedOverTheTemplate();
    void oneTemplatesFieldsAreNotSaidUnderAnother();
    void aSharedFieldKeepsWhatWasTyped();
    void noEndIsMadeUpForADraft();
    void aTimeLeftAloneKeepsItsSeconds();
    void aFieldsNameIsShownAsItIs();

private:
    static TaskCard draft();
    void keepTemplates();
    void open(const TaskCard &card);
    void chooseTemplate(const NamedRef &ref);
    QHash<QString, FieldValue> said();
    QLineEdit *line(const QString &name) const { return named<QLineEdit>(m_editor.get(), name); }

    std::unique_ptr<test::DeskFixture> m_desk;
    std::unique_ptr<TaskEditor> m_editor;
};

void TaskFieldsTest::init()
{
    m_desk = std::make_unique<test::DeskFixture>();
    QVERIFY(m_desk->open());
    m_editor = std::make_unique<TaskEditor>(m_desk->desk());
    keepTemplates();
}

void TaskFieldsTest::keepTemplates()
{
    Template montage;
    montage.id = u"7"_s;
    montage.name = u"Монтаж"_s;
    montage.visitDurationSeconds = 5400;
    montage.details
        = {row(u"61"_s, u"Описание"_s, 1), row(u"62"_s, u"Сумма"_s, 2), row(u"63"_s, u"Гарантия"_s, 3),
           row(u"64"_s, u"Оплата"_s, 5), row(u"65"_s, u"Ключи & пропуск"_s, 1)};
    Template repair;
    repair.id = u"8"_s;
    repair.name = u"Ремонт"_s;
    repair.details = {row(u"61"_s, u"Описание"_s, 1), row(u"66"_s, u"Причина"_s, 1)};
    TemplateField list;
    list.id = u"64"_s;
    list.typeId = 5;
    list.values = {{u"1"_s, u"нал"_s, false}, {u"2"_s, u"карта"_s, false}};
    QVERIFY(m_desk->mirror->applyTemplateList(
        {{montage.id, montage.name}, {repair.id, repair.name}, {u"9"_s, u"Осмотр"_s}}, true));
    QVERIFY(m_desk->mirror->applyTemplates({{montage, {}}, {repair, {}}}));
    QVERIFY(m_desk->mirror->applyTemplateFields({{list, {}}}));
}

TaskCard TaskFieldsTest::draft()
{
    TaskCard card;
    card.row.id = u"9"_s;
    card.row.row = 1;
    card.row.state = TaskState::Draft;
    card.row.detailsLoaded = true;
    card.task.id = u"9"_s;
    card.task.number = u"1042"_s;
    card.task.draft = Known<bool>::fromService(true);
    card.task.taskTemplate = {u"7"_s, u"Монтаж"_s};
    card.task.plannedStart = Known<QDateTime>::fromService(QDateTime({2026, 11, 24}, {12, 0, 30}, Qt::UTC));
    card.task.details
        = {value(u"61"_s, u"Описание"_s, 1, FieldValue::other("[\"а\",\"б\"]")),
           value(u"62"_s, u"Сумма"_s, 2, FieldValue::other("\"12 pcs\"")),
           value(u"63"_s, u"Гарантия"_s, 3, FieldValue::other("\"maybe\"")),
           value(u"64"_s, u"Оплата"_s, 5, FieldValue::option({{}, u"бартер"_s}))};
    return card;
}

void TaskFieldsTest::open(const TaskCard &card)
{
    m_editor->edit(card);
    m_editor->show();
    QVERIFY(QTest::qWaitForWindowExposed(m_editor.get()));
    QTRY_VERIFY(line(u"Описание"_s));
}

void TaskFieldsTest::chooseTemplate(const NamedRef &ref)
{
    test::choose(m_editor->findChild<ui::EntityPicker *>(u"template"_s), ref);
}

QHash<QString, FieldValue> TaskFieldsTest::said()
{
    const qsizetype before = m_desk->commands.submitted.size();
    named<QAbstractButton>(m_editor.get(), u"Save draft"_s)->click();
    if (m_desk->commands.submitted.size() != before + 1)
        return {{u"not said"_s, {}}};
    const Command &command = m_desk->commands.submitted.constLast();
    const auto *update = std::get_if<UpdateTask>(&command);
    QHash<QString, FieldValue> values;
    for (const FieldEntry &entry : update ? update->body.details : std::get<CreateTask>(command).body.details)
        values.insert(entry.fieldId, entry.value);
    return values;
}

void TaskFieldsTest::whatWasNotUnderstoodGoesBackAsItCame()
{
    open(draft());
    // Each is shown, so that nobody takes it for empty.
    QVERIFY(line(u"Описание"_s)->text().contains(u'а'));
    QVERIFY(line(u"Сумма"_s)->text().contains(u"12 pcs"));
    QVERIFY(named<QCheckBox>(m_editor.get(), u"Гарантия"_s)->text().contains(u"maybe"));
    QCOMPARE(named<QComboBox>(m_editor.get(), u"Оплата"_s)->currentText(), u"бартер"_s);
    line(u"Floor"_s)->setText(u"7"_s);
    const QHash<QString, FieldValue> values = said();
    const QVector<FieldRow> came = draft().task.details;
    QCOMPARE(values.size(), came.size());
    for (const FieldRow &row : came)
        QVERIFY2(values.value(row.fieldId) == row.value, qPrintable(row.name));
}

void TaskFieldsTest::whatWasChangedTakesItsPlace()
{
    open(draft());
    line(u"Описание"_s)->setText(u"течёт"_s);
    line(u"Сумма"_s)->setText(u"13"_s);
    auto *box = named<QCheckBox>(m_editor.get(), u"Гарантия"_s);
    box->click();
    QCOMPARE(box->text(), QString());
    box->click(); // seen and said: no
    auto *payment = named<QComboBox>(m_editor.get(), u"Оплата"_s);
    payment->setCurrentIndex(payment->findText(u"карта"_s));
    const QHash<QString, FieldValue> values = said();
    QCOMPARE(values.value(u"61"_s), FieldValue::text(u"течёт"_s));
    QCOMPARE(values.value(u"62"_s), FieldValue::number(u"13"_s));
    QCOMPARE(values.value(u"63"_s), FieldValue::checkbox(false));
    QCOMPARE(values.value(u"64"_s), FieldValue::option({u"2"_s, u"карта"_s}));
}

void TaskFieldsTest::aCheckboxNobodyTouchedIsNotSaid()
{
    m_editor->show();
    chooseTemplate({u"7"_s, u"Монтаж"_s});
    QTRY_VERIFY(line(u"Описание"_s));
    QVERIFY(said().isEmpty());
}

void TaskFieldsTest::fieldsBesideTheTemplateGoBackWithItOnly()
{
    TaskCard card = draft();
    const FieldValue added = FieldValue::text(u"этаж 3"_s);
    card.task.details.append(value(u"99"_s, u"Добавленное"_s, 1, added));
    open(card);
    // It is shown, if not to be changed here.
    const auto labels = m_editor->findChildren<QLabel *>();
    QVERIFY(std::any_of(
        labels.begin(), labels.end(), [](const QLabel *label) { return label->text() == u"этаж 3"_s; }));
    QCOMPARE(said().value(u"99"_s), added);
    m_desk->commands.submits.answer(fail(ErrorKind::Storage));
    QTRY_VERIFY(named<QAbstractButton>(m_editor.get(), u"Save draft"_s)->isEnabled());
    chooseTemplate({u"8"_s, u"Ремонт"_s});
    QTRY_VERIFY(line(u"Причина"_s));
    QVERIFY(!said().contains(u"99"_s));
}

void TaskFieldsTest::whatWasClearedStaysClearedOverTheTemplate()
{
    TaskCard card = draft();
    card.task.details[0].value = FieldValue::text(u"старое"_s);
    open(card);
    QCOMPARE(line(u"Описание"_s)->text(), u"старое"_s);
    line(u"Описание"_s)->clear();
    chooseTemplate({});
    chooseTemplate({u"7"_s, u"Монтаж"_s});
    QTRY_VERIFY(line(u"Описание"_s));
    QCOMPARE(line(u"Описание"_s)->text(), QString());
    QVERIFY(!said().contains(u"61"_s));
}

void TaskFieldsTest::oneTemplatesFieldsAreNotSaidUnderAnother()
{
    TaskCard card = draft();
    card.task.details[0].value = FieldValue::text(u"старое"_s);
    open(card);
    line(u"Сумма"_s)->setText(u"15"_s);
    // The fields of this one are not here yet.
    chooseTemplate({u"9"_s, u"Осмотр"_s});
    QVERIFY(said().isEmpty());
    m_desk->commands.submits.answer(fail(ErrorKind::Storage));
    QTRY_VERIFY(line(u"Number"_s)->isEnabled());
    // Back again, all is as it was typed, at once.
    chooseTemplate({u"7"_s, u"Монтаж"_s});
    const QHash<QString, FieldValue> values = said();
    QCOMPARE(values.value(u"61"_s), FieldValue::text(u"старое"_s));
    QCOMPARE(values.value(u"62"_s), FieldValue::number(u"15"_s));
    QCOMPARE(values.size(), 4);
}

void TaskFieldsTest::aSharedFieldKeepsWhatWasTyped()
{
    open(draft());
    line(u"Описание"_s)->setText(u"шумит"_s);
    chooseTemplate({u"8"_s, u"Ремонт"_s});
    QTRY_VERIFY(line(u"Причина"_s));
    QCOMPARE(line(u"Описание"_s)->text(), u"шумит"_s);
    const QHash<QString, FieldValue> values = said();
    QCOMPARE(values.size(), 1);
    QCOMPARE(values.value(u"61"_s), FieldValue::text(u"шумит"_s));
}

void TaskFieldsTest::noEndIsMadeUpForADraft()
{
    open(draft());
    auto *start = line(u"Planned start"_s);
    QCOMPARE(line(u"Planned end"_s)->text(), QString());
    // Going through the field without typing is no typing.
    start->setFocus();
    line(u"Number"_s)->setFocus();
    Q_EMIT start->editingFinished();
    QCOMPARE(line(u"Planned end"_s)->text(), QString());
}

void TaskFieldsTest::aTimeLeftAloneKeepsItsSeconds()
{
    open(draft());
    said();
    const auto *update = std::get_if<UpdateTask>(&m_desk->commands.submitted.constLast());
    QCOMPARE(update->body.plannedStart, QDateTime({2026, 11, 24}, {12, 0, 30}, Qt::UTC));
    QVERIFY(!update->body.plannedEnd.isValid());
}

void TaskFieldsTest::aFieldsNameIsShownAsItIs()
{
    open(draft());
    const auto labels = m_editor->findChildren<QLabel *>();
    const auto label = std::find_if(labels.begin(), labels.end(), [](const QLabel *one) {
        return one->buddy() && one->buddy()->objectName() == u"field-65"_s;
    });
    QVERIFY(label != labels.end());
    QVERIFY(QKeySequence::mnemonic((*label)->text()).isEmpty());
    QCOMPARE((*label)->text(), u"Ключи && пропуск"_s); // as a label with a buddy shows '&'
    QCOMPARE((*label)->buddy()->accessibleName(), u"Ключи & пропуск"_s);
}

QTEST_MAIN(TaskFieldsTest)
#include "TaskFieldsTest.moc"
