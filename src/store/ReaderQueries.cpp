#include "ReaderQueries.h"

#include "JournalText.h"
#include "TaskColumns.h"
#include "core/Serial.h"
#include "core/Text.h"

#include <QDateTime>

namespace naryad::store {

namespace {

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
    QVector<QStringList> readings {words};
    if (!swapped.isEmpty() && swapped != words)
        readings.append(swapped);
    return readings;
}

/// The rows of a small list whose `search` holds every word, prefix hits first, then by `sort`.
template <class T, class ReadRow>
QVector<T> pick(SQLite::Database &database, const QString &select, const QString &typed, int limit, ReadRow readRow)
{
    for (const QStringList &words : readingsOf(typed)) {
        QString sql = select;
        for (int i = 0; i < words.size(); ++i)
            sql += QStringLiteral(" AND instr(search, ?%1) > 0").arg(i + 1);
        sql += words.isEmpty() ? QStringLiteral(" ORDER BY sort")
                               : QStringLiteral(" ORDER BY (' ' || search LIKE '% ' || ?1 || '%') DESC, sort");
        SQLite::Statement find(database, sql.toStdString());
        for (int i = 0; i < words.size(); ++i)
            bind(find, i + 1, words.at(i));
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

ReaderQueries::ReaderQueries(QString mirrorPath, QString journalPath)
    : m_mirrorPath(std::move(mirrorPath))
    , m_journalPath(std::move(journalPath))
{
}

void ReaderQueries::close()
{
    m_mirror.reset();
    m_journal.reset();
}

SQLite::Database &ReaderQueries::mirror()
{
    if (!m_mirror) {
        m_mirror = std::make_unique<SQLite::Database>(m_mirrorPath.toStdString(), SQLite::OPEN_READONLY, 5000);
        m_mirror->exec("PRAGMA cache_size=-8192");
    }
    return *m_mirror;
}

SQLite::Database &ReaderQueries::journal()
{
    if (!m_journal)
        m_journal = std::make_unique<SQLite::Database>(m_journalPath.toStdString(), SQLite::OPEN_READONLY, 5000);
    return *m_journal;
}

Result<TaskIds> ReaderQueries::taskIds(const TaskQuery &query, int limit)
{
    TaskIds ids;
    ids.total = mirror()
                    .execAndGet("SELECT (SELECT count(*) FROM task) + (SELECT count(*) FROM journal_row WHERE row<0)")
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

QString ReaderQueries::templateColour(const QString &id)
{
    SQLite::Statement find(mirror(), "SELECT colour FROM template WHERE id=?");
    bindAll(find, id);
    return find.executeStep() ? textAt(find, 0) : QString();
}

bool ReaderQueries::readRow(RowId row, TaskRow &into, Task *task, QByteArray *raw)
{
    SQLite::Statement mirrored(mirror(), "SELECT service_id, loaded, state, card, raw FROM task WHERE row=?");
    bindAll(mirrored, row);
    SQLite::Statement laid(mirror(), "SELECT token, pending, state, card FROM journal_row WHERE row=?");
    bindAll(laid, row);
    const bool inMirror = mirrored.executeStep();
    const bool inJournal = laid.executeStep();
    if (!inMirror && !inJournal)
        return false;
    into = {};
    into.row = row;
    if (inMirror) {
        into.id = textAt(mirrored, 0);
        into.detailsLoaded = numberAt(mirrored, 1) != 0;
        if (raw)
            *raw = bytesAt(mirrored, 4);
    }
    into.state = static_cast<TaskState>(numberAt(inJournal ? laid : mirrored, 2));
    if (inMirror && static_cast<TaskState>(numberAt(mirrored, 2)) == TaskState::Gone)
        into.state = TaskState::Gone;
    if (inJournal) {
        into.token = textAt(laid, 0);
        into.pending = static_cast<PendingState>(numberAt(laid, 1));
        into.detailsLoaded = true;
    }
    Task read = taskOfCard(bytesAt(inJournal ? laid : mirrored, 3));
    into.number = read.number;
    into.plannedStart = read.plannedStart;
    into.plannedEnd = read.plannedEnd;
    into.taskTemplate = read.taskTemplate;
    into.contractor = read.contractor;
    into.worker = read.worker;
    into.templateColour = templateColour(read.taskTemplate.id);
    if (task)
        *task = std::move(read);
    return true;
}

Result<QVector<TaskRow>> ReaderQueries::taskRows(const QVector<RowId> &rows)
{
    QVector<TaskRow> read;
    read.reserve(rows.size());
    for (RowId row : rows) {
        TaskRow one;
        if (readRow(row, one, nullptr, nullptr))
            read.append(one);
    }
    return read;
}

Result<TaskCard> ReaderQueries::taskCard(RowId row)
{
    TaskCard card;
    if (!readRow(row, card.row, &card.task, &card.rawAnswer))
        return fail(ErrorKind::NotFound);
    SQLite::Statement find(journal(), "SELECT entry FROM command ORDER BY id");
    QStringList tokens;
    while (find.executeStep()) {
        auto entry = entryFromJson(objectOf(bytesAt(find, 0)));
        if (!entry)
            continue;
        const ObjectRef subject = subjectOf(entry->command, entry->token);
        const bool creates = std::holds_alternative<CreateTask>(entry->command);
        const bool made = creates && !card.row.id.isEmpty() && entry->resultId == card.row.id;
        const bool named = subject.isLocal()
            ? (subject.token == card.row.token || tokens.contains(subject.token) || made)
            : subject.id == card.row.id;
        if (!named)
            continue;
        tokens.append(entry->token);
        card.said.append(*entry);
    }
    return card;
}

Result<QVector<Contractor>> ReaderQueries::contractors(const QString &typed, int limit)
{
    return pick<Contractor>(mirror(),
        QStringLiteral("SELECT id, name, parent_id, parent_name, card FROM contractor WHERE gone=0"), typed, limit,
        contractorOf);
}

Result<QVector<Employee>> ReaderQueries::employees(const QString &typed, bool mobileOnly, int limit)
{
    QString sql = QStringLiteral("SELECT id, name, operator_role, mobile_role FROM employee WHERE gone=0");
    if (mobileOnly)
        sql += QStringLiteral(" AND coalesce(mobile_role, 1)=1");
    return pick<Employee>(mirror(), sql, typed, limit, [](SQLite::Statement &row) {
        return Employee {textAt(row, 0), textAt(row, 1), roleOf(row, 2), roleOf(row, 3)};
    });
}

Result<QVector<Template>> ReaderQueries::templates(const QString &typed, int limit)
{
    return pick<Template>(mirror(), QStringLiteral("SELECT id, name, colour, card FROM template WHERE gone=0"), typed,
        limit, [](SQLite::Statement &row) {
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
    SQLite::Statement find(journal(), "SELECT id, name FROM result ORDER BY name, id");
    const QStringList words = searchWords(typed);
    QVector<NamedRef> rows;
    while (rows.size() < limit && find.executeStep()) {
        const NamedRef result {textAt(find, 0), textAt(find, 1)};
        const QString folded = foldText(result.id + QLatin1Char(' ') + result.name);
        const bool all = std::all_of(
            words.begin(), words.end(), [&folded](const QString &word) { return folded.contains(word); });
        if (all)
            rows.append(result);
    }
    return rows;
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
    SQLite::Statement find(journal(), "SELECT entry FROM command ORDER BY id DESC");
    QVector<JournalEntry> entries;
    const QDateTime from = QDateTime::currentDateTimeUtc().addDays(-days);
    while (find.executeStep()) {
        auto entry = entryFromJson(objectOf(bytesAt(find, 0)));
        if (entry && (!isFinal(entry->state) || !entry->settledAt.isValid() || entry->settledAt >= from))
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
    SQLite::Statement find(journal(), "SELECT key, kind, body, changed FROM draft ORDER BY changed DESC, key");
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
