#include "ProgramFixture.h"

#include "Controls.h"
#include "core/AccountZone.h"

#include <QComboBox>
#include <QJsonArray>
#include <QJsonObject>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QTest>

using namespace naryad;
using test::named;

namespace {

QString u(const char16_t *text)
{
    return QString::fromUtf16(text);
}

} // namespace

/// Connect by typing, make a draft, change it, send it, comment on it, close it: by keys alone, and the
/// service holds exactly that.
class MainJobTest : public test::ProgramFixture
{
    Q_OBJECT
private Q_SLOTS:
    void init() { startService(); }
    void cleanup() { quitProgram(); }
    void theWholeJobByKeys();
    void everyControlHasAName();
    void whatIsTypedInAHurryIsTaken();

private:
    QJsonObject onlyTask() const
    {
        const QJsonArray ids = truth(QStringLiteral("/sandbox/new-tasks")).toArray();
        return ids.size() == 1
            ? truth(QStringLiteral("/sandbox/task?id=") + ids.first().toString()).toObject()
            : QJsonObject();
    }
};

void MainJobTest::theWholeJobByKeys()
{
    QVERIFY(openCompany());
    QVERIFY(window().windowTitle().startsWith(u(u"Naryad — ")));

    press(Qt::Key_N, Qt::ControlModifier);
    QWidget *editor = waitForWindow("TaskEditor");
    QVERIFY(editor);
    auto *contractor = control<QComboBox>(editor, "contractor");
    QTRY_VERIFY(contractor->hasFocus());
    type(u(u"ромаш"));
    press(Qt::Key_Return);
    QTRY_COMPARE(contractor->currentText(), u(u"ООО «Ромашка»"));
    press(Qt::Key_Tab);
    type(u(u"рем"));
    press(Qt::Key_Tab);
    auto *form = control<QComboBox>(editor, "template");
    QTRY_COMPARE(form->currentText(), u(u"Ремонт"));
    QVERIFY(control<QLineEdit>(editor, "plannedStart")->hasFocus());
    type(QStringLiteral("02.12.2026 15:30"));
    press(Qt::Key_Tab);
    type(u(u"кузн"));
    press(Qt::Key_Return);
    QTRY_COMPARE(control<QComboBox>(editor, "worker")->currentText(), u(u"Сергей Кузнецов"));
    // The template's duration gives the end.
    QTRY_COMPARE(control<QLineEdit>(editor, "plannedEnd")->text(), QStringLiteral("02.12.2026 17:30"));
    QTRY_VERIFY(named<QLineEdit>(editor, u(u"Планируемая сумма за работу")));
    named<QLineEdit>(editor, u(u"Планируемая сумма за работу"))->setFocus();
    type(QStringLiteral("1500,5"));
    auto *address = control<QLineEdit>(editor, "address");
    QTRY_VERIFY(!address->text().isEmpty()); // the contractor's own
    press(Qt::Key_S, Qt::ControlModifier);
    QTRY_COMPARE_WITH_TIMEOUT(made(), 1, 10000);
    QJsonObject task = onlyTask();
    QCOMPARE(task.value(QStringLiteral("draft")), true);
    QCOMPARE(task.value(QStringLiteral("plannedVisitTime")), QStringLiteral("2026-12-02T12:30:00Z"));
    QCOMPARE(task.value(QStringLiteral("plannedEndVisitTime")), QStringLiteral("2026-12-02T14:30:00Z"));

    // It is the chosen row; Enter opens it.
    QTRY_VERIFY(table()->currentIndex().isValid());
    QTRY_COMPARE(cell(table()->currentIndex().row(), 5), QStringLiteral("draft"));
    QVERIFY(toWindow());
    table()->setFocus();
    press(Qt::Key_Return);
    editor = waitForWindow("TaskEditor");
    QVERIFY(editor);
    auto *floor = control<QLineEdit>(editor, "floor");
    floor->setFocus();
    type(QStringLiteral("7"));
    press(Qt::Key_S, Qt::ControlModifier);
    QTRY_COMPARE_WITH_TIMEOUT(onlyTask().value(QStringLiteral("addressFloor")), QStringLiteral("7"), 10000);
    QCOMPARE(onlyTask().value(QStringLiteral("draft")), true);

    QVERIFY(toWindow());
    press(Qt::Key_Return);
    editor = waitForWindow("TaskEditor");
    QVERIFY(editor);
    press(Qt::Key_Return, Qt::ControlModifier);
    QTRY_COMPARE_WITH_TIMEOUT(onlyTask().value(QStringLiteral("draft")), false, 10000);

    QVERIFY(toWindow());
    press(Qt::Key_M, Qt::ControlModifier | Qt::ShiftModifier);
    QVERIFY(waitForWindow("CommentDialog"));
    type(u(u"звонок <b>a & b"));
    press(Qt::Key_Return, Qt::ControlModifier);
    QTRY_COMPARE_WITH_TIMEOUT(
        onlyTask().value(QStringLiteral("comments")), QJsonArray{u(u"звонок <b>a & b")}, 10000);

    QVERIFY(toWindow());
    QTRY_COMPARE(cell(table()->currentIndex().row(), 5), QStringLiteral("sent"));
    press(Qt::Key_E, Qt::ControlModifier);
    QVERIFY(waitForWindow("CloseTaskDialog"));
    type(QStringLiteral("74 Done"));
    press(Qt::Key_Tab);
    type(u(u"готово"));
    press(Qt::Key_Return, Qt::ControlModifier);
    QTRY_COMPARE_WITH_TIMEOUT(onlyTask().value(QStringLiteral("closed_result")), QStringLiteral("74"), 10000);

    task = onlyTask();
    QCOMPARE(task.value(QStringLiteral("closed_note")), u(u"готово"));
    QCOMPARE(
        task.value(QStringLiteral("contractor")).toObject().value(QStringLiteral("id")),
        QStringLiteral("97611"));
    QCOMPARE(
        task.value(QStringLiteral("employee")).toObject().value(QStringLiteral("id")),
        QStringLiteral("3005"));
    const QJsonObject counts = truth(QStringLiteral("/sandbox/requests")).toObject();
    QCOMPARE(counts.value(QStringLiteral("create-task")), 1);
    QCOMPARE(counts.value(QStringLiteral("update-task")), 2);
    QCOMPARE(counts.value(QStringLiteral("create-comment")), 1);
    QCOMPARE(counts.value(QStringLiteral("close-task")), 1);
    double amount = 0;
    const QJsonArray props = task.value(QStringLiteral("props")).toArray();
    for (const QJsonValue &row : props) {
        if (row.toObject().value(QStringLiteral("name")).toString() == u(u"Планируемая сумма за работу"))
            amount = row.toObject().value(QStringLiteral("value")).toDouble();
    }
    QCOMPARE(amount, 1500.5);
}

void MainJobTest::everyControlHasAName()
{
    QVERIFY(openCompany());
    int seen = 0;
    QCOMPARE(test::unnamedControls(&window(), &seen), QStringList());
    QVERIFY(seen > 8);
    press(Qt::Key_N, Qt::ControlModifier);
    QWidget *editor = waitForWindow("TaskEditor");
    QVERIFY(editor);
    QCOMPARE(test::unnamedControls(editor, &seen).join(QLatin1Char('|')), QString());
    QVERIFY(seen > 14);
    const QStringList names{
        QStringLiteral("Contractor"), QStringLiteral("Template"), QStringLiteral("Worker")};
    for (const QString &name : names)
        QVERIFY2(named<QComboBox>(editor, name) && named<QLineEdit>(editor, name), qPrintable(name));
    const QStringList fields{QStringLiteral("Number"),      QStringLiteral("Planned start"),
                             QStringLiteral("Planned end"), QStringLiteral("Address"),
                             QStringLiteral("Entrance"),    QStringLiteral("Floor"),
                             QStringLiteral("Room"),        QStringLiteral("Address notes"),
                             QStringLiteral("Latitude"),    QStringLiteral("Longitude")};
    for (const QString &name : fields)
        QVERIFY2(named<QLineEdit>(editor, name), qPrintable(name));
    editor->close();
    QVERIFY(toWindow());
    table()->selectRow(0);
    QTRY_VERIFY(table()->currentIndex().isValid());
    press(Qt::Key_M, Qt::ControlModifier | Qt::ShiftModifier);
    QWidget *comment = waitForWindow("CommentDialog");
    QVERIFY(comment);
    QCOMPARE(test::unnamedControls(comment, &seen), QStringList());
    QVERIFY(named<QPlainTextEdit>(comment, QStringLiteral("Comment text")));
    comment->close();
}

/// Typed and sent on before any list has answered: the best match is taken once it comes, none is guessed.
void MainJobTest::whatIsTypedInAHurryIsTaken()
{
    QVERIFY(openCompany());
    press(Qt::Key_N, Qt::ControlModifier);
    QWidget *editor = waitForWindow("TaskEditor");
    QVERIFY(editor);
    auto *contractor = control<QComboBox>(editor, "contractor");
    QTRY_VERIFY(contractor->hasFocus());
    // Sent in one go, with no turn of the event loop between the keys.
    for (const QChar character : u(u"подразделение 29")) {
        QKeyEvent down(QEvent::KeyPress, Qt::Key_unknown, Qt::NoModifier, QString(character));
        QApplication::sendEvent(contractor, &down);
    }
    QKeyEvent enter(QEvent::KeyPress, Qt::Key_Return, Qt::NoModifier);
    QApplication::sendEvent(contractor, &enter);
    QTRY_COMPARE(contractor->currentText(), u(u"Щербаков 24 / Подразделение 29"));
    // Corrected in the middle of the text: what is typed stays where the cursor is.
    contractor->lineEdit()->selectAll();
    type(u(u"прогрс"));
    contractor->lineEdit()->setCursorPosition(5);
    type(u(u"е"));
    QTRY_COMPARE(contractor->lineEdit()->text(), u(u"прогрес"));
    QCOMPARE(contractor->lineEdit()->cursorPosition(), 6);
    editor->close();
}

QTEST_MAIN(MainJobTest)
#include "MainJobTest.moc"
