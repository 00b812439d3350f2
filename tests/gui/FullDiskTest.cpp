#include "Controls.h"
#include "FaultVfs.h"
#include "ProgramFixture.h"

#include <QAbstractButton>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPointer>
#include <QTest>

using namespace naryad;
using namespace Qt::StringLiterals;
using test::FaultVfs;
using test::named;

/// The disk is full while something is said in the real window: what was typed stays in it, the message says
/// that it is not saved, and the same keys say it once there is room.
class FullDiskTest : public test::ProgramFixture
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void cleanup();
    void aComment();
    void aTask();

private:
    void fillDisk() { m_disk->failAt(1, FaultVfs::Kind::Full, false, u"journal.db"_s); }
    static bool saysNotSaved(const QWidget *form)
    {
        const auto *message = form->findChild<QLabel *>(u"message"_s);
        return message && message->isVisible() && message->text().contains(u"not saved"_s);
    }

    std::unique_ptr<FaultVfs> m_disk;
};

void FullDiskTest::init()
{
    m_disk = std::make_unique<FaultVfs>();
    startService(20);
    QVERIFY(openCompany());
}

void FullDiskTest::cleanup()
{
    m_disk->heal();
    quitProgram();
    m_disk.reset();
}

void FullDiskTest::aComment()
{
    QTRY_VERIFY(cell(0, 5) != u"…"_s);
    table()->selectRow(0);
    QTRY_VERIFY(named<QAbstractButton>(&window(), u"Comment"_s)->isEnabled());
    press(Qt::Key_M, Qt::ControlModifier | Qt::ShiftModifier);
    const QPointer<QWidget> dialog = waitForWindow("CommentDialog");
    QVERIFY(dialog);
    fillDisk();
    type(u"a call"_s);
    QTRY_VERIFY(saysNotSaved(dialog)); // as a draft
    press(Qt::Key_Return, Qt::ControlModifier);
    const auto *text = named<QPlainTextEdit>(dialog, u"Comment text"_s);
    QTRY_VERIFY(text->isEnabled() && saysNotSaved(dialog));
    QCOMPARE(text->toPlainText(), u"a call"_s);
    QVERIFY(dialog->isVisible());
    QCOMPARE(m_proxy->count(u"create-comment"_s), 0);

    m_disk->heal();
    press(Qt::Key_Return, Qt::ControlModifier);
    QTRY_VERIFY(!dialog);
    QTRY_COMPARE(m_proxy->count(u"create-comment"_s), 1);
}

void FullDiskTest::aTask()
{
    press(Qt::Key_N, Qt::ControlModifier);
    const QPointer<QWidget> editor = waitForWindow("TaskEditor");
    QVERIFY(editor);
    fillDisk();
    auto *address = control<QLineEdit>(editor, "address");
    address->setFocus();
    type(u"Main st. 5"_s);
    QTRY_VERIFY(saysNotSaved(editor));
    m_disk->heal();
    control<QWidget>(editor, "template")->setFocus();
    type(u"ремонт"_s);
    press(Qt::Key_Tab);
    fillDisk();
    press(Qt::Key_S, Qt::ControlModifier);
    QTRY_VERIFY(editor && address->isEnabled() && saysNotSaved(editor));
    QCOMPARE(address->text(), u"Main st. 5"_s);
    QCOMPARE(made(), 0);

    m_disk->heal();
    press(Qt::Key_S, Qt::ControlModifier);
    QTRY_VERIFY(!editor);
    QTRY_COMPARE(made(), 1);
}

QTEST_MAIN(FullDiskTest)
#include "FullDiskTest.moc"
