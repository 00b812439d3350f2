#pragma once

#include "api/Service.h"
#include "core/AccountZone.h"
#include "core/Equipment.h"
#include "core/Ids.h"

#include <QFuture>

namespace naryad::api {

/// The nine commands of the document's section "Оборудование". No command gets one model, or lists types,
/// manufacturers or the fields of equipment. Thread: the channels'.
class EquipmentService : public Service
{
public:
    EquipmentService(ReadChannel &reads, WriteChannel &writes, AccountZone zone);

    /// get-equipment-model-list: GET v5 `?page` (from 0), `[{id,name}]`.
    QFuture<Result<Page<NamedRef>>> modelPage(int page) const;
    /// create-equipment-model: POST v5 `{name, type{id}?, manufacture{id}?}`. Answers `{id}`.
    WriteRequest prepareCreateModel(const EquipmentModelBody &body) const;
    QFuture<Result<QString>> createModel(const EquipmentModelBody &body) const;
    /// update-equipment-model: POST v5 `?id`, the same. Answers the id.
    WriteRequest prepareUpdateModel(const QString &id, const EquipmentModelBody &body) const;
    QFuture<Result<QString>> updateModel(const QString &id, const EquipmentModelBody &body) const;
    /// delete-equipment-model: POST v5 `?id`. Answers the id.
    WriteRequest prepareDeleteModel(const QString &id) const;
    QFuture<Result<QString>> deleteModel(const QString &id) const;

    /// get-equipment-list: GET v5 `?page` (from 0), `[{id,name}]`; the name is the serial number.
    QFuture<Result<Page<NamedRef>>> equipmentPage(int page) const;
    /// get-equipment: GET v5 `?id`. Known parts are those the answer has; NotFound where the service says so.
    QFuture<Result<Snapshot<Equipment>>> equipment(const QString &id, bool foreground = false) const;
    /// create-equipment: POST v5 `{serialNumber, props[{value:[…], field{id}}], model{id}, contractor{id}}`.
    /// Answers `{id}`.
    WriteRequest prepareCreateEquipment(const EquipmentBody &body) const;
    QFuture<Result<QString>> createEquipment(const EquipmentBody &body) const;
    /// update-equipment: POST v5 `?id`, the same, complete. Answers the id.
    WriteRequest prepareUpdateEquipment(const QString &id, const EquipmentBody &body) const;
    QFuture<Result<QString>> updateEquipment(const QString &id, const EquipmentBody &body) const;
    /// delete-equipment: POST v5 `?id`. Answers the id.
    WriteRequest prepareDeleteEquipment(const QString &id) const;
    QFuture<Result<QString>> deleteEquipment(const QString &id) const;

private:
    AccountZone m_zone;
};

} // namespace naryad::api
