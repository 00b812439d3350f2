#include "MirrorPrivate.h"

namespace naryad::store {

namespace {

TaskWalkPlace readPlace(SQLite::Database &database)
{
    SQLite::Statement find(
        database, "SELECT step, number, page, from_usn, from_row, looked, ended FROM walk_place");
    TaskWalkPlace place;
    if (!find.executeStep())
        return place;
    place.step = static_cast<TaskWalkPlace::Step>(numberAt(find, 0));
    place.number = numberAt(find, 1);
    place.page = static_cast<int>(numberAt(find, 2));
    place.fromUsn = numberAt(find, 3);
    place.fromRow = numberAt(find, 4);
    place.looked = numberAt(find, 5);
    if (const qint64 ended = numberAt(find, 6); ended != 0)
        place.ended = QDateTime::fromSecsSinceEpoch(ended, Qt::UTC);
    return place;
}

void writePlace(SQLite::Database &database, const TaskWalkPlace &place)
{
    SQLite::Statement write(
        database,
        "UPDATE walk_place SET step=?, number=?, page=?, from_usn=?, from_row=?, looked=?, ended=?");
    bindAll(
        write, static_cast<int>(place.step), place.number, place.page, place.fromUsn, place.fromRow,
        place.looked, place.ended.isValid() ? place.ended.toSecsSinceEpoch() : qint64(0));
    write.exec();
}

} // namespace

Result<TaskWalkPlace> Mirror::taskWalk() const
{
    return d->guarded([&]() -> Result<TaskWalkPlace> { return readPlace(*d->database); });
}

Result<TaskWalkPlace> Mirror::beginTaskWalk()
{
    const auto usn = taskUsn();
    if (!usn)
        return tl::unexpected(usn.error());
    const auto newest = newestTaskRow();
    if (!newest)
        return tl::unexpected(newest.error());
    return d->guarded([&]() -> Result<TaskWalkPlace> {
        TaskWalkPlace place = readPlace(*d->database);
        place.step = TaskWalkPlace::Step::Pages;
        ++place.number;
        place.page = 0;
        place.fromUsn = *usn;
        place.fromRow = *newest;
        writePlace(*d->database, place);
        return place;
    });
}

Result<TaskPageNews> Mirror::noteTaskPage(const QStringList &ids)
{
    TaskPageNews news;
    const auto unread = d->guarded([&]() -> Result<QStringList> {
        SQLite::Statement find(*d->database, "SELECT gone AND NOT wanted FROM task WHERE service_id=?");
        QStringList found;
        for (const QString &id : ids) {
            bindAll(find, id);
            const bool known = find.executeStep();
            if (!known)
                ++news.made;
            else if (numberAt(find, 0) != 0)
                ++news.back;
            if (!known || numberAt(find, 0) != 0)
                found.append(id);
            find.reset();
        }
        return found;
    });
    if (!unread)
        return tl::unexpected(unread.error());
    // Each in a transaction of its own: after a stop between them the page is asked for again.
    for (const QString &id : *unread) {
        if (auto wanted = wantTask(id); !wanted)
            return tl::unexpected(wanted.error());
    }
    return d->guarded([&]() -> Result<TaskPageNews> {
        SQLite::Transaction transaction(*d->database);
        TaskWalkPlace place = readPlace(*d->database);
        SQLite::Statement met(
            *d->database,
            "SELECT 1 FROM task_walk WHERE walk=? AND row=(SELECT row FROM task WHERE service_id=?)");
        SQLite::Statement mark(
            *d->database,
            "INSERT OR REPLACE INTO task_walk(row, walk) SELECT row, ? FROM task WHERE service_id=?");
        for (const QString &id : ids) {
            bindAll(met, place.number, id);
            news.met += met.executeStep() ? 1 : 0;
            met.reset();
            bindAll(mark, place.number, id);
            mark.exec();
            mark.reset();
        }
        ++place.page;
        writePlace(*d->database, place);
        transaction.commit();
        return news;
    });
}

Result<void> Mirror::endTaskPages(bool certain, const QDateTime &now)
{
    if (!certain)
        return endTaskWalk(now);
    return d->guarded([&]() -> Result<void> {
        TaskWalkPlace place = readPlace(*d->database);
        place.step = TaskWalkPlace::Step::Missing;
        writePlace(*d->database, place);
        return {};
    });
}

Result<MissingTasks> Mirror::missingTasks(RowId after, int searched, int limit) const
{
    return d->guarded([&]() -> Result<MissingTasks> {
        const TaskWalkPlace place = readPlace(*d->database);
        MissingTasks missing;
        // Two statements: the first must not touch the wide rows, of which there are many.
        SQLite::Statement find(
            *d->database,
            "SELECT row, coalesce((SELECT walk FROM task_walk w WHERE w.row=task.row), 0) FROM task WHERE "
            "gone=0 AND row>? AND row<=? ORDER BY row LIMIT ?");
        SQLite::Statement named(*d->database, "SELECT service_id, usn, wanted FROM task WHERE row=?");
        bindAll(find, after, place.fromRow, searched);
        int seen = 0;
        missing.upTo = after;
        while (missing.ids.size() < limit && find.executeStep()) {
            ++seen;
            missing.upTo = numberAt(find, 0);
            if (numberAt(find, 1) == place.number)
                continue;
            bindAll(named, missing.upTo);
            // What is wanted will be asked for anyway.
            if (named.executeStep() && numberAt(named, 1) <= place.fromUsn && numberAt(named, 2) == 0)
                missing.ids.append(textAt(named, 0));
            named.reset();
        }
        missing.end = missing.ids.size() < limit && seen < searched;
        return missing;
    });
}

Result<void> Mirror::wantMissing(const MissingTasks &missing)
{
    for (const QString &id : missing.ids) {
        if (auto wanted = wantTask(id); !wanted)
            return wanted;
    }
    return d->guarded([&]() -> Result<void> {
        SQLite::Transaction transaction(*d->database);
        TaskWalkPlace place = readPlace(*d->database);
        SQLite::Statement mark(
            *d->database,
            "INSERT OR REPLACE INTO task_walk(row, walk) SELECT row, ? FROM task WHERE service_id=?");
        for (const QString &id : missing.ids) {
            bindAll(mark, place.number, id);
            mark.exec();
            mark.reset();
        }
        place.looked = missing.upTo;
        writePlace(*d->database, place);
        transaction.commit();
        return {};
    });
}

Result<void> Mirror::endTaskWalk(const QDateTime &now)
{
    return d->guarded([&]() -> Result<void> {
        TaskWalkPlace place = readPlace(*d->database);
        place.step = TaskWalkPlace::Step::None;
        place.ended = now;
        writePlace(*d->database, place);
        return {};
    });
}

Result<QStringList> Mirror::tasksNotNamedSince(const QStringList &ids, qint64 usn) const
{
    return d->guarded([&]() -> Result<QStringList> {
        SQLite::Statement find(*d->database, "SELECT 1 FROM task WHERE service_id=? AND gone=0 AND usn<=?");
        QStringList found;
        for (const QString &id : ids) {
            bindAll(find, id, usn);
            if (find.executeStep())
                found.append(id);
            find.reset();
        }
        return found;
    });
}

Result<bool> Mirror::isMirrored(const QString &id) const
{
    return d->guarded([&]() -> Result<bool> {
        SQLite::Statement find(*d->database, "SELECT 1 FROM task WHERE service_id=?");
        bindAll(find, id);
        return find.executeStep();
    });
}

} // namespace naryad::store
