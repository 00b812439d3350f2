#include "RawQueries.h"

#include "core/Text.h"

#include <QCryptographicHash>

#include <SQLiteCpp/SQLiteCpp.h>
#include <sqlite3.h>

#include <cstdio>

namespace naryad::bench {

namespace {

const char *sortColumn(TaskQuery::Sort sort)
{
    switch (sort) {
    case TaskQuery::Sort::Plan:
        return "plan";
    case TaskQuery::Sort::Number:
        return "number_sort";
    case TaskQuery::Sort::TemplateName:
        return "template_sort";
    case TaskQuery::Sort::ContractorName:
        return "contractor_sort";
    case TaskQuery::Sort::WorkerName:
        return "worker_sort";
    case TaskQuery::Sort::State:
        return "state";
    }
    return "plan";
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
        , readCard(database, "SELECT service_id, state, card FROM task WHERE row=?")
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
    const QStringList words = searchWords(text);
    std::string sql = "SELECT row FROM task INDEXED BY task_by_plan WHERE 1";
    if (kind == Kind::Number) {
        sql = "SELECT row FROM task WHERE number_sort >= ?1 AND number_sort < ?1 || char(1114111)";
    } else {
        for (int i = 1; i <= words.size(); ++i)
            sql += " AND instr(search, ?" + std::to_string(i) + ") > 0";
    }
    sql += " ORDER BY plan DESC, row DESC LIMIT " + std::to_string(limit);
    SQLite::Statement find(d->database, sql);
    for (int i = 0; i < words.size(); ++i) {
        const QString &word = words.at(i);
        // The column holds numbers with zeros before them, of eighteen digits.
        find.bind(
            i + 1, (kind == Kind::Number ? word.rightJustified(18, QLatin1Char('0')) : word).toStdString());
    }
    while (find.executeStep())
        rows.append(find.getColumn(0).getInt64());
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
    const std::string column = sortColumn(sort);
    const std::string direction = descending ? " DESC" : " ASC";
    SQLite::Statement read(
        d->database, "SELECT row FROM task ORDER BY " + column + direction + ", row" + direction);
    QVector<RowId> rows;
    while (read.executeStep())
        rows.append(read.getColumn(0).getInt64());
    return rows;
}

} // namespace naryad::bench
