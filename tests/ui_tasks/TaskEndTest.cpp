#include "DraftsFixture.h"

#include "models/TaskListModel.h"
#include "tasks/ResultsDialog.h"
#include "tasks/TaskDetailsPanel.h"
#include "tasks/TaskReasons.h"

#include <QAction>
#include <QPushButton>
#include <QTableWidget>

/// A task's end: closing with the result its template was closed with last, the draft that follows, comments
/// in a row, and what can still be said of a task that is sent.
class TaskEndTest : public DraftsFixture
{
    Q_OBJECT
private Q_SLOTS:
    void theTemplatesLastResultIsOffered();
    void anotherTemplatesIsOfferedAsSuch();
    void aResultWithoutANameAsksForOne();
    void theDictionaryIsKeptByTheUser();
    void closedTheNextRowIsChosen();
    void whatTheDiskRefusesStaysTyped();
    void aDraftKeepsTheResultItWasOpenedWith();
    void aFollowUpBeginsAsTheClosedTask();
    void aFollowUpTakesTheContractorsAddress();
    void commentsInARow();
    void eachCommentOfARowIsKept();
    void whatCanBeDone_data();
    void whatCanBeDone();
    void disabledActionsSayWhy();
    void theServicesWordsStandBesideTheTask();
    void theClientsPhonesAreThere();
    void noOlderTaskUnderANewerChoice();

private:
    CloseTaskDialog *close(const QString &number)
    {
        chooseTask(number);
        m_screen->closeCurrent();
        return openWindow<CloseTaskDialog>();
    }
    void keepSent(const QString &templateId = u"7"_s);
    void send(QWidget *dialog, const QString &button, CommandId id = 50)
    {
        named<QAbstractButton>(dialog, button)->click();
        commands().submits.answer(id);
    }
    static QPlainTextEdit *note(QWidget *dialog) { return named<QPlainTextEdit>(dialog, u"Result note"_s); }
    ui::TaskDetailsPanel *panel() const { return m_screen->findChild<ui::TaskDetailsPanel *>(); }
    QString current() const
    {
        return m_screen->findChild<QTableView *>(u"tasks"_s)
            ->currentIndex()
            .siblingAtColumn(0)
            .data()
            .toString();
    }
};

/// Two more that are sent: 104 "4" with what its client needs, and 105 "5".
void TaskEndTest::keepSent(const QString &templateId)
{
    QVector<store::Kept<Task>> tasks;
    for (int i = 4; i <= 5; ++i) {
        Task task;
        task.id = QString::number(100 + i);
        task.number = QString::number(i);
        task.taskTemplate = {templateId, u"Осмотр"_s};
        task.contractor = Known<NamedRef>::fromService({u"12"_s, u"Ромашка"_s});
        task.draft = Known<bool>::fromService(false);
        if (i == 4)
            task.address
                = Known<Address>::fromService({u"Ленина 5"_s, {}, {}, u"8"_s, u"со двора"_s, {}, {}});
        tasks.append({task, "{}"});
    }
    QVERIFY(m_desk->mirror->noteFeed({{u"104"_s, 4}, {u"105"_s, 5}}, 5));
    QVERIFY(m_desk->mirror->applyTasks(tasks, {4, 5}));
    MirrorChange change;
    change.taskListChanged = true;
    m_screen->apply(change);
    auto *table = m_screen->findChild<QTableView *>(u"tasks"_s);
    QTRY_COMPARE(table->model()->rowCount(), 5);
    for (int row = 0; row < 5; ++row)
        QTRY_VERIFY(table->model()->index(row, 0).data().toString() != u"…"_s);
}

void TaskEndTest::theTemplatesLastResultIsOffered()
{
    QVERIFY(m_desk->journal->keepResult({u"74"_s, u"Выполнено"_s}));
    QVERIFY(m_desk->journal->noteResultUsed(u"7"_s, u"74"_s));
    QVERIFY(m_desk->journal->noteResultUsed(u"8"_s, u"75"_s));
    restart();
    CloseTaskDialog *dialog = close(u"3"_s);
    QVERIFY(dialog);
    QCOMPARE(dialog->result(), (NamedRef{u"74"_s, u"Выполнено"_s}));
    QVERIFY(dialog->findChild<QLabel *>(u"aboutResult"_s)->text().contains(u"Монтаж"_s));
    // What is left to say is the note, of any number of lines.
    QTRY_COMPARE(QApplication::focusWidget(), note(dialog));
    QTest::keyClicks(note(dialog), u"done"_s);
    QTest::keyClick(note(dialog), Qt::Key_Return);
    QTest::keyClicks(note(dialog), u"and paid"_s);
    QTest::keyClick(note(dialog), Qt::Key_Return, Qt::ControlModifier);
    QTRY_COMPARE(commands().submitted.size(), 1);
    const auto *said = std::get_if<CloseTask>(&commands().submitted.constFirst());
    QVERIFY(said);
    QCOMPARE(said->result.id, u"74"_s);
    QCOMPARE(said->note, u"done\nand paid"_s);
    QVERIFY(commands().keptResults.isEmpty());
}

void TaskEndTest::anotherTemplatesIsOfferedAsSuch()
{
    QVERIFY(m_desk->journal->keepResult({u"75"_s, u"Отказ"_s}));
    QVERIFY(m_desk->journal->noteResultUsed(u"8"_s, u"75"_s));
    restart();
    CloseTaskDialog *dialog = close(u"3"_s);
    QVERIFY(dialog);
    QCOMPARE(dialog->result().id, u"75"_s);
    QVERIFY(dialog->findChild<QLabel *>(u"aboutResult"_s)->text().contains(u"not closed from here"_s));
    // One that was just said may still be refused or taken back: it is not offered yet.
    dialog->findChild<ui::EntityPicker *>(u"result"_s)->setTypedText(u"80 Готово"_s);
    send(dialog, u"Close task"_s);
    QTRY_VERIFY(!openWindow<CloseTaskDialog>());
    QCOMPARE(commands().keptResults, (QVector<NamedRef>{{u"80"_s, u"Готово"_s}}));
    dialog = close(u"3"_s);
    QCOMPARE(dialog->result().id, u"75"_s);
    leave(dialog);
    // Once the service has taken it, it is: with the number beside the name.
    QVERIFY(m_desk->journal->keepResult({u"80"_s, u"Готово"_s}));
    QVERIFY(m_desk->journal->noteResultUsed(u"7"_s, u"80"_s));
    MirrorChange sent;
    sent.journalChanged = true;
    m_screen->apply(sent);
    QTRY_COMPARE(
        m_screen->windows().resultMemory().offerFor({u"7"_s, u"Монтаж"_s}).result,
        (NamedRef{u"80"_s, u"Готово"_s}));
    dialog = close(u"3"_s);
    QCOMPARE(dialog->findChild<ui::EntityPicker *>(u"result"_s)->typedText(), u"80 Готово"_s);
    QCOMPARE(dialog->result(), (NamedRef{u"80"_s, u"Готово"_s}));
}

void TaskEndTest::aResultWithoutANameAsksForOne()
{
    CloseTaskDialog *dialog = close(u"3"_s);
    QVERIFY(dialog);
    const auto *about = dialog->findChild<QLabel *>(u"aboutResult"_s);
    QVERIFY(about->text().contains(u"No command of the service lists"_s));
    QTRY_VERIFY(dialog->findChild<ui::EntityPicker *>(u"result"_s)->hasFocus());
    dialog->findChild<ui::EntityPicker *>(u"result"_s)->setTypedText(u"74"_s);
    QVERIFY2(about->text().startsWith(u"#74 has no name yet"_s), qPrintable(about->text()));
    dialog->findChild<ui::EntityPicker *>(u"result"_s)->setTypedText(u"74 Готово"_s);
    QVERIFY(!about->isVisible());
}

void TaskEndTest::theDictionaryIsKeptByTheUser()
{
    QVERIFY(m_desk->journal->keepResult({u"74"_s, u"Выполнено"_s}));
    QVERIFY(m_desk->journal->keepResult({u"741"_s, {}}));
    CloseTaskDialog *dialog = close(u"3"_s);
    QVERIFY(dialog);
    named<QAbstractButton>(dialog, u"Results kept here"_s)->click();
    auto *kept = openWindow<ui::ResultsDialog>();
    QVERIFY(kept);
    auto *table = kept->findChild<QTableWidget *>();
    QTRY_COMPARE(table->rowCount(), 2);
    int seen = 0;
    QCOMPARE(test::unnamedControls(kept, &seen).join(u'|'), QString());
    QSignalSpy changed(kept, &ui::ResultsDialog::changed);
    // A name is given in place, and is on disk before it is called kept.
    QCOMPARE(table->item(0, 0)->text(), u"741"_s);
    table->item(0, 1)->setText(u"Отказ"_s);
    QCOMPARE(commands().keptResults, (QVector<NamedRef>{{u"741"_s, u"Отказ"_s}}));
    QCOMPARE(changed.size(), 0);
    QVERIFY(m_desk->journal->keepResult({u"741"_s, u"Отказ"_s}));
    commands().results.answer({});
    QTRY_COMPARE(changed.size(), 1);
    // None is added without a number; what the disk refuses stays typed.
    named<QAbstractButton>(kept, u"Add"_s)->click();
    QVERIFY(kept->findChild<QLabel *>(u"message"_s)->text().contains(u"Enter the number"_s));
    set(kept, u"Number"_s, u"80"_s);
    set(kept, u"Name"_s, u"Перенос"_s);
    named<QAbstractButton>(kept, u"Add"_s)->click();
    Error full;
    full.kind = ErrorKind::Storage;
    full.cause = ErrorCause::DiskFull;
    commands().results.answer(fail(full));
    QTRY_VERIFY(kept->findChild<QLabel *>(u"message"_s)->text().contains(u"The disk is full"_s));
    QCOMPARE(text(kept, u"Name"_s), u"Перенос"_s);
    // And one that was typed wrong goes.
    table->setCurrentCell(table->findItems(u"741"_s, Qt::MatchExactly).constFirst()->row(), 1);
    named<QAbstractButton>(kept, u"Remove the chosen"_s)->click();
    QCOMPARE(commands().droppedResults, QStringList{u"741"_s});
    QVERIFY(m_desk->journal->dropResult(u"741"_s));
    commands().results.answer({});
    QTRY_COMPARE(table->rowCount(), 1);
}

void TaskEndTest::closedTheNextRowIsChosen()
{
    keepSent();
    auto *table = m_screen->findChild<QTableView *>(u"tasks"_s);
    int from = -1;
    for (int row = 0; row + 1 < 5 && from < 0; ++row) {
        if (table->model()->index(row, 0).data().toString().toInt() >= 3)
            from = row;
    }
    const QString first = table->model()->index(from, 0).data().toString();
    const QString next = table->model()->index(from + 1, 0).data().toString();
    CloseTaskDialog *dialog = close(first);
    QVERIFY(dialog);
    dialog->findChild<ui::EntityPicker *>(u"result"_s)->setTypedText(u"74"_s);
    QCOMPARE(current(), first);
    send(dialog, u"Close task"_s);
    QTRY_COMPARE(current(), next);
    QTRY_COMPARE(panel()->row(), m_screen->model().rowOf(table->currentIndex()));
}

void TaskEndTest::whatTheDiskRefusesStaysTyped()
{
    CloseTaskDialog *dialog = close(u"3"_s);
    QVERIFY(dialog);
    dialog->findChild<ui::EntityPicker *>(u"result"_s)->setTypedText(u"74"_s);
    note(dialog)->setPlainText(u"готово"_s);
    named<QAbstractButton>(dialog, u"Close and make a follow-up draft"_s)->click();
    Error full;
    full.kind = ErrorKind::Storage;
    full.cause = ErrorCause::DiskFull;
    commands().submits.answer(fail(full));
    const auto *message = dialog->findChild<QLabel *>(u"message"_s);
    QTRY_VERIFY(message->isVisible() && message->text().contains(u"The disk is full"));
    QCOMPARE(note(dialog)->toPlainText(), u"готово"_s);
    QCOMPARE(dialog->result().id, u"74"_s);
    QVERIFY(!openWindow<TaskEditor>());
}

void TaskEndTest::aDraftKeepsTheResultItWasOpenedWith()
{
    QVERIFY(m_desk->journal->keepResult({u"74"_s, u"Выполнено"_s}));
    QVERIFY(m_desk->journal->noteResultUsed(u"7"_s, u"74"_s));
    restart();
    note(close(u"3"_s))->setPlainText(u"готово"_s);
    leave(openWindow<CloseTaskDialog>());
    QVERIFY(m_desk->journal->noteResultUsed(u"7"_s, u"75"_s));
    restart();
    m_screen->windows().openKept();
    QTRY_VERIFY(openWindow<CloseTaskDialog>());
    QCOMPARE(openWindow<CloseTaskDialog>()->result().id, u"74"_s);
    QCOMPARE(note(openWindow<CloseTaskDialog>())->toPlainText(), u"готово"_s);
}

void TaskEndTest::aFollowUpBeginsAsTheClosedTask()
{
    keepSent();
    CloseTaskDialog *dialog = close(u"4"_s);
    QVERIFY(dialog);
    dialog->findChild<ui::EntityPicker *>(u"result"_s)->setTypedText(u"74"_s);
    QTRY_COMPARE(QApplication::activeWindow(), dialog);
    QTest::keyClick(dialog, Qt::Key_Return, Qt::ControlModifier | Qt::ShiftModifier);
    QTRY_COMPARE(commands().submitted.size(), 1);
    commands().submits.answer(CommandId(50));
    QTRY_VERIFY(openWindow<TaskEditor>());
    TaskEditor *editor = openWindow<TaskEditor>();
    QVERIFY(editor->isNew());
    QCOMPARE(
        editor->findChild<ui::EntityPicker *>(u"contractor"_s)->ref(), (NamedRef{u"12"_s, u"Ромашка"_s}));
    QCOMPARE(editor->findChild<ui::EntityPicker *>(u"template"_s)->ref(), (NamedRef{u"7"_s, u"Осмотр"_s}));
    QVERIFY(editor->findChild<ui::EntityPicker *>(u"worker"_s)->ref().isNothing());
    QCOMPARE(text(editor, u"Address"_s), u"Ленина 5"_s);
    QCOMPARE(text(editor, u"Room"_s), u"8"_s);
    QCOMPARE(text(editor, u"Address notes"_s), u"со двора; Follow-up of task 4"_s);
    QCOMPARE(text(editor, u"Number"_s), QString());
    // A draft of its own: it neither is nor replaces the new task that is being typed.
    set(editor, u"Floor"_s, u"2"_s);
    m_desk->clock.advance(300ms);
    QTRY_COMPARE(onDisk().size(), 2); // beside what the close window held
    QCOMPARE(onDisk().constFirst().kind, Draft::Kind::NewTask);
    QVERIFY(onDisk().constFirst().key.contains(u"104"_s));
    named<QAbstractButton>(editor, u"Save draft"_s)->click();
    QCOMPARE(commands().submitted.size(), 2);
    const auto *made = std::get_if<CreateTask>(&commands().submitted.constLast());
    QVERIFY(made);
    QVERIFY(made->body.draft);
    QCOMPARE(made->body.contractor.value.id, u"12"_s);
    QCOMPARE(made->body.address.value.text, u"Ленина 5"_s);
}

void TaskEndTest::aFollowUpTakesTheContractorsAddress()
{
    Contractor client;
    client.id = u"12"_s;
    client.name = u"Ромашка"_s;
    client.detailsLoaded = true;
    client.address = Known<Address>::fromService({u"Мира 1"_s, {}, {}, {}, {}, {}, {}});
    QVERIFY(m_desk->mirror->applyContractorList({{client.id, client.name, {}}}, true));
    QVERIFY(m_desk->mirror->applyContractors({{client, {}}}));
    keepSent();
    CloseTaskDialog *dialog = close(u"5"_s);
    QVERIFY(dialog);
    dialog->findChild<ui::EntityPicker *>(u"result"_s)->setTypedText(u"74"_s);
    send(dialog, u"Close and make a follow-up draft"_s);
    QTRY_VERIFY(openWindow<TaskEditor>());
    QCOMPARE(text(openWindow<TaskEditor>(), u"Address"_s), u"Мира 1"_s);
    QCOMPARE(text(openWindow<TaskEditor>(), u"Address notes"_s), u"Follow-up of task 5"_s);
}

void TaskEndTest::commentsInARow()
{
    chooseTask(u"3"_s);
    m_screen->commentCurrent();
    auto *dialog = openWindow<CommentDialog>();
    QVERIFY(dialog);
    auto *field = named<QPlainTextEdit>(dialog, u"Comment text"_s);
    const auto *message = dialog->findChild<QLabel *>(u"message"_s);
    QTRY_COMPARE(QApplication::activeWindow(), dialog);
    for (int i = 1; i <= 2; ++i) {
        field->setPlainText(u"звонок %1"_s.arg(i));
        QTest::keyClick(field, Qt::Key_Return, Qt::ControlModifier | Qt::ShiftModifier);
        QTRY_COMPARE(commands().submits.open(), 1);
        commands().submits.answer(CommandId(50 + i));
        QTRY_VERIFY(field->toPlainText().isEmpty());
        QVERIFY(dialog->isVisible());
        QVERIFY2(message->text().contains(u"Added: %1."_s.arg(i)), qPrintable(message->text()));
        QTRY_COMPARE(QApplication::focusWidget(), field);
    }
    field->setPlainText(u"и всё"_s);
    QTest::keyClick(field, Qt::Key_Return, Qt::ControlModifier);
    QTRY_COMPARE(commands().submits.open(), 1);
    commands().submits.answer(CommandId(53));
    QTRY_VERIFY(!openWindow<CommentDialog>());
    QStringList texts;
    for (const Command &command : std::as_const(commands().submitted))
        texts.append(std::get<AddComment>(command).text);
    QCOMPARE(texts, (QStringList{u"звонок 1"_s, u"звонок 2"_s, u"и всё"_s}));
}

/// What is typed after the first is kept as the first was.
void TaskEndTest::eachCommentOfARowIsKept()
{
    chooseTask(u"3"_s);
    m_screen->commentCurrent();
    auto *dialog = openWindow<CommentDialog>();
    QVERIFY(dialog);
    auto *field = named<QPlainTextEdit>(dialog, u"Comment text"_s);
    field->setPlainText(u"первый"_s);
    m_desk->clock.advance(300ms);
    QTRY_COMPARE(onDisk().size(), 1);
    named<QAbstractButton>(dialog, u"Add and write another"_s)->click();
    QCOMPARE(commands().submittedDrafts.constFirst(), onDisk().constFirst().key);
    QVERIFY(m_desk->journal->dropDraft(onDisk().constFirst().key)); // as the journal does with the command
    commands().submits.answer(CommandId(50));
    QTRY_VERIFY(field->toPlainText().isEmpty());
    QCOMPARE(dialog->windowTitle(), u"Comment"_s);
    field->setPlainText(u"второй"_s);
    m_desk->clock.advance(300ms);
    QTRY_COMPARE(onDisk().size(), 1);
    leave(dialog);
    m_screen->commentCurrent();
    dialog = openWindow<CommentDialog>();
    QCOMPARE(named<QPlainTextEdit>(dialog, u"Comment text"_s)->toPlainText(), u"второй"_s);
}

void TaskEndTest::whatCanBeDone_data()
{
    QTest::addColumn<int>("state");
    QTest::addColumn<QString>("can"); // edit, close, comment, fields
    QTest::newRow("draft") << int(TaskState::Draft) << u"e-cf"_s;
    QTest::newRow("sent") << int(TaskState::Sent) << u"-xcf"_s;
    QTest::newRow("to be sent") << int(TaskState::ToBeSent) << u"-xcf"_s;
    QTest::newRow("not known") << int(TaskState::NotKnown) << u"-xcf"_s;
    QTest::newRow("closed") << int(TaskState::Closed) << u"--cf"_s;
    QTest::newRow("gone") << int(TaskState::Gone) << u"----"_s;
}

void TaskEndTest::whatCanBeDone()
{
    QFETCH(int, state);
    QFETCH(QString, can);
    TaskRow task;
    task.row = 1;
    task.state = TaskState(state);
    const ui::TaskReasons why = ui::TaskReasons::of(task);
    QString now;
    now += why.edit.isEmpty() ? u'e' : u'-';
    now += why.close.isEmpty() ? u'x' : u'-';
    now += why.comment.isEmpty() ? u'c' : u'-';
    now += why.fields.isEmpty() ? u'f' : u'-';
    QCOMPARE(now, can);
    QVERIFY(!why.remove.isEmpty());
    QVERIFY(why.lines().constLast().contains(u"no command that deletes"_s));
    QCOMPARE(ui::TaskReasons::of({}).close, u"Choose a task first."_s);
}

void TaskEndTest::disabledActionsSayWhy()
{
    chooseTask(u"1"_s); // a draft
    auto *closes = m_screen->findChild<QAction *>(u"closeTaskAction"_s);
    auto *adds = m_screen->findChild<QAction *>(u"addFieldAction"_s);
    auto *deletes = m_screen->findChild<QAction *>(u"deleteTaskAction"_s);
    QTRY_VERIFY(!closes->isEnabled());
    for (const QString &said : {closes->toolTip(), closes->statusTip()})
        QVERIFY2(said.contains(u"send it first"_s), qPrintable(said));
    QCOMPARE(named<QAbstractButton>(m_screen.get(), u"Close task"_s)->toolTip(), closes->toolTip());
    QVERIFY(adds->isEnabled());
    QVERIFY(!deletes->isEnabled());
    QVERIFY(deletes->statusTip().contains(u"no command"_s));
    chooseTask(u"3"_s); // sent
    QTRY_VERIFY(closes->isEnabled());
    QVERIFY(closes->toolTip().contains(u"Ctrl+E"_s));
    QVERIFY(closes->statusTip().isEmpty());
    QTRY_VERIFY(panel()->toPlainText().contains(u"the service lets only drafts be changed"_s));
    QVERIFY(panel()->toPlainText().contains(u"no command that deletes"_s));
}

void TaskEndTest::theServicesWordsStandBesideTheTask()
{
    Error refused;
    refused.kind = ErrorKind::Refused;
    refused.words = u"Неизвестный статус завершения"_s;
    const CommandId id = m_desk->add(
        CloseTask{{u"103"_s, {}}, {u"999"_s, {}}, u"готово"_s, u"3"_s}, CommandState::Refused, refused);
    QVERIFY(m_desk->add(AddComment{{u"103"_s, {}}, u"<b>звонок</b>"_s, u"3"_s}, CommandState::Sent));
    QVERIFY(m_desk->add(AddComment{{u"103"_s, {}}, u"ещё"_s, u"3"_s}, CommandState::Held));
    chooseTask(u"1"_s);
    chooseTask(u"3"_s);
    QTRY_VERIFY(panel()->toPlainText().contains(u"Comments sent from this computer"_s));
    const QString words = panel()->toPlainText();
    QVERIFY2(words.contains(u"Неизвестный статус завершения"_s), qPrintable(words));
    QVERIFY(words.contains(u"<b>звонок</b>  (sent)"_s)); // as it is, whatever it looks like
    QVERIFY(words.contains(u"ещё  (held, not sent yet)"_s));
    QVERIFY(words.contains(u"готово"_s));
    // And from there it is mended, as it was typed.
    named<QPushButton>(m_screen.get(), u"Mend what was refused"_s)->click();
    QTRY_VERIFY(openWindow<CloseTaskDialog>());
    QCOMPARE(note(openWindow<CloseTaskDialog>())->toPlainText(), u"готово"_s);
    QCOMPARE(openWindow<CloseTaskDialog>()->result().id, u"999"_s);
    send(openWindow<CloseTaskDialog>(), u"Close task"_s);
    QTRY_COMPARE(commands().decided.size(), 1);
    QCOMPARE(commands().decided.constFirst().id, id);
}

void TaskEndTest::theClientsPhonesAreThere()
{
    Contractor client;
    client.id = u"12"_s;
    client.name = u"Ромашка"_s;
    client.parent = {u"11"_s, u"Цветы"_s};
    client.detailsLoaded = true;
    client.persons = Known<QVector<Person>>::fromService({{u"7"_s, u"Александр"_s}});
    client.phones = Known<QVector<Phone>>::fromService(
        {{u"1"_s, u"+7 903 627-77-81"_s, u"7"_s},
         {u"2"_s, u"832874834"_s, {}},
         {u"3"_s, u"555"_s, {}, true}});
    QVERIFY(m_desk->mirror->applyContractorList({{client.id, client.name, client.parent}}, true));
    QVERIFY(m_desk->mirror->applyContractors({{client, {}}}));
    keepSent();
    chooseTask(u"4"_s);
    QTRY_VERIFY(panel()->toPlainText().contains(u"+7 903 627-77-81  Александр"_s));
    const QString words = panel()->toPlainText();
    QVERIFY(words.contains(u"832874834"_s));
    QVERIFY(!words.contains(u"555"_s));
    QVERIFY2(words.contains(u"Цветы / Ромашка"_s), qPrintable(words));
    QVERIFY(words.contains(u"Address notes: со двора"_s));
}

void TaskEndTest::noOlderTaskUnderANewerChoice()
{
    // The answers come one after the other: at no moment does the text name another task than the chosen.
    const auto rowOf = [this](const QString &id) { return m_desk->mirror->mirrored(id).value()->row; };
    for (int turn = 0; turn < 20; ++turn) {
        const int which = turn % 3 + 1;
        panel()->show(rowOf(QString::number(100 + which)));
        QVERIFY(!panel()->toPlainText().contains(u"Task"_s)); // at once: nothing of the one before
        const QString wanted = u"Task %1\n"_s.arg(which);
        if (turn % 4 == 3) {
            QTRY_VERIFY(panel()->toPlainText().startsWith(wanted));
        } else {
            QCoreApplication::processEvents();
            QVERIFY(panel()->toPlainText().isEmpty() || panel()->toPlainText().startsWith(wanted));
        }
    }
    panel()->show(0);
    QCoreApplication::processEvents();
    QVERIFY(panel()->toPlainText().isEmpty());
}

QTEST_MAIN(TaskEndTest)
#include "TaskEndTest.moc"
