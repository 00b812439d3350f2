#include "tasks/TaskViews.h"
#include "Controls.h"
#include "DeskFixture.h"
#include "tasks/QuickFilters.h"
#include "tasks/TaskColumns.h"
#include "tasks/TasksScreen.h"
#include "tasks/ViewsPane.h"

#include <QAction>
#include <QFile>
#include <QHeaderView>
#include <QLineEdit>
#include <QMenu>
#include <QMessageBox>
#include <QPushButton>
#include <QSignalSpy>
#include <QTableView>
#include <QTest>

using namespace naryad;
using namespace Qt::StringLiterals;
using test::named;
using ui::QuickFilters;
using ui::SavedView;
using ui::TasksScreen;
using ui::TaskViews;
using ui::ViewsPane;
using Chip = QuickFilters::Chip;

/// The pane `Views`: what each view shows and counts, and the user's own ones from making to deleting.
class TaskViewsTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void cleanup() { m_screen.reset(); }
    void theProgramsOwnViewsCount();
    void arrowsAndClicksChoose();
    void whatNarrowsTheListIsMarked();
    void aPlanPassesWithTheClock();
    void aViewIsSavedWithAllOfIt();
    void aNameIsAskedForUntilItWillDo();
    void viewsAreRenamedMovedAndDeleted();
    void savedViewsAreThereAgain();
    void nothingIsWrittenOverWhatWasNotRead();
    void whatCouldNotBeKeptIsSaid();
    void aFileOfViewsGoesOutAndIn();
    void thePaneIsHiddenAndKeepsItsWidth();

private:
    /// Tasks 1 to 4: begun two hours ago and ended an hour ago, sent; the same, closed; a draft of tomorrow;
    /// one without a time.
    bool openScreen();
    bool keepTasks();
    ViewsPane *pane() const { return m_screen->views().pane(); }
    /// Counts are asked for once a second.
    bool counts(const QString &key, const QString &wanted)
    {
        return QTest::qWaitFor([&] {
            if (pane()->count(key) == wanted)
                return true;
            m_desk->clock.advance(std::chrono::milliseconds(100));
            return false;
        });
    }
    TaskViews &views() { return m_screen->views(); }
    QLineEdit *filter() const { return m_screen->filterField(); }
    QTableView *table() const { return m_screen->findChild<QTableView *>(u"tasks"_s); }
    QAction *action(const QString &name) const { return m_screen->findChild<QAction *>(name); }
    QWidget *opened(const QString &name) const;
    bool saveAs(const QString &name);
    QStringList lines() const;
    QString marked() const;
    bool click(const QString &text);

    std::unique_ptr<test::DeskFixture> m_desk;
    std::unique_ptr<TasksScreen> m_screen;
};

void TaskViewsTest::init()
{
    m_desk = std::make_unique<test::DeskFixture>();
    QVERIFY(m_desk->open());
}

bool TaskViewsTest::keepTasks()
{
    const QDateTime now = m_desk->clock.now();
    QVector<store::Kept<Task>> kept;
    for (int i = 1; i <= 4; ++i) {
        Task task;
        task.id = QString::number(1000 + i);
        task.number = QString::number(i);
        task.taskTemplate = {u"7"_s, i == 1 ? u"Pump"_s : u"Repair"_s};
        const int hours = i == 3 ? 24 : -2;
        task.plannedStart
            = Known<QDateTime>::fromService(i == 4 ? QDateTime() : now.addSecs(hours * qint64(3600)));
        task.plannedEnd
            = Known<QDateTime>::fromService(i == 4 ? QDateTime() : now.addSecs((hours + 1) * qint64(3600)));
        task.draft = Known<bool>::fromService(i == 3);
        if (i == 2)
            task.finished = Known<bool>::fromService(true);
        kept.append({task, "{}"});
    }
    return m_desk->mirror->applyTasks(kept, QVector<qint64>(kept.size())).has_value();
}

bool TaskViewsTest::openScreen()
{
    m_screen = std::make_unique<TasksScreen>(m_desk->desk());
    m_screen->resize(1024, 560);
    m_screen->show();
    if (named<ViewsPane>(m_screen.get(), u"Views"_s) != pane())
        return false;
    return QTest::qWaitForWindowActive(m_screen.get())
        && QTest::qWaitFor([&] { return table()->model()->rowCount() == 4; })
        && QTest::qWaitFor([&] { return action(u"saveView"_s)->isEnabled(); });
}

QWidget *TaskViewsTest::opened(const QString &name) const
{
    QWidget *found = nullptr;
    const bool there = QTest::qWaitFor([&] {
        found = m_screen->findChild<QWidget *>(name);
        return found && found->isVisible();
    });
    return there ? found : nullptr;
}

bool TaskViewsTest::saveAs(const QString &name)
{
    action(u"saveView"_s)->trigger();
    QWidget *window = opened(u"nameDialog"_s);
    if (!window)
        return false;
    named<QLineEdit>(window, u"Name"_s)->setText(name);
    window->findChild<QPushButton *>(u"take"_s)->click();
    const bool gone = QTest::qWaitFor([&] { return !m_screen->findChild<QWidget *>(u"nameDialog"_s); });
    m_screen->activateWindow();
    return gone && QTest::qWaitForWindowActive(m_screen.get());
}

/// "Today 2", by line.
QStringList TaskViewsTest::lines() const
{
    QStringList all;
    for (int i = 0; i < pane()->topLevelItemCount(); ++i) {
        const QTreeWidgetItem *line = pane()->topLevelItem(i);
        all.append(QString(line->text(0) + u' ' + line->text(1)).trimmed());
    }
    return all;
}

QString TaskViewsTest::marked() const
{
    const auto items = pane()->selectedItems();
    return items.isEmpty() ? QString() : items.first()->text(0);
}

bool TaskViewsTest::click(const QString &text)
{
    const auto items = pane()->findItems(text, Qt::MatchExactly);
    if (items.isEmpty())
        return false;
    QTest::mouseClick(pane()->viewport(), Qt::LeftButton, {}, pane()->visualItemRect(items.first()).center());
    return true;
}

void TaskViewsTest::theProgramsOwnViewsCount()
{
    QVERIFY(keepTasks());
    QVERIFY(openScreen());
    const QStringList wanted{u"Views"_s,     u"All tasks 4"_s,   u"Today 2"_s,        u"Tomorrow 1"_s,
                             u"No time 1"_s, u"Plan passed 1"_s, u"Drafts 1"_s,       u"Changed today 0"_s,
                             u"Here"_s,      u"On its way 0"_s,  u"Not finished 0"_s, u"Outbox 0"_s};
    QTRY_COMPARE(lines(), wanted);
    SyncState state;
    state.waiting = 2;
    state.refused = 1;
    m_screen->setState(state);
    QCOMPARE(lines().last(), u"Outbox 3!"_s);
    QCOMPARE(marked(), u"All tasks"_s);
    // By ear: the name and what the number says.
    const auto item = pane()->findItems(u"Today"_s, Qt::MatchExactly).first();
    QCOMPARE(item->data(0, Qt::AccessibleTextRole).toString(), u"Today, 2 task(s)"_s);
    QVERIFY(pane()
                ->findItems(u"Plan passed"_s, Qt::MatchExactly)
                .first()
                ->toolTip(0)
                .contains(u"this computer knows of no closing"_s));
}

void TaskViewsTest::arrowsAndClicksChoose()
{
    QVERIFY(keepTasks());
    QVERIFY(openScreen());
    pane()->setFocus();
    QTest::keyClick(pane(), Qt::Key_Down);
    QVERIFY(m_screen->quickFilters().isChecked(Chip::Today));
    QTRY_COMPARE(table()->model()->rowCount(), 2);
    QCOMPARE(marked(), u"Today"_s);
    QVERIFY(pane()->hasFocus());
    QVERIFY(click(u"Plan passed"_s));
    QTRY_COMPARE(table()->model()->rowCount(), 1);
    QVERIFY(!m_screen->quickFilters().isChecked(Chip::Today));
    QTRY_COMPARE(table()->model()->index(0, 0).data().toString(), u"1"_s);
    // What was typed goes with the view before.
    filter()->setText(u"pump"_s);
    QCOMPARE(marked(), QString());
    QVERIFY(click(u"Drafts"_s));
    QCOMPARE(filter()->text(), QString());
    QTRY_COMPARE(table()->model()->index(0, 0).data().toString(), u"3"_s);
    QTest::keyClick(pane(), Qt::Key_Return);
    QVERIFY(table()->hasFocus());
}

void TaskViewsTest::whatNarrowsTheListIsMarked()
{
    QVERIFY(keepTasks());
    QVERIFY(openScreen());
    m_screen->quickFilters().setChecked(Chip::Tomorrow, true);
    QCOMPARE(marked(), u"Tomorrow"_s);
    m_screen->quickFilters().setChecked(Chip::Drafts, true);
    QCOMPARE(marked(), QString());
    m_screen->clearFilters();
    QCOMPARE(marked(), u"All tasks"_s);
}

void TaskViewsTest::aPlanPassesWithTheClock()
{
    QVERIFY(keepTasks());
    QVERIFY(openScreen());
    QVERIFY(click(u"Plan passed"_s));
    QTRY_COMPARE(table()->model()->rowCount(), 1);
    QTRY_COMPARE(pane()->count(u"planPassed"_s), u"1"_s);
    QSignalSpy changed(&m_screen->quickFilters(), &QuickFilters::changed);
    // A count that is on its way while the clock is moved seems to have taken so long.
    const auto pass = [this](std::chrono::minutes time) {
        m_desk->reader->queryCounts({}).waitForFinished();
        QCoreApplication::processEvents();
        m_desk->clock.advance(time);
        QCoreApplication::processEvents();
    };
    for (int minute = 0; minute < 5; ++minute)
        pass(std::chrono::minutes(1));
    QCOMPARE(m_screen->model().query().filter.planPassedAt, m_desk->clock.now());
    QCOMPARE(changed.size(), 0);
    QTRY_COMPARE(m_screen->model().load(), models::TaskListModel::Load::Ready);
    // Tomorrow's draft ends in 25 hours.
    pass(std::chrono::hours(25));
    QTRY_COMPARE(table()->model()->rowCount(), 2);
    QVERIFY(counts(u"planPassed"_s, u"2"_s));
    QCOMPARE(marked(), u"Plan passed"_s);
    // Only midnight begins anything anew.
    QCOMPARE(changed.size(), 1);
}

void TaskViewsTest::aViewIsSavedWithAllOfIt()
{
    QVERIFY(keepTasks());
    QVERIFY(openScreen());
    const QString usual = m_screen->order();
    const QJsonArray usualColumns = m_screen->columns().layout();
    filter()->setText(u"pump"_s);
    m_screen->quickFilters().setChecked(Chip::Today, true);
    m_screen->quickFilters().setWorker({u"3"_s, u"Ivanov"_s});
    m_screen->setOrder(u"number ascending"_s);
    table()->setColumnHidden(models::TaskListModel::TaskId, false);
    table()->horizontalHeader()->moveSection(0, 2);
    const QJsonArray columns = m_screen->columns().layout();
    QVERIFY(columns != usualColumns);
    QVERIFY(saveAs(u"  VIP   clients "_s));
    QCOMPARE(views().saved().size(), 1);
    const SavedView kept = views().saved().first();
    QCOMPARE(kept.name, u"VIP clients"_s);
    QCOMPARE(kept.text, u"pump"_s);
    QCOMPARE(kept.order, u"number ascending"_s);
    QCOMPARE(kept.columns, columns);
    QCOMPARE(marked(), u"VIP clients"_s);
    QVERIFY(lines().contains(u"Mine"_s));
    // What the list was at first is what all is shown with again, and the view brings its own.
    m_screen->setOrder(usual);
    m_screen->columns().setLayout(usualColumns);
    QVERIFY(click(u"All tasks"_s));
    QVERIFY(!m_screen->isNarrowed());
    QVERIFY(click(u"VIP clients"_s));
    QCOMPARE(filter()->text(), u"pump"_s);
    QVERIFY(m_screen->quickFilters().isChecked(Chip::Today));
    QCOMPARE(m_screen->model().query().filter.workerId, u"3"_s);
    QCOMPARE(m_screen->order(), u"number ascending"_s);
    QCOMPARE(m_screen->columns().layout(), columns);
    QVERIFY(click(u"Today"_s));
    QCOMPARE(m_screen->order(), usual);
    QCOMPARE(m_screen->columns().layout(), usualColumns);
    QVERIFY(m_screen->model().query().filter.workerId.isEmpty());
    // It counts by its text, too.
    m_screen->quickFilters().clear();
    filter()->setText(u"pump"_s);
    QVERIFY(saveAs(u"pumps"_s));
    QVERIFY(counts(u"saved:pumps"_s, u"1"_s));
    QCOMPARE(pane()->count(u"saved:VIP clients"_s), u"0"_s);
}

void TaskViewsTest::aNameIsAskedForUntilItWillDo()
{
    QVERIFY(keepTasks());
    QVERIFY(openScreen());
    filter()->setText(u"pump"_s);
    action(u"saveView"_s)->trigger();
    QWidget *window = opened(u"nameDialog"_s);
    QVERIFY(window);
    QCOMPARE(test::unnamedControls(window), QStringList());
    auto *field = named<QLineEdit>(window, u"Name"_s);
    auto *take = window->findChild<QPushButton *>(u"take"_s);
    field->setText(u"  "_s);
    QVERIFY(!take->isEnabled());
    QTest::keyClick(field, Qt::Key_Return);
    QVERIFY(window->isVisible());
    // What the list showed when it was asked for is what is saved.
    filter()->setText(u"other"_s);
    field->setText(u"<b>pumps</b>"_s);
    QTest::keyClick(field, Qt::Key_Return);
    QTRY_COMPARE(views().saved().size(), 1);
    QCOMPARE(views().saved().first().text, u"pump"_s);
    QCOMPARE(lines().at(9), u"<b>pumps</b>"_s);
    // The same name takes its place.
    QVERIFY(saveAs(u"<B>Pumps</b>"_s));
    QCOMPARE(views().saved().size(), 1);
    QCOMPARE(views().saved().first().text, u"other"_s);
    QCOMPARE(views().saved().first().name, u"<B>Pumps</b>"_s);
}

void TaskViewsTest::viewsAreRenamedMovedAndDeleted()
{
    QVERIFY(keepTasks());
    QVERIFY(openScreen());
    for (const QString &name : {u"one"_s, u"two"_s, u"three"_s}) {
        filter()->setText(name);
        QVERIFY(saveAs(name));
    }
    const auto names = [this] {
        QStringList all;
        for (const SavedView &view : views().saved())
            all.append(view.name);
        return all.join(u' ');
    };
    const auto kept
        = [this] { return *ui::savedViewsFrom(*m_desk->reader->views().result()) == views().saved(); };
    QCOMPARE(names(), u"one two three"_s);
    QVERIFY(click(u"three"_s));
    pane()->setFocus();
    QTest::keyClick(pane(), Qt::Key_Up, Qt::AltModifier);
    QCOMPARE(names(), u"one three two"_s);
    QTest::keyClick(pane(), Qt::Key_Up, Qt::AltModifier);
    QTest::keyClick(pane(), Qt::Key_Up, Qt::AltModifier);
    QCOMPARE(names(), u"three one two"_s);
    QTest::keyClick(pane(), Qt::Key_Down, Qt::AltModifier);
    QCOMPARE(names(), u"one three two"_s);
    QVERIFY(kept());
    QCOMPARE(marked(), u"three"_s);

    QTest::keyClick(pane(), Qt::Key_F2);
    QWidget *window = opened(u"nameDialog"_s);
    QVERIFY(window);
    auto *field = named<QLineEdit>(window, u"Name"_s);
    QCOMPARE(field->text(), u"three"_s);
    field->setText(u"TWO"_s); // another's
    QVERIFY(!window->findChild<QPushButton *>(u"take"_s)->isEnabled());
    field->setText(u"3"_s);
    window->findChild<QPushButton *>(u"take"_s)->click();
    m_screen->activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(m_screen.get()));
    QCOMPARE(names(), u"one 3 two"_s);
    QCOMPARE(marked(), u"3"_s);
    QVERIFY(kept());

    pane()->setFocus();
    QTest::keyClick(pane(), Qt::Key_Delete);
    auto *box = qobject_cast<QMessageBox *>(opened(u"deleteViewBox"_s));
    QVERIFY(box && box->text().contains(u"“3”"_s));
    QCOMPARE(box->textFormat(), Qt::PlainText);
    box->findChild<QPushButton *>(u"deleteView"_s)->click();
    QCOMPARE(names(), u"one two"_s);
    QVERIFY(kept());
    QCOMPARE(pane()->current(), u"saved:two"_s);
    // A view of the program's own is nobody's to change.
    QVERIFY(click(u"Today"_s));
    for (const QString &name : {u"renameView"_s, u"deleteView"_s, u"moveViewUp"_s, u"moveViewDown"_s})
        QVERIFY2(!m_screen->findChild<QAction *>(name)->isEnabled(), qPrintable(name));
}

void TaskViewsTest::savedViewsAreThereAgain()
{
    QVERIFY(keepTasks());
    QVERIFY(openScreen());
    filter()->setText(u"pump"_s);
    m_screen->setOrder(u"number descending"_s);
    QVERIFY(saveAs(u"Насосы"_s));
    m_screen.reset();
    // The text is kept elsewhere and put back before the views are read.
    m_screen = std::make_unique<TasksScreen>(m_desk->desk());
    filter()->setText(u"pump"_s);
    m_screen->show();
    QTRY_COMPARE(views().saved().size(), 1);
    QCOMPARE(marked(), u"Насосы"_s);
    QCOMPARE(m_screen->order(), u"number descending"_s);
    // A command of the menu, and so of `Find or do`.
    QCOMPARE(views().menu()->actions().first()->text(), u"Насосы"_s);
    m_screen->clearFilters();
    QCOMPARE(m_screen->order(), u"plan descending"_s);
    QCOMPARE(m_screen->model().query().sort, TaskQuery::Sort::Plan);
    QVERIFY(m_screen->model().query().descending);
    views().menu()->actions().first()->trigger();
    QCOMPARE(filter()->text(), u"pump"_s);
}

void TaskViewsTest::nothingIsWrittenOverWhatWasNotRead()
{
    QVERIFY(keepTasks());
    const QString newer = u"{\"naryadViews\": 99, \"views\": []}"_s;
    QVERIFY(m_desk->journal->setViews(newer));
    m_screen = std::make_unique<TasksScreen>(m_desk->desk());
    QSignalSpy said(&views(), &TaskViews::said);
    m_screen->show();
    QTRY_COMPARE(said.size(), 1);
    QVERIFY(said.first().first().toString().contains(u"newer program"_s));
    QVERIFY(!action(u"saveView"_s)->isEnabled());
    QVERIFY(!views().importFrom(m_desk->path(u"none.json"_s)));
    QCOMPARE(*m_desk->reader->views().result(), newer);
}

void TaskViewsTest::whatCouldNotBeKeptIsSaid()
{
    QVERIFY(keepTasks());
    QVERIFY(openScreen());
    QSignalSpy said(&views(), &TaskViews::said);
    m_desk->commands.keepView = [](const QString &) -> Result<void> {
        Error full;
        full.kind = ErrorKind::Storage;
        full.cause = ErrorCause::DiskFull;
        return tl::unexpected(full);
    };
    filter()->setText(u"pump"_s);
    QVERIFY(saveAs(u"pumps"_s));
    QTRY_COMPARE(said.size(), 1);
    QVERIFY(said.first().first().toString().startsWith(u"Your views could not be kept: "_s));
    // It is there for as long as the program runs.
    QCOMPARE(views().saved().size(), 1);
}

void TaskViewsTest::aFileOfViewsGoesOutAndIn()
{
    QVERIFY(keepTasks());
    QVERIFY(openScreen());
    filter()->setText(u"pump"_s);
    QVERIFY(saveAs(u"pumps"_s));
    const QString path = m_desk->path(u"views.json"_s);
    QVERIFY(views().exportTo(path));
    QCOMPARE(views().importFrom(path), 1);
    QCOMPARE(views().saved().size(), 2);
    QCOMPARE(views().saved().at(1).name, u"pumps (2)"_s);
    QCOMPARE(views().saved().at(1).text, u"pump"_s);
    QFile other(m_desk->path(u"other.json"_s));
    QVERIFY(other.open(QIODevice::WriteOnly));
    QVERIFY(other.write("[1, 2") > 0);
    other.close();
    QVERIFY(!views().importFrom(other.fileName()));
    QVERIFY(!views().exportTo(m_desk->path(u"no such folder/views.json"_s)));
    QCOMPARE(views().saved().size(), 2);
}

void TaskViewsTest::thePaneIsHiddenAndKeepsItsWidth()
{
    QVERIFY(keepTasks());
    QVERIFY(openScreen());
    views().restore(u"shown 170"_s);
    QTRY_COMPARE(pane()->width(), 170);
    QCOMPARE(views().state(), u"shown 170"_s);
    pane()->setFocus();
    QAction *shown = action(u"viewsPaneAction"_s);
    shown->trigger();
    QVERIFY(pane()->isHidden());
    QVERIFY(table()->hasFocus());
    QCOMPARE(views().state(), u"hidden 170"_s);
    shown->trigger();
    QTRY_COMPARE(pane()->width(), 170);
    views().restore(u"nonsense"_s);
    QCOMPARE(pane()->width(), 170);
}

QTEST_MAIN(TaskViewsTest)
#include "TaskViewsTest.moc"
