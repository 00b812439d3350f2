#pragma once

#include <QString>

namespace naryad {

/// A text that is to stand between quotes: its own «…» become „…“, so that two pairs of the same never meet.
inline QString innerQuotes(QString text)
{
    return text.replace(QChar(0x00AB), QChar(0x201E)).replace(QChar(0x00BB), QChar(0x201C));
}

} // namespace naryad
