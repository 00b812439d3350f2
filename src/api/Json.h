#pragma once

#include "core/Result.h"

#include <QByteArray>
#include <QJsonValue>
#include <QString>
#include <QVector>

#include <optional>
#include <utility>

namespace naryad::api {

/// One value of a parsed JSON text: a QJsonValue that tells a key that is not there from a null, and a whole
/// number from one that passed through a double.
///
/// What Qt keeps is kept: whole numbers up to 2^63−1 exactly, others as doubles; the last of a repeated key;
/// the keys of an object sorted. A default one is Missing, which is also what asking an object for a key it
/// lacks gives.
class Json
{
public:
    Json() = default;
    explicit Json(const QJsonValue &value)
        : m_value(value)
    {}

    bool isMissing() const { return m_value.isUndefined(); }
    bool isNull() const { return m_value.isNull(); }
    bool isBool() const { return m_value.isBool(); }
    bool isNumber() const { return m_value.isDouble(); }
    bool isString() const { return m_value.isString(); }
    bool isArray() const { return m_value.isArray(); }
    bool isObject() const { return m_value.isObject(); }

    bool toBool() const { return m_value.toBool(); } ///< false for what is no Bool
    /// Of a whole Number of 64 bits; nullopt for anything else, also for a larger one, which is not exact.
    std::optional<qint64> toInteger() const;
    QString toString() const { return m_value.toString(); } ///< of a String, empty for anything else
    QVector<Json> items() const; ///< of an Array
    QVector<std::pair<QString, Json>> members() const; ///< of an Object, by key
    Json value(const char *key) const; ///< of an Object
    /// Compact JSON that reads back as the same value; empty for Missing.
    QByteArray text() const;

private:
    QJsonValue m_value{QJsonValue::Undefined};
};

/// Parses a whole text: one value of any kind, also a bare scalar. BadAnswer tells in `place` the line and
/// column of what is wrong (both from 1, columns in characters) and in `words` what it is.
Result<Json> parseJson(const QByteArray &text);

} // namespace naryad::api
