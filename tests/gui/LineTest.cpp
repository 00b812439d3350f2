#include "ProgramFixture.h"

#include "Controls.h"

#include <QAbstractButton>
#include <QComboBox>
#include <QJsonObject>
#include <QPointer>
#include <QTest>

using namespace naryad;
using test::Fault;
using test::named;

namespace {

QString u(const char16_t *text)
{
    return QString::fromUtf16(text);
}

} // namespace

/// The window when the line is bad: after a restart without one, and when an answer is lost.
class LineTest : public test::ProgramFixture
{
    Q_OBJECT
private Q_SLOTS:
    void init() { startService(); }
    void cleanup() { quitProgram(); }
    void afterARestartTheListIsThereBeforeAnyRequest();
    void whatWasSaidOfflineGoesOnceTheLineIsBack();
    void aLostAnswerIsSaidAndNotRepeated();

private:
    void newDraft();
};

void LineTest::newDraft()
{
    QVERIFY(toWindow());
    press(Qt::Key_N, Qt::ControlModifier);
    const QPointer<QWidget> editor = waitForWindow("TaskEditor");
    QVERIFY(editor);
    auto *form = control<QComboBox>(editor, "template");
    form->setFocus();
    type(u(u"монтаж"));
    press(Qt::Key_Tab);
    QTRY_COMPARE(form->currentText(), u(u"Монтаж"));
    press(Qt::Key_S, Qt::ControlModifier);
    QTRY_VERIFY(!editor);
}

void LineTest::afterARestartTheListIsThereBeforeAnyRequest()
{
    QVERIFY(openCompany());
    const int rows = table()->model()->rowCount();
    QCOMPARE(rows, 60);
    quitProgram();
    m_proxy->setLineDown(true);
    const int before = m_proxy->count();
    startProgram();
    QVERIFY(m_program->session());
    QTRY_COMPARE(table()->model()->rowCount(), rows);
    QTRY_VERIFY(!cell(0, 2).isEmpty() && cell(0, 2) != u(u"…"));
    QTRY_VERIFY_WITH_TIMEOUT(status().startsWith(QStringLiteral("Offline")), 15000);
    QCOMPARE(m_proxy->count(), before);
    QVERIFY(!m_program->connectWindow());
}

void LineTest::whatWasSaidOfflineGoesOnceTheLineIsBack()
{
    QVERIFY(openCompany());
    m_proxy->setLineDown(true);
    newDraft();
    // It is shown at once, as waiting.
    QTRY_COMPARE(table()->model()->rowCount(), 61);
    QTRY_VERIFY(status().contains(QStringLiteral("1 waiting")));
    quitProgram();
    startProgram();
    QTRY_VERIFY(status().contains(QStringLiteral("1 waiting")));
    QTRY_COMPARE(table()->model()->rowCount(), 61);
    m_proxy->setLineDown(false);
    QVERIFY(toWindow());
    press(Qt::Key_F5);
    QTRY_COMPARE_WITH_TIMEOUT(made(), 1, 20000);
    QTRY_VERIFY_WITH_TIMEOUT(status().startsWith(QStringLiteral("Online")), 15000);
    QCOMPARE(truth(QStringLiteral("/sandbox/requests")).toObject().value(QStringLiteral("create-task")), 1);
}

void LineTest::aLostAnswerIsSaidAndNotRepeated()
{
    QVERIFY(openCompany());
    m_proxy->spoil(QStringLiteral("create-task"), Fault::FinAfter, -1);
    newDraft();
    QTRY_VERIFY_WITH_TIMEOUT(status().contains(QStringLiteral("1 unsure")), 15000);
    QVERIFY(toWindow());
    press(Qt::Key_F5);
    QTRY_VERIFY_WITH_TIMEOUT(status().startsWith(QStringLiteral("Online")), 15000);
    QVERIFY(status().contains(QStringLiteral("1 unsure")));
    QCOMPARE(made(), 1);
    QCOMPARE(m_proxy->count(QStringLiteral("create-task")), 1);

    press(Qt::Key_6, Qt::ControlModifier);
    auto *outbox = named<QTableView>(&window(), QStringLiteral("Outbox"));
    QTRY_VERIFY(outbox && outbox->model()->rowCount() == 1);
    QTRY_VERIFY(outbox->model()->index(0, 2).data().toString().startsWith(QStringLiteral("unsure")));
    QVERIFY(outbox->model()->index(0, 3).data().toString().contains(
        QStringLiteral("not known whether the service has done it")));
    const QRect row = outbox->visualRect(outbox->model()->index(0, 0));
    QTest::mouseClick(outbox->viewport(), Qt::LeftButton, Qt::NoModifier, row.center());
    // A button is there only while it can be used.
    const auto button = [this](const char *name) {
        auto *found = named<QAbstractButton>(&window(), QString::fromLatin1(name));
        return found && found->isEnabled() ? found : nullptr;
    };
    QTRY_VERIFY(button("Look for it"));
    QTest::mouseClick(button("Look for it"), Qt::LeftButton);
    // What was found has the keyboard; none is chosen until the user does.
    auto *found = window().findChild<QTableView *>(QStringLiteral("foundTasks"));
    QTRY_VERIFY_WITH_TIMEOUT(found && found->hasFocus() && found->model()->rowCount() == 1, 15000);
    QVERIFY(!button("It is there"));
    press(Qt::Key_Down);
    QTRY_VERIFY(button("It is there"));
    QTest::mouseClick(button("It is there"), Qt::LeftButton);
    QTRY_VERIFY_WITH_TIMEOUT(!status().contains(QStringLiteral("unsure")), 15000);
    QCOMPARE(made(), 1);
    QCOMPARE(m_proxy->count(QStringLiteral("create-task")), 1);
}

QTEST_MAIN(LineTest)
#include "LineTest.moc"
