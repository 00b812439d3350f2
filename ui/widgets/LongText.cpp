#include "LongText.h"

#include <QCoreApplication>
#include <QLocale>

#include <algorithm>

namespace naryad::ui {

namespace {

constexpr int MostShown = 64 * 1024; ///< characters of one text; laying out more takes seconds
constexpr int LongestRun = 200; ///< and so does a line that can't be wrapped between words

} // namespace

QString capped(const QString &text)
{
    if (text.size() <= MostShown)
        return text;
    const qsizetype kept = text.at(MostShown - 1).isHighSurrogate() ? MostShown - 1 : MostShown;
    return text.left(kept) + QLatin1Char('\n')
        + QCoreApplication::translate("naryad::ui::TaskText", "… %1 more characters are not shown")
              .arg(QLocale().toString(text.size() - kept));
}

QString broken(const QString &text)
{
    QString lines;
    lines.reserve(text.size() + text.size() / LongestRun);
    int run = 0;
    for (const QChar one : text) {
        run = one.isSpace() ? 0 : run + 1;
        if (run > LongestRun && !one.isLowSurrogate() && (!one.isMark() || run > 2 * LongestRun)) {
            lines.append(QLatin1Char('\n'));
            run = 1;
        }
        lines.append(one);
    }
    return lines;
}

QString laidOut(const QString &json)
{
    QString lines;
    int depth = 0;
    bool inText = false;
    const auto newLine
        = [&] { lines += QLatin1Char('\n') + QString(2 * std::min(depth, 40), QLatin1Char(' ')); };
    for (qsizetype at = 0; at < json.size(); ++at) {
        const QChar one = json.at(at);
        if (inText) {
            lines += one;
            if (one == QLatin1Char('\\') && at + 1 < json.size())
                lines += json.at(++at);
            inText = one != QLatin1Char('"');
            continue;
        }
        if (one.isSpace())
            continue;
        const bool closes = one == QLatin1Char('}') || one == QLatin1Char(']');
        if (closes) {
            --depth;
            // Nothing between the brackets stays on one line.
            if (!lines.endsWith(QLatin1Char('{')) && !lines.endsWith(QLatin1Char('[')))
                newLine();
        } else if (lines.endsWith(QLatin1Char('{')) || lines.endsWith(QLatin1Char('['))) {
            newLine();
        }
        lines += one;
        inText = one == QLatin1Char('"');
        if (one == QLatin1Char('{') || one == QLatin1Char('['))
            ++depth;
        else if (one == QLatin1Char(','))
            newLine();
        else if (one == QLatin1Char(':'))
            lines += QLatin1Char(' ');
    }
    return lines;
}

} // namespace naryad::ui
