#include "core/Clock.h"
#include "secrets/KeyStore.h"

#include <QDirIterator>
#include <QProcess>
#include <QtTest>

using namespace naryad;
using namespace naryad::secrets;

namespace {

/// What another program finds under the names that ours uses; empty where there is nothing.
QString foundBySecretTool(const QString &id)
{
    QProcess tool;
    tool.start(
        QStringLiteral("secret-tool"),
        {QStringLiteral("lookup"), QStringLiteral("server"), QStringLiteral("naryad"), QStringLiteral("user"),
         id});
    if (!tool.waitForFinished(20000))
        return QStringLiteral("secret-tool did not run: ") + tool.errorString();
    return QString::fromUtf8(tool.readAllStandardOutput());
}

QString wordsOf(const auto &result)
{
    return result ? QString() : result.error().words;
}

} // namespace

/// The true keychain of a session: run by tests/tools/desktop.sh with its keyring and its empty home.
class KeyringTest : public QObject
{
    Q_OBJECT

    const SystemClock m_clock;
    const QString m_id = QStringLiteral("holod.mobiforce.ru");
    const QString m_key = QStringLiteral("Zk7-very.private_KEY=with/signs");

private Q_SLOTS:
    void initTestCase()
    {
        // Never the keyring and the home of whoever runs the tests.
        QVERIFY2(
            QDir::homePath().startsWith(QDir::tempPath() + QLatin1Char('/')),
            "run me by tests/tools/desktop.sh");
    }

    void anEmptyKeyringHoldsNoKeyAndThatIsNoError()
    {
        SystemKeyStore keys(m_clock);
        const auto read = keys.read(m_id);
        QTRY_VERIFY_WITH_TIMEOUT(read.isFinished(), 20000);
        QVERIFY2(read.result(), qPrintable(wordsOf(read.result())));
        QCOMPARE(read.result().value(), QString());
    }

    void aKeyIsKeptInTheKeyring()
    {
        SystemKeyStore keys(m_clock);
        const auto written = keys.write(m_id, m_key);
        QTRY_VERIFY_WITH_TIMEOUT(written.isFinished(), 20000);
        QVERIFY2(written.result(), qPrintable(wordsOf(written.result())));
        QCOMPARE(foundBySecretTool(m_id), m_key);
    }

    void anotherStoreReadsItAndNoOtherAccountDoes()
    {
        SystemKeyStore keys(m_clock);
        const auto read = keys.read(m_id);
        QTRY_VERIFY_WITH_TIMEOUT(read.isFinished(), 20000);
        QCOMPARE(read.result().value_or(QString()), m_key);
        const auto other = keys.read(m_id + QStringLiteral(":8443"));
        QTRY_VERIFY_WITH_TIMEOUT(other.isFinished(), 20000);
        QVERIFY2(other.result(), qPrintable(wordsOf(other.result())));
        QCOMPARE(other.result().value(), QString());
    }

    void noFileOfTheHomeHoldsItInClear()
    {
        const QByteArray plain = m_key.toUtf8();
        const QByteArray wide(reinterpret_cast<const char *>(m_key.utf16()), m_key.size() * 2);
        QStringList seen;
        QDirIterator walk(QDir::homePath(), QDir::Files | QDir::Hidden, QDirIterator::Subdirectories);
        while (walk.hasNext()) {
            QFile file(walk.next());
            QVERIFY2(file.open(QIODevice::ReadOnly), qPrintable(file.fileName()));
            const QByteArray bytes = file.readAll();
            for (const QByteArray &form : {plain, wide, plain.toBase64(), plain.toHex()})
                QVERIFY2(!bytes.contains(form), qPrintable(file.fileName()));
            seen.append(file.fileName());
        }
        // The keyring's own file was among them, so this looked where the key is.
        QVERIFY2(
            !seen.filter(QStringLiteral("/keyrings/")).isEmpty(), qPrintable(seen.join(QLatin1Char(' '))));
    }

    void aNewKeyReplacesTheOldOne()
    {
        SystemKeyStore keys(m_clock);
        const auto written = keys.write(m_id, QStringLiteral("second"));
        QTRY_VERIFY_WITH_TIMEOUT(written.isFinished(), 20000);
        QVERIFY2(written.result(), qPrintable(wordsOf(written.result())));
        QCOMPARE(foundBySecretTool(m_id), QStringLiteral("second"));
    }

    void aRemovedKeyIsGoneAndMayBeRemovedAgain()
    {
        SystemKeyStore keys(m_clock);
        for (int round = 0; round < 2; ++round) {
            const auto removed = keys.remove(m_id);
            QTRY_VERIFY_WITH_TIMEOUT(removed.isFinished(), 20000);
            QVERIFY2(removed.result(), qPrintable(wordsOf(removed.result())));
            QCOMPARE(foundBySecretTool(m_id), QString());
        }
    }
};

QTEST_GUILESS_MAIN(KeyringTest)
#include "KeyringTest.moc"
