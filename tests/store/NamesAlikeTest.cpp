#include "NamesAlike.h"
#include "StoreFixture.h"

#include <QTest>

using namespace naryad;
using namespace naryad::test;
using store::bareName;
using store::namesAlike;

/// Names that are the same, or nearly.
class NamesAlikeTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void bare_data();
    void bare();
    void alike_data();
    void alike();
    void severalGroups();
    void aHundredThousandNames();
};

void NamesAlikeTest::bare_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("expected");
    QTest::addRow("form and quotes") << text(u"ООО «Ёлка»") << text(u"елка");
    QTest::addRow("form behind") << text(u"Ёлка, ООО") << text(u"елка");
    QTest::addRow("in full") << text(u"Общество с ограниченной ответственностью \"Ёлка\"") << text(u"елка");
    QTest::addRow("latin") << QStringLiteral("Fir Tree, Ltd.") << QStringLiteral("fir tree");
    QTest::addRow("person") << text(u"ИП Иванов И. И.") << text(u"иванов и и");
    QTest::addRow("hyphen") << text(u"Сервис-Плюс") << text(u"сервис плюс");
    QTest::addRow("only a form") << text(u"ООО") << text(u"ооо");
    QTest::addRow("a word that begins like one") << text(u"ИПотека") << text(u"ипотека");
    QTest::addRow("nothing") << QStringLiteral("—") << QString();
}

void NamesAlikeTest::bare()
{
    QFETCH(QString, name);
    QFETCH(QString, expected);
    QCOMPARE(bareName(name), expected);
}

void NamesAlikeTest::alike_data()
{
    QTest::addColumn<QString>("one");
    QTest::addColumn<QString>("other");
    QTest::addColumn<bool>("expected");
    QTest::addRow("form") << text(u"ООО «Ромашка»") << text(u"ромашка") << true;
    QTest::addRow("another letter") << text(u"Ромашка") << text(u"Рамашка") << true;
    QTest::addRow("one more") << text(u"Ромашка") << text(u"Роомашка") << true;
    QTest::addRow("one less at the end") << text(u"Ромашка") << text(u"Ромашк") << true;
    QTest::addRow("one more before") << text(u"Ромашка") << text(u"аРомашка") << true;
    QTest::addRow("two") << text(u"Ромашка") << text(u"Рамажка") << false;
    QTest::addRow("two places") << text(u"Ромашка") << text(u"омашкаа") << false;
    QTest::addRow("short") << text(u"Кран") << text(u"Кром") << false;
    QTest::addRow("short by one") << text(u"Кран") << text(u"Краб") << false;
    QTest::addRow("five") << text(u"Краны") << text(u"Храны") << true;
    QTest::addRow("numbers") << text(u"Магазин 1") << text(u"Магазин 2") << false;
    QTest::addRow("number and none") << text(u"Магазин") << text(u"Магазин 2") << false;
    QTest::addRow("same number") << text(u"Магазин 12") << text(u"Магазын 12") << true;
    QTest::addRow("other runs") << text(u"Магазин 1 2") << text(u"Магазин 12") << false;
    QTest::addRow("nothing to compare") << QStringLiteral("—") << QStringLiteral("…") << false;
}

void NamesAlikeTest::alike()
{
    QFETCH(QString, one);
    QFETCH(QString, other);
    QFETCH(bool, expected);
    QCOMPARE(!namesAlike({one, other}).isEmpty(), expected);
    QCOMPARE(!namesAlike({other, one}).isEmpty(), expected);
}

void NamesAlikeTest::severalGroups()
{
    const QVector<QVector<int>> groups = namesAlike(
        {text(u"Ель"), text(u"Ромашка"), text(u"Василёк"), text(u"ООО Ель"), text(u"Рoмашка"), // a Latin o
         text(u"Сосна"), text(u"Ромашкa")});
    QCOMPARE(groups, (QVector<QVector<int>>{{0, 3}, {1, 4, 6}}));
}

/// In one family, much alike: what a comparison of each with each would take hours for.
void NamesAlikeTest::aHundredThousandNames()
{
    QStringList names;
    for (int i = 0; i < 100000; ++i) {
        // Letters in the place of digits, three of each: two names differ in three letters or more.
        QString code;
        for (int left = i, place = 0; place < 5; ++place, left /= 10)
            code += QString(3, QChar(static_cast<char16_t>(u'а' + left % 10)));
        names.append(text(u"Торговый дом ") + code);
    }
    names.append(text(u"Торговый дом ааабббвввгггддц"));
    names[77777] = text(u"Торговый дом ааабббвввгггддд");
    names[33333] = text(u"ООО «Совсем другое»");
    const auto groups = namesAlike(names);
    QVERIFY(!groups.isEmpty());
    bool found = false;
    for (const QVector<int> &group : groups)
        found |= group.contains(77777) && group.contains(100000);
    QVERIFY(found);
    for (const QVector<int> &group : groups)
        QVERIFY(group.size() <= 3);
}

QTEST_GUILESS_MAIN(NamesAlikeTest)
#include "NamesAlikeTest.moc"
