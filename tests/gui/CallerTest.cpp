#include "ProgramFixture.h"
#include "caller/CallerDesk.h"
#include "tasks/TasksScreen.h"

#include <QClipboard>
#include <QComboBox>
#include <QGuiApplication>
#include <QJsonArray>
#include <QJsonObject>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QProcess>
#include <QRegularExpression>
#include <QTest>

using namespace naryad;
using namespace Qt::StringLiterals;

/// Who is calling, in the real window: by as few keys as promised, with the line down, and asked by another
/// start of the program.
class CallerTest : public test::ProgramFixture
{
    Q_OBJECT
private Q_SLOTS:
    void init()
    {
        m_keys = 0;
        startService();
    }
    void cleanup() { quitProgram(); }
    void aPastedNumberTakesTwoKeys();
    void fourDigitsTakeFiveKeys();
    void withTheLineDown();
    void aNewTaskKeepsTheCardAndIsOnIt();
    void aCommentOnTheOpenTask();
    void anotherStartHandsItsNumberOn();
    void anotherStartHandsItsTextOn();
    void theFirstStartBringsItsNumber();

private:
    void hit(Qt::Key key, Qt::KeyboardModifiers modifiers = Qt::NoModifier)
    {
        ++m_keys;
        press(key, modifiers);
    }
    void hit(const QString &letters)
    {
        m_keys += static_cast<int>(letters.size());
        type(letters);
    }
    QString card() const
    {
        return window().caller()->findChild<QPlainTextEdit *>(u"callerCard"_s)->toPlainText();
    }
    QString phone() const
    {
        const QJsonArray phones
            = truth(u"/api/v5/get-contractor?id=97611"_s).toObject().value(u"phone"_s).toArray();
        return phones.first().toObject().value(u"name"_s).toString();
    }
    QString lastFour() const
    {
        QString digits = phone();
        digits.remove(QRegularExpression(u"[^0-9]"_s));
        return digits.right(4);
    }
    /// The real program, on the same data folder: it hands on what it was asked and ends.
    void startAgain(const QStringList &arguments) const
    {
        QProcess other;
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        environment.insert(u"QT_QPA_PLATFORM"_s, u"offscreen"_s);
        other.setProcessEnvironment(environment);
        other.start(
            QStringLiteral(NARYAD_PROGRAM), QStringList{u"--data-dir"_s, m_folder->path()} + arguments);
        QTRY_COMPARE_WITH_TIMEOUT(other.state(), QProcess::NotRunning, 20000);
        QCOMPARE(other.exitCode(), 0);
    }

    int m_keys = 0;
};

void CallerTest::aPastedNumberTakesTwoKeys()
{
    QVERIFY(openCompany());
    QGuiApplication::clipboard()->setText(phone());
    hit(Qt::Key_L, Qt::ControlModifier);
    hit(Qt::Key_V, Qt::ControlModifier);
    QTRY_VERIFY(card().contains(u"Ромашка"));
    QCOMPARE(m_keys, 2);
    hit(Qt::Key_Return);
    QTRY_VERIFY(window().tasks()->isVisible());
    QCOMPARE(window().tasks()->model().query().filter.contractorId, u"97611"_s);
}

void CallerTest::fourDigitsTakeFiveKeys()
{
    QVERIFY(openCompany());
    hit(Qt::Key_L, Qt::ControlModifier);
    hit(lastFour());
    QTRY_VERIFY(card().contains(u"Ромашка"));
    QCOMPARE(m_keys, 5);
}

void CallerTest::withTheLineDown()
{
    QVERIFY(openCompany());
    const QString digits = lastFour();
    m_proxy.reset();
    press(Qt::Key_L, Qt::ControlModifier);
    type(digits);
    QTRY_VERIFY(card().contains(u"Ромашка"));
}

void CallerTest::aNewTaskKeepsTheCardAndIsOnIt()
{
    QVERIFY(openCompany());
    press(Qt::Key_L, Qt::ControlModifier);
    type(lastFour());
    press(Qt::Key_N, Qt::ControlModifier);
    QWidget *editor = waitForWindow("TaskEditor");
    QVERIFY(editor);
    QTRY_COMPARE(control<QComboBox>(editor, "contractor")->currentText(), u"ООО «Ромашка»"_s);
    QTRY_VERIFY(!control<QLineEdit>(editor, "address")->text().isEmpty());
    auto *taskTemplate = control<QComboBox>(editor, "template");
    taskTemplate->setFocus();
    type(u"рем"_s);
    press(Qt::Key_Tab);
    QTRY_COMPARE(taskTemplate->currentText(), u"Ремонт"_s);
    press(Qt::Key_S, Qt::ControlModifier);
    QTRY_COMPARE_WITH_TIMEOUT(made(), 1, 10000);
    QVERIFY(window().caller()->isVisible());
    auto *tasks = window().caller()->findChild<QAbstractItemView *>(u"callerTasks"_s);
    QTRY_VERIFY(tasks->model()->rowCount() > 0);
    QVERIFY(tasks->model()->index(0, 0).data().toString().contains(u"Ремонт"));
}

void CallerTest::aCommentOnTheOpenTask()
{
    aNewTaskKeepsTheCardAndIsOnIt();
    QVERIFY(toWindow());
    press(Qt::Key_M, Qt::ControlModifier | Qt::ShiftModifier);
    QWidget *comment = waitForWindow("CommentDialog");
    QVERIFY(comment);
    type(u"Allo"_s);
    press(Qt::Key_Return, Qt::ControlModifier);
    QTRY_VERIFY_WITH_TIMEOUT(card().contains(u"Allo"), 10000);
}

void CallerTest::anotherStartHandsItsNumberOn()
{
    QVERIFY(openCompany());
    startAgain({u"--call"_s, phone()});
    QTRY_VERIFY(card().contains(u"Ромашка"));
    QVERIFY(window().caller()->isVisible());
    window().showTasks();
    window().caller()->field()->clear();
    startAgain({u"naryad:call/"_s + lastFour()});
    QTRY_VERIFY(card().contains(u"Ромашка"));
    QCOMPARE(window().caller()->field()->text(), lastFour());
}

void CallerTest::anotherStartHandsItsTextOn()
{
    QVERIFY(openCompany());
    startAgain({u"--find"_s, u"ромашка"_s});
    auto *palette = window().findChild<QLineEdit *>(u"palette"_s);
    QTRY_COMPARE(palette->text(), u"ромашка"_s);
    startAgain({u"--new-task"_s});
    QVERIFY(waitForWindow("TaskEditor"));
}

void CallerTest::theFirstStartBringsItsNumber()
{
    QVERIFY(openCompany());
    const QString digits = lastFour();
    quitProgram();
    app::CommandLine line;
    line.dataDir = m_folder->path();
    line.order = {app::WindowOrder::Kind::Call, digits};
    m_program = std::make_unique<app::WindowProgram>(line, std::make_unique<secrets::MemoryKeyStore>());
    m_program->start();
    QTRY_VERIFY(m_program->session());
    QTRY_VERIFY(card().contains(u"Ромашка"));
}

QTEST_MAIN(CallerTest)
#include "CallerTest.moc"
