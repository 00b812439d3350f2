#pragma once

#include "Db.h"
#include "RowReader.h"
#include "TrigramSample.h"
#include "store/Reader.h"

namespace naryad::store {

/// The reading queries on two read-only connections, opened on first use. Thread: the reader's. Throws
/// SQLite::Exception; the caller is the edge.
class ReaderQueries
{
public:
    ReaderQueries(QString mirrorPath, QString journalPath);

    Result<TaskIds> taskIds(const TaskQuery &query, int limit);
    Result<QVector<qint64>> queryCounts(const QVector<TaskQuery> &queries);
    Result<QVector<Hit>> find(const QString &typed, int limit);
    Result<QVector<TaskRow>> taskRows(const QVector<RowId> &rows);
    Result<TaskCard> taskCard(RowId row);
    Result<QVector<Contractor>> contractors(const QString &typed, int limit);
    Result<QVector<Employee>> employees(const QString &typed, bool mobileOnly, int limit);
    Result<QVector<Template>> templates(const QString &typed, int limit);
    Result<QVector<NamedRef>> results(const QString &typed, int limit);
    Result<TemplateForm> templateForm(const QString &templateId);
    Result<Contractor> contractor(const QString &id);
    Result<QVector<JournalEntry>> outbox(int days);
    Result<QVector<Draft>> drafts();
    Result<QString> views();
    void close();
    /// What was read is damaged: the next query opens anew, the next start looks the mirror through.
    void metDamage();

private:
    friend class QueryWatch;

    SQLite::Database &mirror();
    SQLite::Database &journal();
    Packing &packing();
    std::unique_ptr<SQLite::Database> open(const QString &path);
    void findTask(Draft &draft);

    QString m_mirrorPath;
    QString m_journalPath;
    std::unique_ptr<SQLite::Database> m_mirror;
    std::unique_ptr<SQLite::Database> m_journal;
    std::unique_ptr<Packing> m_packing;
    std::function<bool()> m_givenUp;
    TrigramSample m_sample;
    NameCache m_names;
};

/// While it lives, a running query ends with an error as soon as `givenUp` says yes.
class QueryWatch
{
public:
    QueryWatch(ReaderQueries &queries, std::function<bool()> givenUp)
        : m_queries(queries)
    {
        m_queries.m_givenUp = std::move(givenUp);
    }
    ~QueryWatch() { m_queries.m_givenUp = {}; }
    Q_DISABLE_COPY_MOVE(QueryWatch)

private:
    ReaderQueries &m_queries;
};

/// What was said about one task, oldest first. Parameters: its subject by id, by its token, its id ('' where
/// none).
extern const char *const CardSql;

/// The Outbox, newest first. Parameter: the moment, in ms, from which final ones are listed.
extern const char *const OutboxSql;

} // namespace naryad::store
