#pragma once

#include "core/Commands.h"

#include <QHash>
#include <QSet>

#include <functional>

/// What can be told of any command by its kind.
namespace naryad {

enum class ObjectKind {
    Task,
    Contractor, ///< and subdivisions
    Person,
    Phone,
    TemplateField,
    Template,
    EquipmentModel,
    Equipment,
};

/// A short stable name of a kind ("contractor"), for keys and the journal. Not translated.
QString toName(ObjectKind kind);

ObjectKind kindOf(const Command &command);

bool isCreate(const Command &command);
bool isUpdate(const Command &command);
bool isDelete(const Command &command);

/// What can't be taken back on the service, and is held for a moment: send, close, comment, delete.
bool isHeldFirst(const Command &command);

/// The id a reference in a body carries while the object exists only in the journal: "local:" and the token
/// of the command that makes it.
QString localId(const QString &token);
/// The token in such an id; empty for an id of the service.
QString localToken(const QString &id);
/// The reference behind an id of either sort.
ObjectRef refOf(const QString &id);

/// Another object a command speaks of.
struct Reference
{
    ObjectKind kind = ObjectKind::Task;
    QString id; ///< the service's, or a local one
    friend bool operator==(const Reference &, const Reference &) = default;
};

/// All objects but its own that a command speaks of.
QVector<Reference> referencesOf(const Command &command);

/// The things of this computer that must exist on the service before: its own object and what it refers to,
/// as far as those are local.
QVector<ObjectRef> dependsOn(const Command &command);

/// The command with each local id replaced by what `idOf` has for its token; where that is empty the local
/// id stays.
Command resolved(const Command &command, const std::function<QString(const QString &token)> &idOf);

/// What two creates have in common that a look could not tell apart: while one is in doubt the other waits.
/// Empty where each carries a key of its own.
QString lookKey(const Command &command);

/// Who stands in front of whom. Fed the open commands, oldest first: strictly in order per object, what a
/// thing of this computer is needed for behind what makes it, and nothing else.
class QueueOrder
{
public:
    /// `idOf`: the service's id behind a token; empty while there is none.
    explicit QueueOrder(std::function<QString(const QString &token)> idOf);

    /// Takes the next one in. The open command it must wait for; 0: none.
    CommandId take(const JournalEntry &entry);

private:
    QString keyOf(ObjectKind kind, const ObjectRef &ref) const;

    std::function<QString(const QString &)> m_idOf;
    QHash<QString, CommandId> m_last; ///< by object: the last one that the next must wait for
    QHash<QString, CommandId> m_making; ///< by token
    QHash<QString, CommandId> m_inDoubt; ///< by lookKey()
    QHash<QString, CommandId> m_named; ///< by object: the last one on its way that speaks of it
};

} // namespace naryad
