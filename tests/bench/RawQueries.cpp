#include "RawQueries.h"

#include "SearchText.h"

#include <QCryptographicHash>

#include <SQLiteCpp/SQLiteCpp.h>
#include <sqlite3.h>

#include <algorithm>
#include <cstdio>

namespace naryad::bench {

namespace {

/// The order by its index alone: of names, the tasks of each in turn.
std::string orderOf(TaskQuery::Sort sort, bool descending)
{
    const std::string direction = descending ? " DESC" : "";
    const auto byName = [&direction](const char *column, int kind) {
        return "SELECT t.row FROM name n CROSS JOIN task t ON t." + std::string(column)
            + "=n.id WHERE n.kind=" + std::to_string(kind) + " ORDER BY n.sort" + direction + ", n.id"
            + direction + ", t.plan DESC, t.row DESC";
    };
    switch (sort) {
    case TaskQuery::Sort::Plan:
        return "SELECT row FROM task ORDER BY plan" + direction + ", row" + direction;
    case TaskQuery::Sort::Number:
        return "SELECT row FROM task ORDER BY number_sort" + direction + ", plan" + direction + ", row"
            + direction;
    case TaskQuery::Sort::TemplateName:
        return byName("template", 1);
    case TaskQuery::Sort::ContractorName:
        return byName("contractor", 2);
    case TaskQuery::Sort::WorkerName:
        return byName("worker", 3);
    case TaskQuery::Sort::State:
        return "SELECT row FROM task ORDER BY state" + direction + ", plan" + direction + ", row" + direction;
    }
    return {};
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
        , readCard(database, "SELECT service_id, state, number FROM task WHERE row=?")
    {
        database.exec("PRAGMA cache_size=-8192");
    }

    SQLite::Database database;
    SQLite::Statement readCard;
};

RawQueries::RawQueries(const QString &mirrorPath)
    : d(std::make_unique<Private>(mirrorPath))
{}

RawQueries::~RawQueries() = default;

QVector<RowId> RawQueries::find(const QString &text, Kind kind, int limit)
{
    QVector<RowId> rows;
    const auto take = [&rows](SQLite::Statement &find) {
        while (find.executeStep())
            rows.append(find.getColumn(0).getInt64());
    };
    const std::string most = std::to_string(limit);
    if (kind == Kind::Phone) {
        QString reversed = text;
        std::reverse(reversed.begin(), reversed.end());
        SQLite::Statement find(
            d->database,
            "SELECT t.row FROM (SELECT DISTINCT contractor_id FROM phone WHERE reversed>=?1 AND "
            "reversed<?1||':') "
            "p CROSS JOIN name n ON n.kind=2 AND n.service_id=p.contractor_id CROSS JOIN task t ON "
            "t.contractor=n.id ORDER BY t.plan DESC, t.row DESC LIMIT "
                + most);
        find.bind(1, reversed.toStdString());
        take(find);
        return rows;
    }
    const QStringList words = store::wordsToFind(text);
    QStringList trigrams;
    bool exact = true;
    for (const QString &word : words) {
        trigrams += store::trigramsOf(word, false);
        exact = exact && word.size() <= 3;
    }
    std::string sql
        = "SELECT t.row FROM task_fts f CROSS JOIN task_text t ON t.key=f.rowid WHERE task_fts MATCH ?1";
    for (int i = 0; i < words.size() && !exact; ++i)
        sql += " AND instr(t.text, ?" + std::to_string(i + 2) + ")>0";
    SQLite::Statement find(d->database, sql + " ORDER BY f.rowid DESC LIMIT " + most);
    find.bind(1, store::matchOf(trigrams).toStdString());
    for (int i = 0; i < words.size() && !exact; ++i)
        find.bind(i + 2, words.at(i).toStdString());
    take(find);
    return rows;
}

qint64 RawQueries::readRows(const QVector<RowId> &rows)
{
    qint64 bytes = 0;
    for (const RowId row : rows) {
        d->readCard.reset();
        d->readCard.bind(1, static_cast<int64_t>(row));
        if (d->readCard.executeStep())
            bytes += d->readCard.getColumn(2).getBytes();
    }
    return bytes;
}

QVector<RowId> RawQueries::ids(TaskQuery::Sort sort, bool descending)
{
    SQLite::Statement read(d->database, orderOf(sort, descending));
    QVector<RowId> rows;
    while (read.executeStep())
        rows.append(read.getColumn(0).getInt64());
    return rows;
}

} // namespace naryad::bench
