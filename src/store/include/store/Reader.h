#pragma once

#include "core/Commands.h"
#include "core/Contractor.h"
#include "core/Draft.h"
#include "core/Employee.h"
#include "core/Result.h"
#include "core/TaskCard.h"
#include "core/Template.h"

#include <QFuture>
#include <QString>
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

    /// Pickers: the best matches of a typed text (all words found, prefix hits first), at most `limit`.
    QFuture<Result<QVector<Contractor>>> contractors(const QString &typed, int limit) const;
    QFuture<Result<QVector<Employee>>> employees(const QString &typed, bool mobileOnly, int limit) const;
    QFuture<Result<QVector<Template>>> templates(const QString &typed, int limit) const;
    QFuture<Result<QVector<NamedRef>>> results(const QString &typed, int limit) const;
    QFuture<Result<TemplateForm>> templateForm(const QString &templateId) const;
    QFuture<Result<Contractor>> contractor(const QString &id) const; ///< NotFound where not mirrored

    /// The Outbox, newest first: all that is not final, and the final ones of the last `days`.
    QFuture<Result<QVector<JournalEntry>>> outbox(int days) const;

    /// What was typed and not said yet, the newest first. A task that has got its id since is named by it.
    QFuture<Result<QVector<Draft>>> drafts() const;

    /// The user's own views of the task list as they were kept (Journal::setViews()); empty: none.
    QFuture<Result<QString>> views() const;

private:
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace naryad::store
