#pragma once

#include "Db.h"
#include "store/Reader.h"

#include <QHash>

namespace naryad::store {

/// The reading queries on two read-only connections, opened on first use. Thread: the reader's. Throws
/// SQLite::Exception; the caller is the edge.
class ReaderQueries
{
public:
    ReaderQueries(QString mirrorPath, QString journalPath);

    Result<TaskIds> taskIds(const TaskQuery &query, int limit);
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
    void close();

private:
    SQLite::Database &mirror();
    SQLite::Database &journal();
    QString templateColour(const QString &id);
    void findTask(Draft &draft);
    bool readRow(RowId row, TaskRow &into, Task *task, QByteArray *raw);

    QString m_mirrorPath;
    QString m_journalPath;
    std::unique_ptr<SQLite::Database> m_mirror;
    std::unique_ptr<SQLite::Database> m_journal;
};

/// The one list query: both tables merged in display order. Parameters from 1: the filter's words.
QString listSql(const TaskQuery &query, int words);

} // namespace naryad::store
