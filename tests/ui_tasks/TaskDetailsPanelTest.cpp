#include "tasks/TaskDetailsPanel.h"
#include "DeskFixture.h"

#include <QAction>
#include <QTest>

using namespace naryad;
using ui::TaskDetailsPanel;

/// The details panel's text: the service's answer folded until it is asked for.
class TaskDetailsPanelTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void theAnswerIsFolded();
    void shownItIsLaidOut();
    void theKeyShowsIt();
    void aFinishedCommandIsDone();
};

void TaskDetailsPanelTest::theAnswerIsFolded()
{
    TaskCard card;
    card.rawAnswer = R"({"id":9007199254740993,"name":"17"})";
    const QString text = TaskDetailsPanel::textOf(card, AccountZone(), false);
    QVERIFY(!text.contains(QStringLiteral("9007199254740993")));
    QVERIFY2(text.contains(QStringLiteral("35 bytes — Alt+R shows it")), qPrintable(text));
}

void TaskDetailsPanelTest::shownItIsLaidOut()
{
    TaskCard card;
    card.rawAnswer = R"({"id":9007199254740993,"a":[],"text":"{\"x\", [1]","b":{"c":1.50}})";
    const QString text = TaskDetailsPanel::textOf(card, AccountZone(), true);
    QVERIFY2(
        text.endsWith(
            QStringLiteral("{\n  \"id\": 9007199254740993,\n  \"a\": [],\n"
                           "  \"text\": \"{\\\"x\\\", [1]\",\n  \"b\": {\n    \"c\": 1.50\n  }\n}")),
        qPrintable(text));
}

void TaskDetailsPanelTest::theKeyShowsIt()
{
    test::DeskFixture desk;
    QVERIFY(desk.open());
    Task task;
    task.id = QStringLiteral("5");
    QVERIFY(desk.mirror->wantTask(task.id));
    QVERIFY(desk.mirror->applyTasks({{task, R"({"id":5})"}}, {0}));
    TaskDetailsPanel panel(desk.desk());
    panel.show(desk.mirror->mirrored(task.id).value()->row);
    static_cast<QWidget &>(panel).show();
    QVERIFY(QTest::qWaitForWindowActive(&panel));
    QTRY_VERIFY(panel.toPlainText().contains(QStringLiteral("8 bytes")));
    QVERIFY(!panel.toPlainText().contains(QStringLiteral("\"id\"")));
    QTest::keyClick(&panel, Qt::Key_R, Qt::AltModifier);
    QTRY_VERIFY(panel.toPlainText().contains(QStringLiteral("\"id\": 5")));
    QTest::keyClick(&panel, Qt::Key_R, Qt::AltModifier);
    QTRY_VERIFY(!panel.toPlainText().contains(QStringLiteral("\"id\"")));
}

void TaskDetailsPanelTest::aFinishedCommandIsDone()
{
    TaskCard card;
    JournalEntry entry;
    entry.command = CreateTask{};
    entry.state = CommandState::Sent;
    card.said.append(entry);
    const QString text = TaskDetailsPanel::textOf(card, AccountZone(), false);
    QVERIFY2(text.contains(QStringLiteral("(done)")), qPrintable(text));
    QVERIFY(!text.contains(QStringLiteral("(sent)")));
}

QTEST_MAIN(TaskDetailsPanelTest)
#include "TaskDetailsPanelTest.moc"
