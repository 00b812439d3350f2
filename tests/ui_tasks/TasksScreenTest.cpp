#include "tasks/TasksScreen.h"
#include "Controls.h"
#include "DeskFixture.h"
#include "tasks/TaskDialogs.h"
#include "tasks/TaskEditor.h"
#include "widgets/EntityPicker.h"

#include <QAbstractButton>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QSignalSpy>
#include <QTableView>
#include <QTest>

using namespace naryad;
using test::named;
using ui::TasksScreen;

namespace {

QString u(const char16_t *text)
{
    return QString::fromUtf16(text);
}

template <class T> T *openWindow()
{
    const auto windows = QApplication::topLevelWidgets();
    for (QWidget *window : windows) {
        if (auto *wanted = qobject_cast<T *>(window); wanted && wanted->isVisible())
            return wanted;
    }
    return nullptr;
}

} // namespace

/// The screen over a small mirror: the list, what can be done with the chosen row, and refused commands
/// mended.
class TasksScreenTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void cleanup() { m_screen.reset(); }
    void theListTellsWhatIsKnown();
    void theFilterCountsAndSaysWhenNothingMatches();
    void anEmptyMirrorIsNotAnEmptyCompany();
    void aDraftCantBeClosedAndSaysWhy();
    void aRefusedCommandOpensAsItWas_data();
    void aRefusedCommandOpensAsItWas();

private:
    void keepTasks();
    int rowOf(const QString &number) const;
    QTableView *table() const { return m_screen->findChild<QTableView *>(QStringLiteral("tasks")); }

    std::unique_ptr<test::DeskFixture> m_desk;
    std::unique_ptr<TasksScreen> m_screen;
};

void TasksScreenTest::init()
{
    m_desk = std::make_unique<test::DeskFixture>();
    QVERIFY(m_desk->open());
}

void TasksScreenTest::keepTasks()
{
    QVector<store::Kept<Task>> tasks;
    for (int i = 1; i <= 3; ++i) {
        Task task;
        task.id = QString::number(100 + i);
        task.number = QString::number(i);
        task.taskTemplate = {QStringLiteral("7"), u(u"Монтаж")};
        task.draft = Known<bool>::fromService(i == 1);
        task.plannedStart = Known<QDateTime>::fromService(QDateTime({2026, 11, 24}, {6 + i, 0}, Qt::UTC));
        if (i == 3)
            task.contractor = Known<NamedRef>::fromService({QStringLiteral("12"), u(u"Ёлкин")});
        tasks.append({task, "{}"});
    }
    QVERIFY(m_desk->mirror->noteFeed(
        {{QStringLiteral("101"), 1}, {QStringLiteral("102"), 2}, {QStringLiteral("103"), 3}}, 3));
    QVERIFY(m_desk->mirror->applyTasks(tasks, {1, 2, 3}));
    m_screen = std::make_unique<TasksScreen>(m_desk->desk());
    m_screen->resize(1000, 600);
    m_screen->show();
    QTRY_COMPARE(table()->model()->rowCount(), 3);
    QTRY_VERIFY(table()->model()->index(0, 0).data().toString() != u(u"…"));
}

int TasksScreenTest::rowOf(const QString &number) const
{
    for (int row = 0; row < table()->model()->rowCount(); ++row) {
        if (table()->model()->index(row, 0).data().toString() == number)
            return row;
    }
    return -1;
}

void TasksScreenTest::theListTellsWhatIsKnown()
{
    keepTasks();
    const QAbstractItemModel *model = table()->model();
    const int known = rowOf(QStringLiteral("3"));
    QCOMPARE(model->index(known, models::TaskListModel::ContractorName).data().toString(), u(u"Ёлкин"));
    QCOMPARE(model->index(known, models::TaskListModel::State).data().toString(), QStringLiteral("sent"));
    const QModelIndex unknown
        = model->index(rowOf(QStringLiteral("2")), models::TaskListModel::ContractorName);
    QCOMPARE(unknown.data().toString(), u(u"—?"));
    QVERIFY(unknown.data(Qt::ToolTipRole).toString().contains(QStringLiteral("Not known")));
    // The newest plan stands first; the chosen row's details are shown.
    QCOMPARE(rowOf(QStringLiteral("3")), 0);
    table()->selectRow(0);
    auto *details = named<QPlainTextEdit>(m_screen.get(), QStringLiteral("Task details"));
    QTRY_VERIFY(details->toPlainText().contains(u(u"Ёлкин")));
}

void TasksScreenTest::theFilterCountsAndSaysWhenNothingMatches()
{
    keepTasks();
    auto *filter = named<QLineEdit>(m_screen.get(), QStringLiteral("Filter"));
    auto *count = m_screen->findChild<QLabel *>(QStringLiteral("count"));
    QTRY_COMPARE(count->text(), QStringLiteral("3 of 3"));
    filter->setText(u(u"елкин"));
    QTRY_COMPARE(count->text(), QStringLiteral("1 of 3"));
    filter->setText(u(u"щщщ"));
    auto *empty = m_screen->findChild<QLabel *>(QStringLiteral("emptyText"));
    QTRY_VERIFY(empty->isVisible() && empty->text().contains(u(u"щщщ")));
    auto *clear = m_screen->findChild<QAbstractButton *>(QStringLiteral("emptyAction"));
    QVERIFY(clear->isVisible());
    clear->click();
    QTRY_COMPARE(count->text(), QStringLiteral("3 of 3"));
}

void TasksScreenTest::anEmptyMirrorIsNotAnEmptyCompany()
{
    m_screen = std::make_unique<TasksScreen>(m_desk->desk());
    m_screen->show();
    auto *empty = m_screen->findChild<QLabel *>(QStringLiteral("emptyText"));
    QTRY_COMPARE(empty->text(), QStringLiteral("The tasks have not been loaded yet."));
    SyncState state;
    state.phase = SyncState::Phase::Online;
    state.lastSuccess = m_desk->clock.now();
    m_screen->setState(state);
    QTRY_VERIFY(empty->text().contains(QStringLiteral("no tasks yet")));
}

void TasksScreenTest::aDraftCantBeClosedAndSaysWhy()
{
    keepTasks();
    auto *close = named<QAbstractButton>(m_screen.get(), QStringLiteral("Close task"));
    table()->selectRow(rowOf(QStringLiteral("1")));
    QTRY_VERIFY(!close->isEnabled());
    QVERIFY(close->toolTip().contains(QStringLiteral("send it first")));
    m_screen->closeCurrent();
    QVERIFY(!openWindow<ui::CloseTaskDialog>());
    table()->selectRow(rowOf(QStringLiteral("2")));
    QTRY_VERIFY(close->isEnabled());
}

void TasksScreenTest::aRefusedCommandOpensAsItWas_data()
{
    QTest::addColumn<QString>("kind");
    for (const char *kind : {"create", "update", "comment", "close"})
        QTest::newRow(kind) << QString::fromLatin1(kind);
}

void TasksScreenTest::aRefusedCommandOpensAsItWas()
{
    QFETCH(QString, kind);
    keepTasks();
    const ObjectRef task{QStringLiteral("102"), {}};
    Command command = test::montage();
    if (kind == QLatin1String("update"))
        command = UpdateTask{task, test::montage().body};
    else if (kind == QLatin1String("comment"))
        command = AddComment{task, u(u"звонок"), QStringLiteral("2")};
    else if (kind == QLatin1String("close"))
        command = CloseTask{task, {QStringLiteral("74"), u(u"Выполнено")}, u(u"готово"), QStringLiteral("2")};
    Error refused;
    refused.kind = ErrorKind::Refused;
    const CommandId id = m_desk->add(command, CommandState::Refused, refused);
    m_screen->fix(*m_desk->journal->entry(id));

    QDialog *window = nullptr;
    if (kind == QLatin1String("comment")) {
        QTRY_VERIFY(window = openWindow<ui::CommentDialog>());
        QCOMPARE(window->findChild<QPlainTextEdit *>()->toPlainText(), u(u"звонок"));
        named<QAbstractButton>(window, QStringLiteral("Add comment"))->click();
    } else if (kind == QLatin1String("close")) {
        QTRY_VERIFY(window = openWindow<ui::CloseTaskDialog>());
        QCOMPARE(window->findChild<ui::EntityPicker *>()->ref().id, QStringLiteral("74"));
        QCOMPARE(named<QLineEdit>(window, QStringLiteral("Result note"))->text(), u(u"готово"));
        named<QAbstractButton>(window, QStringLiteral("Close task"))->click();
    } else {
        QTRY_VERIFY(window = openWindow<ui::TaskEditor>());
        QCOMPARE(
            window->findChild<ui::EntityPicker *>(QStringLiteral("contractor"))->ref().id,
            QStringLiteral("12"));
        named<QAbstractButton>(window, QStringLiteral("Save draft"))->click();
    }
    // The old one is dropped once the new one is on disk, not before.
    QCOMPARE(m_desk->commands.submitted.size(), 1);
    QCOMPARE(m_desk->commands.submitted.constFirst().index(), command.index());
    QVERIFY(m_desk->commands.decided.isEmpty());
    m_desk->commands.submits.answer(CommandId(50));
    QTRY_COMPARE(m_desk->commands.decided.size(), 1);
    QCOMPARE(m_desk->commands.decided.constFirst().id, id);
    QCOMPARE(m_desk->commands.decided.constFirst().decision, Decision::Drop);
}

QTEST_MAIN(TasksScreenTest)
#include "TasksScreenTest.moc"
