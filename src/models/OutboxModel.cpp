#include "models/OutboxModel.h"

#include "core/Await.h"
#include "core/Text.h"
#include "models/Words.h"
#include "store/Reader.h"

#include <QSet>

namespace naryad::models {

namespace {

constexpr int DaysShown = 30;

} // namespace

class OutboxModel::Private
{
public:
    store::Reader &reader;
    AccountZone zone;
    QVector<JournalEntry> entries;
    std::optional<Error> error;
    bool loaded = false;
    quint64 generation = 0;
};

OutboxModel::OutboxModel(store::Reader &reader, AccountZone zone, QObject *parent)
    : QAbstractTableModel(parent)
    , d(new Private{reader, std::move(zone), {}, {}, false, 0})
{}

OutboxModel::~OutboxModel() = default;

void OutboxModel::reload()
{
    const quint64 generation = ++d->generation;
    await(this, d->reader.outbox(DaysShown), [this, generation](const Result<QVector<JournalEntry>> &answer) {
        if (generation != d->generation)
            return;
        d->loaded = true;
        d->error = answer ? std::nullopt : std::optional(answer.error());
        if (answer)
            take(*answer);
        Q_EMIT loaded();
    });
}

/// Both are newest first, so one walk tells what came and what went; the rest keeps its rows and its
/// selection.
void OutboxModel::take(const QVector<JournalEntry> &entries)
{
    QSet<CommandId> listed;
    for (const JournalEntry &entry : entries)
        listed.insert(entry.id);
    for (int row = rowCount() - 1; row >= 0; --row) {
        if (listed.contains(d->entries.at(row).id))
            continue;
        beginRemoveRows({}, row, row);
        d->entries.removeAt(row);
        endRemoveRows();
    }
    for (int row = 0; row < entries.size(); ++row) {
        const JournalEntry &entry = entries.at(row);
        if (row >= rowCount() || d->entries.at(row).id != entry.id) {
            beginInsertRows({}, row, row);
            d->entries.insert(row, entry);
            endInsertRows();
        } else if (d->entries.at(row) != entry) {
            d->entries[row] = entry;
            Q_EMIT dataChanged(index(row, 0), index(row, ColumnCount - 1));
        }
    }
}

void OutboxModel::apply(const MirrorChange &change)
{
    if (change.journalChanged)
        reload();
}

std::optional<JournalEntry> OutboxModel::entry(const QModelIndex &index) const
{
    if (!index.isValid() || index.row() >= d->entries.size())
        return std::nullopt;
    return d->entries.at(index.row());
}

QModelIndex OutboxModel::indexOf(CommandId id) const
{
    for (qsizetype i = 0; i < d->entries.size(); ++i) {
        if (d->entries.at(i).id == id)
            return index(static_cast<int>(i), 0);
    }
    return {};
}

bool OutboxModel::isLoaded() const
{
    return d->loaded;
}

std::optional<Error> OutboxModel::error() const
{
    return d->error;
}

int OutboxModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(d->entries.size());
}

int OutboxModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant OutboxModel::data(const QModelIndex &index, int role) const
{
    const auto entry = this->entry(index);
    if (!entry || (role != Qt::DisplayRole && role != Qt::ToolTipRole && role != Qt::AccessibleTextRole))
        return {};
    QString text;
    switch (index.column()) {
    case When:
        text = d->zone.local(entry->createdAt).toString(QStringLiteral("dd.MM HH:mm:ss"));
        break;
    case What:
        text = commandText(entry->command);
        break;
    case State:
        text = words(entry->state);
        break;
    case Outcome:
        text = outcomeText(*entry, d->zone);
        break;
    default:
        return {};
    }
    if (role == Qt::DisplayRole)
        return text.simplified();
    return role == Qt::ToolTipRole ? plainTooltip(text) : text;
}

QVariant OutboxModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case When:
        return tr("When");
    case What:
        return tr("What");
    case State:
        return tr("State");
    case Outcome:
        return tr("Outcome");
    default:
        return {};
    }
}

} // namespace naryad::models
