#include "ProgramFixture.h"
#include "models/OutboxModel.h"
#include "outbox/OutboxScreen.h"

#include <QClipboard>
#include <QComboBox>
#include <QGuiApplication>
#include <QJsonArray>
#include <QJsonObject>
#include <QLineEdit>
#include <QRegularExpression>
#include <QSettings>
#include <QTest>

using namespace naryad;
using namespace Qt::StringLiterals;

/// The everyday jobs, by as few keys as promised: each key is counted as it is pressed.
class KeystrokesTest : public test::ProgramFixture
{
    Q_OBJECT
private Q_SLOTS:
    void init()
    {
        m_keys = 0;
        startService();
    }
    void cleanup() { quitProgram(); }
    void aTaskForAKnownCaller();
    void theLastFourDigitsFindTheCaller();
    void aCallerNobodyKnows();
    void aMistakenSendIsTakenBack();

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
    QJsonObject newest() const
    {
        const QJsonArray ids = truth(u"/sandbox/new-tasks"_s).toArray();
        return ids.isEmpty() ? QJsonObject()
                             : truth(u"/sandbox/task?id="_s + ids.last().toString()).toObject();
    }
    /// The first phone of the contractor the tests call from.
    QString phone() const
    {
        const QJsonArray phones
            = truth(u"/api/v5/get-contractor?id=97611"_s).toObject().value(u"phone"_s).toArray();
        return phones.first().toObject().value(u"name"_s).toString();
    }
    void oneTaskBefore();

    int m_keys = 0;
};

/// What is known of the caller: the template and the worker he had last.
void KeystrokesTest::oneTaskBefore()
{
    press(Qt::Key_N, Qt::ControlModifier);
    QWidget *editor = waitForWindow("TaskEditor");
    QVERIFY(editor);
    type(u"ромаш"_s);
    press(Qt::Key_Return);
    QTRY_COMPARE(control<QComboBox>(editor, "contractor")->currentText(), u"ООО «Ромашка»"_s);
    press(Qt::Key_Tab);
    type(u"рем"_s);
    press(Qt::Key_Tab);
    QTRY_COMPARE(control<QComboBox>(editor, "template")->currentText(), u"Ремонт"_s);
    type(u"завтра 9"_s);
    press(Qt::Key_Tab);
    type(u"кузн"_s);
    press(Qt::Key_Return);
    press(Qt::Key_Return, Qt::ControlModifier);
    QTRY_COMPARE_WITH_TIMEOUT(made(), 1, 10000);
    QVERIFY(toWindow());
}

void KeystrokesTest::aTaskForAKnownCaller()
{
    QVERIFY(openCompany());
    oneTaskBefore();
    QGuiApplication::clipboard()->setText(phone());
    hit(Qt::Key_L, Qt::ControlModifier);
    hit(Qt::Key_V, Qt::ControlModifier);
    hit(Qt::Key_N, Qt::ControlModifier);
    QWidget *editor = waitForWindow("TaskEditor");
    QVERIFY(editor);
    QTRY_COMPARE(control<QComboBox>(editor, "contractor")->currentText(), u"ООО «Ромашка»"_s);
    QTRY_COMPARE(control<QComboBox>(editor, "template")->currentText(), u"Ремонт"_s);
    QTRY_VERIFY(!control<QLineEdit>(editor, "address")->text().isEmpty());
    QTRY_VERIFY(control<QLineEdit>(editor, "plannedStart")->hasFocus());
    hit(u"15"_s);
    hit(Qt::Key_Tab);
    hit(u"пё"_s);
    hit(Qt::Key_Return);
    hit(Qt::Key_Return, Qt::ControlModifier);
    QTRY_COMPARE_WITH_TIMEOUT(made(), 2, 10000);
    QVERIFY2(m_keys <= 10, qPrintable(QString::number(m_keys)));
    const QJsonObject task = newest();
    QCOMPARE(task.value(u"contractor"_s).toObject().value(u"id"_s).toVariant().toString(), u"97611"_s);
    QCOMPARE(task.value(u"template"_s).toObject().value(u"id"_s).toVariant().toString(), u"829"_s);
    QVERIFY(!task.value(u"employee"_s).toObject().isEmpty());
    QVERIFY(!task.value(u"draft"_s).toBool(true));
}

void KeystrokesTest::theLastFourDigitsFindTheCaller()
{
    QVERIFY(openCompany());
    oneTaskBefore();
    QString digits = phone();
    digits.remove(QRegularExpression(u"[^0-9]"_s));
    hit(Qt::Key_L, Qt::ControlModifier);
    hit(digits.right(4));
    hit(Qt::Key_N, Qt::ControlModifier);
    QWidget *editor = waitForWindow("TaskEditor");
    QVERIFY(editor);
    QTRY_COMPARE(control<QComboBox>(editor, "contractor")->currentText(), u"ООО «Ромашка»"_s);
    QTRY_COMPARE(control<QComboBox>(editor, "template")->currentText(), u"Ремонт"_s);
    QTRY_VERIFY(control<QLineEdit>(editor, "plannedStart")->hasFocus());
    hit(u"15"_s);
    hit(Qt::Key_Tab);
    hit(u"пё"_s);
    hit(Qt::Key_Return);
    hit(Qt::Key_Return, Qt::ControlModifier);
    QTRY_COMPARE_WITH_TIMEOUT(made(), 2, 10000);
    QVERIFY2(m_keys <= 13, qPrintable(QString::number(m_keys)));
}

void KeystrokesTest::aCallerNobodyKnows()
{
    QVERIFY(openCompany());
    QGuiApplication::clipboard()->setText(u"8 (999) 111-22-33"_s);
    press(Qt::Key_L, Qt::ControlModifier);
    press(Qt::Key_V, Qt::ControlModifier);
    press(Qt::Key_N, Qt::ControlModifier);
    QWidget *editor = waitForWindow("TaskEditor");
    QVERIFY(editor);
    QTRY_COMPARE(control<QLineEdit>(editor, "newContractorPhone")->text(), u"8 (999) 111-22-33"_s);
    QTRY_VERIFY(control<QLineEdit>(editor, "newContractorName")->hasFocus());
}

void KeystrokesTest::aMistakenSendIsTakenBack()
{
    QSettings(m_folder->filePath(u"naryad.ini"_s), QSettings::IniFormat).setValue(u"texts/hold"_s, 120);
    QVERIFY(openCompany());
    press(Qt::Key_N, Qt::ControlModifier);
    QWidget *editor = waitForWindow("TaskEditor");
    QVERIFY(editor);
    type(u"ромаш"_s);
    press(Qt::Key_Return);
    QTRY_COMPARE(control<QComboBox>(editor, "contractor")->currentText(), u"ООО «Ромашка»"_s);
    press(Qt::Key_Tab);
    type(u"рем"_s);
    press(Qt::Key_Tab);
    type(u"завтра 9"_s);
    press(Qt::Key_Tab);
    type(u"кузн"_s);
    press(Qt::Key_Return);
    press(Qt::Key_Return, Qt::ControlModifier);
    QVERIFY(toWindow());
    QTRY_COMPARE(window().outbox()->model()->rowCount(), 1);
    hit(Qt::Key_Z, Qt::ControlModifier);
    QCOMPARE(m_keys, 1);
    // What was typed is open again, and nothing of it was sent.
    editor = waitForWindow("TaskEditor");
    QVERIFY(editor);
    QTRY_COMPARE(control<QComboBox>(editor, "contractor")->currentText(), u"ООО «Ромашка»"_s);
    QTRY_COMPARE(control<QComboBox>(editor, "worker")->currentText(), u"Сергей Кузнецов"_s);
    QCOMPARE(m_proxy->count(u"create-task"_s), 0);
    QCOMPARE(made(), 0);
}

QTEST_MAIN(KeystrokesTest)
#include "KeystrokesTest.moc"
