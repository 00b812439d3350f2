#include "models/ManyTasksModel.h"

#include "ManyTasksModelPrivate.h"
#include "core/Await.h"
#include "core/Text.h"
#include "models/Words.h"
#include "store/Reader.h"

#include <algorithm>

namespace naryad::models {

namespace {

constexpr int MostAsked = 500; ///< commands looked after in one question

bool isOnItsWay(CommandState state)
{
    return state == CommandState::Held || state == CommandState::Waiting || state == CommandState::Sending;
}

} // namespace

ManyTasksModel::ManyTasksModel(
    store::Reader &reader, AccountZone zone, const QVector<RowId> &rows, Judge judge, QObject *parent)
    : QAbstractTableModel(parent)
    , d(std::make_unique<Private>(reader, std::move(zone), rows, std::move(judge)))
{
    if (!isTooMany())
        readAll(0);
}

ManyTasksModel::~ManyTasksModel() = default;

bool ManyTasksModel::isRead() const
{
    return !isTooMany() && d->read >= d->rows.size();
}

std::optional<Error> ManyTasksModel::error() const
{
    return d->error;
}

/// One page after another, so that what is on the screen is read between them.
void ManyTasksModel::readAll(int from)
{
    if (from >= d->rows.size())
        return;
    await(
        this, d->reader.taskRows(d->rows.mid(from, Private::PageRows)),
        [this, from](const Result<QVector<TaskRow>> &rows) {
            if (!rows) {
                d->error = rows.error();
                Q_EMIT judged();
                return;
            }
            d->read = std::min<int>(from + Private::PageRows, d->rows.size());
            take(*rows);
            if (from + Private::PageRows < d->rows.size())
                Q_EMIT dataChanged(index(from, 0), index(d->read - 1, ColumnCount - 1));
            readAll(from + Private::PageRows);
        });
}

/// Only shown: there are too many to go through them all.
void ManyTasksModel::readPage(int from)
{
    d->reading = true;
    await(
        this, d->reader.taskRows(d->rows.mid(from, Private::PageRows)),
        [this, from](const Result<QVector<TaskRow>> &rows) {
            d->reading = false;
            if (rows)
                take(*rows);
            const int last = std::min<int>(from + Private::PageRows, d->rows.size()) - 1;
            Q_EMIT dataChanged(index(from, 0), index(last, ColumnCount - 1));
            if (const int next = std::exchange(d->wanted, -1); next >= 0)
                readPage(next * Private::PageRows);
        });
}

void ManyTasksModel::wantPage(int page) const
{
    if (!isTooMany())
        return;
    const bool planned = d->wanted >= 0;
    d->wanted = page;
    if (d->reading || planned)
        return;
    // From the event loop: a model must not change while it is drawn.
    auto *self = const_cast<ManyTasksModel *>(this);
    QMetaObject::invokeMethod(
        self,
        [self] {
            if (const int next = std::exchange(self->d->wanted, -1); next >= 0 && !self->d->reading)
                self->readPage(next * Private::PageRows);
        },
        Qt::QueuedConnection);
}

void ManyTasksModel::take(const QVector<TaskRow> &rows)
{
    for (TaskRow row : rows) {
        if (const RowId number = now(row.row); number != row.row) {
            // Asked for before it moved; what is known since is newer.
            if (d->why.contains(number))
                continue;
            row.row = number;
        }
        d->cache.put(row);
        const QString why = d->judge(row);
        if (const auto before = d->why.constFind(row.row); before != d->why.constEnd() && before->isEmpty())
            --d->possible;
        if (why.isEmpty())
            ++d->possible;
        d->why.insert(row.row, why);
        if (why.isEmpty())
            putOwnText(row);
    }
    Q_EMIT judged();
}

void ManyTasksModel::putOwnText(const TaskRow &row)
{
    const auto text = d->restored.constFind(row.ref().key());
    if (text == d->restored.constEnd() || d->said.contains(row.row))
        return;
    // What is typed into it since is newer.
    if (!d->ownTexts.contains(row.row))
        d->ownTexts.insert(row.row, *text);
    d->restored.erase(text);
    Q_EMIT ownTextPut();
}

void ManyTasksModel::setJudge(Judge judge)
{
    d->judge = std::move(judge);
    QVector<TaskRow> known;
    for (const RowId number : std::as_const(d->rows)) {
        if (const TaskRow *row = d->why.contains(number) ? d->cache.find(number) : nullptr)
            known.append(*row);
    }
    take(known);
    if (!d->rows.isEmpty())
        Q_EMIT dataChanged(index(0, Outcome), index(rowCount() - 1, Outcome));
}

QVector<TaskRow> ManyTasksModel::possible() const
{
    QVector<TaskRow> possible;
    for (const RowId number : std::as_const(d->rows)) {
        const auto why = d->why.constFind(number);
        if (why == d->why.constEnd() || !why->isEmpty() || d->said.contains(number))
            continue;
        if (const TaskRow *row = d->cache.find(number))
            possible.append(*row);
    }
    return possible;
}

int ManyTasksModel::possibleCount() const
{
    return d->possible - static_cast<int>(d->said.size());
}

/// With those that are gone meanwhile.
int ManyTasksModel::leftOut() const
{
    return d->read - d->possible;
}

RowId ManyTasksModel::now(RowId row) const
{
    return d->moved.value(row, row);
}

void ManyTasksModel::leaveOut(RowId asked, const QString &why)
{
    const RowId row = now(asked);
    const auto before = d->why.constFind(row);
    if (before == d->why.constEnd() || !before->isEmpty() || d->said.contains(row))
        return;
    --d->possible;
    d->why.insert(row, why);
    tellRow(static_cast<int>(d->rows.indexOf(row)), Outcome);
    Q_EMIT judged();
}

void ManyTasksModel::setText(const QString &text)
{
    d->text = text;
    if (!d->rows.isEmpty())
        Q_EMIT dataChanged(index(0, Text), index(rowCount() - 1, Text));
}

void ManyTasksModel::setOwnTexts(bool own)
{
    d->hasOwnTexts = own;
    setText(d->text);
}

QString ManyTasksModel::textOf(RowId row) const
{
    return d->hasOwnTexts ? d->ownTexts.value(now(row), d->text) : d->text;
}

QHash<QString, QString> ManyTasksModel::ownTexts() const
{
    QHash<QString, QString> texts = d->restored;
    if (!d->hasOwnTexts)
        return texts;
    for (auto text = d->ownTexts.cbegin(); text != d->ownTexts.cend(); ++text) {
        const TaskRow *row = d->said.contains(text.key()) ? nullptr : d->cache.find(text.key());
        if (row)
            texts.insert(row->ref().key(), text.value());
    }
    return texts;
}

void ManyTasksModel::restoreOwnTexts(const QHash<QString, QString> &texts)
{
    d->restored = texts;
    for (const RowId number : std::as_const(d->rows)) {
        const auto why = d->why.constFind(number);
        const bool can = why != d->why.constEnd() && why->isEmpty();
        if (const TaskRow *row = can ? d->cache.find(number) : nullptr)
            putOwnText(*row);
    }
    setText(d->text);
}

void ManyTasksModel::setSaid(const QVector<TaskRow> &rows, const QVector<CommandId> &ids)
{
    QHash<RowId, int> places;
    for (int place = 0; place < d->rows.size(); ++place)
        places.insert(d->rows.at(place), place);
    for (qsizetype i = 0; i < rows.size() && i < ids.size(); ++i) {
        const RowId row = now(rows.at(i).row);
        d->said.insert(row, ids.at(i));
        const int place = places.value(row);
        d->fates.insert(ids.at(i), {CommandState::Waiting, words(CommandState::Waiting), place});
        d->order.append(ids.at(i));
        ++d->tally.waiting;
        tellRow(place, Outcome);
    }
    Q_EMIT settled();
    ask();
}

ManyTasksModel::Tally ManyTasksModel::tally() const
{
    return d->tally;
}

QVector<CommandId> ManyTasksModel::heldCommands() const
{
    QVector<CommandId> held;
    for (const CommandId id : std::as_const(d->order)) {
        if (d->fates.value(id).state == CommandState::Held)
            held.append(id);
    }
    return held;
}

/// Asks what became of those that are not done: the first on their way, since they go in their order, and by
/// turns some of those that rest until the user decides.
void ManyTasksModel::ask()
{
    if (d->asking) {
        d->askAgain = true;
        return;
    }
    QVector<CommandId> ids;
    QVector<CommandId> resting;
    for (const CommandId id : std::as_const(d->order)) {
        const CommandState state = d->fates.value(id).state;
        if (isOnItsWay(state) && ids.size() < MostAsked)
            ids.append(id);
        else if (state == CommandState::Refused || state == CommandState::Unsure)
            resting.append(id);
    }
    for (int i = 0; i < std::min<int>(MostAsked, resting.size()); ++i)
        ids.append(resting.at((d->rest + i) % resting.size()));
    d->rest = resting.isEmpty() ? 0 : (d->rest + MostAsked) % static_cast<int>(resting.size());
    if (ids.isEmpty())
        return;
    d->asking = true;
    await(this, d->reader.commands(ids), [this](const Result<QVector<JournalEntry>> &entries) {
        d->asking = false;
        if (entries)
            settle(*entries);
        if (std::exchange(d->askAgain, false))
            ask();
    });
}

void ManyTasksModel::settle(const QVector<JournalEntry> &entries)
{
    const Tally before = d->tally;
    for (const JournalEntry &entry : entries) {
        const auto fate = d->fates.find(entry.id);
        if (fate == d->fates.end())
            continue;
        QString told = words(entry.state);
        const QString why = entry.state == CommandState::Sent ? entry.warning : outcomeText(entry, d->zone);
        if (!why.isEmpty())
            told += QStringLiteral(": ") + why;
        if (fate->state == entry.state && fate->words == told)
            continue;
        --d->counter(fate->state);
        ++d->counter(entry.state);
        fate->state = entry.state;
        fate->words = told;
        tellRow(fate->place, Outcome);
    }
    if (before != d->tally)
        Q_EMIT settled();
}

void ManyTasksModel::tellRow(int place, int column)
{
    Q_EMIT dataChanged(index(place, column), index(place, column));
}

void ManyTasksModel::apply(const MirrorChange &change)
{
    for (const auto &[from, to] : change.moved) {
        const qsizetype place = d->rows.indexOf(from);
        if (place < 0)
            continue;
        d->rows[place] = to;
        d->moved.insert(from, to);
        if (const TaskRow *known = d->cache.find(from)) {
            TaskRow row = *known;
            row.row = to;
            d->cache.put(row);
        }
        for (auto *texts : {&d->why, &d->ownTexts}) {
            if (texts->contains(from))
                texts->insert(to, texts->take(from));
        }
        if (d->said.contains(from))
            d->said.insert(to, d->said.take(from));
        // Its number and id are new, too.
        await(this, d->reader.taskRows({to}), [this, to](const Result<QVector<TaskRow>> &rows) {
            if (rows && !d->said.contains(to))
                take(*rows);
        });
    }
    if (!d->order.isEmpty() && change.journalChanged)
        ask();
    QVector<RowId> stale;
    for (const RowId row : change.tasks) {
        if (d->why.contains(row) && !d->said.contains(row))
            stale.append(row);
    }
    if (stale.isEmpty())
        return;
    await(this, d->reader.taskRows(stale), [this](const Result<QVector<TaskRow>> &rows) {
        if (!rows)
            return;
        QVector<TaskRow> unsaid;
        std::copy_if(rows->cbegin(), rows->cend(), std::back_inserter(unsaid), [this](const TaskRow &row) {
            return !d->said.contains(row.row);
        });
        take(unsaid);
        Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, ColumnCount - 1));
    });
}

} // namespace naryad::models
