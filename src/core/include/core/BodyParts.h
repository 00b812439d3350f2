#pragma once

#include <QJsonObject>
#include <QJsonValue>
#include <QMap>
#include <QString>

/// A body in our own form (core/Serial.h) as its parts: what a person would call one field each.
namespace naryad {

/// By their place: "number", "address.floor", "details.2302", "values.62#2" (the second value of one field).
/// What is not known is not among them, nor are the raw values ("odd").
using BodyParts = QMap<QString, QJsonValue>;
BodyParts partsOf(const QJsonObject &body);

/// True where the body tells the part, if only by having no such entry in a list it tells.
bool tellsPart(const QJsonObject &body, const BodyParts &parts, const QString &part);

/// Sets a part to what it is elsewhere; undefined takes it away.
void setPart(QJsonObject &body, const QString &part, const QJsonValue &value);

/// The same to whoever reads it: names beside ids, row ids and empty forms don't count.
bool samePart(const QJsonValue &one, const QJsonValue &other);

} // namespace naryad
