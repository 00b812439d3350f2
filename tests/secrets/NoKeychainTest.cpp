#include "ManualClock.h"
#include "secrets/KeyStore.h"

#include <QDirIterator>
#include <QTemporaryDir>
#include <QtTest>

using namespace naryad;
using namespace naryad::secrets;

/// A computer whose session has no secret service at all.
class NoKeychainTest : public QObject
{
    Q_OBJECT

    QTemporaryDir m_home;

    template <class T> static void isNone(const QFuture<Result<T>> &future)
    {
        QTRY_VERIFY_WITH_TIMEOUT(future.isFinished(), 20000);
        QCOMPARE(future.resultCount(), 1);
        const auto result = future.result();
        QVERIFY(!result);
        QCOMPARE(result.error().kind, ErrorKind::Keychain);
        QCOMPARE(result.error().cause, ErrorCause::NoKeychain);
        QVERIFY(!result.error().words.isEmpty());
        QVERIFY(!result.error().words.contains(QStringLiteral("nobody-may-find")));
    }

private Q_SLOTS:
    void initTestCase()
    {
        QVERIFY(m_home.isValid());
        for (const char *name : {"HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_CACHE_HOME"})
            qputenv(name, m_home.path().toUtf8());
        qputenv("XDG_CURRENT_DESKTOP", "none");
        qputenv(
            "DBUS_SESSION_BUS_ADDRESS", "unix:path=" + m_home.filePath(QStringLiteral("no-bus")).toUtf8());
    }

    void everythingSaysThatThereIsNone()
    {
        const test::ManualClock clock;
        SystemKeyStore keys(clock);
        const QString id = QStringLiteral("holod.mobiforce.ru");
        isNone(keys.write(id, QStringLiteral("a-key-nobody-may-find")));
        isNone(keys.read(id));
        isNone(keys.remove(id));
    }

    void nothingIsKeptInAFileInstead()
    {
        QDirIterator files(m_home.path(), QDir::Files | QDir::Hidden, QDirIterator::Subdirectories);
        while (files.hasNext()) {
            QFile file(files.next());
            QVERIFY(file.open(QIODevice::ReadOnly));
            QVERIFY2(!file.readAll().contains("nobody-may-find"), qPrintable(file.fileName()));
        }
    }
};

QTEST_GUILESS_MAIN(NoKeychainTest)
#include "NoKeychainTest.moc"
