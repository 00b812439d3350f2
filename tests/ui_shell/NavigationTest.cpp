#include "ShellFixture.h"
#include "caller/CallerDesk.h"
#include "shell/Palette.h"
#include "shell/PaneCycler.h"
#include "shell/RussianKeys.h"
#include "shell/ShortcutSheet.h"
#include "shell/UiSettings.h"
#include "tasks/QuickFilters.h"
#include "tasks/TaskEditor.h"
#include "tasks/TaskViews.h"
#include "tasks/ViewsPane.h"
#include "widgets/EntityPickerList.h"

#include <QAbstractItemView>
#include <QLineEdit>
#include <QListView>
#include <QMenu>
#include <QMenuBar>
#include <QPlainTextEdit>
#include <QTableWidget>

#include <algorithm>

/// The ways about the main window: back and forward, from screen to screen, the views beside the list, the
/// sheet of all keys, and what a field's own keys are.
class NavigationTest : public ShellFixture
{
    Q_OBJECT
private Q_SLOTS:
    void backAndForward();
    void backFindsTheFilterAndTheRow();
    void theViewsLeadToTheOutbox();
    void controlTabGoesRoundTheScreens();
    void shiftEnterOpensTheTask();
    void panesHoldTheViews();
    void theViewsAreKeptOverARestart();
    void theSmallestWindowHoldsThemAll();
    void aRefusedTemplateOpensInTheWorkbench();
    void theSheetTellsEveryKey();
    void theSheetIsNarrowed();
    void formsHaveTheKeysTheSheetTells();
    void everyMenuCommandIsFoundWithItsKeys();
    void theEmptyPaletteTellsThePrefixes();
    void undoIsTheFieldsOwn();
    void copyIsTheFieldsOwn();

private:
    void keepTasks();
    QTableView *tasks() const { return m_window->findChild<QTableView *>(u"tasks"_s); }
    QLineEdit *filter() const { return m_window->tasks()->filterField(); }
    ViewsPane *views() const { return m_window->tasks()->views().pane(); }
    QTableWidget *sheet();
    QVector<QAction *> menuActions() const;
};

void NavigationTest::keepTasks()
{
    QVector<store::Kept<Task>> kept;
    for (int i = 1; i <= 5; ++i) {
        Task task;
        task.id = QString::number(100 + i);
        task.number = QString::number(i);
        task.draft = Known<bool>::fromService(i == 2);
        kept.append({task, "{}"});
    }
    QVERIFY(m_fixture->mirror->applyTasks(kept, QVector<qint64>(kept.size())));
    make();
    QTRY_COMPARE(tasks()->model()->rowCount(), 5);
}

QTableWidget *NavigationTest::sheet()
{
    action(u"shortcuts"_s)->trigger();
    return m_window->findChild<QTableWidget *>(u"shortcutTable"_s);
}

/// What stands in the menus, at any depth.
QVector<QAction *> NavigationTest::menuActions() const
{
    QVector<QAction *> all;
    QList<QAction *> open = m_window->menuBar()->actions();
    while (!open.isEmpty()) {
        QAction *one = open.takeFirst();
        if (one->menu())
            open += one->menu()->actions();
        else if (!one->isSeparator())
            all.append(one);
    }
    return all;
}

void NavigationTest::backAndForward()
{
    make();
    QAction *back = action(u"back"_s);
    QAction *forward = action(u"forward"_s);
    QVERIFY(!back->isEnabled() && !forward->isEnabled());
    m_window->showOutbox();
    m_window->showTasks();
    QVERIFY(back->isEnabled());
    QTest::keyClick(m_window.get(), Qt::Key_Left, Qt::AltModifier);
    QVERIFY(m_window->outbox()->isVisible());
    QTest::keyClick(m_window.get(), Qt::Key_Left, Qt::AltModifier);
    QVERIFY(m_window->tasks()->isVisible());
    QVERIFY(!back->isEnabled());
    QTest::keyClick(m_window.get(), Qt::Key_Right, Qt::AltModifier);
    QVERIFY(m_window->outbox()->isVisible());
    QTest::keyClick(m_window.get(), Qt::Key_Right, Qt::AltModifier);
    QVERIFY(m_window->tasks()->isVisible());
    QVERIFY(!forward->isEnabled());
    // From here another way is taken.
    back->trigger();
    back->trigger();
    m_window->showOutbox();
    QVERIFY(!forward->isEnabled());
}

void NavigationTest::backFindsTheFilterAndTheRow()
{
    keepTasks();
    auto &model = m_window->tasks()->model();
    tasks()->setCurrentIndex(model.index(3, 0));
    const RowId chosen = model.rowOf(tasks()->currentIndex());
    m_window->tasks()->views().choose(u"drafts"_s);
    QTRY_COMPARE(model.rowCount(), 1);
    filter()->setText(u"2"_s);
    Q_EMIT m_window->findChild<Palette *>()->hitChosen(
        {Hit::Kind::Contractor, 0, u"12"_s, u"Romashka"_s, {}});
    QTRY_COMPARE(model.rowCount(), 0);
    QTest::keyClick(m_window.get(), Qt::Key_Left, Qt::AltModifier);
    QCOMPARE(filter()->text(), u"2"_s);
    QVERIFY(m_window->tasks()->quickFilters().isChecked(QuickFilters::Drafts));
    QTRY_COMPARE(model.rowCount(), 1);
    QTest::keyClick(m_window.get(), Qt::Key_Left, Qt::AltModifier);
    QVERIFY(!m_window->tasks()->isNarrowed());
    QTRY_COMPARE(model.rowCount(), 5);
    QTRY_COMPARE(model.rowOf(tasks()->currentIndex()), chosen);
    QVERIFY(tasks()->hasFocus());
}

void NavigationTest::theViewsLeadToTheOutbox()
{
    keepTasks();
    views()->setFocus();
    QTest::keyClick(views(), Qt::Key_End);
    QCOMPARE(views()->current(), u"outbox"_s);
    // Passed over it is not entered.
    QVERIFY(!m_window->outbox()->isVisible());
    QTest::keyClick(views(), Qt::Key_Return);
    QVERIFY(m_window->outbox()->isVisible());
    m_window->showTasks();
    QTreeWidgetItem *last = views()->topLevelItem(views()->topLevelItemCount() - 1);
    QTest::mouseClick(views()->viewport(), Qt::LeftButton, {}, views()->visualItemRect(last).center());
    QVERIFY(m_window->outbox()->isVisible());
    SyncState state;
    state.unsure = 1;
    m_window->setState(state);
    QCOMPARE(views()->count(u"outbox"_s), u"1!"_s);
}

void NavigationTest::controlTabGoesRoundTheScreens()
{
    keepTasks();
    QTest::keyClick(tasks(), Qt::Key_Tab, Qt::ControlModifier);
    QVERIFY(m_window->contractors()->isVisible());
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Tab, Qt::ControlModifier);
    QVERIFY(m_window->templates()->isVisible());
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Tab, Qt::ControlModifier);
    QVERIFY(m_window->equipment()->isVisible());
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Tab, Qt::ControlModifier);
    QVERIFY(m_window->outbox()->isVisible());
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Tab, Qt::ControlModifier);
    QVERIFY(m_window->caller()->isVisible());
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Tab, Qt::ControlModifier);
    QVERIFY(m_window->tasks()->isVisible());
    QVERIFY(tasks()->hasFocus());
    QTest::keyClick(tasks(), Qt::Key_Tab, Qt::ControlModifier | Qt::ShiftModifier);
    QVERIFY(m_window->caller()->isVisible());
}

void NavigationTest::shiftEnterOpensTheTask()
{
    keepTasks();
    QTRY_VERIFY(m_window->tasks()->model().taskRow(tasks()->currentIndex()).row != 0);
    QTest::keyClick(tasks(), Qt::Key_Return, Qt::ShiftModifier);
    QTRY_VERIFY(openWindow<TaskEditor>());
    openWindow<TaskEditor>()->close();
}

void NavigationTest::panesHoldTheViews()
{
    keepTasks();
    filter()->setFocus();
    QTest::keyClick(filter(), Qt::Key_F6, Qt::ShiftModifier);
    QVERIFY(views()->hasFocus());
    QTest::keyClick(views(), Qt::Key_F6);
    QVERIFY(filter()->hasFocus());
    QTest::keyClick(filter(), Qt::Key_F9);
    QVERIFY(views()->isHidden());
    QTest::keyClick(filter(), Qt::Key_F6, Qt::ShiftModifier);
    QVERIFY(!views()->hasFocus());
    // The screen is entered at its list.
    QTest::keyClick(m_window.get(), Qt::Key_F9);
    m_window->showOutbox();
    m_window->showTasks();
    QVERIFY(tasks()->hasFocus());
}

void NavigationTest::theViewsAreKeptOverARestart()
{
    UiSettings settings(m_fixture->path(u"ui.ini"_s));
    make();
    m_window->useSettings(settings);
    m_window->tasks()->views().restore(u"shown 190"_s);
    action(u"viewsPaneAction"_s)->trigger();
    QVERIFY(views()->isHidden());
    m_window->close();
    make();
    m_window->useSettings(settings);
    QVERIFY(views()->isHidden());
    action(u"viewsPaneAction"_s)->trigger();
    QTRY_COMPARE(views()->width(), 190);
}

void NavigationTest::theSmallestWindowHoldsThemAll()
{
    keepTasks();
    // The tests' screen is smaller than the least window may be.
    m_window->setMinimumSize(1024, 640);
    m_window->resize(1024, 640);
    QCoreApplication::processEvents();
    QCOMPARE(m_window->width(), 1024);
    const int list = tasks()->width();
    QVERIFY2(list >= 400, qPrintable(QString::number(list)));
    QVERIFY(views()->width() >= 100);
    QVERIFY(m_window->findChild<QPlainTextEdit *>(u"taskDetails"_s)->width() >= 150);
    QCOMPARE(cutControls(m_window.get()), QStringList());
    QCOMPARE(unnamedControls(m_window.get()), QStringList());
    m_window->showTemplates();
    QCoreApplication::processEvents();
    QCOMPARE(cutControls(m_window.get()), QStringList());
    QCOMPARE(unnamedControls(m_window.get()), QStringList());
}

void NavigationTest::aRefusedTemplateOpensInTheWorkbench()
{
    CreateTemplate create;
    create.body.name = u"Refused one"_s;
    Error refusal;
    refusal.kind = ErrorKind::Refused;
    refusal.words = u"no such day"_s;
    const CommandId id = m_fixture->add(create, CommandState::Refused, refusal);
    QVERIFY(id);
    make();
    m_window->showOutbox();
    m_window->outbox()->select(id);
    auto *fix = m_window->outbox()->findChild<QPushButton *>(u"outboxFix"_s);
    QVERIFY(fix);
    QTRY_VERIFY(fix->isVisible());
    fix->click();
    QTRY_VERIFY(m_window->templates()->isVisible());
    auto *name = m_window->findChild<QLineEdit *>(u"templateName"_s);
    QTRY_COMPARE(name->text(), create.body.name);
    auto *message = m_window->findChild<QLabel *>(u"templateEditorMessage"_s);
    QVERIFY2(message->text().contains(refusal.words), qPrintable(message->text()));
}

void NavigationTest::theSheetTellsEveryKey()
{
    make();
    const QVector<ShortcutLine> lines = shortcutsOf(*m_window);
    int wanted = 0;
    const auto actions = m_window->findChildren<QAction *>();
    for (const QAction *one : actions) {
        if (one->shortcuts().isEmpty() || one->text().isEmpty())
            continue;
        const QString keys = QKeySequence::listToString(one->shortcuts(), QKeySequence::NativeText);
        const bool told = std::any_of(lines.begin(), lines.end(), [&](const ShortcutLine &line) {
            return line.keys == keys && line.text == withoutMarks(one->text());
        });
        QVERIFY2(told, qPrintable(one->objectName()));
        ++wanted;
    }
    QVERIFY(wanted > 25);
    // And every one it tells is there.
    for (const ShortcutLine &line : lines) {
        const bool there = std::any_of(actions.begin(), actions.end(), [&line](const QAction *one) {
            return withoutMarks(one->text()) == line.text
                && QKeySequence::listToString(one->shortcuts(), QKeySequence::NativeText) == line.keys;
        });
        QVERIFY2(there, qPrintable(line.text));
        QVERIFY2(!line.group.isEmpty(), qPrintable(line.text));
    }
    QVERIFY(lines.contains({u"Close task"_s, u"Ctrl+E"_s, u"Task"_s}));
    QVERIFY(lines.contains({u"Today"_s, u"Alt+1"_s, u"View"_s}));
    QVERIFY(lines.contains({u"Plan passed"_s, u"Alt+8"_s, u"View"_s}));
    // Grouped: each group stands together.
    QStringList groups;
    for (const ShortcutLine &line : lines) {
        if (groups.isEmpty() || groups.last() != line.group)
            groups.append(line.group);
    }
    QCOMPARE(groups.removeDuplicates(), 0);
    QCOMPARE(groups.first(), u"File"_s);
}

void NavigationTest::theSheetIsNarrowed()
{
    make();
    QTableWidget *table = sheet();
    QVERIFY(table && table->isVisible());
    auto *field = named<QLineEdit>(table->window(), u"Find a shortcut"_s);
    QTRY_VERIFY(field && field->hasFocus());
    const auto shown = [table] {
        QStringList rows;
        for (int row = 0; row < table->rowCount(); ++row) {
            if (!table->isRowHidden(row))
                rows.append(table->item(row, 0)->text());
        }
        return rows;
    };
    const QStringList all = shown();
    QVERIFY(all.contains(u"In a form"_s));
    field->setText(u"NEXT PANE"_s);
    QCOMPARE(shown(), (QStringList{u"View"_s, u"Next pane"_s}));
    field->setText(u"туче зфту"_s); // in the other layout
    QCOMPARE(shown(), (QStringList{u"View"_s, u"Next pane"_s}));
    field->setText(u"ctrl+e"_s);
    QCOMPARE(shown(), (QStringList{u"Task"_s, u"Close task"_s}));
    field->clear();
    QCOMPARE(shown(), all);
}

void NavigationTest::formsHaveTheKeysTheSheetTells()
{
    make();
    m_window->newTask();
    QTRY_VERIFY(openWindow<TaskEditor>());
    auto *editor = openWindow<TaskEditor>();
    QStringList keys;
    for (const QAbstractButton *button : editor->findChildren<QAbstractButton *>())
        keys.append(button->shortcut().toString(QKeySequence::NativeText));
    const QString form = shortcutsOfForms().first().group;
    for (const ShortcutLine &line : shortcutsOfForms()) {
        if (line.group == form)
            QVERIFY2(keys.contains(line.keys), qPrintable(line.keys));
    }
    editor->close();
}

void NavigationTest::everyMenuCommandIsFoundWithItsKeys()
{
    keepTasks();
    QTRY_VERIFY(tasks()->currentIndex().isValid());
    auto *palette = m_window->findChild<Palette *>();
    QTest::keyClick(m_window.get(), Qt::Key_K, Qt::ControlModifier);
    const auto *model = palette->findChild<EntityPickerList *>()->findChild<QListView *>()->model();
    QHash<QString, QString> offered;
    for (int row = 0; row < model->rowCount(); ++row) {
        const QString text = model->index(row, 0).data().toString();
        offered.insert(
            text.section(u": "_s, 1), model->index(row, 0).data(Qt::AccessibleTextRole).toString());
    }
    int found = 0;
    for (const QAction *one : menuActions()) {
        if (!one->isEnabled() || !one->isVisible() || one->objectName() == u"findOrDo"_s)
            continue;
        const QString words = withoutMarks(one->text());
        QVERIFY2(offered.contains(words), qPrintable(words));
        const QString keys = one->shortcut().toString(QKeySequence::NativeText);
        QVERIFY2(keys.isEmpty() || offered.value(words).endsWith(keys), qPrintable(offered.value(words)));
        ++found;
    }
    QVERIFY(found > 30);
}

void NavigationTest::theEmptyPaletteTellsThePrefixes()
{
    make();
    auto *palette = m_window->findChild<Palette *>();
    QTest::keyClick(m_window.get(), Qt::Key_K, Qt::ControlModifier);
    auto *hint = palette->findChild<QLabel *>(u"candidatesHint"_s);
    QTRY_VERIFY(hint->isVisible());
    for (const QString &prefix : {u"t task"_s, u"c contractor"_s, u"+ phone"_s, u"> command"_s})
        QVERIFY2(hint->text().contains(prefix), qPrintable(prefix));
    QVERIFY(hint->height() >= hint->heightForWidth(hint->width()));
    QTest::keyClicks(palette, u">quit"_s);
    QTRY_VERIFY(!hint->isVisible());
}

void NavigationTest::undoIsTheFieldsOwn()
{
    RussianKeys keys;
    make();
    filter()->setFocus();
    QTest::keyClicks(filter(), u"pump"_s);
    const auto press = [this](Qt::Key key, Qt::KeyboardModifiers held) {
        QTest::keyClick(QApplication::focusWidget(), key, held);
    };
    press(Qt::Key_Z, Qt::ControlModifier);
    QCOMPARE(filter()->text(), QString());
    press(Qt::Key_Y, Qt::ControlModifier);
    QCOMPARE(filter()->text(), u"pump"_s);
    press(Qt::Key_Z, Qt::ControlModifier);
    press(Qt::Key_Z, Qt::ControlModifier | Qt::ShiftModifier);
    QCOMPARE(filter()->text(), u"pump"_s);
    // As a Russian layout alone tells of it.
    QKeyEvent russian(QEvent::KeyPress, u'Я', Qt::ControlModifier, QString(QChar(u'Я')));
    QCoreApplication::sendEvent(m_window->windowHandle(), &russian);
    QCOMPARE(filter()->text(), QString());
    // With nothing left to undo it is still the field's.
    press(Qt::Key_Z, Qt::ControlModifier);
    QCOMPARE(m_fixture->commands.recalls, 0);
    for (QWidget *other :
         {static_cast<QWidget *>(m_window->findChild<QPlainTextEdit *>(u"taskDetails"_s)),
          static_cast<QWidget *>(views())}) {
        const int before = m_fixture->commands.recalls;
        other->setFocus();
        press(Qt::Key_Z, Qt::ControlModifier);
        QCOMPARE(m_fixture->commands.recalls, before + 1);
    }
    QKeyEvent elsewhere(QEvent::KeyPress, u'Я', Qt::ControlModifier, QString(QChar(u'Я')));
    QCoreApplication::sendEvent(m_window->windowHandle(), &elsewhere);
    QCOMPARE(m_fixture->commands.recalls, 3);
    for (int i = 0; i < 3; ++i)
        m_fixture->commands.recallsOfLast.answer(CommandId(7));
}

/// Whatever a window makes of Ctrl+C, a field's marked text is copied by it.
void NavigationTest::copyIsTheFieldsOwn()
{
    RussianKeys keys;
    make();
    auto *rows = new QAction(u"Copy rows"_s, m_window.get());
    rows->setShortcut(QKeySequence::Copy);
    m_window->addAction(rows);
    QSignalSpy copied(rows, &QAction::triggered);
    filter()->setText(u"pump"_s);
    filter()->setFocus();
    QTest::keyClick(filter(), Qt::Key_A, Qt::ControlModifier);
    QTest::keyClick(filter(), Qt::Key_X, Qt::ControlModifier);
    QCOMPARE(filter()->text(), QString());
    QTest::keyClick(filter(), Qt::Key_V, Qt::ControlModifier);
    QCOMPARE(filter()->text(), u"pump"_s);
    QTest::keyClick(filter(), Qt::Key_C, Qt::ControlModifier);
    QCOMPARE(copied.size(), 0);
    auto *details = m_window->findChild<QPlainTextEdit *>(u"taskDetails"_s);
    details->setPlainText(u"said"_s);
    details->setFocus();
    QTest::keyClick(details, Qt::Key_C, Qt::ControlModifier);
    QCOMPARE(copied.size(), 1);
    details->selectAll();
    QTest::keyClick(details, Qt::Key_C, Qt::ControlModifier);
    QCOMPARE(copied.size(), 1);
    views()->setFocus();
    QTest::keyClick(views(), Qt::Key_C, Qt::ControlModifier);
    QCOMPARE(copied.size(), 2);
}

QTEST_MAIN(NavigationTest)
#include "NavigationTest.moc"
