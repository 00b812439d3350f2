#pragma once

#include "core/CommandKinds.h"
#include "core/Commands.h"
#include "core/Result.h"
#include "core/TaskCard.h"
#include "store/Journal.h"
#include "store/Mirror.h"

#include <QHash>
#include <QSet>
#include <QVector>

#include <map>
#include <optional>
#include <set>

namespace naryad::sync {

/// What this computer said about each task, laid over what the service said, as the mirror's derived rows.
///
/// Keeps every journal entry in memory by its subject, of whatever kind; only tasks have derived rows.
/// Thread: the engine's. Never writes the journal; the rows it writes can be rebuilt from the journal at any
/// time.
class JournalOverlay
{
public:
    JournalOverlay(store::Mirror &mirror, store::Journal &journal);

    /// At start: reads the whole journal and rewrites every derived row.
    Result<void> rebuild();

    /// An entry was appended or its state changed: its subject's row is made anew.
    Result<MirrorChange> update(const JournalEntry &entry);
    /// The service's word about these tasks is fresh: their derived rows are made anew.
    Result<MirrorChange> tasksRead(const QStringList &ids);

    /// Entries of the journal by state, for the status line. Costs nothing: the counts are kept.
    int count(std::initializer_list<CommandState> states) const;
    /// How many of the refused are so because of somebody else's change.
    int conflictCount() const { return static_cast<int>(m_conflicts.size()); }
    /// How many of the unsure are for the user to decide about.
    int unsureForUserCount() const { return static_cast<int>(m_unsureForUser.size()); }
    /// Every entry, oldest first.
    const std::map<CommandId, JournalEntry> &entries() const { return m_entries; }
    /// The numbers of those that are not final, oldest first.
    const std::set<CommandId> &open() const { return m_open; }
    /// The command that makes a local thing; null where there is none.
    const JournalEntry *creating(const QString &token) const;
    /// The service's id behind a reference; empty while it has none.
    QString idOf(const ObjectRef &ref) const;
    /// True where a command of this computer made the object with this id.
    bool isOurs(ObjectKind kind, const QString &id) const { return m_made.contains(objectKey(kind, id)); }

private:
    static QString objectKey(ObjectKind kind, const QString &id);
    QString subjectKey(const JournalEntry &entry) const;
    bool isOfTask(const QString &key) const;
    Task laid(Task task, const JournalEntry &entry, bool fresh) const;
    Result<void> refreshFollowers(const QString &token, MirrorChange &change);
    void keep(const JournalEntry &entry);
    Result<std::optional<store::MirroredTask>> mirrored(const QString &key, MirrorChange &change);
    Result<MirrorChange> refresh(const QString &key);
    std::optional<store::JournalRow>
    rowFor(const QString &key, const std::optional<store::MirroredTask> &mirrored) const;

    store::Mirror &m_mirror;
    store::Journal &m_journal;
    std::map<CommandId, JournalEntry> m_entries;
    std::map<CommandState, int> m_counts;
    std::set<CommandId> m_open;
    QSet<CommandId> m_conflicts;
    QSet<CommandId> m_unsureForUser;
    /// Key: a task's id, another thing's kind and id, or "local:" and the token.
    QHash<QString, QVector<CommandId>> m_bySubject;
    QHash<QString, CommandId> m_creating; ///< by token
    QHash<QString, QString> m_idByToken;
    QSet<QString> m_made; ///< the ids of m_idByToken, with their kinds
    QHash<QString, RowId> m_rowOfSubject; ///< the derived row a subject has now
    QSet<QString>
        m_saidSinceRead; ///< ids of tasks the service has not been asked about since a command was sent
};

/// The mirrored task (or an empty one) with one command laid over it. `fresh`: the service has been read
/// since the command was sent, so that its word wins and only what it does not tell is filled in.
Task laidOver(Task task, const JournalEntry &entry, bool fresh);

} // namespace naryad::sync
