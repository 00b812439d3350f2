#include "Languages.h"
#include "ShellFixture.h"
#include "shell/PaneCycler.h"
#include "shell/RussianKeys.h"
#include "shell/StatusLine.h"
#include "shell/UiSettings.h"

#include <QHeaderView>
#include <QLineEdit>
#include <QMenu>
#include <QMenuBar>
#include <QPlainTextEdit>
#include <QScreen>
#include <QTableWidget>
#include <QWindow>

#include <map>

namespace {

QString u(const char16_t *text)
{
    return QString::fromUtf16(text);
}

/// What of `texts` have the same underlined letter.
QStringList clashes(const QStringList &texts)
{
    std::map<QString, QString> taken;
    QStringList found;
    for (const QString &text : texts) {
        const QString keys = QKeySequence::mnemonic(text).toString();
        if (keys.isEmpty())
            continue;
        const auto [place, added] = taken.insert({keys, text});
        if (!added)
            found.append(keys + u": " + place->second + u" / " + text);
    }
    return found;
}

QStringList texts(const QList<QAction *> &actions)
{
    QStringList all;
    for (const QAction *action : actions) {
        if (action->isVisible() && !action->isSeparator())
            all.append(action->text());
    }
    return all;
}

} // namespace

/// The keyboard in the main window: which keys act where, in both languages and with the Russian layout.
class ShellKeysTest : public ShellFixture
{
    Q_OBJECT
private Q_SLOTS:
    void noUnderlinedLetterTwice_data();
    void noUnderlinedLetterTwice();
    void chordsWorkInTheFilterAndTheDetails();
    void eachScreenHasItsFilter();
    void russianChordsAct();
    void russianChordsReachTheField();
    void slashByItsPlace();
    void theOutboxIsEnteredAtWhatNeedsADecision();
    void theEmptyOutboxHasTheKeyboard();
    void homeAndEndInTheOutbox();
    void paneStepsPassTheFilter();
    void knownCompaniesAreInTheMenu();
    void theWindowFitsTheScreen();
    void orderAndFilterAreKept();
    void whatIsWrongHasAShape();

private:
    void keepTasks();
    QLineEdit *filter() const { return m_window->tasks()->filterField(); }
    QTableView *tasks() const { return m_window->findChild<QTableView *>(u"tasks"_s); }
    QTableView *outbox() const { return m_window->findChild<QTableView *>(u"outboxTable"_s); }
    /// As the window system tells of a key that no shortcut took.
    void press(char16_t letter, Qt::KeyboardModifiers held, quint32 scanCode = 0)
    {
        QKeyEvent event(QEvent::KeyPress, letter, held, scanCode, 0, 0, QString(QChar(letter)));
        QCoreApplication::sendEvent(m_window->windowHandle(), &event);
    }
};

void ShellKeysTest::keepTasks()
{
    QVector<store::Kept<Task>> tasks;
    for (int i = 1; i <= 3; ++i) {
        Task task;
        task.id = QString::number(100 + i);
        task.number = QString::number(i);
        task.draft = Known<bool>::fromService(false);
        task.plannedStart = Known<QDateTime>::fromService(QDateTime({2026, 11, 24}, {6 + i, 0}, Qt::UTC));
        tasks.append({task, "{}"});
    }
    QVERIFY(m_fixture->mirror->noteFeed(
        {{QStringLiteral("101"), 1}, {QStringLiteral("102"), 2}, {QStringLiteral("103"), 3}}, 3));
    QVERIFY(m_fixture->mirror->applyTasks(tasks, {1, 2, 3}));
}

void ShellKeysTest::noUnderlinedLetterTwice_data()
{
    QTest::addColumn<QString>("language");
    QTest::newRow("English") << u"en"_s;
    QTest::newRow("Russian") << u"ru"_s;
}

void ShellKeysTest::noUnderlinedLetterTwice()
{
    QFETCH(QString, language);
    QObject translators;
    app::loadLanguage(language, &translators);
    const CommandId update
        = m_fixture->add(UpdateTask{{u"5"_s, {}}, montage().body, {}}, CommandState::Waiting);
    store::Outcome conflict;
    conflict.state = CommandState::Refused;
    conflict.conflicts = {{u"number"_s, {}, u"1"_s, u"2"_s, u"3"_s}};
    QVERIFY(m_fixture->journal->settle(update, conflict));
    const CommandId unsure = m_fixture->add(montage(), CommandState::Unsure);
    make();
    const auto check = [this] {
        QStringList shown = texts(m_window->menuBar()->actions());
        QVERIFY(shown.size() >= 4);
        for (const QAbstractButton *button : m_window->findChildren<QAbstractButton *>()) {
            if (button->isVisible())
                shown.append(button->text());
        }
        for (const QLabel *label : m_window->findChildren<QLabel *>()) {
            if (label->isVisible() && label->buddy())
                shown.append(label->text());
        }
        QCOMPARE(clashes(shown).join(u'\n'), QString());
    };
    for (void (MainWindow::*show)() :
         {&MainWindow::showTasks, &MainWindow::showContractors, &MainWindow::showTemplates,
          &MainWindow::showEquipment, &MainWindow::showOutbox}) {
        (m_window.get()->*show)();
        QTRY_VERIFY(m_window->outbox()->model()->isLoaded());
        for (const CommandId one : {unsure, update}) {
            m_window->outbox()->select(one);
            check();
        }
        for (const QMenu *menu : m_window->findChildren<QMenu *>())
            QCOMPARE(clashes(texts(menu->actions())).join(u'\n'), QString());
    }
    QLocale::setDefault(QLocale::c());
}

void ShellKeysTest::chordsWorkInTheFilterAndTheDetails()
{
    RussianKeys keys;
    keepTasks();
    make();
    QTRY_VERIFY(tasks()->currentIndex().isValid());
    QTRY_VERIFY(action(u"closeTaskAction"_s)->isEnabled());
    for (QWidget *focused :
         {static_cast<QWidget *>(filter()),
          static_cast<QWidget *>(m_window->findChild<QPlainTextEdit *>(u"taskDetails"_s)),
          static_cast<QWidget *>(tasks()), static_cast<QWidget *>(status())}) {
        focused->setFocus();
        for (const auto &[name, key, held] :
             {std::tuple(u"closeTaskAction"_s, Qt::Key_E, Qt::KeyboardModifiers(Qt::ControlModifier)),
              std::tuple(u"refreshAction"_s, Qt::Key_F5, Qt::KeyboardModifiers()),
              std::tuple(u"newTaskAction"_s, Qt::Key_N, Qt::KeyboardModifiers(Qt::ControlModifier)),
              std::tuple(
                  u"commentAction"_s, Qt::Key_M,
                  Qt::KeyboardModifiers(Qt::ControlModifier | Qt::ShiftModifier)),
              std::tuple(
                  u"addFieldAction"_s, Qt::Key_F,
                  Qt::KeyboardModifiers(Qt::ControlModifier | Qt::ShiftModifier)),
              std::tuple(
                  u"removeFieldsAction"_s, Qt::Key_R,
                  Qt::KeyboardModifiers(Qt::ControlModifier | Qt::ShiftModifier)),
              std::tuple(u"filterAction"_s, Qt::Key_F, Qt::KeyboardModifiers(Qt::ControlModifier))}) {
            QAction *wanted = action(name);
            QSignalSpy triggered(wanted, &QAction::triggered);
            // Only the way to the action is of interest here, not the windows it opens.
            disconnect(wanted, &QAction::triggered, m_window->tasks(), nullptr);
            QTest::keyClick(focused, key, held);
            QVERIFY2(triggered.size() == 1, qPrintable(name + u" in " + focused->objectName()));
            focused->setFocus();
        }
    }
}

/// Ctrl+F goes to the filter of the screen that is shown.
void ShellKeysTest::eachScreenHasItsFilter()
{
    keepTasks();
    QVERIFY(m_fixture->add(montage(), CommandState::Unsure));
    make();
    m_window->showOutbox();
    auto *outboxFilter = m_window->findChild<QLineEdit *>(u"outboxFilter"_s);
    QTRY_VERIFY(outboxFilter->isVisible());
    outboxFilter->setText(u"unsure"_s);
    for (QWidget *from :
         {static_cast<QWidget *>(m_window->findChild<QTableView *>(u"outboxTable"_s)),
          static_cast<QWidget *>(m_window->findChild<QPlainTextEdit *>(u"outboxDetails"_s)),
          static_cast<QWidget *>(status())}) {
        from->setFocus();
        QTest::keyClick(from, Qt::Key_F, Qt::ControlModifier);
        QCOMPARE(QApplication::focusWidget(), outboxFilter);
        QCOMPARE(outboxFilter->selectedText(), u"unsure"_s);
        QVERIFY(m_window->outbox()->isVisible());
    }
    m_window->showTemplates();
    status()->setFocus();
    QTest::keyClick(status(), Qt::Key_F, Qt::ControlModifier);
    QCOMPARE(QApplication::focusWidget()->objectName(), u"templatesFilter"_s);
    m_window->showTasks();
    QTest::keyClick(tasks(), Qt::Key_F, Qt::ControlModifier);
    QCOMPARE(QApplication::focusWidget(), filter());
}

void ShellKeysTest::russianChordsAct()
{
    RussianKeys keys;
    make();
    m_window->showTasks();
    tasks()->setFocus();
    press(u'А', Qt::ControlModifier); // Ctrl+F
    QCOMPARE(QApplication::focusWidget(), filter());
    QSignalSpy quit(m_window.get(), &MainWindow::quitRequested);
    press(u'Ж', Qt::ControlModifier); // Ctrl+; is nothing here
    press(u'Й', Qt::ShiftModifier);
    QCOMPARE(quit.size(), 0);
    press(u'Й', Qt::ControlModifier); // Ctrl+Q
    QCOMPARE(quit.size(), 1);
}

void ShellKeysTest::russianChordsReachTheField()
{
    RussianKeys keys;
    make();
    filter()->setText(u(u"Ёлкин"));
    filter()->setFocus();
    press(u'Ф', Qt::ControlModifier); // Ctrl+A
    QCOMPARE(filter()->selectedText(), u(u"Ёлкин"));
    press(u'Ч', Qt::ControlModifier); // Ctrl+X
    QCOMPARE(filter()->text(), QString());
    // What is typed without Ctrl stays a letter.
    press(u'ф', Qt::NoModifier);
    QCOMPARE(filter()->text(), u(u"ф"));
}

void ShellKeysTest::slashByItsPlace()
{
#ifdef Q_OS_WIN
    constexpr quint32 Place = 0x35;
#else
    constexpr quint32 Place = 61;
#endif
    RussianKeys keys;
    make();
    press(u'.', Qt::ControlModifier, Place - 1);
    QVERIFY(!m_window->findChild<QTableWidget *>(u"shortcutTable"_s));
    press(u'.', Qt::ControlModifier, Place);
    QTRY_VERIFY(m_window->findChild<QTableWidget *>(u"shortcutTable"_s));
}

void ShellKeysTest::theOutboxIsEnteredAtWhatNeedsADecision()
{
    const CommandId unsure = m_fixture->add(montage(), CommandState::Unsure);
    QVERIFY(m_fixture->add(montage(), CommandState::Waiting));
    make();
    QTRY_COMPARE(m_window->outbox()->model()->rowCount(), 2);
    const int wanted = m_window->outbox()->model()->indexOf(unsure).row();
    outbox()->selectRow(1 - wanted);
    QTest::keyClick(m_window.get(), Qt::Key_6, Qt::ControlModifier);
    QCOMPARE(outbox()->currentIndex().row(), wanted);
    QCOMPARE(outbox()->selectionModel()->selectedRows().size(), 1);
    QCOMPARE(outbox()->selectionModel()->selectedRows().constFirst().row(), wanted);
    QVERIFY(outbox()->hasFocus());
}

void ShellKeysTest::theEmptyOutboxHasTheKeyboard()
{
    make();
    QTRY_VERIFY(m_window->outbox()->model()->isLoaded());
    QTest::keyClick(m_window.get(), Qt::Key_6, Qt::ControlModifier);
    QCOMPARE(QApplication::focusWidget()->accessibleName(), u"Outbox"_s);
    QVERIFY(m_fixture->add(montage(), CommandState::Waiting));
    MirrorChange change;
    change.journalChanged = true;
    m_window->applyChange(change);
    QTRY_VERIFY(outbox()->hasFocus());
}

void ShellKeysTest::homeAndEndInTheOutbox()
{
    for (int i = 0; i < 3; ++i)
        QVERIFY(m_fixture->add(montage(), CommandState::Waiting));
    make();
    m_window->showOutbox();
    QTRY_COMPARE(m_window->outbox()->model()->rowCount(), 3);
    QTest::keyClick(outbox(), Qt::Key_End);
    QCOMPARE(outbox()->currentIndex().row(), 2);
    QTest::keyClick(outbox(), Qt::Key_Home);
    QCOMPARE(outbox()->currentIndex().row(), 0);
    QVERIFY(outbox()->selectionModel()->isRowSelected(0, {}));
    QTest::keyClick(outbox(), Qt::Key_Down);
    QCOMPARE(outbox()->currentIndex().row(), 1);
}

void ShellKeysTest::paneStepsPassTheFilter()
{
    keepTasks();
    make();
    QTRY_COMPARE(tasks()->model()->rowCount(), 3);
    filter()->setFocus();
    QTest::keyClick(filter(), Qt::Key_F6);
    QVERIFY(tasks()->hasFocus());
    QTest::keyClick(tasks(), Qt::Key_F6);
    QWidget *details = m_window->findChild<QPlainTextEdit *>(u"taskDetails"_s);
    QVERIFY(details->hasFocus());
    QTest::keyClick(details, Qt::Key_F8);
    QVERIFY(tasks()->hasFocus());
    QVERIFY(!details->isVisible());
    QTest::keyClick(tasks(), Qt::Key_F6, Qt::ShiftModifier);
    QVERIFY(filter()->hasFocus());
}

void ShellKeysTest::knownCompaniesAreInTheMenu()
{
    make();
    Account other;
    other.name = u"A & B"_s;
    other.base = QUrl(u"https://other.mobiforce.ru"_s);
    m_window->setCompanies({m_window->account(), other});
    QSignalSpy chosen(m_window.get(), &MainWindow::companyChosen);
    QList<QAction *> companies;
    for (QAction *one : m_window->findChild<QMenu *>(u"fileMenu"_s)->actions()) {
        if (one->isCheckable())
            companies.append(one);
    }
    QCOMPARE(companies.size(), 2);
    QVERIFY(companies.at(0)->isChecked());
    QVERIFY(!companies.at(1)->isChecked());
    QCOMPARE(companies.at(1)->text(), u"A && B"_s);
    companies.at(0)->trigger();
    QCOMPARE(chosen.size(), 0);
    QVERIFY(companies.at(0)->isChecked());
    companies.at(1)->trigger();
    QCOMPARE(chosen.size(), 1);
    QCOMPARE(chosen.constFirst().constFirst().value<Account>().base, other.base);
    QVERIFY(!companies.at(1)->isChecked());
}

void ShellKeysTest::theWindowFitsTheScreen()
{
    make();
    // The tests' screen is smaller than the usual window.
    const QSize room = m_window->screen()->availableSize();
    QVERIFY(room.width() < 1280);
    QVERIFY(m_window->width() <= room.width() && m_window->height() <= room.height());
    QCOMPARE(m_window->minimumWidth(), qMin(1024, room.width()));
    QCOMPARE(m_window->minimumHeight(), 640);
    m_window->resize(3000, 2000);
    UiSettings settings(m_fixture->path(u"ui.ini"_s));
    settings.saveWindow(u"main"_s, *m_window);
    make();
    m_window->useSettings(settings);
    QVERIFY(m_window->width() <= room.width() && m_window->height() <= room.height());
}

void ShellKeysTest::orderAndFilterAreKept()
{
    keepTasks();
    UiSettings settings(m_fixture->path(u"ui.ini"_s));
    UiSettings own(m_fixture->path(u"view.ini"_s));
    make();
    m_window->useSettings(settings);
    m_window->useOwnSettings(own);
    QTRY_COMPARE(tasks()->model()->rowCount(), 3);
    tasks()->sortByColumn(models::TaskListModel::Number, Qt::AscendingOrder);
    filter()->setText(u"2"_s);
    m_window->close();
    UiSettings again(m_fixture->path(u"ui.ini"_s));
    UiSettings ownAgain(m_fixture->path(u"view.ini"_s));
    // What was typed may name people: it stays in the company's own folder.
    QCOMPARE(again.text(u"tasksFilter"_s), QString());
    make();
    m_window->useSettings(again);
    m_window->useOwnSettings(ownAgain);
    QCOMPARE(filter()->text(), u"2"_s);
    QCOMPARE(tasks()->horizontalHeader()->sortIndicatorSection(), int(models::TaskListModel::Number));
    QCOMPARE(tasks()->horizontalHeader()->sortIndicatorOrder(), Qt::AscendingOrder);
    QCOMPARE(m_window->tasks()->model().query().sort, TaskQuery::Sort::Number);
    QVERIFY(!m_window->tasks()->model().query().descending);
}

void ShellKeysTest::whatIsWrongHasAShape()
{
    make();
    QVector<qint64> shapes;
    for (const auto phase :
         {SyncState::Phase::Offline, SyncState::Phase::KeyRefused, SyncState::Phase::Trouble}) {
        SyncState state;
        state.phase = phase;
        m_window->setState(state);
        const QImage drawn = status()->icon().pixmap(24, 24).toImage();
        QVERIFY(!drawn.isNull());
        const qint64 shape = qint64(qHashBits(drawn.constBits(), size_t(drawn.sizeInBytes())));
        QVERIFY(!shapes.contains(shape));
        shapes.append(shape);
    }
    SyncState good;
    good.phase = SyncState::Phase::Online;
    m_window->setState(good);
    QVERIFY(status()->icon().isNull());
}

QTEST_MAIN(ShellKeysTest)
#include "ShellKeysTest.moc"
