#include "models/ContractorTreeModel.h"

#include "ContractorRowCache.h"
#include "Pace.h"
#include "core/Await.h"
#include "core/Text.h"
#include "models/Words.h"
#include "store/Reader.h"

#include <QElapsedTimer>
#include <QTimer>

#include <algorithm>
#include <utility>

namespace naryad::models {

namespace {

constexpr int PageRows = 128;
constexpr int CachedRows = PageRows * 64;
constexpr int MostWanted = 8; ///< pages in the line; who scrolls on does not wait for what was passed by
constexpr int ReadAgain = 4 * PageRows; ///< of those seen lately, after a change; more than a screen shows
constexpr std::chrono::milliseconds Soon(500);

QString subdivisionsText(int count)
{
    return ContractorTreeModel::tr("%n subdivision(s)", nullptr, count);
}

/// The name, and what more there is to tell of it.
QStringList lines(const ContractorRow &row, const ContractorNode &node)
{
    QStringList lines{row.name};
    if (node.stray && !row.parent.isNothing()) {
        const QString parent = row.parent.name.isEmpty() ? row.parent.id : row.parent.name;
        lines.append(ContractorTreeModel::tr("It is under %1, which is not in the tree there").arg(parent));
    }
    if (row.madeHere)
        lines.append(ContractorTreeModel::tr("Made on this computer"));
    if (row.pending != PendingState::None)
        lines.append(ContractorTreeModel::tr("Said and not sent yet: %1").arg(words(row.pending)));
    return lines;
}

} // namespace

class ContractorTreeModel::Private
{
public:
    explicit Private(store::Reader &source)
        : reader(source)
    {
        started.start();
    }

    std::chrono::milliseconds sinceStart() const { return std::chrono::milliseconds(started.elapsed()); }

    store::Reader &reader;
    QString filter;
    ContractorTreePtr tree = std::make_shared<const ContractorTree>();
    ContractorRowCache cache{CachedRows};
    QVector<int> wanted; ///< pages drawn before they were here, the newest last
    bool reading = false;
    bool readPlanned = false;
    QFuture<Result<ContractorTreePtr>> asked;
    quint64 generation = 0;
    bool opened = false;
    bool running = false; ///< a tree is on its way
    bool again = false; ///< and another is wanted behind it
    bool soon = false; ///< and somebody waits for it
    bool ready = false; ///< the rows answer the filter
    QString revealing; ///< the client looked for
    bool revealPlanned = false;
    Pace pace; ///< of looking again by itself
    QElapsedTimer started;
    QTimer later; ///< to the next look
};

ContractorTreeModel::ContractorTreeModel(store::Reader &reader, QObject *parent)
    : QAbstractItemModel(parent)
    , d(std::make_unique<Private>(reader))
{
    d->later.setSingleShot(true);
    connect(&d->later, &QTimer::timeout, this, &ContractorTreeModel::retry);
}

ContractorTreeModel::~ContractorTreeModel() = default;

void ContractorTreeModel::setFilter(const QString &typed)
{
    if (d->opened && typed == d->filter)
        return;
    d->opened = true;
    d->ready = false;
    d->filter = typed;
    ask();
}

QString ContractorTreeModel::filter() const
{
    return d->filter;
}

void ContractorTreeModel::retry()
{
    if (d->running)
        d->again = true;
    else
        ask();
}

void ContractorTreeModel::applyChange(const MirrorChange &change)
{
    if (d->opened && (change.listsChanged || change.journalChanged))
        lookAgain(change.journalChanged);
}

/// While very much changes, a hundred thousand clients are not put together for each of its steps. What was
/// said from here is waited for by whoever said it.
void ContractorTreeModel::lookAgain(bool said)
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
        ask();
    else if (!d->later.isActive() || d->later.remainingTimeAsDuration() > wait)
        d->later.start(wait);
}

void ContractorTreeModel::ask()
{
    d->asked.cancel(); // nobody waits for an answer to what was typed before
    d->later.stop();
    d->opened = true;
    d->running = true;
    d->again = false;
    d->soon = false;
    d->pace.begun(d->sinceStart());
    const quint64 generation = ++d->generation;
    d->asked = d->reader.contractorTree(d->filter);
    await(this, d->asked, [this, generation](const Result<ContractorTreePtr> &tree) {
        if (generation != d->generation)
            return;
        d->running = false;
        d->pace.ended(d->sinceStart());
        if (tree)
            take(*tree);
        else
            Q_EMIT failed(tree.error());
        if (d->again)
            lookAgain(false);
        if (!d->running)
            answerReveal();
    });
}

void ContractorTreeModel::take(const ContractorTreePtr &tree)
{
    const bool counts = tree->hits != d->tree->hits || tree->total != d->tree->total;
    // The very same one: nothing was said or told in between.
    if (tree != d->tree) {
        if (*tree == *d->tree)
            d->tree = tree;
        else
            replace(tree);
    }
    if (const QVector<RowId> seen = d->cache.latest(ReadAgain); !seen.isEmpty())
        read(seen);
    if (counts)
        Q_EMIT countsChanged();
    if (!std::exchange(d->ready, true))
        Q_EMIT filtered();
}

/// What stays keeps its selection and stays open, by its client; so does one that has come to be mirrored.
void ContractorTreeModel::replace(const ContractorTreePtr &tree)
{
    d->wanted.clear();
    if (d->tree->nodes.isEmpty()) {
        beginResetModel();
        d->tree = tree;
        endResetModel();
        return;
    }
    // Rows are what is ordered here: a header has nothing to do for its columns.
    Q_EMIT layoutAboutToBeChanged({}, VerticalSortHint);
    const QModelIndexList held = persistentIndexList();
    const ContractorTreePtr old = std::exchange(d->tree, tree);
    QHash<RowId, RowId> became;
    for (const auto &[from, to] : tree->became)
        became.insert(from, to);
    QModelIndexList moved;
    moved.reserve(held.size());
    for (const QModelIndex &index : held) {
        const RowId row = old->nodes.at(static_cast<int>(index.internalId())).row;
        int place = tree->placeOf(row);
        if (place < 0 && became.contains(row))
            place = tree->placeOf(became.value(row));
        const int above = place < 0 ? -1 : tree->nodes.at(place).parent;
        const int first = above < 0 ? 0 : tree->nodes.at(above).first;
        moved.append(
            place < 0 ? QModelIndex()
                      : createIndex(place - first, index.column(), static_cast<quintptr>(place)));
    }
    changePersistentIndexList(held, moved);
    Q_EMIT layoutChanged({}, VerticalSortHint);
}

void ContractorTreeModel::reveal(const QString &id)
{
    d->revealing = id;
    if (!d->opened)
        ask();
    if (d->running || std::exchange(d->revealPlanned, true))
        return;
    QMetaObject::invokeMethod(
        this, [this] { answerReveal(); }, Qt::QueuedConnection);
}

void ContractorTreeModel::answerReveal()
{
    d->revealPlanned = false;
    // What was made a moment ago may be in the tree that is on its way.
    if (d->revealing.isEmpty() || d->running)
        return;
    const QModelIndex found = indexOf(d->revealing);
    if (!found.isValid() && d->later.isActive()) {
        ask();
        return;
    }
    d->revealing.clear();
    Q_EMIT revealed(found);
}

bool ContractorTreeModel::isReady() const
{
    return d->ready;
}

qint64 ContractorTreeModel::hits() const
{
    return d->tree->hits;
}

qint64 ContractorTreeModel::total() const
{
    return d->tree->total;
}

QString ContractorTreeModel::idOf(const QModelIndex &index) const
{
    return index.isValid() ? d->tree->idAt(static_cast<int>(index.internalId())) : QString();
}

QModelIndex ContractorTreeModel::indexOf(const QString &id) const
{
    const int place = id.isEmpty() ? -1 : d->tree->placeOf(id);
    if (place < 0)
        return {};
    const int above = d->tree->nodes.at(place).parent;
    return index(
        place - (above < 0 ? 0 : d->tree->nodes.at(above).first), 0,
        above < 0 ? QModelIndex() : indexOf(d->tree->idAt(above)));
}

QModelIndex ContractorTreeModel::index(int row, int column, const QModelIndex &parent) const
{
    if (row < 0 || column < 0 || column >= ColumnCount || row >= rowCount(parent))
        return {};
    const int first = parent.isValid() ? d->tree->nodes.at(static_cast<int>(parent.internalId())).first : 0;
    return createIndex(row, column, static_cast<quintptr>(first + row));
}

QModelIndex ContractorTreeModel::parent(const QModelIndex &index) const
{
    if (!index.isValid())
        return {};
    const auto &nodes = d->tree->nodes;
    const int place = nodes.at(static_cast<int>(index.internalId())).parent;
    if (place < 0)
        return {};
    const int above = nodes.at(place).parent;
    return createIndex(place - (above < 0 ? 0 : nodes.at(above).first), 0, static_cast<quintptr>(place));
}

int ContractorTreeModel::rowCount(const QModelIndex &parent) const
{
    if (!parent.isValid())
        return d->tree->top;
    return parent.column() == NameColumn ? d->tree->nodes.at(static_cast<int>(parent.internalId())).children
                                         : 0;
}

bool ContractorTreeModel::hasChildren(const QModelIndex &parent) const
{
    return rowCount(parent) > 0;
}

int ContractorTreeModel::columnCount(const QModelIndex &) const
{
    return ColumnCount;
}

/// Puts the page of a place at the head of the line. It is read from the event loop: a model must not change
/// while it is drawn.
void ContractorTreeModel::want(int place) const
{
    const int page = place / PageRows;
    d->wanted.removeOne(page);
    d->wanted.append(page);
    if (d->wanted.size() > MostWanted)
        d->wanted.removeFirst();
    if (d->reading || std::exchange(d->readPlanned, true))
        return;
    auto *self = const_cast<ContractorTreeModel *>(this);
    QMetaObject::invokeMethod(self, &ContractorTreeModel::readNext, Qt::QueuedConnection);
}

void ContractorTreeModel::readNext()
{
    d->readPlanned = false;
    while (!d->reading && !d->wanted.isEmpty()) {
        const int page = d->wanted.takeLast();
        QVector<RowId> rows;
        const auto end = std::min<qsizetype>(d->tree->nodes.size(), (page + 1) * PageRows);
        for (qsizetype place = page * PageRows; place < end; ++place) {
            if (const RowId row = d->tree->nodes.at(place).row; !d->cache.contains(row))
                rows.append(row);
        }
        if (!rows.isEmpty()) {
            d->reading = true;
            read(rows);
        }
    }
}

void ContractorTreeModel::read(const QVector<RowId> &rows)
{
    await(this, d->reader.contractorRows(rows), [this, rows](const Result<QVector<ContractorRow>> &answer) {
        d->reading = false;
        if (answer) {
            takeRows(rows, *answer);
            readNext();
        } else {
            d->wanted.clear();
            Q_EMIT failed(answer.error());
        }
    });
}

void ContractorTreeModel::takeRows(const QVector<RowId> &asked, const QVector<ContractorRow> &rows)
{
    QVector<int> places;
    const auto put = [&](const ContractorRow &row) {
        if (!d->cache.put(row))
            return;
        if (const int place = d->tree->placeOf(row.row); place >= 0)
            places.append(place);
    };
    for (const ContractorRow &row : rows)
        put(row);
    // What is gone meanwhile leaves the tree soon; until then it must not be asked for with every drawing.
    for (const RowId row : asked) {
        if (d->cache.contains(row))
            continue;
        ContractorRow nothing;
        nothing.row = row;
        put(nothing);
    }
    tellChanged(std::move(places));
}

/// By runs of neighbours under one parent.
void ContractorTreeModel::tellChanged(QVector<int> places)
{
    std::sort(places.begin(), places.end());
    const auto &nodes = d->tree->nodes;
    const auto indexAt = [&](int place, int column) {
        const int above = nodes.at(place).parent;
        return createIndex(
            place - (above < 0 ? 0 : nodes.at(above).first), column, static_cast<quintptr>(place));
    };
    for (qsizetype from = 0; from < places.size();) {
        qsizetype to = from + 1;
        while (to < places.size() && places.at(to) == places.at(to - 1) + 1
               && nodes.at(places.at(to)).parent == nodes.at(places.at(from)).parent)
            ++to;
        Q_EMIT dataChanged(indexAt(places.at(from), 0), indexAt(places.at(to - 1), ColumnCount - 1));
        from = to;
    }
}

const ContractorRow *ContractorTreeModel::rowAt(int place) const
{
    const ContractorRow *row = d->cache.find(d->tree->nodes.at(place).row);
    if (!row)
        want(place);
    return row;
}

QVariant ContractorTreeModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    const int place = static_cast<int>(index.internalId());
    const ContractorNode &node = d->tree->nodes.at(place);
    switch (role) {
    case IdRole:
        return d->tree->idAt(place);
    case HitRole:
        return node.hit;
    case StrayRole:
        return node.stray;
    case MadeHereRole:
        return node.row < 0;
    default:
        break;
    }
    if (index.column() == CountColumn) {
        if (role == Qt::TextAlignmentRole)
            return int(Qt::AlignRight | Qt::AlignVCenter);
        if (role == Qt::AccessibleTextRole)
            return subdivisionsText(node.below);
        return role == Qt::DisplayRole && node.below > 0 ? QVariant(node.below) : QVariant();
    }
    const ContractorRow *row = rowAt(place);
    switch (role) {
    case Qt::DisplayRole:
        return row ? row->name : QStringLiteral("…");
    case Qt::ToolTipRole:
        return row ? QVariant(plainTooltip(lines(*row, node).join(QLatin1Char('\n')))) : QVariant();
    case Qt::AccessibleTextRole: {
        const QString name = row ? row->name : tr("Loading");
        return node.below == 0 ? name : name + QStringLiteral(", ") + subdivisionsText(node.below);
    }
    case Qt::AccessibleDescriptionRole:
        return row ? lines(*row, node).mid(1).join(QStringLiteral(". ")) : QString();
    case PendingRole:
        return row ? words(row->pending) : QString();
    case LoadedRole:
        return row != nullptr;
    default:
        return {};
    }
}

QVariant ContractorTreeModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    return section == NameColumn ? tr("Contractor")
        : section == CountColumn ? tr("Subdivisions")
                                 : QVariant();
}

} // namespace naryad::models
