#pragma once

#include <QString>
#include <QStringList>

namespace naryad {

/// The digits by which phones in a field are found, in its order; no key twice. `+7 (903) 627-77-81`, `8
/// 903…` and `007 903…` are all `9036277781`; an extension is a key of its own; a field may hold several
/// numbers. Nothing is refused: what has digits has a key (the service's own samples are no valid numbers).
QStringList phoneKeys(const QString &field);

/// The same of a number somebody typed to look for it; empty where that is no number: letters in it, or fewer
/// than three digits.
QString typedPhoneKey(const QString &typed);

/// As it is shown: `+7 (903) 627-77-81` where it has exactly ten national digits, else as typed.
QString phoneShown(const QString &field);

} // namespace naryad
