#include "FieldCodec.h"

#include "JsonText.h"

#include <algorithm>

namespace naryad::api {

namespace {

/// Nothing at all, in whatever type; 0 is not among them, as it may be a number somebody typed.
bool isUnset(const Json &value)
{
    return !value.isNumber() && isNothing(value) && value.toString().trimmed() != QLatin1String("0");
}

FieldValue other(const Json &value)
{
    return FieldValue::other(value.text());
}

FieldValue readTextValue(const Json &value)
{
    if (value.isString())
        return FieldValue::text(value.toString());
    // an unset field of any type is seen as the number 0
    if (value.isNumber())
        return isNothing(value) ? FieldValue() : FieldValue::text(readText(value));
    return other(value);
}

FieldValue readNumberValue(const Json &value)
{
    if (!value.isNumber() && !value.isString())
        return other(value);
    const QString digits = canonicalNumber(readText(value));
    return digits.isEmpty() ? other(value) : FieldValue::number(digits);
}

FieldValue readCheckboxValue(const Json &value)
{
    const auto flag = readFlag(value);
    return flag ? FieldValue::checkbox(*flag) : other(value);
}

FieldValue readOptionValue(const Json &value)
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
    const Json id = value.value("id");
    return !id.isMissing() && isNothing(id) ? FieldValue() : other(value);
}

FieldValue readFilesValue(const Json &value)
{
    if (value.isArray())
        return FieldValue::files(static_cast<int>(value.items().size()), value.text());
    return isNothing(value) ? FieldValue() : other(value);
}

/// An empty array or object is how PHP writes a list that has nothing in it.
bool isHollow(const Json &value)
{
    return (value.isArray() && value.items().isEmpty()) || (value.isObject() && value.members().isEmpty());
}

/// A value in the form the document shows for its type; nullopt where there is none to say.
std::optional<QByteArray> valueText(const FieldValue &value)
{
    switch (value.kind()) {
    case FieldValue::Kind::Empty:
        break;
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

} // namespace

FieldValue readFieldValue(FieldType type, const Json &value)
{
    if (isUnset(value) || (isHollow(value) && type != FieldType::Unknown))
        return {};
    switch (type) {
    case FieldType::Text:
        return readTextValue(value);
    case FieldType::Number:
        return readNumberValue(value);
    case FieldType::Checkbox: {
        const auto items = value.items();
        return readCheckboxValue(items.size() == 1 ? items.first() : value);
    }
    case FieldType::List:
        return readOptionValue(value);
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
    return fieldTypeFromId(entry.typeId) == FieldType::Section ? std::nullopt : valueText(entry.value);
}

FieldValue readEquipmentValue(const Json &value)
{
    if (isUnset(value) || isHollow(value))
        return {};
    const auto items = value.items();
    const Json inner = items.size() == 1 ? items.first() : value;
    if (inner.isBool())
        return FieldValue::checkbox(inner.toBool());
    if (inner.isString())
        return FieldValue::text(inner.toString());
    const QString digits = inner.isNumber() ? canonicalNumber(readText(inner)) : QString();
    return digits.isEmpty() ? other(value) : FieldValue::number(digits);
}

QByteArray writeEquipmentValue(const FieldValue &value)
{
    const auto inner = valueText(value);
    if (inner && value.kind() == FieldValue::Kind::Other)
        return *inner;
    JsonArrayText array;
    if (inner)
        array.add(*inner);
    return array.text();
}

RowHead readRowHead(const Json &row)
{
    RowHead head;
    Keeper keeper(row, head.notUnderstood);
    head.rowId = readId(row.value("id"));
    head.name = readText(row.value("name"));
    head.parent = readId(row.value("parent"));
    head.visibleToMobile = keeper.flag({"visibleToMobile", "visible_to_mobile"}, "visibleToMobile");
    head.required = keeper.flag({"required"}, "required");
    head.fieldId = keeper.ref({"field", "fieldId", "field_id"}, "field").id;
    const Json definition = firstOf(row, {"field", "fieldId", "field_id"});
    if (head.name.isEmpty())
        head.name = readText(definition.value("name"));
    head.typeId = readId(firstOf(definition, {"type", "typeId"})).toInt();
    if (head.typeId == 0)
        head.typeId = readId(firstOf(row, {"type", "typeId"})).toInt();
    return head;
}

} // namespace naryad::api
