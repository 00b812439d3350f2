#include "models/Details.h"

#include "store/Reader.h"

#include <limits>

namespace naryad::models {

Details::Details(store::Reader &reader)
    : m_reader(reader)
{}

QFuture<Result<TaskCard>> Details::taskCard(RowId row) const
{
    return m_reader.taskCard(row);
}

QFuture<Result<TaskCard>> Details::taskCardOf(const ObjectRef &task) const
{
    return m_reader.taskCardOf(task);
}

QFuture<Result<TemplateForm>> Details::templateForm(const QString &templateId) const
{
    return m_reader.templateForm(templateId);
}

QFuture<Result<Contractor>> Details::contractor(const QString &id) const
{
    return m_reader.contractor(id);
}

QFuture<Result<CallerCard>> Details::callerCard(const QString &contractorId) const
{
    return m_reader.callerCard(contractorId);
}

QFuture<Result<QByteArray>> Details::contractorAnswer(const QString &id) const
{
    return m_reader.contractorAnswer(id);
}

QFuture<Result<TaskCard>> Details::lastTaskOf(const QString &contractorId) const
{
    return m_reader.lastTaskOf(contractorId);
}

QFuture<Result<QVector<TaskRow>>> Details::tasksOfWorker(
    const QString &workerId, const QDateTime &from, const QDateTime &until, int limit) const
{
    return m_reader.tasksOfWorker(workerId, from, until, limit);
}

QFuture<Result<JournalEntry>> Details::said(const QString &token) const
{
    return m_reader.said(token);
}

QFuture<Result<JournalEntry>> Details::command(CommandId id) const
{
    auto entry = [](const Result<QVector<JournalEntry>> &found) -> Result<JournalEntry> {
        if (!found)
            return tl::unexpected(found.error());
        return found->isEmpty() ? Result<JournalEntry>(fail(ErrorKind::NotFound)) : found->constFirst();
    };
    return m_reader.commands({id}).then(QtFuture::Launch::Sync, entry);
}

QFuture<Result<TemplateField>> Details::templateField(const QString &id) const
{
    return m_reader.templateField(id);
}

QFuture<Result<QVector<NamedRef>>> Details::results() const
{
    return m_reader.results({}, std::numeric_limits<int>::max());
}

QFuture<Result<QHash<QString, NamedRef>>> Details::resultsUsed() const
{
    return m_reader.resultsUsed();
}

QFuture<Result<QVector<TaskCard>>> Details::taskCards(const QVector<RowId> &rows) const
{
    return m_reader.taskCards(rows);
}

QFuture<Result<QVector<Draft>>> Details::drafts() const
{
    return m_reader.drafts();
}

QFuture<Result<TemplateStock>> Details::templateStock() const
{
    return m_reader.templateStock();
}

QFuture<Result<QVector<JournalEntry>>> Details::commands(const QVector<CommandId> &ids) const
{
    return m_reader.commands(ids);
}

QFuture<Result<QString>> Details::views() const
{
    return m_reader.views();
}

} // namespace naryad::models
