#pragma once

#include "core/Commands.h"
#include "core/Equipment.h"
#include "core/Ids.h"
#include "core/TaskCard.h"

#include <QString>
#include <QVector>

/// What the catalogue of equipment is listed and shown with.
namespace naryad {

struct EquipmentQuery
{
    enum class Sort {
        Serial,
        Model,
        Owner,
        Description,
    };

    QString text; ///< as typed; every word must be found
    QString modelId; ///< of this model alone; empty: of all
    Sort sort = Sort::Serial;
    bool descending = false;
    friend bool operator==(const EquipmentQuery &, const EquipmentQuery &) = default;
};

/// The rows of the list in display order. What is made here stands first, the newest before the others.
struct EquipmentIds
{
    QVector<RowId> rows;
    bool complete = true; ///< false: only the first `limit`
    qint64 total = 0; ///< before the filter
    QVector<QPair<RowId, RowId>> became; ///< local row → the mirrored one it has become lately
};

/// What the list shows of one piece, with what was said here and is not sent laid over it.
struct EquipmentRow
{
    RowId row = 0; ///< in the mirror; of one made here minus the number of the command
    QString id; ///< the service's, or a local one
    QString serialNumber;
    Known<NamedRef> model;
    Known<NamedRef> owner;
    Known<QString> description;
    bool detailsLoaded = false;
    bool madeHere = false;
    bool goes = false; ///< its deletion is said and not done yet
    PendingState pending = PendingState::None;
    friend bool operator==(const EquipmentRow &, const EquipmentRow &) = default;
};

/// All that is known of one piece. What was said of it here and not sent is not laid over it: see `said`.
struct EquipmentCard
{
    Equipment equipment;
    EquipmentRow row;
    QVector<NamedRef> ownerPath; ///< the owner with its parents, the topmost first
    QVector<JournalEntry> said; ///< the oldest first
    friend bool operator==(const EquipmentCard &, const EquipmentCard &) = default;
};

/// A model as the list shows it. The service tells no more of one than its name: what else is known comes
/// from what was said here, or by their names from pieces of it.
struct EquipmentModelRow
{
    QString id; ///< the service's, or a local one
    QString name;
    qint64 pieces = 0;
    Known<NamedRef> type;
    Known<NamedRef> manufacturer;
    bool madeHere = false;
    bool goes = false;
    PendingState pending = PendingState::None;
    friend bool operator==(const EquipmentModelRow &, const EquipmentModelRow &) = default;
};

} // namespace naryad
