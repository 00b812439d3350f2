#include "OutboxFixture.h"

#include <QMessageBox>

/// What can be done about a command nobody knows the fate of.
class OutboxUnsureTest : public OutboxFixture
{
    Q_OBJECT
private:
    /// Looks for the chosen one and answers.
    bool lookFor(const QVector<Task> &found)
    {
        if (!QTest::qWaitFor([this] { return button(u"Look for it"_s); }))
            return false;
        button(u"Look for it"_s)->click();
        m_fixture->commands.looks.answer(found);
        return QTest::qWaitFor([this] { return button(u"Send again"_s); });
    }

private Q_SLOTS:
    void commentIsThere();
    void aCreateIsLookedForBeforeItIsSentAgain();
    void aLateLookIsEnough();
    void aNewAttemptNeedsANewLook();
    void theSecondLookMayFail();
    void whatIsChosenOutlivesTheSecondLook();
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
    m_fixture->clock.advance(std::chrono::minutes(1));
    QVERIFY(lookFor({}));
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
    QVERIFY(!button(u"Send again"_s));
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
    QCOMPARE(visibleButtons(*m_screen), (QStringList{u"Drop"_s, u"It is there"_s, u"Send again"_s}));
    // Nor is it sent again over what it may be.
    m_fixture->clock.advance(std::chrono::minutes(2));
    QTRY_COMPARE(m_fixture->commands.looks.open(), 1);
    m_fixture->commands.looks.answer(QVector<Task>{first, second});
    QTRY_VERIFY(button(u"Send again"_s)->toolTip().contains(u"may have become"));
    QVERIFY(!button(u"Send again"_s)->isEnabled());
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
}

void OutboxUnsureTest::aCreateIsLookedForBeforeItIsSentAgain()
{
    const CommandId id = m_fixture->add(montage(), CommandState::Unsure, noAnswer());
    show();
    QTRY_COMPARE(visibleButtons(*m_screen), (QStringList{u"Drop"_s, u"It is there"_s, u"Look for it"_s}));
    m_fixture->clock.advance(std::chrono::seconds(40));
    QVERIFY(lookFor({}));
    QCOMPARE(visibleButtons(*m_screen), (QStringList{u"Drop"_s, u"It is there"_s, u"Send again"_s}));
    // Nothing was found, but too early to tell: it says so, and when it will be known.
    QPushButton *again = button(u"Send again"_s);
    QVERIFY(!again->isEnabled());
    const QDateTime until = m_fixture->journal->entry(id)->lastAttemptAt.addSecs(60);
    const QString time = m_fixture->desk().zone.local(until).toString(u"HH:mm:ss"_s);
    for (const QString &words : {again->toolTip(), again->accessibleDescription(), details()})
        QVERIFY2(words.contains(u"not yet"_s) && words.contains(time), qPrintable(words));
    QVERIFY(message()->text().contains(time));
    m_fixture->clock.advance(std::chrono::seconds(19));
    QCoreApplication::processEvents();
    QCOMPARE(m_fixture->commands.lookedFor.size(), 1);
    QVERIFY(!again->isEnabled());
    // Then it is looked for once more by itself, and only that look counts.
    m_fixture->clock.advance(std::chrono::seconds(1));
    QTRY_COMPARE(m_fixture->commands.lookedFor, (QVector<CommandId>{id, id}));
    QVERIFY(!again->isEnabled());
    QVERIFY(again->toolTip().contains(u"being looked for"_s));
    QCOMPARE(visibleButtons(*m_screen), (QStringList{u"Drop"_s, u"It is there"_s, u"Send again"_s}));
    m_fixture->commands.looks.answer(QVector<Task>{});
    QTRY_VERIFY(again->isEnabled());
    QVERIFY(again->toolTip().contains(u"two tasks"_s));
}

void OutboxUnsureTest::aLateLookIsEnough()
{
    QVERIFY(m_fixture->add(montage(), CommandState::Unsure, noAnswer()));
    show();
    m_fixture->clock.advance(std::chrono::seconds(60));
    QVERIFY(lookFor({}));
    QVERIFY(button(u"Send again"_s)->isEnabled());
    m_fixture->clock.advance(std::chrono::hours(1));
    QCoreApplication::processEvents();
    QCOMPARE(m_fixture->commands.lookedFor.size(), 1);
}

void OutboxUnsureTest::aNewAttemptNeedsANewLook()
{
    const CommandId id = m_fixture->add(montage(), CommandState::Unsure, noAnswer());
    show();
    m_fixture->clock.advance(std::chrono::seconds(60));
    QVERIFY(lookFor({}));
    // Sent again, and again without an answer.
    QVERIFY(m_fixture->settle(id, CommandState::Waiting));
    m_fixture->clock.advance(std::chrono::seconds(5));
    QVERIFY(m_fixture->journal->beginAttempt(id, "{}", {}));
    QVERIFY(m_fixture->settle(id, CommandState::Unsure, noAnswer()));
    reload();
    QTRY_COMPARE(visibleButtons(*m_screen), (QStringList{u"Drop"_s, u"It is there"_s, u"Look for it"_s}));
    QVERIFY(lookFor({}));
    QVERIFY(!button(u"Send again"_s)->isEnabled());
}

void OutboxUnsureTest::theSecondLookMayFail()
{
    QVERIFY(m_fixture->add(montage(), CommandState::Unsure, noAnswer()));
    show();
    QVERIFY(lookFor({}));
    m_fixture->clock.advance(std::chrono::seconds(60));
    QTRY_COMPARE(m_fixture->commands.looks.open(), 1);
    Error offline;
    offline.kind = ErrorKind::Offline;
    m_fixture->commands.looks.answer(fail(offline));
    // An incomplete look is none.
    QTRY_COMPARE(visibleButtons(*m_screen), (QStringList{u"Drop"_s, u"It is there"_s, u"Look for it"_s}));
    QVERIFY(lookFor({}));
    QVERIFY(button(u"Send again"_s)->isEnabled());
}

void OutboxUnsureTest::whatIsChosenOutlivesTheSecondLook()
{
    const CommandId id = m_fixture->add(montage(), CommandState::Unsure, noAnswer());
    show();
    QVERIFY(lookFor({task(u"901"_s, u"1042"_s), task(u"902"_s, {})}));
    found()->selectRow(1);
    m_fixture->clock.advance(std::chrono::seconds(60));
    QTRY_COMPARE(m_fixture->commands.looks.open(), 1);
    m_fixture->commands.looks.answer(
        QVector<Task>{task(u"900"_s, {}), task(u"901"_s, u"1042"_s), task(u"902"_s, {})});
    QTRY_COMPARE(found()->rowCount(), 3);
    button(u"It is there"_s)->click();
    QCOMPARE(
        m_fixture->commands.decided,
        (QVector<FakeCommandDesk::Decided>{{id, Decision::ItIsThere, u"902"_s}}));
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
