#include "models/EquipmentListModel.h"

#include "core/Await.h"
#include "core/Text.h"
#include "models/Signs.h"
#include "models/Words.h"
#include "store/Reader.h"

#include <QCache>
#include <QTimer>

#include <algorithm>

namespace naryad::models {

namespace {

constexpr int FirstRows = 200;
constexpr int PageRows = 128;
constexpr int MostRows = 64 * PageRows;
constexpr int MostWanted = 8; ///< pages in the line; who scrolls on does not wait for what was passed by
constexpr std::chrono::milliseconds BetweenLooks(500);

} // namespace

class EquipmentListModel::Private
{
public:
    explicit Private(store::Reader &source)
        : reader(source)
    {}

    store::Reader &reader;
    EquipmentQuery query;
    Load load = Load::NotAsked;
    Error error;
    QVector<RowId> rows;
    bool complete = false;
    qint64 total = 0;
    quint64 generation = 0;
    QFuture<Result<EquipmentIds>> asked;
    bool running = false;
    bool again = false;
    QTimer later;
    QCache<RowId, EquipmentRow> cache{MostRows};
    QVector<int> wanted; ///< the newest last
    int reading = -1;
    bool readPlanned = false;
};

EquipmentListModel::EquipmentListModel(store::Reader &reader, QObject *parent)
    : QAbstractTableModel(parent)
    , d(std::make_unique<Private>(reader))
{
    d->later.setSingleShot(true);
    connect(&d->later, &QTimer::timeout, this, [this] { ask(false); });
}

EquipmentListModel::~EquipmentListModel() = default;

const EquipmentQuery &EquipmentListModel::query() const
{
    return d->query;
}

EquipmentListModel::Load EquipmentListModel::load() const
{
    return d->load;
}

Error EquipmentListModel::error() const
{
    return d->error;
}

bool EquipmentListModel::isComplete() const
{
    return d->complete;
}

qint64 EquipmentListModel::total() const
{
    return d->total;
}

void EquipmentListModel::setQuery(const EquipmentQuery &query)
{
    if (d->load != Load::NotAsked && query == d->query)
        return;
    d->query = query;
    ask(true);
}

void EquipmentListModel::lookAgain()
{
    if (d->load == Load::NotAsked)
        return;
    if (d->running)
        d->again = true;
    else if (!d->later.isActive())
        d->later.start(d->load == Load::Ready ? BetweenLooks : std::chrono::milliseconds(0));
}

void EquipmentListModel::ask(bool otherQuery)
{
    // Nobody waits for an answer to the query before.
    d->asked.cancel();
    d->later.stop();
    d->running = true;
    d->again = false;
    ++d->generation;
    if (otherQuery || d->load == Load::Failed) {
        d->load = Load::Loading;
        Q_EMIT loadChanged();
    }
    // The first rows alone are there sooner; what changes by itself must not cut the list short meanwhile.
    askFor(otherQuery || d->rows.isEmpty() ? FirstRows : -1);
}

void EquipmentListModel::askFor(int limit)
{
    const quint64 generation = d->generation;
    d->asked = d->reader.equipmentList(d->query, limit);
    await(this, d->asked, [this, generation](const Result<EquipmentIds> &ids) {
        if (generation != d->generation)
            return;
        if (!ids) {
            d->running = false;
            d->load = Load::Failed;
            d->error = ids.error();
            Q_EMIT loadChanged();
            return;
        }
        take(*ids);
        if (!ids->complete) {
            askFor(-1);
            return;
        }
        d->running = false;
        if (d->again)
            lookAgain();
    });
}

void EquipmentListModel::take(const EquipmentIds &ids)
{
    d->total = ids.total;
    d->complete = ids.complete;
    d->load = Load::Ready;
    if (ids.rows != d->rows) {
        d->wanted.clear();
        replaceRows(ids);
    } else if (ids.complete && d->reading < 0 && !d->rows.isEmpty() && !d->cache.isEmpty()) {
        // The same rows, perhaps with other words: what was seen is read anew.
        const QList<RowId> seen = d->cache.keys();
        await(this, d->reader.equipmentRows(seen), [this](const Result<QVector<EquipmentRow>> &rows) {
            if (!rows)
                return;
            bool changed = false;
            for (const EquipmentRow &row : *rows) {
                const EquipmentRow *known = d->cache.object(row.row);
                if (known && *known == row)
                    continue;
                changed = true;
                d->cache.insert(row.row, new EquipmentRow(row));
            }
            if (changed && !d->rows.isEmpty())
                Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, ColumnCount - 1));
        });
    }
    Q_EMIT loadChanged();
}

void EquipmentListModel::replaceRows(const EquipmentIds &ids)
{
    // What was shown may have changed with the list.
    d->cache.clear();
    const QModelIndexList marked = persistentIndexList();
    if (d->rows.isEmpty() || marked.isEmpty()) {
        beginResetModel();
        d->rows = ids.rows;
        endResetModel();
        return;
    }
    Q_EMIT layoutAboutToBeChanged();
    QModelIndexList moved;
    for (const QModelIndex &one : marked) {
        RowId row = d->rows.value(one.row());
        for (const auto &[from, to] : ids.became)
            row = row == from ? to : row;
        const qsizetype place = ids.rows.indexOf(row);
        moved.append(place < 0 ? QModelIndex() : createIndex(static_cast<int>(place), one.column()));
    }
    d->rows = ids.rows;
    changePersistentIndexList(marked, moved);
    Q_EMIT layoutChanged();
}

RowId EquipmentListModel::rowOf(const QModelIndex &index) const
{
    return index.isValid() && index.row() < d->rows.size() ? d->rows.at(index.row()) : 0;
}

QModelIndex EquipmentListModel::indexOf(RowId row) const
{
    const qsizetype place = row == 0 ? -1 : d->rows.indexOf(row);
    return place < 0 ? QModelIndex() : index(static_cast<int>(place), 0);
}

EquipmentRow EquipmentListModel::at(const QModelIndex &index) const
{
    const EquipmentRow *row = d->cache.object(rowOf(index));
    return row ? *row : EquipmentRow();
}

int EquipmentListModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(d->rows.size());
}

int EquipmentListModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QString EquipmentListModel::shown(const EquipmentRow &row, int column) const
{
    const auto named = [](const Known<NamedRef> &ref) {
        if (!ref.isKnown())
            return notKnownText();
        const NamedRef &value = ref.value;
        return value.name.isEmpty() && !value.id.isEmpty() ? QString(QLatin1Char('#') + value.id)
                                                           : value.name;
    };
    switch (column) {
    case Serial:
        return row.serialNumber;
    case Model:
        return named(row.model);
    case Owner:
        return named(row.owner);
    case Description:
        return row.description.isKnown() ? row.description.value : notKnownText();
    default:
        return {};
    }
}

QVariant EquipmentListModel::data(const QModelIndex &index, int role) const
{
    const RowId number = rowOf(index);
    if (number == 0)
        return {};
    const EquipmentRow *row = d->cache.object(number);
    if (!row) {
        wantPage(index.row() / PageRows);
        return role == Qt::DisplayRole && index.column() == Serial ? QVariant(tr("loading…")) : QVariant();
    }
    const QString state = row->goes ? tr("is being deleted") : words(row->pending);
    switch (role) {
    case Qt::DisplayRole:
        return shown(*row, index.column());
    case Qt::DecorationRole:
        return index.column() == Serial && row->pending != PendingState::None
            ? QVariant(signIcon(signOf(row->pending)))
            : QVariant();
    case Qt::AccessibleTextRole:
        return index.column() == Serial && row->pending != PendingState::None
            ? QString(row->serialNumber + QStringLiteral(", ") + state)
            : shown(*row, index.column());
    case Qt::ToolTipRole: {
        const QString text = shown(*row, index.column());
        if (text == notKnownText())
            return plainTooltip(notKnownReason());
        return plainTooltip(
            row->pending == PendingState::None ? text : QString(text + QStringLiteral(" · ") + state));
    }
    default:
        return {};
    }
}

QVariant EquipmentListModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case Serial:
        return tr("Serial number");
    case Model:
        return tr("Model");
    case Owner:
        return tr("Owner");
    case Description:
        return tr("Description");
    default:
        return {};
    }
}

void EquipmentListModel::sort(int column, Qt::SortOrder order)
{
    if (column < 0 || column >= ColumnCount)
        return;
    EquipmentQuery query = d->query;
    query.sort = static_cast<EquipmentQuery::Sort>(column);
    query.descending = order == Qt::DescendingOrder;
    setQuery(query);
}

/// It is read from the event loop: a model must not change while it is drawn.
void EquipmentListModel::wantPage(int page) const
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
    auto *self = const_cast<EquipmentListModel *>(this);
    QMetaObject::invokeMethod(self, &EquipmentListModel::readNextPage, Qt::QueuedConnection);
}

void EquipmentListModel::readNextPage()
{
    d->readPlanned = false;
    if (d->reading >= 0 || d->wanted.isEmpty())
        return;
    readPage(d->wanted.takeLast());
}

void EquipmentListModel::readPage(int page)
{
    d->reading = page;
    const QVector<RowId> numbers = d->rows.mid(qsizetype(page) * PageRows, PageRows);
    await(
        this, d->reader.equipmentRows(numbers),
        [this, page, numbers](const Result<QVector<EquipmentRow>> &rows) {
            d->reading = -1;
            if (!rows) {
                d->wanted.clear();
                d->load = Load::Failed;
                d->error = rows.error();
                Q_EMIT loadChanged();
                return;
            }
            for (const EquipmentRow &row : *rows)
                d->cache.insert(row.row, new EquipmentRow(row));
            // What is gone meanwhile leaves the list soon; until then it is not asked for with every drawing.
            for (const RowId number : numbers) {
                if (!d->cache.contains(number)) {
                    auto *nothing = new EquipmentRow;
                    nothing->row = number;
                    d->cache.insert(number, nothing);
                }
            }
            const int first = std::min(page * PageRows, rowCount() - 1);
            const int last = std::min((page + 1) * PageRows, rowCount()) - 1;
            if (first >= 0 && last >= first)
                Q_EMIT dataChanged(index(first, 0), index(last, ColumnCount - 1));
            readNextPage();
        });
}

} // namespace naryad::models
