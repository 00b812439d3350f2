#pragma once

#include <QByteArray>

namespace naryad::test::samples {

/// The text without its `//` comments and the spaces before them, which the document puts into most of its
/// bodies.
inline QByteArray withoutComments(const QByteArray &text)
{
    QByteArray kept;
    bool quoted = false;
    for (qsizetype at = 0; at < text.size(); ++at) {
        if (!quoted && text.mid(at, 2) == "//") {
            at = text.indexOf('\n', at) - 1;
            while (kept.endsWith(' ') || kept.endsWith('\t'))
                kept.chop(1);
            continue;
        }
        quoted ^= text.at(at) == '"';
        kept += text.at(at);
    }
    return kept;
}

/// The same with `from` replaced, once, by `to`; a `from` that is not there leaves nothing, so that a test
/// tells.
inline QByteArray mended(const QByteArray &printed, const QByteArray &from, const QByteArray &to)
{
    QByteArray text = withoutComments(printed);
    const auto at = text.indexOf(from);
    return at < 0 ? QByteArray() : text.replace(at, from.size(), to);
}

} // namespace naryad::test::samples
