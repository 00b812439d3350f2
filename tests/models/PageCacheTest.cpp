#include "PageCache.h"

#include <QTest>

using namespace naryad;
using models::PageCache;

class PageCacheTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void theLeastRecentlyUsedGoes();
    void aRowIsReplaced();
    void itNeverGrows();

private:
    static TaskRow row(RowId number, const QString &name = {})
    {
        TaskRow row;
        row.row = number;
        row.number = name;
        return row;
    }
};

void PageCacheTest::theLeastRecentlyUsedGoes()
{
    PageCache cache(3);
    QVERIFY(!cache.find(1));
    for (RowId number : {1, 2, 3})
        cache.put(row(number));
    QVERIFY(cache.find(1)); // used
    QVERIFY(cache.contains(2)); // only asked about
    cache.put(row(4));
    QVERIFY(cache.find(1) && cache.find(3) && cache.find(4));
    QVERIFY(!cache.find(2) && !cache.contains(2));
    cache.put(row(-5));
    QVERIFY(!cache.contains(1));
    QVERIFY(cache.contains(-5));
    QCOMPARE(cache.size(), 3);
}

void PageCacheTest::aRowIsReplaced()
{
    PageCache cache(2);
    cache.put(row(1, QStringLiteral("a")));
    cache.put(row(1, QStringLiteral("b")));
    QCOMPARE(cache.size(), 1);
    QCOMPARE(cache.find(1)->number, QStringLiteral("b"));
}

void PageCacheTest::itNeverGrows()
{
    PageCache cache(100);
    quint32 dice = 1;
    for (int i = 0; i < 20000; ++i) {
        dice = dice * 1664525 + 1013904223;
        const RowId number = (dice >> 10) % 300;
        if (i % 3 == 0)
            cache.find(number);
        else
            cache.put(row(number, QString::number(number)));
        QVERIFY(cache.size() <= 100);
    }
    int found = 0;
    for (RowId number = 0; number < 300; ++number) {
        if (const TaskRow *there = cache.find(number)) {
            ++found;
            QCOMPARE(there->number, QString::number(number));
        }
    }
    QCOMPARE(found, 100);
}

QTEST_GUILESS_MAIN(PageCacheTest)
#include "PageCacheTest.moc"
