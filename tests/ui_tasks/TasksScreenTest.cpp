#include "tasks/TasksScreen.h"
#include "Controls.h"
#include "DeskFixture.h"
#include "tasks/TaskDialogs.h"
#include "tasks/TaskEditor.h"
#include "widgets/EntityPicker.h"

#include <QAbstractButton>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QSignalSpy>
#include <QTableView>
#include <QTest>

using namespace naryad;
using test::named;
using test::openWindow;
using ui::TasksScreen;

namespace {

QString u(const char16_t *text)
{
    return QString::fromUtf16(text);
}

} // namespace

/// The screen over a small mirror: the list, what can be done with the chosen row, and refused commands
/// mended.
class TasksScreenTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void cleanup() { m_screen.reset(); }
    void theListTellsWhatIsKnown();
    void theFilterCountsAndSaysWhenNothingMatches();
    void theChosenRowIsSeenWhenTheFilterGoes();
    void anEmptyMirrorIsNotAnEmptyCompany();
    void aDraftCantBeClosedAndSaysWhy();
    void aRowIsAlwaysChosen();
    void theFirstMatchIsChosen();
    void keysLeadFromTheFilterIntoTheList();
    void theDayBeginsWithTodaysWork();
    void theOrderKeepsTheChosenRowInSight();
    void numberAndPlanAreNotCut();
    void aRefusedCommandOpensAsItWas_data();
    void aRefusedCommandOpensAsItWas();

private:
    void keepTasks();
    void keepManyTasks(int count, const QDateTime &first, int hoursApart);
    void chosenIs(const QString &number) const;
    int rowOf(const QString &number) const;
    QTableView *table() const { return m_screen->findChild<QTableView *>(QStringLiteral("tasks")); }

    std::unique_ptr<test::DeskFixture> m_desk;
    std::unique_ptr<TasksScreen> m_screen;
};

void TasksScreenTest::init()
{
    m_desk = std::make_unique<test::DeskFixture>();
    QVERIFY(m_desk->open());
}

void TasksScreenTest::keepTasks()
{
    QVector<store::Kept<Task>> tasks;
    for (int i = 1; i <= 3; ++i) {
        Task task;
        task.id = QString::number(100 + i);
        task.number = QString::number(i);
        task.taskTemplate = {QStringLiteral("7"), u(u"Монтаж")};
        task.draft = Known<bool>::fromService(i == 1);
        task.plannedStart = Known<QDateTime>::fromService(QDateTime({2026, 11, 24}, {6 + i, 0}, Qt::UTC));
        if (i == 3)
            task.contractor = Known<NamedRef>::fromService({QStringLiteral("12"), u(u"Ёлкин")});
        tasks.append({task, "{}"});
    }
    QVERIFY(m_desk->mirror->noteFeed(
        {{QStringLiteral("101"), 1}, {QStringLiteral("102"), 2}, {QStringLiteral("103"), 3}}, 3));
    QVERIFY(m_desk->mirror->applyTasks(tasks, {1, 2, 3}));
    m_screen = std::make_unique<TasksScreen>(m_desk->desk());
    m_screen->resize(1000, 600);
    m_screen->show();
    QTRY_COMPARE(table()->model()->rowCount(), 3);
    QTRY_VERIFY(table()->model()->index(0, 0).data().toString() != u(u"…"));
}

int TasksScreenTest::rowOf(const QString &number) const
{
    for (int row = 0; row < table()->model()->rowCount(); ++row) {
        if (table()->model()->index(row, 0).data().toString() == number)
            return row;
    }
    return -1;
}

void TasksScreenTest::theListTellsWhatIsKnown()
{
    keepTasks();
    const QAbstractItemModel *model = table()->model();
    const int known = rowOf(QStringLiteral("3"));
    QCOMPARE(model->index(known, models::TaskListModel::ContractorName).data().toString(), u(u"Ёлкин"));
    QCOMPARE(model->index(known, models::TaskListModel::State).data().toString(), QStringLiteral("sent"));
    const QModelIndex unknown
        = model->index(rowOf(QStringLiteral("2")), models::TaskListModel::ContractorName);
    QCOMPARE(unknown.data().toString(), u(u"—?"));
    QVERIFY(unknown.data(Qt::ToolTipRole).toString().contains(QStringLiteral("Not known")));
    // The newest plan stands first; the chosen row's details are shown.
    QCOMPARE(rowOf(QStringLiteral("3")), 0);
    table()->selectRow(0);
    auto *details = named<QPlainTextEdit>(m_screen.get(), QStringLiteral("Task details"));
    QTRY_VERIFY(details->toPlainText().contains(u(u"Ёлкин")));
}

void TasksScreenTest::theFilterCountsAndSaysWhenNothingMatches()
{
    keepTasks();
    auto *filter = named<QLineEdit>(m_screen.get(), QStringLiteral("Filter"));
    auto *count = m_screen->findChild<QLabel *>(QStringLiteral("count"));
    QTRY_COMPARE(count->text(), QStringLiteral("3 of 3"));
    filter->setText(u(u"елкин"));
    QTRY_COMPARE(count->text(), QStringLiteral("1 of 3"));
    filter->setText(u(u"щщщ"));
    auto *empty = m_screen->findChild<QLabel *>(QStringLiteral("emptyText"));
    QTRY_VERIFY(empty->isVisible() && empty->text().contains(u(u"щщщ")));
    auto *clear = m_screen->findChild<QAbstractButton *>(QStringLiteral("emptyAction"));
    QVERIFY(clear->isVisible());
    clear->click();
    QTRY_COMPARE(count->text(), QStringLiteral("3 of 3"));
}

void TasksScreenTest::theChosenRowIsSeenWhenTheFilterGoes()
{
    keepManyTasks(1000, QDateTime({2026, 1, 1}, {6, 0}, Qt::UTC), 1);
    auto *filter = named<QLineEdit>(m_screen.get(), QStringLiteral("Filter"));
    auto *count = m_screen->findChild<QLabel *>(QStringLiteral("count"));
    QTRY_COMPARE(count->text(), QStringLiteral("1,000 of 1,000"));
    filter->setText(QStringLiteral("100"));
    QTRY_COMPARE(count->text(), QStringLiteral("2 of 1,000"));
    chosenIs(QStringLiteral("100"));
    filter->clear();
    QTRY_COMPARE(count->text(), QStringLiteral("1,000 of 1,000"));
    chosenIs(QStringLiteral("100"));
    const QRect place = table()->visualRect(table()->currentIndex());
    QVERIFY2(table()->viewport()->rect().intersects(place), qPrintable(QString::number(place.top())));
}

void TasksScreenTest::anEmptyMirrorIsNotAnEmptyCompany()
{
    m_screen = std::make_unique<TasksScreen>(m_desk->desk());
    m_screen->show();
    auto *empty = m_screen->findChild<QLabel *>(QStringLiteral("emptyText"));
    QTRY_COMPARE(empty->text(), QStringLiteral("The tasks have not been loaded yet."));
    // The keyboard can wait there for the list to come.
    QCOMPARE(empty->parentWidget()->focusPolicy(), Qt::StrongFocus);
    SyncState state;
    state.phase = SyncState::Phase::Online;
    state.lastSuccess = m_desk->clock.now();
    m_screen->setState(state);
    QTRY_VERIFY(empty->text().contains(QStringLiteral("no tasks yet")));
    // The mirror was damaged and is being filled anew.
    state.lastSuccess = {};
    m_screen->setState(state);
    QTRY_COMPARE(empty->text(), QStringLiteral("The tasks have not been loaded yet."));
}

void TasksScreenTest::aDraftCantBeClosedAndSaysWhy()
{
    keepTasks();
    auto *close = named<QAbstractButton>(m_screen.get(), QStringLiteral("Close task"));
    table()->selectRow(rowOf(QStringLiteral("1")));
    QTRY_VERIFY(!close->isEnabled());
    QVERIFY(close->toolTip().contains(QStringLiteral("send it first")));
    m_screen->closeCurrent();
    QVERIFY(!openWindow<ui::CloseTaskDialog>());
    table()->selectRow(rowOf(QStringLiteral("2")));
    QTRY_VERIFY(close->isEnabled());
}

/// Current, highlighted and shown beside the list.
void TasksScreenTest::chosenIs(const QString &number) const
{
    QTRY_COMPARE(table()->currentIndex().siblingAtColumn(0).data().toString(), number);
    QTRY_COMPARE(table()->selectionModel()->selectedRows().size(), 1);
    QCOMPARE(table()->selectionModel()->selectedRows().constFirst().row(), table()->currentIndex().row());
    auto *details = named<QPlainTextEdit>(m_screen.get(), QStringLiteral("Task details"));
    QTRY_VERIFY(details->toPlainText().startsWith(QStringLiteral("Task ") + number));
}

void TasksScreenTest::keepManyTasks(int count, const QDateTime &first, int hoursApart)
{
    QVector<store::Kept<Task>> tasks;
    QVector<qint64> stamps;
    QVector<store::FeedItem> feed;
    for (int i = 1; i <= count; ++i) {
        Task task;
        task.id = QString::number(1000 + i);
        task.number = QString::number(i);
        task.draft = Known<bool>::fromService(false);
        task.plannedStart = Known<QDateTime>::fromService(first.addSecs(qint64(i - 1) * hoursApart * 3600));
        tasks.append({task, "{}"});
        stamps.append(i);
        feed.append({task.id, i});
    }
    QVERIFY(m_desk->mirror->noteFeed(feed, count));
    QVERIFY(m_desk->mirror->applyTasks(tasks, stamps));
    m_screen = std::make_unique<TasksScreen>(m_desk->desk());
    m_screen->resize(1000, 400);
    m_screen->show();
    QVERIFY(QTest::qWaitForWindowActive(m_screen.get()));
    // The keyboard waits where the list will be.
    if (auto *empty = m_screen->findChild<QWidget *>(QStringLiteral("emptyPage")); empty->isVisible())
        empty->setFocus();
    QTRY_COMPARE(table()->model()->rowCount(), count);
}

void TasksScreenTest::aRowIsAlwaysChosen()
{
    keepTasks();
    chosenIs(QStringLiteral("3"));
    QVERIFY(QTest::qWaitForWindowActive(m_screen.get()));
    table()->setFocus();
    QTest::keyClick(table(), Qt::Key_Down);
    chosenIs(QStringLiteral("2"));
    QTest::keyClick(table(), Qt::Key_End);
    chosenIs(QStringLiteral("1"));
    QTest::keyClick(table(), Qt::Key_Home);
    chosenIs(QStringLiteral("3"));
    // A screen reader marks a row and nothing more.
    table()->selectionModel()->select(
        table()->model()->index(1, 0), QItemSelectionModel::ClearAndSelect | QItemSelectionModel::Rows);
    chosenIs(QStringLiteral("2"));
    table()->clearSelection();
    chosenIs(QStringLiteral("2"));
}

void TasksScreenTest::theFirstMatchIsChosen()
{
    keepTasks();
    table()->selectRow(2);
    auto *filter = named<QLineEdit>(m_screen.get(), QStringLiteral("Filter"));
    filter->setText(u(u"монтаж"));
    chosenIs(QStringLiteral("3"));
    filter->setText(u(u"щщщ"));
    auto *details = named<QPlainTextEdit>(m_screen.get(), QStringLiteral("Task details"));
    QTRY_COMPARE(details->toPlainText(), QString());
    QVERIFY(!named<QAbstractButton>(m_screen.get(), QStringLiteral("Comment"))->isEnabled());
    // Without the filter the row is back that was chosen before.
    filter->clear();
    chosenIs(QStringLiteral("3"));
}

void TasksScreenTest::keysLeadFromTheFilterIntoTheList()
{
    keepTasks();
    QVERIFY(QTest::qWaitForWindowActive(m_screen.get()));
    auto *filter = named<QLineEdit>(m_screen.get(), QStringLiteral("Filter"));
    for (const Qt::Key key : {Qt::Key_Down, Qt::Key_Return, Qt::Key_Tab}) {
        filter->setFocus();
        QTest::keyClick(filter, key);
        QVERIFY2(table()->hasFocus(), qPrintable(QKeySequence(key).toString()));
    }
    filter->setText(u(u"елкин"));
    QTRY_COMPARE(table()->model()->rowCount(), 1);
    QTest::keyClick(table(), Qt::Key_Escape);
    QCOMPARE(filter->text(), QString());
    QTRY_COMPARE(table()->model()->rowCount(), 3);
}

void TasksScreenTest::theDayBeginsWithTodaysWork()
{
    // A task every three hours, from two days ago until weeks ahead.
    const QDate today = AccountZone("Europe/Moscow").local(m_desk->clock.now()).date();
    const QDateTime midnight = AccountZone("Europe/Moscow").fromLocal(today, QTime(0, 0));
    keepManyTasks(300, midnight.addDays(-2), 3);
    // The last of today is the 24th: 16 of the two days before, and the 8th of today at 21:00.
    chosenIs(QStringLiteral("24"));
    QTRY_COMPARE(table()->rowAt(1), table()->currentIndex().row());
    // While the list is being filled for the first time, and nobody has touched it, that goes on.
    const auto later = [this, midnight](int number) {
        Task task;
        task.id = QString::number(5000 + number);
        task.number = QString::number(5000 + number);
        task.draft = Known<bool>::fromService(false);
        task.plannedStart = Known<QDateTime>::fromService(midnight.addSecs(22 * 3600 + qint64(number) * 60));
        QVERIFY(m_desk->mirror->noteFeed({{task.id, 400 + number}}, 400 + number));
        QVERIFY(m_desk->mirror->applyTasks({{task, "{}"}}, {qint64(400 + number)}));
        MirrorChange change;
        change.taskListChanged = true;
        m_screen->apply(change);
    };
    later(1);
    chosenIs(QStringLiteral("5001"));
    QTRY_COMPARE(table()->rowAt(1), table()->currentIndex().row());
    QTest::keyClick(table(), Qt::Key_Down);
    chosenIs(QStringLiteral("24"));
    later(2);
    QTRY_COMPARE(table()->model()->rowCount(), 302);
    chosenIs(QStringLiteral("24"));
}

void TasksScreenTest::theOrderKeepsTheChosenRowInSight()
{
    keepManyTasks(300, m_desk->clock.now().addDays(-60), 1);
    table()->selectRow(0);
    chosenIs(QStringLiteral("300"));
    table()->sortByColumn(models::TaskListModel::Plan, Qt::AscendingOrder);
    QTRY_COMPARE(table()->currentIndex().row(), 299);
    QTRY_VERIFY(table()->viewport()->rect().contains(table()->visualRect(table()->currentIndex()).center()));
}

void TasksScreenTest::numberAndPlanAreNotCut()
{
    keepTasks();
    m_screen->resize(900, 500);
    QCoreApplication::processEvents();
    const QFontMetrics metrics = table()->fontMetrics();
    QVERIFY(
        table()->columnWidth(models::TaskListModel::Number)
        > metrics.horizontalAdvance(QStringLiteral("1234567")));
    QVERIFY(
        table()->columnWidth(models::TaskListModel::Plan)
        > metrics.horizontalAdvance(QStringLiteral("28.12.2000 10:00–11:00")));
    // And they are no wider than the table for it.
    QVERIFY(table()->horizontalHeader()->length() <= table()->viewport()->width());
}

void TasksScreenTest::aRefusedCommandOpensAsItWas_data()
{
    QTest::addColumn<QString>("kind");
    for (const char *kind : {"create", "update", "comment", "close"})
        QTest::newRow(kind) << QString::fromLatin1(kind);
}

void TasksScreenTest::aRefusedCommandOpensAsItWas()
{
    QFETCH(QString, kind);
    keepTasks();
    const ObjectRef task{QStringLiteral("102"), {}};
    Command command = test::montage();
    if (kind == QLatin1String("update"))
        command = UpdateTask{task, test::montage().body};
    else if (kind == QLatin1String("comment"))
        command = AddComment{task, u(u"звонок"), QStringLiteral("2")};
    else if (kind == QLatin1String("close"))
        command = CloseTask{task, {QStringLiteral("74"), u(u"Выполнено")}, u(u"готово"), QStringLiteral("2")};
    Error refused;
    refused.kind = ErrorKind::Refused;
    const CommandId id = m_desk->add(command, CommandState::Refused, refused);
    m_screen->fix(*m_desk->journal->entry(id));

    QDialog *window = nullptr;
    if (kind == QLatin1String("comment")) {
        QTRY_VERIFY(window = openWindow<ui::CommentDialog>());
        QCOMPARE(window->findChild<QPlainTextEdit *>()->toPlainText(), u(u"звонок"));
        named<QAbstractButton>(window, QStringLiteral("Add comment"))->click();
    } else if (kind == QLatin1String("close")) {
        QTRY_VERIFY(window = openWindow<ui::CloseTaskDialog>());
        QCOMPARE(window->findChild<ui::EntityPicker *>()->ref().id, QStringLiteral("74"));
        QCOMPARE(named<QPlainTextEdit>(window, QStringLiteral("Result note"))->toPlainText(), u(u"готово"));
        named<QAbstractButton>(window, QStringLiteral("Close task"))->click();
    } else {
        QTRY_VERIFY(window = openWindow<ui::TaskEditor>());
        QCOMPARE(
            window->findChild<ui::EntityPicker *>(QStringLiteral("contractor"))->ref().id,
            QStringLiteral("12"));
        named<QAbstractButton>(window, QStringLiteral("Save draft"))->click();
    }
    // The old one is dropped once the new one is on disk, not before.
    QCOMPARE(m_desk->commands.submitted.size(), 1);
    QCOMPARE(m_desk->commands.submitted.constFirst().index(), command.index());
    QVERIFY(m_desk->commands.decided.isEmpty());
    m_desk->commands.submits.answer(CommandId(50));
    QTRY_COMPARE(m_desk->commands.decided.size(), 1);
    QCOMPARE(m_desk->commands.decided.constFirst().id, id);
    QCOMPARE(m_desk->commands.decided.constFirst().decision, Decision::Drop);
}

QTEST_MAIN(TasksScreenTest)
#include "TasksScreenTest.moc"
