#pragma once

#include "Db.h"
#include "core/Commands.h"
#include "core/Contractor.h"

#include <QHash>
#include <QStringList>
#include <QVector>

namespace naryad::store {

/// What the journal says of clients and subdivisions and the mirror does not have yet. A refused change is
/// not what a client is: only its mark shows.
struct ContractorLaid
{
    /// One that is made here.
    struct Made
    {
        RowId row = 0; ///< minus the number of the command
        QString token;
        QString parentId; ///< as it was said; the parent may have got its id since
        QStringList said; ///< all it tells that somebody could look for
        QStringList phones;
        Contractor contractor; ///< its id: the local one, or the service's where that is known
        PendingState pending = PendingState::None;
        friend bool operator==(const Made &, const Made &) = default;
    };

    QVector<Made> made; ///< the oldest first; none that is mirrored
    QHash<QString, QString> renamed; ///< by id
    QHash<QString, PendingState> pending; ///< by id, the most urgent
    QHash<QString, QString> idOf; ///< the service's behind a local id that has got one lately
    QVector<QPair<RowId, RowId>> became; ///< local row → the mirrored one

    const Made *find(const QString &id) const; ///< nullptr where none of them is called so
    QString resolved(const QString &id) const; ///< the service's where a local id has one
    /// Nothing in it that places or names in the tree come from is another.
    bool looksLike(const ContractorLaid &other) const
    {
        return made == other.made && renamed == other.renamed && became == other.became;
    }
};

/// Reads it. Throws SQLite::Exception.
ContractorLaid contractorsLaid(SQLite::Database &journal, SQLite::Database &mirror);

/// Open commands about clients, persons and phones, the oldest first.
QVector<JournalEntry> openContractorCommands(SQLite::Database &journal);

} // namespace naryad::store
