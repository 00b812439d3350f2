#include "models/TaskListModel.h"

#include "TaskListPrivate.h"
#include "core/Await.h"
#include "store/Reader.h"

#include <algorithm>
#include <utility>

namespace naryad::models {

namespace {

constexpr int FirstRows = 200;
constexpr std::chrono::milliseconds Soon(500);
constexpr int MostWanted = 8; ///< pages in the line; who scrolls on does not wait for what was passed by

} // namespace

TaskListModel::TaskListModel(store::Reader &reader, AccountZone zone, QObject *parent)
    : QAbstractTableModel(parent)
    , d(std::make_unique<Private>(reader, std::move(zone)))
{
    d->later.setSingleShot(true);
    connect(&d->later, &QTimer::timeout, this, &TaskListModel::retry);
}

TaskListModel::~TaskListModel() = default;

const TaskQuery &TaskListModel::query() const
{
    return d->query;
}

TaskListModel::Load TaskListModel::load() const
{
    return d->load;
}

Error TaskListModel::error() const
{
    return d->error;
}

qint64 TaskListModel::total() const
{
    return d->total;
}

TaskListModel::Extent TaskListModel::extent() const
{
    return d->extent;
}

void TaskListModel::setQuery(const TaskQuery &query, Keep keep)
{
    if (d->load != Load::NotAsked && query == d->query)
        return;
    d->query = query;
    d->keep = keep;
    ask(true);
}

void TaskListModel::retry()
{
    if (d->running)
        d->again = true;
    else
        ask(d->load == Load::NotAsked);
}

/// Looks again because rows came or went by themselves. While very much changes, a million rows are not
/// gone through for each of its steps: the rows on the screen are read anew one by one meanwhile. What was
/// said from here is waited for by whoever said it.
void TaskListModel::lookAgain(bool said)
{
    d->soon = d->soon || said;
    if (d->running) {
        d->again = true;
        return;
    }
    auto wait = d->pace.wait(d->sinceStart());
    if (d->soon)
        wait = std::min(wait, Soon);
    if (wait.count() == 0)
        retry();
    else if (!d->later.isActive() || d->later.remainingTimeAsDuration() > wait)
        d->later.start(wait);
}

void TaskListModel::ask(bool otherQuery)
{
    // Nobody waits for an answer to the query before.
    d->asked.cancel();
    d->later.stop();
    d->running = true;
    d->again = false;
    d->soon = false;
    d->pace.begun(d->sinceStart());
    ++d->generation;
    if (otherQuery || d->load == Load::Failed) {
        d->load = Load::Loading;
        if (otherQuery)
            d->extent = Extent::Before;
        Q_EMIT loadChanged();
    }
    // The first rows alone are there sooner; but what changes by itself must not cut the list short
    // meanwhile.
    if (otherQuery || d->rows.isEmpty())
        askFor(FirstRows);
    else
        askFor(-1);
}

void TaskListModel::askFor(int limit)
{
    const quint64 generation = d->generation;
    d->asked = d->reader.taskIds(d->query, limit);
    await(this, d->asked, [this, generation](const Result<store::TaskIds> &ids) {
        if (generation != d->generation)
            return;
        if (ids && !ids->complete) {
            if (d->keep == Keep::Nothing || holdsSelection(ids->rows))
                take(*ids);
            // What stands on the screen is read before the reader goes through the whole list.
            if (d->reading < 0 && !isInMemory(0))
                readPage(0);
            askFor(-1);
            return;
        }
        d->running = false;
        d->pace.ended(d->sinceStart());
        d->keep = Keep::Selection;
        if (ids) {
            d->load = Load::Ready;
            take(*ids);
        } else {
            fail(ids.error());
        }
        if (d->again)
            lookAgain(false);
    });
}

void TaskListModel::fail(const Error &error)
{
    d->load = Load::Failed;
    d->error = error;
    Q_EMIT loadChanged();
}

void TaskListModel::take(const store::TaskIds &ids)
{
    d->total = ids.total;
    d->extent = ids.complete ? Extent::All : Extent::First;
    if (ids.rows != d->rows) {
        d->wanted.clear();
        if (d->rows.isEmpty()) {
            beginResetModel();
            d->rows = ids.rows;
            d->count = static_cast<int>(ids.rows.size());
            endResetModel();
        } else {
            replaceRows(ids.rows);
        }
    }
    Q_EMIT loadChanged();
}

RowId TaskListModel::rowOf(const QModelIndex &index) const
{
    return index.isValid() && index.row() < d->rows.size() ? d->rows.at(index.row()) : 0;
}

QModelIndex TaskListModel::indexOf(RowId row) const
{
    const qsizetype place = row == 0 ? -1 : d->rows.indexOf(row);
    return place < 0 ? QModelIndex() : index(static_cast<int>(place), 0);
}

TaskRow TaskListModel::taskRow(const QModelIndex &index) const
{
    const TaskRow *row = d->cache.find(rowOf(index));
    return row ? *row : TaskRow();
}

void TaskListModel::findPlannedBy(const QDateTime &moment)
{
    halve(d->rows, 0, d->rows.size(), moment);
}

/// What is looked for stands in [from, to]; the rows are as they were when the search began.
void TaskListModel::halve(const QVector<RowId> &rows, qsizetype from, qsizetype to, const QDateTime &moment)
{
    if (from >= to) {
        Q_EMIT plannedFound(from < rows.size() ? rows.at(from) : 0);
        return;
    }
    const qsizetype middle = from + (to - from) / 2;
    await(
        this, d->reader.taskRows({rows.at(middle)}),
        [this, rows, from, to, middle, moment](const Result<QVector<TaskRow>> &found) {
            if (!found) {
                Q_EMIT plannedFound(0);
                return;
            }
            const bool later = !found->isEmpty() && found->constFirst().plannedStart.isKnown()
                && found->constFirst().plannedStart.value > moment;
            halve(rows, later ? middle + 1 : from, later ? to : middle, moment);
        });
}

int TaskListModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : d->count;
}

int TaskListModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

/// Puts a page at the head of the line. It is read from the event loop: a model must not change while it is
/// drawn.
void TaskListModel::wantPage(int page) const
{
    if (page == d->reading)
        return;
    d->wanted.removeOne(page);
    d->wanted.append(page);
    if (d->wanted.size() > MostWanted)
        d->wanted.removeFirst();
    if (d->readPlanned || d->reading >= 0)
        return;
    d->readPlanned = true;
    auto *self = const_cast<TaskListModel *>(this);
    QMetaObject::invokeMethod(self, &TaskListModel::readNextPage, Qt::QueuedConnection);
}

/// True also where there is no such page.
bool TaskListModel::isInMemory(int page) const
{
    const qsizetype end = std::min<qsizetype>(d->rows.size(), (page + 1) * PageRows);
    for (qsizetype i = page * PageRows; i >= 0 && i < end; ++i) {
        if (!d->cache.contains(d->rows.at(i)))
            return false;
    }
    return true;
}

void TaskListModel::readNextPage()
{
    d->readPlanned = false;
    while (d->reading < 0 && !d->wanted.isEmpty()) {
        const int page = d->wanted.takeLast();
        if (isInMemory(page))
            continue;
        const int before = std::exchange(d->lastDrawn, page);
        d->ahead = page >= before ? page + 1 : page - 1;
        readPage(page);
    }
    if (const int page = d->ahead; d->reading < 0 && std::exchange(d->ahead, -1) >= 0 && !isInMemory(page))
        readPage(page);
}

void TaskListModel::readPage(int page)
{
    d->reading = page;
    readRows(d->rows.mid(page * PageRows, PageRows), page);
}

/// Reads rows anew, as a page of the list or (page -1) wherever they stand.
void TaskListModel::readRows(const QVector<RowId> &numbers, int page)
{
    await(this, d->reader.taskRows(numbers), [this, numbers, page](const Result<QVector<TaskRow>> &rows) {
        if (page >= 0)
            d->reading = -1;
        if (!rows) {
            d->wanted.clear();
            fail(rows.error());
            return;
        }
        // They stand where they stood when they were asked for, or about there.
        int place = page * PageRows;
        for (const TaskRow &row : *rows)
            d->cache.put(row, page < 0 ? -1 : place++);
        // What is gone meanwhile leaves the list soon; until then it must not be asked for with every
        // drawing.
        for (RowId number : numbers) {
            if (!d->cache.contains(number)) {
                TaskRow nothing;
                nothing.row = number;
                d->cache.put(nothing);
            }
        }
        tellChanged(numbers);
        readNextPage();
    });
}

} // namespace naryad::models
