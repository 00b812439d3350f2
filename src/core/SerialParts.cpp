#include "SerialParts.h"

namespace naryad::serial {

QJsonObject refToJson(const NamedRef &ref)
{
    return {{key("id"), ref.id}, {key("name"), ref.name}};
}

NamedRef refFromJson(const QJsonValue &json)
{
    const QJsonObject object = json.toObject();
    return {object.value(key("id")).toString(), object.value(key("name")).toString()};
}

QJsonValue timeToJson(const QDateTime &moment)
{
    return moment.isValid() ? QJsonValue(moment.toUTC().toString(Qt::ISODateWithMs)) : QJsonValue();
}

QDateTime timeFromJson(const QJsonValue &json)
{
    return json.isString() ? QDateTime::fromString(json.toString(), Qt::ISODateWithMs).toUTC() : QDateTime();
}

QJsonValue textToJson(const QString &text)
{
    return text;
}

QString textFromJson(const QJsonValue &json)
{
    return json.toString();
}

QJsonValue boolToJson(bool value)
{
    return value;
}

bool boolFromJson(const QJsonValue &json)
{
    return json.toBool();
}

QJsonValue countToJson(qint64 count)
{
    return QString::number(count);
}

qint64 countFromJson(const QJsonValue &json)
{
    return json.toString().toLongLong();
}

QJsonValue optionalToJson(const std::optional<bool> &value)
{
    return value ? QJsonValue(*value) : QJsonValue();
}

std::optional<bool> optionalFromJson(const QJsonValue &json)
{
    return json.isBool() ? std::optional(json.toBool()) : std::nullopt;
}

QJsonObject addressToJson(const Address &address)
{
    QJsonObject json{{key("text"), address.text},          {key("entrance"), address.entrance},
                     {key("floor"), address.floor},        {key("room"), address.room},
                     {key("notes"), address.notes},        {key("latitude"), address.latitude},
                     {key("longitude"), address.longitude}};
    if (address.notKnown)
        json.insert(key("notKnown"), AddressParts::Int(address.notKnown));
    return json;
}

Address addressFromJson(const QJsonValue &json)
{
    const QJsonObject object = json.toObject();
    const auto part = [&object](const char *name) { return object.value(key(name)).toString(); };
    return {part("text"),      part("entrance"),
            part("floor"),     part("room"),
            part("notes"),     part("latitude"),
            part("longitude"), AddressParts::fromInt(object.value(key("notKnown")).toInt())};
}

QJsonObject valueToJson(const FieldValue &value)
{
    QJsonObject json{{key("kind"), static_cast<int>(value.kind())}};
    switch (value.kind()) {
    case FieldValue::Kind::Empty:
        break;
    case FieldValue::Kind::Text:
    case FieldValue::Kind::Number:
        json.insert(key("text"), value.asText());
        break;
    case FieldValue::Kind::Checkbox:
        json.insert(key("checked"), value.isChecked());
        break;
    case FieldValue::Kind::Option:
        json.insert(key("option"), refToJson(value.asOption()));
        break;
    case FieldValue::Kind::Files:
        json.insert(key("count"), value.fileCount());
        json.insert(key("raw"), QString::fromUtf8(value.rawJson()));
        break;
    case FieldValue::Kind::Other:
        json.insert(key("raw"), QString::fromUtf8(value.rawJson()));
        break;
    }
    return json;
}

FieldValue valueFromJson(const QJsonValue &value)
{
    const QJsonObject json = value.toObject();
    const auto text = [&json](const char *name) { return json.value(key(name)).toString(); };
    switch (static_cast<FieldValue::Kind>(json.value(key("kind")).toInt())) {
    case FieldValue::Kind::Text:
        return FieldValue::text(text("text"));
    case FieldValue::Kind::Number:
        return FieldValue::number(text("text"));
    case FieldValue::Kind::Checkbox:
        return FieldValue::checkbox(json.value(key("checked")).toBool());
    case FieldValue::Kind::Option:
        return FieldValue::option(refFromJson(json.value(key("option"))));
    case FieldValue::Kind::Files:
        return FieldValue::files(json.value(key("count")).toInt(), text("raw").toUtf8());
    case FieldValue::Kind::Other:
        return FieldValue::other(text("raw").toUtf8());
    case FieldValue::Kind::Empty:
        break;
    }
    return {};
}

QJsonObject rawToJson(const RawValues &values)
{
    QJsonObject json;
    for (auto it = values.begin(); it != values.end(); ++it)
        json.insert(it.key(), QString::fromUtf8(it.value()));
    return json;
}

RawValues rawFromJson(const QJsonValue &json)
{
    RawValues values;
    const QJsonObject object = json.toObject();
    for (auto it = object.begin(); it != object.end(); ++it)
        values.insert(it.key(), it.value().toString().toUtf8());
    return values;
}

QJsonArray textsToJson(const QStringList &texts)
{
    return QJsonArray::fromStringList(texts);
}

QStringList textsFromJson(const QJsonValue &json)
{
    QStringList texts;
    const QJsonArray array = json.toArray();
    for (const QJsonValue text : array)
        texts.append(text.toString());
    return texts;
}

} // namespace naryad::serial
