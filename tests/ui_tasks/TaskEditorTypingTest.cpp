#include "Controls.h"
#include "EditorFixture.h"
#include "models/Words.h"
#include "tasks/TaskDialogs.h"
#include "tasks/TaskEditor.h"
#include "widgets/EntityPicker.h"
#include "widgets/TimeField.h"

#include <QAbstractButton>
#include <QCheckBox>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QTest>

using namespace naryad;
using test::named;
using test::u;
using ui::TaskEditor;

/// What the editor makes of typing, step by step: nothing is said that nobody typed, what the program fills
/// in follows what it was filled in for, and a message goes when its reason does.
class TaskEditorTypingTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void cleanup() { m_editor.reset(); }
    void onlyThePartTypedIsSaid();
    void anAddressFollowsItsContractor();
    void anAddressKeptWithItsContractorFollowsToo();
    void aTypedAddressStays();
    void noEndIsMadeUp();
    void theEndFollowsTheStart();
    void aTypedEndCountsFromTheStart();
    void sendingTakesWhatIsTyped();
    void aRangeFillsBothEnds();
    void takenAwayWhileTypedIntoItIsWhole();
    void anUnreadableTimeIsToldOnLeaving();
    void aMessageGoesWithItsReason();
    void theSmallFormsMessagesGoToo();
    void aWorkerNobodyToldIsLeftOut();
    void whatIsNotSetIsNotSaid();
    void theFieldsComeBeforeTheButtons();
    void aSentTasksFieldsAreReadOnly();
    void aQueuedTaskIsNotCalledSent();
    void aNumberShowsTheLanguagesMark();

private:
    void open(const TaskCard &card);
    void begin();
    template <class T> T *field(const char *name) const
    {
        return m_editor->findChild<T *>(QString::fromLatin1(name));
    }
    QLineEdit *line(const char *name) const { return field<QLineEdit>(name); }
    QString textOf(const char *label) const { return field<QLabel>(label)->text(); }
    void choose(const char *picker, const NamedRef &ref);
    void type(const char *name, const QString &text);
    void press(const QString &button) { named<QAbstractButton>(m_editor.get(), button)->click(); }
    TaskBody submitted() const;

    const NamedRef m_romashka{QStringLiteral("12"), u(u"Ромашка")};
    const NamedRef m_vasilek{QStringLiteral("13"), u(u"Василёк")};
    const NamedRef m_montage{QStringLiteral("7"), u(u"Монтаж")};
    std::unique_ptr<test::EditorFixture> m_desk;
    std::unique_ptr<TaskEditor> m_editor;
};

void TaskEditorTypingTest::init()
{
    QLocale::setDefault(QLocale::c());
    m_desk = std::make_unique<test::EditorFixture>();
    QVERIFY(m_desk->open());
    QVERIFY(m_desk->keepTemplates());
    QVERIFY(m_desk->keepContractors());
    m_editor = std::make_unique<TaskEditor>(m_desk->desk());
}

void TaskEditorTypingTest::open(const TaskCard &card)
{
    m_editor->edit(card);
    begin();
}

void TaskEditorTypingTest::begin()
{
    m_editor->show();
    QVERIFY(QTest::qWaitForWindowActive(m_editor.get()));
}

void TaskEditorTypingTest::choose(const char *picker, const NamedRef &ref)
{
    test::choose(field<ui::EntityPicker>(picker), ref);
}

void TaskEditorTypingTest::type(const char *name, const QString &text)
{
    QLineEdit *edit = line(name);
    edit->setFocus();
    edit->selectAll();
    if (text.isEmpty())
        QTest::keyClick(edit, Qt::Key_Delete);
    else
        edit->insert(text);
    Q_EMIT edit->textEdited(edit->text());
}

TaskBody TaskEditorTypingTest::submitted() const
{
    const Command &command = m_desk->commands.submitted.constLast();
    if (const auto *update = std::get_if<UpdateTask>(&command))
        return update->body;
    return std::get<CreateTask>(command).body;
}

void TaskEditorTypingTest::onlyThePartTypedIsSaid()
{
    open(test::EditorFixture::draft());
    type("floor", QStringLiteral("3"));
    press(QStringLiteral("Save draft"));
    const Known<Address> said = submitted().address;
    QVERIFY(said.isKnown());
    QCOMPARE(said.value.floor, QStringLiteral("3"));
    QVERIFY(said.value.isKnown(AddressPart::Floor));
    for (const AddressPart part :
         {AddressPart::Text, AddressPart::Entrance, AddressPart::Room, AddressPart::Notes,
          AddressPart::Latitude, AddressPart::Longitude})
        QVERIFY(!said.value.isKnown(part));
}

void TaskEditorTypingTest::anAddressFollowsItsContractor()
{
    begin();
    choose("contractor", m_romashka);
    QTRY_COMPARE(line("address")->text(), u(u"Ленина 5"));
    choose("contractor", m_vasilek);
    QTRY_COMPARE(line("address")->text(), u(u"Мира 1"));
    QCOMPARE(line("room")->text(), QString());
    choose("contractor", {});
    QCOMPARE(line("address")->text(), QString());
}

void TaskEditorTypingTest::anAddressKeptWithItsContractorFollowsToo()
{
    TaskCard card = test::EditorFixture::draft();
    card.task.contractor = Known<NamedRef>::fromHere(m_romashka);
    card.task.address = Known<Address>::fromHere({u(u"Ленина 5"), {}, {}, QStringLiteral("8"), {}, {}, {}});
    open(card);
    QTRY_VERIFY(named<QLineEdit>(m_editor.get(), u(u"Сумма")));
    // What is read comes in order: behind this answer the form has its own.
    const auto later = m_desk->reader->contractor(m_romashka.id);
    QTRY_VERIFY(later.isFinished());
    QCoreApplication::processEvents();
    choose("contractor", m_vasilek);
    QTRY_COMPARE(line("address")->text(), u(u"Мира 1"));
    press(QStringLiteral("Save draft"));
    QVERIFY(submitted().address.value.isKnown(AddressPart::Room));
    QCOMPARE(submitted().address.value.room, QString());
}

void TaskEditorTypingTest::aTypedAddressStays()
{
    begin();
    choose("contractor", m_romashka);
    QTRY_COMPARE(line("address")->text(), u(u"Ленина 5"));
    type("floor", QStringLiteral("2"));
    choose("contractor", m_vasilek);
    choose("template", m_montage);
    QTRY_VERIFY(named<QLineEdit>(m_editor.get(), u(u"Сумма"))); // asked after the contractor
    QCOMPARE(line("address")->text(), u(u"Ленина 5"));
    choose("contractor", {});
    QCOMPARE(line("floor")->text(), QStringLiteral("2"));
}

void TaskEditorTypingTest::noEndIsMadeUp()
{
    TaskCard card = test::EditorFixture::draft();
    open(card);
    QTRY_VERIFY(named<QLineEdit>(m_editor.get(), u(u"Сумма")));
    line("plannedStart")->setFocus();
    line("plannedEnd")->setFocus();
    line("plannedStart")->setFocus();
    QCOMPARE(line("plannedEnd")->text(), QString());
    press(QStringLiteral("Save draft"));
    QVERIFY(!submitted().plannedEnd.isValid());

    m_editor = std::make_unique<TaskEditor>(m_desk->desk());
    card.row.state = TaskState::Sent;
    open(card);
    QTRY_VERIFY(named<QLineEdit>(m_editor.get(), u(u"Сумма")));
    const QString start = line("plannedStart")->text();
    QTest::keyClick(line("plannedStart"), Qt::Key_Up);
    QTest::keyClick(line("plannedStart"), Qt::Key_Return);
    QCOMPARE(line("plannedStart")->text(), start);
    QCOMPARE(line("plannedEnd")->text(), QString());
}

void TaskEditorTypingTest::theEndFollowsTheStart()
{
    begin();
    choose("template", m_montage);
    QTRY_VERIFY(named<QLineEdit>(m_editor.get(), u(u"Сумма")));
    type("plannedStart", QStringLiteral("25.11 9"));
    line("number")->setFocus();
    QCOMPARE(line("plannedEnd")->text(), QStringLiteral("25.11.2026 10:30"));
    type("plannedStart", QStringLiteral("25.11 14"));
    line("number")->setFocus();
    QCOMPARE(line("plannedEnd")->text(), QStringLiteral("25.11.2026 15:30"));
    QTest::keyClick(line("plannedStart"), Qt::Key_Up);
    QCOMPARE(line("plannedEnd")->text(), QStringLiteral("25.11.2026 15:45"));
    choose("template", {QStringLiteral("8"), u(u"Осмотр")});
    QTRY_COMPARE(line("plannedEnd")->text(), QStringLiteral("25.11.2026 14:45"));
    // The user's own end stays.
    type("plannedEnd", QStringLiteral("25.11 18"));
    QTest::keyClick(line("plannedStart"), Qt::Key_Down);
    choose("template", m_montage);
    QTRY_VERIFY(named<QLineEdit>(m_editor.get(), u(u"Сумма")));
    line("number")->setFocus();
    QCOMPARE(line("plannedEnd")->text(), QStringLiteral("25.11.2026 18:00"));
}

void TaskEditorTypingTest::aTypedEndCountsFromTheStart()
{
    begin();
    type("plannedStart", QStringLiteral("30.11 10"));
    type("plannedEnd", QStringLiteral("11"));
    line("number")->setFocus();
    QCOMPARE(line("plannedEnd")->text(), QStringLiteral("30.11.2026 11:00"));
    type("plannedEnd", u(u"+2ч"));
    line("number")->setFocus();
    QCOMPARE(line("plannedEnd")->text(), QStringLiteral("30.11.2026 12:00"));
}

void TaskEditorTypingTest::sendingTakesWhatIsTyped()
{
    begin();
    choose("template", m_montage);
    QTRY_VERIFY(named<QLineEdit>(m_editor.get(), u(u"Сумма")));
    type("plannedStart", QStringLiteral("30.11 10"));
    QTest::keyClick(line("plannedStart"), Qt::Key_S, Qt::ControlModifier);
    QTRY_COMPARE(m_desk->commands.submitted.size(), 1);
    QCOMPARE(submitted().plannedStart, QDateTime({2026, 11, 30}, {7, 0}, Qt::UTC));
    QCOMPARE(submitted().plannedEnd, QDateTime({2026, 11, 30}, {8, 30}, Qt::UTC));
}

void TaskEditorTypingTest::takenAwayWhileTypedIntoItIsWhole()
{
    // The field with the keyboard takes its text when the window goes: the form must still be there.
    begin();
    type("plannedStart", QStringLiteral("30.11 10"));
    m_editor.reset();
    QCOMPARE(m_desk->commands.submitted.size(), 0);
}

void TaskEditorTypingTest::aRangeFillsBothEnds()
{
    begin();
    choose("template", m_montage);
    QTRY_VERIFY(named<QLineEdit>(m_editor.get(), u(u"Сумма")));
    type("plannedStart", u(u"завтра 9-11"));
    line("number")->setFocus();
    QCOMPARE(line("plannedStart")->text(), QStringLiteral("25.11.2026 09:00"));
    QCOMPARE(line("plannedEnd")->text(), QStringLiteral("25.11.2026 11:00"));
    // It is the user's own end: it does not follow any more.
    QTest::keyClick(line("plannedStart"), Qt::Key_Up);
    QCOMPARE(line("plannedEnd")->text(), QStringLiteral("25.11.2026 11:00"));
}

void TaskEditorTypingTest::anUnreadableTimeIsToldOnLeaving()
{
    begin();
    type("plannedStart", u(u"завтра"));
    QVERIFY(!field<QLabel>("plannedStartReason")->isVisible());
    line("number")->setFocus();
    QVERIFY(field<QLabel>("plannedStartReason")->isVisible());
    QVERIFY(textOf("plannedStartReason").contains(QStringLiteral("add the hour")));
    type("plannedStart", u(u"завтра 9"));
    QVERIFY(!field<QLabel>("plannedStartReason")->isVisible());
    type("plannedEnd", QStringLiteral("later"));
    line("number")->setFocus();
    QVERIFY(textOf("plannedEndReason").contains(QStringLiteral("not a time")));
    type("plannedEnd", {});
    QVERIFY(!field<QLabel>("plannedEndReason")->isVisible());
}

void TaskEditorTypingTest::aMessageGoesWithItsReason()
{
    begin();
    press(QStringLiteral("Save draft"));
    QVERIFY(textOf("message").contains(QStringLiteral("Choose a template")));
    type("number", QStringLiteral("5")); // mends nothing
    QVERIFY(textOf("message").contains(QStringLiteral("Choose a template")));
    choose("template", m_montage);
    QCOMPARE(textOf("message"), QString());
    type("latitude", QStringLiteral("91"));
    type("longitude", QStringLiteral("37"));
    press(QStringLiteral("Save draft"));
    QVERIFY(textOf("message").contains(QStringLiteral("latitude")));
    type("latitude", QStringLiteral("55"));
    QCOMPARE(textOf("message"), QString());
}

void TaskEditorTypingTest::theSmallFormsMessagesGoToo()
{
    ui::CommentDialog comment(m_desk->desk(), {{QStringLiteral("9"), {}}, {}, {}});
    comment.setAttribute(Qt::WA_DeleteOnClose, false);
    comment.show();
    named<QAbstractButton>(&comment, QStringLiteral("Add comment"))->click();
    const auto *message = comment.findChild<QLabel *>(QStringLiteral("message"));
    QVERIFY(message->text().contains(QStringLiteral("Write the comment")));
    comment.findChild<QPlainTextEdit *>()->setPlainText(QStringLiteral("x"));
    QCOMPARE(message->text(), QString());

    ui::CloseTaskDialog closing(m_desk->desk(), {{QStringLiteral("9"), {}}, {}, {}}, {});
    closing.setAttribute(Qt::WA_DeleteOnClose, false);
    closing.show();
    named<QAbstractButton>(&closing, QStringLiteral("Close task"))->click();
    message = closing.findChild<QLabel *>(QStringLiteral("message"));
    QVERIFY(message->text().contains(QStringLiteral("number of the result")));
    closing.findChild<ui::EntityPicker *>()->lineEdit()->setText(QStringLiteral("74"));
    QCOMPARE(message->text(), QString());
}

void TaskEditorTypingTest::aWorkerNobodyToldIsLeftOut()
{
    open(test::EditorFixture::draft());
    press(QStringLiteral("Send"));
    QCOMPARE(m_desk->commands.submitted.size(), 0);
    QVERIFY(textOf("message").contains(QStringLiteral("did not tell who the worker")));
    press(QStringLiteral("Send without naming the worker"));
    QCOMPARE(m_desk->commands.submitted.size(), 1);
    QVERIFY(!submitted().worker.isKnown());
    QVERIFY(!submitted().draft);
    // A worker known to be none is still asked for.
    m_editor = std::make_unique<TaskEditor>(m_desk->desk());
    TaskCard card = test::EditorFixture::draft();
    card.task.worker = Known<NamedRef>::fromHere({});
    open(card);
    press(QStringLiteral("Send"));
    QVERIFY(textOf("message").contains(QStringLiteral("Choose a worker")));
    QCOMPARE(m_desk->commands.submitted.size(), 1);
}

void TaskEditorTypingTest::whatIsNotSetIsNotSaid()
{
    begin();
    choose("template", m_montage);
    QTRY_VERIFY(named<QCheckBox>(m_editor.get(), u(u"Гарантия")));
    auto *warranty = named<QCheckBox>(m_editor.get(), u(u"Гарантия"));
    QCOMPARE(warranty->checkState(), Qt::PartiallyChecked);
    QVERIFY(warranty->toolTip().contains(QStringLiteral("Not set")));
    QCOMPARE(field<QCheckBox>("checkResult")->checkState(), Qt::PartiallyChecked);
    press(QStringLiteral("Save draft"));
    QVERIFY(!submitted().resultCheck.isKnown());
    QVERIFY(submitted().details.isEmpty());
    m_desk->commands.submits.answer(fail(ErrorKind::Storage, {}));
    QTRY_VERIFY(warranty->isEnabled());
    warranty->setCheckState(Qt::Unchecked);
    field<QCheckBox>("checkResult")->setCheckState(Qt::Unchecked);
    press(QStringLiteral("Save draft"));
    QCOMPARE(submitted().details.value(0).value, FieldValue::checkbox(false));
    QVERIFY(submitted().resultCheck.isKnown() && !submitted().resultCheck.value);
}

void TaskEditorTypingTest::theFieldsComeBeforeTheButtons()
{
    begin();
    choose("template", m_montage);
    QTRY_VERIFY(named<QLineEdit>(m_editor.get(), u(u"Сумма")));
    field<QCheckBox>("checkResult")->setFocus();
    QStringList order;
    for (int step = 0; step < 6; ++step) {
        QTest::keyClick(m_editor->focusWidget(), Qt::Key_Tab);
        order.append(m_editor->focusWidget()->objectName());
    }
    QCOMPARE(
        order,
        QStringList(
            {QStringLiteral("field-62"), QStringLiteral("field-63"), QStringLiteral("field-64"),
             QStringLiteral("field-65"), QStringLiteral("startOver"), QStringLiteral("saveDraft")}));
}

void TaskEditorTypingTest::aSentTasksFieldsAreReadOnly()
{
    TaskCard card = test::EditorFixture::draft();
    card.row.state = TaskState::Sent;
    open(card);
    QTRY_VERIFY(line("field-62"));
    int lines = 0;
    const auto edits = m_editor->findChildren<QLineEdit *>();
    for (const QLineEdit *edit : edits) {
        QVERIFY2(edit->isReadOnly(), qPrintable(edit->objectName()));
        QVERIFY(!edit->isClearButtonEnabled());
        QVERIFY2(
            edit->placeholderText().isEmpty() || edit->placeholderText() == models::notKnownText(),
            qPrintable(edit->placeholderText()));
        // Looks as the window does, and can be read.
        for (const auto group : {QPalette::Active, QPalette::Disabled}) {
            const QPalette look = edit->palette();
            QCOMPARE(look.color(group, QPalette::Base), m_editor->palette().color(QPalette::Window));
            QCOMPARE(look.color(group, QPalette::Text), m_editor->palette().color(QPalette::WindowText));
        }
        ++lines;
    }
    QVERIFY(lines > 10);
    QVERIFY(!field<QCheckBox>("field-63")->isEnabled());
    QVERIFY(!field<QWidget>("field-64")->isEnabled());
}

void TaskEditorTypingTest::aQueuedTaskIsNotCalledSent()
{
    TaskCard card = test::EditorFixture::draft();
    card.row.state = TaskState::ToBeSent;
    card.row.pending = PendingState::Waiting;
    open(card);
    QVERIFY(line("number")->isReadOnly());
    QVERIFY2(textOf("message").contains(QStringLiteral("waits to be sent")), qPrintable(textOf("message")));
    QVERIFY(!textOf("message").contains(QStringLiteral("is sent")));
}

void TaskEditorTypingTest::aNumberShowsTheLanguagesMark()
{
    QLocale::setDefault(QLocale(QLocale::Russian));
    TaskCard card = test::EditorFixture::draft();
    card.task.details[1].value = FieldValue::number(QStringLiteral("1500.5"));
    open(card);
    QTRY_VERIFY(line("field-62"));
    QCOMPARE(line("field-62")->text(), QStringLiteral("1500,5"));
    press(QStringLiteral("Save draft"));
    QCOMPARE(submitted().details.at(1).value, FieldValue::number(QStringLiteral("1500.5")));
}

QTEST_MAIN(TaskEditorTypingTest)
#include "TaskEditorTypingTest.moc"
