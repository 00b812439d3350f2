#include "core/BodyParts.h"

#include <QHash>
#include <QJsonArray>
#include <QStringList>

#include <algorithm>
#include <array>

namespace naryad {

namespace {

constexpr std::array AddressKeys{"text", "entrance", "floor", "room", "notes", "latitude", "longitude"};

QString key(const char *name)
{
    return QString::fromLatin1(name);
}

bool isWrapped(const QJsonObject &value)
{
    return value.size() == 2 && value.contains(key("source")) && value.contains(key("value"));
}

bool isAddress(const QJsonObject &value)
{
    return value.contains(key("entrance")) && value.contains(key("latitude"));
}

/// A list whose entries are fields with their values: each entry is a part.
bool isKeyed(const QJsonArray &list)
{
    const QJsonObject first = list.isEmpty() ? QJsonObject() : list.first().toObject();
    return first.contains(key("field")) && first.contains(key("value"));
}

/// Of each entry of such a list: its field, and from the second of one field on which it is ("62#2"), for
/// equipment may hold several values of a field.
QStringList entryNames(const QJsonArray &list)
{
    QStringList names;
    QHash<QString, int> met;
    for (const QJsonValue entry : list) {
        const QString field = entry.toObject().value(key("field")).toString();
        const int count = ++met[field];
        names.append(count == 1 ? field : field + u'#' + QString::number(count));
    }
    return names;
}

/// What stands in a wrapped value where it is known, else undefined; a bare value as it is.
QJsonValue unwrapped(const QJsonValue &value)
{
    const QJsonObject object = value.toObject();
    if (!isWrapped(object))
        return value;
    return object.value(key("source")).toInt() == 0 ? QJsonValue(QJsonValue::Undefined)
                                                    : object.value(key("value"));
}

void addParts(const QString &name, const QJsonValue &value, BodyParts &parts)
{
    const QJsonObject object = value.toObject();
    if (isAddress(object)) {
        const int notKnown = object.value(key("notKnown")).toInt();
        for (size_t i = 0; i < AddressKeys.size(); ++i) {
            if (!(notKnown & (1 << i)))
                parts.insert(name + u'.' + key(AddressKeys[i]), object.value(key(AddressKeys[i])));
        }
        return;
    }
    const QJsonArray list = value.toArray();
    if (isKeyed(list)) {
        const QStringList names = entryNames(list);
        for (qsizetype i = 0; i < list.size(); ++i)
            parts.insert(name + u'.' + names.at(i), list.at(i));
        return;
    }
    parts.insert(name, value);
}

QJsonValue plain(const QJsonValue &value);

/// A value of a custom field.
QJsonValue plainFieldValue(const QJsonObject &value)
{
    if (value.contains(key("option")))
        return value.value(key("option")).toObject().value(key("id"));
    if (value.contains(key("text")) && value.value(key("text")).toString().isEmpty())
        return QJsonValue();
    return value.value(key("kind")).toInt() == 0 ? QJsonValue() : QJsonValue(value);
}

QJsonValue plainList(const QJsonArray &list)
{
    QJsonArray plainOnes;
    for (const QJsonValue entry : list) {
        const QJsonObject object = entry.toObject();
        if (object.value(key("deleted")).toBool())
            continue; // some services go on listing them
        if (object.contains(key("deleted")))
            plainOnes.append(object.value(key("name")));
        else if (object.contains(key("visible")))
            plainOnes.append(QJsonArray{
                object.value(key("field")), object.value(key("visible")).toBool(),
                object.value(key("required")).toBool()});
        else
            plainOnes.append(plain(entry));
    }
    return plainOnes.isEmpty() ? QJsonValue() : QJsonValue(plainOnes);
}

QJsonValue plain(const QJsonValue &value)
{
    if (value.isUndefined() || value.isNull())
        return QJsonValue();
    if (value.isString())
        return value.toString().isEmpty() ? QJsonValue() : value;
    if (value.isArray())
        return plainList(value.toArray());
    if (!value.isObject())
        return value;
    const QJsonObject object = value.toObject();
    if (object.contains(key("kind")))
        return plainFieldValue(object);
    if (object.contains(key("field")) && object.contains(key("value")))
        return plain(object.value(key("value")));
    if (object.size() == 2 && object.contains(key("id")) && object.contains(key("name"))) {
        // A manufacturer is told by its name alone.
        const QString id = object.value(key("id")).toString();
        return plain(id.isEmpty() ? object.value(key("name")) : QJsonValue(id));
    }
    if (object.contains(key("manufacturer"))) // a model within a piece of equipment
        return plain(object.value(key("id")));
    return object;
}

} // namespace

BodyParts partsOf(const QJsonObject &body)
{
    BodyParts parts;
    for (auto it = body.begin(); it != body.end(); ++it) {
        if (it.key() == QLatin1String("odd"))
            continue;
        const QJsonValue value = unwrapped(it.value());
        if (!value.isUndefined())
            addParts(it.key(), value, parts);
    }
    return parts;
}

bool tellsPart(const QJsonObject &body, const BodyParts &parts, const QString &part)
{
    if (parts.contains(part))
        return true;
    const qsizetype dot = part.indexOf(u'.');
    return dot > 0 && unwrapped(body.value(part.left(dot))).isArray();
}

void setPart(QJsonObject &body, const QString &part, const QJsonValue &value)
{
    const qsizetype dot = part.indexOf(u'.');
    const QString name = dot < 0 ? part : part.left(dot);
    const QString inner = dot < 0 ? QString() : part.mid(dot + 1);
    const QJsonObject wrapper = body.value(name).toObject();
    const bool wrapped = isWrapped(wrapper);
    QJsonValue content = wrapped ? wrapper.value(key("value")) : body.value(name);
    if (inner.isEmpty()) {
        content = value.isUndefined() ? QJsonValue() : value;
    } else if (isAddress(content.toObject())) {
        QJsonObject address = content.toObject();
        int notKnown = wrapper.value(key("source")).toInt() == 0 ? 0x7f : 0;
        if (notKnown == 0)
            notKnown = address.value(key("notKnown")).toInt();
        for (size_t i = 0; i < AddressKeys.size(); ++i) {
            if (key(AddressKeys[i]) == inner)
                notKnown &= ~(1 << i);
        }
        address.insert(inner, value.isUndefined() ? QJsonValue(QString()) : value);
        address.insert(key("notKnown"), notKnown);
        content = address;
    } else {
        QJsonArray list = content.toArray();
        const qsizetype found = entryNames(list).indexOf(inner);
        const qsizetype at = found < 0 ? list.size() : found;
        // What was undefined comes back from the journal as null.
        if (value.isUndefined() || value.isNull()) {
            if (at < list.size())
                list.removeAt(at);
        } else if (at < list.size()) {
            list.replace(at, value);
        } else {
            list.append(value);
        }
        content = list;
    }
    if (wrapped)
        content = QJsonObject{
            {key("source"), std::max(1, wrapper.value(key("source")).toInt())}, {key("value"), content}};
    body.insert(name, content);
}

bool samePart(const QJsonValue &one, const QJsonValue &other)
{
    return plain(one) == plain(other);
}

} // namespace naryad
