#include "secrets/KeyStore.h"

#include <QtTest>

using namespace naryad;
using namespace naryad::secrets;

namespace {

template <class T> T now(const QFuture<T> &future)
{
    return future.isFinished() && future.resultCount() == 1 ? future.result() : T(fail(ErrorKind::Cancelled));
}

} // namespace

class MemoryKeyStoreTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aKeyThatWasNeverWrittenIsEmptyAndNoError()
    {
        MemoryKeyStore keys;
        const auto key = now(keys.read(QStringLiteral("holod.mobiforce.ru")));
        QVERIFY(key.has_value());
        QVERIFY(key->isEmpty());
    }

    void eachAccountHasItsOwnKey()
    {
        MemoryKeyStore keys;
        QVERIFY(now(keys.write(QStringLiteral("a.mobiforce.ru"), QStringLiteral("one"))));
        QVERIFY(now(keys.write(QStringLiteral("a.mobiforce.ru:8443"), QStringLiteral("two"))));
        QCOMPARE(now(keys.read(QStringLiteral("a.mobiforce.ru"))).value(), QStringLiteral("one"));
        QCOMPARE(now(keys.read(QStringLiteral("a.mobiforce.ru:8443"))).value(), QStringLiteral("two"));
    }

    void writingAgainReplaces()
    {
        MemoryKeyStore keys;
        QVERIFY(now(keys.write(QStringLiteral("a"), QStringLiteral("old"))));
        QVERIFY(now(keys.write(QStringLiteral("a"), QStringLiteral("new"))));
        QCOMPARE(now(keys.read(QStringLiteral("a"))).value(), QStringLiteral("new"));
    }

    void removingForgetsThatKeyAloneAndMayBeRepeated()
    {
        MemoryKeyStore keys;
        QVERIFY(now(keys.write(QStringLiteral("a"), QStringLiteral("one"))));
        QVERIFY(now(keys.write(QStringLiteral("b"), QStringLiteral("two"))));
        QVERIFY(now(keys.remove(QStringLiteral("a"))));
        QVERIFY(now(keys.remove(QStringLiteral("a"))));
        QCOMPARE(now(keys.read(QStringLiteral("a"))).value(), QString());
        QCOMPARE(now(keys.read(QStringLiteral("b"))).value(), QStringLiteral("two"));
    }

    void twoStoresShareNothing()
    {
        MemoryKeyStore left;
        MemoryKeyStore right;
        QVERIFY(now(left.write(QStringLiteral("a"), QStringLiteral("one"))));
        QCOMPARE(now(right.read(QStringLiteral("a"))).value(), QString());
    }
};

QTEST_GUILESS_MAIN(MemoryKeyStoreTest)
#include "MemoryKeyStoreTest.moc"
