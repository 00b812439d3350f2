#pragma once

#include "core/FieldValue.h"
#include "core/Ids.h"
#include "core/Known.h"
#include "core/RawValues.h"

#include <QDateTime>
#include <QString>
#include <QVector>

namespace naryad {

/// A model of equipment. Lists tell id and name, get-equipment also the names of manufacturer and type; no
/// command tells their ids, so those come only from where the user typed them.
struct EquipmentModel
{
    QString id;
    QString name;
    Known<NamedRef> manufacturer{}; ///< "manufacture": `mName`, mostly without an id
    Known<NamedRef> type{}; ///< `tName`, likewise
    friend bool operator==(const EquipmentModel &, const EquipmentModel &) = default;
};

/// One custom field of a piece of equipment. Always an array on the wire; here what is in it.
struct EquipmentValue
{
    QString fieldId;
    QString name{}; ///< where the service tells it; no command lists these fields
    int typeId = 0; ///< likewise
    FieldValue value{};
    RawValues notUnderstood{};
    friend bool operator==(const EquipmentValue &, const EquipmentValue &) = default;
};

/// A piece of equipment (get-equipment).
struct Equipment
{
    QString id;
    QString serialNumber; ///< "serialNumber" when written, "name" when read
    Known<QString> description; ///< the service's own title of it
    Known<QString> inventoryNumber;
    Known<QString> externalId;
    Known<NamedRef> contractor;
    Known<EquipmentModel> model;
    Known<QVector<EquipmentValue>> values;
    Known<QDateTime> createdAt; ///< UTC
    Known<NamedRef> author;
    Known<NamedRef> employee;
    RawValues notUnderstood;
    friend bool operator==(const Equipment &, const Equipment &) = default;
};

/// What create- and update-equipment-model send.
struct EquipmentModelBody
{
    QString name;
    Known<NamedRef> type{};
    Known<NamedRef> manufacturer{};
    friend bool operator==(const EquipmentModelBody &, const EquipmentModelBody &) = default;
};

/// What create- and update-equipment send. What is not known is left out, never sent as empty.
struct EquipmentBody
{
    QString serialNumber;
    Known<NamedRef> model{};
    Known<NamedRef> contractor{};
    Known<QVector<EquipmentValue>> values{};
    RawValues notUnderstood{};
    friend bool operator==(const EquipmentBody &, const EquipmentBody &) = default;
};

/// The body that says again what a piece of equipment is, to change a part of it.
EquipmentBody equipmentBodyOf(const Equipment &equipment);

} // namespace naryad
