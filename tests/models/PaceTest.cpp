#include "Pace.h"

#include <QTest>

using namespace std::chrono_literals;
using naryad::models::Pace;

class PaceTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void theFirstIsNow();
    void aLongOneIsGivenATenthOfTheTime();
    void aShortOneIsFree();
    void neverSoonerThanTheLeast();
    void anEndWithoutABeginningIsNothing();
};

void PaceTest::theFirstIsNow()
{
    QCOMPARE(Pace().wait(0ms), 0ms);
    QCOMPARE(Pace(1s).wait(123456ms), 0ms);
}

void PaceTest::aLongOneIsGivenATenthOfTheTime()
{
    // Asked for at every moment, over a minute.
    Pace pace;
    Pace::Ms busy(0);
    int times = 0;
    for (Pace::Ms now(0); now < 60s;) {
        if (const auto wait = pace.wait(now); wait > 0ms) {
            now += wait;
            continue;
        }
        pace.begun(now);
        now += 110ms;
        busy += 110ms;
        ++times;
        pace.ended(now);
        QCOMPARE(pace.wait(now), 1100ms);
    }
    QVERIFY(busy <= 6s);
    QVERIFY(times > 40);
}

void PaceTest::aShortOneIsFree()
{
    Pace pace;
    pace.begun(1000ms);
    pace.ended(1000ms + Pace::Short);
    QCOMPARE(pace.wait(1000ms + Pace::Short), 0ms);
    // As changes are told five times a second, these are a tenth of the time and no more.
    QVERIFY(Pace::Short * 5 * 10 <= 1s);
}

void PaceTest::neverSoonerThanTheLeast()
{
    Pace pace(1s);
    pace.begun(0ms);
    pace.ended(5ms);
    QCOMPARE(pace.wait(5ms), 1000ms);
    QCOMPARE(pace.wait(605ms), 400ms);
    QCOMPARE(pace.wait(2000ms), 0ms);
    pace.begun(2000ms);
    pace.ended(2300ms);
    QCOMPARE(pace.wait(2300ms), 3000ms);
}

void PaceTest::anEndWithoutABeginningIsNothing()
{
    Pace pace(1s);
    pace.ended(700ms);
    QCOMPARE(pace.wait(700ms), 0ms);
}

QTEST_APPLESS_MAIN(PaceTest)
#include "PaceTest.moc"
