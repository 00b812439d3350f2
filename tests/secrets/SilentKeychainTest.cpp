#include "ManualClock.h"
#include "MuteSecretService.h"
#include "secrets/KeyStore.h"

#include <QtTest>

#include <memory>

using namespace naryad;
using namespace naryad::secrets;
using namespace std::chrono_literals;

/// A secret service that is there but does not answer. Runs on a session bus of its own.
class SilentKeychainTest : public QObject
{
    Q_OBJECT

    test::MuteSecretService m_service;
    test::ManualClock m_clock;
    const QString m_id = QStringLiteral("holod.mobiforce.ru");

    template <class T> static ErrorCause causeOf(const QFuture<Result<T>> &future)
    {
        const auto result = future.result();
        return result ? ErrorCause::None : result.error().cause;
    }

    template <class T> void isGivenUp(const QFuture<Result<T>> &future)
    {
        // The question has reached one who could answer: what is missing is the answer alone.
        QTRY_VERIFY_WITH_TIMEOUT(m_service.asked() > 0, 10000);
        m_clock.advance(11999ms);
        QCoreApplication::processEvents();
        QVERIFY(!future.isFinished());
        m_clock.advance(1ms);
        QTRY_VERIFY(future.isFinished());
        QCOMPARE(future.resultCount(), 1);
        QVERIFY(!future.result());
        QCOMPARE(future.result().error().kind, ErrorKind::Keychain);
        QCOMPARE(causeOf(future), ErrorCause::KeychainSilent);
    }

private Q_SLOTS:
    void initTestCase() { QVERIFY(m_service.start()); }

    void aReadIsGivenUpAfterTwelveSeconds()
    {
        SystemKeyStore keys(m_clock);
        isGivenUp(keys.read(m_id));
    }

    void aWriteToo()
    {
        SystemKeyStore keys(m_clock);
        isGivenUp(keys.write(m_id, QStringLiteral("key")));
    }

    void aRemovalToo()
    {
        SystemKeyStore keys(m_clock);
        isGivenUp(keys.remove(m_id));
    }

    void theTimeoutIsTheCallers()
    {
        SystemKeyStore keys(m_clock, 3s);
        const auto read = keys.read(m_id);
        m_clock.advance(2999ms);
        QCoreApplication::processEvents();
        QVERIFY(!read.isFinished());
        m_clock.advance(1ms);
        QTRY_VERIFY(read.isFinished());
        QCOMPARE(causeOf(read), ErrorCause::KeychainSilent);
    }

    void aStoreThatDiesCancelsWhatItWasAsked()
    {
        auto keys = std::make_unique<SystemKeyStore>(m_clock);
        bool answered = false;
        auto read = keys->read(m_id);
        const auto told = read.then(this, [&answered](const Result<QString> &) { answered = true; });
        keys.reset();
        QTRY_VERIFY(told.isFinished());
        QVERIFY(told.isCanceled());
        m_clock.advance(1min);
        QCoreApplication::processEvents();
        QVERIFY(!answered);
    }

    void anAnswerThatComesTooLateChangesNothing()
    {
        SystemKeyStore keys(m_clock, 3s);
        const auto late = keys.read(m_id);
        m_clock.advance(3s);
        QTRY_VERIFY(late.isFinished());
        // All that was asked so far is answered now, also what stores asked that are gone.
        m_service.turnAway();
        const auto next = keys.read(m_id);
        QTRY_VERIFY_WITH_TIMEOUT(next.isFinished(), 10000);
        QCOMPARE(causeOf(next), ErrorCause::NoKeychain);
        QCOMPARE(late.resultCount(), 1);
        QCOMPARE(causeOf(late), ErrorCause::KeychainSilent);
    }

    /// The service refuses from the test before this one on.
    void aRefusalInTimeStands()
    {
        m_service.turnAway();
        SystemKeyStore keys(m_clock, 3s);
        const auto written = keys.write(m_id, QStringLiteral("key"));
        QTRY_VERIFY_WITH_TIMEOUT(written.isFinished(), 10000);
        m_clock.advance(1min);
        QCoreApplication::processEvents();
        QCOMPARE(written.resultCount(), 1);
        QCOMPARE(causeOf(written), ErrorCause::NoKeychain);
    }
};

QTEST_GUILESS_MAIN(SilentKeychainTest)
#include "SilentKeychainTest.moc"
