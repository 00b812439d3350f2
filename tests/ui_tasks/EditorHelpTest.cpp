#include "Controls.h"
#include "EditorFixture.h"
#include "core/CommandKinds.h"
#include "tasks/TaskEditor.h"
#include "tasks/TaskStart.h"
#include "widgets/DraftBook.h"
#include "widgets/EntityPicker.h"

#include <QAbstractButton>
#include <QCheckBox>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QSignalSpy>
#include <QTest>

using namespace naryad;
using namespace Qt::StringLiterals;
using test::named;
using ui::TaskEditor;

/// What the editor fills in and tells by itself, and the way by keys alone.
class EditorHelpTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void cleanup() { m_editor.reset(); }
    void aContractorBringsAddressPhonesAndLastTemplate();
    void theLastTasksAddressServesWhereTheCardHasNone();
    void whatWasChosenIsNotChosenAnew();
    void aKnownCallersTaskByKeys();
    void sentBeforeTheListAnswers();
    void sentAndOnToTheNext();
    void aContractorMadeHereGoesFirst();
    void aFullDiskBetweenTheTwoMakesItOnce();
    void oneDroppedMeanwhileIsMadeAnew();
    void aTakenBackTaskSpeaksOfTheOneMade();
    void whatIsOddIsToldAndNotForbidden();
    void aPastStartIsToldOfADraftAndNotOfASentTask();
    void allEmployeesOnDemand();
    void aKnownAddressIsTakenWhole();
    void whatAKnownAddressDoesNotTellStays();
    void aTypedAddressStaysWhatItIs();
    void theServicesWordsStandAtTheirField();

private:
    void keepPast();
    void begin() { begin(ui::TaskStart::plain()); }
    void begin(const ui::TaskStart &start);
    template <class T> T *field(const char *name) const
    {
        return m_editor->findChild<T *>(QString::fromLatin1(name));
    }
    QLineEdit *line(const char *name) const { return field<QLineEdit>(name); }
    ui::EntityPicker *picker(const char *name) const { return field<ui::EntityPicker>(name); }
    void choose(const char *name, const NamedRef &ref) { test::choose(picker(name), ref); }
    void press(Qt::Key key, Qt::KeyboardModifiers modifiers = Qt::NoModifier)
    {
        QTest::keyClick(m_editor->focusWidget(), key, modifiers);
    }
    /// Key by key, as somebody types.
    void type(const QString &text)
    {
        for (const QChar letter : text) {
            QKeyEvent down(QEvent::KeyPress, Qt::Key_unknown, Qt::NoModifier, QString(letter));
            QApplication::sendEvent(m_editor->focusWidget(), &down);
        }
    }
    TaskBody submitted() const { return std::get<CreateTask>(m_desk->commands.submitted.constLast()).body; }

    const NamedRef m_romashka{u"12"_s, u"Ромашка"_s};
    const NamedRef m_vasilek{u"13"_s, u"Василёк"_s};
    const NamedRef m_montage{u"7"_s, u"Монтаж"_s};
    const NamedRef m_petrov{u"3"_s, u"Петров Евгений"_s};
    std::unique_ptr<test::EditorFixture> m_desk;
    std::unique_ptr<TaskEditor> m_editor;
};

void EditorHelpTest::init()
{
    m_desk = std::make_unique<test::EditorFixture>();
    QVERIFY(m_desk->open());
    QVERIFY(m_desk->keepTemplates());
    QVERIFY(m_desk->keepContractors());
    keepPast();
    m_editor = std::make_unique<TaskEditor>(m_desk->desk());
}

/// Romashka's tasks 101 and 102 (the later, template 8); 103 of Petrov tomorrow at 15; a contractor without
/// an address.
void EditorHelpTest::keepPast()
{
    const auto task = [this](const QString &id, const NamedRef &contractor, const NamedRef &kind, int day) {
        Task made;
        made.id = id;
        made.number = u"N"_s + id;
        made.taskTemplate = kind;
        made.draft = Known<bool>::fromService(false);
        made.plannedStart = Known<QDateTime>::fromService(QDateTime({2026, 11, day}, {12, 0}, Qt::UTC));
        made.plannedEnd = Known<QDateTime>::fromService(QDateTime({2026, 11, day}, {14, 0}, Qt::UTC));
        made.contractor = Known<NamedRef>::fromService(contractor);
        made.worker = Known<NamedRef>::fromService(m_petrov);
        return store::Kept<Task>{made, "{}"};
    };
    const NamedRef homeless{u"14"_s, u"Лютик"_s};
    QVector<store::Kept<Task>> tasks{
        task(u"101"_s, m_romashka, m_montage, 10), task(u"102"_s, m_romashka, {u"8"_s, u"Осмотр"_s}, 11),
        task(u"103"_s, homeless, m_montage, 25)};
    tasks[2].value.address = Known<Address>::fromService({u"Садовая 7"_s, u"2"_s, {}, {}, {}, {}, {}});
    QVERIFY(m_desk->mirror->applyTasks(tasks, {0, 0, 0}));
    QVERIFY(m_desk->mirror->applyEmployees(
        {{m_petrov.id, m_petrov.name, Known<bool>::fromService(false), Known<bool>::fromService(true)},
         {u"4"_s, u"Диспетчерова Анна"_s, Known<bool>::fromService(true), Known<bool>::fromService(false)}},
        true));
    Contractor card;
    card.id = m_romashka.id;
    card.name = m_romashka.name;
    card.detailsLoaded = true;
    card.address = Known<Address>::fromService({u"Ленина 5"_s, {}, {}, u"8"_s, u"вход со двора"_s, {}, {}});
    Phone phone;
    phone.number = u"89036277781"_s;
    phone.personId = u"1"_s;
    card.phones = Known<QVector<Phone>>::fromService({phone});
    card.persons = Known<QVector<Person>>::fromService({{u"1"_s, u"Александр"_s, {}, {}, {}, false}});
    Contractor second;
    second.id = homeless.id;
    second.name = homeless.name;
    second.detailsLoaded = true;
    second.address = Known<Address>::fromService({});
    QVERIFY(m_desk->mirror->applyContractorList({{homeless.id, homeless.name, {}}}, false));
    QVERIFY(m_desk->mirror->applyContractors({{card, {}}, {second, {}}}));
}

void EditorHelpTest::begin(const ui::TaskStart &start)
{
    m_editor->fill(start.body);
    m_editor->show();
    QVERIFY(QTest::qWaitForWindowActive(m_editor.get()));
    m_editor->putIn(start);
}

void EditorHelpTest::aContractorBringsAddressPhonesAndLastTemplate()
{
    begin();
    QVERIFY(picker("contractor")->hasFocus());
    choose("contractor", m_romashka);
    QTRY_COMPARE(picker("template")->ref().id, u"8"_s);
    QTRY_COMPARE(line("address")->text(), u"Ленина 5"_s);
    QCOMPARE(line("room")->text(), u"8"_s);
    const auto *known = field<QLabel>("contractorKnown");
    QTRY_VERIFY(test::hasRoom(known));
    QVERIFY2(known->text().contains(u"+7 (903) 627-77-81 Александр"_s), qPrintable(known->text()));
    // Another contractor: nothing of the former stays.
    choose("contractor", m_vasilek);
    QTRY_COMPARE(line("address")->text(), u"Мира 1"_s);
    QVERIFY(picker("template")->ref().isNothing());
    QVERIFY(!known->isVisible());
}

void EditorHelpTest::theLastTasksAddressServesWhereTheCardHasNone()
{
    begin();
    choose("contractor", {u"14"_s, u"Лютик"_s});
    QTRY_COMPARE(line("address")->text(), u"Садовая 7"_s);
    QCOMPARE(line("entrance")->text(), u"2"_s);
}

void EditorHelpTest::whatWasChosenIsNotChosenAnew()
{
    begin();
    choose("template", m_montage);
    choose("contractor", m_romashka);
    QTRY_COMPARE(line("address")->text(), u"Ленина 5"_s); // told after the template
    QCOMPARE(picker("template")->ref(), m_montage);
}

/// ux 5: with contractor, address and template in, `1 5` Tab, `п е` Enter, Ctrl+Enter: seven keys.
void EditorHelpTest::aKnownCallersTaskByKeys()
{
    ui::TaskStart start = ui::TaskStart::forContractor(m_romashka);
    start.body.taskTemplate = m_montage;
    begin(start);
    QTRY_VERIFY(line("field-62"));
    QVERIFY(line("plannedStart")->hasFocus());
    type(u"15"_s);
    press(Qt::Key_Tab);
    QVERIFY(picker("worker")->hasFocus());
    type(u"пе"_s);
    press(Qt::Key_Return);
    press(Qt::Key_Return, Qt::ControlModifier);
    QTRY_COMPARE(m_desk->commands.submitted.size(), 1);
    QCOMPARE(submitted().worker.value, m_petrov);
    QCOMPARE(submitted().contractor.value, m_romashka);
    QCOMPARE(submitted().taskTemplate, m_montage);
    QVERIFY(!submitted().draft);
    QCOMPARE(submitted().plannedStart, QDateTime({2026, 11, 24}, {12, 0}, Qt::UTC));
    QCOMPARE(submitted().plannedEnd, QDateTime({2026, 11, 24}, {13, 30}, Qt::UTC));
}

/// Ctrl+Enter right behind the letters: what they mean is waited for, not complained of.
void EditorHelpTest::sentBeforeTheListAnswers()
{
    ui::TaskStart start = ui::TaskStart::forContractor(m_romashka);
    start.body.taskTemplate = m_montage;
    begin(start);
    picker("worker")->setFocus();
    type(u"пе"_s);
    m_editor->findChild<QAbstractButton *>(u"send"_s)->click();
    QCOMPARE(m_desk->commands.submitted.size(), 0);
    QTRY_COMPARE(m_desk->commands.submitted.size(), 1);
    QCOMPARE(submitted().worker.value, m_petrov);
    QVERIFY(!field<QLabel>("message")->isVisible());
}

void EditorHelpTest::sentAndOnToTheNext()
{
    ui::TaskStart start = ui::TaskStart::forContractor(m_romashka);
    start.body.taskTemplate = m_montage;
    start.body.worker = Known<NamedRef>::fromHere(m_petrov);
    begin(start);
    const QPointer<TaskEditor> editor = m_editor.release();
    QSignalSpy next(editor, &TaskEditor::nextWanted);
    QTest::keyClick(editor->focusWidget(), Qt::Key_Return, Qt::ControlModifier | Qt::ShiftModifier);
    QTRY_COMPARE(m_desk->commands.submitted.size(), 1);
    QCOMPARE(next.size(), 0); // not before it is on disk
    m_desk->commands.submits.answer(CommandId(5));
    QTRY_VERIFY(!editor);
    QCOMPARE(next.size(), 1);
}

void EditorHelpTest::aContractorMadeHereGoesFirst()
{
    begin();
    picker("contractor")->setFocus();
    type(u"Новый клиент"_s);
    QTRY_VERIFY(picker("contractor")->isUnresolved());
    named<QAbstractButton>(m_editor.get(), u"New contractor"_s)->click();
    // What was typed is its name; the phone comes next.
    QCOMPARE(named<QLineEdit>(m_editor.get(), u"Name"_s)->text(), u"Новый клиент"_s);
    QVERIFY(line("newContractorPhone")->hasFocus());
    QTRY_VERIFY(test::hasRoom(line("newContractorPhone")));
    type(u"+7 903 111-22-33"_s);
    press(Qt::Key_Tab);
    type(u"Ленина 9"_s);
    QCOMPARE(line("address")->text(), u"Ленина 9"_s);
    line("room")->setText(u"4"_s);
    choose("template", m_montage);
    named<QAbstractButton>(m_editor.get(), u"Save draft"_s)->click();
    QCOMPARE(m_desk->commands.saidFirst.size(), 1);
    const auto create = std::get<CreateContractor>(m_desk->commands.saidFirst.constFirst());
    QCOMPARE(create.body.name, u"Новый клиент"_s);
    QCOMPARE(create.body.phones, QStringList(u"+7 903 111-22-33"_s));
    QCOMPARE(create.body.address.value.text, u"Ленина 9"_s);
    QCOMPARE(create.body.address.value.room, u"4"_s);
    QCOMPARE(m_desk->commands.submitted.size(), 0); // the task goes behind it
    m_desk->commands.firsts.answer(CommandId(4));
    QTRY_COMPARE(m_desk->commands.submitted.size(), 1);
    QCOMPARE(
        submitted().contractor.value,
        (NamedRef{localId(m_desk->commands.tokens.constFirst()), u"Новый клиент"_s}));
}

void EditorHelpTest::aFullDiskBetweenTheTwoMakesItOnce()
{
    begin(ui::TaskStart::forCaller(u"Новый клиент"_s, u"112233"_s));
    QCOMPARE(line("newContractorPhone")->text(), u"112233"_s);
    // Whose phone it is already is told.
    line("newContractorPhone")->setText(u"8 903 627-77-81"_s);
    QTRY_VERIFY(field<QLabel>("contractorKnown")->text().contains(u"Ромашка"_s));
    line("newContractorPhone")->setText(u"112233"_s);
    QVERIFY(!field<QLabel>("contractorKnown")->isVisible());
    choose("template", m_montage);
    auto *save = named<QAbstractButton>(m_editor.get(), u"Save draft"_s);
    save->click();
    const QString token = m_desk->commands.tokens.constFirst();
    const auto entry = m_desk->journal->append(
        m_desk->commands.saidFirst.constFirst(), CommandState::Waiting, {}, {}, token);
    QVERIFY(entry);
    const NamedRef made{localId(token), u"Новый клиент"_s};
    m_desk->commands.firsts.answer(entry->id);
    QTRY_COMPARE(m_desk->commands.submitted.size(), 1);
    m_desk->commands.submits.answer(fail(ErrorKind::Storage));
    QTRY_VERIFY(field<QLabel>("message")->isVisible());
    // From here on it is as it was said, and is said no more.
    QTRY_VERIFY(!line("newContractorName")->isVisible());
    QCOMPARE(picker("contractor")->ref(), made);
    QTRY_VERIFY(field<QLabel>("contractorKnown")->text().contains(u"112233"_s));
    QVERIFY(field<QLabel>("message")->isVisible());
    save->click();
    QCOMPARE(m_desk->commands.tokens.size(), 1);
    QTRY_COMPARE(m_desk->commands.submitted.size(), 2);
    QCOMPARE(submitted().contractor.value, made);
}

void EditorHelpTest::oneDroppedMeanwhileIsMadeAnew()
{
    begin(ui::TaskStart::forCaller(u"Новый клиент"_s, u"112233"_s));
    choose("template", m_montage);
    auto *save = named<QAbstractButton>(m_editor.get(), u"Save draft"_s);
    save->click();
    const QString token = m_desk->commands.tokens.constFirst();
    const auto entry = m_desk->journal->append(
        m_desk->commands.saidFirst.constFirst(), CommandState::Waiting, {}, {}, token);
    QVERIFY(entry);
    QVERIFY(m_desk->settle(entry->id, CommandState::Dropped));
    m_desk->commands.firsts.answer(fail(ErrorKind::BadInput));
    QTRY_VERIFY(field<QLabel>("message")->isVisible());
    QVERIFY(line("newContractorName")->isVisible());
    line("newContractorName")->setText(u"Другой клиент"_s);
    save->click();
    QTRY_COMPARE(m_desk->commands.tokens.size(), 2);
    QVERIFY(m_desk->commands.tokens.at(1) != token);
    QCOMPARE(std::get<CreateContractor>(m_desk->commands.saidFirst.at(1)).body.name, u"Другой клиент"_s);
    m_desk->commands.firsts.answer(CommandId(5));
    QTRY_COMPARE(m_desk->commands.submitted.size(), 1);
    QCOMPARE(
        submitted().contractor.value, (NamedRef{localId(m_desk->commands.tokens.at(1)), u"Другой клиент"_s}));
}

void EditorHelpTest::aTakenBackTaskSpeaksOfTheOneMade()
{
    const QString token = u"6f1c7f3e-58a1-4a35-9f0b-0d7b3a3f6e01"_s;
    CreateContractor create;
    create.body.name = u"Новый клиент"_s;
    const auto entry = m_desk->journal->append(create, CommandState::Waiting, {}, {}, token);
    QVERIFY(entry);
    Draft draft;
    draft.key = u"new task"_s;
    draft.form
        = {{u"about"_s, QJsonObject()},
           {u"changes"_s,
            QJsonObject{
                {u"newContractor"_s,
                 QJsonObject{{u"token"_s, token}, {u"name"_s, u"Новый клиент"_s}, {u"phone"_s, u"1"_s}}}}}};
    ui::DraftBook book(m_desk->desk(), isOfTask);
    m_editor->keepAs(book, draft);
    m_editor->show();
    QTRY_COMPARE(picker("contractor")->ref(), (NamedRef{localId(token), u"Новый клиент"_s}));
    choose("template", m_montage);
    named<QAbstractButton>(m_editor.get(), u"Save draft"_s)->click();
    QCOMPARE(m_desk->commands.saidFirst.size(), 0);
    QCOMPARE(submitted().contractor.value.id, localId(token));
}

void EditorHelpTest::whatIsOddIsToldAndNotForbidden()
{
    Template strict;
    strict.id = u"9"_s;
    strict.name = u"Строгий"_s;
    TemplateRow row;
    row.fieldId = u"70"_s;
    row.name = u"Причина"_s;
    row.typeId = 1;
    row.required = true;
    strict.details = {row};
    QVERIFY(m_desk->mirror->applyTemplateList({{strict.id, strict.name}}, false));
    QVERIFY(m_desk->mirror->applyTemplates({{strict, {}}}));
    begin();
    choose("template", {strict.id, strict.name});
    QTRY_VERIFY(line("field-70"));
    QTRY_VERIFY(field<QLabel>("requiredMissing")->text().contains(u"Причина"_s));
    QTRY_VERIFY(test::hasRoom(field<QLabel>("requiredMissing")));
    choose("worker", m_petrov);
    line("plannedStart")->setFocus();
    type(u"25.11 16-17"_s); // Petrov has 15 to 17 there
    press(Qt::Key_Tab);
    const auto *overlaps = field<QLabel>("overlaps");
    QTRY_VERIFY(test::hasRoom(overlaps));
    QVERIFY2(
        overlaps->text().contains(u"N103"_s) && overlaps->text().contains(u"Петров"_s),
        qPrintable(overlaps->text()));
    line("plannedEnd")->clear();
    line("plannedStart")->setText(u"23.11.2026 9:00"_s);
    line("plannedStart")->setFocus();
    press(Qt::Key_Tab);
    QVERIFY(field<QLabel>("plannedStartReason")->text().contains(u"in the past"_s));
    QTRY_VERIFY(!overlaps->isVisible());
    named<QAbstractButton>(m_editor.get(), u"Send"_s)->click();
    QCOMPARE(m_desk->commands.submitted.size(), 1);
    m_desk->commands.submits.answer(fail(ErrorKind::Storage));
    QTRY_VERIFY(line("field-70")->isEnabled());
    line("field-70")->setText(u"течёт"_s);
    QVERIFY(!field<QLabel>("requiredMissing")->isVisible());
}

void EditorHelpTest::aPastStartIsToldOfADraftAndNotOfASentTask()
{
    TaskCard card = test::EditorFixture::draft();
    card.task.plannedStart = Known<QDateTime>::fromService(QDateTime({2026, 11, 20}, {12, 0}, Qt::UTC));
    m_editor->edit(card);
    m_editor->show();
    QVERIFY(field<QLabel>("plannedStartReason")->text().contains(u"in the past"_s));
    m_editor = std::make_unique<TaskEditor>(m_desk->desk());
    card.row.state = TaskState::Sent;
    m_editor->edit(card);
    m_editor->show();
    QVERIFY(!field<QLabel>("plannedStartReason")->isVisible());
}

void EditorHelpTest::allEmployeesOnDemand()
{
    begin();
    auto *worker = picker("worker");
    worker->setFocus();
    type(u"анна"_s);
    QTRY_COMPARE(worker->count(), 0);
    auto *all = named<QCheckBox>(m_editor.get(), u"Show all"_s);
    all->click();
    QTRY_COMPARE(worker->count(), 1);
    worker->takeBest();
    QTRY_COMPARE(worker->ref().id, u"4"_s);
}

void EditorHelpTest::aKnownAddressIsTakenWhole()
{
    begin();
    line("address")->setFocus();
    type(u"ленина"_s);
    const auto *list = line("address")->findChild<QListView *>();
    QTRY_VERIFY(list->isVisible());
    QCOMPARE(list->model()->rowCount(), 1);
    press(Qt::Key_Down);
    press(Qt::Key_Return);
    QCOMPARE(line("address")->text(), u"Ленина 5"_s);
    QCOMPARE(line("room")->text(), u"8"_s);
    QCOMPARE(line("addressNotes")->text(), u"вход со двора"_s);
    QVERIFY(!list->isVisible());
    QVERIFY(m_editor->isVisible()); // Enter took it and nothing else
}

void EditorHelpTest::whatAKnownAddressDoesNotTellStays()
{
    begin();
    line("floor")->setText(u"3"_s);
    line("addressNotes")->setText(u"домофон 12"_s);
    const auto takeBest = [this](const QString &typed) {
        line("address")->setFocus();
        line("address")->selectAll();
        type(typed);
        QTRY_VERIFY(line("address")->findChild<QListView *>()->isVisible());
        press(Qt::Key_Down);
        press(Qt::Key_Return);
    };
    takeBest(u"ленина"_s);
    QCOMPARE(line("address")->text(), u"Ленина 5"_s);
    QCOMPARE(line("room")->text(), u"8"_s);
    QCOMPARE(line("floor")->text(), u"3"_s);
    QCOMPARE(line("addressNotes")->text(), u"вход со двора"_s); // told by the known one
    // What only the former known one told does not stay.
    takeBest(u"мира"_s);
    QCOMPARE(line("address")->text(), u"Мира 1"_s);
    QCOMPARE(line("room")->text(), QString());
    QCOMPARE(line("addressNotes")->text(), QString());
    QCOMPARE(line("floor")->text(), u"3"_s);
}

void EditorHelpTest::aTypedAddressStaysWhatItIs()
{
    begin();
    line("address")->setFocus();
    type(u"лен"_s);
    const auto *list = line("address")->findChild<QListView *>();
    QTRY_VERIFY(list->isVisible());
    press(Qt::Key_Escape);
    QVERIFY(!list->isVisible());
    QVERIFY(m_editor->isVisible());
    type(u"ина"_s);
    QTRY_VERIFY(list->isVisible());
    press(Qt::Key_Tab); // nothing is marked
    QCOMPARE(line("address")->text(), u"ленина"_s);
    QCOMPARE(line("room")->text(), QString());
}

void EditorHelpTest::theServicesWordsStandAtTheirField()
{
    begin(ui::TaskStart::forContractor(m_romashka));
    Error refused;
    refused.kind = ErrorKind::Refused;
    refused.words = u"contractor not found"_s;
    m_editor->tellRefusal(refused);
    QVERIFY(field<QLabel>("message")->text().contains(u"contractor not found"_s));
    QVERIFY(picker("contractor")->hasFocus());
    // Typing does not take it away: it is still to be mended.
    type(u"x"_s);
    QVERIFY(field<QLabel>("message")->isVisible());
}

QTEST_MAIN(EditorHelpTest)
#include "EditorHelpTest.moc"
