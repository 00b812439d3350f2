#include "TemplateCodec.h"

#include "BodyText.h"

namespace naryad::api {

namespace {

void addFlag(BodyText &json, const char *key, const std::optional<bool> &flag)
{
    if (flag)
        json.add(key, jsonFlag(*flag));
    else
        json.addKept(key);
}

/// Both flags, each only where it is known: the document shows one of the two in each list.
QByteArray rowsText(const QVector<TemplateRow> &rows)
{
    JsonArrayText array;
    for (const TemplateRow &row : rows) {
        BodyText json(Purpose::Update, row.notUnderstood);
        addFlag(json, "visibleToMobile", row.visibleToMobile);
        addFlag(json, "required", row.required);
        if (!row.fieldId.isEmpty() || !json.addKept("field"))
            json.add("field", refText(row.fieldId, jsonText));
        array.add(json.text());
    }
    return array.text();
}

QByteArray templateText(const TemplateBody &body, Purpose purpose)
{
    BodyText json(purpose, body.notUnderstood);
    // No form of "no colour", "no day" or "no duration" is documented: what is not there is left out.
    if (!body.colour.isEmpty())
        json.add("color", jsonText(body.colour));
    else
        json.addKept("color");
    json.addName("name", body.name);
    if (!body.visitDay.isNothing())
        json.add("visit", refText(body.visitDay.id));
    else
        json.addKept("visit");
    if (body.visitDurationSeconds)
        json.add("visitDuration", QByteArray::number(*body.visitDurationSeconds));
    else
        json.addKept("visitDuration");
    json.add("props", rowsText(body.details));
    json.add("checklist", rowsText(body.report));
    return json.text();
}

/// `valueList` belongs to type 5 alone; a type nobody documented keeps what it came with.
bool sendsValues(const TemplateFieldBody &body)
{
    const FieldType type = fieldTypeFromId(body.typeId);
    return type == FieldType::List || (type == FieldType::Unknown && !body.values.isEmpty());
}

QByteArray typeText(const TemplateFieldBody &body, Purpose purpose)
{
    JsonObjectText type;
    type.add("id", jsonText(QString::number(body.typeId)));
    if (purpose == Purpose::Update && !body.typeName.isEmpty())
        type.add("name", jsonText(body.typeName));
    return type.text();
}

QByteArray valuesText(const QVector<ListOption> &values, Purpose purpose)
{
    JsonArrayText array;
    for (const ListOption &value : values) {
        BodyText json(purpose, value.notUnderstood);
        if (purpose == Purpose::Update) {
            if (!value.id.isEmpty())
                json.add("id", jsonText(value.id));
            else
                json.addKept("id");
            if (value.deleted || !json.addKept("deleted"))
                json.add("deleted", jsonFlag(value.deleted));
        }
        json.addName("name", value.name);
        array.add(json.text());
    }
    return array.text();
}

QByteArray fieldText(const TemplateFieldBody &body, Purpose purpose)
{
    BodyText json(purpose, body.notUnderstood);
    json.addName("name", body.name);
    if (body.typeId != 0 || !json.addKept("type"))
        json.add("type", typeText(body, purpose));
    if (sendsValues(body))
        json.add("valueList", valuesText(body.values, purpose));
    return json.text();
}

} // namespace

QByteArray createTemplateBody(const TemplateBody &body)
{
    return templateText(body, Purpose::Create);
}

QByteArray updateTemplateBody(const TemplateBody &body)
{
    return templateText(body, Purpose::Update);
}

QByteArray createFieldBody(const TemplateFieldBody &body)
{
    return fieldText(body, Purpose::Create);
}

QByteArray updateFieldBody(const TemplateFieldBody &body)
{
    return fieldText(body, Purpose::Update);
}

} // namespace naryad::api
