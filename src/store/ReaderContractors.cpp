#include "Cursor.h"
#include "ListSql.h"
#include "ReaderQueries.h"
#include "SearchText.h"
#include "TaskColumns.h"
#include "core/Serial.h"

#include <algorithm>
#include <tuple>
#include <vector>

/// The tree of clients, and what belongs to one of them.
namespace naryad::store {

Result<ContractorTreePtr> ReaderQueries::contractorTree(const QString &typed)
{
    const SQLite::Transaction snapshot(mirror());
    return m_contractors.tree(mirror(), journal(), typed);
}

std::optional<ContractorRow> ReaderQueries::contractorRow(RowId row, const ContractorLaid &laid)
{
    ContractorRow shown;
    shown.row = row;
    if (row < 0) {
        const auto made
            = std::find_if(laid.made.begin(), laid.made.end(), [row](const ContractorLaid::Made &one) {
                  return one.row == row;
              });
        if (made == laid.made.end())
            return std::nullopt;
        shown.id = made->contractor.id;
        shown.name = made->contractor.name;
        shown.parent.id = made->contractor.parent.id;
        shown.madeHere = true;
        shown.pending = made->pending;
        return shown;
    }
    Cursor find(mirror(), sql::ContractorRowShown);
    if (!find.with(row).next())
        return std::nullopt;
    shown.id = find.text(0);
    shown.name = laid.renamed.value(shown.id, find.text(1));
    shown.parent = {find.text(2), find.text(3)};
    shown.pending = laid.pending.value(shown.id);
    return shown;
}

Result<QVector<ContractorRow>> ReaderQueries::contractorRows(const QVector<RowId> &rows)
{
    const SQLite::Transaction snapshot(mirror());
    const ContractorLaid &laid = m_contractors.laid(mirror(), journal());
    QVector<ContractorRow> read;
    read.reserve(rows.size());
    for (const RowId row : rows) {
        if (const auto found = contractorRow(row, laid))
            read.append(*found);
    }
    return read;
}

Result<QVector<ContractorRow>> ReaderQueries::subdivisionsOf(const QString &contractorId)
{
    const SQLite::Transaction snapshot(mirror());
    const ContractorLaid &laid = m_contractors.laid(mirror(), journal());
    const QString id = laid.resolved(contractorId);
    QVector<ContractorRow> rows;
    const auto take = [&](RowId row) {
        if (const auto found = contractorRow(row, laid); found && found->id != id)
            rows.append(*found);
    };
    Cursor below(mirror(), sql::ContractorsBelow);
    below.with(id);
    while (!id.isEmpty() && below.next())
        take(below.number(0));
    for (const ContractorLaid::Made &made : laid.made) {
        if (made.contractor.parent.id == id)
            take(made.row);
    }
    std::stable_sort(rows.begin(), rows.end(), [](const ContractorRow &a, const ContractorRow &b) {
        return sortKey(a.name) < sortKey(b.name);
    });
    return rows;
}

Result<QVector<Equipment>> ReaderQueries::equipmentOf(const QString &contractorId)
{
    Cursor find(mirror(), sql::EquipmentOf);
    find.with(contractorId);
    QVector<Equipment> equipment;
    while (!contractorId.isEmpty() && find.next()) {
        Equipment piece = serial::equipmentFromJson(objectOf(find.utf8(2).toByteArray()));
        piece.id = find.text(0);
        piece.serialNumber = find.text(1);
        equipment.append(piece);
    }
    return equipment;
}

/// A client may have had several names: the latest of each, then the latest of all.
Result<QVector<TaskRow>> ReaderQueries::tasksOf(const QString &contractorId, int limit)
{
    const SQLite::Transaction snapshot(mirror());
    Cursor names(mirror(), sql::NamesOfId);
    Cursor tasks(mirror(), sql::LastOfContractor);
    std::vector<std::pair<qint64, RowId>> latest;
    names.with(static_cast<int>(NameKind::Contractor), contractorId);
    while (!contractorId.isEmpty() && names.next()) {
        tasks.with(names.number(0));
        for (int left = limit; left > 0 && tasks.next(); --left)
            latest.emplace_back(tasks.number(1), tasks.number(0));
    }
    std::sort(latest.rbegin(), latest.rend());
    RowReader reader(mirror(), m_names, packing());
    QVector<TaskRow> rows;
    for (const auto &[plan, row] : latest) {
        if (rows.size() == limit)
            break;
        if (const auto found = reader.read(row))
            rows.append(*found);
    }
    return rows;
}

/// The text index gives those that say it somewhere, among them who has it.
Result<Contractor> ReaderQueries::contractorByExternalId(const QString &externalId)
{
    const SQLite::Transaction snapshot(mirror());
    const QStringList words = wordsToFind(externalId);
    if (words.isEmpty())
        return fail(ErrorKind::NotFound);
    QStringList trigrams;
    for (const QString &word : words)
        trigrams += trigramsOf(word, true);
    trigrams.removeDuplicates();
    // As our own form of a card has it: cheaper to look for than to read each card.
    QByteArray written = compact({{QStringLiteral("external"), externalId}});
    written = written.mid(written.indexOf(':') + 1).chopped(1);
    Cursor match(mirror(), sql::EntityFound);
    Cursor entity(mirror(), sql::EntityText);
    SQLite::Statement find(
        mirror(), "SELECT id, name, parent_id, parent_name, card FROM contractor WHERE id=? AND gone=0");
    match.with(matchOf(trigrams));
    while (match.next()) {
        if (!entity.with(match.number(0)).next()
            || entity.number(0) != static_cast<int>(Hit::Kind::Contractor))
            continue;
        find.reset();
        bindAll(find, entity.text(1));
        if (!find.executeStep() || !bytesAt(find, 4).contains(written))
            continue;
        const Contractor contractor = contractorOf(find);
        if (contractor.externalId.isKnown() && contractor.externalId.value == externalId)
            return contractor;
    }
    return fail(ErrorKind::NotFound);
}

} // namespace naryad::store
