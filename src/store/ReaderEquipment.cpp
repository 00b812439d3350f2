#include "Cursor.h"
#include "EquipmentLaid.h"
#include "JournalPrivate.h"
#include "JournalText.h"
#include "ListSql.h"
#include "ReaderQueries.h"
#include "SearchText.h"
#include "TaskColumns.h"
#include "core/CommandKinds.h"
#include "core/Serial.h"
#include "core/Text.h"

#include <QSet>

#include <algorithm>
#include <map>

/// The catalogue of equipment.
namespace naryad::store {

namespace {

constexpr qsizetype MostMentions = 200; ///< looked at closely
constexpr qsizetype ShortestSerial = 3; ///< shorter ones stand in half of all texts

const char *orderOf(const EquipmentQuery &query)
{
    using Sort = EquipmentQuery::Sort;
    if (!query.modelId.isEmpty() && query.sort != Sort::Owner && query.sort != Sort::Description)
        return query.descending ? sql::EquipmentOfModelDescending : sql::EquipmentOfModelAscending;
    switch (query.sort) {
    case Sort::Model:
        return query.descending ? sql::EquipmentByModelDescending : sql::EquipmentByModelAscending;
    case Sort::Owner:
        return query.descending ? sql::EquipmentByOwnerDescending : sql::EquipmentByOwnerAscending;
    case Sort::Description:
        return query.descending ? sql::EquipmentByDescriptionDescending
                                : sql::EquipmentByDescriptionAscending;
    case Sort::Serial:
        break;
    }
    return query.descending ? sql::EquipmentBySerialDescending : sql::EquipmentBySerialAscending;
}

bool holdsAll(QByteArrayView text, const QByteArrayList &words)
{
    return std::all_of(words.begin(), words.end(), [text](const QByteArray &word) {
        return std::string_view(text.data(), static_cast<size_t>(text.size()))
                   .find(std::string_view(word.constData(), static_cast<size_t>(word.size())))
            != std::string_view::npos;
    });
}

QByteArrayList utf8Of(const QString &typed)
{
    QByteArrayList words;
    const QStringList folded = foldText(typed).split(u' ', Qt::SkipEmptyParts);
    for (const QString &word : folded)
        words.append(word.toUtf8());
    return words;
}

QString textOf(const EquipmentBody &body)
{
    return foldText(body.serialNumber + u' ' + body.model.value.name + u' ' + body.contractor.value.name);
}

EquipmentRow rowOf(const Equipment &piece, bool loaded)
{
    EquipmentRow row;
    row.id = piece.id;
    row.serialNumber = piece.serialNumber;
    if (piece.model.isKnown())
        row.model = {piece.model.source, {piece.model.value.id, piece.model.value.name}};
    row.owner = piece.contractor;
    row.description = piece.description;
    row.detailsLoaded = loaded;
    return row;
}

void layOver(EquipmentRow &row, const EquipmentBody &body)
{
    row.serialNumber = body.serialNumber;
    if (body.model.isKnown())
        row.model = body.model;
    if (body.contractor.isKnown())
        row.owner = body.contractor;
}

EquipmentRow rowOf(const EquipmentLaid::Made &made)
{
    EquipmentRow row;
    row.row = made.row;
    row.id = made.id;
    row.detailsLoaded = true;
    row.madeHere = true;
    row.pending = made.pending;
    layOver(row, made.body);
    return row;
}

Equipment pieceOf(const EquipmentLaid::Made &made)
{
    Equipment piece;
    piece.id = made.id;
    piece.serialNumber = made.body.serialNumber;
    piece.contractor = made.body.contractor;
    if (made.body.model.isKnown())
        piece.model = Known<EquipmentModel>::fromHere({made.body.model.value.id, made.body.model.value.name});
    piece.values = made.body.values;
    return piece;
}

void mark(EquipmentRow &row, const EquipmentLaid &laid)
{
    const QString key = EquipmentLaid::keyOf(ObjectKind::Equipment, row.id);
    row.goes = laid.going.contains(key);
    row.pending = laid.pending.value(key);
}

} // namespace

/// Rows whose text holds the words; nothing: no words, so all.
std::optional<QSet<RowId>> ReaderQueries::equipmentFound(const QString &typed)
{
    if (utf8Of(typed).isEmpty())
        return std::nullopt;
    QSet<RowId> found;
    for (const QString &reading : {typed, swapLayout(typed)}) {
        const QByteArrayList words = utf8Of(reading);
        Cursor texts(mirror(), sql::EquipmentTexts);
        while (!words.isEmpty() && texts.next()) {
            if (holdsAll(texts.utf8(1), words))
                found.insert(texts.number(0));
        }
        if (!found.isEmpty())
            break;
    }
    return found;
}

Result<EquipmentIds> ReaderQueries::equipmentList(const EquipmentQuery &query, int limit)
{
    const SQLite::Transaction snapshot(mirror());
    const EquipmentLaid laid = equipmentLaid(journal(), mirror());
    const QString modelId = laid.resolved(query.modelId);
    EquipmentIds ids;
    ids.became = laid.became;
    for (const QString &reading : {query.text, swapLayout(query.text)}) {
        const QByteArrayList words = utf8Of(reading);
        for (const EquipmentLaid::Made &made : laid.pieces) {
            const bool ofModel = modelId.isEmpty() || laid.resolved(made.body.model.value.id) == modelId;
            if (ofModel && holdsAll(textOf(made.body).toUtf8(), words) && !ids.rows.contains(made.row))
                ids.rows.append(made.row);
        }
    }
    const auto found = equipmentFound(query.text);
    const char *order = orderOf(query);
    const bool ofOneModel = !modelId.isEmpty();
    QSet<RowId> ofModel;
    const bool walksModel
        = order == sql::EquipmentOfModelAscending || order == sql::EquipmentOfModelDescending;
    if (ofOneModel && !walksModel) {
        Cursor pieces(mirror(), sql::EquipmentOfModelAscending);
        pieces.with(modelId);
        while (pieces.next())
            ofModel.insert(pieces.number(0));
    }
    Cursor walk(mirror(), order);
    if (walksModel)
        walk.with(modelId);
    while (walk.next()) {
        const RowId row = walk.number(0);
        if ((found && !found->contains(row)) || (ofOneModel && !walksModel && !ofModel.contains(row)))
            continue;
        if (limit >= 0 && ids.rows.size() >= limit) {
            ids.complete = false;
            break;
        }
        ids.rows.append(row);
        if (m_givenUp && ids.rows.size() % 4096 == 0 && m_givenUp())
            return fail(ErrorKind::Cancelled);
    }
    Cursor count(mirror(), sql::EquipmentCount);
    if (count.next())
        ids.total = count.number(0) + laid.pieces.size();
    return ids;
}

Result<QVector<EquipmentRow>> ReaderQueries::equipmentRows(const QVector<RowId> &rows)
{
    const SQLite::Transaction snapshot(mirror());
    const EquipmentLaid laid = equipmentLaid(journal(), mirror());
    QVector<EquipmentRow> read;
    read.reserve(rows.size());
    Cursor find(mirror(), sql::EquipmentShown);
    for (const RowId number : rows) {
        if (number < 0) {
            for (const EquipmentLaid::Made &made : laid.pieces) {
                if (made.row == number)
                    read.append(rowOf(made));
            }
        } else if (find.with(number).next()) {
            Equipment piece = serial::equipmentFromJson(objectOf(find.utf8(2).toByteArray()));
            piece.id = find.text(0);
            piece.serialNumber = find.text(1);
            EquipmentRow row = rowOf(piece, !find.utf8(2).isEmpty());
            row.row = number;
            if (const auto changed = laid.changed.constFind(row.id); changed != laid.changed.constEnd())
                layOver(row, *changed);
            mark(row, laid);
            read.append(row);
        }
    }
    return read;
}

Result<EquipmentCard> ReaderQueries::equipmentCard(const QString &wanted)
{
    const EquipmentLaid laid = equipmentLaid(journal(), mirror());
    const QString id = laid.resolved(wanted);
    EquipmentCard card;
    Cursor place(mirror(), sql::EquipmentRowOfId);
    if (place.with(id).next()) {
        const auto rows = equipmentRows({place.number(0)});
        const auto cards = equipmentCards({id});
        if (!rows || rows->isEmpty() || !cards || cards->isEmpty())
            return fail(ErrorKind::NotFound);
        card.row = rows->constFirst();
        card.equipment = cards->constFirst();
    } else {
        const auto made
            = std::find_if(laid.pieces.begin(), laid.pieces.end(), [&id](const EquipmentLaid::Made &one) {
                  return one.id == id;
              });
        if (made == laid.pieces.end())
            return fail(ErrorKind::NotFound);
        card.row = rowOf(*made);
        card.equipment = pieceOf(*made);
    }
    if (const NamedRef owner = card.row.owner.value; !owner.isNothing())
        card.ownerPath = pathOf(owner, m_contractors.laid(mirror(), journal()));
    std::map<CommandId, JournalEntry> said;
    Cursor entries(journal(), sql::EquipmentSaid);
    while (entries.next()) {
        const auto entry = entryFromJson(objectOf(entries.utf8(0).toByteArray()));
        if (entry && kindOf(entry->command) == ObjectKind::Equipment
            && laid.resolved(subjectOf(entry->command, entry->token).key()) == id)
            said.insert_or_assign(entry->id, *entry);
    }
    for (const auto &[number, entry] : said)
        card.said.append(entry);
    return card;
}

Result<QVector<EquipmentModelRow>> ReaderQueries::equipmentModels(const QString &typed, int limit)
{
    const SQLite::Transaction snapshot(mirror());
    const EquipmentLaid laid = equipmentLaid(journal(), mirror());
    QVector<EquipmentModelRow> rows;
    Cursor count(mirror(), sql::EquipmentOfModelCount);
    const auto take = [&](EquipmentModelRow row, const QByteArrayList &words) {
        if (const auto said = laid.modelsSaid.constFind(row.id); said != laid.modelsSaid.constEnd()) {
            row.type = said->type;
            row.manufacturer = said->manufacturer;
            const QString key = EquipmentLaid::keyOf(ObjectKind::EquipmentModel, row.id);
            if (laid.pending.value(key) != PendingState::None)
                row.name = said->name;
        }
        if (!holdsAll(foldText(row.name + u' ' + row.id).toUtf8(), words))
            return;
        const QString key = EquipmentLaid::keyOf(ObjectKind::EquipmentModel, row.id);
        row.goes = laid.going.contains(key);
        row.pending = laid.pending.value(key);
        if (count.with(row.id).next())
            row.pieces = count.number(0);
        for (const EquipmentLaid::Made &made : laid.pieces)
            row.pieces += laid.resolved(made.body.model.value.id) == row.id ? 1 : 0;
        rows.append(row);
    };
    for (const QString &reading : {typed, swapLayout(typed)}) {
        const QByteArrayList words = utf8Of(reading);
        for (const EquipmentModelRow &made : laid.models) {
            if (rows.size() < limit)
                take(made, words);
        }
        Cursor models(mirror(), sql::EquipmentModelsListed);
        while (rows.size() < limit && models.next()) {
            EquipmentModelRow row;
            row.id = models.text(0);
            row.name = models.text(1);
            take(row, words);
        }
        if (!rows.isEmpty())
            break;
    }
    return rows;
}

/// The text of a task holds the number as a word of its own, or as several in their order.
Result<QVector<TaskRow>> ReaderQueries::tasksMentioning(const QString &serialNumber, int limit)
{
    QVector<TaskRow> mentioning;
    const QStringList words = wordsToFind(serialNumber);
    if (words.join(QString()).size() < ShortestSerial)
        return mentioning;
    TaskQuery query;
    query.text = serialNumber;
    const auto ids = taskIds(query, MostMentions);
    if (!ids)
        return tl::unexpected(ids.error());
    const auto cards = taskCards(ids->rows);
    if (!cards)
        return tl::unexpected(cards.error());
    for (const TaskCard &card : *cards) {
        const QString text = searchTextOf(card.task) + u' ';
        const bool all = std::all_of(words.begin(), words.end(), [&text](const QString &word) {
            return text.contains(QString(u' ' + word + u' '));
        });
        if (all && mentioning.size() < limit)
            mentioning.append(card.row);
    }
    return mentioning;
}

Result<QVector<DictionaryEntry>>
ReaderQueries::dictionary(DictionaryKind kind, const QString &typed, int limit)
{
    const QVector<DictionaryEntry> all = wordsOf(journal(), kind);
    for (const QString &reading : {typed, swapLayout(typed)}) {
        const QByteArrayList words = utf8Of(reading);
        QVector<DictionaryEntry> found;
        for (const DictionaryEntry &word : all) {
            if (found.size() < limit && holdsAll(foldText(word.id + u' ' + word.name).toUtf8(), words))
                found.append(word);
        }
        if (!found.isEmpty())
            return found;
    }
    return QVector<DictionaryEntry>();
}

} // namespace naryad::store
