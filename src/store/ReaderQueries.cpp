#include "ReaderQueries.h"

#include "Finder.h"
#include "JournalPrivate.h"
#include "JournalText.h"
#include "RowReader.h"
#include "SearchText.h"
#include "TaskColumns.h"
#include "TaskSearch.h"
#include "core/Serial.h"
#include "core/Text.h"

#include <QDateTime>

#include <sqlite3.h>

#include <algorithm>
#include <tuple>
#include <vector>

namespace naryad::store {

namespace {

constexpr int StepsBetweenLooks = 5000; ///< of SQLite's machine: a part of a millisecond

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

} // namespace

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
    m_packing.reset();
    m_mirror.reset();
    m_journal.reset();
    m_sample = {};
    m_names.clear();
    m_contractors = {};
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

Packing &ReaderQueries::packing()
{
    if (!m_packing)
        m_packing = std::make_unique<Packing>(mirror());
    return *m_packing;
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
    ids.total = mirror()
                    .execAndGet("SELECT (SELECT tasks FROM tally) + (SELECT count(*) FROM task WHERE row<0)")
                    .getInt64();
    const auto isFull = [&] {
        ids.complete = limit < 0 || ids.rows.size() < limit;
        return !ids.complete;
    };
    if (!wordsToFind(query.text).isEmpty()) {
        m_sample.refresh(mirror());
        TaskSearch search(mirror(), m_sample, query, m_givenUp);
        ids.rows = search.rows(limit, ids.complete);
        return ids;
    }
    FilteredRows filter(mirror(), query.filter);
    TaskListing listing(mirror());
    if (filter.isEverything()) {
        listing.walk(query.sort, query.descending, [&](RowId row) {
            if (isFull())
                return false;
            ids.rows.append(row);
            return true;
        });
        return ids;
    }
    const bool byPlan = query.sort == TaskQuery::Sort::Plan;
    const auto source = filter.rows(!byPlan || query.descending);
    RowId row = 0;
    qint64 plan = 0;
    while (source->next(row, plan)) {
        // Another order needs them all before its first is known.
        if (byPlan && isFull())
            return ids;
        ids.rows.append(row);
    }
    if (!byPlan)
        ids.rows = listing.ordered(ids.rows, query.sort, query.descending);
    return ids;
}

Result<QVector<qint64>> ReaderQueries::queryCounts(const QVector<TaskQuery> &queries)
{
    const SQLite::Transaction snapshot(mirror());
    QVector<qint64> counts;
    for (const TaskQuery &query : queries) {
        if (wordsToFind(query.text).isEmpty()) {
            counts.append(FilteredRows(mirror(), query.filter).count());
            continue;
        }
        m_sample.refresh(mirror());
        bool complete = false;
        counts.append(TaskSearch(mirror(), m_sample, query, m_givenUp).rows(-1, complete).size());
    }
    return counts;
}

Result<QVector<Hit>> ReaderQueries::find(const QString &typed, int limit)
{
    const SQLite::Transaction snapshot(mirror());
    return Finder(mirror(), m_sample, m_givenUp).find(typed, limit);
}

Result<QVector<TaskRow>> ReaderQueries::taskRows(const QVector<RowId> &rows)
{
    // One state of the file: a local row must not be missed while it becomes a mirrored one.
    const SQLite::Transaction snapshot(mirror());
    RowReader reader(mirror(), m_names, packing());
    QVector<TaskRow> read;
    read.reserve(rows.size());
    for (RowId row : rows) {
        if (auto found = reader.read(row))
            read.append(*found);
    }
    return read;
}

Result<TaskCard> ReaderQueries::taskCard(RowId row)
{
    TaskCard card;
    {
        const SQLite::Transaction snapshot(mirror());
        RowReader reader(mirror(), m_names, packing());
        const auto found = reader.read(row);
        if (!found)
            return fail(ErrorKind::NotFound);
        card.row = *found;
        reader.readCard(card);
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
    QVector<Contractor> contractors = contractorsMadeHere(typed);
    if (wordsToFind(typed).isEmpty()) {
        return contractors
            + pick<Contractor>(
                   mirror(),
                   QStringLiteral(
                       "SELECT id, name, parent_id, parent_name, card FROM contractor WHERE gone=0"),
                   typed, limit, contractorOf);
    }
    for (const QString &id : Finder(mirror(), m_sample, m_givenUp).contractorIds(typed, limit)) {
        SQLite::Statement find(
            mirror(), "SELECT id, name, parent_id, parent_name, card FROM contractor WHERE id=?");
        bindAll(find, id);
        if (find.executeStep())
            contractors.append(contractorOf(find));
    }
    return contractors;
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

/// Those called exactly so, then those that begin so, then by name. The table has no name of its own: an
/// account has some hundreds of fields.
Result<QVector<TemplateField>> ReaderQueries::templateFields(const QString &typed, int limit)
{
    struct Ranked
    {
        int rank = 0;
        QString sort;
        TemplateField field;
    };
    for (const QStringList &words : readingsOf(typed)) {
        const QString whole = words.join(QLatin1Char(' '));
        std::vector<Ranked> found;
        SQLite::Statement find(mirror(), "SELECT id, card FROM template_field");
        while (find.executeStep()) {
            TemplateField field = serial::templateFieldFromJson(objectOf(bytesAt(find, 1)));
            field.id = textAt(find, 0);
            const QString name = foldText(field.name);
            const bool all = std::all_of(
                words.begin(), words.end(), [&name](const QString &word) { return name.contains(word); });
            if (!all)
                continue;
            const int rank = name == whole ? 0 : name.startsWith(whole) ? 1 : 2;
            found.push_back({rank, sortKey(field.name), field});
        }
        std::sort(found.begin(), found.end(), [](const Ranked &a, const Ranked &b) {
            return std::tie(a.rank, a.sort, a.field.id) < std::tie(b.rank, b.sort, b.field.id);
        });
        QVector<TemplateField> fields;
        for (const Ranked &one : found) {
            if (fields.size() < limit)
                fields.append(one.field);
        }
        if (!fields.isEmpty())
            return fields;
    }
    return QVector<TemplateField>();
}

Result<TemplateField> ReaderQueries::templateField(const QString &id)
{
    SQLite::Statement find(mirror(), "SELECT card FROM template_field WHERE id=?");
    bindAll(find, id);
    if (!find.executeStep())
        return fail(ErrorKind::NotFound);
    TemplateField field = serial::templateFieldFromJson(objectOf(bytesAt(find, 0)));
    field.id = id;
    return field;
}

Result<QHash<QString, NamedRef>> ReaderQueries::resultsUsed()
{
    SQLite::Statement find(
        journal(),
        "SELECT substr(key, length(?1) + 1), value, coalesce((SELECT name FROM result WHERE id = value), '') "
        "FROM meta WHERE substr(key, 1, length(?1)) = ?1");
    bindAll(find, resultUsedPrefix());
    QHash<QString, NamedRef> used;
    while (find.executeStep())
        used.insert(textAt(find, 0), {textAt(find, 1), textAt(find, 2)});
    return used;
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
            SQLite::Statement field(mirror(), "SELECT card FROM template_field WHERE id=? AND card<>''");
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
    if (!localToken(id).isEmpty()) {
        const auto *made = m_contractors.laid(mirror(), journal()).find(id);
        return made ? made->contractor : Result<Contractor>(fail(ErrorKind::NotFound));
    }
    SQLite::Statement find(
        mirror(), "SELECT id, name, parent_id, parent_name, card FROM contractor WHERE id=?");
    bindAll(find, id);
    if (!find.executeStep())
        return fail(ErrorKind::NotFound);
    return contractorOf(find);
}

} // namespace naryad::store
