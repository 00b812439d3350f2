#include "ShellFixture.h"
#include "shell/UiSettings.h"

#include <QMenu>
#include <QMessageBox>
#include <QPlainTextEdit>
#include <QTableWidget>

#include <set>

class ShellTest : public ShellFixture
{
    Q_OBJECT
private Q_SLOTS:
    void titleNamesTheCompany_data();
    void titleNamesTheCompany();
    void demoIsSaidEverywhere();
    void everyControlHasAName();
    void fitsASmallScreen();
    void keysSwitchScreens();
    void activityButtonsSwitchScreens();
    void menusAreComplete();
    void ctrlZTakesBackWhatIsHeld();
    void noShortcutTwice();
    void shortcutSheetOpens();
    void aboutOpens();
    void refreshKey();
    void panesByF6();
    void quitClosesAtOnce();
    void connectAnother();
    void layoutIsKept();
    void raises();
    void changesReachTheOutbox();
    void whatAnEarlierRunLeftIsToldAndOpened();
};

void ShellTest::titleNamesTheCompany_data()
{
    QTest::addColumn<bool>("demo");
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("title");
    QTest::newRow("name") << false << u"ООО «Сервис»"_s << u"Naryad — ООО «Сервис»"_s;
    QTest::newRow("percent") << false << u"50% %1"_s << u"Naryad — 50% %1"_s;
    QTest::newRow("demo") << true << u"Ромашка"_s << u"Naryad — Ромашка (DEMO)"_s;
    QTest::newRow("demo by name") << true << u"DEMO Сервис"_s << u"Naryad — DEMO Сервис"_s;
}

void ShellTest::titleNamesTheCompany()
{
    QFETCH(bool, demo);
    QFETCH(QString, name);
    QFETCH(QString, title);
    make(demo, name);
    QCOMPARE(m_window->windowTitle(), title);
}

void ShellTest::demoIsSaidEverywhere()
{
    make(true);
    QVERIFY(m_window->findChild<QLabel *>(u"demoMark"_s)->isVisible());
    QVERIFY(m_window->findChild<NoticeBar *>()->texts().join(u' ').contains(u"DEMO"_s));
    QVERIFY(!action(u"enterKey"_s)->isEnabled());
    make(false);
    QVERIFY(!m_window->findChild<QLabel *>(u"demoMark"_s));
    QVERIFY(m_window->findChild<NoticeBar *>()->texts().isEmpty());
}

void ShellTest::everyControlHasAName()
{
    QVERIFY(m_fixture->add(montage(), CommandState::Waiting));
    make();
    SyncState state;
    state.phase = SyncState::Phase::KeyRefused;
    m_window->setState(state);
    m_window->addNotice(u"Something"_s);
    m_window->showOutbox();
    QTRY_VERIFY(named<QTableView>(m_window.get(), u"Outbox"_s));
    int seen = 0;
    QCOMPARE(unnamedControls(m_window.get(), &seen), QStringList());
    // two activity buttons, a notice's button and close button, table, details, two buttons, Sync status
    QVERIFY2(seen >= 9, qPrintable(QString::number(seen)));
    QVERIFY(named<ActivityButton>(m_window.get(), u"Tasks"_s));
    QVERIFY(named<ActivityButton>(m_window.get(), u"Outbox"_s));

    for (void (MainWindow::*show)() :
         {&MainWindow::showTasks, &MainWindow::showContractors, &MainWindow::showTemplates,
          &MainWindow::showEquipment}) {
        (m_window.get()->*show)();
        seen = 0;
        QCOMPARE(unnamedControls(m_window.get(), &seen), QStringList());
        QVERIFY(seen >= 8);
    }
    QVERIFY(named<ActivityButton>(m_window.get(), u"Contractors"_s));
    QVERIFY(named<ActivityButton>(m_window.get(), u"Templates"_s));
}

void ShellTest::fitsASmallScreen()
{
    QVERIFY(m_fixture->add(montage(), CommandState::Unsure));
    make();
    SyncState state;
    state.phase = SyncState::Phase::KeyRefused;
    state.waiting = 1234;
    state.unsure = 17;
    state.refused = 250;
    state.lastSuccess = m_fixture->clock.now();
    m_window->setState(state);
    m_window->addNotice(QString(400, u'ы') + u' ' + QString(u"слово "_s).repeated(60));
    m_window->setKeyNotKept(u"The key is kept for this run only: no system keychain answered."_s);
    for (void (MainWindow::*show)() :
         {&MainWindow::showTasks, &MainWindow::showContractors, &MainWindow::showTemplates,
          &MainWindow::showEquipment, &MainWindow::showOutbox}) {
        (m_window.get()->*show)();
        QCoreApplication::processEvents();
        m_window->resize(1024, 640);
        QCoreApplication::processEvents();
        const QSize needs = m_window->minimumSizeHint();
        QVERIFY2(
            needs.width() <= 1024 && needs.height() <= 640,
            qPrintable(u"%1×%2"_s.arg(needs.width()).arg(needs.height())));
        QCOMPARE(m_window->size(), QSize(1024, 640));
        // The chips' counts may come at any time, and the chips are laid out anew with them.
        QTRY_COMPARE(cutControls(m_window.get()).join(u'\n'), QString());
    }
}

void ShellTest::keysSwitchScreens()
{
    make();
    QVERIFY(m_window->tasks()->isVisible());
    QTest::keyClick(m_window.get(), Qt::Key_6, Qt::ControlModifier);
    QTRY_VERIFY(m_window->outbox()->isVisible());
    QVERIFY(action(u"outbox"_s)->isChecked());
    QVERIFY(!action(u"tasks"_s)->isChecked());
    QTest::keyClick(m_window.get(), Qt::Key_3, Qt::ControlModifier);
    QTRY_VERIFY(m_window->contractors()->isVisible());
    QVERIFY(m_window->contractors()->isAncestorOf(QApplication::focusWidget()));
    QTest::keyClick(m_window.get(), Qt::Key_4, Qt::ControlModifier);
    QTRY_VERIFY(m_window->templates()->isVisible());
    QVERIFY(action(u"templates"_s)->isChecked());
    QTest::keyClick(m_window.get(), Qt::Key_1, Qt::ControlModifier);
    QTRY_VERIFY(m_window->tasks()->isVisible());
    QVERIFY(action(u"tasks"_s)->isChecked());
    QVERIFY(m_window->tasks()->isAncestorOf(QApplication::focusWidget()));
}

void ShellTest::activityButtonsSwitchScreens()
{
    make();
    named<ActivityButton>(m_window.get(), u"Outbox"_s)->click();
    QVERIFY(m_window->outbox()->isVisible());
    auto *tasks = named<ActivityButton>(m_window.get(), u"Tasks"_s);
    tasks->click();
    QVERIFY(m_window->tasks()->isVisible());
    QVERIFY(tasks->toolTip().contains(u"Ctrl+1"_s));
    // Up and Down walk the bar.
    tasks->setFocus();
    QTest::keyClick(tasks, Qt::Key_Down);
    QCOMPARE(QApplication::focusWidget(), named<ActivityButton>(m_window.get(), u"Contractors"_s));
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Space);
    QVERIFY(m_window->contractors()->isVisible());
}

void ShellTest::menusAreComplete()
{
    make();
    const auto words = [this](const QString &name) {
        QStringList all;
        for (const QAction *one : m_window->findChild<QMenu *>(name)->actions()) {
            if (!one->isSeparator() && one->isVisible())
                all.append(one->text().remove(u'&').remove(u'…'));
        }
        return all;
    };
    QCOMPARE(
        words(u"fileMenu"_s),
        (QStringList{u"Connect another company"_s, u"Enter key"_s, u"Settings"_s, u"Quit"_s}));
    const QStringList ofTasks{
        u"New task"_s,  u"Take back what is held"_s, u"Edit"_s,       u"Close task"_s, u"Comment"_s,
        u"Add field"_s, u"Remove fields"_s,          u"Delete task"_s};
    QCOMPARE(words(u"taskMenu"_s).mid(0, ofTasks.size()), ofTasks);
    QVERIFY(words(u"viewMenu"_s).contains(u"Tasks"_s));
    QVERIFY(words(u"viewMenu"_s).contains(u"Outbox"_s));
    QVERIFY(words(u"viewMenu"_s).contains(u"Refresh"_s));
    QCOMPARE(words(u"helpMenu"_s), (QStringList{u"Keyboard shortcuts"_s, u"About Naryad"_s}));
    // What acts on the chosen task is not offered where no task can be seen.
    m_window->showOutbox();
    QCOMPARE(words(u"taskMenu"_s), (QStringList{u"New task"_s, u"Take back what is held"_s}));
    m_window->showTasks();
    QCOMPARE(words(u"taskMenu"_s).mid(0, ofTasks.size()), ofTasks);
}

void ShellTest::ctrlZTakesBackWhatIsHeld()
{
    make();
    auto *action = m_window->findChild<QAction *>(u"takeBack"_s);
    QCOMPARE(action->shortcut(), QKeySequence(Qt::CTRL | Qt::Key_Z));
    auto *notices = m_window->findChild<NoticeBar *>();
    action->trigger();
    QCOMPARE(m_fixture->commands.recalls, 1);
    m_fixture->commands.recallsOfLast.answer(fail(ErrorKind::BadInput));
    QTRY_VERIFY(notices->texts().join(u' ').contains(u"Nothing is held"_s));
    action->trigger();
    m_fixture->commands.recallsOfLast.answer(CommandId(7));
    QTRY_VERIFY(notices->texts().join(u' ').contains(u"Taken back"_s));
    // It tells of what was done, so it has no warning about it, and gives way to the next.
    const auto taken = [notices] { return notices->texts().join(u' ').contains(u"Taken back"_s); };
    QCOMPARE(notices->texts().size(), 1);
    QVERIFY(notices->findChild<QToolButton *>(u"noticeClose"_s));
    QCOMPARE(notices->toneOf(u"passing"_s), theme::Tone::Info);
    m_window->showOutbox();
    QVERIFY(!taken());
    const auto takeBack = [&] {
        action->trigger();
        m_fixture->commands.recallsOfLast.answer(CommandId(0));
    };
    takeBack();
    QTRY_VERIFY(taken());
    MirrorChange change;
    change.journalChanged = true;
    QSignalSpy loaded(m_window->outbox()->model(), &models::OutboxModel::loaded);
    m_window->applyChange(change); // its own: nothing new was said
    QTRY_COMPARE(loaded.size(), 1);
    QVERIFY(taken());
    QVERIFY(m_fixture->add(montage(), CommandState::Waiting));
    m_window->applyChange(change);
    QTRY_VERIFY(!taken());
    takeBack();
    QTRY_VERIFY(taken());
    m_window->addNotice(u"Another"_s);
    QVERIFY(!taken());
}

void ShellTest::noShortcutTwice()
{
    make();
    std::set<QString> taken;
    const QList<QAction *> all = m_window->findChildren<QAction *>();
    for (const QAction *one : all) {
        if (one->shortcutContext() != Qt::WindowShortcut)
            continue;
        for (const QKeySequence &keys : one->shortcuts()) {
            const QString text = keys.toString();
            QVERIFY2(taken.insert(text).second, qPrintable(text + u' ' + one->text()));
        }
    }
    for (const QString &keys :
         {u"Ctrl+1"_s, u"Ctrl+4"_s, u"Ctrl+5"_s, u"Ctrl+6"_s, u"Ctrl+Q"_s, u"Ctrl+/"_s, u"F5"_s, u"F6"_s,
          u"Shift+F6"_s, u"Ctrl+N"_s, u"Ctrl+E"_s, u"Ctrl+Shift+M"_s})
        QVERIFY2(taken.contains(keys), qPrintable(keys));
}

void ShellTest::shortcutSheetOpens()
{
    make();
    QTest::keyClick(m_window.get(), Qt::Key_Slash, Qt::ControlModifier);
    QTRY_VERIFY(m_window->findChild<QTableWidget *>(u"shortcutTable"_s));
    auto *table = m_window->findChild<QTableWidget *>(u"shortcutTable"_s);
    QVERIFY(table->window()->isVisible());
    QVERIFY(!table->findItems(u"Ctrl+6"_s, Qt::MatchExactly).isEmpty());
    QVERIFY(!table->findItems(u"New task"_s, Qt::MatchExactly).isEmpty());
    QCOMPARE(unnamedControls(table->window()), QStringList());
}

void ShellTest::aboutOpens()
{
    make(false, u"<b>Сервис</b> & К"_s);
    action(u"about"_s)->trigger();
    auto *box = m_window->findChild<QMessageBox *>(u"aboutBox"_s);
    QVERIFY(box && box->isVisible());
    QCOMPARE(box->textFormat(), Qt::PlainText);
    QVERIFY(box->text().contains(QStringLiteral(NARYAD_VERSION)));
    // A name is a name, whatever it looks like: no label of the box guesses at it.
    QVERIFY(box->text().contains(u"<b>Сервис</b> & К"_s));
    QCOMPARE(box->informativeText(), QString());
}

void ShellTest::refreshKey()
{
    make();
    QTest::keyClick(m_window.get(), Qt::Key_F5);
    QTRY_COMPARE(m_fixture->commands.refreshes, 1);
    m_window->showOutbox();
    QTest::keyClick(m_window.get(), Qt::Key_F5);
    QTRY_COMPARE(m_fixture->commands.refreshes, 2);
}

void ShellTest::panesByF6()
{
    QVERIFY(m_fixture->add(montage(), CommandState::Waiting));
    make();
    m_window->showOutbox();
    auto *details = m_window->outbox()->findChild<QWidget *>(u"outboxDetails"_s);
    QTRY_VERIFY(named<QTableView>(m_window.get(), u"Outbox"_s));
    auto *table = named<QTableView>(m_window.get(), u"Outbox"_s);
    table->setFocus();
    QVector<QWidget *> seen;
    for (int i = 0; i < 4; ++i) {
        QTest::keyClick(m_window.get(), Qt::Key_F6);
        seen.append(QApplication::focusWidget());
    }
    const QVector<QWidget *> expected{
        details, status(), named<ActivityButton>(m_window.get(), u"Tasks"_s), table};
    QCOMPARE(seen, expected);
    QTest::keyClick(m_window.get(), Qt::Key_F6, Qt::ShiftModifier);
    QCOMPARE(QApplication::focusWidget(), named<ActivityButton>(m_window.get(), u"Tasks"_s));
}

void ShellTest::quitClosesAtOnce()
{
    make();
    QSignalSpy quit(m_window.get(), &MainWindow::quitRequested);
    SyncState state;
    state.waiting = 3;
    m_window->setState(state);
    QTest::keyClick(m_window.get(), Qt::Key_Q, Qt::ControlModifier);
    QTRY_COMPARE(quit.size(), 1);
    QVERIFY(!m_window->isVisible());
}

void ShellTest::connectAnother()
{
    make();
    QSignalSpy another(m_window.get(), &MainWindow::connectAnother);
    action(u"connectAnother"_s)->trigger();
    QCOMPARE(another.size(), 1);
    QVERIFY(m_window->isVisible());
}

void ShellTest::layoutIsKept()
{
    QVERIFY(m_fixture->add(montage(), CommandState::Waiting));
    UiSettings settings(m_fixture->path(u"ui.ini"_s));
    make();
    m_window->useSettings(settings);
    m_window->resize(800, 700);
    m_window->showOutbox();
    QTRY_VERIFY(named<QTableView>(m_window.get(), u"Outbox"_s));
    named<QTableView>(m_window.get(), u"Outbox"_s)->setColumnWidth(models::OutboxModel::When, 137);
    m_window->close();

    make();
    UiSettings again(m_fixture->path(u"ui.ini"_s));
    m_window->useSettings(again);
    QTRY_COMPARE(m_window->size(), QSize(800, 700));
    QVERIFY(m_window->outbox()->isVisible());
    QTRY_VERIFY(named<QTableView>(m_window.get(), u"Outbox"_s));
    QCOMPARE(named<QTableView>(m_window.get(), u"Outbox"_s)->columnWidth(models::OutboxModel::When), 137);
}

void ShellTest::raises()
{
    make();
    m_window->showMinimized();
    m_window->raiseWindow();
    QVERIFY(!m_window->isMinimized());
    QVERIFY(m_window->isVisible());
}

void ShellTest::changesReachTheOutbox()
{
    make();
    m_window->showOutbox();
    QTRY_VERIFY(m_window->outbox()->model()->isLoaded());
    QVERIFY(m_fixture->add(montage(), CommandState::Waiting));
    MirrorChange change;
    change.journalChanged = true;
    m_window->applyChange(change);
    QTRY_COMPARE(m_window->outbox()->model()->rowCount(), 1);
}

void ShellTest::whatAnEarlierRunLeftIsToldAndOpened()
{
    Draft draft;
    draft.key = u"comment:101"_s;
    draft.kind = Draft::Kind::Comment;
    draft.task = {u"101"_s, {}};
    draft.form
        = {{u"about"_s, QJsonObject{{u"number"_s, u"1042"_s}}},
           {u"changes"_s, QJsonObject{{u"text"_s, u"звонок"_s}}}};
    QVERIFY(m_fixture->journal->keepDraft(draft));
    make();
    m_window->showOutbox();
    auto *notices = m_window->findChild<NoticeBar *>();
    QTRY_COMPARE(
        notices->texts(),
        QStringList{u"Typed earlier and kept on this computer, not said yet: a comment on task 1042"_s});
    named<QPushButton>(notices, u"Open"_s)->click();
    QVERIFY(m_window->tasks()->isVisible());
    auto *comment = m_window->findChild<QPlainTextEdit *>(u"commentText"_s);
    QVERIFY(comment && comment->isVisible());
    QCOMPARE(comment->toPlainText(), u"звонок"_s);
    QVERIFY(notices->texts().isEmpty());
    comment->window()->close();
}

QTEST_MAIN(ShellTest)
#include "ShellTest.moc"
