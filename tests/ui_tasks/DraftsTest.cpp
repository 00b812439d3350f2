#include "DraftsFixture.h"

/// What is typed is kept on this computer as it is typed, and goes when it is said.
class DraftsTest : public DraftsFixture
{
    Q_OBJECT
private Q_SLOTS:
    void whatIsTypedIsKeptAfterAPause();
    void whoNeverPausesIsKeptToo();
    void nothingTypedIsNotKept();
    void whatIsTakenBackIsNotKept();
    void itGoesWithTheCommand();
    void itDoesNotCloseWhileItIsSaid();
    void quittingKeepsWhatIsOpen();
    void aFullDiskIsSaidAndTriedAgain();
    void startingOverCanBeUndone();
    void whatIsTypedAfterStartingOverStaysApart();
    void aNumberStillInTheFieldIsTheKnownResult();
};

void DraftsTest::whatIsTypedIsKeptAfterAPause()
{
    TaskEditor *editor = newTask();
    QVERIFY(editor);
    set(editor, u"Address"_s, u"Ленина 5"_s);
    m_desk->clock.advance(299ms);
    QCoreApplication::processEvents();
    QVERIFY(commands().kept.isEmpty());
    QCOMPARE(editor->windowTitle(), u"New task"_s);
    m_desk->clock.advance(1ms);
    QTRY_COMPARE(onDisk().size(), 1);
    QCOMPARE(onDisk().constFirst().kind, Draft::Kind::NewTask);
    // 09:00 UTC is noon in Moscow.
    QTRY_COMPARE(editor->windowTitle(), u"New task — saved on this computer 12:00:00"_s);
    // The same again is not written twice.
    set(editor, u"Address"_s, u"Ленина 57"_s);
    set(editor, u"Address"_s, u"Ленина 5"_s);
    m_desk->clock.advance(1s);
    QCoreApplication::processEvents();
    QCOMPARE(commands().kept.size(), 1);
}

void DraftsTest::whoNeverPausesIsKeptToo()
{
    TaskEditor *editor = newTask();
    QVERIFY(editor);
    for (int i = 0; i < 22; ++i) {
        set(editor, u"Address"_s, u"Ленина %1"_s.arg(i));
        m_desk->clock.advance(100ms);
        QCoreApplication::processEvents();
    }
    // Every 300 ms: no more than that is lost, whenever the program ends.
    QCOMPARE(commands().kept.size(), 7);
    set(editor, u"Address"_s, u"Ленина 1"_s);
}

void DraftsTest::nothingTypedIsNotKept()
{
    TaskEditor *editor = newTask();
    QVERIFY(editor);
    leave(editor);
    chooseTask(u"1"_s);
    editor = editTask();
    QVERIFY(editor);
    QTRY_VERIFY(named<QLineEdit>(editor, u"Сумма"_s)); // also with all that has come by itself
    leave(editor);
    chooseTask(u"3"_s);
    m_screen->commentCurrent();
    leave(openWindow<CommentDialog>());
    m_screen->closeCurrent();
    leave(openWindow<CloseTaskDialog>());
    m_desk->clock.advance(1h);
    QCoreApplication::processEvents();
    QVERIFY(commands().kept.isEmpty());
    QVERIFY(commands().dropped.isEmpty());
}

void DraftsTest::whatIsTakenBackIsNotKept()
{
    chooseTask(u"1"_s);
    m_screen->commentCurrent();
    auto *dialog = openWindow<CommentDialog>();
    QVERIFY(dialog);
    auto *comment = named<QPlainTextEdit>(dialog, u"Comment text"_s);
    comment->setPlainText(u"звонок"_s);
    m_desk->clock.advance(300ms);
    QTRY_COMPARE(onDisk().size(), 1);
    comment->clear();
    m_desk->clock.advance(300ms);
    QTRY_VERIFY(onDisk().isEmpty());
    QCOMPARE(dialog->windowTitle(), u"Comment"_s);
}

void DraftsTest::itGoesWithTheCommand()
{
    chooseTask(u"3"_s);
    m_screen->commentCurrent();
    auto *dialog = openWindow<CommentDialog>();
    QVERIFY(dialog);
    named<QPlainTextEdit>(dialog, u"Comment text"_s)->setPlainText(u"звонок"_s);
    named<QAbstractButton>(dialog, u"Add comment"_s)->click();
    // It is on disk before it is said, and named, so that both happen in one step.
    QCOMPARE(commands().kept.size(), 1);
    QCOMPARE(commands().submittedDrafts, QStringList{commands().kept.constFirst().key});
    const QPointer<CommentDialog> gone(dialog);
    commands().submits.answer(CommandId(5));
    QTRY_VERIFY(!gone);
    m_screen->commentCurrent();
    dialog = openWindow<CommentDialog>();
    QVERIFY(dialog);
    QCOMPARE(named<QPlainTextEdit>(dialog, u"Comment text"_s)->toPlainText(), QString());
    // Nothing of it is kept again afterwards.
    m_desk->clock.advance(1h);
    QCoreApplication::processEvents();
    m_screen.reset();
    QCOMPARE(commands().kept.size(), 1);
}

void DraftsTest::itDoesNotCloseWhileItIsSaid()
{
    chooseTask(u"3"_s);
    m_screen->commentCurrent();
    const QPointer<CommentDialog> dialog = openWindow<CommentDialog>();
    QVERIFY(dialog);
    auto *comment = named<QPlainTextEdit>(dialog, u"Comment text"_s);
    comment->setPlainText(u"звонок"_s);
    named<QAbstractButton>(dialog, u"Add comment"_s)->click();
    QTest::keyClick(dialog, Qt::Key_Escape);
    dialog->close();
    QVERIFY(!comment->isEnabled()); // what is typed now would not be said
    QVERIFY(dialog->isVisible());
    Error full;
    full.kind = ErrorKind::Storage;
    full.cause = ErrorCause::DiskFull;
    commands().submits.answer(fail(full));
    const auto *message = dialog->findChild<QLabel *>(u"message"_s);
    QTRY_VERIFY(message->isVisible() && message->text().contains(u"The disk is full"));
    QVERIFY(comment->isEnabled());
    comment->setPlainText(u"звонок 2"_s);
    leave(dialog.data());
    QCOMPARE(commands().kept.constLast().form.value(u"changes").toObject().value(u"text"), u"звонок 2"_s);
}

void DraftsTest::quittingKeepsWhatIsOpen()
{
    TaskEditor *editor = newTask();
    QVERIFY(editor);
    set(editor, u"Address"_s, u"Ленина 5"_s);
    chooseTask(u"3"_s);
    m_screen->commentCurrent();
    named<QPlainTextEdit>(openWindow<CommentDialog>(), u"Comment text"_s)->setPlainText(u"звонок"_s);
    m_screen.reset();
    QCOMPARE(onDisk().size(), 2);
}

void DraftsTest::aFullDiskIsSaidAndTriedAgain()
{
    Error full;
    full.kind = ErrorKind::Storage;
    full.cause = ErrorCause::DiskFull;
    const auto keep = commands().keep;
    commands().keep = [full](const Draft &) { return Result<void>(fail(full)); };
    QSignalSpy notKept(&m_screen->windows(), &ui::TaskWindows::notKept);
    TaskEditor *editor = newTask();
    QVERIFY(editor);
    set(editor, u"Address"_s, u"Ленина 5"_s);
    m_desk->clock.advance(300ms);
    const auto *message = editor->findChild<QLabel *>(u"message"_s);
    QTRY_VERIFY(message->isVisible() && message->text().contains(u"not saved"));
    QCOMPARE(editor->windowTitle(), u"New task"_s);
    QVERIFY(notKept.isEmpty());
    // Closed, it is told elsewhere; the text is still there.
    leave(editor);
    m_desk->clock.advance(5s);
    QTRY_COMPARE(notKept.size(), 1);
    QVERIFY(notKept.constFirst().constFirst().toString().contains(u"The disk is full"));
    editor = newTask();
    QVERIFY(editor);
    QCOMPARE(text(editor, u"Address"_s), u"Ленина 5"_s);
    // There is room again.
    commands().keep = keep;
    m_desk->clock.advance(5s);
    QTRY_COMPARE(onDisk().size(), 1);
}

void DraftsTest::startingOverCanBeUndone()
{
    TaskEditor *editor = newTask();
    QVERIFY(editor);
    QVERIFY(!named<QAbstractButton>(editor, u"Start over"_s)); // there is nothing to take out
    set(editor, u"Address"_s, u"Ленина 5"_s);
    m_desk->clock.advance(300ms);
    QTRY_COMPARE(onDisk().size(), 1);
    named<QAbstractButton>(editor, u"Start over"_s)->click();
    QCOMPARE(text(editor, u"Address"_s), QString());
    QTRY_VERIFY(onDisk().isEmpty());
    named<QAbstractButton>(editor, u"Bring back"_s)->click();
    QCOMPARE(text(editor, u"Address"_s), u"Ленина 5"_s);
    QTRY_COMPARE(onDisk().size(), 1);
    QVERIFY(named<QAbstractButton>(editor, u"Start over"_s));
}

void DraftsTest::whatIsTypedAfterStartingOverStaysApart()
{
    TaskEditor *editor = newTask();
    QVERIFY(editor);
    set(editor, u"Address"_s, u"Ленина 5"_s);
    set(editor, u"Floor"_s, u"7"_s);
    named<QAbstractButton>(editor, u"Start over"_s)->click();
    set(editor, u"Address"_s, u"Мира 1"_s);
    set(editor, u"Room"_s, u"12"_s);
    // Either stands whole, and the other comes back.
    named<QAbstractButton>(editor, u"Bring back"_s)->click();
    QCOMPARE(text(editor, u"Address"_s), u"Ленина 5"_s);
    QCOMPARE(text(editor, u"Floor"_s), u"7"_s);
    QCOMPARE(text(editor, u"Room"_s), QString());
    named<QAbstractButton>(editor, u"Bring back"_s)->click();
    QCOMPARE(text(editor, u"Address"_s), u"Мира 1"_s);
    QCOMPARE(text(editor, u"Floor"_s), QString());
    QCOMPARE(text(editor, u"Room"_s), u"12"_s);
}

void DraftsTest::aNumberStillInTheFieldIsTheKnownResult()
{
    QVERIFY(m_desk->journal->keepResult({u"174"_s, u"Аннулировано"_s}));
    QVERIFY(m_desk->journal->keepResult({u"74"_s, u"Выполнено"_s}));
    chooseTask(u"3"_s);
    m_screen->closeCurrent();
    auto *dialog = openWindow<CloseTaskDialog>();
    QVERIFY(dialog);
    auto *result = dialog->findChild<ui::EntityPicker *>(u"result"_s);
    result->setTypedText(u"74"_s);
    QTRY_COMPARE(result->count(), 2); // both are called so
    named<QAbstractButton>(dialog, u"Close task"_s)->click();
    QCOMPARE(commands().submitted.size(), 1);
    const auto *close = std::get_if<CloseTask>(&commands().submitted.constFirst());
    QVERIFY(close);
    QCOMPARE(close->result, (NamedRef{u"74"_s, u"Выполнено"_s}));
    QVERIFY(commands().keptResults.isEmpty()); // its name is known: nothing is put over it
}

QTEST_MAIN(DraftsTest)
#include "DraftsTest.moc"
