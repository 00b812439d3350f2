#include "OutboxFixture.h"
#include "outbox/FoundTasks.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QMessageBox>

/// What can be done about a command nobody knows the fate of.
class OutboxUnsureTest : public OutboxFixture
{
    Q_OBJECT
private Q_SLOTS:
    void whatIsLookedForIsNotSentAgainYet();
    void whatWasFoundIsChosenFrom();
    void twinsAreToldApart();
    void whatIsNoTaskIsChosenByName();
    void sendAgainAsksOnce();
    void lookForItListsAndChooses();
    void lookForItFindsNothing();
    void commentIsThere();
    void sendAgainCanBeThoughtBetterOf();
    void sendAgainOfASettledRowDoesNothing();
    void lookForItFails();
    void foundTasksBelongToTheirRow();
};

void OutboxUnsureTest::commentIsThere()
{
    const CommandId id = m_fixture->add(comment(), CommandState::Unsure, noAnswer());
    show();
    QTRY_VERIFY(button(u"It is there"_s));
    QVERIFY(button(u"It is there"_s)->isEnabled());
    button(u"It is there"_s)->click();
    QCOMPARE(m_fixture->commands.decided, (QVector<FakeCommandDesk::Decided>{{id, Decision::ItIsThere, {}}}));
}

void OutboxUnsureTest::sendAgainCanBeThoughtBetterOf()
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

void OutboxUnsureTest::sendAgainOfASettledRowDoesNothing()
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

void OutboxUnsureTest::lookForItFails()
{
    QVERIFY(addLookedFor(montage()));
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

void OutboxUnsureTest::foundTasksBelongToTheirRow()
{
    const CommandId first = addLookedFor(montage());
    const CommandId second = addLookedFor(montage());
    show();
    m_screen->select(first);
    QTRY_VERIFY(button(u"Look for it"_s));
    button(u"Look for it"_s)->click();
    QCOMPARE(m_fixture->commands.lookedFor, QVector<CommandId>{first});
    m_screen->select(second);
    m_fixture->commands.looks.answer(QVector<FoundObject>{task(u"901"_s, u"1042"_s)});
    QCoreApplication::processEvents();
    QVERIFY(!found());
    QVERIFY(!message()->isVisible());
    m_screen->select(first);
    QVERIFY(found());
    QCOMPARE(found()->item(0, 0)->text(), u"1042"_s);
}

void OutboxUnsureTest::whatIsLookedForIsNotSentAgainYet()
{
    const CommandId id = addLookedFor(comment());
    show();
    QTRY_COMPARE(visibleButtons(*m_screen), (QStringList{u"Drop"_s, u"It is there"_s, u"Look for it"_s}));
    const QModelIndex row = m_screen->model()->indexOf(id);
    QCOMPARE(
        row.siblingAtColumn(models::OutboxModel::State).data().toString(), u"unsure, being looked for"_s);
    const QDateTime next = m_fixture->journal->entry(id)->notBefore;
    const QString time = m_fixture->desk().zone.local(next).toString(u"HH:mm:ss"_s);
    QVERIFY2(details().contains(u"It is looked for at "_s + time), qPrintable(details()));
    // When nothing more can be told by looking, it is for the user to say.
    QVERIFY(m_fixture->settle(id, CommandState::Unsure, noAnswer()));
    reload();
    QTRY_COMPARE(visibleButtons(*m_screen), (QStringList{u"Drop"_s, u"It is there"_s, u"Send again"_s}));
}

void OutboxUnsureTest::whatWasFoundIsChosenFrom()
{
    const CommandId id = m_fixture->add(montage(), CommandState::Sending);
    store::Outcome outcome;
    outcome.state = CommandState::Unsure;
    outcome.error = noAnswer();
    outcome.needsUser = true;
    outcome.found = {task(u"901"_s, u"1042"_s), task(u"902"_s, {})};
    QVERIFY(m_fixture->journal->settle(id, outcome));
    show();
    QTRY_VERIFY(found());
    QCOMPARE(found()->rowCount(), 2);
    QVERIFY(!button(u"It is there"_s)->isEnabled());
    QVERIFY(button(u"Send again"_s)->isEnabled());
    found()->selectRow(1);
    button(u"It is there"_s)->click();
    QCOMPARE(
        m_fixture->commands.decided,
        (QVector<FakeCommandDesk::Decided>{{id, Decision::ItIsThere, u"902"_s}}));
}

/// Two that say the same: their numbers, ids and the moments they were made tell them apart.
void OutboxUnsureTest::twinsAreToldApart()
{
    const CommandId id = m_fixture->add(montage(), CommandState::Sending);
    FoundObject first = task(u"901"_s, u"1042"_s, Known<NamedRef>::fromService({u"12"_s, u"Ромашка"_s}));
    first.taskTemplate = {u"7"_s, u"Монтаж"_s};
    first.worker = Known<NamedRef>::fromService({u"3"_s, u"Иванов"_s});
    first.createdAt = Known<QDateTime>::fromService(QDateTime({2026, 11, 24}, {9, 0, 1}, Qt::UTC));
    FoundObject second = first;
    second.id = u"902"_s;
    second.title = u"1043"_s;
    second.createdAt.value = second.createdAt.value.addSecs(6);
    second.worker = {};
    store::Outcome outcome;
    outcome.state = CommandState::Unsure;
    outcome.needsUser = true;
    outcome.found = {first, second};
    QVERIFY(m_fixture->journal->settle(id, outcome));
    show();
    QTRY_VERIFY(found());
    const auto row = [this](int at) {
        QStringList cells;
        for (int column = 0; column < FoundTasks::ColumnCount; ++column)
            cells.append(found()->item(at, column)->text());
        return cells.join(u'|');
    };
    QVERIFY2(row(0).endsWith(u"|Ромашка|24.11.2026 12:00:01|901|Иванов|Монтаж"_s), qPrintable(row(0)));
    QVERIFY2(row(1).endsWith(u"|Ромашка|24.11.2026 12:00:07|902|—?|Монтаж"_s), qPrintable(row(1)));
    for (int column = 0; column < FoundTasks::ColumnCount; ++column)
        QVERIFY(!found()->isColumnHidden(column));
    // Both go into a copy, and can be read after it was dropped.
    m_screen->copyRows();
    const QString copied = QGuiApplication::clipboard()->text();
    for (const QString &part :
         {u"Found: 1042, plan: "_s, u"id: 901"_s, u"Found: 1043, plan: "_s, u"id: 902"_s})
        QVERIFY2(copied.contains(part), qPrintable(copied));
    QVERIFY(!details().contains(u"Found: "_s));
    store::Outcome dropped;
    dropped.state = CommandState::Dropped;
    dropped.found = outcome.found;
    dropped.consent = Consent{m_fixture->clock.now(), Decision::Drop};
    QVERIFY(m_fixture->journal->settle(id, dropped));
    reload();
    QTRY_VERIFY(details().contains(u"id: 902"_s));
    QVERIFY(details().contains(u"if it did arrive, it stays on the service"_s));
}

void OutboxUnsureTest::whatIsNoTaskIsChosenByName()
{
    CreateTemplate made;
    made.body.name = u"Монтаж"_s;
    const CommandId id = m_fixture->add(made, CommandState::Sending);
    store::Outcome outcome;
    outcome.state = CommandState::Unsure;
    outcome.needsUser = true;
    outcome.found = {{u"7"_s, u"Монтаж"_s}, {u"8"_s, u"Монтаж"_s}};
    QVERIFY(m_fixture->journal->settle(id, outcome));
    show();
    QTRY_VERIFY(found());
    QCOMPARE(found()->horizontalHeaderItem(0)->text(), u"Name"_s);
    QVERIFY(found()->isColumnHidden(FoundTasks::Plan) && found()->isColumnHidden(FoundTasks::Created));
    QCOMPARE(found()->item(0, FoundTasks::Id)->text(), u"7"_s);
    QCOMPARE(found()->item(1, FoundTasks::Id)->text(), u"8"_s);
    QVERIFY(details().contains(u"two of it"_s));
    found()->selectRow(0);
    button(u"It is there"_s)->click();
    QCOMPARE(m_fixture->commands.decided.first().objectId, u"7"_s);
    QCOMPARE(m_fixture->commands.decided.first().id, id);
}

void OutboxUnsureTest::sendAgainAsksOnce()
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

void OutboxUnsureTest::lookForItListsAndChooses()
{
    const CommandId id = addLookedFor(montage());
    show();
    QTRY_VERIFY(button(u"Look for it"_s));
    QVERIFY(!button(u"It is there"_s)->isEnabled());
    button(u"Look for it"_s)->click();
    QCOMPARE(m_fixture->commands.lookedFor, QVector<CommandId>{id});
    QVERIFY(!button(u"Look for it"_s)->isEnabled());
    QVERIFY(!button(u"Send again"_s));
    const auto first = task(u"901"_s, u"1042"_s, Known<NamedRef>::fromService({u"12"_s, u"Ромашка"_s}));
    m_fixture->commands.looks.answer(QVector<FoundObject>{first, task(u"902"_s, {})});
    QTRY_VERIFY(found());
    QCOMPARE(found()->rowCount(), 2);
    QCOMPARE(found()->item(0, 0)->text(), u"1042"_s);
    QVERIFY(found()->item(0, 1)->text().contains(u"15:00"_s));
    QCOMPARE(found()->item(0, 2)->text(), u"Ромашка"_s);
    QCOMPARE(found()->item(1, 0)->text(), u"902"_s);
    QCOMPARE(found()->item(1, 2)->text(), models::notKnownText());
    // Nothing is taken for granted: the user chooses.
    QVERIFY(!button(u"It is there"_s)->isEnabled());
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

void OutboxUnsureTest::lookForItFindsNothing()
{
    QVERIFY(addLookedFor(montage()));
    show();
    QTRY_VERIFY(button(u"Look for it"_s));
    button(u"Look for it"_s)->click();
    QVERIFY(message()->text().startsWith(u"Looking"));
    m_fixture->commands.looks.answer(QVector<FoundObject>{});
    QTRY_VERIFY(message()->text().startsWith(u"Nothing like it"));
    QVERIFY(!found());
    QVERIFY(!button(u"It is there"_s)->isEnabled());
}

QTEST_MAIN(OutboxUnsureTest)
#include "OutboxUnsureTest.moc"
