#include "DeskFixture.h"
#include "tasks/TaskDetailsPanel.h"

#include <QTest>

using namespace naryad;
using namespace Qt::StringLiterals;
using ui::TaskDetailsPanel;

/// What the panel makes of texts of any size and shape.
class TaskDetailsTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void longTextsAreCutAndSaySo_data();
    void longTextsAreCutAndSaySo();

private:
    static qsizetype longestRun(const QString &text);
    const AccountZone m_zone{"Europe/Moscow"};
};

qsizetype TaskDetailsTest::longestRun(const QString &text)
{
    qsizetype run = 0;
    qsizetype longest = 0;
    for (const QChar one : text) {
        run = one.isSpace() ? 0 : run + 1;
        longest = std::max(longest, run);
    }
    return longest;
}

void TaskDetailsTest::longTextsAreCutAndSaySo_data()
{
    QTest::addColumn<QString>("unit");
    QTest::newRow("unbroken") << u"QUJD"_s;
    QTest::newRow("words") << u"слово "_s;
    QTest::newRow("surrogates") << u"😀"_s;
    QTest::newRow("marks") << QString(QChar(0x0301));
}

void TaskDetailsTest::longTextsAreCutAndSaySo()
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
    const QString text = TaskDetailsPanel::textOf(card, m_zone, true);
    QVERIFY2(text.size() < 2 * 66 * 1024 + 4000, qPrintable(QString::number(text.size())));
    QCOMPARE(text.count(u"more characters are not shown"_s), 2);
    QVERIFY(longestRun(text) <= 401);
    // No character is cut in two.
    QCOMPARE(QString::fromUtf8(text.toUtf8()), text);
}

QTEST_MAIN(TaskDetailsTest)
#include "TaskDetailsTest.moc"
