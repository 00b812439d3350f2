#include "DraftsFixture.h"

#include "tasks/ViewsPane.h"

#include <QMenu>
#include <QPlainTextEdit>
#include <QPointer>

/// Where the keyboard is as windows come and go, and what was typed and not said is found again.
class KeyboardBackTest : public DraftsFixture
{
    Q_OBJECT
private Q_SLOTS:
    void theListHasItAtOnce_data();
    void theListHasItAtOnce();
    void aSentTasksFormOffersWhatCanBeSaid();
    void whatIsNotFinishedStandsInTheViews();
    void aTakenWorkerIsTypedOnAtItsEnd();
    void thePlansEndStandsBesideItsStart();

private:
    QTableView *table() const { return m_screen->findChild<QTableView *>(u"tasks"_s); }
    ui::ViewsPane *views() const { return m_screen->findChild<ui::ViewsPane *>(); }
};

void KeyboardBackTest::theListHasItAtOnce_data()
{
    QTest::addColumn<bool>("closing");
    QTest::newRow("closing") << true;
    QTest::newRow("comment, by its button") << false;
}

void KeyboardBackTest::theListHasItAtOnce()
{
    QFETCH(const bool, closing);
    chooseTask(u"3"_s);
    auto *button = named<QAbstractButton>(m_screen.get(), closing ? u"Close task"_s : u"Comment"_s);
    button->setFocus();
    button->click();
    QTRY_VERIFY(openWindow<ui::TaskDialog>());
    QPointer<ui::TaskDialog> dialog = openWindow<ui::TaskDialog>();
    QVERIFY(QTest::qWaitForWindowActive(dialog));
    if (closing)
        dialog->findChild<ui::EntityPicker *>(u"result"_s)->setTypedText(u"74 Готово"_s);
    else
        named<QPlainTextEdit>(dialog, u"Comment text"_s)->setPlainText(u"звонок"_s);
    QTRY_VERIFY(QApplication::focusWidget() && dialog->isAncestorOf(QApplication::focusWidget()));
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Return, Qt::ControlModifier);
    QTRY_COMPARE(commands().submits.open(), 1);
    commands().submits.answer(CommandId(50));
    QTRY_VERIFY(!dialog || !dialog->isVisible());
    // No window manager stands behind this test: the program itself has asked for the keyboard.
    QTRY_COMPARE(QApplication::focusWidget(), table());
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Home);
    QCOMPARE(table()->currentIndex().row(), 0);
}

void KeyboardBackTest::aSentTasksFormOffersWhatCanBeSaid()
{
    chooseTask(u"3"_s);
    TaskEditor *editor = editTask();
    QVERIFY(editor);
    QVERIFY(QTest::qWaitForWindowActive(editor));
    QVERIFY(!named<QAbstractButton>(editor, u"Start over"_s));
    QVERIFY(named<QAbstractButton>(editor, u"Comment"_s));
    QVERIFY(named<QAbstractButton>(editor, u"Add field"_s));
    auto *close = named<QAbstractButton>(editor, u"Close task"_s);
    QVERIFY(close);
    QTRY_COMPARE(QApplication::focusWidget(), close);
    QTest::keyClick(close, Qt::Key_Return);
    QTRY_VERIFY(openWindow<CloseTaskDialog>());
    QVERIFY(!openWindow<TaskEditor>());
    QVERIFY(onDisk().isEmpty()); // nothing was typed
}

void KeyboardBackTest::whatIsNotFinishedStandsInTheViews()
{
    QCOMPARE(views()->count(u"unfinished"_s), u"0"_s);
    TaskEditor *editor = newTask();
    QVERIFY(editor);
    set(editor, u"Address"_s, u"Ленина 9"_s);
    leave(editor);
    QCOMPARE(views()->count(u"unfinished"_s), u"1"_s);
    views()->setCurrent(u"unfinished"_s);
    QTest::keyClick(views(), Qt::Key_Return);
    QTRY_VERIFY(openWindow<TaskEditor>());
    QCOMPARE(text(openWindow<TaskEditor>(), u"Address"_s), u"Ленина 9"_s);
    QCOMPARE(views()->count(u"unfinished"_s), u"0"_s); // it is open
    leave(openWindow<TaskEditor>());
    // Of several the user chooses.
    chooseTask(u"3"_s);
    m_screen->commentCurrent();
    named<QPlainTextEdit>(openWindow<CommentDialog>(), u"Comment text"_s)->setPlainText(u"звонок"_s);
    leave(openWindow<CommentDialog>());
    QCOMPARE(views()->count(u"unfinished"_s), u"2"_s);
    QTest::keyClick(views(), Qt::Key_Return);
    QTRY_VERIFY(m_screen->findChild<QMenu *>(u"unfinishedMenu"_s));
    auto *menu = m_screen->findChild<QMenu *>(u"unfinishedMenu"_s);
    QVERIFY(menu->actions().constFirst()->text().contains(u"a comment on task 3"_s));
    QTest::keyClick(menu, Qt::Key_Return);
    QTRY_VERIFY(openWindow<CommentDialog>());
    QCOMPARE(
        named<QPlainTextEdit>(openWindow<CommentDialog>(), u"Comment text"_s)->toPlainText(), u"звонок"_s);
}

void KeyboardBackTest::aTakenWorkerIsTypedOnAtItsEnd()
{
    TaskEditor *editor = newTask();
    QVERIFY(editor);
    auto *picker = editor->findChild<ui::EntityPicker *>(u"template"_s);
    picker->setFocus();
    QTRY_VERIFY(picker->hasFocus());
    picker->setTypedText(u"Монтаж"_s);
    QTRY_COMPARE(picker->count(), 1);
    QTest::keyClick(picker, Qt::Key_Return);
    QTRY_COMPARE(picker->ref().id, u"7"_s);
    QCOMPARE(picker->lineEdit()->cursorPosition(), int(u"Монтаж"_s.size()));
}

void KeyboardBackTest::thePlansEndStandsBesideItsStart()
{
    TaskEditor *editor = newTask();
    QVERIFY(editor);
    const auto place = [editor](const QString &name) {
        const auto *field = named<QLineEdit>(editor, name);
        return field->mapTo(editor, QPoint(0, 0));
    };
    QTRY_COMPARE(place(u"Planned end"_s).y(), place(u"Planned start"_s).y());
    QVERIFY(place(u"Planned end"_s).x() > place(u"Planned start"_s).x());
    // And the next row follows at once.
    QVERIFY(
        editor->findChild<ui::EntityPicker *>(u"worker"_s)->mapTo(editor, QPoint()).y()
        < place(u"Planned start"_s).y() + 3 * named<QLineEdit>(editor, u"Planned start"_s)->height());
}

QTEST_MAIN(KeyboardBackTest)
#include "KeyboardBackTest.moc"
