#include "tasks/QuickFilters.h"
#include "Controls.h"
#include "DeskFixture.h"
#include "tasks/TasksScreen.h"

#include <QAction>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTableView>
#include <QTest>
#include <QToolButton>

using namespace naryad;
using test::named;
using ui::QuickFilters;
using ui::TasksScreen;
using Chip = QuickFilters::Chip;

/// The chips: what each asks for, how they go together, and the screen that follows them.
class QuickFiltersTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void cleanup();
    void eachChipAsksForItsOwn();
    void timesExcludeEachOtherAndTheRestGoesTogether();
    void theDayIsTheAccountsAndRollsOver();
    void oneContractorOrWorkerIsAChip();
    void stateIsKeptAndRead();
    void whatIsNotPinnedIsNotKept();
    void everyChipIsNamedAndHasItsKey();
    void theScreenFollowsTheChips();
    void escClearsTheTextAndThenTheChips();
    void nothingMatchesNamesWhatNarrows();
    void leavingClearsWhatIsNotPinned();
    void revealClearsWhatHidesIt();
    void theCountSaysHowFarItGoes();

private:
    QuickFilters *make();
    bool openScreen(int tasks);
    QToolButton *chip(const QString &name) const { return named<QToolButton>(m_screen.get(), name); }
    QLabel *count() const { return m_screen->findChild<QLabel *>(QStringLiteral("count")); }
    QTableView *table() const { return m_screen->findChild<QTableView *>(QStringLiteral("tasks")); }
    QDateTime moscow(const QDate &date, const QTime &time = QTime(0, 0)) const
    {
        return AccountZone("Europe/Moscow").fromLocal(date, time);
    }

    std::unique_ptr<test::DeskFixture> m_desk;
    std::unique_ptr<QuickFilters> m_quick;
    std::unique_ptr<TasksScreen> m_screen;
};

void QuickFiltersTest::init()
{
    m_desk = std::make_unique<test::DeskFixture>();
    QVERIFY(m_desk->open());
}

void QuickFiltersTest::cleanup()
{
    m_screen.reset();
    m_quick.reset();
}

QuickFilters *QuickFiltersTest::make()
{
    m_quick = std::make_unique<QuickFilters>(m_desk->desk());
    m_quick->show();
    return m_quick.get();
}

bool QuickFiltersTest::openScreen(int tasks)
{
    QVector<store::Kept<Task>> kept;
    for (int i = 1; i <= tasks; ++i) {
        Task task;
        task.id = QString::number(1000 + i);
        task.number = QString::number(i);
        task.taskTemplate
            = {QStringLiteral("7"), i % 10 == 0 ? QStringLiteral("Repair") : QStringLiteral("Montage")};
        task.plannedStart = Known<QDateTime>::fromService(m_desk->clock.now().addSecs(-60 * i));
        kept.append({task, "{}"});
    }
    if (!m_desk->mirror->applyTasks(kept, QVector<qint64>(kept.size())))
        return false;
    m_screen = std::make_unique<TasksScreen>(m_desk->desk());
    m_screen->resize(1000, 500);
    m_screen->show();
    return QTest::qWaitForWindowActive(m_screen.get())
        && QTest::qWaitFor([&] { return table()->model()->rowCount() == tasks; });
}

void QuickFiltersTest::eachChipAsksForItsOwn()
{
    QuickFilters *quick = make();
    QVERIFY(quick->filter().isEmpty());
    QCOMPARE(quick->narrowing(), QStringList());
    const QDate today(2026, 11, 24); // the clock stands at 12:00 in Moscow
    QMap<Chip, TaskFilter> wanted;
    wanted[Chip::Today].plannedFrom = moscow(today);
    wanted[Chip::Today].plannedBefore = moscow(today.addDays(1));
    wanted[Chip::Tomorrow].plannedFrom = moscow(today.addDays(1));
    wanted[Chip::Tomorrow].plannedBefore = moscow(today.addDays(2));
    wanted[Chip::NoTime].withoutTime = true;
    wanted[Chip::PlanPassed].planPassedAt = m_desk->clock.now();
    wanted[Chip::NoWorker].workerNotKnown = true;
    wanted[Chip::Drafts].states = {TaskState::Draft};
    wanted[Chip::ChangedToday].changedSince = moscow(today);
    wanted[Chip::OnItsWay].pendingOnly = true;
    QCOMPARE(wanted.size(), int(Chip::ChipCount));
    QSignalSpy changed(quick, &QuickFilters::changed);
    for (auto one = wanted.cbegin(); one != wanted.cend(); ++one) {
        changed.clear();
        quick->setChecked(one.key(), true);
        QCOMPARE(changed.size(), 1);
        QVERIFY2(quick->filter() == one.value(), qPrintable(quick->narrowing().join(u' ')));
        QCOMPARE(quick->narrowing().size(), 1);
        quick->setChecked(one.key(), false);
        QCOMPARE(changed.size(), 2);
        QVERIFY(quick->filter().isEmpty());
    }
}

void QuickFiltersTest::timesExcludeEachOtherAndTheRestGoesTogether()
{
    QuickFilters *quick = make();
    QSignalSpy changed(quick, &QuickFilters::changed);
    for (const Chip chip : {Chip::Drafts, Chip::NoWorker, Chip::Today, Chip::Tomorrow, Chip::NoTime})
        quick->setChecked(chip, true);
    // One change each, also where one chip puts out another.
    QCOMPARE(changed.size(), 5);
    TaskFilter wanted;
    wanted.states = {TaskState::Draft};
    wanted.workerNotKnown = true;
    wanted.withoutTime = true;
    QCOMPARE(quick->filter(), wanted);
    QVERIFY(!quick->isChecked(Chip::Today) && !quick->isChecked(Chip::Tomorrow));
    quick->setChecked(Chip::Today, true);
    QVERIFY(!quick->isChecked(Chip::NoTime));
    QVERIFY(!quick->filter().withoutTime);
    changed.clear();
    quick->clear();
    QCOMPARE(changed.size(), 1);
    QVERIFY(quick->filter().isEmpty());
    quick->clear();
    QCOMPARE(changed.size(), 1);
}

void QuickFiltersTest::theDayIsTheAccountsAndRollsOver()
{
    using namespace std::chrono;
    QuickFilters *quick = make();
    quick->setChecked(Chip::Today, true);
    QSignalSpy changed(quick, &QuickFilters::changed);
    const auto pass = [this](milliseconds time) {
        m_desk->clock.advance(time);
        QCoreApplication::processEvents();
    };
    // 12:00 in Moscow: there are twelve hours to the day.
    for (int minute = 0; minute < 12 * 60 - 1; ++minute)
        pass(minutes(1));
    QCOMPARE(changed.size(), 0);
    pass(minutes(1));
    QCOMPARE(changed.size(), 1);
    QCOMPARE(quick->filter().plannedFrom, moscow({2026, 11, 25}));
    // A computer that slept over several days.
    pass(hours(60));
    QCOMPARE(changed.size(), 2);
    QCOMPARE(quick->filter().plannedFrom, moscow({2026, 11, 27}));
    // What doesn't narrow by the day is asked for no other way.
    quick->clear();
    quick->setChecked(Chip::Drafts, true);
    changed.clear();
    pass(hours(24));
    QCOMPARE(changed.size(), 0);
}

void QuickFiltersTest::oneContractorOrWorkerIsAChip()
{
    QuickFilters *quick = make();
    QSignalSpy changed(quick, &QuickFilters::changed);
    auto *button = quick->findChild<QToolButton *>(QStringLiteral("contractorChip"));
    QVERIFY(!button->isVisible());
    quick->setContractor({QStringLiteral("12"), QStringLiteral("A & <b>B</b>")});
    quick->setWorker({QStringLiteral("3"), {}});
    QCOMPARE(changed.size(), 2);
    QCOMPARE(quick->filter().contractorId, QStringLiteral("12"));
    QCOMPARE(quick->filter().workerId, QStringLiteral("3"));
    QCOMPARE(
        quick->narrowing(),
        QStringList({QStringLiteral("Contractor: A & <b>B</b>"), QStringLiteral("Worker: #3")}));
    QVERIFY(button->isVisible());
    QCOMPARE(button->accessibleName(), QStringLiteral("Contractor: A & <b>B</b>"));
    QVERIFY(button->text().contains(QStringLiteral("A && <b>")));
    QVERIFY(button->toolTip().contains(QStringLiteral("&lt;b&gt;")));
    button->click();
    QCOMPARE(changed.size(), 3);
    QVERIFY(!button->isVisible());
    QCOMPARE(quick->filter().contractorId, QString());
    quick->clear();
    QVERIFY(quick->filter().isEmpty());
}

void QuickFiltersTest::stateIsKeptAndRead()
{
    QuickFilters *quick = make();
    quick->setChecked(Chip::Tomorrow, true);
    quick->setChecked(Chip::OnItsWay, true);
    quick->setContractor({QStringLiteral("12"), QStringLiteral("Romashka")});
    const TaskFilter filter = quick->filter();
    const QString state = quick->state();
    make();
    QSignalSpy changed(m_quick.get(), &QuickFilters::changed);
    m_quick->restore(state);
    QCOMPARE(changed.size(), 1);
    QCOMPARE(m_quick->filter(), filter);
    QCOMPARE(m_quick->narrowing().last(), QStringLiteral("Contractor: Romashka"));
    // What can't be read changes nothing; a name of a later version is passed over.
    for (const char *bad : {"", "[]", "{", "17"})
        m_quick->restore(QString::fromLatin1(bad));
    QCOMPARE(m_quick->filter(), filter);
    m_quick->restore(QStringLiteral(R"({"pinned":true,"chips":["drafts","later"]})"));
    QCOMPARE(m_quick->narrowing(), QStringList{QStringLiteral("Drafts")});
}

void QuickFiltersTest::whatIsNotPinnedIsNotKept()
{
    QuickFilters *quick = make();
    QVERIFY(quick->isPinned());
    quick->setChecked(Chip::Today, true);
    quick->setWorker({QStringLiteral("3"), QStringLiteral("Ivanov")});
    auto *pin = named<QToolButton>(quick, QStringLiteral("Keep the filters"));
    pin->click();
    QVERIFY(!quick->isPinned());
    const QString state = quick->state();
    QVERIFY(!state.contains(QStringLiteral("Ivanov")));
    make()->restore(state);
    QVERIFY(m_quick->filter().isEmpty());
    QVERIFY(!m_quick->isPinned());
}

void QuickFiltersTest::everyChipIsNamedAndHasItsKey()
{
    QuickFilters *quick = make();
    int seen = 0;
    QCOMPARE(test::unnamedControls(quick, &seen), QStringList());
    QCOMPARE(seen, int(Chip::ChipCount) + 1);
    QSet<QKeySequence> keys;
    const QList<QAction *> actions = quick->menuActions();
    for (QAction *action : actions) {
        if (action->isCheckable() && !action->shortcut().isEmpty())
            keys.insert(action->shortcut());
    }
    QCOMPARE(keys.size(), int(Chip::ChipCount));
    auto *today = named<QToolButton>(quick, QStringLiteral("Today"));
    QVERIFY(today->toolTip().contains(QStringLiteral("Alt+1")));
    QVERIFY(QTest::qWaitForWindowActive(quick));
    QTest::keyClick(quick, Qt::Key_1, Qt::AltModifier);
    QVERIFY(today->isChecked() && quick->isChecked(Chip::Today));
    // Not by the look of the button alone.
    QVERIFY(today->text().startsWith(u'✓'));
    QVERIFY(!named<QToolButton>(quick, QStringLiteral("Tomorrow"))->text().startsWith(u'✓'));
    QTest::keyClick(quick, Qt::Key_5, Qt::AltModifier);
    QCOMPARE(quick->narrowing(), QStringList({QStringLiteral("Today"), QStringLiteral("Drafts")}));
    // By Space, as any button.
    today->setFocus();
    QTest::keyClick(today, Qt::Key_Space);
    QVERIFY(!quick->isChecked(Chip::Today));
    QVERIFY(!actions.first()->isChecked());
}

void QuickFiltersTest::theScreenFollowsTheChips()
{
    QVERIFY(openScreen(3));
    QTest::keyClick(table(), Qt::Key_5, Qt::AltModifier);
    TaskFilter drafts;
    drafts.states = {TaskState::Draft};
    QCOMPARE(m_screen->model().query().filter, drafts);
    QVERIFY(m_screen->isNarrowed());
    auto *filter = named<QLineEdit>(m_screen.get(), QStringLiteral("Filter"));
    filter->setText(QStringLiteral("2"));
    QCOMPARE(m_screen->model().query().text, QStringLiteral("2"));
    QCOMPARE(m_screen->model().query().filter, drafts);
    chip(QStringLiteral("Drafts"))->click();
    QVERIFY(m_screen->model().query().filter.isEmpty());
    QCOMPARE(m_screen->model().query().text, QStringLiteral("2"));
    m_screen->showOnly({}, {QStringLiteral("12"), QStringLiteral("Romashka")});
    QCOMPARE(m_screen->model().query().text, QString());
    QCOMPARE(m_screen->model().query().filter.contractorId, QStringLiteral("12"));
    QCOMPARE(filter->text(), QString());
    m_screen->showOnly(QStringLiteral("pump"));
    QCOMPARE(m_screen->model().query().text, QStringLiteral("pump"));
    QVERIFY(m_screen->model().query().filter.isEmpty());
    m_screen->clearFilters();
    QVERIFY(!m_screen->isNarrowed());
    QCOMPARE(m_screen->model().query().text, QString());
}

void QuickFiltersTest::escClearsTheTextAndThenTheChips()
{
    QVERIFY(openScreen(3));
    auto *filter = named<QLineEdit>(m_screen.get(), QStringLiteral("Filter"));
    chip(QStringLiteral("Today"))->click();
    filter->setText(QStringLiteral("1"));
    filter->setFocus();
    QTest::keyClick(filter, Qt::Key_Escape);
    QCOMPARE(filter->text(), QString());
    QVERIFY(m_screen->quickFilters().isChecked(Chip::Today));
    QTRY_COMPARE(m_screen->model().load(), models::TaskListModel::Load::Ready);
    QWidget *focused = QApplication::focusWidget();
    QVERIFY(focused && focused != filter);
    QTest::keyClick(focused, Qt::Key_Escape);
    QVERIFY(!m_screen->isNarrowed());
    QVERIFY(m_screen->model().query().filter.isEmpty());
}

void QuickFiltersTest::nothingMatchesNamesWhatNarrows()
{
    QVERIFY(openScreen(3));
    auto *filter = named<QLineEdit>(m_screen.get(), QStringLiteral("Filter"));
    chip(QStringLiteral("Drafts"))->click();
    m_screen->quickFilters().setContractor({QStringLiteral("12"), QStringLiteral("Romashka")});
    filter->setText(QStringLiteral("nothing like it"));
    auto *empty = m_screen->findChild<QLabel *>(QStringLiteral("emptyText"));
    QTRY_VERIFY(empty->isVisible());
    QCOMPARE(
        empty->text(), QStringLiteral("Nothing matches “nothing like it” · Drafts · Contractor: Romashka."));
    QCOMPARE(count()->text(), QStringLiteral("0 of 3"));
    auto *clear = m_screen->findChild<QPushButton *>(QStringLiteral("emptyAction"));
    QVERIFY(clear->isVisible());
    clear->click();
    QTRY_COMPARE(count()->text(), QStringLiteral("3 of 3"));
    QVERIFY(!m_screen->isNarrowed());
    QVERIFY(table()->isVisible());
}

void QuickFiltersTest::leavingClearsWhatIsNotPinned()
{
    QVERIFY(openScreen(3));
    auto *filter = named<QLineEdit>(m_screen.get(), QStringLiteral("Filter"));
    chip(QStringLiteral("Today"))->click();
    filter->setText(QStringLiteral("1"));
    m_screen->left();
    QCOMPARE(filter->text(), QStringLiteral("1"));
    QVERIFY(m_screen->quickFilters().isChecked(Chip::Today));
    named<QToolButton>(m_screen.get(), QStringLiteral("Keep the filters"))->click();
    m_screen->left();
    QCOMPARE(filter->text(), QString());
    QVERIFY(!m_screen->quickFilters().isChecked(Chip::Today));
    QVERIFY(!m_screen->isNarrowed());
}

void QuickFiltersTest::revealClearsWhatHidesIt()
{
    QVERIFY(openScreen(3));
    const RowId wanted = m_screen->model().rowOf(m_screen->model().index(2, 0));
    auto *filter = named<QLineEdit>(m_screen.get(), QStringLiteral("Filter"));
    filter->setText(QStringLiteral("nothing like it"));
    QTRY_COMPARE(table()->model()->rowCount(), 0);
    m_screen->reveal(wanted);
    QCOMPARE(filter->text(), QString());
    QTRY_COMPARE(m_screen->model().rowOf(table()->currentIndex()), wanted);
    QVERIFY(table()->hasFocus());
    // One that is listed is only chosen.
    filter->setText(QStringLiteral("1"));
    QTRY_COMPARE(table()->model()->rowCount(), 1);
    m_screen->reveal(m_screen->model().rowOf(m_screen->model().index(0, 0)));
    QCOMPARE(filter->text(), QStringLiteral("1"));
}

void QuickFiltersTest::theCountSaysHowFarItGoes()
{
    QStringList told;
    QVERIFY(openScreen(1000));
    QTRY_COMPARE(count()->text(), QStringLiteral("1,000 of 1,000"));
    connect(&m_screen->model(), &models::TaskListModel::loadChanged, m_screen.get(), [&] {
        if (!told.contains(count()->text()))
            told.append(count()->text());
    });
    auto *filter = named<QLineEdit>(m_screen.get(), QStringLiteral("Filter"));
    filter->setText(QStringLiteral("montage"));
    QTRY_COMPARE(m_screen->model().load(), models::TaskListModel::Load::Ready);
    // The one before until there is an answer, then what is known of it.
    QCOMPARE(
        told,
        QStringList(
            {QStringLiteral("1,000 of 1,000"), QStringLiteral("200+ of 1,000"),
             QStringLiteral("900 of 1,000")}));
    // The first match was chosen with the first rows.
    QCOMPARE(table()->currentIndex().row(), 0);
}

QTEST_MAIN(QuickFiltersTest)
#include "QuickFiltersTest.moc"
