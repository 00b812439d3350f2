#pragma once

#include <QString>
#include <QStringList>
#include <QVector>

#include <cstdint>

/// The words of the made-up tasks, by how many tasks say them: what a search finds is known beforehand.
namespace naryad::bench {

/// The same number for the same place and turn, always; below `below`.
quint32 drawn(qint64 place, int turn, quint32 below);

namespace words {

QString common(); ///< in 45 of 100 tasks
QString alsoCommon(); ///< in 42 of 100, independently
QString commonOld(); ///< in 45 of 100, of the older half only
QString here(); ///< in 42 of 100
QString there(); ///< in 42 of 100, never together with here()
QStringList ofOnePercent(); ///< each in one task of a hundred
QString ofTen(int which); ///< in about ten tasks; `which` below RareWords
inline constexpr int RareWords = 50;
QString nowhere(int which); ///< letters that never stand so
/// In no task, though each of its trigrams is in one task of five or more: only reading all of them tells.
QString nowhereOfCommonParts();
/// Beginnings of one and two letters: of many tasks, and of few.
QStringList shortCommon(int letters);
QStringList shortRare(int letters);

} // namespace words

/// What is said in the text field of the task at `place` of `count`: some hundred letters.
QString description(qint64 place, qint64 count);
/// The serial number the description of the task at `place` may tell: seven digits.
QString serialNumber(qint64 place);

} // namespace naryad::bench
