#include "EquipmentLaid.h"

#include "Cursor.h"
#include "JournalText.h"
#include "ListSql.h"
#include "TaskColumns.h"
#include "core/CommandKinds.h"
#include "core/Pending.h"

#include <utility>

namespace naryad::store {

namespace {

/// Reads the journal through, the oldest command first.
class Reading
{
public:
    Reading(SQLite::Database &journal, SQLite::Database &mirror)
        : m_journal(journal)
        , m_piece(mirror, sql::EquipmentRowOfId)
        , m_model(mirror, sql::EquipmentModelOfId)
    {}

    EquipmentLaid all()
    {
        Cursor said(m_journal, sql::EquipmentSaid);
        while (said.next()) {
            const auto entry = entryFromJson(objectOf(said.utf8(0).toByteArray()));
            if (!entry || entry->state == CommandState::Dropped)
                continue;
            if (entry->state == CommandState::Sent)
                takeSent(*entry);
            else
                takeOpen(*entry);
        }
        return std::move(m_laid);
    }

private:
    /// It goes on under its local row until it is mirrored.
    void takeSent(const JournalEntry &entry)
    {
        const QString local = localId(entry.token);
        if (const auto *create = std::get_if<CreateEquipment>(&entry.command)) {
            m_laid.idOf.insert(local, entry.resultId);
            if (m_piece.with(entry.resultId).next())
                m_laid.became.append({-entry.id, m_piece.number(0)});
            else
                m_laid.pieces.prepend({-entry.id, entry.resultId, create->body, PendingState::None});
        } else if (const auto *model = std::get_if<CreateEquipmentModel>(&entry.command)) {
            m_laid.idOf.insert(local, entry.resultId);
            m_laid.modelsSaid.insert(entry.resultId, model->body);
            if (!m_model.with(entry.resultId).next())
                m_laid.models.prepend(rowOf(entry.resultId, model->body));
        } else if (const auto *update = std::get_if<UpdateEquipmentModel>(&entry.command)) {
            sayModel(m_laid.resolved(update->object.key()), update->body);
        } else if (const auto *gone = std::get_if<DeleteEquipment>(&entry.command)) {
            m_laid.pieces.removeIf([id = m_laid.resolved(gone->object.key())](
                                       const EquipmentLaid::Made &one) { return one.id == id; });
        } else if (const auto *goneModel = std::get_if<DeleteEquipmentModel>(&entry.command)) {
            m_laid.models.removeIf([id = m_laid.resolved(goneModel->object.key())](
                                       const EquipmentModelRow &one) { return one.id == id; });
        }
    }

    void takeOpen(const JournalEntry &entry)
    {
        const PendingState state = pendingOf(entry.state);
        const ObjectKind kind = kindOf(entry.command);
        const QString id = m_laid.resolved(subjectOf(entry.command, entry.token).key());
        const QString key = EquipmentLaid::keyOf(kind, id);
        PendingState &known = m_laid.pending[key];
        if (urgency(state) > urgency(known))
            known = state;
        if (const auto *create = std::get_if<CreateEquipment>(&entry.command)) {
            m_laid.pieces.prepend({-entry.id, id, create->body, state});
        } else if (const auto *model = std::get_if<CreateEquipmentModel>(&entry.command)) {
            m_laid.models.prepend(rowOf(id, model->body));
            m_laid.modelsSaid.insert(id, model->body);
        } else if (state == PendingState::Refused) {
            return;
        } else if (const auto *update = std::get_if<UpdateEquipment>(&entry.command)) {
            change(id, update->body);
        } else if (const auto *other = std::get_if<UpdateEquipmentModel>(&entry.command)) {
            sayModel(id, other->body);
        } else if (isDelete(entry.command)) {
            m_laid.going.insert(key);
        }
    }

    static EquipmentModelRow rowOf(const QString &id, const EquipmentModelBody &body)
    {
        EquipmentModelRow row;
        row.id = id;
        row.name = body.name;
        row.madeHere = true;
        return row;
    }

    void change(const QString &id, const EquipmentBody &body)
    {
        for (EquipmentLaid::Made &made : m_laid.pieces) {
            if (made.id == id) {
                made.body = body;
                return;
            }
        }
        m_laid.changed.insert(id, body);
    }

    void sayModel(const QString &id, const EquipmentModelBody &body)
    {
        m_laid.modelsSaid.insert(id, body);
        for (EquipmentModelRow &made : m_laid.models) {
            if (made.id == id)
                made.name = body.name;
        }
    }

    SQLite::Database &m_journal;
    Cursor m_piece;
    Cursor m_model;
    EquipmentLaid m_laid;
};

} // namespace

EquipmentLaid equipmentLaid(SQLite::Database &journal, SQLite::Database &mirror)
{
    return Reading(journal, mirror).all();
}

} // namespace naryad::store
