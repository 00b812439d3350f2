#pragma once

#include "core/Ids.h"
#include "core/Result.h"

#include <QByteArray>
#include <QJsonArray>
#include <QJsonObject>
#include <QJsonValue>

#include <initializer_list>
#include <optional>

namespace naryad::api {

/// Reads a whole answer: an object, an array or a bare scalar (`111`, `"111"`). Also `{id: 111}` exactly as
/// the document prints it. A lone `results` or `result` around it is taken off.
/// BadAnswer names the line in `place`, and says what is wrong there in `words`.
Result<QJsonValue> parseAnswer(const QByteArray &body);

/// The service writes "nothing" in seven ways: "0", 0, "NULL", "''", "", null, and a missing key.
bool isNothing(const QJsonValue &value);

/// An id from a string, a number (exact to 2^63−1) or the `id` of an object; empty = nothing.
QString readId(const QJsonValue &value);

/// A text, also from a number; "NULL" and "''" are empty. "0" stays: a floor may be called so.
QString readText(const QJsonValue &value);

/// true/false, 0/1, "0"/"1", "true"/"false"; nullopt for anything else.
std::optional<bool> readFlag(const QJsonValue &value);

/// A whole number, also in a string; nullopt for anything else.
std::optional<qint64> readInteger(const QJsonValue &value);

/// A reference: `{id, name}` (or `{id, number}`), or a bare id.
NamedRef readRef(const QJsonValue &value);

/// The first of the keys that is there; Undefined where none is. Keys are tried in the order given.
QJsonValue firstOf(const QJsonObject &object, std::initializer_list<const char *> keys);

/// Rows from an array of objects, from one bare object (a single row), or from an object of numbered rows
/// (a list with gaps, as PHP writes it). Nothing = no rows. BadAnswer names the odd row: "props[2]".
Result<QVector<QJsonObject>> readRows(const QJsonValue &value, const QString &place);

/// The value as compact JSON text, whole numbers exact to 2^63−1.
QByteArray rawJson(const QJsonValue &value);

/// BadAnswer about a place in an answer.
tl::unexpected<Error> badAnswer(const QString &place, const QString &words = {});

} // namespace naryad::api
