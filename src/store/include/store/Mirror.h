#pragma once

#include "core/Contractor.h"
#include "core/Employee.h"
#include "core/Equipment.h"
#include "core/Result.h"
#include "core/Task.h"
#include "core/TaskCard.h"
#include "core/Template.h"

#include <QDateTime>
#include <QString>
#include <QStringList>
#include <QVector>

#include <memory>
#include <optional>

namespace naryad::store {

/// A decoded object with the raw JSON kept beside it.
template <class T> struct Kept
{
    T value;
    QByteArray raw;
};

/// One object the change feed named.
struct FeedItem
{
    QString id;
    qint64 usn = 0;
    QDateTime time{}; ///< UTC; invalid where none was told
};

/// A task whose details are wanted, with the usn it was named at (0: by the list walk).
struct WantedTask
{
    QString id;
    qint64 usn = 0;
};

/// A row derived from the journal: what a task looks like with this computer's commands laid over it.
/// `row` is the mirrored row, or minus the creating command's number while the service has none.
struct JournalRow
{
    RowId row = 0;
    Task task;
    QString token; ///< of the creating command, while local only
    TaskState state = TaskState::NotKnown;
    PendingState pending = PendingState::None;
};

/// A task as the mirror has it: the service's word only.
struct MirroredTask
{
    RowId row = 0;
    Task task; ///< only its id where details were never read
    bool wanted = false; ///< the service has news of it that has not been read
    bool gone = false;
};

/// How far the walk of the service's task list has come; on disk, so that it goes on where it was.
struct TaskWalkPlace
{
    enum class Step {
        None, ///< none is under way
        Pages, ///< asking for `page`
        Missing, ///< all pages seen; what they did not name is looked for
    };
    Step step = Step::None;
    qint64 number = 0; ///< of the walk; a task the walk has met carries it
    int page = 0; ///< the next to ask for, from 0
    qint64 fromUsn = 0; ///< up to where the feed was read when it began
    RowId fromRow = 0; ///< the highest row when it began: what came later can't be missing
    RowId looked = 0; ///< missing tasks up to this row have been looked for; the next walk goes on behind it
    QDateTime ended; ///< UTC, of the walk before; invalid: none yet
};

/// What one page of the task list brought.
struct TaskPageNews
{
    int made = 0; ///< rows that were not there; their details are wanted now
    int back = 0; ///< shown as gone before; their details are wanted now
    int met = 0; ///< this walk had met before
};

/// A stretch of the mirror searched for tasks that a walk has not met.
struct MissingTasks
{
    QStringList ids;
    RowId upTo = 0; ///< searched up to this row
    bool end = false; ///< there are no more rows behind it
};

/// What is read again because a change feed named it; also the feed's `type`.
enum class CardKind {
    Template,
    Contractor,
    Equipment,
};
/// "template", "contractor", "equipment": the type of get-updates, and the name of the table.
QString nameOf(CardKind kind);

struct MirrorCounts
{
    int tasks = 0; ///< not gone, mirrored
    int detailsMissing = 0;
    friend bool operator==(const MirrorCounts &, const MirrorCounts &) = default;
};

/// The writing connection of mirror.db: what the service said, plus the rows derived from the journal.
///
/// Owns one SQLite connection (WAL, synchronous NORMAL). Thread: the one it was opened in (the engine's).
/// Never holds what the user said as its only copy: the file can be deleted at any time. Lists show the
/// service's word with the derived rows laid over it: `putJournalRow()` writes what they show, the cards
/// below keep what the service said.
class Mirror
{
public:
    /// Opens or makes the file (0600), migrates it, looks it through where damage was met in it. A damaged
    /// file, or one of a newer program, is set aside as `mirror.db.damaged-<time>` and rebuilt empty;
    /// `wasRebuilt()` then says so. Errors: Storage with cause ReadOnly, DiskFull, …
    static Result<std::unique_ptr<Mirror>> open(const QString &path);
    ~Mirror();

    bool wasRebuilt() const;
    /// The last run did not close it: it should be looked through, by checkFile() on a thread that has the
    /// time.
    bool wasBrokenOff() const;
    /// Sets the file aside, as damaged, and goes on with an empty one under the same name. Whoever reads must
    /// open it anew; what is derived from the journal must be laid again.
    Result<void> rebuild();

    // The feed and the details it asks for.
    Result<qint64> taskUsn() const; ///< 0 at first
    /// One transaction: the rows named (details wanted) and the usn up to which the feed was read.
    Result<void> noteFeed(const QVector<FeedItem> &items, qint64 usn);
    /// Tasks whose details are wanted, highest usn first; those of `excluding` left out.
    Result<QVector<WantedTask>> wantedTasks(int limit, const QStringList &excluding = {}) const;
    /// Marks details wanted (also for an id not mirrored yet: then a new row).
    Result<void> wantTask(const QString &id);
    /// One transaction. A wanted mark stays where the feed has named the task again (`askedAtUsn` older).
    /// Returns the rows written, in the order given.
    Result<QVector<RowId>> applyTasks(const QVector<Kept<Task>> &tasks, const QVector<qint64> &askedAtUsn);
    /// The service says there is no such task: shown as gone, not deleted.
    Result<RowId> markTaskGone(const QString &id);
    Result<MirrorCounts> counts() const;
    /// The highest row of a mirrored task; 0 where there is none. Rows only grow while the file is the same.
    Result<RowId> newestTaskRow() const;
    /// A name of this very file: another one after it was rebuilt, when rows are numbered anew.
    Result<QString> identity();

    Result<std::optional<MirroredTask>> mirrored(const QString &id) const; ///< nullopt where not mirrored

    // Lists. `complete` true: a walk to the list's end, so what is missing from it has gone.
    Result<void> applyEmployees(const QVector<Employee> &employees, bool complete);
    Result<void> applyTemplateList(const QVector<NamedRef> &templates, bool complete);
    Result<void> applyTemplates(const QVector<Kept<Template>> &templates);
    Result<void> applyFieldList(const QVector<NamedRef> &fields, bool complete);
    Result<void> applyTemplateFields(const QVector<Kept<TemplateField>> &fields);
    /// What was told of one of the contractor's persons, into its card; a card that is not read yet stays so.
    Result<void> applyPerson(const QString &contractorId, const Person &person);
    Result<void> applyContractorList(const QVector<ContractorListItem> &contractors, bool complete);
    Result<void> applyContractors(const QVector<Kept<Contractor>> &contractors);
    /// The contractors whose card names this object (a phone, a person).
    Result<QStringList> contractorsShowing(const QString &id) const;
    /// Their cards are to be read again; what is not mirrored is passed over.
    Result<void> wantContractors(const QStringList &ids);
    /// Ids listed, not gone, whose own card was never read or is to be read again.
    Result<QStringList> contractorsWithoutDetails(int limit) const;
    Result<QStringList> templatesWithoutDetails() const;
    /// It was changed and is to be read again.
    Result<void> wantTemplate(const QString &id);
    Result<void> wantTemplateField(const QString &id);
    /// Field ids the mirrored templates use and no definition is mirrored of.
    Result<QStringList> fieldsWithoutDetails() const;

    // The walk of the task list (MirrorWalk.cpp).
    Result<TaskWalkPlace> taskWalk() const;
    /// A new one from page 0; one under way is given up.
    Result<TaskWalkPlace> beginTaskWalk();
    /// What the page at the walk's place named: marked as met by this walk and the next page kept as its
    /// place, in one transaction, after rows were made for what was not mirrored.
    Result<TaskPageNews> noteTaskPage(const QStringList &ids);
    /// The pages are at their end; `certain` false: they say nothing about what is missing.
    Result<void> endTaskPages(bool certain, const QDateTime &now);
    /// Tasks not gone that the walk has not met and no feed has named since it began, among the next
    /// `searched` rows behind `after`, at most `limit`.
    Result<MissingTasks> missingTasks(RowId after, int searched, int limit) const;
    /// Marks their details wanted, takes them for met by this walk, and keeps that they were looked for up to
    /// this row.
    Result<void> wantMissing(const MissingTasks &missing);
    Result<void> endTaskWalk(const QDateTime &now);
    /// Of these ids those that are mirrored, not gone, and not named by the feed above `usn`.
    Result<QStringList> tasksNotNamedSince(const QStringList &ids, qint64 usn) const;
    Result<bool> isMirrored(const QString &id) const;

    // What the feeds of other types named (MirrorNamed.cpp).
    Result<qint64> namedUsn(CardKind kind) const; ///< 0 at first
    /// One transaction: what is to be read again, and the usn up to which the feed was read.
    Result<void> noteNamed(CardKind kind, const QVector<FeedItem> &items, qint64 usn);
    /// What is still to be read again, named last first.
    Result<QVector<FeedItem>> named(CardKind kind, int limit) const;
    /// It was read: the mark goes, unless the feed has named it again meanwhile.
    Result<void> clearNamed(CardKind kind, const FeedItem &item);
    /// The service says there is no such thing: shown as gone, not deleted; the mark goes too.
    Result<void> markCardGone(CardKind kind, const QString &id);

    // Equipment (MirrorEquipment.cpp), like the lists above.
    Result<void> applyEquipmentList(const QVector<NamedRef> &equipment, bool complete);
    Result<void> applyEquipment(const QVector<Kept<Equipment>> &equipment);
    Result<void> applyEquipmentModels(const QVector<NamedRef> &models, bool complete);
    Result<QStringList> equipmentWithoutDetails(int limit) const;

    // The rows derived from the journal.
    Result<void> replaceJournalRows(const QVector<JournalRow> &rows);
    /// One transaction: the row, in the place of the row `instead` where that is another.
    Result<void> putJournalRow(const JournalRow &row, RowId instead = 0);
    Result<void> removeJournalRow(RowId row);

    /// Small facts about the mirror itself (when a list was last walked, which feed types are refused).
    Result<QString> meta(const QString &key) const; ///< empty where never set
    Result<void> setMeta(const QString &key, const QString &value);

private:
    class Private;
    explicit Mirror(std::unique_ptr<Private> d);
    std::unique_ptr<Private> d;
};

} // namespace naryad::store
