#include "api/EquipmentService.h"

#include "EquipmentCodec.h"
#include "Fetch.h"
#include "ListCodec.h"
#include "Prepare.h"

namespace naryad::api {

EquipmentService::EquipmentService(ReadChannel &reads, WriteChannel &writes, AccountZone zone)
    : Service(reads, writes)
    , m_zone(std::move(zone))
{}

QFuture<Result<Page<NamedRef>>> EquipmentService::modelPage(int page) const
{
    return fetchPage<NamedRef>(reads(), pageRequest("get-equipment-model-list", page), readNamedRow);
}

WriteRequest EquipmentService::prepareCreateModel(const EquipmentModelBody &body) const
{
    return prepare("create-equipment-model", createModelBody(body));
}

QFuture<Result<QString>> EquipmentService::createModel(const EquipmentModelBody &body) const
{
    return send(prepareCreateModel(body));
}

WriteRequest EquipmentService::prepareUpdateModel(const QString &id, const EquipmentModelBody &body) const
{
    return prepareFor("update-equipment-model", id, updateModelBody(body));
}

QFuture<Result<QString>>
EquipmentService::updateModel(const QString &id, const EquipmentModelBody &body) const
{
    return send(prepareUpdateModel(id, body));
}

WriteRequest EquipmentService::prepareDeleteModel(const QString &id) const
{
    return prepareFor("delete-equipment-model", id);
}

QFuture<Result<QString>> EquipmentService::deleteModel(const QString &id) const
{
    return send(prepareDeleteModel(id));
}

QFuture<Result<Page<NamedRef>>> EquipmentService::equipmentPage(int page) const
{
    return fetchPage<NamedRef>(reads(), pageRequest("get-equipment-list", page), readNamedRow);
}

QFuture<Result<Snapshot<Equipment>>> EquipmentService::equipment(const QString &id, bool foreground) const
{
    return fetchObject<Equipment>(
        reads(), idRequest("get-equipment", id, foreground),
        [id, zone = m_zone](const QByteArray &body) { return readEquipment(body, id, zone); });
}

WriteRequest EquipmentService::prepareCreateEquipment(const EquipmentBody &body) const
{
    return prepare("create-equipment", createEquipmentBody(body));
}

QFuture<Result<QString>> EquipmentService::createEquipment(const EquipmentBody &body) const
{
    return send(prepareCreateEquipment(body));
}

WriteRequest EquipmentService::prepareUpdateEquipment(const QString &id, const EquipmentBody &body) const
{
    return prepareFor("update-equipment", id, updateEquipmentBody(body));
}

QFuture<Result<QString>> EquipmentService::updateEquipment(const QString &id, const EquipmentBody &body) const
{
    return send(prepareUpdateEquipment(id, body));
}

WriteRequest EquipmentService::prepareDeleteEquipment(const QString &id) const
{
    return prepareFor("delete-equipment", id);
}

QFuture<Result<QString>> EquipmentService::deleteEquipment(const QString &id) const
{
    return send(prepareDeleteEquipment(id));
}

} // namespace naryad::api
