#pragma once

#include "core/AccountZone.h"
#include "core/Equipment.h"
#include "core/Result.h"

#include <QByteArray>

namespace naryad::api {

/// Reads a get-equipment answer; `askedId` stands in where it leaves its own id out.
Result<Equipment> readEquipment(const QByteArray &body, const QString &askedId, const AccountZone &zone);

QByteArray createEquipmentBody(const EquipmentBody &body);
QByteArray updateEquipmentBody(const EquipmentBody &body);
QByteArray createModelBody(const EquipmentModelBody &body);
QByteArray updateModelBody(const EquipmentModelBody &body);

} // namespace naryad::api
