#include "core/Phone.h"

#include <QTest>

namespace naryad {

class PhoneTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void keys_data();
    void keys();
    void typed_data();
    void typed();
    void shown_data();
    void shown();
};

void PhoneTest::keys_data()
{
    QTest::addColumn<QString>("field");
    QTest::addColumn<QStringList>("expected");
    const QString one = QStringLiteral("9036277781");
    QTest::newRow("international") << QStringLiteral("+7 (903) 627-77-81") << QStringList{one};
    QTest::newRow("eight before it") << QStringLiteral("89036277781") << QStringList{one};
    QTest::newRow("with an extension")
        << QStringLiteral("8(903)6277781 доб. 12") << QStringList{one, QStringLiteral("12")};
    QTest::newRow("words and dots") << QStringLiteral("тел: 8.903.627.77.81") << QStringList{one};
    QTest::newRow("zeros before it") << QStringLiteral("007 903 627 77 81") << QStringList{one};
    QTest::newRow("dialled abroad") << QStringLiteral("810 7 903 627 77 81") << QStringList{one};
    QTest::newRow("Belarus") << QStringLiteral("+375 29 123-45-67")
                             << QStringList{QStringLiteral("375291234567")};
    QTest::newRow("the vendor's sample")
        << QStringLiteral("832874834") << QStringList{QStringLiteral("832874834")};
    QTest::newRow("the vendor's short ones")
        << QStringLiteral("11, 33") << QStringList{QStringLiteral("11"), QStringLiteral("33")};
    QTest::newRow("ten digits with a plus seven")
        << QStringLiteral("+7 555 55 55 55") << QStringList{QStringLiteral("7555555555")};
    QTest::newRow("two by a comma") << QStringLiteral("89036277781, 84951234567")
                                    << QStringList{one, QStringLiteral("4951234567")};
    QTest::newRow("two by a slash") << QStringLiteral("8 903 627-77-81 / 8 495 123-45-67")
                                    << QStringList{one, QStringLiteral("4951234567")};
    QTest::newRow("a slash inside") << QStringLiteral("12/34/567") << QStringList{QStringLiteral("1234567")};
    QTest::newRow("twice the same") << QStringLiteral("+79036277781; 8 903 627 77 81") << QStringList{one};
    QTest::newRow("no digits") << QStringLiteral("спросить у Ивана") << QStringList();
}

void PhoneTest::keys()
{
    QFETCH(QString, field);
    QFETCH(QStringList, expected);
    QCOMPARE(phoneKeys(field), expected);
}

void PhoneTest::typed_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("expected");
    QTest::newRow("whole") << QStringLiteral("+7 903 627-77-81") << QStringLiteral("9036277781");
    QTest::newRow("last four") << QStringLiteral("7781") << QStringLiteral("7781");
    QTest::newRow("with a long dash") << QStringLiteral("77–81") << QStringLiteral("7781");
    QTest::newRow("two digits") << QStringLiteral("81") << QString();
    QTest::newRow("letters") << QStringLiteral("кв 7781") << QString();
    QTest::newRow("nothing") << QString() << QString();
}

void PhoneTest::typed()
{
    QFETCH(QString, text);
    QFETCH(QString, expected);
    QCOMPARE(typedPhoneKey(text), expected);
}

void PhoneTest::shown_data()
{
    QTest::addColumn<QString>("field");
    QTest::addColumn<QString>("expected");
    QTest::newRow("national") << QStringLiteral("89036277781") << QStringLiteral("+7 (903) 627-77-81");
    QTest::newRow("foreign") << QStringLiteral("+375291234567") << QStringLiteral("+375291234567");
    QTest::newRow("short") << QStringLiteral("33") << QStringLiteral("33");
    QTest::newRow("a digit is missing")
        << QStringLiteral("+7 555 55 55 55") << QStringLiteral("+7 555 55 55 55");
    QTest::newRow("two") << QStringLiteral("89036277781, 12") << QStringLiteral("89036277781, 12");
}

void PhoneTest::shown()
{
    QFETCH(QString, field);
    QFETCH(QString, expected);
    QCOMPARE(phoneShown(field), expected);
}

} // namespace naryad

QTEST_GUILESS_MAIN(naryad::PhoneTest)
#include "PhoneTest.moc"
