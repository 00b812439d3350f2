#pragma once

#include <QString>
#include <QStringList>
#include <QVector>

namespace naryad {

/// The digits by which phones in a field are found, in its order; no key twice. `+7 (903) 627-77-81`, `8
/// 903…` and `007 903…` are all `9036277781`; an extension is a key of its own; a field may hold several
/// numbers. Nothing is refused: what has digits has a key (the service's own samples are no valid numbers).
QStringList phoneKeys(const QString &field);

/// A number somebody types to look for it, maybe not to its end yet.
struct TypedPhone
{
    QString digits; ///< stand anywhere in the key looked for; three at least
    QString beginning{}; ///< or the key begins so: without what may be the way into the country; empty: none
    friend bool operator==(const TypedPhone &, const TypedPhone &) = default;
};

/// The numbers in a typed or pasted text: `+7903636`, `636-24`, `2451`, `тел: 8 (903) 627-77-81 доб. 12`, two
/// by a comma or a slash. Empty where it is something else: other words in it, or fewer than three digits.
QVector<TypedPhone> typedPhones(const QString &typed);

/// The whole digits of the first of them; empty where there is none.
QString typedPhoneKey(const QString &typed);

/// Where in a key the typed digits stand; the better the earlier.
enum class PhoneMatch {
    Whole,
    End,
    Beginning,
    Inside,
    None,
};
PhoneMatch phoneMatch(const QString &key, const TypedPhone &typed);
/// The best of all keys of a field and all typed numbers.
PhoneMatch phoneMatch(const QString &field, const QVector<TypedPhone> &typed);

/// As it is shown: `+7 (903) 627-77-81` where it has exactly ten national digits, else as typed.
QString phoneShown(const QString &field);

} // namespace naryad
