#pragma once

#include "ContractorFinder.h"
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
    Result<TaskCard> taskCardOf(const ObjectRef &task);
    Result<QVector<Contractor>> contractors(const QString &typed, int limit);
    Result<QVector<Employee>> employees(const QString &typed, bool mobileOnly, int limit);
    Result<QVector<Template>> templates(const QString &typed, int limit);
    Result<QVector<NamedRef>> results(const QString &typed, int limit);
    Result<QVector<TemplateField>> templateFields(const QString &typed, int limit);
    Result<TemplateField> templateField(const QString &id);
    Result<QHash<QString, NamedRef>> resultsUsed();
    Result<TemplateForm> templateForm(const QString &templateId);
    Result<Contractor> contractor(const QString &id);
    Result<QByteArray> contractorAnswer(const QString &id);
    Result<QVector<JournalEntry>> outbox(int days);
    // FillingQueries.cpp
    Result<TaskCard> lastTaskOf(const QString &contractorId);
    Result<QVector<TaskRow>>
    tasksOfWorker(const QString &workerId, const QDateTime &from, const QDateTime &until, int limit);
    Result<QVector<Address>> addresses(const QString &typed, int limit);
    Result<JournalEntry> said(const QString &token);
    QVector<Contractor> contractorsMadeHere(const QString &typed);
    // CallerQueries.cpp
    Result<QVector<Caller>> callers(const QString &typed, int limit);
    Result<CallerCard> callerCard(const QString &contractorId);
    Result<QVector<Draft>> drafts();
    Result<QVector<JournalEntry>> commands(const QVector<CommandId> &ids);
    // What is written out (ReaderCards.cpp).
    Result<QVector<TaskCard>> taskCards(const QVector<RowId> &rows);
    Result<QStringList> contractorIds();
    Result<QVector<Contractor>> contractorCards(const QStringList &ids);
    Result<QStringList> equipmentIds();
    Result<QVector<Equipment>> equipmentCards(const QStringList &ids);
    Result<QString> views();
    // The tree of clients (ReaderContractors.cpp, ReaderClientCard.cpp, ClientGaps.cpp).
    Result<ContractorTreePtr> contractorTree(const QString &typed);
    Result<QVector<ContractorRow>> contractorRows(const QVector<RowId> &rows);
    Result<QVector<ContractorRow>> subdivisionsOf(const QString &contractorId);
    Result<QVector<Equipment>> equipmentOf(const QString &contractorId);
    Result<QVector<TaskRow>> tasksOf(const QString &contractorId, int limit);
    Result<Contractor> contractorByExternalId(const QString &externalId);
    Result<ContractorCard> contractorCard(const QString &id, int tasks);
    Result<ContractorGaps> contractorGaps();
    Result<TemplateStock> templateStock(); // ReaderTemplates.cpp
    // The catalogue of equipment and the dictionaries (ReaderEquipment.cpp).
    Result<EquipmentIds> equipmentList(const EquipmentQuery &query, int limit);
    Result<QVector<EquipmentRow>> equipmentRows(const QVector<RowId> &rows);
    Result<EquipmentCard> equipmentCard(const QString &id);
    Result<QVector<EquipmentModelRow>> equipmentModels(const QString &typed, int limit);
    Result<QVector<TaskRow>> tasksMentioning(const QString &serialNumber, int limit);
    Result<QVector<DictionaryEntry>> dictionary(DictionaryKind kind, const QString &typed, int limit);
    void close();
    /// What was read is damaged: the next query opens anew, the next start looks the mirror through.
    void metDamage();

private:
    friend class QueryWatch;

    SQLite::Database &mirror();
    SQLite::Database &journal();
    Packing &packing();
    std::unique_ptr<SQLite::Database> open(const QString &path);
    std::optional<QSet<RowId>> equipmentFound(const QString &typed);
    void findTask(Draft &draft);
    void readComments(CallerCard &card);
    std::optional<ContractorRow> contractorRow(RowId row, const ContractorLaid &laid);
    QVector<NamedRef> pathOf(NamedRef parent, const ContractorLaid &laid);
    QVector<JournalEntry> saidOf(const ContractorCard &card);

    QString m_mirrorPath;
    QString m_journalPath;
    std::unique_ptr<SQLite::Database> m_mirror;
    std::unique_ptr<SQLite::Database> m_journal;
    std::unique_ptr<Packing> m_packing;
    std::function<bool()> m_givenUp;
    TrigramSample m_sample;
    NameCache m_names;
    ContractorFinder m_contractors;
};

/// Of a row of id, name, parent's id and name, card.
Contractor contractorOf(SQLite::Statement &row);

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

/// Contractors made here that the service does not have yet, the newest first.
extern const char *const MadeHereSql;

/// What was said under a token. Parameter: the token.
extern const char *const SaidSql;

/// What was said of templates and fields, oldest first. Parameter: the moment, in ms, from which what is done
/// is listed too.
extern const char *const StockSql;

/// The Outbox, newest first. Parameter: the moment, in ms, from which final ones are listed.
extern const char *const OutboxSql;

} // namespace naryad::store
