#include "models/TaskListModel.h"

#include "PageCache.h"
#include "core/Await.h"
#include "core/Text.h"
#include "models/Words.h"
#include "store/Reader.h"

#include <QColor>
#include <QSet>

#include <algorithm>

namespace naryad::models {

namespace {

constexpr int PageRows = 128;
constexpr int CachedRows = PageRows * 64;
constexpr int FirstRows = 200;

} // namespace

class TaskListModel::Private
{
public:
    Private(store::Reader &source, AccountZone where)
        : reader(source)
        , zone(std::move(where))
    {
    }

    store::Reader &reader;
    AccountZone zone;
    TaskQuery query;
    QVector<RowId> rows;
    QHash<RowId, int> places; ///< built when first asked for, dropped with the rows
    PageCache cache {CachedRows};
    QSet<int> asked; ///< pages on their way
    quint64 generation = 0;
    Load load = Load::NotAsked;
    Error error;
    qint64 total = 0;
    bool running = false; ///< a query is on its way
    bool again = false; ///< and another is wanted behind it
};

TaskListModel::TaskListModel(store::Reader &reader, AccountZone zone, QObject *parent)
    : QAbstractTableModel(parent)
    , d(std::make_unique<Private>(reader, std::move(zone)))
{
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

void TaskListModel::setQuery(const TaskQuery &query)
{
    if (d->load != Load::NotAsked && query == d->query)
        return;
    d->query = query;
    d->running = false;
    retry();
}

void TaskListModel::retry()
{
    if (d->running) {
        d->again = true;
        return;
    }
    d->running = true;
    d->again = false;
    const quint64 generation = ++d->generation;
    if (d->load == Load::NotAsked || d->load == Load::Failed) {
        d->load = Load::Loading;
        Q_EMIT loadChanged();
    }
    // While nothing is on the screen, the first rows alone are there sooner.
    if (d->rows.isEmpty()) {
        await(this, d->reader.taskIds(d->query, FirstRows), [this, generation](const Result<store::TaskIds> &ids) {
            if (generation == d->generation && ids && !ids->complete)
                take(ids->rows, ids->total);
        });
    }
    await(this, d->reader.taskIds(d->query, -1), [this, generation](const Result<store::TaskIds> &ids) {
        if (generation != d->generation)
            return;
        d->running = false;
        if (ids) {
            d->load = Load::Ready;
            take(ids->rows, ids->total);
        } else {
            d->load = Load::Failed;
            d->error = ids.error();
            Q_EMIT loadChanged();
        }
        if (d->again)
            retry();
    });
}

void TaskListModel::take(const QVector<RowId> &rows, qint64 total)
{
    d->total = total;
    if (rows != d->rows) {
        if (d->rows.isEmpty()) {
            beginResetModel();
            d->rows = rows;
            d->places.clear();
            endResetModel();
        } else {
            replaceRows(rows);
        }
    }
    Q_EMIT loadChanged();
}

/// Another order or other rows: what stays keeps its selection and current row, by its number.
void TaskListModel::replaceRows(const QVector<RowId> &rows)
{
    Q_EMIT layoutAboutToBeChanged();
    const QModelIndexList before = persistentIndexList();
    QVector<RowId> numbers;
    for (const QModelIndex &index : before)
        numbers.append(rowOf(index));
    d->rows = rows;
    d->places.clear();
    d->asked.clear();
    QModelIndexList after;
    for (qsizetype i = 0; i < before.size(); ++i) {
        const QModelIndex place = indexOf(numbers.at(i));
        after.append(place.isValid() ? index(place.row(), before.at(i).column()) : QModelIndex());
    }
    changePersistentIndexList(before, after);
    Q_EMIT layoutChanged();
}

RowId TaskListModel::rowOf(const QModelIndex &index) const
{
    return index.isValid() && index.row() < d->rows.size() ? d->rows.at(index.row()) : 0;
}

QModelIndex TaskListModel::indexOf(RowId row) const
{
    if (d->places.isEmpty()) {
        d->places.reserve(d->rows.size());
        for (qsizetype i = 0; i < d->rows.size(); ++i)
            d->places.insert(d->rows.at(i), static_cast<int>(i));
    }
    const auto found = d->places.constFind(row);
    return found == d->places.constEnd() ? QModelIndex() : index(*found, 0);
}

TaskRow TaskListModel::taskRow(const QModelIndex &index) const
{
    const TaskRow *row = d->cache.find(rowOf(index));
    return row ? *row : TaskRow();
}

int TaskListModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(d->rows.size());
}

int TaskListModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

void TaskListModel::askPage(int page)
{
    if (page < 0 || page * PageRows >= d->rows.size() || d->asked.contains(page))
        return;
    d->asked.insert(page);
    askRows(d->rows.mid(page * PageRows, PageRows), page);
}

void TaskListModel::askRows(const QVector<RowId> &numbers, int page)
{
    await(this, d->reader.taskRows(numbers), [this, page](const Result<QVector<TaskRow>> &rows) {
        d->asked.remove(page);
        if (!rows || rows->isEmpty())
            return;
        int first = -1;
        int last = -1;
        for (const TaskRow &row : *rows) {
            d->cache.put(row);
            const QModelIndex place = indexOf(row.row);
            if (!place.isValid())
                continue;
            first = first < 0 ? place.row() : std::min(first, place.row());
            last = std::max(last, place.row());
        }
        if (first >= 0)
            Q_EMIT dataChanged(index(first, 0), index(last, ColumnCount - 1));
    });
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
        // Asked for from the event loop: a model must not change while it is being read.
        const int page = index.row() / PageRows;
        if (!d->asked.contains(page)) {
            auto *self = const_cast<TaskListModel *>(this);
            QMetaObject::invokeMethod(self, [self, page] { self->askPage(page); }, Qt::QueuedConnection);
        }
        return role == Qt::DisplayRole ? QVariant(QStringLiteral("…")) : QVariant();
    }
    const auto known = [](const Known<NamedRef> &ref) {
        if (!ref.isKnown())
            return notKnownText();
        return ref.value.isNothing() ? QStringLiteral("—")
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
    static constexpr TaskQuery::Sort Sorts[] = {TaskQuery::Sort::Number, TaskQuery::Sort::Plan,
        TaskQuery::Sort::TemplateName, TaskQuery::Sort::ContractorName, TaskQuery::Sort::WorkerName,
        TaskQuery::Sort::State};
    if (column < 0 || column >= ColumnCount)
        return;
    query.sort = Sorts[column];
    query.descending = order == Qt::DescendingOrder;
    setQuery(query);
}

void TaskListModel::apply(const MirrorChange &change)
{
    for (const auto &[from, to] : change.moved) {
        // The thing is the same: its place in the list and its selection go over to its new number.
        const QModelIndex place = indexOf(from);
        if (place.isValid() && !d->rows.contains(to)) {
            d->rows[place.row()] = to;
            d->places.remove(from);
            d->places.insert(to, place.row());
            askRows({to}, -1);
        }
        Q_EMIT rowMoved(from, to);
    }
    QVector<RowId> stale;
    for (RowId row : change.tasks) {
        if (d->cache.find(row))
            stale.append(row);
    }
    for (qsizetype from = 0; from < stale.size(); from += PageRows)
        askRows(stale.mid(from, PageRows), -1);
    if (change.taskListChanged && d->load != Load::NotAsked)
        retry();
}

} // namespace naryad::models
