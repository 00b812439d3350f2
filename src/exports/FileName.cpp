#include "exports/FileName.h"

#include <QCoreApplication>
#include <QFileInfo>
#include <QRegularExpression>

namespace naryad::exports {

namespace {

constexpr qsizetype MostBytes = 120;

} // namespace

QString fileName(const QString &text, const QString &suffix)
{
    QString name;
    for (qsizetype at = 0; at < text.size(); ++at) {
        const QChar one = text.at(at);
        const bool pair = one.isHighSurrogate() && at + 1 < text.size() && text.at(at + 1).isLowSurrogate();
        const bool invisible = one.category() == QChar::Other_Control || one.category() == QChar::Other_Format
            || one.category() == QChar::Separator_Line || one.category() == QChar::Separator_Paragraph;
        if (pair) {
            name += one;
            name += text.at(++at);
        } else if (QStringView(u"/\\:*?\"<>|").contains(one)) {
            name += u'-';
        } else if (!invisible && !one.isSurrogate()) {
            name += one;
        }
    }
    name = name.simplified();
    while (name.contains(QLatin1String("..")))
        name.replace(QLatin1String(".."), QLatin1String("."));
    while (name.startsWith(u'.') || name.startsWith(u' '))
        name.remove(0, 1);
    const qsizetype room = MostBytes - suffix.toUtf8().size() - 1;
    while (name.toUtf8().size() > room)
        name.chop(name.size() > 1 && name.back().isLowSurrogate() ? 2 : 1);
    while (name.endsWith(u'.') || name.endsWith(u' '))
        name.chop(1);
    static const QRegularExpression reserved(
        QStringLiteral("^(con|prn|aux|nul|com[0-9]|lpt[0-9])(\\..*)?$"),
        QRegularExpression::CaseInsensitiveOption);
    if (name.isEmpty() || reserved.match(name).hasMatch())
        name = QStringLiteral("naryad");
    return name + u'.' + suffix;
}

QString withSuffix(const QString &file, const QString &suffix)
{
    return QFileInfo(file).suffix().compare(suffix, Qt::CaseInsensitive) == 0 ? file : file + u'.' + suffix;
}

Error fileIsThere(const QString &file)
{
    Error error;
    error.kind = ErrorKind::BadInput;
    error.words = QCoreApplication::translate("naryad::exports", "There is a file of that name already: %1")
                      .arg(file);
    error.place = file;
    return error;
}

} // namespace naryad::exports
