#include "RawQueries.h"

#include "core/Text.h"

#include <QCryptographicHash>
#include <QHash>
#include <QStringList>

#include <SQLiteCpp/SQLiteCpp.h>
#include <sqlite3.h>

#include <algorithm>
#include <cstdio>
#include <optional>

namespace naryad::bench {

namespace {

constexpr int AskedTrigrams = 3;
constexpr int LeastLetters = 3; ///< of a word that is found inside others too

/// The kinds of the table `name`.
enum NameKind {
    TemplateName = 1,
    ContractorName = 2,
    WorkerName = 3,
};

std::string plain(const QString &text)
{
    return text.toStdString();
}

/// The trigrams that all stand in the index where a text holds the word; each word begins there after two
/// spaces.
QStringList trigramsOf(const QString &word)
{
    if (word.size() < LeastLetters)
        return {(word.size() == 1 ? QStringLiteral("  ") : QStringLiteral(" ")) + word};
    QStringList trigrams;
    for (qsizetype i = 0; i + LeastLetters <= word.size(); ++i)
        trigrams.append(word.mid(i, LeastLetters));
    return trigrams;
}

} // namespace

QString shapeOf(const QString &mirrorPath)
{
    try {
        SQLite::Database database(mirrorPath.toStdString(), SQLite::OPEN_READONLY, 5000);
        SQLite::Statement read(database, "SELECT coalesce(sql, name) FROM sqlite_master ORDER BY name");
        QCryptographicHash hash(QCryptographicHash::Sha1);
        while (read.executeStep()) {
            const std::string text = read.getColumn(0).getString();
            hash.addData(QByteArrayView(text.data(), static_cast<qsizetype>(text.size())));
        }
        return QString::fromLatin1(hash.result().toHex().left(8));
    } catch (const SQLite::Exception &error) {
        std::fprintf(stderr, "%s\n", error.what());
        return {};
    }
}

bool markClosedWell(const QString &mirrorPath)
{
    try {
        SQLite::Database database(mirrorPath.toStdString(), SQLite::OPEN_READWRITE, 5000);
        database.exec("INSERT OR REPLACE INTO meta(key, value) VALUES('closed', '1')");
        return true;
    } catch (const SQLite::Exception &error) {
        std::fprintf(stderr, "%s\n", error.what());
        return false;
    }
}

QString sqliteVersion()
{
    return QString::fromLatin1(sqlite3_libversion());
}

class RawQueries::Private
{
public:
    explicit Private(const QString &path)
        : database(path.toStdString(), SQLite::OPEN_READONLY, 5000)
    {
        database.exec("PRAGMA cache_size=-8192");
        database.exec("CREATE VIRTUAL TABLE temp.term USING fts5vocab(main, task_fts, row)");
        readRow.emplace(
            database,
            "SELECT service_id, loaded, state, plan, plan_end, number, template, contractor, worker FROM "
            "task "
            "WHERE row=?");
        readName.emplace(database, "SELECT known, service_id, text FROM name WHERE id=?");
    }

    static QVector<RowId> rowsOf(SQLite::Statement &find)
    {
        QVector<RowId> rows;
        while (find.executeStep())
            rows.append(find.getColumn(0).getInt64());
        return rows;
    }

    /// How many texts have it; told once.
    qint64 frequency(const QString &trigram)
    {
        const auto known = frequencies.constFind(trigram);
        if (known != frequencies.constEnd())
            return *known;
        SQLite::Statement count(database, "SELECT doc FROM temp.term WHERE term=?");
        count.bind(1, plain(trigram));
        const qint64 times = count.executeStep() ? count.getColumn(0).getInt64() : 0;
        frequencies.insert(trigram, times);
        return times;
    }

    QStringList rarest(const QStringList &words)
    {
        QStringList trigrams;
        for (const QString &word : words)
            trigrams += trigramsOf(word);
        trigrams.removeDuplicates();
        std::stable_sort(trigrams.begin(), trigrams.end(), [this](const QString &a, const QString &b) {
            return frequency(a) < frequency(b);
        });
        return trigrams.mid(0, AskedTrigrams);
    }

    QVector<RowId> byText(const QStringList &words, int limit)
    {
        QStringList terms;
        const QStringList trigrams = rarest(words);
        for (const QString &trigram : trigrams)
            terms.append(QLatin1Char('"') + trigram + QLatin1Char('"'));
        // One trigram may be all of a word: then there is nothing to look at beside.
        const bool exact = words.size() == 1 && words.constFirst().size() <= LeastLetters;
        std::string sql
            = "SELECT t.row FROM task_fts f CROSS JOIN task_text t ON t.key=f.rowid WHERE task_fts MATCH ?1";
        for (int i = 0; i < words.size() && !exact; ++i)
            sql += " AND instr(t.text, ?" + std::to_string(i + 2) + ")>0";
        SQLite::Statement find(database, sql + " ORDER BY f.rowid DESC LIMIT " + std::to_string(limit));
        find.bind(1, plain(terms.join(QLatin1String(" AND "))));
        for (int i = 0; i < words.size() && !exact; ++i) {
            const QString &word = words.at(i);
            find.bind(i + 2, plain(word.size() < LeastLetters ? QLatin1Char(' ') + word : word));
        }
        return rowsOf(find);
    }

    QVector<RowId> byNumber(const QString &number)
    {
        SQLite::Statement find(
            database, "SELECT row FROM task WHERE number_sort=?1 ORDER BY plan DESC, row DESC");
        // The column holds numbers with zeros before them, of eighteen digits.
        find.bind(1, plain(number.rightJustified(18, QLatin1Char('0'))));
        return rowsOf(find);
    }

    QVector<RowId> byPhone(QString lastDigits, int limit)
    {
        std::reverse(lastDigits.begin(), lastDigits.end());
        SQLite::Statement find(
            database,
            "SELECT t.row FROM (SELECT DISTINCT contractor_id FROM phone WHERE reversed>=?1 AND "
            "reversed<?1||':') p CROSS JOIN name n ON n.kind=?2 AND n.service_id=p.contractor_id CROSS JOIN "
            "task t ON t.contractor=n.id ORDER BY t.plan DESC, t.row DESC LIMIT "
                + std::to_string(limit));
        find.bind(1, plain(lastDigits));
        find.bind(2, static_cast<int>(ContractorName));
        return rowsOf(find);
    }

    /// The tasks of each of these in turn, the latest plan first.
    QVector<RowId> byValues(const QVector<qint64> &values, const char *column)
    {
        SQLite::Statement tasks(
            database,
            std::string("SELECT row FROM task WHERE ") + column + "=? ORDER BY plan DESC, row DESC");
        QVector<RowId> rows;
        for (const qint64 value : values) {
            tasks.reset();
            tasks.bind(1, static_cast<int64_t>(value));
            while (tasks.executeStep())
                rows.append(tasks.getColumn(0).getInt64());
        }
        return rows;
    }

    QVector<RowId> byNames(NameKind kind, const char *column, bool descending)
    {
        SQLite::Statement names(
            database,
            descending ? "SELECT id FROM name WHERE kind=? ORDER BY sort DESC, id DESC"
                       : "SELECT id FROM name WHERE kind=? ORDER BY sort, id");
        names.bind(1, static_cast<int>(kind));
        return byValues(rowsOf(names), column);
    }

    QVector<RowId> ordered(const char *by)
    {
        SQLite::Statement read(database, std::string("SELECT row FROM task ORDER BY ") + by);
        return rowsOf(read);
    }

    SQLite::Database database;
    std::optional<SQLite::Statement> readRow;
    std::optional<SQLite::Statement> readName;
    QHash<QString, qint64> frequencies;
};

RawQueries::RawQueries(const QString &mirrorPath)
    : d(std::make_unique<Private>(mirrorPath))
{}

RawQueries::~RawQueries() = default;

void RawQueries::prepare(const QString &text)
{
    d->rarest(searchWords(text));
}

QVector<RowId> RawQueries::find(const QString &text, Kind kind, int limit)
{
    const QStringList words = searchWords(text);
    if (words.isEmpty())
        return {};
    switch (kind) {
    case Kind::Number:
        return d->byNumber(words.constFirst());
    case Kind::Phone:
        return d->byPhone(words.constFirst(), limit);
    case Kind::Words:
        break;
    }
    return d->byText(words, limit);
}

QVector<RowId> RawQueries::filtered(const TaskFilter &filter, int limit)
{
    std::string where = "WHERE 1";
    const auto named = [&where](const char *column, NameKind kind, const QString &id) {
        if (!id.isEmpty())
            where += std::string(" AND ") + column + "=(SELECT id FROM name WHERE kind="
                + std::to_string(kind) + " AND service_id='" + plain(id) + "')";
    };
    named("worker", WorkerName, filter.workerId);
    named("contractor", ContractorName, filter.contractorId);
    if (!filter.states.isEmpty())
        where += " AND state=" + std::to_string(static_cast<int>(filter.states.constFirst()));
    if (filter.plannedFrom.isValid())
        where += " AND plan>=" + std::to_string(filter.plannedFrom.toSecsSinceEpoch());
    if (filter.plannedBefore.isValid())
        where += " AND plan<" + std::to_string(filter.plannedBefore.toSecsSinceEpoch());
    SQLite::Statement find(
        d->database,
        "SELECT row FROM task " + where + " ORDER BY plan DESC, row DESC LIMIT " + std::to_string(limit));
    return Private::rowsOf(find);
}

qint64 RawQueries::readRows(const QVector<RowId> &rows)
{
    qint64 bytes = 0;
    for (const RowId row : rows) {
        d->readRow->reset();
        d->readRow->bind(1, static_cast<int64_t>(row));
        if (!d->readRow->executeStep())
            continue;
        for (const int name : {6, 7, 8}) {
            d->readName->reset();
            d->readName->bind(1, d->readRow->getColumn(name).getInt64());
            if (d->readName->executeStep())
                bytes += d->readName->getColumn(2).getBytes();
        }
    }
    return bytes;
}

QVector<RowId> RawQueries::ids(TaskQuery::Sort sort, bool descending)
{
    switch (sort) {
    case TaskQuery::Sort::Plan:
        return d->ordered(descending ? "plan DESC, row DESC" : "plan, row");
    case TaskQuery::Sort::Number:
        return d->ordered(descending ? "number_sort DESC, plan DESC, row DESC" : "number_sort, plan, row");
    case TaskQuery::Sort::TemplateName:
        return d->byNames(TemplateName, "template", descending);
    case TaskQuery::Sort::ContractorName:
        return d->byNames(ContractorName, "contractor", descending);
    case TaskQuery::Sort::WorkerName:
        return d->byNames(WorkerName, "worker", descending);
    case TaskQuery::Sort::State:
        break;
    }
    QVector<qint64> states;
    for (int state = 0; state <= static_cast<int>(TaskState::ToBeSent); ++state)
        states.append(state);
    if (descending)
        std::reverse(states.begin(), states.end());
    return d->byValues(states, "state");
}

} // namespace naryad::bench
