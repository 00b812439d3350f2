#include "ChangeBatcher.h"
#include "ManualClock.h"

#include <QSignalSpy>
#include <QTest>

using namespace naryad;
using namespace naryad::test;
using namespace std::chrono_literals;
using sync::ChangeBatcher;

/// What changed is told at most five times a second, and all of it.
class BatcherTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void manyChangesAreToldAsOne();
    void whatMovedIsToldAtOnce();
    void nothingIsToldOfNothing();

private:
    static MirrorChange row(RowId number)
    {
        MirrorChange change;
        change.tasks = {number};
        return change;
    }
};

void BatcherTest::manyChangesAreToldAsOne()
{
    ManualClock clock;
    ChangeBatcher batcher(clock);
    QVector<MirrorChange> told;
    connect(
        &batcher, &ChangeBatcher::changed, this, [&](const MirrorChange &change) { told.append(change); });
    for (RowId number : {1, 2, 1, 3})
        batcher.note(row(number));
    MirrorChange lists;
    lists.listsChanged = true;
    batcher.note(lists);
    clock.advance(199ms);
    QCoreApplication::processEvents();
    QCOMPARE(told.size(), 0);
    clock.advance(1ms);
    QTRY_COMPARE(told.size(), 1);
    QCOMPARE(told.first().tasks, QVector<RowId>({1, 2, 3}));
    QVERIFY(told.first().listsChanged && !told.first().journalChanged && !told.first().taskListChanged);
    // The next ones are gathered anew.
    batcher.note(row(1));
    batcher.flush();
    QCOMPARE(told.size(), 2);
    QCOMPARE(told.last().tasks, QVector<RowId>{1});
    QVERIFY(!told.last().listsChanged);
}

void BatcherTest::whatMovedIsToldAtOnce()
{
    ManualClock clock;
    ChangeBatcher batcher(clock);
    QVector<MirrorChange> told;
    connect(
        &batcher, &ChangeBatcher::changed, this, [&](const MirrorChange &change) { told.append(change); });
    batcher.note(row(5));
    MirrorChange moved = row(17);
    moved.moved = {{-3, 17}};
    batcher.note(moved);
    QCOMPARE(told.size(), 1);
    QCOMPARE(told.first().tasks, QVector<RowId>({5, 17}));
    QCOMPARE(told.first().moved, moved.moved);
    clock.advance(1s);
    QCoreApplication::processEvents();
    QCOMPARE(told.size(), 1);
}

void BatcherTest::nothingIsToldOfNothing()
{
    ManualClock clock;
    ChangeBatcher batcher(clock);
    QSignalSpy told(&batcher, &ChangeBatcher::changed);
    batcher.note({});
    batcher.flush();
    clock.advance(1s);
    QCoreApplication::processEvents();
    QCOMPARE(told.size(), 0);
}

QTEST_GUILESS_MAIN(BatcherTest)
#include "BatcherTest.moc"
