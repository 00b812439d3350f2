#include "DraftsFixture.h"

#include "tasks/TaskDetailsPanel.h"
#include "tasks/TaskFieldDialogs.h"

#include <QAction>
#include <QComboBox>
#include <QListWidget>

using ui::AddFieldDialog;
using ui::RemoveFieldsDialog;

/// Fields added to a task that is there and taken from it: what is said is what was chosen, and nothing typed
/// is lost on the way.
class TaskEndFieldsTest : public DraftsFixture
{
    Q_OBJECT
private Q_SLOTS:
    void aFieldWithAValueUnderASection();
    void aListAndANumberAreTyped();
    void severalInARow();
    void whatIsMissingIsSaid();
    void theDraftStandsAsItDid();
    void aRefusedAdditionOpensAsItWas();
    void removedIsWhatIsMarked();
    void aRefusedRemovalOpensAsItWas();
    void whatIsOnItsWayShows();
    void everythingHasAName();

private:
    void keepFields();
    AddFieldDialog *add();
    RemoveFieldsDialog *remove();
    static ui::EntityPicker *field(QWidget *dialog)
    {
        return dialog->findChild<ui::EntityPicker *>(u"field"_s);
    }
    static QComboBox *box(QWidget *dialog, const QString &name)
    {
        return dialog->findChild<QComboBox *>(name);
    }
    /// Chooses by typing, as a user does.
    static void chooseField(QWidget *dialog, const QString &typed)
    {
        field(dialog)->setTypedText(typed);
        field(dialog)->takeBest();
        QTRY_VERIFY(!field(dialog)->ref().isNothing());
    }
    static void chooseIn(QComboBox *box, const QString &part)
    {
        for (int i = 0; i < box->count(); ++i) {
            if (box->itemText(i).contains(part))
                box->setCurrentIndex(i);
        }
        QVERIFY2(box->currentText().contains(part), qPrintable(part));
    }
    const AddTaskFields *added() const
    {
        return std::get_if<AddTaskFields>(&m_desk->commands.submitted.constLast());
    }
    ui::TaskDetailsPanel *panel() const { return m_screen->findChild<ui::TaskDetailsPanel *>(); }
};

/// Task 3 gets a section, a sum under it, a report row; the account has a text, a number, a list and a photo.
void TaskEndFieldsTest::keepFields()
{
    const auto kept
        = [](const char *id, const QString &name, int type, const QVector<ListOption> &values = {}) {
              return store::Kept<TemplateField>{{QString::fromLatin1(id), name, type, values}, {}};
          };
    QVERIFY(m_desk->mirror->applyTemplateFields(
        {kept("60", u"Оплата работ"_s, 4), kept("61", u"Сумма"_s, 2), kept("62", u"Описание"_s, 1),
         kept("63", u"Способ"_s, 5, {{u"1"_s, u"нал"_s}, {u"2"_s, u"карта"_s}}), kept("64", u"Фото"_s, 6)}));
    const auto row = [](const char *id, const QString &name, int type, const QString &parent = {}) {
        FieldRow made;
        made.fieldId = QString::fromLatin1(id);
        made.name = name;
        made.typeId = type;
        made.parent = parent;
        return made;
    };
    Task task;
    task.id = u"103"_s;
    task.number = u"3"_s;
    task.taskTemplate = {u"7"_s, u"Монтаж"_s};
    task.draft = Known<bool>::fromService(false);
    task.details = {row("60", u"Оплата работ"_s, 4), row("61", u"Сумма"_s, 2, u"60"_s)};
    task.details[1].value = FieldValue::number(u"100"_s);
    task.report = {row("64", u"Фото"_s, 6)};
    QVERIFY(m_desk->mirror->applyTasks({{task, "{}"}}, {9}));
    chooseTask(u"3"_s);
}

AddFieldDialog *TaskEndFieldsTest::add()
{
    m_screen->addFieldToCurrent();
    auto *dialog = openWindow<AddFieldDialog>();
    if (!dialog || !QTest::qWaitFor([&] { return box(dialog, u"position"_s)->count() > 2; }))
        return nullptr;
    return dialog;
}

RemoveFieldsDialog *TaskEndFieldsTest::remove()
{
    m_screen->removeFieldsOfCurrent();
    auto *dialog = openWindow<RemoveFieldsDialog>();
    const auto *list = dialog ? dialog->findChild<QListWidget *>() : nullptr;
    return list && QTest::qWaitFor([&] { return list->count() == 3; }) ? dialog : nullptr;
}

void TaskEndFieldsTest::aFieldWithAValueUnderASection()
{
    keepFields();
    AddFieldDialog *dialog = add();
    QVERIFY(dialog);
    QTRY_VERIFY(field(dialog)->hasFocus());
    chooseField(dialog, u"опи"_s);
    QTRY_VERIFY(named<QLineEdit>(dialog, u"Описание"_s));
    set(dialog, u"Описание"_s, u"<i>до пяти"_s);
    chooseIn(box(dialog, u"section"_s), u"Оплата работ"_s);
    chooseIn(box(dialog, u"position"_s), u"before “Сумма”"_s);
    QTRY_COMPARE(QApplication::activeWindow(), dialog);
    QTest::keyClick(dialog, Qt::Key_Return, Qt::ControlModifier);
    QTRY_COMPARE(commands().submitted.size(), 1);
    QVERIFY(added());
    TaskFieldAddition expected;
    expected.field = {u"62"_s, u"Описание"_s, 1, FieldValue::text(u"<i>до пяти"_s)};
    expected.sectionFieldId = u"60"_s;
    expected.position = 1;
    QCOMPARE(added()->fields, QVector<TaskFieldAddition>{expected});
    QCOMPARE(added()->task, (ObjectRef{u"103"_s, {}}));
    commands().submits.answer(CommandId(50));
    QTRY_VERIFY(!openWindow<AddFieldDialog>());
}

void TaskEndFieldsTest::aListAndANumberAreTyped()
{
    keepFields();
    AddFieldDialog *dialog = add();
    QVERIFY(dialog);
    chooseField(dialog, u"сумма"_s);
    QTRY_VERIFY(named<QLineEdit>(dialog, u"Сумма"_s));
    QVERIFY(dialog->findChild<QLabel *>(u"aboutField"_s)->text().contains(u"already"_s));
    set(dialog, u"Сумма"_s, u"сто"_s);
    named<QAbstractButton>(dialog, u"Add field"_s)->click();
    QVERIFY(commands().submitted.isEmpty());
    const auto *message = dialog->findChild<QLabel *>(u"message"_s);
    QVERIFY2(message->text().contains(u"needs a number"_s), qPrintable(message->text()));
    QCOMPARE(text(dialog, u"Сумма"_s), u"сто"_s);
    chooseField(dialog, u"способ"_s);
    QTRY_VERIFY(named<QComboBox>(dialog, u"Способ"_s));
    named<QComboBox>(dialog, u"Способ"_s)->setCurrentText(u"карта"_s);
    chooseIn(box(dialog, u"where"_s), u"Report"_s);
    chooseIn(box(dialog, u"position"_s), u"before “Фото”"_s);
    named<QAbstractButton>(dialog, u"Add field"_s)->click();
    QVERIFY(added());
    const TaskFieldAddition said = added()->fields.constFirst();
    QCOMPARE(said.to, TaskFieldAddition::To::Report);
    QCOMPARE(said.field.value, FieldValue::option({u"2"_s, u"карта"_s}));
    QCOMPARE(said.position, std::optional(0));
    QVERIFY(said.sectionFieldId.isEmpty());
}

void TaskEndFieldsTest::severalInARow()
{
    keepFields();
    AddFieldDialog *dialog = add();
    QVERIFY(dialog);
    for (const QString &typed : {u"фото"_s, u"описание"_s}) {
        chooseField(dialog, typed);
        QTRY_VERIFY(!dialog->findChild<QWidget *>(u"where"_s)->isHidden());
        QTRY_VERIFY([&] {
            named<QAbstractButton>(dialog, u"Add and choose another"_s)->click();
            return commands().submits.open() == 1;
        }());
        commands().submits.answer(CommandId(50));
        QTRY_VERIFY(field(dialog)->typedText().isEmpty());
        QVERIFY(dialog->isVisible());
    }
    QCOMPARE(commands().submitted.size(), 2);
    QVERIFY(dialog->findChild<QLabel *>(u"message"_s)->text().contains(u"Added: 2."_s));
    QCOMPARE(added()->fields.constFirst().field.fieldId, u"62"_s);
}

void TaskEndFieldsTest::whatIsMissingIsSaid()
{
    keepFields();
    AddFieldDialog *dialog = add();
    QVERIFY(dialog);
    const auto *message = dialog->findChild<QLabel *>(u"message"_s);
    named<QAbstractButton>(dialog, u"Add field"_s)->click();
    QVERIFY(message->text().contains(u"Choose the field first"_s));
    field(dialog)->setTypedText(u"нет такого"_s);
    named<QAbstractButton>(dialog, u"Add field"_s)->click();
    QVERIFY2(message->text().contains(u"нет такого"_s), qPrintable(message->text()));
    QVERIFY(commands().submitted.isEmpty());
    leave(dialog);
    RemoveFieldsDialog *none = remove();
    QVERIFY(none);
    named<QAbstractButton>(none, u"Remove fields"_s)->click();
    QVERIFY(none->findChild<QLabel *>(u"message"_s)->text().contains(u"Mark the fields"_s));
    QVERIFY(commands().submitted.isEmpty());
}

void TaskEndFieldsTest::theDraftStandsAsItDid()
{
    keepFields();
    AddFieldDialog *dialog = add();
    QVERIFY(dialog);
    chooseField(dialog, u"описание"_s);
    QTRY_VERIFY(named<QLineEdit>(dialog, u"Описание"_s));
    set(dialog, u"Описание"_s, u"до пяти"_s);
    chooseIn(box(dialog, u"section"_s), u"Оплата работ"_s);
    chooseIn(box(dialog, u"position"_s), u"before “Сумма”"_s);
    leave(dialog);
    RemoveFieldsDialog *removing = remove();
    QVERIFY(removing);
    removing->findChild<QListWidget *>()->item(1)->setCheckState(Qt::Checked);
    leave(removing);
    QTRY_COMPARE(onDisk().size(), 2);
    restart();
    QVERIFY(m_left->constLast().constFirst().toString().contains(u"a field for task 3"_s));
    QVERIFY(m_left->constLast().constFirst().toString().contains(u"fields to remove from task 3"_s));
    chooseTask(u"3"_s);
    dialog = add();
    QVERIFY(dialog);
    QCOMPARE(field(dialog)->ref().id, u"62"_s);
    QTRY_VERIFY(named<QLineEdit>(dialog, u"Описание"_s));
    QCOMPARE(text(dialog, u"Описание"_s), u"до пяти"_s);
    QCOMPARE(box(dialog, u"section"_s)->currentText(), u"Оплата работ"_s);
    QVERIFY(box(dialog, u"position"_s)->currentText().contains(u"Сумма"_s));
    leave(dialog);
    removing = remove();
    QVERIFY(removing);
    QCOMPARE(removing->findChild<QListWidget *>()->item(1)->checkState(), Qt::Checked);
}

void TaskEndFieldsTest::aRefusedAdditionOpensAsItWas()
{
    keepFields();
    Error refused;
    refused.kind = ErrorKind::Refused;
    refused.words = u"Раздела нет в задаче: Оплата работ"_s;
    TaskFieldAddition one;
    one.to = TaskFieldAddition::To::Report;
    one.field = {u"61"_s, u"Сумма"_s, 2, FieldValue::number(u"0.5"_s)};
    one.sectionFieldId = u"60"_s;
    one.position = 7;
    const CommandId id
        = m_desk->add(AddTaskFields{{u"103"_s, {}}, {one}, u"3"_s}, CommandState::Refused, refused);
    chooseTask(u"1"_s);
    chooseTask(u"3"_s);
    QTRY_VERIFY(panel()->toPlainText().contains(refused.words));
    m_screen->fix(*m_desk->journal->entry(id));
    QTRY_VERIFY(openWindow<AddFieldDialog>());
    auto *dialog = openWindow<AddFieldDialog>();
    QTRY_VERIFY(named<QLineEdit>(dialog, u"Сумма"_s));
    QCOMPARE(text(dialog, u"Сумма"_s), u"0.5"_s);
    QCOMPARE(box(dialog, u"where"_s)->currentData().toInt(), int(TaskFieldAddition::To::Report));
    named<QAbstractButton>(dialog, u"Add field"_s)->click();
    QVERIFY(added());
    QCOMPARE(added()->fields, QVector<TaskFieldAddition>{one}); // not a word of it is lost
    commands().submits.answer(CommandId(51));
    QTRY_COMPARE(commands().decided.size(), 1);
    QCOMPARE(commands().decided.constFirst().id, id);
}

void TaskEndFieldsTest::removedIsWhatIsMarked()
{
    keepFields();
    RemoveFieldsDialog *dialog = remove();
    QVERIFY(dialog);
    auto *list = dialog->findChild<QListWidget *>();
    QVERIFY(list->item(1)->text().contains(u"Сумма: 100"_s));
    QVERIFY(list->item(2)->text().contains(u"report"_s));
    list->setCurrentRow(1);
    list->setFocus();
    QTest::keyClick(list, Qt::Key_Space);
    const auto *about = dialog->findChild<QLabel *>(u"aboutFields"_s);
    QVERIFY2(about->text().contains(u"Сумма: 100"_s), qPrintable(about->text()));
    QTRY_COMPARE(QApplication::activeWindow(), dialog);
    QTest::keyClick(list, Qt::Key_Return, Qt::ControlModifier);
    QTRY_COMPARE(commands().submitted.size(), 1);
    const auto *said = std::get_if<RemoveTaskFields>(&commands().submitted.constFirst());
    QVERIFY(said);
    QCOMPARE(said->fields, (QVector<NamedRef>{{u"61"_s, u"Сумма"_s}}));
    QCOMPARE(said->taskNumber, u"3"_s);
}

void TaskEndFieldsTest::aRefusedRemovalOpensAsItWas()
{
    keepFields();
    Error refused;
    refused.kind = ErrorKind::Refused;
    const CommandId id = m_desk->add(
        RemoveTaskFields{{u"103"_s, {}}, {{u"61"_s, u"Сумма"_s}, {u"99"_s, u"Нет её"_s}}, u"3"_s},
        CommandState::Refused, refused);
    m_screen->fix(*m_desk->journal->entry(id));
    QTRY_VERIFY(openWindow<RemoveFieldsDialog>());
    auto *dialog = openWindow<RemoveFieldsDialog>();
    auto *list = dialog->findChild<QListWidget *>();
    QTRY_COMPARE(list->count(), 4);
    QCOMPARE(list->item(1)->checkState(), Qt::Checked);
    QVERIFY(list->item(3)->text().contains(u"no more"_s));
    list->item(3)->setCheckState(Qt::Unchecked);
    named<QAbstractButton>(dialog, u"Remove fields"_s)->click();
    const auto *said = std::get_if<RemoveTaskFields>(&commands().submitted.constFirst());
    QCOMPARE(said->fields, (QVector<NamedRef>{{u"61"_s, u"Сумма"_s}}));
}

void TaskEndFieldsTest::whatIsOnItsWayShows()
{
    keepFields();
    TaskFieldAddition one;
    one.field = {u"62"_s, u"Описание"_s, 1, FieldValue::text(u"до пяти"_s)};
    QVERIFY(m_desk->add(AddTaskFields{{u"103"_s, {}}, {one}, u"3"_s}, CommandState::Waiting));
    QVERIFY(m_desk->add(
        RemoveTaskFields{{u"103"_s, {}}, {{u"61"_s, u"Сумма"_s}}, u"3"_s}, CommandState::Waiting));
    chooseTask(u"1"_s);
    chooseTask(u"3"_s);
    QTRY_VERIFY(panel()->toPlainText().contains(u"Описание: до пяти (to be added: waiting)"_s));
    QVERIFY(panel()->toPlainText().contains(u"Сумма: 100 (to be removed: waiting)"_s));
}

void TaskEndFieldsTest::everythingHasAName()
{
    keepFields();
    int seen = 0;
    AddFieldDialog *dialog = add();
    QVERIFY(dialog);
    chooseField(dialog, u"описание"_s);
    QTRY_VERIFY(named<QLineEdit>(dialog, u"Описание"_s));
    QCOMPARE(test::unnamedControls(dialog, &seen).join(u'|'), QString());
    QVERIFY(seen >= 7);
    leave(dialog);
    RemoveFieldsDialog *removing = remove();
    QVERIFY(removing);
    QCOMPARE(test::unnamedControls(removing, &seen).join(u'|'), QString());
    QTRY_COMPARE(test::cutControls(removing).join(u'|'), QString());
    leave(removing);
    m_screen->closeCurrent();
    QVERIFY(openWindow<CloseTaskDialog>());
    QCOMPARE(test::unnamedControls(openWindow<CloseTaskDialog>(), &seen).join(u'|'), QString());
    leave(openWindow<CloseTaskDialog>());
    QCOMPARE(test::unnamedControls(m_screen.get(), &seen).join(u'|'), QString());
    for (const QString &name : {u"Add field"_s, u"Remove fields"_s, u"Raw answer"_s})
        QVERIFY2(named<QAbstractButton>(m_screen.get(), name), qPrintable(name));
}

QTEST_MAIN(TaskEndFieldsTest)
#include "TaskEndFieldsTest.moc"
