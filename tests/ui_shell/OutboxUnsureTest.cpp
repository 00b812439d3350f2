#include "OutboxFixture.h"

#include <QMessageBox>

/// What can be done about a command nobody knows the fate of.
class OutboxUnsureTest : public OutboxFixture
{
    Q_OBJECT
private Q_SLOTS:
    void commentIsThere();
    void sendAgainAsksOnce();
    void sendAgainCanBeThoughtBetterOf();
    void sendAgainOfASettledRowDoesNothing();
    void lookForItListsAndChooses();
    void lookForItFindsNothing();
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

void OutboxUnsureTest::lookForItListsAndChooses()
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

void OutboxUnsureTest::lookForItFindsNothing()
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

void OutboxUnsureTest::lookForItFails()
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

void OutboxUnsureTest::foundTasksBelongToTheirRow()
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

QTEST_MAIN(OutboxUnsureTest)
#include "OutboxUnsureTest.moc"
