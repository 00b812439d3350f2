#include "ShellFixture.h"
#include "connect/KeyDialog.h"
#include "models/Words.h"
#include "outbox/OutboxScreen.h"
#include "shell/PassingWords.h"
#include "shell/StatusLine.h"
#include "tasks/TaskBatchActions.h"
#include "tasks/TasksScreen.h"

#include <QAction>
#include <QLabel>
#include <QLineEdit>
#include <QProgressBar>
#include <QSignalSpy>
#include <QToolButton>

/// How the window tells what the synchronisation is doing.
class ShellStateTest : public ShellFixture
{
    Q_OBJECT
private Q_SLOTS:
    void whatIsHeldIsToldInPassing();
    void statusWords_data();
    void statusWords();
    void progressOnlyWhileSyncing();
    void progressInWordsAndAPause();
    void statusDetails();
    void badgeCountsWhatIsOpen();
    void keyRefusedBringsTheKeyDialog();
    void keyForThisRunOnly();
    void whatOthersChangedIsNoticed();
    void noticesComeOnce();
};

void ShellStateTest::statusWords_data()
{
    QTest::addColumn<SyncState::Phase>("phase");
    QTest::addColumn<QString>("begins");
    QTest::newRow("starting") << SyncState::Phase::Starting << u"Starting"_s;
    QTest::newRow("online") << SyncState::Phase::Online << u"Online"_s;
    QTest::newRow("syncing") << SyncState::Phase::Syncing << u"Syncing 120 of 2,318"_s;
    QTest::newRow("offline") << SyncState::Phase::Offline << u"Offline"_s;
    QTest::newRow("key") << SyncState::Phase::KeyRefused << u"Key refused"_s;
    QTest::newRow("trouble") << SyncState::Phase::Trouble << QString();
    QTest::newRow("stopped") << SyncState::Phase::Stopped << QString();
}

void ShellStateTest::statusWords()
{
    QFETCH(SyncState::Phase, phase);
    QFETCH(QString, begins);
    make();
    SyncState state;
    state.phase = phase;
    state.step = SyncState::Step::Details;
    state.done = 120;
    state.total = 2318;
    m_window->setState(state);
    QVERIFY(!status()->text().isEmpty());
    QVERIFY2(status()->text().startsWith(begins), qPrintable(status()->text()));
    QCOMPARE(status()->accessibleDescription(), models::statusText(state, m_fixture->desk().zone));
    QCOMPARE(status()->text().replace(u"&&"_s, u"&"_s), status()->accessibleDescription());
}

void ShellStateTest::progressOnlyWhileSyncing()
{
    make();
    auto *progress = m_window->findChild<QProgressBar *>(u"syncProgress"_s);
    QVERIFY(!progress->isVisible());
    SyncState state;
    state.phase = SyncState::Phase::Syncing;
    m_window->setState(state);
    QVERIFY(progress->isVisible());
    QCOMPARE(progress->maximum(), 0); // how much is not known yet
    state.done = 120;
    state.total = 2318;
    m_window->setState(state);
    QCOMPARE(progress->maximum(), 2318);
    QCOMPARE(progress->value(), 120);
    // Beside the words about details it shows what they say, also in a run that began with most of them read.
    state.tasksKnown = 100000;
    state.detailsMissing = 30000;
    m_window->setState(state);
    QCOMPARE(progress->maximum(), 100000);
    QCOMPARE(progress->value(), 70000);
    state.phase = SyncState::Phase::Online;
    m_window->setState(state);
    QVERIFY(!progress->isVisible());
}

void ShellStateTest::progressInWordsAndAPause()
{
    make();
    auto *words = m_window->findChild<QLabel *>(u"syncProgressWords"_s);
    auto *pause = m_window->findChild<QToolButton *>(u"pauseSyncButton"_s);
    QVERIFY(words && pause);
    QVERIFY(!words->isVisible());
    SyncState state;
    state.phase = SyncState::Phase::Syncing;
    state.tasksKnown = 1000000;
    state.detailsMissing = 879700;
    m_window->setState(state);
    QVERIFY(words->isVisible() && pause->isVisible());
    QCOMPARE(words->text(), u"Details 120,300 of 1,000,000, newest first"_s);
    state.minutesLeft = 40;
    m_window->setState(state);
    QCOMPARE(words->text(), u"Details 120,300 of 1,000,000, newest first, about 40 min"_s);
    QCOMPARE(pause->accessibleName(), u"Pause synchronisation"_s);
    QSignalSpy asked(m_window.get(), &MainWindow::pauseAsked);
    pause->click();
    QCOMPARE(asked.takeFirst().first().toBool(), true);
    state.paused = true;
    m_window->setState(state);
    QCOMPARE(words->text(), u"Details 120,300 of 1,000,000, paused"_s);
    QCOMPARE(pause->accessibleName(), u"Resume synchronisation"_s);
    auto *action = m_window->findChild<QAction *>(u"pauseSync"_s);
    QCOMPARE(action->shortcut(), QKeySequence(u"Ctrl+Shift+P"_s));
    action->trigger();
    QCOMPARE(asked.takeFirst().first().toBool(), false);
    state.paused = false;
    state.detailsMissing = 0;
    state.phase = SyncState::Phase::Online;
    m_window->setState(state);
    QVERIFY(!words->isVisible() && !pause->isVisible());
}

void ShellStateTest::statusDetails()
{
    make();
    SyncState state;
    state.phase = SyncState::Phase::Trouble;
    state.lastError = Error{};
    state.lastError->kind = ErrorKind::NotTheApi;
    state.lastError->cause = ErrorCause::WebPage;
    m_window->setState(state);
    status()->click();
    auto *text = m_window->findChild<QLabel *>(u"syncDetailsText"_s);
    QVERIFY(text && text->isVisible());
    QVERIFY(text->text().contains(describe(*state.lastError)));
    status()->click(); // a second click does not open a second one
    QCOMPARE(m_window->findChildren<QLabel *>(u"syncDetailsText"_s).size(), 1);
}

void ShellStateTest::badgeCountsWhatIsOpen()
{
    make();
    auto *outbox = named<ActivityButton>(m_window.get(), u"Outbox"_s);
    QCOMPARE(outbox->badge(), QString());
    SyncState state;
    state.waiting = 2;
    m_window->setState(state);
    QCOMPARE(outbox->badge(), u"2"_s);
    // What is looked for by itself asks nothing of the user yet.
    state.unsure = 1;
    m_window->setState(state);
    QCOMPARE(outbox->badge(), u"3"_s);
    state.unsureForUser = 1;
    m_window->setState(state);
    QCOMPARE(outbox->badge(), u"3!"_s);
    state.unsure = 0;
    state.unsureForUser = 0;
    state.refused = 1;
    m_window->setState(state);
    QCOMPARE(outbox->badge(), u"3!"_s);
    QVERIFY(outbox->accessibleDescription().contains(u"3 command"_s));
    QVERIFY(outbox->accessibleDescription().contains(u"1 need"_s));
    QCOMPARE(outbox->accessibleName(), u"Outbox"_s);
    QVERIFY(!outbox->accessibleDescription().contains(u"conflict"_s));
    // A conflict is named so, and not as a refusal.
    state.conflicts = 1;
    m_window->setState(state);
    QCOMPARE(outbox->badge(), u"3!"_s);
    QVERIFY(outbox->accessibleDescription().contains(u"1 conflict"_s));
    QVERIFY(outbox->toolTip().contains(u"1 conflict"_s));
    QVERIFY(status()->text().contains(u"1 conflict"_s) && !status()->text().contains(u"refused"_s));
    const QString told = StatusLine::details(state, m_fixture->desk().zone);
    QVERIFY2(told.contains(u"1 conflict"_s) && !told.contains(u"refused"_s), qPrintable(told));
    m_window->setState({});
    QCOMPARE(outbox->badge(), QString());
}

void ShellStateTest::keyRefusedBringsTheKeyDialog()
{
    make();
    auto *notices = m_window->findChild<NoticeBar *>();
    SyncState state;
    state.phase = SyncState::Phase::KeyRefused;
    m_window->setState(state);
    m_window->setState(state);
    QCOMPARE(
        notices->texts(),
        QStringList{u"The service no longer accepts the key. Nothing is sent until you enter a new one."_s});
    QVERIFY(!notices->findChild<QToolButton *>(u"noticeClose"_s));
    QSignalSpy entered(m_window.get(), &MainWindow::keyEntered);
    named<QPushButton>(m_window.get(), u"Enter key"_s)->click();
    auto *dialog = m_window->findChild<KeyDialog *>();
    QVERIFY(dialog && dialog->isVisible());
    m_window->enterKey();
    QCOMPARE(m_window->findChildren<KeyDialog *>().size(), 1);
    named<QLineEdit>(dialog, u"API key"_s)->setText(u"new-key"_s);
    dialog->tryKey();
    QCOMPARE(m_host->companies.first().base, QUrl(u"https://servis.mobiforce.ru"_s));
    m_host->checks.answer({});
    QTRY_COMPARE(m_host->keeps.open(), 1);
    m_host->keeps.answer(fail(ErrorKind::Keychain, {}, ErrorCause::NoKeychain));
    QTRY_COMPARE(entered.size(), 1);
    QCOMPARE(entered.first().first().toString(), u"new-key"_s);
    QVERIFY(notices->texts().contains(u"The key is kept for this run only: no system keychain answered."_s));
    // The notice about the refused key goes when the engine says so, not before.
    QCOMPARE(notices->texts().size(), 2);
    state.phase = SyncState::Phase::Online;
    m_window->setState(state);
    QCOMPARE(notices->texts().size(), 1);
}

void ShellStateTest::keyForThisRunOnly()
{
    make();
    auto *notices = m_window->findChild<NoticeBar *>();
    m_window->setKeyNotKept(u"For this run only."_s);
    QCOMPARE(notices->texts(), QStringList{u"For this run only."_s});
    QVERIFY(notices->findChild<QToolButton *>(u"noticeClose"_s));
    m_window->setKeyNotKept({});
    QVERIFY(notices->texts().isEmpty());
}

/// An update that went with others' changes laid under it says so, and leads to its row.
void ShellStateTest::whatOthersChangedIsNoticed()
{
    make();
    QTRY_VERIFY(m_window->outbox()->model()->isLoaded());
    auto *notices = m_window->findChild<NoticeBar *>();
    const auto send = [this] {
        const CommandId id
            = m_fixture->add(UpdateTask{{u"5"_s, {}}, montage().body, montage().body}, CommandState::Waiting);
        store::Outcome sent;
        sent.state = CommandState::Sent;
        const QVector<FieldConflict> merged{{u"address.floor"_s, {}, u"1"_s, {}, u"7"_s}};
        const bool done
            = m_fixture->journal->beginAttempt(id, "{}", {}, merged) && m_fixture->journal->settle(id, sent);
        MirrorChange change;
        change.journalChanged = true;
        m_window->applyChange(change);
        return done ? id : 0;
    };
    QVERIFY(send());
    QTRY_COMPARE(notices->texts().size(), 1);
    QVERIFY(notices->texts().first().endsWith(u"The service also changed: Floor: “7”."_s));
    const CommandId second = send();
    QTRY_VERIFY(notices->texts().first().contains(u"1 more"_s));
    QCOMPARE(notices->texts().size(), 1);
    named<QPushButton>(m_window.get(), u"Show in the Outbox"_s)->click();
    QVERIFY(m_window->outbox()->isVisible());
    const auto *table = m_window->findChild<QTableView *>(u"outboxTable"_s);
    QCOMPARE(m_window->outbox()->model()->entry(table->selectionModel()->selectedRows().first())->id, second);
}

void ShellStateTest::noticesComeOnce()
{
    make();
    auto *notices = m_window->findChild<NoticeBar *>();
    m_window->addNotice({});
    m_window->addNotice(u"A damaged file was set aside."_s);
    m_window->addNotice(u"A damaged file was set aside."_s);
    m_window->addNotice(u"Another"_s);
    QCOMPARE(notices->texts(), (QStringList{u"A damaged file was set aside."_s, u"Another"_s}));
}

void ShellStateTest::whatIsHeldIsToldInPassing()
{
    make();
    const auto *words = m_window->findChild<PassingWords *>();
    QVERIFY(words && words->told().isEmpty());
    const auto held = m_fixture->journal->append(
        CloseTask{{u"1043"_s, {}}, {u"74"_s, u"Готово"_s}, {}, u"1043"_s}, CommandState::Held, {},
        m_fixture->clock.now().addSecs(10));
    QVERIFY(held);
    MirrorChange change;
    change.journalChanged = true;
    m_window->applyChange(change);
    QTRY_VERIFY(words->told().contains(u"1043"_s));
    QVERIFY2(words->told().contains(u"in 10 s, Ctrl+Z"_s), qPrintable(words->told()));
    m_fixture->clock.advance(std::chrono::seconds(3));
    QTRY_VERIFY2(words->told().contains(u"in 7 s"_s), qPrintable(words->told()));
    // What is told since stands, and counts no more.
    Q_EMIT m_window->tasks()->batch().told(u"Copied 3 rows as text"_s);
    m_fixture->clock.advance(std::chrono::seconds(1));
    QCOMPARE(words->told(), u"Copied 3 rows as text"_s);
    QVERIFY(m_fixture->journal->recall(held->id));
    m_window->applyChange(change);
    QTRY_VERIFY(m_window->outbox()->model()->all().constFirst().state == CommandState::Dropped);
    QCOMPARE(words->told(), u"Copied 3 rows as text"_s);
}

QTEST_MAIN(ShellStateTest)
#include "ShellStateTest.moc"
