#pragma once

#include <QString>
#include <QStringList>
#include <QVector>

namespace naryad::store {

/// A name as it is compared with others: folded, legal forms ("ООО", "Ltd") and all but letters and digits
/// left out, the words apart by one space. A name that is nothing else stays as it is.
QString bareName(const QString &name);

/// Groups of the places whose names are the same by bareName(), or differ by one letter written otherwise,
/// left out or put in. That only for names of five letters or more and never for a digit: "Магазин 1" is not
/// "Магазин 2". Work and memory grow with the letters of all names, not with the pairs. Each group and the
/// groups are in the order of the places.
QVector<QVector<int>> namesAlike(const QStringList &names);

} // namespace naryad::store
