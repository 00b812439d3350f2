#include "tasks/TaskEditor.h"
#include "Controls.h"
#include "EditorFixture.h"
#include "widgets/EntityPicker.h"

#include <QAbstractButton>
#include <QLabel>
#include <QLineEdit>
#include <QPointer>
#include <QSignalSpy>
#include <QTest>

using namespace naryad;
using test::named;
using test::u;
using ui::TaskEditor;

/// What the editor says of a task: everything typed, nothing that is not known, and only once it is on disk.
class TaskEditorTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void cleanup() { m_editor.reset(); }
    void whatIsNotKnownIsLeftOut();
    void whatWasTakenOutIsSaidAsEmpty();
    void valuesGoBackAsTheyCameUntilTheFieldsAreThere();
    void theFieldsOfTheTemplateAreTyped();
    void aFullDiskKeepsTheFormAndSaysSo();
    void itClosesOnlyWhenItIsOnDisk();
    void closedBeforeItsAnswersItIsNotMissed();
    void aSentTaskIsShownOnly();
    void theContractorsAddressFillsWhatNobodyTyped();
    void whatIsNotReadIsLookedAtOnceForEachChoice();

private:
    /// The lists have changed, and the form has asked what there is now.
    void changeLists(const QString &contractor, const QString &taskTemplate);
    static TaskCard draft() { return test::EditorFixture::draft(); }
    void open(const TaskCard &card);
    TaskBody submitted() const;

    std::unique_ptr<test::EditorFixture> m_desk;
    std::unique_ptr<TaskEditor> m_editor;
};

void TaskEditorTest::init()
{
    m_desk = std::make_unique<test::EditorFixture>();
    QVERIFY(m_desk->open());
    m_editor = std::make_unique<TaskEditor>(m_desk->desk());
}

void TaskEditorTest::open(const TaskCard &card)
{
    m_editor->edit(card);
    m_editor->show();
    QVERIFY(QTest::qWaitForWindowExposed(m_editor.get()));
}

TaskBody TaskEditorTest::submitted() const
{
    const Command &command = m_desk->commands.submitted.constLast();
    if (const auto *update = std::get_if<UpdateTask>(&command))
        return update->body;
    return std::get<CreateTask>(command).body;
}

void TaskEditorTest::whatIsNotKnownIsLeftOut()
{
    open(draft());
    named<QLineEdit>(m_editor.get(), QStringLiteral("Number"))->setText(QStringLiteral("1043"));
    named<QAbstractButton>(m_editor.get(), QStringLiteral("Save draft"))->click();
    QCOMPARE(m_desk->commands.submitted.size(), 1);
    const auto *update = std::get_if<UpdateTask>(&m_desk->commands.submitted.constFirst());
    QVERIFY(update);
    QCOMPARE(update->task.id, QStringLiteral("9"));
    QCOMPARE(update->body.number, QStringLiteral("1043"));
    QVERIFY(update->body.draft);
    // Nobody told contractor, worker, address and check: the update must not say them.
    QVERIFY(!update->body.contractor.isKnown());
    QVERIFY(!update->body.worker.isKnown());
    QVERIFY(!update->body.address.isKnown());
    QVERIFY(!update->body.resultCheck.isKnown());
    QCOMPARE(update->body.plannedStart, QDateTime({2026, 11, 24}, {12, 0}, Qt::UTC));
    QVERIFY(!update->body.plannedEnd.isValid());
}

void TaskEditorTest::whatWasTakenOutIsSaidAsEmpty()
{
    TaskCard card = draft();
    card.task.worker = Known<NamedRef>::fromHere({QStringLiteral("3"), u(u"Иванов")});
    card.task.address = Known<Address>::fromService({u(u"Ленина 1"), {}, {}, {}, {}, {}, {}});
    open(card);
    m_editor->findChild<ui::EntityPicker *>(QStringLiteral("worker"))->setRef({});
    named<QLineEdit>(m_editor.get(), QStringLiteral("Address"))->clear();
    named<QAbstractButton>(m_editor.get(), QStringLiteral("Save draft"))->click();
    QVERIFY(submitted().worker.isKnown() && submitted().worker.value.isNothing());
    QVERIFY(submitted().address.isKnown() && submitted().address.value.isEmpty());
}

void TaskEditorTest::valuesGoBackAsTheyCameUntilTheFieldsAreThere()
{
    open(draft()); // its template is not mirrored
    named<QAbstractButton>(m_editor.get(), QStringLiteral("Save draft"))->click();
    const QVector<FieldEntry> details = submitted().details;
    QCOMPARE(details.size(), 2);
    QCOMPARE(details.at(0).value, FieldValue::other("{\"a\":[1,9007199254740993]}"));
    QCOMPARE(details.at(1).value, FieldValue::number(QStringLiteral("100")));
}

void TaskEditorTest::theFieldsOfTheTemplateAreTyped()
{
    QVERIFY(m_desk->keepTemplates());
    open(draft());
    QTRY_VERIFY(named<QLineEdit>(m_editor.get(), u(u"Сумма")));
    QTRY_COMPARE(named<QLineEdit>(m_editor.get(), u(u"Сумма"))->text(), QStringLiteral("100"));
    named<QLineEdit>(m_editor.get(), u(u"Сумма"))->setText(QStringLiteral("1 500,50"));
    named<QAbstractButton>(m_editor.get(), u(u"Гарантия"))->click();
    auto *payment = named<QComboBox>(m_editor.get(), u(u"Оплата"));
    QCOMPARE(payment->findText(u(u"чек")), -1); // deleted values are not offered
    payment->setCurrentIndex(payment->findText(u(u"карта")));
    named<QAbstractButton>(m_editor.get(), QStringLiteral("Save draft"))->click();
    QHash<QString, FieldValue> said;
    for (const FieldEntry &entry : submitted().details)
        said.insert(entry.fieldId, entry.value);
    QCOMPARE(said.value(QStringLiteral("62")).asText().toDouble(), 1500.5);
    QCOMPARE(said.value(QStringLiteral("63")), FieldValue::checkbox(true));
    QCOMPARE(said.value(QStringLiteral("64")), FieldValue::option({QStringLiteral("2"), u(u"карта")}));
    QVERIFY(!said.contains(QStringLiteral("65")));
    // A value of a kind nobody documented goes back as it came.
    QCOMPARE(said.value(QStringLiteral("61")), FieldValue::other("{\"a\":[1,9007199254740993]}"));
}

void TaskEditorTest::aFullDiskKeepsTheFormAndSaysSo()
{
    open(draft());
    auto *notes = named<QLineEdit>(m_editor.get(), QStringLiteral("Address notes"));
    notes->setText(u(u"вход со двора"));
    named<QAbstractButton>(m_editor.get(), QStringLiteral("Save draft"))->click();
    Error full;
    full.kind = ErrorKind::Storage;
    full.cause = ErrorCause::DiskFull;
    m_desk->commands.submits.answer(fail(full));
    const auto *message = m_editor->findChild<QLabel *>(QStringLiteral("message"));
    QTRY_VERIFY(message->text().contains(QStringLiteral("The disk is full: this is not saved.")));
    QVERIFY(m_editor->isVisible());
    QCOMPARE(notes->text(), u(u"вход со двора"));
    // There is room again: the same form goes.
    named<QAbstractButton>(m_editor.get(), QStringLiteral("Save draft"))->click();
    QCOMPARE(m_desk->commands.submitted.size(), 2);
    QCOMPARE(submitted().address.value.notes, u(u"вход со двора"));
}

void TaskEditorTest::itClosesOnlyWhenItIsOnDisk()
{
    open(draft());
    const QPointer<TaskEditor> editor = m_editor.release();
    QSignalSpy said(editor, &TaskEditor::submitted);
    auto *save = named<QAbstractButton>(editor, QStringLiteral("Save draft"));
    save->click();
    save->click(); // a second press says nothing twice
    QCOMPARE(m_desk->commands.submitted.size(), 1);
    QVERIFY(editor->isVisible());
    m_desk->commands.submits.answer(CommandId(5));
    QTRY_VERIFY(!editor);
    QCOMPARE(said.size(), 1);
}

void TaskEditorTest::closedBeforeItsAnswersItIsNotMissed()
{
    open(draft());
    named<QAbstractButton>(m_editor.get(), QStringLiteral("Save draft"))->click();
    m_editor.reset();
    m_desk->commands.submits.answer(CommandId(5));
    QCoreApplication::processEvents();
    QCOMPARE(m_desk->commands.submits.open(), 0);
}

void TaskEditorTest::aSentTaskIsShownOnly()
{
    TaskCard card = draft();
    card.row.state = TaskState::Sent;
    open(card);
    QVERIFY(!named<QAbstractButton>(m_editor.get(), QStringLiteral("Send"))->isEnabled());
    QVERIFY(named<QLineEdit>(m_editor.get(), QStringLiteral("Number"))->isReadOnly());
    const auto *message = m_editor->findChild<QLabel *>(QStringLiteral("message"));
    QVERIFY2(message->text().contains(QStringLiteral("only drafts")), qPrintable(message->text()));
}

void TaskEditorTest::theContractorsAddressFillsWhatNobodyTyped()
{
    QVERIFY(m_desk->keepContractors());
    const NamedRef contractor{QStringLiteral("12"), u(u"Ромашка")};
    m_editor->show();
    auto *picker = m_editor->findChild<ui::EntityPicker *>(QStringLiteral("contractor"));
    auto *address = named<QLineEdit>(m_editor.get(), QStringLiteral("Address"));
    test::choose(picker, contractor);
    QTRY_COMPARE(address->text(), u(u"Ленина 5"));
    QCOMPARE(named<QLineEdit>(m_editor.get(), QStringLiteral("Room"))->text(), QStringLiteral("8"));
    // What was typed is not overwritten by the next choice.
    address->selectAll();
    QTest::keyClicks(address, QStringLiteral("x"));
    test::choose(picker, contractor);
    QCoreApplication::processEvents();
    QCOMPARE(address->text(), QStringLiteral("x"));
}

void TaskEditorTest::changeLists(const QString &contractor, const QString &taskTemplate)
{
    m_editor->listsChanged();
    // The form's own questions stand in front of these.
    const auto last = m_desk->details->lastTaskOf(contractor);
    const auto form = m_desk->details->templateForm(taskTemplate);
    QTRY_VERIFY(last.isFinished() && form.isFinished());
    QCoreApplication::processEvents();
    const auto card = m_desk->details->contractor(contractor);
    QTRY_VERIFY(card.isFinished());
    QCoreApplication::processEvents();
}

/// A contractor the service no longer has, and a template with a list that can't be read: each look tells of
/// changed lists, and must not ask for the next look.
void TaskEditorTest::whatIsNotReadIsLookedAtOnceForEachChoice()
{
    const NamedRef gone{QStringLiteral("15"), u(u"Мак")};
    const NamedRef odd{QStringLiteral("9"), u(u"Строгий")};
    Template strict;
    strict.id = odd.id;
    strict.name = odd.name;
    TemplateRow list;
    list.fieldId = QStringLiteral("99");
    list.name = u(u"Причина");
    list.typeId = 5;
    strict.details = {list};
    QVERIFY(m_desk->mirror->applyTemplateList({{odd.id, odd.name}}, false));
    QVERIFY(m_desk->mirror->applyTemplates({{strict, {}}}));
    QVERIFY(m_desk->mirror->applyContractorList({{gone.id, gone.name, {}}}, false));
    m_editor->show();
    auto *contractor = m_editor->findChild<ui::EntityPicker *>(QStringLiteral("contractor"));
    auto *taskTemplate = m_editor->findChild<ui::EntityPicker *>(QStringLiteral("template"));
    test::choose(contractor, gone);
    test::choose(taskTemplate, odd);
    QTRY_COMPARE(m_desk->commands.lookedAtContractors, QStringList(gone.id));
    QTRY_COMPARE(m_desk->commands.lookedAtTemplates, QStringList(odd.id));
    changeLists(gone.id, odd.id);
    changeLists(gone.id, odd.id);
    QCOMPARE(m_desk->commands.lookedAtContractors.size(), 1);
    QCOMPARE(m_desk->commands.lookedAtTemplates.size(), 1);
    // Chosen anew they are looked at anew.
    test::choose(contractor, gone);
    test::choose(taskTemplate, odd);
    QTRY_COMPARE(m_desk->commands.lookedAtContractors.size(), 2);
    QTRY_COMPARE(m_desk->commands.lookedAtTemplates.size(), 2);
    // What comes after all is shown.
    TemplateField values;
    values.id = list.fieldId;
    values.typeId = 5;
    values.values = {{QStringLiteral("1"), u(u"течёт"), false}};
    QVERIFY(m_desk->mirror->applyTemplateFields({{values, {}}}));
    m_editor->listsChanged();
    QTRY_VERIFY(named<QComboBox>(m_editor.get(), u(u"Причина")));
}

QTEST_MAIN(TaskEditorTest)
#include "TaskEditorTest.moc"
