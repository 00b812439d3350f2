#include "Said.h"

namespace naryad::store {

QStringList phonesOf(const Contractor &contractor)
{
    QStringList numbers;
    const auto take = [&numbers](const QVector<Phone> &phones) {
        for (const Phone &phone : phones) {
            if (!phone.deleted && !phone.number.isEmpty() && !numbers.contains(phone.number))
                numbers.append(phone.number);
        }
    };
    take(contractor.phones.value);
    for (const Person &person : contractor.persons.value) {
        if (!person.deleted)
            take(person.phones.value);
    }
    return numbers;
}

QStringList saidBy(const Contractor &contractor)
{
    const Address &address = contractor.address.value;
    QStringList said{
        contractor.name, contractor.parent.name, contractor.externalId.value, address.text, address.notes};
    for (const Person &person : contractor.persons.value) {
        if (!person.deleted)
            said.append(person.name);
    }
    return said + phonesOf(contractor);
}

QStringList saidBy(const Equipment &piece)
{
    QStringList said{
        piece.serialNumber,
        piece.description.value,
        piece.inventoryNumber.value,
        piece.contractor.value.name,
        piece.model.value.name,
        piece.model.value.manufacturer.value.name,
        piece.model.value.type.value.name};
    for (const EquipmentValue &value : piece.values.value)
        said.append(value.value.displayText());
    said.removeAll(QString());
    return said;
}

QStringList saidBy(const TemplateField &field)
{
    QStringList said{field.name};
    for (const ListOption &option : field.values) {
        if (!option.deleted)
            said.append(option.name);
    }
    return said;
}

} // namespace naryad::store
