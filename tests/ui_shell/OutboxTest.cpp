#include "CommandSamples.h"
#include "OutboxFixture.h"
#include "outbox/OutboxDetails.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QLineEdit>

class OutboxTest : public OutboxFixture
{
    Q_OBJECT
private Q_SLOTS:
    void emptySaysSo();
    void everyControlHasAName();
    void fitsASmallScreen();
    void buttonsByState_data();
    void buttonsByState();
    void chooseWhatNeedsTheUserFirst();
    void detailsTellEverything();
    void detailsOfAnUnsureOne();
    void detailsArePlainText();
    void whatWasSaidHasTheRoom();
    void fixHandsTheEntryOut();
    void retryAndDropDecide();
    void aFailedDecisionIsSaid();
    void selectionSurvivesChanges();
    void comingHereShowsWhatIsOpen();
    void selectWaitsForTheRow();
    void copyAsText();
    void severalRowsHaveNoButtons();
    void aHeldOneCountsDownAndIsTakenBack();
    void whatItWaitsForIsSaid();
    void theFilterNarrows();
    void refusedThingsWithoutAnEditorCantBeFixed();
    void fixIsThereWhereAnEditorIs();
    void aLongOutcomeIsThereInFull();
};

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
    QVERIFY(addLookedFor(montage()));
    show();
    QTRY_VERIFY(button(u"Look for it"_s));
    button(u"Look for it"_s)->click();
    m_fixture->commands.looks.answer(QVector<FoundObject>{task(u"9"_s, u"1042"_s)});
    QTRY_VERIFY(found());
    int seen = 0;
    QCOMPARE(unnamedControls(m_screen.get(), &seen), QStringList());
    QCOMPARE(seen, 8); // two tables, the filter, the details, the message, three buttons
}

void OutboxTest::fitsASmallScreen()
{
    QVERIFY(addLookedFor(montage()));
    show();
    QTRY_VERIFY(button(u"Look for it"_s));
    button(u"Look for it"_s)->click();
    m_fixture->commands.looks.answer(QVector<FoundObject>{task(u"9"_s, u"1042"_s)});
    QTRY_VERIFY(found());
    QVERIFY(m_screen->minimumSizeHint().width() <= 900);
    QVERIFY(m_screen->minimumSizeHint().height() <= 520);
    QCoreApplication::processEvents();
    QCOMPARE(cutControls(m_screen.get()).join(u'\n'), QString());
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
    QTest::newRow("held") << true << CommandState::Held << QStringList{u"Undo"_s};
    QTest::newRow("waiting") << true << CommandState::Waiting << wait;
    QTest::newRow("sending") << true << CommandState::Sending << none;
    QTest::newRow("refused") << true << CommandState::Refused << fix;
    QTest::newRow("refused comment") << false << CommandState::Refused << fix;
    QTest::newRow("unsure create") << true << CommandState::Unsure << unsure;
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
    JournalEntry other;
    other.command = closing();
    QVERIFY(OutboxDetails::text(other, AccountZone(), {}).contains(u"Без замечаний"_s));
    other.consents = {{m_fixture->clock.now(), Decision::Drop, u"50"_s}};
    QVERIFY(OutboxDetails::text(other, AccountZone(), {}).contains(u"You mended it and said it anew"_s));
    other.command = comment();
    QVERIFY(OutboxDetails::text(other, AccountZone(), {}).contains(u"Позвонить заранее"_s));
}

void OutboxTest::detailsOfAnUnsureOne()
{
    QVERIFY(m_fixture->add(comment(), CommandState::Unsure, noAnswer()));
    show();
    QTRY_VERIFY(details().contains(u"Not known: "_s));
    QVERIFY(details().contains(u"twice"_s));
    QVERIFY(!details().contains(u"two tasks"_s));
}

void OutboxTest::whatWasSaidHasTheRoom()
{
    using models::OutboxModel;
    QVERIFY(m_fixture->add(comment(), CommandState::Refused, refusal()));
    show();
    for (const int width : {1400, 900}) {
        m_screen->resize(width, 560);
        QTRY_VERIFY(table()->columnWidth(OutboxModel::What) > table()->columnWidth(OutboxModel::Outcome));
    }
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

/// Who comes to the screen sees what needs him, else what is on its way; a row of his choice stays.
void OutboxTest::comingHereShowsWhatIsOpen()
{
    const CommandId open = m_fixture->add(comment(), CommandState::Waiting);
    const CommandId done = m_fixture->add(closing(), CommandState::Sent);
    show();
    const auto chosen
        = [this] { return m_screen->model()->entry(table()->selectionModel()->selectedRows().first())->id; };
    m_screen->select(done);
    QTRY_COMPARE(chosen(), done);
    m_screen->enter();
    QCOMPARE(chosen(), open);
    const CommandId other = m_fixture->add(montage(), CommandState::Waiting);
    reload();
    m_screen->select(other);
    m_screen->enter();
    QCOMPARE(chosen(), other);
    QVERIFY(m_fixture->settle(open, CommandState::Refused, refusal()));
    reload();
    m_screen->enter();
    QCOMPARE(chosen(), open);
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
    const QString text = QGuiApplication::clipboard()->text();
    const qsizetype border = text.indexOf(u"\n\n"_s);
    QVERIFY(border > 0);
    // The newest first, as it stands in the list; all of each row, with the service's words as they came.
    const QString first = text.left(border);
    const QString second = text.mid(border + 2);
    QVERIFY2(first.startsWith(models::commandText(closing())), qPrintable(text));
    for (const QString &part :
         {u"State: refused"_s, u"Result note: Без замечаний"_s, u"<b>Шаблон</b> не найден"_s, u"Code: 17"_s,
          u"Attempts: 1"_s, u"Said: "_s})
        QVERIFY2(first.contains(part), qPrintable(part + u"\n--\n"_s + text));
    QVERIFY2(second.contains(u"State: waiting"_s) && second.contains(u"a\tb\nc"_s), qPrintable(text));
    // What a button here would do is of no use elsewhere.
    QVERIFY(!text.contains(u"Retry: "_s));
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

void OutboxTest::aHeldOneCountsDownAndIsTakenBack()
{
    const auto entry
        = m_fixture->journal->append(comment(), CommandState::Held, {}, m_fixture->clock.now().addSecs(7));
    QVERIFY(entry);
    show();
    const auto state
        = [this] { return m_screen->model()->index(0, models::OutboxModel::State).data().toString(); };
    QTRY_COMPARE(state(), u"held, 7 s"_s);
    QSignalSpy changed(m_screen->model(), &QAbstractItemModel::dataChanged);
    for (int left = 6; left >= 0; --left) {
        m_fixture->clock.advance(std::chrono::seconds(1));
        QTRY_COMPARE(changed.size(), 7 - left);
        QCOMPARE(state(), left > 0 ? u"held, %1 s"_s.arg(left) : u"waiting"_s);
    }
    button(u"Undo"_s)->click();
    QCOMPARE(m_fixture->commands.recalled, QVector<CommandId>{entry->id});
    QVERIFY(m_fixture->commands.decided.isEmpty());
    QVERIFY(m_fixture->journal->recall(entry->id));
    m_fixture->commands.decisions.answer({});
    QTRY_COMPARE(visibleButtons(*m_screen), QStringList());
}

void OutboxTest::whatItWaitsForIsSaid()
{
    CreateContractor client;
    client.body.name = u"Ромашка"_s;
    const CommandId front = m_fixture->add(client, CommandState::Refused, refusal());
    CreateTask task = montage();
    task.body.contractor.value.id = localId(m_fixture->journal->entry(front)->token);
    const CommandId behind = m_fixture->add(task, CommandState::Waiting);
    show();
    m_screen->select(behind);
    const QString words = u"Waits for: "_s + models::commandText(client);
    QTRY_VERIFY(details().contains(words));
    const QModelIndex row = m_screen->model()->indexOf(behind);
    QVERIFY(row.siblingAtColumn(models::OutboxModel::Outcome).data().toString().contains(words));
    // Once it is there, nothing is waited for.
    store::Outcome sent;
    sent.state = CommandState::Sent;
    sent.resultId = u"77"_s;
    QVERIFY(m_fixture->journal->settle(front, sent));
    reload();
    QTRY_VERIFY(!m_screen->model()
                     ->indexOf(behind)
                     .siblingAtColumn(models::OutboxModel::Outcome)
                     .data()
                     .toString()
                     .contains(u"Waits for"_s));
}

void OutboxTest::theFilterNarrows()
{
    QVERIFY(m_fixture->add(comment(), CommandState::Waiting));
    const CommandId refused = m_fixture->add(closing(), CommandState::Refused, refusal());
    show();
    QTRY_COMPARE(m_screen->model()->rowCount(), 2);
    auto *filter = named<QLineEdit>(m_screen.get(), u"Filter"_s);
    QVERIFY(filter);
    filter->setText(u"refused выполнено"_s);
    QCOMPARE(m_screen->model()->rowCount(), 1);
    QCOMPARE(m_screen->model()->entry(m_screen->model()->index(0, 0))->id, refused);
    filter->setText(u"refused nothing"_s);
    QCOMPARE(m_screen->model()->rowCount(), 0);
    QVERIFY(m_screen->findChild<QLabel *>(u"outboxEmpty"_s)->text().contains(u"filter"_s));
    filter->clear();
    QCOMPARE(m_screen->model()->rowCount(), 2);
}

void OutboxTest::refusedThingsWithoutAnEditorCantBeFixed()
{
    const DeleteEquipmentModel gone{{u"7"_s, {}}, u"Ромашка"_s};
    QVERIFY(m_fixture->add(gone, CommandState::Refused, refusal()));
    show();
    QTRY_COMPARE(visibleButtons(*m_screen), (QStringList{u"Drop"_s, u"Retry"_s}));
    QVERIFY(details().contains(u"Ромашка"_s));
    QVERIFY(details().contains(u"It can't be changed here"_s));
}

/// Without an editor of its own nothing of a task's can be fixed either.
void OutboxTest::fixIsThereWhereAnEditorIs()
{
    const QVector<Command> all = sampleCommands(paperWorld());
    int fixable = 0;
    for (const Command &command : all) {
        JournalEntry entry;
        entry.command = command;
        entry.state = CommandState::Refused;
        const bool editor = std::holds_alternative<CreateTask>(command)
            || std::holds_alternative<UpdateTask>(command) || std::holds_alternative<AddComment>(command)
            || std::holds_alternative<CloseTask>(command) || std::holds_alternative<AddTaskFields>(command)
            || std::holds_alternative<RemoveTaskFields>(command)
            || std::holds_alternative<CreateContractor>(command)
            || std::holds_alternative<UpdateContractor>(command)
            || std::holds_alternative<AddSubdivision>(command)
            || std::holds_alternative<UpdateSubdivision>(command)
            || std::holds_alternative<CreatePerson>(command) || std::holds_alternative<UpdatePerson>(command)
            || std::holds_alternative<CreatePhone>(command) || std::holds_alternative<UpdatePhone>(command)
            || std::holds_alternative<CreateTemplate>(command)
            || std::holds_alternative<UpdateTemplate>(command)
            || std::holds_alternative<CreateTemplateField>(command)
            || std::holds_alternative<UpdateTemplateField>(command)
            || std::holds_alternative<CreateEquipmentModel>(command)
            || std::holds_alternative<UpdateEquipmentModel>(command)
            || std::holds_alternative<CreateEquipment>(command)
            || std::holds_alternative<UpdateEquipment>(command);
        fixable += editor ? 1 : 0;
        QCOMPARE(actionsFor(entry).fix, editor);
        QVERIFY(actionsFor(entry).retry && actionsFor(entry).drop);
        const QString text = OutboxDetails::text(entry, AccountZone(), {});
        QCOMPARE(text.contains(u"Fix: "_s), editor);
        QCOMPARE(text.contains(u"It can't be changed here"_s), !editor);
    }
    QCOMPARE(fixable, 22);
}

void OutboxTest::aLongOutcomeIsThereInFull()
{
    Error lengthy = refusal();
    lengthy.words = u"слово "_s.repeated(200) + u"конец"_s;
    QVERIFY(m_fixture->add(montage(), CommandState::Refused, lengthy));
    show();
    QTRY_VERIFY(!details().isEmpty());
    const QModelIndex cell = m_screen->model()->index(0, models::OutboxModel::Outcome);
    QVERIFY(cell.data(Qt::ToolTipRole).toString().contains(u"конец"_s));
    QCOMPARE(table()->textElideMode(), Qt::ElideRight);
    QVERIFY(!table()->wordWrap());
    QVERIFY(details().contains(lengthy.words));
}

QTEST_MAIN(OutboxTest)
#include "OutboxTest.moc"
