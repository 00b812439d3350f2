#include "DraftsFixture.h"

/// What was typed and left opens again as it was: soon after, in a later run, and where the world has gone
/// on.
class DraftsLaterTest : public DraftsFixture
{
    Q_OBJECT
private Q_SLOTS:
    void escKeepsAndItOpensAsItWas_data();
    void escKeepsAndItOpensAsItWas();
    void eachTaskHasItsOwn();
    void whatWasTakenBackStandsOpenAgain();
    void aTaskThatGotItsIdIsTheSame();
    void whatOthersChangedMeanwhileIsThere();
    void whatCanNoLongerBeSaidIsShown();
    void aTypedDayStaysThatDay();
    void aMendedCommandIsKeptApart();
    void whatMendsStandsOverWhatWasRefused();
    void theNewTaskIsNoOthersDraft_data();
    void theNewTaskIsNoOthersDraft();
    void anEarlierRunsAreTold();
};

void DraftsLaterTest::escKeepsAndItOpensAsItWas_data()
{
    QTest::addColumn<bool>("restarted");
    QTest::newRow("at once") << false;
    QTest::newRow("after a restart") << true;
}

void DraftsLaterTest::escKeepsAndItOpensAsItWas()
{
    QFETCH(bool, restarted);
    TaskEditor *editor = newTask();
    QVERIFY(editor);
    test::choose(editor->findChild<ui::EntityPicker *>(u"template"_s), {u"7"_s, u"Монтаж"_s});
    QTRY_VERIFY(named<QLineEdit>(editor, u"Сумма"_s));
    set(editor, u"Сумма"_s, u"примерно 5"_s); // no number
    set(editor, u"Address"_s, u"Ленина 5"_s);
    set(editor, u"Planned start"_s, u"после обеда"_s); // no time
    named<QAbstractButton>(editor, u"Check the result"_s)->click();
    editor->findChild<ui::EntityPicker *>(u"contractor"_s)->setTypedText(u"нет такого"_s); // no contractor
    leave(editor);
    if (restarted)
        restart();

    editor = newTask();
    QVERIFY(editor);
    QTRY_VERIFY(named<QLineEdit>(editor, u"Сумма"_s));
    QCOMPARE(text(editor, u"Сумма"_s), u"примерно 5"_s);
    QCOMPARE(text(editor, u"Address"_s), u"Ленина 5"_s);
    QCOMPARE(text(editor, u"Planned start"_s), u"после обеда"_s);
    QVERIFY(named<QAbstractButton>(editor, u"Check the result"_s)->isChecked());
    QCOMPARE(editor->findChild<ui::EntityPicker *>(u"template"_s)->ref().id, u"7"_s);
    auto *contractor = editor->findChild<ui::EntityPicker *>(u"contractor"_s);
    QCOMPARE(contractor->typedText(), u"нет такого"_s);
    QVERIFY(contractor->isUnresolved());
    QCOMPARE(
        editor->windowTitle(),
        restarted ? u"New task — saved on this computer 24.11 12:00:00"_s
                  : u"New task — saved on this computer 12:00:00"_s);
    // Opened and left alone it is not written anew.
    const qsizetype written = commands().kept.size();
    leave(editor);
    QCOMPARE(commands().kept.size(), written);
    QCOMPARE(onDisk().size(), 1);
}

void DraftsLaterTest::whatWasTakenBackStandsOpenAgain()
{
    chooseTask(u"1"_s);
    m_screen->commentCurrent();
    named<QPlainTextEdit>(openWindow<CommentDialog>(), u"Comment text"_s)->setPlainText(u"звонок"_s);
    leave(openWindow<CommentDialog>());
    // Said, and so no draft any more.
    const Draft typed = onDisk().constFirst();
    QVERIFY(m_desk->journal->dropDraft(typed.key));
    restart();
    QVERIFY(m_desk->journal->keepDraft(typed));
    m_screen->windows().openRecalled();
    QTRY_VERIFY(openWindow<CommentDialog>());
    QCOMPARE(
        named<QPlainTextEdit>(openWindow<CommentDialog>(), u"Comment text"_s)->toPlainText(), u"звонок"_s);
}

void DraftsLaterTest::eachTaskHasItsOwn()
{
    chooseTask(u"3"_s);
    m_screen->closeCurrent();
    auto *dialog = openWindow<CloseTaskDialog>();
    QVERIFY(dialog);
    named<QPlainTextEdit>(dialog, u"Result note"_s)->setPlainText(u"готово"_s);
    dialog->findChild<ui::EntityPicker *>(u"result"_s)->setTypedText(u"74"_s);
    leave(dialog);
    m_screen->commentCurrent();
    named<QPlainTextEdit>(openWindow<CommentDialog>(), u"Comment text"_s)->setPlainText(u"звонок"_s);
    leave(openWindow<CommentDialog>());

    chooseTask(u"1"_s);
    m_screen->commentCurrent();
    QCOMPARE(named<QPlainTextEdit>(openWindow<CommentDialog>(), u"Comment text"_s)->toPlainText(), QString());
    leave(openWindow<CommentDialog>());
    restart();
    chooseTask(u"3"_s);
    m_screen->commentCurrent();
    QCOMPARE(
        named<QPlainTextEdit>(openWindow<CommentDialog>(), u"Comment text"_s)->toPlainText(), u"звонок"_s);
    leave(openWindow<CommentDialog>());
    m_screen->closeCurrent();
    dialog = openWindow<CloseTaskDialog>();
    QVERIFY(dialog);
    QCOMPARE(named<QPlainTextEdit>(dialog, u"Result note"_s)->toPlainText(), u"готово"_s);
    QCOMPARE(dialog->result(), (NamedRef{u"74"_s, {}}));
}

void DraftsLaterTest::aTaskThatGotItsIdIsTheSame()
{
    const auto create = m_desk->journal->append(test::montage());
    QVERIFY(create);
    TaskRow local;
    local.row = -create->id;
    local.token = create->token;
    m_screen->windows().comment(local);
    named<QPlainTextEdit>(openWindow<CommentDialog>(), u"Comment text"_s)->setPlainText(u"звонок"_s);
    leave(openWindow<CommentDialog>());
    // It is sent, and stands in the list by its id.
    QVERIFY(m_desk->journal->beginAttempt(create->id, "{}", {}));
    store::Outcome sent;
    sent.state = CommandState::Sent;
    sent.resultId = u"101"_s;
    QVERIFY(m_desk->journal->settle(create->id, sent));
    TaskRow mirrored;
    mirrored.id = u"101"_s;
    mirrored.row = m_desk->mirror->mirrored(mirrored.id)->value_or(store::MirroredTask()).row;
    MirrorChange change;
    change.moved = {{local.row, mirrored.row}};
    m_screen->apply(change);
    m_screen->windows().comment(mirrored);
    auto *dialog = openWindow<CommentDialog>();
    QCOMPARE(named<QPlainTextEdit>(dialog, u"Comment text"_s)->toPlainText(), u"звонок"_s);
    leave(dialog);
    restart(); // and so it is known later
    m_screen->windows().comment(mirrored);
    dialog = openWindow<CommentDialog>();
    QCOMPARE(named<QPlainTextEdit>(dialog, u"Comment text"_s)->toPlainText(), u"звонок"_s);
}

void DraftsLaterTest::whatOthersChangedMeanwhileIsThere()
{
    chooseTask(u"1"_s);
    TaskEditor *editor = editTask();
    QVERIFY(editor);
    set(editor, u"Address notes"_s, u"вход со двора"_s);
    leave(editor);
    Task task;
    task.id = u"101"_s;
    task.number = u"1"_s;
    task.taskTemplate = {u"7"_s, u"Монтаж"_s};
    task.draft = Known<bool>::fromService(true);
    task.address = Known<Address>::fromService({u"Ленина 9"_s, {}, {}, {}, {}, {}, {}});
    QVERIFY(m_desk->mirror->applyTasks({{task, "{}"}}, {1}));
    chooseTask(u"1"_s);
    editor = editTask();
    QVERIFY(editor);
    // What was typed stands as it was, all else as the service says now.
    QCOMPARE(text(editor, u"Address notes"_s), u"вход со двора"_s);
    QCOMPARE(text(editor, u"Address"_s), u"Ленина 9"_s);
}

void DraftsLaterTest::whatCanNoLongerBeSaidIsShown()
{
    chooseTask(u"1"_s);
    TaskEditor *editor = editTask();
    QVERIFY(editor);
    set(editor, u"Address notes"_s, u"вход со двора"_s);
    leave(editor);
    Task task;
    task.id = u"101"_s;
    task.number = u"1"_s;
    task.taskTemplate = {u"7"_s, u"Монтаж"_s};
    task.draft = Known<bool>::fromService(false);
    QVERIFY(m_desk->mirror->applyTasks({{task, "{}"}}, {1}));
    editor = editTask();
    QVERIFY(editor);
    QCOMPARE(text(editor, u"Address notes"_s), u"вход со двора"_s);
    QVERIFY(named<QLineEdit>(editor, u"Address notes"_s)->isReadOnly());
    QVERIFY(!named<QAbstractButton>(editor, u"Send"_s)->isEnabled());
    // It can be taken out, so that it need not be kept for ever.
    named<QAbstractButton>(editor, u"Start over"_s)->click();
    QTRY_VERIFY(onDisk().isEmpty());
}

void DraftsLaterTest::aTypedDayStaysThatDay()
{
    TaskEditor *editor = newTask();
    QVERIFY(editor);
    set(editor, u"Planned start"_s, u"завтра 9"_s);
    leave(editor);
    restart(); // a day later
    editor = newTask();
    QVERIFY(editor);
    QCOMPARE(text(editor, u"Planned start"_s), u"25.11.2026 09:00"_s);
}

void DraftsLaterTest::aMendedCommandIsKeptApart()
{
    Error refused;
    refused.kind = ErrorKind::Refused;
    const CommandId id
        = m_desk->add(AddComment{{u"103"_s, {}}, u"звонок"_s, u"3"_s}, CommandState::Refused, refused);
    m_screen->fix(*m_desk->journal->entry(id));
    auto *dialog = openWindow<CommentDialog>();
    QVERIFY(dialog);
    named<QPlainTextEdit>(dialog, u"Comment text"_s)->setPlainText(u"звонок в обед"_s);
    leave(dialog);
    chooseTask(u"3"_s);
    m_screen->commentCurrent();
    dialog = openWindow<CommentDialog>();
    QCOMPARE(named<QPlainTextEdit>(dialog, u"Comment text"_s)->toPlainText(), QString());
    leave(dialog);
    // Opened from what an earlier run left, it still takes the place of the refused one.
    restart();
    m_screen->windows().openKept();
    QTRY_VERIFY(openWindow<CommentDialog>());
    dialog = openWindow<CommentDialog>();
    QCOMPARE(named<QPlainTextEdit>(dialog, u"Comment text"_s)->toPlainText(), u"звонок в обед"_s);
    named<QAbstractButton>(dialog, u"Add comment"_s)->click();
    commands().submits.answer(CommandId(50));
    QTRY_COMPARE(commands().decided.size(), 1);
    QCOMPARE(commands().decided.constFirst(), (test::FakeCommandDesk::Decided{id, Decision::Drop, u"50"_s}));
}

void DraftsLaterTest::whatMendsStandsOverWhatWasRefused()
{
    Error refused;
    refused.kind = ErrorKind::Refused;
    const CommandId id = m_desk->add(
        CloseTask{{u"103"_s, {}}, {u"74"_s, u"Выполнено"_s}, u"заменили насос"_s, u"3"_s},
        CommandState::Refused, refused);
    m_screen->fix(*m_desk->journal->entry(id));
    auto *dialog = openWindow<CloseTaskDialog>();
    QVERIFY(dialog);
    dialog->findChild<ui::EntityPicker *>(u"result"_s)->setTypedText(u"75 Частично"_s);
    leave(dialog);
    restart();
    m_screen->windows().openKept();
    m_screen->windows().openKept(); // pressed twice: one window
    QTRY_VERIFY(openWindow<CloseTaskDialog>());
    QCOMPARE(m_screen->findChildren<CloseTaskDialog *>().size(), 1);
    dialog = openWindow<CloseTaskDialog>();
    QCOMPARE(dialog->result(), (NamedRef{u"75"_s, u"Частично"_s}));
    QCOMPARE(named<QPlainTextEdit>(dialog, u"Result note"_s)->toPlainText(), u"заменили насос"_s);
    leave(dialog);
    // Also where the mended one was taken back: the refused one is dropped by then.
    QVERIFY(m_desk->settle(id, CommandState::Dropped));
    restart();
    m_screen->windows().openKept();
    QTRY_VERIFY(openWindow<CloseTaskDialog>());
    dialog = openWindow<CloseTaskDialog>();
    QCOMPARE(named<QPlainTextEdit>(dialog, u"Result note"_s)->toPlainText(), u"заменили насос"_s);
}

void DraftsLaterTest::theNewTaskIsNoOthersDraft_data()
{
    QTest::addColumn<QString>("keptAs"); // as an earlier version named it; empty: as this one does
    QTest::addColumn<bool>("isCopy");
    QTest::newRow("a follow-up") << QString() << false;
    QTest::newRow("a copy") << QString() << true;
    QTest::newRow("a former follow-up") << u"new task:after:103"_s << false;
    QTest::newRow("a former copy") << u"copy:103"_s << true;
}

/// Another client's call is not typed over what was begun for this one.
void DraftsLaterTest::theNewTaskIsNoOthersDraft()
{
    QFETCH(QString, keptAs);
    QFETCH(bool, isCopy);
    const auto begin = [this, isCopy] {
        if (isCopy)
            m_screen->windows().duplicate(
                m_desk->mirror->mirrored(u"103"_s)->value_or(store::MirroredTask()).row);
        else
            m_screen->windows().followUp({u"103"_s, {}}, u"3"_s);
        QTRY_VERIFY(openWindow<TaskEditor>());
    };
    begin();
    set(openWindow<TaskEditor>(), u"Floor"_s, u"7"_s);
    leave(openWindow<TaskEditor>());
    if (!keptAs.isEmpty()) {
        Draft former = onDisk().constFirst();
        QVERIFY(m_desk->journal->dropDraft(former.key));
        former.key = keptAs;
        QVERIFY(m_desk->journal->keepDraft(former));
    }
    restart();
    TaskEditor *editor = newTask();
    QVERIFY(editor);
    QCOMPARE(text(editor, u"Floor"_s), QString());
    set(editor, u"Floor"_s, u"9"_s);
    leave(editor);
    QCOMPARE(onDisk().size(), 2);
    // Each opens again as it was.
    editor = newTask();
    QVERIFY(editor);
    QCOMPARE(text(editor, u"Floor"_s), u"9"_s);
    leave(editor);
    if (keptAs.isEmpty()) {
        begin();
    } else {
        m_screen->windows().openKept();
        QTRY_VERIFY(openWindow<TaskEditor>());
    }
    QCOMPARE(text(openWindow<TaskEditor>(), u"Floor"_s), u"7"_s);
}

void DraftsLaterTest::anEarlierRunsAreTold()
{
    QCOMPARE(m_left->constFirst().constFirst().toString(), QString());
    TaskEditor *editor = newTask();
    QVERIFY(editor);
    set(editor, u"Address"_s, u"Ленина 5"_s);
    leave(editor);
    m_desk->clock.advance(1min);
    chooseTask(u"3"_s);
    m_screen->commentCurrent();
    named<QPlainTextEdit>(openWindow<CommentDialog>(), u"Comment text"_s)->setPlainText(u"звонок"_s);
    leave(openWindow<CommentDialog>());
    m_desk->clock.advance(1min);
    chooseTask(u"1"_s);
    editor = editTask();
    QVERIFY(editor);
    set(editor, u"Floor"_s, u"7"_s);
    leave(editor);
    restart();
    QString told = m_left->constLast().constFirst().toString();
    QVERIFY2(told.endsWith(u"changes of task 1, a comment on task 3, a new task"_s), qPrintable(told));
    // Each is opened as it was, the newest first, and told no more.
    m_screen->windows().openKept();
    QTRY_VERIFY(openWindow<TaskEditor>());
    QCOMPARE(text(openWindow<TaskEditor>(), u"Floor"_s), u"7"_s);
    QVERIFY(openWindow<TaskEditor>()->windowTitle().startsWith(u"Task 1 "_s));
    leave(openWindow<TaskEditor>());
    m_screen->windows().openKept();
    QVERIFY(openWindow<CommentDialog>());
    leave(openWindow<CommentDialog>());
    told = m_left->constLast().constFirst().toString();
    QVERIFY2(told.endsWith(u": a new task"_s), qPrintable(told));
    m_screen->newTask(); // by its own key as well
    QCOMPARE(text(openWindow<TaskEditor>(), u"Address"_s), u"Ленина 5"_s);
    QCOMPARE(m_left->constLast().constFirst().toString(), QString());
}

QTEST_MAIN(DraftsLaterTest)
#include "DraftsLaterTest.moc"
