#include "shell/Palette.h"
#include "ShellFixture.h"
#include "shell/RussianKeys.h"
#include "shell/UiSettings.h"
#include "tasks/QuickFilters.h"
#include "widgets/EntityPickerList.h"

#include <QLineEdit>
#include <QListView>
#include <QTableWidget>

/// `Find or do` in the main window: the way there and back, commands, and what becomes of what is found.
class PaletteTest : public ShellFixture
{
    Q_OBJECT
private Q_SLOTS:
    void controlKOpensItFromAnywhere();
    void escGoesBackToWhereItWas();
    void theFirstIsMarkedAndEnterDoesIt();
    void arrowsMoveTheMark();
    void enterBeforeTheAnswerIsNotLost();
    void onlyWhatCanBeDoneIsOffered();
    void aTaskIsShownInTheList();
    void aContractorOrWorkerNarrowsTheList();
    void otherThingsAreSearchedFor();
    void chipsAreCommandsAndKeptOverARestart();
    void itFitsTheSmallestWindow();

private:
    Palette *palette() const { return named<Palette>(m_window.get(), u"Find or do"_s); }
    EntityPickerList *list() const { return palette()->findChild<EntityPickerList *>(); }
    QTableView *tasks() const { return m_window->findChild<QTableView *>(u"tasks"_s); }
    QStringList offered() const
    {
        const QAbstractItemModel *model = list()->findChild<QListView *>()->model();
        QStringList rows;
        for (int row = 0; row < model->rowCount(); ++row)
            rows.append(model->index(row, 0).data().toString());
        return rows;
    }
    void keepTasks(int count)
    {
        QVector<store::Kept<Task>> kept;
        for (int i = 1; i <= count; ++i) {
            Task task;
            task.id = QString::number(100 + i);
            task.number = QString::number(i);
            kept.append({task, "{}"});
        }
        QVERIFY(m_fixture->mirror->applyTasks(kept, QVector<qint64>(kept.size())));
    }
    void type(const QString &text)
    {
        QTest::keyClick(m_window.get(), Qt::Key_K, Qt::ControlModifier);
        QVERIFY(palette()->hasFocus());
        QTest::keyClicks(palette(), text);
    }
    void found(Hit::Kind kind, RowId row, const QString &id, const QString &title)
    {
        Hit hit;
        hit.kind = kind;
        hit.row = row;
        hit.id = id;
        hit.title = title;
        Q_EMIT palette()->hitChosen(hit);
    }
};

void PaletteTest::controlKOpensItFromAnywhere()
{
    RussianKeys russian;
    make();
    for (void (MainWindow::*show)() : {&MainWindow::showTasks, &MainWindow::showOutbox}) {
        (m_window.get()->*show)();
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_K, Qt::ControlModifier);
        QVERIFY(palette()->hasFocus());
        QTRY_VERIFY(list()->isVisible());
        QTest::keyClick(palette(), Qt::Key_Escape);
        QVERIFY(!palette()->hasFocus());
        QVERIFY(!list()->isVisible());
        // With the Russian layout.
        QKeyEvent event(QEvent::KeyPress, u'Л', Qt::ControlModifier, QString(QChar(u'Л')));
        QCoreApplication::sendEvent(m_window->windowHandle(), &event);
        QVERIFY(palette()->hasFocus());
        QTest::keyClick(palette(), Qt::Key_Escape);
    }
}

void PaletteTest::escGoesBackToWhereItWas()
{
    make();
    auto *filter = m_window->tasks()->filterField();
    filter->setText(u"as it was"_s);
    filter->setFocus();
    type(u"clo"_s);
    QTest::keyClick(palette(), Qt::Key_Escape);
    QVERIFY(filter->hasFocus());
    QCOMPARE(filter->text(), u"as it was"_s);
    QCOMPARE(palette()->text(), QString());
    QVERIFY(!list()->isVisible());
}

void PaletteTest::theFirstIsMarkedAndEnterDoesIt()
{
    make();
    type(u"> keyboard"_s);
    QTRY_VERIFY(list()->isVisible());
    QCOMPARE(offered(), QStringList{u"Help: Keyboard shortcuts"_s});
    QCOMPARE(list()->marked(), 0);
    QTest::keyClick(palette(), Qt::Key_Return);
    auto *sheet = m_window->findChild<QTableWidget *>(u"shortcutTable"_s);
    QTRY_VERIFY(sheet && sheet->isVisible());
    QVERIFY(!list()->isVisible());
}

void PaletteTest::arrowsMoveTheMark()
{
    make();
    type(u">view"_s);
    QTRY_VERIFY(offered().size() > 3);
    QTest::keyClick(palette(), Qt::Key_Down);
    QCOMPARE(list()->marked(), 1);
    QTest::keyClick(palette(), Qt::Key_Up);
    QTest::keyClick(palette(), Qt::Key_Up);
    QCOMPARE(list()->marked(), 0);
    QTest::keyClick(palette(), Qt::Key_PageDown);
    QVERIFY(list()->marked() > 1);
    // The second of the list: the Outbox.
    QTest::keyClick(palette(), Qt::Key_PageUp);
    const int outbox = static_cast<int>(offered().indexOf(u"View: Outbox"_s));
    QVERIFY(outbox > 0);
    for (int i = 0; i < outbox; ++i)
        QTest::keyClick(palette(), Qt::Key_Down);
    QTest::keyClick(palette(), Qt::Key_Enter);
    QVERIFY(m_window->outbox()->isVisible());
}

void PaletteTest::enterBeforeTheAnswerIsNotLost()
{
    make();
    // Words that are looked for in the mirror too: the answer comes later than Enter.
    type(u"outbox"_s);
    QTest::keyClick(palette(), Qt::Key_Return);
    QTRY_VERIFY(m_window->outbox()->isVisible());
}

void PaletteTest::onlyWhatCanBeDoneIsOffered()
{
    make(true); // a demo has no key to enter
    type(u">"_s);
    QStringList all = offered();
    QVERIFY(all.contains(u"Task: New task"_s));
    QVERIFY(all.contains(u"Task: Edit"_s));
    QVERIFY(all.contains(u"Columns: Worker"_s));
    QVERIFY(!all.contains(u"File: Enter key"_s));
    QVERIFY(!all.contains(u"View: Find or do"_s));
    QCOMPARE(all.removeDuplicates(), 0);
    QTest::keyClick(palette(), Qt::Key_Escape);
    m_window->showOutbox();
    type(u">"_s);
    // What acts on a chosen task is out of sight there.
    QVERIFY(!offered().contains(u"Task: Edit"_s));
}

void PaletteTest::aTaskIsShownInTheList()
{
    keepTasks(5);
    make();
    QTRY_COMPARE(tasks()->model()->rowCount(), 5);
    auto &model = m_window->tasks()->model();
    const RowId wanted = model.rowOf(model.index(3, 0));
    m_window->tasks()->filterField()->setText(u"nothing like it"_s);
    QTRY_COMPARE(tasks()->model()->rowCount(), 0);
    m_window->showOutbox();
    found(Hit::Kind::Task, wanted, {}, u"4"_s);
    QVERIFY(m_window->tasks()->isVisible());
    QTRY_COMPARE(model.rowOf(tasks()->currentIndex()), wanted);
    QVERIFY(!m_window->tasks()->isNarrowed());
    QVERIFY(tasks()->hasFocus());
}

void PaletteTest::aContractorOrWorkerNarrowsTheList()
{
    make();
    m_window->tasks()->filterField()->setText(u"before"_s);
    found(Hit::Kind::Contractor, 0, u"12"_s, u"Romashka"_s);
    TaskFilter wanted;
    wanted.contractorId = u"12"_s;
    QCOMPARE(m_window->tasks()->model().query().filter, wanted);
    QCOMPARE(m_window->tasks()->model().query().text, QString());
    auto *chip = named<QToolButton>(m_window.get(), u"Contractor: Romashka"_s);
    QVERIFY(chip);
    found(Hit::Kind::Employee, 0, u"3"_s, u"Ivanov"_s);
    QVERIFY(!named<QToolButton>(m_window.get(), u"Contractor: Romashka"_s));
    wanted = {};
    wanted.workerId = u"3"_s;
    QCOMPARE(m_window->tasks()->model().query().filter, wanted);
    named<QToolButton>(m_window.get(), u"Worker: Ivanov"_s)->click();
    QVERIFY(!m_window->tasks()->isNarrowed());
}

void PaletteTest::otherThingsAreSearchedFor()
{
    make();
    for (const auto kind : {Hit::Kind::Template, Hit::Kind::Field}) {
        m_window->showOutbox();
        found(kind, 0, u"7"_s, u"Q1234"_s);
        QVERIFY(m_window->tasks()->isVisible());
        QCOMPARE(m_window->tasks()->model().query().text, u"Q1234"_s);
        m_window->tasks()->clearFilters();
    }
}

void PaletteTest::chipsAreCommandsAndKeptOverARestart()
{
    UiSettings settings(m_fixture->path(u"ui.ini"_s));
    UiSettings own(m_fixture->path(u"view.ini"_s));
    make();
    m_window->useSettings(settings);
    m_window->useOwnSettings(own);
    // Drafts can be sent, too.
    type(u">filters drafts"_s);
    QTest::keyClick(palette(), Qt::Key_Return);
    QVERIFY(m_window->tasks()->quickFilters().isChecked(QuickFilters::Drafts));
    QTest::keyClick(m_window.get(), Qt::Key_2, Qt::AltModifier);
    m_window->tasks()->quickFilters().setContractor({u"12"_s, u"Romashka"_s});
    m_window->tasks()->setOrder(u"worker ascending"_s);
    // In the Outbox the keys of what is out of sight do nothing.
    m_window->showOutbox();
    QTest::keyClick(m_window.get(), Qt::Key_1, Qt::AltModifier);
    m_window->close();
    const TaskQuery query = m_window->tasks()->model().query();
    QVERIFY(!settings.text(u"tasksQuickFilters"_s).contains(u"Romashka"));
    make();
    m_window->useSettings(settings);
    m_window->useOwnSettings(own);
    QCOMPARE(
        m_window->tasks()->quickFilters().narrowing(),
        (QStringList{u"Tomorrow"_s, u"Drafts"_s, u"Contractor: Romashka"_s}));
    QCOMPARE(m_window->tasks()->model().query(), query);
    QCOMPARE(query.sort, TaskQuery::Sort::WorkerName);
    // Not pinned: it begins anew.
    named<QToolButton>(m_window.get(), u"Keep the filters"_s);
    m_window->showTasks();
    named<QToolButton>(m_window.get(), u"Keep the filters"_s)->click();
    m_window->close();
    make();
    m_window->useOwnSettings(own);
    QVERIFY(!m_window->tasks()->isNarrowed());
}

void PaletteTest::itFitsTheSmallestWindow()
{
    make();
    m_window->resize(m_window->minimumSize());
    m_window->tasks()->quickFilters().setContractor({u"12"_s, QString(200, u'Ж')});
    QTRY_VERIFY(named<QToolButton>(m_window.get(), u"Contractor: "_s + QString(200, u'Ж')));
    QCoreApplication::processEvents();
    QCOMPARE(cutControls(&m_window->tasks()->quickFilters()), QStringList());
    QCOMPARE(unnamedControls(m_window.get()), QStringList());
    const QRect field(palette()->mapTo(m_window.get(), QPoint()), palette()->size());
    QVERIFY(m_window->rect().contains(field));
}

QTEST_MAIN(PaletteTest)
#include "PaletteTest.moc"
