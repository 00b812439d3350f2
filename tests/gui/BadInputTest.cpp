#include "ProgramFixture.h"

#include "Controls.h"
#include "shell/NoticeBar.h"

#include <QAbstractButton>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPointer>
#include <QTest>

#include <functional>

using namespace naryad;
using test::named;

namespace {

QString u(const char16_t *text)
{
    return QString::fromUtf16(text);
}

} // namespace

/// What can't be used is told next to where it was typed; what was typed stays, and nothing is sent.
class BadInputTest : public test::ProgramFixture
{
    Q_OBJECT
private Q_SLOTS:
    void init() { startService(20); }
    void cleanup() { quitProgram(); }
    void theEditorTellsWhatIsWrong_data();
    void theEditorTellsWhatIsWrong();
    void whatWasTypedOutlivesEsc();
    void whatWasTypedOutlivesTheProgram();
    void closingAsksForAResult();
    void anEmptyCommentIsNotSent();

private:
    void openIfClosed();
    QWidget *newTask();
    static QString message(QWidget *in)
    {
        const auto *label = control<QLabel>(in, "message");
        return label && label->isVisible() ? label->text() : QString();
    }
};

/// The first time by connecting, then as a later start.
void BadInputTest::openIfClosed()
{
    if (!m_program && QFile::exists(m_folder->filePath(QStringLiteral("accounts.ini"))))
        startProgram();
    else if (!m_program)
        QVERIFY(openCompany());
}

QWidget *BadInputTest::newTask()
{
    openIfClosed();
    if (!toWindow())
        return nullptr;
    press(Qt::Key_N, Qt::ControlModifier);
    return waitForWindow("TaskEditor");
}

void BadInputTest::theEditorTellsWhatIsWrong_data()
{
    QTest::addColumn<QString>("field");
    QTest::addColumn<QString>("typed");
    QTest::addColumn<bool>("withTemplate");
    QTest::addColumn<bool>("send");
    QTest::addColumn<QString>("words");
    QTest::newRow("no template") << "address"
                                 << "x" << false << false << "Choose a template";
    QTest::newRow("no worker to send to") << "address"
                                          << "x" << true << true << "Choose a worker";
    QTest::newRow("no such contractor") << "contractor"
                                        << "qqqq" << true << false << "there is no “qqqq”";
    QTest::newRow("no time") << "plannedStart"
                             << "half past" << true << false << "this is not a time";
    QTest::newRow("latitude alone") << "latitude"
                                    << "55.7" << true << false << "go together";
    QTest::newRow("end before start") << "plannedEnd"
                                      << "01.01.2020 10:00" << true << false << "before the planned start";
    QTest::newRow("a number field") << "field-2302"
                                    << "much" << true << false << "needs a number";
}

void BadInputTest::theEditorTellsWhatIsWrong()
{
    QFETCH(QString, field);
    QFETCH(QString, typed);
    QFETCH(bool, withTemplate);
    QFETCH(bool, send);
    QFETCH(QString, words);
    QWidget *editor = newTask();
    QVERIFY(editor);
    if (withTemplate) {
        auto *form = control<QComboBox>(editor, "template");
        form->setFocus();
        type(u(u"ремонт"));
        press(Qt::Key_Tab);
        QTRY_COMPARE(form->currentText(), u(u"Ремонт"));
        QTRY_VERIFY(editor->findChild<QLineEdit *>(QStringLiteral("field-2302")));
        auto *start = control<QLineEdit>(editor, "plannedStart");
        start->setFocus();
        type(QStringLiteral("02.12.2026 10:00"));
    }
    auto *target = editor->findChild<QWidget *>(field);
    QVERIFY(target);
    target->setFocus();
    if (auto *edit = qobject_cast<QLineEdit *>(target))
        edit->selectAll();
    type(typed);
    press(send ? Qt::Key_Return : Qt::Key_S, Qt::ControlModifier);
    QTRY_VERIFY2(message(editor).contains(words), qPrintable(message(editor)));
    QVERIFY(editor->isVisible());
    const auto *box = qobject_cast<QComboBox *>(target);
    const QString left = box ? box->currentText() : qobject_cast<QLineEdit *>(target)->text();
    QCOMPARE(left, typed);
    QCOMPARE(made(), 0);
    // The next case begins with an empty one.
    QTest::mouseClick(named<QAbstractButton>(editor, QStringLiteral("Start over")), Qt::LeftButton);
    quitProgram();
}

void BadInputTest::whatWasTypedOutlivesEsc()
{
    QPointer<QWidget> editor = newTask();
    QVERIFY(editor);
    control<QLineEdit>(editor, "address")->setFocus();
    type(QStringLiteral("Main st. 5"));
    press(Qt::Key_Escape);
    QTRY_VERIFY(!editor || !editor->isVisible());
    editor = newTask();
    QVERIFY(editor);
    const auto *address = control<QLineEdit>(editor, "address");
    QVERIFY(address);
    QCOMPARE(address->text(), QStringLiteral("Main st. 5"));
    editor->close();
}

void BadInputTest::whatWasTypedOutlivesTheProgram()
{
    QWidget *editor = newTask();
    QVERIFY(editor);
    auto *address = control<QLineEdit>(editor, "address");
    address->setFocus();
    address->selectAll();
    type(QStringLiteral("Main st. 57"));
    quitProgram(); // with the editor open and the last key just typed
    startProgram();
    auto *notices = window().findChild<ui::NoticeBar *>();
    QTRY_VERIFY(notices->texts().join(QLatin1Char(' ')).contains(QStringLiteral("a new task")));
    QVERIFY(toWindow());
    QTest::mouseClick(named<QAbstractButton>(notices, QStringLiteral("Open")), Qt::LeftButton);
    editor = waitForWindow("TaskEditor");
    QVERIFY(editor);
    QCOMPARE(control<QLineEdit>(editor, "address")->text(), QStringLiteral("Main st. 57"));
    QVERIFY(editor->windowTitle().contains(QStringLiteral("saved on this computer")));
    QVERIFY(notices->texts().isEmpty());
    // Said, it is not there any more, nor in a later run.
    control<QComboBox>(editor, "template")->setFocus();
    type(u(u"ремонт"));
    press(Qt::Key_Tab);
    QTRY_COMPARE(control<QComboBox>(editor, "template")->currentText(), u(u"Ремонт"));
    const QPointer<QWidget> gone(editor);
    press(Qt::Key_S, Qt::ControlModifier);
    QTRY_VERIFY(!gone);
    quitProgram();
    startProgram();
    editor = newTask();
    QVERIFY(editor);
    QCOMPARE(control<QLineEdit>(editor, "address")->text(), QString());
    QVERIFY(window().findChild<ui::NoticeBar *>()->texts().isEmpty());
    editor->close();
}

void BadInputTest::closingAsksForAResult()
{
    openIfClosed();
    int sent = -1;
    QTRY_VERIFY(cell(0, 5) != u(u"…"));
    for (int row = 0; row < table()->model()->rowCount() && sent < 0; ++row) {
        if (cell(row, 5) == QLatin1String("sent"))
            sent = row;
    }
    QVERIFY(sent >= 0);
    QVERIFY(toWindow());
    table()->selectRow(sent);
    press(Qt::Key_E, Qt::ControlModifier);
    QWidget *dialog = waitForWindow("CloseTaskDialog");
    QVERIFY(dialog);
    press(Qt::Key_Return, Qt::ControlModifier);
    QTRY_VERIFY2(
        message(dialog).contains(QStringLiteral("number of the result")), qPrintable(message(dialog)));
    type(QStringLiteral("done"));
    press(Qt::Key_Return, Qt::ControlModifier);
    QTRY_VERIFY(message(dialog).contains(QStringLiteral("number of the result")));
    QVERIFY(dialog->isVisible());
    dialog->close();
}

void BadInputTest::anEmptyCommentIsNotSent()
{
    openIfClosed();
    QVERIFY(toWindow());
    QTRY_VERIFY(cell(0, 5) != u(u"…"));
    table()->selectRow(0);
    QTRY_VERIFY(named<QAbstractButton>(&window(), QStringLiteral("Comment"))->isEnabled());
    press(Qt::Key_M, Qt::ControlModifier | Qt::ShiftModifier);
    QWidget *dialog = waitForWindow("CommentDialog");
    QVERIFY(dialog);
    type(QStringLiteral("   "));
    press(Qt::Key_Return, Qt::ControlModifier);
    QTRY_VERIFY(message(dialog).contains(QStringLiteral("Write the comment first")));
    QVERIFY(dialog->isVisible());
    dialog->close();
}

QTEST_MAIN(BadInputTest)
#include "BadInputTest.moc"
