#include "tasks/ManyDialogs.h"
#include "BatchFixture.h"
#include "models/TaskListModel.h"
#include "tasks/TaskWindows.h"
#include "widgets/EntityPicker.h"

#include <QCheckBox>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>

#include <numeric>

using namespace naryad;
using namespace naryad::test;
using namespace naryad::ui;
using namespace Qt::StringLiterals;
using models::ManyTasksModel;

/// One thing said of many tasks: by few keys, with a result for each row.
class ManyDialogsTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init() { m_desk = std::make_unique<BatchFixture>(); }
    void cleanup()
    {
        m_desk->reader.reset();
        m_desk->screen.reset();
        m_desk.reset();
    }
    void tenTasksClosedByThreeKeys();
    void tenTasksPickedByHand();
    void aResultForEachRow();
    void aNoteOfItsOwn();
    void whatCannotBeClosedIsLeftOut();
    void aDiskThatFailsLosesNothing();
    void aTaskThatGetsItsIdMeanwhileIsSaidOnce();
    void whatWasTypedStandsThereAgain();
    void comments();
    void draftsAreSentAsTheyAre();
    void aField();
    void heldOnesAreTakenBack();
    void enterClosesWhatIsSaid();
    void allColumnsAreInView();
    void aMillionIsOnlyCounted();
    void everyControlHasAName();

private:
    template <class Dialog> Dialog *dialog() const { return openWindow<Dialog>(); }
    QString sums(QWidget *in) const { return in->findChild<QLabel *>(u"sums"_s)->text(); }
    QPushButton *button(QWidget *in, const QString &name) const { return in->findChild<QPushButton *>(name); }
    QString outcome(ManyDialog *in, int row) const
    {
        return in->model().index(row, ManyTasksModel::Outcome).data().toString();
    }
    /// As after a closing that the service took.
    void presetResult()
    {
        QVERIFY(m_desk->journal->keepResult({u"74"_s, u"Выполнено"_s}));
        QVERIFY(m_desk->journal->noteResultUsed({}, u"74"_s));
        m_desk->tellJournal();
        QTRY_COMPARE(m_desk->screen->windows().resultMemory().offerFor({}).result.id, u"74"_s);
    }

    std::unique_ptr<BatchFixture> m_desk;
};

void ManyDialogsTest::tenTasksClosedByThreeKeys()
{
    QVERIFY(m_desk->openScreen());
    presetResult();
    m_desk->press(Qt::Key_A, Qt::ControlModifier);
    m_desk->press(Qt::Key_E, Qt::ControlModifier);
    QTRY_VERIFY(dialog<CloseManyDialog>() && dialog<CloseManyDialog>()->isActiveWindow());
    m_desk->press(Qt::Key_Return, Qt::ControlModifier);
    QTRY_COMPARE(m_desk->commands.submittedTogether.size(), 1);
    QVERIFY(m_desk->keys <= 5);
    const QVector<Command> said = m_desk->commands.submittedTogether.first();
    QCOMPARE(said.size(), 10);
    for (int i = 0; i < 10; ++i) {
        const auto &close = std::get<CloseTask>(said.at(i));
        // As they are listed, the latest plan first.
        QCOMPARE(close.task.id, QString::number(110 - i));
        QCOMPARE(close.result, (NamedRef{u"74"_s, u"Выполнено"_s}));
        QCOMPARE(close.taskNumber, QString::number(10 - i));
        QCOMPARE(close.taskName, u"Монтаж, Ромашка"_s);
    }
}

void ManyDialogsTest::tenTasksPickedByHand()
{
    QVERIFY(m_desk->openScreen({BatchFixture::task(11), BatchFixture::task(12)}));
    presetResult();
    for (int i = 0; i < 9; ++i)
        m_desk->press(Qt::Key_Down, Qt::ShiftModifier);
    m_desk->press(Qt::Key_E, Qt::ControlModifier);
    QTRY_VERIFY(dialog<CloseManyDialog>() && dialog<CloseManyDialog>()->isActiveWindow());
    m_desk->press(Qt::Key_Return, Qt::ControlModifier);
    QTRY_COMPARE(m_desk->commands.submittedTogether.size(), 1);
    QVERIFY(m_desk->keys <= 13);
    QCOMPARE(m_desk->commands.submittedTogether.first().size(), 10);
    QCOMPARE(std::get<CloseTask>(m_desk->commands.submittedTogether.first().last()).task.id, u"103"_s);
}

void ManyDialogsTest::aResultForEachRow()
{
    QVERIFY(m_desk->openScreen());
    presetResult();
    m_desk->table()->selectAll();
    m_desk->screen->closeCurrent();
    auto *close = dialog<CloseManyDialog>();
    QTRY_COMPARE(close->model().possibleCount(), 10);
    button(close, u"submit"_s)->click();
    const QVector<CommandId> ids = m_desk->journalBatch();
    QTRY_COMPARE(close->model().tally().waiting, 10);
    QTRY_VERIFY(button(close, u"done"_s)->isVisible());
    QVERIFY(!button(close, u"submit"_s)->isVisible());
    Error words;
    words.kind = ErrorKind::Refused;
    words.words = u"Нет прав"_s;
    for (int i = 0; i < 10; ++i) {
        QVERIFY(m_desk->journal->beginAttempt(ids.at(i), "{}", {}));
        QVERIFY(m_desk->settle(
            ids.at(i), i == 4 ? CommandState::Refused : CommandState::Sent, i == 4 ? words : Error{}));
    }
    m_desk->tellJournal();
    QTRY_COMPARE(close->model().tally().sent, 9);
    QVERIFY2(outcome(close, 4).contains(u"Нет прав"_s), qPrintable(outcome(close, 4)));
    QCOMPARE(outcome(close, 5), u"done"_s);
    QVERIFY(sums(close).contains(u"9 done"_s) && sums(close).contains(u"1 refused"_s));
    // It may be closed; the next one begins with the same result.
    QTest::keyClick(close, Qt::Key_Escape);
    QTRY_VERIFY(!dialog<CloseManyDialog>());
    m_desk->screen->closeCurrent();
    QVERIFY(dialog<CloseManyDialog>());
    QCOMPARE(dialog<CloseManyDialog>()->result().id, u"74"_s);
}

void ManyDialogsTest::aNoteOfItsOwn()
{
    QVERIFY(m_desk->openScreen());
    presetResult();
    m_desk->table()->selectAll();
    m_desk->screen->closeCurrent();
    auto *close = dialog<CloseManyDialog>();
    QTRY_COMPARE(close->model().possibleCount(), 10);
    close->findChild<QLineEdit *>(u"resultNote"_s)->setText(u"for all"_s);
    close->findChild<QCheckBox *>(u"ownTexts"_s)->setChecked(true);
    auto *rows = close->findChild<QTableView *>(u"chosenTasks"_s);
    QVERIFY(!rows->isColumnHidden(ManyTasksModel::Text));
    // Typed into its row, and not left when the button's keys come.
    rows->setFocus();
    rows->setCurrentIndex(close->model().index(2, ManyTasksModel::Text));
    QTest::keyClick(rows, Qt::Key_F2);
    QWidget *editor = QApplication::focusWidget();
    QVERIFY(editor != rows && rows->isAncestorOf(editor));
    QTest::keyClicks(editor, u"own"_s);
    QTest::keyClick(editor, Qt::Key_Return, Qt::ControlModifier);
    QTRY_COMPARE(m_desk->commands.submittedTogether.size(), 1);
    const QVector<Command> said = m_desk->commands.submittedTogether.first();
    QCOMPARE(std::get<CloseTask>(said.at(1)).note, u"for all"_s);
    QCOMPARE(std::get<CloseTask>(said.at(2)).note, u"own"_s);
}

void ManyDialogsTest::whatCannotBeClosedIsLeftOut()
{
    Task closed = BatchFixture::task(12);
    closed.finished = Known<bool>::fromService(true);
    QVERIFY(m_desk->openScreen({BatchFixture::draft(11), closed}));
    presetResult();
    m_desk->table()->selectAll();
    m_desk->screen->closeCurrent();
    auto *close = dialog<CloseManyDialog>();
    QTRY_VERIFY(close->model().isRead());
    QCOMPARE(close->model().possibleCount(), 10);
    QVERIFY(outcome(close, 0).contains(u"closed already"_s));
    QVERIFY(outcome(close, 1).contains(u"draft"_s));
    QVERIFY(sums(close).contains(u"10 of 12"_s) && sums(close).contains(u"2 left out"_s));
    button(close, u"submit"_s)->click();
    QTRY_COMPARE(m_desk->commands.submittedTogether.size(), 1);
    QCOMPARE(m_desk->commands.submittedTogether.first().size(), 10);
}

void ManyDialogsTest::aDiskThatFailsLosesNothing()
{
    QVERIFY(m_desk->openScreen());
    presetResult();
    m_desk->table()->selectAll();
    m_desk->screen->closeCurrent();
    auto *close = dialog<CloseManyDialog>();
    close->findChild<QLineEdit *>(u"resultNote"_s)->setText(u"typed"_s);
    QTRY_COMPARE(close->model().possibleCount(), 10);
    button(close, u"submit"_s)->click();
    // While it is being written the window stays.
    QTest::keyClick(close, Qt::Key_Escape);
    QVERIFY(dialog<CloseManyDialog>());
    Error full;
    full.kind = ErrorKind::Storage;
    full.cause = ErrorCause::DiskFull;
    m_desk->commands.batches.answer(tl::unexpected(full));
    QTRY_VERIFY(close->findChild<QLabel *>(u"message"_s)->isVisible());
    QCOMPARE(close->findChild<QLineEdit *>(u"resultNote"_s)->text(), u"typed"_s);
    QCOMPARE(close->model().possibleCount(), 10);
    button(close, u"submit"_s)->click();
    QTRY_COMPARE(m_desk->commands.submittedTogether.size(), 2);
    QCOMPARE(m_desk->commands.submittedTogether.at(1), m_desk->commands.submittedTogether.at(0));
}

/// The journal's answer comes after the news that the task has its id.
void ManyDialogsTest::aTaskThatGetsItsIdMeanwhileIsSaidOnce()
{
    QVERIFY(m_desk->openScreen());
    const auto made = m_desk->journal->append(montage());
    QVERIFY(made);
    store::JournalRow local;
    local.row = -made->id;
    local.task = BatchFixture::task(11);
    local.task.id.clear();
    local.token = made->token;
    local.state = TaskState::ToBeSent;
    QVERIFY(m_desk->mirror->putJournalRow(local));
    const RowId mirrored = m_desk->screen->model().rowOf(m_desk->table()->model()->index(0, 0));
    auto *comment = new CommentManyDialog(m_desk->desk(), {local.row}, m_desk->screen.get());
    comment->show();
    comment->findChild<QPlainTextEdit *>(u"commentText"_s)->setPlainText(u"once"_s);
    QTRY_COMPARE(comment->model().possibleCount(), 1);
    button(comment, u"submit"_s)->click();
    QTRY_COMPARE(m_desk->commands.submittedTogether.size(), 1);
    MirrorChange change;
    change.moved = {{local.row, mirrored}};
    comment->apply(change);
    m_desk->journalBatch();
    QTRY_VERIFY(button(comment, u"done"_s)->isVisible());
    QCOMPARE(m_desk->commands.submittedTogether.size(), 1);
    QCOMPARE(m_desk->commands.batches.open(), 0);
    QCOMPARE(comment->model().tally().all(), 1);
}

void ManyDialogsTest::whatWasTypedStandsThereAgain()
{
    QVERIFY(m_desk->openScreen());
    m_desk->table()->selectAll();
    m_desk->screen->closeCurrent();
    auto *close = dialog<CloseManyDialog>();
    QTRY_COMPARE(close->model().possibleCount(), 10);
    // Without a result nothing is said.
    button(close, u"submit"_s)->click();
    QVERIFY(close->findChild<QLabel *>(u"message"_s)->isVisible());
    QVERIFY(m_desk->commands.submittedTogether.isEmpty());
    close->findChild<EntityPicker *>(u"result"_s)->setTypedText(u"75 Отказ"_s);
    close->findChild<QLineEdit *>(u"resultNote"_s)->setText(u"typed"_s);
    close->findChild<QCheckBox *>(u"ownTexts"_s)->setChecked(true);
    QVERIFY(close->model().setData(close->model().index(0, ManyTasksModel::Text), u"own"_s));
    QTest::keyClick(close, Qt::Key_Escape);
    QTRY_VERIFY(!dialog<CloseManyDialog>());
    m_desk->screen->closeCurrent();
    close = dialog<CloseManyDialog>();
    QCOMPARE(close->result(), (NamedRef{u"75"_s, u"Отказ"_s}));
    QCOMPARE(close->findChild<QLineEdit *>(u"resultNote"_s)->text(), u"typed"_s);
    QTRY_COMPARE(close->model().possibleCount(), 10);
    button(close, u"submit"_s)->click();
    QTRY_COMPARE(m_desk->commands.submittedTogether.size(), 1);
    QCOMPARE(std::get<CloseTask>(m_desk->commands.submittedTogether.first().at(0)).note, u"own"_s);
    QCOMPARE(m_desk->commands.keptResults, (QVector<NamedRef>{{u"75"_s, u"Отказ"_s}}));
}

void ManyDialogsTest::comments()
{
    QVERIFY(m_desk->openScreen());
    m_desk->press(Qt::Key_A, Qt::ControlModifier);
    m_desk->press(Qt::Key_M, Qt::ControlModifier | Qt::ShiftModifier);
    auto *comment = dialog<CommentManyDialog>();
    QVERIFY(comment);
    QTRY_COMPARE(comment->model().possibleCount(), 10);
    button(comment, u"submit"_s)->click();
    QVERIFY(comment->findChild<QLabel *>(u"message"_s)->isVisible());
    comment->findChild<QPlainTextEdit *>(u"commentText"_s)->setPlainText(u"Позвоните"_s);
    QVERIFY(!comment->findChild<QLabel *>(u"message"_s)->isVisible());
    button(comment, u"submit"_s)->click();
    QTRY_COMPARE(m_desk->commands.submittedTogether.size(), 1);
    QCOMPARE(std::get<AddComment>(m_desk->commands.submittedTogether.first().at(9)).text, u"Позвоните"_s);
}

void ManyDialogsTest::draftsAreSentAsTheyAre()
{
    Task whole = BatchFixture::draft(11);
    whole.address = Known<Address>::fromService({u"Ленина 5"_s, {}, {}, {}, {}, {}, {}});
    FieldRow amount;
    amount.fieldId = u"62"_s;
    amount.typeId = 2;
    amount.value = FieldValue::number(u"100"_s);
    whole.details = {amount};
    Task unnamed = BatchFixture::draft(12);
    unnamed.worker = {};
    Task none = BatchFixture::draft(13);
    none.worker = Known<NamedRef>::fromService({});
    QVERIFY(m_desk->openScreen({whole, unnamed, none}));
    m_desk->table()->selectAll();
    m_desk->screen->findChild<QAction *>(u"sendDrafts"_s)->trigger();
    auto *send = dialog<SendManyDialog>();
    QTRY_VERIFY(send->model().isRead());
    QCOMPARE(send->model().possibleCount(), 1);
    QVERIFY(outcome(send, 0).contains(u"no worker"_s));
    QVERIFY(outcome(send, 1).contains(u"not known"_s));
    QVERIFY(outcome(send, 3).contains(u"no draft"_s));
    send->findChild<QCheckBox *>(u"unnamedToo"_s)->setChecked(true);
    QCOMPARE(send->model().possibleCount(), 2);
    button(send, u"submit"_s)->click();
    QTRY_COMPARE(m_desk->commands.submittedTogether.size(), 1);
    const QVector<Command> said = m_desk->commands.submittedTogether.first();
    QCOMPARE(said.size(), 2);
    const auto &second = std::get<UpdateTask>(said.at(1));
    QCOMPARE(second.task.id, u"111"_s);
    QVERIFY(!second.body.draft);
    QCOMPARE(second.body.address, whole.address);
    QCOMPARE(second.body.worker, whole.worker);
    QCOMPARE(second.body.details.first().value, amount.value);
    QCOMPARE(second.body.plannedStart, whole.plannedStart.value);
    QVERIFY(second.base && second.base->draft);
    QVERIFY(!std::get<UpdateTask>(said.at(0)).body.worker.isKnown());
}

void ManyDialogsTest::aField()
{
    QVERIFY(m_desk->openScreen());
    TemplateField field;
    field.id = u"77"_s;
    field.name = u"Пробег"_s;
    field.typeId = 2;
    QVERIFY(m_desk->mirror->applyTemplateFields({{field, {}}}));
    m_desk->table()->selectAll();
    m_desk->screen->findChild<QAction *>(u"addFieldMany"_s)->trigger();
    auto *add = dialog<AddFieldManyDialog>();
    QTRY_VERIFY(add->model().isRead());
    button(add, u"submit"_s)->click();
    QVERIFY(add->findChild<QLabel *>(u"message"_s)->isVisible());
    choose(add->findChild<EntityPicker *>(u"field"_s), {u"77"_s, u"Пробег"_s});
    QTRY_VERIFY(named<QLineEdit>(add, u"Пробег"_s));
    named<QLineEdit>(add, u"Пробег"_s)->setText(u"12"_s);
    button(add, u"submit"_s)->click();
    QTRY_COMPARE(m_desk->commands.submittedTogether.size(), 1);
    const auto &said = std::get<AddTaskFields>(m_desk->commands.submittedTogether.first().first());
    QCOMPARE(said.task.id, u"110"_s);
    QCOMPARE(said.fields.size(), 1);
    QCOMPARE(said.fields.first().to, TaskFieldAddition::To::Details);
    QCOMPARE(said.fields.first().field, (FieldEntry{u"77"_s, u"Пробег"_s, 2, FieldValue::number(u"12"_s)}));
}

void ManyDialogsTest::heldOnesAreTakenBack()
{
    QVERIFY(m_desk->openScreen());
    presetResult();
    m_desk->table()->selectAll();
    m_desk->screen->closeCurrent();
    auto *close = dialog<CloseManyDialog>();
    QTRY_COMPARE(close->model().possibleCount(), 10);
    button(close, u"submit"_s)->click();
    const QVector<CommandId> ids = m_desk->journalBatch(CommandState::Held);
    QTRY_COMPARE(close->model().tally().held, 10);
    QVERIFY(button(close, u"takeBack"_s)->isVisible());
    button(close, u"takeBack"_s)->click();
    QCOMPARE(m_desk->commands.recalled, ids);
    for (const CommandId id : ids) {
        QVERIFY(m_desk->journal->recall(id));
        m_desk->commands.decisions.answer({});
    }
    m_desk->tellJournal();
    QTRY_COMPARE(close->model().tally().dropped, 10);
    QVERIFY(!button(close, u"takeBack"_s)->isVisible());
}

void ManyDialogsTest::enterClosesWhatIsSaid()
{
    QVERIFY(m_desk->openScreen());
    presetResult();
    m_desk->table()->selectAll();
    m_desk->screen->closeCurrent();
    auto *close = dialog<CloseManyDialog>();
    QTRY_COMPARE(close->model().possibleCount(), 10);
    QVERIFY(QTest::qWaitForWindowActive(close));
    button(close, u"submit"_s)->click();
    m_desk->journalBatch();
    QTRY_VERIFY(button(close, u"done"_s)->isVisible());
    // Also from the rows, which were looked through.
    close->findChild<QTableView *>(u"chosenTasks"_s)->setFocus();
    QTRY_VERIFY(QApplication::focusWidget() == close->findChild<QTableView *>(u"chosenTasks"_s));
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Return);
    QVERIFY(!dialog<CloseManyDialog>());
    QTRY_COMPARE(QApplication::focusWidget(), m_desk->table());
}

void ManyDialogsTest::allColumnsAreInView()
{
    QVERIFY(m_desk->openScreen());
    m_desk->table()->selectAll();
    m_desk->screen->closeCurrent();
    auto *close = dialog<CloseManyDialog>();
    QTRY_COMPARE(close->model().possibleCount(), 10);
    const auto *table = close->findChild<QTableView *>(u"chosenTasks"_s);
    close->findChild<QCheckBox *>(u"ownTexts"_s)->setChecked(true);
    QVERIFY(!table->isColumnHidden(ManyTasksModel::Text));
    for (const int width : {1000, 700}) {
        close->resize(width, 500);
        QTRY_COMPARE(close->width(), width);
        int all = 0;
        for (int column = 0; column < ManyTasksModel::ColumnCount; ++column)
            all += table->columnWidth(column);
        QVERIFY2(all <= table->viewport()->width(), qPrintable(QString::number(all)));
        QVERIFY(table->columnWidth(ManyTasksModel::Outcome) > table->columnWidth(ManyTasksModel::Number));
    }
}

void ManyDialogsTest::aMillionIsOnlyCounted()
{
    QVERIFY(m_desk->openScreen());
    QVector<RowId> rows(1000000);
    std::iota(rows.begin(), rows.end(), 1);
    auto *close = new CloseManyDialog(m_desk->desk(), rows, {u"74"_s, u"Готово"_s}, m_desk->screen.get());
    close->show();
    QVERIFY(sums(close).contains(u"1,000,000"_s) && sums(close).contains(u"10,000"_s));
    QVERIFY(!button(close, u"submit"_s)->isEnabled());
    QVERIFY(!button(close, u"submit"_s)->toolTip().isEmpty());
    QTRY_COMPARE(close->model().index(0, ManyTasksModel::Number).data().toString(), u"1"_s);
    QVERIFY(m_desk->commands.submittedTogether.isEmpty());
}

void ManyDialogsTest::everyControlHasAName()
{
    QVERIFY(m_desk->openScreen());
    m_desk->table()->selectAll();
    const QVector<RowId> rows = m_desk->screen->batch().chosen().rows();
    ManyDialog *const dialogs[]
        = {new CloseManyDialog(m_desk->desk(), rows, {}, m_desk->screen.get()),
           new CommentManyDialog(m_desk->desk(), rows, m_desk->screen.get()),
           new SendManyDialog(m_desk->desk(), rows, m_desk->screen.get()),
           new AddFieldManyDialog(m_desk->desk(), rows, m_desk->screen.get())};
    for (ManyDialog *one : dialogs) {
        one->show();
        int seen = 0;
        QCOMPARE(unnamedControls(one, &seen), QStringList());
        QVERIFY(seen >= 3);
        QCOMPARE(cutControls(one), QStringList());
    }
    QCOMPARE(unnamedControls(m_desk->screen.get()), QStringList());
}

QTEST_MAIN(ManyDialogsTest)
#include "ManyDialogsTest.moc"
