#include "ProgramFixture.h"

#include "models/TaskListModel.h"
#include "tasks/ManyDialog.h"

#include <QJsonObject>
#include <QTest>

using namespace naryad;
using namespace Qt::StringLiterals;
using models::ManyTasksModel;

/// A whole list closed by three keys, and what the service then holds.
class ManyTasksTest : public test::ProgramFixture
{
    Q_OBJECT
private Q_SLOTS:
    void init() { startService(40); }
    void cleanup() { quitProgram(); }
    void allIsClosedByThreeKeys();

private:
    /// Closes the current task with a result typed, which is offered from then on.
    void closeOne();
    QString idOf(int row) const { return cell(row, models::TaskListModel::TaskId); }
};

void ManyTasksTest::closeOne()
{
    for (int row = 0; row < table()->model()->rowCount(); ++row) {
        QTRY_VERIFY(cell(row, 0) != u"…"_s);
        if (cell(row, models::TaskListModel::State) == u"sent"_s) {
            table()->setCurrentIndex(table()->model()->index(row, 0));
            break;
        }
    }
    table()->setFocus();
    press(Qt::Key_E, Qt::ControlModifier);
    QVERIFY(waitForWindow("CloseTaskDialog"));
    type(u"91 Done"_s);
    press(Qt::Key_Return, Qt::ControlModifier);
    QTRY_COMPARE_WITH_TIMEOUT(m_proxy->count(u"close-task"_s), 1, 10000);
    QVERIFY(toWindow());
}

void ManyTasksTest::allIsClosedByThreeKeys()
{
    QVERIFY(openCompany());
    closeOne();
    table()->setFocus();
    press(Qt::Key_A, Qt::ControlModifier);
    press(Qt::Key_E, Qt::ControlModifier);
    auto *close = qobject_cast<ui::ManyDialog *>(waitForWindow("CloseManyDialog"));
    QVERIFY(close);
    press(Qt::Key_Return, Qt::ControlModifier);
    QTRY_VERIFY(close->isSaid());
    const int said = close->model().tally().all();
    QVERIFY(said > 10);
    QCOMPARE(said + close->model().leftOut(), table()->model()->rowCount());
    // What had been closed by others before is refused, and says so; all the rest is done.
    QTRY_COMPARE_WITH_TIMEOUT(close->model().tally().sent + close->model().tally().refused, said, 30000);
    const int sent = close->model().tally().sent;
    QVERIFY(sent > 5);
    int closed = 0;
    for (int row = 0; row < table()->model()->rowCount(); ++row) {
        const QJsonObject task = truth(u"/sandbox/task?id="_s + idOf(row)).toObject();
        closed += task.value(u"closed_result"_s).toString() == u"91"_s;
    }
    QCOMPARE(closed, sent + 1);
    const int refused = close->model().tally().refused;
    for (int row = 0; row < close->model().rowCount(); ++row) {
        const QString outcome = close->model().index(row, ManyTasksModel::Outcome).data().toString();
        QVERIFY2(
            outcome == u"done"_s || outcome.startsWith(u"refused: "_s) || outcome.startsWith(u"left out: "_s),
            qPrintable(outcome));
    }
    press(Qt::Key_Escape);
    QVERIFY(toWindow());
    QVERIFY(table()->hasFocus());
    // All are still marked, and are commented on by the same way.
    press(Qt::Key_M, Qt::ControlModifier | Qt::ShiftModifier);
    auto *comment = qobject_cast<ui::ManyDialog *>(waitForWindow("CommentManyDialog"));
    QVERIFY(comment);
    type(u"Позвоните"_s);
    press(Qt::Key_Return, Qt::ControlModifier);
    // A comment waits behind what was refused of its task.
    const int free = table()->model()->rowCount() - refused;
    QTRY_COMPARE_WITH_TIMEOUT(comment->model().tally().sent, free, 30000);
    QCOMPARE(comment->model().tally().waiting, refused);
    QCOMPARE(m_proxy->count(u"create-comment"_s), free);
    press(Qt::Key_Escape);
    QVERIFY(toWindow());
}

QTEST_MAIN(ManyTasksTest)
#include "ManyTasksTest.moc"
