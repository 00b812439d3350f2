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
    void typedOnTheWay_data();
    void typedOnTheWay();
    void matches_data();
    void matches();
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
    QTest::newRow("as telephones copy it")
        << QStringLiteral("\u202a+7\u00a0903\u00a0627\u201177\u201181\u202c") << QStringList{one};
    QTest::newRow("a / b") << QStringLiteral("9036277781 / 4951234567")
                           << QStringList{one, QStringLiteral("4951234567")};
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
    QTest::newRow("said to be one") << QStringLiteral("тел: 8.903.627.77.81") << QStringLiteral("9036277781");
    QTest::newRow("a link to it") << QStringLiteral("tel:+79036277781") << QStringLiteral("9036277781");
    QTest::newRow("with an extension")
        << QStringLiteral("8(903)6277781 доб. 12") << QStringLiteral("9036277781");
    QTest::newRow("pasted from a telephone")
        << QStringLiteral("\u202a+7\u00a0903\u00a0627\u201177\u201181\u202c") << QStringLiteral("9036277781");
    QTest::newRow("the first of two")
        << QStringLiteral("8 903 627-77-81 / 8 495 123-45-67") << QStringLiteral("9036277781");
}

void PhoneTest::typed()
{
    QFETCH(QString, text);
    QFETCH(QString, expected);
    QCOMPARE(typedPhoneKey(text), expected);
}

void PhoneTest::typedOnTheWay_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QVector<TypedPhone>>("expected");
    const auto row = [](const char16_t *typed, const char *digits, const char *beginning) {
        QTest::newRow(qPrintable(QString::fromUtf16(typed)))
            << QString::fromUtf16(typed)
            << QVector<TypedPhone>{{QString::fromLatin1(digits), QString::fromLatin1(beginning)}};
    };
    row(u"+7903636", "7903636", "903636");
    row(u"8 903 636", "8903636", "903636");
    row(u"8 903", "8903", "903");
    row(u"8(903) 636-24", "890363624", "90363624");
    row(u"8903", "8903", "");
    row(u"89036", "89036", "9036");
    row(u"+7 90", "790", "");
    row(u"636-24", "63624", "");
    row(u"903636", "903636", "");
    row(u"2451", "2451", "");
    row(u"007 903 636", "007903636", "903636");
    row(u"810 7 903 636", "8107903636", "903636");
    row(u"00375 29", "0037529", "37529");
    row(u"+375 29 12", "3752912", "");
    row(u"+7 903 636-24-51", "9036362451", "");
    row(u"12/34/567", "1234567", "");
    QTest::newRow("two") << QStringLiteral("9036277781, 832874834")
                         << QVector<TypedPhone>{
                                {QStringLiteral("9036277781")},
                                {QStringLiteral("832874834"), QStringLiteral("32874834")}};
    QTest::newRow("none") << QStringLiteral("дом 45, кв 123") << QVector<TypedPhone>{};
}

void PhoneTest::typedOnTheWay()
{
    QFETCH(QString, text);
    QFETCH(QVector<TypedPhone>, expected);
    QCOMPARE(typedPhones(text), expected);
}

/// Whatever part of it is typed, the number is found, and where is told.
void PhoneTest::matches_data()
{
    QTest::addColumn<QString>("field");
    QTest::addColumn<QString>("text");
    QTest::addColumn<PhoneMatch>("expected");
    const QString stored = QStringLiteral("8 (903) 636-24-51");
    const auto row = [](const QString &field, const char16_t *typed, PhoneMatch match) {
        QTest::addRow("%s by %s", qPrintable(field), qPrintable(QString::fromUtf16(typed)))
            << field << QString::fromUtf16(typed) << match;
    };
    row(stored, u"+7 903 636-24-51", PhoneMatch::Whole);
    row(stored, u"007 903 636 24 51", PhoneMatch::Whole);
    row(stored, u"2451", PhoneMatch::End);
    row(stored, u"636-24-51", PhoneMatch::End);
    row(stored, u"+7903636", PhoneMatch::Beginning);
    row(stored, u"8 903 636", PhoneMatch::Beginning);
    row(stored, u"8903636", PhoneMatch::Beginning);
    row(stored, u"903636", PhoneMatch::Beginning);
    row(stored, u"636-24", PhoneMatch::Inside);
    row(stored, u"2452", PhoneMatch::None);
    row(stored, u"8 636", PhoneMatch::None);
    row(QStringLiteral("+375 29 123-45-67"), u"00375 29 12", PhoneMatch::Beginning);
    row(QStringLiteral("+7 555 55 55 55"), u"+7 555 55", PhoneMatch::Beginning);
    row(QStringLiteral("832874834"), u"832874834", PhoneMatch::Whole);
    row(QStringLiteral("8(903)6277781 доб. 123"), u"123", PhoneMatch::Whole);
    row(QStringLiteral("8(903)6277781 доб. 123"), u"8(903)6277781 доб. 5", PhoneMatch::Whole);
    row(QStringLiteral("8 903 627-77-81 / 8 495 123-45-67"), u"123-45", PhoneMatch::Inside);
    row(QStringLiteral("12/34/567"), u"34567", PhoneMatch::End);
}

void PhoneTest::matches()
{
    QFETCH(QString, field);
    QFETCH(QString, text);
    QFETCH(PhoneMatch, expected);
    QCOMPARE(phoneMatch(field, typedPhones(text)), expected);
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
