#include "api/PageWalk.h"
#include "core/Ids.h"

#include <QTest>

using namespace naryad;
using namespace naryad::api;

namespace {

Page<NamedRef> page(int from, int count, bool last)
{
    Page<NamedRef> page;
    for (int i = from; i < from + count; ++i)
        page.rows.append({QString::number(i), QStringLiteral("n")});
    page.last = last;
    return page;
}

} // namespace

class PageWalkTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void endsAtAShortPage();
    void endsAtAnEmptyPage();
    void endsWhereNothingIsNew();
    void goesOnWhereSomethingIsNew();
    void isNotCompleteBeforeItsEnd();
    void isCappedAndThenNotComplete();
};

void PageWalkTest::endsAtAShortPage()
{
    PageWalk<NamedRef> walk;
    QCOMPARE(walk.page(), 0);
    QVERIFY(walk.take(page(0, 10, false)));
    QCOMPARE(walk.page(), 1);
    QVERIFY(!walk.take(page(10, 3, true)));
    QVERIFY(walk.isComplete());
    QCOMPARE(walk.rows().size(), 13);
    QCOMPARE(walk.rows().last().id, QStringLiteral("12"));
}

void PageWalkTest::endsAtAnEmptyPage()
{
    PageWalk<NamedRef> walk;
    QVERIFY(walk.take(page(0, 10, false)));
    QVERIFY(!walk.take(page(10, 0, true)));
    QVERIFY(walk.isComplete());
    QCOMPARE(walk.rows().size(), 10);
    PageWalk<NamedRef> none;
    QVERIFY(!none.take(page(0, 0, true)));
    QVERIFY(none.isComplete());
}

void PageWalkTest::endsWhereNothingIsNew()
{
    PageWalk<NamedRef> walk;
    QVERIFY(walk.take(page(0, 10, false)));
    // A service that ignores `page` gives the same rows for ever
    QVERIFY(!walk.take(page(0, 10, false)));
    QVERIFY(walk.isComplete());
    QCOMPARE(walk.rows().size(), 10);
}

void PageWalkTest::goesOnWhereSomethingIsNew()
{
    PageWalk<NamedRef> walk;
    QVERIFY(walk.take(page(0, 10, false)));
    // A row came in front meanwhile: the last of the page before is the first of this one
    QVERIFY(walk.take(page(9, 10, false)));
    QVERIFY(!walk.isComplete());
    QCOMPARE(walk.rows().size(), 19);
}

void PageWalkTest::isNotCompleteBeforeItsEnd()
{
    PageWalk<NamedRef> walk;
    QVERIFY(!walk.isComplete());
    QVERIFY(walk.take(page(0, 10, false)));
    // A page that fails is never handed in, so this is how a walk stands that broke off
    QVERIFY(!walk.isComplete());
}

void PageWalkTest::isCappedAndThenNotComplete()
{
    PageWalk<NamedRef> walk;
    int pages = 0;
    while (walk.take(page(pages, 1, false)))
        ++pages;
    QCOMPARE(pages + 1, PageWalk<NamedRef>::PageCap);
    QVERIFY(!walk.isComplete());
}

QTEST_APPLESS_MAIN(PageWalkTest)
#include "PageWalkTest.moc"
