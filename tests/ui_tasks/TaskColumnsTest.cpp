#include "tasks/TaskColumns.h"
#include "Controls.h"
#include "DeskFixture.h"
#include "models/Words.h"
#include "shell/UiSettings.h"
#include "tasks/TasksScreen.h"

#include <QAction>
#include <QHeaderView>
#include <QJsonArray>
#include <QJsonObject>
#include <QMenu>
#include <QSignalSpy>
#include <QTableView>
#include <QTest>

using namespace naryad;
using ui::TaskColumns;
using ui::TasksScreen;
using Column = models::TaskListModel::Column;

/// The columns of the task list: shown, hidden, moved, set back and kept by name.
class TaskColumnsTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void cleanup() { m_screen.reset(); }
    void someAreHiddenAtFirst();
    void theMenuShowsAndHides();
    void oneColumnStays();
    void theStateIsInViewInANarrowList();
    void theHeaderAsksForTheMenu();
    void whatIsShownSharesTheRoom();
    void resetPutsAllBack();
    void everythingIsKeptByName();
    void aLayoutIsPutBackAsFarAsItCanBeRead();
    void filesOfAnEarlierVersionHideWhatTheyDoNotKnow();
    void sortByClick_data();
    void sortByClick();

private:
    void open();
    QTableView *table() const { return m_screen->findChild<QTableView *>(QStringLiteral("tasks")); }
    QHeaderView *header() const { return table()->horizontalHeader(); }
    TaskColumns &columns() const { return m_screen->columns(); }
    QAction *action(const QString &name) const { return columns().menu()->findChild<QAction *>(name); }
    /// As by the menu: it tells the present state when it is shown.
    void choose(const QString &name)
    {
        Q_EMIT columns().menu()->aboutToShow();
        action(name)->trigger();
    }
    QVector<int> shown() const;

    std::unique_ptr<test::DeskFixture> m_desk;
    std::unique_ptr<TasksScreen> m_screen;
};

void TaskColumnsTest::init()
{
    m_desk = std::make_unique<test::DeskFixture>();
    QVERIFY(m_desk->open());
    Task task;
    task.id = QStringLiteral("4711");
    task.number = QStringLiteral("1");
    task.plannedStart = Known<QDateTime>::fromService(QDateTime({2026, 11, 24}, {9, 0}, Qt::UTC));
    task.plannedEnd = Known<QDateTime>::fromService(QDateTime({2026, 11, 24}, {10, 30}, Qt::UTC));
    QVERIFY(m_desk->mirror->applyTasks({{task, "{}"}}, {0}));
    open();
}

void TaskColumnsTest::open()
{
    m_screen = std::make_unique<TasksScreen>(m_desk->desk());
    m_screen->resize(1200, 500);
    m_screen->show();
    QTRY_COMPARE(table()->model()->rowCount(), 1);
    QTRY_COMPARE(table()->model()->index(0, 0).data().toString(), QStringLiteral("1"));
}

QVector<int> TaskColumnsTest::shown() const
{
    QVector<int> columns;
    for (int place = 0; place < header()->count(); ++place) {
        if (!header()->isSectionHidden(header()->logicalIndex(place)))
            columns.append(header()->logicalIndex(place));
    }
    return columns;
}

void TaskColumnsTest::someAreHiddenAtFirst()
{
    QCOMPARE(TaskColumns::keys().size(), int(Column::ColumnCount));
    QCOMPARE(shown(), (QVector<int>{0, 1, 2, 3, 4, 5}));
    QCOMPARE(table()->model()->index(0, Column::TaskId).data().toString(), QStringLiteral("4711"));
    QVERIFY(
        table()->model()->index(0, Column::PlannedEnd).data().toString().contains(QStringLiteral("13:30")));
}

void TaskColumnsTest::theMenuShowsAndHides()
{
    choose(QStringLiteral("column:plannedEnd"));
    QCOMPARE(shown(), (QVector<int>{0, 1, 2, 3, 4, 5, 6}));
    choose(QStringLiteral("column:template"));
    QCOMPARE(shown(), (QVector<int>{0, 1, 3, 4, 5, 6}));
    Q_EMIT columns().menu()->aboutToShow();
    QVERIFY(!action(QStringLiteral("column:template"))->isChecked());
    QVERIFY(action(QStringLiteral("column:plannedEnd"))->isChecked());
    QCOMPARE(action(QStringLiteral("column:worker"))->text(), QStringLiteral("Worker"));
}

void TaskColumnsTest::theStateIsInViewInANarrowList()
{
    const auto width = [this](TaskState state, PendingState pending) {
        TaskRow row;
        row.state = state;
        row.pending = pending;
        return table()->fontMetrics().horizontalAdvance(models::stateText(row));
    };
    // With room, also what is on its way with a sent task is read whole.
    QVERIFY(table()->columnWidth(Column::State) > width(TaskState::Sent, PendingState::Waiting));
    m_screen->resize(920, 500);
    QTRY_VERIFY(table()->viewport()->width() < 600);
    QVERIFY(table()->columnWidth(Column::State) > width(TaskState::ToBeSent, PendingState::Held));
    const int end = table()->columnViewportPosition(Column::State) + table()->columnWidth(Column::State);
    QTRY_VERIFY(end <= table()->viewport()->width());
}

void TaskColumnsTest::oneColumnStays()
{
    for (const QString &key : TaskColumns::keys()) {
        if (const QString name = QStringLiteral("column:") + key; key != QLatin1String("plan")) {
            Q_EMIT columns().menu()->aboutToShow();
            if (action(name)->isChecked())
                action(name)->trigger();
        }
    }
    QCOMPARE(shown(), QVector<int>{Column::Plan});
    Q_EMIT columns().menu()->aboutToShow();
    QVERIFY(!action(QStringLiteral("column:plan"))->isEnabled());
    choose(QStringLiteral("column:worker"));
    Q_EMIT columns().menu()->aboutToShow();
    QVERIFY(action(QStringLiteral("column:plan"))->isEnabled());
}

void TaskColumnsTest::theHeaderAsksForTheMenu()
{
    QContextMenuEvent asked(QContextMenuEvent::Mouse, QPoint(20, 5), header()->mapToGlobal(QPoint(20, 5)));
    QCoreApplication::sendEvent(header()->viewport(), &asked);
    QTRY_VERIFY(columns().menu()->isVisible());
    columns().menu()->close();
    QVERIFY(header()->sectionsMovable());
}

void TaskColumnsTest::whatIsShownSharesTheRoom()
{
    for (const char *name : {"column:plannedEnd", "column:id"})
        choose(QString::fromLatin1(name));
    QVERIFY(header()->length() <= table()->viewport()->width());
    const QFontMetrics letters = table()->fontMetrics();
    QVERIFY(
        table()->columnWidth(Column::PlannedEnd)
        > letters.horizontalAdvance(QStringLiteral("28.12.2000 10:00")));
    // Who has set a width keeps it.
    table()->setColumnWidth(Column::Number, 201);
    choose(QStringLiteral("column:id"));
    QCOMPARE(table()->columnWidth(Column::Number), 201);
    m_screen->resize(1000, 500);
    QCoreApplication::processEvents();
    QCOMPARE(table()->columnWidth(Column::Number), 201);
}

void TaskColumnsTest::resetPutsAllBack()
{
    const int width = table()->columnWidth(Column::Plan);
    choose(QStringLiteral("column:id"));
    choose(QStringLiteral("column:number"));
    header()->moveSection(5, 0);
    table()->setColumnWidth(Column::Plan, 333);
    QVERIFY(shown() != (QVector<int>{0, 1, 2, 3, 4, 5}));
    choose(QStringLiteral("resetColumns"));
    QCOMPARE(shown(), (QVector<int>{0, 1, 2, 3, 4, 5}));
    QCOMPARE(table()->columnWidth(Column::Plan), width);
}

void TaskColumnsTest::everythingIsKeptByName()
{
    choose(QStringLiteral("column:id"));
    choose(QStringLiteral("column:template"));
    header()->moveSection(header()->visualIndex(Column::State), 0);
    table()->setColumnWidth(Column::WorkerName, 222);
    const QVector<int> left = shown();
    ui::UiSettings settings(m_desk->path(QStringLiteral("ui.ini")));
    settings.saveColumns(QStringLiteral("tasks"), *header(), TaskColumns::keys());
    open();
    QVERIFY(shown() != left);
    QVERIFY(settings.restoreColumns(QStringLiteral("tasks"), *header(), TaskColumns::keys()));
    QCOMPARE(shown(), left);
    QCOMPARE(left.first(), int(Column::State));
    QCOMPARE(table()->columnWidth(Column::WorkerName), 222);
}

void TaskColumnsTest::filesOfAnEarlierVersionHideWhatTheyDoNotKnow()
{
    {
        QSettings old(m_desk->path(QStringLiteral("ui.ini")), QSettings::IniFormat);
        old.setValue(QStringLiteral("columns/tasks/format"), 1);
        old.setValue(QStringLiteral("columns/tasks/worker/visible"), false);
    }
    const ui::UiSettings settings(m_desk->path(QStringLiteral("ui.ini")));
    QVERIFY(settings.restoreColumns(QStringLiteral("tasks"), *header(), TaskColumns::keys()));
    QCOMPARE(shown(), (QVector<int>{0, 1, 2, 3, 5}));
}

void TaskColumnsTest::sortByClick_data()
{
    QTest::addColumn<int>("column");
    QTest::addColumn<QString>("order");
    for (int column = 0; column < Column::ColumnCount; ++column) {
        const QString key = TaskColumns::keys().at(column);
        QTest::newRow(qPrintable(key))
            << column << (models::TaskListModel::isSortable(column) ? key : QStringLiteral("plan"));
    }
}

void TaskColumnsTest::sortByClick()
{
    QFETCH(int, column);
    QFETCH(QString, order);
    for (const char *name : {"column:plannedEnd", "column:id"})
        choose(QString::fromLatin1(name));
    const auto click = [&] {
        const QPoint place(header()->sectionViewportPosition(column) + 10, header()->height() / 2);
        QTest::mouseClick(header()->viewport(), Qt::LeftButton, Qt::NoModifier, place);
    };
    QCOMPARE(columns().order(), QStringLiteral("plan descending"));
    click();
    const QString first = columns().order();
    QCOMPARE(first.section(u' ', 0, 0), order);
    QCOMPARE(TaskColumns::keys().at(header()->sortIndicatorSection()), order);
    click();
    const QString second = columns().order();
    // The direction turns with each click; a column without an order leaves all as it was.
    QCOMPARE(second == first, !models::TaskListModel::isSortable(column));
    QCOMPARE(m_screen->model().query().descending, second.endsWith(QStringLiteral(" descending")));
    open();
    m_screen->setOrder(second);
    QCOMPARE(columns().order(), second);
    m_screen->setOrder(QStringLiteral("id ascending"));
    m_screen->setOrder(QStringLiteral("worker sideways"));
    QCOMPARE(columns().order(), second);
}

void TaskColumnsTest::aLayoutIsPutBackAsFarAsItCanBeRead()
{
    const auto one = [](const char *name, bool shown, int width = 0) {
        QJsonObject column{
            {QStringLiteral("column"), QString::fromLatin1(name)}, {QStringLiteral("shown"), shown}};
        if (width > 0)
            column.insert(QStringLiteral("width"), width);
        return column;
    };
    const QJsonArray before = columns().layout();
    columns().setLayout({});
    columns().setLayout({1, QStringLiteral("number"), one("number", false)});
    QCOMPARE(columns().layout(), before);
    // What isn't named stands behind the others, as it was.
    columns().setLayout({one("state", true, 120), one("of a later version", true), one("worker", false)});
    QCOMPARE(
        shown(),
        (QVector<int>{
            Column::State, Column::Number, Column::Plan, Column::TemplateName, Column::ContractorName}));
    QCOMPARE(table()->columnWidth(Column::State), 120);
    const QJsonArray own = columns().layout();
    columns().setLayout(before);
    QCOMPARE(columns().layout(), before);
    columns().setLayout(own);
    QCOMPARE(columns().layout(), own);
}

QTEST_MAIN(TaskColumnsTest)
#include "TaskColumnsTest.moc"
