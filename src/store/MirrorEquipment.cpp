#include "MirrorPrivate.h"

#include "EntityIndex.h"
#include "MirrorMigration.h"
#include "Said.h"
#include "TaskColumns.h"
#include "core/Serial.h"
#include "core/Text.h"

namespace naryad::store {

Result<void> Mirror::applyEquipmentList(const QVector<NamedRef> &equipment, bool complete)
{
    return d->guarded([&]() -> Result<void> {
        SQLite::Transaction transaction(*d->database);
        // A new serial number tells that the rest may be new, too.
        SQLite::Statement write(
            *d->database,
            "INSERT INTO equipment(id, name, contractor_id, loaded, gone, search, sort) "
            "VALUES(?1,?2,'',0,0,?3,?4) ON CONFLICT(id) DO UPDATE SET loaded = loaded AND name=?2, "
            "search=(CASE WHEN loaded AND name=?2 THEN search ELSE ?3 END), name=?2, gone=0, sort=?4");
        EntityIndex index(*d->database);
        SQLite::Statement read(*d->database, "SELECT 1 FROM equipment WHERE id=? AND loaded=1");
        QStringList named;
        for (const NamedRef &item : equipment) {
            bindAll(write, item.id, item.name, foldText(item.name), sortKey(item.name));
            write.exec();
            write.reset();
            read.reset();
            bindAll(read, item.id);
            if (!read.executeStep())
                index.put(Hit::Kind::Equipment, item.id, {item.name});
            named.append(item.id);
        }
        if (complete)
            d->markGone("equipment", named);
        transaction.commit();
        return {};
    });
}

Result<void> Mirror::applyEquipment(const QVector<Kept<Equipment>> &equipment)
{
    return d->guarded([&]() -> Result<void> {
        SQLite::Transaction transaction(*d->database);
        SQLite::Statement write(
            *d->database,
            "INSERT INTO equipment(id, name, contractor_id, loaded, gone, search, sort, card, raw, model_id, "
            "model_sort, owner_sort, description_sort) VALUES(?1,?2,?3,1,0,?4,?5,?6,?7,?8,?9,?10,?11) ON "
            "CONFLICT(id) DO UPDATE SET name=?2, contractor_id=?3, loaded=1, gone=0, search=?4, sort=?5, "
            "card=?6, raw=?7, model_id=?8, model_sort=?9, owner_sort=?10, description_sort=?11");
        EntityIndex index(*d->database);
        for (const Kept<Equipment> &kept : equipment) {
            const Equipment &piece = kept.value;
            const QStringList said = saidBy(piece);
            bindAll(
                write, piece.id, piece.serialNumber, piece.contractor.value.id,
                foldText(said.join(QLatin1Char(' '))), sortKey(piece.serialNumber),
                compact(serial::toJson(piece)), kept.raw, piece.model.value.id,
                sortKey(piece.model.value.name), sortKey(piece.contractor.value.name),
                sortKey(piece.description.value));
            write.exec();
            write.reset();
            index.put(Hit::Kind::Equipment, piece.id, said);
        }
        transaction.commit();
        return {};
    });
}

Result<void> Mirror::applyEquipmentModels(const QVector<NamedRef> &models, bool complete)
{
    return d->guarded([&]() -> Result<void> {
        SQLite::Transaction transaction(*d->database);
        SQLite::Statement write(
            *d->database,
            "INSERT INTO equipment_model(id, name, gone, search, sort) VALUES(?1,?2,0,?3,?4) ON CONFLICT(id) "
            "DO UPDATE SET name=?2, gone=0, search=?3, sort=?4");
        QStringList named;
        for (const NamedRef &model : models) {
            bindAll(write, model.id, model.name, foldText(model.name), sortKey(model.name));
            write.exec();
            write.reset();
            named.append(model.id);
        }
        if (complete)
            d->markGone("equipment_model", named);
        transaction.commit();
        return {};
    });
}

void rederiveEquipment(SQLite::Database &database)
{
    SQLite::Statement find(database, "SELECT row, card FROM equipment WHERE card IS NOT NULL");
    SQLite::Statement write(
        database,
        "UPDATE equipment SET model_id=?2, model_sort=?3, owner_sort=?4, description_sort=?5 WHERE row=?1");
    while (find.executeStep()) {
        const Equipment piece = serial::equipmentFromJson(objectOf(bytesAt(find, 1)));
        write.reset();
        bindAll(
            write, static_cast<qint64>(find.getColumn(0).getInt64()), piece.model.value.id,
            sortKey(piece.model.value.name), sortKey(piece.contractor.value.name),
            sortKey(piece.description.value));
        write.exec();
    }
}

Result<QStringList> Mirror::equipmentWithoutDetails(int limit) const
{
    return d->idsOf("SELECT id FROM equipment WHERE loaded=0 AND gone=0 ORDER BY row", limit);
}

} // namespace naryad::store
