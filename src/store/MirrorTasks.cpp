#include "MirrorPrivate.h"

#include "Packing.h"
#include "TaskWriter.h"

#include <QSet>

namespace naryad::store {

namespace {

constexpr qint64 FeedTimeStep = 900; ///< seconds: midnight falls on such a boundary in every time zone

/// The task as the service last told it; only its id where it was never read.
Task toldTask(SQLite::Database &database, Packing &packing, RowId row, const QString &id)
{
    SQLite::Statement body(database, "SELECT body FROM task_body WHERE row=?");
    bindAll(body, row);
    Task task;
    if (body.executeStep())
        task = taskOfCard(toldOf(packing.unpack(bytesAt(body, 0))).card);
    task.id = id;
    return task;
}

} // namespace

Result<qint64> Mirror::taskUsn() const
{
    const auto value = meta(QStringLiteral("task.usn"));
    if (!value)
        return tl::unexpected(value.error());
    return value->toLongLong();
}

/// The first number of each quarter of an hour, so that "changed since" finds where to begin.
void Mirror::Private::noteFeedTimes(const QVector<FeedItem> &items)
{
    SQLite::Statement newest(*database, "SELECT coalesce(max(time), 0) FROM feed_time");
    newest.executeStep();
    qint64 last = numberAt(newest, 0) / FeedTimeStep;
    SQLite::Statement note(*database, "INSERT OR IGNORE INTO feed_time(usn, time) VALUES(?,?)");
    for (const FeedItem &item : items) {
        if (!item.time.isValid() || item.time.toSecsSinceEpoch() / FeedTimeStep <= last)
            continue;
        last = item.time.toSecsSinceEpoch() / FeedTimeStep;
        note.reset();
        bindAll(note, item.usn, item.time.toSecsSinceEpoch());
        note.exec();
    }
}

Result<void> Mirror::noteFeed(const QVector<FeedItem> &items, qint64 usn)
{
    return d->guarded([&]() -> Result<void> {
        SQLite::Transaction transaction(*d->database);
        TaskWriter writer(*d->database);
        SQLite::Statement mark(*d->database, "UPDATE task SET usn=max(usn,?), wanted=1 WHERE row=?");
        for (const FeedItem &item : items) {
            const RowId row = writer.rowFor(item.id);
            mark.reset();
            bindAll(mark, item.usn, row);
            mark.exec();
        }
        d->noteFeedTimes(items);
        d->putMeta(QStringLiteral("task.usn"), QString::number(usn));
        transaction.commit();
        return {};
    });
}

Result<QVector<WantedTask>> Mirror::wantedTasks(int limit, const QStringList &excluding) const
{
    return d->guarded([&]() -> Result<QVector<WantedTask>> {
        const QSet<QString> left(excluding.begin(), excluding.end());
        SQLite::Statement find(
            *d->database, "SELECT service_id, usn FROM task WHERE wanted=1 ORDER BY usn DESC, row DESC");
        QVector<WantedTask> wanted;
        while (wanted.size() < limit && find.executeStep()) {
            const QString id = textAt(find, 0);
            if (!left.contains(id))
                wanted.append({id, numberAt(find, 1)});
        }
        return wanted;
    });
}

Result<void> Mirror::wantTask(const QString &id)
{
    return d->guarded([&]() -> Result<void> {
        SQLite::Transaction transaction(*d->database);
        const RowId row = TaskWriter(*d->database).rowFor(id);
        SQLite::Statement mark(*d->database, "UPDATE task SET wanted=1 WHERE row=?");
        bindAll(mark, row);
        mark.exec();
        transaction.commit();
        return {};
    });
}

Result<QVector<RowId>> Mirror::applyTasks(const QVector<Kept<Task>> &tasks, const QVector<qint64> &askedAtUsn)
{
    return d->guarded([&]() -> Result<QVector<RowId>> {
        SQLite::Transaction transaction(*d->database);
        TaskWriter writer(*d->database);
        SQLite::Statement mark(
            *d->database,
            "UPDATE task SET wanted=(CASE WHEN usn>?1 THEN wanted ELSE 0 END), gone=0, loaded=1 WHERE "
            "row=?2");
        SQLite::Statement body(*d->database, "INSERT OR REPLACE INTO task_body(row, body) VALUES(?,?)");
        SQLite::Statement laid(*d->database, "SELECT 1 FROM journal_row WHERE row=?");
        QVector<RowId> rows;
        for (qsizetype i = 0; i < tasks.size(); ++i) {
            const Task &task = tasks.at(i).value;
            const RowId row = writer.rowFor(task.id);
            mark.reset();
            bindAll(mark, askedAtUsn.value(i), row);
            mark.exec();
            body.reset();
            const QByteArray told = bodyOf({cardOf(task), tasks.at(i).raw});
            d->packing->learn(told);
            bindAll(body, row, d->packing->pack(told));
            body.exec();
            laid.reset();
            bindAll(laid, row);
            // What is laid over it is laid again, over the new word, by whoever knows the journal.
            if (!laid.executeStep())
                writer.write(row, columnsOf(task, true), stateOf(task));
            rows.append(row);
        }
        transaction.commit();
        return rows;
    });
}

Result<RowId> Mirror::markTaskGone(const QString &id)
{
    return d->guarded([&]() -> Result<RowId> {
        SQLite::Transaction transaction(*d->database);
        const RowId row = TaskWriter(*d->database).rowFor(id);
        SQLite::Statement mark(*d->database, "UPDATE task SET gone=1, wanted=0, state=? WHERE row=?");
        bindAll(mark, static_cast<int>(TaskState::Gone), row);
        mark.exec();
        transaction.commit();
        return row;
    });
}

Result<MirrorCounts> Mirror::counts() const
{
    return d->guarded([&]() -> Result<MirrorCounts> {
        SQLite::Statement count(*d->database, "SELECT tasks-gone, wanted FROM tally");
        count.executeStep();
        return MirrorCounts{static_cast<int>(numberAt(count, 0)), static_cast<int>(numberAt(count, 1))};
    });
}

Result<RowId> Mirror::newestTaskRow() const
{
    return d->guarded([&]() -> Result<RowId> {
        SQLite::Statement newest(*d->database, "SELECT max(0, coalesce(max(row), 0)) FROM task");
        newest.executeStep();
        return numberAt(newest, 0);
    });
}

Result<std::optional<MirroredTask>> Mirror::mirrored(const QString &id) const
{
    return d->guarded([&]() -> Result<std::optional<MirroredTask>> {
        SQLite::Statement find(
            *d->database, "SELECT row, wanted, gone FROM task WHERE service_id=? AND row>0");
        bindAll(find, id);
        if (!find.executeStep())
            return std::optional<MirroredTask>();
        const RowId row = numberAt(find, 0);
        return std::optional(MirroredTask{
            row, toldTask(*d->database, *d->packing, row, id), numberAt(find, 1) != 0,
            numberAt(find, 2) != 0});
    });
}

Result<void> Mirror::replaceJournalRows(const QVector<JournalRow> &rows)
{
    return d->guarded([&]() -> Result<void> {
        SQLite::Transaction transaction(*d->database);
        TaskWriter writer(*d->database);
        QSet<RowId> kept;
        for (const JournalRow &row : rows)
            kept.insert(row.row);
        QVector<RowId> over;
        SQLite::Statement before(*d->database, "SELECT row FROM journal_row");
        while (before.executeStep()) {
            if (!kept.contains(numberAt(before, 0)))
                over.append(numberAt(before, 0));
        }
        for (const RowId row : std::as_const(over))
            d->dropJournalRow(writer, row);
        for (const JournalRow &row : rows)
            d->writeJournalRow(writer, row);
        transaction.commit();
        return {};
    });
}

Result<void> Mirror::putJournalRow(const JournalRow &row, RowId instead)
{
    return d->guarded([&]() -> Result<void> {
        SQLite::Transaction transaction(*d->database);
        TaskWriter writer(*d->database);
        if (instead != 0 && instead != row.row)
            d->dropJournalRow(writer, instead);
        d->writeJournalRow(writer, row);
        transaction.commit();
        return {};
    });
}

Result<void> Mirror::removeJournalRow(RowId row)
{
    return d->guarded([&]() -> Result<void> {
        SQLite::Transaction transaction(*d->database);
        TaskWriter writer(*d->database);
        d->dropJournalRow(writer, row);
        transaction.commit();
        return {};
    });
}

/// A mirrored row shows the service's word alone again.
void Mirror::Private::dropJournalRow(TaskWriter &writer, RowId row)
{
    SQLite::Statement remove(*database, "DELETE FROM journal_row WHERE row=?");
    bindAll(remove, row);
    if (remove.exec() == 0)
        return;
    if (row < 0) {
        writer.removeLocalRow(row);
        return;
    }
    SQLite::Statement find(*database, "SELECT service_id, loaded, gone FROM task WHERE row=?");
    bindAll(find, row);
    if (!find.executeStep())
        return;
    const bool loaded = numberAt(find, 1) != 0;
    const bool gone = numberAt(find, 2) != 0;
    const Task told = toldTask(*database, *packing, row, textAt(find, 0));
    writer.write(row, columnsOf(told, loaded), gone ? TaskState::Gone : stateOf(told));
}

void Mirror::Private::writeJournalRow(TaskWriter &writer, const JournalRow &row)
{
    const QByteArray card = cardOf(row.task);
    SQLite::Statement before(*database, "SELECT token, pending, card FROM journal_row WHERE row=?");
    bindAll(before, row.row);
    const bool there = before.executeStep();
    const bool same = there && textAt(before, 0) == row.token
        && numberAt(before, 1) == static_cast<int>(row.pending) && bytesAt(before, 2) == card;
    SQLite::Statement state(*database, "SELECT state FROM task WHERE row=?");
    bindAll(state, row.row);
    // A start lays thousands again that are as they were.
    if (same && state.executeStep() && numberAt(state, 0) == static_cast<int>(row.state))
        return;
    if (row.row < 0)
        writer.makeLocalRow(row.row, row.token);
    writer.write(row.row, columnsOf(row.task, true), row.state);
    SQLite::Statement write(
        *database, "INSERT OR REPLACE INTO journal_row(row, token, pending, card) VALUES(?,?,?,?)");
    bindAll(write, row.row, row.token, static_cast<int>(row.pending), card);
    write.exec();
}

} // namespace naryad::store
