#pragma once

#include <QString>
#include <QStringList>

namespace naryad {

/// The form texts are compared and searched in: NFC, lower case, ё as е, quotes dropped, spaces joined.
QString foldText(const QString &text);

/// What the same keys would have typed in the other of the Russian and Latin layouts ("bdfyjd" ↔ "иванов").
QString swapLayout(const QString &text);

/// The search words of a typed text: folded, split at spaces, empty ones dropped.
QStringList searchWords(const QString &typed);

/// A tooltip or other rich-text-guessing place shows this text as it is (escapes and wraps it).
QString plainTooltip(const QString &text);

/// A menu, tab or status text in which '&' must not become a mnemonic.
QString escapeMnemonic(const QString &text);

} // namespace naryad
