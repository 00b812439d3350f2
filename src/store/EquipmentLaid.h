#pragma once

#include "Db.h"
#include "core/EquipmentList.h"

#include "core/CommandKinds.h"

#include <QHash>
#include <QSet>
#include <QStringList>
#include <QVector>

namespace naryad::store {

/// What the journal says of equipment and models and the mirror does not have yet. A refused change is not
/// what a thing is: only its mark shows.
struct EquipmentLaid
{
    struct Made
    {
        RowId row = 0; ///< minus the number of the command
        QString id; ///< the local one, or the service's where that is known
        EquipmentBody body;
        PendingState pending = PendingState::None;
    };

    QVector<Made> pieces; ///< made here and not mirrored, the newest first
    QHash<QString, EquipmentBody> changed; ///< by id
    QVector<EquipmentModelRow> models; ///< likewise made here
    QHash<QString, EquipmentModelBody> modelsSaid; ///< by id: the last that was said of each, also long ago
    QSet<QString> going; ///< keys, see keyOf()
    QHash<QString, PendingState> pending; ///< likewise, the most urgent
    QHash<QString, QString> idOf; ///< the service's behind a local id that has got one
    QVector<QPair<RowId, RowId>> became;

    static QString keyOf(ObjectKind kind, const QString &id) { return toName(kind) + u':' + id; }
    QString resolved(const QString &id) const { return idOf.value(id, id); }
};

/// Reads it. Throws SQLite::Exception.
EquipmentLaid equipmentLaid(SQLite::Database &journal, SQLite::Database &mirror);

} // namespace naryad::store
