#include "FieldCodec.h"

#include "JsonRead.h"
#include "JsonText.h"

#include <algorithm>

namespace naryad::api {

namespace {

/// Nothing at all, in whatever type; 0 is not among them, as it may be a number somebody typed.
bool isUnset(const QJsonValue &value)
{
    return !value.isDouble() && isNothing(value) && value.toString().trimmed() != QLatin1String("0");
}

FieldValue other(const QJsonValue &value)
{
    return FieldValue::other(rawJson(value));
}

FieldValue readTextValue(const QJsonValue &value)
{
    if (value.isString())
        return FieldValue::text(value.toString());
    // an unset field of any type is seen as the number 0
    if (value.isDouble())
        return isNothing(value) ? FieldValue() : FieldValue::text(readText(value));
    return other(value);
}

FieldValue readNumberValue(const QJsonValue &value)
{
    if (!value.isDouble() && !value.isString())
        return other(value);
    const QString digits = canonicalNumber(readText(value));
    return digits.isEmpty() ? other(value) : FieldValue::number(digits);
}

FieldValue readCheckboxValue(const QJsonValue &value)
{
    const auto flag = readFlag(value);
    return flag ? FieldValue::checkbox(*flag) : other(value);
}

FieldValue readOptionValue(const QJsonValue &value)
{
    if (isNothing(value))
        return {};
    if (value.isString()) {
        const QString text = value.toString().trimmed();
        const bool digits = !text.isEmpty()
            && std::all_of(text.begin(), text.end(), [](QChar c) { return c >= u'0' && c <= u'9'; });
        return FieldValue::option(digits ? NamedRef{text, QString()} : NamedRef{QString(), text});
    }
    const NamedRef option = readRef(value);
    if (!option.isNothing() || !option.name.isEmpty())
        return FieldValue::option(option);
    return value.toObject().contains(QLatin1String("id")) ? FieldValue() : other(value);
}

FieldValue readFilesValue(const QJsonValue &value)
{
    if (value.isArray())
        return FieldValue::files(static_cast<int>(value.toArray().size()), rawJson(value));
    return isNothing(value) ? FieldValue() : other(value);
}

} // namespace

FieldValue readFieldValue(FieldType type, const QJsonValue &value)
{
    if (isUnset(value))
        return {};
    // An empty array or object is how PHP writes a list that has nothing in it.
    const bool hollow
        = (value.isArray() && value.toArray().isEmpty()) || (value.isObject() && value.toObject().isEmpty());
    if (hollow && type != FieldType::Unknown)
        return {};
    // Equipment wraps every value into an array of one; files are an array by nature.
    const bool wrapped = value.isArray() && value.toArray().size() == 1;
    const QJsonValue inner = wrapped ? value.toArray().first() : value;
    switch (type) {
    case FieldType::Text:
        return isUnset(inner) ? FieldValue() : readTextValue(inner);
    case FieldType::Number:
        return isUnset(inner) ? FieldValue() : readNumberValue(inner);
    case FieldType::Checkbox:
        return isUnset(inner) ? FieldValue() : readCheckboxValue(inner);
    case FieldType::List:
        return readOptionValue(inner);
    case FieldType::Picture:
    case FieldType::Signature:
        return readFilesValue(value);
    case FieldType::Section:
        return isNothing(value) ? FieldValue() : other(value);
    case FieldType::Unknown:
        break;
    }
    return other(value);
}

std::optional<QByteArray> writeFieldValue(const FieldEntry &entry)
{
    const FieldValue &value = entry.value;
    if (fieldTypeFromId(entry.typeId) == FieldType::Section)
        return std::nullopt;
    switch (value.kind()) {
    case FieldValue::Kind::Empty:
        return std::nullopt;
    case FieldValue::Kind::Text:
        return jsonText(value.asText());
    case FieldValue::Kind::Number:
        return value.isEmpty() ? std::nullopt : std::optional(jsonNumber(value.asText()));
    case FieldValue::Kind::Checkbox:
        return jsonFlag(value.isChecked());
    case FieldValue::Kind::Option: {
        // Which form the service wants of {id, name} and a bare id is not documented: this is the one place.
        const NamedRef option = value.asOption();
        if (option.isNothing())
            return option.name.isEmpty() ? std::nullopt : std::optional(jsonText(option.name));
        JsonObjectText object;
        object.add("id", jsonId(option.id));
        object.add("name", jsonText(option.name));
        return object.text();
    }
    case FieldValue::Kind::Files:
    case FieldValue::Kind::Other:
        return value.rawJson().isEmpty() ? std::nullopt : std::optional(value.rawJson());
    }
    return std::nullopt;
}

RowHead readRowHead(const QJsonObject &row)
{
    RowHead head;
    head.rowId = readId(row.value(QLatin1String("id")));
    head.name = readText(row.value(QLatin1String("name")));
    head.parent = readId(row.value(QLatin1String("parent")));
    head.visibleToMobile = readFlag(row.value(QLatin1String("visibleToMobile")));
    head.required = readFlag(row.value(QLatin1String("required")));
    const QJsonValue field = firstOf(row, {"field", "fieldId", "field_id"});
    head.fieldId = readId(field);
    const QJsonObject definition = field.toObject();
    if (head.name.isEmpty())
        head.name = readText(definition.value(QLatin1String("name")));
    const QJsonValue type = definition.contains(QLatin1String("type"))
        ? definition.value(QLatin1String("type"))
        : row.value(QLatin1String("type"));
    head.typeId = readId(type).toInt();
    return head;
}

} // namespace naryad::api
