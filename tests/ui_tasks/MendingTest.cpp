#include "DraftsFixture.h"

#include "tasks/TaskFieldDialogs.h"

/// A refused command opened again to be mended: the service's words at the field they are about, and the list
/// behind it on the task concerned.
class MendingTest : public DraftsFixture
{
    Q_OBJECT
private Q_SLOTS:
    void theServicesWordsStandAtTheField_data();
    void theServicesWordsStandAtTheField();
    void theListStandsOnTheTaskConcerned();
    void theNewOneTakesTheOldOnesPlace();

private:
    CommandId refused(const Command &command, const QString &words)
    {
        Error error;
        error.kind = ErrorKind::Refused;
        error.words = words;
        return m_desk->add(command, CommandState::Refused, error);
    }
    QString current() const
    {
        return m_screen->findChild<QTableView *>(u"tasks"_s)
            ->currentIndex()
            .siblingAtColumn(0)
            .data()
            .toString();
    }
    static CloseTask closing()
    {
        return {{u"103"_s, {}}, {u"999"_s, u"Готово"_s}, u"заменили насос"_s, u"3"_s};
    }
};

void MendingTest::theServicesWordsStandAtTheField_data()
{
    QTest::addColumn<int>("kind");
    QTest::addColumn<QString>("words");
    QTest::addColumn<QString>("label");
    QTest::addColumn<QString>("field");
    QTest::newRow("the result of a closing")
        << 0 << u"Unknown result_status"_s << u"resultReason"_s << u"result"_s;
    QTest::newRow("its note") << 0 << u"results_description is too long"_s << u"message"_s << u"resultNote"_s;
    QTest::newRow("of none in particular") << 0 << u"The task is archived"_s << u"message"_s << QString();
    QTest::newRow("a comment") << 1 << u"Комментарий слишком длинный"_s << u"message"_s << u"commentText"_s;
    QTest::newRow("a field to add") << 2 << u"Поле уже есть"_s << u"fieldReason"_s << u"field"_s;
    QTest::newRow("its place") << 2 << u"Wrong position"_s << u"message"_s << u"position"_s;
    QTest::newRow("fields to remove") << 3 << u"Поля шаблона удалить нельзя"_s << u"message"_s << u"fields"_s;
}

void MendingTest::theServicesWordsStandAtTheField()
{
    QFETCH(const int, kind);
    QFETCH(const QString, words);
    QFETCH(const QString, label);
    QFETCH(const QString, field);
    TaskFieldAddition addition;
    addition.field = {u"62"_s, u"Сумма"_s, 2, {}};
    const Command commands[]
        = {closing(), AddComment{{u"103"_s, {}}, u"звонок"_s, u"3"_s},
           AddTaskFields{{u"103"_s, {}}, {addition}, u"3"_s},
           RemoveTaskFields{{u"103"_s, {}}, {{u"62"_s, u"Сумма"_s}}, u"3"_s}};
    const CommandId id = refused(commands[kind], words);
    m_screen->fix(*m_desk->journal->entry(id));
    QTRY_VERIFY(openWindow<ui::TaskDialog>());
    auto *dialog = openWindow<ui::TaskDialog>();
    const auto *reason = dialog->findChild<QLabel *>(label);
    QVERIFY(reason && reason->isVisible());
    QVERIFY2(reason->text().contains(words), qPrintable(reason->text()));
    if (!field.isEmpty())
        QTRY_COMPARE(QApplication::focusWidget(), dialog->findChild<QWidget *>(field));
}

void MendingTest::theListStandsOnTheTaskConcerned()
{
    const CommandId id = refused(closing(), u"Unknown result_status"_s);
    chooseTask(u"1"_s);
    QCOMPARE(current(), u"1"_s);
    m_screen->fix(*m_desk->journal->entry(id));
    QTRY_VERIFY(openWindow<CloseTaskDialog>());
    QTRY_COMPARE(current(), u"3"_s);
    named<QAbstractButton>(openWindow<CloseTaskDialog>(), u"Close task"_s)->click();
    commands().submits.answer(CommandId(50));
    QTRY_VERIFY(!openWindow<CloseTaskDialog>());
    QCOMPARE(current(), u"3"_s);
}

void MendingTest::theNewOneTakesTheOldOnesPlace()
{
    const CommandId id = refused(closing(), u"Unknown result_status"_s);
    m_screen->fix(*m_desk->journal->entry(id));
    QTRY_VERIFY(openWindow<CloseTaskDialog>());
    named<QAbstractButton>(openWindow<CloseTaskDialog>(), u"Close task"_s)->click();
    commands().submits.answer(CommandId(50));
    QTRY_COMPARE(commands().decided.size(), 1);
    QCOMPARE(commands().decided.constFirst(), (test::FakeCommandDesk::Decided{id, Decision::Drop, u"50"_s}));
}

QTEST_MAIN(MendingTest)
#include "MendingTest.moc"
