#include "models/EquipmentDetails.h"

#include "models/Words.h"
#include "store/Reader.h"

#include <limits>

namespace naryad::models {

EquipmentDetails::EquipmentDetails(store::Reader &reader)
    : m_reader(reader)
{}

QFuture<Result<EquipmentCard>> EquipmentDetails::card(const QString &id) const
{
    return m_reader.equipmentCard(id);
}

QFuture<Result<QVector<EquipmentModelRow>>> EquipmentDetails::models() const
{
    return m_reader.equipmentModels({}, std::numeric_limits<int>::max());
}

QFuture<Result<QVector<TaskRow>>> EquipmentDetails::tasksMentioning(const QString &serialNumber) const
{
    return m_reader.tasksMentioning(serialNumber, Tasks);
}

QFuture<Result<QVector<DictionaryEntry>>> EquipmentDetails::dictionary(DictionaryKind kind) const
{
    return m_reader.dictionary(kind, {}, std::numeric_limits<int>::max());
}

QStringList EquipmentDetails::pendingLines(const EquipmentCard &card)
{
    QStringList lines;
    for (const JournalEntry &entry : card.said) {
        if (!isFinal(entry.state))
            lines.append(commandText(entry.command) + QStringLiteral(" · ") + words(entry.state));
    }
    return lines;
}

QString EquipmentDetails::valueLine(const EquipmentValue &value)
{
    if (value.value.kind() == FieldValue::Kind::Other)
        return QString::fromUtf8(value.value.rawJson());
    return valueText(value.value);
}

} // namespace naryad::models
