#pragma once

#include <QJsonObject>
#include <QString>
#include <QStringList>
#include <QVector>

namespace naryad::bench {

/// The lines of one or more runs, each figure once.
using Lines = QVector<QJsonObject>;

/// "38.2 ms" of painted_ms and so on: three digits, the unit from the key's end.
QString valueText(const QString &key, const QJsonValue &value);
/// "painted 38.2 ms, whole list 160 ms": those of the keys that the figure has.
QString valuesText(const QJsonObject &figure, const QStringList &keys);

} // namespace naryad::bench
