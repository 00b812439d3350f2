#pragma once

#include <QString>

namespace naryad::ui {

/// The text with invisible places to break in runs of more than `longest` characters without a space: a
/// word-wrapped label is at least as wide as its longest word, and a service's words or a path may hold one
/// of any length.
inline QString breakable(const QString &text, int longest = 24)
{
    QString broken;
    broken.reserve(text.size() + text.size() / longest);
    int run = 0;
    for (const QChar one : text) {
        run = one.isSpace() ? 0 : run + 1;
        if (run > longest && !one.isLowSurrogate() && !one.isMark()) {
            broken.append(QChar(0x200b));
            run = 1;
        }
        broken.append(one);
    }
    return broken;
}

} // namespace naryad::ui
