#pragma once

#include "core/Caller.h"
#include "core/Contractor.h"
#include "core/Draft.h"
#include "core/Result.h"
#include "core/TaskCard.h"
#include "core/Template.h"
#include "core/TemplateStock.h"

#include <QFuture>
#include <QHash>

#include <memory>

namespace naryad::store {
class Reader;
}

namespace naryad::models {

/// One-object reads for cards and editors, so that screens need not see the store. Thread: any.
class Details
{
public:
    explicit Details(store::Reader &reader);

    QFuture<Result<TaskCard>> taskCard(RowId row) const;
    /// The same by what commands call it. NotFound where it is not listed.
    QFuture<Result<TaskCard>> taskCardOf(const ObjectRef &task) const;
    QFuture<Result<TemplateForm>> templateForm(const QString &templateId) const;
    QFuture<Result<Contractor>> contractor(const QString &id) const;
    /// What is told of a caller at once; NotFound as contractor().
    QFuture<Result<CallerCard>> callerCard(const QString &contractorId) const;
    /// The service's last answer about it as it came; empty where it was never read.
    QFuture<Result<QByteArray>> contractorAnswer(const QString &id) const;
    /// The latest of the contractor's tasks; NotFound where none is known. Without what was said about it.
    QFuture<Result<TaskCard>> lastTaskOf(const QString &contractorId) const;
    /// The worker's tasks that overlap this time, as far as they are known; at most `limit`.
    QFuture<Result<QVector<TaskRow>>>
    tasksOfWorker(const QString &workerId, const QDateTime &from, const QDateTime &until, int limit) const;
    /// The command with this token; NotFound where none was said.
    QFuture<Result<JournalEntry>> said(const QString &token) const;
    /// The command of this number; NotFound where it is not in the journal.
    QFuture<Result<JournalEntry>> command(CommandId id) const;
    /// A field as templates use it; NotFound where it is not mirrored.
    QFuture<Result<TemplateField>> templateField(const QString &id) const;
    /// The dictionary of closing results, as kept on this computer.
    QFuture<Result<QVector<NamedRef>>> results() const;
    /// What the tasks of each template were closed with last; under no template: the last of all.
    QFuture<Result<QHash<QString, NamedRef>>> resultsUsed() const;
    /// Whole tasks without what was said about them; those that are gone are left out.
    QFuture<Result<QVector<TaskCard>>> taskCards(const QVector<RowId> &rows) const;
    /// What was typed and not said yet, the newest first.
    QFuture<Result<QVector<Draft>>> drafts() const;
    /// All templates and fields with what was said here laid over them.
    QFuture<Result<TemplateStock>> templateStock() const;
    /// What became of these commands; what is not in the journal is left out.
    QFuture<Result<QVector<JournalEntry>>> commands(const QVector<CommandId> &ids) const;
    /// The user's own views of the task list as CommandDesk::keepViews() was given them; empty: none.
    QFuture<Result<QString>> views() const;

private:
    store::Reader &m_reader;
};

} // namespace naryad::models
