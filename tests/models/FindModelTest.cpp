#include "models/FindModel.h"
#include "ModelFixture.h"
#include "models/TaskCounts.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

using namespace naryad;
using namespace naryad::test;
using models::FindModel;
using models::TaskCounts;

/// What `Find or do` lists, and the chips' counts: the models' own part, whatever the store finds.
class FindModelTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void nothingTypedShowsTheCommands();
    void commandsByTheBeginningsOfTheirWords_data();
    void commandsByTheBeginningsOfTheirWords();
    void aPrefixLeavesTheCommandsOut_data();
    void aPrefixLeavesTheCommandsOut();
    void theLastTypedIsAnswered();
    void otherCommandsDropTheRows();
    void countsAreAskedOnceASecond();
    void otherFiltersForgetTheCounts();

private:
    QStringList shown() const;
    bool type(const QString &typed);

    std::unique_ptr<ModelFixture> m_store;
    std::unique_ptr<FindModel> m_model;
};

void FindModelTest::init()
{
    m_model.reset();
    m_store = std::make_unique<ModelFixture>();
    m_model = std::make_unique<FindModel>(m_store->reader);
    new QAbstractItemModelTester(
        m_model.get(), QAbstractItemModelTester::FailureReportingMode::Fatal, m_model.get());
    m_model->setCommands({
        {QStringLiteral("Task: New task"), QStringLiteral("Ctrl+N")},
        {QStringLiteral("Task: Close task"), QStringLiteral("Ctrl+E")},
        {text(u"Вид: Обновить"), {}},
    });
}

QStringList FindModelTest::shown() const
{
    QStringList rows;
    for (int row = 0; row < m_model->rowCount(); ++row)
        rows.append(m_model->index(row).data().toString());
    return rows;
}

bool FindModelTest::type(const QString &typed)
{
    m_model->setTyped(typed);
    return QTest::qWaitFor([this] { return m_model->isReady(); });
}

void FindModelTest::nothingTypedShowsTheCommands()
{
    QSignalSpy ready(m_model.get(), &FindModel::ready);
    m_model->setTyped({});
    // At once: nothing is read for it.
    QCOMPARE(ready.size(), 1);
    QCOMPARE(m_model->rowCount(), 3);
    QCOMPARE(m_model->at(1).command, 1);
    QCOMPARE(m_model->index(0).data(FindModel::GroupRole).toString(), QStringLiteral("Commands"));
    QCOMPARE(m_model->index(1).data(FindModel::GroupRole).toString(), QString());
    QCOMPARE(m_model->index(1).data(FindModel::LineRole).toString(), QStringLiteral("Ctrl+E"));
    QCOMPARE(
        m_model->index(1).data(Qt::AccessibleTextRole).toString(),
        QStringLiteral("Commands: Task: Close task, Ctrl+E"));
    QCOMPARE(m_model->at(17).command, -1);
    QVERIFY(!m_model->index(17).data().isValid());
}

void FindModelTest::commandsByTheBeginningsOfTheirWords_data()
{
    QTest::addColumn<QString>("typed");
    QTest::addColumn<QStringList>("rows");
    const QString create = QStringLiteral("Task: New task");
    const QString close = QStringLiteral("Task: Close task");
    const QString refresh = text(u"Вид: Обновить");
    QTest::newRow("a word") << QStringLiteral("> close") << QStringList{close};
    QTest::newRow("beginnings") << QStringLiteral(">ta n") << QStringList{create};
    QTest::newRow("several") << QStringLiteral("> TASK") << QStringList{create, close};
    QTest::newRow("inside a word") << QStringLiteral("> ask") << QStringList{};
    QTest::newRow("Russian") << text(u"> обн") << QStringList{refresh};
    QTest::newRow("the other layout") << QStringLiteral("> j,y") << QStringList{refresh};
    QTest::newRow("the key of > in the other layout") << text(u"ю обн") << QStringList{refresh};
    QTest::newRow("none named") << QStringLiteral(" > ") << QStringList{create, close, refresh};
}

void FindModelTest::commandsByTheBeginningsOfTheirWords()
{
    QFETCH(QString, typed);
    QFETCH(QStringList, rows);
    QSignalSpy ready(m_model.get(), &FindModel::ready);
    m_model->setTyped(typed);
    QCOMPARE(ready.size(), 1);
    QCOMPARE(shown(), rows);
}

void FindModelTest::aPrefixLeavesTheCommandsOut_data()
{
    QTest::addColumn<QString>("prefix");
    for (const char16_t letter : u"тtnекkcrлсоoejщушsiыиwbцпfgа+") {
        if (letter != 0)
            QTest::newRow(qPrintable(QString::number(letter))) << QString(QChar(letter));
    }
}

void FindModelTest::aPrefixLeavesTheCommandsOut()
{
    QFETCH(QString, prefix);
    QVERIFY(type(prefix + QStringLiteral(" task")));
    QCOMPARE(shown(), QStringList());
    // Without the space it is a word like others, and the same words without it find the commands.
    QVERIFY(type(QStringLiteral("task")));
    QCOMPARE(m_model->rowCount(), 2);
}

void FindModelTest::theLastTypedIsAnswered()
{
    QSignalSpy ready(m_model.get(), &FindModel::ready);
    for (const char *typed : {"n", "ne", "new"})
        m_model->setTyped(QString::fromLatin1(typed));
    QVERIFY(!m_model->isReady());
    QTRY_VERIFY(m_model->isReady());
    QCOMPARE(shown(), QStringList{QStringLiteral("Task: New task")});
    m_store->reader.drafts().waitForFinished();
    QCoreApplication::processEvents();
    QCOMPARE(ready.size(), 1);
}

void FindModelTest::otherCommandsDropTheRows()
{
    QVERIFY(type({}));
    m_model->setCommands({});
    QCOMPARE(m_model->rowCount(), 0);
    QVERIFY(type(QStringLiteral(">")));
    QCOMPARE(m_model->rowCount(), 0);
}

void FindModelTest::countsAreAskedOnceASecond()
{
    TaskCounts counts(m_store->reader, m_store->clock);
    QSignalSpy counted(&counts, &TaskCounts::counted);
    counts.refresh(); // of nothing
    counts.setFilters({TaskFilter(), TaskFilter()});
    QTRY_COMPARE(counted.size(), 1);
    QCOMPARE(counts.counts().size(), 2);
    for (int i = 0; i < 5; ++i)
        counts.refresh();
    QCOMPARE(m_store->clock.pending(), 1);
    m_store->clock.advance(std::chrono::milliseconds(999));
    QCOMPARE(m_store->clock.pending(), 1);
    m_store->clock.advance(std::chrono::milliseconds(1));
    QTRY_COMPARE(counted.size(), 2);
    // Whatever was told meanwhile is one more question.
    QCOMPARE(m_store->clock.pending(), 0);
    counts.refresh();
    QCOMPARE(m_store->clock.pending(), 1);
}

void FindModelTest::otherFiltersForgetTheCounts()
{
    TaskCounts counts(m_store->reader, m_store->clock);
    QSignalSpy counted(&counts, &TaskCounts::counted);
    counts.setFilters({TaskFilter()});
    TaskFilter drafts;
    drafts.states = {TaskState::Draft};
    counts.setFilters({drafts, TaskFilter(), TaskFilter()});
    QVERIFY(counts.counts().isEmpty());
    // The answer to the filters before is not theirs.
    QTRY_COMPARE(m_store->clock.pending(), 1);
    QCOMPARE(counted.size(), 0);
    m_store->clock.advance(std::chrono::seconds(1));
    QTRY_COMPARE(counted.size(), 1);
    QCOMPARE(counts.counts().size(), 3);
    counts.setFilters({drafts, TaskFilter(), TaskFilter()});
    QCOMPARE(counts.counts().size(), 3);
}

QTEST_GUILESS_MAIN(FindModelTest)
#include "FindModelTest.moc"
