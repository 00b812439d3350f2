#include "models/OutboxModel.h"

#include "core/Await.h"
#include "core/CommandKinds.h"
#include "core/Text.h"
#include "models/Signs.h"
#include "models/Words.h"
#include "store/Reader.h"

#include <QHash>
#include <QSet>

#include <algorithm>
#include <utility>

namespace naryad::models {

namespace {

constexpr int DaysShown = 30;

} // namespace

class OutboxModel::Private
{
public:
    store::Reader &reader;
    AccountZone zone;
    const Clock &clock;
    QVector<JournalEntry> entries; ///< shown
    QVector<JournalEntry> all{};
    QStringList words{}; ///< of the filter
    QHash<CommandId, CommandId> waits{}; ///< who stands in front of whom
    bool counting = false;
    std::optional<Error> error{};
    bool loaded = false;
    quint64 generation = 0;
};

OutboxModel::OutboxModel(store::Reader &reader, AccountZone zone, const Clock &clock, QObject *parent)
    : QAbstractTableModel(parent)
    , d(new Private{reader, std::move(zone), clock, {}})
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
        if (answer) {
            d->all = *answer;
            findOrder();
            take(filtered());
            countDown();
        }
        Q_EMIT loaded();
    });
}

void OutboxModel::setFilter(const QString &text)
{
    d->words = searchWords(text);
    take(filtered());
}

QVector<JournalEntry> OutboxModel::filtered() const
{
    if (d->words.isEmpty())
        return d->all;
    QVector<JournalEntry> found;
    for (const JournalEntry &entry : std::as_const(d->all)) {
        QStringList cells;
        for (int column = 0; column < ColumnCount; ++column)
            cells.append(text(entry, column));
        const QString folded = foldText(cells.join(QLatin1Char(' ')));
        const bool every = std::all_of(d->words.begin(), d->words.end(), [&folded](const QString &word) {
            return folded.contains(word);
        });
        if (every)
            found.append(entry);
    }
    return found;
}

/// As the courier sees it. A change of what a row waits for shows in the row.
void OutboxModel::findOrder()
{
    QHash<QString, QString> made;
    for (const JournalEntry &entry : std::as_const(d->all)) {
        if (isCreate(entry.command) && !entry.resultId.isEmpty())
            made.insert(entry.token, entry.resultId);
    }
    const auto before = std::exchange(d->waits, {});
    QueueOrder order([&made](const QString &token) { return made.value(token); });
    for (auto entry = d->all.crbegin(); entry != d->all.crend(); ++entry) {
        if (isFinal(entry->state))
            continue;
        if (const CommandId front = order.take(*entry); front != 0)
            d->waits.insert(entry->id, front);
    }
    for (int row = 0; row < rowCount(); ++row) {
        const CommandId id = d->entries.at(row).id;
        if (before.value(id) != d->waits.value(id))
            Q_EMIT dataChanged(index(row, 0), index(row, ColumnCount - 1));
    }
}

/// Once a second while anything is held.
void OutboxModel::countDown()
{
    const bool any = std::any_of(d->entries.begin(), d->entries.end(), [](const JournalEntry &entry) {
        return entry.state == CommandState::Held;
    });
    if (!any || d->counting)
        return;
    d->counting = true;
    d->clock.after(std::chrono::seconds(1), this, [this] {
        d->counting = false;
        for (int row = 0; row < rowCount(); ++row) {
            if (d->entries.at(row).state == CommandState::Held)
                Q_EMIT dataChanged(index(row, State), index(row, State));
        }
        countDown();
    });
}

const QVector<JournalEntry> &OutboxModel::all() const
{
    return d->all;
}

std::optional<JournalEntry> OutboxModel::waitsFor(CommandId id) const
{
    const CommandId front = d->waits.value(id);
    const auto found = std::find_if(
        d->all.begin(), d->all.end(), [front](const JournalEntry &entry) { return entry.id == front; });
    return front == 0 || found == d->all.end() ? std::nullopt : std::optional(*found);
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

QString OutboxModel::text(const JournalEntry &entry, int column) const
{
    switch (column) {
    case When:
        return d->zone.local(entry.createdAt).toString(QStringLiteral("dd.MM HH:mm:ss"));
    case What: {
        const QString changes = partNames(changesOf(entry.command));
        const QString command = commandText(entry.command);
        return changes.isEmpty() ? command : command + QStringLiteral(": ") + changes;
    }
    case State:
        return stateText(entry, d->clock.now());
    default:
        break;
    }
    const QString outcome = outcomeText(entry, d->zone);
    const auto front = waitsFor(entry.id);
    if (!front)
        return outcome;
    const QString waits = tr("Waits for: %1").arg(commandText(front->command));
    return outcome.isEmpty() ? waits : waits + QStringLiteral(". ") + outcome;
}

QVariant OutboxModel::data(const QModelIndex &index, int role) const
{
    const auto entry = this->entry(index);
    if (entry && role == Qt::DecorationRole && index.column() == State)
        return signIcon(signOf(*entry, d->clock.now()));
    if (!entry || (role != Qt::DisplayRole && role != Qt::ToolTipRole && role != Qt::AccessibleTextRole))
        return {};
    const QString words = text(*entry, index.column());
    if (role == Qt::DisplayRole)
        return words.simplified();
    return role == Qt::ToolTipRole ? plainTooltip(words) : words;
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
