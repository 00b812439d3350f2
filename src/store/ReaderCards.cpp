#include "ReaderQueries.h"

#include "TaskColumns.h"
#include "core/Serial.h"

/// Whole objects, page by page, for what is written out.
namespace naryad::store {

namespace {

QStringList idsOf(SQLite::Statement find)
{
    QStringList ids;
    while (find.executeStep())
        ids.append(textAt(find, 0));
    return ids;
}

} // namespace

Result<QVector<TaskCard>> ReaderQueries::taskCards(const QVector<RowId> &rows)
{
    const SQLite::Transaction snapshot(mirror());
    RowReader reader(mirror(), m_names, packing());
    QVector<TaskCard> cards;
    cards.reserve(rows.size());
    for (const RowId row : rows) {
        const auto found = reader.read(row);
        if (!found)
            continue;
        TaskCard card;
        card.row = *found;
        reader.readCard(card);
        cards.append(card);
    }
    return cards;
}

Result<QStringList> ReaderQueries::contractorIds()
{
    return idsOf({mirror(), "SELECT id FROM contractor WHERE gone=0 ORDER BY sort, id"});
}

Result<QVector<Contractor>> ReaderQueries::contractorCards(const QStringList &ids)
{
    const SQLite::Transaction snapshot(mirror());
    SQLite::Statement find(
        mirror(), "SELECT id, name, parent_id, parent_name, card FROM contractor WHERE id=?");
    QVector<Contractor> contractors;
    for (const QString &id : ids) {
        find.reset();
        bindAll(find, id);
        if (find.executeStep())
            contractors.append(contractorOf(find));
    }
    return contractors;
}

Result<QByteArray> ReaderQueries::contractorAnswer(const QString &id)
{
    SQLite::Statement find(mirror(), "SELECT raw FROM contractor WHERE id=?");
    bindAll(find, id);
    return find.executeStep() ? bytesAt(find, 0) : QByteArray();
}

Result<QStringList> ReaderQueries::equipmentIds()
{
    return idsOf({mirror(), "SELECT id FROM equipment WHERE gone=0 ORDER BY sort, row"});
}

Result<QVector<Equipment>> ReaderQueries::equipmentCards(const QStringList &ids)
{
    const SQLite::Transaction snapshot(mirror());
    SQLite::Statement find(mirror(), "SELECT name, card FROM equipment WHERE id=?");
    QVector<Equipment> equipment;
    for (const QString &id : ids) {
        find.reset();
        bindAll(find, id);
        if (!find.executeStep())
            continue;
        Equipment piece;
        if (!find.getColumn(1).isNull())
            piece = serial::equipmentFromJson(objectOf(bytesAt(find, 1)));
        piece.id = id;
        piece.serialNumber = textAt(find, 0);
        equipment.append(piece);
    }
    return equipment;
}

} // namespace naryad::store
