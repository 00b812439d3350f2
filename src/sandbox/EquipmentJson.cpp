#include "EquipmentJson.h"

#include "ContractorJson.h"

namespace naryad::sandbox {

namespace {

/// The contractor as it stands inside a piece of equipment: other keys than get-contractor has, and "''" for
/// regions there are none of.
QJsonValue ownerJson(const Company &company, qint64 contractorId)
{
    const auto owner = company.contractors().find(contractorId);
    if (!owner)
        return QStringLiteral("0");
    return QJsonObject{
        {key("id"), textId(owner->id)},
        {key("name"), owner->name},
        {key("parent"), textId(owner->parentId)},
        {key("lat"), owner->address.lat},
        {key("lon"), owner->address.lon},
        {key("favourites"), false},
        {key("address"), owner->address.text},
        {key("addressFloor"), owner->address.floor},
        {key("addressRoom"), owner->address.room},
        {key("addressPorch"), owner->address.porch},
        {key("addressInfo"), owner->address.info},
        {key("subdivisionCounter"), textId(company.subdivisionsOf(owner->id))},
        {key("region"), QStringLiteral("''")},
        {key("employeeRegion"), QStringLiteral("''")}};
}

QJsonValue nameOf(const QVector<Named> &list, qint64 id)
{
    const Named *found = byId(list, id);
    return found ? QJsonValue(found->name) : QJsonValue();
}

/// Names of maker and type, without their ids.
QJsonValue modelJson(const Company &company, qint64 modelId)
{
    const auto model = company.models().find(modelId);
    if (!model)
        return QStringLiteral("0");
    QJsonObject json = named(model->id, model->name);
    json.insert(
        key("manufacture"), QJsonObject{{key("mName"), nameOf(company.catalogue().makers, model->makerId)}});
    json.insert(
        key("type"), QJsonObject{{key("tName"), nameOf(company.catalogue().equipmentTypes, model->typeId)}});
    return json;
}

/// "СМА Ariston BI WMHL 71283 с/н DF4534346JG453", of what is known.
QString description(const Company &company, const StoredEquipment &piece)
{
    QStringList words;
    if (const auto model = company.models().find(piece.modelId)) {
        words
            = {nameOf(company.catalogue().equipmentTypes, model->typeId).toString(),
               nameOf(company.catalogue().makers, model->makerId).toString(), model->name};
        words.removeAll(QString());
    }
    return (words << u(u"с/н") << piece.serial).join(QLatin1Char(' '));
}

} // namespace

QJsonObject equipmentJson(const Company &company, const StoredEquipment &piece)
{
    // The document's sample has none: taken to be told as they are sent.
    QJsonArray values;
    for (const EquipmentValue &value : piece.values) {
        values.append(QJsonObject{
            {key("value"), value.value}, {key("field"), QJsonObject{{key("id"), textId(value.fieldId)}}}});
    }
    return {
        {key("id"), textId(piece.id)},
        {key("createdAt"), textId(piece.createdAt)},
        {key("author"), authorJson(company)},
        {key("employee"), QStringLiteral("0")},
        {key("externalId"), QString()},
        {key("name"), piece.serial},
        {key("inventoryNumber"), QString()},
        {key("description"), description(company, piece)},
        {key("contractor"), ownerJson(company, piece.contractorId)},
        {key("equipmentModel"), modelJson(company, piece.modelId)},
        {key("equipmentFieldValues"), values}};
}

} // namespace naryad::sandbox
