#include "core/Equipment.h"

namespace naryad {

EquipmentBody equipmentBodyOf(const Equipment &equipment)
{
    EquipmentBody body;
    body.serialNumber = equipment.serialNumber;
    if (equipment.model.isKnown())
        body.model = {equipment.model.source, {equipment.model.value.id, equipment.model.value.name}};
    body.contractor = equipment.contractor;
    body.values = equipment.values;
    body.notUnderstood = equipment.notUnderstood;
    return body;
}

} // namespace naryad
