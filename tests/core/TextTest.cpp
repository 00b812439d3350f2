#include "core/Text.h"

#include <QTest>

using namespace naryad;

/// How texts are compared, searched and shown.
class TextTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void folded_data();
    void folded();
    void wordsOfASearch();
    void theOtherLayout_data();
    void theOtherLayout();
    void everyKeyGoesThereAndBack();
    void shownAsItIs();
};

namespace {

QString text(const char16_t *words)
{
    return QString::fromUtf16(words);
}

} // namespace

void TextTest::folded_data()
{
    QTest::addColumn<QString>("from");
    QTest::addColumn<QString>("to");
    const auto row = [](const char *name, const char16_t *from, const char16_t *to) {
        QTest::addRow("%s", name) << text(from) << text(to);
    };
    row("nothing", u"", u"");
    row("spaces alone", u" \t\u00a0\n ", u"");
    row("case", u"ООО РОМАШКА Ltd", u"ооо ромашка ltd");
    row("yo", u"Ёлка, пчёлы", u"елка, пчелы");
    row("yo of two code points", u"е\u0308лка", u"елка");
    row("short i of two code points", u"и\u0306од", u"йод");
    row("quotes", u"«Ёж» „а“ ”б” ‘в’ \"г\" 'д' `е`", u"еж а б в г д е");
    row("a quote within", u"О’Нил Д'Артаньян", u"онил дартаньян");
    row("joined spaces", u"  a \u00a0 b\u2003c\r\n\td  ", u"a b c d");
    row("a space that quotes leave", u"« а » б", u"а б");
    row("signs stay", u"№ 5/2-а (кв. 7) + №6", u"№ 5/2-а (кв. 7) + №6");
}

void TextTest::folded()
{
    QFETCH(QString, from);
    QFETCH(QString, to);
    QCOMPARE(foldText(from), to);
    QCOMPARE(foldText(to), to); // and no further
    QCOMPARE(foldText(from.toUpper()), to);
}

void TextTest::wordsOfASearch()
{
    QCOMPARE(
        searchWords(text(u"  «Иван»  ПЁТР \u00a0 5 ")),
        QStringList({text(u"иван"), text(u"петр"), QStringLiteral("5")}));
    QCOMPARE(searchWords(text(u" \" ")), QStringList());
    QCOMPARE(searchWords({}), QStringList());
}

void TextTest::theOtherLayout_data()
{
    QTest::addColumn<QString>("typed");
    QTest::addColumn<QString>("meant");
    const auto row = [](const char16_t *typed, const char16_t *meant) {
        QTest::addRow("%s", qPrintable(text(typed))) << text(typed) << text(meant);
    };
    row(u"bdfyjd", u"иванов");
    row(u"Bdfyjd", u"Иванов");
    row(u"BDFYJD", u"ИВАНОВ");
    row(u"'kmlfh", u"эльдар");
    row(u"\"kmlfh", u"Эльдар");
    row(u"{fhmrjd", u"Харьков");
    row(u":erjd", u"Жуков");
    row(u"<jhbcjd", u"Борисов");
    row(u">hbq", u"Юрий");
    row(u"`krf ~krf", u"ёлка Ёлка");
    row(u"руддщ", u"hello");
    row(u"РУДДЩ 5", u"HELLO 5");
}

void TextTest::theOtherLayout()
{
    QFETCH(QString, typed);
    QFETCH(QString, meant);
    QCOMPARE(swapLayout(typed), meant);
    QCOMPARE(swapLayout(meant), typed);
}

void TextTest::everyKeyGoesThereAndBack()
{
    const QString cyrillic = text(u"абвгдеёжзийклмнопрстуфхцчшщъыьэюя");
    for (const QString &letters : {cyrillic, cyrillic.toUpper()}) {
        QSet<QChar> keys;
        for (QChar letter : letters) {
            const QString key = swapLayout(QString(letter));
            QVERIFY2(key.at(0).unicode() < 0x80, qPrintable(QString(letter)));
            QCOMPARE(swapLayout(key), QString(letter));
            keys.insert(key.at(0));
        }
        QCOMPARE(keys.size(), 33);
    }
    QCOMPARE(swapLayout(QStringLiteral("0123456789 -=+()")), QStringLiteral("0123456789 -=+()"));
}

void TextTest::shownAsItIs()
{
    QCOMPARE(plainTooltip({}), QString());
    QCOMPARE(
        plainTooltip(QStringLiteral("a < b & \"c\"\n<img src=x>")),
        QStringLiteral("<qt>a &lt; b &amp; &quot;c&quot;<br>&lt;img src=x&gt;</qt>"));
    QCOMPARE(escapeMnemonic(QStringLiteral("R&D && more")), QStringLiteral("R&&D &&&& more"));
}

QTEST_GUILESS_MAIN(TextTest)
#include "TextTest.moc"
