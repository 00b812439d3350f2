#include "core/Text.h"

#include <QHash>

#include <iterator>

namespace naryad {

namespace {

constexpr char16_t Latin[] = u"qwertyuiop[]asdfghjkl;'zxcvbnm,.`QWERTYUIOP{}ASDFGHJKL:\"ZXCVBNM<>~";
constexpr char16_t Cyrillic[] = u"йцукенгшщзхъфывапролджэячсмитьбюёЙЦУКЕНГШЩЗХЪФЫВАПРОЛДЖЭЯЧСМИТЬБЮЁ";
static_assert(std::size(Latin) == std::size(Cyrillic));

const QHash<QChar, QChar> &layoutTable()
{
    static const QHash<QChar, QChar> table = [] {
        QHash<QChar, QChar> made;
        for (size_t i = 0; Latin[i] != 0; ++i) {
            made.insert(QChar(Latin[i]), QChar(Cyrillic[i]));
            made.insert(QChar(Cyrillic[i]), QChar(Latin[i]));
        }
        return made;
    }();
    return table;
}

bool isQuote(QChar letter)
{
    static const QString quotes = QStringLiteral("«»„“”‘’\"'`");
    return quotes.contains(letter);
}

} // namespace

QString foldText(const QString &text)
{
    const QString normal = text.normalized(QString::NormalizationForm_C).toLower();
    QString folded;
    folded.reserve(normal.size());
    for (QChar letter : normal) {
        if (isQuote(letter))
            continue;
        if (letter == QChar(u'ё'))
            letter = QChar(u'е');
        if (letter.isSpace() || letter == QChar(QChar::Nbsp))
            letter = QLatin1Char(' ');
        if (letter == QLatin1Char(' ') && (folded.isEmpty() || folded.endsWith(QLatin1Char(' '))))
            continue;
        folded.append(letter);
    }
    if (folded.endsWith(QLatin1Char(' ')))
        folded.chop(1);
    return folded;
}

QString swapLayout(const QString &text)
{
    QString swapped = text;
    for (QChar &letter : swapped)
        letter = layoutTable().value(letter, letter);
    return swapped;
}

QStringList searchWords(const QString &typed)
{
    return foldText(typed).split(QLatin1Char(' '), Qt::SkipEmptyParts);
}

QString plainTooltip(const QString &text)
{
    if (text.isEmpty())
        return {};
    QString escaped = text.toHtmlEscaped();
    escaped.replace(QLatin1Char('\n'), QLatin1String("<br>"));
    return QStringLiteral("<qt>") + escaped + QStringLiteral("</qt>");
}

QString escapeMnemonic(const QString &text)
{
    QString escaped = text;
    return escaped.replace(QLatin1Char('&'), QLatin1String("&&"));
}

} // namespace naryad
