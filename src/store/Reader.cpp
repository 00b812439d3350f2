#include "store/Reader.h"

#include "ReaderQueries.h"
#include "core/Threads.h"

#include <QMutex>
#include <QPromise>
#include <QThread>
#include <QWaitCondition>

#include <deque>

namespace naryad::store {

/// A reading thread with connections of its own: takes queries one after another. A query left in the line
/// when it goes is dropped, and its future with it.
class ReaderLine : public QThread
{
public:
    ReaderLine(const QString &name, const QString &mirrorPath, const QString &journalPath)
        : queries(mirrorPath, journalPath)
    {
        setObjectName(name);
        start();
    }

    ~ReaderLine() override
    {
        {
            QMutexLocker guard(&lock);
            stopping = true;
            line.clear();
        }
        wake.wakeAll();
        wait();
    }

    template <class T, class Call> QFuture<Result<T>> ask(Call call)
    {
        auto promise = std::make_shared<QPromise<Result<T>>>();
        promise->start();
        const auto future = promise->future();
        {
            QMutexLocker guard(&lock);
            line.push_back([this, promise, call = std::move(call)] {
                if (!promise->isCanceled()) {
                    const QueryWatch watch(queries, [&promise] { return promise->isCanceled(); });
                    Result<T> answer = guarded([&]() -> Result<T> { return call(queries); });
                    if (!answer && answer.error().cause == ErrorCause::Damaged)
                        queries.metDamage();
                    promise->addResult(std::move(answer));
                }
                promise->finish();
            });
        }
        wake.wakeOne();
        return future;
    }

protected:
    void run() override
    {
        yieldToTheScreen();
        for (;;) {
            std::function<void()> job;
            {
                QMutexLocker guard(&lock);
                while (line.empty() && !stopping)
                    wake.wait(&lock);
                if (stopping)
                    break;
                job = std::move(line.front());
                line.pop_front();
            }
            job();
        }
        queries.close();
    }

private:
    QMutex lock;
    QWaitCondition wake;
    std::deque<std::function<void()>> line;
    bool stopping = false;
    ReaderQueries queries; ///< used on this thread only
};

/// What is on the screen must not wait for a list of a million rows to be put together.
class Reader::Private
{
public:
    Private(const QString &mirrorPath, const QString &journalPath)
        : lists(QStringLiteral("lists"), mirrorPath, journalPath)
        , rows(QStringLiteral("rows"), mirrorPath, journalPath)
        , counts(QStringLiteral("counts"), mirrorPath, journalPath)
    {}

    ReaderLine lists;
    ReaderLine rows;
    ReaderLine counts; ///< nobody waits for them, and no list waits behind them
};

Reader::Reader(const QString &mirrorPath, const QString &journalPath)
    : d(std::make_unique<Private>(mirrorPath, journalPath))
{}

Reader::~Reader() = default;

void Reader::reopen()
{
    for (ReaderLine *line : {&d->lists, &d->rows, &d->counts}) {
        line->ask<bool>([](ReaderQueries &q) -> Result<bool> {
            q.close();
            return true;
        });
    }
}

QFuture<Result<TaskIds>> Reader::taskIds(const TaskQuery &query, int limit) const
{
    return d->lists.ask<TaskIds>([query, limit](ReaderQueries &q) { return q.taskIds(query, limit); });
}

QFuture<Result<QVector<qint64>>> Reader::taskCounts(const QVector<TaskFilter> &filters) const
{
    QVector<TaskQuery> queries(filters.size());
    for (qsizetype i = 0; i < filters.size(); ++i)
        queries[i].filter = filters.at(i);
    return queryCounts(queries);
}

QFuture<Result<QVector<qint64>>> Reader::queryCounts(const QVector<TaskQuery> &queries) const
{
    return d->counts.ask<QVector<qint64>>([queries](ReaderQueries &q) { return q.queryCounts(queries); });
}

QFuture<Result<QVector<Hit>>> Reader::find(const QString &typed, int limit) const
{
    return d->rows.ask<QVector<Hit>>([typed, limit](ReaderQueries &q) { return q.find(typed, limit); });
}

QFuture<Result<QVector<TaskRow>>> Reader::taskRows(const QVector<RowId> &rows) const
{
    return d->rows.ask<QVector<TaskRow>>([rows](ReaderQueries &q) { return q.taskRows(rows); });
}

QFuture<Result<TaskCard>> Reader::taskCard(RowId row) const
{
    return d->rows.ask<TaskCard>([row](ReaderQueries &q) { return q.taskCard(row); });
}

QFuture<Result<TaskCard>> Reader::taskCardOf(const ObjectRef &task) const
{
    return d->rows.ask<TaskCard>([task](ReaderQueries &q) { return q.taskCardOf(task); });
}

QFuture<Result<QVector<Contractor>>> Reader::contractors(const QString &typed, int limit) const
{
    return d->rows.ask<QVector<Contractor>>(
        [typed, limit](ReaderQueries &q) { return q.contractors(typed, limit); });
}

QFuture<Result<QVector<Employee>>> Reader::employees(const QString &typed, bool mobileOnly, int limit) const
{
    return d->rows.ask<QVector<Employee>>(
        [typed, mobileOnly, limit](ReaderQueries &q) { return q.employees(typed, mobileOnly, limit); });
}

QFuture<Result<QVector<Template>>> Reader::templates(const QString &typed, int limit) const
{
    return d->rows.ask<QVector<Template>>(
        [typed, limit](ReaderQueries &q) { return q.templates(typed, limit); });
}

QFuture<Result<QVector<NamedRef>>> Reader::results(const QString &typed, int limit) const
{
    return d->rows.ask<QVector<NamedRef>>(
        [typed, limit](ReaderQueries &q) { return q.results(typed, limit); });
}

QFuture<Result<QVector<TemplateField>>> Reader::templateFields(const QString &typed, int limit) const
{
    return d->rows.ask<QVector<TemplateField>>(
        [typed, limit](ReaderQueries &q) { return q.templateFields(typed, limit); });
}

QFuture<Result<QHash<QString, NamedRef>>> Reader::resultsUsed() const
{
    return d->rows.ask<QHash<QString, NamedRef>>([](ReaderQueries &q) { return q.resultsUsed(); });
}

QFuture<Result<TemplateForm>> Reader::templateForm(const QString &templateId) const
{
    return d->rows.ask<TemplateForm>([templateId](ReaderQueries &q) { return q.templateForm(templateId); });
}

QFuture<Result<TemplateField>> Reader::templateField(const QString &id) const
{
    return d->rows.ask<TemplateField>([id](ReaderQueries &q) { return q.templateField(id); });
}

QFuture<Result<QByteArray>> Reader::contractorAnswer(const QString &id) const
{
    return d->rows.ask<QByteArray>([id](ReaderQueries &q) { return q.contractorAnswer(id); });
}

QFuture<Result<Contractor>> Reader::contractor(const QString &id) const
{
    return d->rows.ask<Contractor>([id](ReaderQueries &q) { return q.contractor(id); });
}

QFuture<Result<ContractorTreePtr>> Reader::contractorTree(const QString &typed) const
{
    return d->lists.ask<ContractorTreePtr>([typed](ReaderQueries &q) { return q.contractorTree(typed); });
}

QFuture<Result<QVector<ContractorRow>>> Reader::contractorRows(const QVector<RowId> &rows) const
{
    return d->rows.ask<QVector<ContractorRow>>([rows](ReaderQueries &q) { return q.contractorRows(rows); });
}

QFuture<Result<ContractorCard>> Reader::contractorCard(const QString &id, int tasks) const
{
    return d->rows.ask<ContractorCard>([id, tasks](ReaderQueries &q) { return q.contractorCard(id, tasks); });
}

QFuture<Result<Contractor>> Reader::contractorByExternalId(const QString &externalId) const
{
    return d->rows.ask<Contractor>(
        [externalId](ReaderQueries &q) { return q.contractorByExternalId(externalId); });
}

QFuture<Result<QVector<ContractorRow>>> Reader::subdivisionsOf(const QString &contractorId) const
{
    return d->rows.ask<QVector<ContractorRow>>(
        [contractorId](ReaderQueries &q) { return q.subdivisionsOf(contractorId); });
}

QFuture<Result<QVector<Equipment>>> Reader::equipmentOf(const QString &contractorId) const
{
    return d->rows.ask<QVector<Equipment>>(
        [contractorId](ReaderQueries &q) { return q.equipmentOf(contractorId); });
}

QFuture<Result<QVector<TaskRow>>> Reader::tasksOf(const QString &contractorId, int limit) const
{
    return d->rows.ask<QVector<TaskRow>>(
        [contractorId, limit](ReaderQueries &q) { return q.tasksOf(contractorId, limit); });
}

QFuture<Result<ContractorGaps>> Reader::contractorGaps() const
{
    return d->counts.ask<ContractorGaps>([](ReaderQueries &q) { return q.contractorGaps(); });
}

QFuture<Result<TaskCard>> Reader::lastTaskOf(const QString &contractorId) const
{
    return d->rows.ask<TaskCard>([contractorId](ReaderQueries &q) { return q.lastTaskOf(contractorId); });
}

QFuture<Result<QVector<TaskRow>>>
Reader::tasksOfWorker(const QString &workerId, const QDateTime &from, const QDateTime &until, int limit) const
{
    return d->rows.ask<QVector<TaskRow>>([workerId, from, until, limit](ReaderQueries &q) {
        return q.tasksOfWorker(workerId, from, until, limit);
    });
}

QFuture<Result<QVector<Address>>> Reader::addresses(const QString &typed, int limit) const
{
    return d->rows.ask<QVector<Address>>(
        [typed, limit](ReaderQueries &q) { return q.addresses(typed, limit); });
}

QFuture<Result<QVector<Caller>>> Reader::callers(const QString &typed, int limit) const
{
    return d->rows.ask<QVector<Caller>>([typed, limit](ReaderQueries &q) { return q.callers(typed, limit); });
}

QFuture<Result<CallerCard>> Reader::callerCard(const QString &contractorId) const
{
    return d->rows.ask<CallerCard>([contractorId](ReaderQueries &q) { return q.callerCard(contractorId); });
}

QFuture<Result<JournalEntry>> Reader::said(const QString &token) const
{
    return d->rows.ask<JournalEntry>([token](ReaderQueries &q) { return q.said(token); });
}

QFuture<Result<QVector<JournalEntry>>> Reader::outbox(int days) const
{
    return d->rows.ask<QVector<JournalEntry>>([days](ReaderQueries &q) { return q.outbox(days); });
}

QFuture<Result<QVector<JournalEntry>>> Reader::commands(const QVector<CommandId> &ids) const
{
    return d->rows.ask<QVector<JournalEntry>>([ids](ReaderQueries &q) { return q.commands(ids); });
}

// What is written out takes its time: nothing on the screen waits behind it.

QFuture<Result<QVector<TaskCard>>> Reader::taskCards(const QVector<RowId> &rows) const
{
    return d->counts.ask<QVector<TaskCard>>([rows](ReaderQueries &q) { return q.taskCards(rows); });
}

QFuture<Result<QStringList>> Reader::contractorIds() const
{
    return d->counts.ask<QStringList>([](ReaderQueries &q) { return q.contractorIds(); });
}

QFuture<Result<QVector<Contractor>>> Reader::contractorCards(const QStringList &ids) const
{
    return d->counts.ask<QVector<Contractor>>([ids](ReaderQueries &q) { return q.contractorCards(ids); });
}

QFuture<Result<QStringList>> Reader::equipmentIds() const
{
    return d->counts.ask<QStringList>([](ReaderQueries &q) { return q.equipmentIds(); });
}

QFuture<Result<QVector<Equipment>>> Reader::equipmentCards(const QStringList &ids) const
{
    return d->counts.ask<QVector<Equipment>>([ids](ReaderQueries &q) { return q.equipmentCards(ids); });
}

QFuture<Result<QVector<Draft>>> Reader::drafts() const
{
    return d->rows.ask<QVector<Draft>>([](ReaderQueries &q) { return q.drafts(); });
}

QFuture<Result<TemplateStock>> Reader::templateStock() const
{
    return d->counts.ask<TemplateStock>([](ReaderQueries &q) { return q.templateStock(); });
}

QFuture<Result<QString>> Reader::views() const
{
    return d->rows.ask<QString>([](ReaderQueries &q) { return q.views(); });
}

QFuture<Result<EquipmentIds>> Reader::equipmentList(const EquipmentQuery &query, int limit) const
{
    return d->lists.ask<EquipmentIds>(
        [query, limit](ReaderQueries &q) { return q.equipmentList(query, limit); });
}

QFuture<Result<QVector<EquipmentRow>>> Reader::equipmentRows(const QVector<RowId> &rows) const
{
    return d->rows.ask<QVector<EquipmentRow>>([rows](ReaderQueries &q) { return q.equipmentRows(rows); });
}

QFuture<Result<EquipmentCard>> Reader::equipmentCard(const QString &id) const
{
    return d->rows.ask<EquipmentCard>([id](ReaderQueries &q) { return q.equipmentCard(id); });
}

QFuture<Result<QVector<EquipmentModelRow>>> Reader::equipmentModels(const QString &typed, int limit) const
{
    return d->rows.ask<QVector<EquipmentModelRow>>(
        [typed, limit](ReaderQueries &q) { return q.equipmentModels(typed, limit); });
}

QFuture<Result<QVector<TaskRow>>> Reader::tasksMentioning(const QString &serialNumber, int limit) const
{
    return d->counts.ask<QVector<TaskRow>>(
        [serialNumber, limit](ReaderQueries &q) { return q.tasksMentioning(serialNumber, limit); });
}

QFuture<Result<QVector<DictionaryEntry>>>
Reader::dictionary(DictionaryKind kind, const QString &typed, int limit) const
{
    return d->rows.ask<QVector<DictionaryEntry>>(
        [kind, typed, limit](ReaderQueries &q) { return q.dictionary(kind, typed, limit); });
}

} // namespace naryad::store
