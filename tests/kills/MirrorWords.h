#pragma once

#include <QString>
#include <QStringList>

namespace naryad::test {

/// All that a mirror tells of the service, a line an object, in an order of its own: two that tell the same
/// are equal. Rows' numbers, what has gone and what this computer laid over it are left out. Empty: it can't
/// be read.
QStringList mirrorWords(const QString &folder);

/// What only one of them tells, for a test's message; empty where they are equal.
QString difference(const QStringList &left, const QStringList &right);

} // namespace naryad::test
