#include "models/TaskListModel.h"

#include "TaskListPrivate.h"
#include "core/Await.h"
#include "core/Text.h"
#include "models/Words.h"
#include "store/Reader.h"

#include <QColor>
#include <QSet>

#include <algorithm>
#include <limits>
#include <utility>

namespace naryad::models {

namespace {

constexpr int FirstRows = 200;
constexpr int MostWanted = 8; ///< pages in the line; who scrolls on does not wait for what was passed by

} // namespace

TaskListModel::TaskListModel(store::Reader &reader, AccountZone zone, QObject *parent)
    : QAbstractTableModel(parent)
    , d(std::make_unique<Private>(reader, std::move(zone)))
{}

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

void TaskListModel::setQuery(const TaskQuery &query)
{
    if (d->load != Load::NotAsked && query == d->query)
        return;
    d->query = query;
    ask(true);
}

void TaskListModel::retry()
{
    if (d->running)
        d->again = true;
    else
        ask(d->load == Load::NotAsked);
}

void TaskListModel::ask(bool otherQuery)
{
    // Nobody waits for an answer to the query before.
    d->asked.cancel();
    d->running = true;
    d->again = false;
    ++d->generation;
    if (otherQuery || d->load == Load::Failed) {
        d->load = Load::Loading;
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
            if (holdsSelection(ids->rows))
                take(ids->rows, ids->total);
            // What stands on the screen is read before the reader goes through the whole list.
            if (d->reading < 0 && !isInMemory(0))
                readPage(0);
            askFor(-1);
            return;
        }
        d->running = false;
        if (ids) {
            d->load = Load::Ready;
            take(ids->rows, ids->total);
        } else {
            fail(ids.error());
        }
        if (d->again)
            retry();
    });
}

void TaskListModel::fail(const Error &error)
{
    d->load = Load::Failed;
    d->error = error;
    Q_EMIT loadChanged();
}

void TaskListModel::take(const QVector<RowId> &rows, qint64 total)
{
    d->total = total;
    if (rows != d->rows) {
        d->wanted.clear();
        if (d->rows.isEmpty()) {
            beginResetModel();
            d->rows = rows;
            endResetModel();
        } else {
            replaceRows(rows);
        }
    }
    Q_EMIT loadChanged();
}

/// No row that is selected, current or open is missing from these.
bool TaskListModel::holdsSelection(const QVector<RowId> &rows) const
{
    const QModelIndexList kept = persistentIndexList();
    return std::all_of(
        kept.begin(), kept.end(), [&](const QModelIndex &index) { return rows.contains(rowOf(index)); });
}

/// Another order or other rows: what stays keeps its selection and current row, by its number. The number of
/// rows changes at the end of the list only, by rows that are nothing, so that no set of a million rows is
/// compared.
void TaskListModel::replaceRows(const QVector<RowId> &rows)
{
    const auto before = static_cast<int>(d->rows.size());
    const auto after = static_cast<int>(rows.size());
    if (after > before) {
        // All behind the first rows is the same order, only longer.
        const bool goesOn = std::equal(d->rows.cbegin(), d->rows.cend(), rows.cbegin());
        beginInsertRows({}, before, after - 1);
        if (goesOn)
            d->rows = rows;
        else
            d->rows.resize(after);
        endInsertRows();
        if (goesOn)
            return;
    }
    Q_EMIT layoutAboutToBeChanged();
    const QModelIndexList held = persistentIndexList();
    QHash<RowId, int> places;
    for (const QModelIndex &index : held)
        places.insert(rowOf(index), -1);
    places.remove(0);
    qsizetype missing = places.size();
    for (qsizetype i = 0; i < rows.size() && missing > 0; ++i) {
        if (const auto place = places.find(rows.at(i)); place != places.end()) {
            *place = static_cast<int>(i);
            --missing;
        }
    }
    const QVector<RowId> old = std::exchange(d->rows, rows);
    d->rows.resize(std::max(before, after));
    QModelIndexList moved;
    for (const QModelIndex &index : held) {
        const int place = places.value(old.at(index.row()), -1);
        moved.append(place < 0 ? QModelIndex() : this->index(place, index.column()));
    }
    changePersistentIndexList(held, moved);
    Q_EMIT layoutChanged();
    if (after < before) {
        beginRemoveRows({}, after, before - 1);
        d->rows.resize(after);
        endRemoveRows();
    }
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
    return parent.isValid() ? 0 : static_cast<int>(d->rows.size());
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
        for (const TaskRow &row : *rows)
            d->cache.put(row);
        // What is gone meanwhile leaves the list soon; until then it must not be asked for with every
        // drawing.
        for (RowId number : numbers) {
            if (!d->cache.contains(number)) {
                TaskRow nothing;
                nothing.row = number;
                d->cache.put(nothing);
            }
        }
        tellChanged(numbers, std::max(page, 0) * PageRows);
        readNextPage();
    });
}

/// One dataChanged over the rows with these numbers, which stand most likely from `guess` on.
void TaskListModel::tellChanged(const QVector<RowId> &numbers, int guess)
{
    QSet<RowId> left(numbers.begin(), numbers.end());
    int first = std::numeric_limits<int>::max();
    int last = -1;
    const auto look = [&](qsizetype from, qsizetype to) {
        for (qsizetype i = from; i < std::min(to, d->rows.size()) && !left.isEmpty(); ++i) {
            if (!left.remove(d->rows.at(i)))
                continue;
            first = std::min(first, static_cast<int>(i));
            last = std::max(last, static_cast<int>(i));
        }
    };
    look(guess, guess + numbers.size());
    look(0, d->rows.size());
    if (last >= 0)
        Q_EMIT dataChanged(index(first, 0), index(last, ColumnCount - 1));
}

QVariant TaskListModel::data(const QModelIndex &index, int role) const
{
    const RowId number = rowOf(index);
    if (number == 0)
        return {};
    if (role == RowIdRole)
        return number;
    const TaskRow *row = d->cache.find(number);
    if (role == LoadedRole)
        return row != nullptr;
    if (!row) {
        wantPage(index.row() / PageRows);
        return role == Qt::DisplayRole ? QVariant(QStringLiteral("…")) : QVariant();
    }
    const auto known = [](const Known<NamedRef> &ref) {
        if (!ref.isKnown())
            return notKnownText();
        return ref.value.isNothing()   ? QStringLiteral("—")
            : ref.value.name.isEmpty() ? QLatin1Char('#') + ref.value.id
                                       : ref.value.name;
    };
    if (role == Qt::DecorationRole && index.column() == TemplateName && !row->templateColour.isEmpty())
        return QColor(row->templateColour);
    if (role != Qt::DisplayRole && role != Qt::ToolTipRole && role != Qt::AccessibleTextRole)
        return {};
    QString text;
    bool isKnown = true;
    switch (index.column()) {
    case Number:
        text = row->number.isEmpty() ? QStringLiteral("—") : row->number;
        break;
    case Plan:
        text = row->detailsLoaded ? planText(row->plannedStart, row->plannedEnd, d->zone)
                                  : tr("details not loaded yet");
        isKnown = row->plannedStart.isKnown() || !row->detailsLoaded;
        break;
    case TemplateName:
        text = row->taskTemplate.name.isEmpty() ? notKnownText() : row->taskTemplate.name;
        isKnown = !row->taskTemplate.name.isEmpty();
        break;
    case ContractorName:
        text = known(row->contractor);
        isKnown = row->contractor.isKnown();
        break;
    case WorkerName:
        text = known(row->worker);
        isKnown = row->worker.isKnown();
        break;
    case State:
        text = stateText(*row);
        break;
    default:
        return {};
    }
    if (role == Qt::ToolTipRole)
        return plainTooltip(isKnown ? text : notKnownReason());
    return text;
}

QVariant TaskListModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case Number:
        return tr("Number");
    case Plan:
        return tr("Plan");
    case TemplateName:
        return tr("Template");
    case ContractorName:
        return tr("Contractor");
    case WorkerName:
        return tr("Worker");
    case State:
        return tr("State");
    default:
        return {};
    }
}

void TaskListModel::sort(int column, Qt::SortOrder order)
{
    TaskQuery query = d->query;
    static constexpr TaskQuery::Sort Sorts[]
        = {TaskQuery::Sort::Number,         TaskQuery::Sort::Plan,       TaskQuery::Sort::TemplateName,
           TaskQuery::Sort::ContractorName, TaskQuery::Sort::WorkerName, TaskQuery::Sort::State};
    if (column < 0 || column >= ColumnCount)
        return;
    query.sort = Sorts[column];
    query.descending = order == Qt::DescendingOrder;
    setQuery(query);
}

/// The thing is the same: its place in the list and its selection go over to its new number.
void TaskListModel::renumber(RowId from, RowId to)
{
    const QModelIndex place = indexOf(from);
    if (!place.isValid())
        return;
    if (const QModelIndex other = indexOf(to); other.isValid()) {
        // Both are listed for a moment; the old one goes with the next answer.
        for (int column = 0; column < ColumnCount; ++column)
            changePersistentIndex(place.siblingAtColumn(column), other.siblingAtColumn(column));
        return;
    }
    if (const TaskRow *shown = d->cache.find(from)) {
        TaskRow row = *shown;
        row.row = to;
        d->cache.put(row);
    }
    d->rows[place.row()] = to;
    readRows({to}, -1);
}

void TaskListModel::apply(const MirrorChange &change)
{
    for (const auto &[from, to] : change.moved) {
        renumber(from, to);
        Q_EMIT rowMoved(from, to);
    }
    QVector<RowId> stale;
    for (RowId row : change.tasks) {
        if (d->cache.contains(row))
            stale.append(row);
    }
    for (qsizetype from = 0; from < stale.size(); from += PageRows)
        readRows(stale.mid(from, PageRows), -1);
    if (change.taskListChanged && d->load != Load::NotAsked)
        retry();
}

} // namespace naryad::models
