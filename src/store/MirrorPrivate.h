#pragma once

#include "Db.h"
#include "Packing.h"
#include "store/Mirror.h"

namespace naryad::store {

class TaskWriter;

/// The writing connection and what is done inside a transaction that is already open.
class Mirror::Private
{
public:
    Result<void> openFile();
    Result<QStringList> idsOf(const std::string &sql, int limit) const;

    /// As store::guarded(); what turns out damaged is looked through at the next start.
    template <class Call> auto guarded(Call call) const -> decltype(call())
    {
        // A file that could be neither kept nor made anew.
        if (!database)
            return fail(ErrorKind::Storage);
        auto result = store::guarded(call);
        if (!result && result.error().cause == ErrorCause::Damaged)
            makePrivateFile(suspectMark(path));
        if (!result && packing)
            packing->forget();
        return result;
    }

    void migrateSafely();
    void writeJournalRow(TaskWriter &writer, const JournalRow &row);
    void dropJournalRow(TaskWriter &writer, RowId row);
    void noteFeedTimes(const QVector<FeedItem> &items);
    /// After a complete walk, what it did not name has gone; what came again is back.
    void markGone(const std::string &table, const QStringList &named);
    void putMeta(const QString &key, const QString &value);

    QString path;
    std::unique_ptr<SQLite::Database> database;
    std::unique_ptr<Packing> packing; ///< the database's
    bool rebuilt = false;
    bool brokenOff = false;
};

} // namespace naryad::store
