#include "ProgramFixture.h"

#include "Controls.h"
#include "core/Commands.h"
#include "sync/Engine.h"
#include "tasks/TaskDetailsPanel.h"
#include "tasks/TasksScreen.h"

#include <QAbstractButton>
#include <QComboBox>
#include <QJsonArray>
#include <QJsonObject>
#include <QLineEdit>
#include <QListWidget>
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

/// The end of a task in the real window, by keys: ten closed one by one, comments in a row, fields added and
/// removed; what the service refuses stands beside the task in its words.
class TaskEndTest : public test::ProgramFixture
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void cleanup() { quitProgram(); }
    void tenTasksTwoKeysEach();
    void commentsAndFieldsByKeys();
    void refusalsStandBesideTheTask();

private:
    /// So many tasks of one worker, sent, and the only ones listed; the first is chosen.
    void makeSent(int count);
    QJsonObject task(int number) const;
    QString details() const { return window().findChild<ui::TaskDetailsPanel *>()->toPlainText(); }
    void chord(Qt::Key key) { press(key, Qt::ControlModifier); }

    QStringList m_ids; ///< of those made, in order
};

void TaskEndTest::init()
{
    startService();
    m_ids.clear();
}

void TaskEndTest::makeSent(int count)
{
    QVERIFY(openCompany());
    sync::Engine &engine = m_program->session()->engine();
    for (int i = 1; i <= count; ++i) {
        CreateTask create;
        create.body.number = QStringLiteral("END-%1").arg(i, 2, 10, QLatin1Char('0'));
        create.body.taskTemplate = {QStringLiteral("828"), u(u"Ремонт")};
        create.body.worker = Known<NamedRef>::fromHere({QStringLiteral("3005"), u(u"Сергей Кузнецов")});
        create.body.draft = false;
        create.body.plannedStart = QDateTime({2031, 1, 1}, {8, 0}, Qt::UTC).addSecs(-3600 * i);
        engine.submit(create);
    }
    QTRY_COMPARE_WITH_TIMEOUT(made(), count, 20000);
    const QJsonArray ids = truth(QStringLiteral("/sandbox/new-tasks")).toArray();
    for (const QJsonValue &id : ids)
        m_ids.append(id.toString());
    window().tasks()->filterField()->setText(QStringLiteral("END-"));
    QTRY_COMPARE(table()->model()->rowCount(), count);
    QTRY_COMPARE(cell(0, 0), QStringLiteral("END-01"));
    QTRY_COMPARE(cell(count - 1, 5), QStringLiteral("sent"));
    table()->setFocus();
    press(Qt::Key_Home);
    QTRY_COMPARE(table()->currentIndex().row(), 0);
}

QJsonObject TaskEndTest::task(int number) const
{
    return truth(QStringLiteral("/sandbox/task?id=") + m_ids.value(number - 1)).toObject();
}

void TaskEndTest::tenTasksTwoKeysEach()
{
    makeSent(10);
    // The first says which result; from then on it stands there.
    chord(Qt::Key_E);
    QVERIFY(waitForWindow("CloseTaskDialog"));
    type(QStringLiteral("74 Done"));
    press(Qt::Key_Tab);
    type(u(u"итог 1"));
    chord(Qt::Key_Return);
    QVERIFY(toWindow());
    for (int i = 2; i <= 10; ++i) {
        QTRY_COMPARE(
            cell(table()->currentIndex().row(), 0), QStringLiteral("END-%1").arg(i, 2, 10, QLatin1Char('0')));
        chord(Qt::Key_E); // one
        QWidget *dialog = waitForWindow("CloseTaskDialog");
        QVERIFY(dialog);
        QTRY_VERIFY(control<QPlainTextEdit>(dialog, "resultNote")->hasFocus());
        type(u(u"итог %1").arg(i));
        chord(Qt::Key_Return); // two
        QVERIFY(toWindow());
    }
    for (int i = 1; i <= 10; ++i) {
        QTRY_COMPARE_WITH_TIMEOUT(
            task(i).value(QStringLiteral("closed_result")), QStringLiteral("74"), 10000);
        QCOMPARE(task(i).value(QStringLiteral("closed_note")), u(u"итог %1").arg(i));
    }
    QCOMPARE(
        truth(QStringLiteral("/sandbox/requests")).toObject().value(QStringLiteral("close-task")).toInt(),
        10);
    // The name is kept, and after a restart the result stands there again.
    QTRY_VERIFY(details().contains(QStringLiteral("Done")));
}

void TaskEndTest::commentsAndFieldsByKeys()
{
    makeSent(1);
    press(Qt::Key_M, Qt::ControlModifier | Qt::ShiftModifier);
    QWidget *dialog = waitForWindow("CommentDialog");
    QVERIFY(dialog);
    type(u(u"первый"));
    press(Qt::Key_Return, Qt::ControlModifier | Qt::ShiftModifier);
    auto *field = control<QPlainTextEdit>(dialog, "commentText");
    QTRY_VERIFY(field->toPlainText().isEmpty() && field->hasFocus());
    type(u(u"второй"));
    chord(Qt::Key_Return);
    QVERIFY(toWindow());
    const QJsonArray both{u(u"первый"), u(u"второй")};
    QTRY_COMPARE_WITH_TIMEOUT(task(1).value(QStringLiteral("comments")), both, 10000);
    QTRY_VERIFY(details().contains(QStringLiteral("Comments sent from this computer")));
    QTRY_VERIFY(details().contains(u(u"второй  (sent)")));

    const auto rows = [this](const QString &list) {
        QStringList names;
        const QJsonArray all = task(1).value(list).toArray();
        for (const QJsonValue &row : all)
            names.append(row.toObject().value(QStringLiteral("name")).toString());
        return names;
    };
    const QStringList before = rows(QStringLiteral("props"));
    press(Qt::Key_F, Qt::ControlModifier | Qt::ShiftModifier);
    dialog = waitForWindow("AddFieldDialog");
    QVERIFY(dialog);
    auto *picker = control<QComboBox>(dialog, "field");
    QTRY_VERIFY(picker->hasFocus());
    type(u(u"диагн"));
    press(Qt::Key_Return);
    QTRY_VERIFY(picker->currentText().startsWith(u(u"Диагн")));
    const QString name = picker->currentText();
    chord(Qt::Key_Return);
    QVERIFY(toWindow());
    QTRY_COMPARE_WITH_TIMEOUT(rows(QStringLiteral("props")), before + QStringList{name}, 10000);
    // The service was asked again, and so it can go.
    QTRY_VERIFY_WITH_TIMEOUT(
        [&] {
            const QString words = details();
            const qsizetype at = words.indexOf(QStringLiteral("Details\n"));
            return words.indexOf(name, at) > 0
                && words.indexOf(name, at) < words.indexOf(QStringLiteral("Report\n"));
        }(),
        10000);
    press(Qt::Key_R, Qt::ControlModifier | Qt::ShiftModifier);
    dialog = waitForWindow("RemoveFieldsDialog");
    QVERIFY(dialog);
    auto *list = control<QListWidget>(dialog, "fields");
    QTRY_VERIFY(list->count() > 0 && list->hasFocus());
    for (int i = 0; i < list->count() && !list->currentItem()->text().startsWith(name + QLatin1Char(':'));
         ++i)
        press(Qt::Key_Down);
    press(Qt::Key_Space);
    chord(Qt::Key_Return);
    QVERIFY(toWindow());
    QTRY_COMPARE_WITH_TIMEOUT(rows(QStringLiteral("props")), before, 10000);
}

void TaskEndTest::refusalsStandBesideTheTask()
{
    makeSent(1);
    sync::Engine &engine = m_program->session()->engine();
    // No result is number nothing: the service says so, and what was typed opens again from there.
    chord(Qt::Key_E);
    QVERIFY(waitForWindow("CloseTaskDialog"));
    type(QStringLiteral("0 Nothing"));
    press(Qt::Key_Tab);
    type(u(u"строка"));
    press(Qt::Key_Return);
    type(u(u"ещё"));
    chord(Qt::Key_Return);
    QVERIFY(toWindow());
    QTRY_VERIFY_WITH_TIMEOUT(details().contains(u(u"Неизвестный статус завершения")), 10000);
    QCOMPARE(engine.state().refused, 1);
    auto *mend = named<QAbstractButton>(&window(), QStringLiteral("Mend what was refused"));
    QVERIFY(mend);
    QTest::mouseClick(mend, Qt::LeftButton);
    QWidget *dialog = waitForWindow("CloseTaskDialog");
    QVERIFY(dialog);
    QCOMPARE(control<QPlainTextEdit>(dialog, "resultNote")->toPlainText(), u(u"строка\nещё"));
    auto *result = control<QComboBox>(dialog, "result");
    result->setFocus();
    result->lineEdit()->selectAll();
    type(QStringLiteral("74"));
    chord(Qt::Key_Return);
    QTRY_COMPARE_WITH_TIMEOUT(task(1).value(QStringLiteral("closed_result")), QStringLiteral("74"), 10000);
    QCOMPARE(task(1).value(QStringLiteral("closed_note")), u(u"строка\nещё"));
    QTRY_COMPARE(engine.state().refused, 0);
}

QTEST_MAIN(TaskEndTest)
#include "TaskEndTest.moc"
