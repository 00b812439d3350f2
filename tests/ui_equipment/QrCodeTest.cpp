#include "print/QrCode.h"
#include "print/EquipmentLabel.h"

#include <QFile>
#include <QImage>
#include <QPainter>
#include <QTemporaryDir>
#include <QTest>

#include <functional>

using namespace naryad::ui;
using namespace Qt::StringLiterals;

namespace {

constexpr int Size = 21; ///< modules a side of the smallest code

/// Not data: the three finder patterns with what stands beside them, and the timing lines.
bool isFunction(int x, int y)
{
    const bool corner = (x < 9 && y < 9) || (x >= Size - 8 && y < 9) || (x < 9 && y >= Size - 8);
    return corner || x == 6 || y == 6;
}

bool isInverted(int mask, int x, int y)
{
    switch (mask) {
    case 0:
        return (x + y) % 2 == 0;
    case 1:
        return y % 2 == 0;
    case 2:
        return x % 3 == 0;
    case 3:
        return (x + y) % 3 == 0;
    case 4:
        return (x / 3 + y / 2) % 2 == 0;
    case 5:
        return x * y % 2 + x * y % 3 == 0;
    case 6:
        return (x * y % 2 + x * y % 3) % 2 == 0;
    default:
        return ((x + y) % 2 + x * y % 3) % 2 == 0;
    }
}

/// The text of a code of the smallest size as the standard (ISO/IEC 18004) reads it; empty where it is none.
QByteArray read(const std::function<bool(int, int)> &dark)
{
    int format = 0;
    for (int i = 0; i < 6; ++i)
        format |= int(dark(8, i)) << i;
    format |= int(dark(8, 7)) << 6 | int(dark(8, 8)) << 7 | int(dark(7, 8)) << 8;
    for (int i = 9; i < 15; ++i)
        format |= int(dark(14 - i, 8)) << i;
    format ^= 0x5412;
    const int level = format >> 13;
    const int mask = format >> 10 & 7;
    if (level != 3) // Q
        return {};
    QVector<bool> bits;
    for (int right = Size - 1; right >= 1; right -= 2) {
        if (right == 6)
            right = 5;
        for (int step = 0; step < Size; ++step) {
            for (int x = right; x > right - 2; --x) {
                const bool upward = ((right + 1) & 2) == 0;
                const int y = upward ? Size - 1 - step : step;
                if (!isFunction(x, y))
                    bits.append(dark(x, y) != isInverted(mask, x, y));
            }
        }
    }
    qsizetype at = 0;
    const auto number = [&](int length) {
        int value = 0;
        for (int i = 0; i < length; ++i)
            value = value << 1 | int(bits.value(at++));
        return value;
    };
    if (number(4) != 4) // bytes
        return {};
    QByteArray text(number(8), '\0');
    for (char &one : text)
        one = static_cast<char>(number(8));
    return text;
}

} // namespace

/// The code on a label of equipment.
class QrCodeTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void itSaysTheText_data();
    void itSaysTheText();
    void whatDoesNotFitIsNone();
    void theLabelShowsIt();
    void theLabelIsAPdf();
};

void QrCodeTest::itSaysTheText_data()
{
    QTest::addColumn<QString>("text");
    QTest::newRow("a serial number") << u"Q1234"_s;
    QTest::newRow("digits") << u"00010203"_s;
    QTest::newRow("small letters and marks") << u"df/45-b.7"_s;
    QTest::newRow("Russian") << u"СМА-5"_s;
}

void QrCodeTest::itSaysTheText()
{
    QFETCH(QString, text);
    const auto code = qrCodeOf(text);
    QVERIFY(code);
    QCOMPARE(code->width, Size);
    QCOMPARE(code->modules.size(), Size * Size);
    QCOMPARE(read([&](int x, int y) { return code->isDark(x, y); }), text.toUtf8());
}

void QrCodeTest::whatDoesNotFitIsNone()
{
    QVERIFY(!qrCodeOf({}));
    QVERIFY(!qrCodeOf(QString(5000, u'x')));
    const auto larger = qrCodeOf(u"СМА Ariston BI WMHL 71283 с/н DF4534346JG453"_s);
    QVERIFY(larger && larger->width > Size);
}

void QrCodeTest::theLabelShowsIt()
{
    QImage image(700, 370, QImage::Format_RGB32);
    image.fill(Qt::red);
    QPainter painter(&image);
    const QRectF place(0, 0, image.width(), image.height());
    paintLabel(painter, place, {u"Q1234"_s, u"150 SX"_s, u"Ромашка"_s});
    painter.end();
    // As a reader finds it: where the first dark pixel is, the corner of the code is.
    int left = -1;
    int top = -1;
    for (int y = 0; y < image.height() && left < 0; ++y) {
        for (int x = 0; x < image.width() / 2; ++x) {
            if (qGray(image.pixel(x, y)) < 128) {
                left = x;
                top = y;
                break;
            }
        }
    }
    QVERIFY(left > 0 && top > 0);
    int finder = 0;
    while (qGray(image.pixel(left + finder, top)) < 128)
        ++finder;
    const double module = finder / 7.0;
    const QByteArray text = read([&](int x, int y) {
        return qGray(image.pixel(int(left + (x + 0.5) * module), int(top + (y + 0.5) * module))) < 128;
    });
    QCOMPARE(text, QByteArray("Q1234"));
    // Words beside it.
    bool written = false;
    for (int y = 0; y < image.height(); ++y)
        written = written || qGray(image.pixel(image.width() * 3 / 5, y)) < 128;
    QVERIFY(written);
}

void QrCodeTest::theLabelIsAPdf()
{
    QTemporaryDir folder;
    const QString path = folder.filePath(u"label.pdf"_s);
    const LabelWords words{u"Q1234"_s, u"150 SX"_s, u"Ромашка"_s};
    QVERIFY(writeLabelPdf(words, path, false));
    QFile file(path);
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QByteArray pdf = file.readAll();
    QVERIFY(pdf.startsWith("%PDF"));
    QVERIFY(pdf.contains("/MediaBox [0 0 198") || pdf.contains("/MediaBox [0 0 199"));
    QVERIFY(!writeLabelPdf(words, path, false));
    QVERIFY(writeLabelPdf(words, path, true));
    QVERIFY(!writeLabelPdf(words, folder.filePath(u"no/label.pdf"_s), true));
}

QTEST_MAIN(QrCodeTest)

#include "QrCodeTest.moc"
