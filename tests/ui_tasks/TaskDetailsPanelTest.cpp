#include "tasks/TaskDetailsPanel.h"
#include "DeskFixture.h"
#include "models/Words.h"

#include <QAction>
#include <QLocale>
#include <QTest>

#include <algorithm>

using namespace naryad;
using namespace Qt::StringLiterals;
using ui::TaskDetailsPanel;

/// The details panel's text: of any size and shape, the service's answer folded until it is asked for.
class TaskDetailsPanelTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void theAnswerIsFolded();
    void shownItIsLaidOut();
    void theKeyShowsIt();
    void whatIsNotLoadedIsNotKnown();
    void aFinishedCommandIsDone();
    void aCommentSaysHowFarItHasCome();
    void longTextsAreCutAndSaySo_data();
    void longTextsAreCutAndSaySo();

private:
    static qsizetype longestRun(const QString &text);
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

void TaskDetailsPanelTest::whatIsNotLoadedIsNotKnown()
{
    const QStringList lines = TaskDetailsPanel::textOf(TaskCard(), AccountZone(), false).split(u'\n');
    for (const QString &name : {u"Template"_s, u"Plan"_s, u"Contractor"_s, u"Worker"_s, u"Address"_s})
        QVERIFY2(lines.contains(name + u": "_s + models::notKnownText()), qPrintable(name));
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

void TaskDetailsPanelTest::aCommentSaysHowFarItHasCome()
{
    TaskCard card;
    JournalEntry entry;
    entry.command = AddComment{{u"5"_s, {}}, u"Позвонить"_s, u"17"_s};
    for (const auto &[state, words] :
         {std::pair(CommandState::Held, u"(held, not sent yet)"_s),
          std::pair(CommandState::Waiting, u"(waiting, not sent yet)"_s),
          std::pair(CommandState::Sending, u"(sending)"_s), std::pair(CommandState::Sent, u"(sent)"_s),
          std::pair(CommandState::Unsure, u"(unsure if sent)"_s),
          std::pair(CommandState::Refused, u"(refused, not sent)"_s)}) {
        entry.state = state;
        card.said = {entry};
        const QString text = TaskDetailsPanel::textOf(card, AccountZone(), false);
        QVERIFY2(text.contains(u"Позвонить  "_s + words), qPrintable(text));
    }
}

qsizetype TaskDetailsPanelTest::longestRun(const QString &text)
{
    qsizetype run = 0;
    qsizetype longest = 0;
    for (const QChar one : text) {
        run = one.isSpace() ? 0 : run + 1;
        longest = std::max(longest, run);
    }
    return longest;
}

void TaskDetailsPanelTest::longTextsAreCutAndSaySo_data()
{
    QTest::addColumn<QString>("unit");
    QTest::newRow("unbroken") << u"QUJD"_s;
    QTest::newRow("words") << u"слово "_s;
    QTest::newRow("surrogates") << u"😀"_s;
    QTest::newRow("marks") << QString(QChar(0x0301));
}

void TaskDetailsPanelTest::longTextsAreCutAndSaySo()
{
    QFETCH(QString, unit);
    const qsizetype size = 512 * 1024;
    const QString lengthy = unit.repeated(size / unit.size() + 1);
    TaskCard card;
    card.rawAnswer = lengthy.toUtf8();
    FieldRow field;
    field.name = u"Файл"_s;
    field.typeId = 1;
    field.value = FieldValue::text(lengthy);
    card.task.details = {field};
    const QString text = TaskDetailsPanel::textOf(card, AccountZone(), true);
    QVERIFY2(text.size() < 2 * 66 * 1024 + 4000, qPrintable(QString::number(text.size())));
    const qsizetype line = u"  "_s.size() + models::fieldLine(field).size(); // below its title
    const QString left = QLocale().toString(line - 64 * 1024);
    QVERIFY2(text.contains(u"… %1 more"_s.arg(left)), qPrintable(left));
    QCOMPARE(text.count(u"more characters are not shown"_s), 2);
    QVERIFY(longestRun(text) <= 401);
    // No character is cut in two.
    QCOMPARE(QString::fromUtf8(text.toUtf8()), text);
}

QTEST_MAIN(TaskDetailsPanelTest)
#include "TaskDetailsPanelTest.moc"
