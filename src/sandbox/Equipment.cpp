#include "Company.h"
#include "EquipmentJson.h"
#include "Handlers.h"
#include "Strict.h"

namespace naryad::sandbox {

namespace {

Reply noSuchEquipment()
{
    return refuse(Code::NotFound, u(u"Оборудование не найдено"));
}

/// `value` is an array of plain values. The document's sample names one field twice, so that passes.
QVector<EquipmentValue> readValues(Strict &in, const Company &company)
{
    QVector<EquipmentValue> values;
    QVector<Strict> given = in.list("props");
    for (Strict &one : given) {
        one.only({"value", "field"});
        const qint64 fieldId = one.requiredRef("field");
        if (!byId(company.catalogue().equipmentFields, fieldId))
            one.refuse(Code::NotFound, u(u"Поле оборудования не найдено: ") + QString::number(fieldId));
        const QJsonValue value = one.value("value");
        const QJsonArray items = value.toArray();
        bool isPlain = value.isArray();
        for (const QJsonValue item : items)
            isPlain = isPlain && (item.isBool() || item.isString() || item.isDouble());
        if (!isPlain)
            one.refuseValue("value", u(u"ожидается массив значений"));
        values.append({fieldId, value});
    }
    return values;
}

void readEquipment(Strict &in, const Company &company, StoredEquipment &piece, bool isNew)
{
    in.only({"serialNumber", "props", "model", "contractor"});
    // The one key the document doesn't call optional.
    piece.serial = in.name("serialNumber", isNew, piece.serial);
    piece.modelId = in.ref("model", piece.modelId);
    if (piece.modelId != 0 && !company.models().contains(piece.modelId))
        in.refuse(Code::NotFound, u(u"Модель не найдена"));
    piece.contractorId = in.ref("contractor", piece.contractorId);
    if (piece.contractorId != 0 && !company.contractors().contains(piece.contractorId))
        in.refuse(Code::NotFound, u(u"Клиент не найден"));
    if (in.has("props") || !company.options().omittedKeep)
        piece.values = readValues(in, company);
}

} // namespace

Reply createEquipment(Company &company, const Ask &ask)
{
    Strict in(ask.body);
    StoredEquipment piece;
    readEquipment(in, company, piece, true);
    if (in.isRefused())
        return in.refusal();
    piece.id = company.nextId();
    piece.createdAt = company.nowSeconds();
    company.keep(piece);
    return madeObject(piece.id);
}

Reply updateEquipment(Company &company, const Ask &ask)
{
    auto piece = company.equipment().find(ask.id);
    if (!piece)
        return noSuchEquipment();
    Strict in(ask.body, omitted(company.options()));
    readEquipment(in, company, *piece, false);
    if (in.isRefused())
        return in.refusal();
    company.keep(*piece);
    return bareText(piece->id);
}

Reply getEquipment(Company &company, const Ask &ask)
{
    const auto piece = company.equipment().find(ask.id);
    return piece ? ok(equipmentJson(company, *piece)) : noSuchEquipment();
}

Reply getEquipmentList(Company &company, const Ask &ask)
{
    const auto &all = company.equipment();
    return page(ask, all.size(), [&all](qint64 place) {
        const auto piece = all.find(all.idAt(place));
        return named(piece->id, piece->serial);
    });
}

/// Nothing refers to a piece of equipment, so it always goes.
Reply deleteEquipment(Company &company, const Ask &ask)
{
    if (!company.equipment().contains(ask.id))
        return noSuchEquipment();
    if (const auto refused = refuseBody(ask))
        return *refused;
    company.removeEquipment(ask.id);
    return bareNumber(ask.id);
}

} // namespace naryad::sandbox
