#include "exports/Cells.h"

namespace naryad::exports {

namespace {

/// A spreadsheet that folds full-width forms would read these as a formula, too.
bool startsFormula(QChar first)
{
    switch (first.unicode()) {
    case u'=':
    case u'+':
    case u'-':
    case u'@':
    case u'\t':
    case u'\r':
    case u'\n':
    case 0xFF1D:
    case 0xFF0B:
    case 0xFF0D:
    case 0xFF20:
        return true;
    default:
        return false;
    }
}

bool isAllowed(QChar one)
{
    const char16_t code = one.unicode();
    return code >= 0x20 ? code != 0x7F && code != 0xFFFE && code != 0xFFFF : code == u'\t' || code == u'\n';
}

} // namespace

QString cleaned(const QString &text)
{
    QString clean;
    clean.reserve(text.size());
    for (qsizetype at = 0; at < text.size(); ++at) {
        const QChar one = text.at(at);
        if (one.isHighSurrogate() && at + 1 < text.size() && text.at(at + 1).isLowSurrogate()) {
            clean += one;
            clean += text.at(++at);
        } else if (one.isSurrogate()) {
            clean += QChar(QChar::ReplacementCharacter);
        } else if (one == u'\r') {
            if (at + 1 >= text.size() || text.at(at + 1) != u'\n')
                clean += u'\n';
        } else if (isAllowed(one)) {
            clean += one;
        }
    }
    return clean;
}

QString guarded(const QString &text)
{
    const QString clean = cleaned(text);
    return !clean.isEmpty() && startsFormula(clean.front()) ? u'\'' + clean : clean;
}

QString csvLine(const QStringList &cells, QChar separator)
{
    QString line;
    for (qsizetype i = 0; i < cells.size(); ++i) {
        if (i > 0)
            line += separator;
        QString cell = guarded(cells.at(i));
        const bool quoted = cell.contains(separator) || cell.contains(u'"') || cell.contains(u'\n')
            || cell.contains(u';') || cell.contains(u',') || cell.contains(u'\t') || cell.startsWith(u' ')
            || cell.endsWith(u' ');
        if (quoted) {
            cell.replace(u'"', QStringLiteral("\"\""));
            cell = u'"' + cell + u'"';
        }
        line += cell;
    }
    return line;
}

QString tsvLine(const QStringList &cells)
{
    QString line;
    for (qsizetype i = 0; i < cells.size(); ++i) {
        if (i > 0)
            line += u'\t';
        QString cell = cleaned(cells.at(i));
        cell.replace(u'\t', u' ').replace(u'\n', u' ');
        line += guarded(cell);
    }
    return line;
}

} // namespace naryad::exports
