#pragma once

#include "core/Contractor.h"
#include "core/Equipment.h"
#include "core/Ids.h"
#include "core/TaskCard.h"

#include <QByteArray>
#include <QString>
#include <QVector>

#include <memory>

/// The tree of clients and their subdivisions, and what one of them is shown with.
namespace naryad {

/// One place in the tree. A client that is mirrored has its row number in the mirror, one that exists only
/// here minus the journal number of the command that makes it.
struct ContractorNode
{
    RowId row = 0;
    int parent = -1; ///< its place in ContractorTree::nodes; -1: at the top
    int first = 0; ///< the place of its first child
    int children = 0; ///< those that are shown: they stand from `first` on
    int below = 0; ///< subdivisions at any depth, shown or not
    int idEnd = 0; ///< its id ends there in ContractorTree::ids, and begins where that of the place before ends
    bool hit = false; ///< matches the filter itself
    bool stray = false; ///< its parent is not known, or it is its own ancestor: shown at the top
    friend bool operator==(const ContractorNode &, const ContractorNode &) = default;
};

/// The whole tree, or what a filter shows of it: level by level, so that the children of one stand together,
/// in the order of their names. Some 40 bytes a client. Never changes once made; thread: any.
struct ContractorTree
{
    QVector<ContractorNode> nodes;
    int top = 0; ///< how many of the first stand at the top
    QByteArray ids; ///< the service's or local ids one behind the other, UTF-8
    QVector<int> byRow; ///< the places in the order of their row numbers
    QVector<QPair<RowId, RowId>> became; ///< local row → the mirrored one it has become lately
    qint64 hits = 0; ///< without a filter all
    qint64 total = 0; ///< before the filter

    QString idAt(int place) const;
    int placeOf(RowId row) const; ///< -1 where it is not here
    int placeOf(const QString &id) const; ///< -1 where it is not here; looks at all
    friend bool operator==(const ContractorTree &, const ContractorTree &) = default;
};

using ContractorTreePtr = std::shared_ptr<const ContractorTree>;

/// What the tree shows of one client.
struct ContractorRow
{
    RowId row = 0;
    QString id; ///< the service's, or a local one
    QString name; ///< as it was renamed here, where it was
    NamedRef parent; ///< as the service told it; for one made here by what it was said to be under
    bool madeHere = false; ///< not on the service yet
    PendingState pending = PendingState::None; ///< the most urgent of what is said about it and not sent
    friend bool operator==(const ContractorRow &, const ContractorRow &) = default;
};

/// All that is known of one client, for its card.
struct ContractorCard
{
    Contractor contractor; ///< what was said of it here and not sent is not laid over it: see `said`
    QVector<NamedRef> path; ///< its parents, the topmost first
    QVector<ContractorRow> subdivisions; ///< right below it, by name
    QVector<Person> persons; ///< deleted ones too; each with its phones as far as they are known
    QVector<Phone> phones; ///< its own, deleted ones too
    QVector<Equipment> equipment; ///< by serial number
    QVector<TaskRow> tasks; ///< the newest by plan first, at most as many as asked for
    qint64 taskCount = 0; ///< all that are known here
    QVector<JournalEntry> said; ///< about it, its persons and its phones, the oldest first
    PendingState pending = PendingState::None;
    friend bool operator==(const ContractorCard &, const ContractorCard &) = default;
};

/// Something about clients that may want to be put right.
struct ContractorGap
{
    enum class Kind {
        SamePhone, ///< one phone on several clients
        NearNames, ///< the same name, or nearly, several times under one parent
        NoPhone,
        NoCoordinates,
    };
    Kind kind = Kind::SamePhone;
    QString what; ///< the phone as it is written, or the parent's name; empty: nothing more to tell
    QVector<NamedRef> clients; ///< with their paths; two or more for what they have in common
    friend bool operator==(const ContractorGap &, const ContractorGap &) = default;
};

/// All gaps found, by kind and then by name. What was never read is not known, and no gap.
struct ContractorGaps
{
    QVector<ContractorGap> gaps;
    qint64 clients = 0; ///< looked at
    qint64 notRead = 0; ///< of them: listed, but their details were never read
    friend bool operator==(const ContractorGaps &, const ContractorGaps &) = default;
};

} // namespace naryad
