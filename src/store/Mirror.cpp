#include "MirrorPrivate.h"

#include "MirrorSchema.h"
#include "TaskColumns.h"
#include "core/Log.h"

#include <QDateTime>
#include <QFile>
#include <QSet>
#include <QUuid>

namespace naryad::store {

namespace {

QString closedKey()
{
    return QStringLiteral("closed");
}

/// The row of a service id, made where there is none.
RowId rowFor(SQLite::Database &database, const QString &id)
{
    SQLite::Statement find(database, "SELECT row FROM task WHERE service_id=?");
    bindAll(find, id);
    if (find.executeStep())
        return numberAt(find, 0);
    Task task;
    task.id = id;
    const TaskColumns columns = columnsOf(task, false);
    SQLite::Statement make(
        database,
        "INSERT INTO task(service_id, usn, wanted, gone, loaded, plan, number_sort, template_sort, "
        "contractor_sort, worker_sort, state, search, card) VALUES(?,0,1,0,0,?,?,?,?,?,0,?,?)");
    bindAll(
        make, id, columns.plan, columns.number, columns.templateName, columns.contractor, columns.worker,
        columns.search, columns.card);
    make.exec();
    return database.getLastInsertRowid();
}

} // namespace

Mirror::Mirror(std::unique_ptr<Private> priv)
    : d(std::move(priv))
{}

Mirror::~Mirror()
{
    // Not told: then the next start looks through the file.
    (void)setMeta(closedKey(), QStringLiteral("1"));
}

Result<void> Mirror::Private::openFile()
{
    return store::guarded([this]() -> Result<void> {
        database = openForWriting(path, Durability::Normal, Check::No);
        if (schemaVersion(*database) > mirrorSchema().size())
            return fail(
                ErrorKind::Storage, {}, ErrorCause::Damaged); // a newer program's: of no use to this one
        migrate(*database, mirrorSchema());
        SQLite::Statement closed(*database, "DELETE FROM meta WHERE key=?");
        bindAll(closed, closedKey());
        const bool closedWell = closed.exec() > 0;
        // It is large: looked through only where there is a reason to.
        if (!closedWell || QFile::exists(suspectMark(path)))
            checkSound(*database);
        QFile::remove(suspectMark(path));
        return {};
    });
}

Result<std::unique_ptr<Mirror>> Mirror::open(const QString &path)
{
    auto priv = std::make_unique<Private>();
    priv->path = path;
    auto opened = priv->openFile();
    if (!opened && opened.error().cause == ErrorCause::Damaged) {
        // The mirror is the service's word: it can be had again.
        priv->database.reset();
        setAside(path, QString::number(QDateTime::currentSecsSinceEpoch()));
        priv->rebuilt = true;
        opened = priv->openFile();
    }
    if (!opened) {
        opened.error().place = path;
        return tl::unexpected(opened.error());
    }
    return std::unique_ptr<Mirror>(new Mirror(std::move(priv)));
}

bool Mirror::wasRebuilt() const
{
    return d->rebuilt;
}

Result<qint64> Mirror::taskUsn() const
{
    const auto value = meta(QStringLiteral("task.usn"));
    if (!value)
        return tl::unexpected(value.error());
    return value->toLongLong();
}

Result<void> Mirror::noteFeed(const QVector<FeedItem> &items, qint64 usn)
{
    return d->guarded([&]() -> Result<void> {
        SQLite::Transaction transaction(*d->database);
        SQLite::Statement mark(*d->database, "UPDATE task SET usn=max(usn,?), wanted=1 WHERE row=?");
        for (const FeedItem &item : items) {
            const RowId row = rowFor(*d->database, item.id);
            bindAll(mark, item.usn, row);
            mark.exec();
            mark.reset();
        }
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
        const RowId row = rowFor(*d->database, id);
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
        SQLite::Statement write(
            *d->database,
            "UPDATE task SET wanted=(CASE WHEN usn>?1 THEN wanted ELSE 0 END), gone=0, loaded=1, plan=?2, "
            "number_sort=?3, template_sort=?4, contractor_sort=?5, worker_sort=?6, state=?7, search=?8, "
            "card=?9, "
            "raw=?10 WHERE row=?11");
        QVector<RowId> rows;
        for (qsizetype i = 0; i < tasks.size(); ++i) {
            const Kept<Task> &kept = tasks.at(i);
            const RowId row = rowFor(*d->database, kept.value.id);
            const TaskColumns columns = columnsOf(kept.value, true);
            bindAll(
                write, askedAtUsn.value(i), columns.plan, columns.number, columns.templateName,
                columns.contractor, columns.worker, static_cast<int>(stateOf(kept.value)), columns.search,
                columns.card, kept.raw, row);
            write.exec();
            write.reset();
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
        const RowId row = rowFor(*d->database, id);
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
        SQLite::Statement newest(*d->database, "SELECT coalesce(max(row), 0) FROM task");
        newest.executeStep();
        return numberAt(newest, 0);
    });
}

Result<QString> Mirror::identity()
{
    const QString key = QStringLiteral("identity");
    auto known = meta(key);
    if (!known || !known->isEmpty())
        return known;
    const QString made = QUuid::createUuid().toString(QUuid::WithoutBraces);
    return setMeta(key, made).map([&made] { return made; });
}

Result<std::optional<MirroredTask>> Mirror::mirrored(const QString &id) const
{
    return d->guarded([&]() -> Result<std::optional<MirroredTask>> {
        SQLite::Statement find(*d->database, "SELECT row, card, wanted, gone FROM task WHERE service_id=?");
        bindAll(find, id);
        if (!find.executeStep())
            return std::optional<MirroredTask>();
        return std::optional(MirroredTask{
            numberAt(find, 0), taskOfCard(bytesAt(find, 1)), numberAt(find, 2) != 0, numberAt(find, 3) != 0});
    });
}

Result<void> Mirror::replaceJournalRows(const QVector<JournalRow> &rows)
{
    return d->guarded([&]() -> Result<void> {
        SQLite::Transaction transaction(*d->database);
        d->database->exec("DELETE FROM journal_row");
        for (const JournalRow &row : rows)
            d->writeJournalRow(row);
        transaction.commit();
        return {};
    });
}

Result<void> Mirror::putJournalRow(const JournalRow &row, RowId instead)
{
    return d->guarded([&]() -> Result<void> {
        SQLite::Transaction transaction(*d->database);
        if (instead != 0 && instead != row.row)
            d->dropJournalRow(instead);
        d->writeJournalRow(row);
        transaction.commit();
        return {};
    });
}

Result<void> Mirror::removeJournalRow(RowId row)
{
    return d->guarded([&]() -> Result<void> {
        d->dropJournalRow(row);
        return {};
    });
}

void Mirror::Private::dropJournalRow(RowId row)
{
    SQLite::Statement remove(*database, "DELETE FROM journal_row WHERE row=?");
    bindAll(remove, row);
    remove.exec();
}

void Mirror::Private::writeJournalRow(const JournalRow &row)
{
    const TaskColumns columns = columnsOf(row.task, true);
    SQLite::Statement write(
        *database,
        "INSERT OR REPLACE INTO journal_row(row, token, pending, plan, number_sort, template_sort, "
        "contractor_sort, worker_sort, state, search, card) VALUES(?,?,?,?,?,?,?,?,?,?,?)");
    bindAll(
        write, row.row, row.token, static_cast<int>(row.pending), columns.plan, columns.number,
        columns.templateName, columns.contractor, columns.worker, static_cast<int>(row.state), columns.search,
        columns.card);
    write.exec();
}

void Mirror::Private::putMeta(const QString &key, const QString &value)
{
    SQLite::Statement write(*database, "INSERT OR REPLACE INTO meta(key, value) VALUES(?,?)");
    bindAll(write, key, value);
    write.exec();
}

Result<QString> Mirror::meta(const QString &key) const
{
    return d->guarded([&]() -> Result<QString> {
        SQLite::Statement find(*d->database, "SELECT value FROM meta WHERE key=?");
        bindAll(find, key);
        return find.executeStep() ? textAt(find, 0) : QString();
    });
}

Result<void> Mirror::setMeta(const QString &key, const QString &value)
{
    return d->guarded([&]() -> Result<void> {
        d->putMeta(key, value);
        return {};
    });
}

} // namespace naryad::store
