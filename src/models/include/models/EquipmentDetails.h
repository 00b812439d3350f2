#pragma once

#include "core/Dictionary.h"
#include "core/EquipmentList.h"
#include "core/Result.h"

#include <QFuture>
#include <QStringList>

namespace naryad::store {
class Reader;
}

namespace naryad::models {

/// Reads for the cards and editors of equipment, so that screens need not see the store. Thread: any.
class EquipmentDetails
{
public:
    static constexpr int Tasks = 50; ///< that mention a piece and are shown

    explicit EquipmentDetails(store::Reader &reader);

    /// By the service's id or a local one; NotFound where it is not listed.
    QFuture<Result<EquipmentCard>> card(const QString &id) const;
    /// All models, those made here first, then by name.
    QFuture<Result<QVector<EquipmentModelRow>>> models() const;
    /// Tasks known here that tell this serial number, the latest by plan first.
    QFuture<Result<QVector<TaskRow>>> tasksMentioning(const QString &serialNumber) const;
    /// A dictionary as it is kept on this computer, by name.
    QFuture<Result<QVector<DictionaryEntry>>> dictionary(DictionaryKind kind) const;
    /// What is said about a piece and not sent, a line each, the oldest first.
    static QStringList pendingLines(const EquipmentCard &card);
    /// A value as it is read; several as they came.
    static QString valueLine(const EquipmentValue &value);

private:
    store::Reader &m_reader;
};

} // namespace naryad::models
