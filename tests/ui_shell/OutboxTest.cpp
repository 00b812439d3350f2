#include "Controls.h"
#include "DeskFixture.h"
#include "models/Words.h"
#include "outbox/OutboxDetails.h"
#include "outbox/OutboxScreen.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QLabel>
#include <QMessageBox>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTableView>
#include <QTableWidget>
#include <QTest>

using namespace naryad;
using namespace naryad::test;
using namespace naryad::ui;
using namespace Qt::StringLiterals;

namespace {

Error refusal()
{
    Error error;
    error.kind = ErrorKind::Refused;
    error.httpStatus = 400;
    error.serviceCode = u"17"_s;
    error.words = u"<b>Шаблон</b> не найден"_s;
    return error;
}

Error noAnswer()
{
    Error error;
    error.kind = ErrorKind::Ambiguous;
    error.cause = ErrorCause::ConnectionClosed;
    return error;
}

AddComment comment(const QString &text = u"Позвонить заранее"_s)
{
    return {{u"1031"_s, {}}, text, u"1031"_s};
}

CloseTask closing()
{
    return {{u"1038"_s, {}}, {u"74"_s, u"Выполнено"_s}, u"Без замечаний"_s, u"1038"_s};
}

QStringList visibleButtons(const OutboxScreen &screen)
{
    QStringList names;
    const QList<QPushButton *> all = screen.findChildren<QPushButton *>();
    for (const QPushButton *button : all) {
        if (button->isVisible())
            names.append(button->accessibleName());
    }
    names.sort();
    return names;
}

} // namespace

class OutboxTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void cleanup();
    void emptySaysSo();
    void everyControlHasAName();
    void fitsASmallScreen();
    void buttonsByState_data();
    void buttonsByState();
    void chooseWhatNeedsTheUserFirst();
    void detailsTellEverything();
    void detailsOfAnUnsureOne();
    void detailsArePlainText();
    void fixHandsTheEntryOut();
    void retryAndDropDecide();
    void aFailedDecisionIsSaid();
    void commentIsThere();
    void sendAgainAsksOnce();
    void sendAgainCanBeThoughtBetterOf();
    void sendAgainOfASettledRowDoesNothing();
    void lookForItListsAndChooses();
    void lookForItFindsNothing();
    void lookForItFails();
    void foundTasksBelongToTheirRow();
    void selectionSurvivesChanges();
    void selectWaitsForTheRow();
    void copyAsText();
    void severalRowsHaveNoButtons();

private:
    void show();
    void reload();
    QTableView *table() const { return named<QTableView>(m_screen.get(), u"Outbox"_s); }
    QPushButton *button(const QString &name) const { return named<QPushButton>(m_screen.get(), name); }
    QString details() const
    {
        return named<QPlainTextEdit>(m_screen.get(), u"Outbox details"_s)->toPlainText();
    }
    QTableWidget *found() const { return named<QTableWidget>(m_screen.get(), u"Found tasks"_s); }
    QLabel *message() const { return m_screen->findChild<QLabel *>(u"outboxMessage"_s); }
    Task task(const QString &id, const QString &number, const Known<NamedRef> &contractor = {}) const;

    std::unique_ptr<DeskFixture> m_fixture;
    std::unique_ptr<OutboxScreen> m_screen;
};

void OutboxTest::init()
{
    m_fixture = std::make_unique<DeskFixture>();
    QVERIFY(m_fixture->open());
}

void OutboxTest::cleanup()
{
    m_screen.reset();
    m_fixture.reset();
}

void OutboxTest::show()
{
    m_screen = std::make_unique<OutboxScreen>(m_fixture->desk());
    m_screen->resize(1024, 560);
    m_screen->show();
    QTRY_VERIFY(m_screen->model()->isLoaded());
}

void OutboxTest::reload()
{
    QSignalSpy loaded(m_screen->model(), &models::OutboxModel::loaded);
    MirrorChange change;
    change.journalChanged = true;
    m_screen->apply(change);
    QTRY_VERIFY(!loaded.isEmpty());
}

Task OutboxTest::task(const QString &id, const QString &number, const Known<NamedRef> &contractor) const
{
    Task made;
    made.id = id;
    made.number = number;
    made.contractor = contractor;
    made.plannedStart = Known<QDateTime>::fromService(QDateTime({2026, 11, 24}, {12, 0}, Qt::UTC));
    made.plannedEnd = Known<QDateTime>::fromService({});
    return made;
}

void OutboxTest::emptySaysSo()
{
    show();
    auto *empty = m_screen->findChild<QLabel *>(u"outboxEmpty"_s);
    QTRY_COMPARE(empty->text(), u"Nothing is waiting"_s);
    QVERIFY(empty->isVisible());
    QVERIFY(!table());
    QCOMPARE(visibleButtons(*m_screen), QStringList());

    QVERIFY(m_fixture->add(comment(), CommandState::Waiting));
    reload();
    QVERIFY(!empty->isVisible());
    QCOMPARE(table()->model()->rowCount(), 1);
}

void OutboxTest::everyControlHasAName()
{
    QVERIFY(m_fixture->add(montage(), CommandState::Unsure, noAnswer()));
    show();
    QTRY_VERIFY(button(u"Look for it"_s));
    button(u"Look for it"_s)->click();
    m_fixture->commands.looks.answer(QVector<Task>{task(u"9"_s, u"1042"_s)});
    QTRY_VERIFY(found());
    int seen = 0;
    QCOMPARE(unnamedControls(m_screen.get(), &seen), QStringList());
    QCOMPARE(seen, 7); // two tables, the details, four buttons
}

void OutboxTest::fitsASmallScreen()
{
    QVERIFY(m_fixture->add(montage(), CommandState::Unsure, noAnswer()));
    show();
    QTRY_VERIFY(button(u"Look for it"_s));
    button(u"Look for it"_s)->click();
    m_fixture->commands.looks.answer(QVector<Task>{task(u"9"_s, u"1042"_s)});
    QTRY_VERIFY(found());
    QVERIFY(m_screen->minimumSizeHint().width() <= 900);
    QVERIFY(m_screen->minimumSizeHint().height() <= 520);
    QTRY_COMPARE(cutControls(m_screen.get()), QStringList());
}

void OutboxTest::buttonsByState_data()
{
    QTest::addColumn<bool>("create");
    QTest::addColumn<CommandState>("state");
    QTest::addColumn<QStringList>("buttons");
    const QStringList none;
    const QStringList fix{u"Drop"_s, u"Fix"_s, u"Retry"_s};
    const QStringList wait{u"Drop"_s, u"Retry"_s};
    const QStringList unsure{u"Drop"_s, u"It is there"_s, u"Send again"_s};
    const QStringList look{u"Drop"_s, u"It is there"_s, u"Look for it"_s, u"Send again"_s};
    QTest::newRow("held") << true << CommandState::Held << QStringList{u"Undo"_s};
    QTest::newRow("waiting") << true << CommandState::Waiting << wait;
    QTest::newRow("sending") << true << CommandState::Sending << none;
    QTest::newRow("refused") << true << CommandState::Refused << fix;
    QTest::newRow("refused comment") << false << CommandState::Refused << fix;
    QTest::newRow("unsure create") << true << CommandState::Unsure << look;
    QTest::newRow("unsure comment") << false << CommandState::Unsure << unsure;
    QTest::newRow("sent") << true << CommandState::Sent << none;
    QTest::newRow("dropped") << true << CommandState::Dropped << none;
}

void OutboxTest::buttonsByState()
{
    QFETCH(bool, create);
    QFETCH(CommandState, state);
    QFETCH(QStringList, buttons);
    const Error error = state == CommandState::Refused ? refusal()
        : state == CommandState::Unsure                ? noAnswer()
                                                       : Error{};
    QVERIFY(m_fixture->add(create ? Command(montage()) : Command(comment()), state, error));
    show();
    QTRY_VERIFY(!details().isEmpty());
    QCOMPARE(visibleButtons(*m_screen), buttons);
    // What each does is said in the details and in its tooltip.
    for (const QString &name : buttons) {
        const QPushButton *one = button(name);
        QVERIFY2(details().contains(name + u": "_s), qPrintable(name));
        QVERIFY2(!one->toolTip().isEmpty() && !one->accessibleDescription().isEmpty(), qPrintable(name));
    }
}

void OutboxTest::chooseWhatNeedsTheUserFirst()
{
    const CommandId bad = m_fixture->add(montage(), CommandState::Refused, refusal());
    QVERIFY(m_fixture->add(comment(), CommandState::Waiting));
    QVERIFY(m_fixture->add(closing(), CommandState::Waiting));
    show();
    QTRY_COMPARE(visibleButtons(*m_screen), (QStringList{u"Drop"_s, u"Fix"_s, u"Retry"_s}));
    QCOMPARE(table()->selectionModel()->selectedRows().first(), m_screen->model()->indexOf(bad));
    const QString summary = m_screen->findChild<QLabel *>(u"outboxSummary"_s)->text();
    QVERIFY2(summary.contains(u"3 command"_s) && summary.contains(u"1 need"_s), qPrintable(summary));
}

void OutboxTest::detailsTellEverything()
{
    const CommandId id = m_fixture->add(montage(), CommandState::Refused, refusal());
    show();
    QTRY_VERIFY(!details().isEmpty());
    const JournalEntry entry = m_fixture->journal->entry(id).value();
    for (const QString &part :
         {models::commandText(entry.command), models::words(CommandState::Refused), u"Иванов Пётр"_s,
          u"Ромашка"_s, u"Монтаж"_s, u"Сумма"_s, u"100"_s, u"15:00"_s, u"<b>Шаблон</b> не найден"_s,
          u"Code: 17"_s, u"Answer status: 400"_s, u"Attempts: 1"_s})
        QVERIFY2(details().contains(part), qPrintable(part + u"\n--\n"_s + details()));
    QVERIFY(!details().contains(u"Not known: "_s));
    QVERIFY(OutboxDetails::text({.command = closing()}, AccountZone()).contains(u"Без замечаний"_s));
    QVERIFY(OutboxDetails::text({.command = comment()}, AccountZone()).contains(u"Позвонить заранее"_s));
}

void OutboxTest::detailsOfAnUnsureOne()
{
    QVERIFY(m_fixture->add(comment(), CommandState::Unsure, noAnswer()));
    show();
    QTRY_VERIFY(details().contains(u"Not known: "_s));
    QVERIFY(details().contains(u"twice"_s));
    QVERIFY(!details().contains(u"two tasks"_s));
}

void OutboxTest::detailsArePlainText()
{
    QVERIFY(m_fixture->add(comment(u"<h1>big</h1>"_s), CommandState::Refused, refusal()));
    show();
    QTRY_VERIFY(details().contains(u"<h1>big</h1>"_s));
    QCOMPARE(message()->textFormat(), Qt::PlainText);
}

void OutboxTest::fixHandsTheEntryOut()
{
    const CommandId id = m_fixture->add(montage(), CommandState::Refused, refusal());
    show();
    QSignalSpy fix(m_screen.get(), &OutboxScreen::fixRequested);
    QTRY_VERIFY(button(u"Fix"_s));
    button(u"Fix"_s)->click();
    QCOMPARE(fix.size(), 1);
    const auto entry = fix.first().first().value<JournalEntry>();
    QCOMPARE(entry.id, id);
    QCOMPARE(entry.command, Command(montage()));
    QVERIFY(m_fixture->commands.decided.isEmpty());
}

void OutboxTest::retryAndDropDecide()
{
    const CommandId id = m_fixture->add(montage(), CommandState::Refused, refusal());
    show();
    QTRY_VERIFY(button(u"Retry"_s));
    button(u"Retry"_s)->click();
    QCOMPARE(m_fixture->commands.decided, (QVector<FakeCommandDesk::Decided>{{id, Decision::Retry, {}}}));
    // Until that is on disk nothing else can be decided about it.
    QVERIFY(!button(u"Drop"_s)->isEnabled());
    QVERIFY(m_fixture->settle(id, CommandState::Waiting));
    m_fixture->commands.decisions.answer({});
    QTRY_COMPARE(visibleButtons(*m_screen), (QStringList{u"Drop"_s, u"Retry"_s}));
    QVERIFY(button(u"Drop"_s)->isEnabled());
    button(u"Drop"_s)->click();
    QCOMPARE(m_fixture->commands.decided.last(), (FakeCommandDesk::Decided{id, Decision::Drop, {}}));
    QVERIFY(m_fixture->settle(id, CommandState::Dropped));
    m_fixture->commands.decisions.answer({});
    QTRY_COMPARE(visibleButtons(*m_screen), QStringList());
    QVERIFY(details().contains(models::words(CommandState::Dropped)));
}

void OutboxTest::aFailedDecisionIsSaid()
{
    QVERIFY(m_fixture->add(montage(), CommandState::Refused, refusal()));
    show();
    QTRY_VERIFY(button(u"Drop"_s));
    button(u"Drop"_s)->click();
    Error full;
    full.kind = ErrorKind::Storage;
    full.cause = ErrorCause::DiskFull;
    m_fixture->commands.decisions.answer(fail(full));
    QTRY_VERIFY(message()->isVisible());
    QCOMPARE(message()->text(), describe(full));
    QTRY_VERIFY(button(u"Drop"_s)->isEnabled());
}

void OutboxTest::commentIsThere()
{
    const CommandId id = m_fixture->add(comment(), CommandState::Unsure, noAnswer());
    show();
    QTRY_VERIFY(button(u"It is there"_s));
    QVERIFY(button(u"It is there"_s)->isEnabled());
    button(u"It is there"_s)->click();
    QCOMPARE(m_fixture->commands.decided, (QVector<FakeCommandDesk::Decided>{{id, Decision::ItIsThere, {}}}));
}

void OutboxTest::sendAgainAsksOnce()
{
    const CommandId id = m_fixture->add(montage(), CommandState::Unsure, noAnswer());
    show();
    QTRY_VERIFY(button(u"Send again"_s));
    button(u"Send again"_s)->click();
    auto *box = m_screen->findChild<QMessageBox *>();
    QVERIFY(box && box->isVisible());
    QCOMPARE(box->textFormat(), Qt::PlainText);
    QVERIFY(box->informativeText().contains(u"two tasks"_s));
    QVERIFY(m_fixture->commands.decided.isEmpty());
    box->findChild<QPushButton *>(u"confirmSend"_s)->click();
    QCOMPARE(m_fixture->commands.decided, (QVector<FakeCommandDesk::Decided>{{id, Decision::SendAgain, {}}}));
    QVERIFY(!box->isVisible());
}

void OutboxTest::sendAgainCanBeThoughtBetterOf()
{
    QVERIFY(m_fixture->add(comment(), CommandState::Unsure, noAnswer()));
    show();
    QTRY_VERIFY(button(u"Send again"_s));
    button(u"Send again"_s)->click();
    auto *box = m_screen->findChild<QMessageBox *>();
    QCOMPARE(box->defaultButton(), box->findChild<QPushButton *>(u"confirmCancel"_s));
    QTest::keyClick(box, Qt::Key_Escape);
    QVERIFY(!box->isVisible());
    QVERIFY(m_fixture->commands.decided.isEmpty());
}

void OutboxTest::sendAgainOfASettledRowDoesNothing()
{
    const CommandId id = m_fixture->add(comment(), CommandState::Unsure, noAnswer());
    show();
    QTRY_VERIFY(button(u"Send again"_s));
    button(u"Send again"_s)->click();
    auto *box = m_screen->findChild<QMessageBox *>();
    // Meanwhile it turned out that it was done.
    QVERIFY(m_fixture->settle(id, CommandState::Sent));
    reload();
    QTRY_COMPARE(visibleButtons(*m_screen).filter(u"Drop"_s), QStringList());
    box->findChild<QPushButton *>(u"confirmSend"_s)->click();
    QVERIFY(m_fixture->commands.decided.isEmpty());
}

void OutboxTest::lookForItListsAndChooses()
{
    const CommandId id = m_fixture->add(montage(), CommandState::Unsure, noAnswer());
    show();
    QTRY_VERIFY(button(u"Look for it"_s));
    QVERIFY(!button(u"It is there"_s)->isEnabled());
    button(u"Look for it"_s)->click();
    QCOMPARE(m_fixture->commands.lookedFor, QVector<CommandId>{id});
    QVERIFY(!button(u"Look for it"_s)->isEnabled());
    QVERIFY(!button(u"Send again"_s)->isEnabled());
    const Task first = task(u"901"_s, u"1042"_s, Known<NamedRef>::fromService({u"12"_s, u"Ромашка"_s}));
    const Task second = task(u"902"_s, {});
    m_fixture->commands.looks.answer(QVector<Task>{first, second});
    QTRY_VERIFY(found());
    QCOMPARE(found()->rowCount(), 2);
    QCOMPARE(found()->item(0, 0)->text(), u"1042"_s);
    QVERIFY(found()->item(0, 1)->text().contains(u"15:00"_s));
    QCOMPARE(found()->item(0, 2)->text(), u"Ромашка"_s);
    QCOMPARE(found()->item(1, 0)->text(), u"902"_s);
    QCOMPARE(found()->item(1, 2)->text(), models::notKnownText());
    // Nothing is taken for granted: the user chooses.
    QVERIFY(!button(u"It is there"_s)->isEnabled());
    QVERIFY(button(u"Look for it"_s)->isEnabled());
    found()->selectRow(1);
    QVERIFY(button(u"It is there"_s)->isEnabled());
    reload(); // an unrelated change takes the choice away from nobody
    QVERIFY(button(u"It is there"_s)->isEnabled());
    button(u"It is there"_s)->click();
    QCOMPARE(
        m_fixture->commands.decided,
        (QVector<FakeCommandDesk::Decided>{{id, Decision::ItIsThere, u"902"_s}}));
    QVERIFY(m_fixture->settle(id, CommandState::Sent));
    m_fixture->commands.decisions.answer({});
    QTRY_VERIFY(!found());
}

void OutboxTest::lookForItFindsNothing()
{
    QVERIFY(m_fixture->add(montage(), CommandState::Unsure, noAnswer()));
    show();
    QTRY_VERIFY(button(u"Look for it"_s));
    button(u"Look for it"_s)->click();
    QVERIFY(message()->text().startsWith(u"Looking"));
    m_fixture->commands.looks.answer(QVector<Task>{});
    QTRY_VERIFY(message()->text().startsWith(u"No task like it"));
    QVERIFY(!found());
    QVERIFY(!button(u"It is there"_s)->isEnabled());
    QVERIFY(button(u"Send again"_s)->isEnabled());
}

void OutboxTest::lookForItFails()
{
    QVERIFY(m_fixture->add(montage(), CommandState::Unsure, noAnswer()));
    show();
    QTRY_VERIFY(button(u"Look for it"_s));
    button(u"Look for it"_s)->click();
    Error offline;
    offline.kind = ErrorKind::Offline;
    m_fixture->commands.looks.answer(fail(offline));
    QTRY_VERIFY(message()->text().contains(describe(offline)));
    QVERIFY(button(u"Look for it"_s)->isEnabled());
    button(u"Look for it"_s)->click();
    m_fixture->commands.looks.abandon();
    QTRY_VERIFY(button(u"Look for it"_s)->isEnabled());
}

void OutboxTest::foundTasksBelongToTheirRow()
{
    const CommandId first = m_fixture->add(montage(), CommandState::Unsure, noAnswer());
    const CommandId second = m_fixture->add(montage(), CommandState::Unsure, noAnswer());
    show();
    m_screen->select(first);
    QTRY_VERIFY(button(u"Look for it"_s));
    button(u"Look for it"_s)->click();
    QCOMPARE(m_fixture->commands.lookedFor, QVector<CommandId>{first});
    m_screen->select(second);
    m_fixture->commands.looks.answer(QVector<Task>{task(u"901"_s, u"1042"_s)});
    QCoreApplication::processEvents();
    QVERIFY(!found());
    QVERIFY(!message()->isVisible());
    m_screen->select(first);
    QVERIFY(found());
    QCOMPARE(found()->item(0, 0)->text(), u"1042"_s);
}

void OutboxTest::selectionSurvivesChanges()
{
    const CommandId first = m_fixture->add(comment(), CommandState::Waiting);
    QVERIFY(m_fixture->add(closing(), CommandState::Refused, refusal()));
    show();
    m_screen->select(first);
    QVERIFY(details().contains(u"Позвонить"_s));
    QVERIFY(m_fixture->add(montage(), CommandState::Refused, refusal()));
    reload();
    QTRY_COMPARE(table()->model()->rowCount(), 3);
    QCOMPARE(table()->selectionModel()->selectedRows().size(), 1);
    QCOMPARE(m_screen->model()->entry(table()->selectionModel()->selectedRows().first())->id, first);
    QVERIFY(details().contains(u"Позвонить"_s));
}

void OutboxTest::selectWaitsForTheRow()
{
    QVERIFY(m_fixture->add(closing(), CommandState::Refused, refusal()));
    show();
    const CommandId id = m_fixture->add(comment(), CommandState::Waiting);
    m_screen->select(id);
    QVERIFY(!details().contains(u"Позвонить"_s));
    reload();
    QTRY_VERIFY(details().contains(u"Позвонить"_s));
}

void OutboxTest::copyAsText()
{
    QVERIFY(m_fixture->add(comment(u"a\tb\nc"_s), CommandState::Waiting));
    QVERIFY(m_fixture->add(closing(), CommandState::Refused, refusal()));
    show();
    QVERIFY(QTest::qWaitForWindowActive(m_screen.get()));
    QTRY_COMPARE(m_screen->model()->rowCount(), 2);
    table()->setFocus();
    QTest::keyClick(table(), Qt::Key_A, Qt::ControlModifier);
    QTest::keyClick(table(), Qt::Key_C, Qt::ControlModifier);
    const QStringList lines = QGuiApplication::clipboard()->text().split(u'\n');
    QCOMPARE(lines.size(), 2);
    for (const QString &line : lines)
        QCOMPARE(line.count(u'\t'), int(models::OutboxModel::ColumnCount) - 1);
    QVERIFY(lines.at(0).contains(models::commandText(closing())));
}

void OutboxTest::severalRowsHaveNoButtons()
{
    QVERIFY(m_fixture->add(comment(), CommandState::Waiting));
    QVERIFY(m_fixture->add(closing(), CommandState::Waiting));
    show();
    QTRY_COMPARE(m_screen->model()->rowCount(), 2);
    QVERIFY(!visibleButtons(*m_screen).isEmpty());
    table()->selectAll();
    QCOMPARE(visibleButtons(*m_screen), QStringList());
    QVERIFY(details().contains(u"2 command(s) chosen"_s));
}

QTEST_MAIN(OutboxTest)
#include "OutboxTest.moc"
