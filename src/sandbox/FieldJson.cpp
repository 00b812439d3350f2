#include "FieldJson.h"

#include <array>

namespace naryad::sandbox {

namespace {

/// The document shows "list"; the others are named likewise.
QString typeName(int type)
{
    static constexpr std::array names{"text", "number", "checkbox", "group", "list", "picture", "signature"};
    return key(names.at(static_cast<std::size_t>(type - 1)));
}

} // namespace

QJsonObject fieldJson(const StoredField &field)
{
    QJsonObject json = named(field.id, field.name);
    json.insert(
        key("type"), QJsonObject{{key("id"), textId(field.type)}, {key("name"), typeName(field.type)}});
    if (field.type != List)
        return json;
    QJsonArray options;
    for (const StoredOption &option : field.options) {
        QJsonObject row = named(option.id, option.name);
        row.insert(key("deleted"), option.deleted);
        options.append(row);
    }
    json.insert(key("valueList"), options);
    return json;
}

QJsonObject templateJson(const Company &company, const StoredTemplate &made, bool full)
{
    const auto rows = [&company, full](const QVector<Row> &from) {
        QJsonArray array;
        for (const Row &row : from) {
            const auto field = company.fields().find(row.fieldId);
            QJsonObject json{
                {key("id"), textId(row.id)},
                {key("name"), field->name},
                {key("visibleToMobile"), row.visible},
                {key("required"), row.required},
                {key("field"),
                 QJsonObject{
                     {key("id"), textId(row.fieldId)},
                     {key("type"), QJsonObject{{key("id"), textId(field->type)}}}}}};
            if (full)
                json.insert(key("parent"), row.parentFieldId);
            array.append(json);
        }
        return array;
    };
    const Named *visit = byId(company.catalogue().visits, made.visit);
    return {
        {key("id"), textId(made.id)},
        {key("color"), made.colour},
        {key("createdAt"), textId(made.createdAt)},
        {key("name"), made.name},
        {key("visit"), visit ? QJsonValue(named(visit->id, visit->name)) : QJsonValue(QStringLiteral("0"))},
        {key("visitDuration"), textId(made.duration)},
        {key("props"), rows(made.props)},
        {key("checklist"), rows(made.checklist)}};
}

} // namespace naryad::sandbox
