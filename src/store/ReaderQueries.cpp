#include "ReaderQueries.h"

#include "JournalText.h"
#include "TaskColumns.h"
#include "core/Serial.h"
#include "core/Text.h"

#include <QDateTime>

#include <sqlite3.h>

#include <algorithm>

namespace naryad::store {

namespace {

constexpr int StepsBetweenLooks = 20000; ///< of SQLite's machine: some milliseconds

QString sortColumn(TaskQuery::Sort sort)
{
    switch (sort) {
    case TaskQuery::Sort::Plan:
        return QStringLiteral("plan");
    case TaskQuery::Sort::Number:
        return QStringLiteral("number_sort");
    case TaskQuery::Sort::TemplateName:
        return QStringLiteral("template_sort");
    case TaskQuery::Sort::ContractorName:
        return QStringLiteral("contractor_sort");
    case TaskQuery::Sort::WorkerName:
        return QStringLiteral("worker_sort");
    case TaskQuery::Sort::State:
        return QStringLiteral("state");
    }
    return QStringLiteral("plan");
}

/// Both readings of what was typed: as it is, and as the same keys in the other layout.
QVector<QStringList> readingsOf(const QString &typed)
{
    const QStringList words = searchWords(typed);
    const QStringList swapped = searchWords(swapLayout(typed));
    QVector<QStringList> readings{words};
    if (!swapped.isEmpty() && swapped != words)
        readings.append(swapped);
    return readings;
}

/// The rows of a small list whose `search` holds every word, best first: what is named exactly so, what its
/// last part is named so, what begins so, what has a word that begins so; then by `sort`.
template <class T, class ReadRow>
QVector<T>
pick(SQLite::Database &database, const QString &select, const QString &typed, int limit, ReadRow readRow)
{
    for (const QStringList &words : readingsOf(typed)) {
        QString sql = select;
        for (int i = 0; i < words.size(); ++i)
            sql += QStringLiteral(" AND instr(search, ?%1) > 0").arg(i + 1);
        sql += QLatin1String(" ORDER BY ");
        if (!words.isEmpty()) {
            sql += QStringLiteral("CASE WHEN search = ?%1 THEN 0 "
                                  "WHEN substr(search, -length(?%1) - 3) = ' / ' || ?%1 THEN 1 "
                                  "WHEN instr(search, ?%1) = 1 THEN 2 "
                                  "WHEN instr(' ' || search, ' ' || ?%1) > 0 THEN 3 "
                                  "WHEN instr(' ' || search, ' ' || ?1) > 0 THEN 4 ELSE 5 END, ")
                       .arg(words.size() + 1);
        }
        sql += QLatin1String("sort");
        SQLite::Statement find(database, sql.toStdString());
        for (int i = 0; i < words.size(); ++i)
            bind(find, i + 1, words.at(i));
        if (!words.isEmpty())
            bind(find, static_cast<int>(words.size()) + 1, words.join(QLatin1Char(' ')));
        QVector<T> rows;
        while (rows.size() < limit && find.executeStep())
            rows.append(readRow(find));
        if (!rows.isEmpty())
            return rows;
    }
    return {};
}

Known<bool> roleOf(SQLite::Statement &statement, int column)
{
    return statement.getColumn(column).isNull() ? Known<bool>()
                                                : Known<bool>::fromService(numberAt(statement, column) != 0);
}

Contractor contractorOf(SQLite::Statement &row)
{
    Contractor contractor;
    if (!row.getColumn(4).isNull())
        contractor = serial::contractorFromJson(objectOf(bytesAt(row, 4)));
    contractor.id = textAt(row, 0);
    contractor.name = textAt(row, 1);
    contractor.parent = {textAt(row, 2), textAt(row, 3)};
    return contractor;
}

/// Reads rows of the task list from the mirror with what the journal lays over them. Not past the statement
/// that made it: it holds prepared statements.
class RowReader
{
public:
    explicit RowReader(SQLite::Database &mirror)
        : m_mirrored(mirror, "SELECT service_id, loaded, state, card, raw FROM task WHERE row=?")
        , m_laid(mirror, "SELECT token, pending, state, card FROM journal_row WHERE row=?")
        , m_colour(mirror, "SELECT colour FROM template WHERE id=?")
    {}

    /// False where there is no such row.
    bool read(RowId row)
    {
        m_mirrored.reset();
        m_laid.reset();
        bindAll(m_mirrored, row);
        bindAll(m_laid, row);
        const bool inMirror = m_mirrored.executeStep();
        const bool inJournal = m_laid.executeStep();
        if (!inMirror && !inJournal)
            return false;
        m_row = {};
        m_row.row = row;
        if (inMirror) {
            m_row.id = textAt(m_mirrored, 0);
            m_row.detailsLoaded = numberAt(m_mirrored, 1) != 0;
        }
        if (inJournal) {
            m_row.token = textAt(m_laid, 0);
            m_row.pending = static_cast<PendingState>(numberAt(m_laid, 1));
            m_row.detailsLoaded = true;
        }
        SQLite::Statement &shown = inJournal ? m_laid : m_mirrored;
        m_row.state = static_cast<TaskState>(numberAt(shown, 2));
        m_task = taskOfCard(bytesAt(shown, 3));
        m_row.number = m_task.number;
        m_row.plannedStart = m_task.plannedStart;
        m_row.plannedEnd = m_task.plannedEnd;
        m_row.taskTemplate = m_task.taskTemplate;
        m_row.contractor = m_task.contractor;
        m_row.worker = m_task.worker;
        m_row.templateColour = colourOf(m_task.taskTemplate.id);
        return true;
    }

    const TaskRow &row() const { return m_row; }
    const Task &task() const { return m_task; }
    /// Empty where the task was never read.
    QByteArray raw() { return m_row.id.isEmpty() ? QByteArray() : bytesAt(m_mirrored, 4); }

private:
    QString colourOf(const QString &templateId)
    {
        m_colour.reset();
        bindAll(m_colour, templateId);
        return m_colour.executeStep() ? textAt(m_colour, 0) : QString();
    }

    SQLite::Statement m_mirrored;
    SQLite::Statement m_laid;
    SQLite::Statement m_colour;
    TaskRow m_row;
    Task m_task;
};

} // namespace

QString listSql(const TaskQuery &query, int words)
{
    QString filter;
    for (int i = 0; i < words; ++i)
        filter += QStringLiteral(" AND instr(search, ?%1) > 0").arg(i + 1);
    const QString direction = query.descending ? QStringLiteral("DESC") : QStringLiteral("ASC");
    return QStringLiteral("SELECT row, %1 AS k FROM task WHERE row NOT IN (SELECT row FROM journal_row)%2 "
                          "UNION ALL SELECT row, %1 AS k FROM journal_row WHERE 1%2 ORDER BY k %3, row %3")
        .arg(sortColumn(query.sort), filter, direction);
}

const char *const CardSql
    = "SELECT entry FROM command WHERE id IN ("
      "SELECT id FROM command WHERE subject IN (?1, ?2) UNION "
      "SELECT said.id FROM command made JOIN command said ON said.subject = made.subject "
      "WHERE made.result_id <> '' AND made.result_id = ?3 AND made.subject = 'local:' || made.token) ORDER "
      "BY id";

const char *const OutboxSql = "SELECT entry FROM command WHERE id IN (SELECT id FROM command WHERE state NOT "
                              "IN ('sent','dropped') UNION "
                              "SELECT id FROM command WHERE settled >= ?1) ORDER BY id DESC";

ReaderQueries::ReaderQueries(QString mirrorPath, QString journalPath)
    : m_mirrorPath(std::move(mirrorPath))
    , m_journalPath(std::move(journalPath))
{}

void ReaderQueries::close()
{
    m_mirror.reset();
    m_journal.reset();
}

void ReaderQueries::metDamage()
{
    close();
    makePrivateFile(suspectMark(m_mirrorPath));
}

std::unique_ptr<SQLite::Database> ReaderQueries::open(const QString &path)
{
    auto database = std::make_unique<SQLite::Database>(path.toStdString(), SQLite::OPEN_READONLY, 5000);
    database->exec("PRAGMA cache_size=-8192");
    const auto mustEnd = [](void *self) {
        const auto &givenUp = static_cast<ReaderQueries *>(self)->m_givenUp;
        return givenUp && givenUp() ? 1 : 0;
    };
    sqlite3_progress_handler(database->getHandle(), StepsBetweenLooks, mustEnd, this);
    return database;
}

SQLite::Database &ReaderQueries::mirror()
{
    if (!m_mirror)
        m_mirror = open(m_mirrorPath);
    return *m_mirror;
}

SQLite::Database &ReaderQueries::journal()
{
    if (!m_journal)
        m_journal = open(m_journalPath);
    return *m_journal;
}

Result<TaskIds> ReaderQueries::taskIds(const TaskQuery &query, int limit)
{
    const SQLite::Transaction snapshot(mirror());
    TaskIds ids;
    ids.total
        = mirror()
              .execAndGet("SELECT (SELECT tasks FROM tally) + (SELECT count(*) FROM journal_row WHERE row<0)")
              .getInt64();
    for (const QStringList &words : readingsOf(query.text)) {
        SQLite::Statement find(mirror(), listSql(query, static_cast<int>(words.size())).toStdString());
        for (int i = 0; i < words.size(); ++i)
            bind(find, i + 1, words.at(i));
        while (find.executeStep()) {
            if (limit >= 0 && ids.rows.size() >= limit) {
                ids.complete = false;
                break;
            }
            ids.rows.append(numberAt(find, 0));
        }
        if (!ids.rows.isEmpty())
            break;
    }
    return ids;
}

Result<QVector<qint64>> ReaderQueries::taskCounts(const QVector<TaskFilter> &filters)
{
    return QVector<qint64>(filters.size());
}

Result<QVector<Hit>> ReaderQueries::find(const QString &, int)
{
    return QVector<Hit>();
}

Result<QVector<TaskRow>> ReaderQueries::taskRows(const QVector<RowId> &rows)
{
    // One state of the file: a local row must not be missed while it becomes a mirrored one.
    const SQLite::Transaction snapshot(mirror());
    RowReader reader(mirror());
    QVector<TaskRow> read;
    read.reserve(rows.size());
    for (RowId row : rows) {
        if (reader.read(row))
            read.append(reader.row());
    }
    return read;
}

Result<TaskCard> ReaderQueries::taskCard(RowId row)
{
    TaskCard card;
    {
        const SQLite::Transaction snapshot(mirror());
        RowReader reader(mirror());
        if (!reader.read(row))
            return fail(ErrorKind::NotFound);
        card.row = reader.row();
        card.task = reader.task();
        card.rawAnswer = reader.raw();
    }
    // About it: what names its id, what names the token of a command that made it, and what made it.
    SQLite::Statement find(journal(), CardSql);
    bindAll(
        find, card.row.id.isEmpty() ? QString() : subjectKey(ObjectRef{card.row.id, {}}),
        subjectKey(ObjectRef{{}, card.row.token}), card.row.id);
    while (find.executeStep()) {
        if (auto entry = entryFromJson(objectOf(bytesAt(find, 0))))
            card.said.append(*entry);
    }
    return card;
}

Result<QVector<Contractor>> ReaderQueries::contractors(const QString &typed, int limit)
{
    return pick<Contractor>(
        mirror(),
        QStringLiteral("SELECT id, name, parent_id, parent_name, card FROM contractor WHERE gone=0"), typed,
        limit, contractorOf);
}

Result<QVector<Employee>> ReaderQueries::employees(const QString &typed, bool mobileOnly, int limit)
{
    QString sql = QStringLiteral("SELECT id, name, operator_role, mobile_role FROM employee WHERE gone=0");
    if (mobileOnly)
        sql += QStringLiteral(" AND coalesce(mobile_role, 1)=1");
    return pick<Employee>(mirror(), sql, typed, limit, [](SQLite::Statement &row) {
        return Employee{textAt(row, 0), textAt(row, 1), roleOf(row, 2), roleOf(row, 3)};
    });
}

Result<QVector<Template>> ReaderQueries::templates(const QString &typed, int limit)
{
    return pick<Template>(
        mirror(), QStringLiteral("SELECT id, name, colour, card FROM template WHERE gone=0"), typed, limit,
        [](SQLite::Statement &row) {
            Template value;
            if (!row.getColumn(3).isNull())
                value = serial::templateFromJson(objectOf(bytesAt(row, 3)));
            value.id = textAt(row, 0);
            value.name = textAt(row, 1);
            value.colour = textAt(row, 2);
            return value;
        });
}

Result<QVector<NamedRef>> ReaderQueries::results(const QString &typed, int limit)
{
    for (const QStringList &words : readingsOf(typed)) {
        SQLite::Statement find(journal(), "SELECT id, name FROM result ORDER BY name, id");
        QVector<NamedRef> rows;
        while (rows.size() < limit && find.executeStep()) {
            const NamedRef result{textAt(find, 0), textAt(find, 1)};
            const QString folded = foldText(result.id + QLatin1Char(' ') + result.name);
            const bool all = std::all_of(
                words.begin(), words.end(), [&folded](const QString &word) { return folded.contains(word); });
            if (all)
                rows.append(result);
        }
        if (!rows.isEmpty())
            return rows;
    }
    return QVector<NamedRef>();
}

Result<TemplateForm> ReaderQueries::templateForm(const QString &templateId)
{
    SQLite::Statement find(mirror(), "SELECT name, colour, card, loaded FROM template WHERE id=?");
    bindAll(find, templateId);
    if (!find.executeStep())
        return fail(ErrorKind::NotFound);
    TemplateForm form;
    if (!find.getColumn(2).isNull()) {
        form.taskTemplate = serial::templateFromJson(objectOf(bytesAt(find, 2)));
        form.loaded = true;
    }
    form.taskTemplate.id = templateId;
    form.taskTemplate.name = textAt(find, 0);
    for (const auto *rows : {&form.taskTemplate.details, &form.taskTemplate.report}) {
        for (const TemplateRow &row : *rows) {
            SQLite::Statement field(mirror(), "SELECT card FROM template_field WHERE id=?");
            bindAll(field, row.fieldId);
            if (field.executeStep())
                form.fields.append(serial::templateFieldFromJson(objectOf(bytesAt(field, 0))));
            else if (row.type() == FieldType::List)
                form.loaded = false; // its values are still on their way
        }
    }
    return form;
}

Result<Contractor> ReaderQueries::contractor(const QString &id)
{
    SQLite::Statement find(
        mirror(), "SELECT id, name, parent_id, parent_name, card FROM contractor WHERE id=?");
    bindAll(find, id);
    if (!find.executeStep())
        return fail(ErrorKind::NotFound);
    return contractorOf(find);
}

Result<QVector<JournalEntry>> ReaderQueries::outbox(int days)
{
    SQLite::Statement find(journal(), OutboxSql);
    bindAll(find, QDateTime::currentDateTimeUtc().addDays(-days).toMSecsSinceEpoch());
    QVector<JournalEntry> entries;
    while (find.executeStep()) {
        if (auto entry = entryFromJson(objectOf(bytesAt(find, 0))))
            entries.append(*entry);
    }
    return entries;
}

/// The row of the draft's task, and its id where the service has given it one since.
void ReaderQueries::findTask(Draft &draft)
{
    if (!draft.task.token.isEmpty()) {
        SQLite::Statement made(journal(), "SELECT id, result_id FROM command WHERE token=?");
        bindAll(made, draft.task.token);
        if (made.executeStep()) {
            draft.row = -numberAt(made, 0);
            if (const QString id = textAt(made, 1); !id.isEmpty())
                draft.task = {id, {}};
        }
    }
    if (draft.task.id.isEmpty())
        return;
    SQLite::Statement mirrored(mirror(), "SELECT row FROM task WHERE service_id=?");
    bindAll(mirrored, draft.task.id);
    if (mirrored.executeStep())
        draft.row = numberAt(mirrored, 0);
}

Result<QVector<Draft>> ReaderQueries::drafts()
{
    SQLite::Statement find(
        journal(), "SELECT key, kind, body, changed FROM draft ORDER BY changed DESC, key");
    QVector<Draft> drafts;
    while (find.executeStep()) {
        const auto kind = draftKindFromName(textAt(find, 1));
        if (!kind)
            continue; // of a later version: it stays where it is
        Draft draft;
        draft.key = textAt(find, 0);
        draft.kind = *kind;
        readDraftBody(draft, objectOf(bytesAt(find, 2)));
        draft.changed = QDateTime::fromString(textAt(find, 3), Qt::ISODateWithMs).toUTC();
        findTask(draft);
        drafts.append(draft);
    }
    return drafts;
}

} // namespace naryad::store
