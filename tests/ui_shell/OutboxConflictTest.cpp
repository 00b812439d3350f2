#include "OutboxFixture.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QHeaderView>

/// Two people at one object, as the Outbox shows them.
class OutboxConflictTest : public OutboxFixture
{
    Q_OBJECT
private Q_SLOTS:
    void bothSidesStandInATable();
    void longValuesAreReadWhole();
    void theKeyboardReachesIt();
    void itIsCopiedWithBothSides();
    void theTableGoesWithItsRow();
    void whatGaveWayCanBeRead();
    void theRowNamesWhatIsChanged();
    void whatOthersChangedIsToldOnce();

private:
    QTableWidget *sides() const
    {
        return named<QTableWidget>(m_screen.get(), u"Changed by you and by others"_s);
    }
    CommandId conflicting(const QVector<FieldConflict> &conflicts);
    static QVector<FieldConflict> two();
};

QVector<FieldConflict> OutboxConflictTest::two()
{
    return {
        {u"address.text"_s, {}, u"Lenina 1"_s, u"Lenina 2"_s, u"Mira 3"_s},
        {u"start"_s, {}, {}, u"2026-11-24T12:00:00.000Z"_s, u"2026-11-24T13:00:00.000Z"_s}};
}

CommandId OutboxConflictTest::conflicting(const QVector<FieldConflict> &conflicts)
{
    UpdateTask update{{u"5"_s, {}}, montage().body, montage().body};
    update.body.number = u"18"_s;
    const CommandId id = m_fixture->add(update, CommandState::Waiting);
    store::Outcome outcome;
    outcome.state = CommandState::Refused;
    outcome.conflicts = conflicts;
    return m_fixture->journal->settle(id, outcome) ? id : 0;
}

void OutboxConflictTest::bothSidesStandInATable()
{
    const CommandId id = conflicting(two());
    show();
    QTRY_COMPARE(visibleButtons(*m_screen), (QStringList{u"Drop"_s, u"Keep mine"_s, u"Keep theirs"_s}));
    QTRY_VERIFY(sides());
    QStringList headers;
    for (int column = 0; column < sides()->columnCount(); ++column)
        headers.append(sides()->horizontalHeaderItem(column)->text());
    QCOMPARE(
        headers, (QStringList{u"Part"_s, u"As it was"_s, u"Here (mine)"_s, u"On the service (theirs)"_s}));
    QStringList cells;
    for (int row = 0; row < sides()->rowCount(); ++row) {
        for (int column = 0; column < 4; ++column)
            cells.append(sides()->item(row, column)->data(Qt::AccessibleTextRole).toString());
    }
    QCOMPARE(
        cells,
        (QStringList{
            u"Address"_s, u"“Lenina 1”"_s, u"“Lenina 2”"_s, u"“Mira 3”"_s, u"Planned start"_s, u"nothing"_s,
            u"24.11.2026 15:00"_s, u"24.11.2026 16:00"_s}));
    QCOMPARE(m_screen->model()->index(0, models::OutboxModel::State).data().toString(), u"conflict"_s);
    const QString summary = m_screen->findChild<QLabel *>(u"outboxSummary"_s)->text();
    QVERIFY2(summary.contains(u"1 conflict"_s), qPrintable(summary));
    QCoreApplication::processEvents();
    QCOMPARE(cutControls(m_screen.get()).join(u'\n'), QString());
    QCOMPARE(unnamedControls(m_screen.get()), QStringList());
    button(u"Keep theirs"_s)->click();
    QCOMPARE(
        m_fixture->commands.decided, (QVector<FakeCommandDesk::Decided>{{id, Decision::KeepTheirs, {}}}));
}

void OutboxConflictTest::longValuesAreReadWhole()
{
    const QString lengthy = u"слово "_s.repeated(60) + QString(120, u'x');
    QVERIFY(conflicting({{u"address.notes"_s, {}, u"a"_s, lengthy, u"<b>b</b>"_s}}));
    show();
    QTRY_VERIFY(sides());
    QCoreApplication::processEvents();
    const auto fits = [this] {
        const QTableWidgetItem *cell = sides()->item(0, 2);
        const QRect needed = sides()->fontMetrics().boundingRect(
            QRect(0, 0, sides()->columnWidth(2) - 8, 100000), Qt::TextWordWrap, cell->text());
        return sides()->columnWidth(2) > 60 && needed.width() <= sides()->columnWidth(2)
            && needed.height() <= sides()->rowHeight(0);
    };
    QTRY_VERIFY(fits());
    // And when there is more room or less.
    m_screen->resize(1400, 700);
    QTRY_VERIFY(fits());
    const int title = sides()->horizontalHeader()->sectionSize(3);
    const QRect needed = sides()->fontMetrics().boundingRect(
        QRect(0, 0, title, 1000), Qt::TextWordWrap, sides()->horizontalHeaderItem(3)->text());
    QVERIFY(needed.height() <= sides()->horizontalHeader()->height());
    QCOMPARE(sides()->item(0, 3)->text(), u"“<b>b</b>”"_s);
    QCOMPARE(sides()->verticalScrollMode(), QAbstractItemView::ScrollPerPixel);
}

void OutboxConflictTest::theKeyboardReachesIt()
{
    QVERIFY(conflicting(two()));
    show();
    QVERIFY(QTest::qWaitForWindowActive(m_screen.get()));
    QTRY_VERIFY(sides());
    table()->setFocus();
    QWidget *focused = QApplication::focusWidget();
    QStringList order;
    for (int step = 0; step < 12 && focused != sides(); ++step) {
        QTest::keyClick(focused, Qt::Key_Tab);
        focused = QApplication::focusWidget();
        order.append(focused->objectName());
    }
    QVERIFY2(focused == sides(), qPrintable(order.join(u' ')));
    QTest::keyClick(focused, Qt::Key_Right);
    QTest::keyClick(focused, Qt::Key_Right);
    QTest::keyClick(focused, Qt::Key_Down);
    QCOMPARE(sides()->currentIndex(), sides()->model()->index(1, 2));
    QTest::keyClick(focused, Qt::Key_C, Qt::ControlModifier);
    QCOMPARE(QGuiApplication::clipboard()->text(), u"24.11.2026 15:00"_s);
    QTest::keyClick(focused, Qt::Key_Tab);
    QCOMPARE(QApplication::focusWidget(), button(u"Keep mine"_s));
}

void OutboxConflictTest::itIsCopiedWithBothSides()
{
    QVERIFY(conflicting(two()));
    show();
    QTRY_VERIFY(sides());
    m_screen->copyRows();
    const QString text = QGuiApplication::clipboard()->text();
    for (const QString &part :
         {u"State: conflict"_s, u"Address: it was “Lenina 1”"_s, u"here (mine): “Lenina 2”"_s,
          u"on the service (theirs): “Mira 3”"_s, u"Number: nothing → “18”"_s})
        QVERIFY2(text.contains(part), qPrintable(part + u"\n--\n"_s + text));
}

void OutboxConflictTest::theTableGoesWithItsRow()
{
    QVERIFY(conflicting(two()));
    const CommandId other = m_fixture->add(comment(), CommandState::Waiting);
    show();
    QTRY_VERIFY(sides());
    m_screen->select(other);
    QVERIFY(!sides());
}

void OutboxConflictTest::whatGaveWayCanBeRead()
{
    const CommandId id = conflicting(two());
    store::Outcome decided;
    decided.state = CommandState::Waiting;
    decided.consent = Consent{m_fixture->clock.now(), Decision::KeepTheirs, {}, two()};
    QVERIFY(m_fixture->journal->settle(id, decided));
    store::Outcome sent;
    sent.state = CommandState::Sent;
    sent.resultId = u"5"_s;
    QVERIFY(m_fixture->journal->settle(id, sent));
    show();
    QTRY_VERIFY(!details().isEmpty());
    for (const QString &part :
         {u"State: done"_s, u"Yours gave way to what others said of: Address, Planned start."_s,
          u"You decided: Keep theirs"_s, u"You had: Address: “Lenina 2”; it gave way to “Mira 3”"_s,
          u"You had: Planned start: 24.11.2026 15:00; it gave way to 24.11.2026 16:00"_s})
        QVERIFY2(details().contains(part), qPrintable(part + u"\n--\n"_s + details()));
}

void OutboxConflictTest::theRowNamesWhatIsChanged()
{
    UpdateTask update{{u"5"_s, {}}, montage().body, montage().body};
    update.body.number = u"18"_s;
    QVERIFY(m_fixture->add(update, CommandState::Waiting));
    show();
    QTRY_COMPARE(m_screen->model()->rowCount(), 1);
    const QString what = m_screen->model()->index(0, models::OutboxModel::What).data().toString();
    QVERIFY2(what.endsWith(u": Number"_s), qPrintable(what));
    QVERIFY(details().contains(u"Number: nothing → “18”"_s));
    QVERIFY2(!details().contains(u"Сумма"_s) && !details().contains(u"Worker"_s), qPrintable(details()));
}

void OutboxConflictTest::whatOthersChangedIsToldOnce()
{
    const auto send = [this](const CommandId id) {
        const QVector<FieldConflict> merged{
            {u"worker"_s, {}, {}, {}, QJsonObject{{u"id"_s, u"4"_s}, {u"name"_s, u"Петров"_s}}}};
        store::Outcome sent;
        sent.state = CommandState::Sent;
        return m_fixture->journal->beginAttempt(id, "{}", {}, merged) && m_fixture->journal->settle(id, sent);
    };
    const UpdateTask update{{u"5"_s, {}}, montage().body, montage().body};
    // Sent before this window was there: the list tells it, a notice would be late.
    QVERIFY(send(m_fixture->add(update, CommandState::Waiting)));
    m_fixture->clock.advance(std::chrono::minutes(1));
    m_screen = std::make_unique<OutboxScreen>(m_fixture->desk());
    QSignalSpy told(m_screen.get(), &OutboxScreen::sentMerged);
    m_screen->show();
    QTRY_VERIFY(m_screen->model()->isLoaded());
    QCOMPARE(told.size(), 0);
    const CommandId id = m_fixture->add(update, CommandState::Waiting);
    QVERIFY(send(id));
    reload();
    reload();
    QCOMPARE(told.size(), 1);
    QCOMPARE(told.first().first().value<CommandId>(), id);
    QVERIFY(told.first().at(1).toString().endsWith(u"The service also changed: Worker: “Петров”."_s));
    m_screen->select(id);
    QVERIFY(details().contains(u"The service also changed: Worker: “Петров”."_s));
}

QTEST_MAIN(OutboxConflictTest)
#include "OutboxConflictTest.moc"
