#pragma once

#include "core/Commands.h"
#include "core/Dictionary.h"
#include "core/Draft.h"
#include "core/Result.h"
#include "core/TaskNumbers.h"

#include <QFuture>
#include <QObject>
#include <QVector>

namespace naryad::sync {

/// The one entry through which screens say what the user wants. Thread: the GUI's.
///
/// A future that holds a value means: on disk. Screens close a form only then (reliability 10.7).
class CommandDesk
{
public:
    virtual ~CommandDesk() = default;

    /// Journals the intention; it is shown as pending at once and sent when it can be. What can't be taken
    /// back on the service (send, close, comment, delete) is held for a moment first. The draft it was typed
    /// as goes in the same step. Errors: Storage.
    virtual QFuture<Result<CommandId>> submit(const Command &command, const QString &draftKey = {}) = 0;

    /// The same for a create that is said in front of what speaks of it: as `token` (a UUID of the caller's),
    /// so that localId(token) names what it makes. Said already, it is not said again, and this answers which
    /// it was. Errors: Storage; BadInput where it was said and dropped.
    virtual QFuture<Result<CommandId>> submitAs(const QString &token, const Command &command) = 0;

    /// Journals many intentions in one step: all of them are on disk, or none. Errors: Storage.
    virtual QFuture<Result<QVector<CommandId>>> submitAll(const QVector<Command> &commands) = 0;

    /// Keeps what is typed into a form, over what was kept under the same key. Errors: Storage.
    virtual QFuture<Result<void>> keepDraft(const Draft &draft) = 0;
    virtual QFuture<Result<void>> dropDraft(const QString &key) = 0;

    /// Keeps the user's own views of the task list, all at once, as the screen writes them. Errors: Storage.
    virtual QFuture<Result<void>> keepViews(const QString &views) = 0;

    /// Takes a held command back: it is dropped, and the draft it was typed as is there again. BadInput:
    /// it has gone.
    virtual QFuture<Result<void>> recall(CommandId id) = 0;
    /// The same for the one held last; answers which it was. BadInput: none is held.
    virtual QFuture<Result<CommandId>> recallLast() = 0;

    /// What the user decided about a refused or unsure command. `objectId`: as in Consent.
    virtual QFuture<Result<void>> decide(CommandId id, Decision decision, const QString &objectId = {}) = 0;

    /// For an unsure command: asks the service at once for what it may have become (by its key, not made by
    /// another command of ours), or for what tells of it.
    virtual QFuture<Result<QVector<FoundObject>>> lookFor(CommandId id) = 0;

    /// The user looks at this task: its details are read again before others (errors stay in the status).
    virtual void lookAtTask(const QString &id) = 0;
    /// The same for a contractor's card and for a template with its fields.
    virtual void lookAtContractor(const QString &id) = 0;
    virtual void lookAtTemplate(const QString &id) = 0;
    virtual void lookAtEquipment(const QString &id) = 0;

    /// Asks for each of these persons of the contractor: its card tells only the ids behind their phones. What
    /// comes is in the mirror's card then.
    virtual void lookAtPersons(const QString &contractorId, const QStringList &persons) = 0;
    /// Asks the service who has this external id; what it tells is in the mirror then. NotFound: nobody.
    virtual QFuture<Result<Contractor>> findContractor(const QString &externalId) = 0;

    /// F5: look for changes now.
    virtual void refresh() = 0;

    /// Keeps an id and name of a closing result in this account's dictionary. An empty name leaves a known
    /// one.
    virtual QFuture<Result<void>> keepResult(const NamedRef &result) = 0;
    /// Takes one out of it.
    virtual QFuture<Result<void>> dropResult(const QString &id) = 0;
    /// The same for any of this account's dictionaries.
    virtual QFuture<Result<void>> keepWord(const DictionaryEntry &word) = 0;
    virtual QFuture<Result<void>> dropWord(DictionaryKind kind, const QString &id) = 0;
};

} // namespace naryad::sync
