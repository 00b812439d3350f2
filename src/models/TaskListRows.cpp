#include "models/TaskListModel.h"

#include "TaskListPrivate.h"

#include <QHash>
#include <QSet>

#include <algorithm>
#include <utility>

/// How the list's rows come, go and change: what the views are told of it.
namespace naryad::models {

namespace {

/// How far a row may have been pushed by rows that came or went since it was drawn.
constexpr qsizetype NearBy = 1024;
constexpr int MostColourless = 4 * PageRows; ///< read anew at once; more than any screen shows

} // namespace

/// The rows with these numbers have other content. Told by runs of neighbours, so that a view draws those and
/// not all between them. A row that stands nowhere near the place it was drawn at, and is not held by
/// anybody, has not been drawn since the list was last ordered: nobody needs to be told of it.
void TaskListModel::tellChanged(const QVector<RowId> &numbers)
{
    QVector<int> places;
    QSet<RowId> left;
    for (const RowId number : numbers) {
        if (const int place = placeNear(number); place >= 0)
            places.append(place);
        else
            left.insert(number);
    }
    if (!left.isEmpty()) {
        const QModelIndexList held = persistentIndexList();
        for (const QModelIndex &index : held) {
            if (left.remove(rowOf(index)))
                places.append(index.row());
        }
    }
    std::sort(places.begin(), places.end());
    for (qsizetype from = 0; from < places.size();) {
        qsizetype to = from + 1;
        while (to < places.size() && places.at(to) <= places.at(to - 1) + 1)
            ++to;
        Q_EMIT dataChanged(index(places.at(from), 0), index(places.at(to - 1), ColumnCount - 1));
        from = to;
    }
}

/// Where the row stands, looked for around the place it was seen at last; -1 where it is not there.
int TaskListModel::placeNear(RowId number) const
{
    const int hint = d->cache.placeOf(number);
    if (hint < 0)
        return -1;
    const auto isAt = [&](qsizetype place) {
        return place >= 0 && place < d->rows.size() && d->rows.at(place) == number;
    };
    for (qsizetype away = 0; away <= NearBy; ++away) {
        if (isAt(hint + away))
            return static_cast<int>(hint + away);
        if (isAt(hint - away))
            return static_cast<int>(hint - away);
    }
    return -1;
}

/// No row that is selected, current or open is missing from these.
bool TaskListModel::holdsSelection(const QVector<RowId> &rows) const
{
    const QModelIndexList kept = persistentIndexList();
    if (kept.isEmpty())
        return true;
    const QSet<RowId> there(rows.begin(), rows.end());
    return std::all_of(
        kept.begin(), kept.end(), [&](const QModelIndex &index) { return there.contains(rowOf(index)); });
}

/// Another order or other rows: what stays keeps its selection and current row, by its number. The number of
/// rows changes at the end of the list only, by rows that are nothing, so that no set of a million rows is
/// compared; and no list of a million numbers is copied.
void TaskListModel::replaceRows(const QVector<RowId> &rows)
{
    const int before = d->count;
    const auto after = static_cast<int>(rows.size());
    if (after > before) {
        // All behind the first rows is the same order, only longer.
        const bool goesOn = std::equal(d->rows.cbegin(), d->rows.cend(), rows.cbegin());
        beginInsertRows({}, before, after - 1);
        if (goesOn)
            d->rows = rows;
        d->count = after;
        endInsertRows();
        if (goesOn)
            return;
    }
    Q_EMIT aboutToReorder();
    // Rows are what is ordered here: a header has nothing to do for its columns.
    Q_EMIT layoutAboutToBeChanged({}, VerticalSortHint);
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
    QModelIndexList moved;
    for (const QModelIndex &index : held) {
        const int place = index.row() < old.size() ? places.value(old.at(index.row()), -1) : -1;
        moved.append(place < 0 ? QModelIndex() : this->index(place, index.column()));
    }
    changePersistentIndexList(held, moved);
    Q_EMIT layoutChanged({}, VerticalSortHint);
    if (after < before) {
        beginRemoveRows({}, after, before - 1);
        d->count = after;
        endRemoveRows();
    }
    Q_EMIT reordered();
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
    d->rows[place.row()] = to;
    if (const TaskRow *shown = d->cache.find(from)) {
        TaskRow row = *shown;
        row.row = to;
        d->cache.put(row, place.row());
        readRows({to}, -1);
    } else {
        wantPage(place.row() / PageRows);
    }
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
    // Their template had not been read when they were.
    if (change.listsChanged) {
        const auto lacksColour = [&stale](const TaskRow &row) {
            return row.templateColour.isEmpty() && !row.taskTemplate.id.isEmpty() && !stale.contains(row.row);
        };
        stale += d->cache.rowsWhere(lacksColour, MostColourless);
    }
    for (qsizetype from = 0; from < stale.size(); from += PageRows)
        readRows(stale.mid(from, PageRows), -1);
    if (change.taskListChanged && d->load != Load::NotAsked)
        lookAgain(change.journalChanged || !change.moved.isEmpty());
}

} // namespace naryad::models
