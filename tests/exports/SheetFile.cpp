#include "SheetFile.h"

#include <QFile>
#include <QXmlStreamReader>
#include <QtEndian>

#include <zlib.h>

namespace naryad::test {

namespace {

quint16 shortAt(const QByteArray &bytes, qsizetype at)
{
    return qFromLittleEndian<quint16>(bytes.constData() + at);
}

quint32 longAt(const QByteArray &bytes, qsizetype at)
{
    return qFromLittleEndian<quint32>(bytes.constData() + at);
}

QByteArray inflated(const QByteArray &packed, quint32 size)
{
    QByteArray out(qsizetype(size), '\0');
    z_stream stream{};
    if (inflateInit2(&stream, -MAX_WBITS) != Z_OK)
        return {};
    stream.next_in = reinterpret_cast<Bytef *>(const_cast<char *>(packed.constData()));
    stream.avail_in = static_cast<uInt>(packed.size());
    stream.next_out = reinterpret_cast<Bytef *>(out.data());
    stream.avail_out = size;
    const int ended = inflate(&stream, Z_FINISH);
    inflateEnd(&stream);
    return ended == Z_STREAM_END ? out : QByteArray();
}

QMap<QString, SheetCell> cellsOf(const QByteArray &sheet)
{
    QMap<QString, SheetCell> cells;
    QXmlStreamReader xml(sheet);
    QString at;
    while (!xml.atEnd()) {
        xml.readNext();
        if (!xml.isStartElement())
            continue;
        if (xml.name() == QLatin1String("c")) {
            at = xml.attributes().value(QLatin1String("r")).toString();
            cells[at].type = xml.attributes().value(QLatin1String("t")).toString();
        } else if (xml.name() == QLatin1String("f")) {
            cells[at].formula = true;
        } else if (xml.name() == QLatin1String("t") || xml.name() == QLatin1String("v")) {
            cells[at].text = xml.readElementText();
        }
    }
    return xml.hasError() ? QMap<QString, SheetCell>() : cells;
}

} // namespace

QMap<QString, QByteArray> partsOf(const QString &file)
{
    QMap<QString, QByteArray> parts;
    QFile archive(file);
    if (!archive.open(QIODevice::ReadOnly))
        return parts;
    const QByteArray all = archive.readAll();
    // The directory at the end of the archive tells every size.
    for (qsizetype at = all.indexOf("PK\x01\x02"); at >= 0 && at + 46 <= all.size();
         at = all.indexOf("PK\x01\x02", at + 46)) {
        const quint16 nameSize = shortAt(all, at + 28);
        const QString name = QString::fromUtf8(all.mid(at + 46, nameSize));
        const qsizetype local = longAt(all, at + 42);
        const qsizetype data = local + 30 + shortAt(all, local + 26) + shortAt(all, local + 28);
        const QByteArray packed = all.mid(data, longAt(all, at + 20));
        parts.insert(name, shortAt(all, at + 10) == 0 ? packed : inflated(packed, longAt(all, at + 24)));
    }
    return parts;
}

QVector<QMap<QString, SheetCell>> sheetsOf(const QString &file)
{
    QVector<QMap<QString, SheetCell>> sheets;
    const QMap<QString, QByteArray> parts = partsOf(file);
    for (int number = 1;; ++number) {
        const auto part = parts.constFind(QStringLiteral("xl/worksheets/sheet%1.xml").arg(number));
        if (part == parts.cend())
            return sheets;
        sheets.append(cellsOf(*part));
    }
}

} // namespace naryad::test
