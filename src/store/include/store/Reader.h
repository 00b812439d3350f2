#pragma once

#include "core/Caller.h"
#include "core/Commands.h"
#include "core/Contractor.h"
#include "core/ContractorTree.h"
#include "core/Dictionary.h"
#include "core/Draft.h"
#include "core/Employee.h"
#include "core/Equipment.h"
#include "core/EquipmentList.h"
#include "core/Result.h"
#include "core/TaskCard.h"
#include "core/Template.h"
#include "core/TemplateStock.h"

#include <QFuture>
#include <QHash>
#include <QString>
#include <QStringList>
#include <QVector>

#include <memory>

namespace naryad::store {

/// The ids of a task list in display order.
struct TaskIds
{
    QVector<RowId> rows;
    bool complete = true; ///< false: only the first `limit`
    qint64 total = 0; ///< tasks in the mirror and journal before the filter; counts what "N of M" needs
};

/// Reads both databases for the screens, on threads of its own.
///
/// Owns three reader threads, for whole lists, for all that is on the screen and for counts, each with its
/// own read-only connections (made on first use, and anew after damage was met). Callable from any thread;
/// the futures finish on a reader thread, so take them with await(). A future that is cancelled ends its
/// query, running or not. Never writes to either file, never waits in the caller's thread.
class Reader
{
public:
    Reader(const QString &mirrorPath, const QString &journalPath);
    ~Reader(); ///< waits for the running query, drops the queued ones (their futures become cancelled)

    /// The mirror is another file now: what is asked from here on reads that one.
    void reopen();

    /// The list's rows; limit < 0: all.
    QFuture<Result<TaskIds>> taskIds(const TaskQuery &query, int limit) const;
    /// How many tasks each filter shows, in the order given.
    QFuture<Result<QVector<qint64>>> taskCounts(const QVector<TaskFilter> &filters) const;
    /// The same for queries, which have a text too.
    QFuture<Result<QVector<qint64>>> queryCounts(const QVector<TaskQuery> &queries) const;
    /// Whatever a typed text finds, best first: the exact number, a phone, the beginning of a word, inside
    /// one; then the newest. At most `limit` of each kind.
    QFuture<Result<QVector<Hit>>> find(const QString &typed, int limit) const;
    /// Rows by number, in the order asked; a row that is gone meanwhile is left out.
    QFuture<Result<QVector<TaskRow>>> taskRows(const QVector<RowId> &rows) const;
    QFuture<Result<TaskCard>> taskCard(RowId row) const;
    /// The same by what commands call it. NotFound where it is not listed.
    QFuture<Result<TaskCard>> taskCardOf(const ObjectRef &task) const;

    /// Whole tasks by row number, for what is written out, in the order asked; a row that is gone meanwhile
    /// is left out. `said` of each stays empty.
    QFuture<Result<QVector<TaskCard>>> taskCards(const QVector<RowId> &rows) const;
    /// What is not gone, in the order of its names, and its cards by id in the order asked.
    QFuture<Result<QStringList>> contractorIds() const;
    QFuture<Result<QVector<Contractor>>> contractorCards(const QStringList &ids) const;
    QFuture<Result<QStringList>> equipmentIds() const;
    QFuture<Result<QVector<Equipment>>> equipmentCards(const QStringList &ids) const;

    /// Pickers: the best matches of a typed text (all words found, prefix hits first), at most `limit`.
    /// Contractors made here that the service does not have yet come first, under their local ids.
    QFuture<Result<QVector<Contractor>>> contractors(const QString &typed, int limit) const;
    QFuture<Result<QVector<Employee>>> employees(const QString &typed, bool mobileOnly, int limit) const;
    QFuture<Result<QVector<Template>>> templates(const QString &typed, int limit) const;
    QFuture<Result<QVector<NamedRef>>> results(const QString &typed, int limit) const;
    /// The fields templates are made of, sections too.
    QFuture<Result<QVector<TemplateField>>> templateFields(const QString &typed, int limit) const;
    /// What the tasks of each template were closed with last; under no template: the last of all.
    QFuture<Result<QHash<QString, NamedRef>>> resultsUsed() const;
    QFuture<Result<TemplateForm>> templateForm(const QString &templateId) const;
    /// NotFound where neither mirrored nor, for a local id, made here and not on the service yet.
    QFuture<Result<Contractor>> contractor(const QString &id) const;
    /// The service's last answer about a contractor as it came; empty where it was never read.
    QFuture<Result<QByteArray>> contractorAnswer(const QString &id) const;

    // The tree of clients and what one of them is shown with.

    /// What a typed text shows of the tree: who matches by name, external id, address, person or phone, the
    /// way there and all below; empty: the whole. With what is made and renamed here.
    QFuture<Result<ContractorTreePtr>> contractorTree(const QString &typed) const;
    /// Rows of the tree in the order asked; one that is gone meanwhile is left out.
    QFuture<Result<QVector<ContractorRow>>> contractorRows(const QVector<RowId> &rows) const;
    /// By the service's id or a local one, with at most so many of its tasks; NotFound as contractor().
    QFuture<Result<ContractorCard>> contractorCard(const QString &id, int tasks) const;
    /// Exactly this external id, among those whose details were read; NotFound where none has it.
    QFuture<Result<Contractor>> contractorByExternalId(const QString &externalId) const;
    /// Right below a client, by name; those made here too.
    QFuture<Result<QVector<ContractorRow>>> subdivisionsOf(const QString &contractorId) const;
    QFuture<Result<QVector<Equipment>>> equipmentOf(const QString &contractorId) const; ///< by serial number
    /// The client's tasks that are known here, the latest by plan first.
    QFuture<Result<QVector<TaskRow>>> tasksOf(const QString &contractorId, int limit) const;
    /// What may want to be put right; looks at every client.
    QFuture<Result<ContractorGaps>> contractorGaps() const;

    // The catalogue of equipment, with what is made, changed and deleted here.

    /// The list's rows; limit < 0: all.
    QFuture<Result<EquipmentIds>> equipmentList(const EquipmentQuery &query, int limit) const;
    /// In the order asked; what is gone meanwhile is left out.
    QFuture<Result<QVector<EquipmentRow>>> equipmentRows(const QVector<RowId> &rows) const;
    /// By the service's id or a local one; NotFound where neither mirrored nor made here.
    QFuture<Result<EquipmentCard>> equipmentCard(const QString &id) const;
    /// Models by name, those made here first, as far as all typed words are in name or number.
    QFuture<Result<QVector<EquipmentModelRow>>> equipmentModels(const QString &typed, int limit) const;
    /// Tasks known here that tell this serial number, the latest by plan first; none for a very short one.
    QFuture<Result<QVector<TaskRow>>> tasksMentioning(const QString &serialNumber, int limit) const;
    /// A dictionary of this account, by name.
    QFuture<Result<QVector<DictionaryEntry>>>
    dictionary(DictionaryKind kind, const QString &typed, int limit) const;

    // What helps to fill in a task, as far as this computer knows it.

    /// The latest by plan of the tasks known to be the contractor's; NotFound where there is none.
    /// Without what was said about it.
    QFuture<Result<TaskCard>> lastTaskOf(const QString &contractorId) const;
    /// The worker's tasks, not closed, that overlap the time from `from` up to `until` (the same or invalid:
    /// the moment), by plan. A task without an end stands for its beginning; none that began over 31 days
    /// before.
    QFuture<Result<QVector<TaskRow>>>
    tasksOfWorker(const QString &workerId, const QDateTime &from, const QDateTime &until, int limit) const;
    /// Addresses of contractors and tasks whose text holds every word typed, each once and all its parts
    /// known; what begins so first.
    QFuture<Result<QVector<Address>>> addresses(const QString &typed, int limit) const;
    /// Who may be calling: by a phone however it is written, any part of one, or words of a name; whole
    /// numbers first, then by their end, their beginning, inside them, by name. Those made here too.
    QFuture<Result<QVector<Caller>>> callers(const QString &typed, int limit) const;
    /// NotFound as contractor().
    QFuture<Result<CallerCard>> callerCard(const QString &contractorId) const;
    /// The command with this token; NotFound where none was said.
    QFuture<Result<JournalEntry>> said(const QString &token) const;
    QFuture<Result<TemplateField>> templateField(const QString &id) const; ///< NotFound where not mirrored

    /// The Outbox, newest first: all that is not final, and the final ones of the last `days`.
    QFuture<Result<QVector<JournalEntry>>> outbox(int days) const;

    /// What became of these commands, in the order asked; what is not in the journal is left out.
    QFuture<Result<QVector<JournalEntry>>> commands(const QVector<CommandId> &ids) const;

    /// What was typed and not said yet, the newest first. A task that has got its id since is named by it.
    QFuture<Result<QVector<Draft>>> drafts() const;

    /// All templates and fields, each as the service told it with what was said here laid over it.
    QFuture<Result<TemplateStock>> templateStock() const;

    /// The user's own views of the task list as they were kept (Journal::setViews()); empty: none.
    QFuture<Result<QString>> views() const;

private:
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace naryad::store
