#include "exports/Cells.h"
#include "exports/FileName.h"

#include <QFileInfo>
#include <QRandomGenerator>
#include <QTest>

using namespace naryad;
using namespace Qt::StringLiterals;

namespace {

/// Reads one line of CSV as RFC 4180 says.
QStringList readCsv(const QString &line, QChar separator)
{
    QStringList cells{{}};
    bool quoted = false;
    for (qsizetype i = 0; i < line.size(); ++i) {
        const QChar one = line.at(i);
        if (quoted && one == u'"' && i + 1 < line.size() && line.at(i + 1) == u'"') {
            cells.last() += one;
            ++i;
        } else if (one == u'"') {
            quoted = !quoted;
        } else if (!quoted && one == separator) {
            cells.append(QString());
        } else {
            cells.last() += one;
        }
    }
    return cells;
}

/// Text of the characters that matter, of any length up to 12.
QString madeUp(QRandomGenerator &random)
{
    static const QString signs
        = u"=+-@\t\r\n'\"; ,|&aЯ1\x0001\x0000\x007F\xFEFF\xFFFE\xFF1D\xFF0B\xFF20\xD83D\xDE00\x200B<>()!"_s
        + QChar(0);
    QString text;
    const int length = random.bounded(13);
    for (int i = 0; i < length; ++i)
        text += signs.at(random.bounded(int(signs.size())));
    return text;
}

bool isFormula(const QString &cell)
{
    return !cell.isEmpty()
        && (u"=+-@\t\r\n"_s.contains(cell.front()) || u"\xFF1D\xFF0B\xFF0D\xFF20"_s.contains(cell.front()));
}

} // namespace

/// No text of the service's becomes a formula, a broken row or a way out of a folder.
class CellsTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void whatLooksLikeAFormulaIsGuarded_data();
    void whatLooksLikeAFormulaIsGuarded();
    void aLineHoldsItsCells();
    void noMadeUpCellIsAFormula();
    void aTabbedLineStaysALine();
    void fileNames_data();
    void fileNames();
    void noMadeUpNameLeavesItsFolder();
};

void CellsTest::whatLooksLikeAFormulaIsGuarded_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("guarded");
    QTest::newRow("sum") << u"=SUM(A1)"_s << u"'=SUM(A1)"_s;
    QTest::newRow("phone") << u"+7 903 627-77-81"_s << u"'+7 903 627-77-81"_s;
    QTest::newRow("minus") << u"-1"_s << u"'-1"_s;
    QTest::newRow("at") << u"@SUM(A1)"_s << u"'@SUM(A1)"_s;
    QTest::newRow("tab") << u"\t=1"_s << u"'\t=1"_s;
    QTest::newRow("return") << u"\r=1"_s << u"'\n=1"_s;
    QTest::newRow("behind what is not shown") << QString(QChar(1)) + u"=1"_s << u"'=1"_s;
    QTest::newRow("full width") << u"＝1"_s << u"'＝1"_s;
    QTest::newRow("inside") << u"a=1"_s << u"a=1"_s;
    QTest::newRow("nothing") << QString() << QString();
    QTest::newRow("half a pair") << QString(QChar(0xD83D)) << QString(QChar(0xFFFD));
    QTest::newRow("a pair") << u"😀"_s << u"😀"_s;
}

void CellsTest::whatLooksLikeAFormulaIsGuarded()
{
    QFETCH(QString, text);
    QFETCH(QString, guarded);
    QCOMPARE(exports::guarded(text), guarded);
}

void CellsTest::aLineHoldsItsCells()
{
    const QStringList cells{u"a;b"_s, u"a,b"_s, u"say \"no\""_s, u"two\nlines"_s, {}, u" edge "_s, u"Ё"_s};
    for (const QChar separator : {u';', u','})
        QCOMPARE(readCsv(exports::csvLine(cells, separator), separator), cells);
    QCOMPARE(exports::csvLine({u"1"_s, u"=2"_s}, u';'), u"1;'=2"_s);
}

void CellsTest::noMadeUpCellIsAFormula()
{
    QRandomGenerator random(20261124);
    int guarded = 0;
    for (int i = 0; i < 100000; ++i) {
        const QStringList cells{madeUp(random), madeUp(random), madeUp(random)};
        for (const QChar separator : {u';', u','}) {
            const QString line = exports::csvLine(cells, separator);
            const QStringList read = readCsv(line, separator);
            QCOMPARE(read.size(), cells.size());
            for (int at = 0; at < 3; ++at) {
                QVERIFY2(!isFormula(read.at(at)), qPrintable(line));
                const QString clean = exports::cleaned(cells.at(at));
                QCOMPARE(read.at(at), isFormula(clean) ? u'\'' + clean : clean);
                guarded += isFormula(clean);
            }
        }
    }
    QVERIFY(guarded > 1000);
}

void CellsTest::aTabbedLineStaysALine()
{
    QRandomGenerator random(7);
    for (int i = 0; i < 20000; ++i) {
        const QString line = exports::tsvLine({madeUp(random), madeUp(random)});
        QVERIFY(!line.contains(u'\n') && !line.contains(u'\r'));
        const QStringList read = line.split(u'\t');
        QCOMPARE(read.size(), 2);
        QVERIFY(!isFormula(read.at(0)) && !isFormula(read.at(1)));
    }
}

void CellsTest::fileNames_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("name");
    QTest::newRow("plain") << u"Tasks 2026-11-24"_s << u"Tasks 2026-11-24.csv"_s;
    QTest::newRow("path") << u"../../etc/passwd"_s << u"-.-etc-passwd.csv"_s;
    QTest::newRow("hidden") << u"...x"_s << u"x.csv"_s;
    QTest::newRow("windows") << u"a:b\\c*?"_s << u"a-b-c--.csv"_s;
    QTest::newRow("device") << u"NUL"_s << u"naryad.csv"_s;
    QTest::newRow("nothing") << QString(QChar(0)) << u"naryad.csv"_s;
}

void CellsTest::fileNames()
{
    QFETCH(QString, text);
    QFETCH(QString, name);
    QCOMPARE(exports::fileName(text, u"csv"_s), name);
}

void CellsTest::noMadeUpNameLeavesItsFolder()
{
    QRandomGenerator random(3);
    static const QString signs = u"/\\:.. \0\nЯ😀a"_s;
    for (int i = 0; i < 20000; ++i) {
        QString text;
        const int length = random.bounded(200);
        for (int at = 0; at < length; ++at)
            text += signs.at(random.bounded(int(signs.size())));
        const QString name = exports::fileName(text, u"xlsx"_s);
        QVERIFY(name.toUtf8().size() <= 120);
        QVERIFY(name.endsWith(u".xlsx") && name.size() > 5);
        QCOMPARE(QFileInfo(u"/folder/"_s + name).fileName(), name);
        QVERIFY(!name.startsWith(u'.') && !name.contains(u".."_s) && !name.contains(QChar(0)));
    }
}

QTEST_GUILESS_MAIN(CellsTest)
#include "CellsTest.moc"
