#pragma once

#include "PreImage.h"
#include "Rereads.h"
#include "Services.h"
#include "core/Clock.h"
#include "core/CommandKinds.h"
#include "core/Commands.h"

#include <QHash>
#include <QObject>

namespace naryad::sync {

/// A command ready to go, or what stands against it.
struct Prepared
{
    api::WriteRequest request;
    PreImage before;
    QVector<FieldConflict> conflicts{}; ///< not empty: it does not go, the user decides
    QVector<FieldConflict> merged{}; ///< what others changed meanwhile, and the request leaves as they did
};

/// Makes a command's request and finds out what a later look will need to know: the ids that carry its key
/// already, what its object is like now. An update is laid over what others have made of the object
/// meanwhile; an external id the user gave is checked to be free.
///
/// Thread: the engine's. Only reads. Errors: those of the reads, Refused where the external id is taken,
/// Storage of the mirror's.
class Preparation : public QObject
{
    Q_OBJECT
public:
    Preparation(Services &services, store::Mirror &mirror, const Clock &clock, QObject *parent = nullptr);

    /// `command` with its references resolved, `id` of its object. Ready at once where nothing has to be
    /// read.
    QFuture<Result<Prepared>> prepare(const JournalEntry &entry, const Command &command, const QString &id);
    /// What was listed a moment ago says nothing any more: something may have been made since.
    void forgetLists() { m_lists.clear(); }

private:
    using Answer = QFuture<Result<Prepared>>;

    Answer forUpdate(const Command &command, const QString &id, Prepared prepared);
    Answer forListed(ListKind list, const QString &name, Prepared prepared);
    Answer forExternalId(const QString &externalId, Prepared prepared);
    Answer forPerson(const CreatePerson &create, Prepared prepared);
    Answer forPhone(const CreatePhone &create, Prepared prepared);
    Answer forTaskFields(const AddTaskFields &add, const QString &id, Prepared prepared);
    static QStringList idsNamed(const QVector<ContractorListItem> &rows, const QString &name);

    struct KnownList
    {
        QDateTime at;
        QVector<ContractorListItem> rows;
    };

    Services &m_services;
    store::Mirror &m_mirror;
    const Clock &m_clock;
    QHash<int, KnownList> m_lists; ///< by ListKind; fresh for a moment, so that many creates walk it once
};

/// The list a create of this kind is looked for in by its name, and that name; nullopt for other commands.
std::optional<std::pair<ListKind, QString>> listedAs(const Command &command);

/// The ids of the persons an answer of get-contractor shows, in either way.
QStringList personIdsOf(const Contractor &contractor);

/// How many entries of each field a task has, in details and report together.
QMap<QString, int> fieldCounts(const Task &task);

} // namespace naryad::sync
