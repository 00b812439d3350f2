#pragma once

#include <QJsonObject>
#include <QVector>

#include <chrono>

namespace naryad::bench {

/// Milliseconds since the first call, with all digits.
double nowMs();

/// The value that `share` (0 to 1) of the values don't exceed; 0 for none.
double percentile(QVector<double> values, double share);
double median(const QVector<double> &values);
double longest(const QVector<double> &values);

/// To a number with so many steps in one.
double rounded(double value, double steps = 100);

/// "key": value rounded to hundredths.
void put(QJsonObject &figure, const char *key, double value);
/// Puts p50, p99 and the longest under "<prefix>p50_ms" and so on.
void putSpread(QJsonObject &figure, const QString &prefix, const QVector<double> &values);
/// "goal" in words and "met".
void putGoal(QJsonObject &figure, const QString &goal, bool met);

/// Handles events for so long.
void spin(std::chrono::milliseconds time);

} // namespace naryad::bench
