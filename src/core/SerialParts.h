#pragma once

#include "core/FieldValue.h"
#include "core/Ids.h"
#include "core/Known.h"
#include "core/RawValues.h"
#include "core/Task.h"

#include <QDateTime>
#include <QJsonArray>
#include <QJsonObject>
#include <QJsonValue>
#include <QString>
#include <QStringList>
#include <QVector>

#include <optional>

/// The pieces our own JSON is made of, shared by the files that write whole values.
namespace naryad::serial {

inline QString key(const char *name)
{
    return QString::fromLatin1(name);
}

QJsonObject refToJson(const NamedRef &ref);
NamedRef refFromJson(const QJsonValue &json);

QJsonValue timeToJson(const QDateTime &moment);
QDateTime timeFromJson(const QJsonValue &json);

QJsonValue textToJson(const QString &text);
QString textFromJson(const QJsonValue &json);

QJsonValue boolToJson(bool value);
bool boolFromJson(const QJsonValue &json);

/// As text: a JSON number of ours would still be exact, but need not be.
QJsonValue countToJson(qint64 count);
qint64 countFromJson(const QJsonValue &json);

QJsonValue optionalToJson(const std::optional<bool> &value);
std::optional<bool> optionalFromJson(const QJsonValue &json);

QJsonObject addressToJson(const Address &address);
Address addressFromJson(const QJsonValue &json);

QJsonObject valueToJson(const FieldValue &value);
FieldValue valueFromJson(const QJsonValue &value);

QJsonObject rawToJson(const RawValues &values);
RawValues rawFromJson(const QJsonValue &json);

QJsonArray textsToJson(const QStringList &texts);
QStringList textsFromJson(const QJsonValue &json);

template <class T, class To> QJsonObject knownToJson(const Known<T> &known, To to)
{
    return {{key("source"), static_cast<int>(known.source)}, {key("value"), QJsonValue(to(known.value))}};
}

template <class T, class From> Known<T> knownFromJson(const QJsonValue &json, From from)
{
    const QJsonObject object = json.toObject();
    Known<T> known;
    const int source = object.value(key("source")).toInt();
    if (source < 1 || source > 2)
        return known;
    known.source = static_cast<Source>(source);
    known.value = from(object.value(key("value")));
    return known;
}

template <class T, class To> QJsonArray listToJson(const QVector<T> &values, To to)
{
    QJsonArray array;
    for (const T &value : values)
        array.append(to(value));
    return array;
}

template <class T, class From> QVector<T> listFromJson(const QJsonValue &json, From from)
{
    QVector<T> values;
    const QJsonArray array = json.toArray();
    values.reserve(array.size());
    for (const QJsonValue value : array)
        values.append(from(value));
    return values;
}

} // namespace naryad::serial
