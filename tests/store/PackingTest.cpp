#include "Packing.h"
#include "MirrorSchema.h"
#include "StoreFixture.h"

#include <QTest>

#include <sqlite3.h>

using namespace naryad;
using namespace naryad::test;

/// What is packed comes back as it was, with every codebook there has been, and damage is seen.
class PackingTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void comesBack_data();
    void comesBack();
    void likeTextsTakeLittle();
    void aCodebookThatCameToNothing();
    void damageIsSeen_data();
    void damageIsSeen();

private:
    static QByteArray like(int number);

    std::unique_ptr<StoreFixture> m_store;
    std::unique_ptr<SQLite::Database> m_file;
};

QByteArray PackingTest::like(int number)
{
    return QStringLiteral(
               "{\"id\":\"%1\",\"name\":\"Ремонт\",\"props\":[{\"field\":{\"id\":\"2302\"},\"name\":\"Сумма "
               "за работу\",\"required\":false,\"value\":%2}],\"template\":{\"id\":829,\"name\":\"Ремонт\"}}")
        .arg(number)
        .arg(number * 7919 % 100000)
        .toUtf8();
}

void PackingTest::init()
{
    m_store = std::make_unique<StoreFixture>();
    m_file = std::make_unique<SQLite::Database>(
        m_store->mirrorPath().toStdString(), SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE);
    store::migrate(*m_file, store::mirrorSchema());
}

void PackingTest::comesBack_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addRow("nothing") << QByteArray();
    QTest::addRow("one byte") << QByteArray("x");
    QTest::addRow("a null within") << QByteArray("a\0b", 3);
    QTest::addRow("JSON") << like(1);
    QTest::addRow("a megabyte") << QByteArray(1 << 20, 'n');
}

void PackingTest::comesBack()
{
    QFETCH(QByteArray, text);
    store::Packing packing(*m_file);
    const QByteArray before = packing.pack(text);
    QCOMPARE(packing.unpack(before), text);
    for (int i = 0; i < 500; ++i)
        packing.learn(like(i));
    const QByteArray after = packing.pack(text);
    // A connection that has learned nothing reads both.
    store::Packing other(*m_file);
    QCOMPARE(other.unpack(before), text);
    QCOMPARE(other.unpack(after), text);
    QCOMPARE(other.unpack({}), QByteArray());
}

void PackingTest::likeTextsTakeLittle()
{
    store::Packing packing(*m_file);
    const qsizetype alone = packing.pack(like(7000)).size();
    for (int i = 0; i < 500; ++i)
        packing.learn(like(i));
    const qsizetype together = packing.pack(like(7000)).size();
    QVERIFY2(together * 4 < alone, qPrintable(QStringLiteral("%1 of %2").arg(together).arg(alone)));
}

/// A transaction that is rolled back takes the codebook it made with it.
void PackingTest::aCodebookThatCameToNothing()
{
    store::Packing packing(*m_file);
    {
        SQLite::Transaction transaction(*m_file);
        for (int i = 0; i < 500; ++i)
            packing.learn(like(i));
        QCOMPARE(packing.unpack(packing.pack(like(1))), like(1));
    }
    packing.forget();
    const QByteArray packed = packing.pack(like(2));
    QCOMPARE(store::Packing(*m_file).unpack(packed), like(2));
}

void PackingTest::damageIsSeen_data()
{
    QTest::addColumn<int>("place");
    QTest::addColumn<int>("byte");
    QTest::addRow("another codebook") << 0 << 9;
    QTest::addRow("a shorter text") << 1 << 1;
    QTest::addRow("a huge text") << 4 << 0x7f;
    QTest::addRow("the stream") << 5 << 0xff;
}

void PackingTest::damageIsSeen()
{
    QFETCH(int, place);
    QFETCH(int, byte);
    store::Packing packing(*m_file);
    QByteArray packed = packing.pack(like(1));
    packed[place] = static_cast<char>(byte);
    try {
        packing.unpack(packed);
        QFAIL("taken for sound");
    } catch (const SQLite::Exception &exception) {
        QCOMPARE(exception.getErrorCode(), SQLITE_CORRUPT);
    }
}

QTEST_GUILESS_MAIN(PackingTest)
#include "PackingTest.moc"
