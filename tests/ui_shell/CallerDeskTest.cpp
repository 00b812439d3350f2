#include "caller/CallerDesk.h"
#include "ShellFixture.h"
#include "tasks/TaskWindows.h"

#include <QLineEdit>
#include <QListView>
#include <QListWidget>
#include <QPlainTextEdit>
#include <QSplitter>

/// The caller desk in the main window over real small databases: who is found, his card, the keys.
class CallerDeskTest : public ShellFixture
{
    Q_OBJECT
private Q_SLOTS:
    void controlLOpensIt();
    void theCardTellsWhatIsKnown();
    void arrowsChooseAnother();
    void enterOpensTheContractor();
    void enterBeforeTheAnswerIsNotLost();
    void aCommentGoesToTheChosenTask();
    void aCommentBeforeTheCardIsNotLost();
    void withoutOpenTasksThereIsNothingToCommentOn();
    void nobodyIsANewClient();
    void aNameNobodyHas();
    void theOtherLayout();
    void whoWasChosenStaysWhenThingsChange();
    void escClearsThenGoesBack();
    void itsControlsHaveNames();

private:
    CallerDesk *desk() const { return m_window->caller(); }
    QLineEdit *field() const { return named<QLineEdit>(m_window.get(), u"Caller"_s); }
    QListView *list() const { return desk()->findChild<QListView *>(u"callers"_s); }
    QListWidget *openTasks() const { return desk()->findChild<QListWidget *>(u"callerTasks"_s); }
    QString card() const { return desk()->findChild<QPlainTextEdit *>(u"callerCard"_s)->toPlainText(); }
    void keep();
    void type(const QString &text)
    {
        QTest::keyClick(m_window.get(), Qt::Key_L, Qt::ControlModifier);
        QVERIFY(field() && field()->hasFocus());
        // Letters beyond Latin have no key code of their own.
        for (const QChar letter : text)
            QTest::sendKeyEvent(
                QTest::Click, field(),
                letter.unicode() < 0x80 ? Qt::Key(letter.toUpper().unicode()) : Qt::Key_unknown,
                QString(letter), Qt::NoModifier);
    }
};

store::Kept<Contractor> client(const QString &id, const QString &name, const QString &number)
{
    Contractor made;
    made.id = id;
    made.name = name;
    Phone phone;
    phone.number = number;
    phone.personId = u"5"_s;
    Person person;
    person.id = u"5"_s;
    person.name = u"Александр"_s;
    made.phones = Known<QVector<Phone>>::fromService({phone});
    made.persons = Known<QVector<Person>>::fromService({person});
    Address address;
    address.text = u"Мира 1"_s;
    made.address = Known<Address>::fromService(address);
    return {made, "{}"};
}

void CallerDeskTest::keep()
{
    store::Mirror &mirror = *m_fixture->mirror;
    QVERIFY(mirror.applyContractorList(
        {{u"1"_s, u"Холдинг"_s, {}},
         {u"12"_s, u"Ромашка"_s, {u"1"_s, u"Холдинг"_s}},
         {u"13"_s, u"Иванов"_s, {}}},
        true));
    QVERIFY(mirror.applyContractors(
        {client(u"12"_s, u"Ромашка"_s, u"89036362451"_s), client(u"13"_s, u"Иванов"_s, u"89262451199"_s)}));
    QVector<store::Kept<Task>> tasks;
    for (int i = 1; i <= 2; ++i) {
        Task task;
        task.id = QString::number(100 + i);
        task.number = u"N%1"_s.arg(i);
        task.plannedStart = Known<QDateTime>::fromService(QDateTime({2026, 11, 20 + i}, {9, 0}, Qt::UTC));
        task.draft = Known<bool>::fromService(false);
        task.contractor = Known<NamedRef>::fromService({u"12"_s, u"Ромашка"_s});
        task.taskTemplate = {u"7"_s, u"Монтаж"_s};
        tasks.append({task, "{}"});
    }
    QVERIFY(mirror.applyTasks(tasks, QVector<qint64>(tasks.size())));
    Equipment piece;
    piece.id = u"9"_s;
    piece.serialNumber = u"Q1234"_s;
    piece.contractor = Known<NamedRef>::fromService({u"12"_s, u"Ромашка"_s});
    QVERIFY(mirror.applyEquipment({{piece, "{}"}}));
}

void CallerDeskTest::controlLOpensIt()
{
    make();
    for (void (MainWindow::*show)() : {&MainWindow::showTasks, &MainWindow::showOutbox}) {
        (m_window.get()->*show)();
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_L, Qt::ControlModifier);
        QVERIFY(desk()->isVisible());
        QVERIFY(field()->hasFocus());
    }
    auto *button = named<QToolButton>(m_window.get(), u"Caller"_s);
    QVERIFY(button && button->isChecked());
    // What stands there is typed over.
    QTest::keyClicks(field(), u"245"_s);
    m_window->showTasks();
    button->click();
    QTest::keyClicks(field(), u"1"_s);
    QCOMPARE(field()->text(), u"1"_s);
}

void CallerDeskTest::theCardTellsWhatIsKnown()
{
    keep();
    m_fixture->add(AddComment{{u"101"_s, {}}, u"Позвонить\nзавтра"_s, u"N1"_s, {}}, CommandState::Waiting);
    make();
    type(u"2451"_s);
    QTRY_COMPARE(list()->model()->rowCount(), 2);
    QCOMPARE(list()->currentIndex().row(), 0);
    QTRY_VERIFY(card().startsWith(u"Холдинг / Ромашка\n"));
    for (const auto &part :
         {u"Found: Александр · +7 (903) 636-24-51"_s, u"Last address: Мира 1"_s,
          u"Александр · +7 (903) 636-24-51"_s, u"Q1234"_s, u"N1 · Позвонить завтра"_s})
        QVERIFY2(card().contains(part), qPrintable(card()));
    QCOMPARE(openTasks()->count(), 2);
    QVERIFY(openTasks()->item(0)->text().startsWith(u"N2 · "));
    QCOMPARE(openTasks()->currentRow(), 0);
}

void CallerDeskTest::arrowsChooseAnother()
{
    keep();
    make();
    type(u"2451"_s);
    QTRY_COMPARE(list()->model()->rowCount(), 2);
    QTest::keyClick(field(), Qt::Key_Down);
    QVERIFY(field()->hasFocus());
    QTRY_VERIFY(card().startsWith(u"Иванов\n"));
    QVERIFY(!openTasks()->isVisible());
    QTest::keyClick(field(), Qt::Key_Down);
    QCOMPARE(list()->currentIndex().row(), 1);
    QTest::keyClick(field(), Qt::Key_Up);
    QTRY_VERIFY(card().startsWith(u"Холдинг / Ромашка\n"));
    QTRY_COMPARE(openTasks()->count(), 2);
}

void CallerDeskTest::enterOpensTheContractor()
{
    keep();
    make();
    QSignalSpy opened(desk(), &CallerDesk::openContractor);
    type(u"636-24"_s);
    QTRY_COMPARE(list()->model()->rowCount(), 1);
    QTest::keyClick(field(), Qt::Key_Return);
    QCOMPARE(opened.size(), 1);
    QCOMPARE(opened.at(0).at(0).value<NamedRef>().id, u"12"_s);
    // Until there is more to open: the contractor's tasks, and Alt+Left comes back.
    QVERIFY(m_window->tasks()->isVisible());
    QCOMPARE(m_window->tasks()->model().query().filter.contractorId, u"12"_s);
    QTest::keyClick(m_window.get(), Qt::Key_Left, Qt::AltModifier);
    QVERIFY(desk()->isVisible());
    QCOMPARE(field()->text(), u"636-24"_s);
}

void CallerDeskTest::enterBeforeTheAnswerIsNotLost()
{
    keep();
    make();
    QSignalSpy opened(desk(), &CallerDesk::openContractor);
    type(u"+7903636"_s);
    QTest::keyClick(field(), Qt::Key_Return);
    QTRY_COMPARE(opened.size(), 1);
    QCOMPARE(opened.at(0).at(0).value<NamedRef>().name, u"Ромашка"_s);
}

void CallerDeskTest::aCommentGoesToTheChosenTask()
{
    keep();
    make();
    QSignalSpy asked(desk(), &CallerDesk::commentAsked);
    type(u"2451"_s);
    QTRY_COMPARE(openTasks()->count(), 2);
    openTasks()->setCurrentRow(1);
    QTest::keyClick(field(), Qt::Key_M, Qt::ControlModifier | Qt::ShiftModifier);
    QCOMPARE(asked.size(), 1);
    QCOMPARE(asked.at(0).at(0).value<TaskRow>().id, u"101"_s);
}

void CallerDeskTest::aCommentBeforeTheCardIsNotLost()
{
    keep();
    make();
    QSignalSpy asked(desk(), &CallerDesk::commentAsked);
    type(u"ромашка"_s);
    QTest::keyClick(field(), Qt::Key_M, Qt::ControlModifier | Qt::ShiftModifier);
    QTRY_COMPARE(asked.size(), 1);
    QCOMPARE(asked.at(0).at(0).value<TaskRow>().id, u"102"_s);
}

void CallerDeskTest::withoutOpenTasksThereIsNothingToCommentOn()
{
    keep();
    make();
    QSignalSpy asked(desk(), &CallerDesk::commentAsked);
    type(u"иванов"_s);
    QTRY_VERIFY(card().startsWith(u"Иванов\n"));
    QTest::keyClick(field(), Qt::Key_M, Qt::ControlModifier | Qt::ShiftModifier);
    QCOMPARE(asked.size(), 0);
    auto *comment = desk()->findChild<QToolButton *>(u"callerCommentButton"_s);
    QVERIFY(comment && !comment->isEnabled());
    QVERIFY(comment->toolTip().contains(u"No open task"));
}

void CallerDeskTest::nobodyIsANewClient()
{
    keep();
    make();
    QSignalSpy made(desk(), &CallerDesk::newContractor);
    desk()->disconnect(&m_window->tasks()->windows());
    type(u"8 (999) 111-22-33"_s);
    auto *button = desk()->findChild<QPushButton *>(u"newContractorFromCall"_s);
    QTRY_VERIFY(button->isVisible());
    QCOMPARE(button->accessibleName(), u"New client with this number"_s);
    QCOMPARE(card(), QString());
    button->click();
    QTest::keyClick(field(), Qt::Key_N, Qt::ControlModifier);
    QTest::keyClick(field(), Qt::Key_Return);
    QCOMPARE(made.size(), 3);
    for (const auto &one : std::as_const(made))
        QCOMPARE(one, (QVariantList{u"8 (999) 111-22-33"_s, QString()}));
}

void CallerDeskTest::aNameNobodyHas()
{
    make();
    QSignalSpy made(desk(), &CallerDesk::newContractor);
    desk()->disconnect(&m_window->tasks()->windows());
    type(u"Сидоров"_s);
    QTest::keyClick(field(), Qt::Key_N, Qt::ControlModifier);
    QTRY_COMPARE(made.size(), 1);
    QCOMPARE(made.at(0), (QVariantList{QString(), u"Сидоров"_s}));
    // Nothing typed: an ordinary new task is not the desk's.
    QTest::keyClick(field(), Qt::Key_Escape);
    QVERIFY(!desk()->beginTask());
}

void CallerDeskTest::theOtherLayout()
{
    keep();
    make();
    type(u"bdfyjd"_s);
    QTRY_VERIFY(card().startsWith(u"Иванов\n"));
}

void CallerDeskTest::whoWasChosenStaysWhenThingsChange()
{
    keep();
    make();
    type(u"2451"_s);
    QTRY_COMPARE(list()->model()->rowCount(), 2);
    QTest::keyClick(field(), Qt::Key_Down);
    QTRY_VERIFY(card().startsWith(u"Иванов\n"));
    QVERIFY(m_fixture->mirror->applyContractors({client(u"13"_s, u"Иванов И."_s, u"89262451199"_s)}));
    MirrorChange change;
    change.listsChanged = true;
    m_window->applyChange(change);
    QTRY_VERIFY(card().startsWith(u"Иванов И.\n"));
    QCOMPARE(list()->currentIndex().row(), 1);
}

void CallerDeskTest::escClearsThenGoesBack()
{
    make();
    type(u"245"_s);
    QTest::keyClick(field(), Qt::Key_Escape);
    QCOMPARE(field()->text(), QString());
    QVERIFY(desk()->isVisible());
    QTest::keyClick(field(), Qt::Key_Escape);
    QVERIFY(m_window->tasks()->isVisible());
}

void CallerDeskTest::itsControlsHaveNames()
{
    keep();
    make();
    type(u"2451"_s);
    QTRY_COMPARE(openTasks()->count(), 2);
    int seen = 0;
    QCOMPARE(unnamedControls(desk(), &seen), QStringList());
    QVERIFY(seen >= 7);
    m_window->resize(m_window->minimumSize());
    QCoreApplication::processEvents();
    // The field's own button to clear it is Qt's.
    QCOMPARE(cutControls(desk()->findChild<QSplitter *>()).join(u'\n'), QString());
    // F6 goes through its parts.
    QTest::keyClick(field(), Qt::Key_F6);
    QVERIFY(list()->hasFocus());
}

QTEST_MAIN(CallerDeskTest)
#include "CallerDeskTest.moc"
